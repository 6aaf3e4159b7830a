//! Why a dossier was stopped, in words that lead an officer to the record. Owns naming group, field and record; refuses to
//! say the value.

use crate::{failure::DeskError, house::House};
use casework::{
    ids::{FieldId, RecordId},
    naming,
    record::Record,
    words::Words,
};
use dossier::{DossierError, model::Provenance};

/// The error with the reference of the record that it is about, where it is about one.
pub(super) fn stopped(error: DossierError, records: &[Record]) -> DeskError {
    let Some((id, _)) = place(&error) else { return error.into() };
    let found = records.iter().find(|record| record.id == id);
    let record = found.map_or_else(|| id.to_string(), |record| naming::reference(record).to_owned());
    DeskError::Stopped { error, record }
}

const fn place(error: &DossierError) -> Option<(RecordId, &FieldId)> {
    match error {
        DossierError::NoGlyph { at: Provenance::Answer { record, field }, .. }
        | DossierError::NotAllowed { record, field, .. }
        | DossierError::Withheld { record, field, .. } => Some((*record, field)),
        _ => None,
    }
}

/// What, in which field, of which record, on which page.
pub(crate) fn why(error: &DossierError, record: &str, house: &House, words: &Words) -> String {
    let Some((_, field)) = place(error) else { return error.to_string() };
    let group = match error {
        DossierError::Withheld { group, .. } => Some(group),
        _ => None,
    };
    let label = house.forms.iter().find_map(|form| {
        let field = form.field(field.as_str())?;
        group.is_none_or(|group| field.group == *group).then(|| form.label(field, words).into_owned())
    });
    let mut said = Vec::new();
    if let DossierError::NoGlyph { code, .. } = error {
        said.push(code.clone());
    }
    said.extend(group.map(|group| words.get(&format!("group-{group}")).into_owned()));
    said.push(label.unwrap_or_else(|| field.to_string()));
    said.push(record.to_owned());
    if let DossierError::NotAllowed { page, .. } | DossierError::Withheld { page, .. } = error
        && *page > 0
    {
        said.push(words.fill("dos-page-no", &[("n", &page.to_string())]));
    }
    said.join(" · ")
}
