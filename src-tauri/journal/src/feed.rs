//! Feeds: the chain of one laptop's life in one scope, and what laptops tell each other about theirs. Owns continuity
//! and summaries; refuses a gap, keeps both sides of a fork, and never lets a peer's summary only grow.

use crate::{
    batch::Header,
    cbor::{Reader, Writer},
    error::JournalError,
    ids::{BatchHash, DeviceId, FeedId, Incarnation},
};
use std::collections::BTreeMap;

/// The end of a feed, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Head {
    /// The number of the batch in the feed.
    pub seq: u64,
    /// The batch.
    pub batch: BatchHash,
}

/// The bytes a laptop signs to vouch for its feed up to `head`, and so for every batch before it.
pub fn head_statement(feed: FeedId, head: Head) -> Vec<u8> {
    let mut out = Writer::new();
    out.array(4).text("pulang feed head v1").bytes(&feed.0).uint(head.seq).bytes(&head.batch.0);
    out.into_bytes()
}

/// What a batch is to the feed it says it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It continues the feed.
    Next,
    /// It is here already.
    Duplicate,
    /// It continues an earlier batch that another one continues too: the laptop was cloned or put back to a backup.
    /// Both are kept.
    Fork,
    /// The batch before it is not here; it waits.
    Gap {
        /// The first number that is missing.
        expected: u64,
    },
    /// Its number does not follow from the batch before it: nobody's app writes that. It is refused.
    Broken,
}

/// Follows one feed. It has more than one end after a fork.
#[derive(Debug, Clone, Default)]
pub struct FeedCheck {
    heads: Vec<Head>,
}

impl FeedCheck {
    /// A feed of which these ends are known; none for a new one.
    pub fn resume(heads: impl IntoIterator<Item = Head>) -> Self {
        Self { heads: heads.into_iter().collect() }
    }

    /// The known ends, ascending.
    pub fn heads(&self) -> Vec<Head> {
        let mut heads = self.heads.clone();
        heads.sort_unstable();
        heads
    }

    /// Places the batch `id` and moves on when it is the next one or begins a fork. `seq_of` gives the number of any
    /// batch of this feed that is in the log, and is asked only about batches that are no end.
    pub fn accept(
        &mut self,
        id: BatchHash,
        header: &Header,
        seq_of: impl Fn(&BatchHash) -> Option<u64>,
    ) -> Step {
        if self.heads.iter().any(|head| head.batch == id) || seq_of(&id).is_some() {
            return Step::Duplicate;
        }
        let head = Head { seq: header.seq, batch: id };
        let Some(prev) = header.prev else {
            let step = if self.heads.is_empty() { Step::Next } else { Step::Fork };
            self.heads.push(head);
            return step;
        };
        if let Some(end) = self.heads.iter_mut().find(|end| end.batch == prev) {
            if end.seq.checked_add(1) != Some(header.seq) {
                return Step::Broken;
            }
            *end = head;
            return Step::Next;
        }
        match seq_of(&prev) {
            Some(seq) if seq.checked_add(1) == Some(header.seq) => {
                self.heads.push(head);
                Step::Fork
            }
            Some(_) => Step::Broken,
            None => {
                let last = self.heads.iter().map(|head| head.seq).max().unwrap_or(0);
                Step::Gap { expected: last.saturating_add(1) }
            }
        }
    }
}

/// What one life of a laptop holds, told to its peers with every bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The laptop.
    pub device: DeviceId,
    /// Its present life.
    pub incarnation: Incarnation,
    /// Its earlier lives, ascending: what it held then says nothing about now.
    pub retired: Vec<Incarnation>,
    /// Counts the bundles this life has written, from 1.
    pub export: u64,
    /// The ends of every feed it holds, ascending; more than one after a fork.
    pub heads: BTreeMap<FeedId, Vec<Head>>,
}

impl Summary {
    /// Writes the canonical form.
    pub fn encode(&self, out: &mut Writer) {
        out.array(5).bytes(&self.device.0).bytes(&self.incarnation.0).array(self.retired.len());
        for life in &self.retired {
            out.bytes(&life.0);
        }
        out.uint(self.export).array(self.heads.len());
        for (feed, heads) in &self.heads {
            out.array(2).bytes(&feed.0).array(heads.len());
            for head in heads {
                out.array(2).uint(head.seq).bytes(&head.batch.0);
            }
        }
    }

    /// Reads the canonical form. The caller bounds the number of bytes.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] for anything that [`Self::encode`] would not write of an ordered summary.
    pub fn decode(from: &mut Reader<'_>) -> Result<Self, JournalError> {
        from.array_of(5)?;
        let (device, incarnation) = (DeviceId(from.fixed()?), Incarnation(from.fixed()?));
        let mut retired = Vec::new();
        for _ in 0..from.array()? {
            retired.push(Incarnation(from.fixed()?));
        }
        let export = from.uint()?;
        let mut heads = BTreeMap::new();
        let mut last = None;
        for _ in 0..from.array()? {
            from.array_of(2)?;
            let feed = FeedId(from.fixed()?);
            let mut ends = Vec::new();
            for _ in 0..from.array()? {
                from.array_of(2)?;
                ends.push(Head { seq: from.uint()?, batch: BatchHash(from.fixed()?) });
            }
            if Some(feed) <= last || ends.is_empty() || !ends.is_sorted_by(|a, b| a < b) {
                return Err(from.malformed());
            }
            last = Some(feed);
            heads.insert(feed, ends);
        }
        if !retired.is_sorted_by(|a, b| a < b) || retired.contains(&incarnation) {
            return Err(from.malformed());
        }
        Ok(Self { device, incarnation, retired, export, heads })
    }

    /// The number up to which whoever told this summary has `feed`, of which `mine` are the ends here; what comes after
    /// has to be sent. An end that `is_here` does not know proves nothing, and a forked feed is sent as a whole unless
    /// both hold the same: sending twice costs bytes, not sending costs an edit.
    pub fn holds_up_to(&self, feed: FeedId, mine: &[Head], is_here: impl Fn(&BatchHash) -> bool) -> u64 {
        let theirs = self.heads.get(&feed).map_or(&[][..], Vec::as_slice);
        let last = |heads: &mut dyn Iterator<Item = &Head>| heads.map(|head| head.seq).max().unwrap_or(0);
        match mine {
            same if same == theirs => last(&mut same.iter()),
            [_one] => last(&mut theirs.iter().filter(|head| is_here(&head.batch))),
            _ => 0,
        }
    }
}

/// What came of a peer's summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// It is what we know of that life now, even if it holds less than before.
    Taken,
    /// A later one of the same life is known: an old file came late.
    Older,
    /// That life is over.
    Retired,
}

/// What the other laptops hold, each by the life it is in. Two copies of one disk stand beside each other until one
/// takes a new life.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Peers {
    lives: BTreeMap<(DeviceId, Incarnation), Summary>,
    retired: BTreeMap<DeviceId, Vec<Incarnation>>,
}

impl Peers {
    /// Nobody.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a summary. It replaces the earlier one of the same life by the export counter alone, never by what is
    /// greater: a laptop put back to a backup holds less, and must be fed again.
    pub fn tell(&mut self, summary: Summary) -> Told {
        let over = self.retired.entry(summary.device).or_default();
        if over.contains(&summary.incarnation) {
            return Told::Retired;
        }
        let key = (summary.device, summary.incarnation);
        if self.lives.get(&key).is_some_and(|known| known.export >= summary.export) {
            return Told::Older;
        }
        for life in &summary.retired {
            self.lives.remove(&(summary.device, *life));
            if !over.contains(life) {
                over.push(*life);
            }
        }
        self.lives.insert(key, summary);
        Told::Taken
    }

    /// The summaries of the lives a laptop may be in; a delta for it must satisfy each of them.
    pub fn of(&self, device: DeviceId) -> impl Iterator<Item = &Summary> {
        let (from, to) = ((device, Incarnation([0; 16])), (device, Incarnation([0xff; 16])));
        self.lives.range(from..=to).map(|(_, summary)| summary)
    }
}

#[cfg(test)]
mod tests;
