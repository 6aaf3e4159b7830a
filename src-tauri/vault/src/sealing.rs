//! X25519 key pairs that files are sealed to (the native recipients of age).
//!
//! Owns their 32-byte forms. Refuses public keys of low order and second spellings of a key: with the former the `age`
//! crate panics while encrypting, and a colleague's file could hold one.

use std::fmt;
use std::str::FromStr as _;

use bech32::{Bech32, Hrp};
use zeroize::Zeroizing;

use crate::{Error, Result, entropy};

/// What can be sealed to; no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// A key that an honest device may have made.
    ///
    /// # Errors
    /// `UnusableKey` for points of low order and for any but the one spelling of a point.
    pub fn from_bytes(bytes: [u8; 32]) -> Result<Self> {
        let [first, middle @ .., last] = bytes;
        let above_prime = last == 0x7f && first >= 0xed && middle.iter().all(|byte| *byte == 0xff);
        if last & 0x80 != 0 || above_prime || LOW_ORDER.contains(&bytes) {
            return Err(Error::UnusableKey);
        }
        Ok(Self(bytes))
    }

    /// Reads `age1…`, as any age program prints it; blanks around it do not matter.
    ///
    /// # Errors
    /// `UnusableKey` for anything else.
    pub fn parse(text: &str) -> Result<Self> {
        let (hrp, bytes) = bech32::decode(text.trim()).map_err(|_| Error::UnusableKey)?;
        let bytes = bytes.try_into().map_err(|_| Error::UnusableKey)?;
        if hrp.as_str() == "age" { Self::from_bytes(bytes) } else { Err(Error::UnusableKey) }
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// As a recipient for the `age` crate.
    ///
    /// # Errors
    /// `UnusableKey`, which does not happen with keys made here.
    pub fn to_age(&self) -> Result<age::x25519::Recipient> {
        let text = bech32::encode_lower::<Bech32>(Hrp::parse_unchecked("age"), &self.0)
            .map_err(|_| Error::UnusableKey)?;
        age::x25519::Recipient::from_str(&text).map_err(|_| Error::UnusableKey)
    }
}

/// `age1…`, as any age program takes it.
impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bech32::encode_lower_to_fmt::<Bech32, _>(f, Hrp::parse_unchecked("age"), &self.0)
            .map_err(|_| fmt::Error)
    }
}

/// What opens files sealed to its public key; wiped when dropped, shown nowhere.
#[derive(Clone)]
pub struct SealingKey(Zeroizing<[u8; 32]>);

impl SealingKey {
    /// Draws a new one.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        entropy::secret().map(Self)
    }

    /// The key of these bytes; any 32 bytes are one.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// As a line of an identity file, `AGE-SECRET-KEY-1…`, which any `age` reads.
    ///
    /// # Errors
    /// `UnusableKey`, which does not happen.
    pub fn to_identity(&self) -> Result<Zeroizing<String>> {
        let text = bech32::encode_upper::<Bech32>(Hrp::parse_unchecked("age-secret-key-"), self.0.as_ref());
        text.map(|line| Zeroizing::new(line + "\n")).map_err(|_| Error::UnusableKey)
    }

    /// As an identity for the `age` crate.
    ///
    /// # Errors
    /// `UnusableKey`, which does not happen.
    pub fn to_age(&self) -> Result<age::x25519::Identity> {
        age::x25519::Identity::from_str(self.to_identity()?.trim_end()).map_err(|_| Error::UnusableKey)
    }

    /// What others seal to.
    ///
    /// # Errors
    /// `UnusableKey`, which does not happen.
    pub fn public(&self) -> Result<PublicKey> {
        let text = self.to_age()?.to_public().to_string();
        let (_, bytes) = bech32::decode(&text).map_err(|_| Error::UnusableKey)?;
        PublicKey::from_bytes(<[u8; 32]>::try_from(bytes).map_err(|_| Error::UnusableKey)?)
    }
}

impl fmt::Debug for SealingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealingKey(…)")
    }
}

/// The points of low order on Curve25519 (<https://cr.yp.to/ecdh.html#validate>) that are below the prime.
const LOW_ORDER: [[u8; 32]; 5] = [
    [0; 32],
    {
        let mut one = [0; 32];
        one[0] = 1;
        one
    },
    [
        0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4, 0x6a, 0xda,
        0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49, 0xb8, 0x00,
    ],
    [
        0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef, 0x5b, 0x04,
        0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f, 0x11, 0x57,
    ],
    {
        let mut minus_one = [0xff; 32];
        minus_one[0] = 0xec;
        minus_one[31] = 0x7f;
        minus_one
    },
];

#[cfg(test)]
mod tests {
    use super::{LOW_ORDER, PublicKey, SealingKey};
    use crate::Error;

    #[test]
    fn the_bytes_and_the_text_are_the_same_key() {
        let key = SealingKey::generate().unwrap();
        let public = key.public().unwrap();
        assert_eq!(public.to_string(), key.to_age().unwrap().to_public().to_string());
        assert_eq!(public.to_age().unwrap().to_string(), public.to_string());
    }

    #[test]
    fn keys_that_would_make_age_panic_are_refused() {
        std::panic::set_hook(Box::new(|_| {}));
        for bytes in LOW_ORDER {
            assert!(matches!(PublicKey::from_bytes(bytes), Err(Error::UnusableKey)));
            let recipient = PublicKey(bytes).to_age().unwrap();
            let sealed = std::panic::catch_unwind(|| age::encrypt(&recipient, b"").is_ok());
            assert!(sealed.is_err(), "of low order, or the list is wrong");
        }
    }

    #[test]
    fn a_second_spelling_of_a_key_is_refused() {
        let mut above = [0xff; 32];
        above[31] = 0x7f;
        assert!(PublicKey::from_bytes(above).is_err());
        let mut high_bit = *SealingKey::generate().unwrap().public().unwrap().as_bytes();
        high_bit[31] |= 0x80;
        assert!(PublicKey::from_bytes(high_bit).is_err());
    }
}
