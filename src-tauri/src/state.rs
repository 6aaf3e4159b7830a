//! Whether the window's desk is closed, being made or open. Owns the one desk, the watch over it and the wait after wrong
//! passphrases; refuses every command while it is closed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use desk::views::{NewVault, Refused, Status, UpdateView, VaultStarted};
use desk::{Desk, DeskError, Lang, LooseSheet, NewDesk, Phase, Vigil, Why};

use zeroize::Zeroizing;

use crate::ground::Ground;
use crate::lending::{self, Lending};
use crate::system::Clipboard;
use crate::telling::Telling;

/// What the commands of the window share.
pub(crate) struct Shell {
    ground: Ground,
    room: Mutex<Room>,
    /// Apart from the room, so that a long deed does not keep the watch from being looked at. It stands only while the desk
    /// is open.
    vigil: Mutex<Option<Vigil>>,
    /// The clipboard, and the secret that is lent to it.
    lending: Mutex<Lending<Clipboard>>,
    /// The file that was picked or dropped last. The page knows that there is one, and never where.
    laid_down: Mutex<Option<PathBuf>>,
    telling: Arc<Telling>,
}

struct Room {
    lang: Lang,
    /// What was chosen while nobody was at work: whoever sits down next has chosen it.
    chosen: Option<Lang>,
    standing: Standing,
    /// When the wait for another passphrase began: with the last wrong one, or with the program.
    waiting_since: Instant,
    locked_by: Option<Why>,
    /// The pages for the safe that were written while no vault was open.
    sheets: Vec<LooseSheet>,
}

enum Standing {
    Closed,
    Beginning(Box<NewDesk>),
    Open(Box<Desk>),
}

impl Shell {
    /// A shell with a closed desk.
    pub(crate) fn new(ground: Ground, telling: Arc<Telling>) -> Self {
        let room = Room {
            lang: ground.lang(),
            chosen: None,
            standing: Standing::Closed,
            waiting_since: Instant::now(),
            locked_by: None,
            sheets: Vec::new(),
        };
        Self {
            ground,
            room: Mutex::new(room),
            vigil: Mutex::new(None),
            lending: Mutex::new(Lending::new(Clipboard::new())),
            laid_down: Mutex::new(None),
            telling,
        }
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
        self.telling.over();
        done.map_err(|error| self.ground.refused(&error, room.lang))
    }

    /// Who is told how far long work has come.
    pub(crate) fn telling(&self) -> &Telling {
        &self.telling
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

    /// Speaks another language from now on: to the officer at work, or to the one who sits down next.
    ///
    /// # Errors
    /// The app does not speak it.
    pub(crate) fn speak(&self, tag: &str) -> Result<Status, Refused> {
        self.change(|ground, room| {
            room.lang = Lang::from_tag(tag).ok_or(DeskError::BadSetting)?;
            match &mut room.standing {
                Standing::Open(desk) => desk.set_setting("lang", tag, "")?,
                Standing::Closed | Standing::Beginning(_) => room.chosen = Some(room.lang),
            }
            ground.remember_lang(room.lang);
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
                self.sit_down(room, new.finish(recovery_key)?)?;
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
            self.sit_down(room, opened?)
        })
    }

    /// Closes the desk and forgets the keys; a closed one stays closed.
    ///
    /// # Errors
    /// The disk refuses; the keys are forgotten all the same.
    pub(crate) fn lock(&self, why: Why) -> Result<Status, Refused> {
        self.lending().take_back();
        self.change(|_, room| {
            *self.vigil() = None;
            match std::mem::replace(&mut room.standing, Standing::Closed) {
                Standing::Open(desk) => {
                    room.locked_by = Some(why);
                    desk.lock()
                }
                Standing::Closed | Standing::Beginning(_) => Ok(()),
            }
        })
    }

    /// Proves an update and tells what it is, in the open desk's language.
    ///
    /// # Errors
    /// The desk is closed, or the update is not the publisher's.
    pub(crate) fn check_update(&self, file: &Path) -> Result<UpdateView, Refused> {
        self.desk(|desk| self.ground.check_update(&crate::ground::publisher()?, desk.lang(), file))
    }

    /// Lends what is shown once to the clipboard, and says for how many seconds.
    ///
    /// # Errors
    /// The desk is closed; the text is too long; the system has no clipboard.
    pub(crate) fn lend(&self, text: String) -> Result<u32, Refused> {
        let text = Zeroizing::new(text);
        self.desk(|_| {
            let lent = self.lending().lend(text, self.ground.now());
            if lent { Ok(lending::SECONDS) } else { Err(DeskError::NoClipboard) }
        })
    }

    /// Takes back from the clipboard what has lain there long enough.
    pub(crate) fn tick(&self) {
        self.lending().tick(self.ground.now());
    }

    /// True when other programs are to be kept from looking at the window: always while nobody is at work.
    pub(crate) fn shields(&self) -> bool {
        match &self.room().standing {
            Standing::Open(desk) => desk.capture_protected(),
            Standing::Closed | Standing::Beginning(_) => true,
        }
    }

    /// Somebody touched the machine.
    pub(crate) fn stir(&self) {
        if let Some(vigil) = self.vigil().as_mut() {
            vigil.stir(self.ground.now());
        }
    }

    /// Why the open desk must be closed now, if it must.
    pub(crate) fn is_over(&self) -> Option<Why> {
        self.vigil().as_mut().and_then(|vigil| vigil.over(self.ground.now()))
    }

    /// True while the desk is open.
    pub(crate) fn is_open(&self) -> bool {
        self.vigil().is_some()
    }

    /// Changes a setting, and with it what follows from it at once.
    ///
    /// # Errors
    /// As [`Desk::set_setting`].
    pub(crate) fn set(&self, name: &str, value: &str, reason: &str) -> Result<(), Refused> {
        let idle = self.desk(|desk| {
            desk.set_setting(name, value, reason)?;
            Ground::idle(desk)
        })?;
        if let Some(vigil) = self.vigil().as_mut() {
            vigil.allow(idle);
        }
        Ok(())
    }

    /// Puts a backup where the vault belongs and the vault beside it; the desk must be closed.
    ///
    /// # Errors
    /// As [`Ground::restore`]; the vault that was there is untouched then.
    pub(crate) fn restore(
        &self,
        from: &Path,
        officer: Option<&str>,
        passphrase: &str,
    ) -> Result<Status, Refused> {
        self.change(|ground, _| ground.restore(from, (officer, passphrase), true).map(drop))
    }

    /// The page for the safe.
    ///
    /// # Errors
    /// The sheets hold no key.
    pub(crate) fn recovery_sheet(
        &self,
        sheets: &[Zeroizing<String>],
        shares: bool,
    ) -> Result<Zeroizing<Vec<u8>>, Refused> {
        let lang = self.room().lang;
        self.ground.recovery_sheet(lang, sheets, shares).map_err(|error| self.ground.refused(&error, lang))
    }

    /// Writes a page for the safe to where the officer says, and says where it stands. It is remembered at once, or by the vault
    /// that is opened next.
    ///
    /// # Errors
    /// The disk refuses.
    pub(crate) fn put_sheet(&self, file: &Path, page: &[u8]) -> Result<String, Refused> {
        let mut room = self.room();
        let put = match &mut room.standing {
            Standing::Open(desk) => desk.write_sheet(file, page).map(|()| file.display().to_string()),
            Standing::Closed | Standing::Beginning(_) => {
                let sheet = LooseSheet::of(file, page);
                sheet.and_then(|sheet| {
                    let written = crate::files::write(file, page)?;
                    room.sheets.push(sheet);
                    Ok(written)
                })
            }
        };
        put.map_err(|error| self.ground.refused(&error, room.lang))
    }

    /// Opens the room, and the watch over it begins.
    fn sit_down(&self, room: &mut Room, mut desk: Desk) -> Result<(), DeskError> {
        for sheet in room.sheets.drain(..) {
            desk.remember_sheet(&sheet)?;
        }
        if let Some(lang) = room.chosen.take() {
            desk.set_setting("lang", lang.tag(), "")?;
        }
        room.lang = desk.lang();
        self.ground.remember_lang(room.lang);
        *self.vigil() = Some(Vigil::begin(Ground::idle(&desk)?, self.ground.now()));
        room.standing = Standing::Open(Box::new(desk));
        Ok(())
    }

    fn lending(&self) -> MutexGuard<'_, Lending<Clipboard>> {
        self.lending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn vigil(&self) -> MutexGuard<'_, Option<Vigil>> {
        self.vigil.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(
        &self,
        change: impl FnOnce(&Ground, &mut Room) -> Result<(), DeskError>,
    ) -> Result<Status, Refused> {
        let mut room = self.room();
        let changed = change(&self.ground, &mut room).and_then(|()| self.seen(&room));
        self.telling.over();
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
            locked_by: room.locked_by.map(|why| why.code().to_owned()),
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
