//! What an erasure leaves behind and must not: drafts, sealed files, free pages, backups. Owns sweeping what lies here and
//! naming what an erasure cannot reach; what goes with a person, and how it travels, is `erasing`'s.

use crate::{
    Desk,
    backups::{disk, moment, own_folder},
    failure::DeskError,
    views::{BackupLine, Erased},
};
use casework::{ids::RecordId, naming};
use register::Page;
use std::{collections::BTreeSet, fs, io, path::Path};
use vault::files;

impl Desk {
    /// Erases a person as [`Desk::erase`] does, sweeps what lies beside the log, and says which backups still hold them and
    /// where else the name stands.
    ///
    /// # Errors
    /// [`DeskError::NotHead`], and as [`Desk::erase`]. A disk that refuses the sweep says so; erasing again goes on.
    pub fn erase_and_sweep(&mut self, reference: &str, reason: &str) -> Result<Erased, DeskError> {
        self.for_the_head()?;
        let id = self.resolve(reference)?;
        let record = self.existing(id, None)?;
        let name = record.first("full_name").unwrap_or_default().to_owned();
        let erased = self.erase(reference, reason)?;
        let at = self.now();
        for kept in self.register.kept()? {
            if self.register.record(kept.record)?.is_none() {
                self.register.keep(kept.record, &kept.field, None, at)?;
            }
        }
        self.sweep_files()?;
        self.register.checkpoint()?;
        Ok(Erased {
            id: id.to_string(),
            records: erased.records,
            changes: erased.changes,
            attachments: erased.attachments,
            named_in: self.bearing(&name)?,
            held_by: self.backups_holding(id)?,
        })
    }

    /// Somebody who was erased, by the id that the erasure gave.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] for anything that is no id.
    pub fn erased(&self, id: &str) -> Result<RecordId, DeskError> {
        RecordId::from_canonical(id.trim()).map_err(|_| DeskError::NotFound)
    }

    /// The backups that still hold somebody who was erased since; none when nobody was.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn backups_holding(&self, person: RecordId) -> Result<Vec<BackupLine>, DeskError> {
        let rows = self.register.audit_entries(0, usize::MAX)?;
        let person = person.to_string();
        let erased = rows.iter().filter(|row| row.act == "erase" && row.object == person);
        let erased = erased.filter_map(|row| row.at.parse::<chrono::DateTime<chrono::Utc>>().ok()).max();
        let Some(erased) = erased else { return Ok(Vec::new()) };
        let mut holding = self.backups()?;
        holding.retain(|backup| moment(&backup.name).is_some_and(|made| made <= erased));
        Ok(holding)
    }

    /// Removes sealed files whose key is gone, here and in the pool of the backups beside the vault.
    pub(crate) fn sweep_files(&self) -> Result<(), DeskError> {
        let known: BTreeSet<String> = self.register.attachment_addresses()?.into_iter().collect();
        let folder = self.vault.folder();
        for pool in [vault::attachments_path(folder), own_folder(folder).join("attachments")] {
            sweep(&pool, &known)?;
        }
        Ok(())
    }

    /// Removes sealed files beside the register whose key is gone.
    pub(crate) fn sweep_own_files(&self) -> Result<(), DeskError> {
        let known: BTreeSet<String> = self.register.attachment_addresses()?.into_iter().collect();
        sweep(&vault::attachments_path(self.vault.folder()), &known)
    }

    /// References of what is left and bears the same name.
    fn bearing(&self, name: &str) -> Result<Vec<String>, DeskError> {
        if name.trim().is_empty() {
            return Ok(Vec::new());
        }
        let kinds: Vec<&str> = self.house.forms.iter().map(|form| form.id.as_str()).collect();
        let found = self.register.find_by_name(name, &kinds, Page { offset: 0, limit: 20 })?;
        Ok(self.records(&found)?.iter().map(|record| naming::reference(record).to_owned()).collect())
    }
}

fn sweep(pool: &Path, known: &BTreeSet<String>) -> Result<(), DeskError> {
    let entries = match fs::read_dir(pool) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|_| disk())?,
    };
    for entry in entries {
        let entry = entry.map_err(|_| disk())?;
        if entry.file_name().to_str().is_some_and(|name| name.len() == 64 && !known.contains(name)) {
            files::remove(&entry.path())?;
        }
    }
    Ok(())
}
