//! Why something was refused.
//!
//! Owns the errors of this crate. Refuses contents: an error names a part of the folder, a position or a limit, never a
//! path, a name or a key.

use std::io;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, Error>;

/// The part of a vault (or of what it handles) that an error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The folder itself.
    Folder,
    /// The file that makes the folder a vault.
    VaultId,
    /// An officer's slot.
    Slot,
    /// The sealed data key, or the one being moved to.
    DataKey,
    /// The lock against a second process.
    Lock,
    /// The counters kept beside the database.
    Counters,
    /// The count of wrong passphrases.
    Failures,
    /// A sealed attachment.
    Attachment,
    /// The keys of a device, or its public identity.
    Device,
    /// The keys that go with a backup.
    Kit,
    /// An age file.
    Envelope,
    /// A file written for somebody else.
    File,
}

/// Why a passphrase is too weak. `bits` is an upper estimate, as if it had been chosen at random.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Neither five words of a list nor as hard to guess as those.
    TooGuessable {
        /// What it is worth at most.
        bits: u32,
        /// What is needed.
        needed: u32,
    },
    /// Would do if the same word, or the same run of letters, did not come again.
    Repeats,
    /// Leans on words, names or keyboard rows that everybody tries first.
    Common,
    /// Longer than can be typed (1024 bytes).
    TooLong,
}

/// Why shares of a recovery key were refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShareFault {
    /// Mistyped or damaged: the checksum of this share (its position in what was handed in) is wrong.
    Corrupted(usize),
    /// One share is not enough.
    TooFew,
    /// The same share was given twice.
    SameTwice,
    /// Shares of different splits.
    MixedSets,
}

/// Why the vault refused; each variant is answered differently by whoever called.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder is not a vault.
    #[error("this folder is not a vault")]
    NotAVault,
    /// A vault is only made in an empty folder.
    #[error("the folder is not empty")]
    NotEmpty,
    /// Made by a newer version of the app.
    #[error("made by a newer version ({0:?})")]
    NewerFormat(Part),
    /// Another process has the vault open.
    #[error("the vault is in use")]
    Locked,
    /// Wrong passphrase, or no such officer: the two look and cost the same.
    #[error("wrong passphrase")]
    WrongPassphrase {
        /// Wrong passphrases since the last right one, this one included; see `failures::delay_after`.
        failures: u32,
    },
    /// The vault has several officers: say whose passphrase this is.
    #[error("the officer's name is needed")]
    NameNeeded,
    /// Damaged or altered: restore it from a backup.
    #[error("damaged or altered ({0:?})")]
    Tampered(Part),
    /// This recovery key, though written correctly, is not the one of this vault.
    #[error("this recovery key does not belong to this vault")]
    WrongRecoveryKey,
    /// The recovery key was not written correctly: its checksum is wrong.
    #[error("the recovery key is mistyped")]
    MistypedRecoveryKey,
    /// Shares that do not give a recovery key.
    #[error("the shares do not give a recovery key ({0:?})")]
    Shares(ShareFault),
    /// A passphrase that is too weak to protect anybody.
    #[error("the passphrase is too weak ({0:?})")]
    WeakPassphrase(Weakness),
    /// A name that is empty, or longer than 200 bytes.
    #[error("not usable as an officer's name")]
    UnusableName,
    /// The vault already has an officer of that name.
    #[error("there is an officer of that name")]
    OfficerExists,
    /// The vault has no such officer (said only to somebody who has unlocked it).
    #[error("there is no officer of that name")]
    NoSuchOfficer,
    /// Somebody must remain who can open the vault.
    #[error("the last officer cannot be removed")]
    LastOfficer,
    /// A change of data key was interrupted: `Opened::settle` comes first.
    #[error("an interrupted change of key must be settled first")]
    Unsettled,
    /// Argon2id parameters outside of what is accepted.
    #[error("key derivation outside of the accepted limits")]
    KdfOutOfRange,
    /// The machine cannot give the memory that unlocking needs.
    #[error("not enough memory to unlock")]
    OutOfMemory,
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoEntropy,
    /// Larger than the limit, in bytes.
    #[error("larger than the limit of {limit} bytes ({part:?})")]
    TooLarge {
        /// What is too large.
        part: Part,
        /// The limit in bytes.
        limit: u64,
    },
    /// A public key that no honest device makes.
    #[error("not a usable public key")]
    UnusableKey,
    /// A signature that does not verify.
    #[error("the signature is wrong")]
    BadSignature,
    /// Not sealed for this key: it is somebody else's, or its owner has left, or the part that was for it is damaged.
    #[error("not sealed for this key")]
    NotForThisKey,
    /// The disk refused.
    #[error("the disk refused ({what:?}: {kind})")]
    Disk {
        /// What was being read or written.
        what: Part,
        /// How the disk refused.
        kind: io::ErrorKind,
    },
}

impl Error {
    /// For `map_err` on a file operation about `what`.
    pub(crate) fn disk(what: Part) -> impl Fn(io::Error) -> Self {
        move |error| Self::Disk { what, kind: error.kind() }
    }
}
