//! When an open vault has to be locked although nobody asked. Owns the two clocks, since somebody last touched the machine
//! and since the vault was opened; refuses to look at a clock itself, so that a page that hangs cannot hold it up.

use chrono::{DateTime, TimeDelta, Utc};

/// However busy the day, the passphrase is asked for again after this.
const LONGEST: TimeDelta = TimeDelta::hours(8);
/// A machine's clock is corrected by less; one that goes back further may have been set back to gain time.
const CORRECTION: TimeDelta = TimeDelta::minutes(1);

/// Why a vault was locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The officer locked it.
    Asked,
    /// The officer asked for the neutral page.
    Pause,
    /// Nobody touched the machine.
    Idle,
    /// It had been open for as long as it may be.
    Longest,
    /// The machine goes to sleep.
    Sleep,
    /// The screen was locked.
    Screen,
}

impl Why {
    /// Its name in the audit and on the lock screen.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Pause => "pause",
            Self::Idle => "idle",
            Self::Longest => "longest",
            Self::Sleep => "sleep",
            Self::Screen => "screen",
        }
    }
}

/// The watch over one open vault.
#[derive(Debug, Clone)]
pub struct Vigil {
    idle: TimeDelta,
    opened: DateTime<Utc>,
    stirred: DateTime<Utc>,
    seen: DateTime<Utc>,
}

impl Vigil {
    /// Begins when a vault was opened: `idle` is how long nobody may touch the machine.
    pub const fn begin(idle: TimeDelta, now: DateTime<Utc>) -> Self {
        Self { idle, opened: now, stirred: now, seen: now }
    }

    /// Somebody touched the machine.
    pub fn stir(&mut self, now: DateTime<Utc>) {
        self.stirred = self.stirred.max(now);
    }

    /// Changes how long nobody may touch the machine.
    pub const fn allow(&mut self, idle: TimeDelta) {
        self.idle = idle;
    }

    /// Why the vault must be locked now, if it must. A machine that slept without a word is found here when it wakes, since
    /// the clock went on; so is a clock that was set back.
    pub fn over(&mut self, now: DateTime<Utc>) -> Option<Why> {
        let back = now + CORRECTION < self.seen;
        self.seen = now;
        if now - self.opened >= LONGEST {
            Some(Why::Longest)
        } else if back || now - self.stirred >= self.idle {
            Some(Why::Idle)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Vigil, Why};
    use chrono::{DateTime, TimeDelta, Utc};

    fn start() -> DateTime<Utc> {
        "2026-11-24T08:00:00Z".parse().unwrap()
    }

    fn minutes(n: i64) -> TimeDelta {
        TimeDelta::minutes(n)
    }

    #[test]
    fn five_minutes_without_a_touch_lock_it_and_not_a_second_less() {
        let mut vigil = Vigil::begin(minutes(5), start());
        assert_eq!(vigil.over(start() + minutes(5) - TimeDelta::milliseconds(1)), None);
        assert_eq!(vigil.over(start() + minutes(5)), Some(Why::Idle));
    }

    #[test]
    fn a_touch_begins_the_minutes_anew() {
        let mut vigil = Vigil::begin(minutes(5), start());
        vigil.stir(start() + minutes(4));
        assert_eq!(vigil.over(start() + minutes(8)), None);
        // A touch that was reported late does not take time away.
        vigil.stir(start() + minutes(2));
        assert_eq!(vigil.over(start() + minutes(9)), Some(Why::Idle));
    }

    #[test]
    fn nobody_works_longer_than_eight_hours_on_one_passphrase() {
        let mut vigil = Vigil::begin(minutes(15), start());
        for minute in 0..480 {
            vigil.stir(start() + minutes(minute));
            assert_eq!(vigil.over(start() + minutes(minute)), None);
        }
        assert_eq!(vigil.over(start() + minutes(480)), Some(Why::Longest));
    }

    #[test]
    fn a_sleep_without_a_word_and_a_clock_set_back_lock_it_too() {
        let mut slept = Vigil::begin(minutes(5), start());
        assert_eq!(slept.over(start() + minutes(1)), None);
        assert_eq!(slept.over(start() + minutes(60)), Some(Why::Idle));
        let mut set_back = Vigil::begin(minutes(5), start());
        assert_eq!(set_back.over(start() + minutes(4)), None);
        assert_eq!(set_back.over(start() + minutes(4) - TimeDelta::seconds(2)), None);
        assert_eq!(set_back.over(start()), Some(Why::Idle));
    }

    #[test]
    fn another_setting_holds_at_once() {
        let mut vigil = Vigil::begin(minutes(5), start());
        vigil.allow(minutes(1));
        assert_eq!(vigil.over(start() + minutes(2)), Some(Why::Idle));
    }
}
