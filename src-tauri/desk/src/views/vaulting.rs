//! The vault itself: who may open it, the way back, backups, erasure.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Somebody who can open the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficerLine {
    /// The officer's record.
    pub id: String,
    /// The name.
    pub name: String,
    /// *Canonical* role: `officer`, `counsellor`, `head`.
    pub role: String,
    /// The role in words.
    pub role_word: String,
    /// True for whoever is at work.
    pub you: bool,
}

/// An officer who is to be let in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewOfficer {
    /// The name to unlock with.
    pub name: String,
    /// *Canonical* role.
    pub role: String,
    /// The officer's own passphrase; none asks for a generated one.
    #[serde(default)]
    pub passphrase: Option<String>,
}

/// What came of letting somebody in, or of a recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficerLet {
    /// The name to unlock with.
    pub name: String,
    /// The passphrase when it was generated: shown once.
    pub passphrase: Option<String>,
}

/// A backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupLine {
    /// Its folder's name: when it was made, in UTC.
    pub name: String,
    /// When, in the office's zone.
    pub at: String,
    /// Where it lies; empty for one that was written to a stick and whose place is not kept.
    pub place: String,
    /// Files that lie in it beside the register.
    pub files: u32,
    /// Files that the register names and that were not there to be copied.
    pub missing: u32,
}

/// What a restore gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Restored {
    /// The backup's name.
    pub name: String,
    /// Batches of the log that prove themselves.
    pub batches: u32,
    /// Files that came with it.
    pub files: u32,
    /// Files that the register names and the backup does not hold.
    pub missing: u32,
    /// Where the vault that was there before has been put aside.
    pub aside: Option<String>,
}

/// What an erasure took, and what it could not reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Erased {
    /// The record that is left as a tombstone.
    pub id: String,
    /// Records that were only about this person and went too.
    pub records: u32,
    /// Changes that lost what they said.
    pub changes: u32,
    /// Files that are gone.
    pub attachments: u32,
    /// References of records that bear the same name: look whether it is written there.
    pub named_in: Vec<String>,
    /// Backups that still hold the person, by name.
    pub held_by: Vec<BackupLine>,
}

/// The end of the audit, signed, to be kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnchorView {
    /// How many rows it stands for.
    pub rows: u32,
    /// When it was signed.
    pub at: String,
    /// The line that is kept.
    pub line: String,
}

/// How far a work has come that takes longer than a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Which work: `layout`, `duplicates`, `bundle`. *Canonical.*
    pub work: String,
    /// How many of its pieces are done, or which of its steps is being done.
    pub done: u32,
    /// Of how many.
    pub of: u32,
    /// How much of the step is done, where that is known.
    pub percent: Option<u8>,
    /// True when it can be called off, and nothing of it is kept then.
    pub stops: bool,
}
