//! The one way in which files are written: whole or not at all, and readable by their owner alone.
//!
//! Owns atomic replacement, private folders and bounded reading, for this crate and the others. Refuses to write
//! anything in place, and to use a temporary folder of the system.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use crate::{Error, Part, Result, entropy};

const TEMPORARY: &str = ".tmp";

/// Puts `bytes` at `path`, whole and durable, or leaves what was there; readable by its owner alone.
///
/// Survives kill -9 and power loss: written beside the target, flushed to disk, renamed, the folder flushed.
///
/// # Errors
/// `Disk` when the folder or the disk refuses; the target is then unchanged.
pub fn atomic_write(path: &Path, bytes: &[u8]) -> Result<()> {
    write_part(path, bytes, Part::File)
}

pub(crate) fn write_part(path: &Path, bytes: &[u8], part: Part) -> Result<()> {
    let mut draft = Draft::beside_part(path, part)?;
    draft.file.write_all(bytes).map_err(Error::disk(part))?;
    draft.put(path)
}

/// A file being written that is not there yet: it appears whole with [`Draft::put`], or vanishes when dropped.
///
/// Unlike [`atomic_write`] it takes any number of bytes without holding them.
#[derive(Debug)]
pub struct Draft {
    file: File,
    path: PathBuf,
    part: Part,
    kept: bool,
}

impl Draft {
    /// Begins a file in the folder of `target`, on the same disk, so that it can be renamed.
    ///
    /// # Errors
    /// `Disk`.
    pub fn beside(target: &Path) -> Result<Self> {
        Self::beside_part(target, Part::File)
    }

    pub(crate) fn beside_part(target: &Path, part: Part) -> Result<Self> {
        let name = format!(".{}{TEMPORARY}", entropy::hex(&entropy::bytes::<8>()?));
        let path = folder_of(target).join(name);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = step().and_then(|()| options.open(&path)).map_err(Error::disk(part))?;
        Ok(Self { file, path, part, kept: false })
    }

    /// Flushes to disk and renames to `target`, which must be in the same folder as was named at the start.
    ///
    /// # Errors
    /// `Disk`; the target is then unchanged and the draft gone.
    pub fn put(mut self, target: &Path) -> Result<()> {
        step().and_then(|()| self.file.sync_all()).map_err(Error::disk(self.part))?;
        step().and_then(|()| fs::rename(&self.path, target)).map_err(Error::disk(self.part))?;
        self.kept = true;
        sync_folder(folder_of(target), self.part)
    }
}

impl io::Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        step()?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.kept && step().is_ok() {
            // What cannot be removed now is swept at the next unlock.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Makes `path` and what is missing above it, each folder open to its owner alone; fine if it is there already.
///
/// # Errors
/// `Disk`.
pub fn create_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(Error::disk(Part::Folder))
}

/// The whole file, if it is no larger than `limit` bytes.
///
/// # Errors
/// `TooLarge` without reading on, `Disk` (with `NotFound` when it is not there).
pub fn read_at_most(path: &Path, limit: u64) -> Result<Vec<u8>> {
    read_part(path, limit, Part::File)
}

pub(crate) fn read_part(path: &Path, limit: u64, part: Part) -> Result<Vec<u8>> {
    let file = File::open(path).map_err(Error::disk(part))?;
    let mut bytes = Vec::new();
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Error::disk(part))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(Error::TooLarge { part, limit });
    }
    Ok(bytes)
}

/// Like `read_part`, but nothing when the file is not there.
pub(crate) fn read_if_there(path: &Path, limit: u64, part: Part) -> Result<Option<Vec<u8>>> {
    match read_part(path, limit, part) {
        Err(Error::Disk { kind: io::ErrorKind::NotFound, .. }) => Ok(None),
        read => read.map(Some),
    }
}

/// Removes a file for good; fine if it is not there.
///
/// # Errors
/// `Disk`.
pub fn remove(path: &Path) -> Result<()> {
    remove_part(path, Part::File)
}

pub(crate) fn remove_part(path: &Path, part: Part) -> Result<()> {
    match step().and_then(|()| fs::remove_file(path)) {
        Ok(()) => sync_folder(folder_of(path), part),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(Error::disk(part)(error)),
    }
}

/// Renames within one folder, durably; the target is replaced.
pub(crate) fn rename_part(from: &Path, to: &Path, part: Part) -> Result<()> {
    step().and_then(|()| fs::rename(from, to)).map_err(Error::disk(part))?;
    sync_folder(folder_of(to), part)
}

/// Removes drafts that a crash left in `folder`; only when nobody else can be writing there.
///
/// # Errors
/// `Disk`.
pub fn sweep_drafts(folder: &Path) -> Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(Error::disk(Part::Folder))?,
    };
    for entry in entries {
        let entry = entry.map_err(Error::disk(Part::Folder))?;
        let name = entry.file_name();
        let is_draft = name.to_str().is_some_and(|name| name.starts_with('.') && name.ends_with(TEMPORARY));
        if is_draft && entry.file_type().is_ok_and(|kind| kind.is_file()) {
            remove_part(&entry.path(), Part::File)?;
        }
    }
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Makes a rename or removal in `folder` durable. Windows has no such call and needs none for its journalled renames.
fn sync_folder(folder: &Path, part: Part) -> Result<()> {
    #[cfg(unix)]
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::disk(part))?;
    #[cfg(not(unix))]
    let _ = (folder, part);
    Ok(())
}

/// Stands before each step that changes the disk, so that a test can pull the plug there.
#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "fails in tests only")]
fn step() -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
use plug::step;

#[cfg(test)]
pub(crate) mod plug {
    //! Pulls the plug before a chosen step, after which nothing reaches the disk.
    use std::cell::Cell;
    use std::io;

    thread_local! {
        static STEPS_LEFT: Cell<Option<u32>> = const { Cell::new(None) };
    }

    pub(crate) fn step() -> io::Result<()> {
        STEPS_LEFT.with(|left| match left.get() {
            None => Ok(()),
            Some(0) => Err(io::Error::other("the plug was pulled")),
            Some(more) => {
                left.set(Some(more - 1));
                Ok(())
            }
        })
    }

    /// Runs `work` with the plug pulled after `steps` changes of the disk; says whether it got that far.
    pub(crate) fn pulled_after(steps: u32, work: impl FnOnce()) -> bool {
        STEPS_LEFT.with(|left| left.set(Some(steps)));
        work();
        STEPS_LEFT.with(|left| left.replace(None)) == Some(0)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::Write as _;

    use super::{Draft, atomic_write, create_private_folder, read_at_most, remove, sweep_drafts};
    use crate::Error;

    #[test]
    fn replaces_whole_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        atomic_write(&path, b"old").unwrap();
        atomic_write(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_dropped_draft_leaves_the_target_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        atomic_write(&path, b"old").unwrap();
        let mut draft = Draft::beside(&path).unwrap();
        draft.write_all(b"half").unwrap();
        drop(draft);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_draft_left_by_a_crash_is_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        atomic_write(&folder.path().join("a"), b"kept").unwrap();
        fs::write(folder.path().join(".0123.tmp"), b"half").unwrap();
        fs::write(folder.path().join("b.tmp"), b"kept").unwrap();
        sweep_drafts(folder.path()).unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn reading_stops_at_the_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        atomic_write(&path, &[0; 10]).unwrap();
        assert_eq!(read_at_most(&path, 10).unwrap().len(), 10);
        assert!(matches!(read_at_most(&path, 9), Err(Error::TooLarge { limit: 9, .. })));
    }

    #[test]
    fn removing_what_is_not_there_is_fine() {
        let folder = tempfile::tempdir().unwrap();
        remove(&folder.path().join("nothing")).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn files_and_folders_are_for_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("a/b");
        create_private_folder(&inner).unwrap();
        atomic_write(&inner.join("c"), b"").unwrap();
        let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(inner.clone()), 0o700);
        assert_eq!(mode(inner.join("c")), 0o600);
    }
}
