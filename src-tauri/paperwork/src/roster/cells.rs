//! A foreign cell as text for the app's own parsers. Owns what a spreadsheet does to values: days as numbers, zeros in
//! front lost, digits lost, errors; every repair is marked. Refuses to parse: that is done once, in `casework`.

use crate::{
    grid::{Cell, Content},
    roster::headers::fold,
    workbook::serial::{Moment, moment},
};
use casework::form::{Field, FieldKind};

/// Something to know about a cell that was taken; the key is in the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// The file computes it; the value computed last was taken.
    Formula,
    /// A plain number was read as a day, because the field asks a date.
    NumberAsDay,
    /// It is shorter than its neighbours and a number: zeros in front may be lost.
    ZerosLost,
    /// It is a number of more digits than a spreadsheet keeps: the last ones may be wrong.
    DigitsLost,
    /// It is taken from the merged block that the row lies in.
    FromBlock,
    /// Day and month were told apart by the other cells of the column, or by the officer's answer for it.
    OrderOfColumn,
    /// The date carried a time of day, which the field does not ask.
    TimeDropped,
}

impl Mark {
    /// Its dictionary key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Formula => "paper-mark-formula",
            Self::NumberAsDay => "paper-mark-number-as-day",
            Self::ZerosLost => "paper-mark-zeros-lost",
            Self::DigitsLost => "paper-mark-digits-lost",
            Self::FromBlock => "paper-mark-from-block",
            Self::OrderOfColumn => "paper-mark-order-of-column",
            Self::TimeDropped => "paper-mark-time-dropped",
        }
    }
}

/// A cell's text, as if it had been typed.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Typed {
    /// Text for the parser.
    Text(String, Vec<Mark>),
    /// A dash or another sign that says nothing.
    Nothing,
    /// An error of the spreadsheet.
    Broken,
}

/// A double holds 15 digits for certain.
const CERTAIN: f64 = 1e15;
/// Days that a plain number may stand for in a date column: 1910 to 2099, in either system within four years.
const DAYS: std::ops::RangeInclusive<f64> = 3_654.0..=73_050.0;
/// Numbers that are rather a year.
const YEARS: std::ops::RangeInclusive<f64> = 1_900.0..=2_100.0;

pub(super) fn typed(cell: &Cell, field: &Field, from_1904: bool) -> Typed {
    let mut marks = Vec::new();
    if cell.formula {
        marks.push(Mark::Formula);
    }
    let text = match &cell.content {
        Content::Broken => return Typed::Broken,
        Content::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Content::Clock(text) => text.reveal().clone(),
        Content::Moment(text) => moment_text(text.reveal(), field.kind, &mut marks),
        Content::Text(text) => {
            let text = tidy(text.reveal(), field.kind);
            match plain_number(&text).filter(|_| field.kind == FieldKind::Date) {
                Some(value) => number(value, &text, field.kind, from_1904, &mut marks),
                None => text,
            }
        }
        Content::Number { value, shown: Some(shown) } => {
            number(*value, shown.reveal(), field.kind, from_1904, &mut marks)
        }
        // Display writes no exponent, so a long number keeps its digits.
        Content::Number { value, shown: None } => {
            number(*value, &value.to_string(), field.kind, from_1904, &mut marks)
        }
    };
    if text.chars().any(char::is_alphanumeric) { Typed::Text(text, marks) } else { Typed::Nothing }
}

/// One line where one line is asked: a line end in a cell only makes it fit its column.
fn tidy(text: &str, kind: FieldKind) -> String {
    if kind == FieldKind::Paragraph {
        return text.trim().to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain_number(text: &str) -> Option<f64> {
    let digits = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn number(value: f64, digits: &str, kind: FieldKind, from_1904: bool, marks: &mut Vec<Mark>) -> String {
    match kind {
        FieldKind::Date | FieldKind::Time if DAYS.contains(&value) && !YEARS.contains(&value) => {
            match moment(value, from_1904) {
                Some(Moment::Day(text) | Moment::Timed(text)) => {
                    marks.push(Mark::NumberAsDay);
                    moment_text(&text, kind, marks)
                }
                Some(Moment::Clock(_)) | None => digits.to_owned(),
            }
        }
        FieldKind::DocumentNumber | FieldKind::Phone | FieldKind::Text if value.abs() >= CERTAIN => {
            marks.push(Mark::DigitsLost);
            digits.to_owned()
        }
        _ => digits.to_owned(),
    }
}

fn moment_text(text: &str, kind: FieldKind, marks: &mut Vec<Mark>) -> String {
    match (text.split_once('T'), kind) {
        (Some((day, _)), FieldKind::Date) => {
            marks.push(Mark::TimeDropped);
            day.to_owned()
        }
        (Some((day, clock)), _) => format!("{day} {clock}"),
        (None, _) => text.to_owned(),
    }
}

/// Which of the cells of a column are numbers and shorter than most, so that zeros in front may be lost.
pub(super) fn usual_length(cells: &[&Cell]) -> Option<usize> {
    let mut counts = [0_usize; 33];
    let mut total = 0;
    for length in cells.iter().filter_map(|cell| digits(cell)) {
        if let Some(count) = counts.get_mut(length) {
            *count += 1;
            total += 1;
        }
    }
    let (length, most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
    (total >= 3 && most * 2 > total).then_some(length)
}

/// How many digits a cell has, when it has nothing else.
fn digits(cell: &Cell) -> Option<usize> {
    let text = match &cell.content {
        Content::Number { value, shown } => {
            shown.as_ref().map_or_else(|| value.to_string(), |text| text.reveal().clone())
        }
        Content::Text(text) => text.reveal().clone(),
        _ => return None,
    };
    text.bytes().all(|byte| byte.is_ascii_digit()).then_some(text.len())
}

/// True for a number that lacks digits against the usual length of its column.
pub(super) fn lost_zeros(cell: &Cell, usual: usize) -> bool {
    let number = matches!(cell.content, Content::Number { shown: None, .. });
    number && digits(cell).is_some_and(|length| length < usual && length + 3 >= usual)
}

/// "Bandung, 28-06-1999" as place and date; a side that is not there is none.
pub(super) fn place_and_date(text: &str) -> (Option<&str>, Option<&str>) {
    let digit = |c: char| c.is_numeric();
    let first = text.find(digit).unwrap_or(text.len());
    let (head, _) = text.split_at(first);
    let cut = head.rfind([',', ';', '/']).unwrap_or(first);
    let (place, date) = text.split_at(cut);
    let signs = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '-' | ':');
    let some = |text: &'_ str| !fold(text).is_empty();
    let (place, date) = (place.trim_matches(signs), date.trim_matches(signs));
    (Some(place).filter(|place| some(place)), Some(date).filter(|date| some(date)))
}

#[cfg(test)]
mod tests {
    use super::place_and_date;

    #[test]
    fn place_and_date_come_apart() {
        assert_eq!(place_and_date("Bandung, 28-06-1999"), (Some("Bandung"), Some("28-06-1999")));
        assert_eq!(place_and_date("Kab. Tegal / 3 Mei 2001"), (Some("Kab. Tegal"), Some("3 Mei 2001")));
        assert_eq!(place_and_date("Medan 28/06/1999"), (Some("Medan"), Some("28/06/1999")));
        assert_eq!(
            place_and_date("Bandung, Jawa Barat, Juni 1999"),
            (Some("Bandung, Jawa Barat"), Some("Juni 1999"))
        );
        assert_eq!(place_and_date("28-06-1999"), (None, Some("28-06-1999")));
        assert_eq!(place_and_date("Medan"), (Some("Medan"), None));
        assert_eq!(place_and_date(", "), (None, None));
    }
}
