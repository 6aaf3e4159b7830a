//! Forms: every field of every record, as data. Owns reading `assets/forms/*.toml`; refuses a second definition of any
//! field. From a field's one block come its place on the screen, its column in an import, its row in a dossier, its
//! consent group, its HTCDS name and its labels.

use crate::ids::{FieldId, GroupId, KindId};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a field holds, and so how it is parsed, shown and sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A person's or organisation's name, one field, a single word is whole.
    Name,
    /// One line of text.
    Text,
    /// Several lines of text.
    Paragraph,
    /// A date with its precision, canonical EDTF.
    Date,
    /// A moment with its zone, canonical RFC 9557.
    Time,
    /// An age "as told on" a day.
    Age,
    /// An amount in minor units with an ISO 4217 currency.
    Money,
    /// An ISO 3166-1 country.
    Country,
    /// An ISO 639 language.
    Language,
    /// A phone number, E.164 where it can be.
    Phone,
    /// A province or regency by its official code.
    Place,
    /// One of the field's `options`.
    Choice,
    /// Yes or no.
    YesNo,
    /// A whole number.
    Number,
    /// The number of a document, kept as written but for spaces and case.
    DocumentNumber,
    /// The machine readable zone of a travel document (ICAO Doc 9303).
    Mrz,
    /// Another record, of one of the kinds in `to`.
    Record,
    /// A file in the vault, by its content digest.
    File,
}

/// Where a record of this kind lives in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScopeRule {
    /// It is the head of a scope of its own: a rescue, a walk-in case, a movement across several.
    Own,
    /// In the scope of the people it is about, when they share one; else in one of its own.
    People,
    /// In the register, which every laptop of the office shares.
    Register,
}

/// How a record of this kind shows on a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineRule {
    /// The field with the day or moment it began.
    pub from: FieldId,
    /// The field with the day or moment it ended.
    pub to: Option<FieldId>,
    /// The field with the people it happened to.
    pub people: FieldId,
}

/// One field: the only place where it is defined.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name within the form.
    pub id: FieldId,
    /// What it holds.
    pub kind: FieldKind,
    /// The group of the disclosure table it belongs to.
    pub group: GroupId,
    /// The part of the screen it stands in; its heading is the word `section-<section>`.
    pub section: String,
    /// True when it holds a set of values.
    #[serde(default)]
    pub many: bool,
    /// True when a record cannot be made without it.
    #[serde(default)]
    pub required: bool,
    /// True when it is hidden until an officer opens it, which is logged.
    #[serde(default)]
    pub sealed: bool,
    /// The allowed answers of a choice.
    #[serde(default)]
    pub options: Vec<String>,
    /// The prefix of the words of the options: option `male` with words `sex` reads `sex-male`.
    pub words: Option<String>,
    /// The kinds of record a reference may point at.
    #[serde(default)]
    pub to: Vec<KindId>,
    /// The name in IOM's HTCDS 2.0.
    pub htcds: Option<String>,
    /// Column titles by which an import knows the field, in any language; compared without case, accents and signs.
    #[serde(default)]
    pub headers: Vec<String>,
}

/// A record kind's form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// The record kind.
    pub id: KindId,
    /// Where its records live.
    pub scope: ScopeRule,
    /// The letter of its references: `R` makes `PNH-2023-RA07`. The person, whose reference is the case's, has none.
    pub letter: Option<char>,
    /// The field that names a record of this kind in a list.
    pub title: FieldId,
    /// How it shows on a timeline, if it does.
    pub timeline: Option<TimelineRule>,
    /// Its fields in the order to show.
    #[serde(rename = "field")]
    pub fields: Vec<Field>,
}

impl Form {
    /// The field called `id`.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == id)
    }

    /// The key of the field's label in the dictionary: `person-full-name`.
    pub fn label_key(&self, field: &Field) -> String {
        format!("{}-{}", self.id, field.id.as_str().replace('_', "-"))
    }
}

impl Field {
    /// The key of an option's word: `sex-male`.
    pub fn option_key(&self, option: &str) -> String {
        match &self.words {
            Some(prefix) => format!("{prefix}-{option}"),
            None => option.to_owned(),
        }
    }
}

/// Every form the app knows, checked as a whole when it is built.
#[derive(Debug, Clone)]
pub struct Forms(BTreeMap<KindId, Form>);

/// What is wrong with a form as shipped. It names the form and the field, and is met in tests, never by an officer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The file is not of the shape of a form.
    #[error("form {form}: {reason}")]
    Unreadable {
        /// The file it came from.
        form: String,
        /// What the reader said.
        reason: String,
    },
    /// A rule across fields or forms is broken.
    #[error("form {form}, field {field}: {rule}")]
    Broken {
        /// The form.
        form: KindId,
        /// The field, or what was meant to be one.
        field: String,
        /// The rule that does not hold.
        rule: &'static str,
    },
}
