//! Dossiers: what leaves the vault on paper. Owns the document model, its pages, the PDF and its machine-readable twin,
//! the check before release and page pictures. Refuses to decide what may be shown (casework does), a database, a clock
//! and randomness: the same model gives the same bytes.
#![forbid(unsafe_code)]

pub mod check;
pub mod code;
pub mod compose;
pub mod error;
pub mod fonts;
mod lay;
pub mod model;
pub mod picture;
pub mod seal;
pub mod stamp;
mod write;

pub use error::DossierError;
pub use write::{Kind, Written, write};
