//! Whether what a copy shows is still true and still allowed. Owns the answer for every answer in it, and why; refuses to guess
//! about a copy whose content nobody wrote down, and to keep or compare a value that was erased.

use crate::{Desk, failure::DeskError};
use casework::{
    disclosure::Allowance,
    ids::{FieldId, KindId, RecordId},
    profile::Profile,
    record::Record,
};
use register::{Became, Disclosed, ShownChange};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Why a copy no longer says what it should, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Why {
    /// Consent was refused, withdrawn or narrowed, or the recipient may not have it any more.
    Withdrawn,
    /// It was erased for good.
    Erased,
    /// Something else is on record now.
    Corrected,
}

impl Why {
    /// Its stable name.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Erased => "erased",
            Self::Corrected => "corrected",
        }
    }

    /// The key of the word for it.
    pub(crate) const fn word_key(self) -> &'static str {
        match self {
            Self::Withdrawn => "outdated-withdrawn",
            Self::Erased => "outdated-erased",
            Self::Corrected => "outdated-corrected",
        }
    }
}

/// One answer that a copy shows and should not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outdated {
    pub(crate) record: RecordId,
    pub(crate) kind: KindId,
    pub(crate) field: FieldId,
    pub(crate) why: Why,
    /// Whom it is about, as far as that is still known; empty for what is about nobody.
    pub(crate) people: Vec<RecordId>,
    /// Names this state of things: it is another as soon as something else is on record, or for another reason.
    pub(crate) item: [u8; 32],
}

/// What is known of a copy's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    /// It left before the ledger held what copies show, or as a table whose cells the page worked out.
    NotKnown,
    /// Everything in it that is no longer true or no longer allowed.
    Known(Vec<Outdated>),
}

/// The copies to look at closely: of every other one whose content is known, all of it stands.
pub(crate) struct InDoubt(BTreeSet<u64>);

impl InDoubt {
    /// True when every copy whose content is known is as it should be.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Desk {
    /// The copies to look at closely.
    pub(crate) fn in_doubt(&self) -> Result<InDoubt, DeskError> {
        let copies = self.register.copies_in_doubt(&self.house.form("consent")?.id)?;
        Ok(InDoubt(copies.into_iter().collect()))
    }

    /// What of a copy is no longer true or no longer allowed.
    pub(crate) fn content_of(&self, one: &Disclosed, doubt: &InDoubt) -> Result<Content, DeskError> {
        let Some((by_override, shown)) = self.register.shown_by(one.copy)? else {
            return Ok(Content::NotKnown);
        };
        if !doubt.0.contains(&one.copy) {
            return Ok(Content::Known(Vec::new()));
        }
        let mut cells: BTreeMap<(RecordId, FieldId), Vec<ShownChange>> = BTreeMap::new();
        for change in shown {
            cells.entry((change.record, change.field.clone())).or_default().push(change);
        }
        // Read below the roles: nothing of it is shown, and what one role cannot see is not gone.
        let ids: BTreeSet<RecordId> = cells.keys().map(|(record, _)| *record).collect();
        let records: BTreeMap<RecordId, Record> = self
            .register
            .records(&ids.into_iter().collect::<Vec<_>>())?
            .into_iter()
            .map(|record| (record.id, record))
            .collect();
        let allowances = self.allowances(one, by_override)?;
        let mut outdated = Vec::new();
        for ((id, field), changes) in cells {
            let record = records.get(&id);
            let Some(why) = self.why(record, &field, &changes, allowances.as_ref()) else { continue };
            let kind = match record {
                Some(record) => record.kind.clone(),
                None => self.register.kind_and_scope(id)?.ok_or(DeskError::Fault("kind"))?.0,
            };
            outdated.push(Outdated {
                item: item(id, &field, why, record),
                people: record.map_or_else(|| only_person(&kind, id), subjects),
                record: id,
                kind,
                field,
                why,
            });
        }
        Ok(Content::Known(outdated))
    }

    /// What the people of a copy allow its recipient today; none for a file that went to no recipient of a profile.
    fn allowances(
        &self,
        one: &Disclosed,
        by_override: bool,
    ) -> Result<Option<BTreeMap<RecordId, Allowance<'_>>>, DeskError> {
        let Ok(profile) = self.house.profile(&one.disclosure.profile) else { return Ok(None) };
        let mut allowances = BTreeMap::new();
        for person in &one.disclosure.people {
            allowances.insert(*person, self.allowance(*person, profile, by_override)?);
        }
        Ok(Some(allowances))
    }

    /// What one person allows a recipient today.
    pub(crate) fn allowance<'p>(
        &self,
        person: RecordId,
        profile: &'p Profile,
        by_override: bool,
    ) -> Result<Allowance<'p>, DeskError> {
        let consents = self.records(&self.pointing_at(person, "consent", "people")?)?;
        let consents: Vec<&Record> = consents.iter().collect();
        Ok(Allowance::of(person, profile, &consents, &self.house.forms, by_override))
    }

    fn why(
        &self,
        record: Option<&Record>,
        field: &FieldId,
        changes: &[ShownChange],
        allowances: Option<&BTreeMap<RecordId, Allowance<'_>>>,
    ) -> Option<Why> {
        let erased = changes.iter().any(|change| change.became == Became::Erased);
        let Some(record) = record else {
            return Some(if erased { Why::Erased } else { Why::Corrected });
        };
        if allowances.is_some_and(|allowances| !self.still_allowed(record, field, allowances)) {
            return Some(Why::Withdrawn);
        }
        if erased {
            return Some(Why::Erased);
        }
        let live = record.answers.get(field).map_or(&[][..], Vec::as_slice);
        // Taken back and written again is the same answer by another change.
        let stands = |change: &ShownChange| match &change.became {
            Became::Live => true,
            Became::Replaced(was) => live.iter().any(|one| was.answer() == Some(&one.answer)),
            Became::Erased => false,
        };
        (!changes.iter().all(stands)).then_some(Why::Corrected)
    }

    /// Whether those of the copy whom the record is about still allow it.
    fn still_allowed(
        &self,
        record: &Record,
        field: &FieldId,
        allowances: &BTreeMap<RecordId, Allowance<'_>>,
    ) -> bool {
        let about = subjects(record);
        let mut concerned =
            allowances.iter().filter(|(id, _)| about.is_empty() || about.contains(id)).map(|(_, one)| one);
        if about.is_empty() || record.kind == "consent" {
            // A site, an authority, the extract of consents: there as long as somebody is.
            return concerned.any(|one| one.admission.is_in());
        }
        let definition = self.house.forms.get(&record.kind).and_then(|form| form.field(field.as_str()));
        let Some(definition) = definition else { return true };
        concerned.all(|one| one.shows(&record.kind, definition, true))
    }
}

/// Whom a record is about: itself when it is a person.
fn subjects(record: &Record) -> Vec<RecordId> {
    if record.kind == "person" { vec![record.id] } else { record.links("people").collect() }
}

fn only_person(kind: &KindId, id: RecordId) -> Vec<RecordId> {
    if kind.as_str() == "person" { vec![id] } else { Vec::new() }
}

/// The name of a state of things.
fn item(record: RecordId, field: &FieldId, why: Why, now: Option<&Record>) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in [&record.to_string(), field.as_str(), why.id()] {
        hasher.update(format!("{}:{part}", part.len()));
    }
    let live = now.and_then(|record| record.answers.get(field)).into_iter().flatten();
    let mut changes: Vec<&str> = live.map(|one| one.change.as_str()).collect();
    changes.sort_unstable();
    // What is withdrawn stays withdrawn whatever is written since.
    if why != Why::Withdrawn {
        changes.iter().for_each(|change| hasher.update(format!("{}:{change}", change.len())));
    }
    hasher.finalize().into()
}
