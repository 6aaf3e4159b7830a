//! What laptops tell each other about what they hold. Owns summaries and who was told what; never lets a peer's summary
//! only grow, and refuses to take a summary's number for the truth when a copy of the laptop may have told it.

use crate::{
    cbor::{Reader, Writer},
    error::JournalError,
    feed::Head,
    ids::{BatchHash, DeviceId, FeedId, Incarnation},
};
use std::collections::BTreeMap;

/// The number that stands for a life that is over: greater than any export.
const OVER: u64 = u64::MAX;

const PRINT: &[u8; 32] = b"pulang journal v1: summary print";

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
    /// The latest summary it has taken from each life of each other laptop, ascending.
    pub seen: Vec<Seen>,
    /// The ends of every feed it holds, ascending; more than one after a fork.
    pub heads: BTreeMap<FeedId, Vec<Head>>,
}

/// A summary that was taken: what lets its own laptop notice that it was put back or copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seen {
    /// The laptop that told it.
    pub device: DeviceId,
    /// Its life.
    pub incarnation: Incarnation,
    /// The number of its export.
    pub export: u64,
    /// The print of the summary, see [`Summary::print`].
    pub print: [u8; 8],
}

impl Summary {
    /// Writes the canonical form.
    pub fn encode(&self, out: &mut Writer) {
        out.array(6).bytes(&self.device.0).bytes(&self.incarnation.0).array(self.retired.len());
        for life in &self.retired {
            out.bytes(&life.0);
        }
        out.uint(self.export).array(self.seen.len());
        for seen in &self.seen {
            out.array(4)
                .bytes(&seen.device.0)
                .bytes(&seen.incarnation.0)
                .uint(seen.export)
                .bytes(&seen.print);
        }
        out.array(self.heads.len());
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
        from.array_of(6)?;
        let (device, incarnation) = (DeviceId(from.fixed()?), Incarnation(from.fixed()?));
        let mut retired = Vec::new();
        for _ in 0..from.array()? {
            retired.push(Incarnation(from.fixed()?));
        }
        let export = from.uint()?;
        let mut seen = Vec::new();
        for _ in 0..from.array()? {
            from.array_of(4)?;
            let (device, incarnation) = (DeviceId(from.fixed()?), Incarnation(from.fixed()?));
            seen.push(Seen { device, incarnation, export: from.uint()?, print: from.fixed()? });
        }
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
        let lives = |seen: &Seen| (seen.device, seen.incarnation);
        let ordered = retired.is_sorted_by(|a, b| a < b) && seen.is_sorted_by(|a, b| lives(a) < lives(b));
        if !ordered || retired.contains(&incarnation) {
            return Err(from.malformed());
        }
        Ok(Self { device, incarnation, retired, export, seen, heads })
    }

    /// Tells this summary from another one of the same number, which only a copy of the laptop can have told.
    pub fn print(&self) -> [u8; 8] {
        let mut out = Writer::new();
        self.encode(&mut out);
        let [print @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] =
            *blake3::keyed_hash(PRINT, out.bytes_so_far()).as_bytes();
        print
    }

    /// True when whoever told this summary has taken one from this laptop's present life that this laptop has not told:
    /// it was put back to an earlier state, or a copy of it is at work. It then takes a new life. `exports` is the
    /// number of its last export, `print` that of the summary it told with it.
    pub fn knows_of_a_double(
        &self,
        device: DeviceId,
        incarnation: Incarnation,
        exports: u64,
        print: Option<[u8; 8]>,
    ) -> bool {
        let mine = self.seen.iter().find(|seen| (seen.device, seen.incarnation) == (device, incarnation));
        mine.is_some_and(|seen| {
            let another = print.is_some_and(|print| print != seen.print);
            seen.export > exports || seen.export == exports && another
        })
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

    /// What to tell in one's own summary: which summaries were taken, and which lives are over. A laptop that is still in one,
    /// because it was put back to before it took another or because its copy took one, hears of it that way: nothing that it
    /// says counts here, so it would never be fed again.
    pub fn seen(&self) -> Vec<Seen> {
        let seen = |((device, incarnation), summary): (&(DeviceId, Incarnation), &Summary)| Seen {
            device: *device,
            incarnation: *incarnation,
            export: summary.export,
            print: summary.print(),
        };
        let over = self.retired.iter().flat_map(|(device, lives)| {
            let over = |life: &Incarnation| Seen {
                device: *device,
                incarnation: *life,
                export: OVER,
                print: [0; 8],
            };
            lives.iter().map(over)
        });
        let mut all: Vec<Seen> = self.lives.iter().map(seen).chain(over).collect();
        all.sort_unstable();
        all
    }

    /// The summaries of the lives a laptop may be in; a delta for it must satisfy each of them.
    pub fn of(&self, device: DeviceId) -> impl Iterator<Item = &Summary> {
        let (from, to) = ((device, Incarnation([0; 16])), (device, Incarnation([0xff; 16])));
        self.lives.range(from..=to).map(|(_, summary)| summary)
    }
}

#[cfg(test)]
mod tests;
