//! Clock times as people write them: `16:20`, `16.20`, `pukul 4 sore`, `4:20 pm`, `ម៉ោង ១៦:២០`. Owns finding one beside a
//! date in numbers; refuses hours and minutes that no clock shows.

use super::pieces::{number, place, sign, take, word};
use crate::values::{
    date::Token,
    refusal::{Doubt, unreadable},
};
use chrono::NaiveTime;

/// A clock time with its place in the typed text.
pub(super) struct Clock {
    pub(super) time: NaiveTime,
    pub(super) at: usize,
}

const BETWEEN: &[char] = &[':', '៖', '.'];
const WORDS: [&str; 7] = ["pukul", "pkl", "jam", "at", "ម៉ោង", "វេលា", "វេលាម៉ោង"];

/// Takes the last clock time out of the pieces; none is no error.
pub(super) fn take_from(tokens: &mut Vec<Token>) -> Result<Option<Clock>, Doubt> {
    let Some(start) = (0..tokens.len()).rev().find(|&i| stands_at(tokens, i)) else { return Ok(None) };
    let at = place(tokens, start);
    let hour = number(tokens, start).map_or(0, |(value, _)| value);
    let (mut minute, mut second, mut end) = (0, 0, start + 1);
    if let Some(value) = part_at(tokens, end) {
        (minute, end) = (value, end + 2);
        if let Some(value) = part_at(tokens, end) {
            (second, end) = (value, end + 2);
        }
    }
    let hour = match word(tokens, end).and_then(day_part) {
        Some(part) => {
            end += 1;
            part(hour)
        }
        None => Some(hour),
    };
    let named = start.checked_sub(1).filter(|before| is_clock_word(tokens, *before));
    take(tokens, named.unwrap_or(start), end);
    match hour.and_then(|hour| NaiveTime::from_hms_opt(hour, minute, second)) {
        Some(time) => Ok(Some(Clock { time, at })),
        None => unreadable(at, "time-no-such-clock"),
    }
}

/// True when a clock time begins at `i`: two numbers with a sign between that are no part of a date in numbers, or one
/// hour with a word that says so.
fn stands_at(tokens: &[Token], i: usize) -> bool {
    let Some((_, 1 | 2)) = number(tokens, i) else { return false };
    let colon = sign(tokens, i + 1, &[':', '៖']);
    let joined =
        |i| sign(tokens, i, &['.', '/', '-', ':', '៖']) && tokens.get(i).is_some_and(|token| !token.spaced);
    let is_offset = |before| {
        let apart = tokens.get(i).is_some_and(|token| token.spaced);
        sign(tokens, before, &['+']) || (!apart && sign(tokens, before, &['-', '−']))
    };
    let goes_before = i.checked_sub(1).is_some_and(|before| joined(before) || is_offset(before));
    let goes_on = !colon && joined(i + 3) && number(tokens, i + 4).is_some();
    let said = i.checked_sub(1).is_some_and(|before| is_clock_word(tokens, before));
    let hour = !colon && (said || matches!(word(tokens, i + 1), Some("am" | "pm")));
    !goes_before && !goes_on && (part_at(tokens, i + 1).is_some() || hour)
}

/// The minutes or seconds behind the sign at `i`.
fn part_at(tokens: &[Token], i: usize) -> Option<u32> {
    let (value, digits) = number(tokens, i + 1)?;
    (sign(tokens, i, BETWEEN) && digits == 2).then_some(value)
}

fn is_clock_word(tokens: &[Token], i: usize) -> bool {
    word(tokens, i).is_some_and(|word| WORDS.contains(&word))
}

/// How a day part moves the hour of a clock of twelve.
fn day_part(word: &str) -> Option<fn(u32) -> Option<u32>> {
    let morning: fn(u32) -> Option<u32> = |hour| match hour {
        12 => Some(0),
        _ => Some(hour).filter(|hour| *hour < 12),
    };
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
