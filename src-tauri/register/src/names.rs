//! Small numbers for long names. Owns giving each name one number for ever; numbers never leave this crate.

use crate::{codes, error::Result};
use casework::ids::{FieldId, RecordId};
use journal::{BatchHash, DeviceId, FeedId, Header, Incarnation};
use rusqlite::{CachedStatement, Connection, OptionalExtension, params};
use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{BuildHasherDefault, Hasher},
};

/// The number of [`FieldId::kind`], given by the first migration.
pub(crate) const KIND: i64 = 1;
/// The number of [`FieldId::removed`].
pub(crate) const REMOVED: i64 = 2;

pub(crate) fn find_record(conn: &Connection, id: RecordId) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached(sql!("record_name_find"))?;
    Ok(find.query_row([&id.0.as_bytes()[..]], |row| row.get(0)).optional()?)
}

pub(crate) fn record(conn: &Connection, id: RecordId) -> Result<i64> {
    match find_record(conn, id)? {
        Some(number) => Ok(number),
        None => {
            conn.prepare_cached(sql!("record_name_add"))?.execute([&id.0.as_bytes()[..]])?;
            Ok(conn.last_insert_rowid())
        }
    }
}

pub(crate) fn record_of(conn: &Connection, number: i64) -> Result<RecordId> {
    let blob: Vec<u8> = conn.prepare_cached(sql!("record_name_of"))?.query_row([number], |row| row.get(0))?;
    codes::record(&blob)
}

pub(crate) fn find_field(conn: &Connection, id: &FieldId) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached(sql!("field_name_find"))?;
    Ok(find.query_row([id.as_str()], |row| row.get(0)).optional()?)
}

pub(crate) fn field(conn: &Connection, id: &FieldId) -> Result<i64> {
    match find_field(conn, id)? {
        Some(number) => Ok(number),
        None => {
            Ok(conn.prepare_cached(sql!("field_name_add"))?.query_row([id.as_str()], |row| row.get(0))?)
        }
    }
}

pub(crate) fn field_of(conn: &Connection, number: i64) -> Result<FieldId> {
    let name: String = conn.prepare_cached(sql!("field_name_of"))?.query_row([number], |row| row.get(0))?;
    field_id(name)
}

pub(crate) fn field_id(name: String) -> Result<FieldId> {
    FieldId::new(name)
        .map_err(|_| crate::RegisterError::Damaged("a field's name is not of the allowed shape"))
}

pub(crate) fn find_batch(conn: &Connection, hash: BatchHash) -> Result<Option<i64>> {
    let mut find = conn.prepare_cached(sql!("batch_name_find"))?;
    Ok(find.query_row([&hash.0[..]], |row| row.get(0)).optional()?)
}

/// The number of a batch, whether it has arrived or not.
pub(crate) fn batch(conn: &Connection, hash: BatchHash) -> Result<i64> {
    match find_batch(conn, hash)? {
        Some(number) => Ok(number),
        None => add_batch(conn, hash),
    }
}

/// Gives a batch that has no number one.
pub(crate) fn add_batch(conn: &Connection, hash: BatchHash) -> Result<i64> {
    conn.prepare_cached(sql!("batch_name_add"))?.execute([&hash.0[..]])?;
    Ok(conn.last_insert_rowid())
}

/// The number of a feed, by its name and the header of any batch of it.
pub(crate) fn feed(conn: &Connection, name: FeedId, header: &Header) -> Result<i64> {
    let known =
        conn.prepare_cached(sql!("feed_find"))?.query_row([&name.0[..]], |row| row.get(0)).optional()?;
    if let Some(number) = known {
        return Ok(number);
    }
    let scope = record(conn, header.scope)?;
    let row = params![&name.0[..], &header.device.0[..], &header.incarnation.0[..], scope];
    Ok(conn.prepare_cached(sql!("feed_add"))?.query_row(row, |row| row.get(0))?)
}

/// The most names of one sort that are kept in mind: some megabytes.
const NAMES: usize = 100_000;

/// The laptop, life and scope of a feed.
#[derive(Clone, Copy)]
pub(crate) struct Feed {
    pub(crate) device: DeviceId,
    pub(crate) incarnation: Incarnation,
    pub(crate) scope: RecordId,
}

/// Scatters numbers that this crate gave: they come from nobody who could choose them.
#[derive(Default)]
struct Scatter(u64);

impl Hasher for Scatter {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_i64(i64::from(*byte)));
    }

    fn write_i64(&mut self, number: i64) {
        self.0 = (self.0 ^ number.cast_unsigned()).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type ByNumber<V> = HashMap<i64, V, BuildHasherDefault<Scatter>>;

/// Names by their numbers, each looked up once while it is kept in mind.
pub(crate) struct Known<'c> {
    record_of: CachedStatement<'c>,
    batch_of: CachedStatement<'c>,
    records: ByNumber<RecordId>,
    batches: ByNumber<BatchHash>,
    fields: ByNumber<FieldId>,
    feeds: ByNumber<Feed>,
    conn: &'c Connection,
}

impl<'c> Known<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            record_of: conn.prepare_cached(sql!("record_name_of"))?,
            batch_of: conn.prepare_cached(sql!("batch_name_of"))?,
            records: ByNumber::default(),
            batches: ByNumber::default(),
            fields: ByNumber::default(),
            feeds: ByNumber::default(),
            conn,
        })
    }

    pub(crate) fn record(&mut self, number: i64) -> Result<RecordId> {
        let find = &mut self.record_of;
        remember(&mut self.records, number, || {
            find.query_row([number], |row| Ok(row.get_ref(0)?.as_blob().map(codes::record)?))?
        })
    }

    pub(crate) fn batch(&mut self, number: i64) -> Result<BatchHash> {
        let find = &mut self.batch_of;
        remember(&mut self.batches, number, || {
            find.query_row([number], |row| Ok(row.get_ref(0)?.as_blob().map(codes::batch)?))?
        })
    }

    pub(crate) fn field(&mut self, number: i64) -> Result<&FieldId> {
        Ok(match self.fields.entry(number) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(field_of(self.conn, number)?),
        })
    }

    pub(crate) fn feed(&mut self, number: i64) -> Result<Feed> {
        if let Some(feed) = self.feeds.get(&number) {
            return Ok(*feed);
        }
        let mut find = self.conn.prepare_cached(sql!("feed_load"))?;
        let row =
            |row: &rusqlite::Row<'_>| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?, row.get(2)?));
        let (device, incarnation, scope) = find.query_row([number], row)?;
        let (device, incarnation) = (codes::device(&device)?, codes::incarnation(&incarnation)?);
        let feed = Feed { device, incarnation, scope: self.record(scope)? };
        self.feeds.insert(number, feed);
        Ok(feed)
    }
}

fn remember<V: Copy>(known: &mut ByNumber<V>, number: i64, find: impl FnOnce() -> Result<V>) -> Result<V> {
    if let Some(name) = known.get(&number) {
        return Ok(*name);
    }
    let name = find()?;
    if known.len() >= NAMES {
        known.clear();
    }
    known.insert(number, name);
    Ok(name)
}
