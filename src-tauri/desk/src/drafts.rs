//! What an officer was typing when the vault was locked. Owns that it lies in the vault, encrypted like everything else, and
//! goes back to the same officer only; refuses to read it: it is the page's own note to itself.

use crate::{Desk, failure::DeskError};

/// Longer than any form; what is longer is no draft.
const LONGEST: usize = 256 * 1024;
const PREFIX: &str = "draft-";

impl Desk {
    /// Keeps what this officer is typing, in place of what was kept before; nothing clears it.
    ///
    /// # Errors
    /// [`DeskError::BadSetting`] when it is longer than any form; [`DeskError::Register`].
    pub fn keep_draft(&mut self, text: Option<&str>) -> Result<(), DeskError> {
        if text.is_some_and(|text| text.len() > LONGEST) {
            return Err(DeskError::BadSetting);
        }
        let text = text.filter(|text| !text.is_empty());
        Ok(self.register.set_setting(&format!("{PREFIX}{}", self.officer), text)?)
    }

    /// What this officer was typing when the vault was locked.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn draft(&self) -> Result<Option<String>, DeskError> {
        Ok(self.register.setting(&format!("{PREFIX}{}", self.officer))?)
    }

    /// Drops what anybody was typing: after an erasure nobody can say whom it names.
    pub(crate) fn forget_drafts(&mut self) -> Result<(), DeskError> {
        for (name, _) in self.register.settings()? {
            if name.starts_with(PREFIX) {
                self.register.set_setting(&name, None)?;
            }
        }
        Ok(())
    }
}
