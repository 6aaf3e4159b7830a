//! Moments with their zone, and the "when" of an event, which may be a day alone. Owns the canonical form (RFC 9557) and
//! the order of days and moments; refuses a clock time without its zone, and one that the clocks skipped or showed twice.

mod clock;
mod pieces;
mod typed;
mod zone;

use super::{
    date::PartialDate,
    refusal::{Doubt, NotCanonical},
};
use crate::{
    values::{Typing, dictionary},
    words::Words,
};
use chrono::{DateTime, LocalResult, NaiveDate, NaiveDateTime, Offset, TimeZone, Timelike, Utc};
use chrono_tz::{OffsetName, Tz};
use std::fmt;

static ABBREVIATIONS: &str = include_str!("../../../../assets/places/zones.csv");

/// A moment as the clocks at its place showed it. Canonical form: RFC 9557 with offset and zone, seconds only where they
/// are not zero: `2023-10-04T16:20+07:00[Asia/Jakarta]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ZonedTime {
    local: NaiveDateTime,
    offset: i32,
    zone: Tz,
}

impl ZonedTime {
    /// The moments at which the clocks of `zone` show `local`: one, none in a gap, two where they were set back.
    pub(crate) fn at(local: NaiveDateTime, zone: Tz) -> Vec<Self> {
        let found =
            |moment: DateTime<Tz>| Self { local, offset: moment.offset().fix().local_minus_utc(), zone };
        match zone.from_local_datetime(&local) {
            LocalResult::None => Vec::new(),
            LocalResult::Single(moment) => vec![found(moment)],
            LocalResult::Ambiguous(first, second) => vec![found(first), found(second)],
        }
    }

    /// The moment as the clocks of `zone` showed it, to the whole second.
    pub fn of(moment: DateTime<Utc>, zone: Tz) -> Self {
        let there = moment.with_timezone(&zone);
        let local = there.naive_local();
        let local = local.with_nanosecond(0).unwrap_or(local);
        Self { local, offset: there.offset().fix().local_minus_utc(), zone }
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling, and where the offset is not the zone's at that moment.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        Self::from_canonical(canonical).ok_or(NotCanonical { kind: "time" })
    }

    fn from_canonical(canonical: &str) -> Option<Self> {
        let (stamp, zone) = canonical.strip_suffix(']')?.split_once('[')?;
        let zone: Tz = zone.parse().ok()?;
        let at = stamp.len().checked_sub(6)?;
        let local = stamp.get(..at)?;
        let pattern = if local.len() > 16 { "%Y-%m-%dT%H:%M:%S" } else { "%Y-%m-%dT%H:%M" };
        let local = NaiveDateTime::parse_from_str(local, pattern).ok()?;
        Self::at(local, zone).into_iter().find(|time| time.to_string() == canonical)
    }

    /// The day on the clocks at its place.
    pub fn day(self) -> NaiveDate {
        self.local.date()
    }

    /// What the clocks at its place showed.
    pub const fn local(self) -> NaiveDateTime {
        self.local
    }

    /// The zone of the clocks.
    pub const fn zone(self) -> Tz {
        self.zone
    }

    /// The moment itself.
    pub fn instant(self) -> DateTime<Utc> {
        let utc = self.local - chrono::TimeDelta::seconds(i64::from(self.offset));
        DateTime::from_naive_utc_and_offset(utc, Utc)
    }

    /// The name of the zone as clocks and tickets write it there: `WIB`, `ICT`; `UTC+7` where it has none.
    pub fn zone_name(self) -> String {
        let listed = dictionary::rows::<2>(ABBREVIATIONS).find(|[_, zone]| *zone == self.zone.name());
        if let Some([name, _]) = listed {
            return name.to_owned();
        }
        let offset = self.zone.offset_from_utc_datetime(&self.instant().naive_utc());
        match offset.abbreviation() {
            Some(name) if name.starts_with(|c: char| c.is_ascii_alphabetic()) => name.to_owned(),
            _ => offset_name(self.offset),
        }
    }

    /// The moment in words: date, clock and zone.
    pub fn display(self, words: &Words) -> String {
        let date = PartialDate::day(self.day()).display(words);
        let clock = clock(self.local);
        words.fill("time-of-day", &[("date", &date), ("clock", &clock), ("zone", &self.zone_name())])
    }
}

fn clock(local: NaiveDateTime) -> String {
    local.format(if local.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}

fn offset_name(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, rest) => format!("UTC{sign}{hours}:{rest:02}"),
    }
}

impl fmt::Display for ZonedTime {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.abs() / 60;
        let clock = clock(self.local);
        write!(f, "{}T{clock}{sign}{:02}:{:02}[{}]", self.day(), minutes / 60, minutes % 60, self.zone.name())
    }
}

/// When something happened: a moment where it is known, else a date with its precision. Canonical form: that of either.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// Only the date is known.
    Date(PartialDate),
    /// The moment is known.
    Time(ZonedTime),
}

impl When {
    /// Reads what an officer typed, in any of the three languages.
    pub(crate) fn parse(typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        typed::parse(typed, typing)
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match PartialDate::read(canonical) {
            Ok(date) => Ok(Self::Date(date)),
            Err(_) => ZonedTime::read(canonical).map(Self::Time),
        }
    }

    /// The first day it names, by the clocks at its place.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Date(date) => date.earliest(),
            Self::Time(time) => time.day(),
        }
    }

    /// The last day it names, by the clocks at its place.
    pub fn latest(self) -> NaiveDate {
        match self {
            Self::Date(date) => date.latest(),
            Self::Time(time) => time.day(),
        }
    }

    /// The moment, when it is known.
    pub const fn time(self) -> Option<ZonedTime> {
        match self {
            Self::Time(time) => Some(time),
            Self::Date(_) => None,
        }
    }

    /// The date alone; of a moment, the day at its place.
    pub fn date(self) -> PartialDate {
        match self {
            Self::Date(date) => date,
            Self::Time(time) => PartialDate::day(time.day()),
        }
    }

    /// Sorts by the day at its place, as people write their diaries; on one day, dates before moments, and moments by
    /// the instant, whatever their zones.
    pub fn sort_key(self) -> String {
        match self {
            Self::Date(date) => date.sort_key(),
            Self::Time(time) => {
                format!("{}T{:020}", time.day(), i128::from(time.instant().timestamp()) + (1 << 62))
            }
        }
    }

    /// The date or moment in words.
    pub fn display(self, words: &Words) -> String {
        match self {
            Self::Date(date) => date.display(words),
            Self::Time(time) => time.display(words),
        }
    }
}

impl fmt::Display for When {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Time(time) => time.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
