//! The register of Pulang: the log of every change, kept encrypted, and what follows from it.
//!
//! Owns SQLite (SQLCipher), the tables, migrations, projections, the audit and backups. Refuses business rules: what a field
//! means comes in as an [`Interpreter`], and clocks, ids and seeds are handed in.
//!
//! Everything about people is in the log; every other table about them is a projection, which [`Register::rebuild`] makes
//! again from the log with the same [`Register::state_digest`]. Local tables (audit, ledger, settings, drafts) are never
//! merged and never sent.
#![forbid(unsafe_code)]

/// A statement, kept in a file of its own.
macro_rules! sql {
    ($name:literal) => {
        include_str!(concat!("sql/", $name, ".sql"))
    };
}

mod absorb;
mod again;
mod answers;
mod arrival;
mod aside;
mod audit;
mod backup;
mod check;
mod codes;
mod commit;
mod deeds;
mod derived;
mod disclosed;
mod erase;
mod error;
mod files;
mod finding;
mod history;
mod interpret;
mod keying;
mod ledger;
mod loading;
mod local;
mod log;
mod loose;
mod migrate;
mod names;
mod open;
mod postings;
mod project;
mod reading;
mod released;
mod revoke;
mod state;
mod summary;
mod touched;
mod waiting;
#[cfg(feature = "yardstick")]
pub mod yardstick;

pub use absorb::{Absorbed, Apply};
pub use again::Whole;
pub use arrival::Arrival;
pub use aside::{Aside, Import};
pub use audit::{AuditEntry, AuditHead, AuditRow};
pub use backup::prove as prove_backup;
pub use check::{Checked, Projection};
pub use commit::{Birth, Committed, NewDeed, NewWrite, Replaces};
pub use deeds::{Before, Deed, Written};
pub use disclosed::{Became, Notice, Shown, ShownChange};
pub use error::{RegisterError, Result};
pub use files::file_named_by;
pub use finding::{Column, Known, OwnTerm, Place, Use};
pub use history::{Conflict, Counts, Past};
pub use interpret::{Figure, Fold, Interpreter, ReadField, Reading, Role, SortKey, Terms};
pub use keying::{Key, rekey};
pub use ledger::{Disclosed, Disclosure};
pub use local::{Attachment, Kept, TrustedDevice};
pub use loose::{Fate, LooseCopy};
pub use migrate::Step;
pub use open::Register;
pub use postings::{Card, FieldPlace, Postings, Standing, WordPlace};
pub use reading::Page;
pub use released::ReleasedTable;
pub use revoke::laptop_record;
pub use summary::SignedHead;
pub use waiting::Journeys;

#[cfg(test)]
mod tests;
