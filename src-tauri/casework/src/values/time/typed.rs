//! Reads moments as officers type them. Owns clocks, day parts and zone names; what is left is the date's affair. Refuses
//! to invent a zone for a foreign offset, or a moment for a clock that stood still.

use super::{When, ZonedTime, abbreviated};
use crate::values::{
    Typing,
    date::{self, PartialDate, Sort, Token, lex},
    refusal::{Doubt, ambiguous, reading, unreadable},
};
use chrono::NaiveTime;
use chrono_tz::Tz;

pub(super) fn parse(typed: &str, typing: &Typing) -> Result<When, Doubt> {
    if let Ok(time) = ZonedTime::read(typed.trim()) {
        return Ok(When::Time(time));
    }
    let (bare, bracket) = cut_bracket(typed)?;
    let mut tokens = lex(&bare);
    split_stamp(&mut tokens);
    let clock = take_clock(&mut tokens)?;
    let zone = match bracket {
        Some(zone) => Some(Zone::Named(zone)),
        None => take_zone(&mut tokens, typing, clock.is_some())?,
    };
    let offset = take_offset_of(&mut tokens, bracket.is_some());
    let Some(clock) = clock else {
        return match zone {
            Some(_) => unreadable(tokens.last().map_or(0, |token| token.at), "time-no-clock"),
            None => date::PartialDate::parse(typed, typing).map(When::Date),
        };
    };
    if tokens.is_empty() {
        return unreadable(clock.at, "time-no-date");
    }
    match read_date(&tokens, typing) {
        Ok(date) => moment(date, &clock, zone, offset, typing).map(When::Time),
        Err(Doubt::Ambiguous(question, readings)) => {
            let each = readings.into_iter().filter_map(|option| {
                let date = PartialDate::read(&option.canonical).ok()?;
                let time = moment(date, &clock, zone, offset, typing).ok()?;
                Some(reading(time.to_string(), option.hint))
            });
            ambiguous(question, each.collect())
        }
        Err(other) => Err(other),
    }
}

/// The stamp of a machine writes `2023-10-04`; people's dates follow their own order.
fn read_date(tokens: &[Token], typing: &Typing) -> Result<PartialDate, Doubt> {
    date::read(tokens, typing)
}

#[derive(Debug, Clone, Copy)]
enum Zone {
    Named(Tz),
    /// Seconds east of UTC, with its place in the text.
    Offset(i32, usize),
}

struct Clock {
    time: NaiveTime,
    at: usize,
}

fn moment(
    date: PartialDate,
    clock: &Clock,
    zone: Option<Zone>,
    offset: Option<i32>,
    typing: &Typing,
) -> Result<ZonedTime, Doubt> {
    let Some(day) = date.exact() else { return unreadable(clock.at, "time-needs-day") };
    let local = day.and_time(clock.time);
    let zone = match zone {
        None => typing.zone,
        Some(Zone::Named(zone)) => zone,
        Some(Zone::Offset(seconds, at)) => {
            let here = ZonedTime::at(local, typing.zone).iter().any(|time| time.offset == seconds);
            if here { typing.zone } else { whole_hours(seconds, at)? }
        }
    };
    let mut found = ZonedTime::at(local, zone);
    if let Some(seconds) = offset {
        found.retain(|time| time.offset == seconds);
        if found.is_empty() {
            return unreadable(clock.at, "time-offset-not-of-zone");
        }
    }
    match found.as_slice() {
        [] => unreadable(clock.at, "time-skipped"),
        [only] => Ok(*only),
        [first, second, ..] => ambiguous(
            "time-shown-twice",
            vec![reading(first.to_string(), "time-summer"), reading(second.to_string(), "time-winter")],
        ),
    }
}

/// The nameless zone of a whole number of hours, which the IANA database spells with the sign turned round.
fn whole_hours(seconds: i32, at: usize) -> Result<Tz, Doubt> {
    let hours = seconds / 3600;
    let name = match hours {
        0 => "Etc/UTC".to_owned(),
        1.. => format!("Etc/GMT-{hours}"),
        _ => format!("Etc/GMT+{}", -hours),
    };
    match name.parse() {
        Ok(zone) if seconds % 3600 == 0 => Ok(zone),
        _ => unreadable(at, "time-zone-unknown"),
    }
}

/// Takes a zone in square brackets, or one spelled as in the IANA database, out of the text; spaces keep its place.
fn cut_bracket(typed: &str) -> Result<(String, Option<Tz>), Doubt> {
    let blank = |from: usize, to: usize| {
        let kept = typed.char_indices().map(|(i, c)| if (from..to).contains(&i) { ' ' } else { c });
        kept.collect::<String>()
    };
    let place = |byte: usize| typed.get(..byte).map_or(0, |head| head.chars().count());
    if let (Some(from), Some(to)) = (typed.find('['), typed.rfind(']'))
        && from < to
    {
        return match typed.get(from + 1..to).and_then(|name| name.parse().ok()) {
            Some(zone) => Ok((blank(from, to + 1), Some(zone))),
            None => unreadable(place(from), "time-zone-unknown"),
        };
    }
    let mut start = 0;
    for word in typed.split_whitespace() {
        let from = typed.get(start..).and_then(|rest| rest.find(word)).map_or(start, |found| start + found);
        start = from + word.len();
        if word.contains('/')
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && let Ok(zone) = word.parse()
        {
            return Ok((blank(from, start), Some(zone)));
        }
    }
    Ok((typed.to_owned(), None))
}

/// The `T` and `Z` of a machine's stamp stick to digits; the `T` goes, the `Z` stays as a word.
fn split_stamp(tokens: &mut Vec<Token>) {
    let number = |token: Option<&Token>| matches!(token.map(|t| &t.sort), Some(Sort::Number(..)));
    let found = tokens.iter().enumerate().position(|(i, token)| {
        let glued = !token.spaced && tokens.get(i + 1).is_some_and(|next| !next.spaced);
        glued
            && token.sort == Sort::Word("t".into())
            && number(i.checked_sub(1).and_then(|b| tokens.get(b)))
            && number(tokens.get(i + 1))
    });
    if let Some(at) = found {
        tokens.remove(at);
        if let Some(next) = tokens.get_mut(at) {
            next.spaced = true;
        }
    }
}

fn number(tokens: &[Token], i: usize) -> Option<(u32, usize)> {
    match tokens.get(i).map(|token| &token.sort) {
        Some(Sort::Number(Some(value), digits)) => Some((*value, *digits)),
        _ => None,
    }
}

fn sign(tokens: &[Token], i: usize, signs: &[char]) -> bool {
    matches!(tokens.get(i).map(|token| &token.sort), Some(Sort::Sign(c)) if signs.contains(c))
}

fn word(tokens: &[Token], i: usize) -> Option<&str> {
    match tokens.get(i).map(|token| &token.sort) {
        Some(Sort::Word(word)) => Some(word),
        _ => None,
    }
}

/// How a day part moves the hour on a clock of twelve.
fn day_part(word: &str) -> Option<fn(u32) -> Option<u32>> {
    let morning: fn(u32) -> Option<u32> =
        |hour| if hour == 12 { Some(0) } else { Some(hour).filter(|h| *h < 12) };
    let afternoon: fn(u32) -> Option<u32> = |hour| if hour < 12 { Some(hour + 12) } else { Some(hour) };
    let midday: fn(u32) -> Option<u32> = |hour| if hour < 6 { Some(hour + 12) } else { Some(hour) };
    let night: fn(u32) -> Option<u32> = |hour| match hour {
        12 => Some(0),
        6..=11 => Some(hour + 12),
        _ => Some(hour),
    };
    match word {
        "am" | "pagi" | "ព្រឹក" => Some(morning),
        "pm" | "sore" | "petang" | "ល្ងាច" | "រសៀល" => Some(afternoon),
        "siang" | "ថ្ងៃត្រង់" => Some(midday),
        "malam" | "យប់" => Some(night),
        _ => None,
    }
}

const CLOCK_WORDS: [&str; 7] = ["pukul", "pkl", "jam", "at", "ម៉ោង", "វេលា", "វេលាម៉ោង"];

/// Takes the clock out of the pieces. A clock is two numbers with `:` or `.` between that are no part of a date in
/// numbers, or one hour with a word that says so.
fn take_clock(tokens: &mut Vec<Token>) -> Result<Option<Clock>, Doubt> {
    const COLON: &[char] = &[':', '៖', '.'];
    let joined = |tokens: &[Token], i: usize| {
        sign(tokens, i, &['.', '/', '-']) && tokens.get(i).is_some_and(|t| !t.spaced)
    };
    let clock_word = |tokens: &[Token], i: usize| word(tokens, i).is_some_and(|w| CLOCK_WORDS.contains(&w));
    let find = |tokens: &[Token]| {
        (0..tokens.len()).rev().find(|&i| {
            let colon = sign(tokens, i + 1, &[':', '៖']);
            let said = i.checked_sub(1).is_some_and(|before| clock_word(tokens, before));
            let pair = number(tokens, i).is_some_and(|(_, digits)| digits <= 2)
                && sign(tokens, i + 1, COLON)
                && number(tokens, i + 2).is_some_and(|(_, digits)| digits == 2);
            let part_of_date =
                i.checked_sub(1).is_some_and(|b| joined(tokens, b) || sign(tokens, b, &[':', '៖']))
                    || (!colon
                        && sign(tokens, i + 3, &['/', '-', '.'])
                        && number(tokens, i + 4).is_some_and(|(_, d)| d == 4));
            let hour = number(tokens, i).is_some_and(|(_, digits)| digits <= 2)
                && !colon
                && (said || word(tokens, i + 1).is_some_and(|w| matches!(w, "am" | "pm")));
            (pair && !part_of_date && !(tokens.len() == 5 && !colon && !said)) || (hour && !pair)
        })
    };
    let Some(start) = find(tokens) else { return Ok(None) };
    let at = tokens.get(start).map_or(0, |token| token.at);
    let hour = number(tokens, start).map_or(0, |(value, _)| value);
    let (mut minute, mut second, mut end) = (0, 0, start + 1);
    if sign(tokens, end, COLON)
        && let Some((value, 2)) = number(tokens, end + 1)
    {
        (minute, end) = (value, end + 2);
        if sign(tokens, end, COLON)
            && let Some((value, 2)) = number(tokens, end + 1)
        {
            (second, end) = (value, end + 2);
        }
    }
    let part = word(tokens, end).and_then(day_part);
    let hour = if let Some(part) = part {
        end += 1;
        part(hour)
    } else {
        Some(hour)
    };
    let start = if start > 0 && clock_word(tokens, start - 1) { start - 1 } else { start };
    tokens.drain(start..end);
    if let Some(next) = tokens.get_mut(start) {
        next.spaced = true;
    }
    match hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, second)) {
        Some(time) => Ok(Some(Clock { time, at })),
        None => unreadable(at, "time-no-such-clock"),
    }
}

/// Takes a zone out of the pieces: `WIB`, `UTC+7`, `+07:00`, `Z`.
fn take_zone(tokens: &mut Vec<Token>, typing: &Typing, clock: bool) -> Result<Option<Zone>, Doubt> {
    let named = (0..tokens.len())
        .find(|&i| word(tokens, i).is_some_and(|w| w == "z" || abbreviated(w).next().is_some()));
    let is_universal = |w: &str| matches!(w, "utc" | "gmt" | "z");
    if let Some(i) = named {
        let name = word(tokens, i).unwrap_or_default().to_owned();
        if is_universal(&name)
            && let Some((seconds, length)) = offset_at(tokens, i + 1)
        {
            let at = tokens.get(i).map_or(0, |token| token.at);
            tokens.drain(i..i + 1 + length);
            return Ok(Some(Zone::Offset(seconds, at)));
        }
        tokens.remove(i);
        if name == "z" {
            return Ok(Some(Zone::Named(Tz::Etc__UTC)));
        }
        let same_name = abbreviated(&name).find(|zone| *zone == typing.zone);
        return Ok(same_name.or_else(|| abbreviated(&name).next()).map(Zone::Named));
    }
    if !clock {
        return Ok(None);
    }
    let Some((i, (seconds, length))) =
        (0..tokens.len()).rev().find_map(|i| Some((i, trailing_offset(tokens, i)?)))
    else {
        return Ok(None);
    };
    let at = tokens.get(i).map_or(0, |token| token.at);
    tokens.drain(i..i + length);
    Ok(Some(Zone::Offset(seconds, at)))
}

/// Beside a named zone, an offset decides between the two moments of a clock set back.
fn take_offset_of(tokens: &mut Vec<Token>, named: bool) -> Option<i32> {
    if !named {
        return None;
    }
    let (i, (seconds, length)) =
        (0..tokens.len()).rev().find_map(|i| Some((i, trailing_offset(tokens, i)?)))?;
    tokens.drain(i..i + length);
    Some(seconds)
}

/// An offset with nothing after it; a minus needs minutes, for `-07` may be the day of a date.
fn trailing_offset(tokens: &[Token], i: usize) -> Option<(i32, usize)> {
    let (seconds, length) = offset_at(tokens, i)?;
    let plus = sign(tokens, i, &['+']);
    (i + length == tokens.len() && (plus || length == 4)).then_some((seconds, length))
}

/// `+7`, `+07`, `+0700`, `+07:00`, in seconds east of UTC and pieces taken.
fn offset_at(tokens: &[Token], i: usize) -> Option<(i32, usize)> {
    let minus = sign(tokens, i, &['-', '−']);
    if !minus && !sign(tokens, i, &['+']) {
        return None;
    }
    let (value, digits) = number(tokens, i + 1)?;
    let minutes = if sign(tokens, i + 2, &[':']) {
        number(tokens, i + 3).filter(|(_, digits)| *digits == 2)
    } else {
        None
    };
    let (hours, rest, length) = match (digits, minutes) {
        (1 | 2, Some((rest, _))) => (value, rest, 4),
        (1 | 2, None) => (value, 0, 2),
        (4, None) => (value / 100, value % 100, 2),
        _ => return None,
    };
    let seconds = i32::try_from(hours * 3600 + rest * 60).ok().filter(|_| hours <= 14 && rest < 60)?;
    Some((if minus { -seconds } else { seconds }, length))
}
