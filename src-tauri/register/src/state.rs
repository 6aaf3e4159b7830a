//! The state as a whole. Owns making every projection again from the log, by another way than change by change, and the digest
//! by which registers are compared.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    interpret::Interpreter,
    log, names,
    project::{Touched, refresh},
};
use casework::ids::FieldId;
use journal::{StateDigest, digest::Digesting};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

/// Makes every projection again from the log, inside the caller's transaction.
pub(crate) fn rebuild(conn: &Connection, interpreter: &Interpreter) -> Result<()> {
    conn.execute_batch(sql!("projections_clear"))?;
    conn.execute(sql!("answers_from_log"), [])?;
    let mut read = conn.prepare(sql!("answer_cells"))?;
    let mut rows = read.query([])?;
    let mut touched = Touched::default();
    while let Some(row) = rows.next()? {
        touched.mark(row.get(0)?, row.get(1)?);
    }
    refresh(conn, interpreter, &touched)?;
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
    let mut read = conn.prepare_cached(sql!("digest_live"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let record = codes::record(&row.get::<_, Vec<u8>>(0)?)?;
        let field: FieldId = names::field_id(row.get(1)?)?;
        let id = codes::change_id(&row.get::<_, Vec<u8>>(2)?, row.get(3)?)?;
        let write = codes::write(&row.get::<_, String>(4)?, row.get(5)?)?;
        digesting.live(record, &field, id, &write).map_err(|_| ORDER)?;
    }
    let mut read = conn.prepare_cached(sql!("digest_hidden"))?;
    let mut rows = read.query([])?;
    while let Some(row) = rows.next()? {
        let id = codes::change_id(&row.get::<_, Vec<u8>>(0)?, row.get(1)?)?;
        let leaf = log::hidden(conn, row.get(1)?, &row.get::<_, String>(2)?, &row.get::<_, Vec<u8>>(3)?)?;
        digesting.hidden(id, leaf.hash()?).map_err(|_| ORDER)?;
    }
    Ok(digesting.finish())
}
