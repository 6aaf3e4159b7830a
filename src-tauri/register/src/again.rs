//! Bundles that come again. Owns knowing one that was taken in wholly by what its sender signed, so that none of its batches has
//! to be looked up a second time; refuses to know one of which anything waits, was refused or was not understood. What would
//! make the long way find something after all, a bundle that is set aside or taken back, makes the register forget all of them.

use crate::{Register, codes, error::Result};
use journal::Hlc;
use rusqlite::{Connection, OptionalExtension, params};

/// A bundle that was read to its end and understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    /// The hash of what its sender signed, and so of everything in it.
    pub print: [u8; 32],
    /// Which of the ends of feeds in it could be checked.
    pub vouching: [u8; 32],
    /// How many batches it holds.
    pub batches: u32,
    /// How many of them only the sender says that others wrote.
    pub unvouched: u32,
    /// The latest clock in it.
    pub at: Hlc,
}

impl Register {
    /// The bundle of this print, when all of it is in the log and reading it again would tell nothing else: the same ends of
    /// feeds can be checked, and no clock in it is ahead of this laptop's.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn whole(&self, print: [u8; 32], vouching: [u8; 32], now_ms: u64) -> Result<Option<Whole>> {
        let mut find = self.conn.prepare_cached(sql!("whole_find"))?;
        let row = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
        let found = find.query_row([&print[..], &vouching[..]], row).optional()?;
        let Some((batches, unvouched, ms, tick)) = found else { return Ok(None) };
        let at = codes::hlc(ms, tick)?;
        let ahead = Hlc::witness(Hlc::default(), at, now_ms).ahead;
        Ok((!ahead).then_some(Whole { print, vouching, batches, unvouched, at }))
    }
}

pub(crate) fn keep(conn: &Connection, whole: &Whole) -> Result<()> {
    let (ms, tick) = codes::clock(whole.at)?;
    conn.prepare_cached(sql!("whole_put"))?.execute(params![
        &whole.print[..],
        &whole.vouching[..],
        whole.batches,
        whole.unvouched,
        ms,
        tick
    ])?;
    Ok(())
}
