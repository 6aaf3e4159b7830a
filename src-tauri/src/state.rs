//! Whether the window's desk is closed, being made or open. Owns the one desk and the wait after wrong passphrases;
//! refuses every command while it is closed.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use desk::views::{NewVault, Refused, Status, VaultStarted};
use desk::{Desk, DeskError, Lang, NewDesk, Phase};

use crate::ground::Ground;

/// What the commands of the window share.
pub(crate) struct Shell {
    ground: Ground,
    room: Mutex<Room>,
    /// The file that was picked or dropped last. The page knows that there is one, and never where.
    laid_down: Mutex<Option<PathBuf>>,
}

struct Room {
    lang: Lang,
    standing: Standing,
    /// When the wait for another passphrase began: with the last wrong one, or with the program.
    waiting_since: Instant,
}

enum Standing {
    Closed,
    Beginning(Box<NewDesk>),
    Open(Box<Desk>),
}

impl Shell {
    /// A shell with a closed desk.
    pub(crate) fn new(ground: Ground) -> Self {
        let room = Room { lang: ground.lang(), standing: Standing::Closed, waiting_since: Instant::now() };
        Self { ground, room: Mutex::new(room), laid_down: Mutex::new(None) }
    }

    /// Does one deed at the open desk.
    ///
    /// # Errors
    /// The desk is closed, or refuses.
    pub(crate) fn desk<T>(&self, deed: impl FnOnce(&mut Desk) -> Result<T, DeskError>) -> Result<T, Refused> {
        let mut room = self.room();
        let done = match &mut room.standing {
            Standing::Open(desk) => deed(desk),
            Standing::Closed | Standing::Beginning(_) => Err(DeskError::Locked),
        };
        done.map_err(|error| self.ground.refused(&error, room.lang))
    }

    /// Keeps the file that an officer picked or dropped, for the deed that follows.
    pub(crate) fn lay_down(&self, file: PathBuf) {
        *self.laid_down.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    }

    /// The file that was laid down last, once.
    pub(crate) fn pick_up(&self) -> Option<PathBuf> {
        self.laid_down.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Empty, locked or open, and what the first screen needs.
    ///
    /// # Errors
    /// The vault cannot be read.
    pub(crate) fn status(&self) -> Result<Status, Refused> {
        let room = self.room();
        self.seen(&room).map_err(|error| self.ground.refused(&error, room.lang))
    }

    /// Speaks another language from now on.
    ///
    /// # Errors
    /// The app does not speak it.
    pub(crate) fn speak(&self, tag: &str) -> Result<Status, Refused> {
        self.change(|_, room| {
            room.lang = Lang::from_tag(tag).ok_or(DeskError::BadSetting)?;
            if let Standing::Open(desk) = &mut room.standing {
                desk.set_setting("lang", tag)?;
            }
            Ok(())
        })
    }

    /// Prepares a vault; nothing is written before its recovery key came back.
    ///
    /// # Errors
    /// The folder, the name or the passphrase will not do.
    pub(crate) fn begin(&self, input: &NewVault) -> Result<VaultStarted, Refused> {
        let mut room = self.room();
        let begun = self.ground.begin(input, room.lang);
        let (new, started) = begun.map_err(|error| self.ground.refused(&error, room.lang))?;
        room.standing = Standing::Beginning(Box::new(new));
        Ok(started)
    }

    /// Makes the prepared vault and opens it. A slip of the pen keeps what was prepared.
    ///
    /// # Errors
    /// Nothing is prepared, the key is not the one shown, or the disk refuses.
    pub(crate) fn finish(&self, recovery_key: &str) -> Result<Status, Refused> {
        self.change(|_, room| {
            let Standing::Beginning(new) = &room.standing else { return Err(DeskError::NoVault) };
            new.check(recovery_key)?;
            if let Standing::Beginning(new) = std::mem::replace(&mut room.standing, Standing::Closed) {
                room.standing = Standing::Open(Box::new(new.finish(recovery_key)?));
            }
            Ok(())
        })
    }

    /// Opens the desk for an officer.
    ///
    /// # Errors
    /// The wait is not over, the passphrase is wrong, or the vault is damaged, newer or in use.
    pub(crate) fn unlock(&self, officer: Option<&str>, passphrase: &str) -> Result<Status, Refused> {
        self.change(|ground, room| {
            match wait(ground, room)? {
                0 => {}
                seconds => return Err(DeskError::Wait(seconds)),
            }
            if matches!(room.standing, Standing::Open(_)) {
                return Ok(());
            }
            let opened = ground.unlock(officer, passphrase);
            room.waiting_since = Instant::now();
            let desk = opened?;
            room.lang = desk.lang();
            room.standing = Standing::Open(Box::new(desk));
            Ok(())
        })
    }

    /// Closes the desk and forgets the keys; a closed one stays closed.
    ///
    /// # Errors
    /// The disk refuses; the keys are forgotten all the same.
    pub(crate) fn lock(&self) -> Result<Status, Refused> {
        self.change(|_, room| match std::mem::replace(&mut room.standing, Standing::Closed) {
            Standing::Open(desk) => desk.lock(),
            Standing::Closed | Standing::Beginning(_) => Ok(()),
        })
    }

    fn change(
        &self,
        change: impl FnOnce(&Ground, &mut Room) -> Result<(), DeskError>,
    ) -> Result<Status, Refused> {
        let mut room = self.room();
        let changed = change(&self.ground, &mut room).and_then(|()| self.seen(&room));
        changed.map_err(|error| self.ground.refused(&error, room.lang))
    }

    fn seen(&self, room: &Room) -> Result<Status, DeskError> {
        if let Standing::Open(desk) = &room.standing {
            return desk.status();
        }
        Ok(Status {
            phase: self.ground.phase(),
            lang: room.lang.tag().to_owned(),
            folder: self.ground.vault().display().to_string(),
            asks_name: desk::has_several_officers(self.ground.vault()),
            wait_seconds: wait(&self.ground, room)?,
            officer: None,
            office: None,
            training: false,
        })
    }

    /// A deed that panicked left the desk as its last transaction left it, so the room may be entered again.
    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Seconds before another passphrase may be tried. After a restart the whole wait begins again.
fn wait(ground: &Ground, room: &Room) -> Result<u32, DeskError> {
    let passed = u32::try_from(room.waiting_since.elapsed().as_secs()).unwrap_or(u32::MAX);
    match ground.phase() {
        Phase::Empty => Ok(0),
        Phase::Locked | Phase::Open => Ok(ground.seconds_to_wait()?.saturating_sub(passed)),
    }
}
