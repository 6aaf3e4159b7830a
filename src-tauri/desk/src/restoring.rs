//! A vault from a backup. Owns the order in which a vault comes back, so that a crash leaves what was there; refuses a backup
//! that does not open or is not whole. What is written from then on is a new life of this laptop.

use crate::{
    Desk, House, Tools, anchors,
    backups::{self, copy_file, disk, listed, stamps},
    books,
    failure::DeskError,
    reading::count,
    views::Restored,
};
use register::Key;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use vault::files;

/// Puts the backup at `from` (the newest one in it) where a vault belongs and proves it by opening it. A vault that is there
/// already is put aside when `aside` says so, and is never deleted.
///
/// # Errors
/// [`DeskError::NoBackup`]; [`DeskError::VaultExists`]; [`DeskError::Vault`] for a wrong passphrase of that time;
/// [`DeskError::Register`] when it is damaged. What was there is untouched then.
pub fn restore(
    (house, tools): (Arc<House>, Arc<Tools>),
    (folder, config): (&Path, &Path),
    from: &Path,
    (officer, passphrase): (Option<&str>, &str),
    aside: bool,
) -> Result<Restored, DeskError> {
    let (backup, name) = choose(from)?;
    let occupied = fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied && !aside {
        return Err(DeskError::VaultExists);
    }
    let work = beside(folder, "restoring")?;
    if work.exists() {
        fs::remove_dir_all(&work).map_err(|_| disk())?;
    }
    let tried = bring((&house, &tools), &backup, &work, (officer, passphrase));
    let (batches, came, missing) = match tried {
        Ok(found) => found,
        Err(error) => {
            // Named so that nobody takes it for a vault; the next attempt removes it.
            let _left = fs::remove_dir_all(&work);
            return Err(error);
        }
    };
    let put_aside = if occupied {
        Some(put_aside(folder, &(tools.now)().format("%Y%m%dT%H%M%SZ").to_string())?)
    } else {
        None
    };
    if folder.exists() && !occupied {
        fs::remove_dir(folder).map_err(|_| disk())?;
    }
    if fs::rename(&work, folder).is_err() {
        // Nothing may look lost: what was there goes back to where people look for it.
        if let Some(aside) = &put_aside {
            fs::rename(aside, folder).map_err(|_| disk())?;
        }
        return Err(disk());
    }
    let mut desk = Desk::unlock((house, tools), (folder, config), officer, passphrase)?;
    let entry = desk.audit_entry("restore", &name, "");
    desk.register.audit(&entry)?;
    desk.lock()?;
    Ok(Restored {
        name,
        batches: u32::try_from(batches).unwrap_or(u32::MAX),
        files: came,
        missing,
        aside: put_aside.map(|path| path.display().to_string()),
    })
}

pub(crate) fn choose(from: &Path) -> Result<(PathBuf, String), DeskError> {
    let name = |path: &Path| path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
    if from.join("register.db").is_file() && from.join("keys").is_file() {
        return Ok((from.to_path_buf(), name(from).ok_or(DeskError::NoBackup)?));
    }
    let (newest, _) = stamps(from)?.pop().ok_or(DeskError::NoBackup)?;
    Ok((from.join(&newest), newest))
}

/// Fills `work` from the backup and opens it as its officer would.
fn bring(
    (house, tools): (&Arc<House>, &Tools),
    backup: &Path,
    work: &Path,
    (officer, passphrase): (Option<&str>, &str),
) -> Result<(u64, u32, u32), DeskError> {
    let kit =
        files::read_at_most(&backup.join("keys"), vault::kit::MAX_LENGTH).map_err(|_| DeskError::NoBackup)?;
    files::create_private_folder(work)?;
    vault::kit::Kit::from_bytes(&kit)?.unpack(work)?;
    let path = vault::register_path(work);
    if !copy_file(&backup.join("register.db"), &path)? {
        return Err(DeskError::NoBackup);
    }
    let pool = backup.parent().ok_or(DeskError::NoBackup)?.join("attachments");
    let (mut came, mut missing) = (0, 0);
    let files = vault::attachments_path(work);
    for address in listed(backup)? {
        if copy_file(&pool.join(&address), &files.join(&address))? { came += 1 } else { missing += 1 }
    }
    let passphrase = vault::Passphrase::parse(passphrase)?;
    let unlocked = vault::open(work, officer, &passphrase)?;
    let (opened, mut register) = unlocked.settle(|key| books::open(&path, key, house, tools))?;
    let found = register.check(&path, Key(opened.data_key().expose()))?;
    let anchor = files::read_at_most(&backup.join("anchor"), backups::LIST_LIMIT)?;
    let anchor = anchors::read(&anchor).ok_or(DeskError::BadAnchor)?;
    if anchor.vault != opened.vault().to_string() || !register.audit_goes_through(anchor.head)? {
        return Err(DeskError::AuditRewritten);
    }
    if count(register.attachments()?.len()) != came + missing {
        missing = count(register.attachments()?.len()).saturating_sub(came);
    }
    register.checkpoint()?;
    Ok((found.batches, came, missing))
}

/// `vault` as `.vault.restoring` in the same folder, so that a rename moves it into place.
fn beside(folder: &Path, word: &str) -> Result<PathBuf, DeskError> {
    let name = folder.file_name().and_then(|name| name.to_str()).ok_or(DeskError::WrongUse)?;
    let parent = folder.parent().ok_or(DeskError::WrongUse)?;
    files::create_private_folder(parent)?;
    Ok(parent.join(format!(".{name}.{word}")))
}

fn put_aside(folder: &Path, stamp: &str) -> Result<PathBuf, DeskError> {
    let name = folder.file_name().and_then(|name| name.to_str()).ok_or(DeskError::WrongUse)?;
    let aside = folder.with_file_name(format!("{name}-before-{stamp}"));
    fs::rename(folder, &aside).map_err(|_| disk())?;
    Ok(aside)
}
