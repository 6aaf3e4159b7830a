//! Cases as other systems take them: a file of the standard, a workbook, lines of JSON.

use super::RecordLink;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to leave, and for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct CaseExport {
    /// `htcds`, `xlsx` or `jsonl`.
    pub kind: String,
    /// People, or rescues and movements that stand for their people; everybody when there are none.
    #[serde(default)]
    pub records: Vec<String>,
    /// Only those for whom something was done from this day on.
    #[serde(default)]
    pub from: Option<String>,
    /// And up to this day.
    #[serde(default)]
    pub to: Option<String>,
    /// The recipient's profile, which consent is asked about.
    pub profile: String,
    /// Only those whose consent to that recipient names this purpose: `research`.
    #[serde(default)]
    pub purpose: Option<String>,
    /// Why it leaves.
    #[serde(default)]
    pub reason: String,
}

/// What would leave, and what stays here and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportSummary {
    /// How many people.
    pub people: u32,
    /// How many records of each kind.
    pub records: Vec<Counted>,
    /// How many people are left out for want of consent, by reason.
    pub left_out: Vec<Counted>,
    /// Answers that the standard has no field or no exact value for, and so stand in our own column.
    pub beside: Vec<Counted>,
    /// Answers that are not in the file, because it has no place for them.
    pub absent: Vec<Counted>,
}

/// How many there are of something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Counted {
    /// Its code.
    pub id: String,
    /// Its word.
    pub word: String,
    /// How many.
    pub count: u32,
}

/// Cases that have left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CasesExported {
    /// Where they were written.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Its number in the ledger.
    pub copy: u32,
    /// What is in it.
    pub summary: ExportSummary,
}

/// What came of taking in a file of the standard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CasesTaken {
    /// The rescue that they went into; none when each is a case of its own.
    pub rescue: Option<RecordLink>,
    /// How many people were made.
    pub people: u32,
    /// How many values were written.
    pub values: u32,
    /// Flags that were left standing, each with its row and its column.
    pub flags: Vec<super::SkippedRow>,
}
