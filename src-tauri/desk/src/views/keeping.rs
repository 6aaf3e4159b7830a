//! Looking after the vault: differences to settle, the past, laptops, bundles, checks and the audit.

use super::{FieldView, RecordLink};
use serde::Serialize;
use ts_rs::TS;

/// A field with values that an officer has to settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Conflict {
    /// Names it in `conflicts settle`.
    pub id: String,
    /// The record.
    pub record: RecordLink,
    /// The field with every live value.
    pub field: FieldView,
}

/// One change of a record's past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastChange {
    /// The field's label.
    pub field: String,
    /// What was written, or why there was nothing.
    pub display: String,
    /// Who wrote it.
    pub author: String,
    /// From which laptop.
    pub device: String,
    /// When.
    pub at: String,
    /// The deed in words.
    pub deed: String,
    /// True while it stands.
    pub live: bool,
}

/// This laptop's public identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LaptopView {
    /// Its id.
    pub device: String,
    /// Its office's code.
    pub office: String,
    /// Its letter.
    pub letter: String,
    /// What two people compare, once.
    pub fingerprint: String,
    /// The text of the identity file.
    pub card: String,
}

/// What is in a bundle, or what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BundleView {
    /// The laptop that made it.
    pub sender: String,
    /// Batches of the log in it.
    pub batches: u32,
    /// Batches that are new here.
    pub new: u32,
    /// Batches that wait for one that has not come.
    pub waiting: u32,
    /// Fields that an officer has to settle since this import.
    pub conflicts: u32,
    /// Records that are named and have not come.
    pub missing: u32,
    /// The size of the file in bytes.
    pub bytes: u32,
    /// The state of everything after it, to compare between laptops.
    pub digest: String,
}

/// What a check of the vault found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CheckView {
    /// True when everything holds.
    pub sound: bool,
    /// Batches of the log that prove themselves.
    pub batches: u32,
    /// Rows of the audit, all chained.
    pub audit: u32,
    /// Projections that differ from the log, by name.
    pub differing: Vec<String>,
    /// The state, to compare between laptops.
    pub digest: String,
}

/// A row of the audit: codes and ids, never contents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AuditLine {
    /// Its place, from 1.
    pub seq: u32,
    /// When, in UTC.
    pub at: String,
    /// The officer, by id.
    pub actor: String,
    /// What was done, as a code.
    pub act: String,
    /// What it was done to, by id.
    pub object: String,
    /// More, such as a profile.
    pub detail: String,
}
