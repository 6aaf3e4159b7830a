//! The way back when every passphrase is lost: a key on paper, whole or in shares.
//!
//! Owns the recovery key, its written form with a checksum, and the split into three shares of which two suffice. The
//! key that the data key is sealed to comes from the paper alone, so that no file has to survive but `data.key`.

use std::fmt;

use blahaj::{Share as Point, Sharks};
use zeroize::Zeroizing;

use crate::{Error, Result, SealingKey, ShareFault, crockford, entropy};

const KEY_VERSION: u8 = 1;
const SHARE_VERSION: u8 = 0x21;
/// Version, key, checksum.
const KEY_BYTES: usize = 1 + 32 + 2;
/// Version, set, check of the key, number, point, checksum.
const SHARE_BYTES: usize = 1 + 4 + 4 + 1 + 32 + 3;

/// 256 random bits on paper; wiped when dropped, shown only by [`RecoveryKey::to_text`].
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryKey(Zeroizing<[u8; 32]>);

impl RecoveryKey {
    /// Draws a new one.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        entropy::secret().map(Self)
    }

    /// The key as it is written down: 14 groups of 4, with a checksum.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(KEY_BYTES));
        bytes.push(KEY_VERSION);
        bytes.extend_from_slice(self.0.as_ref());
        seal_text(bytes, 2)
    }

    /// Reads what [`RecoveryKey::to_text`] wrote, however it was copied: upper or lower case, with or without dashes
    /// and blanks, `O` for `0`, `I` or `L` for `1`.
    ///
    /// # Errors
    /// `MistypedRecoveryKey`.
    pub fn parse(text: &str) -> Result<Self> {
        let bytes = unseal_text::<KEY_BYTES>(text, KEY_VERSION, 2).ok_or(Error::MistypedRecoveryKey)?;
        let key = bytes
            .get(1..33)
            .and_then(|key| <[u8; 32]>::try_from(key).ok())
            .ok_or(Error::MistypedRecoveryKey)?;
        Ok(Self(Zeroizing::new(key)))
    }

    /// Three shares, of which any two give the key back, and one says nothing about it.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn split(&self) -> Result<[Share; 3]> {
        let set = entropy::bytes()?;
        let mut points = Sharks(2).dealer(self.0.as_ref());
        let mut next = || -> Result<Share> {
            let point = points.next().ok_or(Error::NoEntropy)?;
            let bytes = Zeroizing::new(Vec::<u8>::from(&point));
            let (number, rest) = bytes.split_first().ok_or(Error::NoEntropy)?;
            let point = <[u8; 32]>::try_from(rest).map_err(|_| Error::NoEntropy)?;
            Ok(Share { set, check: self.check(), number: *number, point: Zeroizing::new(point) })
        };
        Ok([next()?, next()?, next()?])
    }

    /// The key again, from two or three shares of one split.
    ///
    /// # Errors
    /// `Shares`, saying which of them is damaged, or that they are too few, the same, or of different splits.
    pub fn from_shares<T: AsRef<str>>(texts: &[T]) -> Result<Self> {
        let mut shares: Vec<Share> = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let share = Share::parse(text.as_ref()).ok_or(Error::Shares(ShareFault::Corrupted(at)))?;
            if shares.iter().any(|other| other.set != share.set || other.check != share.check) {
                return Err(Error::Shares(ShareFault::MixedSets));
            }
            if shares.iter().any(|other| other.number == share.number) {
                return Err(Error::Shares(ShareFault::SameTwice));
            }
            shares.push(share);
        }
        if shares.len() < 2 {
            return Err(Error::Shares(ShareFault::TooFew));
        }
        let points = shares.iter().map(Share::to_point).collect::<Option<Vec<Point>>>();
        let points = points.ok_or(Error::Shares(ShareFault::Corrupted(0)))?;
        let found =
            Sharks(2).recover(&points).map(Zeroizing::new).map_err(|_| Error::Shares(ShareFault::TooFew))?;
        let key =
            <[u8; 32]>::try_from(found.as_slice()).map_err(|_| Error::Shares(ShareFault::Corrupted(0)))?;
        let key = Self(Zeroizing::new(key));
        // Interpolation itself never fails; this is what notices points that do not belong together.
        let belongs = shares.first().is_some_and(|share| share.check == key.check());
        if belongs { Ok(key) } else { Err(Error::Shares(ShareFault::MixedSets)) }
    }

    /// What the data key is sealed to.
    pub(crate) fn sealing_key(&self) -> SealingKey {
        SealingKey::from_bytes(blake3::derive_key(
            "pulang 2026 vault: sealing key of the recovery key",
            self.0.as_ref(),
        ))
    }

    /// 32 bits that tell this key from others; they say nothing usable about it.
    fn check(&self) -> [u8; 4] {
        first(blake3::derive_key("pulang 2026 vault: check of the recovery key", self.0.as_ref()))
    }
}

impl fmt::Debug for RecoveryKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryKey(…)")
    }
}

/// One of three shares of a recovery key; worth nothing alone, wiped when dropped.
pub struct Share {
    set: [u8; 4],
    check: [u8; 4],
    number: u8,
    point: Zeroizing<[u8; 32]>,
}

impl Share {
    /// Which of the three it is.
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// The share as it is written down: 18 groups of 4, with a checksum.
    pub fn to_text(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(SHARE_BYTES));
        bytes.push(SHARE_VERSION);
        bytes.extend_from_slice(&self.set);
        bytes.extend_from_slice(&self.check);
        bytes.push(self.number);
        bytes.extend_from_slice(self.point.as_ref());
        seal_text(bytes, 3)
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = unseal_text::<SHARE_BYTES>(text, SHARE_VERSION, 3)?;
        let (_, rest) = bytes.split_first()?;
        let (set, rest) = rest.split_first_chunk::<4>()?;
        let (check, rest) = rest.split_first_chunk::<4>()?;
        let (number, rest) = rest.split_first()?;
        let (point, _) = rest.split_first_chunk::<32>()?;
        let share = Self { set: *set, check: *check, number: *number, point: Zeroizing::new(*point) };
        (1..=3).contains(&share.number).then_some(share)
    }

    fn to_point(&self) -> Option<Point> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(33));
        bytes.push(self.number);
        bytes.extend_from_slice(self.point.as_ref());
        Point::try_from(bytes.as_slice()).ok()
    }
}

impl fmt::Debug for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Share({}, …)", self.number)
    }
}

/// What a written sheet holds.
#[derive(Debug)]
pub enum Sheet {
    /// The whole key.
    Key(RecoveryKey),
    /// One share, as text for [`RecoveryKey::from_shares`].
    Share(Zeroizing<String>),
}

impl Sheet {
    /// Finds the key or the share in a written sheet: it stands on a line of its own, whatever else is on the sheet.
    ///
    /// # Errors
    /// `MistypedRecoveryKey` when there is none, or none that is written correctly.
    pub fn read(text: &str) -> Result<Self> {
        text.lines()
            .find_map(|line| {
                let share = || Share::parse(line).map(|_| Self::Share(Zeroizing::new(line.to_owned())));
                RecoveryKey::parse(line).ok().map(Self::Key).or_else(share)
            })
            .ok_or(Error::MistypedRecoveryKey)
    }
}

/// `bytes` with `sum` bytes of checksum, in groups of four characters.
fn seal_text(mut bytes: Zeroizing<Vec<u8>>, sum: usize) -> Zeroizing<String> {
    let checksum = blake3::hash(&bytes);
    bytes.extend(checksum.as_bytes().iter().take(sum));
    crockford::encode(&bytes)
}

fn unseal_text<const N: usize>(text: &str, version: u8, sum: usize) -> Option<Zeroizing<[u8; N]>> {
    let bytes = crockford::decode::<N>(text)?;
    let (content, found) = bytes.split_at_checked(N.checked_sub(sum)?)?;
    let right = blake3::hash(content).as_bytes().iter().take(sum).eq(found);
    (right && content.first() == Some(&version)).then_some(bytes)
}

fn first(bytes: [u8; 32]) -> [u8; 4] {
    let [a, b, c, d, ..] = bytes;
    [a, b, c, d]
}

#[cfg(test)]
mod tests;
