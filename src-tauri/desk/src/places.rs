//! Tables by place, for going through everybody without reading anybody. Owns how they are kept; refuses to outlive the file
//! whose places they hold.

use crate::{Desk, failure::DeskError};
use register::{Column, Place};
use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasherDefault, Hasher},
};

/// Spreads places, which are small numbers of this file's own: a table of a hundred thousand is filled many times.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_i64(i64::from(*byte));
        }
    }

    fn write_i64(&mut self, number: i64) {
        self.0 = (self.0.rotate_left(5) ^ number.cast_unsigned()).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }
}

/// A table by place.
pub(crate) type ByPlace<T> = HashMap<Place, T, BuildHasherDefault<Spread>>;

/// A set of places.
pub(crate) type Places = HashSet<Place, BuildHasherDefault<Spread>>;

impl Desk {
    /// The records of a kind of which a live answer says that they are of this sort; removed ones are among them.
    pub(crate) fn of_sort(&self, kind: &str, sort: &str) -> Result<Places, DeskError> {
        let before = format!("{sort}\u{0}");
        let mut found = Places::default();
        let column = Column { kind, field: "sort", from: sort, before: &before };
        self.register.each_figure(column, &mut |_, record| {
            found.insert(record);
        })?;
        Ok(found)
    }

    /// The records of which some field holds two values that nobody has settled: what they say is read, not counted.
    pub(crate) fn in_dispute(&self) -> Result<Places, DeskError> {
        let mut found = Places::default();
        for conflict in self.register.conflicts()? {
            found.extend(self.register.place_of(conflict.record)?);
        }
        Ok(found)
    }
}
