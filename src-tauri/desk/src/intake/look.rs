//! The open list as the window shows it. Owns places and words; refuses any decision.

use super::{forms, target_name};
use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    views::{ColumnQuestion, ColumnView, OptionView, PreviewCell, PreviewRow, RosterPreview, SkippedRow},
};
use casework::words::Words;
use paperwork::{
    Column, Content, Place,
    roster::{self, Flag, Outcome, Preview, Slot},
};
use std::collections::BTreeMap;

/// How many texts of a column are shown as samples.
const SAMPLES: usize = 3;

impl Desk {
    /// The open list as it would be taken in.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`].
    pub fn roster_preview(&self) -> Result<RosterPreview, DeskError> {
        let open = self.roster.as_ref().ok_or(DeskError::NoRoster)?;
        let preview = self.looked_through(open)?;
        let words = self.words();
        let flags = preview.flags();
        let sheet = |number: usize| {
            open.grid.sheet(number).map(|sheet| sheet.name.reveal().clone()).unwrap_or_default()
        };
        let source = open.source.reveal();
        let mut rows = self.rows(&preview, &flags);
        for like in self.duplicates_in(&preview)? {
            if let Some(row) = rows.iter_mut().find(|row| row.row == like.row) {
                row.notes.push(like.note(words));
            }
        }
        Ok(RosterPreview {
            source: if source.is_empty() { words.get("roster-pasted").into_owned() } else { source.clone() },
            sheet: sheet(open.mapping.sheet),
            sheets: open.grid.sheets.iter().map(|sheet| sheet.name.reveal().clone()).collect(),
            columns: self.columns(&preview),
            targets: self.targets()?,
            questions: preview.questions.iter().map(|one| question(one, &open.answers, words)).collect(),
            notes: open
                .standard
                .iter()
                .flat_map(|standard| standard.notes(words))
                .chain(open.proposal.questions.iter().map(|one| words.get(one.key()).into_owned()))
                .collect(),
            rows,
            skipped: skipped(&preview, words),
            flags: count(flags.len()),
        })
    }

    fn columns(&self, preview: &Preview) -> Vec<ColumnView> {
        let Some(open) = &self.roster else { return Vec::new() };
        let rows = open.grid.sheet(preview.sheet).map_or(&[][..], |sheet| &sheet.rows);
        let people: Vec<u32> = preview.rows.iter().map(|row| row.row).collect();
        let samples = |column: Column| {
            let texts =
                rows.iter().filter(|row| people.contains(&row.number)).filter_map(|row| row.cell(column));
            texts.map(|cell| shown(&cell.content)).filter(|text| !text.is_empty()).take(SAMPLES).collect()
        };
        let view = |one: &roster::ProposedColumn| ColumnView {
            index: one.column.0,
            letter: open
                .standard
                .as_ref()
                .and_then(|standard| standard.letter(one.column))
                .unwrap_or_else(|| one.column.to_string()),
            header: one.title.reveal().clone(),
            field: target_name(open.mapping.target(one.column)),
            samples: samples(one.column),
        };
        open.proposal.columns.iter().map(view).collect()
    }

    /// Every field that a column can be given to: of the person, and of the travel document that comes along.
    fn targets(&self) -> Result<Vec<OptionView>, DeskError> {
        let words = self.words();
        let mut targets = Vec::new();
        let standard = self.roster.as_ref().is_some_and(|open| open.standard.is_some());
        let forms = forms(&self.house, standard)?;
        for form in &forms {
            let given =
                form.fields.iter().filter(|field| !matches!(field.id.as_str(), "people" | "reference"));
            targets.extend(given.map(|field| OptionView {
                id: Slot::of(form, field).to_string(),
                word: form.label(field, words).into_owned(),
            }));
        }
        if let Some(person) = forms.first()
            && let (Some(place), Some(date)) = (person.field("birth_place"), person.field("birth_date"))
        {
            targets.push(OptionView {
                id: format!("{}+{}", Slot::of(person, place), Slot::of(person, date)),
                word: format!("{} + {}", person.label(place, words), person.label(date, words)),
            });
        }
        Ok(targets)
    }

    fn rows(&self, preview: &Preview, flags: &[Flag]) -> Vec<PreviewRow> {
        let mut by_place: BTreeMap<(u32, Option<Column>), Vec<&Flag>> = BTreeMap::new();
        for flag in flags {
            by_place.entry((flag.place.row, flag.place.column)).or_default().push(flag);
        }
        let said = |place: Place, field: Option<&Slot>| {
            let found = by_place.get(&(place.row, place.column)).into_iter().flatten();
            let here: Vec<String> = found
                .filter(|flag| flag.field.as_ref() == field)
                .map(|flag| self.flag_in_file(flag))
                .collect();
            (!here.is_empty()).then(|| here.join("; "))
        };
        let cell = |one: &roster::PreviewCell| PreviewCell {
            column: one.place.column.map_or(0, |column| column.0),
            field: one.field.to_string(),
            typed: one.typed.reveal().clone(),
            display: match &one.outcome {
                Outcome::Read { display, .. } => Some(display.reveal().clone()),
                Outcome::Named => Some(one.typed.reveal().clone()),
                Outcome::Refused(_) | Outcome::Nothing | Outcome::Broken => None,
            },
            flag: said(one.place, Some(&one.field)),
        };
        let row = |one: &roster::PreviewRow| PreviewRow {
            row: one.row,
            cells: one.cells.iter().map(cell).collect(),
            notes: said(Place { sheet: preview.sheet, row: one.row, column: None }, None)
                .into_iter()
                .collect(),
            taken: !one.unnamed,
        };
        preview.rows.iter().map(row).collect()
    }
}

/// A cell as the spreadsheet shows it.
fn shown(content: &Content) -> String {
    match content {
        Content::Text(text) | Content::Moment(text) | Content::Clock(text) => text.reveal().clone(),
        Content::Number { shown: Some(text), .. } => text.reveal().clone(),
        Content::Number { value, shown: None } => value.to_string(),
        Content::Flag(_) | Content::Broken => String::new(),
    }
}

impl Desk {
    /// A flag in words, with where it stood in a file of a standard, whose columns are not the list's.
    pub(super) fn flag_in_file(&self, flag: &Flag) -> String {
        let said = flag_text(flag, self.words());
        let standard = self.roster.as_ref().and_then(|open| open.standard.as_ref());
        match standard.and_then(|standard| standard.origin(flag.place)) {
            Some(origin) => format!("{origin}: {said}"),
            None => said,
        }
    }
}

/// A flag in words, with the other row where two are concerned.
pub(super) fn flag_text(flag: &Flag, words: &Words) -> String {
    let other = flag.other.map(|row| row.to_string()).unwrap_or_default();
    words.fill(flag.key, &[("row", &other)])
}

fn question(one: &roster::ColumnQuestion, answers: &roster::Answers, words: &Words) -> ColumnQuestion {
    let option = |id: &str, key: &str| OptionView { id: id.to_owned(), word: words.get(key).into_owned() };
    let (column, options, answer) = match one {
        roster::ColumnQuestion::WhichOrder { column, .. } => (
            *column,
            vec![option("day-first", "date-day-first"), option("month-first", "date-month-first")],
            answers.orders.get(column).map(|order| match order {
                roster::DateOrder::DayFirst => "day-first",
                roster::DateOrder::MonthFirst => "month-first",
            }),
        ),
        roster::ColumnQuestion::WhichP { column, .. } => (
            *column,
            vec![option("female", "sex-female"), option("male", "sex-male")],
            answers.letters.get(column).map(|letter| match letter {
                roster::LetterP::Female => "female",
                roster::LetterP::Male => "male",
            }),
        ),
    };
    ColumnQuestion {
        column: column.0,
        question: words.get(one.key()).into_owned(),
        options,
        answer: answer.map(str::to_owned),
    }
}

fn skipped(preview: &Preview, words: &Words) -> Vec<SkippedRow> {
    let rows = preview.ignored.iter().flat_map(|one| one.rows.clone().map(move |row| (row, one.why)));
    // A sheet can end in thousands of blank rows; they are nobody's, and are not listed.
    let told = rows.filter(|(_, why)| !matches!(why, roster::LeftOut::Blank));
    told.map(|(row, why)| SkippedRow { row, why: words.get(why.key()).into_owned() }).collect()
}
