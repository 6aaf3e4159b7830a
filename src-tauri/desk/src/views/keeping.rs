//! Looking after the vault: differences to settle, the past, laptops, bundles, checks and the audit.

use super::{FieldView, RecordLink};
use serde::{Deserialize, Serialize};
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
    /// True when an officer decided to keep these values in sight for good.
    pub disputed: bool,
    /// The values that this laptop wrote, by their change.
    pub mine: Vec<String>,
}

/// One change of a record's past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PastChange {
    /// The change that wrote it.
    pub change: String,
    /// The field's id within its form.
    pub field_id: String,
    /// What was typed, when that differs from the canonical value.
    pub as_typed: Option<String>,
    /// Where it came from, in words: typed, a list, another laptop.
    pub origin: String,
    /// True when it can be written again.
    pub restorable: bool,
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
    /// The same of the office that enrolled it, if one did.
    pub office_fingerprint: Option<String>,
    /// The text of the identity file.
    pub card: String,
}

/// What two people compare, as a QR code: it says exactly the words that stand beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CodeView {
    /// Modules to a side, with the quiet border: the view box is `0 0 side side`.
    pub side: u32,
    /// The dark modules as the path of an SVG, on white.
    pub path: String,
    /// The same in block characters, black on white.
    #[serde(skip)]
    #[ts(skip)]
    pub blocks: String,
}

/// This laptop in its office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeView {
    /// The office's code.
    pub code: String,
    /// What this laptop numbers with: its letter, or six consonants until it has one.
    pub letter: String,
    /// True when an office enrolled it, or it founded one.
    pub enrolled: bool,
    /// True when it numbers with a letter that is its own.
    pub lettered: bool,
    /// True when it holds the office's key and can enrol others.
    pub founder: bool,
    /// What is compared of the office, once; empty without one.
    pub fingerprint: String,
    /// The laptop that was given this one's letter before it, by id.
    pub taken_by: Option<String>,
    /// What is compared of other offices with the same code that were met: somebody founded the office a second time.
    pub rivals: Vec<String>,
    /// The offices whose laptops are trusted here.
    pub offices: Vec<TrustedOffice>,
}

/// An office whose laptops are trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrustedOffice {
    /// Its code.
    pub code: String,
    /// What was compared.
    pub fingerprint: String,
    /// True for the office of this laptop.
    pub own: bool,
}

/// A laptop that was enrolled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EnrolledView {
    /// Its id.
    pub device: String,
    /// The office's code.
    pub office: String,
    /// Its letter.
    pub letter: String,
    /// The text that it takes.
    pub answer: String,
}

/// An answer of an office, before it is taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswerView {
    /// The office's code.
    pub office: String,
    /// The letter that it gives.
    pub letter: String,
    /// What is compared of the office, once.
    pub fingerprint: String,
    /// The text of the answer.
    pub answer: String,
}

/// What to put into a bundle, and for whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct ExportInput {
    /// Identity files of the laptops it is for, as text.
    #[serde(default)]
    pub cards: Vec<String>,
    /// Laptops that are trusted here, by id.
    #[serde(default)]
    pub devices: Vec<String>,
    /// One person or one rescue: what is about other people is withheld.
    #[serde(default)]
    pub case: Option<String>,
    /// Everything, whatever the others are known to hold.
    #[serde(default)]
    pub all: bool,
    /// In parts that go by e-mail, each a whole bundle.
    #[serde(default)]
    pub parts: bool,
}

/// What is in a bundle, or what came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct BundleView {
    /// The laptop that made it.
    pub sender: String,
    /// It by office and letter, where it is trusted here.
    pub sender_name: String,
    /// True when it comes from a training vault.
    pub training: bool,
    /// Batches of the log in it.
    pub batches: u32,
    /// Batches that are new here.
    pub new: u32,
    /// Batches that were here in part and are fuller now.
    pub completed: u32,
    /// Batches that wait for one that has not come.
    pub waiting: u32,
    /// Batches that were refused: nobody's app writes what they say of their place.
    pub refused: u32,
    /// Batches that stand aside, because their laptop had been revoked.
    pub quarantined: u32,
    /// Batches of other laptops that came without their signature.
    pub unvouched: u32,
    /// Changes that lost what they said, because an erasure came along.
    pub erased: u32,
    /// Batches whose clock is more than a day ahead.
    pub clock_ahead: u32,
    /// Laptops that were copied or put back to a backup, as this bundle shows.
    pub forks: u32,
    /// Parts that only a newer version understands; they are passed over.
    pub unknown: u32,
    /// Fields that an officer has to settle since this import.
    pub conflicts: u32,
    /// Records that are named and have not come.
    pub missing: u32,
    /// Files in it.
    pub attachments: u32,
    /// Files that it was first to bring.
    pub new_files: u32,
    /// Files that records name and that have not come to this laptop.
    pub missing_files: u32,
    /// Files that stayed at home: damaged there, or too large for an e-mail.
    pub left_out: u32,
    /// True when this laptop has begun another life: it had been copied or put back.
    pub new_life: bool,
    /// The number under which it can be set aside.
    pub import: Option<u32>,
    /// The files that were written.
    pub files: Vec<String>,
    /// The size in bytes.
    pub bytes: u32,
    /// The state of everything after it, to compare between laptops.
    pub digest: String,
}

/// A bundle that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportView {
    /// Its number on this laptop.
    pub id: u32,
    /// When it was taken in.
    pub at: String,
    /// The laptop that made it.
    pub sender: String,
    /// The batches that it was first to bring.
    pub batches: u32,
    /// True while it is set aside.
    pub aside: bool,
}

/// A laptop that is, or was, trusted here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TrustedView {
    /// Its id.
    pub device: String,
    /// Its office and letter.
    pub name: String,
    /// What two people compare, once.
    pub fingerprint: String,
    /// Since when it is trusted.
    pub trusted_at: String,
    /// When that ended.
    pub revoked_at: Option<String>,
    /// When its last bundle was taken in.
    pub last_import: Option<String>,
    /// True when it is trusted because its office is.
    pub by_office: bool,
}

/// What needs an officer after laptops met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct InboxView {
    /// Fields with several values.
    pub conflicts: Vec<Conflict>,
    /// Records that were removed on one laptop and edited on another.
    pub edited_apart: Vec<RecordLink>,
    /// Records that are named and have not come, by id.
    pub placeholders: Vec<String>,
    /// What revoked laptops wrote after the trust in them had ended.
    pub quarantined: Vec<PastChange>,
    /// Bundles, newest first.
    pub imports: Vec<ImportView>,
}

/// What was erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ErasedView {
    /// Records that lost everything they said.
    pub records: u32,
    /// Changes that lost what they said.
    pub changes: u32,
    /// Files that are gone.
    pub attachments: u32,
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
    /// Files in the vault, each read to its end and compared with its digest.
    pub files: u32,
    /// Files that records name and that have not come to this laptop.
    pub files_elsewhere: u32,
    /// What does not hold: projections that differ from the log, by name; files by the head of their digest.
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
