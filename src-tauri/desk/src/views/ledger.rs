//! What left, who holds it, and what came back.

use super::RecordLink;
use serde::{Deserialize, Serialize};
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
    /// `current`, `outdated`, or `not-known` for a copy whose content nobody wrote down.
    pub state: String,
    /// The same in words.
    pub state_word: String,
    /// Everything in it that is no longer true or no longer allowed.
    pub outdated: Vec<OutdatedView>,
}

/// Something in a copy that is no longer true or no longer allowed. It never holds a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OutdatedView {
    /// `withdrawn`, `erased` or `corrected`.
    pub why: String,
    /// The same in words.
    pub why_word: String,
    /// The record.
    pub record: RecordLink,
    /// What kind of record, in words.
    pub kind_word: String,
    /// The field, as `kind.field`.
    pub field: String,
    /// The field in words.
    pub label: String,
    /// The field group in words.
    pub group_word: String,
}

/// An answer as an officer types it in from the signed page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AnswerTyped {
    /// The copy's verification code, or its number.
    pub code: String,
    /// `accepted`, `refused` or `question`.
    pub answer: String,
    /// In the recipient's words; needed for a refusal and a question.
    #[serde(default)]
    pub reason: String,
    /// Who signed.
    #[serde(default)]
    pub by: String,
    /// The day on the page as it is typed; today where it is empty.
    #[serde(default)]
    pub signed_on: String,
    /// The deed's id.
    pub deed: String,
}

/// An answer that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswerTaken {
    /// The copy as the ledger has it now.
    #[serde(flatten)]
    pub line: LedgerLine,
    /// The referrals that it answered.
    pub answered: Vec<RecordLink>,
    /// Referrals to the same recipient that name people who are not in the copy: they wait still.
    pub left: Vec<RecordLink>,
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
    /// Who signed, where that was said.
    pub by: String,
    /// True for a signed file, false for what was typed in from paper.
    pub signed: bool,
}

/// A holder who is owed a correction, or was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoticeLine {
    /// The copy that is out of date.
    pub copy: LedgerLine,
    /// `owed`, `prepared` when a notice tells all of it and was not sent, or `sent`.
    pub state: String,
    /// The same in words.
    pub state_word: String,
    /// The notices about that copy, oldest first: their own copy numbers.
    pub notices: Vec<u32>,
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
