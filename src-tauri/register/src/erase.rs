//! Erasure: what a change said goes for good, with its salt; its hash stays, so the chain still proves itself. Owns taking it
//! out of the log, the projections, what waits and the file's free pages, wherever the erasure came from; refuses to erase
//! the log's own fields but for why a record was removed, and to take in again what was erased.
//!
//! An erasure is a change to [`FieldId::erased`] whose `replaces` names what goes. So it travels like any other change, beats
//! every edit, and is obeyed also for changes that arrive after it.

use crate::{aside, codes, error::Result, loading::load, log, names, touched::Touched};
use casework::ids::FieldId;
use journal::{Batch, BatchHash, ChangeId, Leaf, Salt};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeMap;

/// Carries out the erasures in a batch that was just put into the log, and gives how many changes lost what they said.
pub(crate) fn carry_out(
    conn: &Connection,
    number: i64,
    batch: &Batch,
    touched: &mut Touched,
) -> Result<usize> {
    let mut by_batch: BTreeMap<BatchHash, Vec<u32>> = BTreeMap::new();
    let erased = FieldId::erased();
    for (_, change) in batch.changes().filter(|(_, change)| change.field == erased) {
        for ChangeId { batch, index } in &change.replaces {
            by_batch.entry(*batch).or_default().push(*index);
        }
    }
    if by_batch.is_empty() || aside::has(conn, number)? {
        return Ok(0);
    }
    touched.settle(conn)?;
    let mut erased = 0;
    for (hash, places) in by_batch {
        erased += if log::has(conn, hash)? {
            erase_in_log(conn, hash, &places, touched)?
        } else {
            erase_in_waiting(conn, hash, &places)?
        };
    }
    conn.execute(sql!("seed_cut_put"), [])?;
    Ok(erased)
}

/// A batch from elsewhere, which has this number, without what an erasure that is here names in it.
pub(crate) fn screened(conn: &Connection, number: i64, mut batch: Batch) -> Result<Batch> {
    let Some(field) = names::find_field(conn, &FieldId::erased())? else { return Ok(batch) };
    let count = u32::try_from(batch.leaves().len()).unwrap_or(u32::MAX);
    for place in 0..count {
        let mut named = conn.prepare_cached(sql!("change_is_to_be_erased"))?;
        if named.exists([codes::change(number, place)?, field])? {
            batch = without(batch, place)?;
        }
    }
    Ok(batch)
}

/// Gives up the seeds before a batch with erased places that lead to its own. Without its seed, which the sender gave up, the
/// one just before may lead to it and goes as well.
pub(crate) fn give_up_seeds(
    conn: &Connection,
    batch: &Batch,
    seed: Option<Salt>,
    touched: &mut Touched,
) -> Result<()> {
    touched.settle(conn)?;
    let (mut next, mut prev) = (seed, batch.header().prev);
    while let Some(hash) = prev {
        let Some(number) = names::find_batch(conn, hash)? else { break };
        if !log::has(conn, hash)? {
            break;
        }
        let before = load(conn, number)?;
        let Some(seed) = before.seed() else { break };
        if next.is_some_and(|next| seed.following() != next) {
            break;
        }
        prev = before.header().prev;
        next = Some(seed);
        conn.prepare_cached(sql!("seed_given_up_add"))?.execute([number])?;
        log::replace_places(conn, &before.unseeded(), touched)?;
    }
    Ok(())
}

fn erase_in_log(conn: &Connection, hash: BatchHash, places: &[u32], touched: &mut Touched) -> Result<usize> {
    let number = names::batch(conn, hash)?;
    let was = load(conn, number)?;
    let (seed, mut batch, mut erased) = (was.seed(), was, 0);
    for place in places {
        let mut find = conn.prepare_cached(sql!("change_cell"))?;
        let cell: Option<(i64, i64)> = find
            .query_row([codes::change(number, *place)?], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((_, field)) = cell else { continue };
        if names::field_of(conn, field)?.may_be_erased() {
            batch = batch.erasing(*place)?;
            erased += 1;
        }
    }
    if erased > 0 {
        log::replace_places(conn, &batch, touched)?;
        load(conn, number)?;
        give_up_seeds(conn, &batch, seed, touched)?;
    }
    Ok(erased)
}

fn erase_in_waiting(conn: &Connection, hash: BatchHash, places: &[u32]) -> Result<usize> {
    let mut find = conn.prepare_cached(sql!("waiting_find"))?;
    let kept: Option<Vec<u8>> = find.query_row([&hash.0[..]], |row| row.get(0)).optional()?;
    let Some(kept) = kept else { return Ok(0) };
    let was = Batch::decode(&kept)?;
    let Some(prev) = was.header().prev else { return Ok(0) };
    let mut batch = was.clone();
    for place in places {
        batch = without(batch, *place)?;
    }
    let erased = usize::from(batch != was);
    conn.prepare_cached(sql!("waiting_put"))?.execute(params![&hash.0[..], &prev.0[..], batch.encode()])?;
    Ok(erased)
}

/// The batch without what the change at `place` said, unless no erasure may take that.
fn without(batch: Batch, place: u32) -> Result<Batch> {
    let at = usize::try_from(place).unwrap_or(usize::MAX);
    match batch.leaves().get(at) {
        Some(Leaf::Open { change, .. }) if change.field.may_be_erased() => Ok(batch.erasing(place)?),
        _ => Ok(batch),
    }
}
