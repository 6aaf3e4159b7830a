//! The columns of a frame: batches taken apart so that like stands beside like, which is what makes a bundle small. Owns
//! the layout of a frame; refuses a frame whose columns do not come out even, and sets aside no memory for a claim. That
//! the bytes are the sender's is proven before, by the manifest.
//!
//! What can be computed is not written: the root and name of a batch, its predecessor while the feed just goes on, its
//! salts while the seed is here, and what a change replaces when that is the last change of the same field before it.

mod read;
mod write;

use journal::{BatchHash, ChangeId, Head, Salt};
use std::collections::HashMap;

pub(crate) use read::{Carried, FrameReader};
pub(crate) use write::FrameWriter;

/// The batch has no predecessor in this frame: its number and predecessor are written out.
const APART: u8 = 1;
/// The batch belongs to the same deed as the one before it.
const SAME_DEED: u8 = 2;
/// The batch undoes a deed.
const UNDOES: u8 = 4;
/// Some places of the batch are withheld or erased: each place has its kind, and its salt where it is open.
const PARTIAL: u8 = 8;
/// The batch goes on in the next frame.
const GOES_ON: u8 = 16;
/// The batch began in the frame before; only the number of its places is written.
const GONE_ON: u8 = 32;

/// The deed's name follows from the laptop and the clock: it is not written.
const DEED_FOLLOWS: u8 = 64;
/// The seed follows from that of the batch before it in its feed: it is not written.
const SEED_FOLLOWS: u8 = 128;

/// Set on the standing of a change that carries what was typed.
const TYPED: u8 = 8;

/// What a change replaces: nothing.
const NOTHING: u64 = 0;
/// What a change replaces: exactly the last change of the same field of the same record in this frame.
const THE_LAST: u64 = 1;
/// What a change replaces: this many less written out.
const WRITTEN_OUT: u64 = 2;

/// The most places of batches in a frame, so that what comes out of it has a bound as well.
const PLACES: usize = 128 * 1024;

/// How many batches back in the bundle a change may point without writing the batch's name out.
const REACH: u32 = 1 << 20;

/// The fields a frame may name.
const FIELDS: usize = 10_000;

/// The last batch of a feed so far in a frame, and its seed.
type Last = (Head, Option<Salt>);

/// A field of a record: the numbers of both in a frame, in one.
type Cell = u64;

fn cell(record: u32, field: u32) -> Cell {
    u64::from(record) << 32 | u64::from(field)
}

/// The last change of each cell so far in a frame. Small, since it is asked for each change: batches stand in it once.
#[derive(Debug, Default)]
struct Cells {
    batches: Vec<BatchHash>,
    last: HashMap<Cell, (u32, u32)>,
}

impl Cells {
    fn last(&self, cell: Cell) -> Option<ChangeId> {
        let (batch, index) = *self.last.get(&cell)?;
        let batch = *usize::try_from(batch).ok().and_then(|at| self.batches.get(at))?;
        Some(ChangeId { batch, index })
    }

    /// Takes in the cells of a whole batch, each with its place in it.
    fn take(&mut self, batch: BatchHash, cells: Vec<(Cell, u32)>) {
        let at = u32::try_from(self.batches.len()).unwrap_or(u32::MAX);
        self.batches.push(batch);
        self.last.extend(cells.into_iter().map(|(cell, index)| (cell, (at, index))));
    }
}

/// Appends an integer in seven-bit groups.
fn put(value: u64, out: &mut Vec<u8>) {
    let mut rest = value;
    while rest >= 0x80 {
        out.push(rest.to_le_bytes()[0] | 0x80);
        rest >>= 7;
    }
    out.push(rest.to_le_bytes()[0]);
}

/// Appends a signed difference, small ones short whichever way they go.
fn put_signed(value: i64, out: &mut Vec<u8>) {
    put((value.cast_unsigned() << 1) ^ (value >> 63).cast_unsigned(), out);
}

/// Reads one column from its front. It is empty afterwards, or the frame is refused.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cursor<'a>(&'a [u8]);

/// A frame that the writer would not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BadFrame;

impl<'a> Cursor<'a> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn take(&mut self, len: usize) -> Result<&'a [u8], BadFrame> {
        let (front, rest) = self.0.split_at_checked(len).ok_or(BadFrame)?;
        self.0 = rest;
        Ok(front)
    }

    fn byte(&mut self) -> Result<u8, BadFrame> {
        let (front, rest) = self.0.split_first().ok_or(BadFrame)?;
        self.0 = rest;
        Ok(*front)
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], BadFrame> {
        let (front, rest) = self.0.split_first_chunk().ok_or(BadFrame)?;
        self.0 = rest;
        Ok(*front)
    }

    fn uint(&mut self) -> Result<u64, BadFrame> {
        let (mut value, mut shift) = (0_u64, 0);
        loop {
            let byte = self.byte()?;
            let group = u64::from(byte & 0x7f);
            // The tenth group has room for one bit, and no number ends in an empty group.
            if shift == 63 && group > 1 || shift > 63 || byte == 0 && shift > 0 {
                return Err(BadFrame);
            }
            value |= group << shift;
            if byte < 0x80 {
                return Ok(value);
            }
            shift += 7;
        }
    }

    fn uint32(&mut self) -> Result<u32, BadFrame> {
        u32::try_from(self.uint()?).map_err(|_| BadFrame)
    }

    fn size(&mut self) -> Result<usize, BadFrame> {
        usize::try_from(self.uint()?).map_err(|_| BadFrame)
    }

    fn signed(&mut self) -> Result<i64, BadFrame> {
        let value = self.uint()?;
        Ok((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }

    fn text(&mut self, len: usize) -> Result<&'a str, BadFrame> {
        str::from_utf8(self.take(len)?).map_err(|_| BadFrame)
    }

    /// A column that stands in a frame after its length.
    fn column(&mut self) -> Result<Self, BadFrame> {
        let len = self.size()?;
        self.take(len).map(Self)
    }
}

macro_rules! columns {
    ($(#[$doc:meta])* $out:ident, $in:ident { $($(#[$field_doc:meta])* $name:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Default)]
        struct $out { $($(#[$field_doc])* $name: Vec<u8>,)+ }

        impl $out {
            fn len(&self) -> usize {
                0 $(+ self.$name.len() + 4)+
            }

            fn write(&self, out: &mut Vec<u8>) {
                $(put(self.$name.len() as u64, out); out.extend_from_slice(&self.$name);)+
            }
        }

        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default)]
        struct $in<'a> { $($name: Cursor<'a>,)+ }

        impl<'a> $in<'a> {
            fn read(from: &mut Cursor<'a>) -> Result<Self, BadFrame> {
                Ok(Self { $($name: from.column()?,)+ })
            }

            fn is_used_up(&self) -> bool {
                true $(&& self.$name.is_empty())+
            }
        }
    };
}

columns! {
    /// The columns of a frame, in the order in which they stand.
    Columns, ColumnsIn {
        /// Times in the ids of records, each by its difference from the one before.
        record_ms,
        /// The other 10 bytes of the ids of records.
        record_tail,
        /// Names of fields.
        field,
        /// Codes of deeds.
        act,
        /// Feeds: laptop and life.
        feed,
        /// Feeds: the scope, as a record.
        feed_scope,
        /// Names of batches that are not in the bundle, or far back in it.
        hash,
        /// Flags of batches.
        flags,
        /// The feed.
        batch_feed,
        /// The number in the feed, where it does not just go on.
        seq,
        /// The predecessor, where it does not just go on: 0 for none, else one more than for a replaced change's batch.
        prev,
        /// The clock's milliseconds, by their difference from the batch before.
        ms,
        /// The clock's counter.
        counter,
        /// The time in the id of the deed, by its difference from the clock.
        deed_ms,
        /// The other 10 bytes of the id of the deed.
        deed_tail,
        /// The code of the deed.
        batch_act,
        /// The officer, as a record.
        author,
        /// The deed undone.
        undoes,
        /// The version of forms and rules.
        schema,
        /// The number of places.
        count,
        /// The seed of the salts.
        seed,
        /// Places of partial batches: 0 open, 1 withheld, 2 erased.
        leaf,
        /// Hashes of withheld places and of erased payloads.
        leaf_hash,
        /// Salts of open places in partial batches.
        salt,
        /// The record of a change, by its difference from the one before.
        record,
        /// The field of a change.
        change_field,
        /// What a change says, and whether it carries what was typed.
        standing,
        /// What a change replaces.
        replaces,
        /// Replaced changes: the batch, odd by how far back it is in the bundle, even by its place among the names.
        replaced_batch,
        /// Replaced changes: the place in their batch.
        replaced_index,
    }
}

columns! {
    /// The values of one field.
    Values, ValuesIn {
        /// Lengths of values.
        len,
        /// Values.
        text,
        /// Lengths of what was typed.
        typed_len,
        /// What was typed.
        typed,
    }
}

#[cfg(test)]
mod tests;
