//! Dossiers read by programs that are not ours: poppler for the text, qpdf for the structure.

use std::path::Path;
use std::process::Command;

/// The text of a file as a copy-and-paste would give it; `passphrase` for an encrypted one.
pub(crate) fn text(file: &Path, passphrase: Option<&str>) -> String {
    let mut reader = Command::new("pdftotext");
    if let Some(passphrase) = passphrase {
        reader.args(["-upw", passphrase]);
    }
    let read = reader.arg(file).arg("-").output().expect("pdftotext is missing, type: cargo verify");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

/// Stops the journey when the file is not sound.
pub(crate) fn is_sound(file: &Path) {
    let checked = Command::new("qpdf").arg("--check").arg(file).output().expect("qpdf is missing");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}
