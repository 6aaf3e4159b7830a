//! Reads dates as officers type them. Owns word order, number order, eras and short years; refuses to choose between day
//! and month: it asks.

use super::{
    PartialDate, Unit,
    lexer::{Sort, Token, lex},
    lexicon::{Meaning, head, meaning},
};
use crate::values::{
    DateOrder, Typing,
    refusal::{Doubt, ambiguous, reading, unreadable},
};
use chrono::Datelike;

/// Years above this one are of the Buddhist era, or a slip; the officer says which.
const LAST_COMMON_YEAR: i32 = 2400;
/// No living person's papers reach further back.
const FIRST_YEAR: i32 = 1850;
const BUDDHIST_OFFSET: i32 = 543;
/// A two-digit year is taken from 79 years before today to 20 after: births behind, permits ahead.
const SHORT_YEAR_AHEAD: i32 = 20;

/// What sets a reading apart from its rivals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marks {
    order: Option<DateOrder>,
    buddhist: Option<bool>,
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

type Readings<T> = Vec<(T, Marks)>;

pub(super) fn parse(typed: &str, typing: &Typing) -> Result<PartialDate, Doubt> {
    if let Ok(date) = PartialDate::read(typed.trim()) {
        let years = [date.earliest().year(), date.latest().year()];
        if years.iter().all(|year| (FIRST_YEAR..=LAST_COMMON_YEAR).contains(year)) {
            return Ok(date);
        }
    }
    read(&lex(typed), typing)
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
enum What {
    Number(u32, usize),
    Word(Meaning),
    Sign(char),
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    what: What,
    at: usize,
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
                None => {
                    let (mut rest, mut at) = (word.as_str(), token.at);
                    while !rest.is_empty() {
                        let Some((meaning, length)) = head(rest).filter(|_| !rest.is_ascii()) else {
                            return unreadable(at, "date-word");
                        };
                        pieces.push(piece(What::Word(meaning), at));
                        at += length;
                        rest = rest
                            .char_indices()
                            .nth(length)
                            .map_or("", |(from, _)| rest.get(from..).unwrap_or(""));
                    }
                }
            },
        }
    }
    pieces.retain(|piece| piece.what != What::Word(Meaning::Filler));
    Ok(pieces)
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
            if let Some(range) = PartialDate::range(*first, *last) {
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

/// A number with its place.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
    at: usize,
}

/// Every reading of one plain date.
fn units(pieces: &[Piece], typing: &Typing) -> Result<Readings<Unit>, Doubt> {
    let (mut numbers, mut month, mut era) = (Vec::new(), None, None);
    let mut numbers_before_month = 0;
    for piece in pieces {
        match piece.what {
            What::Number(value, digits) => numbers.push(Number { value, digits, at: piece.at }),
            What::Word(Meaning::Month(named)) if month.is_none() => {
                month = Some(named);
                numbers_before_month = numbers.len();
            }
            What::Word(Meaning::Buddhist) if era.is_none() => era = Some(true),
            What::Word(Meaning::Common) if era.is_none() => era = Some(false),
            What::Sign('/' | '-' | '.' | ',' | '(' | ')' | '‐' | '‑') => {}
            What::Word(_) | What::Sign(_) => return unreadable(piece.at, "date-unreadable"),
        }
    }
    let end = pieces.last().map_or(0, |piece| piece.at);
    let reader = Reader { typing, era };
    match (month, numbers.as_slice()) {
        (Some(month), [year]) if year.digits == 4 => reader.month(*year, month),
        (Some(_), [other]) => unreadable(other.at, "date-no-year"),
        (Some(month), [a, b]) if a.digits == 4 && b.digits <= 2 => reader.day(*a, month, *b),
        (Some(month), [day, year]) if numbers_before_month <= 1 => reader.day(*year, month, *day),
        (None, [only]) => reader.alone(*only),
        (None, [month, year]) if year.digits == 4 => reader.month_number(*year, *month),
        (None, [year, month]) if year.digits == 4 => reader.month_number(*year, *month),
        (None, [_, other]) => unreadable(other.at, "date-no-year"),
        (None, [year, month, day]) if year.digits == 4 => reader.numbers(*year, *month, *day, false),
        (None, [a, b, year]) => reader.numbers(*year, *a, *b, true),
        (Some(_), []) => unreadable(end, "date-no-year"),
        (_, numbers) => unreadable(numbers.get(3).map_or(end, |number| number.at), "date-unreadable"),
    }
}

struct Reader<'t> {
    typing: &'t Typing,
    era: Option<bool>,
}

impl Reader<'_> {
    /// Every year that a number may mean.
    fn years(&self, number: Number) -> Result<Vec<(i32, Option<bool>)>, Doubt> {
        let value = i32::try_from(number.value).unwrap_or(i32::MAX);
        let common = match (number.digits, self.era) {
            (2, _) => return Ok(vec![(self.short_year(value), None)]),
            (4, Some(true)) => return self.in_reach(value.saturating_sub(BUDDHIST_OFFSET), number.at),
            (4, _) => value,
            _ => return unreadable(number.at, "date-year-digits"),
        };
        if common <= LAST_COMMON_YEAR || self.era == Some(false) {
            return self.in_reach(common, number.at);
        }
        Ok(vec![(common - BUDDHIST_OFFSET, Some(true)), (common, Some(false))])
    }

    fn in_reach(&self, year: i32, at: usize) -> Result<Vec<(i32, Option<bool>)>, Doubt> {
        if year < FIRST_YEAR { unreadable(at, "date-year-too-early") } else { Ok(vec![(year, None)]) }
    }

    fn short_year(&self, value: i32) -> i32 {
        let last = self.typing.today.year() + SHORT_YEAR_AHEAD;
        last - (last - value).rem_euclid(100)
    }

    fn each(
        &self,
        year: Number,
        order: Option<DateOrder>,
        unit: impl Fn(i32) -> Option<Unit>,
    ) -> Result<Readings<Unit>, Doubt> {
        let years = self.years(year)?.into_iter();
        Ok(years.filter_map(|(year, buddhist)| Some((unit(year)?, Marks { order, buddhist }))).collect())
    }

    fn month(&self, year: Number, month: u32) -> Result<Readings<Unit>, Doubt> {
        self.each(year, None, |year| Unit::month(year, month))
    }

    fn month_number(&self, year: Number, month: Number) -> Result<Readings<Unit>, Doubt> {
        if !(1..=12).contains(&month.value) || month.digits > 2 {
            return unreadable(month.at, "date-no-such-month");
        }
        self.month(year, month.value)
    }

    fn day(&self, year: Number, month: u32, day: Number) -> Result<Readings<Unit>, Doubt> {
        let readings = self.each(year, None, |year| Unit::day(year, month, day.value))?;
        if readings.is_empty() || day.digits > 2 {
            unreadable(day.at, "date-no-such-day")
        } else {
            Ok(readings)
        }
    }

    /// A year alone, or eight digits in a row.
    fn alone(&self, number: Number) -> Result<Readings<Unit>, Doubt> {
        if number.digits != 8 {
            return match number.digits {
                4 => self.each(number, None, Unit::year),
                _ => unreadable(number.at, "date-no-year"),
            };
        }
        let part = |value, digits, skip| Number { value, digits, at: number.at + skip };
        let (head, tail) = (number.value / 10_000, number.value % 10_000);
        let sane = |year: u32| (FIRST_YEAR..=LAST_COMMON_YEAR).contains(&i32::try_from(year).unwrap_or(0));
        match (sane(head), sane(tail)) {
            (true, false) => {
                self.numbers(part(head, 4, 0), part(tail / 100, 2, 4), part(tail % 100, 2, 6), false)
            }
            (false, true) => {
                self.numbers(part(tail, 4, 4), part(head / 100, 2, 0), part(head % 100, 2, 2), true)
            }
            _ => unreadable(number.at, "date-unreadable"),
        }
    }

    /// Year, month, day in numbers. After the year comes the month; before it, either of the two.
    fn numbers(&self, year: Number, a: Number, b: Number, open: bool) -> Result<Readings<Unit>, Doubt> {
        if let Some(long) = [a, b].into_iter().find(|number| number.digits > 2) {
            return unreadable(long.at, "date-unreadable");
        }
        let is_month = |number: Number| (1..=12).contains(&number.value);
        match (open, is_month(a), is_month(b)) {
            (false, true, _) => self.day(year, a.value, b),
            (false, false, _) => unreadable(a.at, "date-no-such-month"),
            (true, false, true) => self.day(year, b.value, a),
            (true, true, false) => self.day(year, a.value, b),
            (true, false, false) => unreadable(b.at, "date-no-such-month"),
            (true, true, true) if a.value == b.value => self.day(year, a.value, b),
            (true, true, true) => match self.typing.date_order {
                Some(DateOrder::DayFirst) => self.day(year, b.value, a),
                Some(DateOrder::MonthFirst) => self.day(year, a.value, b),
                None => {
                    let unit =
                        |month: Number, day: Number| move |year| Unit::day(year, month.value, day.value);
                    let mut both = self.each(year, Some(DateOrder::DayFirst), unit(b, a))?;
                    both.extend(self.each(year, Some(DateOrder::MonthFirst), unit(a, b))?);
                    Ok(both)
                }
            },
        }
    }
}
