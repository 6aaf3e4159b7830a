//! What a column holds, by its cells alone. Owns a few shapes; a shape is a hint to ask about, never an answer.

use crate::grid::{Column, Content, Row};
use crate::roster::headers::fold;
use casework::form::{Field, FieldKind};

/// A shape that most cells of a column have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Dates,
    Sexes,
    DocumentNumbers,
    Phones,
}

/// Looked at per column.
const SAMPLE: usize = 200;

/// The words and letters by which lists say a sex, and the option that each means.
const SEXES: [(&str, &str); 18] = [
    ("l", "male"),
    ("p", "female"),
    ("m", "male"),
    ("f", "female"),
    ("w", "female"),
    ("lk", "male"),
    ("pr", "female"),
    ("laki", "male"),
    ("laki laki", "male"),
    ("pria", "male"),
    ("perempuan", "female"),
    ("wanita", "female"),
    ("male", "male"),
    ("female", "female"),
    ("ប្រុស", "male"),
    ("ស្រី", "female"),
    ("ប", "male"),
    ("ស", "female"),
];

/// The option that a cell of a column of sexes means; the letter P alone is read with the column (see `letters`).
pub(super) fn sex(text: &str) -> Option<&'static str> {
    let folded = fold(text);
    SEXES.iter().find(|(word, _)| fold(word) == folded).map(|(_, option)| *option)
}

/// True for a field that asks a sex.
pub(super) fn asks_sex(field: &Field) -> bool {
    let has = |option: &str| field.options.iter().any(|one| one == option);
    field.kind == FieldKind::Choice && has("male") && has("female")
}

impl Shape {
    pub(super) fn fits(self, field: &Field) -> bool {
        match self {
            Self::Dates => field.kind == FieldKind::Date,
            Self::Sexes => asks_sex(field),
            Self::DocumentNumbers => field.kind == FieldKind::DocumentNumber,
            Self::Phones => field.kind == FieldKind::Phone,
        }
    }
}

/// The shape of `column`, when at least two cells and seven in ten have it.
pub(super) fn shape(rows: &[&Row], column: Column) -> Option<Shape> {
    let cells = || rows.iter().filter_map(|row| row.cell(column)).take(SAMPLE).map(|cell| &cell.content);
    let total = cells().count();
    let most = |has: fn(&Content) -> bool| {
        let hits = cells().filter(|content| has(content)).count();
        hits >= 2 && hits * 10 >= total * 7
    };
    if most(is_date) {
        Some(Shape::Dates)
    } else if most(is_sex) {
        Some(Shape::Sexes)
    } else if most(is_document) {
        Some(Shape::DocumentNumbers)
    } else if most(is_phone) {
        Some(Shape::Phones)
    } else {
        None
    }
}

fn text(content: &Content) -> Option<&str> {
    match content {
        Content::Text(text) => Some(text.reveal().trim()),
        _ => None,
    }
}

fn is_date(content: &Content) -> bool {
    matches!(content, Content::Moment(_)) || text(content).is_some_and(looks_like_date)
}

/// Three parts, one of them a year: `28/06/1999`, `1999-06-28`, `28 Juni 1999`.
pub(super) fn looks_like_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let digits = |part: &&&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let year = |part: &&str| {
        part.len() == 4 && digits(&part) && matches!(part.as_bytes().first(), Some(b'1' | b'2'))
    };
    parts.len() == 3 && parts.iter().filter(digits).count() >= 2 && parts.iter().any(year)
}

fn is_sex(content: &Content) -> bool {
    text(content).is_some_and(|text| sex(text).is_some())
}

/// One or two letters and six to eight digits, as passports are numbered.
fn is_document(content: &Content) -> bool {
    let Some(text) = text(content) else { return false };
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let letters = bare.chars().take_while(char::is_ascii_alphabetic).count();
    let rest = bare.chars().skip(letters);
    (1..=2).contains(&letters)
        && (6..=8).contains(&rest.clone().count())
        && rest.clone().all(|c| c.is_ascii_digit())
}

fn is_phone(content: &Content) -> bool {
    let Some(text) = text(content) else { return false };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.'));
    signs && (8..=15).contains(&digits) && text.starts_with(['+', '0'])
}
