//! The way back when passphrases are lost. Owns recovering with the paper key or with two of three shares, proving that a
//! sheet still works, and splitting a key; refuses to show the recovery key of a vault, which nobody here knows.

mod sheet;

pub use sheet::recovery_sheet;

use crate::{Desk, House, Tools, books, failure::DeskError, opening::officer_setting, views::OfficerLet};
use casework::ids::RecordId;
use register::{AuditEntry, Key, Page, Register};
use std::{path::Path, sync::Arc};
use vault::recovery::{RecoveryKey, Sheet};
use zeroize::Zeroizing;

/// The key on one sheet, or from two sheets with a share each.
///
/// # Errors
/// [`DeskError::Vault`] when a sheet holds neither, or the shares do not belong together.
fn key_of(sheets: &[Zeroizing<String>]) -> Result<RecoveryKey, DeskError> {
    let mut shares = Vec::new();
    for sheet in sheets {
        match Sheet::read(sheet)? {
            Sheet::Key(key) => return Ok(key),
            Sheet::Share(share) => shares.push(share),
        }
    }
    Ok(RecoveryKey::from_shares(&shares.iter().map(|share| share.as_str()).collect::<Vec<_>>())?)
}

/// Splits the key on a sheet into three shares, of which any two give it back; each pair is tried before they are given out.
///
/// # Errors
/// [`DeskError::Vault`] when the sheet holds no key.
pub fn split(sheet: &Zeroizing<String>) -> Result<[Zeroizing<String>; 3], DeskError> {
    let key = key_of(std::slice::from_ref(sheet))?;
    let [a, b, c] = key.split()?.map(|share| share.to_text());
    for pair in [[&a, &b], [&a, &c], [&b, &c]] {
        if RecoveryKey::from_shares(&pair.map(|text| text.as_str()))? != key {
            return Err(DeskError::Fault("shares"));
        }
    }
    Ok([a, b, c])
}

/// Gives an officer who has forgotten the passphrase a new one, with the recovery key: the only officer when no name is given.
/// Every earlier passphrase of that officer opens nothing any more.
///
/// # Errors
/// [`DeskError::Vault`] for sheets that do not open this vault, no such officer, or a weak passphrase; nothing is changed then.
pub fn recover(
    (house, tools): (Arc<House>, Arc<Tools>),
    folder: &Path,
    sheets: &[Zeroizing<String>],
    officer: Option<&str>,
    new: Option<&str>,
    kdf: vault::Kdf,
) -> Result<OfficerLet, DeskError> {
    let unlocked = vault::open_with_recovery(folder, &key_of(sheets)?)?;
    let path = vault::register_path(folder);
    let (mut opened, mut register) = unlocked.settle(|key| books::open(&path, key, &house, &tools))?;
    let (slot, id) = whose(&opened, &register, officer)?;
    let record = register.record(id)?.ok_or(vault::Error::NoSuchOfficer)?;
    let name = record.first("name").ok_or(vault::Error::NoSuchOfficer)?.to_owned();
    let passphrase = match new {
        Some(typed) => vault::NewPassphrase::choose(typed, &name)?,
        None => vault::NewPassphrase::generate()?,
    };
    register.set_setting(&crate::staff::waiting_setting(&name), Some(&id.to_string()))?;
    let fresh = opened.replace_officer(slot, &name, &passphrase, kdf)?;
    register.set_setting(&officer_setting(fresh), Some(&id.to_string()))?;
    register.set_setting(&officer_setting(slot), None)?;
    register.set_setting(&crate::staff::waiting_setting(&name), None)?;
    let (act, actor) = ("recovery".to_owned(), "recovery-key".to_owned());
    let (object, detail) = (id.to_string(), String::new());
    register.audit(&AuditEntry { at: (tools.now)(), actor, act, object, detail })?;
    register.checkpoint()?;
    Ok(OfficerLet { name, passphrase: new.is_none().then(|| passphrase.reveal().to_owned()) })
}

fn whose(
    vault: &vault::Opened,
    register: &Register,
    officer: Option<&str>,
) -> Result<(vault::SlotId, RecordId), DeskError> {
    let slot = match officer {
        Some(name) => vault.find_officer(name)?.ok_or(vault::Error::NoSuchOfficer)?,
        None => {
            let mut slots = vault.officers();
            match (slots.next(), slots.next()) {
                (Some(only), None) => only,
                _ => return Err(vault::Error::NameNeeded.into()),
            }
        }
    };
    let mut kept = register.setting(&officer_setting(slot))?;
    if let (None, Some(name)) = (&kept, officer) {
        kept = register.setting(&crate::staff::waiting_setting(name))?;
    }
    let kept = kept.and_then(|text| RecordId::from_canonical(&text).ok());
    let all = Page { offset: 0, limit: 2 };
    let only = || -> Result<RecordId, DeskError> {
        match register.ids_of_kind(&books::kind_id("officer")?, all)?.as_slice() {
            [one] => Ok(*one),
            _ => Err(DeskError::Fault("officer")),
        }
    };
    Ok((slot, kept.map_or_else(only, Ok)?))
}

impl Desk {
    /// Proves that these sheets would open the vault; changes nothing but the audit.
    ///
    /// # Errors
    /// [`DeskError::Vault`] when they would not.
    pub fn drill(&mut self, sheets: &[Zeroizing<String>]) -> Result<(), DeskError> {
        let drilled = key_of(sheets).and_then(|key| Ok(self.vault.drill(&key)?));
        let entry = self.audit_entry("drill", "", if drilled.is_ok() { "held" } else { "failed" });
        self.register.audit(&entry)?;
        drilled
    }

    /// What the database is encrypted with, for what lies beside it.
    pub(crate) fn data_key(&self) -> Key<'_> {
        Key(self.vault.data_key().expose())
    }
}
