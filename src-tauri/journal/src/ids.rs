//! Names in the log: batches, changes, laptops, feeds, deeds. Owns their text forms; refuses a lenient reading of any.

use crate::clock::Hlc;
use casework::ids::{BadId, RecordId};
use std::{fmt, str::FromStr};
use uuid::Uuid;

const FEED: &[u8; 32] = b"pulang journal v1: name a feed\0\0";
const DEED: &[u8; 32] = b"pulang journal v1: name a deed\0\0";
const SEED: &[u8; 32] = b"pulang journal v1: follow a seed";

/// Writes bytes as lower-case hexadecimal.
fn hex(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}

/// Reads exactly `N` bytes of lower-case hexadecimal.
fn unhex<const N: usize>(text: &str) -> Result<[u8; N], BadId> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(BadId),
    };
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !odd.is_empty() {
        return Err(BadId);
    }
    let mut out = [0; N];
    for (byte, [high, low]) in out.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Ok(out)
}

macro_rules! byte_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                hex(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                unhex(text).map(Self)
            }
        }
    };
}

byte_id!(
    /// Names a batch by the hash of its header, and so everything in it and before it. Shown as 64 hexadecimal digits.
    BatchHash,
    32
);
byte_id!(
    /// The hash that stands for one change in its batch, and stays when the change itself is withheld or erased.
    LeafHash,
    32
);
byte_id!(
    /// Names a laptop. Shown as 32 hexadecimal digits.
    DeviceId,
    16
);
byte_id!(
    /// Names one life of a laptop: a restored backup or a copied disk begins another.
    Incarnation,
    16
);
byte_id!(
    /// Names a feed: what one life of a laptop wrote in one scope.
    FeedId,
    16
);

impl FeedId {
    /// The feed of `incarnation` of `device` in `scope`; the same three always give the same name.
    pub fn of(device: DeviceId, incarnation: Incarnation, scope: RecordId) -> Self {
        let mut hasher = blake3::Hasher::new_keyed(FEED);
        hasher.update(&device.0).update(&incarnation.0).update(scope.0.as_bytes());
        Self(first_half(hasher.finalize()))
    }
}

/// What keeps a withheld change from being guessed by trying likely values. As secret as the change itself: its
/// `Debug` shows nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Salt(pub [u8; 16]);

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(…)")
    }
}

impl Salt {
    /// The seed that follows this one, for the next batch of the same feed. A bundle then need not carry it, so a day's
    /// single edits take half the room.
    ///
    /// Who knows a seed knows all that follow it. So a laptop takes a fresh one instead for the first batch after each
    /// bundle it has written and after each erasure, and an erasure also gives up the seeds before it that lead to its
    /// own ([`crate::Batch::unseeded`]).
    #[must_use]
    pub fn following(self) -> Self {
        Self(first_half(blake3::keyed_hash(SEED, &self.0)))
    }
}

/// The first half of a hash.
pub(crate) fn first_half(hash: blake3::Hash) -> [u8; 16] {
    let [half @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = *hash.as_bytes();
    half
}

/// Names one deed of an officer, which may have a batch in several scopes; undo works on deeds. A UUIDv7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeedId(pub Uuid);

impl DeedId {
    /// The deed that `incarnation` of `device` does at `at`: a UUIDv7 of that time. The clock ticks once for a deed, so
    /// the same three are the same deed, and a bundle need not carry its name.
    pub fn of(device: DeviceId, incarnation: Incarnation, at: Hlc) -> Self {
        let mut hasher = blake3::Hasher::new_keyed(DEED);
        hasher.update(&device.0).update(&incarnation.0).update(&at.bits().to_be_bytes());
        let free = u128::from_be_bytes(first_half(hasher.finalize()));
        let (version, variant) = (0x7 << 76, 0b10 << 62);
        let free = free & !(u128::MAX << 80) & !(0xf << 76) & !(0b11 << 62);
        Self(Uuid::from_u128(u128::from(at.ms()) << 80 | version | variant | free))
    }
}

impl fmt::Display for DeedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for DeedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

/// Names a change for ever: its batch and its place in it. Shown as `<64 hexadecimal digits>:<index>`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChangeId {
    /// The batch it was written in.
    pub batch: BatchHash,
    /// Its place, from 0.
    pub index: u32,
}

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.batch, self.index)
    }
}

impl fmt::Debug for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ChangeId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (batch, index) = text.split_once(':').ok_or(BadId)?;
        let read = Self { batch: batch.parse()?, index: index.parse().map_err(|_| BadId)? };
        // "+1" and "01" are numbers to the standard parser; an id has one spelling.
        if read.index.to_string() == index { Ok(read) } else { Err(BadId) }
    }
}

#[cfg(test)]
mod tests {
    use super::{BatchHash, ChangeId, DeedId, DeviceId, FeedId, Incarnation, Salt};
    use crate::Hlc;
    use casework::ids::RecordId;
    use uuid::Uuid;

    #[test]
    fn a_change_id_has_one_spelling() {
        let id = ChangeId { batch: BatchHash([0xab; 32]), index: 10 };
        let text = id.to_string();
        assert_eq!(text.parse(), Ok(id));
        for bad in [
            text.replace("ab", "AB"),
            text.replace(":10", ":+10"),
            text.replace(":10", ":010"),
            text.replace(":10", ":"),
            text.replace(':', ""),
            text.replacen("ab", "a", 1),
            format!("{text} "),
            text.replace(":10", ":4294967296"),
        ] {
            assert!(bad.parse::<ChangeId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_deed_of_the_clock_is_a_uuid_of_its_time() {
        let (device, life, at) = (DeviceId([1; 16]), Incarnation([2; 16]), Hlc::at_ms(1_700_000_000_123));
        let deed = DeedId::of(device, life, at);
        assert_eq!(deed, DeedId::of(device, life, at));
        assert_eq!(deed.0.get_version_num(), 7);
        assert_eq!(deed.0.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(deed.0.as_u128() >> 80, 1_700_000_000_123);
        assert_ne!(deed, DeedId::of(device, life, Hlc::tick(at, 0)));
        assert_ne!(deed, DeedId::of(DeviceId([2; 16]), life, at));
        assert_ne!(deed, DeedId::of(device, Incarnation([1; 16]), at));
    }

    #[test]
    fn a_following_seed_is_another_one() {
        let seed = Salt([1; 16]);
        assert_ne!(seed.following(), seed);
        assert_ne!(seed.following().following(), seed.following());
    }

    #[test]
    fn each_part_of_a_feed_counts() {
        let (a, b) = (DeviceId([1; 16]), DeviceId([2; 16]));
        let (life, scope) = (Incarnation([3; 16]), RecordId(Uuid::from_u128(4)));
        let feed = FeedId::of(a, life, scope);
        assert_eq!(feed, FeedId::of(a, life, scope));
        assert_ne!(feed, FeedId::of(b, life, scope));
        assert_ne!(feed, FeedId::of(a, Incarnation([4; 16]), scope));
        assert_ne!(feed, FeedId::of(a, life, RecordId(Uuid::from_u128(5))));
    }
}
