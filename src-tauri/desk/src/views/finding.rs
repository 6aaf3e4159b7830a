//! Finding and comparing: hits with their reasons, people who may be one, what ties cases together.

use super::{RecordLink, Refused};
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

/// Two records that may be of one person, side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DuplicateView {
    /// One of them.
    pub one: RecordLink,
    /// The other.
    pub other: RecordLink,
    /// `possible`, `probable` or `strong`.
    pub strength: String,
    /// The same in words.
    pub strength_word: String,
    /// What speaks for it, in words.
    pub reasons: Vec<String>,
    /// What speaks against it, in words.
    pub against: Vec<String>,
    /// What both say.
    pub fields: Vec<SideBySide>,
}

/// What two records say in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SideBySide {
    /// The field's label.
    pub label: String,
    /// What one says.
    pub one: String,
    /// What the other says.
    pub other: String,
    /// True when they say the same.
    pub same: bool,
}

/// Somebody on record who may be in a row of the open list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowDuplicate {
    /// The row's number in the file.
    pub row: u32,
    /// The person on record.
    pub person: RecordLink,
    /// `possible`, `probable` or `strong`.
    pub strength: String,
    /// The same in words.
    pub strength_word: String,
    /// What speaks for it, in words.
    pub reasons: Vec<String>,
    /// What speaks against it, in words.
    pub against: Vec<String>,
}

/// What ties something to other cases. It is about several people: no dossier ever holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LinksView {
    /// What was asked about.
    pub of: RecordLink,
    /// The ties, those of most cases first.
    pub ties: Vec<Tie>,
    /// The same as a picture.
    pub picture: Picture,
}

/// One thing that several cases have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Tie {
    /// `suspect`, `organisation`, `site`, `phone`, `account` or `vehicle`.
    pub sort: String,
    /// The same in words.
    pub word: String,
    /// Its name or number.
    pub title: String,
    /// Its record, where it has one.
    pub record: Option<RecordLink>,
    /// How many people it ties.
    pub people: u32,
    /// True when there are more than were looked at.
    pub more: bool,
    /// The first of the people.
    pub names: Vec<RecordLink>,
    /// Their rescues, and people without one.
    pub rescues: Vec<RecordLink>,
}

/// A picture of nodes and edges in a square.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Picture {
    /// The side of the square.
    pub side: i32,
    /// The nodes; the first is what was asked about.
    pub nodes: Vec<PictureNode>,
    /// The edges.
    pub edges: Vec<PictureEdge>,
}

/// A node of a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PictureNode {
    /// Its record, or a name of its own.
    pub id: String,
    /// What it is: a kind of record, `phone`, `account`, `vehicle`.
    pub sort: String,
    /// What is written beside it.
    pub label: String,
    /// How many people are behind it.
    pub people: u32,
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// An edge between two nodes, by their places in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PictureEdge {
    /// The inner node.
    pub from: u32,
    /// The outer node.
    pub to: u32,
}

/// What a text says as a machine readable zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MrzView {
    /// The size of document in words, where the text has the length of one.
    pub size: Option<String>,
    /// The kind of record that `fields` are of: `travel-document`, and `immigration-matter` for a visa.
    pub kind: String,
    /// Every check digit of that size.
    pub digits: Vec<MrzDigit>,
    /// Where and why it cannot be read, if so.
    pub refused: Option<Refused>,
    /// What it answers about the document.
    pub fields: Vec<MrzField>,
    /// What it says about the holder, to be compared with the visible page.
    pub person: Vec<MrzField>,
    /// True when the name fills its line, so that the document may hold more of it.
    pub name_cut: bool,
}

/// A check digit of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MrzDigit {
    /// `number`, `birth`, `expiry`, `personal` or `composite`.
    pub id: String,
    /// What it is over, in words.
    pub word: String,
    /// Whether it fits.
    pub holds: bool,
}

/// One answer that a zone gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MrzField {
    /// The field.
    pub field: String,
    /// Its label.
    pub label: String,
    /// The answer as it would be typed.
    pub text: String,
    /// The same in the officer's language.
    pub display: String,
}
