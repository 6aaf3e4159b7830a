//! Rows of one list that may be the same person. Owns finding them in one pass; refuses to merge or to drop any.

use super::{headers::compact, mapping::Slot, preview::PreviewRow};
use casework::{
    form::{FieldKind, Form},
    private::Private,
};
use std::collections::HashMap;

/// Why a row may be the same person as an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Twin {
    /// The earlier row.
    pub row: u32,
    /// True when a document number is the same; else the name is, and no date speaks against it.
    pub by_document: bool,
}

/// Marks each row that shares a document number with an earlier one, or a name where their dates do not differ.
pub(super) fn mark(rows: &mut [PreviewRow], title: &Slot, forms: &[&Form]) {
    let of_kind = |kind: FieldKind| {
        let slots = forms.iter().flat_map(|form| {
            form.fields.iter().filter(move |field| field.kind == kind).map(|field| Slot::of(form, field))
        });
        slots.collect::<Vec<_>>()
    };
    let documents: Vec<Slot> =
        of_kind(FieldKind::DocumentNumber).into_iter().filter(|slot| !is_shared(rows, slot)).collect();
    let date = of_kind(FieldKind::Date)
        .into_iter()
        .find(|slot| rows.iter().any(|row| row.canonical(slot).is_some()));
    let mut by_document: HashMap<Private<String>, u32> = HashMap::new();
    // By name: the first row of all, and the first row for each date, "" standing for none.
    let mut by_name: HashMap<Private<String>, HashMap<Private<String>, u32>> = HashMap::new();
    for row in rows.iter_mut() {
        let number = row.row;
        let mut twin = None;
        for slot in &documents {
            let Some(text) = row.canonical(slot) else { continue };
            let first = *by_document.entry(Private::new(format!("{slot} {text}"))).or_insert(number);
            if first != number {
                twin = twin.or(Some(Twin { row: first, by_document: true }));
            }
        }
        if let Some(name) = row.canonical(title).map(compact).filter(|name| !name.is_empty()) {
            let day = date.as_ref().and_then(|slot| row.canonical(slot)).unwrap_or_default().to_owned();
            let known = by_name.entry(Private::new(name)).or_default();
            let same = known.get(&Private::new(day.clone())).copied();
            let undated = known.get(&Private::default()).copied();
            let any = known.values().min().copied().filter(|_| day.is_empty());
            if let Some(first) = same.or(undated).or(any) {
                twin = twin.or(Some(Twin { row: first, by_document: false }));
            }
            known.entry(Private::new(day)).or_insert(number);
        }
        row.twin = twin;
    }
}

/// A number that most rows share is a letter's or a flight's, and says nothing about persons.
fn is_shared(rows: &[PreviewRow], slot: &Slot) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for text in rows.iter().filter_map(|row| row.canonical(slot)) {
        *counts.entry(text).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    total >= 4 && counts.values().max().is_some_and(|most| most * 2 > total)
}
