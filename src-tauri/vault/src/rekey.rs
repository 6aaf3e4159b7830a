//! A new data key, when somebody leaves or something was stolen.
//!
//! Owns the protocol with the database, which has to be encrypted anew by somebody else:
//!
//! 1. [`Opened::prepare_rekey`] seals the new key beside the old one (`data.key.next`), durably.
//! 2. The database is moved to the new key, in one step that either happens or does not.
//! 3. [`Opened::commit_rekey`] puts the new key in the old one's place and removes the slots of those who left.
//!
//! A crash before 2 leaves a database that opens with the old key, after 2 one that opens with the new key, and
//! `Unlocked::settle` finds out which and goes back or forward. Whoever leaves is never given the new key.

use crate::keyring::Keyring;
use crate::recovery::RecoveryKey;
use crate::{DataKey, Error, Opened, Part, Result, SlotId, files, layout};

/// What becomes of the recovery key when the data key changes.
#[derive(Debug)]
pub enum RecoveryChoice<'a> {
    /// The sheet in the safe stays valid.
    Keep,
    /// Another sheet takes its place: parsed from what was written down, so that it is known to be readable.
    Replace(&'a RecoveryKey),
}

/// A new data key that is sealed on the disk but not in force.
#[derive(Debug)]
pub struct PreparedRekey {
    next: DataKey,
    keyring: NextKeyring,
}

struct NextKeyring(Keyring);

impl std::fmt::Debug for NextKeyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "generation {}", self.0.generation)
    }
}

impl PreparedRekey {
    /// What the database is to be encrypted with.
    pub const fn data_key(&self) -> &DataKey {
        &self.next
    }
}

impl Opened {
    /// Draws a new data key and seals it to everybody but `leaving`, beside the old one; nobody's passphrase is needed.
    ///
    /// Until it is committed or abandoned, no officer can be added or replaced.
    ///
    /// # Errors
    /// `LastOfficer`, `NoSuchOfficer`, `Unsettled` when one is prepared already, `NoEntropy`, `Disk`.
    pub fn prepare_rekey(
        &mut self,
        leaving: &[SlotId],
        recovery: &RecoveryChoice<'_>,
    ) -> Result<PreparedRekey> {
        if self.changing_key {
            return Err(Error::Unsettled);
        }
        if leaving.iter().any(|slot| !self.keyring.has(*slot)) {
            return Err(Error::NoSuchOfficer);
        }
        let mut keyring = self.keyring.without(leaving)?;
        keyring.generation = keyring.generation.saturating_add(1);
        keyring.data_key = DataKey::generate()?;
        if let RecoveryChoice::Replace(sheet) = recovery {
            keyring.recovery = sheet.sealing_key().public()?;
        }
        keyring.write_at(&layout::next_key_path(&self.folder))?;
        self.changing_key = true;
        Ok(PreparedRekey { next: keyring.data_key.clone(), keyring: NextKeyring(keyring) })
    }

    /// Puts the new data key in force. Call it once the database opens with it, and not before.
    ///
    /// # Errors
    /// `Disk`; then the vault must be opened again, which finishes the change.
    pub fn commit_rekey(&mut self, prepared: PreparedRekey) -> Result<()> {
        let (from, to) = (layout::next_key_path(&self.folder), layout::data_key_path(&self.folder));
        files::rename_part(&from, &to, Part::DataKey)?;
        self.keyring = prepared.keyring.0;
        self.changing_key = false;
        if self.officer.is_some_and(|slot| !self.keyring.has(slot)) {
            self.officer = None;
        }
        self.sweep()
    }

    /// Gives the new data key up. Call it only when the database still opens with the old one.
    ///
    /// # Errors
    /// `Disk`.
    pub fn abandon_rekey(&mut self, prepared: PreparedRekey) -> Result<()> {
        drop(prepared);
        files::remove_part(&layout::next_key_path(&self.folder), Part::DataKey)?;
        self.changing_key = false;
        Ok(())
    }
}
