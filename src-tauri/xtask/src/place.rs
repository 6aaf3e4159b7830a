//! Where things are in the project, and which of two is newer. Refuses a clock: only the times of files count.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::run::Stop;

/// Goes to the root of the project, from wherever the task was typed.
///
/// # Errors
/// The project was moved after this task was built.
pub(crate) fn enter_root() -> Result<(), Stop> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Ok(std::env::set_current_dir(root)?)
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from)
}

/// When a file was last written; none when it is not there.
pub(crate) fn written(file: impl AsRef<Path>) -> Option<SystemTime> {
    fs::metadata(file).and_then(|known| known.modified()).ok()
}

/// When the newest file under a folder was written, leaving out what is installed or built there.
pub(crate) fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = fs::read_dir(folder).ok()?;
    entries
        .filter_map(Result::ok)
        .filter(|entry| !matches!(entry.file_name().to_str(), Some("node_modules" | "dist")))
        .filter_map(|entry| {
            let path = entry.path();
            if path.is_dir() { newest(&path) } else { written(&path) }
        })
        .max()
}

/// Makes a folder that was not there before: `parent/1`, `parent/2` and so on.
///
/// # Errors
/// The disk refuses.
pub(crate) fn fresh_folder(parent: &Path) -> Result<PathBuf, Stop> {
    fs::create_dir_all(parent)?;
    let taken = |entry: &fs::DirEntry| entry.file_name().to_str().and_then(|name| name.parse::<u32>().ok());
    let last = fs::read_dir(parent)?.filter_map(Result::ok).filter_map(|entry| taken(&entry)).max();
    let folder = parent.join((last.unwrap_or(0) + 1).to_string());
    fs::create_dir(&folder)?;
    Ok(folder)
}
