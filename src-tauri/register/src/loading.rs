//! Getting batches back out of the log, byte for byte. Owns proving each to be the one that was written: a batch that comes out
//! with another hash than it went in with is damage, and is said.

use crate::{
    codes,
    error::{RegisterError, Result},
    names::Known,
};
use casework::private::Private;
use journal::{Batch, Change, ChangeId, Draft, Leaf, LeafHash, Salt};
use rusqlite::{CachedStatement, Connection, Row};

/// Loads batches, many after one another: names that many of them share are looked up once.
pub(crate) struct Loader<'c> {
    names: Known<'c>,
    batch: CachedStatement<'c>,
    changes: CachedStatement<'c>,
    edges: CachedStatement<'c>,
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
    Loader::new(conn)?.load(number)
}

impl<'c> Loader<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            names: Known::new(conn)?,
            batch: conn.prepare_cached(sql!("batch_load"))?,
            changes: conn.prepare_cached(sql!("change_of_batch"))?,
            edges: conn.prepare_cached(sql!("replacement_of_batch"))?,
        })
    }

    /// Puts a batch together again and proves that it is the one that was written.
    pub(crate) fn load(&mut self, number: i64) -> Result<Batch> {
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
        let mut rows = self.batch.query([number])?;
        let row = rows.next()?.ok_or(RegisterError::Damaged("a batch is missing"))?;
        let feed = self.names.feed(row.get(0)?)?;
        let seq: i64 = row.get(1)?;
        let prev: Option<i64> = row.get(2)?;
        let draft = Draft {
            device: feed.device,
            incarnation: feed.incarnation,
            scope: feed.scope,
            seq: u64::try_from(seq).map_err(|_| RegisterError::Damaged("a batch has no place"))?,
            prev: prev.map(|prev| self.names.batch(prev)).transpose()?,
            at: codes::hlc(row.get(3)?, row.get(4)?)?,
            deed: codes::deed(blob(row, 5)?)?,
            act: row.get(6)?,
            author: self.names.record(row.get(7)?)?,
            undoes: optional(row, 8)?.map(codes::deed).transpose()?,
            schema: row.get(9)?,
        };
        Ok(Own { draft, seed: optional(row, 10)?.map(codes::salt).transpose()? })
    }

    fn leaves(&mut self, number: i64) -> Result<Vec<Stored>> {
        let (first, last) = codes::places(number);
        let edges = self.edges.query_map([first, last], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let edges: Vec<(i64, i64)> = edges.collect::<rusqlite::Result<_>>()?;
        let mut edges = edges.as_slice();
        let mut rows = self.changes.query([first, last])?;
        let mut leaves = Vec::new();
        while let Some(row) = rows.next()? {
            let change: i64 = row.get(0)?;
            let (own, rest) = edges.split_at(edges.partition_point(|(by, _)| *by <= change));
            edges = rest;
            let replaces = replaced(&mut self.names, own.iter().map(|(_, target)| *target))?;
            let standing = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
            leaves.push(match optional(row, 7)? {
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
            });
        }
        Ok(leaves)
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
pub(crate) fn replaced(names: &mut Known<'_>, targets: impl Iterator<Item = i64>) -> Result<Vec<ChangeId>> {
    let id =
        |target| Ok(ChangeId { batch: names.batch(codes::batch_of(target))?, index: codes::place(target)? });
    let mut replaces = targets.map(id).collect::<Result<Vec<_>>>()?;
    replaces.sort_unstable();
    Ok(replaces)
}

fn blob<'a>(row: &'a Row<'_>, column: usize) -> Result<&'a [u8]> {
    Ok(row.get_ref(column)?.as_blob().map_err(rusqlite::Error::from)?)
}

fn optional<'a>(row: &'a Row<'_>, column: usize) -> Result<Option<&'a [u8]>> {
    Ok(row.get_ref(column)?.as_blob_or_null().map_err(rusqlite::Error::from)?)
}
