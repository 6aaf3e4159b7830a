//! A dossier for one recipient: what is in it and what is withheld, the exact pages before they leave, and the release of
//! those very bytes. Owns the order recipient, reason, preview, release; refuses to let out what has not passed its own
//! check, and to let anything out that the ledger does not hold.

mod files;
mod leaving;
mod notices;
mod stopped;

pub use leaving::Wrap;
pub(crate) use leaving::{COPY_CONTEXT, hex};
pub(crate) use stopped::why;

use crate::{
    Desk,
    failure::DeskError,
    printed::Printed,
    reading::count,
    show::link,
    views::{DossierInput, DossierPerson, DossierPreview, ProfileView},
};
use casework::{
    disclosure::Allowance,
    ids::RecordId,
    naming,
    profile::{self, Profile},
    record::Record,
    values::{PartialDate, Value},
    words::{Lang, Words},
};
use chrono::{DateTime, Days, Utc};
use dossier::{
    Kind, Written,
    check::{Request, Warrant},
    compose::{CaseFile, Composed, Order, PersonFile, Sheet, compose},
};
use journal::ChangeId;
use std::collections::BTreeSet;

/// A dossier that has been prepared and looked at, and has not left.
pub(crate) struct OpenPreview {
    token: String,
    profile: String,
    lang: Lang,
    recipient: String,
    reason: Option<String>,
    consent_override: Option<String>,
    copy: u32,
    composed: Composed,
    warrant: Warrant,
    written: Written,
    /// Whom it was asked for, and everything on record about them at that moment.
    people: Vec<RecordId>,
    records: Vec<Record>,
    fields: Vec<String>,
    changes: Vec<ChangeId>,
    /// The copy that it corrects, and a hash for each thing that it tells.
    notice: Option<(u64, Vec<[u8; 32]>)>,
}

impl Desk {
    /// Every recipient profile with what it discloses and withholds, in words.
    ///
    /// # Errors
    /// [`DeskError::BadSetting`] for a language that the app does not speak.
    pub fn dossier_profiles(&self, lang: &str) -> Result<Vec<ProfileView>, DeskError> {
        let lang = Lang::from_tag(lang).ok_or(DeskError::BadSetting)?;
        let words = self.house.words(lang);
        let groups = profile::groups();
        let word = |group: &casework::ids::GroupId| words.get(&format!("group-{group}")).into_owned();
        let view = |one: &Profile| ProfileView {
            id: one.id.clone(),
            word: one.word(words),
            purpose: one.purpose(words),
            discloses: one.shows.iter().map(|show| word(&show.group)).collect(),
            withholds: one.withholds(&groups).map(word).collect(),
        };
        Ok(self.house.profiles.iter().map(view).collect())
    }

    /// Prepares one copy for one recipient and reserves its number: composed from what is allowed, written, read back and
    /// checked. Nothing leaves yet.
    ///
    /// # Errors
    /// [`DeskError::NoSuchProfile`], [`DeskError::Nobody`], [`DeskError::NoConsent`]; [`DeskError::Dossier`] when it cannot
    /// be printed or does not pass its own check.
    pub fn dossier_prepare(&mut self, input: &DossierInput) -> Result<DossierPreview, DeskError> {
        self.prepare(input, None)
    }

    /// Prepares a single sheet in the same way: `manifest`, `roster`, `statement` or `expenses`. The profile of `input` does
    /// not matter: each sheet has its own.
    ///
    /// # Errors
    /// As [`Desk::dossier_prepare`]; [`DeskError::WrongUse`] for a sheet that there is not.
    pub fn sheet_prepare(&mut self, input: &DossierInput, sheet: &str) -> Result<DossierPreview, DeskError> {
        let sheet = Sheet::named(sheet).ok_or(DeskError::WrongUse)?;
        let input = DossierInput { profile: sheet.profile().to_owned(), ..input.clone() };
        self.prepare(&input, Some(sheet))
    }

    fn prepare(&mut self, input: &DossierInput, sheet: Option<Sheet>) -> Result<DossierPreview, DeskError> {
        let lang = Lang::from_tag(&input.lang).ok_or(DeskError::BadSetting)?;
        let second = input
            .second_lang
            .as_deref()
            .map(|tag| Lang::from_tag(tag).ok_or(DeskError::BadSetting))
            .transpose()?;
        let profile = self.house.profile(&input.profile)?.clone();
        let people = self.people_asked_for(&input.records)?;
        if profile.id == "person" && people.len() > 1 {
            // What is on record about one is nothing for the other.
            return Err(DeskError::OnePerson);
        }
        let records = self.case_of(&people)?;
        let consents: Vec<&Record> = records.iter().filter(|record| record.kind == "consent").collect();
        let overridden = input.consent_override.as_deref().is_some_and(|reason| !reason.trim().is_empty());
        let allowance =
            |id: &RecordId| Allowance::of(*id, &profile, &consents, &self.house.forms, overridden);
        let portrait = |id: &RecordId| match records.iter().find(|record| record.id == *id) {
            Some(record) => self.portrait(record),
            None => Ok(None),
        };
        let person =
            |id: &RecordId| Ok(PersonFile { id: *id, allowance: allowance(id), photo: portrait(id)? });
        let files = people.iter().map(person).collect::<Result<Vec<PersonFile<'_>>, DeskError>>()?;
        if !files.iter().any(|file| file.allowance.admission.is_in()) {
            self.audit_refusal(&profile.id)?;
            return Err(DeskError::NoConsent);
        }
        let words = self.house.words(lang);
        let mut order = Order { sheet, ..self.order(input, &profile, words)? };
        let file = CaseFile { forms: &self.house.forms, people: files, records: &records };
        let prints = self.portrait_prints(&records)?;
        let request = Request {
            forms: &self.house.forms,
            profile: &profile,
            records: &records,
            people: &people,
            recipient: order.recipient_record,
            flight: order.flight,
            overridden,
            reference: &order.reference.clone(),
            prints: &prints,
        };
        let mut warrant = Warrant::of(&request, words);
        let second = second.map(|lang| self.house.words(lang));
        let mut annexed = match sheet {
            Some(_) => None,
            None => Some(self.annexes(&profile, &records, &warrant)?),
        };
        for print in annexed.iter().flat_map(|annexed| &annexed.prints) {
            warrant.allowed.file(print.record, print.field.clone(), &print.sha256);
        }
        order.annexes = annexed.iter().flat_map(|annexed| annexed.annexes.clone()).collect();
        let mut composed = compose(&file, &profile, words, second, &order);
        if let Some(annexed) = &mut annexed
            && self.without_others(annexed, &warrant, &composed.dossier)
        {
            order.annexes.clone_from(&annexed.annexes);
            composed = compose(&file, &profile, words, second, &order);
        }
        let written = self.write_and_check(&mut composed, &warrant, &records, order.copy)?;
        let printed = Printed::of(&composed, &records, &self.house.forms);
        let (discloses, withholds, missing, shown) = self.told(&composed, &file, &records);
        let preview = OpenPreview {
            token: self.new_id().to_string(),
            profile: profile.id.clone(),
            lang,
            recipient: order.recipient_record.map_or_else(|| order.recipient.clone(), |id| id.to_string()),
            reason: input.reason.clone(),
            consent_override: order.override_reason.clone(),
            copy: order.copy,
            fields: printed.fields,
            changes: printed.changes,
            notice: None,
            composed,
            warrant,
            written,
            people,
            records,
        };
        let view = DossierPreview {
            token: preview.token.clone(),
            pages: count(preview.written.pages),
            copy: preview.copy,
            bytes: count(preview.written.bytes.len()),
            code: dossier::seal::short_code(&preview.composed.dossier.digest()),
            discloses,
            withholds,
            people: shown,
            missing,
            annexes: annexed.map(|annexed| annexed.shown).unwrap_or_default(),
        };
        self.preview = Some(preview);
        Ok(view)
    }

    /// Writes what was composed, signs it, and passes it by the second opinion; what fails is never kept.
    fn write_and_check(
        &self,
        composed: &mut Composed,
        warrant: &Warrant,
        records: &[Record],
        copy: u32,
    ) -> Result<Written, DeskError> {
        composed.dossier.stamp = Some(self.stamp(composed, copy)?);
        let mut written = dossier::write(&composed.dossier, &Kind::Open)
            .map_err(|error| stopped::stopped(error, records))?;
        self.sign(&mut composed.dossier, &mut written)?;
        dossier::check::check_by(warrant, &composed.dossier, &written, &Kind::Open)
            .map_err(|error| stopped::stopped(error, records))?;
        Ok(written)
    }

    /// One page of the prepared dossier, or of the prepared table, as a PNG, drawn from the very bytes that would be released. `page` is from 1.
    ///
    /// # Errors
    /// [`DeskError::NoPreview`]; [`DeskError::Dossier`] when there is no such page.
    pub fn dossier_page(&self, token: &str, page: u32) -> Result<Vec<u8>, DeskError> {
        /// 1.6 pixels to the point: an A4 page is 950 pixels wide, which an old screen shows whole.
        const SCALE: f32 = 1.6;
        let table = self.table.as_ref().filter(|table| table.token == token);
        let bytes = match table {
            Some(table) => &table.bytes,
            None => &self.opened(token)?.written.bytes,
        };
        let page = usize::try_from(page).map_err(|_| DeskError::NoPreview)?;
        Ok(dossier::picture::page_png(bytes, page.max(1), SCALE)?)
    }

    fn opened(&self, token: &str) -> Result<&OpenPreview, DeskError> {
        self.preview.as_ref().filter(|open| open.token == token).ok_or(DeskError::NoPreview)
    }

    pub(crate) fn people_asked_for(&self, records: &[String]) -> Result<Vec<RecordId>, DeskError> {
        let mut people = Vec::new();
        for text in records {
            let record = self.existing(self.resolve(text)?, None)?;
            let mut found = match record.kind.as_str() {
                "rescue" => self.people_of(record.id)?,
                "person" => vec![record.id],
                "organisation" => self.housed_by(record.id)?,
                // A flight, a transfer: those who are on it.
                _ => record.links("people").collect(),
            };
            // A list is easier to call out in the order of the case numbers.
            let named = self.records(&found)?;
            let number = |id: &RecordId| named.iter().find(|one| one.id == *id).map(naming::reference);
            found.sort_by(|a, b| number(a).cmp(&number(b)));
            for id in found {
                self.existing(id, Some("person"))?;
                if !people.contains(&id) {
                    people.push(id);
                }
            }
        }
        if people.is_empty() { Err(DeskError::Nobody) } else { Ok(people) }
    }

    /// The people whose stay with an organisation has not ended.
    fn housed_by(&self, holder: RecordId) -> Result<Vec<RecordId>, DeskError> {
        let stays = self.records(&self.pointing_at(holder, "placement", "holder")?)?;
        let open = stays.iter().filter(|stay| stay.first("until").is_none());
        Ok(open.flat_map(|stay| stay.links("people").collect::<Vec<_>>()).collect())
    }

    /// Every record about the people, and every record those point at: organisations, sites, suspects, rescues.
    pub(crate) fn case_of(&self, people: &[RecordId]) -> Result<Vec<Record>, DeskError> {
        let gathered = self.gather(people.to_vec())?;
        let mut records = gathered.people;
        records.extend(gathered.about);
        // A correction that leaves somebody out of what it corrects is about them as well.
        records.extend(gathered.aside);
        let mut here: BTreeSet<RecordId> = records.iter().map(|record| record.id).collect();
        // Two steps reach what an episode's site says of its organisation.
        for _ in 0..2 {
            let wanted: Vec<RecordId> = records
                .iter()
                .flat_map(|record| self.links_of(record))
                .filter(|id| here.insert(*id))
                .collect();
            records.extend(self.records(&wanted)?);
        }
        Ok(records)
    }

    fn links_of(&self, record: &Record) -> Vec<RecordId> {
        let Some(form) = self.house.forms.get(&record.kind) else { return Vec::new() };
        let links = form.fields.iter().filter(|field| !field.to.is_empty());
        links.flat_map(|field| record.links(field.id.as_str())).collect()
    }

    fn order(&self, input: &DossierInput, profile: &Profile, words: &Words) -> Result<Order, DeskError> {
        let recipient = match &input.recipient {
            Some(text) => Some(self.existing(self.resolve(text)?, Some("organisation"))?),
            None => self.only_recipient(&profile.id)?,
        };
        let made_at: DateTime<Utc> = self.now();
        let last = self
            .today()
            .checked_add_days(Days::new(profile.valid_days.into()))
            .ok_or(DeskError::Fault("date"))?;
        let first =
            input.records.first().map(|text| self.resolve(text)).transpose()?.ok_or(DeskError::Nobody)?;
        let asked = self.existing(first, None)?;
        Ok(Order {
            reference: naming::reference(&asked).to_owned(),
            recipient: recipient.as_ref().map_or_else(
                || profile.word(words),
                |record| naming::title(record, &self.house.forms, words),
            ),
            recipient_record: recipient.map(|record| record.id),
            flight: (asked.kind == "movement").then_some(asked.id),
            copy: u32::try_from(self.register.next_copy()?).unwrap_or(u32::MAX),
            copies: 1,
            made_at,
            valid_until: Value::Date(PartialDate::day(last)).display(words),
            override_reason: input.consent_override.clone().filter(|reason| !reason.trim().is_empty()),
            training: self.is_training()?,
            annexes: Vec::new(),
            stamp: None,
            sheet: None,
            notice: None,
        })
    }

    /// The one organisation on record with this profile; none when there are several to choose from.
    fn only_recipient(&self, profile: &str) -> Result<Option<Record>, DeskError> {
        let mut found = self.of_kind("organisation")?;
        found.retain(|record| record.first("profile") == Some(profile));
        Ok(if found.len() == 1 { found.pop() } else { None })
    }

    fn told(
        &self,
        composed: &Composed,
        file: &CaseFile<'_>,
        records: &[Record],
    ) -> (Vec<String>, Vec<String>, Vec<String>, Vec<DossierPerson>) {
        let words = self.words();
        let word = |group: &casework::ids::GroupId| words.get(&format!("group-{group}")).into_owned();
        let admitted = file.people.iter().filter(|one| one.allowance.admission.is_in());
        let missing: BTreeSet<String> = admitted.flat_map(|one| one.allowance.missing()).map(word).collect();
        let person = |one: &PersonFile<'_>| {
            let record = records.iter().find(|record| record.id == one.id)?;
            Some(DossierPerson {
                person: link(record, &self.house, words),
                included: one.allowance.admission.is_in(),
                why: words.get(one.allowance.admission.word_key()).into_owned(),
            })
        };
        (
            composed.dossier.disclosed.iter().map(word).collect(),
            composed.dossier.withheld.iter().map(word).collect(),
            missing.into_iter().collect(),
            file.people.iter().filter_map(person).collect(),
        )
    }

    fn audit_refusal(&mut self, profile: &str) -> Result<(), DeskError> {
        let entry = self.audit_entry("refusal", "", profile);
        self.register.audit(&entry)?;
        Ok(())
    }
}
