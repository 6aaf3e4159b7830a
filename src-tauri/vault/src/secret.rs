//! The data key: what the database is encrypted with.

use std::fmt;

use zeroize::Zeroizing;

use crate::{Result, entropy};

/// The 32 bytes that the database is keyed with; wiped when dropped, shown nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl DataKey {
    /// Draws a new one.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        Ok(Self(entropy::secret()?))
    }

    pub(crate) fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
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
