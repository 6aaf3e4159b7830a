//! A case as an export reads it: by person, and only through the rule. Owns which answers of a record may leave.

use crate::{Desk, printed};
use casework::{
    form::{Field, FieldKind, Form},
    ids::RecordId,
    record::Record,
};
use dossier::compose::Leaving;
use journal::ChangeId;
use paperwork::{htcds::Given, roster::Slot};
use std::collections::{BTreeMap, BTreeSet};

/// Everything on record about the people who were asked for.
pub(super) struct Case<'a> {
    pub(super) desk: &'a Desk,
    pub(super) leaving: &'a Leaving<'a>,
    /// The people who are in it, in the order of their cases.
    pub(super) people: &'a [RecordId],
    pub(super) all: &'a [Record],
    records: BTreeMap<RecordId, &'a Record>,
    about: BTreeMap<RecordId, Vec<&'a Record>>,
}

impl<'a> Case<'a> {
    pub(super) fn of(
        desk: &'a Desk,
        leaving: &'a Leaving<'a>,
        people: &'a [RecordId],
        all: &'a [Record],
    ) -> Self {
        let mut about: BTreeMap<RecordId, Vec<&Record>> = BTreeMap::new();
        for record in all {
            for person in record.links("people") {
                about.entry(person).or_default().push(record);
            }
        }
        Self { desk, leaving, people, all, records: all.iter().map(|one| (one.id, one)).collect(), about }
    }

    pub(super) fn record(&self, id: RecordId) -> Option<&'a Record> {
        self.records.get(&id).copied()
    }

    /// The records that name a person, in the order in which they were made.
    pub(super) fn about(&self, person: RecordId) -> &[&'a Record] {
        self.about.get(&person).map_or(&[], Vec::as_slice)
    }

    pub(super) fn form(&self, record: &Record) -> Option<&'a Form> {
        self.desk.house.forms.get(&record.kind)
    }

    /// The fields of a record that may leave and that somebody answered.
    pub(super) fn shown(&self, record: &Record) -> Vec<&'a Field> {
        let Some(form) = self.form(record) else { return Vec::new() };
        let answered = |field: &&Field| record.answers.get(&field.id).is_some_and(|live| !live.is_empty());
        form.fields.iter().filter(answered).filter(|field| self.leaving.shows(record, field)).collect()
    }

    /// The changes behind the answers of these fields (`kind.field`) that may leave.
    pub(super) fn changes(&self, fields: &BTreeSet<String>) -> Vec<ChangeId> {
        let named =
            |record: &Record, field: &Field| fields.contains(&format!("{}.{}", record.kind, field.id));
        self.all
            .iter()
            .flat_map(|record| {
                let shown = self.shown(record).into_iter().filter(|field| named(record, field));
                shown.flat_map(|field| printed::changes_of(record, field.id.as_str())).collect::<Vec<_>>()
            })
            .collect()
    }

    /// True when that field of the record may leave.
    pub(super) fn may(&self, record: &Record, field: &str) -> bool {
        let field = self.form(record).and_then(|form| form.field(field));
        field.is_some_and(|field| self.leaving.shows(record, field))
    }

    /// The known answers of a record that may leave, canonical.
    pub(super) fn given(&self, record: &Record) -> Given {
        let Some(form) = self.form(record) else { return Given::new() };
        let mut given = Given::new();
        for field in self.shown(record) {
            let own = matches!(field.id.as_str(), "people" | "reference");
            let mut texts: Vec<String> = record.all(field.id.as_str()).map(str::to_owned).collect();
            if field.kind == FieldKind::Record {
                texts.retain(|text| self.names(text));
            }
            if !own && !texts.is_empty() {
                given.insert(Slot::of(form, field), texts);
            }
        }
        given
    }

    /// True when the record that a link points at may be named.
    pub(super) fn names(&self, link: &str) -> bool {
        let target = RecordId::from_canonical(link).ok().and_then(|id| self.record(id));
        target.is_some_and(|target| self.leaving.names(target))
    }
}
