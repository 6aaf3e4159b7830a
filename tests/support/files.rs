//! What lies on the disk, looked at as a finder of the laptop would: every byte of every file.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file below a folder; a folder that was never made holds none.
pub(crate) fn below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            files.extend(below(&entry.path()));
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
    files
}

/// Whether the file holds the text anywhere, as UTF-8 or as UTF-16.
pub(crate) fn holds(file: &Path, text: &str) -> bool {
    // A file that ended with the program holds nothing any more.
    let Ok(bytes) = fs::read(file) else { return false };
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [text.as_bytes(), &wide].iter().any(|wanted| bytes.windows(wanted.len()).any(|window| window == *wanted))
}

#[test]
fn a_text_is_found_in_either_coding() {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("a/b");
    fs::create_dir_all(&deep).unwrap();
    fs::write(deep.join("plain"), "..Dewanto..").unwrap();
    fs::write(deep.join("wide"), [0x44, 0, 0x65, 0, 0x77, 0]).unwrap();

    let found = below(folder.path());
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|file| holds(file, "Dew")));
    assert!(!found.iter().any(|file| holds(file, "Indrawati")));
}
