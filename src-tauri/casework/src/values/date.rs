//! Dates with their precision. Owns the canonical form (the part of EDTF, ISO 8601-2, listed at [`PartialDate`]), its
//! days and its words; refuses to fill in a day or a month that nobody told.

mod lexer;
mod lexicon;
mod numbers;
mod typed;

pub(crate) use lexer::{Sort, Token, lex};
pub(crate) use typed::read;

use super::refusal::{Doubt, NotCanonical};
use crate::{values::Typing, words::Words};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use std::fmt;

/// How exactly a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// One day.
    Exact,
    /// One month.
    Month,
    /// One year.
    Year,
    /// About that day, month or year.
    Circa,
    /// From one date to another.
    Range,
}

/// Which of two numbers is the day, where an office or a roster has settled it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// 28/6/2023.
    DayFirst,
    /// 6/28/2023.
    MonthFirst,
}

/// A day, a month or a year of the common era, never more exact than it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Unit {
    Day(NaiveDate),
    /// The first day stands for the month.
    Month(NaiveDate),
    /// The first day stands for the year.
    Year(NaiveDate),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Shape {
    Plain(Unit),
    Circa(Unit),
    Range(Unit, Unit),
}

/// A date as exact as it is known. Canonical forms: `2023-06-28`, `2023-06`, `2023`; about, `2023-06-28~`, `2023-06~`,
/// `2023~`; from–to, `2023-06-28/2023-07-14` with either end in any of the first three forms. Years have four digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PartialDate(Shape);

impl PartialDate {
    /// Exactly this day.
    pub const fn day(day: NaiveDate) -> Self {
        Self(Shape::Plain(Unit::Day(day)))
    }

    pub(crate) const fn plain(unit: Unit) -> Self {
        Self(Shape::Plain(unit))
    }

    pub(crate) const fn about(unit: Unit) -> Self {
        Self(Shape::Circa(unit))
    }

    /// From one date to a later one; `None` when they are in the wrong order or the same.
    pub(crate) fn range(from: Unit, to: Unit) -> Option<Self> {
        let ordered = from.first() <= to.first() && from.last() <= to.last() && from != to;
        ordered.then_some(Self(Shape::Range(from, to)))
    }

    /// Reads what an officer typed, in any of the three languages.
    pub(crate) fn parse(typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        typed::parse(typed, typing)
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling of a date, and for a day that the calendar lacks.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let shape = match (canonical.split_once('/'), canonical.strip_suffix('~')) {
            (Some((from, to)), _) => match (Unit::read(from), Unit::read(to)) {
                (Some(from), Some(to)) => Self::range(from, to),
                _ => None,
            },
            (None, Some(unit)) => Unit::read(unit).map(Self::about),
            (None, None) => Unit::read(canonical).map(Self::plain),
        };
        shape.ok_or(NotCanonical { kind: "date" })
    }

    /// How exactly it is known.
    pub const fn precision(self) -> Precision {
        match self.0 {
            Shape::Plain(Unit::Day(_)) => Precision::Exact,
            Shape::Plain(Unit::Month(_)) => Precision::Month,
            Shape::Plain(Unit::Year(_)) => Precision::Year,
            Shape::Circa(_) => Precision::Circa,
            Shape::Range(..) => Precision::Range,
        }
    }

    /// The first day it names. "About" widens nothing: how far it reaches is for a person to judge.
    pub fn earliest(self) -> NaiveDate {
        match self.0 {
            Shape::Plain(unit) | Shape::Circa(unit) | Shape::Range(unit, _) => unit.first(),
        }
    }

    /// The last day it names; the same as [`PartialDate::earliest`] for a single day.
    pub fn latest(self) -> NaiveDate {
        match self.0 {
            Shape::Plain(unit) | Shape::Circa(unit) | Shape::Range(_, unit) => unit.last(),
        }
    }

    /// The one day it is, when it is known exactly.
    pub const fn exact(self) -> Option<NaiveDate> {
        match self.0 {
            Shape::Plain(Unit::Day(day)) => Some(day),
            _ => None,
        }
    }

    /// True when every day it names lies before every day of `other`.
    pub fn is_before(self, other: Self) -> bool {
        self.latest() < other.earliest()
    }

    /// True when some day may be named by both.
    pub fn may_be_same(self, other: Self) -> bool {
        self.earliest() <= other.latest() && other.earliest() <= self.latest()
    }

    /// Sorts by the first day, then the more exact first; times of the same first day come after (see `When`).
    pub fn sort_key(self) -> String {
        let about = if self.precision() == Precision::Circa { "~" } else { "" };
        format!("{}/{}{about}", self.earliest(), self.latest())
    }

    /// The date in words.
    pub fn display(self, words: &Words) -> String {
        match self.0 {
            Shape::Plain(unit) => unit.display(words),
            Shape::Circa(unit) => words.fill("date-about", &[("date", &unit.display(words))]),
            Shape::Range(from, to) => {
                words.fill("date-range", &[("from", &from.display(words)), ("to", &to.display(words))])
            }
        }
    }
}

impl fmt::Display for PartialDate {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Shape::Plain(unit) => unit.fmt(f),
            Shape::Circa(unit) => write!(f, "{unit}~"),
            Shape::Range(from, to) => write!(f, "{from}/{to}"),
        }
    }
}

impl Unit {
    /// A month, when the calendar has it and its year has four digits.
    pub(crate) fn month(year: i32, month: u32) -> Option<Self> {
        Self::day(year, month, 1).map(|unit| Self::Month(unit.first()))
    }

    /// A year of four digits.
    pub(crate) fn year(year: i32) -> Option<Self> {
        Self::day(year, 1, 1).map(|unit| Self::Year(unit.first()))
    }

    /// A day, when the calendar has it and its year has four digits.
    pub(crate) fn day(year: i32, month: u32, day: u32) -> Option<Self> {
        if !(1000..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self::Day)
    }

    pub(crate) const fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Month(day) | Self::Year(day) => day,
        }
    }

    pub(crate) fn last(self) -> NaiveDate {
        let next = match self {
            Self::Day(day) => return day,
            Self::Month(first) => first.checked_add_months(chrono::Months::new(1)),
            Self::Year(first) => first.checked_add_months(chrono::Months::new(12)),
        };
        next.and_then(|next| next.pred_opt()).unwrap_or(self.first())
    }

    fn read(canonical: &str) -> Option<Self> {
        let numeric = |part: &str, digits: usize| {
            let whole = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if whole { part.parse::<u32>().ok() } else { None }
        };
        let mut parts = canonical.split('-');
        let year = i32::try_from(numeric(parts.next()?, 4)?).ok()?;
        let unit = match (parts.next(), parts.next()) {
            (None, _) => Self::year(year),
            (Some(month), None) => Self::month(year, numeric(month, 2)?),
            (Some(month), Some(day)) => Self::day(year, numeric(month, 2)?, numeric(day, 2)?),
        };
        if parts.next().is_none() { unit } else { None }
    }

    fn display(self, words: &Words) -> String {
        let first = self.first();
        let year = first.year().to_string();
        let month = words.get(&format!("month-{}", first.month()));
        match self {
            Self::Year(_) => year,
            Self::Month(_) => words.fill("date-month", &[("month", &month), ("year", &year)]),
            Self::Day(_) => {
                let day = first.day().to_string();
                words.fill("date-day", &[("day", &day), ("month", &month), ("year", &year)])
            }
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first = self.first();
        match self {
            Self::Day(_) => write!(f, "{first}"),
            Self::Month(_) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            Self::Year(_) => write!(f, "{:04}", first.year()),
        }
    }
}

#[cfg(test)]
mod tests;
