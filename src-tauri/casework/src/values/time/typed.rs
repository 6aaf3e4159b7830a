//! Reads moments as officers type them. Owns putting date, clock and zone together; refuses to invent a zone for a foreign
//! offset, or a moment for a clock that stood still.

use super::{
    When, ZonedTime,
    clock::{self, Clock},
    pieces, zone,
    zone::{Kind, Zone},
};
use crate::values::{
    Typing,
    date::{self, PartialDate, Token, lex},
    refusal::{Doubt, Reading, ambiguous, reading, unreadable},
};

pub(super) fn parse(typed: &str, typing: &Typing) -> Result<When, Doubt> {
    if let Ok(time) = ZonedTime::read(typed.trim()) {
        return Ok(When::Time(time));
    }
    let (bare, bracket) = zone::cut(typed)?;
    let mut tokens = lex(&bare);
    split_stamp(&mut tokens);
    let clock = clock::take_from(&mut tokens)?;
    let (zone, offset) = match bracket {
        Some(zone) => (Some(zone), zone::take_offset(&mut tokens)),
        None => (zone::take_from(&mut tokens, typing, clock.is_some()), None),
    };
    let Some(clock) = clock else {
        return match zone {
            Some(zone) => unreadable(zone.at, "time-no-clock"),
            None => PartialDate::parse(typed, typing).map(When::Date),
        };
    };
    if tokens.is_empty() {
        return unreadable(clock.at, "time-no-date");
    }
    let moment = Moment { clock, zone, offset, typing };
    match date::read(&tokens, typing) {
        Ok(date) => moment.on(date).map(When::Time),
        Err(Doubt::Ambiguous(question, readings)) => moment.on_each(question, readings).map(When::Time),
        Err(other) => Err(other),
    }
}

/// A clock and its zone, waiting for their day.
struct Moment<'t> {
    clock: Clock,
    zone: Option<Zone>,
    /// Beside a named zone, an offset decides between the two moments of a clock set back.
    offset: Option<Zone>,
    typing: &'t Typing,
}

impl Moment<'_> {
    fn on(&self, date: PartialDate) -> Result<ZonedTime, Doubt> {
        let Some(day) = date.exact() else { return unreadable(self.clock.at, "time-needs-day") };
        let local = day.and_time(self.clock.time);
        let here = self.typing.zone;
        let zone = match self.zone {
            None => here,
            Some(Zone { kind: Kind::Named(zone), .. }) => zone,
            Some(Zone { kind: Kind::Offset(seconds), at }) => {
                let fits = ZonedTime::at(local, here).iter().any(|time| time.offset == seconds);
                if fits { here } else { zone::whole_hours(seconds, at)? }
            }
        };
        let mut found = ZonedTime::at(local, zone);
        for offset in [self.zone, self.offset].into_iter().flatten() {
            if let Kind::Offset(seconds) = offset.kind {
                found.retain(|time| time.offset == seconds);
                if found.is_empty() {
                    return unreadable(offset.at, "time-offset-not-of-zone");
                }
            }
        }
        match found.as_slice() {
            [] => unreadable(self.clock.at, "time-skipped"),
            [only] => Ok(*only),
            [first, second, ..] => ambiguous(
                "time-shown-twice",
                vec![reading(first.to_string(), "time-summer"), reading(second.to_string(), "time-winter")],
            ),
        }
    }

    /// The moment on each of the days that the date may be; one that no clock showed is no reading.
    fn on_each(&self, question: &'static str, days: Vec<Reading>) -> Result<ZonedTime, Doubt> {
        let mut found = Vec::new();
        let mut refused = None;
        for day in days {
            let Ok(date) = PartialDate::read(&day.canonical) else { continue };
            match self.on(date) {
                Ok(time) => found.push((time, reading(time.to_string(), day.hint))),
                Err(doubt) => refused = Some(doubt),
            }
        }
        match (found.as_slice(), refused) {
            ([(only, _)], _) => Ok(*only),
            ([], Some(doubt)) => Err(doubt),
            _ => ambiguous(question, found.into_iter().map(|(_, reading)| reading).collect()),
        }
    }
}

/// The `T` of a machine's stamp sticks to the digits on both sides, and only divides them.
fn split_stamp(tokens: &mut Vec<Token>) {
    let glued = |i: usize| tokens.get(i).is_some_and(|token| !token.spaced);
    let is_stamp = |i: &usize| {
        let numbers = pieces::number(tokens, i - 1).is_some() && pieces::number(tokens, i + 1).is_some();
        numbers && pieces::word(tokens, *i) == Some("t") && glued(*i) && glued(i + 1)
    };
    if let Some(i) = (1..tokens.len()).find(is_stamp) {
        pieces::take(tokens, i, i + 1);
    }
}
