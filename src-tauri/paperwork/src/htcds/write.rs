//! From what is on record to a row of the standard. Owns value by value and what is said beside it; is handed only what
//! may leave, and refuses nothing.

use super::codes::{By, Codes, Column, Rows};
use crate::roster::Slot;
use casework::{
    form::{Field, FieldKind, Forms},
    values::{PartialDate, Value, When},
    words::Words,
};
use std::collections::{BTreeMap, BTreeSet};

/// The answers that may leave, canonical, by field.
pub type Given = BTreeMap<Slot, Vec<String>>;

/// What a row needs beside answers of its own.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// The case's reference.
    pub reference: String,
    /// `Active`, `FollowUp`, `Closed`; empty where it may not be said.
    pub status: String,
    /// The person has died.
    pub deceased: bool,
    /// The age when first trafficked, where the days on record leave one only.
    pub age: Option<i32>,
    /// An organisation's name.
    pub organisation: String,
    /// More for our own column, as `form.field=value`.
    pub beside: Vec<String>,
}

/// A row with what could not be said in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// The cells, in the order of [`Codes::titles`] for all rows.
    pub cells: Vec<String>,
    /// Answers without an exact counterpart that stand in our own column.
    pub beside: Vec<Slot>,
    /// Answers that are not in the row at all: long texts, links and files.
    pub absent: Vec<Slot>,
}

impl Codes {
    /// Writes one row from what may leave.
    pub fn line(&self, rows: Rows, facts: &Facts, given: &Given, forms: &Forms, english: &Words) -> Line {
        let mut line = Line::default();
        let mut said: BTreeMap<&Slot, BTreeSet<&str>> = BTreeMap::new();
        for column in self.of(Some(rows)) {
            let Some(slot) = &column.slot else { continue };
            let values = given.get(slot).map_or(&[][..], Vec::as_slice);
            said.entry(slot).or_default().extend(exactly(column, values, field(forms, slot)));
        }
        let mut beside = facts.beside.clone();
        for (slot, values) in given {
            let told = |column: &Column| column.slot.as_ref() == Some(slot) && column.by == By::Told;
            if self.of(Some(rows)).any(told) {
                // The event's own row says it exactly.
                continue;
            }
            let left =
                values.iter().filter(|one| !said.get(slot).is_some_and(|said| said.contains(one.as_str())));
            let left: Vec<&String> = left.collect();
            if left.is_empty() {
                continue;
            }
            if field(forms, slot).is_some_and(is_short) {
                beside.extend(left.iter().map(|one| format!("{slot}={}", escape(one))));
                line.beside.push(slot.clone());
            } else {
                line.absent.push(slot.clone());
            }
        }
        let cell = |column: &Column| match column.by {
            _ if !column.rows.contains(&rows) => String::new(),
            By::Sort => rows.word().to_owned(),
            By::Reference => facts.reference.clone(),
            By::Deceased => if facts.deceased { "true" } else { "" }.to_owned(),
            By::Age => facts.age.map(|age| age.to_string()).unwrap_or_default(),
            By::Status => facts.status.clone(),
            By::Consent => "true".to_owned(),
            By::Organisation => facts.organisation.clone(),
            By::NoCounterpart => beside.join("; "),
            _ => column.slot.as_ref().map_or_else(String::new, |slot| {
                let values = given.get(slot).map_or(&[][..], Vec::as_slice);
                text(column, values, field(forms, slot), english)
            }),
        };
        line.cells = self.columns.iter().map(cell).collect();
        line
    }

    /// The cells of one sort of row, without the columns that it does not have.
    pub fn cut(&self, rows: Rows, cells: &[String]) -> Vec<String> {
        let pairs = self.columns.iter().zip(cells);
        pairs.filter(|(column, _)| column.rows.contains(&rows)).map(|(_, cell)| cell.clone()).collect()
    }
}

fn field<'f>(forms: &'f Forms, slot: &Slot) -> Option<&'f Field> {
    forms.get(&slot.form)?.field(slot.field.as_str())
}

const fn is_short(field: &Field) -> bool {
    !matches!(field.kind, FieldKind::Paragraph | FieldKind::Record | FieldKind::File | FieldKind::Mrz)
}

/// Which of the values the column says so that they come back as themselves.
fn exactly<'v>(column: &Column, values: &'v [String], field: Option<&Field>) -> Vec<&'v str> {
    let pick = |at: usize| values.get(at).map(String::as_str).into_iter().collect();
    match column.by {
        By::FirstName | By::MiddleName | By::SecondName | By::First => pick(0),
        By::Second => pick(1),
        By::All => values.iter().map(String::as_str).collect(),
        By::Values => values.iter().map(String::as_str).filter(|one| column.is_exact(one)).collect(),
        By::Day => values.iter().take(1).map(String::as_str).filter(|one| day(one).is_some()).collect(),
        By::Phone => values.iter().map(String::as_str).find(|one| is_e164(one)).into_iter().collect(),
        By::Place => values.iter().take(1).map(String::as_str).filter(|_| field.is_some()).collect(),
        _ => Vec::new(),
    }
}

fn text(column: &Column, values: &[String], field: Option<&Field>, english: &Words) -> String {
    let first = values.first().map_or("", String::as_str);
    let words = || first.split_whitespace().collect::<Vec<_>>();
    match column.by {
        By::FirstName => words().first().copied().unwrap_or_default().to_owned(),
        By::MiddleName => match words().as_slice() {
            [_, between @ .., _] => between.join(" "),
            _ => String::new(),
        },
        By::SecondName => match words().as_slice() {
            [_, .., last] => (*last).to_owned(),
            _ => String::new(),
        },
        By::Day => day(first).unwrap_or_default(),
        By::Moment => When::read(first).map_or_else(|_| String::new(), |_| first.chars().take(10).collect()),
        By::Values | By::Told => {
            let mut theirs: Vec<&str> = Vec::new();
            if column.values.is_empty() {
                return first.to_owned();
            }
            for one in values.iter().filter_map(|one| column.values.get(one)).flatten() {
                if !theirs.contains(&one.as_str()) {
                    theirs.push(one);
                }
            }
            theirs.join(";")
        }
        By::First => first.to_owned(),
        By::Second => values.get(1).cloned().unwrap_or_default(),
        By::All => values.join(";"),
        By::Phone => {
            let number = values.iter().find(|one| is_e164(one));
            // The plus is the standard's to leave out, and a spreadsheet would compute it.
            number.map_or_else(String::new, |number| number.trim_start_matches('+').to_owned())
        }
        By::Place => field
            .and_then(|field| Value::read(field, first).ok())
            .map_or_else(String::new, |value| value.display(english)),
        _ => String::new(),
    }
}

/// A whole day, as the standard writes it.
fn day(canonical: &str) -> Option<String> {
    PartialDate::read(canonical).ok()?.exact().map(|day| day.to_string())
}

/// `^\+?[1-9]\d{1,14}$`, the standard's own pattern.
fn is_e164(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    (2..=15).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A value as it stands between semicolons; [`super::read`] takes it back.
pub(super) fn escape(value: &str) -> String {
    value.replace('%', "%25").replace(';', "%3B")
}
