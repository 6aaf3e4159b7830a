//! Who else may open what leaves this laptop: whoever holds the ministry's key, and whoever was given this laptop's own. Owns
//! that both are the head's decision and stand in the audit; refuses either without a reason.

use crate::{
    Desk,
    failure::DeskError,
    loose::{self, Readable},
};
use std::path::Path;
use vault::PublicKey;

/// The setting with the recipient to whom every bundle is sealed as well.
pub(crate) const ESCROW: &str = "escrow";
/// Stands for nobody.
pub(crate) const NOBODY: &str = "none";

impl Desk {
    /// Seals every bundle from now on to this recipient (`age1…`) as well, or with `none` to nobody but those it is for.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::ReasonNeeded`]; [`DeskError::BadSetting`] for a key that is none.
    pub(crate) fn set_escrow(&mut self, value: &str, reason: &str) -> Result<(), DeskError> {
        self.for_the_head()?;
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let key = match value {
            NOBODY => None,
            _ => Some(PublicKey::parse(value).map_err(|_| DeskError::BadSetting)?.to_string()),
        };
        let entry = self.audit_entry("escrow", key.as_deref().unwrap_or(NOBODY), reason.trim());
        self.register.audit(&entry)?;
        Ok(self.register.set_setting(ESCROW, key.as_deref())?)
    }

    pub(crate) fn escrow(&self) -> Result<Option<PublicKey>, DeskError> {
        let kept = self.register.setting(ESCROW)?;
        kept.map(|text| PublicKey::parse(&text).map_err(|_| DeskError::Fault("escrow"))).transpose()
    }

    /// Writes this laptop's own key as an `age` identity, with which any stock `age` opens the outer layer of a bundle for it.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::ReasonNeeded`]; [`DeskError::Vault`] when the disk refuses.
    pub fn export_key(&mut self, to: &Path, reason: &str) -> Result<(), DeskError> {
        self.for_the_head()?;
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let text = self.keys.sealing.to_identity()?;
        let draft = loose::begin(to, text.as_bytes())?;
        let entry = self.audit_entry("device-key", "", reason.trim());
        self.register.audit(&entry)?;
        self.put_readable(draft, to, &Readable { sort: "key", mark: "", bytes: text.as_bytes() })
    }
}
