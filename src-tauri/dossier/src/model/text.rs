//! Text with its language and its origin. Owns cleaning it of what could make a page say another thing than the text;
//! refuses text without an origin.

use casework::{
    ids::{FieldId, RecordId},
    private::Private,
};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use std::fmt;

/// Where a piece of text comes from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Provenance {
    /// The dictionary, by key.
    Word(String),
    /// An answer on record, or a part of the app's own rendering of it.
    Answer {
        /// The record.
        record: RecordId,
        /// The field.
        field: FieldId,
    },
    /// The app itself: numbers of rows and pages, the code, the reference.
    App,
}

impl fmt::Display for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(key) => write!(f, "word {key}"),
            Self::Answer { record, field } => write!(f, "field {field} of record {record}"),
            Self::App => f.write_str("the app's own text"),
        }
    }
}

impl fmt::Debug for Provenance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A run of text in one language from one origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    text: Private<String>,
    lang: String,
    from: Provenance,
}

impl Run {
    /// Takes text. Control characters become spaces (a line feed stays), and marks that only steer the direction of
    /// writing are dropped, so that no value can turn the text around it.
    pub fn new(text: impl AsRef<str>, lang: impl Into<String>, from: Provenance) -> Self {
        let kept = text.as_ref().chars().filter(|c| !is_steering(*c));
        let clean: String = kept.map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
        Self { text: Private::new(clean), lang: lang.into(), from }
    }

    /// The text. Every call is a place to review.
    pub fn text(&self) -> &str {
        self.text.reveal()
    }

    /// The language, BCP 47.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Where it comes from.
    pub fn from(&self) -> &Provenance {
        &self.from
    }
}

/// Marks that have no shape and only steer: embeddings, overrides, isolates, direction marks, the byte order mark and the
/// word joiner, which the layout sets itself where it must. Joiners and the zero-width space stay: they belong to spelling.
pub(crate) const fn is_steering(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{061C}')
}

impl Serialize for Run {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut run = serializer.serialize_struct("Run", 3)?;
        run.serialize_field("text", self.text())?;
        run.serialize_field("lang", &self.lang)?;
        match &self.from {
            Provenance::Word(key) => run.serialize_field("word", key)?,
            Provenance::Answer { field, .. } => run.serialize_field("field", field)?,
            Provenance::App => run.serialize_field("app", &true)?,
        }
        run.end()
    }
}

/// A text: runs in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Text(pub Vec<Run>);

impl Text {
    /// A text of one run.
    pub fn new(text: impl AsRef<str>, lang: impl Into<String>, from: Provenance) -> Self {
        Self(vec![Run::new(text, lang, from)])
    }

    /// The app's own text, in no particular language (`zxx`: numbers, codes, references).
    pub fn app(text: impl AsRef<str>) -> Self {
        Self::new(text, "zxx", Provenance::App)
    }

    /// This text followed by another, `between` them.
    #[must_use]
    pub fn then(mut self, between: &str, other: Self) -> Self {
        if !between.is_empty() {
            self.0.push(Run::new(between, "zxx", Provenance::App));
        }
        self.0.extend(other.0);
        self
    }

    /// The text as one string.
    pub fn plain(&self) -> String {
        self.0.iter().map(Run::text).collect()
    }

    /// True when there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.text().is_empty())
    }
}
