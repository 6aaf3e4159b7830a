//! What the two shells show: the shapes that cross to the window and to `--json`. Owns names and nesting; refuses rules.
//! Every text in here is ready to show in the officer's language, unless it says *canonical*.
//! The window's TypeScript types are generated from this file.

mod casework;
mod documents;
mod dossiers;
mod finding;
mod keeping;
mod ledger;
mod loose;
mod rosters;
mod statistics;
mod tables;
mod trade;
mod updating;
mod vaulting;

pub use casework::*;
pub use documents::*;
pub use dossiers::*;
pub use finding::*;
pub use keeping::*;
pub use ledger::*;
pub use loose::*;
pub use rosters::*;
pub use statistics::*;
pub use tables::*;
pub use trade::*;
pub use updating::*;
pub use vaulting::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the app stands: no vault yet, locked, or open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The folder holds no vault.
    Empty,
    /// There is a vault and nobody has opened it.
    Locked,
    /// An officer is at work.
    Open,
}

/// What the window needs to know before anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Status {
    /// Empty, locked or open.
    pub phase: Phase,
    /// The language of the window: `id`, `en` or `km`.
    pub lang: String,
    /// The vault's folder, to show in words where the data lives.
    pub folder: String,
    /// True when the vault has several officers and so asks for a name.
    pub asks_name: bool,
    /// Seconds before another passphrase may be tried; 0 when it may be now.
    pub wait_seconds: u32,
    /// *Canonical* why it was locked: `asked`, `pause`, `idle`, `longest`, `sleep`, `screen`; none before the first time.
    pub locked_by: Option<String>,
    /// The officer at work, when open.
    pub officer: Option<String>,
    /// The office's code, when open.
    pub office: Option<String>,
    /// True in a training vault: a banner on every screen and page.
    pub training: bool,
}

/// What a first officer gives to make a vault.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewVault {
    /// The officer's name.
    pub officer: String,
    /// The office's code, which begins every reference number: `PNH`.
    pub office: String,
    /// The officer's own passphrase; none asks for a generated one.
    pub passphrase: Option<String>,
    /// True when it is to join an office that another laptop founded; else it founds its own.
    #[serde(default)]
    pub joins: bool,
}

/// A vault that is made as soon as the recovery key has been written down and typed back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct VaultStarted {
    /// The passphrase when it was generated: shown once.
    pub passphrase: Option<String>,
    /// The recovery key in groups: shown once.
    pub recovery_key: String,
}

/// A record as one line of a list or a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordLink {
    /// The record's id.
    pub id: String,
    /// Its short reference: `PNH-2023-A0042`.
    #[serde(rename = "ref")]
    pub reference: String,
    /// The record kind: `person`.
    pub kind: String,
    /// Its title in a list: a person's name.
    pub title: String,
}

/// A rescue in the list of rescues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RescueLine {
    /// The rescue itself.
    pub rescue: RecordLink,
    /// When it was.
    pub when: String,
    /// Where it was.
    pub place: String,
    /// How many people it brought out.
    pub people: u32,
    /// How many of them are at each stage, in order of the path.
    pub stages: Vec<StageCount>,
}

/// How many people are at one stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageCount {
    /// The stage's id: `sheltered`.
    pub stage: String,
    /// The stage in words.
    pub word: String,
    /// How many.
    pub people: u32,
}

/// One person in a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RosterLine {
    /// The person.
    pub person: RecordLink,
    /// What the person is called.
    pub called_name: Option<String>,
    /// Sex in words, or why it is not known.
    pub sex: String,
    /// Date of birth, or age as told, with its precision in words.
    pub birth: String,
    /// True when the person is, or may be, under eighteen.
    pub minor: bool,
    /// The number of the travel document.
    pub document: Option<String>,
    /// The stage's id.
    pub stage: String,
    /// The stage in words.
    pub stage_word: String,
    /// True when an officer set the stage, with a reason, against what the records show.
    pub stage_overridden: bool,
    /// Where the person is now.
    pub place: Option<String>,
    /// Who has the person now.
    pub holder: Option<RecordLink>,
    /// Since when.
    pub since: Option<String>,
    /// How many fields of this person hold two values that an officer has to settle.
    pub conflicts: u32,
}

/// A rescue with its people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RescuePage {
    /// The rescue's own record.
    pub record: RecordPage,
    /// Its people.
    pub roster: Vec<RosterLine>,
}

/// A person with what an officer wants to see first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PersonPage {
    /// The person's own record.
    pub record: RecordPage,
    /// The line of the roster: stage, where, who has them.
    pub line: RosterLine,
    /// The rescue, if the person came out in one.
    pub rescue: Option<RecordLink>,
    /// Other records about this person, newest first, by kind.
    pub related: Vec<RecordPage>,
}

/// An entry that corrects another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct CorrectionInput {
    /// The entry that is corrected: id or reference.
    pub record: String,
    /// What the correction says otherwise; a field with an empty text is left out of it.
    pub fields: Vec<FieldInput>,
    /// The correction's id, made by the window.
    pub id: String,
    /// The deed's id.
    pub deed: String,
}

/// A record as a form with its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecordPage {
    /// The record.
    pub link: RecordLink,
    /// The kind in words: Person.
    pub kind_word: String,
    /// True where what it says stays as it was written, and a correction is an entry of its own.
    pub lasting: bool,
    /// The entry that corrects it.
    pub corrected_by: Option<RecordLink>,
    /// Its sections in order.
    pub sections: Vec<SectionView>,
}

/// An empty form, for a record that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FormPage {
    /// The record kind.
    pub kind: String,
    /// The kind in words.
    pub kind_word: String,
    /// The field with the people it is about, when it has one.
    pub people_field: Option<String>,
    /// Its sections in order.
    pub sections: Vec<SectionView>,
}

/// A part of a form under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SectionView {
    /// The section's id.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its fields in order.
    pub fields: Vec<FieldView>,
}

/// A field with what is on record for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldView {
    /// The field's id within its form.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What it holds: `name`, `text`, `paragraph`, `date`, `time`, `age`, `money`, `country`, `language`, `phone`,
    /// `place`, `choice`, `yes-no`, `number`, `document-number`, `mrz`, `record`, `file`.
    pub kind: String,
    /// True when it holds a set of values.
    pub many: bool,
    /// True when a record cannot be made without it.
    pub required: bool,
    /// True when it is hidden until opened, which is logged.
    pub sealed: bool,
    /// The choices, when it is a choice.
    pub options: Vec<OptionView>,
    /// The kinds of record it may point at.
    pub to: Vec<String>,
    /// Every live value, the one to show first at the head.
    pub values: Vec<ValueView>,
    /// True when two values stand side by side that an officer has to settle.
    pub conflict: bool,
}

/// One choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OptionView {
    /// The canonical option.
    pub id: String,
    /// It in words.
    pub word: String,
}

/// One live value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ValueView {
    /// The change that wrote it.
    pub change: String,
    /// `known`, `unknown`, `not-asked`, `declined`.
    pub standing: String,
    /// *Canonical* value, when known.
    pub canonical: Option<String>,
    /// The value to show, or the word for its standing.
    pub display: String,
    /// What was typed, when that differs from the canonical value.
    pub as_typed: Option<String>,
    /// Who wrote it.
    pub author: String,
    /// The laptop that wrote it, by its letter or short id.
    pub device: String,
    /// When, in the office's zone.
    pub at: String,
    /// The record it points at, when it is a link.
    pub link: Option<RecordLink>,
}

/// One thing that happened, on a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TimelineEntry {
    /// The record that says so.
    pub record: RecordLink,
    /// Its kind in words.
    pub kind_word: String,
    /// When it began, in words; none when no date is known.
    pub when: Option<String>,
    /// When it ended.
    pub until: Option<String>,
    /// *Canonical* day or moment it began.
    pub from: Option<String>,
    /// What happened in one line.
    pub title: String,
    /// More, as label and value.
    pub details: Vec<LabelledText>,
    /// How many of the people in view it happened to.
    pub people: u32,
    /// Their names, at most five.
    pub names: Vec<String>,
    /// True when a later entry corrects this one.
    pub corrected: bool,
}

/// A label and a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LabelledText {
    /// The label.
    pub label: String,
    /// The text.
    pub text: String,
}

/// An answer as an officer gives it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AnswerInput {
    /// The record.
    pub record: String,
    /// The field.
    pub field: String,
    /// What was typed, raw.
    #[serde(default)]
    pub text: String,
    /// `unknown`, `not-asked` or `declined` instead of a text.
    #[serde(default)]
    pub standing: Option<String>,
    /// The *canonical* reading that the officer chose, when the text had more than one.
    #[serde(default)]
    pub reading: Option<String>,
    /// The deed's id, made by the window so that a repeated call is not a second deed.
    pub deed: String,
}

/// A field of a record that is about to be made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct FieldInput {
    /// The field.
    pub field: String,
    /// What was typed, raw.
    pub text: String,
    /// The *canonical* reading that the officer chose.
    #[serde(default)]
    pub reading: Option<String>,
}

/// A record that is about to be made: for one person or for many at once.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct NewRecord {
    /// The record's id, made by the window (UUIDv7).
    pub id: String,
    /// The record kind.
    pub kind: String,
    /// The people, or other records, that it is about.
    pub about: Vec<String>,
    /// What was typed.
    pub fields: Vec<FieldInput>,
    /// The deed's id.
    pub deed: String,
}

/// What came of writing an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Saved {
    /// The field as it stands now.
    pub field: FieldView,
    /// When it was saved, as a time of day: `21:04`.
    pub at: String,
}

/// What an undo took back, or a redo did again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Undone {
    /// What the deed was, in words.
    pub deed: String,
    /// When it had been done.
    pub at: String,
    /// How many values it changed.
    pub changes: u32,
}

/// A refusal that the window can act on. It carries no personal data: what was typed is still in the field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refused {
    /// A stable word: `locked`, `wrong-passphrase`, `unreadable`, `ambiguous`, `not-found`, `refused`, `disk`, `newer`, …
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do.
    pub recovery: String,
    /// The field it is about, when it is about one.
    pub field: Option<String>,
    /// Where in the typed text, in characters, when it is known.
    pub at: Option<u32>,
    /// The readings to choose from, when the text is ambiguous.
    pub readings: Vec<OptionView>,
    /// Seconds to wait before trying again.
    pub wait_seconds: u32,
}
