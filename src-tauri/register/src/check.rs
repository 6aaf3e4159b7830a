//! Checking the whole register. Owns reading every page, proving every batch and chain, and making every projection again
//! to compare; refuses to repair anything on its own.

use crate::{
    Register,
    audit::{self, AuditHead},
    backup,
    error::{RegisterError, Result},
    interpret::Interpreter,
    keying::{self, Key},
    loading::Loader,
    state,
};
use journal::StateDigest;
use rusqlite::{Connection, TransactionBehavior, types::ValueRef};
use std::path::Path;

/// A table that follows from the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Projection {
    /// The live answers.
    Answers,
    /// Kind, scope and removal of records.
    Records,
    /// Which record names which.
    Links,
    /// References.
    References,
    /// Names, folded.
    Names,
    /// Open conflicts.
    Conflicts,
    /// Words that records are found by.
    Terms,
    /// Which record has which word.
    TermUses,
    /// What is counted.
    Figures,
}

const PROJECTIONS: [(Projection, &str); 9] = [
    (Projection::Answers, sql!("projection_answer")),
    (Projection::Records, sql!("projection_record")),
    (Projection::Links, sql!("projection_link")),
    (Projection::References, sql!("projection_reference")),
    (Projection::Names, sql!("projection_name_key")),
    (Projection::Conflicts, sql!("projection_open_conflict")),
    (Projection::Terms, sql!("projection_term")),
    (Projection::TermUses, sql!("projection_term_use")),
    (Projection::Figures, sql!("projection_figure")),
];

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// Batches that were proven.
    pub batches: u64,
    /// The end of the audit's chain.
    pub audit: AuditHead,
    /// The state that the log gives.
    pub state: StateDigest,
    /// Projections that do not follow from the log; making them again helps.
    pub wrong: Vec<Projection>,
}

impl Register {
    /// Checks everything: each page on a connection of its own, tables and indexes, every batch against its hash, every
    /// feed against its chain, the audit, and every projection against the log. Changes nothing.
    ///
    /// # Errors
    /// [`RegisterError::Damaged`] with what does not hold; [`RegisterError::Disk`].
    pub fn check(&mut self, path: &Path, key: Key<'_>) -> Result<Checked> {
        let fresh = keying::open(path, key)?;
        backup::intact(&fresh)?;
        drop(fresh);
        let batches = prove_log(&self.conn)?;
        let audit = audit::verify(&self.conn)?;
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let (wrong, state) = compare(&work, &self.interpreter)?;
        work.rollback()?;
        Ok(Checked { batches, audit, state, wrong })
    }
}

fn prove_log(conn: &Connection) -> Result<u64> {
    let mut read = conn.prepare(sql!("batch_all"))?;
    let mut rows = read.query([])?;
    let mut batches = 0;
    let mut loader = Loader::new(conn)?;
    let mut numbers = Vec::new();
    while let Some(row) = rows.next()? {
        numbers.push(row.get(0)?);
    }
    loader.each(&numbers, &mut |_| {
        batches += 1;
        Ok::<_, RegisterError>(())
    })?;
    let unchained = |statement: &str, what| -> Result<()> {
        if conn.prepare(statement)?.exists([])? { Err(RegisterError::Damaged(what)) } else { Ok(()) }
    };
    unchained(sql!("batch_unchained"), "a batch does not follow the one before it")?;
    unchained(sql!("head_wrong"), "a feed does not end where it says")?;
    unchained(sql!("replacement_wrong"), "what replaces what is not what the changes say")?;
    unchained(sql!("change_of_record_wrong"), "a record's changes are not those that name it")?;
    Ok(batches)
}

fn compare(conn: &Connection, interpreter: &Interpreter) -> Result<(Vec<Projection>, StateDigest)> {
    let digests = || -> Result<Vec<[u8; 32]>> {
        PROJECTIONS.iter().map(|(_, statement)| rows_digest(conn, statement)).collect()
    };
    let kept = digests()?;
    state::rebuild(conn, interpreter)?;
    let made = digests()?;
    let wrong = PROJECTIONS.iter().zip(kept.iter().zip(&made)).filter(|(_, (kept, made))| kept != made);
    Ok((wrong.map(|((projection, _), _)| *projection).collect(), state::digest(conn)?))
}

/// A digest of what a statement gives, each value with its type and length.
fn rows_digest(conn: &Connection, statement: &str) -> Result<[u8; 32]> {
    let mut read = conn.prepare(statement)?;
    let columns = read.column_count();
    let mut rows = read.query([])?;
    let mut hasher = blake3::Hasher::new();
    let mut part = |kind: u8, bytes: &[u8]| {
        hasher.update(&[kind]).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    };
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => part(0, &[]),
                ValueRef::Integer(number) => part(1, &number.to_le_bytes()),
                ValueRef::Real(number) => part(2, &number.to_le_bytes()),
                ValueRef::Text(text) => part(3, text),
                ValueRef::Blob(blob) => part(4, blob),
            }
        }
    }
    Ok(*hasher.finalize().as_bytes())
}
