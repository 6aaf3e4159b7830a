//! The office that this laptop is of: its key, this laptop's certificate, and what it numbers with. Owns that the letter of a
//! reference is this laptop's alone: one that an office gave to this very life of it and to nobody before, else six consonants
//! that it drew. Refuses to found an office unasked, because another laptop may have founded it already.

use crate::{
    Desk,
    books::{kind_id, known},
    draft::REGISTER,
    failure::DeskError,
    handover::hex,
    views::OfficeView,
};
use casework::{ids::FieldId, reference::Mark};
use exchange::{Card, Certificate, Request};
use journal::{DeviceId, Incarnation, Write};
use register::{Birth, NewWrite, Replaces};
use std::collections::BTreeSet;
use vault::device::SigningPair;

/// This laptop's certificate.
const CERTIFICATE: &str = "certificate";
/// The life for which this laptop drew its six consonants, and those.
const DRAWN: &str = "drawn-mark";
/// The letter of a laptop with an app of before the certificates.
const LETTER: &str = "letter";

impl Desk {
    /// What this laptop is in its office, and who else is of it.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn office_view(&self) -> Result<OfficeView, DeskError> {
        let own = self.own_certificate()?;
        let (_, life) = self.who()?;
        let taken_by = match own.as_ref().filter(|own| own.life() == life) {
            Some(own) => self.letter_taken_by(own)?,
            None => None,
        };
        let trusted = self.offices_trusted()?.into_iter().map(|(key, code)| {
            let key = vault::device::SigningPublic::from_bytes(&key)?;
            Ok(crate::views::TrustedOffice {
                own: own.as_ref().is_some_and(|own| *own.by() == key),
                code,
                fingerprint: key.fingerprint().words(),
            })
        });
        Ok(OfficeView {
            code: self.office()?,
            letter: self.mark.to_string(),
            enrolled: own.is_some(),
            lettered: self.mark.is_given(),
            founder: self.office_key()?.is_some(),
            fingerprint: own.as_ref().map(|own| own.by().fingerprint().words()).unwrap_or_default(),
            taken_by: taken_by.map(|device| device.to_string()),
            rivals: own.as_ref().map_or_else(|| Ok(Vec::new()), |own| self.rivals(own))?,
            offices: trusted.collect::<Result<_, vault::Error>>()?,
        })
    }

    /// Founds the office of this laptop, which is its first: a key that signs for every other.
    ///
    /// # Errors
    /// [`DeskError::NotHead`]; [`DeskError::HasOffice`] when an office has this laptop already.
    pub fn found_office(&mut self) -> Result<OfficeView, DeskError> {
        self.for_the_head()?;
        if self.own_certificate()?.is_some() {
            return Err(DeskError::HasOffice);
        }
        self.lay_the_office()?;
        self.office_view()
    }

    /// As [`Desk::found_office`], for a vault that is being made.
    pub(crate) fn lay_the_office(&mut self) -> Result<(), DeskError> {
        let key = SigningPair::generate()?;
        let request = Request::make(&self.office()?, self.who()?, &self.keys, self.now_ms())?;
        let certificate = Certificate::issue(&key, &request, &self.first_letter()?, self.now_ms())?;
        self.keep_office_key(&key)?;
        self.tell_of(&certificate, "office-found")?;
        self.keep_own_certificate(&certificate)
    }

    /// What is compared of every other office that goes by the code of this one: two laptops founded it, each for itself.
    fn rivals(&self, own: &Certificate) -> Result<Vec<String>, DeskError> {
        let same = |one: &Certificate| one.office() == own.office() && one.by() != own.by();
        let all = self.certificates()?.into_iter().filter(same).map(|one| one.by().fingerprint().words());
        Ok(all.collect::<BTreeSet<String>>().into_iter().collect())
    }

    /// The letter of before goes on with the laptop that founds its office, unless another may have had it too.
    fn first_letter(&self) -> Result<Mark, DeskError> {
        let kept = self.register.setting(LETTER)?.and_then(|text| Mark::read(&text)).filter(Mark::is_given);
        let alone = self.register.imports()?.is_empty() && self.known_laptops()?.is_empty();
        match kept.filter(|_| alone) {
            Some(letter) => Ok(letter),
            None => self.free_letter(),
        }
    }

    pub(crate) fn own_certificate(&self) -> Result<Option<Certificate>, DeskError> {
        let Some(kept) = self.register.setting(CERTIFICATE)? else { return Ok(None) };
        let read = crate::filing::unhex_all(&kept).ok_or(DeskError::Fault("certificate"))?;
        Ok(Some(Certificate::from_bytes(&read)?))
    }

    pub(crate) fn keep_own_certificate(&mut self, one: &Certificate) -> Result<(), DeskError> {
        self.register.set_setting(CERTIFICATE, Some(&hex(&one.to_bytes())))?;
        self.settle_mark()
    }

    /// Writes a certificate into the log, where it travels to every laptop.
    pub(crate) fn tell_of(&mut self, one: &Certificate, act: &str) -> Result<(), DeskError> {
        let record = Self::laptop_record(one.device());
        let kind = kind_id("device")?;
        let born = self.register.kind_and_scope(record)?.is_some();
        let write = NewWrite {
            record,
            field: FieldId::certificate(),
            write: Write::Answered(known(&hex(&one.to_bytes()))),
            as_typed: None,
            replaces: Replaces::Live,
        };
        let births = if born { Vec::new() } else { vec![Birth { record, kind, scope: REGISTER }] };
        let id = self.new_deed();
        self.commit((id, act), None, births, vec![write])?;
        let entry = self.audit_entry(act, &one.device().to_string(), one.mark().as_str());
        Ok(self.register.audit(&entry).map(|_| ())?)
    }

    /// The one place that says what this laptop numbers with from now on; asked whenever that may have changed: on opening, and
    /// after other laptops became known, an office gave a letter, or another life began.
    pub(crate) fn settle_mark(&mut self) -> Result<(), DeskError> {
        let (_, life) = self.who()?;
        if let Some(own) = self.own_certificate()?.filter(|own| own.life() == life)
            && self.letter_taken_by(&own)?.is_none()
        {
            self.mark = own.mark().clone();
            return Ok(());
        }
        let life = hex(&life.0);
        let kept = self.register.setting(DRAWN)?;
        let kept =
            kept.as_deref().and_then(|kept| kept.strip_prefix(&life)).map(str::trim).and_then(Mark::read);
        self.mark = match kept {
            Some(mark) => mark,
            None => {
                let drawn = Mark::drawn((self.tools.seed)());
                self.register.set_setting(DRAWN, Some(&format!("{life} {drawn}")))?;
                drawn
            }
        };
        Ok(())
    }

    /// This laptop and its present life.
    pub(crate) fn who(&self) -> Result<(DeviceId, Incarnation), DeskError> {
        self.register.identity().ok_or(DeskError::Fault("identity"))
    }

    /// This laptop's card.
    pub(crate) fn card(&self) -> Result<Card, DeskError> {
        let (device, _) = self.who()?;
        let certificate = self.own_certificate()?;
        Ok(Card::make(&self.office()?, &self.mark, device, &self.keys, certificate.as_ref())?)
    }
}
