//! Reads dates as officers type them: about, from–to, or plain. Owns the words around a date and the question to ask
//! back; refuses a word that it does not know, and a range with one end.

use super::{
    PartialDate,
    lexer::{Sort, Token, lex},
    lexicon::{Meaning, head, meaning},
    numbers::{FIRST_YEAR, LAST_COMMON_YEAR, units},
};
use crate::values::{
    DateOrder, Typing,
    refusal::{Doubt, ambiguous, reading, unreadable},
};
use chrono::Datelike;

/// What sets a reading apart from its rivals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) order: Option<DateOrder>,
    pub(super) buddhist: Option<bool>,
}

impl Marks {
    fn agrees(self, other: Self) -> bool {
        let order = self.order.is_none() || other.order.is_none() || self.order == other.order;
        order && (self.buddhist.is_none() || other.buddhist.is_none() || self.buddhist == other.buddhist)
    }

    fn with(self, other: Self) -> Self {
        Self { order: self.order.or(other.order), buddhist: self.buddhist.or(other.buddhist) }
    }

    const fn hint(self) -> &'static str {
        match (self.order, self.buddhist) {
            (Some(DateOrder::DayFirst), _) => "date-day-first",
            (Some(DateOrder::MonthFirst), _) => "date-month-first",
            (None, Some(true)) => "date-buddhist-era",
            (None, _) => "date-common-era",
        }
    }
}

pub(super) type Readings<T> = Vec<(T, Marks)>;

pub(super) fn parse(typed: &str, typing: &Typing) -> Result<PartialDate, Doubt> {
    let typed = without_midnight(typed);
    if let Ok(date) = PartialDate::read(typed.trim()) {
        let years = [date.earliest().year(), date.latest().year()];
        if years.iter().all(|year| (FIRST_YEAR..=LAST_COMMON_YEAR).contains(year)) {
            return Ok(date);
        }
    }
    read(&lex(typed), typing)
}

/// Spreadsheets write a day as its midnight; that midnight was never told.
fn without_midnight(typed: &str) -> &str {
    let day = ["00:00:00", "00:00"].into_iter().find_map(|midnight| typed.trim_end().strip_suffix(midnight));
    match day.and_then(|day| day.strip_suffix([' ', 'T'])) {
        Some(day) if day.trim_end().ends_with(|c: char| c.is_ascii_digit()) => day,
        _ => typed,
    }
}

/// Reads a date from pieces already cut, so that a time can hand over what is left when its clock is taken out.
pub(crate) fn read(tokens: &[Token], typing: &Typing) -> Result<PartialDate, Doubt> {
    let pieces = understand(tokens)?;
    let Some(start) = pieces.first().map(|piece| piece.at) else { return unreadable(0, "value-empty") };
    let readings = match split_range(&pieces) {
        None => single(&pieces, typing)?,
        Some((from, to)) => range(from, to, start, typing)?,
    };
    match readings.as_slice() {
        [] => unreadable(start, "date-unreadable"),
        [(date, _)] => Ok(*date),
        [(_, marks), ..] => {
            let question = if marks.order.is_some() { "date-which-order" } else { "date-which-era" };
            let offered =
                readings.iter().map(|(date, marks)| reading(date.to_string(), marks.hint())).collect();
            ambiguous(question, offered)
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Number(u32, usize),
    Word(Meaning),
    Sign(char),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    pub(super) what: What,
    pub(super) at: usize,
    spaced: bool,
}

/// Gives every word its meaning; the first without one is where the text stops making sense.
fn understand(tokens: &[Token]) -> Result<Vec<Piece>, Doubt> {
    let mut pieces = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let piece = |what, at| Piece { what, at, spaced: token.spaced };
        match &token.sort {
            Sort::Number(Some(value), digits) => pieces.push(piece(What::Number(*value, *digits), token.at)),
            Sort::Number(None, _) => return unreadable(token.at, "date-unreadable"),
            Sort::Sign(sign) => pieces.push(piece(What::Sign(*sign), token.at)),
            Sort::Word(_) if i.checked_sub(2).is_some_and(|first| abbreviation(tokens, first).is_some()) => {
                // The second letter of an abbreviation whose meaning is already there; its stop or stroke goes too.
                pieces.pop();
            }
            Sort::Word(word) => match abbreviation(tokens, i).or_else(|| meaning(word)) {
                Some(meaning) => pieces.push(piece(What::Word(meaning), token.at)),
                None => pieces.extend(words_in(word, token)?),
            },
        }
    }
    pieces.retain(|piece| piece.what != What::Word(Meaning::Filler));
    Ok(pieces)
}

/// The words in a run of letters that is no word itself: Khmer puts no spaces between them.
fn words_in(run: &str, token: &Token) -> Result<Vec<Piece>, Doubt> {
    let mut words = Vec::new();
    let (mut rest, mut at) = (run, token.at);
    while !rest.is_empty() {
        let Some((meaning, length)) = head(rest).filter(|_| !run.is_ascii()) else {
            return unreadable(at, "date-word");
        };
        words.push(Piece { what: What::Word(meaning), at, spaced: token.spaced });
        at += length;
        let next = rest.char_indices().nth(length).map_or(rest.len(), |(next, _)| next);
        rest = rest.get(next..).unwrap_or_default();
    }
    Ok(words)
}

/// Words written as two letters with a stop or stroke between: "s/d" and "s.d." (until), "B.E.", "ព.ស.", "พ.ศ.".
fn abbreviation(tokens: &[Token], i: usize) -> Option<Meaning> {
    let letter = |n: usize| match tokens.get(n).map(|token| &token.sort) {
        Some(Sort::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    let dotted = matches!(tokens.get(i + 1).map(|token| &token.sort), Some(Sort::Sign('/' | '.')));
    match (letter(i)?, letter(i + 2)?) {
        ("s", "d") if dotted => Some(Meaning::To),
        ("b", "e") | ("ព", "ស") | ("พ", "ศ") if dotted => Some(Meaning::Buddhist),
        ("c", "e") | ("a", "d") | ("គ", "ស") | ("ค", "ศ") if dotted => Some(Meaning::Common),
        _ => None,
    }
}

/// The two ends, when the text says from–to.
fn split_range(pieces: &[Piece]) -> Option<(&[Piece], &[Piece])> {
    let opened = pieces.iter().any(|piece| piece.what == What::Word(Meaning::From));
    let months = pieces.iter().any(|piece| matches!(piece.what, What::Word(Meaning::Month(_))));
    let number = |n: usize| matches!(pieces.get(n).map(|piece| piece.what), Some(What::Number(_, digits)) if digits <= 2);
    let month =
        |n: usize| matches!(pieces.get(n).map(|piece| piece.what), Some(What::Word(Meaning::Month(_))));
    let year = |n: usize| matches!(pieces.get(n).map(|piece| piece.what), Some(What::Number(_, 4)));
    let divides = |i: usize, piece: &Piece| match piece.what {
        What::Word(Meaning::To) | What::Sign('–' | '—') => true,
        What::Word(Meaning::And) => opened,
        What::Sign('-') => {
            let loose = piece.spaced && pieces.get(i + 1).is_some_and(|next| next.spaced);
            let before = i.checked_sub(1);
            let days = months && before.is_some_and(number) && number(i + 1) && !before.is_some_and(month);
            let both_months = before.is_some_and(month) && month(i + 1);
            let both_years = i == 1 && pieces.len() == 3 && before.is_some_and(year) && year(i + 1);
            loose || days || both_months || both_years
        }
        _ => false,
    };
    let at = pieces.iter().enumerate().find(|(i, piece)| divides(*i, piece)).map(|(i, _)| i)?;
    let (from, rest) = pieces.split_at(at);
    Some((from, rest.get(1..).unwrap_or_default()))
}

/// A range; an end that lacks its month or year takes it from the other.
fn range(
    from: &[Piece],
    to: &[Piece],
    start: usize,
    typing: &Typing,
) -> Result<Readings<PartialDate>, Doubt> {
    let is_from = |piece: &&Piece| piece.what != What::Word(Meaning::From);
    let mut from: Vec<Piece> = from.iter().filter(is_from).copied().collect();
    let Some(divide) = to.first().map(|piece| piece.at) else { return unreadable(start, "date-open-range") };
    if from.is_empty() {
        return unreadable(start, "date-open-range");
    }
    let months =
        |pieces: &[Piece]| pieces.iter().find(|p| matches!(p.what, What::Word(Meaning::Month(_)))).copied();
    let years = |pieces: &[Piece]| pieces.iter().rfind(|p| matches!(p.what, What::Number(_, 4))).copied();
    let short = |pieces: &[Piece]| pieces.iter().all(|p| !matches!(p.what, What::Sign('/' | '.')));
    if let (Some(month), None, true) = (months(to), months(&from), short(&from) && years(&from).is_none()) {
        from.push(month);
    }
    if let (Some(year), None, true) = (years(to), years(&from), months(&from).is_some()) {
        from.push(year);
    }
    let (ends, starts) = (units(to, typing)?, units(&from, typing)?);
    let mut readings = Vec::new();
    for (first, marks) in &starts {
        for (last, others) in ends.iter().filter(|(_, others)| marks.agrees(*others)) {
            let same = (first == last).then(|| PartialDate::plain(*first));
            if let Some(range) = same.or_else(|| PartialDate::range(*first, *last)) {
                readings.push((range, marks.with(*others)));
            }
        }
    }
    if readings.is_empty() { unreadable(divide, "date-range-order") } else { Ok(readings) }
}

/// One date, perhaps about.
fn single(pieces: &[Piece], typing: &Typing) -> Result<Readings<PartialDate>, Doubt> {
    let is_about =
        |piece: &Piece| matches!(piece.what, What::Word(Meaning::About) | What::Sign('~' | '±' | '≈' | '?'));
    let rest: Vec<Piece> = pieces.iter().filter(|piece| !is_about(piece)).copied().collect();
    let about = rest.len() < pieces.len();
    if let Some(open) = rest.iter().find(|piece| piece.what == What::Word(Meaning::From)) {
        return unreadable(open.at, "date-open-range");
    }
    let shape =
        |(unit, marks)| (if about { PartialDate::about(unit) } else { PartialDate::plain(unit) }, marks);
    Ok(units(&rest, typing)?.into_iter().map(shape).collect())
}
