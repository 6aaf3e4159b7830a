//! The preview: every cell of every person parsed by the app's one parser, with a flag where an officer has to look and
//! one question for a column where the doubt is the column's. Owns collecting; nothing is written anywhere.

use super::{
    cells::Mark,
    column::{ColumnReader, Context},
    mapping::{Mapping, Slot},
    propose::all,
    table::{IgnoredRows, LeftOut, people},
    twins::{self, Twin},
};
use crate::{
    error::PaperError,
    grid::{Cell, Column, Grid, Place, Row, Sheet},
};
pub use casework::values::DateOrder;
use casework::{
    answer::Answer,
    form::Form,
    private::Private,
    values::{Refusal, Typing},
    words::Words,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the letter P means in a column of sexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LetterP {
    /// *Perempuan*, female.
    Female,
    /// *Pria*, male.
    Male,
}

/// What the officer answered about a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Which number is the day, by column.
    pub orders: BTreeMap<Column, DateOrder>,
    /// What P means, by column.
    pub letters: BTreeMap<Column, LetterP>,
    /// Rows to leave out.
    pub leave_out: BTreeSet<u32>,
    /// Rows to take that would be left out.
    pub take: BTreeSet<u32>,
}

/// A doubt that is a whole column's: asked once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnQuestion {
    /// Some dates read both ways, and no other cell of the column settles it.
    WhichOrder {
        /// The column.
        column: Column,
        /// The first cell that reads both ways.
        example: Place,
        /// How many do.
        cells: usize,
        /// The office's own order, to offer first.
        suggested: Option<DateOrder>,
        /// True when other cells show both orders, so that no single answer fits all.
        mixed: bool,
    },
    /// Only the letter P stands in a column of sexes.
    WhichP {
        /// The column.
        column: Column,
        /// The first such cell.
        example: Place,
        /// How many there are.
        cells: usize,
    },
}

impl ColumnQuestion {
    /// Its dictionary key.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::WhichOrder { .. } => "paper-ask-which-order",
            Self::WhichP { .. } => "paper-ask-which-p",
        }
    }
}

/// A column whose dates read both ways, settled by its own other cells: to be said, not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The column.
    pub column: Column,
    /// The order that they show.
    pub order: DateOrder,
    /// The first cell that shows it.
    pub by: Place,
}

/// What became of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It reads as one answer.
    Read {
        /// The canonical value as it travels on, or that the list says it is unknown, not asked or declined.
        answer: Answer<Private<String>>,
        /// The answer as it is shown.
        display: Private<String>,
    },
    /// It names another record in words; whoever takes the list finds or makes that record.
    Named,
    /// It does not read as a value, or as several; the refusal says why and offers the readings.
    Refused(Refusal),
    /// A dash: nothing is said.
    Nothing,
    /// An error of the spreadsheet.
    Broken,
}

/// One cell of one person, for one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewCell {
    /// Where it stands.
    pub place: Place,
    /// The field that it fills.
    pub field: Slot,
    /// Its text, as if typed.
    pub typed: Private<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// What to know about it.
    pub marks: Vec<Mark>,
}

/// One person of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The row, as numbered.
    pub row: u32,
    /// Its cells, in the order of their columns; a field that takes several values may come several times.
    pub cells: Vec<PreviewCell>,
    /// True when there is no name, so that no record can be made of it yet.
    pub unnamed: bool,
    /// The earlier row that may be the same person.
    pub twin: Option<Twin>,
}

impl PreviewRow {
    /// The canonical value read for `slot`, the first when there are several.
    pub fn canonical(&self, slot: &Slot) -> Option<&str> {
        self.cells.iter().filter(|cell| cell.field == *slot).find_map(|cell| match &cell.outcome {
            Outcome::Read { answer, .. } => answer.known().map(|text| text.reveal().as_str()),
            _ => None,
        })
    }
}

/// One thing for the officer to look at. Carries places and keys only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// Where.
    pub place: Place,
    /// The field, when it is about one.
    pub field: Option<Slot>,
    /// The dictionary key of what it is.
    pub key: &'static str,
    /// True when the cell or the row cannot be taken as it is.
    pub blocking: bool,
    /// The other row, where two are concerned.
    pub other: Option<u32>,
}

/// A list as it would be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The sheet, counted from 1.
    pub sheet: usize,
    /// The people.
    pub rows: Vec<PreviewRow>,
    /// The rows left out.
    pub ignored: Vec<IgnoredRows>,
    /// What to ask, once for each column.
    pub questions: Vec<ColumnQuestion>,
    /// What the list itself answered.
    pub settled: Vec<Settled>,
}

impl Preview {
    /// Everything to look at, in the order of the list.
    pub fn flags(&self) -> Vec<Flag> {
        let mut flags = Vec::new();
        for row in &self.rows {
            let whole = Place { sheet: self.sheet, row: row.row, column: None };
            if row.unnamed {
                flags.push(Flag {
                    place: whole,
                    field: None,
                    key: "paper-flag-unnamed",
                    blocking: true,
                    other: None,
                });
            }
            if let Some(twin) = row.twin {
                let key = if twin.by_document { "paper-flag-same-document" } else { "paper-flag-same-name" };
                flags.push(Flag { place: whole, field: None, key, blocking: false, other: Some(twin.row) });
            }
            for cell in &row.cells {
                let flag = |key: &'static str, blocking: bool| Flag {
                    place: cell.place,
                    field: Some(cell.field.clone()),
                    key,
                    blocking,
                    other: None,
                };
                match &cell.outcome {
                    Outcome::Refused(refusal) => flags.push(flag(refusal.key(), true)),
                    Outcome::Broken => flags.push(flag("paper-flag-broken", true)),
                    Outcome::Read { .. } | Outcome::Named | Outcome::Nothing => {}
                }
                flags.extend(cell.marks.iter().map(|mark| flag(mark.key(), false)));
            }
        }
        flags
    }

    /// How often each flag occurs.
    pub fn counts(&self) -> BTreeMap<&'static str, usize> {
        let mut counts = BTreeMap::new();
        for flag in self.flags() {
            *counts.entry(flag.key).or_default() += 1;
        }
        counts
    }
}

/// Parses the people of `grid` under `mapping`. `typing` says how officers of this office type; its date order is only
/// offered, since a list may come from elsewhere.
///
/// # Errors
/// [`PaperError::StaleMapping`] when the mapping names a sheet or a field that is not there.
pub fn preview(
    grid: &Grid,
    mapping: &Mapping,
    form: &Form,
    with: &[&Form],
    typing: &Typing,
    words: &Words,
    answers: &Answers,
) -> Result<Preview, PaperError> {
    let forms = all(form, with);
    mapping.check(&forms)?;
    let sheet = grid.sheet(mapping.sheet).ok_or(PaperError::StaleMapping)?;
    let title = Slot { form: form.id.clone(), field: form.title.clone() };
    let (people, mut ignored) = people(sheet, mapping, mapping.column_of(&title));
    let rows = chosen(sheet, people, answers, &mut ignored);
    let blocks = Blocks::of(sheet, mapping, &title);
    let mut preview = Preview {
        sheet: mapping.sheet,
        rows: Vec::new(),
        ignored,
        questions: Vec::new(),
        settled: Vec::new(),
    };
    preview.rows = rows
        .iter()
        .map(|row| PreviewRow { row: row.number, cells: Vec::new(), unnamed: false, twin: None })
        .collect();
    for column in &mapping.columns {
        let found: Vec<Option<(&Cell, bool)>> =
            rows.iter().map(|row| blocks.cell(sheet, row, column.column)).collect();
        let context = Context { grid, sheet: mapping.sheet, forms: &forms, typing: *typing, words };
        let mut reader = ColumnReader::new(context, column, &found);
        reader.settle_order(&column.target, &rows, &found, answers, &mut preview);
        reader.settle_letter(&column.target, &rows, &found, answers, &mut preview);
        for (row, found) in preview.rows.iter_mut().zip(&found) {
            if let Some((cell, from_block)) = found {
                reader.read(&column.target, row.row, cell, *from_block, &mut row.cells);
            }
        }
    }
    for row in &mut preview.rows {
        let read = |cell: &PreviewCell| cell.field == title && matches!(cell.outcome, Outcome::Read { .. });
        row.unnamed = !row.cells.iter().any(read);
    }
    twins::mark(&mut preview.rows, &title, &forms);
    Ok(preview)
}

/// The rows after the officer's own choice.
fn chosen<'s>(
    sheet: &'s Sheet,
    people: Vec<&'s Row>,
    answers: &Answers,
    ignored: &mut Vec<IgnoredRows>,
) -> Vec<&'s Row> {
    let mut rows: BTreeMap<u32, &Row> = people.into_iter().map(|row| (row.number, row)).collect();
    for number in &answers.leave_out {
        if rows.remove(number).is_some() {
            ignored.push(IgnoredRows { rows: *number..=*number, why: LeftOut::ByOfficer });
        }
    }
    rows.extend(answers.take.iter().filter_map(|number| Some((*number, sheet.row(*number)?))));
    rows.into_values().collect()
}

/// Blocks merged downwards: what stands in the first row is meant for all of them.
struct Blocks(HashMap<Column, Vec<(u32, u32)>>);

impl Blocks {
    fn of(sheet: &Sheet, mapping: &Mapping, title: &Slot) -> Self {
        let last_title = mapping.header_rows.iter().max().copied().unwrap_or(0);
        let mut blocks: HashMap<Column, Vec<(u32, u32)>> = HashMap::new();
        let name = mapping.column_of(title);
        for merge in
            sheet.merges.iter().filter(|merge| merge.rows.0 > last_title && merge.rows.1 > merge.rows.0)
        {
            // A name is one person's, however many rows it stands across.
            if merge.columns.0 == merge.columns.1 && Some(merge.columns.0) != name {
                blocks.entry(merge.columns.0).or_default().push(merge.rows);
            }
        }
        blocks.values_mut().for_each(|rows| rows.sort_unstable());
        Self(blocks)
    }

    /// The cell of `column` in `row`, or the one that its block shows.
    fn cell<'s>(&self, sheet: &'s Sheet, row: &'s Row, column: Column) -> Option<(&'s Cell, bool)> {
        if let Some(cell) = row.cell(column) {
            return Some((cell, false));
        }
        let blocks = self.0.get(&column)?;
        let at = blocks.partition_point(|(first, _)| *first <= row.number).checked_sub(1)?;
        let (first, last) = blocks.get(at)?;
        let inside = *last >= row.number;
        inside.then(|| sheet.row(*first)?.cell(column)).flatten().map(|cell| (cell, true))
    }
}
