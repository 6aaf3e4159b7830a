//! Who may open the vault: passphrases changed, officers added, forgotten passphrases replaced.
//!
//! Owns the order of the writes, so that a crash leaves either the old state or the new one: the new slot first, the
//! keyring next, the stale slot last; whatever is left behind is swept at the next unlock. Removing an officer is in
//! `rekey`: whoever has known the data key is only kept out by another one.

use crate::slot::{NameTag, Slot};
use crate::{
    Error, Kdf, NewPassphrase, Opened, Passphrase, Result, SealingKey, SlotId, failures, files, layout,
};

impl Opened {
    /// Changes the passphrase of one slot, whose old passphrase is asked for again; one file is replaced.
    ///
    /// A copy of the old slot still opens with the old passphrase: after a theft, change the data key as well.
    ///
    /// # Errors
    /// `WrongPassphrase` (counted), `NoSuchOfficer`, `OutOfMemory`, `Disk`.
    pub fn change_passphrase(
        &self,
        slot: SlotId,
        old: &Passphrase,
        new: &NewPassphrase,
        kdf: Kdf,
    ) -> Result<()> {
        let before = self.slot(slot)?;
        let Some(key) = before.unseal(self.vault(), old)? else { return Err(failures::wrong(&self.folder)) };
        Slot::seal(self.vault(), slot, before.tag, new, kdf, &key)?.write(&self.folder)
    }

    /// Lets one officer more open the vault.
    ///
    /// # Errors
    /// `OfficerExists`, `UnusableName`, `Unsettled`, `TooLarge` above 64 officers, `OutOfMemory`, `Disk`.
    pub fn add_officer(&mut self, officer: &str, passphrase: &NewPassphrase, kdf: Kdf) -> Result<SlotId> {
        if self.find_officer(officer)?.is_some() {
            return Err(Error::OfficerExists);
        }
        self.put_officer(officer, passphrase, kdf, None)
    }

    /// Gives an officer who has forgotten the passphrase, or whose slot is damaged, a new slot in place of the old one,
    /// which then opens nothing. The name is the one to unlock with from now on.
    ///
    /// # Errors
    /// `NoSuchOfficer`, `OfficerExists` when the name is another officer's, `Unsettled`, `OutOfMemory`, `Disk`.
    pub fn replace_officer(
        &mut self,
        stale: SlotId,
        officer: &str,
        passphrase: &NewPassphrase,
        kdf: Kdf,
    ) -> Result<SlotId> {
        if !self.keyring.has(stale) {
            return Err(Error::NoSuchOfficer);
        }
        if self.search(officer, Some(stale))?.is_some() {
            return Err(Error::OfficerExists);
        }
        self.put_officer(officer, passphrase, kdf, Some(stale))
    }

    /// The slot of the officer of that name.
    ///
    /// # Errors
    /// `UnusableName`; `Tampered(Slot)` or `Disk` when it is none of those that can be read.
    pub fn find_officer(&self, officer: &str) -> Result<Option<SlotId>> {
        self.search(officer, None)
    }

    fn search(&self, officer: &str, passing_over: Option<SlotId>) -> Result<Option<SlotId>> {
        let tag = NameTag::of(self.vault(), officer)?;
        let mut unreadable = None;
        for id in self.officers().filter(|id| Some(*id) != passing_over) {
            match Slot::read(&self.folder, id) {
                Ok(slot) if slot.tag == tag => return Ok(Some(id)),
                Ok(_) => {}
                Err(error) => unreadable = Some(error),
            }
        }
        unreadable.map_or(Ok(None), Err)
    }

    fn put_officer(
        &mut self,
        officer: &str,
        passphrase: &NewPassphrase,
        kdf: Kdf,
        stale: Option<SlotId>,
    ) -> Result<SlotId> {
        if self.changing_key {
            return Err(Error::Unsettled);
        }
        let tag = NameTag::of(self.vault(), officer)?;
        let (id, key) = (SlotId::generate()?, SealingKey::generate()?);
        let with = self.keyring.with(id, key.public()?)?;
        let keyring = stale.map_or(Ok(with.clone()), |stale| with.without(&[stale]))?;
        Slot::seal(self.vault(), id, tag, passphrase, kdf, &key)?.write(&self.folder)?;
        keyring.write_at(&layout::data_key_path(&self.folder))?;
        self.keyring = keyring;
        if let Some(stale) = stale {
            files::remove_part(&layout::slot_path(&self.folder, stale), crate::Part::Slot)?;
            if self.officer == Some(stale) {
                self.officer = Some(id);
            }
        }
        Ok(id)
    }

    fn slot(&self, id: SlotId) -> Result<Slot> {
        if self.keyring.has(id) { Slot::read(&self.folder, id) } else { Err(Error::NoSuchOfficer) }
    }
}
