//! The document model: everything that will stand on the pages and in the attachment, and nothing else. Owns its shape and
//! the order in which its texts are read; refuses layout, fonts and any value that is not in it.

mod attached;
mod block;
mod text;
mod walk;

pub use attached::{Attached, Pictured};
pub use block::{
    Align, Block, Column, Cover, Figure, Label, Pair, Person, Portrait, Portraits, Row, Signature, Table,
};
pub(crate) use text::is_steering;
pub use text::{Provenance, Run, Text};
pub(crate) use walk::Part;

use casework::ids::{GroupId, RecordId};
use chrono::{DateTime, Utc};
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The version of the attached JSON. A changed meaning of any of its members is a new version.
pub const TWIN_FORMAT: &str = "pulang-dossier/1";

/// One copy of one dossier for one recipient.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dossier {
    /// What it is, from whom, for whom, until when.
    pub meta: Meta,
    /// The people it is about. Record ids are the vault's own and do not leave it.
    #[serde(skip)]
    pub people: Vec<RecordId>,
    /// The field groups disclosed.
    pub disclosed: Vec<GroupId>,
    /// The categories withheld: the profile's own fixed list, whatever is on record.
    pub withheld: Vec<GroupId>,
    /// What stands at the head and foot of every page.
    pub frame: Frame,
    /// The body, in reading order.
    pub blocks: Vec<Block>,
    /// Files that go along as they came in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attached: Vec<Attached>,
    /// What is written in the annexes that are shown as pictures: on no page as text, and looked through like one.
    #[serde(skip)]
    pub pictured: Vec<Pictured>,
    /// Who made the copy, with room for the signature (see [`crate::stamp`]). It covers the twin and so stands outside it.
    #[serde(skip)]
    pub stamp: Option<String>,
}

/// What a dossier is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meta {
    /// The title.
    pub title: Text,
    /// The main language, BCP 47.
    pub lang: String,
    /// The recipient profile.
    pub profile: String,
    /// The dossier's reference.
    pub reference: Text,
    /// Which copy of how many this is.
    pub copy: Copy,
    /// When it was made, by the clock that was handed in.
    pub made_at: DateTime<Utc>,
    /// True in a training vault.
    pub training: bool,
}

/// Copy `number` of `of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Copy {
    /// From 1.
    pub number: u32,
    /// How many.
    pub of: u32,
}

/// What stands at the head and foot of every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Frame {
    /// Head, left: the classification.
    pub classification: Text,
    /// Head, right: the reference and the copy.
    pub reference: Text,
    /// Foot, left: the recipient.
    pub recipient: Text,
    /// Foot, right: the sentence for the page number, with `{x}` and `{y}` in it.
    pub page: Text,
    /// A banner on every page of a training vault.
    pub training: Option<Text>,
}

#[derive(Serialize)]
struct Twin<'a> {
    format: &'static str,
    dossier: &'a Dossier,
}

impl Dossier {
    /// The JSON twin: the whole model as one document, members in a fixed order. The same model gives the same bytes.
    /// Pictures stand in it by their SHA-256, texts by language and origin.
    pub fn twin(&self) -> Vec<u8> {
        // Serialising plain structs of strings and numbers to a Vec cannot fail; an empty twin would fail the check.
        serde_json::to_vec_pretty(&Twin { format: TWIN_FORMAT, dossier: self }).unwrap_or_default()
    }

    /// The verification code: the SHA-256 of the twin. Anybody who holds the attachment can compute it.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(self.twin()).into()
    }
}

#[cfg(test)]
pub(crate) mod fixtures;
#[cfg(test)]
mod tests;
