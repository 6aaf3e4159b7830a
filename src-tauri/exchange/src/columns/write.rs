//! Takes batches apart into columns.

use super::{
    APART, Cell, Cells, Columns, DEED_FOLLOWS, FIELDS, GOES_ON, GONE_ON, Last, NOTHING, PARTIAL, PLACES,
    REACH, SAME_DEED, SEED_FOLLOWS, THE_LAST, TYPED, UNDOES, Values, WRITTEN_OUT, cell, put, put_signed,
};
use crate::pack::FRAME_BYTES;
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
};
use journal::{Batch, BatchHash, Change, ChangeId, DeedId, FeedId, Head, Leaf, Salt, Write};
use std::collections::HashMap;
use uuid::Uuid;

/// A frame is closed once it has this size; what one more place can add still fits under the limit.
const FULL: usize = FRAME_BYTES - 700 * 1024;

/// Collects batches into frames.
#[derive(Debug, Default)]
pub(crate) struct FrameWriter {
    done: Vec<Vec<u8>>,
    frame: Frame,
    order: Order,
}

/// The batches of the bundle so far, numbered; one over several frames has a number for each part.
#[derive(Debug, Default)]
struct Order {
    whole: HashMap<BatchHash, u32>,
    begun: u32,
}

impl Order {
    /// How far back `id` is, while that is within reach.
    fn back(&self, id: &BatchHash) -> Option<u32> {
        let at = self.whole.get(id)?;
        Some(self.begun - at).filter(|back| *back <= REACH)
    }
}

#[derive(Debug, Default)]
struct Frame {
    columns: Columns,
    values: Vec<Values>,
    records: HashMap<RecordId, u32>,
    fields: HashMap<FieldId, u32>,
    acts: HashMap<String, u32>,
    feeds: HashMap<FeedId, (u32, Option<Last>)>,
    hashes: HashMap<BatchHash, u32>,
    cells: Cells,
    last_record_ms: i64,
    last_record: i64,
    last_ms: i64,
    last_deed: Option<DeedId>,
    places: usize,
    /// An upper bound of what was added since the frame was last measured, and the size then.
    unmeasured: usize,
    measured: usize,
}

impl FrameWriter {
    /// Adds a batch, over several frames when it is large.
    pub(crate) fn push(&mut self, batch: &Batch) {
        let mut at = 0;
        loop {
            let rest = batch.leaves().get(at..).unwrap_or_default();
            let took = self.frame.part(&mut self.order, batch, at, rest);
            at += took;
            if at >= batch.leaves().len() {
                break;
            }
            self.close();
        }
        if self.frame.is_full(0) {
            self.close();
        }
    }

    /// Frames that are full.
    pub(crate) fn take_done(&mut self) -> Vec<Vec<u8>> {
        std::mem::take(&mut self.done)
    }

    /// Closes the frame that is being filled, if anything is in it.
    pub(crate) fn close(&mut self) {
        let frame = std::mem::take(&mut self.frame);
        if frame.places > 0 {
            self.done.push(frame.into_bytes());
        }
    }
}

impl Frame {
    fn is_full(&mut self, more: usize) -> bool {
        self.unmeasured += more;
        if self.measured + self.unmeasured > FULL {
            self.measured = self.columns.len() + self.values.iter().map(Values::len).sum::<usize>();
            self.unmeasured = 0;
        }
        self.measured > FULL || self.places >= PLACES || self.values.len() >= FIELDS
    }

    /// Adds as many of the places `rest` of `batch`, which begin at `from`, as have room; one at least.
    fn part(&mut self, order: &mut Order, batch: &Batch, from: usize, rest: &[Leaf]) -> usize {
        let partial = batch.seed().is_none();
        let mut cells = Vec::new();
        let mut took = 0;
        order.begun += 1;
        let header_at = self.begin(order, batch, from > 0);
        for (index, leaf) in (0_u32..).zip(batch.leaves()).skip(from).take(rest.len()) {
            let size = self.leaf(order, leaf, index, partial, &mut cells);
            took += 1;
            self.places += 1;
            if self.is_full(size) {
                break;
            }
        }
        put(took as u64, &mut self.columns.count);
        if took < rest.len() {
            if let Some(flags) = self.columns.flags.get_mut(header_at) {
                *flags |= GOES_ON;
            }
        } else {
            // Only now may later changes point here: until it is whole, its name cannot be computed.
            order.whole.insert(batch.id(), order.begun - 1);
            self.cells.take(batch.id(), cells);
        }
        took
    }

    /// Writes the header of a batch, or that it goes on, and gives the place of its flags.
    fn begin(&mut self, order: &Order, batch: &Batch, gone_on: bool) -> usize {
        let at = self.columns.flags.len();
        let header = batch.header();
        let mut flags = if batch.seed().is_none() { PARTIAL } else { 0 };
        if gone_on {
            self.columns.flags.push(flags | GONE_ON);
            let _ = self.feed(batch);
            return at;
        }
        let (feed, last) = self.feed(batch);
        put(feed.into(), &mut self.columns.batch_feed);
        let goes_on =
            last.is_some_and(|(last, _)| Some(last.batch) == header.prev && last.seq + 1 == header.seq);
        if !goes_on {
            flags |= APART;
            put(header.seq, &mut self.columns.seq);
            let prev = header.prev.map_or(0, |prev| self.reference(order, prev) + 1);
            put(prev, &mut self.columns.prev);
        }
        let ms = header.at.ms().cast_signed();
        put_signed(ms - self.last_ms, &mut self.columns.ms);
        self.last_ms = ms;
        put(header.at.bits() & 0xffff, &mut self.columns.counter);
        if self.last_deed == Some(header.deed) {
            flags |= SAME_DEED;
        } else if header.deed == DeedId::of(header.device, header.incarnation, header.at) {
            flags |= DEED_FOLLOWS;
            self.last_deed = Some(header.deed);
        } else {
            let (deed_ms, tail) = split(header.deed.0);
            put_signed(deed_ms - ms, &mut self.columns.deed_ms);
            self.columns.deed_tail.extend_from_slice(&tail);
            self.last_deed = Some(header.deed);
        }
        if let Some(deed) = header.undoes {
            flags |= UNDOES;
            self.columns.undoes.extend_from_slice(deed.0.as_bytes());
        }
        let act = self.act(&header.act);
        put(act.into(), &mut self.columns.batch_act);
        let author = self.record(header.author);
        put(author.into(), &mut self.columns.author);
        put(header.schema.into(), &mut self.columns.schema);
        let follows = last.and_then(|(_, seed)| seed).map(Salt::following);
        if follows.is_some() && follows == batch.seed() {
            flags |= SEED_FOLLOWS;
        } else if let Some(seed) = batch.seed() {
            self.columns.seed.extend_from_slice(&seed.0);
        }
        self.columns.flags.push(flags);
        self.unmeasured += 200;
        at
    }

    /// Writes one place and gives an upper bound of its size.
    fn leaf(
        &mut self,
        order: &Order,
        leaf: &Leaf,
        index: u32,
        partial: bool,
        cells: &mut Vec<(Cell, u32)>,
    ) -> usize {
        match leaf {
            Leaf::Open { salt, change } => {
                if partial {
                    self.columns.leaf.push(0);
                    self.columns.salt.extend_from_slice(&salt.0);
                }
                let cell = self.change(order, change);
                cells.push((cell, index));
                let typed = change.as_typed.as_ref().map_or(0, |text| text.reveal().len());
                let value =
                    change.write.answer().and_then(Answer::known).map_or(0, |text| text.reveal().len());
                160 + typed + value + change.replaces.len() * 48
            }
            Leaf::Withheld(hash) => {
                self.columns.leaf.push(1);
                self.columns.leaf_hash.extend_from_slice(&hash.0);
                33
            }
            Leaf::Erased { payload, replaces } => {
                self.columns.leaf.push(2);
                self.columns.leaf_hash.extend_from_slice(payload);
                self.write_out(order, replaces);
                43 + replaces.len() * 48
            }
        }
    }

    fn change(&mut self, order: &Order, change: &Change) -> Cell {
        let (record, field) = (self.record(change.record), self.field(&change.field));
        put_signed(i64::from(record) - self.last_record, &mut self.columns.record);
        self.last_record = record.into();
        put(field.into(), &mut self.columns.change_field);
        let (standing, known) = match &change.write {
            Write::Answered(Answer::Known(text)) => (0, Some(text)),
            Write::Answered(Answer::Unknown) => (1, None),
            Write::Answered(Answer::NotAsked) => (2, None),
            Write::Answered(Answer::Declined) => (3, None),
            Write::Retracted => (4, None),
        };
        let typed = change.as_typed.as_ref();
        self.columns.standing.push(standing | if typed.is_some() { TYPED } else { 0 });
        if let Some(values) = usize::try_from(field).ok().and_then(|field| self.values.get_mut(field)) {
            if let Some(text) = known {
                put(text.reveal().len() as u64, &mut values.len);
                values.text.extend_from_slice(text.reveal().as_bytes());
            }
            if let Some(text) = typed {
                put(text.reveal().len() as u64, &mut values.typed_len);
                values.typed.extend_from_slice(text.reveal().as_bytes());
            }
        }
        let cell = cell(record, field);
        match change.replaces.as_slice() {
            [] => put(NOTHING, &mut self.columns.replaces),
            [one] if self.cells.last(cell) == Some(*one) => put(THE_LAST, &mut self.columns.replaces),
            several => self.write_out(order, several),
        }
        cell
    }

    fn write_out(&mut self, order: &Order, replaces: &[ChangeId]) {
        // An erased change may have replaced nothing; an open one that did is written as such.
        put(
            if replaces.is_empty() { NOTHING } else { replaces.len() as u64 + WRITTEN_OUT - 1 },
            &mut self.columns.replaces,
        );
        for id in replaces {
            let batch = self.reference(order, id.batch);
            put(batch, &mut self.columns.replaced_batch);
            put(id.index.into(), &mut self.columns.replaced_index);
        }
    }

    fn record(&mut self, id: RecordId) -> u32 {
        let next = len(&self.records);
        *self.records.entry(id).or_insert_with(|| {
            let (ms, tail) = split(id.0);
            put_signed(ms - self.last_record_ms, &mut self.columns.record_ms);
            self.last_record_ms = ms;
            self.columns.record_tail.extend_from_slice(&tail);
            next
        })
    }

    fn field(&mut self, id: &FieldId) -> u32 {
        if let Some(at) = self.fields.get(id) {
            return *at;
        }
        let next = len(&self.fields);
        put(id.as_str().len() as u64, &mut self.columns.field);
        self.columns.field.extend_from_slice(id.as_str().as_bytes());
        self.values.push(Values::default());
        self.fields.insert(id.clone(), next);
        next
    }

    fn act(&mut self, act: &str) -> u32 {
        if let Some(at) = self.acts.get(act) {
            return *at;
        }
        let next = len(&self.acts);
        put(act.len() as u64, &mut self.columns.act);
        self.columns.act.extend_from_slice(act.as_bytes());
        self.acts.insert(act.to_owned(), next);
        next
    }

    fn reference(&mut self, order: &Order, id: BatchHash) -> u64 {
        match order.back(&id) {
            Some(back) => u64::from(back) << 1 | 1,
            None => u64::from(self.hash(id)) << 1,
        }
    }

    fn hash(&mut self, id: BatchHash) -> u32 {
        let next = len(&self.hashes);
        *self.hashes.entry(id).or_insert_with(|| {
            self.columns.hash.extend_from_slice(&id.0);
            next
        })
    }

    /// The feed of a batch, and what was last in it so far; the batch becomes the last.
    fn feed(&mut self, batch: &Batch) -> (u32, Option<Last>) {
        let next = len(&self.feeds);
        let header = batch.header();
        let feed = header.feed();
        if !self.feeds.contains_key(&feed) {
            let scope = self.record(header.scope);
            self.columns.feed.extend_from_slice(&header.device.0);
            self.columns.feed.extend_from_slice(&header.incarnation.0);
            put(scope.into(), &mut self.columns.feed_scope);
        }
        let head = Head { seq: header.seq, batch: batch.id() };
        let (at, last) = self.feeds.entry(feed).or_insert((next, None));
        (*at, last.replace((head, batch.seed())))
    }

    fn into_bytes(self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.columns.len());
        self.columns.write(&mut out);
        self.values.iter().for_each(|values| values.write(&mut out));
        out
    }
}

/// A dictionary's size: one frame has far fewer than 2^32 bytes.
fn len<K, V>(dictionary: &HashMap<K, V>) -> u32 {
    u32::try_from(dictionary.len()).unwrap_or(u32::MAX)
}

/// The 48 bits of time that a UUIDv7 begins with, and its other 10 bytes.
fn split(id: Uuid) -> (i64, [u8; 10]) {
    let [a, b, c, d, e, f, tail @ ..] = *id.as_bytes();
    (i64::from_be_bytes([0, 0, a, b, c, d, e, f]), tail)
}
