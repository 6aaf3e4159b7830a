//! IOM's Human Trafficking Case Data Standard 2.0, in and out. Owns which of our fields and values is which of theirs, as
//! data in `assets/codes`, and the shape of the rows; refuses to invent a counterpart: what has none is said beside the
//! row going out, and flagged and kept word for word coming in.

mod codes;
mod read;
mod write;

#[cfg(test)]
mod tests;

pub use codes::{CodeError, Codes, Rows};
pub use read::{Origin, Translated};
pub use write::{Facts, Given, Line};
