//! Where each file of a vault lies. No name here says anything about anybody.
//!
//! | file | holds |
//! | --- | --- |
//! | `vault.id` | which vault; written last when one is made |
//! | `slots/<16 hex>.slot` | an officer's key, sealed by a passphrase |
//! | `data.key` | an age file: the data key and the public keys that it is sealed to |
//! | `data.key.next` | the same for a new data key, while the database is being moved to it |
//! | `register.db` | the database, made and keyed by others |
//! | `attachments/<64 hex>` | sealed attachments |
//! | `counters`, `failures`, `lock` | what a backup leaves out |

use std::path::{Path, PathBuf};

use crate::SlotId;

/// Larger than any of the framed files; reading stops there.
pub(crate) const SMALL_FILE: u64 = 4 * 1024;
/// The data key sealed to as many officers as a vault may have takes about 10 KiB.
pub(crate) const DATA_KEY_FILE: u64 = 32 * 1024;
/// How many officers one vault may have.
pub(crate) const MAX_OFFICERS: usize = 64;

pub(crate) fn id_path(folder: &Path) -> PathBuf {
    folder.join("vault.id")
}

pub(crate) fn slots_folder(folder: &Path) -> PathBuf {
    folder.join("slots")
}

pub(crate) fn slot_path(folder: &Path, slot: SlotId) -> PathBuf {
    slots_folder(folder).join(format!("{slot}.slot"))
}

pub(crate) fn data_key_path(folder: &Path) -> PathBuf {
    folder.join("data.key")
}

/// The data key being moved to, until the database is known to open with it.
pub(crate) fn next_key_path(folder: &Path) -> PathBuf {
    folder.join("data.key.next")
}

pub(crate) fn lock_path(folder: &Path) -> PathBuf {
    folder.join("lock")
}

pub(crate) fn counters_path(folder: &Path) -> PathBuf {
    folder.join("counters")
}

pub(crate) fn failures_path(folder: &Path) -> PathBuf {
    folder.join("failures")
}

/// Where the database of the vault in `folder` lies.
pub fn register_path(folder: &Path) -> PathBuf {
    folder.join("register.db")
}

/// Where the sealed attachments of the vault in `folder` lie.
pub fn attachments_path(folder: &Path) -> PathBuf {
    folder.join("attachments")
}
