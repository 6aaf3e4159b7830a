//! Readable copies at large. Owns the one way by which readable bytes come to a place that an officer chose, and the question
//! at the next unlock whether they still lie there. Refuses to delete anything but the very file that was written, to follow
//! a link, and to tell the audit, a log or an error where one lay.

use crate::{Desk, failure::DeskError, views::LooseLine};
use casework::private::Private;
use register::{Fate, LooseCopy};
use sha2::{Digest as _, Sha256};
use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::Path,
};
use vault::files::Draft;

/// What is readable, and which copy of the ledger it is.
pub(crate) struct Readable<'a> {
    /// A word of the dictionary follows: `loose-sort-dossier`.
    pub(crate) sort: &'static str,
    /// The code or the number in the ledger; empty where it stands in none.
    pub(crate) mark: &'a str,
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
}

/// A sheet with a recovery key that was written while no vault was open to remember it.
#[derive(Debug)]
pub struct LooseSheet {
    path: Private<String>,
    size: u64,
    hash: [u8; 32],
}

impl LooseSheet {
    /// What is to be remembered of the sheet with these bytes at `path`; asked for before it is written.
    ///
    /// # Errors
    /// [`DeskError::OddPath`].
    pub fn of(path: &Path, bytes: &[u8]) -> Result<Self, DeskError> {
        Ok(Self { path: place(path)?, size: length(bytes), hash: Sha256::digest(bytes).into() })
    }
}

/// Begins a readable file beside a place that can be remembered.
///
/// # Errors
/// [`DeskError::OddPath`]; [`DeskError::Vault`] when the disk refuses.
pub(crate) fn begin(path: &Path, bytes: &[u8]) -> Result<Draft, DeskError> {
    place(path)?;
    let mut draft = Draft::beside(path)?;
    draft
        .write_all(bytes)
        .map_err(|error| vault::Error::Disk { what: vault::Part::File, kind: error.kind() })?;
    Ok(draft)
}

/// What is seen of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sight {
    /// The very file lies there.
    Here,
    /// The folder cannot be looked into: a stick that is not in.
    Away,
    /// The folder is there and the file is not.
    Gone,
    /// Something else lies there: other bytes, a link, a folder.
    Changed,
}

impl Desk {
    /// Puts a draft of readable bytes in its place, after it was written down that it is about to lie there.
    ///
    /// # Errors
    /// [`DeskError::Register`] or [`DeskError::Vault`] when the disk refuses. Nothing lies there then, but for a disk that fails
    /// after it took the file: the next look tells.
    pub(crate) fn put_readable(
        &mut self,
        draft: Draft,
        path: &Path,
        readable: &Readable<'_>,
    ) -> Result<(), DeskError> {
        let size = length(readable.bytes);
        let hash: [u8; 32] = Sha256::digest(readable.bytes).into();
        self.note_loose((readable.sort, readable.mark), place(path)?, (size, hash))?;
        Ok(draft.put(path)?)
    }

    /// Writes a page for the safe, whole or not at all, and remembers that it lies there.
    ///
    /// # Errors
    /// As the disk refuses; [`DeskError::OddPath`].
    pub fn write_sheet(&mut self, path: &Path, bytes: &[u8]) -> Result<(), DeskError> {
        let draft = begin(path, bytes)?;
        self.put_readable(draft, path, &Readable { sort: "recovery", mark: "", bytes })
    }

    /// Remembers a page for the safe that was written while no vault was open.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn remember_sheet(&mut self, sheet: &LooseSheet) -> Result<(), DeskError> {
        self.note_loose(("recovery", ""), sheet.path.clone(), (sheet.size, sheet.hash))
    }

    fn note_loose(
        &mut self,
        (sort, mark): (&str, &str),
        path: Private<String>,
        (size, hash): (u64, [u8; 32]),
    ) -> Result<(), DeskError> {
        let copy = LooseCopy {
            at: self.now(),
            sort: sort.to_owned(),
            mark: mark.to_owned(),
            path,
            size,
            hash,
            author: self.officer,
        };
        self.register.note_loose(&copy)?;
        Ok(())
    }

    /// Looks at the unlock what became of every copy that was written before.
    pub(crate) fn look_for_loose(&mut self) -> Result<(), DeskError> {
        let seen = self.seen_loose()?;
        self.ask_about = seen.iter().filter(|(_, _, sight)| *sight == Sight::Here).map(|one| one.0).collect();
        Ok(())
    }

    /// Every readable copy of which it is not known what became of it, oldest first. What is gone or was replaced is noted as
    /// such on the way.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn loose(&mut self) -> Result<Vec<LooseLine>, DeskError> {
        let seen = self.seen_loose()?;
        let zone = self.zone()?;
        let words = self.words();
        let line = |(number, copy, sight): (u32, LooseCopy, Sight)| LooseLine {
            number,
            at: copy.at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
            sort_word: words.get(&format!("loose-sort-{}", copy.sort)).into_owned(),
            sort: copy.sort,
            mark: copy.mark,
            path: copy.path.into_inner(),
            here: sight == Sight::Here,
            asked: sight == Sight::Here && self.ask_about.contains(&number),
        };
        Ok(seen.into_iter().map(line).collect())
    }

    /// Deletes the files of these numbers, each only while it is the very file that was written. The bytes on the disk are
    /// not written over: a stick or an SSD may keep traces.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`]; [`DeskError::AnotherFile`] when something else lies there, which is noted and stays;
    /// [`DeskError::NotDeleted`] when the system refuses. Those before it in the list are deleted then.
    pub fn delete_loose(&mut self, numbers: &[u32]) -> Result<Vec<LooseLine>, DeskError> {
        for number in numbers {
            let copy = self.open_loose(*number)?;
            let path = Path::new(copy.path.reveal());
            match look(&copy) {
                Sight::Gone => self.close_loose(*number, &copy.sort, Fate::Gone)?,
                Sight::Changed => {
                    self.close_loose(*number, &copy.sort, Fate::Changed)?;
                    return Err(DeskError::AnotherFile);
                }
                Sight::Away => return Err(DeskError::NotDeleted),
                Sight::Here => {
                    vault::files::remove(path).map_err(|_| DeskError::NotDeleted)?;
                    self.close_loose(*number, &copy.sort, Fate::Deleted)?;
                }
            }
        }
        self.loose()
    }

    /// Leaves these copies where they are; they are asked about at the next unlock.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`], [`DeskError::Register`].
    pub fn keep_loose(&mut self, numbers: &[u32]) -> Result<Vec<LooseLine>, DeskError> {
        for number in numbers {
            let copy = self.open_loose(*number)?;
            let entry = self.audit_entry("loose-kept", &number.to_string(), &copy.sort);
            self.register.audit(&entry)?;
            self.ask_about.remove(number);
        }
        self.loose()
    }

    /// Asks about these copies no more: they were handed over, or lie where they should. The place is forgotten.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`], [`DeskError::NoSuchCopy`], [`DeskError::Register`].
    pub fn settle_loose(&mut self, numbers: &[u32], reason: &str) -> Result<Vec<LooseLine>, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        for number in numbers {
            let copy = self.open_loose(*number)?;
            self.close_loose(*number, &copy.sort, Fate::Settled(reason))?;
        }
        self.loose()
    }

    fn open_loose(&self, number: u32) -> Result<LooseCopy, DeskError> {
        let found = self.register.loose()?.into_iter().find(|(open, _)| *open == number);
        found.map(|(_, copy)| copy).ok_or(DeskError::NoSuchCopy)
    }

    fn seen_loose(&mut self) -> Result<Vec<(u32, LooseCopy, Sight)>, DeskError> {
        let mut seen = Vec::new();
        for (number, copy) in self.register.loose()? {
            match look(&copy) {
                Sight::Gone => self.close_loose(number, &copy.sort, Fate::Gone)?,
                Sight::Changed => self.close_loose(number, &copy.sort, Fate::Changed)?,
                sight => seen.push((number, copy, sight)),
            }
        }
        Ok(seen)
    }

    fn close_loose(&mut self, number: u32, sort: &str, fate: Fate<'_>) -> Result<(), DeskError> {
        let (act, detail) = match fate {
            Fate::Gone => ("loose-gone", sort),
            Fate::Changed => ("loose-changed", sort),
            Fate::Deleted => ("loose-deleted", sort),
            Fate::Settled(reason) => ("loose-settled", reason),
        };
        let entry = self.audit_entry(act, &number.to_string(), detail);
        self.register.close_loose(number, fate, &entry)?;
        self.ask_about.remove(&number);
        Ok(())
    }
}

/// Looks without following a link, and reads no more than the copy was long.
fn look(copy: &LooseCopy) -> Sight {
    let path = Path::new(copy.path.reveal());
    let found = match fs::symlink_metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return if path.parent().is_some_and(Path::is_dir) { Sight::Gone } else { Sight::Away };
        }
        Err(_) => return Sight::Away,
    };
    if !found.is_file() || found.len() != copy.size {
        return Sight::Changed;
    }
    match digest(path, copy.size) {
        Ok(hash) if hash == copy.hash => Sight::Here,
        Ok(_) => Sight::Changed,
        Err(_) => Sight::Away,
    }
}

fn digest(path: &Path, size: u64) -> io::Result<[u8; 32]> {
    let mut file = File::open(path)?.take(size.saturating_add(1));
    let (mut hasher, mut block) = (Sha256::new(), [0; 16 * 1024]);
    loop {
        let read = file.read(&mut block)?;
        if read == 0 {
            return Ok(hasher.finalize().into());
        }
        hasher.update(block.get(..read).unwrap_or_default());
    }
}

/// A place from the root, as it can be kept.
fn place(path: &Path) -> Result<Private<String>, DeskError> {
    let path = std::path::absolute(path).map_err(|_| DeskError::OddPath)?;
    path.to_str().map(|path| Private::new(path.to_owned())).ok_or(DeskError::OddPath)
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}
