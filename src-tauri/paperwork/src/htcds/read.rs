//! A file of the standard as a list of people that the roster's preview reads. Owns finding the standard's titles, turning
//! values back, and where each thing stood; what has no counterpart is left as it is written, so that it is flagged, or
//! goes into the person's remarks word for word. Parses nothing itself.

mod row;
mod sheets;

use super::codes::{Codes, Rows};
use crate::{
    grid::{Cell, Column, Content, Grid, Place, Row, Sheet},
    roster::{MappedColumn, Mapping, Proposal, ProposedColumn, Slot, Target, Why},
};
use casework::{form::Form, private::Private};
use row::{Fact, Person};
use sheets::records;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows of one person are taken beside their own; the rest are told.
const ROWS: usize = 50;

/// Where a value stood in the file, under which title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The sheet, the row and the column.
    pub place: Place,
    /// The standard's name.
    pub name: String,
}

/// A file of the standard as a list.
#[derive(Debug)]
pub struct Translated {
    /// One row for each person, numbered as in the file; one column for each field.
    pub grid: Grid,
    /// What each column is for.
    pub proposal: Proposal,
    /// Where each cell of the grid stood, by its row and column.
    pub origins: BTreeMap<(u32, Column), Origin>,
    /// Rows that say themselves that there is no consent.
    pub refused: BTreeSet<u32>,
    /// Rows that belong to nobody in the file, or to somebody who has too many.
    pub lost: Vec<Origin>,
}

impl Codes {
    /// Reads a grid whose titles are the standard's; none when they are not. `forms` are the person's and those of what comes
    /// with a person, in the order in which they are made.
    pub fn translate(&self, grid: &Grid, forms: &[&Form]) -> Option<Translated> {
        let found = records(self, grid)?;
        let mut people: Vec<Person<'_>> = Vec::new();
        let mut by_reference: BTreeMap<String, usize> = BTreeMap::new();
        for record in found.records.iter().filter(|record| record.rows == Rows::Person) {
            if let Some(reference) = record.text("pulang_Reference") {
                by_reference.entry(reference).or_insert(people.len());
            }
            people.push(Person::read(self, record, forms));
        }
        let mut lost = Vec::new();
        for record in found.records.iter().filter(|record| record.rows != Rows::Person) {
            let at = record.text("pulang_Reference").and_then(|text| by_reference.get(&text));
            match at.and_then(|at| people.get_mut(*at)) {
                Some(person) if person.rows < ROWS => person.more(self, record),
                _ => lost.push(Origin { place: record.place, name: record.rows.word().to_owned() }),
            }
        }
        laid_out(grid, found.sheet, found.header, people, forms, lost)
    }
}

/// The list: a column for each field that somebody has, the first of each record first.
fn laid_out(
    grid: &Grid,
    sheet: usize,
    header: u32,
    people: Vec<Person<'_>>,
    forms: &[&Form],
    lost: Vec<Origin>,
) -> Option<Translated> {
    let person = forms.first()?.id.clone();
    let rank = |slot: &Slot| -> (usize, usize) {
        let form = forms.iter().position(|form| form.id == slot.form).unwrap_or(forms.len());
        let fields = forms.get(form).map_or(&[][..], |form| form.fields.as_slice());
        let required = fields.iter().position(|field| field.id == slot.field && field.required);
        let any = fields.iter().position(|field| field.id == slot.field);
        (form, required.or(any.map(|at| at + fields.len())).unwrap_or(usize::MAX))
    };
    let mut keys: BTreeMap<(usize, usize, usize), Slot> = BTreeMap::new();
    let key = |slot: &Slot, nth: usize| {
        let (form, field) = rank(slot);
        (form, nth, field)
    };
    for fact in people.iter().flat_map(|person| &person.facts) {
        keys.insert(key(&fact.slot, fact.nth), fact.slot.clone());
    }
    let column_of: BTreeMap<(usize, usize, usize), Column> =
        keys.keys().zip(0_u32..).map(|(key, at)| (*key, Column(at))).collect();
    let mut origins = BTreeMap::new();
    let mut titles: BTreeMap<Column, String> = BTreeMap::new();
    let mut rows = Vec::new();
    let mut refused = BTreeSet::new();
    for person in people {
        let mut cells: Vec<Cell> = Vec::new();
        if person.refused {
            refused.insert(person.row);
        }
        for Fact { slot, nth, content, formula, origin } in person.facts {
            let Some(column) = column_of.get(&key(&slot, nth)).copied() else { continue };
            titles.entry(column).or_insert_with(|| origin.name.clone());
            origins.insert((person.row, column), origin);
            cells.push(Cell { column, content, formula });
        }
        cells.sort_by_key(|cell| cell.column);
        rows.push(Row { number: person.row, cells });
    }
    rows.retain(|row| !row.cells.is_empty());
    rows.sort_by_key(|row| row.number);
    let mut columns = Vec::new();
    let mut mapped = Vec::new();
    for (key, slot) in keys {
        let Some(column) = column_of.get(&key).copied() else { continue };
        let title = titles.remove(&column).unwrap_or_default();
        let target = Target::Field(slot);
        mapped.push(MappedColumn { column, title: title.to_lowercase(), target: target.clone() });
        columns.push(ProposedColumn { column, title: Private::new(title), target, why: Why::Title });
    }
    let name = grid.sheets.get(sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
    let people = rows.len();
    let mapping = Mapping { form: person, sheet: 1, header_rows: vec![header], columns: mapped };
    let only = Grid {
        sheets: vec![Sheet { name, hidden: false, rows, merges: Vec::new() }],
        from_1904: grid.from_1904,
        notices: grid.notices.clone(),
    };
    let proposal = Proposal {
        mapping,
        columns,
        ignored: Vec::new(),
        people,
        other_sheets: Vec::new(),
        questions: Vec::new(),
        notices: grid.notices.clone(),
    };
    Some(Translated { grid: only, proposal, origins, refused, lost })
}

/// A cell as text; none for an error of the spreadsheet.
fn text_of(content: &Content) -> Option<String> {
    match content {
        Content::Text(text) | Content::Moment(text) | Content::Clock(text) => {
            Some(text.reveal().trim().to_owned())
        }
        Content::Number { shown: Some(text), .. } => Some(text.reveal().clone()),
        Content::Number { value, shown: None } => Some(value.to_string()),
        Content::Flag(flag) => Some(flag.to_string()),
        Content::Broken => None,
    }
}
