//! Writes a bundle. Owns the order of its parts; refuses a plaintext temporary file: the log is packed in memory, and
//! attachments are read twice, once for their hash and once for their content.

use crate::{
    ATTACHMENT_BYTES, FORMAT, RECIPIENTS,
    certificate::Certificate,
    columns::FrameWriter,
    error::{ExchangeError, Limit, Part, Result},
    manifest::{
        Blob, Chunk, Content, HeadProof, MAGIC, MANIFEST_BYTES, Manifest, SIGNING, Told, encode_wants,
        recipients_hash,
    },
    pack::{FRAME_BYTES, pack},
};
use casework::ids::RecordId;
use journal::{Batch, DeviceId, Summary};
use std::io::{self, Read, Write};
use vault::{PublicKey, device::SigningPair, envelope};

/// The most bytes of packed log that are kept in memory while a bundle is written.
const SPOOL_BYTES: usize = 128 * 1024 * 1024;

/// The most files that a bundle asks for; the next one asks for more.
const WANTS: usize = 50_000;

/// From whom to whom, and what is said about it.
#[derive(Debug)]
pub struct Envelope<'a> {
    /// This laptop.
    pub sender: DeviceId,
    /// Its certificate, by which an office that is trusted answers for it; none when no office enrolled it.
    pub certificate: Option<&'a Certificate>,
    /// True in a training vault.
    pub training: bool,
    /// What it signs with.
    pub keys: &'a SigningPair,
    /// The laptops it is for.
    pub recipients: &'a [PublicKey],
    /// The scopes it is limited to; none for everything.
    pub scopes: &'a [RecordId],
    /// What the recipient was taken to hold when the batches were chosen; none when everything is sent.
    pub before: Option<&'a Summary>,
    /// What this laptop holds, with the number of this export.
    pub after: &'a Summary,
    /// The signed ends of the feeds in it: one's own, and others' as they came.
    pub heads: &'a [HeadProof],
    /// The files that this laptop's log names and that have not come to it, the first 50,000 of them.
    pub wants: &'a [[u8; 32]],
    /// A line of the header that everybody can read: the signed end of the sender's audit.
    pub note: Option<&'a [&'a str]>,
}

/// An attachment to send along.
pub struct Attachment<'a> {
    /// Its name in the log.
    pub id: [u8; 32],
    /// Its length in bytes.
    pub length: u64,
    /// Opens its content; called twice.
    pub open: Box<dyn Fn() -> io::Result<Box<dyn Read + 'a>> + 'a>,
}

/// Collects the batches of a bundle, then writes it.
#[derive(Debug, Default)]
pub struct BundleWriter {
    frames: FrameWriter,
    chunks: Vec<(Chunk, Vec<u8>)>,
    spooled: usize,
}

impl BundleWriter {
    /// An empty bundle.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a batch. A bundle is smallest when batches come in the order in which this laptop took them in.
    ///
    /// # Errors
    /// [`ExchangeError::TooLarge`] when the log of one bundle would be over 128 MiB packed: send it in parts.
    pub fn push(&mut self, batch: &Batch) -> Result<()> {
        self.frames.push(batch);
        self.spool()
    }

    /// The packed bytes so far: what a caller watches that sends in parts.
    pub const fn packed(&self) -> usize {
        self.spooled
    }

    /// Seals and writes the bundle. What is in `out` is a bundle only when this has returned without an error.
    ///
    /// # Errors
    /// [`ExchangeError::NoRecipient`], [`ExchangeError::TooLarge`], [`ExchangeError::Disk`], and
    /// [`ExchangeError::Damaged`] when an attachment is not as long as it says or changes while it is read.
    pub fn finish(
        mut self,
        envelope: &Envelope<'_>,
        attachments: &[Attachment<'_>],
        out: impl Write,
    ) -> Result<Manifest> {
        if envelope.recipients.is_empty() {
            return Err(ExchangeError::NoRecipient);
        }
        if envelope.recipients.len() > RECIPIENTS {
            return Err(ExchangeError::TooLarge(Limit::Recipients));
        }
        self.frames.close();
        self.spool()?;
        let told = Told {
            before: envelope.before.cloned(),
            after: envelope.after.clone(),
            heads: envelope.heads.to_vec(),
        };
        let told = told.encode();
        let mut chunks =
            told.chunks(FRAME_BYTES).map(|part| chunk(Content::Summary, part)).collect::<Result<Vec<_>>>()?;
        if !envelope.wants.is_empty() {
            let wants = envelope.wants.get(..WANTS).unwrap_or(envelope.wants);
            chunks.push(chunk(Content::Wants, &encode_wants(wants))?);
        }
        chunks.append(&mut self.chunks);
        let blobs =
            attachments.iter().enumerate().map(|(at, one)| blob(at, one)).collect::<Result<Vec<_>>>()?;
        let manifest = Manifest {
            format: FORMAT,
            needs: FORMAT,
            sender: envelope.sender,
            training: envelope.training,
            chain: envelope.certificate.map(Certificate::to_bytes).into_iter().collect(),
            recipients: recipients_hash(envelope.recipients),
            scopes: envelope.scopes.to_vec(),
            blobs,
            chunks: chunks.iter().map(|(chunk, _)| *chunk).collect(),
        };
        let bytes = manifest.encode();
        // The limits of a reader are the writer's too: nothing is written that nobody may read.
        Manifest::decode(&bytes)?;
        let length = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= MANIFEST_BYTES);
        let length = length.ok_or(ExchangeError::TooLarge(Limit::Manifest))?;
        let signature = envelope.keys.sign(SIGNING, &bytes);

        let disk = |error: io::Error| ExchangeError::Disk(error.kind());
        let mut sealed =
            envelope::noted(envelope.recipients, envelope.note, out).map_err(|error| match error {
                vault::Error::Disk { kind, .. } => ExchangeError::Disk(kind),
                _ => ExchangeError::NoRecipient,
            })?;
        let front = [MAGIC.as_slice(), &length.to_be_bytes(), &bytes, &signature];
        let packed = chunks.iter().map(|(_, packed)| packed.as_slice());
        for part in front.into_iter().chain(packed) {
            sealed.write_all(part).map_err(disk)?;
        }
        for (at, (one, blob)) in attachments.iter().zip(&manifest.blobs).enumerate() {
            if copy(at, one, &mut sealed)? != blob.hash {
                return Err(ExchangeError::Damaged(Part::Attachment(at)));
            }
        }
        sealed.finish().and_then(|mut out| out.flush()).map_err(disk)?;
        Ok(manifest)
    }

    fn spool(&mut self) -> Result<()> {
        for frame in self.frames.take_done() {
            let chunk = chunk(Content::Batches, &frame)?;
            self.spooled += chunk.1.len();
            self.chunks.push(chunk);
        }
        if self.spooled > SPOOL_BYTES { Err(ExchangeError::TooLarge(Limit::File)) } else { Ok(()) }
    }
}

fn chunk(content: Content, plain: &[u8]) -> Result<(Chunk, Vec<u8>)> {
    let (packing, packed) = pack(plain)?;
    let hash = *blake3::hash(&packed).as_bytes();
    Ok((Chunk { content, packing, expanded: plain.len(), packed: packed.len(), hash }, packed))
}

fn blob(at: usize, attachment: &Attachment<'_>) -> Result<Blob> {
    if attachment.length > ATTACHMENT_BYTES {
        return Err(ExchangeError::TooLarge(Limit::Attachment));
    }
    let hash = copy(at, attachment, &mut io::sink())?;
    Ok(Blob { id: attachment.id, length: attachment.length, hash })
}

/// Copies an attachment, exactly as long as it says, and gives its hash.
fn copy(at: usize, attachment: &Attachment<'_>, out: &mut impl Write) -> Result<[u8; 32]> {
    let disk = |error: io::Error| ExchangeError::Disk(error.kind());
    let mut content = (attachment.open)().map_err(disk)?.take(attachment.length.saturating_add(1));
    let mut hasher = blake3::Hasher::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut length = 0_u64;
    loop {
        let read = match content.read(&mut buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(disk(error)),
        };
        let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { break };
        length += piece.len() as u64;
        hasher.update(piece);
        out.write_all(piece).map_err(disk)?;
    }
    if length == attachment.length {
        Ok(*hasher.finalize().as_bytes())
    } else {
        Err(ExchangeError::Damaged(Part::Attachment(at)))
    }
}
