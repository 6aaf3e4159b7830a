//! Backups: after work beside the vault, and to a folder or a stick when asked. Owns the shape of a backup folder and how long
//! what lies in it is kept; refuses to call anything a backup before it was reopened and found whole.
//!
//! | in the folder | holds |
//! | --- | --- |
//! | `20261124T153000Z/register.db` | the database, encrypted like the vault's |
//! | `20261124T153000Z/keys` | the sealed data key and the officers' slots |
//! | `20261124T153000Z/files` | which files belong to it, by address |
//! | `20261124T153000Z/anchor` | the signed end of the audit |
//! | `attachments/` | every file of every backup here, once |

use crate::{Desk, anchors, failure::DeskError, reading::count, views::BackupLine};
use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};
use vault::files;

const STAMP: &str = "%Y%m%dT%H%M%SZ";
const DAYS: usize = 7;
const WEEKS: usize = 4;
/// Another one is not made sooner, however often the vault is locked; what is due is made at a later lock.
const SOONEST: TimeDelta = TimeDelta::minutes(15);
const DUE: &str = "backup-due";
const FAILED: &str = "backup-failed";
pub(crate) const LIST_LIMIT: u64 = 16 * 1024 * 1024;

/// Where the backups lie that are made after work.
pub(crate) fn own_folder(vault: &Path) -> PathBuf {
    vault.join("backups")
}

impl Desk {
    /// Writes a backup to a folder of the officer's choice, a stick for instance, and proves it by reopening it.
    ///
    /// # Errors
    /// [`DeskError::Register`] or [`DeskError::Vault`] when the disk refuses or the copy is not whole; what lay there before
    /// is untouched then.
    pub fn backup_to(&mut self, folder: &Path) -> Result<BackupLine, DeskError> {
        let name = free_name(folder, self.now());
        // Before it is made, so that the copy itself knows of it.
        let entry = self.audit_entry("backup", &name, "elsewhere");
        self.register.audit(&entry)?;
        let missing = self.snapshot(folder, &name)?;
        self.line(&name, Some(folder), missing)
    }

    /// Makes a backup beside the vault before the app is updated to `version`, and proves it by reopening it.
    ///
    /// # Errors
    /// As [`Desk::backup_to`].
    pub(crate) fn backup_before(&mut self, version: &str) -> Result<BackupLine, DeskError> {
        let own = own_folder(self.vault.folder());
        let name = free_name(&own, self.now());
        let entry = self.audit_entry("backup", &name, version);
        self.register.audit(&entry)?;
        let missing = self.snapshot(&own, &name)?;
        self.line(&name, Some(&own), missing)
    }

    /// The backups beside the vault and, from the audit, those that were written elsewhere; newest first.
    ///
    /// # Errors
    /// [`DeskError::Register`], [`DeskError::Vault`].
    pub fn backups(&self) -> Result<Vec<BackupLine>, DeskError> {
        let own = own_folder(self.vault.folder());
        let mut lines = Vec::new();
        for (name, _) in stamps(&own)? {
            lines.push(self.line(&name, Some(&own), 0)?);
        }
        for row in self.register.audit_entries(0, usize::MAX)? {
            if row.act == "backup" && row.detail == "elsewhere" {
                lines.push(self.line(&row.object, None, 0)?);
            }
        }
        lines.sort_by(|a, b| b.name.cmp(&a.name));
        Ok(lines)
    }

    /// Why the last backup after work was not made, as an error's code.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn backup_trouble(&self) -> Result<Option<String>, DeskError> {
        Ok(self.register.setting(FAILED)?)
    }

    /// Makes a backup when work was done since the last. It never keeps a vault from being locked: what went wrong is kept
    /// for the next unlock.
    pub(crate) fn backup_after_work(&mut self) {
        let outcome = self.backup_if_due();
        let code = outcome.as_ref().err().map(DeskError::code);
        if self.register.setting(FAILED).ok().flatten().as_deref() != code {
            // A disk that refuses this row too has said so already.
            let _told = self.register.set_setting(FAILED, code);
        }
    }

    fn backup_if_due(&mut self) -> Result<(), DeskError> {
        let due = self.register.setting(DUE)?.is_some();
        if !(self.worked || due) || !self.holds_a_case()? {
            return Ok(());
        }
        let own = own_folder(self.vault.folder());
        let now = self.now();
        let last = stamps(&own)?.into_iter().map(|(_, at)| at).max();
        if last.is_some_and(|last| last <= now && now - last < SOONEST) {
            if !due {
                self.register.set_setting(DUE, Some("yes"))?;
            }
            return Ok(());
        }
        self.register.set_setting(DUE, None)?;
        self.snapshot(&own, &free_name(&own, now))?;
        prune(&own)?;
        // Files that no key opens any more: of an import that a crash cut off, of somebody who was erased.
        self.sweep_own_files()
    }

    /// After a new data key: a new backup, and then none with the old key any more.
    pub(crate) fn renew_backups(&mut self) -> Result<(), DeskError> {
        let own = own_folder(self.vault.folder());
        let old = stamps(&own)?;
        if old.is_empty() {
            return Ok(());
        }
        let name = free_name(&own, self.now());
        self.snapshot(&own, &name)?;
        for (stale, _) in old.into_iter().filter(|(stale, _)| *stale != name) {
            fs::remove_dir_all(own.join(stale)).map_err(|_| disk())?;
        }
        sweep_pool(&own)
    }

    /// One backup under `root`: written under another name, proven, then renamed. Gives how many files were not there.
    fn snapshot(&mut self, root: &Path, name: &str) -> Result<u32, DeskError> {
        let pool = root.join("attachments");
        files::create_private_folder(&pool)?;
        files::sweep_drafts(&pool)?;
        let part = root.join(format!(".{name}.part"));
        if part.exists() {
            fs::remove_dir_all(&part).map_err(|_| disk())?;
        }
        files::create_private_folder(&part)?;
        let written = self.fill(&part, &pool);
        let missing = match written {
            Ok(missing) => missing,
            Err(error) => {
                // What cannot be removed now is in the way of nothing: it has no name that anybody looks for.
                let _left = fs::remove_dir_all(&part);
                return Err(error);
            }
        };
        fs::rename(&part, root.join(name)).map_err(|_| disk())?;
        Ok(missing)
    }

    fn fill(&self, part: &Path, pool: &Path) -> Result<u32, DeskError> {
        self.register.backup(&part.join("register.db"), self.data_key())?;
        let kit = vault::kit::Kit::of(&self.vault)?.to_bytes()?;
        files::atomic_write(&part.join("keys"), &kit)?;
        vault::kit::Kit::from_bytes(&files::read_at_most(&part.join("keys"), vault::kit::MAX_LENGTH)?)?;
        files::atomic_write(&part.join("anchor"), anchors::line(self)?.as_bytes())?;
        let from = vault::attachments_path(self.vault.folder());
        let (mut list, mut missing) = (String::new(), 0);
        for address in self.register.attachment_addresses()? {
            if copy_file(&from.join(&address), &pool.join(&address))? {
                list.push_str(&address);
                list.push('\n');
            } else {
                missing += 1;
            }
        }
        files::atomic_write(&part.join("files"), list.as_bytes())?;
        Ok(missing)
    }

    pub(crate) fn line(
        &self,
        name: &str,
        root: Option<&Path>,
        missing: u32,
    ) -> Result<BackupLine, DeskError> {
        let at = moment(name).ok_or(DeskError::NoBackup)?;
        let list = match root {
            Some(root) => listed(&root.join(name))?.len(),
            None => 0,
        };
        let zone = self.zone()?;
        Ok(BackupLine {
            name: name.to_owned(),
            at: at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
            place: root.map(|root| root.join(name).display().to_string()).unwrap_or_default(),
            files: count(list),
            missing,
        })
    }
}

/// When a backup was made, from its name.
pub(crate) fn moment(name: &str) -> Option<DateTime<Utc>> {
    NaiveDateTime::parse_from_str(name, STAMP).ok().map(|at| at.and_utc())
}

/// The backups in a folder with when they were made, oldest first.
pub(crate) fn stamps(root: &Path) -> Result<Vec<(String, DateTime<Utc>)>, DeskError> {
    let entries = match fs::read_dir(root) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(|_| disk())?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let name = entry.map_err(|_| disk())?.file_name();
        let Some(name) = name.to_str() else { continue };
        if let Some(at) = moment(name) {
            found.push((name.to_owned(), at));
        }
    }
    found.sort();
    Ok(found)
}

/// The files that a backup names.
pub(crate) fn listed(backup: &Path) -> Result<Vec<String>, DeskError> {
    let bytes = files::read_at_most(&backup.join("files"), LIST_LIMIT)?;
    let text = String::from_utf8(bytes).map_err(|_| DeskError::NoBackup)?;
    // An address and nothing else: no name from a stick becomes a path.
    let is_address = |line: &&str| line.len() == 64 && line.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok(text.lines().filter(is_address).map(str::to_owned).collect())
}

/// Keeps the last backup of each of seven days and of each of four weeks.
fn prune(root: &Path) -> Result<(), DeskError> {
    for name in expired(&stamps(root)?) {
        fs::remove_dir_all(root.join(name)).map_err(|_| disk())?;
    }
    sweep_pool(root)
}

fn expired(stamps: &[(String, DateTime<Utc>)]) -> Vec<String> {
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut gone = Vec::new();
    for (name, at) in stamps.iter().rev() {
        let (day, week) = (at.date_naive(), (at.iso_week().year(), at.iso_week().week()));
        let for_day = days.len() < DAYS && days.insert(day);
        let for_week = weeks.len() < WEEKS && weeks.insert(week);
        if !for_day && !for_week {
            gone.push(name.clone());
        }
    }
    gone
}

/// The name of a backup that is made now: of the next second in which none was, so that it takes no other's place.
fn free_name(root: &Path, now: DateTime<Utc>) -> String {
    let mut at = now;
    loop {
        let name = at.format(STAMP).to_string();
        if !root.join(&name).exists() {
            return name;
        }
        at += TimeDelta::seconds(1);
    }
}

/// Removes files that no backup here names any more.
fn sweep_pool(root: &Path) -> Result<(), DeskError> {
    let mut kept = BTreeSet::new();
    for (name, _) in stamps(root)? {
        kept.extend(listed(&root.join(name))?);
    }
    for entry in fs::read_dir(root.join("attachments")).map_err(|_| disk())? {
        let entry = entry.map_err(|_| disk())?;
        if !entry.file_name().to_str().is_some_and(|name| kept.contains(name)) {
            files::remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Copies a sealed file where it is not yet; false when there is nothing to copy.
pub(crate) fn copy_file(from: &Path, to: &Path) -> Result<bool, DeskError> {
    let Ok(size) = fs::metadata(from).map(|file| file.len()) else { return Ok(false) };
    if fs::metadata(to).is_ok_and(|there| there.len() == size) {
        return Ok(true);
    }
    let mut draft = files::Draft::beside(to)?;
    let mut source = fs::File::open(from).map_err(|_| disk())?;
    let copied = io::copy(&mut source, &mut draft).map_err(|_| disk())?;
    if copied != size {
        return Err(disk());
    }
    draft.put(to)?;
    Ok(true)
}

pub(crate) fn disk() -> DeskError {
    register::RegisterError::Disk.into()
}

#[cfg(test)]
mod tests {
    use super::{expired, moment};

    #[test]
    fn seven_days_and_four_weeks_are_kept() {
        let mut names = Vec::new();
        for day in 1..=30 {
            names.push(format!("202611{day:02}T080000Z"));
            names.push(format!("202611{day:02}T170000Z"));
        }
        let stamps: Vec<_> = names.iter().map(|name| (name.clone(), moment(name).unwrap())).collect();
        let gone = expired(&stamps);
        let kept: Vec<_> = names.iter().filter(|name| !gone.contains(name)).collect();
        assert!(kept.iter().all(|name| name.ends_with("T170000Z")), "{kept:?}");
        // The 24th to the 30th, and the last day of each week before: the 22nd and the 15th. The week of the 30th and that
        // of the 29th are two of the four.
        assert_eq!(kept.len(), 9, "{kept:?}");
    }

    #[test]
    fn only_a_stamp_is_a_backup() {
        assert!(moment("20261124T153000Z").is_some());
        for name in ["attachments", ".20261124T153000Z.part", "20261324T153000Z", "../20261124T153000Z"] {
            assert!(moment(name).is_none(), "{name}");
        }
    }
}
