//! A batch: what one deed of an officer wrote in one scope, bound by a hash. Owns its canonical form and its proof; a
//! [`Batch`] that exists has been proven, so nothing that takes one has to doubt it.
//!
//! A header's hash covers the root over the changes, so a change can be withheld from a partner, or erased for good,
//! and the batch still proves itself and the chain still holds.

use crate::{
    cbor::{Reader, Writer},
    change::{Change, ascends},
    error::{JournalError, Limit},
    header::{Draft, Header},
    ids::{BatchHash, ChangeId, Salt},
    leaf::Leaf,
    tree,
};

/// The most changes a batch may hold; a larger deed writes several batches under one deed id.
pub const LEAVES: usize = 100_000;

/// The most bytes the canonical changes of a batch may take together.
pub const BATCH_BYTES: usize = 32 * 1024 * 1024;

/// A batch whose changes match its header, within every limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    id: BatchHash,
    header: Header,
    seed: Option<Salt>,
    leaves: Vec<Leaf>,
}

impl Batch {
    /// Writes a new batch. `seed` is 16 fresh random bytes: the salts come from it, and it is as secret as the changes.
    /// `replaces` of each change is put in order.
    ///
    /// # Errors
    /// [`JournalError::TooLarge`] over a limit; [`JournalError::Unproven`] for no changes at all, or a `seq` and `prev`
    /// that do not belong together.
    pub fn assemble(draft: Draft, changes: Vec<Change>, seed: Salt) -> Result<Self, JournalError> {
        let mut leaves = Vec::with_capacity(changes.len());
        for (index, mut change) in (0_u32..).zip(changes) {
            change.normalise();
            leaves.push(Leaf::Open { salt: tree::salt(seed, index), change });
        }
        let (count, root) = prove(&leaves)?;
        let header = draft.with(count, root);
        header.check()?;
        Ok(Self { id: header.id(), header, seed: Some(seed), leaves })
    }

    /// A batch some of whose changes are withheld or erased, put together again from what travelled. Its root is what
    /// the places give, so a damaged part makes another batch, which no chain leads to.
    ///
    /// # Errors
    /// As [`Self::assemble`].
    pub fn reassemble(draft: Draft, leaves: Vec<Leaf>) -> Result<Self, JournalError> {
        let (count, root) = prove(&leaves)?;
        Self::checked(draft.with(count, root), None, leaves)
    }

    fn checked(header: Header, seed: Option<Salt>, leaves: Vec<Leaf>) -> Result<Self, JournalError> {
        header.check()?;
        let in_order = leaves.iter().all(|leaf| ascends(leaf.replaces()));
        if in_order && prove(&leaves)? == (header.count, header.root) {
            Ok(Self { id: header.id(), header, seed, leaves })
        } else {
            Err(JournalError::Unproven)
        }
    }

    /// Its name.
    pub fn id(&self) -> BatchHash {
        self.id
    }

    /// Its header.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Its places, in order.
    pub fn leaves(&self) -> &[Leaf] {
        &self.leaves
    }

    /// The seed of all salts, while every change is here.
    pub fn seed(&self) -> Option<Salt> {
        self.seed
    }

    /// The changes that are here, each with its name.
    pub fn changes(&self) -> impl Iterator<Item = (ChangeId, &Change)> {
        (0_u32..).zip(&self.leaves).filter_map(|(index, leaf)| match leaf {
            Leaf::Open { change, .. } => Some((ChangeId { batch: self.id, index }, change)),
            Leaf::Withheld(_) | Leaf::Erased { .. } => None,
        })
    }

    /// The same batch with the change at each place that `hide` names withheld; the seed, which would give their salts
    /// away, stays behind.
    ///
    /// # Errors
    /// None in practice: the leaves were within their limits when the batch was made.
    pub fn withholding(mut self, mut hide: impl FnMut(u32, &Change) -> bool) -> Result<Self, JournalError> {
        for (index, leaf) in (0_u32..).zip(&mut self.leaves) {
            if let Leaf::Open { change, .. } = leaf
                && hide(index, change)
            {
                *leaf = Leaf::Withheld(leaf.hash()?);
                self.seed = None;
            }
        }
        Ok(self)
    }

    /// The same batch with what the change at `index` said, its salt and the seed gone for good. A place that is
    /// withheld, erased or absent stays as it is.
    ///
    /// # Errors
    /// None in practice: the leaf was within its limits when the batch was made.
    pub fn erasing(mut self, index: u32) -> Result<Self, JournalError> {
        let place = usize::try_from(index).ok().and_then(|index| self.leaves.get_mut(index));
        if let Some(leaf) = place
            && let Leaf::Open { salt, change } = leaf
        {
            let (payload, _) = change.commit(*salt, &mut Writer::new())?;
            *leaf = Leaf::Erased { payload, replaces: std::mem::take(&mut change.replaces) };
            self.seed = None;
        }
        Ok(self)
    }

    /// The same batch with the seed gone and every place under its own salt: when a seed before an erased change leads to
    /// the erased one's.
    #[must_use]
    pub fn unseeded(mut self) -> Self {
        self.seed = None;
        self
    }

    /// Joins another copy of the same batch: at each place erased beats open and open beats withheld, so a bundle can
    /// fill in what an earlier one withheld, and can never bring back what was erased here. Another batch changes
    /// nothing.
    #[must_use]
    pub fn joined(mut self, other: Self) -> Self {
        if self.id != other.id {
            return self;
        }
        let rank = |leaf: &Leaf| match leaf {
            Leaf::Withheld(_) => 0,
            Leaf::Open { .. } => 1,
            Leaf::Erased { .. } => 2,
        };
        for (mine, theirs) in self.leaves.iter_mut().zip(other.leaves) {
            if rank(&theirs) > rank(mine) {
                *mine = theirs;
            }
        }
        let open = self.leaves.iter().all(|leaf| matches!(leaf, Leaf::Open { .. }));
        self.seed = self.seed.or(other.seed).filter(|_| open);
        self
    }

    /// The canonical bytes, as the log stores them: the header, then either the seed and the changes, or the places one
    /// by one.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(3);
        self.header.encode(&mut out);
        match self.seed {
            Some(seed) => out.bytes(&seed.0),
            None => out.null(),
        };
        out.array(self.leaves.len());
        for leaf in &self.leaves {
            match leaf {
                Leaf::Open { change, .. } if self.seed.is_some() => change.encode(&mut out),
                Leaf::Open { .. } | Leaf::Withheld(_) | Leaf::Erased { .. } => leaf.encode(&mut out),
            }
        }
        out.into_bytes()
    }

    /// Reads and proves the canonical bytes.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] for any bytes that [`Self::encode`] would not write; the others when a limit or the
    /// proof does not hold.
    pub fn decode(bytes: &[u8]) -> Result<Self, JournalError> {
        let mut from = Reader::new(bytes);
        from.array_of(3)?;
        let header = Header::decode(&mut from)?;
        let seed = from.optional(Reader::fixed)?.map(Salt);
        let count = from.array()?;
        if count > LEAVES as u64 {
            return Err(JournalError::TooLarge(Limit::Leaves));
        }
        let mut leaves = Vec::new();
        for index in 0_u32.. {
            if u64::from(index) == count {
                break;
            }
            leaves.push(match seed {
                Some(seed) => {
                    Leaf::Open { salt: tree::salt(seed, index), change: Change::decode(&mut from)? }
                }
                None => Leaf::decode(&mut from)?,
            });
        }
        from.end()?;
        let batch = Self::checked(header, seed, leaves)?;
        if batch.encode() == bytes { Ok(batch) } else { Err(JournalError::Malformed { at: bytes.len() }) }
    }
}

/// The number and root of leaves that are within the limits.
fn prove(leaves: &[Leaf]) -> Result<(u32, [u8; 32]), JournalError> {
    let count = u32::try_from(leaves.len()).ok().filter(|_| leaves.len() <= LEAVES);
    let count = count.ok_or(JournalError::TooLarge(Limit::Leaves))?;
    if count == 0 {
        return Err(JournalError::Unproven);
    }
    let mut scratch = Writer::new();
    let mut hashes = Vec::with_capacity(leaves.len());
    let mut bytes = 0;
    for leaf in leaves {
        let (hash, size) = leaf.measure(&mut scratch)?;
        bytes += size;
        if bytes > BATCH_BYTES {
            return Err(JournalError::TooLarge(Limit::Batch));
        }
        hashes.push(hash);
    }
    Ok((count, tree::root(hashes)))
}

#[cfg(test)]
mod tests;
