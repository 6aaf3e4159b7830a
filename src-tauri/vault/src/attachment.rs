//! Attachments: files sealed one by one, found by a keyed hash of their content.
//!
//! Owns the sealed format and the folder it lies in. Gives no byte out before the chunk it belongs to is authenticated,
//! and ends with an error, never with a shorter file. Refuses anything above 50 MiB. The key of each file and the key
//! of the names are handed in and kept in the database: a new data key changes neither, and erasing a file's key erases
//! the file wherever copies of it lie.
//!
//! Format: magic and version (8 bytes), random nonce prefix (19), then chunks of 64 KiB, each XChaCha20-Poly1305 in the
//! STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár 2015): the nonce holds the number of the chunk and
//! whether it is the last, the head is associated data of each.

use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::XChaCha20Poly1305;
use zeroize::{Zeroize as _, Zeroizing};

use crate::codec::Frame;
use crate::files::Draft;
use crate::{Error, Part, Result, entropy, files};

/// The largest attachment, in bytes.
pub const MAX_LENGTH: u64 = 50 * 1024 * 1024;

const FRAME: Frame = Frame { magic: b"PLGATT", version: 1, part: Part::Attachment };
const CHUNK: usize = 64 * 1024;
const SEAL: usize = 16;
const HEAD: usize = 8 + 19;

macro_rules! secret_key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        pub struct $name(Zeroizing<[u8; 32]>);

        impl $name {
            /// Draws a new one.
            ///
            /// # Errors
            /// `NoEntropy`.
            pub fn generate() -> Result<Self> {
                entropy::secret().map(Self)
            }

            /// The key as the database kept it.
            pub fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(Zeroizing::new(bytes))
            }

            /// The bytes, for keeping them inside the encrypted database.
            pub fn expose(&self) -> &[u8; 32] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    };
}

secret_key! {
    /// Seals one attachment; never used for two.
    FileKey
}
secret_key! {
    /// Turns content into addresses, the same for the life of a vault, and says nothing to anybody without it.
    NameKey
}

/// Where a content lies: its BLAKE3 hash under the vault's [`NameKey`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address([u8; 32]);

impl Address {
    /// The address of these bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn parse(name: &str) -> Option<Self> {
        let hash = blake3::Hash::from_hex(name).ok()?;
        let address = Self(*hash.as_bytes());
        (address.to_string() == name).then_some(address)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&entropy::hex(&self.0))
    }
}

/// What was sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed {
    /// Where it belongs.
    pub address: Address,
    /// How many bytes went in.
    pub length: u64,
}

/// Seals all of `content` into `output`.
///
/// # Errors
/// `TooLarge`, `NoEntropy`, `Disk`.
pub fn seal(content: impl Read, output: impl Write, key: &FileKey, names: &NameKey) -> Result<Sealed> {
    seal_within(MAX_LENGTH, content, output, key, names)
}

fn seal_within(
    limit: u64,
    content: impl Read,
    mut output: impl Write,
    key: &FileKey,
    names: &NameKey,
) -> Result<Sealed> {
    let disk = Error::disk(Part::Attachment);
    let prefix: [u8; 19] = entropy::bytes()?;
    let head = [FRAME.head().as_slice(), &prefix].concat();
    let mut stream = EncryptorBE32::<XChaCha20Poly1305>::new((&*key.0).into(), (&prefix).into());
    let mut hash = blake3::Hasher::new_keyed(&names.0);
    let mut length = 0_u64;
    let mut content = content.take(limit.saturating_add(1));
    output.write_all(&head).map_err(&disk)?;
    let (mut chunk, mut ahead) = (chunk(), chunk());
    fill(&mut content, &mut chunk, CHUNK).map_err(&disk)?;
    loop {
        hash.update(&chunk);
        length = length.saturating_add(u64::try_from(chunk.len()).unwrap_or(u64::MAX));
        if length > limit {
            return Err(Error::TooLarge { part: Part::Attachment, limit });
        }
        fill(&mut content, &mut ahead, CHUNK).map_err(&disk)?;
        let failed = |_| Error::Tampered(Part::Attachment);
        if ahead.is_empty() {
            stream.encrypt_last_in_place(&head, &mut *chunk).map_err(failed)?;
            output.write_all(&chunk).and_then(|()| output.flush()).map_err(&disk)?;
            return Ok(Sealed { address: Address(*hash.finalize().as_bytes()), length });
        }
        stream.encrypt_next_in_place(&head, &mut *chunk).map_err(failed)?;
        output.write_all(&chunk).map_err(&disk)?;
        std::mem::swap(&mut chunk, &mut ahead);
    }
}

/// Gives the content of a sealed attachment back, each chunk authenticated before any of it is given.
///
/// Altered, cut, swapped, appended or another file's: reading ends with an `io::Error` of kind `InvalidData`, and so
/// does every read after it.
///
/// # Errors
/// `NewerFormat(Attachment)`, `Tampered(Attachment)` when the head is none, `Disk`.
pub fn open<R: Read>(mut sealed: R, key: &FileKey) -> Result<Content<R>> {
    let mut head = Vec::with_capacity(HEAD);
    fill(&mut sealed, &mut head, HEAD).map_err(Error::disk(Part::Attachment))?;
    let mut parts = crate::codec::Cursor::new(&head, Part::Attachment);
    if parts.array::<6>()? != *FRAME.magic {
        return Err(Error::Tampered(Part::Attachment));
    }
    match parts.u16()? {
        0 => return Err(Error::Tampered(Part::Attachment)),
        newer if newer > FRAME.version => return Err(Error::NewerFormat(Part::Attachment)),
        _ => {}
    }
    let prefix: [u8; 19] = parts.array()?;
    let stream = DecryptorBE32::<XChaCha20Poly1305>::new((&*key.0).into(), (&prefix).into());
    let mut ahead = chunk();
    fill(&mut sealed, &mut ahead, CHUNK + SEAL).map_err(Error::disk(Part::Attachment))?;
    Ok(Content {
        sealed,
        head,
        state: State::Reading(Box::new(stream)),
        ahead,
        plain: chunk(),
        given: 0,
        left: MAX_LENGTH,
        check: None,
    })
}

/// The content of a sealed attachment, read in order.
pub struct Content<R> {
    sealed: R,
    head: Vec<u8>,
    state: State,
    /// The next chunk, still sealed: only what follows it tells whether it is the last.
    ahead: Zeroizing<Vec<u8>>,
    plain: Zeroizing<Vec<u8>>,
    given: usize,
    left: u64,
    check: Option<(blake3::Hasher, Address)>,
}

enum State {
    Reading(Box<DecryptorBE32<XChaCha20Poly1305>>),
    Done,
    Refused,
}

impl<R: Read> Content<R> {
    fn next_chunk(&mut self) -> io::Result<()> {
        // Refused unless it comes to a good end below.
        let State::Reading(mut stream) = std::mem::replace(&mut self.state, State::Refused) else {
            return Ok(());
        };
        self.plain.zeroize();
        std::mem::swap(&mut self.plain, &mut self.ahead);
        fill(&mut self.sealed, &mut self.ahead, CHUNK + SEAL)?;
        self.given = 0;
        let after = if self.ahead.is_empty() {
            stream.decrypt_last_in_place(&self.head, &mut *self.plain).map_err(refused)?;
            State::Done
        } else {
            stream.decrypt_next_in_place(&self.head, &mut *self.plain).map_err(refused)?;
            State::Reading(stream)
        };
        self.left = u64::try_from(self.plain.len())
            .ok()
            .and_then(|n| self.left.checked_sub(n))
            .ok_or_else(|| refused(()))?;
        if let Some((hash, address)) = &mut self.check {
            hash.update(&self.plain);
            if matches!(after, State::Done) && hash.finalize() != address.0 {
                self.plain.zeroize();
                return Err(refused(()));
            }
        }
        self.state = after;
        Ok(())
    }
}

impl<R: Read> Read for Content<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let waiting = self.plain.get(self.given..).unwrap_or_default();
            if !waiting.is_empty() || buffer.is_empty() {
                let mut waiting = waiting;
                let length = waiting.read(buffer)?;
                self.given += length;
                return Ok(length);
            }
            match self.state {
                State::Done => return Ok(0),
                State::Refused => return Err(refused(())),
                State::Reading(_) => {
                    if let Err(error) = self.next_chunk() {
                        self.plain.zeroize();
                        return Err(error);
                    }
                }
            }
        }
    }
}

impl<R> fmt::Debug for Content<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Content(…)")
    }
}

fn refused<E>(_: E) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, Error::Tampered(Part::Attachment))
}

fn chunk() -> Zeroizing<Vec<u8>> {
    Zeroizing::new(Vec::with_capacity(CHUNK + SEAL))
}

/// Fills `buffer` anew with `length` bytes, or with as many as there are.
fn fill(input: &mut impl Read, buffer: &mut Vec<u8>, length: usize) -> io::Result<()> {
    buffer.clear();
    input.take(u64::try_from(length).unwrap_or(u64::MAX)).read_to_end(buffer).map(|_| ())
}

/// The folder of sealed attachments of one vault.
#[derive(Debug)]
pub struct Store {
    folder: PathBuf,
    names: NameKey,
}

impl Store {
    /// The attachments in `folder` (see `attachments_path`), which is made if it is not there.
    ///
    /// # Errors
    /// `Disk`.
    pub fn open(folder: &Path, names: NameKey) -> Result<Self> {
        files::create_private_folder(folder)?;
        Ok(Self { folder: folder.to_path_buf(), names })
    }

    /// Seals `content` into the folder under no name yet. Look its address up in the database first: where the content
    /// is there already, drop this and use the key that it was sealed with.
    ///
    /// # Errors
    /// `TooLarge`, `NoEntropy`, `Disk`.
    pub fn spool(&self, content: impl Read, key: &FileKey) -> Result<Spooled> {
        let mut draft = Draft::beside_part(&self.folder.join("spool"), Part::Attachment)?;
        let sealed = seal(content, &mut draft, key, &self.names)?;
        Ok(Spooled { draft, sealed, path: self.path(sealed.address) })
    }

    /// The content at `address`; reading it to the end also proves that it is the content of that address.
    ///
    /// # Errors
    /// As [`open`]; `Disk` with `NotFound` when there is none.
    pub fn read(&self, address: Address, key: &FileKey) -> Result<Content<std::fs::File>> {
        let file = std::fs::File::open(self.path(address)).map_err(Error::disk(Part::Attachment))?;
        let mut content = open(file, key)?;
        content.check = Some((blake3::Hasher::new_keyed(&self.names.0), address));
        Ok(content)
    }

    /// The whole content at `address`.
    ///
    /// # Errors
    /// `Tampered(Attachment)`, and as [`Store::read`].
    pub fn read_all(&self, address: Address, key: &FileKey) -> Result<Zeroizing<Vec<u8>>> {
        let mut whole = Zeroizing::new(Vec::new());
        self.read(address, key)?.read_to_end(&mut whole).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => Error::Tampered(Part::Attachment),
            _ => Error::disk(Part::Attachment)(error),
        })?;
        Ok(whole)
    }

    /// Whether something lies at `address`.
    pub fn has(&self, address: Address) -> bool {
        self.path(address).is_file()
    }

    /// Removes what lies at `address`; fine if there is nothing.
    ///
    /// # Errors
    /// `Disk`.
    pub fn remove(&self, address: Address) -> Result<()> {
        files::remove_part(&self.path(address), Part::Attachment)
    }

    /// Every address at which something lies, sorted: for finding what the database does not know.
    ///
    /// # Errors
    /// `Disk`.
    pub fn addresses(&self) -> Result<Vec<Address>> {
        let mut addresses = Vec::new();
        for entry in std::fs::read_dir(&self.folder).map_err(Error::disk(Part::Attachment))? {
            let name = entry.map_err(Error::disk(Part::Attachment))?.file_name();
            addresses.extend(name.to_str().and_then(Address::parse));
        }
        addresses.sort_unstable();
        Ok(addresses)
    }

    /// Where the sealed file of `address` lies, for copying it as it is into a backup.
    pub fn path(&self, address: Address) -> PathBuf {
        self.folder.join(address.to_string())
    }
}

/// A sealed attachment that has no place yet; gone when dropped.
#[derive(Debug)]
pub struct Spooled {
    draft: Draft,
    sealed: Sealed,
    path: PathBuf,
}

impl Spooled {
    /// What was sealed.
    pub const fn sealed(&self) -> Sealed {
        self.sealed
    }

    /// Puts it at its address, durably, in place of anything there. Call it before the database names it.
    ///
    /// # Errors
    /// `Disk`.
    pub fn keep(self) -> Result<Sealed> {
        self.draft.put(&self.path)?;
        Ok(self.sealed)
    }
}

#[cfg(test)]
mod tests;
