//! A table that an officer sees, taken out as a file. Owns that its reason is in the ledger before the file is on the disk;
//! refuses a table without a reason, and any cell that was not shown.

use crate::{
    Desk,
    failure::DeskError,
    loose::{self, Readable},
    views::{TableOut, TableTaken},
};
use casework::ids::RecordId;
use paperwork::tables::{self, Table};
use register::Disclosure;
use sha2::{Digest as _, Sha256};
use std::path::Path;

impl Desk {
    /// Writes the table to `path`, whole or not at all: CSV where the name ends so, else XLSX.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`]; [`DeskError::Nobody`] for a table without rows; [`DeskError::Paper`] for one that is
    /// larger than a sheet; [`DeskError::Vault`] or [`DeskError::Register`] when the disk refuses, and then nothing left.
    pub fn take_table(&mut self, input: &TableOut, path: &Path) -> Result<TableTaken, DeskError> {
        let reason = input.reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        if input.rows.is_empty() {
            return Err(DeskError::Nobody);
        }
        let width = input.titles.len();
        if input.rows.iter().any(|row| row.len() != width) {
            return Err(DeskError::WrongUse);
        }
        let people =
            input.records.iter().map(|id| self.resolve(id)).collect::<Result<Vec<RecordId>, DeskError>>()?;
        let table =
            Table { name: input.name.clone(), titles: input.titles.clone(), rows: input.rows.clone() };
        let csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let bytes = if csv { tables::csv(&table)? } else { tables::xlsx(&table)? };
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        let draft = loose::begin(path, &bytes)?;
        let copy = Disclosure {
            at: self.now(),
            recipient: String::new(),
            profile: "table".to_owned(),
            language: self.lang.tag().to_owned(),
            hash,
            people,
            fields: input.columns.clone(),
            author: self.officer,
            reason: Some(reason.to_owned()),
            code: self.copy_code(&hash)?,
        };
        let entry = self.audit_entry("table-out", &self.officer.to_string(), "");
        // The page worked the cells out: of which answers, nobody here can say.
        let copy = self.register.disclose(&copy, None, &entry)?;
        let readable = Readable { sort: "table", mark: &copy.to_string(), bytes: &bytes };
        self.put_readable(draft, path, &readable)?;
        Ok(TableTaken {
            path: path.display().to_string(),
            sha256: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
            copy: u32::try_from(copy).unwrap_or(u32::MAX),
        })
    }

    /// The code of the next copy that is no dossier: no two copies share one, also not of the same file.
    pub(crate) fn copy_code(&self, hash: &[u8; 32]) -> Result<String, DeskError> {
        let copy = self.register.next_copy()?;
        let digest: [u8; 32] =
            Sha256::new().chain_update(hash).chain_update(copy.to_be_bytes()).finalize().into();
        Ok(dossier::seal::short_code(&digest))
    }
}
