//! One place in a batch: a change, or the hash that stands for it. Owns the forms it can take; refuses to forget what an
//! erased change had replaced.

use crate::{
    cbor::{Reader, Writer},
    change::{Change, decode_replaces, encode_replaces, leaf_hash},
    error::JournalError,
    ids::{ChangeId, LeafHash, Salt},
};

/// One place in a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaf {
    /// The change is here.
    Open {
        /// What keeps it from being guessed once it is withheld.
        salt: Salt,
        /// The change.
        change: Change,
    },
    /// The change was not given to this laptop.
    Withheld(LeafHash),
    /// The change is gone for good. What it had replaced stays replaced.
    Erased {
        /// The hash of what it said, under a salt that nobody has any more.
        payload: [u8; 32],
        /// What it replaced.
        replaces: Vec<ChangeId>,
    },
}

impl Leaf {
    /// The hash that stands for this place in the tree; the same whether open, withheld or erased.
    ///
    /// # Errors
    /// [`JournalError::TooLarge`] when the change is over a limit.
    pub fn hash(&self) -> Result<LeafHash, JournalError> {
        self.measure(&mut Writer::new()).map(|(hash, _)| hash)
    }

    pub(crate) fn measure(&self, scratch: &mut Writer) -> Result<(LeafHash, usize), JournalError> {
        match self {
            Self::Open { salt, change } => {
                let (payload, size) = change.commit(*salt, scratch)?;
                Ok((leaf_hash(&payload, &change.replaces, scratch), size))
            }
            Self::Withheld(hash) => Ok((*hash, 0)),
            Self::Erased { payload, replaces } => {
                Ok((leaf_hash(payload, replaces, scratch), replaces.len() * 40))
            }
        }
    }

    pub(crate) fn replaces(&self) -> &[ChangeId] {
        match self {
            Self::Open { change, .. } => &change.replaces,
            Self::Erased { replaces, .. } => replaces,
            Self::Withheld(_) => &[],
        }
    }

    pub(crate) fn encode(&self, out: &mut Writer) {
        match self {
            Self::Open { salt, change } => {
                out.array(3).uint(0).bytes(&salt.0);
                change.encode(out);
            }
            Self::Withheld(hash) => {
                out.array(2).uint(1).bytes(&hash.0);
            }
            Self::Erased { payload, replaces } => {
                out.array(3).uint(2).bytes(payload);
                encode_replaces(replaces, out);
            }
        }
    }

    pub(crate) fn decode(from: &mut Reader<'_>) -> Result<Self, JournalError> {
        let len = from.array()?;
        let kind = from.uint()?;
        match (kind, len) {
            (0, 3) => Ok(Self::Open { salt: Salt(from.fixed()?), change: Change::decode(from)? }),
            (1, 2) => Ok(Self::Withheld(LeafHash(from.fixed()?))),
            (2, 3) => Ok(Self::Erased { payload: from.fixed()?, replaces: decode_replaces(from)? }),
            _ => Err(from.malformed()),
        }
    }
}
