//! The hybrid logical clock. Owns which of two live values is shown first and nothing else: causality comes from what a
//! change replaces. Refuses to take over a clock that is far ahead, and never refuses a change for its clock.
//!
//! Pure: a caller keeps the new reading only once its transaction is committed, so that a failed batch moves nothing.

use std::fmt;

/// How far ahead of this laptop's clock another may be before it is not taken over: 24 hours, in milliseconds.
pub const AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

const COUNTER_BITS: u32 = 16;
const MAX_MS: u64 = (1 << 48) - 1;

/// A reading: 48 bits of milliseconds since 1970 (UTC) and 16 bits that order readings within one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hlc(u64);

/// What came of meeting another laptop's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Witness {
    /// The reading to go on from.
    pub next: Hlc,
    /// True when the other clock was too far ahead to be taken over, which is shown beside its changes.
    pub ahead: bool,
}

impl Hlc {
    /// The reading with exactly these bits, as stored.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits to store.
    pub const fn bits(self) -> u64 {
        self.0
    }

    /// The first reading of a millisecond; beyond 48 bits the last one there is.
    pub const fn at_ms(ms: u64) -> Self {
        let ms = if ms > MAX_MS { MAX_MS } else { ms };
        Self(ms << COUNTER_BITS)
    }

    /// Milliseconds since 1970-01-01T00:00Z.
    pub const fn ms(self) -> u64 {
        self.0 >> COUNTER_BITS
    }

    /// The reading for a new batch: after `prev`, and not before `now_ms`. A `prev` that is itself more than 24 hours
    /// ahead of `now_ms` (this laptop's clock was wrong and has been put right) is let go.
    #[must_use]
    pub const fn tick(prev: Self, now_ms: u64) -> Self {
        let now = Self::at_ms(now_ms);
        if prev.0 < now.0 || prev.is_ahead_of(now_ms) { now } else { Self(prev.0.saturating_add(1)) }
    }

    /// The reading after meeting `remote` at `now_ms`: the later of `prev` and `remote`, unless `remote` is more than
    /// 24 hours ahead of `now_ms`.
    #[must_use]
    pub const fn witness(prev: Self, remote: Self, now_ms: u64) -> Witness {
        let ahead = remote.is_ahead_of(now_ms);
        Witness { next: if ahead || remote.0 < prev.0 { prev } else { remote }, ahead }
    }

    const fn is_ahead_of(self, now_ms: u64) -> bool {
        self.ms() > now_ms.saturating_add(AHEAD_MS)
    }
}

impl fmt::Debug for Hlc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}", self.ms(), self.0 & ((1 << COUNTER_BITS) - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::{AHEAD_MS, Hlc};
    use proptest::prelude::*;

    const NOW: u64 = 1_700_000_000_000;

    #[test]
    fn ticks_within_a_millisecond_go_up() {
        let first = Hlc::tick(Hlc::default(), NOW);
        let second = Hlc::tick(first, NOW);
        assert_eq!(first.ms(), NOW);
        assert!(second > first && second.ms() == NOW);
        assert!(Hlc::tick(second, NOW - 5) > second, "a clock set back a little does not go back");
    }

    #[test]
    fn a_clock_days_ahead_is_flagged_and_not_taken_over() {
        let mine = Hlc::at_ms(NOW);
        let far = Hlc::at_ms(NOW + AHEAD_MS + 1);
        let met = Hlc::witness(mine, far, NOW);
        assert!(met.ahead && met.next == mine);
        let near = Hlc::at_ms(NOW + AHEAD_MS);
        assert!(!Hlc::witness(mine, near, NOW).ahead);
        assert_eq!(Hlc::witness(mine, near, NOW).next, near);
    }

    #[test]
    fn a_clock_put_right_recovers() {
        let year_ahead = Hlc::at_ms(NOW + 365 * AHEAD_MS);
        assert_eq!(Hlc::tick(year_ahead, NOW).ms(), NOW);
    }

    proptest! {
        #[test]
        fn witness_never_goes_back(prev: u64, remote: u64, now: u64) {
            let met = Hlc::witness(Hlc::from_bits(prev), Hlc::from_bits(remote), now);
            prop_assert!(met.next >= Hlc::from_bits(prev));
        }

        #[test]
        fn tick_is_never_before_now(prev: u64, now in 0_u64..1 << 47) {
            prop_assert!(Hlc::tick(Hlc::from_bits(prev), now).ms() >= now);
        }
    }
}
