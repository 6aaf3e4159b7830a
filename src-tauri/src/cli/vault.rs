//! Making a vault on the command line. Owns that the recovery key is in its file before the vault exists.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use desk::DeskError;
use desk::views::NewVault;
use serde_json::json;

use super::outcome::Outcome;
use super::passphrase;
use super::session::Session;
use crate::failure::Failure;

/// Makes a vault and leaves it open for the rest of the run.
///
/// # Errors
/// The recovery file exists already, or what [`desk::NewDesk`] refuses.
pub(super) fn init(session: &mut Session, office: &str, recovery_out: &Path) -> Result<Outcome, Failure> {
    let made = make(session, office, recovery_out);
    made.map_err(|error| session.failure(&error))
}

fn make(session: &mut Session, office: &str, recovery_out: &Path) -> Result<Outcome, DeskError> {
    let officer = session.globals.officer.clone().ok_or(DeskError::WrongUse)?;
    let passphrase = match &session.globals.passphrase_file {
        Some(file) => Some(passphrase::in_file(file)?.to_string()),
        None => None,
    };
    let input = NewVault { officer, office: office.to_owned(), passphrase };
    let (new, started) = session.ground.begin(&input, session.lang())?;
    write_new(recovery_out, &started.recovery_key)?;
    let desk = new.finish(&started.recovery_key)?;
    session.sit_down(desk);

    let folder = session.ground.vault().display().to_string();
    let shown = started.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
    let json = json!({ "vault": folder, "passphrase": started.passphrase, "recovery": recovery_out });
    Ok(Outcome::with(format!("{folder}\n{}{shown}", recovery_out.display()), json))
}

/// Writes a file that was not there, for its owner's eyes only, down to the disk.
fn write_new(file: &Path, text: &str) -> Result<(), DeskError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut file| {
        writeln!(file, "{text}")?;
        file.sync_all()
    });
    written.map_err(|_| DeskError::File)
}
