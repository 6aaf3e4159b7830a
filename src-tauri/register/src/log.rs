//! The log. Owns putting a proven batch into rows, and making the rows of one that is here say what another copy of it says.

use crate::{
    aside::{self, Aside},
    codes, erase,
    error::{RegisterError, Result},
    loading::load,
    names::{self, KIND},
    revoke,
    touched::{Place, Touched},
};
use journal::{Batch, BatchHash, Change, ChangeId, Head, Leaf};
use rusqlite::{CachedStatement, Connection, OptionalExtension, Row, params};

/// Appends a batch that is not here yet, and brings its changes into the answers.
pub(crate) fn append(conn: &Connection, batch: &Batch, touched: &mut Touched) -> Result<i64> {
    let (header, name) = (batch.header(), batch.header().feed());
    let number = touched.arrives(conn, batch.id())?;
    let feed = touched.feed(conn, name, header)?;
    let prev = header.prev.map(|prev| touched.batch(conn, prev)).transpose()?;
    let (ms, tick) = codes::clock(header.at)?;
    let author = touched.record(conn, header.author)?;
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
    let late =
        touched.limits(conn, header.device)?.iter().any(|limits| revoke::is_beyond(limits, name, header.seq));
    if late {
        aside::put(conn, number, Aside::Revoked)?;
    }
    touched.aside = late;
    let mut pen = Pen::new(conn)?;
    let mut targets = Vec::new();
    for (place, leaf) in (0_u32..).zip(batch.leaves()) {
        let change = codes::change(number, place)?;
        match leaf {
            Leaf::Open { salt, change: content } => {
                let cell = (touched.record(conn, content.record)?, touched.field(conn, &content.field)?);
                let salt = (!seeded).then_some(&salt.0[..]);
                replace(conn, change, &content.replaces, touched, &mut targets)?;
                pen.open(change, cell, content, salt, &targets)?;
                touched.placed(change, cell.0);
                touched.opened(change, cell, content, &targets);
                if cell.1 == KIND {
                    touched.gave_kind(conn, change)?;
                }
            }
            Leaf::Withheld(proof) => pen.hide(change, "withheld", &proof.0, &[])?,
            Leaf::Erased { payload, replaces } => {
                replace(conn, change, replaces, touched, &mut targets)?;
                pen.hide(change, "erased", payload, &targets)?;
                touched.erased(conn, &targets, None)?;
            }
        }
    }
    touched.unnamed = false;
    touched.ends(feed, prev, number);
    if batch.leaves().iter().any(|leaf| matches!(leaf, Leaf::Erased { .. })) {
        erase::give_up_seeds(conn, batch, batch.seed(), touched)?;
    }
    touched.aside = false;
    Ok(number)
}

/// Writes rows of the log, by statements that are at hand for all the places of a batch.
struct Pen<'c> {
    open: CachedStatement<'c>,
    hide: CachedStatement<'c>,
    scratch: String,
}

impl<'c> Pen<'c> {
    fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            open: conn.prepare_cached(sql!("change_add_open"))?,
            hide: conn.prepare_cached(sql!("change_add_hidden"))?,
            scratch: String::new(),
        })
    }

    fn open(
        &mut self,
        change: i64,
        (record, field): Place,
        content: &Change,
        salt: Option<&[u8]>,
        targets: &[i64],
    ) -> Result<()> {
        let (standing, value) = codes::standing(&content.write);
        let as_typed = content.as_typed.as_ref().map(|text| text.reveal().as_str());
        let replaces = codes::targets(targets, &mut self.scratch);
        self.open.execute(params![change, record, field, standing, value, as_typed, salt, replaces])?;
        Ok(())
    }

    fn hide(&mut self, change: i64, standing: &str, proof: &[u8; 32], targets: &[i64]) -> Result<()> {
        let replaces = codes::targets(targets, &mut self.scratch);
        self.hide.execute(params![change, standing, &proof[..], replaces])?;
        Ok(())
    }
}

/// Notes what `change` replaces, and puts the numbers into `targets`, ascending.
fn replace(
    conn: &Connection,
    change: i64,
    replaces: &[ChangeId],
    touched: &mut Touched,
    targets: &mut Vec<i64>,
) -> Result<()> {
    targets.clear();
    for id in replaces {
        targets.push(codes::change(touched.batch(conn, id.batch)?, id.index)?);
    }
    targets.sort_unstable();
    touched.replaced(change, targets);
    Ok(())
}

/// Makes the rows of a batch that is here say what `batch`, another copy of it, says: withheld places are filled in, open
/// ones are erased.
pub(crate) fn replace_places(conn: &Connection, batch: &Batch, touched: &mut Touched) -> Result<()> {
    let number = names::batch(conn, batch.id())?;
    touched.settle(conn)?;
    let was = load(conn, number)?;
    touched.aside = aside::has(conn, number)?;
    let (mut targets, mut scratch) = (Vec::new(), String::new());
    let seed = batch.seed();
    conn.prepare_cached(sql!("batch_set_seed"))?
        .execute(params![number, seed.as_ref().map(|seed| &seed.0[..])])?;
    for ((place, old), new) in (0_u32..).zip(was.leaves()).zip(batch.leaves()) {
        let change = codes::change(number, place)?;
        match (old, new) {
            (Leaf::Withheld(_), Leaf::Open { salt, change: content }) => {
                let cell = (touched.record(conn, content.record)?, touched.field(conn, &content.field)?);
                let (standing, value) = codes::standing(&content.write);
                let as_typed = content.as_typed.as_ref().map(|text| text.reveal().as_str());
                let salt = seed.is_none().then_some(&salt.0[..]);
                replace(conn, change, &content.replaces, touched, &mut targets)?;
                let replaces = codes::targets(&targets, &mut scratch);
                conn.prepare_cached(sql!("change_open"))?
                    .execute(params![change, cell.0, cell.1, standing, value, as_typed, salt, replaces])?;
                touched.opened(change, cell, content, &targets);
                if cell.1 == KIND {
                    touched.gave_kind(conn, change)?;
                }
            }
            (Leaf::Withheld(_) | Leaf::Open { .. }, Leaf::Erased { payload, replaces }) => {
                touched.forget(conn, change)?;
                let field = match old {
                    Leaf::Open { change: content, .. } => {
                        targets = targets_of(conn, change)?;
                        Some(&content.field)
                    }
                    Leaf::Withheld(_) | Leaf::Erased { .. } => {
                        replace(conn, change, replaces, touched, &mut targets)?;
                        None
                    }
                };
                let replaces = codes::targets(&targets, &mut scratch);
                conn.prepare_cached(sql!("change_erase"))?.execute(params![
                    change,
                    &payload[..],
                    replaces
                ])?;
                touched.erased(conn, &targets, field)?;
            }
            (Leaf::Open { .. }, Leaf::Open { salt, .. }) => {
                let salt = seed.is_none().then_some(&salt.0[..]);
                conn.prepare_cached(sql!("change_set_salt"))?.execute(params![change, salt])?;
            }
            _ => {}
        }
    }
    touched.settle(conn)?;
    touched.aside = false;
    Ok(())
}

/// What a change replaces, by number.
pub(crate) fn targets_of(conn: &Connection, change: i64) -> Result<Vec<i64>> {
    let mut read = conn.prepare_cached(sql!("change_replaces"))?;
    read.query_row([change], |row| {
        Ok(codes::read_targets(row.get_ref(0)?.as_str_or_null()?).collect::<Result<Vec<_>>>())
    })?
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

pub(crate) fn seq(seq: u64) -> Result<i64> {
    i64::try_from(seq).map_err(|_| journal::JournalError::Unproven.into())
}
