//! Zones as people write them: `WIB`, `UTC+7`, `+07:00`, `Z`, `Asia/Jakarta`, `[Asia/Jakarta]`. Owns finding one; refuses
//! one that neither the IANA database nor the shipped list of names has.

use super::{
    ABBREVIATIONS,
    pieces::{number, place, sign, take, word},
};
use crate::values::{
    Typing,
    date::Token,
    dictionary,
    refusal::{Doubt, unreadable},
};
use chrono_tz::Tz;

/// A zone with its place in the typed text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Zone {
    pub(super) kind: Kind,
    pub(super) at: usize,
}

/// How a zone was named.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Named(Tz),
    /// Seconds east of UTC.
    Offset(i32),
}

/// Takes a zone in square brackets, or one spelled as in the IANA database, out of the text; spaces keep its place.
pub(super) fn cut(typed: &str) -> Result<(String, Option<Zone>), Doubt> {
    let blank = |from: usize, to: usize| {
        let kept = typed.char_indices().map(|(i, c)| if (from..to).contains(&i) { ' ' } else { c });
        kept.collect::<String>()
    };
    let zone = |zone: Tz, from: usize| {
        let at = typed.get(..from).map_or(0, |head| head.chars().count());
        Zone { kind: Kind::Named(zone), at }
    };
    if let (Some(from), Some(to)) = (typed.find('['), typed.rfind(']'))
        && from < to
    {
        return match typed.get(from + 1..to).and_then(|name| name.parse().ok()) {
            Some(named) => Ok((blank(from, to + 1), Some(zone(named, from)))),
            None => unreadable(typed.get(..from).map_or(0, |head| head.chars().count()), "time-zone-unknown"),
        };
    }
    let mut start = 0;
    for word in typed.split_whitespace() {
        let from = typed.get(start..).and_then(|rest| rest.find(word)).map_or(start, |found| start + found);
        start = from + word.len();
        // Some zones have names like words ("Japan"); only those with a stroke are looked for inside a text.
        if word.contains('/')
            && let Ok(named) = word.parse()
        {
            return Ok((blank(from, start), Some(zone(named, from))));
        }
    }
    Ok((typed.to_owned(), None))
}

/// Takes a zone out of the pieces by its name, or by its offset where there is a clock that it can belong to.
pub(super) fn take_from(tokens: &mut Vec<Token>, typing: &Typing, has_clock: bool) -> Option<Zone> {
    let is_name =
        |i: &usize| word(tokens, *i).is_some_and(|word| word == "z" || abbreviated(word).next().is_some());
    let Some(i) = (0..tokens.len()).find(is_name) else {
        return if has_clock { take_offset(tokens) } else { None };
    };
    let (at, name) = (place(tokens, i), word(tokens, i).unwrap_or_default().to_owned());
    let offset = if matches!(name.as_str(), "utc" | "gmt") { offset_at(tokens, i + 1) } else { None };
    if let Some((seconds, length)) = offset {
        take(tokens, i, i + 1 + length);
        return Some(Zone { kind: Kind::Offset(seconds), at });
    }
    take(tokens, i, i + 1);
    let here = abbreviated(&name).find(|zone| *zone == typing.zone);
    let zone = here.or_else(|| abbreviated(&name).next()).unwrap_or(Tz::Etc__UTC);
    Some(Zone { kind: Kind::Named(zone), at })
}

/// Takes an offset with nothing after it; a minus needs minutes, for `-07` may be the day of a date.
pub(super) fn take_offset(tokens: &mut Vec<Token>) -> Option<Zone> {
    let trailing = |i: usize| {
        let (seconds, length) = offset_at(tokens, i)?;
        let sure = sign(tokens, i, &['+']) || length == 4;
        (i + length == tokens.len() && sure).then_some((i, seconds))
    };
    let (i, seconds) = (0..tokens.len()).rev().find_map(trailing)?;
    let at = place(tokens, i);
    tokens.truncate(i);
    Some(Zone { kind: Kind::Offset(seconds), at })
}

/// `+7`, `+07`, `+0700`, `+07:00`, in seconds east of UTC and pieces taken.
fn offset_at(tokens: &[Token], i: usize) -> Option<(i32, usize)> {
    let minus = sign(tokens, i, &['-', '−']);
    if !minus && !sign(tokens, i, &['+']) {
        return None;
    }
    let (value, digits) = number(tokens, i + 1)?;
    let minutes = number(tokens, i + 3).filter(|(_, digits)| *digits == 2 && sign(tokens, i + 2, &[':']));
    let (hours, rest, length) = match (digits, minutes) {
        (1 | 2, Some((rest, _))) => (value, rest, 4),
        (1 | 2, None) => (value, 0, 2),
        (4, None) => (value / 100, value % 100, 2),
        _ => return None,
    };
    let seconds = i32::try_from(hours * 3600 + rest * 60).ok().filter(|_| hours <= 14 && rest < 60)?;
    Some((if minus { -seconds } else { seconds }, length))
}

/// The nameless zone of a whole number of hours, which the IANA database spells with the sign turned round.
pub(super) fn whole_hours(seconds: i32, at: usize) -> Result<Tz, Doubt> {
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

/// The zones that an abbreviation may mean, the most likely first.
fn abbreviated(word: &str) -> impl Iterator<Item = Tz> {
    let wanted = word.to_ascii_uppercase();
    let listed = dictionary::rows::<2>(ABBREVIATIONS).filter(move |[name, _]| *name == wanted);
    listed.filter_map(|[_, zone]| zone.parse().ok())
}
