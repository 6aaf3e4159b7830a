//! Readable copies outside the vault. Owns one row for each, with where it was written and its hash, until it is known what
//! became of it; refuses to forget that one was written, and to keep its place once that is known.

use crate::{
    Register,
    audit::{self, AuditEntry},
    codes,
    error::{RegisterError, Result},
};
use casework::{ids::RecordId, private::Private};
use chrono::{DateTime, Utc};
use rusqlite::{TransactionBehavior, params};

/// A readable copy that an officer wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseCopy {
    /// When.
    pub at: DateTime<Utc>,
    /// What it is: `dossier`, `table`, `recovery`.
    pub sort: String,
    /// Which copy of the ledger it is, by code or number; empty where it stands in none.
    pub mark: String,
    /// Where it was written, from the root. A folder may be called after somebody.
    pub path: Private<String>,
    /// Its length in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub hash: [u8; 32],
    /// The officer.
    pub author: RecordId,
}

/// What became of a readable copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate<'a> {
    /// Nothing lies there any more.
    Gone,
    /// Something else lies there.
    Changed,
    /// The officer had it deleted.
    Deleted,
    /// It was handed over, or is otherwise no longer to be asked about, for this reason.
    Settled(&'a str),
}

impl Register {
    /// Writes down that a readable copy is about to lie somewhere, and gives its number.
    ///
    /// # Errors
    /// [`RegisterError::Disk`]; the copy must not be written then.
    pub fn note_loose(&mut self, copy: &LooseCopy) -> Result<u32> {
        let size = i64::try_from(copy.size).unwrap_or(i64::MAX);
        let row = params![
            codes::millis(copy.at),
            copy.sort,
            copy.mark,
            copy.path.reveal(),
            size,
            &copy.hash[..],
            copy.author.to_string(),
        ];
        Ok(self.conn.query_row(sql!("loose_add"), row, |row| row.get(0))?)
    }

    /// Every readable copy of which it is not known what became of it, oldest first, with its number.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn loose(&self) -> Result<Vec<(u32, LooseCopy)>> {
        let mut read = self.conn.prepare_cached(sql!("loose_open"))?;
        let mut rows = read.query([])?;
        let mut copies = Vec::new();
        while let Some(row) = rows.next()? {
            let author = RecordId::from_canonical(&row.get::<_, String>(7)?)
                .map_err(|_| RegisterError::Damaged("a copy names no officer"))?;
            let copy = LooseCopy {
                at: codes::moment(row.get(1)?),
                sort: row.get(2)?,
                mark: row.get(3)?,
                path: Private::new(row.get(4)?),
                size: u64::try_from(row.get::<_, i64>(5)?)
                    .map_err(|_| RegisterError::Damaged("a copy has no length"))?,
                hash: codes::bytes(&row.get::<_, Vec<u8>>(6)?)?,
                author,
            };
            copies.push((row.get(0)?, copy));
        }
        Ok(copies)
    }

    /// Writes down, together with the audit's row, what became of a copy; where it lay is forgotten. False when that was
    /// known already, and then nothing is written.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn close_loose(&mut self, number: u32, fate: Fate<'_>, entry: &AuditEntry) -> Result<bool> {
        let (standing, reason) = match fate {
            Fate::Gone => ("gone", None),
            Fate::Changed => ("changed", None),
            Fate::Deleted => ("deleted", None),
            Fate::Settled(reason) => ("settled", Some(reason)),
        };
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let closed =
            work.execute(sql!("loose_close"), params![number, standing, codes::millis(entry.at), reason])?;
        if closed == 0 {
            return Ok(false);
        }
        audit::append(&work, entry)?;
        work.commit()?;
        Ok(true)
    }
}
