//! Laptops that know each other: this laptop's card, the cards it trusts, the end of that trust, and this laptop's lives. Owns
//! that nobody is trusted without a card and that a copied or restored laptop numbers its work anew.

use crate::{
    Desk,
    books::known,
    draft::REGISTER,
    failure::DeskError,
    peers::Peer,
    views::{CodeView, LaptopView, TrustedView},
};
use casework::ids::{FieldId, KindId};
use exchange::Card;
use journal::{DeviceId, Write};
use register::{Birth, NewWrite, Replaces, TrustedDevice, laptop_record};
use std::collections::HashMap;

/// The setting that holds the number of the last bundle that the database knows of, and the print of what it told.
const LAST_EXPORT: &str = "last-export";

impl Desk {
    /// This laptop's card, to be given to a colleague and compared once.
    ///
    /// # Errors
    /// [`DeskError::Register`], [`DeskError::Exchange`].
    pub fn laptop(&self) -> Result<LaptopView, DeskError> {
        Ok(of_card(&self.card()?))
    }

    /// Trusts a colleague's laptop by its card, whose fingerprint the officer has compared; with `office` every laptop that its
    /// office enrolled, too, and will enrol.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is no card, or not its laptop's own; [`DeskError::Revoked`];
    /// [`DeskError::NotEnrolled`] when the office of a laptop is to be trusted that has none.
    pub fn trust(&mut self, card: &str, office: bool) -> Result<LaptopView, DeskError> {
        let read = Card::parse(card)?;
        if self.register.revoked()?.contains_key(&read.device()) {
            return Err(DeskError::Revoked);
        }
        if office {
            let certificate = read.certificate().ok_or(DeskError::NotEnrolled)?;
            self.keep_trusted_office(certificate.by(), certificate.office())?;
            let entry = self.audit_entry("office-trust", &read.device().to_string(), certificate.office());
            self.register.audit(&entry)?;
        }
        let trusted = TrustedDevice {
            device: read.device(),
            card: card.as_bytes().to_vec(),
            label: format!("{} {}", read.office(), read.mark()),
            trusted_at: self.now(),
            revoked_at: None,
        };
        self.register.put_trusted(&trusted)?;
        let entry = self.audit_entry("device-trust", &read.device().to_string(), "");
        self.register.audit(&entry)?;
        self.settle_mark()?;
        Ok(of_card(&read))
    }

    /// No longer trusts the laptops of another office, here: those whose own cards were compared stay trusted, and what had come
    /// from the others stays. `words` are those of the office's fingerprint. It can be trusted again by a card.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`]; [`DeskError::NotFound`] for an office that is not trusted; [`DeskError::WrongUse`] for this
    /// laptop's own.
    pub fn distrust_office(&mut self, words: &str, reason: &str) -> Result<(), DeskError> {
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let (key, code) = self.office_by(words)?.ok_or(DeskError::NotFound)?;
        if self.own_certificate()?.is_some_and(|own| *own.by() == key) {
            return Err(DeskError::WrongUse);
        }
        self.forget_trusted_office(&key)?;
        let entry = self.audit_entry("office-distrust", &code, reason.trim());
        self.register.audit(&entry)?;
        self.settle_mark()
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
        let view = |(peer, row): (Peer, Option<TrustedDevice>)| -> Result<TrustedView, DeskError> {
            let ended = row.as_ref().and_then(|row| row.revoked_at);
            let ended = ended.or_else(|| revoked.get(&peer.device).copied());
            let since = match (&row, &peer.certificate) {
                (Some(row), _) => Some(row.trusted_at),
                (None, Some(one)) => {
                    i64::try_from(one.issued_ms()).ok().and_then(chrono::DateTime::from_timestamp_millis)
                }
                (None, None) => None,
            };
            Ok(TrustedView {
                device: peer.device.to_string(),
                name: peer.name(),
                fingerprint: peer.identity.fingerprint().words(),
                trusted_at: since.map(moment).unwrap_or_default(),
                revoked_at: ended.map(moment),
                last_import: last.get(&peer.device).copied().map(moment),
                by_office: peer.by_office,
            })
        };
        self.known_laptops()?.into_iter().map(view).collect()
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
        if !self.known_laptops()?.iter().any(|(peer, _)| peer.device == wanted) {
            return Err(DeskError::NotFound);
        }
        let record = laptop_record(wanted);
        let kind = KindId::new("device").map_err(|_| DeskError::Fault("kind"))?;
        let id = self.new_deed();
        let write = NewWrite {
            record,
            field: FieldId::revoked(),
            write: Write::Answered(known(&self.register.revocation_of(wanted)?)),
            as_typed: None,
            replaces: Replaces::Live,
        };
        let births = vec![Birth { record, kind, scope: REGISTER }];
        self.commit((id, "device-revoke"), None, births, vec![write])?;
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

    /// Begins another life when the counters outside the database know of a later export than it does: it was put back. Or when
    /// a bundle showed that the present one goes on elsewhere, and the program ended before another had begun.
    pub(crate) fn notice_a_life_that_is_over(&mut self) -> Result<(), DeskError> {
        let restored = self.last_export()?.0 < self.counters.exports();
        if restored || self.register.life_ends()? {
            self.begin_new_life()?;
        }
        Ok(())
    }

    /// A life of its own for a laptop that was cloned or put back: what it wrote stays, what it writes is numbered anew.
    pub(crate) fn begin_new_life(&mut self) -> Result<(), DeskError> {
        let life = self.counters.renew()?;
        self.register.set_setting(LAST_EXPORT, None)?;
        self.register.begin_life(journal::Incarnation(*life.as_bytes()), self.now())?;
        self.settle_mark()?;
        self.audit("device-new-life", self.officer)
    }
}

/// The QR code of a fingerprint. What it says are the words of it, in lower case with a space between two, and nothing besides:
/// a telephone that reads it off one laptop shows what is compared with the words on the other.
///
/// # Errors
/// [`DeskError::Dossier`] when the words are too many for one code.
pub fn code_of(words: &str) -> Result<CodeView, DeskError> {
    let code = dossier::code::Code::of(words)?;
    let side = u32::try_from(code.side()).map_err(|_| DeskError::Fault("code"))?;
    Ok(CodeView { side, path: code.path(), blocks: code.blocks() })
}

/// A card as it is shown before it is trusted.
pub(crate) fn of_card(card: &Card) -> LaptopView {
    LaptopView {
        device: card.device().to_string(),
        office: card.office().to_owned(),
        letter: card.mark().to_string(),
        fingerprint: card.fingerprint().words(),
        office_fingerprint: card.certificate().map(|one| one.by().fingerprint().words()),
        card: card.to_text(),
    }
}
