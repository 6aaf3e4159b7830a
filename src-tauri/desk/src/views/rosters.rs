//! A list of people on its way in: what it holds, what is asked about it, what came of it.

use super::{FieldInput, OptionView, RecordLink};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list of people before it is taken in: nothing is written yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterPreview {
    /// The file's name, or the word for pasted text.
    pub source: String,
    /// The sheet that is read.
    pub sheet: String,
    /// Every sheet of the file.
    pub sheets: Vec<String>,
    /// Its columns.
    pub columns: Vec<ColumnView>,
    /// Fields a column can be given to.
    pub targets: Vec<OptionView>,
    /// One question for each ambiguous column.
    pub questions: Vec<ColumnQuestion>,
    /// What else to look at before taking it: another sheet that is a list too, a column that is missing.
    pub notes: Vec<String>,
    /// The people as they would be taken in.
    pub rows: Vec<PreviewRow>,
    /// Rows that are passed over, and why.
    pub skipped: Vec<SkippedRow>,
    /// How many cells are flagged.
    pub flags: u32,
}

/// A column of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnView {
    /// Its place, from 0.
    pub index: u32,
    /// Its letter in the sheet.
    pub letter: String,
    /// Its title in the file.
    pub header: String,
    /// The field it goes to.
    pub field: Option<String>,
    /// The first few texts in it.
    pub samples: Vec<String>,
}

/// One question about a whole column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnQuestion {
    /// The column's place.
    pub column: u32,
    /// The question.
    pub question: String,
    /// Its answers.
    pub options: Vec<OptionView>,
    /// The answer so far.
    pub answer: Option<String>,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewRow {
    /// Its number in the file.
    pub row: u32,
    /// Its cells, one for each column that goes to a field.
    pub cells: Vec<PreviewCell>,
    /// Notes on the row as a whole, such as a possible duplicate.
    pub notes: Vec<String>,
    /// False when the officer has unticked it.
    pub taken: bool,
}

/// A cell of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewCell {
    /// The column's place.
    pub column: u32,
    /// The field.
    pub field: String,
    /// What stands in the file.
    pub typed: String,
    /// How it was read.
    pub display: Option<String>,
    /// Why it is doubtful.
    pub flag: Option<String>,
}

/// A row that is not a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SkippedRow {
    /// Its number in the file.
    pub row: u32,
    /// Why it is passed over.
    pub why: String,
}

/// The officer's corrections to how a list is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct RosterChoices {
    /// Another sheet.
    #[serde(default)]
    pub sheet: Option<String>,
    /// Columns given to another field (or to none), by the column's place.
    #[serde(default)]
    pub columns: Vec<ColumnChoice>,
    /// Answers to the questions, by the column's place.
    #[serde(default)]
    pub answers: Vec<ColumnAnswer>,
    /// Rows that are not to be taken in.
    #[serde(default)]
    pub left_out: Vec<u32>,
}

/// A column given to a field.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ColumnChoice {
    /// The column's place.
    pub column: u32,
    /// The field, or none to pass the column over.
    pub field: Option<String>,
}

/// An answer to a question about a column.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ColumnAnswer {
    /// The column's place.
    pub column: u32,
    /// The option's id.
    pub answer: String,
}

/// Where the people of a list go.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct RosterTarget {
    /// A rescue that exists.
    #[serde(default)]
    pub rescue: Option<String>,
    /// What was typed for a new rescue.
    #[serde(default)]
    pub new_rescue: Vec<FieldInput>,
    /// The deed's id.
    pub deed: String,
}

/// What came of taking in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterTaken {
    /// The rescue.
    pub rescue: RecordLink,
    /// How many people were made.
    pub people: u32,
    /// How many values were written.
    pub values: u32,
    /// Flags that were left standing, each with its row.
    pub flags: Vec<SkippedRow>,
}
