//! The proposal: which sheet, which rows hold titles, which column means which field, and what to ask. Owns choosing;
//! nothing is read from the cells here but their shapes.

use super::{
    headers::{Vocabulary, fold},
    hints::{Shape, shape},
    mapping::{MappedColumn, Mapping, Slot, Target, Why},
    table::{Heading, IgnoredRows, heading, is_counter, people},
};
use crate::grid::{Column, Content, Grid, Notice, Row, Sheet};
use casework::{
    form::{Field, Form},
    private::Private,
    words::Words,
};
use std::collections::{BTreeMap, BTreeSet};

/// One column as proposed.
#[derive(Debug, Clone, PartialEq)]
pub struct ProposedColumn {
    /// Where it stands.
    pub column: Column,
    /// Its title as written; empty where it has none.
    pub title: Private<String>,
    /// What it is proposed for.
    pub target: Target,
    /// Why.
    pub why: Why,
}

/// Another sheet of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OtherSheet {
    /// Which, counted from 1.
    pub sheet: usize,
    /// How many rows have something in them.
    pub rows: usize,
    /// True when it has titles that are known too, so that it may be a second list.
    pub is_list: bool,
    /// True when the file hides it.
    pub hidden: bool,
}

/// What to ask before the list is taken; each has an answer proposed already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Is this column one of these fields? The mapping holds the answer that stands without one.
    IsThis {
        /// The column.
        column: Column,
        /// The fields that it may be, at most six.
        fields: Vec<Slot>,
    },
    /// Several columns mean the same field; the first of them was taken.
    SameField {
        /// The field.
        field: Slot,
        /// The columns, the one taken first.
        columns: Vec<Column>,
    },
    /// No column for a field without which no record can be made.
    Missing {
        /// The field.
        field: Slot,
    },
    /// No row of titles was recognised.
    NoTitles,
    /// Another sheet looks like a list too.
    SecondList {
        /// Which, counted from 1.
        sheet: usize,
    },
}

impl Question {
    /// Its dictionary key.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::IsThis { .. } => "paper-ask-is-this",
            Self::SameField { .. } => "paper-ask-same-field",
            Self::Missing { .. } => "paper-ask-missing",
            Self::NoTitles => "paper-ask-no-titles",
            Self::SecondList { .. } => "paper-ask-second-list",
        }
    }
}

/// What the app makes of a list before an officer has looked at it.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// The mapping, to correct and hand to [`super::preview`].
    pub mapping: Mapping,
    /// Each column with its title and the reason for its target.
    pub columns: Vec<ProposedColumn>,
    /// Rows that are not taken, each with the reason.
    pub ignored: Vec<IgnoredRows>,
    /// How many rows are taken for people.
    pub people: usize,
    /// The sheets that were not chosen.
    pub other_sheets: Vec<OtherSheet>,
    /// What to ask.
    pub questions: Vec<Question>,
    /// How the file was read, where that matters.
    pub notices: Vec<Notice>,
}

/// Proposes a mapping of `grid` onto `form`, whose record a row is (a person), and onto the forms in `with`, whose records come
/// along with it (the travel document). Titles are known from the forms' fields, from their labels in `words`, and
/// from `remembered`, a mapping that an officer settled for such a list before, which wins over both.
pub fn propose(
    grid: &Grid,
    form: &Form,
    with: &[&Form],
    words: &[&Words],
    remembered: Option<&Mapping>,
) -> Proposal {
    let forms = &all(form, with)[..];
    let title = Slot { form: form.id.clone(), field: form.title.clone() };
    let remembered = remembered.filter(|mapping| mapping.check(forms).is_ok());
    let vocabulary = Vocabulary::new(forms, words);
    let found = |sheet: &Sheet| heading(sheet, &vocabulary, remembered, &title);
    let headings: Vec<Option<Heading>> = grid.sheets.iter().map(found).collect();
    let rank = |at: &usize| {
        let sheet = grid.sheets.get(*at);
        let score = headings.get(*at).and_then(Option::as_ref).map_or(0, |heading| heading.score);
        let rows = sheet.map_or(0, |sheet| sheet.rows.len());
        (score > 0, sheet.is_some_and(|sheet| !sheet.hidden), score, rows, usize::MAX - at)
    };
    let chosen = (0..grid.sheets.len()).max_by_key(rank).unwrap_or(0);
    let heading = headings.get(chosen).cloned().flatten();
    let mut questions = Vec::new();
    if heading.is_none() {
        questions.push(Question::NoTitles);
    }
    let mut other_sheets = Vec::new();
    for (at, sheet) in
        grid.sheets.iter().enumerate().filter(|(at, sheet)| *at != chosen && !sheet.rows.is_empty())
    {
        let is_list = headings.get(at).is_some_and(Option::is_some);
        other_sheets.push(OtherSheet {
            sheet: at + 1,
            rows: sheet.rows.len(),
            is_list,
            hidden: sheet.hidden,
        });
        if is_list {
            questions.push(Question::SecondList { sheet: at + 1 });
        }
    }
    let empty = Sheet { name: Private::default(), hidden: false, rows: Vec::new(), merges: Vec::new() };
    let sheet = grid.sheets.get(chosen).unwrap_or(&empty);
    let last_title = heading.as_ref().and_then(|heading| heading.rows.last().copied()).unwrap_or(0);
    let below: Vec<&Row> = sheet.rows.iter().filter(|row| row.number > last_title).collect();
    let mut columns = columns(&below, heading.as_ref());
    count_rows(&mut columns, &below);
    settle_doubles(&mut columns, forms, heading.as_ref(), &mut questions);
    guess_by_cells(&mut columns, &below, forms, &mut questions);
    for slot in required(form) {
        if !columns.iter().any(|one| one.target.fields().contains(&&slot)) {
            questions.push(Question::Missing { field: slot });
        }
    }
    let mapped = columns.iter().map(|one| MappedColumn {
        column: one.column,
        title: fold(one.title.reveal()),
        target: one.target.clone(),
    });
    let mapping = Mapping {
        form: form.id.clone(),
        sheet: chosen + 1,
        header_rows: heading.map(|heading| heading.rows).unwrap_or_default(),
        columns: mapped.collect(),
    };
    let (taken, ignored) = people(sheet, &mapping, mapping.column_of(&title));
    let people = taken.len();
    Proposal { mapping, columns, ignored, people, other_sheets, questions, notices: grid.notices.clone() }
}

/// The forms of an import, the main one first.
pub(super) fn all<'f>(form: &'f Form, with: &[&'f Form]) -> Vec<&'f Form> {
    std::iter::once(form).chain(with.iter().copied()).collect()
}

/// The fields without which the record of a row cannot be made.
fn required(form: &Form) -> impl Iterator<Item = Slot> {
    let wanted = |field: &&Field| field.required || field.id == form.title;
    form.fields.iter().filter(wanted).map(|field| Slot::of(form, field))
}

fn columns(below: &[&Row], heading: Option<&Heading>) -> Vec<ProposedColumn> {
    let mut all: BTreeSet<Column> =
        below.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column)).collect();
    all.extend(heading.iter().flat_map(|heading| heading.titles.keys().copied()));
    let one = |column: Column| {
        let title = heading.and_then(|heading| heading.titles.get(&column)).cloned().unwrap_or_default();
        let found = heading.and_then(|heading| heading.found.get(&column)).cloned();
        let (target, why) = found.map_or((Target::Nothing, Why::Unknown), |found| (found.target, found.why));
        ProposedColumn { column, title: Private::new(title), target, why }
    };
    all.into_iter().map(one).collect()
}

/// A column that only counts the rows is not taken, whatever its title may mean elsewhere.
fn count_rows(columns: &mut [ProposedColumn], below: &[&Row]) {
    for one in columns.iter_mut().filter(|one| one.why != Why::Remembered && is_counter(one.title.reveal())) {
        let cells = below.iter().filter_map(|row| row.cell(one.column));
        let short = |content: &Content| match content {
            Content::Number { value, .. } => *value < 100_000.0,
            Content::Text(text) => text.reveal().chars().count() <= 5,
            _ => false,
        };
        if one.why == Why::Unknown || cells.map(|cell| &cell.content).all(short) {
            (one.target, one.why) = (Target::Nothing, Why::Counter);
        }
    }
}

/// Two columns for one field: the surer title is taken, the first of equals, and the officer is asked.
fn settle_doubles(
    columns: &mut [ProposedColumn],
    forms: &[&Form],
    heading: Option<&Heading>,
    questions: &mut Vec<Question>,
) {
    let score = |column: Column| {
        heading.and_then(|heading| heading.found.get(&column)).map_or(0, |found| found.score)
    };
    let mut claims: BTreeMap<Slot, Vec<Column>> = BTreeMap::new();
    for one in columns.iter() {
        for field in one.target.fields() {
            claims.entry(field.clone()).or_default().push(one.column);
        }
    }
    for (field, mut claimed) in claims {
        let several = field.find(forms).is_some_and(|field| field.many);
        if claimed.len() < 2 || several {
            continue;
        }
        claimed.sort_by_key(|column| (std::cmp::Reverse(score(*column)), *column));
        for one in columns.iter_mut().filter(|one| claimed.iter().skip(1).any(|column| *column == one.column))
        {
            (one.target, one.why) = (Target::Nothing, Why::Taken);
        }
        questions.push(Question::SameField { field, columns: claimed });
    }
    for one in columns.iter().filter(|one| !one.why.is_sure()) {
        if let Target::Field(field) = &one.target {
            questions.push(Question::IsThis { column: one.column, fields: vec![field.clone()] });
        }
    }
}

/// What no title explains may be explained by the cells. Under a title of its own it is only asked about, never taken.
fn guess_by_cells(
    columns: &mut [ProposedColumn],
    below: &[&Row],
    forms: &[&Form],
    questions: &mut Vec<Question>,
) {
    const MOST: usize = 6;
    let taken: BTreeSet<Slot> =
        columns.iter().flat_map(|one| one.target.fields().into_iter().cloned().collect::<Vec<_>>()).collect();
    let mut shapes: Vec<(usize, Shape)> = Vec::new();
    for (at, one) in columns.iter().enumerate().filter(|(_, one)| one.why == Why::Unknown) {
        shapes.extend(shape(below, one.column).map(|shape| (at, shape)));
    }
    for (at, shape) in &shapes {
        let all =
            forms.iter().flat_map(|form| form.fields.iter().map(|field| (field, Slot::of(form, field))));
        let free = all.filter(|(field, slot)| shape.fits(field) && !taken.contains(slot));
        let fields: Vec<Slot> = free.map(|(_, slot)| slot).take(MOST).collect();
        let alone = shapes.iter().filter(|(_, other)| other == shape).count() == 1;
        let Some(one) = columns.get_mut(*at) else { continue };
        if let ([only], true, true) = (fields.as_slice(), alone, one.title.reveal().is_empty()) {
            (one.target, one.why) = (Target::Field(only.clone()), Why::Cells);
        }
        if !fields.is_empty() {
            questions.push(Question::IsThis { column: one.column, fields });
        }
    }
}
