//! Cases as they stand: each record once, as a line of JSON or a row of its kind's sheet. Owns that the shape is the one the
//! command line has; what may not leave is cut out of it first.

use super::{Tally, case::Case};
use crate::{
    failure::DeskError,
    shape,
    views::{FieldView, RecordPage, ValueView},
};
use casework::{
    form::{FieldKind, Forms},
    ids::RecordId,
    record::Record,
};
use paperwork::tables::{self, Table};
use std::collections::BTreeSet;

impl Case<'_> {
    /// One record a line, people first.
    pub(super) fn lines(&self, tally: &mut Tally) -> Result<Vec<u8>, DeskError> {
        let mut bytes = Vec::new();
        for page in self.pages(tally)? {
            serde_json::to_writer(&mut bytes, &shape::record(&page)).map_err(|_| DeskError::Fault("json"))?;
            bytes.push(b'\n');
        }
        Ok(bytes)
    }

    /// One sheet a kind: `id`, `ref`, a column for each field that somebody answered, and the fields that are in conflict.
    pub(super) fn workbook(&self, tally: &mut Tally) -> Result<Vec<u8>, DeskError> {
        let pages = self.pages(tally)?;
        let mut sheets = Vec::new();
        for kind in Forms::order() {
            let Some(form) = self.desk.house.forms.named(kind) else { continue };
            let own: Vec<&RecordPage> = pages.iter().filter(|page| page.link.kind == kind).collect();
            if own.is_empty() {
                continue;
            }
            let there: BTreeSet<&str> =
                own.iter().flat_map(|page| fields(page)).map(|field| field.id.as_str()).collect();
            let columns: Vec<&str> =
                form.fields.iter().map(|field| field.id.as_str()).filter(|id| there.contains(id)).collect();
            let mut titles = vec!["id".to_owned(), "ref".to_owned()];
            titles.extend(columns.iter().map(|id| (*id).to_owned()));
            titles.push("conflicts".to_owned());
            let row = |page: &&RecordPage| {
                let mut cells = vec![page.link.id.clone(), page.link.reference.clone()];
                for id in &columns {
                    let field = fields(page).find(|field| field.id == *id);
                    cells.push(field.map(cell).unwrap_or_default());
                }
                let open: Vec<&str> =
                    fields(page).filter(|field| field.conflict).map(|field| field.id.as_str()).collect();
                cells.push(open.join("; "));
                cells
            };
            sheets.push(Table { name: kind.to_owned(), titles, rows: own.iter().map(row).collect() });
        }
        Ok(tables::workbook(&sheets)?)
    }

    /// Every record that may leave with what of it may leave: people, what is about them, and what that points at.
    fn pages(&self, tally: &mut Tally) -> Result<Vec<RecordPage>, DeskError> {
        let show = self.desk.show(&[self.all])?;
        let mut seen: BTreeSet<RecordId> = self.people.iter().copied().collect();
        let mut order: Vec<&Record> = self.people.iter().filter_map(|id| self.record(*id)).collect();
        let about: BTreeSet<RecordId> =
            self.people.iter().flat_map(|id| self.about(*id)).map(|record| record.id).collect();
        order.extend(about.into_iter().filter(|id| seen.insert(*id)).filter_map(|id| self.record(id)));
        let mut at = 0;
        // What a shown link points at comes along, and what that points at.
        while let Some(record) = order.get(at).copied() {
            at += 1;
            for field in self.shown(record).into_iter().filter(|field| field.kind == FieldKind::Record) {
                for target in record.links(field.id.as_str()).filter_map(|id| self.record(id)) {
                    let of_people = target.kind == "person"
                        || self.form(target).is_none_or(|form| form.people().is_some());
                    if !of_people && self.leaving.names(target) && seen.insert(target.id) {
                        order.push(target);
                    }
                }
            }
        }
        let mut pages = Vec::new();
        for record in order {
            let allowed: BTreeSet<&str> =
                self.shown(record).into_iter().map(|field| field.id.as_str()).collect();
            let mut page = show.page(record);
            for section in &mut page.sections {
                section.fields.retain(|field| allowed.contains(field.id.as_str()));
                for field in section.fields.iter_mut().filter(|field| field.kind == "record") {
                    field.values.retain(|value| value.canonical.as_deref().is_none_or(|id| self.names(id)));
                }
                section.fields.retain(|field| !field.values.is_empty());
            }
            page.sections.retain(|section| !section.fields.is_empty());
            let says = fields(&page).any(|field| !matches!(field.id.as_str(), "people" | "reference"));
            if says {
                tally.fields.extend(fields(&page).map(|field| format!("{}.{}", record.kind, field.id)));
                *tally.records.entry(record.kind.to_string()).or_default() += 1;
                pages.push(page);
            }
        }
        Ok(pages)
    }
}

fn fields(page: &RecordPage) -> impl Iterator<Item = &FieldView> {
    page.sections.iter().flat_map(|section| &section.fields)
}

/// The values of a field in one cell; why there is none stands in brackets.
fn cell(field: &FieldView) -> String {
    let said = |value: &ValueView| match (&value.link, &value.canonical) {
        (Some(link), _) => format!("{} {}", link.reference, link.title).trim().to_owned(),
        (None, Some(canonical)) => canonical.clone(),
        (None, None) => format!("({})", value.standing),
    };
    field.values.iter().map(said).collect::<Vec<_>>().join("; ")
}
