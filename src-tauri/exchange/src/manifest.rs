//! The list of contents of a bundle, which its sender signs. Owns its form and limits; refuses more than it allows
//! before any of the contents is read.
//!
//! What follows it is proven by it: each part by its length and hash, in order.

use crate::{
    ATTACHMENT_BYTES, FILE_BYTES, FORMAT,
    error::{ExchangeError, Limit, Part, Result, refused},
    pack::{EXPANSION, FRAME_BYTES, Packing},
};
use casework::ids::RecordId;
use journal::{
    DeviceId, FeedId, Head, Incarnation, JournalError, Summary,
    cbor::{Reader, Writer},
    feed::head_statement,
};
use uuid::Uuid;
use vault::{PublicKey, device::SigningPublic};

/// What a bundle begins with, once opened.
pub(crate) const MAGIC: &[u8; 8] = b"PULANG\x00\x01";
/// The most bytes of a manifest.
pub(crate) const MANIFEST_BYTES: usize = 1024 * 1024;
/// The most parts that say what the sender holds: enough for some 300,000 feeds.
pub(crate) const SUMMARY_CHUNKS: usize = 16;
/// What the signature over a manifest is for.
pub(crate) const SIGNING: &str = "pulang bundle manifest";
/// What the signature over the end of a feed is for.
pub(crate) const HEAD_SIGNING: &str = "pulang feed head";

const RECIPIENTS_HASH: &[u8; 32] = b"pulang exchange v1: recipients\0\0";

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// What the sender holds, and the ends of feeds; the first parts and only those.
    Summary,
    /// Batches in columns.
    Batches,
    /// The files that the sender lacks; read where it follows on the summary, passed over by older readers.
    Wants,
    /// Something of a newer version that an older one may pass over.
    Other,
}

/// One part of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chunk {
    pub(crate) content: Content,
    pub(crate) packing: Packing,
    pub(crate) expanded: usize,
    pub(crate) packed: usize,
    pub(crate) hash: [u8; 32],
}

/// An attachment of a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blob {
    /// Its name in the log.
    pub id: [u8; 32],
    /// Its length in bytes.
    pub length: u64,
    /// The BLAKE3 hash of its content.
    pub hash: [u8; 32],
}

/// The end of a feed under the signature of the laptop that wrote it: proof of every batch before it, whoever brings
/// them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadProof {
    /// The laptop.
    pub device: DeviceId,
    /// Its life.
    pub incarnation: Incarnation,
    /// The scope.
    pub scope: RecordId,
    /// The end.
    pub head: Head,
    /// The signature.
    pub signature: [u8; 64],
}

/// Signs the statement of the end of one's own feed, as the register hands it out when it closes: the signature is the
/// one of [`HeadProof::sign`].
pub fn sign_head(keys: &vault::device::SigningPair, statement: &[u8]) -> [u8; 64] {
    keys.sign(HEAD_SIGNING, statement)
}

impl HeadProof {
    /// Signs the end of one's own feed.
    pub fn sign(
        keys: &vault::device::SigningPair,
        device: DeviceId,
        incarnation: Incarnation,
        scope: RecordId,
        head: Head,
    ) -> Self {
        let said = head_statement(FeedId::of(device, incarnation, scope), head);
        Self { device, incarnation, scope, head, signature: keys.sign(HEAD_SIGNING, &said) }
    }

    /// The feed.
    pub fn feed(&self) -> FeedId {
        FeedId::of(self.device, self.incarnation, self.scope)
    }

    /// Holds when the laptop with this key signed it.
    ///
    /// # Errors
    /// [`ExchangeError::Forged`].
    pub fn verify(&self, key: &SigningPublic) -> Result<()> {
        let said = head_statement(self.feed(), self.head);
        key.verify(HEAD_SIGNING, &said, &self.signature).map_err(|_| ExchangeError::Forged)
    }

    fn encode(&self, out: &mut Writer) {
        out.array(6).bytes(&self.device.0).bytes(&self.incarnation.0).bytes(self.scope.0.as_bytes());
        out.uint(self.head.seq).bytes(&self.head.batch.0).bytes(&self.signature);
    }

    fn decode(from: &mut Reader<'_>) -> std::result::Result<Self, JournalError> {
        from.array_of(6)?;
        Ok(Self {
            device: DeviceId(from.fixed()?),
            incarnation: Incarnation(from.fixed()?),
            scope: RecordId(Uuid::from_bytes(from.fixed()?)),
            head: Head { seq: from.uint()?, batch: journal::BatchHash(from.fixed()?) },
            signature: from.fixed()?,
        })
    }
}

/// What the first part says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) before: Option<Summary>,
    pub(crate) after: Summary,
    pub(crate) heads: Vec<HeadProof>,
}

impl Told {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(3);
        match &self.before {
            Some(summary) => summary.encode(&mut out),
            None => {
                out.null();
            }
        }
        self.after.encode(&mut out);
        out.array(self.heads.len());
        self.heads.iter().for_each(|head| head.encode(&mut out));
        out.into_bytes()
    }

    pub(crate) fn decode(bytes: &[u8]) -> Result<Self> {
        let read = || {
            let mut from = Reader::new(bytes);
            from.array_of(3)?;
            let before = from.optional(Summary::decode)?;
            let after = Summary::decode(&mut from)?;
            let mut heads = Vec::new();
            for _ in 0..from.array()? {
                heads.push(HeadProof::decode(&mut from)?);
            }
            from.end()?;
            Ok(Self { before, after, heads })
        };
        read().map_err(refused(Part::Chunk(0)))
    }
}

/// Writes the names of files that the sender lacks.
pub(crate) fn encode_wants(wants: &[[u8; 32]]) -> Vec<u8> {
    let mut out = Writer::new();
    out.array(wants.len());
    for digest in wants {
        out.bytes(digest);
    }
    out.into_bytes()
}

/// Reads the names of files that the sender lacks.
pub(crate) fn decode_wants(bytes: &[u8], at: usize) -> Result<Vec<[u8; 32]>> {
    let read = || {
        let mut from = Reader::new(bytes);
        let mut wants = Vec::new();
        for _ in 0..from.array()? {
            wants.push(from.fixed()?);
        }
        from.end()?;
        Ok(wants)
    };
    read().map_err(refused(Part::Chunk(at)))
}

/// The list of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The format it was written in.
    pub format: u32,
    /// The oldest format a reader must know.
    pub needs: u32,
    /// The laptop that wrote it.
    pub sender: DeviceId,
    /// True when it comes from a training vault: only training vaults and empty ones may take it.
    pub training: bool,
    /// The sender's certificate; none from a laptop that no office has enrolled. Others may follow.
    pub chain: Vec<Vec<u8>>,
    /// The hash of the set of laptops it is for, see [`recipients_hash`].
    pub recipients: [u8; 32],
    /// The scopes it is limited to; empty when it is not limited.
    pub scopes: Vec<RecordId>,
    /// The attachments, in the order in which they follow.
    pub blobs: Vec<Blob>,
    pub(crate) chunks: Vec<Chunk>,
}

impl Manifest {
    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(9).uint(self.format.into()).uint(self.needs.into());
        out.bytes(&self.sender.0).uint(self.training.into());
        out.array(self.chain.len());
        for certificate in &self.chain {
            out.bytes(certificate);
        }
        out.bytes(&self.recipients).array(self.scopes.len());
        for scope in &self.scopes {
            out.bytes(scope.0.as_bytes());
        }
        out.array(self.chunks.len());
        for chunk in &self.chunks {
            let content = match chunk.content {
                Content::Summary => 0,
                Content::Batches => 1,
                Content::Wants => 2,
                Content::Other => 3,
            };
            let packing = match chunk.packing {
                Packing::Plain => 0,
                Packing::Zstd => 1,
            };
            out.array(5).uint(content).uint(packing);
            out.uint(chunk.expanded as u64).uint(chunk.packed as u64).bytes(&chunk.hash);
        }
        out.array(self.blobs.len());
        for blob in &self.blobs {
            out.array(3).bytes(&blob.id).uint(blob.length).bytes(&blob.hash);
        }
        out.into_bytes()
    }

    /// Reads a manifest. A newer format that this version may read can have more at its end, which is passed over: the
    /// signature covers it all the same.
    pub(crate) fn decode(bytes: &[u8]) -> Result<Self> {
        let wrong = refused(Part::Manifest);
        let mut from = Reader::new(bytes);
        let items = from.array().map_err(&wrong)?;
        let format = from.uint32().map_err(&wrong)?;
        let needs = from.uint32().map_err(&wrong)?;
        if needs > FORMAT {
            return Err(ExchangeError::Newer { needs: needs.into() });
        }
        if items < 9 || needs == 0 || needs > format || format == FORMAT && items != 9 {
            return Err(ExchangeError::Damaged(Part::Manifest));
        }
        let manifest = Self::decode_rest(&mut from, format, needs).map_err(&wrong)?;
        if format == FORMAT {
            from.end().map_err(&wrong)?;
        }
        manifest.check()?;
        Ok(manifest)
    }

    fn decode_rest(
        from: &mut Reader<'_>,
        format: u32,
        needs: u32,
    ) -> std::result::Result<Self, JournalError> {
        let sender = DeviceId(from.fixed()?);
        let training = match from.uint()? {
            0 => false,
            1 => true,
            _ => return Err(from.malformed()),
        };
        let mut chain = Vec::new();
        for _ in 0..from.array()? {
            chain.push(from.bytes()?.to_vec());
        }
        let recipients = from.fixed()?;
        let mut scopes = Vec::new();
        for _ in 0..from.array()? {
            scopes.push(RecordId(Uuid::from_bytes(from.fixed()?)));
        }
        let mut chunks = Vec::new();
        for _ in 0..from.array()? {
            from.array_of(5)?;
            let content = match from.uint()? {
                0 => Content::Summary,
                1 => Content::Batches,
                2 => Content::Wants,
                _ => Content::Other,
            };
            let packing = match from.uint()? {
                0 => Packing::Plain,
                1 => Packing::Zstd,
                _ => return Err(from.malformed()),
            };
            let mut size = || usize::try_from(from.uint32()?).map_err(|_| from.malformed());
            let (expanded, packed) = (size()?, size()?);
            chunks.push(Chunk { content, packing, expanded, packed, hash: from.fixed()? });
        }
        let mut blobs = Vec::new();
        for _ in 0..from.array()? {
            from.array_of(3)?;
            blobs.push(Blob { id: from.fixed()?, length: from.uint()?, hash: from.fixed()? });
        }
        Ok(Self { format, needs, sender, training, chain, recipients, scopes, blobs, chunks })
    }

    /// How many parts at the front say what the sender holds.
    pub(crate) fn summary_chunks(&self) -> usize {
        self.chunks.iter().take_while(|chunk| chunk.content == Content::Summary).count()
    }

    /// The limits, on what the manifest claims; each claim is held against the contents when they are read.
    fn check(&self) -> Result<()> {
        let all = self.chunks.iter().filter(|chunk| chunk.content == Content::Summary).count();
        if !(1..=SUMMARY_CHUNKS).contains(&self.summary_chunks()) || all != self.summary_chunks() {
            return Err(ExchangeError::Damaged(Part::Manifest));
        }
        let mut file = 0_u64;
        for chunk in &self.chunks {
            let (packed, expanded) = (chunk.packed as u64, chunk.expanded as u64);
            if chunk.expanded > FRAME_BYTES || chunk.packed > FRAME_BYTES {
                return Err(ExchangeError::TooLarge(Limit::Frame));
            }
            if expanded > packed.saturating_mul(EXPANSION) {
                return Err(ExchangeError::TooLarge(Limit::Expansion));
            }
            file = file.saturating_add(packed);
        }
        for blob in &self.blobs {
            if blob.length > ATTACHMENT_BYTES {
                return Err(ExchangeError::TooLarge(Limit::Attachment));
            }
            file = file.saturating_add(blob.length);
        }
        if file > FILE_BYTES { Err(ExchangeError::TooLarge(Limit::File)) } else { Ok(()) }
    }
}

/// The hash of a set of laptops by what is sealed to them; the same in any order.
pub fn recipients_hash(recipients: &[PublicKey]) -> [u8; 32] {
    let mut sorted = recipients.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let mut hasher = blake3::Hasher::new_keyed(RECIPIENTS_HASH);
    for key in sorted {
        hasher.update(key.as_bytes());
    }
    *hasher.finalize().as_bytes()
}
