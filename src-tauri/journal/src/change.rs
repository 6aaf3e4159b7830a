//! One change of one field of one record. Owns its canonical form and its limits; refuses to look inside a value: kinds,
//! fields and values of a newer app are text like any other, and stay in the log until the app knows them.

use crate::{
    cbor::{Reader, Writer},
    error::{JournalError, Limit},
    ids::{BatchHash, ChangeId, LeafHash, Salt},
    tree,
};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
    private::Private,
};
use uuid::Uuid;

/// The most bytes one change may take in canonical form.
pub const CHANGE_BYTES: usize = 256 * 1024;

/// The most changes one change may replace.
pub const REPLACED: usize = 1024;

/// What a change says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Write {
    /// The field has this answer; in a set, this is one of its elements.
    Answered(Answer<Private<String>>),
    /// What this change replaces is taken back: the undoing of a first answer, the removal of a set's element.
    Retracted,
}

impl Write {
    /// The answer, unless it was taken back.
    pub fn answer(&self) -> Option<&Answer<Private<String>>> {
        match self {
            Self::Answered(answer) => Some(answer),
            Self::Retracted => None,
        }
    }

    /// Writes the canonical form: an array of the standing's number and, when known, the text.
    pub fn encode(&self, out: &mut Writer) {
        match self {
            Self::Answered(Answer::Known(text)) => out.array(2).uint(0).text(text.reveal()),
            Self::Answered(Answer::Unknown) => out.array(1).uint(1),
            Self::Answered(Answer::NotAsked) => out.array(1).uint(2),
            Self::Answered(Answer::Declined) => out.array(1).uint(3),
            Self::Retracted => out.array(1).uint(4),
        };
    }

    fn decode(from: &mut Reader<'_>) -> Result<Self, JournalError> {
        let len = from.array()?;
        let standing = from.uint()?;
        match (standing, len) {
            (0, 2) => Ok(Self::Answered(Answer::Known(Private::new(from.text()?.to_owned())))),
            (1, 1) => Ok(Self::Answered(Answer::Unknown)),
            (2, 1) => Ok(Self::Answered(Answer::NotAsked)),
            (3, 1) => Ok(Self::Answered(Answer::Declined)),
            (4, 1) => Ok(Self::Retracted),
            _ => Err(from.malformed()),
        }
    }
}

/// One change: what was written to one field of one record, and which earlier changes it replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// The field. [`FieldId::kind`] makes the record, [`FieldId::removed`] removes it.
    pub field: FieldId,
    /// What is written.
    pub write: Write,
    /// What was typed, when it differs from the canonical value.
    pub as_typed: Option<Private<String>>,
    /// The live changes that the author saw and this one takes the place of, ascending and each once. For a removal of
    /// a record: every live change of the record that was seen.
    pub replaces: Vec<ChangeId>,
}

impl Change {
    /// Puts `replaces` into its one order.
    pub(crate) fn normalise(&mut self) {
        self.replaces.sort_unstable();
        self.replaces.dedup();
    }

    /// Writes the canonical form.
    pub(crate) fn encode(&self, out: &mut Writer) {
        out.array(2);
        self.encode_payload(out);
        encode_replaces(&self.replaces, out);
    }

    /// Reads the canonical form.
    pub(crate) fn decode(from: &mut Reader<'_>) -> Result<Self, JournalError> {
        from.array_of(2)?;
        from.array_of(4)?;
        let change = Self {
            record: RecordId(Uuid::from_bytes(from.fixed()?)),
            field: FieldId::new(from.text()?).map_err(|_| from.malformed())?,
            write: Write::decode(from)?,
            as_typed: from.optional(Reader::text)?.map(|text| Private::new(text.to_owned())),
            replaces: Vec::new(),
        };
        Ok(Self { replaces: decode_replaces(from)?, ..change })
    }

    /// The hash of the payload under its salt, and the number of bytes the change takes.
    ///
    /// `scratch` is overwritten; it saves an allocation for each change of a large import.
    pub(crate) fn commit(&self, salt: Salt, scratch: &mut Writer) -> Result<([u8; 32], usize), JournalError> {
        if self.replaces.len() > REPLACED {
            return Err(JournalError::TooLarge(Limit::Replaced));
        }
        scratch.clear();
        scratch.raw(&salt.0);
        self.encode_payload(scratch);
        let salted = scratch.bytes_so_far();
        let size = salted.len() - salt.0.len() + self.replaces.len() * 40;
        if size > CHANGE_BYTES {
            return Err(JournalError::TooLarge(Limit::Change));
        }
        Ok((tree::payload(salted), size))
    }

    fn encode_payload(&self, out: &mut Writer) {
        out.array(4).bytes(self.record.0.as_bytes()).text(self.field.as_str());
        self.write.encode(out);
        match &self.as_typed {
            Some(text) => out.text(text.reveal()),
            None => out.null(),
        };
    }
}

/// Writes replaced changes.
pub(crate) fn encode_replaces(replaces: &[ChangeId], out: &mut Writer) {
    out.array(replaces.len());
    for id in replaces {
        out.array(2).bytes(&id.batch.0).uint(id.index.into());
    }
}

/// Reads replaced changes, which must ascend.
pub(crate) fn decode_replaces(from: &mut Reader<'_>) -> Result<Vec<ChangeId>, JournalError> {
    let mut replaces = Vec::new();
    for _ in 0..from.array()? {
        if replaces.len() == REPLACED {
            return Err(JournalError::TooLarge(Limit::Replaced));
        }
        from.array_of(2)?;
        let id = ChangeId { batch: BatchHash(from.fixed()?), index: from.uint32()? };
        replaces.push(id);
    }
    if ascends(&replaces) { Ok(replaces) } else { Err(from.malformed()) }
}

/// True when no id stands before or beside an equal or smaller one.
pub(crate) fn ascends(replaces: &[ChangeId]) -> bool {
    replaces.is_sorted_by(|a, b| a < b)
}

/// The hash of a leaf from its payload's hash and what it replaces. What is replaced stands outside the payload so that
/// it survives an erasure: else an earlier value would come alive again.
pub(crate) fn leaf_hash(payload: &[u8; 32], replaces: &[ChangeId], scratch: &mut Writer) -> LeafHash {
    scratch.clear();
    scratch.raw(payload);
    encode_replaces(replaces, scratch);
    tree::leaf(scratch.bytes_so_far())
}
