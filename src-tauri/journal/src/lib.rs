//! The log of Pulang, pure: what was written, by whom, in which order it was seen, and how apart-made edits meet.
//!
//! Owns changes, batches and their hashes, the hybrid clock, feeds, merging and the state digest. Refuses files, SQL,
//! keys, clocks and randomness: time, seeds and ids are handed in, so the same input always gives the same bytes.
//!
//! A batch is named by its hash and a change by its batch and index, never by a counter of a laptop: copied disks and
//! restored backups make two laptops count the same numbers, and a counter would then hide one laptop's edits.
#![forbid(unsafe_code)]

pub mod batch;
pub mod cbor;
pub mod change;
pub mod clock;
pub mod digest;
mod error;
pub mod feed;
pub mod header;
pub mod ids;
pub mod leaf;
pub mod merge;
pub mod peers;
mod tree;

pub use batch::Batch;
pub use change::{Change, Write};
pub use clock::{Hlc, Witness};
pub use digest::StateDigest;
pub use error::{JournalError, Limit};
pub use feed::{FeedCheck, Head, Step};
pub use header::{Draft, Header};
pub use ids::{BatchHash, ChangeId, DeedId, DeviceId, FeedId, Incarnation, LeafHash, Salt};
pub use leaf::Leaf;
pub use merge::{Cell, Live, Removal, Verdict};
pub use peers::{Peers, Seen, Summary, Told};

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod simulation;
