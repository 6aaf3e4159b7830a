//! The bare search that ours is measured against: an FTS5 table of the same names in a database of the same kind. Owns
//! nothing that the app uses; only benches switch it on.

use crate::{
    error::Result,
    keying::{self, Key},
};
use rusqlite::Connection;
use std::path::Path;

/// Names in an FTS5 table.
#[derive(Debug)]
pub struct Yardstick(Connection);

impl Yardstick {
    /// Makes the table at `path` and puts the names into it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn of<'a>(path: &Path, names: impl Iterator<Item = &'a str>) -> Result<Self> {
        let mut conn = keying::create(path, Key(&[0x5a; 32]))?;
        conn.execute_batch(sql!("yardstick"))?;
        let work = conn.transaction()?;
        for name in names {
            work.prepare_cached(sql!("yardstick_put"))?.execute([name])?;
        }
        work.commit()?;
        Ok(Self(conn))
    }

    /// How many rows begin words like the ones typed, at most `limit`, the best first.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn ask(&self, typed: &str, limit: usize) -> Result<usize> {
        let words: Vec<String> = typed.split_whitespace().map(|word| format!("\"{word}\"*")).collect();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut read = self.0.prepare_cached(sql!("yardstick_ask"))?;
        let rows =
            read.query_map(rusqlite::params![words.join(" "), limit], |row| row.get::<_, String>(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?.len())
    }
}
