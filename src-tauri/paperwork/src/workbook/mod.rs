//! Workbooks: packed XML, read as a stream under limits. Owns unpacking, XML without entities, numbers that are dates.
//!
//! Why not calamine, which the tests compare with: it reserves memory for as many shared texts as the file *says* it
//! has, expands repeated OpenDocument cells up to a hundred million, and adds cell numbers without a check. Any of them
//! lets a file of 1 KB end the app, since a release aborts on a panic.

pub(crate) mod ods;
mod package;
pub(crate) mod serial;
pub(crate) mod xlsx;
mod xlsx_parts;
mod xml;
