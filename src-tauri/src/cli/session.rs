//! One run of the command line on one vault. Owns unlocking at most once, also for a whole batch; refuses to keep the
//! vault open longer than the run.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use desk::{Desk, DeskError, Lang, LooseSheet, Words};

use super::arguments::Globals;
use super::passphrase;
use crate::failure::Failure;
use crate::ground::Ground;
use crate::{process, telling};

/// A vault, open once something needs it.
pub(super) struct Session {
    pub(super) ground: Ground,
    pub(super) globals: Globals,
    desk: Option<Box<Desk>>,
    lang: Lang,
}

impl Session {
    /// A session on the vault that the arguments name; nothing is opened yet.
    ///
    /// # Errors
    /// What comes with the app is broken, or the system has no place for a person's files.
    pub(super) fn begin(globals: Globals) -> Result<Self, DeskError> {
        let spoken: Arc<OnceLock<Lang>> = Arc::default();
        let speaks = Arc::clone(&spoken);
        let heard = telling::at_the_terminal(move || Words::new(speaks.get().copied().unwrap_or(Lang::En)));
        let ground = Ground::lay(globals.vault.as_deref(), heard)?;
        let lang = globals.lang.as_deref().and_then(Lang::from_tag).unwrap_or_else(|| ground.lang());
        // Once, and for the whole run: a vault that is brought forward is not open yet, and says nothing of its language.
        let _first = spoken.set(lang);
        Ok(Self { ground, globals, desk: None, lang })
    }

    /// Does one deed at the desk, which is unlocked for the first.
    ///
    /// # Errors
    /// The vault does not open, or the desk refuses.
    pub(super) fn desk<T>(
        &mut self,
        deed: impl FnOnce(&mut Desk) -> Result<T, DeskError>,
    ) -> Result<T, Failure> {
        let mut desk = match self.desk.take() {
            Some(desk) => desk,
            None => self.unlock().map_err(|error| self.failure(&error))?,
        };
        let done = deed(&mut desk).map_err(|error| self.failure(&error));
        self.desk = Some(desk);
        done
    }

    /// Does something in another language, where one is named, and goes on in its own.
    ///
    /// # Errors
    /// What the deed fails of.
    pub(super) fn speaking<T>(
        &mut self,
        lang: Option<&str>,
        deed: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let Some(lang) = lang.and_then(Lang::from_tag) else { return deed(self) };
        // The own language is known once the vault is open.
        self.desk(|_| Ok(()))?;
        let (own, named) = (self.lang, self.globals.lang.replace(lang.tag().to_owned()));
        self.speak(lang);
        let done = deed(self);
        self.globals.lang = named;
        self.speak(own);
        done
    }

    fn speak(&mut self, lang: Lang) {
        self.lang = lang;
        if let Some(desk) = &mut self.desk {
            desk.speak(lang);
        }
    }

    /// Goes on at a desk that has just been made.
    pub(super) fn sit_down(&mut self, desk: Desk) {
        self.desk = Some(Box::new(desk));
    }

    /// The language that is spoken.
    pub(super) const fn lang(&self) -> Lang {
        self.lang
    }

    /// An error in the words of this session.
    pub(super) fn failure(&self, error: &DeskError) -> Failure {
        Failure::new(error, self.ground.refused(error, self.lang))
    }

    /// Locks the vault, if it was opened.
    ///
    /// # Errors
    /// The disk refuses; what was acknowledged is on it all the same.
    pub(super) fn close(mut self) -> Result<(), Failure> {
        let locked = self.desk.take().map_or(Ok(()), |desk| desk.lock());
        locked.map_err(|error| self.failure(&error))
    }

    fn unlock(&mut self) -> Result<Box<Desk>, DeskError> {
        if self.ground.phase() == desk::Phase::Empty {
            return Err(DeskError::NoVault);
        }
        self.sit_out_the_wait()?;
        let passphrase = passphrase::given(self.globals.passphrase_file.as_deref())?;
        let mut desk = self.ground.unlock(self.globals.officer.as_deref(), &passphrase)?;
        match self.globals.lang {
            Some(_) => desk.speak(self.lang),
            None => self.lang = desk.lang(),
        }
        let still = desk.loose()?.iter().filter(|copy| copy.asked).count();
        if still > 0 {
            process::complain(&desk.words().count("loose-still", still));
        }
        Ok(Box::new(desk))
    }

    /// Remembers a sheet with a recovery key where a vault is open or can be opened without asking; else says that nothing does.
    ///
    /// # Errors
    /// The vault does not open, or the disk refuses.
    pub(super) fn remember_sheet(&mut self, sheet: &LooseSheet) -> Result<(), Failure> {
        let opens = self.globals.passphrase_file.is_some() && self.ground.phase() == desk::Phase::Locked;
        if self.desk.is_some() || opens {
            return self.desk(|desk| desk.remember_sheet(sheet));
        }
        process::complain(&self.ground.words(self.lang).get("loose-unremembered"));
        Ok(())
    }

    /// After five wrong passphrases each further try costs its time, however often the program is started.
    fn sit_out_the_wait(&self) -> Result<(), DeskError> {
        let seconds = self.ground.seconds_to_wait()?;
        if seconds > 0 {
            process::complain(&self.ground.refused(&DeskError::Wait(seconds), self.lang).message);
            std::thread::sleep(Duration::from_secs(seconds.into()));
        }
        Ok(())
    }
}
