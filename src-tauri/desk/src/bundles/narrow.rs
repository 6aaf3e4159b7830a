//! One case out of a vault. Owns which changes belong to it: the person, what is about them, and only those shared records that
//! it cites. Refuses other people, also by their bare ids.

use crate::{Desk, failure::DeskError};
use casework::{
    ids::{FieldId, RecordId},
    record::Record,
};
use journal::Change;
use std::collections::BTreeSet;

/// What of a vault belongs to a case.
#[derive(Debug)]
pub(super) struct Narrow {
    /// The scopes that hold anything of it.
    pub(super) scopes: BTreeSet<RecordId>,
    records: BTreeSet<RecordId>,
    strangers: BTreeSet<String>,
}

impl Narrow {
    /// True for a record of this case.
    pub(super) fn holds(&self, record: RecordId) -> bool {
        self.records.contains(&record)
    }

    /// True for what is not of this case. What the log itself says of erasures and revoked laptops names nobody and goes along.
    pub(super) fn hides(&self, change: &Change) -> bool {
        if [FieldId::erased(), FieldId::revoked()].contains(&change.field) {
            return false;
        }
        let stranger = || {
            let known = change.write.answer().and_then(casework::answer::Answer::known);
            known.is_some_and(|text| self.strangers.contains(text.reveal().as_str()))
        };
        !self.records.contains(&change.record) || stranger()
    }
}

impl Desk {
    /// The case of a person, or of all people of a rescue.
    pub(super) fn narrowed_to(&self, case: &str) -> Result<Narrow, DeskError> {
        let id = self.resolve(case)?;
        let people: BTreeSet<RecordId> = match self.existing(id, None)?.kind.as_str() {
            "person" => BTreeSet::from([id]),
            "rescue" => self.pointing_at(id, "person", "rescue")?.into_iter().collect(),
            _ => return Err(DeskError::Nobody),
        };
        let everybody = self.of_kind("person")?;
        let strangers = everybody.iter().map(|one| one.id).filter(|one| !people.contains(one));
        let strangers: BTreeSet<String> = strangers.map(|one| one.to_string()).collect();
        let mut records = people.clone();
        records.insert(id);
        for person in &people {
            records.extend(self.naming(*person)?);
        }
        // What they cite, and what that cites: a placement names a shelter, a shelter its contact.
        for _ in 0..2 {
            let held = self.records(&records.iter().copied().collect::<Vec<_>>())?;
            records.extend(
                held.iter()
                    .flat_map(|record| self.cites(record))
                    .filter(|one| !strangers.contains(&one.to_string())),
            );
        }
        let mut authors = BTreeSet::new();
        let mut scopes = BTreeSet::new();
        for record in &records {
            authors.extend(self.register.history(*record, None)?.into_iter().map(|past| past.author));
            scopes.extend(self.register.kind_and_scope(*record)?.map(|(_, scope)| scope));
        }
        for author in &authors {
            scopes.extend(self.register.kind_and_scope(*author)?.map(|(_, scope)| scope));
        }
        records.extend(authors);
        Ok(Narrow { scopes, records, strangers })
    }

    fn cites(&self, record: &Record) -> Vec<RecordId> {
        let Some(form) = self.house.forms.get(&record.kind) else { return Vec::new() };
        let links = form.fields.iter().filter(|field| field.kind == casework::form::FieldKind::Record);
        links
            .flat_map(|field| record.all(field.id.as_str()))
            .filter_map(|text| RecordId::from_canonical(text).ok())
            .collect()
    }
}
