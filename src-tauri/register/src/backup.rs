//! Backups of the register. Owns writing one and proving it; refuses to call a file a backup before it was reopened with
//! the same key and found whole.

use crate::{
    Register,
    error::{RegisterError, Result},
    keying::{self, Key},
};
use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};
use std::{fs, path::Path};

/// How many pages are copied before it is told how many there are left.
const PAGES: std::ffi::c_int = 1000;

impl Register {
    /// Writes an encrypted copy of the whole register to `path`, replacing what an earlier backup left there, and proves
    /// it by opening it again with `key`.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], or [`RegisterError::Damaged`] when the copy is not whole; no file is left then.
    pub fn backup(&self, path: &Path, key: Key<'_>) -> Result<()> {
        write(&self.conn, path, key)
    }
}

/// Copies the database of `from` into a keyed file at `path`: under another name first, so that `path` is whole or absent.
pub(crate) fn write(from: &Connection, path: &Path, key: Key<'_>) -> Result<()> {
    write_told(from, path, key, &mut |_, _| ())
}

/// The same, telling how many pages of how many are copied.
pub(crate) fn write_told(
    from: &Connection,
    path: &Path,
    key: Key<'_>,
    told: &mut dyn FnMut(u64, u64),
) -> Result<()> {
    let part = path.with_extension("part");
    remove(&part)?;
    let copied = copy(from, &part, key, told).and_then(|()| prove(&part, key));
    match copied {
        Ok(()) => {
            fs::rename(&part, path)?;
            if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                fs::File::open(folder).and_then(|folder| folder.sync_all()).ok();
            }
            Ok(())
        }
        Err(error) => {
            remove(&part)?;
            Err(error)
        }
    }
}

fn copy(from: &Connection, part: &Path, key: Key<'_>, told: &mut dyn FnMut(u64, u64)) -> Result<()> {
    let mut into = keying::create(part, key)?;
    let copying = Backup::new(from, &mut into)?;
    loop {
        let step = copying.step(PAGES)?;
        let stands = copying.progress();
        let pages = |count: std::ffi::c_int| u64::try_from(count).unwrap_or(0);
        told(pages(stands.pagecount.saturating_sub(stands.remaining)), pages(stands.pagecount));
        match step {
            StepResult::Done => break,
            StepResult::More => {}
            _ => return Err(RegisterError::Busy),
        }
    }
    drop(copying);
    into.query_row(sql!("checkpoint"), [], |_| Ok(()))?;
    into.close().map_err(|(_, error)| error)?;
    fs::File::open(part)?.sync_all()?;
    Ok(())
}

/// Proves that the file at `part` is a register under this key and whole.
///
/// # Errors
/// [`RegisterError::Plaintext`], [`RegisterError::WrongKey`], [`RegisterError::Damaged`].
pub fn prove(part: &Path, key: Key<'_>) -> Result<()> {
    keying::refuse_plaintext(part)?;
    let copy = keying::open(part, key)?;
    intact(&copy)?;
    copy.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Every page is as it was written, and the tables fit each other.
pub(crate) fn intact(conn: &Connection) -> Result<()> {
    let none = |statement: &str, what| -> Result<()> {
        let mut check = conn.prepare(statement)?;
        if check.exists([])? { Err(RegisterError::Damaged(what)) } else { Ok(()) }
    };
    none(sql!("cipher_integrity_check"), "a page was changed outside the app")?;
    let verdict: String = conn.query_row(sql!("quick_check"), [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(RegisterError::Damaged("the tables do not fit their indexes"));
    }
    none(sql!("foreign_key_check"), "a row points at nothing")
}

fn remove(part: &Path) -> Result<()> {
    let mut names = vec![part.to_path_buf()];
    for end in ["-wal", "-shm"] {
        let mut name = part.as_os_str().to_owned();
        name.push(end);
        names.push(name.into());
    }
    for name in names {
        match fs::remove_file(&name) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}
