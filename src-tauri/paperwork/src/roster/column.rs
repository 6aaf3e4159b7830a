//! One column read: which number is the day, what P means, and each cell through the app's one parser. Owns doubts that
//! are a whole column's; refuses to settle them by anything but the column itself or the officer.

use super::{
    cells::{Mark, Typed, lost_zeros, place_and_date, typed, usual_length},
    headers::compact,
    hints::{asks_sex, sex},
    mapping::{MappedColumn, Slot, Target},
    preview::{Answers, ColumnQuestion, DateOrder, LetterP, Outcome, Preview, PreviewCell, Settled},
};
use crate::grid::{Cell, Column, Grid, Place, Row};
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Form},
    private::Private,
    values::{Reading, Refusal, Typing, Value},
    words::Words,
};
use std::collections::HashMap;

/// What all columns of a list share.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) grid: &'a Grid,
    pub(super) sheet: usize,
    pub(super) forms: &'a [&'a Form],
    pub(super) typing: Typing,
    pub(super) words: &'a Words,
}

/// Reads one column.
pub(super) struct ColumnReader<'a> {
    context: Context<'a>,
    column: Column,
    title: &'a str,
    /// The order of day and month in this column, once it is settled; the office's own is only offered.
    typing: Typing,
    usual: Option<usize>,
    letter: Option<LetterP>,
    /// Answers to closed questions repeat; each is parsed once.
    known: HashMap<(Slot, Private<String>), Outcome>,
}

/// The cell of each row, and whether it comes from a merged block.
type Found<'s> = [Option<(&'s Cell, bool)>];

impl<'a> ColumnReader<'a> {
    pub(super) fn new(context: Context<'a>, column: &'a MappedColumn, found: &Found<'_>) -> Self {
        let cells: Vec<&Cell> = found.iter().flatten().map(|(cell, _)| *cell).collect();
        Self {
            context,
            column: column.column,
            title: &column.title,
            typing: Typing { date_order: None, ..context.typing },
            usual: usual_length(&cells),
            letter: None,
            known: HashMap::new(),
        }
    }

    fn place(&self, row: u32) -> Place {
        Place { sheet: self.context.sheet, row, column: Some(self.column) }
    }

    /// The texts of the column with their rows, as the parser would get them for `field`.
    fn texts(&self, field: &Field, rows: &[&Row], found: &Found<'_>) -> Vec<(u32, String)> {
        let text = |(row, found): (&&Row, &Option<(&Cell, bool)>)| {
            let (cell, from_block) = (*found)?;
            match typed(cell, field, self.context.grid.from_1904) {
                Typed::Text(text, _) if !from_block => Some((row.number, text)),
                _ => None,
            }
        };
        rows.iter().zip(found).filter_map(text).collect()
    }

    /// Finds out which number is the day in this column: from the officer, else from its own unambiguous cells.
    pub(super) fn settle_order(
        &mut self,
        target: &Target,
        rows: &[&Row],
        found: &Found<'_>,
        answers: &Answers,
        preview: &mut Preview,
    ) {
        let suggested = self.context.typing.date_order;
        let slot = match target {
            Target::Field(slot) => slot,
            Target::PlaceAndDate { date, .. } => date,
            Target::Nothing => return,
        };
        let Some(field) =
            slot.find(self.context.forms).filter(|f| matches!(f.kind, FieldKind::Date | FieldKind::Time))
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
            self.typing.date_order = Some(*order);
        } else if let Some((order, row)) = agreed {
            self.typing.date_order = Some(*order);
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
    pub(super) fn settle_letter(
        &mut self,
        target: &Target,
        rows: &[&Row],
        found: &Found<'_>,
        answers: &Answers,
        preview: &mut Preview,
    ) {
        let Target::Field(slot) = target else { return };
        let Some(field) = slot.find(self.context.forms).filter(|field| asks_sex(field)) else { return };
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

    pub(super) fn read(
        &mut self,
        target: &Target,
        row: u32,
        cell: &Cell,
        from_block: bool,
        into: &mut Vec<PreviewCell>,
    ) {
        let fields = target.fields();
        let Some(field) = fields.last().and_then(|slot| slot.find(self.context.forms)) else { return };
        let place = self.place(row);
        let bare = |field: &Slot, outcome: Outcome| PreviewCell {
            place,
            field: field.clone(),
            typed: Private::default(),
            outcome,
            marks: Vec::new(),
        };
        let (text, mut marks) = match typed(cell, field, self.context.grid.from_1904) {
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
                    if let (Some(text), Some(field)) = (text, slot.find(self.context.forms)) {
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
        if self.typing.date_order.is_some() && matches!(order_shown(text), Some(Shown::Either)) {
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

    fn standing(&self, answer: Answer<Private<String>>) -> Outcome {
        let key = format!("val-{}", answer.standing());
        Outcome::Read { answer, display: Private::new(self.context.words.get(&key).into_owned()) }
    }

    fn parse(&self, field: &Field, text: &str) -> Outcome {
        match Value::parse(field, text, &self.typing) {
            Ok(Answer::Known(value)) => {
                let display = Private::new(value.display(self.context.words));
                Outcome::Read { answer: Answer::Known(Private::new(value.canonical())), display }
            }
            Ok(Answer::Unknown) => self.standing(Answer::Unknown),
            Ok(Answer::NotAsked) => self.standing(Answer::NotAsked),
            Ok(Answer::Declined) => self.standing(Answer::Declined),
            Err(refusal) => Outcome::Refused(refusal),
        }
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
