//! What both shells stand on: what comes with the app, the machine's tools, and the two folders. Owns where a vault lives
//! when nobody says so; refuses to know whether one is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use desk::views::{NewVault, OfficerLet, Refused, Restored, UpdateView, VaultStarted};
use desk::{Desk, DeskError, Heard, House, Kdf, Lang, NewDesk, Phase, Publisher, Tools, Words};
use directories::ProjectDirs;
use zeroize::Zeroizing;

use crate::system;

/// The file in the configuration folder that says which language was spoken last.
const LANGUAGE: &str = "language";

/// Everything that is there before a vault is open.
pub(crate) struct Ground {
    house: Arc<House>,
    tools: Arc<Tools>,
    vault: PathBuf,
    config: PathBuf,
}

impl Ground {
    /// The ground for the vault in that folder, or in the system's usual place; `heard` is told of long work.
    ///
    /// # Errors
    /// What comes with the app is broken, or the system has no place for a person's files.
    pub(crate) fn lay(vault: Option<&Path>, heard: Heard) -> Result<Self, DeskError> {
        let usual = ProjectDirs::from("org", "Pulang", "pulang").ok_or(DeskError::Fault("home"))?;
        let vault = vault.map_or_else(|| usual.data_dir().join("vault"), Path::to_path_buf);
        Ok(Self {
            house: Arc::new(House::open()?),
            tools: Arc::new(crate::tools::of_this_machine(heard)),
            vault: std::path::absolute(vault).map_err(|_| DeskError::NoVault)?,
            config: usual.config_dir().to_path_buf(),
        })
    }

    /// Whether the folder holds a vault.
    pub(crate) fn phase(&self) -> Phase {
        desk::look(&self.vault)
    }

    /// The vault's folder.
    pub(crate) fn vault(&self) -> &Path {
        &self.vault
    }

    /// The language that this machine spoke last, or else the office's own: spoken until somebody chooses or sits down.
    pub(crate) fn lang(&self) -> Lang {
        let kept = crate::files::read_text(&self.config.join(LANGUAGE)).ok();
        let kept = kept.and_then(|tag| Lang::from_tag(tag.trim()));
        let own = || self.house.post.languages.first().and_then(|tag| Lang::from_tag(tag));
        kept.or_else(own).unwrap_or(Lang::En)
    }

    /// Keeps the language for the next start, outside the vault: a lock screen must be read before anything is open.
    pub(crate) fn remember_lang(&self, lang: Lang) {
        // Before the first vault there is no such folder, and a disk that refuses costs one choice at the next start.
        let _kept = crate::files::write(&self.config.join(LANGUAGE), lang.tag().as_bytes());
    }

    /// The time now.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.tools.now)()
    }

    /// How long nobody may touch the machine before the vault is locked.
    ///
    /// # Errors
    /// The setting cannot be read.
    pub(crate) fn idle(desk: &Desk) -> Result<TimeDelta, DeskError> {
        #[cfg(feature = "test-kdf")]
        if let Some(seconds) = seconds_of_a_journey() {
            return Ok(TimeDelta::seconds(seconds));
        }
        desk.lock_after()
    }

    /// A fresh id, for a deed or a record that is made on the command line.
    pub(crate) fn id(&self) -> String {
        (self.tools.id)().to_string()
    }

    /// Prepares a vault; nothing is written yet.
    ///
    /// # Errors
    /// As [`NewDesk::begin`].
    pub(crate) fn begin(&self, input: &NewVault, lang: Lang) -> Result<(NewDesk, VaultStarted), DeskError> {
        NewDesk::begin(self.what_is_handed_in(), (&self.vault, &self.config), input, kdf()?, lang)
    }

    /// Unlocks the vault.
    ///
    /// # Errors
    /// As [`Desk::unlock`].
    pub(crate) fn unlock(&self, officer: Option<&str>, passphrase: &str) -> Result<Desk, DeskError> {
        Desk::unlock(self.what_is_handed_in(), (&self.vault, &self.config), officer, passphrase)
    }

    /// Gives an officer a new passphrase with the recovery key.
    ///
    /// # Errors
    /// As [`desk::recover`].
    pub(crate) fn recover(
        &self,
        sheets: &[Zeroizing<String>],
        officer: Option<&str>,
        new: Option<&str>,
    ) -> Result<OfficerLet, DeskError> {
        desk::recover(self.what_is_handed_in(), &self.vault, sheets, officer, new, kdf()?)
    }

    /// Puts a backup where the vault belongs.
    ///
    /// # Errors
    /// As [`desk::restore`].
    pub(crate) fn restore(
        &self,
        from: &Path,
        who: (Option<&str>, &str),
        aside: bool,
    ) -> Result<Restored, DeskError> {
        desk::restore(self.what_is_handed_in(), (&self.vault, &self.config), from, who, aside)
    }

    /// The page for the safe.
    ///
    /// # Errors
    /// As [`desk::recovery_sheet`].
    pub(crate) fn recovery_sheet(
        &self,
        lang: Lang,
        sheets: &[Zeroizing<String>],
        shares: bool,
    ) -> Result<Zeroizing<Vec<u8>>, DeskError> {
        desk::recovery_sheet(&self.house, &self.tools, lang, sheets, shares)
    }

    /// Proves an update and tells what it is.
    ///
    /// # Errors
    /// As [`desk::check_update`].
    pub(crate) fn check_update(
        &self,
        publisher: &Publisher,
        lang: Lang,
        file: &Path,
    ) -> Result<UpdateView, DeskError> {
        desk::check_update(&self.house, publisher, lang, file)
    }

    /// Seconds that a wrong passphrase costs before the next try.
    ///
    /// # Errors
    /// The count cannot be read.
    pub(crate) fn seconds_to_wait(&self) -> Result<u32, DeskError> {
        if self.phase() == Phase::Empty { Ok(0) } else { desk::seconds_to_wait(&self.vault) }
    }

    /// The dictionary of `lang`.
    pub(crate) fn words(&self, lang: Lang) -> &Words {
        self.house.words(lang)
    }

    /// A refusal in the reader's words.
    pub(crate) fn refused(&self, error: &DeskError, lang: Lang) -> Refused {
        error.refused(&self.house, self.house.words(lang))
    }

    fn what_is_handed_in(&self) -> (Arc<House>, Arc<Tools>) {
        (Arc::clone(&self.house), Arc::clone(&self.tools))
    }
}

/// Every setting with its value; one that this system has nothing for is `none`, whatever was set.
///
/// # Errors
/// As [`Desk::settings`].
pub(crate) fn settings(desk: &Desk) -> Result<Vec<(String, String)>, DeskError> {
    let mut shown = desk.settings()?;
    for (_, value) in shown.iter_mut().filter(|(name, _)| name == desk::CAPTURE && !system::SHIELDS) {
        "none".clone_into(value);
    }
    Ok(shown)
}

/// Whose updates are taken: the publisher that this program was built for.
#[cfg(not(feature = "test-kdf"))]
pub(crate) fn publisher() -> Result<Publisher, DeskError> {
    Publisher::shipped()
}

/// A journey's own publisher, whose secret it has.
#[cfg(feature = "test-kdf")]
pub(crate) fn publisher() -> Result<Publisher, DeskError> {
    std::env::var("PULANG_PUBLISHER").map_or_else(|_| Publisher::shipped(), |text| Publisher::read(&text))
}

/// How slow a passphrase is to try: measured on this machine.
#[cfg(not(feature = "test-kdf"))]
pub(crate) fn kdf() -> Result<Kdf, DeskError> {
    Ok(Kdf::calibrate()?)
}

/// So quick that it protects nothing: journeys only, never packaged.
#[cfg(feature = "test-kdf")]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as the real one")]
pub(crate) fn kdf() -> Result<Kdf, DeskError> {
    Ok(Kdf::QUICK)
}

/// A journey cannot wait for minutes.
#[cfg(feature = "test-kdf")]
fn seconds_of_a_journey() -> Option<i64> {
    std::env::var("PULANG_IDLE_SECONDS").ok()?.parse().ok()
}
