//! A new version of the app on a stick.

use serde::Serialize;
use ts_rs::TS;

/// An update of which every byte is the publisher's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateView {
    /// The version in it.
    pub version: String,
    /// The version of this program.
    pub here: String,
    /// The oldest version that it can follow.
    pub from: String,
    /// The system it is for.
    pub target: String,
    /// The package's file name.
    pub file: String,
    /// The package's length.
    pub bytes: u32,
    /// What is new, in the language that is spoken.
    pub notes: String,
    /// The publisher's word: `development` for a key that protects nothing.
    pub publisher: String,
    /// The publisher's key in words.
    pub fingerprint: String,
    /// `fits`, or the code of what refuses it here: `update-target`, `update-older`, `update-gap`.
    pub standing: String,
    /// All this in words, with what refuses it here, for whoever decides.
    pub said: String,
}

/// A proven package, written and ready to be installed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UpdateTaken {
    /// Where the package lies.
    pub path: String,
    /// What to type to install it.
    pub install: String,
    /// How to come back from it.
    pub way_back: String,
    /// The backup that was made before.
    pub backup: String,
    /// All this in words.
    pub said: String,
    /// What was taken.
    pub update: UpdateView,
}
