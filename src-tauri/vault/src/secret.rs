//! The data key: what the database is encrypted with.

use std::fmt;

use zeroize::Zeroizing;

use crate::{Error, Part, Result, entropy};

/// The 32 bytes that the database is keyed with; wiped when dropped, shown nowhere. They never lie on the stack: whoever
/// hands the key on moves where it is and not what it is.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey(Box<Zeroizing<[u8; 32]>>);

impl DataKey {
    /// Draws a new one.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        let mut key = Self(Box::new(Zeroizing::new([0; 32])));
        entropy::fill(key.0.as_mut_slice())?;
        Ok(key)
    }

    /// Copies it from where it was unsealed.
    ///
    /// # Errors
    /// `Tampered(DataKey)` for another length.
    pub(crate) fn copied(bytes: &[u8]) -> Result<Self> {
        let mut key = Self(Box::new(Zeroizing::new([0; 32])));
        if bytes.len() != key.0.len() {
            return Err(Error::Tampered(Part::DataKey));
        }
        key.0.copy_from_slice(bytes);
        Ok(key)
    }

    /// The key itself, for the one place that keys the database.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::DataKey;

    #[test]
    fn debug_shows_nothing_of_the_key() {
        assert_eq!(format!("{:?}", DataKey::generate().unwrap()), "DataKey(…)");
    }

    #[test]
    fn two_keys_differ() {
        assert!(DataKey::generate().unwrap() != DataKey::generate().unwrap());
    }
}
