//! Tables that an officer takes out, and settings that the window keeps.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A table as it is shown, to be taken out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct TableOut {
    /// What it is called.
    pub name: String,
    /// Its columns, as codes for the ledger.
    pub columns: Vec<String>,
    /// Its titles, as shown.
    pub titles: Vec<String>,
    /// Its rows, as shown.
    pub rows: Vec<Vec<String>>,
    /// Whom it is about.
    pub records: Vec<String>,
    /// Why it leaves.
    pub reason: String,
}

/// A table that has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TableTaken {
    /// Where it was written.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its number in the ledger.
    pub copy: u32,
}

/// One setting of this laptop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SettingView {
    /// Its name: `date-order`.
    pub name: String,
    /// Its value.
    pub value: String,
}
