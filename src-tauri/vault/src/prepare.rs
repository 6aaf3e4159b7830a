//! Making a vault, which is only made once its recovery key has been written down and read back.

use std::path::{Path, PathBuf};

use crate::keyring::Keyring;
use crate::lock::FolderLock;
use crate::recovery::RecoveryKey;
use crate::slot::{NameTag, Slot};
use crate::{
    DataKey, Error, Kdf, NewPassphrase, Opened, Part, Result, SealingKey, SlotId, VaultId, files, layout,
};

/// A vault that exists in memory only, until [`NewVault::finish`].
pub struct NewVault {
    folder: PathBuf,
    keyring: Keyring,
    slot: Slot,
    recovery: RecoveryKey,
}

impl NewVault {
    /// Draws the keys of a new vault for `folder`, which must be missing or empty, and seals them for its first officer.
    /// Nothing is written.
    ///
    /// # Errors
    /// `NotEmpty`, `UnusableName`, `OutOfMemory`, `NoEntropy`, `Disk`.
    pub fn prepare(folder: &Path, officer: &str, passphrase: &NewPassphrase, kdf: Kdf) -> Result<Self> {
        refuse_what_is_there(folder)?;
        let vault = VaultId::generate()?;
        let tag = NameTag::of(vault, officer)?;
        let key = SealingKey::generate()?;
        let id = SlotId::generate()?;
        let recovery = RecoveryKey::generate()?;
        Ok(Self {
            folder: folder.to_path_buf(),
            slot: Slot::seal(vault, id, tag, passphrase, kdf, &key)?,
            keyring: Keyring {
                vault,
                generation: 1,
                data_key: DataKey::generate()?,
                recovery: recovery.sealing_key().public()?,
                officers: vec![(id, key.public()?)],
            },
            recovery,
        })
    }

    /// The recovery key to be written down before the vault may exist.
    pub const fn recovery(&self) -> &RecoveryKey {
        &self.recovery
    }

    /// Writes the vault, if `read_back` (parsed from what was written down or typed, or recovered from shares) opens
    /// it: from the files as they lie on the disk, not from memory.
    ///
    /// A crash before the end leaves a folder that is no vault, and that can be used for a new attempt.
    ///
    /// # Errors
    /// `WrongRecoveryKey`, `NotEmpty`, `Disk`.
    pub fn finish(self, read_back: &RecoveryKey) -> Result<Opened> {
        let Self { folder, keyring, slot, recovery } = self;
        if read_back.sealing_key().public()? != recovery.sealing_key().public()? {
            return Err(Error::WrongRecoveryKey);
        }
        refuse_what_is_there(&folder)?;
        files::create_private_folder(&layout::slots_folder(&folder))?;
        files::create_private_folder(&layout::attachments_path(&folder))?;
        let lock = FolderLock::take(&folder)?;
        slot.write(&folder)?;
        keyring.write_at(&layout::data_key_path(&folder))?;
        let opened = Opened { folder, _lock: lock, officer: Some(slot.id), keyring, changing_key: false };
        opened.drill(read_back)?;
        opened.sweep()?;
        opened.vault().write(&opened.folder)?;
        Ok(opened)
    }
}

/// Lets through a missing or empty folder, and what an attempt that never got as far as `vault.id` left.
pub(crate) fn refuse_what_is_there(folder: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(Error::disk(Part::Folder))?,
    };
    for entry in entries {
        let name = entry.map_err(Error::disk(Part::Folder))?.file_name();
        let ours = matches!(name.to_str(), Some("slots" | "attachments" | "lock" | "data.key"))
            || name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(".tmp"));
        if !ours {
            return Err(Error::NotEmpty);
        }
    }
    Ok(())
}
