//! A dossier on its way out: what it discloses, whom it is about, how it leaves.

use super::RecordLink;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A recipient profile to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProfileView {
    /// Its id: `host-police`.
    pub id: String,
    /// The recipient in words.
    pub word: String,
    /// What a dossier for it is for.
    pub purpose: String,
    /// Field groups that it may hold.
    pub discloses: Vec<String>,
    /// Categories it never holds: the profile's own fixed list.
    pub withholds: Vec<String>,
}

/// A dossier as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct DossierInput {
    /// A rescue, or people.
    pub records: Vec<String>,
    /// The profile.
    pub profile: String,
    /// The language: `id`, `en` or `km`.
    pub lang: String,
    /// A second language beside the labels.
    #[serde(default)]
    pub second_lang: Option<String>,
    /// The organisation that gets it, when it is one on record.
    #[serde(default)]
    pub recipient: Option<String>,
    /// Why it leaves.
    #[serde(default)]
    pub reason: Option<String>,
    /// Why it leaves without the consent that it needs.
    #[serde(default)]
    pub consent_override: Option<String>,
}

/// A dossier ready to look at: these very bytes are what would be released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierPreview {
    /// Names this preview in the calls that follow.
    pub token: String,
    /// How many pages.
    pub pages: u32,
    /// The copy number it has reserved.
    pub copy: u32,
    /// The size of the file in bytes.
    pub bytes: u32,
    /// The verification code.
    pub code: String,
    /// Field groups in it.
    pub discloses: Vec<String>,
    /// Categories withheld.
    pub withholds: Vec<String>,
    /// Each person asked for, and whether they are in it.
    pub people: Vec<DossierPerson>,
    /// Field groups that are missing for lack of consent, in words.
    pub missing: Vec<String>,
    /// Each file of the case that the recipient might have, and whether it goes along.
    pub annexes: Vec<DossierAnnex>,
}

/// A file in a dossier, or left out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierAnnex {
    /// The record that names it.
    pub document: RecordLink,
    /// True when it is shown.
    pub included: bool,
    /// How many pages of it are shown.
    pub pages: u32,
    /// In words: that it is annexed, or why not.
    pub why: String,
}

/// A person in a dossier, or left out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DossierPerson {
    /// The person.
    pub person: RecordLink,
    /// True when the person is in it.
    pub included: bool,
    /// Why, or why not.
    pub why: String,
}

/// How a dossier leaves.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct ReleaseInput {
    /// The preview.
    pub token: String,
    /// True for an AES-256 encrypted copy with a generated passphrase; false for a plain one, which needs a reason.
    pub encrypted: bool,
    /// Why it leaves, when it is plain.
    #[serde(default)]
    pub reason: Option<String>,
}

/// A dossier that has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Released {
    /// Where it was written.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// The copy number.
    pub copy: u32,
    /// The verification code.
    pub code: String,
    /// The passphrase of an encrypted copy, to be told by another channel: shown once.
    pub passphrase: Option<String>,
}
