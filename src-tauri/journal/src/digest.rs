//! The state digest: two laptops that know the same show the same number. Owns its rows and their order; refuses rows
//! out of order, because a projection that cannot be read in order cannot be compared either.

use crate::{
    cbor::Writer,
    change::Write,
    ids::{ChangeId, LeafHash},
};
use casework::ids::{FieldId, RecordId};
use std::fmt;

const STATE: &[u8; 32] = b"pulang journal v1: state digest\0";
const LIVE: &[u8; 32] = b"pulang journal v1: live answers\0";
const HIDDEN: &[u8; 32] = b"pulang journal v1: hidden leaves";

/// The digest of a state: equal exactly when the live answers and the withheld or erased leaves are.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct StateDigest(pub [u8; 32]);

impl fmt::Display for StateDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for StateDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A row came out of its order, or twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a row of the state is out of order")]
pub struct OutOfOrder;

/// Takes in the state row by row, in a constant amount of memory.
#[derive(Debug)]
pub struct Digesting {
    live: blake3::Hasher,
    last_live: Option<(RecordId, FieldId, ChangeId)>,
    hidden: blake3::Hasher,
    last_hidden: Option<ChangeId>,
    scratch: Writer,
}

impl Default for Digesting {
    fn default() -> Self {
        Self {
            live: blake3::Hasher::new_keyed(LIVE),
            last_live: None,
            hidden: blake3::Hasher::new_keyed(HIDDEN),
            last_hidden: None,
            scratch: Writer::new(),
        }
    }
}

impl Digesting {
    /// Begins with an empty state.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a live change. Rows ascend by record, field, batch and index, all as bytes; the index as a number.
    ///
    /// # Errors
    /// [`OutOfOrder`].
    pub fn live(
        &mut self,
        record: RecordId,
        field: &FieldId,
        change: ChangeId,
        write: &Write,
    ) -> Result<(), OutOfOrder> {
        let row = Some((record, field.clone(), change));
        if row <= self.last_live {
            return Err(OutOfOrder);
        }
        self.scratch.clear();
        self.scratch.array(5).bytes(record.0.as_bytes()).text(field.as_str());
        self.scratch.bytes(&change.batch.0).uint(change.index.into());
        write.encode(&mut self.scratch);
        self.live.update(self.scratch.bytes_so_far());
        self.last_live = row;
        Ok(())
    }

    /// Takes in a withheld or erased leaf by its hash. Rows ascend by batch and index.
    ///
    /// # Errors
    /// [`OutOfOrder`].
    pub fn hidden(&mut self, place: ChangeId, leaf: LeafHash) -> Result<(), OutOfOrder> {
        if Some(place) <= self.last_hidden {
            return Err(OutOfOrder);
        }
        self.scratch.clear();
        self.scratch.array(3).bytes(&place.batch.0).uint(place.index.into()).bytes(&leaf.0);
        self.hidden.update(self.scratch.bytes_so_far());
        self.last_hidden = Some(place);
        Ok(())
    }

    /// The digest of what was taken in.
    pub fn finish(self) -> StateDigest {
        let mut whole = blake3::Hasher::new_keyed(STATE);
        whole.update(self.live.finalize().as_bytes()).update(self.hidden.finalize().as_bytes());
        StateDigest(*whole.finalize().as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::{Digesting, OutOfOrder};
    use crate::{BatchHash, ChangeId, LeafHash, Write};
    use casework::{
        answer::Answer,
        ids::{FieldId, RecordId},
    };
    use uuid::Uuid;

    #[test]
    fn rows_ascend_and_each_part_counts() {
        let record = RecordId(Uuid::from_u128(1));
        let field = FieldId::removed();
        let place = |index| ChangeId { batch: BatchHash([1; 32]), index };
        let mut a = Digesting::new();
        assert_eq!(a.live(record, &field, place(2), &Write::Retracted), Ok(()));
        assert_eq!(a.live(record, &field, place(2), &Write::Retracted), Err(OutOfOrder));
        assert_eq!(
            a.live(record, &field, place(10), &Write::Retracted),
            Ok(()),
            "an index orders as a number"
        );
        assert_eq!(a.hidden(place(0), LeafHash([0; 32])), Ok(()));
        assert_eq!(a.hidden(place(0), LeafHash([0; 32])), Err(OutOfOrder));

        let one = |write: &Write, leaf: Option<u8>| {
            let mut digest = Digesting::new();
            digest.live(record, &field, place(2), write).unwrap();
            if let Some(leaf) = leaf {
                digest.hidden(place(0), LeafHash([leaf; 32])).unwrap();
            }
            digest.finish()
        };
        assert_ne!(one(&Write::Retracted, None), one(&Write::Answered(Answer::Unknown), None));
        assert_ne!(one(&Write::Retracted, None), one(&Write::Retracted, Some(0)));
        assert_ne!(one(&Write::Retracted, Some(1)), one(&Write::Retracted, Some(0)));
    }
}
