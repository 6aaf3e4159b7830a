//! Erasure: what a change said goes for good, with its salt; its hash stays, so the chain still proves itself. Owns taking it
//! out of the log, the projections and the file's free pages; refuses to erase the log's own fields.

use crate::{
    Register,
    audit::{self, AuditEntry},
    codes,
    error::{RegisterError, Result},
    log, names,
    project::{self, Touched},
};
use journal::{Batch, BatchHash, ChangeId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::collections::BTreeMap;

impl Register {
    /// Erases the content of `changes` and gives how many of them had any; what they replaced stays replaced. Changes that
    /// are not here, withheld or erased already stay as they are.
    ///
    /// # Errors
    /// [`RegisterError::LogField`] for a change that makes or removes a record; [`RegisterError::Disk`]. Nothing is erased
    /// then.
    pub fn erase(&mut self, changes: &[ChangeId], entry: &AuditEntry) -> Result<usize> {
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut by_batch: BTreeMap<BatchHash, Vec<u32>> = BTreeMap::new();
        for id in changes {
            by_batch.entry(id.batch).or_default().push(id.index);
        }
        let mut touched = Touched::default();
        let mut erased = 0;
        for (hash, places) in by_batch {
            erased += erase_in(&work, hash, &places, &mut touched)?;
        }
        project::refresh(&work, &self.interpreter, &touched)?;
        audit::append(&work, entry)?;
        work.commit()?;
        self.checkpoint()?;
        Ok(erased)
    }
}

fn erase_in(conn: &Connection, hash: BatchHash, places: &[u32], touched: &mut Touched) -> Result<usize> {
    let Some(number) = names::find_batch(conn, hash)? else { return Ok(0) };
    if !log::has(conn, hash)? {
        return Ok(0);
    }
    let mut batch: Batch = log::load(conn, number)?;
    let mut erased = 0;
    for place in places {
        let mut find = conn.prepare_cached(sql!("change_cell"))?;
        let cell: Option<(i64, i64)> = find
            .query_row([codes::change(number, *place)?], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((_, field)) = cell else { continue };
        if field == names::KIND || field == names::REMOVED {
            return Err(RegisterError::LogField(names::field_of(conn, field)?));
        }
        batch = batch.erasing(*place)?;
        erased += 1;
    }
    if erased > 0 {
        log::replace_places(conn, &batch, touched)?;
        log::load(conn, number)?;
    }
    Ok(erased)
}
