//! The domain of Pulang, pure: what is known about a person being brought home, and the rules that follow from it.
//!
//! Owns values, forms, records, words and the rules over them. Refuses clocks, randomness, files and SQL: everything
//! it needs is handed in, so the same input always gives the same output.
#![forbid(unsafe_code)]

pub mod answer;
pub mod beds;
pub mod budget;
pub mod chain;
pub mod corrections;
pub mod disclosure;
pub mod finding;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod following;
pub mod form;
pub mod gate;
pub mod ids;
pub mod lifecycle;
pub mod naming;
pub mod now;
pub mod overstay;
pub mod permits;
pub mod post;
pub mod private;
pub mod profile;
pub mod publication;
pub mod record;
pub mod reference;
pub mod sameness;
pub mod screening;
pub mod spending;
pub mod tracks;
pub mod validity;
pub mod values;
pub mod whereabouts;
pub mod words;
