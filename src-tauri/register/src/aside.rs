//! Batches that stand aside: kept, proven and sent on, and read by no projection. Owns setting a bundle aside and taking it
//! back; refuses to drop anything. Whatever stood before it stands again.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    history::{Past, past},
    state,
};
use chrono::{DateTime, Utc};
use journal::DeviceId;
use rusqlite::{Connection, TransactionBehavior, params};

/// Why a batch stands aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// A laptop wrote it after the trust in it had ended.
    Revoked,
    /// An officer of this laptop set its bundle aside.
    SetAside,
}

impl Aside {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::SetAside => "set-aside",
        }
    }
}

/// A bundle that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its number on this laptop.
    pub id: i64,
    /// When it was taken in.
    pub at: DateTime<Utc>,
    /// The laptop that wrote it.
    pub sender: DeviceId,
    /// The batches that it was first to bring.
    pub batches: u64,
    /// How many of them are set aside.
    pub aside: u64,
}

impl Register {
    /// The bundles that were taken in, newest first.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn imports(&self) -> Result<Vec<Import>> {
        let mut read = self.conn.prepare_cached(sql!("import_all"))?;
        let mut rows = read.query([])?;
        let mut imports = Vec::new();
        while let Some(row) = rows.next()? {
            imports.push(Import {
                id: row.get(0)?,
                at: codes::moment(row.get(1)?),
                sender: codes::device(&row.get::<_, Vec<u8>>(2)?)?,
                batches: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
                aside: u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0),
            });
        }
        Ok(imports)
    }

    /// Sets what a bundle brought aside, or takes it back among what counts; gives how many batches moved.
    ///
    /// # Errors
    /// [`RegisterError::NoImport`] when there is no such bundle; [`RegisterError::Disk`]. Nothing is changed then.
    pub fn set_aside(&mut self, import: i64, aside: bool) -> Result<usize> {
        if !self.imports()?.iter().any(|one| one.id == import) {
            return Err(RegisterError::NoImport(import));
        }
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let statement = if aside { sql!("aside_import") } else { sql!("aside_take_back") };
        let moved = work.execute(statement, [import])?;
        state::rebuild(&work, &self.interpreter)?;
        work.commit()?;
        Ok(moved)
    }

    /// What stands aside for one reason, as it was written, at most `limit` changes.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn standing_aside(&self, why: Aside, limit: usize) -> Result<Vec<Past>> {
        let mut read = self.conn.prepare_cached(sql!("aside_changes"))?;
        let mut rows = read.query(params![why.word(), i64::try_from(limit).unwrap_or(i64::MAX)])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            changes.push(past(row)?);
        }
        Ok(changes)
    }

    /// How many batches stand aside for each reason.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn count_aside(&self, why: Aside) -> Result<u64> {
        let mut read = self.conn.prepare_cached(sql!("aside_count"))?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            if row.get::<_, String>(0)? == why.word() {
                return Ok(u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0));
            }
        }
        Ok(0)
    }
}

/// Puts a batch of the log aside. True when it was not there before.
pub(crate) fn put(conn: &Connection, batch: i64, why: Aside) -> Result<bool> {
    Ok(conn.prepare_cached(sql!("aside_add"))?.execute(params![batch, why.word()])? > 0)
}

/// True when a batch stands aside.
pub(crate) fn has(conn: &Connection, batch: i64) -> Result<bool> {
    Ok(conn.prepare_cached(sql!("aside_find"))?.exists([batch])?)
}
