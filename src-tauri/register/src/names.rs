//! Small numbers for long names. Owns giving each name one number for ever; numbers never leave this crate.

use crate::{codes, error::Result};
use casework::ids::{FieldId, RecordId};
use journal::{BatchHash, Header};
use rusqlite::{Connection, OptionalExtension, params};

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
        None => Ok(conn
            .prepare_cached(sql!("record_name_add"))?
            .query_row([&id.0.as_bytes()[..]], |row| row.get(0))?),
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
        None => {
            Ok(conn.prepare_cached(sql!("batch_name_add"))?.query_row([&hash.0[..]], |row| row.get(0))?)
        }
    }
}

pub(crate) fn feed(conn: &Connection, header: &Header) -> Result<i64> {
    let name = header.feed();
    let known =
        conn.prepare_cached(sql!("feed_find"))?.query_row([&name.0[..]], |row| row.get(0)).optional()?;
    if let Some(number) = known {
        return Ok(number);
    }
    let scope = record(conn, header.scope)?;
    let row = params![&name.0[..], &header.device.0[..], &header.incarnation.0[..], scope];
    Ok(conn.prepare_cached(sql!("feed_add"))?.query_row(row, |row| row.get(0))?)
}
