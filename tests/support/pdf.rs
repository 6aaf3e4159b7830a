//! Dossiers read by programs that are not ours: poppler for the text, qpdf for the structure and the lock.

use std::path::Path;
use std::process::Command;

/// The text of a file as a copy-and-paste would give it.
pub(crate) fn text(file: &Path) -> String {
    let read = Command::new("pdftotext").arg(file).arg("-").output();
    let read = read.expect("pdftotext is missing, type: cargo verify");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

/// The text of an encrypted file. qpdf opens it, since pdftotext cuts a passphrase after 32 characters.
pub(crate) fn text_behind(file: &Path, passphrase: &str) -> String {
    assert!(!opens(file, "", &file.with_extension("without")), "opens without its passphrase");
    let open = file.with_extension("opened");
    assert!(opens(file, passphrase, &open), "does not open with its passphrase");
    text(&open)
}

/// Stops the journey when the file is not sound.
pub(crate) fn is_sound(file: &Path) {
    let checked = Command::new("qpdf").arg("--check").arg(file).output().expect("qpdf is missing");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
}

fn opens(file: &Path, passphrase: &str, to: &Path) -> bool {
    let opened = Command::new("qpdf")
        .args([&format!("--password={passphrase}"), "--decrypt"])
        .args([file, to])
        .output()
        .expect("qpdf is missing, type: cargo verify");
    opened.status.success()
}
