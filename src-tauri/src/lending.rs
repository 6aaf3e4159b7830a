//! A secret on the clipboard, lent for seconds. Owns when it is taken back: at the end of its time, or at once with a lock;
//! refuses to take away what somebody else has put there since. The clock and the board are handed in.

use chrono::{DateTime, TimeDelta, Utc};
use zeroize::Zeroizing;

/// How long a secret may lie there.
pub(crate) const SECONDS: u32 = 10;
/// The longest text that is lent; what is shown once is shorter by far.
const LONGEST: usize = 4096;

/// What lies on a board.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Lying {
    /// This text.
    Text(Zeroizing<String>),
    /// Nothing, or no text.
    Other,
    /// The system does not say.
    Untold,
}

/// A clipboard.
pub(crate) trait Board {
    /// What lies there.
    fn look(&mut self) -> Lying;
    /// Puts a text there, where the system can keep it out of its history of copies; false when it refuses.
    fn put(&mut self, text: &str) -> bool;
    /// Leaves nothing there; false when the system refuses.
    fn clear(&mut self) -> bool;
}

/// A clipboard with at most one secret of ours on it.
pub(crate) struct Lending<B> {
    board: B,
    lent: Option<Lent>,
}

struct Lent {
    text: Zeroizing<String>,
    from: DateTime<Utc>,
}

impl<B: Board> Lending<B> {
    /// Nothing is lent.
    pub(crate) const fn new(board: B) -> Self {
        Self { board, lent: None }
    }

    /// Lends a secret; an earlier one is replaced by it. False when it is too long or the system refuses, and then nothing of
    /// ours lies there.
    pub(crate) fn lend(&mut self, text: Zeroizing<String>, now: DateTime<Utc>) -> bool {
        if text.is_empty() || text.len() > LONGEST || !self.board.put(&text) {
            self.take_back();
            return false;
        }
        self.lent = Some(Lent { text, from: now });
        true
    }

    /// Takes the secret back when its time is over, or when the clock was set back.
    pub(crate) fn tick(&mut self, now: DateTime<Utc>) {
        let over = |lent: &Lent| {
            let passed = now - lent.from;
            passed < TimeDelta::zero() || passed >= TimeDelta::seconds(SECONDS.into())
        };
        if self.lent.as_ref().is_some_and(over) {
            self.take_back();
        }
    }

    /// Takes the secret back at once. What the system does not tell us about is cleared too: rather somebody's own copy is
    /// lost than a secret left. One that the system keeps is tried again with the next tick.
    pub(crate) fn take_back(&mut self) {
        let Some(lent) = self.lent.take() else { return };
        let ours = match self.board.look() {
            Lying::Text(text) => text == lent.text,
            Lying::Other => false,
            Lying::Untold => true,
        };
        if ours && !self.board.clear() {
            self.lent = Some(lent);
        }
    }
}

#[cfg(test)]
mod tests;
