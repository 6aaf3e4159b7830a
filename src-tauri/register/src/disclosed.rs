//! What each copy showed, by the names of the changes, and which copies correct others. Owns the way from a copy to what has
//! become of every change in it; refuses to hold a value: what was erased is gone from here too.

use crate::{Register, codes, error::Result, ledger::count, log, names};
use casework::ids::{FieldId, KindId, RecordId};
use chrono::{DateTime, Utc};
use journal::{ChangeId, Write};
use rusqlite::{Connection, OptionalExtension, params};

/// What a copy shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// True when somebody is in it by an officer's override.
    pub by_override: bool,
    /// The changes whose values stand in it.
    pub changes: Vec<ChangeId>,
    /// The copy that this one corrects, and a hash for each thing that it tells.
    pub notice: Option<(u64, Vec<[u8; 32]>)>,
}

/// A change that a copy showed, and what has become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownChange {
    /// The record.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
    /// The change.
    pub change: ChangeId,
    /// What has become of it.
    pub became: Became,
}

/// What has become of a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Became {
    /// It stands.
    Live,
    /// Another has replaced it; this is what it said.
    Replaced(Write),
    /// What it said is gone for good.
    Erased,
}

/// A copy that corrects another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub copy: u64,
    /// The copy that it corrects.
    pub about: u64,
    /// When it was said to have been sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// A hash for each thing that it tells.
    pub told: Vec<[u8; 32]>,
}

/// Writes down what a copy shows, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, copy: i64, people: &[RecordId], shown: &Shown) -> Result<()> {
    conn.prepare_cached(sql!("disclosed_copy_add"))?.execute(params![copy, shown.by_override])?;
    for person in people {
        let person = names::record(conn, *person)?;
        conn.prepare_cached(sql!("disclosed_person_add"))?.execute(params![person, copy])?;
    }
    let mut add = conn.prepare_cached(sql!("disclosed_add"))?;
    for change in &shown.changes {
        add.execute(params![copy, &change.batch.0[..], change.index])?;
    }
    if let Some((about, told)) = &shown.notice {
        conn.prepare_cached(sql!("notice_add"))?.execute(params![copy, log::seq(*about)?])?;
        let mut tell = conn.prepare_cached(sql!("notice_told_add"))?;
        for item in told {
            tell.execute(params![copy, &item[..]])?;
        }
    }
    Ok(())
}

impl Register {
    /// Every change that a copy showed, and whether it was released by an override; none when that is not known.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn shown_by(&self, copy: u64) -> Result<Option<(bool, Vec<ShownChange>)>> {
        let copy = log::seq(copy)?;
        let mut find = self.conn.prepare_cached(sql!("disclosed_copy_find"))?;
        let Some(by_override) = find.query_row([copy], |row| row.get(0)).optional()? else { return Ok(None) };
        let mut read = self.conn.prepare_cached(sql!("disclosed_of"))?;
        let mut rows = read.query([copy])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let standing: String = row.get(4)?;
            let became = match standing.as_str() {
                "erased" | "withheld" => Became::Erased,
                _ if row.get(6)? => Became::Live,
                _ => Became::Replaced(codes::write(&standing, row.get(5)?)?),
            };
            changes.push(ShownChange {
                record: codes::record(&row.get::<_, Vec<u8>>(0)?)?,
                field: names::field_id(row.get(1)?)?,
                change: codes::change_id(&row.get::<_, Vec<u8>>(2)?, row.get(3)?)?,
                became,
            });
        }
        Ok(Some((by_override, changes)))
    }

    /// The copies that may no longer be true or allowed, by number: one of their changes does not stand, or a record of
    /// `kind` about somebody in them was written to since. Every other copy whose content is known is as it should be.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn copies_in_doubt(&self, kind: &KindId) -> Result<Vec<u64>> {
        let mut read = self.conn.prepare_cached(sql!("disclosed_in_doubt"))?;
        let rows = read.query_map([kind.as_str()], |row| row.get(0))?;
        rows.map(|number| count(number?)).collect()
    }

    /// True when a copy that left shows anything that the record ever said, or a person in it. What a copy from before layout
    /// 6 shows is not known.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn is_shown_by_a_copy(&self, record: RecordId) -> Result<bool> {
        let Some(record) = names::find_record(&self.conn, record)? else { return Ok(false) };
        let mut read = self.conn.prepare_cached(sql!("disclosed_shows"))?;
        Ok(read.query_row([record], |row| row.get(0))?)
    }

    /// Every copy that corrects another one, oldest first.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn notices(&self) -> Result<Vec<Notice>> {
        let mut read = self.conn.prepare_cached(sql!("notice_all"))?;
        let mut rows = read.query([])?;
        let mut notices = Vec::new();
        while let Some(row) = rows.next()? {
            let copy: i64 = row.get(0)?;
            let mut items = self.conn.prepare_cached(sql!("notice_told_of"))?;
            let told = items.query_map([copy], |row| row.get::<_, Vec<u8>>(0))?;
            notices.push(Notice {
                copy: count(copy)?,
                about: count(row.get(1)?)?,
                sent_at: row.get::<_, Option<i64>>(2)?.map(codes::moment),
                told: told.map(|item| codes::bytes(&item?)).collect::<Result<_>>()?,
            });
        }
        Ok(notices)
    }

    /// Says that a notice was sent. Saying it twice changes nothing.
    ///
    /// # Errors
    /// [`crate::RegisterError::Database`] when there is no such notice; [`crate::RegisterError::Disk`].
    pub fn notice_sent(&mut self, copy: u64, at: DateTime<Utc>, author: RecordId) -> Result<()> {
        let row = params![log::seq(copy)?, codes::millis(at), author.to_string()];
        self.conn.execute(sql!("notice_sent_add"), row)?;
        Ok(())
    }
}
