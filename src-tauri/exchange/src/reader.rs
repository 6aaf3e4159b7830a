//! Reads a bundle. Owns the order of proofs: the seal, the sender's signature over the list of contents, then each part
//! against its hash as it comes; refuses to give anything of a part before its hash holds. An attachment is the one
//! exception, because it is larger than memory: it goes where the caller can throw it away.

use crate::{
    FORMAT,
    certificate::Certificate,
    columns::{Carried, FrameReader},
    error::{ExchangeError, Limit, Part, Result, reading},
    manifest::{
        Blob, Chunk, Content, HeadProof, MAGIC, MANIFEST_BYTES, Manifest, SIGNING, Told, decode_wants,
    },
    pack::unpack,
};
use journal::{Batch, DeviceId, Summary};
use std::{
    cell::Cell,
    collections::VecDeque,
    io::{self, Read, Write},
    rc::Rc,
};
use vault::{SealingKey, device::SigningPublic, envelope};

const AGE: &[u8] = b"age-encryption.org/v1\n";

/// True for a file that is sealed as bundles are, whatever is in it.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(AGE)
}

/// The end of a feed, and whether the laptop that wrote the feed is known here, in which case its signature holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proven {
    /// The end.
    pub proof: HeadProof,
    /// True when the signature was checked; false when this laptop knows no key to check it with.
    pub checked: bool,
}

/// A bundle whose seal, sender and list of contents hold.
pub struct BundleReader<R> {
    content: R,
    manifest: Manifest,
    print: [u8; 32],
    before: Option<Summary>,
    after: Summary,
    heads: Vec<Proven>,
    wants: Vec<[u8; 32]>,
    next_chunk: usize,
    next_blob: usize,
    frame: VecDeque<Batch>,
    carried: Carried,
    passed_over: usize,
}

/// What a laptop verifies with, where it is trusted: by itself, or by one of these certificates, whose signatures hold.
pub type Trusted<'a> = dyn Fn(DeviceId, &[Certificate]) -> Option<SigningPublic> + 'a;

/// Opens a bundle that was sealed to `key`, and checks that it comes from a laptop that `trusted` gives the key of.
/// `input` should be buffered: its first lines are read byte by byte.
///
/// # Errors
/// All of [`ExchangeError`] but those about cards and writing.
pub fn open<'a, R: Read + 'a>(
    input: R,
    key: &'a SealingKey,
    trusted: &Trusted<'_>,
) -> Result<BundleReader<impl Read + use<'a, R>>> {
    let (input, ended) = after_magic(input)?;
    let mut content = envelope::reader(key, input).map_err(|error| match error {
        vault::Error::NotForThisKey => ExchangeError::NotForThisLaptop,
        vault::Error::NewerFormat(_) => ExchangeError::NotABundle,
        vault::Error::Disk { kind, .. } => ExchangeError::Disk(kind),
        _ if ended.get() => ExchangeError::CutOff,
        _ => ExchangeError::Damaged(Part::Seal),
    })?;
    let magic: [u8; 8] = read_fixed(&mut content)?;
    if magic != *MAGIC {
        // Another format altogether, newer or not ours.
        let ours = magic.starts_with(b"PULANG");
        let needs = u64::from(u16::from_be_bytes([magic[6], magic[7]]));
        return Err(if ours { ExchangeError::Newer { needs } } else { ExchangeError::NotABundle });
    }
    let length = u32::from_be_bytes(read_fixed(&mut content)?);
    let length = usize::try_from(length).ok().filter(|length| *length <= MANIFEST_BYTES);
    let bytes = read_exactly(&mut content, length.ok_or(ExchangeError::TooLarge(Limit::Manifest))?)?;
    let signature: [u8; 64] = read_fixed(&mut content)?;
    let manifest = Manifest::decode(&bytes)?;
    let device = manifest.sender;
    let sender = trusted(device, &certificates(&manifest)).ok_or(ExchangeError::Untrusted { device })?;
    sender.verify(SIGNING, &bytes, &signature).map_err(|_| ExchangeError::Forged)?;
    begin(content, (manifest, *blake3::hash(&bytes).as_bytes()), trusted)
}

/// The certificates that a bundle brings; what cannot be read as one, of a newer version for instance, vouches for nobody.
fn certificates(manifest: &Manifest) -> Vec<Certificate> {
    manifest.chain.iter().filter_map(|bytes| Certificate::from_bytes(bytes).ok()).collect()
}

/// Goes on behind a list of contents whose signature holds, given with its print.
pub(crate) fn begin<C: Read>(
    mut content: C,
    (manifest, print): (Manifest, [u8; 32]),
    trusted: &Trusted<'_>,
) -> Result<BundleReader<C>> {
    let mut told = Vec::new();
    for at in 0..manifest.summary_chunks() {
        told.append(&mut read_chunk(&mut content, &manifest, at)?.1);
    }
    let Told { before, after, heads } = Told::decode(&told)?;
    if after.device != manifest.sender {
        return Err(ExchangeError::Forged);
    }
    let certificates = certificates(&manifest);
    let check = |proof: HeadProof| {
        let checked = match trusted(proof.device, &certificates) {
            Some(key) => proof.verify(&key).map(|()| true)?,
            None => false,
        };
        Ok(Proven { proof, checked })
    };
    let heads = heads.into_iter().map(check).collect::<Result<_>>()?;
    let mut next_chunk = manifest.summary_chunks();
    let mut wants = Vec::new();
    if manifest.chunks.get(next_chunk).is_some_and(|chunk| chunk.content == Content::Wants) {
        wants = decode_wants(&read_chunk(&mut content, &manifest, next_chunk)?.1, next_chunk)?;
        next_chunk += 1;
    }
    Ok(BundleReader {
        content,
        manifest,
        print,
        before,
        after,
        heads,
        wants,
        next_chunk,
        next_blob: 0,
        frame: VecDeque::new(),
        carried: Carried::default(),
        passed_over: 0,
    })
}

impl<R: Read> BundleReader<R> {
    /// The list of contents.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The hash of what the sender signed: two bundles of one print hold the same, to the last byte.
    pub fn print(&self) -> [u8; 32] {
        self.print
    }

    /// True when this version understands all that is in the bundle, as far as it was read.
    pub fn is_understood(&self) -> bool {
        self.passed_over == 0 && self.manifest.format == FORMAT
    }

    /// What this laptop was taken to hold; none when everything was sent.
    pub fn before(&self) -> Option<&Summary> {
        self.before.as_ref()
    }

    /// What the sender holds: its acknowledgement, and what decides the next delta to it.
    pub fn after(&self) -> &Summary {
        &self.after
    }

    /// The ends of feeds that came along.
    pub fn heads(&self) -> &[Proven] {
        &self.heads
    }

    /// The files that the sender's log names and that it lacks, by their names in the log.
    pub fn wants(&self) -> &[[u8; 32]] {
        &self.wants
    }

    /// The parts that only a newer version understands, passed over so far.
    pub fn passed_over(&self) -> usize {
        self.passed_over
    }

    /// The next batch, proven against its own root; none after the last.
    ///
    /// # Errors
    /// [`ExchangeError::Damaged`], [`ExchangeError::CutOff`], [`ExchangeError::Disk`].
    pub fn next_batch(&mut self) -> Result<Option<Batch>> {
        loop {
            if let Some(batch) = self.frame.pop_front() {
                return Ok(Some(batch));
            }
            let at = self.next_chunk;
            if at >= self.manifest.chunks.len() {
                let whole = self.carried.is_whole();
                return if whole { Ok(None) } else { Err(ExchangeError::Damaged(Part::Chunk(at))) };
            }
            let (content, plain) = read_chunk(&mut self.content, &self.manifest, at)?;
            self.next_chunk += 1;
            if content == Content::Batches {
                self.read_frame(&plain, at)?;
            } else {
                self.passed_over += 1;
            }
        }
    }

    /// Proves the batches that are left by their hashes alone and gives none of them: for a bundle whose batches are here.
    ///
    /// # Errors
    /// As [`Self::next_batch`].
    pub fn pass_over_batches(&mut self) -> Result<()> {
        self.frame.clear();
        self.carried = Carried::default();
        while self.next_chunk < self.manifest.chunks.len() {
            read_packed(&mut self.content, &self.manifest, self.next_chunk)?;
            self.next_chunk += 1;
        }
        Ok(())
    }

    fn read_frame(&mut self, plain: &[u8], at: usize) -> Result<()> {
        let damaged = |_| ExchangeError::Damaged(Part::Chunk(at));
        let mut frame = FrameReader::new(plain, std::mem::take(&mut self.carried)).map_err(damaged)?;
        while let Some(batch) = frame.next().map_err(damaged)? {
            self.frame.push_back(batch);
        }
        self.carried = frame.into_carried();
        Ok(())
    }

    /// Copies the next attachment to `out`; none after the last. Batches that were not asked for are read and proven
    /// first. After an error, what is in `out` is worth nothing.
    ///
    /// # Errors
    /// As [`Self::next_batch`]; [`ExchangeError::Disk`] also when `out` refuses.
    pub fn next_attachment(&mut self, out: &mut dyn Write) -> Result<Option<Blob>> {
        while self.next_batch()?.is_some() {}
        let at = self.next_blob;
        let Some(blob) = self.manifest.blobs.get(at).copied() else { return Ok(None) };
        self.next_blob += 1;
        let mut hasher = blake3::Hasher::new();
        let mut left = blob.length;
        let mut buffer = vec![0; 64 * 1024];
        while left > 0 {
            let want = usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len());
            let piece = buffer.get_mut(..want).unwrap_or_default();
            self.content.read_exact(piece).map_err(|error| reading(&error))?;
            hasher.update(piece);
            out.write_all(piece).map_err(|error| ExchangeError::Disk(error.kind()))?;
            left -= want as u64;
        }
        if *hasher.finalize().as_bytes() == blob.hash {
            Ok(Some(blob))
        } else {
            Err(ExchangeError::Damaged(Part::Attachment(at)))
        }
    }

    /// Reads and proves what is left, to the very end. Only after this does anything of the bundle count.
    ///
    /// # Errors
    /// As [`Self::next_attachment`]; [`ExchangeError::Damaged`] when anything stands after the end.
    pub fn finish(mut self) -> Result<()> {
        while self.next_attachment(&mut io::sink())?.is_some() {}
        loop {
            match self.content.read(&mut [0]) {
                Ok(0) => return Ok(()),
                Ok(_) => return Err(ExchangeError::Damaged(Part::End)),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(reading(&error)),
            }
        }
    }
}

impl<R> std::fmt::Debug for BundleReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BundleReader").field("manifest", &self.manifest).finish_non_exhaustive()
    }
}

/// Reads part `at`, proves it and expands it.
fn read_chunk(content: &mut impl Read, manifest: &Manifest, at: usize) -> Result<(Content, Vec<u8>)> {
    let (chunk, packed) = read_packed(content, manifest, at)?;
    Ok((chunk.content, unpack(chunk.packing, packed, chunk.expanded, Part::Chunk(at))?))
}

/// Reads part `at` and proves it, as it is packed.
fn read_packed(content: &mut impl Read, manifest: &Manifest, at: usize) -> Result<(Chunk, Vec<u8>)> {
    let damaged = ExchangeError::Damaged(Part::Chunk(at));
    let chunk = *manifest.chunks.get(at).ok_or(damaged)?;
    let packed = read_exactly(content, chunk.packed)?;
    if *blake3::hash(&packed).as_bytes() == chunk.hash { Ok((chunk, packed)) } else { Err(damaged) }
}

fn read_fixed<const N: usize>(content: &mut impl Read) -> Result<[u8; N]> {
    let mut bytes = [0; N];
    content.read_exact(&mut bytes).map_err(|error| reading(&error))?;
    Ok(bytes)
}

/// Reads `length` bytes, which the caller has held against a limit.
fn read_exactly(content: &mut impl Read, length: usize) -> Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    content.read_exact(&mut bytes).map_err(|error| reading(&error))?;
    Ok(bytes)
}

/// Notes when the file has come to its end, which tells a cut header from a damaged one.
struct Noting<R> {
    input: R,
    ended: Rc<Cell<bool>>,
}

impl<R: Read> Read for Noting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        if read == 0 && !buffer.is_empty() {
            self.ended.set(true);
        }
        Ok(read)
    }
}

/// Checks that the file begins as age files do, and gives it back from its beginning.
fn after_magic<R: Read>(mut input: R) -> Result<(impl Read + use<R>, Rc<Cell<bool>>)> {
    let mut front = Vec::with_capacity(AGE.len());
    let read = input.by_ref().take(AGE.len() as u64).read_to_end(&mut front);
    read.map_err(|error| ExchangeError::Disk(error.kind()))?;
    if !AGE.starts_with(&front) {
        return Err(ExchangeError::NotABundle);
    }
    if front.len() < AGE.len() {
        return Err(ExchangeError::CutOff);
    }
    let ended = Rc::new(Cell::new(false));
    Ok((Noting { input: io::Cursor::new(front).chain(input), ended: Rc::clone(&ended) }, ended))
}
