//! A colleague's card, read before it is trusted. Owns the look at it; refuses to trust anything by itself.

use crate::{Desk, exchanging::of_card, failure::DeskError, views::LaptopView};
use exchange::Card;

impl Desk {
    /// What stands on a card, to be compared with the colleague before it is trusted. Nothing is written.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is no card, or not its laptop's own.
    pub fn read_card(&self, text: &str) -> Result<LaptopView, DeskError> {
        Ok(of_card(&Card::parse(text)?))
    }
}
