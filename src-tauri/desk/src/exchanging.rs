//! Laptops that know each other: this laptop's card, the cards it trusts, the end of that trust, and this laptop's lives. Owns
//! that nobody is trusted without a card and that a copied or restored laptop numbers its work anew.

use crate::{
    Desk,
    books::known,
    draft::REGISTER,
    failure::DeskError,
    views::{LaptopView, TrustedView},
};
use casework::ids::{FieldId, KindId};
use exchange::Card;
use journal::{DeviceId, Write};
use register::{Birth, NewDeed, NewWrite, Replaces, TrustedDevice, laptop_record};
use std::collections::HashMap;

/// The setting that holds the number of the last bundle that the database knows of, and the print of what it told.
const LAST_EXPORT: &str = "last-export";

impl Desk {
    /// This laptop's card, to be given to a colleague and compared once.
    ///
    /// # Errors
    /// [`DeskError::Register`], [`DeskError::Exchange`].
    pub fn laptop(&self) -> Result<LaptopView, DeskError> {
        let card = self.card()?;
        Ok(LaptopView {
            device: card.device().to_string(),
            office: card.office().to_owned(),
            letter: card.letter().to_string(),
            fingerprint: card.fingerprint().words(),
            card: card.to_text(),
        })
    }

    /// Trusts a colleague's laptop by its card. The officer has compared the fingerprint.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is no card, or not its laptop's own.
    pub fn trust(&mut self, card: &str) -> Result<LaptopView, DeskError> {
        let read = Card::parse(card)?;
        if self.register.revoked()?.contains_key(&read.device()) {
            return Err(DeskError::Revoked);
        }
        let trusted = TrustedDevice {
            device: read.device(),
            card: card.as_bytes().to_vec(),
            label: format!("{} {}", read.office(), read.letter()),
            trusted_at: self.now(),
            revoked_at: None,
        };
        self.register.put_trusted(&trusted)?;
        let entry = self.audit_entry("device-trust", &read.device().to_string(), "");
        self.register.audit(&entry)?;
        Ok(LaptopView {
            device: read.device().to_string(),
            office: read.office().to_owned(),
            letter: read.letter().to_string(),
            fingerprint: read.fingerprint().words(),
            card: read.to_text(),
        })
    }

    pub(crate) fn card(&self) -> Result<Card, DeskError> {
        let (device, _) = self.register.identity().ok_or(DeskError::Fault("identity"))?;
        Ok(Card::make(&self.office()?, self.letter()?, device, &self.keys)?)
    }

    /// Every laptop that is or was trusted here.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn devices(&self) -> Result<Vec<TrustedView>, DeskError> {
        let (revoked, zone) = (self.register.revoked()?, self.zone()?);
        let moment =
            |at: chrono::DateTime<chrono::Utc>| at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string();
        let mut last = HashMap::new();
        for import in self.register.imports()? {
            last.entry(import.sender).or_insert(import.at);
        }
        let view = |one: TrustedDevice| -> Result<TrustedView, DeskError> {
            let text = String::from_utf8(one.card).map_err(|_| DeskError::Fault("card"))?;
            let ended = one.revoked_at.or_else(|| revoked.get(&one.device).copied());
            Ok(TrustedView {
                device: one.device.to_string(),
                name: one.label,
                fingerprint: Card::parse(&text)?.fingerprint().words(),
                trusted_at: moment(one.trusted_at),
                revoked_at: ended.map(moment),
                last_import: last.get(&one.device).copied().map(moment),
            })
        };
        self.register.trusted()?.into_iter().map(view).collect()
    }

    /// Ends the trust in a laptop that was lost, stolen or left: here at once, and wherever this travels. What it had written
    /// by now stands; what it writes later stands aside, in sight. It cannot be taken back.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] for a laptop that was never trusted here; [`DeskError::ReasonNeeded`];
    /// [`DeskError::WrongUse`] for this very laptop.
    pub fn revoke(&mut self, device: &str, reason: &str) -> Result<TrustedView, DeskError> {
        let wanted: DeviceId = device.parse().map_err(|_| DeskError::NotFound)?;
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        if self.register.identity().is_some_and(|(own, _)| own == wanted) {
            return Err(DeskError::WrongUse);
        }
        if !self.register.trusted()?.iter().any(|one| one.device == wanted) {
            return Err(DeskError::NotFound);
        }
        let record = laptop_record(wanted);
        let kind = KindId::new("device").map_err(|_| DeskError::Fault("kind"))?;
        let (id, author, now_ms) = (self.new_deed(), self.officer, self.now_ms());
        let write = NewWrite {
            record,
            field: FieldId::revoked(),
            write: Write::Answered(known(&self.register.revocation_of(wanted)?)),
            as_typed: None,
            replaces: Replaces::Live,
        };
        self.commit(NewDeed {
            id,
            act: "device-revoke".to_owned(),
            author,
            undoes: None,
            now_ms,
            births: vec![Birth { record, kind, scope: REGISTER }],
            writes: vec![write],
        })?;
        let entry = self.audit_entry("device-revoke", device, reason);
        self.register.audit(&entry)?;
        let found = self.devices()?.into_iter().find(|one| one.device == device);
        found.ok_or(DeskError::NotFound)
    }

    /// Counts an export, first outside the database and then in it: a crash in between looks like a database that was put
    /// back, which costs a life of this laptop and loses nothing.
    pub(crate) fn count_export(&mut self) -> Result<journal::Summary, DeskError> {
        let export = self.counters.count_export()?;
        self.register.cut_seeds()?;
        let summary = self.register.summary(export)?;
        let print: String = summary.print().iter().map(|byte| format!("{byte:02x}")).collect();
        self.register.set_setting(LAST_EXPORT, Some(&format!("{export} {print}")))?;
        Ok(summary)
    }

    /// What the database knows of the last export of this life: its number, and the print of what it told.
    pub(crate) fn last_export(&self) -> Result<(u64, Option<[u8; 8]>), DeskError> {
        let Some(kept) = self.register.setting(LAST_EXPORT)? else { return Ok((0, None)) };
        let read = || {
            let (number, print) = kept.split_once(' ')?;
            let print = u64::from_str_radix(print, 16).ok()?.to_be_bytes();
            Some((number.parse().ok()?, Some(print)))
        };
        read().ok_or(DeskError::Fault("export"))
    }

    /// Begins another life when the counters outside the database know of a later export than it does: it was put back.
    pub(crate) fn notice_a_restored_database(&mut self) -> Result<bool, DeskError> {
        let restored = self.last_export()?.0 < self.counters.exports();
        if restored {
            self.begin_new_life()?;
        }
        Ok(restored)
    }

    /// A life of its own for a laptop that was cloned or put back: what it wrote stays, what it writes is numbered anew.
    pub(crate) fn begin_new_life(&mut self) -> Result<(), DeskError> {
        let life = self.counters.renew()?;
        self.register.set_setting(LAST_EXPORT, None)?;
        self.register.begin_life(journal::Incarnation(*life.as_bytes()), self.now())?;
        self.audit("device-new-life", self.officer)
    }

    /// Cards of laptops that are trusted, and this laptop's own: what it wrote itself may come back to it.
    pub(crate) fn cards(&self) -> Result<Vec<Card>, DeskError> {
        let mut cards = vec![self.card()?];
        let revoked = self.register.revoked()?;
        let stands = |one: &TrustedDevice| one.revoked_at.is_none() && !revoked.contains_key(&one.device);
        for trusted in self.register.trusted()?.into_iter().filter(stands) {
            let text = String::from_utf8(trusted.card).map_err(|_| DeskError::Fault("card"))?;
            cards.push(Card::parse(&text)?);
        }
        Ok(cards)
    }
}
