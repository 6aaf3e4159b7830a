//! The audit: what was looked at, refused, released. Owns one local chain of rows, each bound to all before it by SHA-256;
//! refuses changes, deletions and gaps. Edits are in the log and not here, and this table is never merged.
//!
//! A chain cannot show that all of it was written anew or that its end was cut off; its head, signed and kept elsewhere, can.

use crate::{
    Register,
    error::{RegisterError, Result},
};
use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use sha2::{Digest, Sha256};

const DOMAIN: &[u8] = b"pulang audit v1";

/// What happened. Codes and ids only, and a reason where somebody typed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: DateTime<Utc>,
    /// The officer, by id.
    pub actor: String,
    /// A code: `view`, `unlock`, `dossier`.
    pub act: String,
    /// What it was done to, by id; empty for the vault itself.
    pub object: String,
    /// More, such as a reason; empty for nothing.
    pub detail: String,
}

/// A row as it stands in the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its place, from 1.
    pub seq: u64,
    /// When: RFC 3339 in UTC with milliseconds.
    pub at: String,
    /// The officer.
    pub actor: String,
    /// The code.
    pub act: String,
    /// What it was done to.
    pub object: String,
    /// More.
    pub detail: String,
    /// SHA-256 over the row and the hash before it, each part with its length.
    pub hash: [u8; 32],
}

/// The end of the chain: worth signing and keeping elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditHead {
    /// The number of rows.
    pub count: u64,
    /// The hash of the last; zeroes for none.
    pub hash: [u8; 32],
}

impl AuditRow {
    /// The hash that this row must have after `before`.
    pub fn expected(&self, before: &[u8; 32]) -> [u8; 32] {
        let mut hasher = Sha256::new();
        let seq = self.seq.to_be_bytes();
        let texts = [&self.at, &self.actor, &self.act, &self.object, &self.detail];
        let parts = [DOMAIN, before, &seq].into_iter().chain(texts.into_iter().map(|text| text.as_bytes()));
        for part in parts {
            // The length first, so that no part can lend bytes to the next.
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        hasher.finalize().into()
    }
}

/// Appends to the chain, inside the caller's transaction.
pub(crate) fn append(conn: &Connection, entry: &AuditEntry) -> Result<AuditHead> {
    let last = head(conn)?;
    let mut row = AuditRow {
        seq: last.count + 1,
        at: entry.at.to_rfc3339_opts(SecondsFormat::Millis, true),
        actor: entry.actor.clone(),
        act: entry.act.clone(),
        object: entry.object.clone(),
        detail: entry.detail.clone(),
        hash: [0; 32],
    };
    row.hash = row.expected(&last.hash);
    let seq = crate::log::seq(row.seq)?;
    conn.prepare_cached(sql!("audit_add"))?.execute(params![
        seq,
        row.at,
        row.actor,
        row.act,
        row.object,
        row.detail,
        &row.hash[..]
    ])?;
    Ok(AuditHead { count: row.seq, hash: row.hash })
}

fn head(conn: &Connection) -> Result<AuditHead> {
    let mut read = conn.prepare_cached(sql!("audit_head"))?;
    let last: Option<(i64, Vec<u8>)> = read.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    match last {
        None => Ok(AuditHead { count: 0, hash: [0; 32] }),
        Some((seq, hash)) => Ok(AuditHead { count: count(seq)?, hash: crate::codes::bytes(&hash)? }),
    }
}

fn count(seq: i64) -> Result<u64> {
    u64::try_from(seq).map_err(|_| RegisterError::Damaged("a row of the audit has no place"))
}

fn read(row: &Row<'_>) -> Result<AuditRow> {
    Ok(AuditRow {
        seq: count(row.get(0)?)?,
        at: row.get(1)?,
        actor: row.get(2)?,
        act: row.get(3)?,
        object: row.get(4)?,
        detail: row.get(5)?,
        hash: crate::codes::bytes(&row.get::<_, Vec<u8>>(6)?)?,
    })
}

/// Walks the whole chain.
pub(crate) fn verify(conn: &Connection) -> Result<AuditHead> {
    let mut rows = conn.prepare(sql!("audit_all"))?;
    let mut rows = rows.query([])?;
    let mut last = AuditHead { count: 0, hash: [0; 32] };
    while let Some(row) = rows.next()? {
        let row = read(row)?;
        if row.seq != last.count + 1 || row.hash != row.expected(&last.hash) {
            return Err(RegisterError::Damaged("the audit was changed"));
        }
        last = AuditHead { count: row.seq, hash: row.hash };
    }
    Ok(last)
}

impl Register {
    /// Appends what happened, durably.
    ///
    /// # Errors
    /// [`RegisterError::Disk`]; whoever asked must then not do what should have been written down.
    pub fn audit(&mut self, entry: &AuditEntry) -> Result<AuditHead> {
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let head = append(&work, entry)?;
        work.commit()?;
        Ok(head)
    }

    /// Rows after place `after`, at most `limit`, in order.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn audit_entries(&self, after: u64, limit: usize) -> Result<Vec<AuditRow>> {
        let mut rows = self.conn.prepare_cached(sql!("audit_page"))?;
        let (after, limit) = (crate::log::seq(after)?, i64::try_from(limit).unwrap_or(i64::MAX));
        let mut rows = rows.query([after, limit])?;
        let mut entries = Vec::new();
        while let Some(row) = rows.next()? {
            entries.push(read(row)?);
        }
        Ok(entries)
    }

    /// The end of the chain, without walking it.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn audit_head(&self) -> Result<AuditHead> {
        head(&self.conn)
    }

    /// Walks the whole chain and gives its end.
    ///
    /// # Errors
    /// [`RegisterError::Damaged`] when a row was changed, taken out or put in.
    pub fn audit_verify(&self) -> Result<AuditHead> {
        verify(&self.conn)
    }

    /// True when the chain still goes through `head`, which was kept elsewhere: nothing up to there was written anew or
    /// cut off.
    ///
    /// # Errors
    /// [`RegisterError::Damaged`] when the chain does not hold in itself.
    pub fn audit_goes_through(&self, head: AuditHead) -> Result<bool> {
        let now = verify(&self.conn)?;
        if head.count == 0 || head.count > now.count {
            return Ok(head.count == 0);
        }
        let there = self.audit_entries(head.count - 1, 1)?;
        Ok(there.first().is_some_and(|row| row.hash == head.hash))
    }
}
