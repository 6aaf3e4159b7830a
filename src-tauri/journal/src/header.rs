//! The header of a batch: who wrote it, when, where in which feed, and the root over its changes. Owns its canonical form
//! and the name that follows from it; refuses a place in a feed that cannot be.

use crate::{
    cbor::{Reader, Writer},
    clock::Hlc,
    error::{JournalError, Limit},
    ids::{BatchHash, DeedId, DeviceId, FeedId, Incarnation},
};
use casework::ids::RecordId;
use uuid::Uuid;

/// The layout that this code writes and reads.
pub const LAYOUT: u64 = 1;

const BATCH: &[u8; 32] = b"pulang journal v1: name a batch\0";

/// What a new batch says of itself before its changes are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The version of forms and rules that the writing app knew.
    pub schema: u32,
    /// The laptop.
    pub device: DeviceId,
    /// The laptop's present life.
    pub incarnation: Incarnation,
    /// The scope it is written in.
    pub scope: RecordId,
    /// Its place in its feed, from 1.
    pub seq: u64,
    /// The batch before it in its feed; none for the first.
    pub prev: Option<BatchHash>,
    /// The clock.
    pub at: Hlc,
    /// The deed it belongs to.
    pub deed: DeedId,
    /// What kind of deed: a short code such as `record-answer`, never personal data.
    pub act: String,
    /// The officer.
    pub author: RecordId,
    /// The deed that this one undoes.
    pub undoes: Option<DeedId>,
}

impl Draft {
    pub(crate) fn with(self, count: u32, root: [u8; 32]) -> Header {
        let Self { schema, device, incarnation, scope, seq, prev, at, deed, act, author, undoes } = self;
        Header { schema, device, incarnation, scope, seq, prev, at, deed, act, author, undoes, count, root }
    }
}

/// The header of a batch: a draft with the number and the root of its changes. Its hash is the batch's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// The version of forms and rules that the writing app knew.
    pub schema: u32,
    /// The laptop.
    pub device: DeviceId,
    /// The laptop's present life.
    pub incarnation: Incarnation,
    /// The scope it is written in.
    pub scope: RecordId,
    /// Its place in its feed, from 1.
    pub seq: u64,
    /// The batch before it in its feed; none for the first.
    pub prev: Option<BatchHash>,
    /// The clock.
    pub at: Hlc,
    /// The deed it belongs to.
    pub deed: DeedId,
    /// What kind of deed: a short code such as `record-answer`, never personal data.
    pub act: String,
    /// The officer.
    pub author: RecordId,
    /// The deed that this one undoes.
    pub undoes: Option<DeedId>,
    /// The number of changes.
    pub count: u32,
    /// The root of the tree over the changes.
    pub root: [u8; 32],
}

impl Header {
    /// The feed it belongs to.
    pub fn feed(&self) -> FeedId {
        FeedId::of(self.device, self.incarnation, self.scope)
    }

    /// What the author said, without the number and the root of the changes.
    pub fn draft(&self) -> Draft {
        let Self { schema, device, incarnation, scope, seq, prev, at, deed, act, author, undoes, .. } =
            self.clone();
        Draft { schema, device, incarnation, scope, seq, prev, at, deed, act, author, undoes }
    }

    /// The name of the batch with this header.
    pub fn id(&self) -> BatchHash {
        let mut out = Writer::new();
        self.encode(&mut out);
        BatchHash(*blake3::keyed_hash(BATCH, out.bytes_so_far()).as_bytes())
    }

    pub(crate) fn encode(&self, out: &mut Writer) {
        out.array(14).uint(LAYOUT).uint(self.schema.into());
        out.bytes(&self.device.0).bytes(&self.incarnation.0).bytes(self.scope.0.as_bytes()).uint(self.seq);
        match self.prev {
            Some(prev) => out.bytes(&prev.0),
            None => out.null(),
        };
        out.uint(self.at.bits())
            .bytes(self.deed.0.as_bytes())
            .text(&self.act)
            .bytes(self.author.0.as_bytes());
        match self.undoes {
            Some(deed) => out.bytes(deed.0.as_bytes()),
            None => out.null(),
        };
        out.uint(self.count.into()).bytes(&self.root);
    }

    pub(crate) fn decode(from: &mut Reader<'_>) -> Result<Self, JournalError> {
        let len = from.array()?;
        let layout = from.uint()?;
        if layout != LAYOUT {
            return Err(JournalError::Newer { found: layout });
        }
        if len != 14 {
            return Err(from.malformed());
        }
        let uuid = |from: &mut Reader<'_>| Ok(Uuid::from_bytes(from.fixed()?));
        Ok(Self {
            schema: from.uint32()?,
            device: DeviceId(from.fixed()?),
            incarnation: Incarnation(from.fixed()?),
            scope: RecordId(uuid(from)?),
            seq: from.uint()?,
            prev: from.optional(Reader::fixed)?.map(BatchHash),
            at: Hlc::from_bits(from.uint()?),
            deed: DeedId(uuid(from)?),
            act: from.text()?.to_owned(),
            author: RecordId(uuid(from)?),
            undoes: from.optional(uuid)?.map(DeedId),
            count: from.uint32()?,
            root: from.fixed()?,
        })
    }

    /// The parts that must agree with each other: the first of a feed has no predecessor and every other has one.
    pub(crate) fn check(&self) -> Result<(), JournalError> {
        let first = self.seq == 1;
        if self.seq == 0 || self.seq > i64::MAX as u64 || first != self.prev.is_none() {
            return Err(JournalError::Unproven);
        }
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if self.act.is_empty() || self.act.len() > 64 || !self.act.bytes().all(allowed) {
            return Err(JournalError::TooLarge(Limit::Act));
        }
        Ok(())
    }
}
