//! The ledger of tables that were released. Owns one row for each, with whom its cells counted; refuses a change of any.

use crate::{
    Register,
    audit::{self, AuditEntry},
    codes,
    error::{RegisterError, Result},
};
use casework::ids::RecordId;
use chrono::{DateTime, Utc};
use rusqlite::{TransactionBehavior, params};

/// A table that was released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasedTable {
    /// When.
    pub at: DateTime<Utc>,
    /// Fewer people than this are never told apart by it.
    pub threshold: u32,
    /// What it counts: codes, never contents.
    pub title: String,
    /// The officer.
    pub author: RecordId,
    /// Why.
    pub reason: String,
    /// Its cells and whom they count, as whoever released it wrote them.
    pub body: Vec<u8>,
}

impl Register {
    /// Writes down, together with the audit's row, that a table leaves, and gives its number. Done before it leaves.
    ///
    /// # Errors
    /// [`RegisterError::Disk`]; the table must not leave then.
    pub fn release_table(&mut self, table: &ReleasedTable, entry: &AuditEntry) -> Result<u32> {
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let row = params![
            codes::millis(table.at),
            table.threshold,
            table.title,
            table.author.to_string(),
            table.reason,
            table.body,
        ];
        let number: u32 = work.query_row(sql!("released_table_add"), row, |row| row.get(0))?;
        audit::append(&work, entry)?;
        work.commit()?;
        Ok(number)
    }

    /// Every table that was released, oldest first, with its number.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn released_tables(&self) -> Result<Vec<(u32, ReleasedTable)>> {
        let mut read = self.conn.prepare_cached(sql!("released_table_all"))?;
        let mut rows = read.query([])?;
        let mut tables = Vec::new();
        while let Some(row) = rows.next()? {
            let author = RecordId::from_canonical(&row.get::<_, String>(4)?)
                .map_err(|_| RegisterError::Damaged("the ledger names no record"))?;
            let table = ReleasedTable {
                at: codes::moment(row.get(1)?),
                threshold: row.get(2)?,
                title: row.get(3)?,
                author,
                reason: row.get(5)?,
                body: row.get(6)?,
            };
            tables.push((row.get(0)?, table));
        }
        Ok(tables)
    }
}
