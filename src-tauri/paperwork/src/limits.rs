//! How much of a foreign file the app is willing to take. Owns the numbers; every reader asks here.

use crate::{error::PaperError, grid::Place};
use std::fmt;

/// What a limit is about. Its name in the dictionary is `paper-limit-<word>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Bytes of the file as it lies on the disk.
    FileBytes,
    /// Bytes of a packed file once unpacked.
    ExpandedBytes,
    /// How many times larger than its packed form a part may become.
    Expansion,
    /// Files inside a packed file.
    Parts,
    /// Sheets of a workbook.
    Sheets,
    /// Rows with something in them, on one sheet.
    Rows,
    /// Columns of a sheet.
    Columns,
    /// Cells with something in them, in the whole file.
    Cells,
    /// Characters of one cell.
    CellChars,
    /// Bytes of text of all cells together.
    TextBytes,
    /// Pixels along a side of a picture.
    PictureSide,
    /// Bytes of a picture once decoded.
    PictureBytes,
}

impl Limit {
    /// The stable word for it: `rows`, `cell-chars`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::FileBytes => "file-bytes",
            Self::ExpandedBytes => "expanded-bytes",
            Self::Expansion => "expansion",
            Self::Parts => "parts",
            Self::Sheets => "sheets",
            Self::Rows => "rows",
            Self::Columns => "columns",
            Self::Cells => "cells",
            Self::CellChars => "cell-chars",
            Self::TextBytes => "text-bytes",
            Self::PictureSide => "picture-side",
            Self::PictureBytes => "picture-bytes",
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The limits in force. The default is what the app ships with; tests make them smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// See [`Limit::FileBytes`].
    pub file_bytes: u64,
    /// See [`Limit::ExpandedBytes`].
    pub expanded_bytes: u64,
    /// See [`Limit::Expansion`]; the first MiB of a part is free of it, because a short list packs very well.
    pub expansion: u64,
    /// See [`Limit::Parts`].
    pub parts: u64,
    /// See [`Limit::Sheets`].
    pub sheets: u64,
    /// See [`Limit::Rows`].
    pub rows: u64,
    /// See [`Limit::Columns`].
    pub columns: u64,
    /// See [`Limit::Cells`].
    pub cells: u64,
    /// See [`Limit::CellChars`].
    pub cell_chars: u64,
    /// See [`Limit::TextBytes`].
    pub text_bytes: u64,
    /// See [`Limit::PictureSide`].
    pub picture_side: u64,
    /// See [`Limit::PictureBytes`].
    pub picture_bytes: u64,
}

const MIB: u64 = 1 << 20;

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 * MIB,
            expanded_bytes: 256 * MIB,
            expansion: 100,
            parts: 4_096,
            sheets: 50,
            rows: 20_000,
            columns: 200,
            // A roster of 20,000 people with 50 answers each; with the text limit it keeps a grid under 200 MB.
            cells: 1_000_000,
            // The most that a spreadsheet program lets one cell hold.
            cell_chars: 32_767,
            text_bytes: 64 * MIB,
            picture_side: 12_000,
            picture_bytes: 256 * MIB,
        }
    }
}

impl Limits {
    /// The number that `limit` stands at.
    pub const fn allowed(&self, limit: Limit) -> u64 {
        match limit {
            Limit::FileBytes => self.file_bytes,
            Limit::ExpandedBytes => self.expanded_bytes,
            Limit::Expansion => self.expansion,
            Limit::Parts => self.parts,
            Limit::Sheets => self.sheets,
            Limit::Rows => self.rows,
            Limit::Columns => self.columns,
            Limit::Cells => self.cells,
            Limit::CellChars => self.cell_chars,
            Limit::TextBytes => self.text_bytes,
            Limit::PictureSide => self.picture_side,
            Limit::PictureBytes => self.picture_bytes,
        }
    }

    /// The refusal for going over `limit`, at `place` where there is one.
    pub fn refuse(&self, limit: Limit, place: Option<Place>) -> PaperError {
        PaperError::TooLarge { limit, allowed: self.allowed(limit), place }
    }

    /// Holds when `found` is within `limit`.
    ///
    /// # Errors
    /// [`PaperError::TooLarge`] when it is not.
    pub fn check(&self, limit: Limit, found: u64) -> Result<(), PaperError> {
        if found > self.allowed(limit) { Err(self.refuse(limit, None)) } else { Ok(()) }
    }
}
