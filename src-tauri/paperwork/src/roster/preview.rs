//! The preview: every cell of every person parsed by the app's one parser, with a flag where an officer has to look and
//! one question for a column where the doubt is the column's. Owns collecting; nothing is written anywhere.

use super::{
    cells::{Mark, Typed, lost_zeros, place_and_date, typed, usual_length},
    headers::compact,
    hints::{asks_sex, sex},
    mapping::{Mapping, Slot, Target},
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
    form::{Field, FieldKind, Form},
    private::Private,
    values::{Reading, Refusal, Typing, Value},
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
        let mut reader = ColumnReader {
            grid,
            sheet: mapping.sheet,
            column: column.column,
            title: &column.title,
            forms: &forms,
            typing: *typing,
            words,
            usual: None,
            ordered: false,
            letter: None,
            known: HashMap::new(),
        };
        let cells: Vec<&Cell> = found.iter().flatten().map(|(cell, _)| *cell).collect();
        reader.usual = usual_length(&cells);
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

/// Reads one column.
struct ColumnReader<'a> {
    grid: &'a Grid,
    sheet: usize,
    column: Column,
    title: &'a str,
    forms: &'a [&'a Form],
    typing: Typing,
    words: &'a Words,
    usual: Option<usize>,
    ordered: bool,
    letter: Option<LetterP>,
    /// Answers to closed questions repeat; each is parsed once.
    known: HashMap<(Slot, Private<String>), Outcome>,
}

type Found<'s> = [Option<(&'s Cell, bool)>];

impl ColumnReader<'_> {
    fn place(&self, row: u32) -> Place {
        Place { sheet: self.sheet, row, column: Some(self.column) }
    }

    /// The texts of the column with their rows, as the parser would get them for `field`.
    fn texts(&self, field: &Field, rows: &[&Row], found: &Found<'_>) -> Vec<(u32, String)> {
        let text = |(row, found): (&&Row, &Option<(&Cell, bool)>)| {
            let (cell, from_block) = (*found)?;
            match typed(cell, field, self.grid.from_1904) {
                Typed::Text(text, _) if !from_block => Some((row.number, text)),
                _ => None,
            }
        };
        rows.iter().zip(found).filter_map(text).collect()
    }

    /// Finds out which number is the day in this column: from the officer, else from its own unambiguous cells.
    fn settle_order(
        &mut self,
        target: &Target,
        rows: &[&Row],
        found: &Found<'_>,
        answers: &Answers,
        preview: &mut Preview,
    ) {
        let suggested = self.typing.date_order.take();
        let slot = match target {
            Target::Field(slot) => slot,
            Target::PlaceAndDate { date, .. } => date,
            Target::Nothing => return,
        };
        let Some(field) =
            slot.find(self.forms).filter(|f| matches!(f.kind, FieldKind::Date | FieldKind::Time))
        else {
            return;
        };
        let mut open: Vec<u32> = Vec::new();
        let mut shown: Vec<(DateOrder, u32)> = Vec::new();
        for (row, text) in self.texts(field, rows, found) {
            let date = match target {
                Target::PlaceAndDate { .. } => place_and_date(&text).1.unwrap_or_default(),
                _ => &text,
            };
            match order_shown(date) {
                Some(Shown::Only(order)) => shown.push((order, row)),
                Some(Shown::Either) => open.push(row),
                None => {}
            }
        }
        let Some(first) = open.first() else { return };
        let agreed = shown.first().filter(|(order, _)| shown.iter().all(|(other, _)| other == order));
        if let Some(order) = answers.orders.get(&self.column) {
            (self.typing.date_order, self.ordered) = (Some(*order), true);
        } else if let Some((order, row)) = agreed {
            (self.typing.date_order, self.ordered) = (Some(*order), true);
            preview.settled.push(Settled { column: self.column, order: *order, by: self.place(*row) });
        } else {
            preview.questions.push(ColumnQuestion::WhichOrder {
                column: self.column,
                example: self.place(*first),
                cells: open.len(),
                suggested,
                mixed: !shown.is_empty(),
            });
        }
    }

    /// Finds out what P means: with W beside it *pria*, with L or F beside it or in the title *perempuan*.
    fn settle_letter(
        &mut self,
        target: &Target,
        rows: &[&Row],
        found: &Found<'_>,
        answers: &Answers,
        preview: &mut Preview,
    ) {
        let Target::Field(slot) = target else { return };
        let Some(field) = slot.find(self.forms).filter(|field| asks_sex(field)) else { return };
        let texts = self.texts(field, rows, found);
        let letters: Vec<(u32, String)> = texts.iter().map(|(row, text)| (*row, compact(text))).collect();
        let has = |letter: &str| letters.iter().any(|(_, text)| text == letter);
        let lone: Vec<u32> = letters.iter().filter(|(_, text)| text == "p").map(|(row, _)| *row).collect();
        let Some(first) = lone.first() else { return };
        let title = compact(self.title);
        let answer = answers.letters.get(&self.column).copied();
        let written = if has("l") || has("m") || title.contains("lp") || title.contains("pl") {
            Some(LetterP::Female)
        } else if has("w") || title.contains("pw") {
            Some(LetterP::Male)
        } else {
            None
        };
        self.letter = answer.or(written);
        if self.letter.is_none() {
            let (example, cells) = (self.place(*first), lone.len());
            preview.questions.push(ColumnQuestion::WhichP { column: self.column, example, cells });
        }
    }

    fn read(
        &mut self,
        target: &Target,
        row: u32,
        cell: &Cell,
        from_block: bool,
        into: &mut Vec<PreviewCell>,
    ) {
        let fields = target.fields();
        let Some(field) = fields.last().and_then(|slot| slot.find(self.forms)) else { return };
        let place = self.place(row);
        let bare = |field: &Slot, outcome: Outcome| PreviewCell {
            place,
            field: field.clone(),
            typed: Private::default(),
            outcome,
            marks: Vec::new(),
        };
        let (text, mut marks) = match typed(cell, field, self.grid.from_1904) {
            Typed::Text(text, marks) => (text, marks),
            Typed::Nothing => return into.extend(fields.iter().map(|slot| bare(slot, Outcome::Nothing))),
            Typed::Broken => return into.extend(fields.iter().map(|slot| bare(slot, Outcome::Broken))),
        };
        let counted = matches!(field.kind, FieldKind::DocumentNumber | FieldKind::Phone);
        if counted && self.usual.is_some_and(|usual| lost_zeros(cell, usual)) {
            marks.push(Mark::ZerosLost);
        }
        if from_block {
            marks.push(Mark::FromBlock);
        }
        match target {
            Target::Field(slot) => {
                for part in parts(&text, field) {
                    self.value(slot, field, part, place, &marks, into);
                }
            }
            Target::PlaceAndDate { place: left, date: right } => {
                let (left_text, right_text) = place_and_date(&text);
                for (slot, text) in [(left, left_text), (right, right_text)] {
                    if let (Some(text), Some(field)) = (text, slot.find(self.forms)) {
                        self.value(slot, field, text, place, &marks, into);
                    }
                }
            }
            Target::Nothing => {}
        }
    }

    fn value(
        &mut self,
        slot: &Slot,
        field: &Field,
        text: &str,
        place: Place,
        marks: &[Mark],
        into: &mut Vec<PreviewCell>,
    ) {
        let mut marks = marks.to_vec();
        if self.ordered && matches!(order_shown(text), Some(Shown::Either)) {
            marks.push(Mark::OrderOfColumn);
        }
        let outcome = self.outcome(slot, field, text);
        into.push(PreviewCell {
            place,
            field: slot.clone(),
            typed: Private::new(text.to_owned()),
            outcome,
            marks,
        });
    }

    fn outcome(&mut self, slot: &Slot, field: &Field, text: &str) -> Outcome {
        let closed = matches!(
            field.kind,
            FieldKind::Choice
                | FieldKind::Country
                | FieldKind::Language
                | FieldKind::YesNo
                | FieldKind::Place
        );
        if field.kind == FieldKind::Record {
            return Outcome::Named;
        }
        if !closed {
            return self.parse(field, text);
        }
        let key = (slot.clone(), Private::new(text.to_owned()));
        if let Some(known) = self.known.get(&key) {
            return known.clone();
        }
        let said = sex(text).filter(|_| asks_sex(field)).unwrap_or(text);
        let said = match (compact(text).as_str(), asks_sex(field), self.letter) {
            ("p", true, Some(LetterP::Male)) => "male",
            ("p", true, Some(LetterP::Female)) => "female",
            ("p", true, None) => return Outcome::Refused(which_p(text)),
            _ => said,
        };
        let outcome = self.parse(field, said);
        self.known.insert(key, outcome.clone());
        outcome
    }

    fn parse(&self, field: &Field, text: &str) -> Outcome {
        match Value::parse(field, text, &self.typing) {
            Ok(Answer::Known(value)) => {
                let display = Private::new(value.display(self.words));
                Outcome::Read { answer: Answer::Known(Private::new(value.canonical())), display }
            }
            Ok(Answer::Unknown) => self.standing(Answer::Unknown),
            Ok(Answer::NotAsked) => self.standing(Answer::NotAsked),
            Ok(Answer::Declined) => self.standing(Answer::Declined),
            Err(refusal) => Outcome::Refused(refusal),
        }
    }
}

impl ColumnReader<'_> {
    fn standing(&self, answer: Answer<Private<String>>) -> Outcome {
        let key = format!("val-{}", answer.standing());
        Outcome::Read { answer, display: Private::new(self.words.get(&key).into_owned()) }
    }
}

/// The same doubt as the column's question, for the one cell.
fn which_p(text: &str) -> Refusal {
    let reading = |canonical: &str, hint: &'static str| Reading { canonical: canonical.to_owned(), hint };
    let readings = vec![reading("female", "paper-p-perempuan"), reading("male", "paper-p-pria")];
    Refusal::Ambiguous { typed: Private::new(text.to_owned()), question: "paper-ask-which-p", readings }
}

/// The values of a cell for a field that takes several.
fn parts<'t>(text: &'t str, field: &Field) -> Vec<&'t str> {
    let separators: &[char] = match field.kind {
        _ if !field.many => return vec![text],
        FieldKind::Phone | FieldKind::Country | FieldKind::Language | FieldKind::Choice => {
            &[';', '\n', ',', '/']
        }
        _ => &[';', '\n'],
    };
    text.split(separators).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// What a date in numbers shows of its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Only(DateOrder),
    Either,
}

/// Day and month before a year, all in numbers; none for any other text.
fn order_shown(text: &str) -> Option<Shown> {
    let mut numbers = text.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).map(|part| {
        let digits = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse::<u32>().ok().map(|number| (number, part.len())) } else { None }
    });
    let ((a, a_digits), (b, _), (_, _)) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if a_digits > 2 || numbers.next().is_some_and(|more| more.is_some()) {
        return None;
    }
    match (a, b) {
        (13..=31, 1..=12) => Some(Shown::Only(DateOrder::DayFirst)),
        (1..=12, 13..=31) => Some(Shown::Only(DateOrder::MonthFirst)),
        (1..=12, 1..=12) if a != b => Some(Shown::Either),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, Shown, order_shown};

    #[test]
    fn only_numbers_before_a_year_show_an_order() {
        assert_eq!(order_shown("28/06/1999"), Some(Shown::Only(DateOrder::DayFirst)));
        assert_eq!(order_shown("06/28/1999"), Some(Shown::Only(DateOrder::MonthFirst)));
        assert_eq!(order_shown("6-7-99"), Some(Shown::Either));
        assert_eq!(order_shown("6/6/1999"), None);
        assert_eq!(order_shown("1999-06-07"), None);
        assert_eq!(order_shown("6 Juli 1999"), None);
        assert_eq!(order_shown("31/31/1999"), None);
    }
}
