//! Readable copies that still lie where they were written.

use serde::Serialize;
use ts_rs::TS;

/// A readable copy of which it is not known what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LooseLine {
    /// Its number, by which it is deleted, kept or settled.
    pub number: u32,
    /// When it was written, by the office's clock.
    pub at: String,
    /// *Canonical* sort: `dossier`, `table`, `statistics`, `cases`, `file`, `audit`, `recovery`, `key`.
    pub sort: String,
    /// The sort in words.
    pub sort_word: String,
    /// Its code or number in the ledger; empty where it stands in none.
    pub mark: String,
    /// Where it was written.
    pub path: String,
    /// True when the very file lies there; false when its folder cannot be looked into, as with a stick that is not in.
    pub here: bool,
    /// True when it is to be asked about: it lay there when the vault was unlocked, and nobody has said anything yet.
    pub asked: bool,
}
