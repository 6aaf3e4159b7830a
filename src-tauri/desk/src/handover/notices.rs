//! Correction notices: who holds a copy that is no longer true or no longer allowed, and the page that tells them. Owns that a
//! notice goes the way of a dossier (checked, numbered, in the ledger, signed) and that a new value stands in it only where
//! present consent shows it; refuses a notice about a copy whose content nobody knows.

use super::OpenPreview;
use crate::{
    Desk,
    failure::DeskError,
    outdated::{Content, InDoubt, Outdated, Why},
    printed::Printed,
    reading::count,
    views::{DossierPreview, NoticeLine},
};
use casework::{
    ids::RecordId,
    naming,
    record::Record,
    values::{PartialDate, Value},
    words::Lang,
};
use dossier::{
    check::{Request, Warrant},
    compose::{CaseFile, Change, Notice, Order, PersonFile, Said, compose},
};
use register::Disclosed;
use std::collections::BTreeSet;

impl Desk {
    /// Every copy that is out of date and that somebody holds, newest first, with whether its holder was told.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn notices(&self) -> Result<Vec<NoticeLine>, DeskError> {
        let doubt = self.in_doubt()?;
        let made = self.register.notices()?;
        let mut lines = Vec::new();
        for one in self.register.disclosures()? {
            if let Some(outdated) = self.to_be_told(&one, &doubt, &made)? {
                let state = state(one.copy, &outdated, &made);
                let own = made.iter().filter(|notice| notice.about == one.copy);
                lines.push(NoticeLine {
                    copy: self.ledger_line(&one, &doubt, &|_| true)?,
                    state: state.to_owned(),
                    state_word: self.words().get(&format!("notice-state-{state}")).into_owned(),
                    notices: own.map(|notice| u32::try_from(notice.copy).unwrap_or(u32::MAX)).collect(),
                });
            }
        }
        Ok(lines)
    }

    /// How many holders have not been told yet.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub(crate) fn notices_owed(&self) -> Result<u32, DeskError> {
        let doubt = self.in_doubt()?;
        if doubt.is_empty() {
            return Ok(0);
        }
        let made = self.register.notices()?;
        let mut owed = 0;
        for one in self.register.disclosures()? {
            if let Some(outdated) = self.to_be_told(&one, &doubt, &made)? {
                owed += u32::from(state(one.copy, &outdated, &made) != "sent");
            }
        }
        Ok(owed)
    }

    /// Prepares the notice for whoever holds `copy`, in the language of that copy or in `lang`, and reserves its number. It is
    /// looked at and released like a dossier.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`], [`DeskError::NothingToCorrect`], [`DeskError::NoHolder`]; as
    /// [`Desk::dossier_prepare`] when it does not pass its own check.
    pub fn notice_prepare(&mut self, copy: u32, lang: Option<&str>) -> Result<DossierPreview, DeskError> {
        let known = self.register.disclosures()?;
        let held = known.iter().find(|one| one.copy == u64::from(copy)).ok_or(DeskError::NoSuchCopy)?;
        let Content::Known(outdated) = self.content_of(held, &self.in_doubt()?)? else {
            return Err(DeskError::NothingToCorrect);
        };
        if outdated.is_empty() {
            return Err(DeskError::NothingToCorrect);
        }
        let profile = self.house.profile(&held.disclosure.profile).map_err(|_| DeskError::NoHolder)?.clone();
        let lang = Lang::from_tag(lang.unwrap_or(&held.disclosure.language)).ok_or(DeskError::BadSetting)?;
        let here = self.records(&held.disclosure.people)?;
        let people: Vec<RecordId> = here.iter().map(|person| person.id).collect();
        let records = self.case_of(&people)?;
        let files = people
            .iter()
            .map(|id| {
                Ok(PersonFile { id: *id, allowance: self.allowance(*id, &profile, false)?, photo: None })
            })
            .collect::<Result<Vec<_>, DeskError>>()?;
        let file = CaseFile { forms: &self.house.forms, people: files, records: &records };
        let words = self.house.words(lang);
        let order = self.notice_order(held, &outdated, lang)?;
        let request = Request {
            forms: &self.house.forms,
            profile: &profile,
            records: &records,
            people: &people,
            recipient: order.recipient_record,
            flight: None,
            overridden: false,
            reference: &order.reference.clone(),
            prints: &[],
        };
        let warrant = Warrant::of(&request, words);
        let mut composed = compose(&file, &profile, words, None, &order);
        let written = self.write_and_check(&mut composed, &warrant, &records, order.copy)?;
        let printed = Printed::of(&composed, &records, &self.house.forms);
        let preview = OpenPreview {
            token: self.new_id().to_string(),
            profile: profile.id.clone(),
            lang,
            recipient: held.disclosure.recipient.clone(),
            reason: Some(words.fill("notice-reason", &[("n", &copy.to_string())])),
            consent_override: None,
            copy: order.copy,
            fields: printed.fields,
            changes: printed.changes,
            notice: Some((held.copy, outdated.iter().map(|one| one.item).collect())),
            composed,
            warrant,
            written,
            people,
            records,
        };
        let groups: BTreeSet<String> = outdated.iter().filter_map(|one| self.group_word(one)).collect();
        let view = DossierPreview {
            token: preview.token.clone(),
            pages: count(preview.written.pages),
            copy: preview.copy,
            bytes: count(preview.written.bytes.len()),
            code: dossier::seal::short_code(&preview.composed.dossier.digest()),
            discloses: groups.into_iter().collect(),
            withholds: Vec::new(),
            people: Vec::new(),
            missing: Vec::new(),
            annexes: Vec::new(),
        };
        self.preview = Some(preview);
        Ok(view)
    }

    /// Writes down that a notice went to its holder. `copy` is the notice's own number.
    ///
    /// # Errors
    /// [`DeskError::NoSuchCopy`] when that is no notice.
    pub fn notice_sent(&mut self, copy: u32) -> Result<(), DeskError> {
        let made = self.register.notices()?;
        let found = made.iter().find(|one| one.copy == u64::from(copy)).ok_or(DeskError::NoSuchCopy)?;
        if found.sent_at.is_none() {
            let now = self.now();
            self.register.notice_sent(found.copy, now, self.officer)?;
            let entry = self.audit_entry("notice-sent", &copy.to_string(), "");
            self.register.audit(&entry)?;
        }
        Ok(())
    }

    fn notice_order(&self, held: &Disclosed, outdated: &[Outdated], lang: Lang) -> Result<Order, DeskError> {
        let words = self.house.words(lang);
        let recipient = RecordId::from_canonical(&held.disclosure.recipient).ok();
        let organisation = recipient.map(|id| self.records(&[id])).transpose()?.unwrap_or_default();
        let left_on = PartialDate::day(held.disclosure.at.with_timezone(&self.zone()?).date_naive());
        let copy = u32::try_from(held.copy).unwrap_or(u32::MAX);
        let place = |id: &RecordId| held.disclosure.people.iter().position(|one| one == id).map(|at| at + 1);
        let change = |one: &Outdated| Change {
            record: one.record,
            kind: one.kind.clone(),
            field: one.field.clone(),
            places: one.people.iter().filter_map(place).collect(),
            said: said(one.why),
        };
        let mut changes: Vec<Change> = outdated.iter().map(change).collect();
        changes.sort_by(|a, b| (a.said, &a.places).cmp(&(b.said, &b.places)));
        Ok(Order {
            // Never a person's own reference: that is one of the things that may be withdrawn.
            reference: held.disclosure.code.clone(),
            recipient: organisation.first().map_or_else(
                || held.disclosure.recipient.clone(),
                |one: &Record| naming::title(one, &self.house.forms, words),
            ),
            recipient_record: recipient,
            flight: None,
            copy: u32::try_from(self.register.next_copy()?).unwrap_or(u32::MAX),
            copies: 1,
            made_at: self.now(),
            valid_until: String::new(),
            override_reason: None,
            training: self.is_training()?,
            annexes: Vec::new(),
            stamp: None,
            sheet: None,
            notice: Some(Notice {
                copy,
                code: held.disclosure.code.clone(),
                left_on: Value::Date(left_on).display(words),
                people: held.disclosure.people.len(),
                changes,
            }),
        })
    }

    /// What the holder of a copy is to be told; none for a notice, and for what went to nobody in particular.
    fn to_be_told(
        &self,
        one: &Disclosed,
        doubt: &InDoubt,
        made: &[register::Notice],
    ) -> Result<Option<Vec<Outdated>>, DeskError> {
        let a_notice = made.iter().any(|notice| notice.copy == one.copy);
        if a_notice || self.house.profile(&one.disclosure.profile).is_err() {
            return Ok(None);
        }
        Ok(match self.content_of(one, doubt)? {
            Content::Known(outdated) if !outdated.is_empty() => Some(outdated),
            _ => None,
        })
    }

    fn group_word(&self, one: &Outdated) -> Option<String> {
        let field = self.house.forms.get(&one.kind)?.field(one.field.as_str())?;
        Some(self.words().get(&format!("group-{}", field.group)).into_owned())
    }
}

/// Whether the holder of a copy knows all of it: by a notice that was sent, by one that only lies ready, or not.
fn state(copy: u64, outdated: &[Outdated], made: &[register::Notice]) -> &'static str {
    let told = |sent: bool| -> BTreeSet<[u8; 32]> {
        let own = made.iter().filter(|one| one.about == copy && (!sent || one.sent_at.is_some()));
        own.flat_map(|one| one.told.iter().copied()).collect()
    };
    let covers = |told: &BTreeSet<[u8; 32]>| outdated.iter().all(|one| told.contains(&one.item));
    if covers(&told(true)) {
        "sent"
    } else if covers(&told(false)) {
        "prepared"
    } else {
        "owed"
    }
}

const fn said(why: Why) -> Said {
    match why {
        Why::Withdrawn => Said::Withdrawn,
        Why::Erased => Said::Erased,
        Why::Corrected => Said::Corrected,
    }
}
