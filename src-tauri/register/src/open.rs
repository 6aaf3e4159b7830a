//! Opening and closing. Owns the order of things: key, layout, restriction, interpretation; and at the end signatures and
//! one whole file.

use crate::{
    codes,
    error::{RegisterError, Result},
    interpret::Interpreter,
    keying::{self, Key},
    log, migrate,
    migrate::Step,
    state,
};
use chrono::{DateTime, Utc};
use journal::{DeviceId, FeedId, Head, Incarnation, feed::head_statement};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::path::Path;

/// The setting that says that another life is due.
pub(crate) const LIFE_ENDS: &str = "life-ends";

/// An open register. One process holds it at a time.
#[derive(Debug)]
pub struct Register {
    pub(crate) conn: Connection,
    pub(crate) interpreter: Interpreter,
    pub(crate) who: Option<(DeviceId, Incarnation)>,
}

impl Register {
    /// Makes a new register at `path`.
    ///
    /// # Errors
    /// [`RegisterError::Exists`], [`RegisterError::Disk`], [`RegisterError::NoCipher`].
    pub fn create(path: &Path, key: Key<'_>, interpreter: Interpreter) -> Result<Self> {
        Self::begin(keying::create(path, key)?, path, key, interpreter, &mut |_| ())
    }

    /// Opens the register at `path`. One of an older layout is backed up beside itself and brought forward; projections
    /// that were made with other forms are made again.
    ///
    /// # Errors
    /// [`RegisterError::Missing`], [`RegisterError::WrongKey`], [`RegisterError::Plaintext`], [`RegisterError::Newer`],
    /// [`RegisterError::Busy`], [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn open(path: &Path, key: Key<'_>, interpreter: Interpreter) -> Result<Self> {
        Self::open_told(path, key, interpreter, &mut |_| ())
    }

    /// The same, telling how far it has come when that takes long. Killed before the last step the register is what it was;
    /// killed in it, it is of the new layout, and makes its projections when it is opened next.
    ///
    /// # Errors
    /// As [`Register::open`].
    pub fn open_told(
        path: &Path,
        key: Key<'_>,
        interpreter: Interpreter,
        told: &mut dyn FnMut(Step),
    ) -> Result<Self> {
        Self::begin(keying::open(path, key)?, path, key, interpreter, told)
    }

    fn begin(
        mut conn: Connection,
        path: &Path,
        key: Key<'_>,
        interpreter: Interpreter,
        told: &mut dyn FnMut(Step),
    ) -> Result<Self> {
        conn.execute_batch(sql!("cache_of_everybody"))?;
        let steps = migrate::run(&mut conn, path, key, told)?;
        keying::refuse_plaintext(path)?;
        keying::restrict(&mut conn)?;
        let mut register = Self { conn, interpreter, who: None };
        register.who = register.read_identity()?;
        let made_with: Option<String> =
            register.conn.query_row(sql!("interpretation_get"), [], |row| row.get(0)).optional()?;
        if made_with.as_ref() != Some(&register.interpreter.fingerprint) {
            // A new register has nothing to make them from.
            let last = Step::begun(steps.max(1), steps.max(1));
            let work = register.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            state::rebuild_told(&work, &register.interpreter, &mut |done, all| {
                if all > 0 {
                    told(last.at(done, all));
                }
            })?;
            work.commit()?;
        }
        register.conn.execute_batch(sql!("cache_as_usual"))?;
        Ok(register)
    }

    /// Signs the end of each feed of this laptop's present life that is not signed yet, and gives how many.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn sign_heads(&mut self, sign: &mut dyn FnMut(&[u8]) -> [u8; 64]) -> Result<usize> {
        let Some((device, incarnation)) = self.who else { return Ok(0) };
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let unsigned = unsigned_heads(&work, device, incarnation)?;
        for (feed, head, batch) in &unsigned {
            let signature = sign(&head_statement(*feed, *head));
            work.execute(sql!("head_signature_put"), params![batch, &signature[..]])?;
        }
        work.commit()?;
        Ok(unsigned.len())
    }

    /// Signs the heads, folds the journal into the one file and closes it.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Busy`]; what was acknowledged is on the disk all the same.
    pub fn close(mut self, sign: &mut dyn FnMut(&[u8]) -> [u8; 64]) -> Result<()> {
        self.sign_heads(sign)?;
        self.conn.query_row(sql!("checkpoint"), [], |_| Ok(()))?;
        self.conn.close().map_err(|(_, error)| error)?;
        Ok(())
    }

    /// Folds the journal into the one file, so that nothing deleted stays in it.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Busy`].
    pub fn checkpoint(&self) -> Result<()> {
        Ok(self.conn.query_row(sql!("checkpoint"), [], |_| Ok(()))?)
    }

    /// Reads through everybody from now on, and keeps more of what it has read: until the next import, or until it is closed. What
    /// a screen asks for has room in a fifth of it, and so takes no more memory than that.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn read_everybody(&self) -> Result<()> {
        Ok(self.conn.execute_batch(sql!("cache_of_everybody"))?)
    }

    /// This laptop and its present life, once it has both.
    pub const fn identity(&self) -> Option<(DeviceId, Incarnation)> {
        self.who
    }

    /// Begins a life of this laptop, or goes on with it when it is the present one. Everything is written under it from
    /// now on.
    ///
    /// # Errors
    /// [`RegisterError::Database`] when that life is over; [`RegisterError::NoIdentity`] when the laptop has no keys yet.
    pub fn begin_life(&mut self, incarnation: Incarnation, at: DateTime<Utc>) -> Result<()> {
        if self.who.is_some_and(|(_, present)| present == incarnation) {
            return Ok(());
        }
        self.conn.execute(sql!("incarnation_add"), params![&incarnation.0[..], codes::millis(at)])?;
        self.set_setting(LIFE_ENDS, None)?;
        self.who = self.read_identity()?;
        self.who.map(|_| ()).ok_or(RegisterError::NoIdentity)
    }

    /// True when an import showed that the present life goes on elsewhere, and no other has begun since.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn life_ends(&self) -> Result<bool> {
        Ok(self.setting(LIFE_ENDS)?.is_some())
    }

    pub(crate) fn read_identity(&self) -> Result<Option<(DeviceId, Incarnation)>> {
        let read: Option<(Vec<u8>, Vec<u8>)> =
            self.conn.query_row(sql!("identity"), [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        read.map(|(device, life)| Ok((codes::device(&device)?, codes::incarnation(&life)?))).transpose()
    }
}

fn unsigned_heads(
    conn: &Connection,
    device: DeviceId,
    life: Incarnation,
) -> Result<Vec<(FeedId, Head, i64)>> {
    let mut read = conn.prepare(sql!("head_unsigned"))?;
    let mut rows = read.query(params![&device.0[..], &life.0[..]])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        let feed = FeedId(codes::bytes(&row.get::<_, Vec<u8>>(0)?)?);
        heads.push((feed, log::head(row, 1)?, row.get(3)?));
    }
    Ok(heads)
}
