//! Bundle files between laptops: writing, reading, verifying, and the cards and certificates by which laptops
//! know each other.
//!
//! Owns the `.pulang` file: an age file for named laptops, in it a signed manifest, then the log's batches in columns,
//! then attachments. Refuses SQL, clocks, and every file that is damaged, cut, foreign or forged, each with its own
//! error, before anything of it counts: a caller keeps nothing until [`BundleReader::finish`] has returned.
#![forbid(unsafe_code)]

mod armour;
pub mod card;
mod certificate;
mod columns;
mod error;
mod manifest;
mod pack;
#[cfg(any(test, feature = "probe"))]
pub mod probe;
mod reader;
pub mod update;
mod writer;

pub use card::Card;
pub use certificate::{Answer, Certificate, Request};
pub use error::{CardFault, ExchangeError, Limit, PaperFault, Part, Result};
pub use manifest::{Blob, HeadProof, Manifest, recipients_hash, sign_head};
pub use reader::{BundleReader, Proven, Trusted, is_sealed, open};
pub use writer::{Attachment, BundleWriter, Envelope};

/// The format that this code writes.
pub const FORMAT: u32 = 1;

/// The most laptops a bundle may be for.
pub const RECIPIENTS: usize = 64;

/// The largest attachment, in bytes.
pub const ATTACHMENT_BYTES: u64 = 50 * 1024 * 1024;

/// The largest file, in bytes.
pub const FILE_BYTES: u64 = 2 * 1024 * 1024 * 1024;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod tests;
