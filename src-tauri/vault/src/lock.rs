//! One process at a time: a lock on a file of the vault, which the system lets go when the process ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::{Error, Part, Result, layout};

/// Holds the vault until dropped.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the vault in `folder`, without waiting.
    ///
    /// # Errors
    /// `Locked` when another process (or another part of this one) has it.
    pub(crate) fn take(folder: &Path) -> Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(layout::lock_path(folder)).map_err(Error::disk(Part::Lock))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::Locked),
            Err(TryLockError::Error(error)) => Err(Error::disk(Part::Lock)(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FolderLock;
    use crate::Error;

    #[test]
    fn only_one_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let first = FolderLock::take(folder.path()).unwrap();
        assert!(matches!(FolderLock::take(folder.path()), Err(Error::Locked)));
        drop(first);
        assert!(FolderLock::take(folder.path()).is_ok());
    }
}
