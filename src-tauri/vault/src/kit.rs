//! The keys that go with a backup: what is needed, beside the database, to open a vault again.
//!
//! Owns one small file holding the vault's id, the sealed data key and the officers' slots. It is as safe as the folder
//! itself, for it holds the same sealed files. Left out on purpose: counters, the count of failures, the lock.

use std::path::Path;

use crate::codec::Frame;
use crate::slot::Slot;
use crate::{Error, Opened, Part, Result, SlotId, VaultId, files, layout, prepare};

const FRAME: Frame = Frame { magic: b"PLGKIT", version: 1, part: Part::Kit };

/// The largest kit, in bytes: what to reserve for it when reading a backup.
pub const MAX_LENGTH: u64 = 64 * 1024;

/// The sealed keys of one vault.
#[derive(Debug)]
pub struct Kit {
    vault: VaultId,
    data_key: Vec<u8>,
    slots: Vec<(SlotId, Vec<u8>)>,
}

impl Kit {
    /// The keys of `vault` as they lie on the disk.
    ///
    /// # Errors
    /// `Unsettled` while the data key is being changed, `Tampered(Slot)`, `Disk`.
    pub fn of(vault: &Opened) -> Result<Self> {
        if vault.changing_key {
            return Err(Error::Unsettled);
        }
        let slots = vault.officers().map(|id| Ok((id, Slot::read(vault.folder(), id)?.to_file())));
        Ok(Self {
            vault: vault.vault(),
            data_key: files::read_part(
                &layout::data_key_path(vault.folder()),
                layout::DATA_KEY_FILE,
                Part::DataKey,
            )?,
            slots: slots.collect::<Result<_>>()?,
        })
    }

    /// Which vault it opens.
    pub const fn vault(&self) -> VaultId {
        self.vault
    }

    /// The kit as one file.
    ///
    /// # Errors
    /// `TooLarge`, which does not happen with what [`Kit::of`] read.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let too_large = |_| Error::TooLarge { part: Part::Kit, limit: MAX_LENGTH };
        let mut body = self.vault.as_bytes().to_vec();
        body.extend_from_slice(&u32::try_from(self.data_key.len()).map_err(too_large)?.to_le_bytes());
        body.extend_from_slice(&self.data_key);
        body.extend_from_slice(&u16::try_from(self.slots.len()).map_err(too_large)?.to_le_bytes());
        for (id, file) in &self.slots {
            body.extend_from_slice(id.as_bytes());
            body.extend_from_slice(&u16::try_from(file.len()).map_err(too_large)?.to_le_bytes());
            body.extend_from_slice(file);
        }
        Ok(FRAME.wrap(&body))
    }

    /// Reads what [`Kit::to_bytes`] wrote.
    ///
    /// # Errors
    /// `NewerFormat`, `Tampered(Kit)`, `Tampered(Slot)`, `KdfOutOfRange`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let tampered = Error::Tampered(Part::Kit);
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MAX_LENGTH {
            return Err(tampered);
        }
        let mut body = FRAME.unwrap(bytes)?;
        let vault = VaultId::from_bytes(body.array()?);
        let length = usize::try_from(body.u32()?).unwrap_or(usize::MAX);
        let data_key = body.slice(length)?.to_vec();
        let count = usize::from(body.u16()?);
        if count == 0 || count > layout::MAX_OFFICERS {
            return Err(tampered);
        }
        let mut slots: Vec<(SlotId, Vec<u8>)> = Vec::new();
        for _ in 0..count {
            let id = SlotId::from_bytes(body.array()?);
            let length = usize::from(body.u16()?);
            let file = body.slice(length)?;
            Slot::from_file(id, file)?;
            if slots.last().is_some_and(|(before, _)| *before >= id) {
                return Err(tampered);
            }
            slots.push((id, file.to_vec()));
        }
        body.end()?;
        Ok(Self { vault, data_key, slots })
    }

    /// Makes `folder`, which must be missing or empty, a vault without a database; the id comes last, so that a crash
    /// leaves a folder that is no vault.
    ///
    /// # Errors
    /// `NotEmpty`, `Disk`.
    pub fn unpack(&self, folder: &Path) -> Result<()> {
        prepare::refuse_what_is_there(folder)?;
        files::create_private_folder(&layout::slots_folder(folder))?;
        files::create_private_folder(&layout::attachments_path(folder))?;
        for (id, file) in &self.slots {
            files::write_part(&layout::slot_path(folder, *id), file, Part::Slot)?;
        }
        files::write_part(&layout::data_key_path(folder), &self.data_key, Part::DataKey)?;
        self.vault.write(folder)
    }
}
