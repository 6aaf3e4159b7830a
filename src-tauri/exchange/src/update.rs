//! A new version of the app, as it comes on a stick. Owns the file's one encoding, its signature and its limits; refuses every
//! byte that the publisher did not sign, and to say anything of a file before that is proven.
//!
//! | bytes | hold |
//! | --- | --- |
//! | 6 | `PLGUPD` |
//! | 2 | the format, little end first |
//! | 32 | the publisher's public key |
//! | 64 | its signature over all before it and the manifest |
//! | 4 | the manifest's length, little end first |
//! | … | the manifest, canonical CBOR: version, oldest version it can follow, target, file name, size, BLAKE3, notes |
//! | … | the package, to the end |

use journal::{JournalError, cbor};
use std::{
    fmt,
    io::{self, Read, Write},
};
use vault::device::{SigningPair, SigningPublic};

const MAGIC: &[u8; 6] = b"PLGUPD";
const FORMAT: u16 = 1;
const CONTEXT: &str = "pulang 2026 update: manifest";
/// The longest manifest.
const MANIFEST: u32 = 64 * 1024;
/// The largest package.
pub const PACKAGE: u64 = 512 * 1024 * 1024;
/// The longest notes in one language, in bytes.
const NOTES: usize = 8 * 1024;

/// Why an update was refused; nothing of it counts then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UpdateError {
    /// Another kind of file was chosen.
    #[error("this is no update")]
    NotAnUpdate,
    /// A later app wrote it in another way.
    #[error("the update has a newer format")]
    Newer,
    /// Somebody else signed it.
    #[error("the update is signed by somebody else")]
    OtherKey,
    /// The manifest is not as it was signed.
    #[error("the manifest was altered")]
    Altered,
    /// The package is not the one that the manifest names.
    #[error("the package was altered")]
    OtherPackage,
    /// It ends too early.
    #[error("the update is cut off")]
    CutOff,
    /// It claims to be larger than an update may be.
    #[error("the update is over the limit")]
    TooLarge,
    /// The disk refused.
    #[error("the disk refused: {0}")]
    Disk(io::ErrorKind),
}

impl From<JournalError> for UpdateError {
    fn from(_: JournalError) -> Self {
        Self::Altered
    }
}

/// A version of the app; later ones are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

impl Version {
    /// Reads `1.2.3`, in its one spelling.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse::<u32>().ok());
        let version = Self(parts.next()??, parts.next()??, parts.next()??);
        (parts.next().is_none() && version.to_string() == text).then_some(version)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// What an update says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The version in it.
    pub version: Version,
    /// The oldest version that can be followed by it.
    pub from: Version,
    /// The system it is for: `linux-x86_64`.
    pub target: String,
    /// The package's file name: letters, digits, `.`, `-` and `_`, and no dot first.
    pub file: String,
    /// The package's length in bytes.
    pub size: u64,
    /// The package's BLAKE3.
    pub hash: [u8; 32],
    /// What is new, in Indonesian, English and Khmer.
    pub notes: [String; 3],
}

impl Manifest {
    fn encode(&self) -> Vec<u8> {
        let mut body = cbor::Writer::new();
        body.array(7)
            .text(&self.version.to_string())
            .text(&self.from.to_string())
            .text(&self.target)
            .text(&self.file)
            .uint(self.size)
            .bytes(&self.hash)
            .array(3);
        for note in &self.notes {
            body.text(note);
        }
        body.into_bytes()
    }

    fn decode(bytes: &[u8]) -> Result<Self, UpdateError> {
        let mut body = cbor::Reader::new(bytes);
        body.array_of(7)?;
        let version = |text: &str| Version::parse(text).ok_or(UpdateError::Altered);
        let (version, from) = (version(body.text()?)?, version(body.text()?)?);
        let (target, file) = (body.text()?.to_owned(), body.text()?.to_owned());
        let (size, hash) = (body.uint()?, body.fixed()?);
        body.array_of(3)?;
        let notes = [body.text()?.to_owned(), body.text()?.to_owned(), body.text()?.to_owned()];
        body.end()?;
        let read = Self { version, from, target, file, size, hash, notes };
        // One encoding for one content, so that what was signed is what is shown.
        if read.encode() != bytes { Err(UpdateError::Altered) } else { read.within().map(|()| read) }
    }

    fn within(&self) -> Result<(), UpdateError> {
        let plain = |text: &str| {
            !text.is_empty()
                && text.len() <= 100
                && !text.starts_with('.')
                && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-_".contains(c))
        };
        if self.size == 0 || self.size > PACKAGE || self.notes.iter().any(|note| note.len() > NOTES) {
            return Err(UpdateError::TooLarge);
        }
        if plain(&self.target) && plain(&self.file) { Ok(()) } else { Err(UpdateError::Altered) }
    }
}

/// An update whose manifest is proven; the package comes next from the same reader.
pub struct Update<R> {
    manifest: Manifest,
    package: R,
}

impl<R: Read> Update<R> {
    /// Reads and proves the manifest.
    ///
    /// # Errors
    /// Every [`UpdateError`] but `OtherPackage`. No more than the manifest is read.
    pub fn open(mut from: R, publisher: &SigningPublic) -> Result<Self, UpdateError> {
        let head: [u8; 8] = array(&mut from).map_err(|error| match error {
            // Shorter than its name for itself: another kind of file.
            UpdateError::CutOff => UpdateError::NotAnUpdate,
            other => other,
        })?;
        let [.., low, high] = head;
        if !head.starts_with(MAGIC) {
            return Err(UpdateError::NotAnUpdate);
        }
        match u16::from_le_bytes([low, high]) {
            FORMAT => {}
            0 => return Err(UpdateError::NotAnUpdate),
            _ => return Err(UpdateError::Newer),
        }
        let key: [u8; 32] = array(&mut from)?;
        if key != *publisher.as_bytes() {
            return Err(UpdateError::OtherKey);
        }
        let signature: [u8; 64] = array(&mut from)?;
        let length = u32::from_le_bytes(array(&mut from)?);
        if length > MANIFEST {
            return Err(UpdateError::TooLarge);
        }
        let mut body = Vec::new();
        let read = from.by_ref().take(length.into()).read_to_end(&mut body);
        if read.map_err(|error| UpdateError::Disk(error.kind()))? < usize::try_from(length).unwrap_or(0) {
            return Err(UpdateError::CutOff);
        }
        let signed = signed(&key, &body);
        publisher.verify(CONTEXT, &signed, &signature).map_err(|_| UpdateError::Altered)?;
        Ok(Self { manifest: Manifest::decode(&body)?, package: from })
    }

    /// What it says of itself.
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Reads the whole package into `to` and proves it: only after this may it be used.
    ///
    /// # Errors
    /// [`UpdateError::CutOff`], [`UpdateError::OtherPackage`] for other bytes or more of them, [`UpdateError::Disk`].
    pub fn prove(mut self, to: &mut dyn Write) -> Result<Manifest, UpdateError> {
        let disk = |error: io::Error| UpdateError::Disk(error.kind());
        let (mut left, mut hasher) = (self.manifest.size, blake3::Hasher::new());
        let mut block = [0; 16 * 1024];
        loop {
            let read = self.package.read(&mut block).map_err(disk)?;
            let bytes = block.get(..read).unwrap_or_default();
            left = left.checked_sub(bytes.len() as u64).ok_or(UpdateError::OtherPackage)?;
            if read == 0 {
                break;
            }
            hasher.update(bytes);
            to.write_all(bytes).map_err(disk)?;
        }
        match (left, hasher.finalize() == self.manifest.hash) {
            (0, true) => Ok(self.manifest),
            (0, false) => Err(UpdateError::OtherPackage),
            _ => Err(UpdateError::CutOff),
        }
    }
}

/// The whole file of an update, for the publisher. Size and hash of the manifest are worked out here.
///
/// # Errors
/// [`UpdateError::TooLarge`], [`UpdateError::Altered`] for a name that is none.
pub fn write(keys: &SigningPair, mut manifest: Manifest, package: &[u8]) -> Result<Vec<u8>, UpdateError> {
    manifest.size = package.len() as u64;
    manifest.hash = *blake3::hash(package).as_bytes();
    manifest.within()?;
    let key = *keys.public().as_bytes();
    let body = manifest.encode();
    let length = u32::try_from(body.len()).ok().filter(|length| *length <= MANIFEST);
    let length = length.ok_or(UpdateError::TooLarge)?;
    let signature = keys.sign(CONTEXT, &signed(&key, &body));
    Ok([MAGIC, &FORMAT.to_le_bytes()[..], &key, &signature, &length.to_le_bytes(), &body, package].concat())
}

fn signed(key: &[u8; 32], body: &[u8]) -> Vec<u8> {
    [MAGIC, &FORMAT.to_le_bytes()[..], key, body].concat()
}

fn array<const N: usize>(from: &mut impl Read) -> Result<[u8; N], UpdateError> {
    let mut bytes = [0; N];
    match from.read_exact(&mut bytes) {
        Ok(()) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(UpdateError::CutOff),
        Err(error) => Err(UpdateError::Disk(error.kind())),
    }
}

#[cfg(test)]
mod tests;
