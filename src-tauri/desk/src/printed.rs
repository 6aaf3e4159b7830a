//! What a copy shows, as the log knows it: the changes behind what stands on its pages. Owns going from a page back to the
//! answers, names of linked records included; refuses to count what is allowed and not printed.

use casework::{
    form::{FieldKind, Forms},
    ids::{FieldId, RecordId},
    record::Record,
};
use dossier::{compose::Composed, model::Provenance};
use journal::ChangeId;
use std::collections::{BTreeMap, BTreeSet};

/// The answers that stand in a dossier.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Printed {
    /// As `kind.field`, each once.
    pub(crate) fields: Vec<String>,
    /// Their live changes.
    pub(crate) changes: Vec<ChangeId>,
}

impl Printed {
    /// Reads them off the model. A link prints the name of what it points at, which is an answer of that record.
    pub(crate) fn of(composed: &Composed, records: &[Record], forms: &Forms) -> Self {
        let by_id: BTreeMap<RecordId, &Record> = records.iter().map(|record| (record.id, record)).collect();
        let mut answers = composed.dossier.answers();
        let named: Vec<(RecordId, FieldId)> = answers
            .iter()
            .filter_map(|(id, field)| Some((*by_id.get(id)?, field)))
            .flat_map(|(record, field)| linked(record, field, forms))
            .filter_map(|id| {
                let target = by_id.get(&id)?;
                let title = forms.get(&target.kind)?.title.clone();
                let at = Provenance::Answer { record: id, field: title.clone() };
                let named = target.kind == "organisation" || composed.allowed.freedom(&at).is_some();
                named.then_some((id, title))
            })
            .collect();
        answers.extend(named);
        let (mut fields, mut changes) = (BTreeSet::new(), Vec::new());
        for (id, field) in &answers {
            let Some(record) = by_id.get(id) else { continue };
            let live = changes_of(record, field.as_str());
            if !live.is_empty() {
                fields.insert(format!("{}.{field}", record.kind));
                changes.extend(live);
            }
        }
        Self { fields: fields.into_iter().collect(), changes }
    }
}

fn linked(record: &Record, field: &FieldId, forms: &Forms) -> Vec<RecordId> {
    let definition = forms.get(&record.kind).and_then(|form| form.field(field.as_str()));
    let links = definition.is_some_and(|field| field.kind == FieldKind::Record);
    if links { record.links(field.as_str()).collect() } else { Vec::new() }
}

/// The live changes of a field.
pub(crate) fn changes_of(record: &Record, field: &str) -> Vec<ChangeId> {
    let live = FieldId::new(field).ok().and_then(|id| record.answers.get(&id));
    live.into_iter().flatten().filter_map(|one| one.change.parse().ok()).collect()
}
