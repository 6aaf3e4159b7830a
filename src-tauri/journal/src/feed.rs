//! Feeds: the chain of one laptop's life in one scope. Owns continuity; refuses a gap, and keeps both sides of a fork.

use crate::{
    cbor::Writer,
    header::Header,
    ids::{BatchHash, FeedId},
};

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

    /// True when `batch` is a known end.
    pub fn ends_at(&self, batch: BatchHash) -> bool {
        self.heads.iter().any(|head| head.batch == batch)
    }

    /// Places the batch `id` and moves on when it is the next one or begins a fork. `seq_of` gives the number of any
    /// batch of this feed that is in the log, and is asked only about batches that are no end.
    pub fn accept(
        &mut self,
        id: BatchHash,
        header: &Header,
        seq_of: impl Fn(&BatchHash) -> Option<u64>,
    ) -> Step {
        if self.ends_at(id) || seq_of(&id).is_some() {
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

#[cfg(test)]
mod tests;
