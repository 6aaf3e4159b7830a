//! The log. Owns putting a proven batch into rows and getting it back out, byte for byte; a batch that comes out with
//! another hash than it went in with is damage, and is said.

use crate::{
    aside::{self, Aside},
    codes, erase,
    error::{RegisterError, Result},
    names,
    project::{self, Touched},
    revoke,
};
use casework::{ids::RecordId, private::Private};
use journal::{Batch, BatchHash, Change, ChangeId, Draft, Head, Leaf};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::HashMap;

/// Appends a batch that is not here yet, and brings its changes into the answers.
pub(crate) fn append(conn: &Connection, batch: &Batch, touched: &mut Touched) -> Result<i64> {
    let header = batch.header();
    // Nobody can have replaced what nobody has named.
    touched.unnamed = names::find_batch(conn, batch.id())?.is_none();
    let number = touched.batch(conn, batch.id())?;
    let feed = names::feed(conn, header)?;
    let prev = header.prev.map(|prev| names::batch(conn, prev)).transpose()?;
    let (ms, tick) = codes::clock(header.at)?;
    let author = names::record(conn, header.author)?;
    let undoes = header.undoes.map(|deed| deed.0);
    conn.prepare_cached(sql!("batch_add"))?.execute(params![
        number,
        feed,
        seq(header.seq)?,
        prev,
        ms,
        tick,
        &header.deed.0.as_bytes()[..],
        header.act,
        author,
        undoes.as_ref().map(|deed| &deed.as_bytes()[..]),
        header.schema,
        batch.seed().as_ref().map(|seed| &seed.0[..]),
    ])?;
    let seeded = batch.seed().is_some();
    let late = revoke::is_late(conn, header.device, header.feed(), header.seq)?;
    if late {
        aside::put(conn, number, Aside::Revoked)?;
    }
    touched.aside = late;
    let mut last = RecordNumber::default();
    for (place, leaf) in (0_u32..).zip(batch.leaves()) {
        let change = codes::change(number, place)?;
        match leaf {
            Leaf::Open { salt, change: content } => {
                let cell = (last.of(conn, content.record)?, touched.field(conn, &content.field)?);
                let salt = (!seeded).then_some(&salt.0[..]);
                add_open(conn, change, cell, content, salt)?;
                let targets = replace(conn, change, &content.replaces, touched)?;
                project::opened(conn, change, cell, content, &targets, touched)?;
            }
            Leaf::Withheld(proof) => add_hidden(conn, change, "withheld", &proof.0)?,
            Leaf::Erased { payload, replaces } => {
                add_hidden(conn, change, "erased", payload)?;
                let targets = replace(conn, change, replaces, touched)?;
                project::erased(conn, change, &targets, touched)?;
            }
        }
    }
    touched.unnamed = false;
    if let Some(prev) = prev {
        conn.prepare_cached(sql!("head_drop"))?.execute([feed, prev])?;
    }
    conn.prepare_cached(sql!("head_add"))?.execute([feed, number])?;
    if batch.leaves().iter().any(|leaf| matches!(leaf, Leaf::Erased { .. })) {
        erase::give_up_seeds(conn, batch, batch.seed(), touched)?;
    }
    touched.aside = false;
    Ok(number)
}

/// The number of the record last asked for: a batch names one record many times in a row.
#[derive(Default)]
struct RecordNumber(Option<(RecordId, i64)>);

impl RecordNumber {
    fn of(&mut self, conn: &Connection, id: RecordId) -> Result<i64> {
        match self.0 {
            Some((last, number)) if last == id => Ok(number),
            _ => {
                let number = names::record(conn, id)?;
                self.0 = Some((id, number));
                Ok(number)
            }
        }
    }
}

fn add_open(
    conn: &Connection,
    change: i64,
    (record, field): (i64, i64),
    content: &Change,
    salt: Option<&[u8]>,
) -> Result<()> {
    let (standing, value) = codes::standing(&content.write);
    let as_typed = content.as_typed.as_ref().map(|text| text.reveal().as_str());
    conn.prepare_cached(sql!("change_add_open"))?
        .execute(params![change, record, field, standing, value, as_typed, salt])?;
    Ok(())
}

fn add_hidden(conn: &Connection, change: i64, standing: &str, proof: &[u8; 32]) -> Result<()> {
    conn.prepare_cached(sql!("change_add_hidden"))?.execute(params![change, standing, &proof[..]])?;
    Ok(())
}

/// Writes down what `change` replaces, and gives the numbers.
fn replace(conn: &Connection, change: i64, replaces: &[ChangeId], touched: &mut Touched) -> Result<Vec<i64>> {
    let mut targets = Vec::with_capacity(replaces.len());
    for id in replaces {
        let target = codes::change(touched.batch(conn, id.batch)?, id.index)?;
        conn.prepare_cached(sql!("replacement_add"))?.execute([target, change])?;
        targets.push(target);
    }
    Ok(targets)
}

/// Makes the rows of a batch that is here say what `batch`, another copy of it, says: withheld places are filled in, open
/// ones are erased.
pub(crate) fn replace_places(conn: &Connection, batch: &Batch, touched: &mut Touched) -> Result<()> {
    let number = names::batch(conn, batch.id())?;
    let was = load(conn, number)?;
    touched.aside = aside::has(conn, number)?;
    let seed = batch.seed();
    conn.prepare_cached(sql!("batch_set_seed"))?
        .execute(params![number, seed.as_ref().map(|seed| &seed.0[..])])?;
    for ((place, old), new) in (0_u32..).zip(was.leaves()).zip(batch.leaves()) {
        let change = codes::change(number, place)?;
        match (old, new) {
            (Leaf::Withheld(_), Leaf::Open { salt, change: content }) => {
                let cell = (names::record(conn, content.record)?, touched.field(conn, &content.field)?);
                let (standing, value) = codes::standing(&content.write);
                let as_typed = content.as_typed.as_ref().map(|text| text.reveal().as_str());
                let salt = seed.is_none().then_some(&salt.0[..]);
                conn.prepare_cached(sql!("change_open"))?
                    .execute(params![change, cell.0, cell.1, standing, value, as_typed, salt])?;
                let targets = replace(conn, change, &content.replaces, touched)?;
                project::opened(conn, change, cell, content, &targets, touched)?;
            }
            (Leaf::Withheld(_) | Leaf::Open { .. }, Leaf::Erased { payload, replaces }) => {
                project::forget(conn, change, touched)?;
                conn.prepare_cached(sql!("change_erase"))?.execute(params![change, &payload[..]])?;
                let targets = match old {
                    Leaf::Withheld(_) => replace(conn, change, replaces, touched)?,
                    Leaf::Open { .. } | Leaf::Erased { .. } => targets_of(conn, change)?,
                };
                project::erased(conn, change, &targets, touched)?;
            }
            (Leaf::Open { .. }, Leaf::Open { salt, .. }) => {
                let salt = seed.is_none().then_some(&salt.0[..]);
                conn.prepare_cached(sql!("change_set_salt"))?.execute(params![change, salt])?;
            }
            _ => {}
        }
    }
    touched.aside = false;
    Ok(())
}

fn targets_of(conn: &Connection, change: i64) -> Result<Vec<i64>> {
    let mut read = conn.prepare_cached(sql!("replacement_of"))?;
    let targets = read.query_map([change], |row| row.get(0))?;
    Ok(targets.collect::<rusqlite::Result<_>>()?)
}

/// True when the batch is in the log.
pub(crate) fn has(conn: &Connection, hash: BatchHash) -> Result<bool> {
    Ok(seq_of(conn, hash)?.is_some())
}

/// The place of a batch of the log in its feed.
pub(crate) fn seq_of(conn: &Connection, hash: BatchHash) -> Result<Option<u64>> {
    let mut find = conn.prepare_cached(sql!("batch_seq"))?;
    let seq: Option<i64> = find.query_row([&hash.0[..]], |row| row.get(0)).optional()?;
    seq.map(|seq| u64::try_from(seq).map_err(|_| RegisterError::Damaged("a batch has no place"))).transpose()
}

/// The ends of a feed, ascending.
pub(crate) fn heads(conn: &Connection, feed: &[u8]) -> Result<Vec<Head>> {
    let mut read = conn.prepare_cached(sql!("head_of_feed"))?;
    let mut rows = read.query([feed])?;
    let mut heads = Vec::new();
    while let Some(row) = rows.next()? {
        heads.push(head(row, 0)?);
    }
    heads.sort_unstable();
    Ok(heads)
}

/// A head from two columns: its number and its hash.
pub(crate) fn head(row: &Row<'_>, first: usize) -> Result<Head> {
    let seq: i64 = row.get(first)?;
    let hash: Vec<u8> = row.get(first + 1)?;
    let seq = u64::try_from(seq).map_err(|_| RegisterError::Damaged("a batch has no place"))?;
    Ok(Head { seq, batch: codes::batch(&hash)? })
}

/// Puts a batch together again and proves that it is the one that was written.
pub(crate) fn load(conn: &Connection, number: i64) -> Result<Batch> {
    let mut read = conn.prepare_cached(sql!("batch_load"))?;
    let mut rows = read.query([number])?;
    let row = rows.next()?.ok_or(RegisterError::Damaged("a batch is missing"))?;
    let hash = codes::batch(&row.get::<_, Vec<u8>>(0)?)?;
    let draft = draft(row)?;
    let seed = row.get::<_, Option<Vec<u8>>>(12)?.as_deref().map(codes::salt).transpose()?;
    let leaves = leaves(conn, number)?;
    let batch = match seed {
        None => Batch::reassemble(draft, complete(leaves)?)?,
        Some(seed) => {
            let open = leaves.into_iter().map(|leaf| match leaf {
                Stored::Open(change, _) => Ok(change),
                Stored::Hidden(_) => Err(RegisterError::Damaged("a batch with a seed has a hidden change")),
            });
            Batch::assemble(draft, open.collect::<Result<_>>()?, seed)?
        }
    };
    if batch.id() == hash {
        Ok(batch)
    } else {
        Err(RegisterError::Damaged("a batch is not as it was written"))
    }
}

fn draft(row: &Row<'_>) -> Result<Draft> {
    let blob = |column: usize| row.get::<_, Vec<u8>>(column);
    let seq: i64 = row.get(4)?;
    Ok(Draft {
        device: codes::device(&blob(1)?)?,
        incarnation: codes::incarnation(&blob(2)?)?,
        scope: codes::record(&blob(3)?)?,
        seq: u64::try_from(seq).map_err(|_| RegisterError::Damaged("a batch has no place"))?,
        prev: row.get::<_, Option<Vec<u8>>>(5)?.as_deref().map(codes::batch).transpose()?,
        at: codes::hlc(row.get(6)?, row.get(7)?)?,
        deed: codes::deed(&blob(8)?)?,
        act: row.get(9)?,
        author: codes::record(&blob(10)?)?,
        undoes: row.get::<_, Option<Vec<u8>>>(11)?.as_deref().map(codes::deed).transpose()?,
        schema: row.get(13)?,
    })
}

enum Stored {
    Open(Change, Option<journal::Salt>),
    Hidden(Leaf),
}

fn complete(leaves: Vec<Stored>) -> Result<Vec<Leaf>> {
    let whole = leaves.into_iter().map(|leaf| match leaf {
        Stored::Open(change, Some(salt)) => Ok(Leaf::Open { salt, change }),
        Stored::Open(_, None) => Err(RegisterError::Damaged("a change has no salt")),
        Stored::Hidden(leaf) => Ok(leaf),
    });
    whole.collect()
}

fn leaves(conn: &Connection, number: i64) -> Result<Vec<Stored>> {
    let (first, last) = codes::places(number);
    let mut replaced = replaced_by_each(conn, first, last)?;
    let mut read = conn.prepare_cached(sql!("change_of_batch"))?;
    let mut rows = read.query([first, last])?;
    let mut leaves = Vec::new();
    while let Some(row) = rows.next()? {
        let change: i64 = row.get(0)?;
        let standing: String = row.get(3)?;
        let proof: Option<Vec<u8>> = row.get(7)?;
        leaves.push(match (standing.as_str(), proof) {
            (_, Some(proof)) => Stored::Hidden(hidden(conn, change, &standing, &proof)?),
            (_, None) => {
                let change = Change {
                    record: codes::record(&row.get::<_, Vec<u8>>(1)?)?,
                    field: names::field_id(row.get(2)?)?,
                    write: codes::write(&standing, row.get(4)?)?,
                    as_typed: row.get::<_, Option<String>>(5)?.map(Private::new),
                    replaces: replaced.remove(&change).unwrap_or_default(),
                };
                let salt = row.get::<_, Option<Vec<u8>>>(6)?.as_deref().map(codes::salt).transpose()?;
                Stored::Open(change, salt)
            }
        });
    }
    Ok(leaves)
}

/// A withheld or erased place.
pub(crate) fn hidden(conn: &Connection, change: i64, standing: &str, proof: &[u8]) -> Result<Leaf> {
    let proof = codes::bytes(proof)?;
    match standing {
        "withheld" => Ok(Leaf::Withheld(journal::LeafHash(proof))),
        "erased" => Ok(Leaf::Erased { payload: proof, replaces: replaced_by(conn, change)? }),
        _ => Err(RegisterError::Damaged("an open change has a proof")),
    }
}

/// What each change of a batch replaces, ascending.
fn replaced_by_each(conn: &Connection, first: i64, last: i64) -> Result<HashMap<i64, Vec<ChangeId>>> {
    let mut edges = conn.prepare_cached(sql!("replacement_of_batch"))?;
    let mut rows = edges.query([first, last])?;
    let mut replaced: HashMap<i64, Vec<ChangeId>> = HashMap::new();
    while let Some(row) = rows.next()? {
        let target = codes::change_id(&row.get::<_, Vec<u8>>(1)?, row.get(2)?)?;
        replaced.entry(row.get(0)?).or_default().push(target);
    }
    replaced.values_mut().for_each(|targets| targets.sort_unstable());
    Ok(replaced)
}

/// What a change replaces, ascending.
pub(crate) fn replaced_by(conn: &Connection, change: i64) -> Result<Vec<ChangeId>> {
    let mut edges = conn.prepare_cached(sql!("replacement_of_named"))?;
    let mut targets = edges.query([change])?;
    let mut replaces = Vec::new();
    while let Some(target) = targets.next()? {
        replaces.push(codes::change_id(&target.get::<_, Vec<u8>>(0)?, target.get(1)?)?);
    }
    replaces.sort_unstable();
    Ok(replaces)
}

pub(crate) fn seq(seq: u64) -> Result<i64> {
    i64::try_from(seq).map_err(|_| journal::JournalError::Unproven.into())
}
