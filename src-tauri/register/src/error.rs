//! Why the register refused. Names tables, ids and codes, never contents and never a statement.

use casework::ids::{FieldId, RecordId};
use journal::JournalError;
use rusqlite::ErrorCode;

/// Why the register refused; nothing was changed by the call that returned it.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// The key does not open this file.
    #[error("the key does not open the register")]
    WrongKey,
    /// The file is not encrypted: it is no register of this app, and is not touched.
    #[error("the file is not an encrypted register")]
    Plaintext,
    /// SQLCipher is not in this build, so nothing may be written.
    #[error("this build cannot encrypt the register")]
    NoCipher,
    /// There is a file already where a new register should be.
    #[error("there is a register already")]
    Exists,
    /// There is no file where the register should be.
    #[error("there is no register")]
    Missing,
    /// A newer app wrote it; updating the app helps.
    #[error("the register has layout {found}, this app knows {known}")]
    Newer {
        /// The layout of the file.
        found: u32,
        /// The newest layout this app knows.
        known: u32,
    },
    /// It contradicts itself. Nothing is deleted; a backup helps.
    #[error("the register is damaged: {0}")]
    Damaged(&'static str),
    /// The disk is full, read-only or gone. Free some space or make it writable, then do the same again: what was
    /// acknowledged before is safe.
    #[error("the disk refused")]
    Disk,
    /// Another process holds it; closing that one helps.
    #[error("the register is in use")]
    Busy,
    /// This laptop has no name and life yet, so it cannot write.
    #[error("the laptop has no identity yet")]
    NoIdentity,
    /// The trust in this laptop has ended: what it wrote stays, and it writes no more. A colleague can enrol it anew.
    #[error("this laptop is revoked")]
    Revoked,
    /// No bundle of that number was taken in here.
    #[error("no bundle {0} was taken in")]
    NoImport(i64),
    /// No record of that name was made here or arrived.
    #[error("no record {0}")]
    NoRecord(RecordId),
    /// A field that belongs to the log cannot be written or erased like an answer.
    #[error("field {0} belongs to the log")]
    LogField(FieldId),
    /// A deed writes one field of one record once, or adds to its set.
    #[error("field {field} of {record} is written twice in one deed")]
    Twice {
        /// The record.
        record: RecordId,
        /// The field.
        field: FieldId,
    },
    /// The deed writes nothing.
    #[error("the deed writes nothing")]
    Nothing,
    /// The log's own proof or limits.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// Any other refusal of the database, by its number.
    #[error("the register refused with code {0}")]
    Database(i32),
}

impl From<rusqlite::Error> for RegisterError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            return Self::Damaged("a row is not of the expected shape");
        };
        match failure.code {
            ErrorCode::DiskFull
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied => Self::Disk,
            ErrorCode::NotADatabase => Self::WrongKey,
            ErrorCode::DatabaseCorrupt => Self::Damaged("a page is not as it was written"),
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            _ => Self::Database(failure.extended_code),
        }
    }
}

impl From<std::io::Error> for RegisterError {
    fn from(_: std::io::Error) -> Self {
        Self::Disk
    }
}

/// What a call of the register gives.
pub type Result<T> = std::result::Result<T, RegisterError>;
