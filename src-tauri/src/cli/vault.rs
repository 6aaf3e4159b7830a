//! A vault on the command line: making it, its keys, its way back, its backups. Owns that the recovery key is in its file
//! before the vault exists.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use desk::views::{BackupLine, NewVault};
use desk::{DeskError, LooseSheet};
use serde_json::json;
use zeroize::Zeroizing;

use super::arguments::VaultDeed;
use super::outcome::{Outcome, columns};
use super::passphrase;
use super::session::Session;
use crate::failure::Failure;
use crate::files;

/// Does one deed about the vault as a whole.
///
/// # Errors
/// What the desk refuses.
pub(super) fn perform(session: &mut Session, deed: VaultDeed) -> Result<Outcome, Failure> {
    match deed {
        VaultDeed::Init { office, join, recovery_out } => init(session, (&office, join), &recovery_out),
        VaultDeed::Check => Err(session.failure(&DeskError::WrongUse)),
        VaultDeed::Passphrase { new_passphrase_file } => {
            change_passphrase(session, new_passphrase_file.as_deref())
        }
        VaultDeed::Recover { sheets } => recover(session, &sheets),
        VaultDeed::Drill { sheets } => {
            let sheets = read_sheets(&sheets).map_err(|error| session.failure(&error))?;
            session.desk(|desk| desk.drill(&sheets).map(|()| Outcome::with("", json!({ "held": true }))))
        }
        VaultDeed::Shares { sheet, output } => {
            let shares = shares(&sheet, &output).map_err(|error| session.failure(&error))?;
            for (_, share) in &shares {
                session.remember_sheet(share)?;
            }
            let written: Vec<_> = shares.iter().map(|(file, _)| file.display().to_string()).collect();
            Ok(Outcome::with(written.join("\n"), json!({ "shares": written })))
        }
        VaultDeed::Sheet { sheets, shares, output } => {
            let made = read_sheets(&sheets).and_then(|sheets| {
                let page = session.ground.recovery_sheet(session.lang(), &sheets, shares)?;
                let sheet = LooseSheet::of(&output, &page)?;
                Ok((files::write(&output, &page)?, sheet))
            });
            let (made, sheet) = made.map_err(|error| session.failure(&error))?;
            session.remember_sheet(&sheet)?;
            Ok(Outcome::with(made.clone(), json!({ "path": made })))
        }
        VaultDeed::Prove { folder } => session.desk(|desk| {
            let anchor = desk.check_backup(&folder)?;
            Ok(Outcome::of(format!("{}  {}", anchor.rows, anchor.at), &anchor))
        }),
        VaultDeed::Rekey => session.desk(|desk| {
            let key = desk.rekey()?;
            Ok(Outcome::with(key.to_string(), json!({ "key": key })))
        }),
        VaultDeed::Backup { folder } => session.desk(|desk| {
            let made = desk.backup_to(&folder)?;
            Ok(Outcome::of(made.place.clone(), &made))
        }),
        VaultDeed::Backups => session.desk(|desk| {
            let lines = desk.backups()?;
            let row = |line: &BackupLine| {
                [line.name.clone(), line.at.clone(), line.files.to_string(), line.place.clone()]
            };
            Ok(Outcome::of(columns(&lines.iter().map(row).collect::<Vec<_>>()), &lines))
        }),
        VaultDeed::Restore { folder, aside } => restore(session, &folder, aside),
    }
}

/// A new passphrase for an officer, with the recovery key; from --passphrase-file, or generated and shown once.
fn recover(session: &Session, sheets: &[PathBuf]) -> Result<Outcome, Failure> {
    let recovered = (|| {
        let sheets = read_sheets(sheets)?;
        let new = session.globals.passphrase_file.as_deref().map(passphrase::in_file).transpose()?;
        session.ground.recover(
            &sheets,
            session.globals.officer.as_deref(),
            new.as_deref().map(String::as_str),
        )
    })();
    let recovered = recovered.map_err(|error| session.failure(&error))?;
    let words = recovered.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
    Ok(Outcome::of(format!("{}{words}", recovered.name), &recovered))
}

fn restore(session: &Session, folder: &Path, aside: bool) -> Result<Outcome, Failure> {
    let restored = passphrase::given(session.globals.passphrase_file.as_deref()).and_then(|passphrase| {
        session.ground.restore(folder, (session.globals.officer.as_deref(), &passphrase), aside)
    });
    let restored = restored.map_err(|error| session.failure(&error))?;
    let aside = restored.aside.as_ref().map(|aside| format!("\n{aside}")).unwrap_or_default();
    Ok(Outcome::of(format!("{}  {}{aside}", restored.name, restored.batches), &restored))
}

fn read_sheets(files: &[PathBuf]) -> Result<Vec<Zeroizing<String>>, DeskError> {
    files.iter().map(|file| files::read_text(file).map(Zeroizing::new)).collect()
}

/// Three files, of which any two give the key back.
fn shares(sheet: &Path, folder: &Path) -> Result<Vec<(PathBuf, LooseSheet)>, DeskError> {
    let shares = desk::split(&files::read_text(sheet).map(Zeroizing::new)?)?;
    let mut written = Vec::new();
    for (number, share) in (1..).zip(&shares) {
        let file = folder.join(format!("share-{number}.txt"));
        let sheet = write_new(&file, share)?;
        written.push((file, sheet));
    }
    Ok(written)
}

/// Makes a vault and leaves it open for the rest of the run.
///
/// # Errors
/// The recovery file exists already, or what [`desk::NewDesk`] refuses.
fn init(session: &mut Session, office: (&str, bool), recovery_out: &Path) -> Result<Outcome, Failure> {
    let made = make(session, office, recovery_out);
    made.map_err(|error| session.failure(&error))
}

/// Gives the officer's slot another passphrase, which is asked for or generated; the old one proves who is there.
///
/// # Errors
/// A wrong old passphrase, a weak new one, or the disk refuses; the old one then still opens the vault.
fn change_passphrase(session: &mut Session, file: Option<&Path>) -> Result<Outcome, Failure> {
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

fn make(
    session: &mut Session,
    (office, joins): (&str, bool),
    recovery_out: &Path,
) -> Result<Outcome, DeskError> {
    let officer = session.globals.officer.clone().ok_or(DeskError::WrongUse)?;
    let passphrase = match &session.globals.passphrase_file {
        Some(file) => Some(passphrase::in_file(file)?.to_string()),
        None => None,
    };
    let input = NewVault { officer, office: office.to_owned(), passphrase, joins };
    let (new, started) = session.ground.begin(&input, session.lang())?;
    let sheet = write_new(recovery_out, &started.recovery_key)?;
    let mut desk = new.finish(&started.recovery_key)?;
    desk.remember_sheet(&sheet)?;
    session.sit_down(desk);

    let folder = session.ground.vault().display().to_string();
    let shown = started.passphrase.as_ref().map(|words| format!("\n{words}")).unwrap_or_default();
    let json = json!({ "vault": folder, "passphrase": started.passphrase, "recovery": recovery_out });
    Ok(Outcome::with(format!("{folder}\n{}{shown}", recovery_out.display()), json))
}

/// Writes a line into a file that was not there, for its owner's eyes only, down to the disk; gives what is to be
/// remembered of it.
fn write_new(file: &Path, line: &str) -> Result<LooseSheet, DeskError> {
    let text = Zeroizing::new(format!("{line}\n"));
    let sheet = LooseSheet::of(file, text.as_bytes())?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(file).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map(|()| sheet).map_err(|_| DeskError::File)
}
