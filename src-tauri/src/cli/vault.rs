//! Making a vault on the command line. Owns that the recovery key is in its file before the vault exists.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use desk::DeskError;
use desk::views::NewVault;
use serde_json::json;
use zeroize::Zeroizing;

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

/// Gives the officer's slot another passphrase, which is asked for or generated; the old one proves who is there.
///
/// # Errors
/// A wrong old passphrase, a weak new one, or the disk refuses; the old one then still opens the vault.
pub(super) fn change_passphrase(session: &mut Session, file: Option<&Path>) -> Result<Outcome, Failure> {
    let (old, new) = read_both(session, file).map_err(|error| session.failure(&error))?;
    let kdf = crate::ground::kdf().map_err(|error| session.failure(&error))?;
    session.desk(|desk| {
        let generated = desk.change_passphrase(&old, new.as_deref().map(String::as_str), kdf)?;
        let text = generated.clone().unwrap_or_default();
        Ok(Outcome::with(text, json!({ "passphrase": generated })))
    })
}

type Both = (Zeroizing<String>, Option<Zeroizing<String>>);

fn read_both(session: &Session, file: Option<&Path>) -> Result<Both, DeskError> {
    let old = passphrase::given(session.globals.passphrase_file.as_deref())?;
    Ok((old, file.map(passphrase::in_file).transpose()?))
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
