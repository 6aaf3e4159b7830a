//! A colleague's card, read before it is trusted. Owns the look at it; refuses to trust anything by itself.

use crate::{Desk, failure::DeskError, views::LaptopView};
use exchange::Card;

impl Desk {
    /// What stands on a card, to be compared with the colleague before it is trusted. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is no card, or not its laptop's own.
    pub fn read_card(&self, text: &str) -> Result<LaptopView, DeskError> {
        let read = Card::parse(text)?;
        Ok(LaptopView {
            device: read.device().to_string(),
            office: read.office().to_owned(),
            letter: read.letter().to_string(),
            fingerprint: read.fingerprint().words(),
            card: read.to_text(),
        })
    }
}
