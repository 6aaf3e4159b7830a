//! A bundle as a whole: what is written down with its batches, in the same transaction. Owns what its sender told, its files, and
//! under which number it can be set aside.

use crate::{
    again::{self, Whole},
    audit::{self, AuditEntry},
    error::Result,
    files,
    local::{self, Attachment},
};
use journal::{DeviceId, Summary, Told};
use rusqlite::{Connection, params};
use std::cell::RefCell;

/// A bundle that the batches come from, and what is written down with them in the same transaction.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// What the sender says it holds.
    pub summary: Summary,
    /// Settings that the import brings about.
    pub settings: Vec<(String, String)>,
    /// The audit's row.
    pub audit: AuditEntry,
    /// The files that the sender lacks.
    pub wants: Vec<String>,
    /// The files that came along: on the disk already, and put here before the last batch was asked for. Those that the log
    /// names are known from the same transaction on.
    pub files: RefCell<Vec<Attachment>>,
    /// The bundle, where it is one that [`Register::whole`] knows: none of its batches is handed in then.
    pub again: Option<Whole>,
    /// The bundle, once it was read to its end and all of it understood: put here before the last batch was asked for.
    pub whole: RefCell<Option<Whole>>,
}

impl Arrival {
    /// Writes down what came with the batches, of which `fresh` are new. It is known again when all of it is `whole`.
    pub(crate) fn keep(&self, conn: &Connection, now_ms: u64, fresh: &[i64], whole: bool) -> Result<Kept> {
        if local::tell_peer(conn, &self.summary)? == Told::Taken {
            files::note_wanted(conn, self.summary.device, &self.wants)?;
        }
        let unnamed_files = files::keep_named(conn, &self.files.borrow())?;
        for (key, value) in &self.settings {
            conn.execute(sql!("setting_put"), [key, value])?;
        }
        audit::append(conn, &self.audit)?;
        if let Some(bundle) = self.whole.borrow().as_ref().filter(|_| whole) {
            again::keep(conn, bundle)?;
        }
        Ok(Kept { import: keep_import(conn, now_ms, self.summary.device, fresh)?, unnamed_files })
    }
}

/// What came of it.
pub(crate) struct Kept {
    /// The number under which the bundle can be set aside.
    pub(crate) import: Option<i64>,
    /// The addresses of files that nothing names.
    pub(crate) unnamed_files: Vec<String>,
}

/// Writes down that a bundle was taken in, and what it was first to bring; one that brought nothing leaves no trace.
fn keep_import(conn: &Connection, now_ms: u64, sender: DeviceId, fresh: &[i64]) -> Result<Option<i64>> {
    if fresh.is_empty() {
        return Ok(None);
    }
    let at = i64::try_from(now_ms).unwrap_or(i64::MAX);
    let import: i64 = conn.query_row(sql!("import_add"), params![at, &sender.0[..]], |row| row.get(0))?;
    let mut add = conn.prepare_cached(sql!("import_batch_add"))?;
    for number in fresh {
        add.execute([*number, import])?;
    }
    Ok(Some(import))
}
