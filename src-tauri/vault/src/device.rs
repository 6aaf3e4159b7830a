//! The keys of a laptop: what it signs with, what is sealed to it, and how two people compare them.
//!
//! Owns key pairs, signatures bound to a context, public identities and fingerprints. Refuses weak and misspelt public
//! keys, and signatures that only a lenient check would take. Keeps nothing: the bytes go into the encrypted database.

use std::fmt;

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::codec::{Cursor, Frame};
use crate::{Error, Part, PublicKey, Result, SealingKey, entropy, words};

const DEVICE: Frame = Frame { magic: b"PLGDEV", version: 1, part: Part::Device };

/// Signs for a device or an office (Ed25519); wiped when dropped, shown nowhere.
#[derive(Clone)]
pub struct SigningPair(SigningKey);

impl SigningPair {
    /// Draws a new one.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        Ok(Self(SigningKey::from_bytes(&*entropy::secret()?)))
    }

    /// The pair of this seed.
    pub fn from_bytes(seed: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// The seed, for keeping it inside the encrypted database.
    pub fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    /// What others verify with.
    pub fn public(&self) -> SigningPublic {
        SigningPublic(self.0.verifying_key())
    }

    /// A signature that holds for `message` in this `context` and no other, the same each time.
    pub fn sign(&self, context: &str, message: &[u8]) -> [u8; 64] {
        self.0.sign(&in_context(context, message)).to_bytes()
    }
}

impl fmt::Debug for SigningPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningPair(…)")
    }
}

/// Verifies signatures of one device or office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SigningPublic(VerifyingKey);

impl SigningPublic {
    /// A key that an honest device may have made.
    ///
    /// # Errors
    /// `UnusableKey` for points of low order and for any but the one spelling of a point.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| Error::UnusableKey)?;
        if key.is_weak() || key.to_edwards().compress().as_bytes() != bytes {
            return Err(Error::UnusableKey);
        }
        Ok(Self(key))
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// What two people compare, once, before they trust an office by the key that it signs with.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(blake3::derive_key("pulang 2026 vault: fingerprint of an office", self.as_bytes()))
    }

    /// Holds only for what [`SigningPair::sign`] signed in the same `context`.
    ///
    /// # Errors
    /// `BadSignature`.
    pub fn verify(&self, context: &str, message: &[u8], signature: &[u8; 64]) -> Result<()> {
        self.0
            .verify_strict(&in_context(context, message), &Signature::from_bytes(signature))
            .map_err(|_| Error::BadSignature)
    }
}

/// The length stands first, so that no context and message read as another pair.
fn in_context(context: &str, message: &[u8]) -> Vec<u8> {
    let length = u64::try_from(context.len()).unwrap_or(u64::MAX).to_le_bytes();
    [b"pulang signature 1".as_slice(), &length, context.as_bytes(), message].concat()
}

/// All secret keys of one device.
#[derive(Debug, Clone)]
pub struct DeviceKeys {
    /// What it signs with.
    pub signing: SigningPair,
    /// What opens bundles sealed to it.
    pub sealing: SealingKey,
}

impl DeviceKeys {
    /// Draws new ones.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        Ok(Self { signing: SigningPair::generate()?, sealing: SealingKey::generate()? })
    }

    /// The bytes, for keeping them inside the encrypted database.
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let body = Zeroizing::new([self.signing.to_bytes().as_slice(), self.sealing.expose()].concat());
        Zeroizing::new(DEVICE.wrap(&body))
    }

    /// Reads what [`DeviceKeys::to_bytes`] wrote.
    ///
    /// # Errors
    /// `NewerFormat(Device)`, `Tampered(Device)`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut body = DEVICE.unwrap(bytes)?;
        let signing = SigningPair::from_bytes(&Zeroizing::new(body.array()?));
        let sealing = SealingKey::from_bytes(*Zeroizing::new(body.array()?));
        body.end()?;
        Ok(Self { signing, sealing })
    }

    /// What colleagues may know.
    ///
    /// # Errors
    /// `UnusableKey`, which does not happen with keys made here.
    pub fn identity(&self) -> Result<DeviceIdentity> {
        Ok(DeviceIdentity { signing: self.signing.public(), sealing: self.sealing.public()? })
    }
}

/// The public side of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeviceIdentity {
    /// Verifies what it signed.
    pub signing: SigningPublic,
    /// Seals to it.
    pub sealing: PublicKey,
}

impl DeviceIdentity {
    /// 64 bytes: the signing key, then the sealing key.
    pub fn to_bytes(&self) -> [u8; 64] {
        let mut bytes = [0; 64];
        bytes
            .iter_mut()
            .zip(self.signing.as_bytes().iter().chain(self.sealing.as_bytes()))
            .for_each(|(to, from)| *to = *from);
        bytes
    }

    /// Reads what [`DeviceIdentity::to_bytes`] wrote.
    ///
    /// # Errors
    /// `Tampered(Device)` when it is not 64 bytes, `UnusableKey`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut body = Cursor::new(bytes, Part::Device);
        let signing = SigningPublic::from_bytes(&body.array()?)?;
        let sealing = PublicKey::from_bytes(body.array()?)?;
        body.end()?;
        Ok(Self { signing, sealing })
    }

    /// What two people compare, once.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint(blake3::derive_key("pulang 2026 vault: fingerprint of a device", &self.to_bytes()))
    }
}

/// Tells one device from every other; about 80 bits of it are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// All of it, for keeping.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Six words to read aloud (77 bits).
    pub fn words(&self) -> String {
        let list = &*words::LONG;
        let (mut number, size) = (u128::from_be_bytes(self.front()), u128::try_from(list.len()).unwrap_or(1));
        let mut words: Vec<&str> = Vec::new();
        for _ in 0..6 {
            let at = usize::try_from(number % size).unwrap_or_default();
            words.extend(list.get(at));
            number /= size;
        }
        words.join(" ")
    }

    fn front(&self) -> [u8; 16] {
        let [front @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = self.0;
        front
    }
}

/// Five groups of four digits (80 bits), for readers of another script.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, pair) in self.0.chunks(2).take(5).enumerate() {
            if at > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&entropy::hex(pair))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{DeviceIdentity, DeviceKeys, SigningPair, SigningPublic};
    use crate::{Error, Part};

    #[test]
    fn a_signature_holds_for_its_context_and_message_only() {
        let pair = SigningPair::generate().unwrap();
        let signature = pair.sign("head", b"message");
        assert!(pair.public().verify("head", b"message", &signature).is_ok());
        assert!(pair.public().verify("hea", b"dmessage", &signature).is_err());
        assert!(pair.public().verify("head", b"massage", &signature).is_err());
        let other = SigningPair::generate().unwrap().public();
        assert!(matches!(other.verify("head", b"message", &signature), Err(Error::BadSignature)));
        for at in 0..64 {
            let mut flipped = signature;
            flipped[at] ^= 1;
            assert!(pair.public().verify("head", b"message", &flipped).is_err(), "byte {at}");
        }
    }

    #[test]
    fn the_kept_bytes_give_the_same_device_and_nothing_else_does() {
        let keys = DeviceKeys::generate().unwrap();
        let bytes = keys.to_bytes();
        assert_eq!(DeviceKeys::from_bytes(&bytes).unwrap().identity().unwrap(), keys.identity().unwrap());
        for at in 0..bytes.len() {
            let mut flipped = bytes.to_vec();
            flipped[at] ^= 1;
            assert!(DeviceKeys::from_bytes(&flipped).is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_public_identity_is_strict() {
        let identity = DeviceKeys::generate().unwrap().identity().unwrap();
        let bytes = identity.to_bytes();
        assert_eq!(DeviceIdentity::from_bytes(&bytes).unwrap(), identity);
        assert!(matches!(DeviceIdentity::from_bytes(&bytes[..63]), Err(Error::Tampered(Part::Device))));
        assert!(DeviceIdentity::from_bytes(&[&bytes[..], b"\0"].concat()).is_err());
        let weak = [&bytes[..32], &[0; 32]].concat();
        assert!(matches!(DeviceIdentity::from_bytes(&weak), Err(Error::UnusableKey)));
    }

    #[test]
    fn weak_and_misspelt_verifying_keys_are_refused() {
        let mut identity_point = [0; 32];
        identity_point[0] = 1;
        // The same point once more, with its coordinate above the prime.
        let mut misspelt = [0xff; 32];
        misspelt[0] = 0xee;
        misspelt[31] = 0x7f;
        // y = 3 (on the curve) written as 3 + p.
        let mut three = [0xff; 32];
        three[0] = 0xf0;
        three[31] = 0x7f;
        for bytes in [[0; 32], identity_point, misspelt, three] {
            assert!(matches!(SigningPublic::from_bytes(&bytes), Err(Error::UnusableKey)));
        }
    }

    /// Two offices compare these over the telephone: they must come out the same in every version.
    #[test]
    fn the_fingerprint_never_changes() {
        let keys = DeviceKeys {
            signing: SigningPair::from_bytes(&[1; 32]),
            sealing: crate::SealingKey::from_bytes([2; 32]),
        };
        let fingerprint = keys.identity().unwrap().fingerprint();
        assert_eq!(fingerprint.to_string(), "1f67 9a73 5de2 c467 eb29");
        assert_eq!(fingerprint.words(), "deluge detached routing idealism flatbed renegade");
        assert_eq!(keys.signing.public().fingerprint().to_string(), "8914 dcb8 1c7e 0f67 6334");
    }
}
