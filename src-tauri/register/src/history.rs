//! What was written to a record over time, and how much there is of everything. Owns the past: every change, replaced or not.

use crate::{Register, codes, error::Result, names};
use casework::{
    ids::{FieldId, RecordId},
    private::Private,
};
use chrono::{DateTime, Utc};
use journal::{ChangeId, DeedId, DeviceId, Write};
use rusqlite::{Row, params};
use std::collections::BTreeMap;

/// A field that needs an officer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
}

/// One change as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// Its name.
    pub id: ChangeId,
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
    /// What it says.
    pub write: Write,
    /// What was typed, when it differs.
    pub as_typed: Option<Private<String>>,
    /// When, by the clock of the laptop that wrote it.
    pub at: DateTime<Utc>,
    /// The officer.
    pub author: RecordId,
    /// The laptop.
    pub device: DeviceId,
    /// The deed.
    pub deed: DeedId,
    /// The deed's code.
    pub act: String,
    /// True while no other has replaced it.
    pub live: bool,
}

/// How much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that are not removed, by kind.
    pub records: BTreeMap<String, u64>,
    /// Batches in the log.
    pub batches: u64,
    /// Changes in the log, hidden ones included.
    pub changes: u64,
    /// Fields in conflict.
    pub conflicts: u64,
    /// Batches that wait for one before them.
    pub waiting: u64,
}

pub(crate) fn past(row: &Row<'_>) -> Result<Past> {
    Ok(Past {
        id: codes::change_id(&row.get::<_, Vec<u8>>(0)?, row.get(1)?)?,
        record: codes::record(&row.get::<_, Vec<u8>>(2)?)?,
        field: names::field_id(row.get(3)?)?,
        write: codes::write(&row.get::<_, String>(4)?, row.get(5)?)?,
        as_typed: row.get::<_, Option<String>>(6)?.map(Private::new),
        at: codes::moment(row.get(7)?),
        author: codes::record(&row.get::<_, Vec<u8>>(8)?)?,
        device: codes::device(&row.get::<_, Vec<u8>>(9)?)?,
        deed: codes::deed(&row.get::<_, Vec<u8>>(10)?)?,
        act: row.get(11)?,
        live: row.get(12)?,
    })
}

impl Register {
    /// Every change to a record, or to one field of it, oldest first by their clocks.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn history(&self, record: RecordId, field: Option<&FieldId>) -> Result<Vec<Past>> {
        let mut read = self.conn.prepare_cached(sql!("history"))?;
        let mut rows = read.query(params![&record.0.as_bytes()[..], field.map(FieldId::as_str)])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(past(row)?);
        }
        Ok(changes)
    }

    /// How much there is of everything.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn counts(&self) -> Result<Counts> {
        let number = |statement: &str| -> Result<u64> {
            let count: i64 = self.conn.query_row(statement, [], |row| row.get(0))?;
            Ok(u64::try_from(count).unwrap_or(0))
        };
        let mut counts = Counts {
            records: BTreeMap::new(),
            batches: number(sql!("batch_count"))?,
            changes: number(sql!("change_count"))?,
            conflicts: number(sql!("open_conflict_count"))?,
            waiting: number(sql!("waiting_count"))?,
        };
        let mut read = self.conn.prepare_cached(sql!("record_count_by_kind"))?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            counts.records.insert(row.get(0)?, u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0));
        }
        Ok(counts)
    }
}
