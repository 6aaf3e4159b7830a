//! Finding and comparing: hits with their reasons, people who may be one, what ties cases together.

use super::RecordLink;
use serde::Serialize;
use ts_rs::TS;

/// Somebody or something that a search found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    /// The person, or the recruiter, company, place or rescue.
    pub record: RecordLink,
    /// What tells a person from others of the name: birth and origin.
    pub detail: String,
    /// Why it was found, for each word that was typed.
    pub why: Vec<SearchReason>,
}

/// Why a search found something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchReason {
    /// The field's label.
    pub field: String,
    /// `exact`, `spelling`, `script`, `beginning` or `slip`.
    pub how: String,
    /// The same in words.
    pub how_word: String,
    /// What stands in the field.
    pub text: String,
    /// The record it stands in, when that is another: the passport, the recruiter.
    pub of: Option<RecordLink>,
}
