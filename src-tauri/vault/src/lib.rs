//! Keys and sealing: who may open a vault, and how bytes are kept from everybody else.
//!
//! Owns the folder of a vault (its id, officers' slots, the data key, recovery, the lock, the counters kept beside the
//! database), the keys of a device, the sealing of attachments, and the one way in which files are written. Draws its
//! own entropy. Refuses to know what the bytes mean: no record, no name and no date passes through here, and no file of
//! the folder holds an officer's name.
//!
//! What it does not do: it is no wall between people who share the data key, and it cannot notice that a whole folder
//! was put back to yesterday's state (the audit's anchors do that).
#![forbid(unsafe_code)]

pub mod attachment;
mod codec;
pub mod copyword;
pub mod counters;
mod crockford;
pub mod device;
mod entropy;
pub mod envelope;
mod error;
pub mod failures;
pub mod files;
mod ids;
mod kdf;
mod keyring;
pub mod kit;
mod layout;
mod lock;
mod open;
mod passphrase;
mod prepare;
pub mod process;
pub mod recovery;
mod rekey;
mod sealing;
mod secret;
mod slot;
mod staff;
mod words;

pub use error::{Error, Part, Result, ShareFault, Weakness};
pub use ids::{SlotId, VaultId};
pub use kdf::Kdf;
pub use layout::{attachments_path, register_path};
pub use open::{Opened, Unlocked, open, open_with_recovery};
pub use passphrase::{NewPassphrase, Passphrase};
pub use prepare::NewVault;
pub use rekey::{PreparedRekey, RecoveryChoice};
pub use sealing::{PublicKey, SealingKey};
pub use secret::DataKey;
pub use slot::officers_of;

#[cfg(test)]
mod tests;
