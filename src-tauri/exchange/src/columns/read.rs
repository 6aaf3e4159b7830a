//! Puts batches together again from columns, one at a time, so that a frame never takes much more memory than its bytes.

use super::{
    APART, BadFrame, Cell, Cells, ColumnsIn, Cursor, DEED_FOLLOWS, FIELDS, GOES_ON, GONE_ON, Last, NOTHING,
    PARTIAL, PLACES, REACH, SAME_DEED, SEED_FOLLOWS, THE_LAST, TYPED, UNDOES, ValuesIn, WRITTEN_OUT, cell,
};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
    private::Private,
};
use journal::{
    Batch, BatchHash, Change, ChangeId, DeedId, DeviceId, Draft, Head, Hlc, Incarnation, Leaf, LeafHash,
    Salt, Write,
    batch::{BATCH_BYTES, LEAVES},
    change::REPLACED,
};
use std::collections::VecDeque;
use uuid::Uuid;

/// What one frame hands to the next.
#[derive(Debug, Default)]
pub(crate) struct Carried {
    /// A batch whose places go on.
    unfinished: Option<Unfinished>,
    /// The names of the last batches of the bundle, as far as changes may point back; none for one not whole yet.
    order: VecDeque<Option<BatchHash>>,
}

impl Carried {
    /// True when no batch is half here.
    pub(crate) fn is_whole(&self) -> bool {
        self.unfinished.is_none()
    }

    fn push(&mut self, id: Option<BatchHash>) {
        self.order.push_back(id);
        if self.order.len() > REACH as usize {
            self.order.pop_front();
        }
    }
}

/// A batch whose places go on in the next frame.
#[derive(Debug)]
struct Unfinished {
    draft: Draft,
    places: Places,
    bytes: usize,
    /// Its feed in the frame that is being read.
    feed: u32,
}

#[derive(Debug)]
enum Places {
    Whole(Vec<Change>, Salt),
    Partial(Vec<Leaf>),
}

#[derive(Debug)]
struct Feed {
    device: DeviceId,
    incarnation: Incarnation,
    scope: RecordId,
    last: Option<Last>,
}

/// Reads the batches of one frame.
#[derive(Debug)]
pub(crate) struct FrameReader<'a> {
    columns: ColumnsIn<'a>,
    values: Vec<(FieldId, ValuesIn<'a>)>,
    records: Vec<RecordId>,
    acts: Vec<&'a str>,
    feeds: Vec<Feed>,
    hashes: Vec<BatchHash>,
    carried: Carried,
    /// True until the first batch of this frame has begun.
    fresh: bool,
    cells: Cells,
    last_record: i64,
    last_ms: i64,
    last_deed: Option<DeedId>,
    /// How many places may still come.
    left: usize,
}

impl<'a> FrameReader<'a> {
    /// Reads the dictionaries of a frame.
    pub(crate) fn new(frame: &'a [u8], carried: Carried) -> Result<Self, BadFrame> {
        let mut from = Cursor(frame);
        let mut columns = ColumnsIn::read(&mut from)?;
        let records = read_records(&mut columns)?;
        let mut values = Vec::new();
        while !columns.field.is_empty() {
            let len = columns.field.size()?;
            let field = FieldId::new(columns.field.text(len)?).map_err(|_| BadFrame)?;
            if values.len() == FIELDS {
                return Err(BadFrame);
            }
            values.push((field, ValuesIn::read(&mut from)?));
        }
        let mut acts = Vec::new();
        while !columns.act.is_empty() {
            let len = columns.act.size()?;
            acts.push(columns.act.text(len)?);
        }
        let mut feeds = Vec::new();
        while !columns.feed.is_empty() {
            let (device, incarnation) = (DeviceId(columns.feed.fixed()?), Incarnation(columns.feed.fixed()?));
            let scope = *get(&records, columns.feed_scope.uint32()?)?;
            feeds.push(Feed { device, incarnation, scope, last: None });
        }
        let mut hashes = Vec::new();
        while !columns.hash.is_empty() {
            hashes.push(BatchHash(columns.hash.fixed()?));
        }
        if !from.is_empty() {
            return Err(BadFrame);
        }
        Ok(Self {
            columns,
            values,
            records,
            acts,
            feeds,
            hashes,
            carried,
            fresh: true,
            cells: Cells::default(),
            last_record: 0,
            last_ms: 0,
            last_deed: None,
            left: PLACES,
        })
    }

    /// What the next frame needs of this one.
    pub(crate) fn into_carried(self) -> Carried {
        self.carried
    }

    /// The next whole batch; none at the end of the frame.
    pub(crate) fn next(&mut self) -> Result<Option<Batch>, BadFrame> {
        if self.columns.flags.is_empty() {
            let used_up =
                self.columns.is_used_up() && self.values.iter().all(|(_, values)| values.is_used_up());
            return if used_up { Ok(None) } else { Err(BadFrame) };
        }
        let flags = self.columns.flags.byte()?;
        let gone_on = flags & GONE_ON != 0;
        let first = std::mem::replace(&mut self.fresh, false);
        let mut batch = match self.carried.unfinished.take() {
            Some(batch) if gone_on && first => self.go_on(flags, batch)?,
            None if !gone_on => self.begin(flags)?,
            _ => return Err(BadFrame),
        };
        let count = self.columns.count.size()?;
        let from = batch.places.len();
        if count == 0 || from.checked_add(count).is_none_or(|whole| whole > LEAVES) {
            return Err(BadFrame);
        }
        self.left = self.left.checked_sub(count).ok_or(BadFrame)?;
        let mut cells = Vec::new();
        for index in (0_u32..).skip(from).take(count) {
            batch.bytes += self.place(&mut batch.places, index, &mut cells)?;
            // Rough, and so with room: the log's own limit is held when the batch is put together.
            if batch.bytes > 2 * BATCH_BYTES {
                return Err(BadFrame);
            }
        }
        if flags & GOES_ON != 0 {
            self.carried.push(None);
            if !self.columns.flags.is_empty() {
                return Err(BadFrame);
            }
            self.carried.unfinished = Some(batch);
            return self.next();
        }
        let feed = batch.feed;
        let batch = match batch.places {
            Places::Whole(changes, seed) => Batch::assemble(batch.draft, changes, seed),
            Places::Partial(leaves) => Batch::reassemble(batch.draft, leaves),
        };
        let batch = batch.map_err(|_| BadFrame)?;
        let id = batch.id();
        self.carried.push(Some(id));
        self.cells.take(id, cells);
        let feed = usize::try_from(feed).ok().and_then(|at| self.feeds.get_mut(at)).ok_or(BadFrame)?;
        feed.last = Some((Head { seq: batch.header().seq, batch: id }, batch.seed()));
        Ok(Some(batch))
    }

    fn go_on(&self, flags: u8, batch: Unfinished) -> Result<Unfinished, BadFrame> {
        let partial = matches!(batch.places, Places::Partial(_));
        let draft = &batch.draft;
        let is_its = |feed: &Feed| {
            (feed.device, feed.incarnation, feed.scope) == (draft.device, draft.incarnation, draft.scope)
        };
        let feed =
            self.feeds.iter().position(is_its).and_then(|at| u32::try_from(at).ok()).ok_or(BadFrame)?;
        let only = flags & !(GONE_ON | GOES_ON | PARTIAL) == 0 && (flags & PARTIAL != 0) == partial;
        if only { Ok(Unfinished { feed, ..batch }) } else { Err(BadFrame) }
    }

    fn begin(&mut self, flags: u8) -> Result<Unfinished, BadFrame> {
        if flags & GONE_ON != 0 || flags & SAME_DEED != 0 && flags & DEED_FOLLOWS != 0 {
            return Err(BadFrame);
        }
        let columns = &mut self.columns;
        let feed_at = columns.batch_feed.uint32()?;
        let feed = get(&self.feeds, feed_at)?;
        let (seq, prev) = if flags & APART == 0 {
            let (last, _) = feed.last.ok_or(BadFrame)?;
            (last.seq.checked_add(1).ok_or(BadFrame)?, Some(last.batch))
        } else {
            let seq = columns.seq.uint()?;
            let prev = match columns.prev.uint()?.checked_sub(1) {
                Some(code) => Some(named(code, &self.carried, &self.hashes)?),
                None => None,
            };
            (seq, prev)
        };
        let ms = self
            .last_ms
            .checked_add(columns.ms.signed()?)
            .filter(|ms| (0..1 << 48).contains(ms))
            .ok_or(BadFrame)?;
        self.last_ms = ms;
        let counter = u16::try_from(columns.counter.uint()?).map_err(|_| BadFrame)?;
        let at = Hlc::from_bits(ms.cast_unsigned() << 16 | u64::from(counter));
        let deed = if flags & DEED_FOLLOWS != 0 {
            DeedId::of(feed.device, feed.incarnation, at)
        } else if flags & SAME_DEED == 0 {
            let deed_ms = ms.checked_add(columns.deed_ms.signed()?).ok_or(BadFrame)?;
            DeedId(join(deed_ms, columns.deed_tail.fixed()?)?)
        } else {
            self.last_deed.ok_or(BadFrame)?
        };
        self.last_deed = Some(deed);
        let undoes =
            if flags & UNDOES == 0 { None } else { Some(DeedId(Uuid::from_bytes(columns.undoes.fixed()?))) };
        let draft = Draft {
            schema: columns.schema.uint32()?,
            device: feed.device,
            incarnation: feed.incarnation,
            scope: feed.scope,
            seq,
            prev,
            at,
            deed,
            act: (*get(&self.acts, columns.batch_act.uint32()?)?).to_owned(),
            author: *get(&self.records, columns.author.uint32()?)?,
            undoes,
        };
        let places = match (flags & PARTIAL != 0, flags & SEED_FOLLOWS != 0) {
            (true, false) => Places::Partial(Vec::new()),
            (true, true) => return Err(BadFrame),
            (false, false) => Places::Whole(Vec::new(), Salt(columns.seed.fixed()?)),
            (false, true) => {
                let before = feed.last.and_then(|(_, seed)| seed).ok_or(BadFrame)?;
                Places::Whole(Vec::new(), before.following())
            }
        };
        Ok(Unfinished { draft, places, bytes: 0, feed: feed_at })
    }

    /// Reads one place into `places` and gives the bytes it takes in memory, roughly.
    fn place(
        &mut self,
        places: &mut Places,
        index: u32,
        cells: &mut Vec<(Cell, u32)>,
    ) -> Result<usize, BadFrame> {
        match places {
            Places::Whole(changes, _) => {
                let (change, cell, bytes) = self.change()?;
                cells.push((cell, index));
                changes.push(change);
                Ok(bytes)
            }
            Places::Partial(leaves) => {
                let (leaf, bytes) = match self.columns.leaf.byte()? {
                    0 => {
                        let salt = Salt(self.columns.salt.fixed()?);
                        let (change, cell, bytes) = self.change()?;
                        cells.push((cell, index));
                        (Leaf::Open { salt, change }, bytes)
                    }
                    1 => (Leaf::Withheld(LeafHash(self.columns.leaf_hash.fixed()?)), 0),
                    2 => {
                        let payload = self.columns.leaf_hash.fixed()?;
                        let replaces = self.replaces(None)?;
                        let bytes = replaces.len() * 36;
                        (Leaf::Erased { payload, replaces }, bytes)
                    }
                    _ => return Err(BadFrame),
                };
                leaves.push(leaf);
                Ok(bytes)
            }
        }
    }

    fn change(&mut self) -> Result<(Change, Cell, usize), BadFrame> {
        let at = self.last_record.checked_add(self.columns.record.signed()?).ok_or(BadFrame)?;
        self.last_record = at;
        let record_at = u32::try_from(at).map_err(|_| BadFrame)?;
        let record = *get(&self.records, record_at)?;
        let field_at = self.columns.change_field.uint32()?;
        let standing = self.columns.standing.byte()?;
        let (field, values) =
            usize::try_from(field_at).ok().and_then(|at| self.values.get_mut(at)).ok_or(BadFrame)?;
        let mut bytes = 0;
        let mut text = |len: &mut Cursor<'a>, text: &mut Cursor<'a>| {
            let len = len.size()?;
            bytes += len;
            text.text(len).map(|text| Private::new(text.to_owned()))
        };
        let write = match standing & !TYPED {
            0 => Write::Answered(Answer::Known(text(&mut values.len, &mut values.text)?)),
            1 => Write::Answered(Answer::Unknown),
            2 => Write::Answered(Answer::NotAsked),
            3 => Write::Answered(Answer::Declined),
            4 => Write::Retracted,
            _ => return Err(BadFrame),
        };
        let as_typed =
            if standing & TYPED == 0 { None } else { Some(text(&mut values.typed_len, &mut values.typed)?) };
        let field = field.clone();
        let cell = cell(record_at, field_at);
        let replaces = self.replaces(Some(cell))?;
        bytes += 64 + replaces.len() * 36;
        Ok((Change { record, field, write, as_typed, replaces }, cell, bytes))
    }

    fn replaces(&mut self, cell: Option<Cell>) -> Result<Vec<ChangeId>, BadFrame> {
        let count = match self.columns.replaces.uint()? {
            NOTHING => return Ok(Vec::new()),
            THE_LAST => {
                return Ok(vec![cell.and_then(|cell| self.cells.last(cell)).ok_or(BadFrame)?]);
            }
            more => usize::try_from(more - (WRITTEN_OUT - 1)).map_err(|_| BadFrame)?,
        };
        if count > REPLACED {
            return Err(BadFrame);
        }
        let mut replaces = Vec::with_capacity(count);
        for _ in 0..count {
            let batch = self.columns.replaced_batch.uint()?;
            let batch = named(batch, &self.carried, &self.hashes)?;
            let id = ChangeId { batch, index: self.columns.replaced_index.uint32()? };
            // Their one order is part of what is hashed; another is not what was written.
            if replaces.last().is_some_and(|last| *last >= id) {
                return Err(BadFrame);
            }
            replaces.push(id);
        }
        Ok(replaces)
    }
}

impl Places {
    fn len(&self) -> usize {
        match self {
            Self::Whole(changes, _) => changes.len(),
            Self::Partial(leaves) => leaves.len(),
        }
    }
}

/// The batch that is so far back in the bundle, or stands there among the names.
fn named(code: u64, carried: &Carried, hashes: &[BatchHash]) -> Result<BatchHash, BadFrame> {
    let at = usize::try_from(code >> 1).map_err(|_| BadFrame)?;
    if code & 1 == 0 {
        return hashes.get(at).copied().ok_or(BadFrame);
    }
    let at = (carried.order.len() + 1).checked_sub(at).ok_or(BadFrame)?;
    carried.order.get(at).copied().flatten().ok_or(BadFrame)
}

fn read_records(columns: &mut ColumnsIn<'_>) -> Result<Vec<RecordId>, BadFrame> {
    let mut records = Vec::new();
    let mut last = 0_i64;
    while !columns.record_tail.is_empty() {
        last = last.checked_add(columns.record_ms.signed()?).ok_or(BadFrame)?;
        records.push(RecordId(join(last, columns.record_tail.fixed()?)?));
    }
    Ok(records)
}

/// The id with these 48 bits of time and these other 10 bytes.
fn join(ms: i64, tail: [u8; 10]) -> Result<Uuid, BadFrame> {
    let [0, 0, a, b, c, d, e, f] = ms.to_be_bytes() else { return Err(BadFrame) };
    let mut bytes = [a, b, c, d, e, f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    bytes.iter_mut().skip(6).zip(tail).for_each(|(to, from)| *to = from);
    Ok(Uuid::from_bytes(bytes))
}

fn get<T>(list: &[T], at: u32) -> Result<&T, BadFrame> {
    usize::try_from(at).ok().and_then(|at| list.get(at)).ok_or(BadFrame)
}
