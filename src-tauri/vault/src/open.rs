//! Unlocking: from a passphrase, or a recovery key, to the data key.
//!
//! Owns the way in, in two steps: [`Unlocked`] has proved who is there; [`Opened`] also knows which data key the
//! database has, which after an interrupted change of key may be either of two. Refuses to say whether a name or a
//! passphrase was wrong.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::keyring::Keyring;
use crate::lock::FolderLock;
use crate::recovery::RecoveryKey;
use crate::slot::{self, NameTag, Slot, Slots};
use crate::{DataKey, Error, Part, Passphrase, Result, SealingKey, SlotId, VaultId, failures, files, layout};

/// Unlocks the vault in `folder` with an officer's passphrase; without a name when there is only one officer.
///
/// An unknown name costs the same work as a wrong passphrase and gives the same error. Wrong ones are counted.
///
/// # Errors
/// `NotAVault`, `NewerFormat`, `Locked`, `NameNeeded`, `UnusableName`, `WrongPassphrase`, `NotForThisKey` (the right
/// passphrase of somebody who has left, or a damaged data key), `Tampered`, `KdfOutOfRange` (a slot that asks for too
/// much or too little work), `OutOfMemory`, `Disk`.
pub fn open(folder: &Path, officer: Option<&str>, passphrase: &Passphrase) -> Result<Unlocked> {
    let vault = VaultId::read(folder)?;
    let lock = FolderLock::take(folder)?;
    let Slots { readable, mut unreadable } = Slots::read(folder)?;
    let asked = match (officer, readable.split_first()) {
        (Some(name), _) => NameTag::of(vault, name)?,
        (None, Some((first, others))) if others.iter().all(|slot| slot.tag == first.tag) => first.tag,
        (None, Some(_)) => return Err(Error::NameNeeded),
        (None, None) => return Err(unreadable.take().unwrap_or(Error::Tampered(Part::Slot))),
    };
    // There is more than one only after an interrupted change; the stale one is swept once the vault is open.
    let (theirs, others): (Vec<Slot>, Vec<Slot>) = readable.into_iter().partition(|slot| slot.tag == asked);
    if theirs.is_empty() {
        if let Some(error) = unreadable {
            return Err(error);
        }
        others.first().map_or(Ok(()), |slot| slot.pretend(passphrase))?;
    }
    let mut knows_a_stale_one = false;
    for slot in theirs {
        let Some(key) = slot.unseal(vault, passphrase)? else { continue };
        match Keys::load(folder, vault, &key) {
            // The slot of somebody who has left, or whose passphrase was replaced.
            Err(Error::NotForThisKey) => knows_a_stale_one = true,
            keys => {
                let keys = keys?;
                if !keys.current.officers.contains(&(slot.id, key.public()?)) {
                    return Err(Error::Tampered(Part::DataKey));
                }
                failures::clear(folder)?;
                return Ok(Unlocked { folder: folder.to_path_buf(), lock, keys, officer: Some(slot.id) });
            }
        }
    }
    Err(if knows_a_stale_one { Error::NotForThisKey } else { failures::wrong(folder) })
}

/// Unlocks the vault in `folder` with its recovery key, whoever has forgotten what.
///
/// # Errors
/// `WrongRecoveryKey`, and as [`open`].
pub fn open_with_recovery(folder: &Path, recovery: &RecoveryKey) -> Result<Unlocked> {
    let vault = VaultId::read(folder)?;
    let lock = FolderLock::take(folder)?;
    let keys = Keys::load(folder, vault, &recovery.sealing_key()).map_err(|error| match error {
        Error::NotForThisKey => Error::WrongRecoveryKey,
        other => other,
    })?;
    failures::clear(folder)?;
    Ok(Unlocked { folder: folder.to_path_buf(), lock, keys, officer: None })
}

/// The data key, and the one an interrupted change was moving to.
struct Keys {
    current: Keyring,
    next: Next,
}

enum Next {
    /// No change of key was under way.
    None,
    /// The database may have either key.
    Sealed(Box<Keyring>),
    /// There is one, but not for whoever is here, or it is damaged.
    Closed,
}

impl Keys {
    fn load(folder: &Path, vault: VaultId, key: &SealingKey) -> Result<Self> {
        let next_key = layout::next_key_path(folder);
        let current = Keyring::open_at(vault, key, &layout::data_key_path(folder))?;
        let next = match Keyring::open_at(vault, key, &next_key) {
            Ok(None) => Next::None,
            Ok(Some(next)) => Next::Sealed(Box::new(next)),
            Err(error @ Error::Disk { .. }) => return Err(error),
            Err(_) => Next::Closed,
        };
        // `data.key` is only ever replaced by a rename: if it is gone, somebody took it away.
        Ok(Self { current: current.ok_or(Error::Tampered(Part::DataKey))?, next })
    }
}

/// A vault whose officer has proved who it is; nobody else can open it while this exists.
pub struct Unlocked {
    folder: PathBuf,
    lock: FolderLock,
    keys: Keys,
    officer: Option<SlotId>,
}

impl Unlocked {
    /// Which vault it is.
    pub const fn vault(&self) -> VaultId {
        self.keys.current.vault
    }

    /// Opens the database and by that finds out which data key holds; finishes or undoes an interrupted change of key,
    /// and sweeps what interrupted changes left behind.
    ///
    /// `database` is called with one data key, or with two one after the other, and gives `None` when the database does
    /// not open with it. A database that is not there yet is `database`'s to make (with the key it is given).
    ///
    /// # Errors
    /// `Tampered(DataKey)` when the database opens with neither, whatever `database` gives, `Disk`.
    pub fn settle<T, E: From<Error>>(
        self,
        mut database: impl FnMut(&DataKey) -> std::result::Result<Option<T>, E>,
    ) -> std::result::Result<(Opened, T), E> {
        let Self { folder, lock, keys, officer } = self;
        let (keyring, opened) = if let Some(opened) = database(&keys.current.data_key)? {
            if !matches!(keys.next, Next::None) {
                files::remove_part(&layout::next_key_path(&folder), Part::DataKey)?;
            }
            (keys.current, opened)
        } else {
            let Next::Sealed(next) = keys.next else { return Err(Error::Tampered(Part::DataKey).into()) };
            let Some(opened) = database(&next.data_key)? else {
                return Err(Error::Tampered(Part::DataKey).into());
            };
            files::rename_part(
                &layout::next_key_path(&folder),
                &layout::data_key_path(&folder),
                Part::DataKey,
            )?;
            (*next, opened)
        };
        let opened_vault = Opened { folder, _lock: lock, keyring, officer, changing_key: false };
        opened_vault.sweep()?;
        Ok((opened_vault, opened))
    }
}

impl fmt::Debug for Unlocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unlocked({})", self.vault())
    }
}

/// An open vault: the data key, and the right to change who may open it. Dropping it wipes the key and frees the vault.
pub struct Opened {
    pub(crate) folder: PathBuf,
    pub(crate) _lock: FolderLock,
    pub(crate) keyring: Keyring,
    pub(crate) officer: Option<SlotId>,
    pub(crate) changing_key: bool,
}

impl Opened {
    /// Which vault it is.
    pub const fn vault(&self) -> VaultId {
        self.keyring.vault
    }

    /// The folder of the vault.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the database is encrypted with.
    pub const fn data_key(&self) -> &DataKey {
        &self.keyring.data_key
    }

    /// How many data keys this vault has had, the first being 1.
    pub const fn generation(&self) -> u32 {
        self.keyring.generation
    }

    /// The slot of whoever opened it; nothing when it was opened with the recovery key.
    pub const fn officer(&self) -> Option<SlotId> {
        self.officer
    }

    /// The slots of everybody who can open it.
    pub fn officers(&self) -> impl Iterator<Item = SlotId> {
        self.keyring.officers.iter().map(|(slot, _)| *slot)
    }

    /// Proves that a written-down recovery key would open this vault; changes nothing.
    ///
    /// # Errors
    /// `WrongRecoveryKey`, `Tampered(DataKey)`, `Disk`.
    pub fn drill(&self, recovery: &RecoveryKey) -> Result<()> {
        let path = layout::data_key_path(&self.folder);
        match Keyring::open_at(self.vault(), &recovery.sealing_key(), &path) {
            Ok(Some(found)) if found.data_key == self.keyring.data_key => Ok(()),
            Ok(_) => Err(Error::Tampered(Part::DataKey)),
            Err(Error::NotForThisKey) => Err(Error::WrongRecoveryKey),
            Err(error) => Err(error),
        }
    }

    /// Removes slots that no longer open anything, and half-written files.
    pub(crate) fn sweep(&self) -> Result<()> {
        for id in slot::ids(&self.folder)? {
            if !self.keyring.has(id) {
                files::remove_part(&layout::slot_path(&self.folder, id), Part::Slot)?;
            }
        }
        files::sweep_drafts(&self.folder)?;
        files::sweep_drafts(&layout::slots_folder(&self.folder))?;
        files::sweep_drafts(&layout::attachments_path(&self.folder))
    }
}

impl fmt::Debug for Opened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Opened({})", self.vault())
    }
}
