//! The random ids of a vault and of its slots; neither says anything about anybody.

use std::fmt;
use std::path::Path;

use crate::codec::Frame;
use crate::{Error, Part, Result, entropy, files, layout};

const FRAME: Frame = Frame { magic: b"PLGVLT", version: 1, part: Part::VaultId };

/// Which vault: 16 random bytes, the same for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct VaultId([u8; 16]);

impl VaultId {
    pub(crate) fn generate() -> Result<Self> {
        entropy::bytes().map(Self)
    }

    pub(crate) const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// Reads which vault `folder` is.
    ///
    /// # Errors
    /// `NotAVault`, `NewerFormat`, `Tampered(VaultId)`, `Disk`.
    pub fn read(folder: &Path) -> Result<Self> {
        let file = files::read_if_there(&layout::id_path(folder), layout::SMALL_FILE, Part::VaultId)?
            .ok_or(Error::NotAVault)?;
        let mut body = FRAME.unwrap(&file)?;
        let id = Self(body.array()?);
        body.end()?;
        Ok(id)
    }

    /// Makes `folder` a vault; the last file written.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        files::write_part(&layout::id_path(folder), &FRAME.wrap(&self.0), Part::VaultId)
    }
}

impl fmt::Display for VaultId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&entropy::hex(&self.0))
    }
}

/// Which officer's slot: 8 random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SlotId([u8; 8]);

impl SlotId {
    pub(crate) fn generate() -> Result<Self> {
        entropy::bytes().map(Self)
    }

    /// The slot of these bytes, as kept in the database beside the officer.
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 8] {
        &self.0
    }

    /// Reads 16 lower-case hexadecimal digits, and nothing else.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if text.len() != 16 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        u64::from_str_radix(text, 16).ok().map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for SlotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&entropy::hex(&self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::SlotId;

    #[test]
    fn a_slot_id_has_one_spelling() {
        let id = SlotId::from_bytes([0, 1, 2, 3, 4, 5, 6, 0xff]);
        assert_eq!(SlotId::parse(&id.to_string()), Some(id));
        for other in ["00010203040506FF", "+0010203040506ff", "00010203040506f", ""] {
            assert_eq!(SlotId::parse(other), None);
        }
    }
}
