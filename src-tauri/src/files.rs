//! Files that an officer names. Owns reading no more of one than the desk would take; refuses to say what is in it.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use desk::DeskError;

/// One byte more than the largest file that any reader accepts: the reader then names its own limit.
const ENOUGH: u64 = 50 * 1024 * 1024 + 1;

/// The bytes of a file and its name.
///
/// # Errors
/// [`DeskError::File`] when it cannot be read.
pub(crate) fn read(file: &Path) -> Result<(Vec<u8>, String), DeskError> {
    let mut bytes = Vec::new();
    let opened = File::open(file).and_then(|file| file.take(ENOUGH).read_to_end(&mut bytes));
    opened.map_err(|_| DeskError::File)?;
    Ok((bytes, file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()))
}

/// The text of a small file, such as a passphrase or a laptop's card.
///
/// # Errors
/// [`DeskError::File`] when it cannot be read or is no text.
pub(crate) fn read_text(file: &Path) -> Result<String, DeskError> {
    let (bytes, _) = read(file)?;
    String::from_utf8(bytes).map_err(|_| DeskError::File)
}

/// Writes a small public file, and says where it stands.
///
/// # Errors
/// [`DeskError::File`] when the disk refuses.
pub(crate) fn write(file: &Path, bytes: &[u8]) -> Result<String, DeskError> {
    std::fs::write(file, bytes).map_err(|_| DeskError::File)?;
    Ok(file.display().to_string())
}
