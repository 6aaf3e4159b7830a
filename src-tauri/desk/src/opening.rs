//! Making, unlocking and locking a vault. Owns the way in and out; refuses a vault whose recovery key has not been written
//! down and read back, and work in a vault that another process has open.

use crate::{
    Desk, House, Tools,
    draft::{Birth, Entry, REGISTER},
    failure::DeskError,
    views::{NewVault, Status, VaultStarted},
};
use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
    reference::{Mark, Reference},
    words::Lang,
};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

pub use crate::views::Phase;

/// Whether `folder` holds a vault.
pub fn look(folder: &Path) -> Phase {
    match vault::VaultId::read(folder) {
        Err(vault::Error::NotAVault) => Phase::Empty,
        _ => Phase::Locked,
    }
}

/// How many seconds must pass after the last wrong passphrase: none for five of them, then 30, doubling to 15 minutes.
///
/// # Errors
/// [`DeskError::Vault`] when the count cannot be read.
pub fn seconds_to_wait(folder: &Path) -> Result<u32, DeskError> {
    let delay = vault::failures::delay_after(vault::failures::count(folder)?);
    Ok(u32::try_from(delay.as_secs()).unwrap_or(u32::MAX))
}

/// True when the vault has several officers and so asks for a name. A folder that cannot be read asks for none: unlocking it
/// then says what is wrong.
pub fn has_several_officers(folder: &Path) -> bool {
    vault::officers_of(folder).is_ok_and(|count| count > 1)
}

/// A vault that exists as soon as its recovery key has been read back.
pub struct NewDesk {
    house: Arc<House>,
    tools: Arc<Tools>,
    config: PathBuf,
    vault: vault::NewVault,
    officer: String,
    office: String,
    pub(crate) joins: bool,
    lang: Lang,
}

impl NewDesk {
    /// Prepares a vault in memory: nothing is written yet. `config` is the system's configuration folder for the app,
    /// outside the vault.
    ///
    /// # Errors
    /// [`DeskError::BadOffice`]; [`DeskError::Vault`] for a folder in use, a weak passphrase or an unusable name.
    pub fn begin(
        (house, tools): (Arc<House>, Arc<Tools>),
        (folder, config): (&Path, &Path),
        input: &NewVault,
        kdf: vault::Kdf,
        lang: Lang,
    ) -> Result<(Self, VaultStarted), DeskError> {
        // However it is typed; it has no small letters of its own.
        let office = input.office.trim().to_ascii_uppercase();
        if !Reference::is_office(&office) {
            return Err(DeskError::BadOffice);
        }
        let own = input.passphrase.as_deref();
        let passphrase = match own {
            Some(typed) => vault::NewPassphrase::choose(typed, &input.officer)?,
            None => vault::NewPassphrase::generate()?,
        };
        let vault = vault::NewVault::prepare(folder, &input.officer, &passphrase, kdf)?;
        let started = VaultStarted {
            passphrase: own.is_none().then(|| passphrase.reveal().to_owned()),
            recovery_key: vault.recovery().to_text().to_string(),
        };
        let (officer, joins) = (input.officer.clone(), input.joins);
        let config = config.to_path_buf();
        Ok((Self { house, tools, config, vault, officer, office, joins, lang }, started))
    }

    /// True when `typed` is this vault's recovery key, so that a slip of the pen costs another try and no vault.
    ///
    /// # Errors
    /// [`DeskError::Vault`] when it is mistyped or another one.
    pub fn check(&self, typed: &str) -> Result<(), DeskError> {
        let read = vault::recovery::RecoveryKey::parse(typed)?;
        if read.to_text() == self.vault.recovery().to_text() {
            Ok(())
        } else {
            Err(vault::Error::WrongRecoveryKey.into())
        }
    }

    /// Writes the vault and opens it. It begins with its first officer and the authorities of the post, and founds its office
    /// unless it is to join one.
    ///
    /// # Errors
    /// As [`NewDesk::check`]; [`DeskError::Vault`] or [`DeskError::Register`] when the disk refuses.
    pub fn finish(self, typed: &str) -> Result<Desk, DeskError> {
        self.check(typed)?;
        let Self { house, tools, config, vault, officer, office, joins, lang } = self;
        let opened = vault.finish(&vault::recovery::RecoveryKey::parse(typed)?)?;
        let path = vault::register_path(opened.folder());
        let register = crate::books::make(&path, opened.data_key(), &house)?;
        let mut desk = Desk::begin((house, tools), opened, register, &config, &officer, &office, lang)?;
        if !joins {
            desk.lay_the_office()?;
        }
        Ok(desk)
    }
}

impl Desk {
    /// Unlocks the vault in `folder`.
    ///
    /// # Errors
    /// [`DeskError::NoVault`]; [`DeskError::Vault`] for a wrong passphrase, a missing name or a vault in use;
    /// [`DeskError::Register`] for a database that is damaged or of a newer app.
    pub fn unlock(
        (house, tools): (Arc<House>, Arc<Tools>),
        (folder, config): (&Path, &Path),
        officer: Option<&str>,
        passphrase: &str,
    ) -> Result<Self, DeskError> {
        let passphrase = vault::Passphrase::parse(passphrase)?;
        let unlocked = vault::open(folder, officer, &passphrase)?;
        let path = vault::register_path(folder);
        let (opened, register) = unlocked.settle(|key| crate::books::open(&path, key, &house, &tools))?;
        Self::resume((house, tools), opened, register, config)
    }

    /// Backs up what was done, signs the log's heads, folds the journal away and wipes the keys.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the disk refuses; what was acknowledged is on it all the same.
    pub fn lock(mut self) -> Result<(), DeskError> {
        self.backup_after_work();
        let Self { register, keys, .. } = self;
        register.close(&mut |statement| exchange::sign_head(&keys.signing, statement))?;
        Ok(())
    }

    /// Gives this officer another passphrase: one's own, or a generated one, which is returned to be shown once. Nobody else's
    /// slot is touched.
    ///
    /// # Errors
    /// [`DeskError::Vault`] for a wrong old passphrase or a weak new one; the old one then still opens the vault.
    pub fn change_passphrase(
        &mut self,
        old: &str,
        new: Option<&str>,
        kdf: vault::Kdf,
    ) -> Result<Option<String>, DeskError> {
        let slot = self.vault.officer().ok_or(DeskError::Fault("officer"))?;
        let old = vault::Passphrase::parse(old)?;
        let chosen = match new {
            Some(typed) => vault::NewPassphrase::choose(typed, &self.status()?.officer.unwrap_or_default())?,
            None => vault::NewPassphrase::generate()?,
        };
        self.vault.change_passphrase(slot, &old, &chosen, kdf)?;
        let entry = self.audit_entry("passphrase", "", "");
        self.register.audit(&entry)?;
        Ok(new.is_none().then(|| chosen.reveal().to_owned()))
    }

    /// What the window needs to know before anything else.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn status(&self) -> Result<Status, DeskError> {
        let show = self.show(&[])?;
        let officer = self.records(&[self.officer])?;
        Ok(Status {
            phase: Phase::Open,
            lang: self.lang.tag().to_owned(),
            folder: self.vault.folder().display().to_string(),
            asks_name: self.vault.officers().count() > 1,
            wait_seconds: 0,
            locked_by: None,
            officer: officer.first().map(|record| show.link(record).title),
            office: Some(self.office()?),
            training: self.is_training()?,
        })
    }

    fn resume(
        (house, tools): (Arc<House>, Arc<Tools>),
        vault: vault::Opened,
        register: register::Register,
        config: &Path,
    ) -> Result<Self, DeskError> {
        let kept = register.device_keys()?.ok_or(DeskError::Fault("device"))?;
        let keys = vault::device::DeviceKeys::from_bytes(&kept)?;
        let (counters, renewed) = vault::counters::Counters::open(vault.folder(), config, vault.vault())?;
        let slot = vault.officer().ok_or(DeskError::Fault("officer"))?;
        let mut register = register;
        crate::staff::join_slots(&vault, &mut register)?;
        let officer = register.setting(&officer_setting(slot))?;
        let officer = officer
            .and_then(|text| RecordId::from_canonical(&text).ok())
            .ok_or(DeskError::Fault("officer"))?;
        let mut desk =
            Self::at_work((house, tools), (vault, register), (keys, counters), (officer, Lang::En));
        desk.lang = desk.language_kept()?.unwrap_or(Lang::En);
        let life = journal::Incarnation(*desk.counters.incarnation().as_bytes());
        if desk.register.identity().is_none_or(|(_, present)| present != life) || renewed.is_some() {
            desk.register.begin_life(life, desk.now())?;
        }
        desk.notice_a_life_that_is_over()?;
        desk.settle_mark()?;
        let entry = desk.audit_entry("unlock", "", "");
        desk.register.audit(&entry)?;
        desk.look_for_loose()?;
        Ok(desk)
    }

    /// An officer at a desk on which nothing lies yet, and that numbers with letters of its own until it is settled.
    fn at_work(
        (house, tools): (Arc<House>, Arc<Tools>),
        (vault, register): (vault::Opened, register::Register),
        (keys, counters): (vault::device::DeviceKeys, vault::counters::Counters),
        (officer, lang): (RecordId, Lang),
    ) -> Self {
        let mark = Mark::drawn((tools.seed)());
        Self {
            house,
            tools,
            vault,
            register,
            keys,
            counters,
            lang,
            officer,
            mark,
            roster: None,
            preview: None,
            table: None,
            bundle: None,
            ask_about: std::collections::BTreeSet::new(),
            worked: false,
        }
    }

    /// The first deed of a vault: its officer and the authorities of its post.
    fn begin(
        (house, tools): (Arc<House>, Arc<Tools>),
        vault: vault::Opened,
        register: register::Register,
        config: &Path,
        officer: &str,
        office: &str,
        lang: Lang,
    ) -> Result<Self, DeskError> {
        let keys = vault::device::DeviceKeys::generate()?;
        let (counters, _) = vault::counters::Counters::open(vault.folder(), config, vault.vault())?;
        let me = RecordId((tools.id)());
        let device = journal::DeviceId(*RecordId((tools.id)()).0.as_bytes());
        let slot = vault.officer();
        let mut desk = Self::at_work((house, tools), (vault, register), (keys, counters), (me, lang));
        desk.register.set_device(device, &desk.keys.to_bytes())?;
        desk.register
            .begin_life(journal::Incarnation(*desk.counters.incarnation().as_bytes()), desk.now())?;
        if let Some(slot) = slot {
            desk.register.set_setting(&officer_setting(slot), Some(&me.to_string()))?;
        }
        desk.settle_in(office, lang)?;
        desk.settle_mark()?;
        let (births, entries) = desk.first_records(officer)?;
        let deed = desk.new_deed();
        desk.do_deed(deed, "vault-made", births, entries)?;
        Ok(desk)
    }

    fn first_records(&self, officer: &str) -> Result<(Vec<Birth>, Vec<Entry>), DeskError> {
        let mut births = vec![birth(self.officer, "officer")?];
        let mut entries = vec![known(self.officer, "name", officer)?, known(self.officer, "role", "head")?];
        let native =
            self.house.post.languages.first().and_then(|tag| Lang::from_tag(tag)).unwrap_or(Lang::En);
        for authority in &self.house.post.authorities {
            let id = authority_id(&authority.word);
            births.push(birth(id, "organisation")?);
            entries.push(known(id, "name", &self.house.words(native).get(&authority.word))?);
            entries.push(known(id, "word", &authority.word)?);
            entries.push(known(id, "sort", &authority.sort)?);
            entries.push(known(id, "profile", &authority.profile)?);
            entries.push(known(id, "country", &authority.country)?);
        }
        Ok((births, entries))
    }
}

/// The setting that says which officer a slot of the vault is.
pub(crate) fn officer_setting(slot: vault::SlotId) -> String {
    format!("officer-{slot}")
}

/// An authority that comes with the app is one record on every laptop, so that two vaults that meet do not hold it twice:
/// its id follows from its key. (A person's never does.)
pub(crate) fn authority_id(word: &str) -> RecordId {
    const AUTHORITIES: Uuid = Uuid::from_u128(0x5d0c_92a4_6f1e_4b87_9a35_c1d2_70e8_4f16);
    RecordId(Uuid::new_v5(&AUTHORITIES, word.as_bytes()))
}

fn birth(record: RecordId, kind: &str) -> Result<Birth, DeskError> {
    Ok(Birth { record, kind: KindId::new(kind).map_err(|_| DeskError::Fault("kind"))?, scope: REGISTER })
}

fn known(record: RecordId, field: &str, text: &str) -> Result<Entry, DeskError> {
    let field = FieldId::new(field).map_err(|_| DeskError::Fault("field"))?;
    Ok(Entry { record, field, answer: Answer::Known(Private::new(text.to_owned())), as_typed: None })
}

impl Desk {
    pub(crate) fn new_id(&self) -> RecordId {
        RecordId((self.tools.id)())
    }

    pub(crate) fn new_deed(&self) -> journal::DeedId {
        let id: Uuid = (self.tools.id)();
        journal::DeedId(id)
    }
}
