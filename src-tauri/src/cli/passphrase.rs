//! Where a passphrase comes from: a file, or a question on the terminal. Refuses arguments and the environment, which
//! other programs can read.

use std::io::IsTerminal as _;
use std::path::Path;

use desk::DeskError;
use zeroize::Zeroizing;

use crate::files;

/// The passphrase from the file, or typed unseen on the terminal.
///
/// # Errors
/// The file cannot be read; [`DeskError::Locked`] when there is neither a file nor a terminal to ask on.
pub(super) fn given(file: Option<&Path>) -> Result<Zeroizing<String>, DeskError> {
    match file {
        Some(file) => in_file(file),
        None if std::io::stdin().is_terminal() => {
            rpassword::prompt_password("Passphrase: ").map(Zeroizing::new).map_err(|_| DeskError::Locked)
        }
        None => Err(DeskError::Locked),
    }
}

/// The passphrase in a file: its text without the end of the line.
///
/// # Errors
/// The file cannot be read.
pub(super) fn in_file(file: &Path) -> Result<Zeroizing<String>, DeskError> {
    let text = Zeroizing::new(files::read_text(file)?);
    Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
}
