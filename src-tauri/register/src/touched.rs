//! What a transaction changed and has not worked out yet. Owns collecting it cell by cell, so that an answer that comes and goes
//! in one transaction is never written, and the rest is written in the order in which the file keeps it.

use crate::{
    codes,
    error::Result,
    names::{self, KIND, REMOVED},
    revoke::{self, Limits},
};
use casework::{
    ids::{FieldId, RecordId},
    private::Private,
};
use journal::{BatchHash, Change, DeviceId, FeedId, Header, Write};
use rusqlite::{Connection, OptionalExtension};
use std::collections::{BTreeSet, HashMap, hash_map::Entry};

/// The most names of one sort whose numbers are kept in mind: some megabytes.
const NAMES: usize = 100_000;

/// The most bytes, roughly, that are collected before they are worked out; few in tests, so that they meet the seam.
const HEAVY: usize = if cfg!(test) { 2000 } else { 8 * 1024 * 1024 };

/// What a collected answer takes besides its text, roughly.
const EACH: usize = 256;

/// A record and one of its fields, by their numbers.
pub(crate) type Place = (i64, i64);

/// An answer that is new.
#[derive(Debug)]
pub(crate) struct Added {
    pub(crate) change: i64,
    pub(crate) write: Write,
    pub(crate) as_typed: Option<Private<String>>,
    /// True when something that came earlier may have replaced it.
    pub(crate) doubtful: bool,
}

/// What happens to an answer; short, because it is put in order with very many others.
#[derive(Debug, Clone, Copy)]
enum Move {
    /// The answer at this place among those that are new.
    Comes(usize),
    Goes(i64),
    /// Nothing, but what follows from its cell is to be worked out.
    Stays,
}

/// What came into a cell, and what went out of it; each ascending.
#[derive(Debug, Default)]
pub(crate) struct Cell {
    pub(crate) added: Vec<Added>,
    dropped: Vec<i64>,
}

impl Cell {
    pub(crate) fn drops(&self, change: i64) -> bool {
        self.dropped.binary_search(&change).is_ok()
    }

    fn take(&mut self, step: Move, new: &mut [Option<Added>]) {
        match step {
            Move::Comes(at) => {
                if let Some(one) = new.get_mut(at).and_then(Option::take) {
                    let at = self.added.partition_point(|other| other.change < one.change);
                    self.added.insert(at, one);
                }
            }
            Move::Goes(change) => match self.added.binary_search_by_key(&change, |one| one.change) {
                Ok(at) => {
                    self.added.remove(at);
                }
                Err(_) => {
                    if let Err(at) = self.dropped.binary_search(&change) {
                        self.dropped.insert(at, change);
                    }
                }
            },
            Move::Stays => {}
        }
    }
}

/// Cells whose answers changed, so that what follows from them has to be worked out again; and the numbers of names met on the
/// way. It belongs to one transaction: numbers given in one that fails are given again.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    moves: Vec<(Place, Move)>,
    new: Vec<Option<Added>>,
    /// What was replaced by what, on its way into the log.
    edges: Vec<(i64, i64)>,
    /// The records that new changes are about, each before the change.
    placed: Vec<(i64, i64)>,
    weight: usize,
    /// Cells that were worked out already.
    done: Vec<Place>,
    /// Those of them whose answers contradict each other.
    pub(crate) contested: BTreeSet<Place>,
    /// Records with answers and no kind.
    pub(crate) unborn: BTreeSet<i64>,
    /// Ends of feeds that are none any more, and new ones.
    old_ends: BTreeSet<(i64, i64)>,
    new_ends: BTreeSet<(i64, i64)>,
    records: HashMap<RecordId, i64>,
    fields: HashMap<FieldId, i64>,
    batches: HashMap<BatchHash, i64>,
    feeds: HashMap<FeedId, i64>,
    limits: HashMap<DeviceId, Vec<Limits>>,
    /// True while a batch is taken in that no projection reads.
    pub(crate) aside: bool,
    /// True while a batch is taken in that nothing here has named before.
    pub(crate) unnamed: bool,
    /// True when something may come alive again of which no cell tells: all of it is to be made anew from the log.
    pub(crate) unsure: bool,
}

impl Touched {
    /// Notes that a change replaces others.
    pub(crate) fn replaced(&mut self, change: i64, targets: &[i64]) {
        self.edges.extend(targets.iter().map(|target| (*target, change)));
        self.weight += size_of::<(i64, i64)>() * targets.len();
    }

    /// Notes that a new change is about a record.
    pub(crate) fn placed(&mut self, change: i64, record: i64) {
        self.placed.push((record, change));
    }

    /// Notes that a batch is an end of its feed, and the one before it is none any more.
    pub(crate) fn ends(&mut self, feed: i64, prev: Option<i64>, batch: i64) {
        self.old_ends.extend(prev.map(|prev| (feed, prev)).filter(|prev| !self.new_ends.remove(prev)));
        self.new_ends.insert((feed, batch));
    }

    /// Writes down what replaces what, which changes a record has and where feeds end, in the order of the file. Whoever reads
    /// any of it, or erases a change, asks for this first.
    pub(crate) fn settle(&mut self, conn: &Connection) -> Result<()> {
        for (pairs, statement) in
            [(&mut self.edges, sql!("replacement_add")), (&mut self.placed, sql!("change_of_record_add"))]
        {
            pairs.sort_unstable();
            let mut add = conn.prepare_cached(statement)?;
            for (one, other) in pairs.drain(..) {
                add.execute([one, other])?;
            }
        }
        for (ends, statement) in
            [(&mut self.old_ends, sql!("head_drop")), (&mut self.new_ends, sql!("head_add"))]
        {
            for (feed, batch) in std::mem::take(ends) {
                conn.prepare_cached(statement)?.execute([feed, batch])?;
            }
        }
        Ok(())
    }

    /// Marks a cell in which nothing comes and nothing goes.
    pub(crate) fn mark(&mut self, cell: Place) {
        self.moves.push((cell, Move::Stays));
    }

    /// Takes in an open change: what it replaced in its own field goes, and it stands unless something replaced it already.
    pub(crate) fn opened(&mut self, change: i64, at: Place, content: &Change, targets: &[i64]) {
        if self.aside {
            return;
        }
        self.moves.extend(targets.iter().map(|target| (at, Move::Goes(*target))));
        let (_, value) = codes::standing(&content.write);
        self.weight += EACH + value.map_or(0, str::len);
        let added = Added {
            change,
            write: content.write.clone(),
            as_typed: content.as_typed.clone(),
            doubtful: !self.unnamed,
        };
        self.moves.push((at, Move::Comes(self.new.len())));
        self.new.push(Some(added));
    }

    /// Takes in an erased change: what it replaced stays replaced. What it said is unknown, but not what it can have been:
    /// one that names a record's kind was a removal, and any other an answer. Each replaces in its own field alone, so what
    /// else it names stays. `was` is the field that it stood in, where that is known.
    pub(crate) fn erased(&mut self, conn: &Connection, targets: &[i64], was: Option<&FieldId>) -> Result<()> {
        if self.aside {
            return Ok(());
        }
        let mut named = Vec::with_capacity(targets.len());
        for target in targets {
            named.extend(cell_of(conn, *target)?.map(|at| (at, *target)));
        }
        let removed = named.iter().any(|((_, field), _)| *field == KIND);
        // No app writes an answer that names a kind. What it took the place of while it was open stands again.
        self.unsure |= removed && was.is_some_and(|field| *field != FieldId::removed());
        for (at, target) in named {
            if at.1 == REMOVED || !removed && !names::field_of(conn, at.1)?.is_of_the_log() {
                self.moves.push((at, Move::Goes(target)));
            }
        }
        Ok(())
    }

    /// Takes in that a change gave a record its kind: an erased one that names it is now known for a removal.
    pub(crate) fn gave_kind(&mut self, conn: &Connection, change: i64) -> Result<()> {
        if !self.unnamed {
            self.settle(conn)?;
            self.unsure |= conn.prepare_cached(sql!("kind_frees"))?.exists([change])?;
        }
        Ok(())
    }

    /// Takes a change out of the answers, if it is there.
    pub(crate) fn forget(&mut self, conn: &Connection, change: i64) -> Result<()> {
        let cell = cell_of(conn, change)?;
        self.moves.extend(cell.map(|cell| (cell, Move::Goes(change))));
        Ok(())
    }

    /// True when enough is collected that it should be worked out before more comes.
    pub(crate) const fn is_heavy(&self) -> bool {
        self.weight > HEAVY
    }

    /// Hands out what is collected, by record and field, to be worked out.
    pub(crate) fn take(&mut self) -> Vec<(Place, Cell)> {
        self.weight = 0;
        let (mut moves, mut new) = (std::mem::take(&mut self.moves), std::mem::take(&mut self.new));
        // Within a cell they stay in the order in which they happened.
        moves.sort_by_key(|(at, _)| *at);
        let mut cells: Vec<(Place, Cell)> = Vec::new();
        for (at, step) in moves {
            match cells.last_mut() {
                Some((last, cell)) if *last == at => cell.take(step, &mut new),
                _ => {
                    let mut cell = Cell::default();
                    cell.take(step, &mut new);
                    cells.push((at, cell));
                }
            }
        }
        self.done.extend(cells.iter().map(|(at, _)| *at));
        cells
    }

    /// Every cell that was worked out, each once.
    pub(crate) fn done(&self) -> BTreeSet<Place> {
        self.done.iter().copied().collect()
    }

    /// The number of a record, whether it has arrived or not.
    pub(crate) fn record(&mut self, conn: &Connection, id: RecordId) -> Result<i64> {
        number(&mut self.records, id, || names::record(conn, id))
    }

    /// The number of a batch, whether it has arrived or not.
    pub(crate) fn batch(&mut self, conn: &Connection, id: BatchHash) -> Result<i64> {
        number(&mut self.batches, id, || names::batch(conn, id))
    }

    /// The number of a batch that something named already.
    pub(crate) fn find_batch(&mut self, conn: &Connection, id: BatchHash) -> Result<Option<i64>> {
        match self.batches.get(&id) {
            Some(number) => Ok(Some(*number)),
            None => names::find_batch(conn, id),
        }
    }

    /// The number of a batch that arrives, and a note whether anything named it before: nobody can have replaced what nobody
    /// has named.
    pub(crate) fn arrives(&mut self, conn: &Connection, id: BatchHash) -> Result<i64> {
        let known = self.find_batch(conn, id)?;
        self.unnamed = known.is_none();
        known.map_or_else(|| number(&mut self.batches, id, || names::add_batch(conn, id)), Ok)
    }

    /// The number of a feed, by its name and the header of any batch of it.
    pub(crate) fn feed(&mut self, conn: &Connection, name: FeedId, header: &Header) -> Result<i64> {
        number(&mut self.feeds, name, || names::feed(conn, name, header))
    }

    /// How far the feeds of a laptop may go, by each revocation of it.
    pub(crate) fn limits(&mut self, conn: &Connection, device: DeviceId) -> Result<&[Limits]> {
        Ok(match self.limits.entry(device) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(revoke::limits(conn, device)?),
        })
    }

    /// Asks again for what revocations say: there is another one.
    pub(crate) fn forget_limits(&mut self) {
        self.limits.clear();
    }

    /// The number of a field.
    pub(crate) fn field(&mut self, conn: &Connection, id: &FieldId) -> Result<i64> {
        if let Some(number) = self.fields.get(id) {
            return Ok(*number);
        }
        number(&mut self.fields, id.clone(), || names::field(conn, id))
    }
}

/// The cell of an open change that has arrived.
fn cell_of(conn: &Connection, change: i64) -> Result<Option<Place>> {
    let mut find = conn.prepare_cached(sql!("change_cell"))?;
    Ok(find.query_row([change], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

fn number<N: Eq + std::hash::Hash>(
    known: &mut HashMap<N, i64>,
    name: N,
    find: impl FnOnce() -> Result<i64>,
) -> Result<i64> {
    if let Some(number) = known.get(&name) {
        return Ok(*number);
    }
    let number = find()?;
    if known.len() >= NAMES {
        known.clear();
    }
    known.insert(name, number);
    Ok(number)
}
