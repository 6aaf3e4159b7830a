//! Rosters: a foreign list becomes proposed records, row by row. Owns recognising columns and people, and the flags for
//! what an officer has to look at. Refuses to decide what a cell does not say: a doubt is a question, one for a column
//! where the doubt is the column's.

mod cells;
mod column;
mod headers;
mod hints;
mod mapping;
mod preview;
mod propose;
mod table;
mod twins;

pub use cells::Mark;
pub use mapping::{MappedColumn, Mapping, Slot, Target, Why};
pub use preview::{
    Answers, ColumnQuestion, DateOrder, Flag, LetterP, Outcome, Preview, PreviewCell, PreviewRow, Settled,
    preview,
};
pub use propose::{OtherSheet, Proposal, ProposedColumn, Question, propose};
pub use table::{IgnoredRows, LeftOut};
pub use twins::Twin;

#[cfg(test)]
mod tests;
