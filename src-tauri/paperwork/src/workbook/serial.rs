//! Days as numbers. Owns the two systems of spreadsheets; refuses the day that never was.
//!
//! Source: ECMA-376 Part 1, 18.17.4: in the 1900 system day 1 is 1900-01-01 and day 60 is a 29 February that 1900 did
//! not have; in the 1904 system day 0 is 1904-01-01.

use chrono::{Days, NaiveDate};

const SECONDS: f64 = 86_400.0;
/// 9999-12-31 in the 1900 system.
const LAST_DAY: f64 = 2_958_465.0;

/// What a serial number stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Moment {
    /// A day, `2023-06-28`.
    Day(String),
    /// A day and a time, `2023-10-04T16:20`; seconds only where there are some.
    Timed(String),
    /// A time without a day, `16:20`.
    Clock(String),
}

/// Reads `serial` as days since the epoch of the system; none when no day is meant.
pub(crate) fn moment(serial: f64, from_1904: bool) -> Option<Moment> {
    if !serial.is_finite() || !(0.0..=LAST_DAY + 1.0).contains(&serial) {
        return None;
    }
    let whole = (serial * SECONDS).round();
    let seconds = to_u64(whole % SECONDS)?;
    let days = to_u64((whole / SECONDS).floor())?;
    let clock = clock(seconds);
    if days == 0 && !from_1904 {
        return (seconds > 0).then_some(Moment::Clock(clock));
    }
    let day = day(days, from_1904)?;
    Some(if seconds == 0 { Moment::Day(day) } else { Moment::Timed(format!("{day}T{clock}")) })
}

fn day(days: u64, from_1904: bool) -> Option<String> {
    let (year, month, start, days) = match (from_1904, days) {
        (true, days) => (1904, 1, 1, days),
        (false, 60) => return None,
        (false, days @ 0..60) => (1899, 12, 31, days),
        (false, days) => (1899, 12, 30, days),
    };
    let day = NaiveDate::from_ymd_opt(year, month, start)?.checked_add_days(Days::new(days))?;
    Some(day.format("%Y-%m-%d").to_string())
}

fn clock(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked before")]
fn to_u64(value: f64) -> Option<u64> {
    (0.0..=1e15).contains(&value).then_some(value as u64)
}

#[cfg(test)]
mod tests {
    use super::{Moment, moment};

    #[test]
    fn both_systems_name_the_same_day() {
        let day = |serial, system| moment(serial, system);
        assert_eq!(day(45105.0, false), Some(Moment::Day("2023-06-28".into())));
        assert_eq!(day(43643.0, true), Some(Moment::Day("2023-06-28".into())));
        assert_eq!(day(1.0, false), Some(Moment::Day("1900-01-01".into())));
        assert_eq!(day(59.0, false), Some(Moment::Day("1900-02-28".into())));
        assert_eq!(day(60.0, false), None);
        assert_eq!(day(61.0, false), Some(Moment::Day("1900-03-01".into())));
        assert_eq!(day(45203.0 + 980.0 / 1440.0, false), Some(Moment::Timed("2023-10-04T16:20".into())));
        assert_eq!(day(980.0 / 1440.0, false), Some(Moment::Clock("16:20".into())));
        assert_eq!(day(1e12, false), None);
        assert_eq!(day(f64::NAN, true), None);
        assert_eq!(day(-3.0, false), None);
    }
}
