//! Chance that repeats: SplitMix64. Owns numbers, picks and ids that follow from a seed; refuses to be used for keys.

use casework::ids::RecordId;
use uuid::Uuid;

/// A row of numbers that follows from its seed.
pub(super) struct Chance(u64);

impl Chance {
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both among them.
    pub(super) const fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// True once in `n` times.
    pub(super) const fn one_in(&mut self, n: u64) -> bool {
        self.next().is_multiple_of(n)
    }

    /// One of some.
    pub(super) fn of<T: Copy>(&mut self, some: &[T]) -> Option<T> {
        let at = self.next() % u64::try_from(some.len().max(1)).unwrap_or(1);
        some.get(usize::try_from(at).unwrap_or(0)).copied()
    }

    /// One of some, the first far more often than the last, as names are.
    pub(super) fn rather_early<T: Copy>(&mut self, some: &[T]) -> Option<T> {
        let many = u64::try_from(some.len().max(1)).unwrap_or(1);
        let at = self.next() % many * (self.next() % many) / many;
        some.get(usize::try_from(at).unwrap_or(0)).copied()
    }

    /// An id of the shape of UUIDv7, in a year.
    pub(super) fn id(&mut self, year: i32) -> RecordId {
        let since = u128::from(u32::try_from(year - 1970).unwrap_or(0)) * 31_556_952_000;
        let ms = since + u128::from(self.next() % 31_000_000_000);
        let random = u128::from(self.next()) << 64 | u128::from(self.next());
        let low = random & 0x0FFF_3FFF_FFFF_FFFF_FFFF;
        RecordId(Uuid::from_u128(ms << 80 | 0x7 << 76 | 0x2 << 62 | low))
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn a_seed_gives_the_same_row_and_good_ids() {
        let (mut one, mut other) = (Chance::new(7), Chance::new(7));
        for _ in 0..100 {
            assert_eq!(one.next(), other.next());
        }
        let ids: std::collections::BTreeSet<_> = (0..1000).map(|_| one.id(2023)).collect();
        assert_eq!(ids.len(), 1000);
        assert!(
            ids.iter().all(|id| id.0.get_version_num() == 7 && id.0.get_variant() == uuid::Variant::RFC4122)
        );
        let drawn: Vec<u64> = (0..1000).map(|_| one.between(3, 5)).collect();
        assert!(drawn.iter().all(|n| (3..=5).contains(n)) && [3, 4, 5].iter().all(|n| drawn.contains(n)));
    }
}
