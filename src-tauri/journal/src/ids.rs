//! Names in the log: batches, changes, laptops, feeds, deeds. Owns their text forms; refuses a lenient reading of any.

use casework::ids::{BadId, RecordId};
use std::{fmt, str::FromStr};
use uuid::Uuid;

const FEED: &[u8; 32] = b"pulang journal v1: name a feed\0\0";

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
        let mut name = [0; 16];
        hasher.finalize_xof().fill(&mut name);
        Self(name)
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

/// Names one deed of an officer, which may have a batch in several scopes; undo works on deeds. A UUIDv7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeedId(pub Uuid);

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
    use super::{BatchHash, ChangeId, DeviceId, FeedId, Incarnation};
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
