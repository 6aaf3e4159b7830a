//! Settings of this laptop: language, order of day and month, size; the office and the letter are shown among them. Owns which there are and what they accept;
//! refuses any other.

use crate::{Desk, failure::DeskError};
use casework::{reference::Reference, values::DateOrder, words::Lang};
use chrono::TimeDelta;

/// Settings that an officer may change, each with what it accepts.
pub const SETTINGS: [(&str, &str); 8] = [
    (CAPTURE, "on | off"),
    ("columns", "columns of a list of people, with commas between"),
    ("date-order", "day-first | month-first | ask"),
    ("escrow", "age1… | none"),
    ("lang", "id | en | km"),
    ("lock-after", "1 | 2 | 5 | 10 | 15"),
    ("size", "100 | 125 | 150 | 175 | 200"),
    ("theme", "system | light | dark"),
];

/// The setting that keeps other programs from looking at the window, where the system can.
pub const CAPTURE: &str = "capture-protection";

/// The setting that makes a vault a training vault.
pub(crate) const TRAINING: &str = "training";

impl Desk {
    /// Every setting with its value, by name.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn settings(&self) -> Result<Vec<(String, String)>, DeskError> {
        let order = match self.date_order()? {
            Some(DateOrder::DayFirst) => "day-first",
            Some(DateOrder::MonthFirst) => "month-first",
            None => "ask",
        };
        let kept = |name: &str, usual: &str| -> Result<String, DeskError> {
            Ok(self.register.setting(name)?.unwrap_or_else(|| usual.to_owned()))
        };
        let shown = [
            (CAPTURE, if self.capture_protected() { "on" } else { "off" }.to_owned()),
            ("columns", kept("columns", "")?),
            ("date-order", order.to_owned()),
            ("escrow", kept(crate::escrow::ESCROW, crate::escrow::NOBODY)?),
            ("lang", self.lang.tag().to_owned()),
            ("letter", self.mark.to_string()),
            ("lock-after", self.lock_after()?.num_minutes().to_string()),
            ("office", self.office()?),
            ("size", kept("size", "100")?),
            ("theme", kept("theme", "system")?),
            ("training", self.is_training()?.to_string()),
        ];
        Ok(shown.map(|(name, value)| (name.to_owned(), value)).into())
    }

    /// Changes a setting; `reason` is asked for the escrow key alone.
    ///
    /// # Errors
    /// [`DeskError::BadSetting`] for a name that is none, or a value that it does not accept; [`DeskError::NotHead`] and
    /// [`DeskError::ReasonNeeded`] for the escrow key.
    pub fn set_setting(&mut self, name: &str, value: &str, reason: &str) -> Result<(), DeskError> {
        match name {
            "date-order" if ["day-first", "month-first", "ask"].contains(&value) => {}
            "lang" => {
                self.lang = Lang::from_tag(value).ok_or(DeskError::BadSetting)?;
                return Ok(self.register.set_setting(&self.own_lang(), Some(value))?);
            }
            "escrow" => return self.set_escrow(value, reason),
            CAPTURE if ["on", "off"].contains(&value) => {}
            "columns"
                if value.len() <= 200
                    && value.chars().all(|c| c.is_ascii_lowercase() || "-_,".contains(c)) => {}
            "lock-after" if ["1", "2", "5", "10", "15"].contains(&value) => {}
            "size" if ["100", "125", "150", "175", "200"].contains(&value) => {}
            "theme" if ["system", "light", "dark"].contains(&value) => {}
            _ => return Err(DeskError::BadSetting),
        }
        Ok(self.register.set_setting(name, Some(value))?)
    }

    /// After how long without a touch the vault is locked: five minutes unless the office has settled another.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn lock_after(&self) -> Result<TimeDelta, DeskError> {
        let kept = self.register.setting("lock-after")?.and_then(|minutes| minutes.parse().ok());
        Ok(TimeDelta::minutes(kept.unwrap_or(5)))
    }

    /// True unless the office has let other programs look at the window; also when the setting cannot be read.
    pub fn capture_protected(&self) -> bool {
        !self.register.setting(CAPTURE).is_ok_and(|kept| kept.as_deref() == Some("off"))
    }

    /// The window's language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Shows this session in another language, without changing the setting.
    pub fn speak(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// True in a training vault.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn is_training(&self) -> Result<bool, DeskError> {
        Ok(self.register.setting("training")?.is_some())
    }

    pub(crate) fn mark_training(&mut self) -> Result<(), DeskError> {
        Ok(self.register.set_setting(TRAINING, Some("yes"))?)
    }

    pub(crate) fn office(&self) -> Result<String, DeskError> {
        self.register
            .setting("office")?
            .filter(|code| Reference::is_office(code))
            .ok_or(DeskError::Fault("office"))
    }

    /// How people here write a date in figures; the post's own way unless the office has settled another.
    pub(crate) fn date_order(&self) -> Result<Option<DateOrder>, DeskError> {
        Ok(match self.register.setting("date-order")?.as_deref() {
            Some("day-first") => Some(DateOrder::DayFirst),
            Some("month-first") => Some(DateOrder::MonthFirst),
            Some(_) => None,
            None => self.house.post.date_order,
        })
    }

    /// What a new vault is told on its first day.
    pub(crate) fn settle_in(&mut self, office: &str, lang: Lang) -> Result<(), DeskError> {
        self.register.set_setting("office", Some(office))?;
        self.register.set_setting("lang", Some(lang.tag()))?;
        Ok(())
    }

    /// This officer's own language, or the one that the vault began with.
    pub(crate) fn language_kept(&self) -> Result<Option<Lang>, DeskError> {
        let kept = match self.register.setting(&self.own_lang())? {
            None => self.register.setting("lang")?,
            own => own,
        };
        Ok(kept.and_then(|tag| Lang::from_tag(&tag)))
    }

    /// Where this officer's language is kept: colleagues at one laptop need not read the same.
    fn own_lang(&self) -> String {
        format!("lang-{}", self.officer)
    }
}
