//! Use cases: what an officer does, one file for each deed. Both shells, the window and the command line, are thin over
//! this room. A clock, ids and seeds are handed in; tauri and SQL are refused.
#![forbid(unsafe_code)]

mod anchors;
mod answered;
mod backups;
mod books;
mod bundles;
mod checking;
mod conflicts;
mod correcting;
mod disclosed;
mod documents;
mod draft;
mod drafts;
pub mod drawing;
mod duplicates;
mod enrolment;
mod erasing;
mod escrow;
mod exchanging;
pub mod failure;
mod filing;
mod gate;
mod generate;
mod handover;
mod house;
mod identification;
mod intake;
mod keyholders;
mod limits;
mod links;
mod loose;
mod office;
mod opening;
mod outdated;
mod partners;
mod past;
mod peers;
mod permits;
mod places;
mod printed;
mod progress;
mod reading;
mod receipts;
mod recovery;
mod remnants;
pub mod removing;
mod restoring;
mod roles;
mod roster;
mod sample;
mod search;
mod settings;
pub mod shape;
mod show;
mod staff;
mod standing;
mod statistics;
mod tables;
mod timeline;
mod today;
mod tools;
mod trade;
mod undoing;
mod updating;
mod verifying;
pub mod views;
mod vigil;
mod waiting;
mod writing;
mod zone;

pub use anchors::verify_export;
pub use documents::NewFile;
pub use exchanging::code_of;
pub use failure::DeskError;
pub use handover::Wrap;
pub use house::House;
pub use loose::LooseSheet;
pub use opening::{NewDesk, Phase, has_several_officers, look, seconds_to_wait};
pub use progress::Heard;
pub use recovery::{recover, recovery_sheet, split};
pub use restoring::restore;
pub use settings::{CAPTURE, SETTINGS};
pub use tools::Tools;
pub use updating::{Publisher, check_update};
pub use vigil::{Vigil, Why};

pub use casework::publication::{MINISTRIES, PUBLIC};
pub use casework::words::{Lang, Words};
pub use exchange::is_sealed;
pub use vault::{
    Kdf,
    process::{confine, forbid_core_dumps},
};

use casework::ids::RecordId;
use std::sync::Arc;

/// An open vault with an officer at work. Dropping it wipes the keys; [`Desk::lock`] also signs the log's heads and folds
/// the journal away first.
pub struct Desk {
    pub(crate) house: Arc<House>,
    pub(crate) tools: Arc<Tools>,
    pub(crate) vault: vault::Opened,
    pub(crate) register: register::Register,
    pub(crate) keys: vault::device::DeviceKeys,
    pub(crate) counters: vault::counters::Counters,
    pub(crate) lang: Lang,
    pub(crate) officer: RecordId,
    /// What this laptop numbers with; [`Desk::settle_mark`] alone says so.
    pub(crate) mark: casework::reference::Mark,
    pub(crate) roster: Option<intake::OpenRoster>,
    pub(crate) preview: Option<handover::OpenPreview>,
    pub(crate) table: Option<statistics::OpenTable>,
    pub(crate) bundle: Option<std::path::PathBuf>,
    /// The readable copies that lay where they were written when the vault was unlocked, until something is said of them.
    pub(crate) ask_about: std::collections::BTreeSet<u32>,
    /// True once something was written since the vault was unlocked.
    pub(crate) worked: bool,
}

#[cfg(test)]
mod tests;
