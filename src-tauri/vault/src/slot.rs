//! An officer's slot: the key that opens the data key, sealed by a passphrase.
//!
//! Owns the file of a slot and the tag by which it is found without holding the officer's name. Everything in the file
//! is bound to the vault and to the slot: altered, moved or weakened, it does not open.
//!
//! The tag keeps names out of the folder; it does not keep somebody who has the folder from trying a list of names.

use std::path::Path;

use chacha20poly1305::aead::{AeadInOut as _, KeyInit as _};
use chacha20poly1305::{Tag, XChaCha20Poly1305, XNonce};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::codec::Frame;
use crate::passphrase::has_width;
use crate::{
    Error, Kdf, NewPassphrase, Part, Passphrase, Result, SealingKey, SlotId, VaultId, entropy, files, layout,
};

const FRAME: Frame = Frame { magic: b"PLGSLT", version: 1, part: Part::Slot };
const LONGEST_NAME: usize = 200;
/// Twice the officers: slots that an interrupted change left behind are swept, so there are never many.
const MOST_FILES: usize = 2 * layout::MAX_OFFICERS;

/// Finds an officer's slot from the name, in this vault only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct NameTag([u8; 32]);

impl NameTag {
    /// The same for each way of writing a name in upper or lower case, with more or fewer blanks.
    pub(crate) fn of(vault: VaultId, officer: &str) -> Result<Self> {
        if officer.len() > LONGEST_NAME {
            return Err(Error::UnusableName);
        }
        let seen: String = officer.chars().filter(|c| has_width(*c)).nfkc().collect();
        let folded: String = seen.to_lowercase().nfkc().collect();
        let name = folded.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.is_empty() {
            return Err(Error::UnusableName);
        }
        let key = blake3::derive_key("pulang 2026 vault: tag of an officer's name", vault.as_bytes());
        Ok(Self(*blake3::keyed_hash(&key, name.as_bytes()).as_bytes()))
    }
}

/// One slot as it lies in the folder, not opened.
pub(crate) struct Slot {
    pub(crate) id: SlotId,
    pub(crate) tag: NameTag,
    kdf: Kdf,
    salt: [u8; 16],
    nonce: [u8; 24],
    sealed: [u8; 32],
    seal: [u8; 16],
}

impl Slot {
    /// Seals `key` so that `passphrase` opens it.
    pub(crate) fn seal(
        vault: VaultId,
        id: SlotId,
        tag: NameTag,
        passphrase: &NewPassphrase,
        kdf: Kdf,
        key: &SealingKey,
    ) -> Result<Self> {
        let mut slot = Self {
            id,
            tag,
            kdf,
            salt: entropy::bytes()?,
            nonce: entropy::bytes()?,
            sealed: [0; 32],
            seal: [0; 16],
        };
        let by = kdf.derive(passphrase.as_passphrase(), &slot.salt)?;
        let mut secret = Zeroizing::new(*key.expose());
        let seal = XChaCha20Poly1305::new((&*by).into())
            .encrypt_inout_detached(
                &XNonce::from(slot.nonce),
                &slot.bound(vault),
                secret.as_mut_slice().into(),
            )
            .map_err(|_| Error::Tampered(Part::Slot))?;
        slot.sealed = *secret;
        slot.seal = seal.into();
        Ok(slot)
    }

    /// The officer's key, or nothing when the passphrase is wrong (or the file was altered: they look the same).
    pub(crate) fn unseal(&self, vault: VaultId, passphrase: &Passphrase) -> Result<Option<SealingKey>> {
        let by = self.kdf.derive(passphrase, &self.salt)?;
        let mut secret = Zeroizing::new(self.sealed);
        let opened = XChaCha20Poly1305::new((&*by).into()).decrypt_inout_detached(
            &XNonce::from(self.nonce),
            &self.bound(vault),
            secret.as_mut_slice().into(),
            &Tag::from(self.seal),
        );
        Ok(opened.ok().map(|()| SealingKey::from_bytes(*secret)))
    }

    /// Works as long as `unseal` would, for nothing.
    pub(crate) fn pretend(&self, passphrase: &Passphrase) -> Result<()> {
        self.kdf.derive(passphrase, &self.salt).map(|_| ())
    }

    /// Everything before the sealed key, and the vault.
    fn bound(&self, vault: VaultId) -> Vec<u8> {
        [b"pulang slot".as_slice(), vault.as_bytes(), &FRAME.head(), &self.front()].concat()
    }

    fn front(&self) -> Vec<u8> {
        let mut front = [self.id.as_bytes().as_slice(), &self.tag.0].concat();
        self.kdf.parameters().iter().for_each(|parameter| front.extend_from_slice(&parameter.to_le_bytes()));
        front.extend_from_slice(&self.salt);
        front.extend_from_slice(&self.nonce);
        front
    }

    /// The file.
    pub(crate) fn to_file(&self) -> Vec<u8> {
        FRAME.wrap(&[self.front().as_slice(), &self.sealed, &self.seal].concat())
    }

    /// Reads the file of the slot `id`; parameters outside of the limits are refused here, before any work.
    pub(crate) fn from_file(id: SlotId, file: &[u8]) -> Result<Self> {
        let mut body = FRAME.unwrap(file)?;
        let slot = Self {
            id: SlotId::from_bytes(body.array()?),
            tag: NameTag(body.array()?),
            kdf: Kdf::new(body.u32()?, body.u32()?, body.u32()?)?,
            salt: body.array()?,
            nonce: body.array()?,
            sealed: body.array()?,
            seal: body.array()?,
        };
        body.end()?;
        if slot.id == id { Ok(slot) } else { Err(Error::Tampered(Part::Slot)) }
    }

    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        files::write_part(&layout::slot_path(folder, self.id), &self.to_file(), Part::Slot)
    }

    pub(crate) fn read(folder: &Path, id: SlotId) -> Result<Self> {
        Self::from_file(
            id,
            &files::read_part(&layout::slot_path(folder, id), layout::SMALL_FILE, Part::Slot)?,
        )
    }
}

/// The slots in a folder, in the order of their ids.
pub(crate) struct Slots {
    pub(crate) readable: Vec<Slot>,
    /// Why one of the others could not be read. It is another officer's, perhaps: that must not keep anybody out.
    pub(crate) unreadable: Option<Error>,
}

impl Slots {
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let mut slots = Self { readable: Vec::new(), unreadable: None };
        for id in ids(folder)? {
            match Slot::read(folder, id) {
                Ok(slot) => slots.readable.push(slot),
                Err(error) => slots.unreadable = Some(error),
            }
        }
        Ok(slots)
    }
}

/// How many officers' slots lie in the folder of a vault: whether a name has to be asked for.
///
/// # Errors
/// `Disk`, `Tampered(Slot)` for more slots than any vault has.
pub fn officers_of(folder: &Path) -> Result<usize> {
    Ok(ids(folder)?.len())
}

/// The ids of the slot files in a folder, sorted; anything that is not a plain file of the right name is passed over.
pub(crate) fn ids(folder: &Path) -> Result<Vec<SlotId>> {
    let mut ids = Vec::new();
    for entry in std::fs::read_dir(layout::slots_folder(folder)).map_err(Error::disk(Part::Slot))? {
        let entry = entry.map_err(Error::disk(Part::Slot))?;
        if !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let name = entry.file_name();
        if let Some(id) = name.to_str().and_then(|name| name.strip_suffix(".slot")).and_then(SlotId::parse) {
            ids.push(id);
        }
        if ids.len() > MOST_FILES {
            return Err(Error::Tampered(Part::Slot));
        }
    }
    ids.sort_unstable();
    Ok(ids)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{NameTag, Slot};
    use crate::{Error, Kdf, NewPassphrase, Part, Passphrase, SealingKey, SlotId, VaultId};

    const WORDS: &str = "abacus abdomen zebra zesty walnut";

    fn slot(kdf: Kdf) -> (VaultId, SealingKey, Slot) {
        let vault = VaultId::generate().unwrap();
        let key = SealingKey::generate().unwrap();
        let new = NewPassphrase::choose(WORDS, "Sari").unwrap();
        let tag = NameTag::of(vault, "Sari").unwrap();
        let slot = Slot::seal(vault, SlotId::generate().unwrap(), tag, &new, kdf, &key).unwrap();
        (vault, key, slot)
    }

    fn words() -> Passphrase {
        Passphrase::parse(WORDS).unwrap()
    }

    #[test]
    fn the_right_passphrase_opens_it_at_the_default_setting() {
        let (vault, key, slot) = slot(Kdf::DEFAULT);
        let begun = std::time::Instant::now();
        let read = Slot::from_file(slot.id, &slot.to_file()).unwrap();
        assert_eq!(read.unseal(vault, &words()).unwrap().unwrap().expose(), key.expose());
        println!("unsealed at the default setting in {:?}", begun.elapsed());
    }

    #[test]
    fn every_flipped_byte_is_refused() {
        let (vault, _, slot) = slot(Kdf::QUICK);
        let file = slot.to_file();
        for at in 0..file.len() {
            for mask in [0x01, 0x80, 0xff] {
                let mut flipped = file.clone();
                flipped[at] ^= mask;
                assert!(Slot::from_file(slot.id, &flipped).is_err(), "byte {at}");
            }
        }
        // Somebody who alters it on purpose writes a new checksum: then the seal holds, or the limits do.
        for at in 8..file.len() - 16 {
            let mut body = file[8..file.len() - 16].to_vec();
            body[at - 8] ^= 1;
            let id = SlotId::from_bytes(*body.first_chunk().unwrap());
            let refused = match Slot::from_file(id, &super::FRAME.wrap(&body)) {
                Ok(altered) => altered.unseal(vault, &words()).unwrap().is_none(),
                Err(_) => true,
            };
            assert!(refused, "byte {at}");
        }
    }

    #[test]
    fn every_cut_and_every_addition_is_refused() {
        let (_, _, slot) = slot(Kdf::QUICK);
        let file = slot.to_file();
        for length in 0..file.len() {
            assert!(Slot::from_file(slot.id, &file[..length]).is_err());
        }
        assert!(Slot::from_file(slot.id, &[file.as_slice(), b"\0"].concat()).is_err());
    }

    #[test]
    fn it_opens_in_no_other_vault_and_at_no_other_place() {
        let (_, _, slot) = slot(Kdf::QUICK);
        assert!(slot.unseal(VaultId::generate().unwrap(), &words()).unwrap().is_none());
        let elsewhere = Slot::from_file(SlotId::generate().unwrap(), &slot.to_file());
        assert!(matches!(elsewhere, Err(Error::Tampered(Part::Slot))));
    }

    #[test]
    fn parameters_outside_of_the_limits_are_refused_on_reading() {
        let (_, _, mut slot) = slot(Kdf::QUICK);
        for [memory, passes] in [[8_u32, 2_u32], [1024, 1], [u32::MAX, 3], [262_144, u32::MAX]] {
            let mut body = slot.front();
            body[40..44].copy_from_slice(&memory.to_le_bytes());
            body[44..48].copy_from_slice(&passes.to_le_bytes());
            body.extend_from_slice(&slot.sealed);
            body.extend_from_slice(&slot.seal);
            assert!(matches!(Slot::from_file(slot.id, &super::FRAME.wrap(&body)), Err(Error::KdfOutOfRange)));
        }
        // The same layout with the setting as it was is read.
        slot.sealed = [0; 32];
        assert!(Slot::from_file(slot.id, &slot.to_file()).is_ok());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let id = SlotId::from_bytes([0; 8]);
            prop_assert!(Slot::from_file(id, &bytes).is_err());
            let _ = Slot::from_file(id, &super::FRAME.wrap(&bytes));
        }
    }

    #[test]
    fn the_tag_follows_the_name_and_the_vault() {
        let (a, b) = (VaultId::generate().unwrap(), VaultId::generate().unwrap());
        let tag = NameTag::of(a, "Sari Dewi").unwrap();
        assert_eq!(NameTag::of(a, "  SARI \u{200b} dewi ").unwrap(), tag);
        assert_ne!(NameTag::of(a, "Sari").unwrap(), tag);
        assert_ne!(NameTag::of(b, "Sari Dewi").unwrap(), tag);
        assert!(matches!(NameTag::of(a, " "), Err(Error::UnusableName)));
    }
}
