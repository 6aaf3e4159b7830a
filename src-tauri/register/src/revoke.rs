//! The end of trust in a laptop, which travels as a change of the log's own. Owns which batches of a revoked laptop stand
//! aside: those beyond where its feeds had come when the trust ended, the same ones on every laptop. Refuses to forget a
//! revocation, whoever said it: two laptops that revoke each other are both out, until an officer has looked.

use crate::{
    Register,
    aside::{self, Aside},
    codes,
    error::Result,
    touched::Touched,
};
use casework::ids::{FieldId, RecordId};
use chrono::{DateTime, Utc};
use journal::{Batch, DeviceId, FeedId, Leaf};
use rusqlite::Connection;
use std::{collections::BTreeMap, fmt::Write as _};
use uuid::Uuid;

/// The record that stands for a laptop: its id is the laptop's own name.
pub const fn laptop_record(device: DeviceId) -> RecordId {
    RecordId(Uuid::from_bytes(device.0))
}

impl Register {
    /// What a write to [`FieldId::revoked`] of [`laptop_record`] says now: how far each feed of the laptop has come here.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn revocation_of(&self, device: DeviceId) -> Result<String> {
        let mut read = self.conn.prepare_cached(sql!("feed_of_device"))?;
        let mut rows = read.query([&device.0[..]])?;
        let mut text = String::new();
        while let Some(row) = rows.next()? {
            let feed = FeedId(codes::bytes(&row.get::<_, Vec<u8>>(0)?)?);
            // Writing to a text cannot fail.
            let _ = writeln!(text, "{feed} {}", row.get::<_, i64>(1)?);
        }
        Ok(text)
    }

    /// The laptops that are trusted no more, each with when that was written.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`].
    pub fn revoked(&self) -> Result<BTreeMap<DeviceId, DateTime<Utc>>> {
        let mut read = self.conn.prepare_cached(sql!("revocation_all"))?;
        let mut rows = read.query([])?;
        let mut revoked = BTreeMap::new();
        while let Some(row) = rows.next()? {
            revoked.insert(codes::device(&row.get::<_, Vec<u8>>(0)?)?, codes::moment(row.get(1)?));
        }
        Ok(revoked)
    }
}

/// How far each feed may go by one revocation; a feed that it does not name may not begin.
pub(crate) type Limits = BTreeMap<FeedId, u64>;

fn allowed(value: &str) -> Limits {
    let line = |line: &str| {
        let (feed, seq) = line.split_once(' ')?;
        Some((feed.parse().ok()?, seq.parse().ok()?))
    };
    value.lines().filter_map(line).collect()
}

/// True when some revocation says that the batch came too late.
pub(crate) fn is_late(conn: &Connection, device: DeviceId, feed: FeedId, seq: u64) -> Result<bool> {
    Ok(limits(conn, device)?.iter().any(|limits| is_beyond(limits, feed, seq)))
}

/// How far the feeds of a laptop may go, by each revocation of it.
pub(crate) fn limits(conn: &Connection, device: DeviceId) -> Result<Vec<Limits>> {
    let mut read = conn.prepare_cached(sql!("revocation_of"))?;
    let mut rows = read.query([&device.0[..]])?;
    let mut limits = Vec::new();
    while let Some(row) = rows.next()? {
        let value: Option<String> = row.get(0)?;
        limits.push(allowed(&value.unwrap_or_default()));
    }
    Ok(limits)
}

/// True when a batch at this place of a feed is beyond what a revocation allows.
pub(crate) fn is_beyond(limits: &Limits, feed: FeedId, seq: u64) -> bool {
    limits.get(&feed).is_none_or(|last| seq > *last)
}

/// Takes note of the revocations in a batch of the log. True when batches that counted stand aside now.
pub(crate) fn note(conn: &Connection, number: i64, batch: &Batch, touched: &mut Touched) -> Result<bool> {
    let (mut moved, revoked) = (false, FieldId::revoked());
    for (place, leaf) in (0_u32..).zip(batch.leaves()) {
        let Leaf::Open { change, .. } = leaf else { continue };
        if change.field != revoked || change.write.answer().is_none() {
            continue;
        }
        let device = DeviceId(*change.record.0.as_bytes());
        conn.prepare_cached(sql!("revocation_add"))?
            .execute(rusqlite::params![codes::change(number, place)?, &device.0[..]])?;
        touched.forget_limits();
        moved |= put_late_aside(conn, device)?;
    }
    Ok(moved)
}

fn put_late_aside(conn: &Connection, device: DeviceId) -> Result<bool> {
    let mut read = conn.prepare_cached(sql!("batch_of_device"))?;
    let mut rows = read.query([&device.0[..]])?;
    let mut moved = false;
    while let Some(row) = rows.next()? {
        let (number, feed) = (row.get(0)?, FeedId(codes::bytes(&row.get::<_, Vec<u8>>(1)?)?));
        let seq = u64::try_from(row.get::<_, i64>(2)?).unwrap_or(u64::MAX);
        if is_late(conn, device, feed, seq)? {
            moved |= aside::put(conn, number, Aside::Revoked)?;
        }
    }
    Ok(moved)
}
