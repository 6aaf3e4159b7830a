//! Who may open the vault. Owns letting officers in and out, and the new data key that an officer's leaving asks for;
//! refuses both to anybody but the head, which prevents accidents: whoever can unlock the vault can read it, so a role is
//! no wall between people who share one key.

use crate::{
    Desk,
    books::{self, field_id},
    draft::{Birth, Entry, REGISTER},
    failure::DeskError,
    opening::officer_setting,
    views::{NewOfficer, OfficerLet, OfficerLine},
};
use casework::{ids::RecordId, record::Record};
use register::Key;
use vault::SlotId;

const ROLES: [&str; 3] = ["officer", "counsellor", "head"];

impl Desk {
    /// Everybody who can open the vault.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn officers(&self) -> Result<Vec<OfficerLine>, DeskError> {
        let ids = self.officer_slots()?.into_iter().map(|(_, id)| id).collect::<Vec<_>>();
        let words = self.words();
        let line = |record: &Record| {
            let role = record.first("role").unwrap_or("officer").to_owned();
            OfficerLine {
                id: record.id.to_string(),
                name: record.first("name").unwrap_or_default().to_owned(),
                role_word: words.get(&format!("role-{role}")).into_owned(),
                role,
                you: record.id == self.officer,
            }
        };
        Ok(self.records(&ids)?.iter().map(line).collect())
    }

    /// Lets one officer more open the vault.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::WrongUse`] for a role that is none; [`DeskError::Vault`] for a name that is
    /// taken or unusable or a weak passphrase.
    pub fn add_officer(&mut self, input: &NewOfficer, kdf: vault::Kdf) -> Result<OfficerLet, DeskError> {
        self.for_the_head()?;
        if !ROLES.contains(&input.role.as_str()) {
            return Err(DeskError::WrongUse);
        }
        let passphrase = match &input.passphrase {
            Some(typed) => vault::NewPassphrase::choose(typed, &input.name)?,
            None => vault::NewPassphrase::generate()?,
        };
        if self.vault.find_officer(&input.name)?.is_some() {
            return Err(vault::Error::OfficerExists.into());
        }
        // The record first: a slot without one could not be unlocked, a record without a slot is a name in a list.
        let id = self.new_id();
        let kind = books::kind_id("officer")?;
        let entry = |field: &str, text: &str| -> Result<Entry, DeskError> {
            Ok(Entry { record: id, field: field_id(field)?, answer: books::known(text), as_typed: None })
        };
        let entries = vec![entry("name", &input.name)?, entry("role", &input.role)?];
        let deed = self.new_deed();
        self.do_deed(deed, "officer-add", vec![Birth { record: id, kind, scope: REGISTER }], entries)?;
        self.register.set_setting(&waiting_setting(&input.name), Some(&id.to_string()))?;
        let slot = self.vault.add_officer(&input.name, &passphrase, kdf)?;
        self.register.set_setting(&officer_setting(slot), Some(&id.to_string()))?;
        self.register.set_setting(&waiting_setting(&input.name), None)?;
        self.audit("officer-add", id)?;
        let generated = input.passphrase.is_none().then(|| passphrase.reveal().to_owned());
        Ok(OfficerLet { name: input.name.clone(), passphrase: generated })
    }

    /// Shuts an officer out: a new data key, which the leaver's slot does not open, and needs nobody's passphrase. The
    /// leaver's record stays, since it signs what was written.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::WrongUse`] for oneself; [`DeskError::Vault`] when there is no such officer or
    /// nobody would be left.
    pub fn remove_officer(&mut self, name: &str) -> Result<(), DeskError> {
        self.for_the_head()?;
        let slot = self.vault.find_officer(name)?.ok_or(vault::Error::NoSuchOfficer)?;
        if self.vault.officer() == Some(slot) {
            return Err(DeskError::WrongUse);
        }
        let id = self.officer_of(slot)?;
        self.audit("officer-remove", id)?;
        self.new_key(&[slot])?;
        Ok(self.register.set_setting(&officer_setting(slot), None)?)
    }

    /// A new data key for everybody who is still there: after a theft, or when somebody may have copied the vault.
    ///
    /// # Errors
    /// [`DeskError::Register`] or [`DeskError::Vault`] when the disk refuses; unlocking again then finishes or undoes it.
    pub fn rekey(&mut self) -> Result<u32, DeskError> {
        let entry = self.audit_entry("rekey", "", "");
        self.register.audit(&entry)?;
        self.new_key(&[])?;
        Ok(self.vault.generation())
    }

    fn new_key(&mut self, leaving: &[SlotId]) -> Result<(), DeskError> {
        let path = vault::register_path(self.vault.folder());
        let prepared = self.vault.prepare_rekey(leaving, &vault::RecoveryChoice::Keep)?;
        self.register.change_key(&path, Key(prepared.data_key().expose()))?;
        self.vault.commit_rekey(prepared)?;
        // What lies here sealed with the old key would still open to whoever left.
        self.renew_backups()
    }

    /// Refuses whoever is not the head.
    pub(crate) fn for_the_head(&mut self) -> Result<(), DeskError> {
        let me = self.existing(self.officer, Some("officer"))?;
        if me.first("role") == Some("head") {
            return Ok(());
        }
        let entry = self.audit_entry("refusal", "", "head");
        self.register.audit(&entry)?;
        Err(DeskError::NotHead)
    }

    pub(crate) fn officer_slots(&self) -> Result<Vec<(SlotId, RecordId)>, DeskError> {
        let slots: Vec<SlotId> = self.vault.officers().collect();
        slots.into_iter().map(|slot| Ok((slot, self.officer_of(slot)?))).collect()
    }

    fn officer_of(&self, slot: SlotId) -> Result<RecordId, DeskError> {
        let kept = self.register.setting(&officer_setting(slot))?;
        kept.and_then(|text| RecordId::from_canonical(&text).ok()).ok_or(DeskError::Fault("officer"))
    }
}

/// How the settings begin in which the record of an officer waits whose slot a crash may have left without one.
const WAITING: &str = "officer-waiting-";

pub(crate) fn waiting_setting(name: &str) -> String {
    format!("{WAITING}{}", casework::values::fold(name))
}

/// Ends what a crash may have left between an officer's slot and the record that belongs to it; a record whose slot was never
/// made is a name in a list, and waits no longer.
pub(crate) fn join_slots(vault: &vault::Opened, register: &mut register::Register) -> Result<(), DeskError> {
    let settings = register.settings()?;
    for (setting, text) in settings.into_iter().filter(|(setting, _)| setting.starts_with(WAITING)) {
        let record = match RecordId::from_canonical(&text) {
            Ok(id) => register.record(id)?,
            Err(_) => None,
        };
        let name = record.as_ref().and_then(|record| record.first("name"));
        if let Some(slot) = name.map(|name| vault.find_officer(name)).transpose()?.flatten() {
            let of_slot = officer_setting(slot);
            if register.setting(&of_slot)?.is_none() {
                register.set_setting(&of_slot, Some(&text))?;
            }
        }
        register.set_setting(&setting, None)?;
    }
    Ok(())
}
