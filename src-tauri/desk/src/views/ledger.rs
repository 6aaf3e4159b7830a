//! What left, who holds it, and what came back.

use serde::Serialize;
use ts_rs::TS;

/// A copy that left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LedgerLine {
    /// Its number.
    pub copy: u32,
    /// When, by the office's clock.
    pub at: String,
    /// Who got it.
    pub recipient: String,
    /// The recipient profile.
    pub profile: String,
    /// Its language.
    pub lang: String,
    /// The verification code.
    pub code: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// How many people it is about.
    pub people: u32,
    /// The fields in it, as `kind.field`.
    pub fields: Vec<String>,
    /// The officer.
    pub author: String,
    /// Why, where that had to be said.
    pub reason: Option<String>,
    /// What the recipient answered, oldest first.
    pub receipts: Vec<ReceiptView>,
}

/// A recipient's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReceiptView {
    /// `accepted`, `refused` or `question`.
    pub answer: String,
    /// In the recipient's words.
    pub reason: String,
    /// The office that wrote it down.
    pub office: String,
    /// When, in UTC.
    pub at: String,
}

/// A file whose signature holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VerifiedView {
    /// `dossier` or `receipt`.
    pub what: String,
    /// True when this laptop knows the key; false when anybody could call themselves that office.
    pub known: bool,
    /// The office that made it.
    pub office: String,
    /// Its laptop.
    pub device: String,
    /// When, in UTC.
    pub made_at: String,
    /// Which copy.
    pub copy: u32,
    /// The verification code.
    pub code: String,
    /// The recipient profile; empty for a receipt.
    pub profile: String,
}
