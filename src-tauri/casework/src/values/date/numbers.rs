//! One plain date out of numbers and month names. Owns word order, number order, eras and short years; refuses to choose
//! between day and month: it gives every reading.

use super::{
    Unit,
    lexicon::Meaning,
    typed::{Marks, Piece, Readings, What},
};
use crate::values::{
    DateOrder, Typing,
    refusal::{Doubt, unreadable},
};
use chrono::Datelike;

/// Years above this one are of the Buddhist era, or a slip; the officer says which.
pub(super) const LAST_COMMON_YEAR: i32 = 2400;
/// No living person's papers reach further back.
pub(super) const FIRST_YEAR: i32 = 1850;
const BUDDHIST_OFFSET: i32 = 543;
/// A two-digit year is taken from 79 years before today to 20 after: births behind, permits ahead.
const SHORT_YEAR_AHEAD: i32 = 20;

/// A number with its place.
#[derive(Debug, Clone, Copy)]
struct Number {
    value: u32,
    digits: usize,
    at: usize,
}

/// Every reading of one plain date.
pub(super) fn units(pieces: &[Piece], typing: &Typing) -> Result<Readings<Unit>, Doubt> {
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
        (_, []) => unreadable(end, "date-no-year"),
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
