//! The state as a whole. Owns making every projection again from the log, by another way than change by change, and the digest
//! by which registers are compared.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    interpret::Interpreter,
    loading, log,
    names::Known,
    project::{Stood, refresh},
    touched::{Place, Touched},
};
use casework::ids::FieldId;
use journal::{ChangeId, StateDigest, Write, digest::Digesting};
use rusqlite::{CachedStatement, Connection, OptionalExtension, TransactionBehavior, params};

/// How many cells are worked out at once; few in tests, so that they meet the seam.
const AT_ONCE: i64 = if cfg!(test) { 7 } else { 50_000 };

/// Makes every projection again from the log, inside the caller's transaction.
pub(crate) fn rebuild(conn: &Connection, interpreter: &Interpreter) -> Result<()> {
    rebuild_told(conn, interpreter, &mut |_, _| ())
}

/// The same, telling how many cells of how many at most are worked out.
pub(crate) fn rebuild_told(
    conn: &Connection,
    interpreter: &Interpreter,
    told: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    conn.execute_batch(sql!("projections_clear"))?;
    let answers = conn.execute(sql!("answers_from_log"), [])?;
    let mut read = conn.prepare(sql!("answer_cells"))?;
    let mut last: Place = (0, 0);
    let mut done = 0;
    let counted = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    loop {
        told(counted(done), counted(answers));
        let rows = read.query_map(params![last.0, last.1, AT_ONCE], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let cells: Vec<Place> = rows.collect::<rusqlite::Result<_>>()?;
        let Some(end) = cells.last() else { break };
        last = *end;
        let mut touched = Touched::default();
        cells.iter().for_each(|cell| touched.mark(*cell));
        done += cells.len();
        refresh(conn, interpreter, &mut touched, Stood::Nothing)?;
    }
    conn.execute(sql!("interpretation_put"), [&interpreter.fingerprint])?;
    Ok(())
}

impl Register {
    /// Makes every projection again from the log. The state digest stays the same, or the register was damaged.
    ///
    /// # Errors
    /// [`RegisterError::Damaged`] when it does not; nothing is changed then.
    pub fn rebuild(&mut self) -> Result<StateDigest> {
        let before = digest(&self.conn)?;
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        rebuild(&work, &self.interpreter)?;
        if digest(&work)? != before {
            return Err(RegisterError::Damaged("the answers do not follow from the log"));
        }
        work.commit()?;
        Ok(before)
    }

    /// The digest of the live answers and the hidden leaves: two registers that know the same give the same.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn state_digest(&self) -> Result<StateDigest> {
        digest(&self.conn)
    }
}

/// The digest as it was kept, or worked out and kept; the database itself forgets it with every change of the log.
pub(crate) fn kept_digest(conn: &Connection) -> Result<StateDigest> {
    let kept: Option<Vec<u8>> =
        conn.prepare_cached(sql!("state_get"))?.query_row([], |row| row.get(0)).optional()?;
    if let Some(kept) = kept {
        return codes::bytes(&kept).map(StateDigest);
    }
    let digest = digest(conn)?;
    conn.prepare_cached(sql!("state_put"))?.execute([&digest.0[..]])?;
    Ok(digest)
}

pub(crate) fn digest(conn: &Connection) -> Result<StateDigest> {
    const ORDER: RegisterError = RegisterError::Damaged("rows are out of order");
    let mut digesting = Digesting::new();
    let mut names = Known::new(conn)?;
    let mut live = conn.prepare_cached(sql!("digest_live"))?;
    let mut read = conn.prepare_cached(sql!("digest_records"))?;
    let mut records = read.query([])?;
    while let Some(row) = records.next()? {
        let record = codes::record(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)?;
        for (field, id, write) in live_of(&mut live, &mut names, row.get(0)?)? {
            digesting.live(record, &field, id, &write).map_err(|_| ORDER)?;
        }
    }
    let mut read = conn.prepare_cached(sql!("digest_hidden"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let change = row.get(1)?;
        let id = codes::change_id(&row.get::<_, Vec<u8>>(0)?, change)?;
        let targets = log::targets_of(conn, change)?;
        let replaces = loading::replaced(&mut names, targets.into_iter().map(Ok))?;
        let leaf = loading::hidden(&row.get::<_, String>(2)?, &row.get::<_, Vec<u8>>(3)?, replaces)?;
        digesting.hidden(id, leaf.hash()?).map_err(|_| ORDER)?;
    }
    Ok(digesting.finish())
}

/// The live answers of a record in the order of the digest, which is that of names and not of numbers.
fn live_of(
    read: &mut CachedStatement<'_>,
    names: &mut Known<'_>,
    record: i64,
) -> Result<Vec<(FieldId, ChangeId, Write)>> {
    let mut rows = read.query([record])?;
    let mut live = Vec::new();
    while let Some(row) = rows.next()? {
        let change: i64 = row.get(1)?;
        let id = ChangeId { batch: names.batch(codes::batch_of(change))?, index: codes::place(change)? };
        let standing = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        live.push((names.field(row.get(0)?)?.clone(), id, codes::write(standing, row.get(3)?)?));
    }
    live.sort_unstable_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    Ok(live)
}
