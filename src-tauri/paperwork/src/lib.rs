//! Foreign paper, in and out, under limits: rosters as offices keep them, pictures, tables to hand over.
//!
//! Owns reading bytes that somebody else wrote: how large they may be, what they are, and where in them a thing stands.
//! Refuses files, clocks and SQL; refuses to evaluate a formula, to follow a link, to open what is locked, and to guess
//! between two readings of a cell. Nothing it returns prints its content by accident: cells are `Private`, errors and
//! flags carry places and dictionary keys.
#![forbid(unsafe_code)]

mod error;
pub mod files;
mod grid;
pub mod htcds;
mod limits;
pub mod pictures;
pub mod roster;
mod sniff;
pub mod tables;
mod text;
mod workbook;

pub use error::{PaperError, Part};
pub use grid::{Cell, Column, Content, Grid, Merge, Notice, Place, Row, Sheet};
pub use limits::{Limit, Limits};
pub use sniff::Kind;

use std::io::Read;

/// Reads a roster of any kind the app knows, or refuses it within the limits; formulas keep their cached value and are
/// marked. `name_hint` is the file's name, used only to say what was expected; the bytes decide what it is. Text pasted
/// from the clipboard is read the same way.
///
/// # Errors
/// [`PaperError`]: too large, of another kind, locked, damaged or empty. Nothing is kept of a refused file.
pub fn read(bytes: &[u8], name_hint: &str, limits: &Limits) -> Result<Grid, PaperError> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    match sniff::kind(bytes, name_hint) {
        Kind::Empty => Err(PaperError::Empty),
        Kind::Locked => Err(PaperError::Locked),
        Kind::Xlsx => workbook::xlsx::read(bytes, limits),
        Kind::Ods => workbook::ods::read(bytes, limits),
        Kind::Text => text::read(bytes, limits),
        found => Err(PaperError::WrongKind { found }),
    }
}

/// As [`read`], from a stream that may be of any length: at most one byte more than the limit is ever taken from it.
///
/// # Errors
/// As [`read`], and [`PaperError::Interrupted`] when the stream fails.
pub fn read_from(source: impl Read, name_hint: &str, limits: &Limits) -> Result<Grid, PaperError> {
    read(&take(source, limits)?, name_hint, limits)
}

/// Takes a whole stream into memory, at most [`Limits::file_bytes`] of it.
///
/// # Errors
/// [`PaperError::TooLarge`] when there is more, [`PaperError::Interrupted`] when the stream fails.
pub fn take(source: impl Read, limits: &Limits) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    let most = limits.file_bytes.saturating_add(1);
    source.take(most).read_to_end(&mut bytes).map_err(|_| PaperError::Interrupted)?;
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
