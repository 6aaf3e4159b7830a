//! Getting batches back out of the log, byte for byte. Owns proving each to be the one that was written: a batch that comes out
//! with another hash than it went in with is damage, and is said.

use crate::{
    codes,
    error::{RegisterError, Result},
    names::Known,
};
use casework::private::Private;
use journal::{Batch, Change, ChangeId, Draft, Leaf, LeafHash, Salt};
use rusqlite::{CachedStatement, Connection, Row, Rows};

/// Loads batches, many after one another: names that many of them share are looked up once.
pub(crate) struct Loader<'c> {
    names: Known<'c>,
    batches: CachedStatement<'c>,
    changes: CachedStatement<'c>,
}

/// What the batch's own row says.
struct Own {
    draft: Draft,
    seed: Option<Salt>,
}

enum Stored {
    Open(Change, Option<Salt>),
    Hidden(Leaf),
}

/// Loads one batch.
pub(crate) fn load(conn: &Connection, number: i64) -> Result<Batch> {
    let mut loader = Loader::new(conn)?;
    loader.run(number, number)?.next(number)
}

impl<'c> Loader<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            names: Known::new(conn)?,
            batches: conn.prepare_cached(sql!("batch_between"))?,
            changes: conn.prepare_cached(sql!("change_between"))?,
        })
    }

    /// Puts batches together again, proves of each that it is the one that was written, and hands it out. Those whose numbers
    /// follow one another are read in one go.
    pub(crate) fn each<E: From<RegisterError>>(
        &mut self,
        numbers: &[i64],
        give: &mut dyn FnMut(Batch) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        for run in numbers.chunk_by(|number, next| number + 1 == *next) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let mut reading = self.run(*first, *last)?;
            for number in run {
                give(reading.next(*number)?)?;
            }
        }
        Ok(())
    }

    fn run(&mut self, first: i64, last: i64) -> Result<Run<'_, 'c>> {
        Ok(Run {
            names: &mut self.names,
            batches: self.batches.query([first, last])?,
            changes: self.changes.query([codes::places(first).0, codes::places(last).1])?,
            ahead: None,
        })
    }
}

/// Batches with numbers that follow one another, on their way out.
struct Run<'r, 'c> {
    names: &'r mut Known<'c>,
    batches: Rows<'r>,
    changes: Rows<'r>,
    /// The first change of the next batch, by its number.
    ahead: Option<(i64, Stored)>,
}

impl Run<'_, '_> {
    /// The next batch, which has this number.
    fn next(&mut self, number: i64) -> Result<Batch> {
        let hash = self.names.batch(number)?;
        let Own { draft, seed } = self.own(number)?;
        let leaves = self.leaves(number)?;
        let batch = match seed {
            None => Batch::reassemble(draft, complete(leaves)?)?,
            Some(seed) => {
                let open = leaves.into_iter().map(|leaf| match leaf {
                    Stored::Open(change, _) => Ok(change),
                    Stored::Hidden(_) => {
                        Err(RegisterError::Damaged("a batch with a seed has a hidden change"))
                    }
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

    fn own(&mut self, number: i64) -> Result<Own> {
        const MISSING: RegisterError = RegisterError::Damaged("a batch is missing");
        let row = self.batches.next()?.ok_or(MISSING)?;
        if row.get::<_, i64>(0)? != number {
            return Err(MISSING);
        }
        let feed = self.names.feed(row.get(1)?)?;
        let seq: i64 = row.get(2)?;
        let prev: Option<i64> = row.get(3)?;
        let draft = Draft {
            device: feed.device,
            incarnation: feed.incarnation,
            scope: feed.scope,
            seq: u64::try_from(seq).map_err(|_| RegisterError::Damaged("a batch has no place"))?,
            prev: prev.map(|prev| self.names.batch(prev)).transpose()?,
            at: codes::hlc(row.get(4)?, row.get(5)?)?,
            deed: codes::deed(blob(row, 6)?)?,
            act: row.get(7)?,
            author: self.names.record(row.get(8)?)?,
            undoes: optional(row, 9)?.map(codes::deed).transpose()?,
            schema: row.get(10)?,
        };
        Ok(Own { draft, seed: optional(row, 11)?.map(codes::salt).transpose()? })
    }

    fn leaves(&mut self, number: i64) -> Result<Vec<Stored>> {
        let mut leaves = Vec::new();
        loop {
            let next = match self.ahead.take() {
                Some(ahead) => Some(ahead),
                None => self.leaf()?,
            };
            match next {
                Some((change, leaf)) if codes::batch_of(change) == number => leaves.push(leaf),
                other => {
                    self.ahead = other;
                    return Ok(leaves);
                }
            }
        }
    }

    fn leaf(&mut self) -> Result<Option<(i64, Stored)>> {
        let Some(row) = self.changes.next()? else { return Ok(None) };
        let standing = text(row, 3)?.unwrap_or_default();
        let replaces = replaced(self.names, codes::read_targets(text(row, 8)?))?;
        let leaf = match optional(row, 7)? {
            Some(proof) => Stored::Hidden(hidden(standing, proof, replaces)?),
            None => {
                let change = Change {
                    record: self.names.record(row.get(1)?)?,
                    field: self.names.field(row.get(2)?)?.clone(),
                    write: codes::write(standing, row.get(4)?)?,
                    as_typed: row.get::<_, Option<String>>(5)?.map(Private::new),
                    replaces,
                };
                Stored::Open(change, optional(row, 6)?.map(codes::salt).transpose()?)
            }
        };
        Ok(Some((row.get(0)?, leaf)))
    }
}

fn complete(leaves: Vec<Stored>) -> Result<Vec<Leaf>> {
    let whole = leaves.into_iter().map(|leaf| match leaf {
        Stored::Open(change, Some(salt)) => Ok(Leaf::Open { salt, change }),
        Stored::Open(_, None) => Err(RegisterError::Damaged("a change has no salt")),
        Stored::Hidden(leaf) => Ok(leaf),
    });
    whole.collect()
}

/// A withheld or erased place.
pub(crate) fn hidden(standing: &str, proof: &[u8], replaces: Vec<ChangeId>) -> Result<Leaf> {
    let proof = codes::bytes(proof)?;
    match standing {
        "withheld" => Ok(Leaf::Withheld(LeafHash(proof))),
        "erased" => Ok(Leaf::Erased { payload: proof, replaces }),
        _ => Err(RegisterError::Damaged("an open change has a proof")),
    }
}

/// Replaced changes by their names, ascending.
pub(crate) fn replaced(
    names: &mut Known<'_>,
    targets: impl Iterator<Item = Result<i64>>,
) -> Result<Vec<ChangeId>> {
    let mut id = |target: Result<i64>| {
        let target = target?;
        Ok(ChangeId { batch: names.batch(codes::batch_of(target))?, index: codes::place(target)? })
    };
    let mut replaces = targets.map(&mut id).collect::<Result<Vec<_>>>()?;
    replaces.sort_unstable();
    Ok(replaces)
}

fn text<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a str>> {
    Ok(row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?)
}

fn blob<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8]> {
    Ok(row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?)
}

fn optional<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a [u8]>> {
    Ok(row.get_ref(column)?.as_blob_or_null().map_err(rusqlite::Error::from)?)
}
