//! Files in the vault as the shells show them.

use super::RecordPage;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that is about to be kept as a document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DocumentInput {
    /// The record's id, made by the window (UUIDv7).
    pub id: String,
    /// The people it is about; a rescue stands for its people.
    pub about: Vec<String>,
    /// Whom to leave out of a rescue.
    #[serde(default)]
    pub except: Vec<String>,
    /// More answers: `sort`, `number`, `dated`. Without a `name` the file's own is taken.
    pub fields: Vec<super::FieldInput>,
    /// The deed's id.
    pub deed: String,
}

/// A document with what is known of its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DocumentView {
    /// Its record.
    pub record: RecordPage,
    /// Its file; none when the record names none.
    pub file: Option<FileView>,
}

/// A file that a record names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileView {
    /// The field that names it.
    pub field: String,
    /// The SHA-256 of its content.
    pub sha256: String,
    /// True when it lies on this laptop; false while it has not come yet.
    pub here: bool,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub bytes: u32,
    /// True when there is a small picture of it.
    pub thumbnail: bool,
    /// How many pages can be shown as pictures: 1 for a picture, 0 for a file that cannot be shown.
    pub pages: u32,
    /// What an officer should know: that there is no preview.
    pub note: Option<String>,
}

/// A file that was written out of the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileTaken {
    /// Where it was written.
    pub path: String,
    /// The SHA-256 of what was written.
    pub sha256: String,
    /// The copy's number in the ledger.
    pub copy: u32,
}
