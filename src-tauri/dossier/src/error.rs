//! What can stop a dossier. Every error carries ids, positions and character codes; none carries a value.

use crate::model::Provenance;
use casework::ids::{FieldId, GroupId, RecordId};

/// Why a dossier was not written or not released.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DossierError {
    /// No font that comes with the app has a character. The officer has to write it otherwise.
    #[error("no font has the character {code} in {at}")]
    NoGlyph {
        /// The character by its code: `U+3402`.
        code: String,
        /// Where the text comes from.
        at: Provenance,
    },
    /// A picture is of a kind that cannot go into a PDF unchanged.
    #[error("picture {position}: {reason}")]
    Picture {
        /// The how-manieth picture of the dossier, from 1.
        position: usize,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The writing itself failed: a fault of the app, not of the case.
    #[error("the dossier could not be written: {0}")]
    Fault(&'static str),
    /// The model has text that the recipient may not have.
    #[error("page {page}: field {field} of record {record} is not allowed")]
    NotAllowed {
        /// The page it would be printed on, from 1.
        page: usize,
        /// The record.
        record: RecordId,
        /// The field.
        field: FieldId,
    },
    /// What was read back from the file is not what the model says.
    #[error("page {page}: {part} read back differs")]
    Differs {
        /// The page, from 1; 0 for what stands on none.
        page: usize,
        /// What differs: `text`, `running text`, `metadata`, `attachment`, `bookmarks`, `pages`, `pictures`.
        part: &'static str,
    },
    /// A value that must be withheld stands in the file. An officer has to look: it may be inside free text.
    #[error("page {page}: a withheld value of group {group}, field {field} of record {record}, was found")]
    Withheld {
        /// The page, from 1; 0 for what stands on none (metadata, attachment, bookmarks).
        page: usize,
        /// The group that is withheld.
        group: GroupId,
        /// The record whose value it is.
        record: RecordId,
        /// The field whose value it is.
        field: FieldId,
    },
    /// A foreign file is locked with a password.
    #[error("the file is locked")]
    Locked,
    /// The file could not be read back at all.
    #[error("the file cannot be read: {0}")]
    Unreadable(&'static str),
}
