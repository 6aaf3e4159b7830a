//! What can be wrong with bytes of the log. Names positions and limits, never contents.

/// Why bytes or parts are not a batch of this log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JournalError {
    /// The bytes are damaged, or were not written in the one canonical form.
    #[error("the log entry is damaged near byte {at}")]
    Malformed {
        /// How far reading came.
        at: usize,
    },
    /// A newer app wrote it in a layout this one does not know; updating the app helps.
    #[error("the log entry has layout {found}, which needs a newer version")]
    Newer {
        /// The layout it says it has.
        found: u64,
    },
    /// It is larger than the log allows; the deed has to be written in smaller parts.
    #[error("the log entry is over the limit: {0}")]
    TooLarge(Limit),
    /// The parts do not fit the header: somebody changed them after they were written.
    #[error("the log entry does not match its own proof")]
    Unproven,
}

/// A limit of the log, with its value in the constants of [`crate::batch`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Limit {
    /// One change in canonical form.
    #[error("one change of 256 KiB")]
    Change,
    /// The changes a change replaces.
    #[error("1,024 replaced changes in one change")]
    Replaced,
    /// The changes of a batch.
    #[error("100,000 changes in one batch")]
    Leaves,
    /// The canonical changes of a batch together.
    #[error("32 MiB in one batch")]
    Batch,
    /// The code of a deed.
    #[error("64 lower-case letters, digits and hyphens for the code of a deed")]
    Act,
}
