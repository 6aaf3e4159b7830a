//! How names and values of the log stand in columns. Owns both directions; refuses anything it would not have written.

use crate::error::{RegisterError, Result};
use casework::{answer::Answer, ids::RecordId, private::Private};
use chrono::{DateTime, Utc};
use journal::{BatchHash, ChangeId, DeedId, DeviceId, Hlc, Incarnation, Salt, Write};
use std::fmt::Write as _;
use uuid::Uuid;

const SHAPE: RegisterError = RegisterError::Damaged("a name in the log has the wrong length");
const UNKNOWN: RegisterError = RegisterError::Damaged("an answer has no such standing");
/// A change's number is its batch's times this, and its place.
const PLACES: i64 = 1 << 20;

pub(crate) fn bytes<const N: usize>(blob: &[u8]) -> Result<[u8; N]> {
    blob.try_into().map_err(|_| SHAPE)
}

pub(crate) fn record(blob: &[u8]) -> Result<RecordId> {
    bytes(blob).map(|id| RecordId(Uuid::from_bytes(id)))
}

pub(crate) fn deed(blob: &[u8]) -> Result<DeedId> {
    bytes(blob).map(|id| DeedId(Uuid::from_bytes(id)))
}

pub(crate) fn batch(blob: &[u8]) -> Result<BatchHash> {
    bytes(blob).map(BatchHash)
}

pub(crate) fn device(blob: &[u8]) -> Result<DeviceId> {
    bytes(blob).map(DeviceId)
}

pub(crate) fn incarnation(blob: &[u8]) -> Result<Incarnation> {
    bytes(blob).map(Incarnation)
}

pub(crate) fn salt(blob: &[u8]) -> Result<Salt> {
    bytes(blob).map(Salt)
}

/// The number of the change at `place` of a batch. A place that no batch can have is no bytes of this log.
pub(crate) fn change(batch: i64, place: u32) -> Result<i64> {
    if i64::from(place) < PLACES {
        Ok(batch * PLACES + i64::from(place))
    } else {
        Err(journal::JournalError::Unproven.into())
    }
}

/// The place of a change in its batch.
pub(crate) fn place(change: i64) -> Result<u32> {
    u32::try_from(change.rem_euclid(PLACES)).map_err(|_| SHAPE)
}

/// The number of the batch that a change is of.
pub(crate) const fn batch_of(change: i64) -> i64 {
    change.div_euclid(PLACES)
}

/// The first and the last number that a change of `batch` can have.
pub(crate) const fn places(batch: i64) -> (i64, i64) {
    (batch * PLACES, batch * PLACES + PLACES - 1)
}

pub(crate) fn change_id(batch_hash: &[u8], change: i64) -> Result<ChangeId> {
    Ok(ChangeId { batch: batch(batch_hash)?, index: place(change)? })
}

/// What a change replaces, as its row says it: numbers with a comma between, or nothing. `scratch` is overwritten; it saves an
/// allocation for each change of a large import.
pub(crate) fn targets<'s>(targets: &[i64], scratch: &'s mut String) -> Option<&'s str> {
    scratch.clear();
    for target in targets {
        // Writing to a text cannot fail.
        let _ = write!(scratch, "{}{target}", if scratch.is_empty() { "" } else { "," });
    }
    (!scratch.is_empty()).then_some(scratch)
}

/// The numbers that [`targets`] wrote.
pub(crate) fn read_targets(text: Option<&str>) -> impl Iterator<Item = Result<i64>> {
    let number = |text: &str| {
        text.parse().map_err(|_| RegisterError::Damaged("what a change replaces is not told in numbers"))
    };
    text.into_iter().flat_map(|text| text.split(',')).map(number)
}

/// A clock as milliseconds and the count within one.
pub(crate) fn clock(at: Hlc) -> Result<(i64, i64)> {
    let tick = at.bits() & 0xffff;
    Ok((i64::try_from(at.ms()).map_err(|_| SHAPE)?, i64::try_from(tick).map_err(|_| SHAPE)?))
}

pub(crate) fn hlc(ms: i64, tick: i64) -> Result<Hlc> {
    let (ms, tick) = (u64::try_from(ms).map_err(|_| SHAPE)?, u64::try_from(tick).map_err(|_| SHAPE)?);
    Ok(Hlc::from_bits(Hlc::at_ms(ms).bits() | (tick & 0xffff)))
}

/// A clock's milliseconds as a moment; a clock beyond every calendar gives the last one there is.
pub(crate) fn moment(ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(ms).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// A moment as milliseconds since 1970.
pub(crate) const fn millis(at: DateTime<Utc>) -> i64 {
    at.timestamp_millis()
}

/// The standing of a write, and its text.
pub(crate) fn standing(write: &Write) -> (&'static str, Option<&str>) {
    match write {
        Write::Answered(answer) => (answer.standing(), answer.known().map(|text| text.reveal().as_str())),
        Write::Retracted => ("retracted", None),
    }
}

/// A standing of an answer as one of our own words.
pub(crate) fn word(standing: &str) -> Result<&'static str> {
    let words = ["known", "unknown", "not-asked", "declined", "retracted"];
    words.into_iter().find(|word| *word == standing).ok_or(UNKNOWN)
}

/// The write of a standing and its text.
pub(crate) fn write(standing: &str, value: Option<String>) -> Result<Write> {
    Ok(Write::Answered(match (standing, value) {
        ("known", Some(text)) => Answer::Known(Private::new(text)),
        ("unknown", None) => Answer::Unknown,
        ("not-asked", None) => Answer::NotAsked,
        ("declined", None) => Answer::Declined,
        ("retracted", None) => return Ok(Write::Retracted),
        _ => return Err(UNKNOWN),
    }))
}

#[cfg(test)]
mod tests {
    use super::{batch_of, change, clock, hlc, place, places, read_targets, targets};
    use journal::Hlc;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn clocks_come_back(bits: u64) {
            let at = Hlc::from_bits(bits);
            let (ms, tick) = clock(at).unwrap();
            prop_assert_eq!(hlc(ms, tick).unwrap(), at);
        }

        #[test]
        fn places_come_back(batch in 1_i64..1 << 40, index in 0_u32..1 << 20) {
            let number = change(batch, index).unwrap();
            prop_assert_eq!(place(number).unwrap(), index);
            prop_assert_eq!(batch_of(number), batch);
            prop_assert!(places(batch).0 <= number && number <= places(batch).1);
        }
    }

    #[test]
    fn what_is_replaced_comes_back() {
        let mut scratch = String::from("from before");
        for (numbers, text) in
            [(&[][..], None), (&[7], Some("7")), (&[4, 30, 1_048_576], Some("4,30,1048576"))]
        {
            assert_eq!(targets(numbers, &mut scratch), text);
            assert_eq!(read_targets(text).collect::<Result<Vec<_>, _>>().unwrap(), numbers);
        }
        for damaged in ["", "x", "1,", "1, 2", "9223372036854775808"] {
            assert!(read_targets(Some(damaged)).any(|number| number.is_err()), "{damaged}");
        }
    }

    #[test]
    fn a_place_beyond_every_batch_is_refused() {
        assert!(change(1, 1 << 20).is_err());
    }
}
