//! Why a bundle or a card was refused. Owns one variant for each thing an officer can do about it; names laptops, parts
//! and limits, never contents.

use journal::{DeviceId, JournalError};
use std::io;

/// The result of everything here.
pub type Result<T> = std::result::Result<T, ExchangeError>;

/// Why it was refused. Nothing of a refused bundle counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeError {
    /// Another kind of file was chosen: choose the bundle.
    #[error("this is no bundle")]
    NotABundle,
    /// It was not sealed to this laptop: ask the sender to add this laptop's card.
    #[error("the bundle is not for this laptop")]
    NotForThisLaptop,
    /// Who sent it is not trusted here: compare cards, trust the sender's, and import again.
    #[error("the sender {device} is not trusted here")]
    Untrusted {
        /// The laptop it says it comes from.
        device: DeviceId,
    },
    /// It names a trusted laptop that did not sign it: keep the file, and ask that colleague by another way.
    #[error("the bundle was not made by who it names")]
    Forged,
    /// It changed on its way: ask for it again.
    #[error("the bundle is damaged: {0}")]
    Damaged(Part),
    /// It ends too early: copy it again. A cut within one sealed piece of 64 KiB looks like damage to the seal.
    #[error("the bundle is cut off")]
    CutOff,
    /// A newer version of the app wrote it: update this laptop first.
    #[error("the bundle needs a version that reads format {needs}")]
    Newer {
        /// The oldest format a reader must know.
        needs: u64,
    },
    /// It is over a limit: ask for it in parts.
    #[error("the bundle is over the limit: {0}")]
    TooLarge(Limit),
    /// The card is not one, or was mistyped: ask for it again.
    #[error("the card cannot be used: {0}")]
    BadCard(CardFault),
    /// A request, an answer or a certificate is not one, or nobody signed it so: ask for it again.
    #[error("the file cannot be used: {0}")]
    BadPaper(PaperFault),
    /// A bundle needs one laptop at least to be sealed to, with keys as honest laptops have them.
    #[error("there is nobody to seal the bundle to")]
    NoRecipient,
    /// The disk refused: free some space, or put the stick back in.
    #[error("the disk refused: {0}")]
    Disk(io::ErrorKind),
}

/// The part of a bundle that is damaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Part {
    /// The sealing of the whole file.
    #[error("the seal, or the file was cut off")]
    Seal,
    /// The signed list of contents.
    #[error("the list of contents")]
    Manifest,
    /// A part of the log, from 0.
    #[error("part {0} of the log")]
    Chunk(usize),
    /// An attachment, from 0.
    #[error("attachment {0}")]
    Attachment(usize),
    /// What stands after the end.
    #[error("the end")]
    End,
}

/// A limit of bundles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    /// The list of contents.
    #[error("1 MiB for the list of contents")]
    Manifest,
    /// Laptops a bundle is for.
    #[error("64 laptops")]
    Recipients,
    /// One part of the log, expanded.
    #[error("4 MiB for one part of the log")]
    Frame,
    /// How much larger the log may be than the file.
    #[error("100 times its size when expanded")]
    Expansion,
    /// One attachment.
    #[error("50 MB for one attachment")]
    Attachment,
    /// The file.
    #[error("2 GiB for the file")]
    File,
    /// A limit of the log itself.
    #[error("the log's own limits")]
    Log,
}

/// What is wrong with a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardFault {
    /// It does not have the lines of a card.
    #[error("it has not the form of a card")]
    Form,
    /// Its keys are none that an honest laptop has.
    #[error("its keys are unusable")]
    Keys,
    /// It was not made by the laptop it names, or was changed since.
    #[error("its signature is wrong")]
    Signature,
    /// A newer version made it.
    #[error("it was made by a newer version")]
    Newer,
}

/// What is wrong with a request, an answer or a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PaperFault {
    /// It does not have the lines of one, or they say something else than its bytes.
    #[error("it has not the form of one")]
    Form,
    /// Its keys are none that an honest laptop has.
    #[error("its keys are unusable")]
    Keys,
    /// It was not signed by who it names, or was changed since.
    #[error("its signature is wrong")]
    Signature,
    /// A newer version made it.
    #[error("it was made by a newer version")]
    Newer,
}

/// For `map_err` where the sealed content is read.
pub(crate) fn reading(error: &io::Error) -> ExchangeError {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => ExchangeError::CutOff,
        io::ErrorKind::InvalidData => ExchangeError::Damaged(Part::Seal),
        kind => ExchangeError::Disk(kind),
    }
}

/// For `map_err` where the log's own reader refuses something of `part`.
pub(crate) fn refused(part: Part) -> impl Fn(JournalError) -> ExchangeError {
    move |error| match error {
        JournalError::Malformed { .. } | JournalError::Unproven => ExchangeError::Damaged(part),
        JournalError::Newer { found } => ExchangeError::Newer { needs: found },
        JournalError::TooLarge(_) => ExchangeError::TooLarge(Limit::Log),
    }
}
