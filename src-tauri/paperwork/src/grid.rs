//! A foreign table as it stood in the file: sheets, rows as the spreadsheet numbers them, typed cells. Owns places and
//! the limits on a growing table; refuses to interpret anything.

use crate::{
    error::PaperError,
    limits::{Limit, Limits},
};
use casework::private::Private;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// A column by its letter as the spreadsheet shows it; counted from 0, serialised as the letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Column(pub u32);

impl Column {
    /// Reads letters (`A`, `AB`); nothing beyond the last column a spreadsheet can have.
    pub fn from_letters(letters: &str) -> Option<Self> {
        let valid =
            (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
        let fold = |sum: u32, byte: u8| sum * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
        valid.then(|| Self(letters.bytes().fold(0, fold) - 1))
    }
}

impl TryFrom<String> for Column {
    type Error = &'static str;
    fn try_from(letters: String) -> Result<Self, Self::Error> {
        Self::from_letters(&letters).ok_or("not a column letter")
    }
}

impl From<Column> for String {
    fn from(column: Column) -> Self {
        column.to_string()
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.0.saturating_add(1);
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| fmt::Write::write_char(f, *letter))
    }
}

impl fmt::Debug for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Where something stands in the file: the sheet (counted from 1), the row as the spreadsheet numbers it, the column.
/// Prints as `1!C7`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sheet, counted from 1 in the order of the file.
    pub sheet: usize,
    /// The row, counted from 1; for plain text the record, counting empty lines.
    pub row: u32,
    /// The column; none when the whole row is meant.
    pub column: Option<Column>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}!", self.sheet)?;
        self.column.iter().try_for_each(|column| fmt::Display::fmt(column, f))?;
        write!(f, "{}", self.row)
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a cell holds, by the type the file gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text, as written.
    Text(Private<String>),
    /// A number, and its digits as shown when a format keeps zeros in front of it.
    Number {
        /// The value.
        value: f64,
        /// The digits that the officer saw, when the value alone would lose some.
        shown: Option<Private<String>>,
    },
    /// A day, or a moment without a zone, in ISO 8601: `2023-06-28`, `2023-10-04T16:20`.
    Moment(Private<String>),
    /// A time of day: `16:20`.
    Clock(Private<String>),
    /// Yes or no.
    Flag(bool),
    /// An error that the spreadsheet shows in place of a value.
    Broken,
}

/// A cell with something in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// Its column.
    pub column: Column,
    /// What it holds.
    pub content: Content,
    /// True when the file computes it: the content is the value computed last, by somebody else's program.
    pub formula: bool,
}

/// A row with at least one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number as the spreadsheet shows it.
    pub number: u32,
    /// Its cells in the order of their columns; empty ones are absent.
    pub cells: Vec<Cell>,
}

impl Row {
    /// The cell in `column`, when it is not empty.
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        self.cells.get(at)
    }
}

/// A merged block; its first cell holds what is shown in all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// The first and the last row, as numbered.
    pub rows: (u32, u32),
    /// The first and the last column.
    pub columns: (Column, Column),
}

impl Merge {
    /// True when `column` of `row` lies in the block.
    pub fn covers(&self, row: u32, column: Column) -> bool {
        (self.rows.0..=self.rows.1).contains(&row) && (self.columns.0..=self.columns.1).contains(&column)
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name, which may say a person's.
    pub name: Private<String>,
    /// True when the file hides it.
    pub hidden: bool,
    /// Rows with something in them, in order.
    pub rows: Vec<Row>,
    /// Merged blocks, in the order of the file.
    pub merges: Vec<Merge>,
}

impl Sheet {
    /// The row numbered `number`, when something stands in it.
    pub fn row(&self, number: u32) -> Option<&Row> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(at)
    }
}

/// What the officer should know of how a file was read; the key is in the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The text says nothing of its encoding and is no UTF-8: it was read as Windows-1252.
    EncodingGuessed,
    /// Some cells are computed by the file; the value computed last was taken.
    FormulasNotComputed,
    /// A computed cell had no value stored with it and counts as empty.
    FormulaWithoutValue,
}

impl Notice {
    /// Its dictionary key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::EncodingGuessed => "paper-notice-encoding-guessed",
            Self::FormulasNotComputed => "paper-notice-formulas",
            Self::FormulaWithoutValue => "paper-notice-formula-without-value",
        }
    }
}

/// A whole file as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Its sheets; plain text is one.
    pub sheets: Vec<Sheet>,
    /// True when the file counts days from 1904.
    pub from_1904: bool,
    /// How it was read, where that matters.
    pub notices: Vec<Notice>,
}

impl Grid {
    /// The sheet `number`, counted from 1.
    pub fn sheet(&self, number: usize) -> Option<&Sheet> {
        self.sheets.get(number.checked_sub(1)?)
    }
}

/// A grid being read: takes cells in any order, within the limits, and keeps none that is empty.
pub(crate) struct Draft<'a> {
    limits: &'a Limits,
    cells: u64,
    text_bytes: u64,
    grid: Grid,
    rows: BTreeMap<u32, BTreeMap<Column, Cell>>,
    name: Private<String>,
    hidden: bool,
    merges: Vec<Merge>,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(limits: &'a Limits) -> Self {
        let grid = Grid { sheets: Vec::new(), from_1904: false, notices: Vec::new() };
        Self {
            limits,
            cells: 0,
            text_bytes: 0,
            grid,
            rows: BTreeMap::new(),
            name: Private::default(),
            hidden: false,
            merges: Vec::new(),
        }
    }

    pub(crate) fn begin(&mut self, name: String, hidden: bool) -> Result<(), PaperError> {
        self.limits.check(Limit::Sheets, self.grid.sheets.len() as u64 + 1)?;
        self.name = Private::new(name);
        self.hidden = hidden;
        Ok(())
    }

    pub(crate) fn end(&mut self) {
        let close = |(number, cells): (u32, BTreeMap<Column, Cell>)| Row {
            number,
            cells: cells.into_values().collect(),
        };
        let rows = std::mem::take(&mut self.rows).into_iter().map(close).collect();
        let (name, merges) = (std::mem::take(&mut self.name), std::mem::take(&mut self.merges));
        self.grid.sheets.push(Sheet { name, hidden: self.hidden, rows, merges });
    }

    /// Where a cell of the sheet being read stands.
    pub(crate) fn place(&self, row: u32, column: Option<Column>) -> Place {
        Place { sheet: self.grid.sheets.len() + 1, row, column }
    }

    /// Takes one cell; the last of two in one place stands, as in the spreadsheet.
    pub(crate) fn put(&mut self, row: u32, cell: Cell) -> Result<(), PaperError> {
        let place = Some(self.place(row, Some(cell.column)));
        if let Content::Text(text) = &cell.content {
            let text = text.reveal();
            if text.trim().is_empty() && !cell.formula {
                return Ok(());
            }
            // A character is at least a byte, so that only long texts are counted.
            let long = text.len() as u64 > self.limits.cell_chars;
            if long && text.chars().count() as u64 > self.limits.cell_chars {
                return Err(self.limits.refuse(Limit::CellChars, place));
            }
            self.text_bytes += text.len() as u64;
        }
        self.cells += 1;
        if u64::from(cell.column.0) >= self.limits.columns {
            return Err(self.limits.refuse(Limit::Columns, place));
        }
        if self.cells > self.limits.cells {
            return Err(self.limits.refuse(Limit::Cells, place));
        }
        if self.text_bytes > self.limits.text_bytes {
            return Err(self.limits.refuse(Limit::TextBytes, place));
        }
        if cell.formula {
            self.notice(Notice::FormulasNotComputed);
        }
        self.rows.entry(row).or_default().insert(cell.column, cell);
        if self.rows.len() as u64 > self.limits.rows {
            return Err(self.limits.refuse(Limit::Rows, place));
        }
        Ok(())
    }

    /// Takes a merged block; more of them than a sheet has rows are not worth keeping and change nothing but headers.
    pub(crate) fn merge(&mut self, merge: Merge) {
        if (self.merges.len() as u64) < self.limits.rows {
            self.merges.push(merge);
        }
    }

    pub(crate) fn notice(&mut self, notice: Notice) {
        if !self.grid.notices.contains(&notice) {
            self.grid.notices.push(notice);
        }
    }

    pub(crate) fn count_from_1904(&mut self) {
        self.grid.from_1904 = true;
    }

    pub(crate) fn finish(self) -> Result<Grid, PaperError> {
        let empty = self.grid.sheets.iter().all(|sheet| sheet.rows.is_empty());
        if empty { Err(PaperError::Empty) } else { Ok(self.grid) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Place};

    #[test]
    fn letters_go_both_ways() {
        for (number, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(Column(number).to_string(), letters);
            assert_eq!(Column::from_letters(letters), Some(Column(number)));
        }
        assert_eq!(Column::from_letters(""), None);
        assert_eq!(Column::from_letters("ABCD"), None);
        assert_eq!(Place { sheet: 1, row: 7, column: Some(Column(2)) }.to_string(), "1!C7");
    }
}
