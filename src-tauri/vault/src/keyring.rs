//! The data key, sealed to everybody who may have it.
//!
//! Owns the content of `data.key`: the data key together with the public keys that it is sealed to, so that a new one
//! can be sealed without anybody's passphrase. Both travel under one seal: a list with the right data key in it was
//! written by somebody who had that key, and a list with another data key does not open the database.

use std::path::Path;

use zeroize::Zeroizing;

use crate::codec::{Cursor, Frame};
use crate::{DataKey, Error, Part, PublicKey, Result, SealingKey, SlotId, VaultId, envelope, files, layout};

const FRAME: Frame = Frame { magic: b"PLGKEY", version: 1, part: Part::DataKey };

/// Who may have which data key.
#[derive(Clone)]
pub(crate) struct Keyring {
    pub(crate) vault: VaultId,
    /// Counts the data keys of this vault.
    pub(crate) generation: u32,
    pub(crate) data_key: DataKey,
    pub(crate) recovery: PublicKey,
    /// In the order of their slots, each once.
    pub(crate) officers: Vec<(SlotId, PublicKey)>,
}

impl Keyring {
    /// The file: an age file to the officers and to recovery.
    pub(crate) fn seal(&self) -> Result<Vec<u8>> {
        let count = u16::try_from(self.officers.len()).map_err(|_| Error::Tampered(Part::DataKey))?;
        let mut body = Zeroizing::new(Vec::with_capacity(86 + self.officers.len() * 40));
        body.extend_from_slice(self.vault.as_bytes());
        body.extend_from_slice(&self.generation.to_le_bytes());
        body.extend_from_slice(self.data_key.expose());
        body.extend_from_slice(self.recovery.as_bytes());
        body.extend_from_slice(&count.to_le_bytes());
        for (slot, key) in &self.officers {
            body.extend_from_slice(slot.as_bytes());
            body.extend_from_slice(key.as_bytes());
        }
        let recipients: Vec<_> = self.officers.iter().map(|(_, key)| *key).chain([self.recovery]).collect();
        envelope::seal(&recipients, &Zeroizing::new(FRAME.wrap(&body)))
    }

    /// Opens the file with the key of an officer or of recovery.
    ///
    /// # Errors
    /// `NotForThisKey`, `NewerFormat`, `Tampered(DataKey)`.
    pub(crate) fn open(vault: VaultId, key: &SealingKey, file: &[u8]) -> Result<Self> {
        let plain = envelope::open(key, file, layout::DATA_KEY_FILE).map_err(|error| match error {
            Error::NotForThisKey => error,
            Error::NewerFormat(_) => Error::NewerFormat(Part::DataKey),
            _ => Error::Tampered(Part::DataKey),
        })?;
        let mut body = FRAME.unwrap(&plain)?;
        let keyring = Self::read(&mut body)?;
        body.end()?;
        if keyring.vault == vault { Ok(keyring) } else { Err(Error::Tampered(Part::DataKey)) }
    }

    fn read(body: &mut Cursor<'_>) -> Result<Self> {
        let tampered = |_| Error::Tampered(Part::DataKey);
        let mut keyring = Self {
            vault: VaultId::from_bytes(body.array()?),
            generation: body.u32()?,
            data_key: DataKey::copied(body.slice(32)?)?,
            recovery: PublicKey::from_bytes(body.array()?).map_err(tampered)?,
            officers: Vec::new(),
        };
        let count = usize::from(body.u16()?);
        if count == 0 || count > layout::MAX_OFFICERS {
            return Err(Error::Tampered(Part::DataKey));
        }
        for _ in 0..count {
            let slot = SlotId::from_bytes(body.array()?);
            let key = PublicKey::from_bytes(body.array()?).map_err(tampered)?;
            if keyring.officers.last().is_some_and(|(before, _)| *before >= slot) {
                return Err(Error::Tampered(Part::DataKey));
            }
            keyring.officers.push((slot, key));
        }
        Ok(keyring)
    }

    /// Opens the file at `path`.
    pub(crate) fn open_at(vault: VaultId, key: &SealingKey, path: &Path) -> Result<Option<Self>> {
        files::read_if_there(path, layout::DATA_KEY_FILE, Part::DataKey)?
            .map(|file| Self::open(vault, key, &file))
            .transpose()
    }

    pub(crate) fn write_at(&self, path: &Path) -> Result<()> {
        files::write_part(path, &self.seal()?, Part::DataKey)
    }

    /// The same with one officer more.
    pub(crate) fn with(&self, slot: SlotId, key: PublicKey) -> Result<Self> {
        let mut officers = self.officers.clone();
        officers.push((slot, key));
        officers.sort_unstable();
        if officers.len() > layout::MAX_OFFICERS {
            return Err(Error::TooLarge { part: Part::DataKey, limit: 64 });
        }
        Ok(Self { officers, ..self.clone() })
    }

    /// The same without some.
    pub(crate) fn without(&self, leaving: &[SlotId]) -> Result<Self> {
        let mut officers = self.officers.clone();
        officers.retain(|(slot, _)| !leaving.contains(slot));
        if officers.is_empty() { Err(Error::LastOfficer) } else { Ok(Self { officers, ..self.clone() }) }
    }

    pub(crate) fn has(&self, slot: SlotId) -> bool {
        self.officers.iter().any(|(listed, _)| *listed == slot)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FRAME, Keyring};
    use crate::{DataKey, Error, Part, SealingKey, SlotId, VaultId, envelope, layout};

    fn keyring() -> (SealingKey, Keyring) {
        let key = SealingKey::generate().unwrap();
        let keyring = Keyring {
            vault: VaultId::generate().unwrap(),
            generation: 1,
            data_key: DataKey::generate().unwrap(),
            recovery: SealingKey::generate().unwrap().public().unwrap(),
            officers: vec![(SlotId::from_bytes([1; 8]), key.public().unwrap())],
        };
        (key, keyring)
    }

    #[test]
    fn what_was_sealed_is_what_is_opened() {
        let (key, keyring) = keyring();
        let opened = Keyring::open(keyring.vault, &key, &keyring.seal().unwrap()).unwrap();
        assert!(opened.data_key == keyring.data_key && opened.officers == keyring.officers);
        assert_eq!((opened.generation, opened.recovery), (1, keyring.recovery));
    }

    #[test]
    fn the_file_of_another_vault_is_refused() {
        let (key, keyring) = keyring();
        let elsewhere = Keyring::open(VaultId::generate().unwrap(), &key, &keyring.seal().unwrap());
        assert!(matches!(elsewhere, Err(Error::Tampered(Part::DataKey))));
    }

    #[test]
    fn officers_out_of_order_or_twice_are_refused() {
        let (key, mut keyring) = keyring();
        keyring.officers.push(keyring.officers[0]);
        assert!(Keyring::open(keyring.vault, &key, &keyring.seal().unwrap()).is_err());
        keyring.officers[1].0 = SlotId::from_bytes([0; 8]);
        assert!(Keyring::open(keyring.vault, &key, &keyring.seal().unwrap()).is_err());
        keyring.officers[1].0 = SlotId::from_bytes([2; 8]);
        assert!(Keyring::open(keyring.vault, &key, &keyring.seal().unwrap()).is_ok());
        keyring.officers.clear();
        assert!(Keyring::open(keyring.vault, &key, &keyring.seal().unwrap()).is_err());
    }

    #[test]
    fn a_key_that_no_device_makes_is_refused() {
        let (key, keyring) = keyring();
        let plain = envelope::open(&key, &keyring.seal().unwrap(), 1 << 20).unwrap();
        let mut body = plain[8..plain.len() - 16].to_vec();
        body[52..84].fill(0);
        let forged = envelope::seal(&[key.public().unwrap()], &FRAME.wrap(&body)).unwrap();
        assert!(matches!(Keyring::open(keyring.vault, &key, &forged), Err(Error::Tampered(Part::DataKey))));
    }

    proptest! {
        #[test]
        fn any_content_is_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            let (key, keyring) = keyring();
            let sealed = envelope::seal(&[key.public().unwrap()], &FRAME.wrap(&bytes)).unwrap();
            prop_assert!(Keyring::open(keyring.vault, &key, &sealed).is_err());
        }
    }

    #[test]
    fn a_full_vault_fits_the_limit_of_the_file() {
        let (_, mut keyring) = keyring();
        let public = keyring.recovery;
        for at in 0..layout::MAX_OFFICERS - 1 {
            keyring = keyring.with(SlotId::from_bytes([2 + u8::try_from(at).unwrap(); 8]), public).unwrap();
        }
        assert!((keyring.seal().unwrap().len() as u64) < layout::DATA_KEY_FILE);
        assert!(keyring.with(SlotId::from_bytes([0; 8]), public).is_err());
    }
}
