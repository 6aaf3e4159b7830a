//! What fields mean, as far as projections need it. Owns the questions; the answers come from the forms, through the desk.

use casework::{
    finding::Term,
    ids::{FieldId, KindId},
};
use std::fmt;

/// What a field's value is to the projections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// A value and nothing more.
    #[default]
    Plain,
    /// The id of another record, to be found from that record.
    Link,
    /// A reference such as `PNH-2023-A0042`, to be found by its text.
    Reference,
    /// A name, to be found by any of its words.
    Name,
}

/// What is known about a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// True when it holds a set, whose elements never contradict each other.
    pub many: bool,
    /// What its values are.
    pub role: Role,
}

/// How a field of a kind of record reads; none for one this app does not know.
pub type ReadField = Box<dyn Fn(&KindId, &FieldId) -> Option<Reading> + Send + Sync>;

/// What a canonical value sorts by; none where that is the value itself.
pub type SortKey = Box<dyn Fn(&KindId, &FieldId, &str) -> Option<String> + Send + Sync>;

/// A name without case, accents and look-alikes.
pub type Fold = Box<dyn Fn(&str) -> String + Send + Sync>;

/// The words and numbers by which a record with this value is found.
pub type Terms = Box<dyn Fn(&KindId, &FieldId, &str) -> Vec<Term> + Send + Sync>;

/// What is kept of a value for counting; none where nothing counts it.
pub type Figure = Box<dyn Fn(&KindId, &FieldId, &str) -> Option<String> + Send + Sync>;

/// How projections read the log. Each part gives the same result for the same input, and none ever fails.
pub struct Interpreter {
    /// Changes whenever any of the other parts gives other results; the projections are made again then. It is how what a
    /// newer app wrote comes alive after an upgrade.
    pub fingerprint: String,
    /// The version of the forms, written into every batch.
    pub schema: u32,
    /// What a field is.
    pub reading: ReadField,
    /// What a value sorts by.
    pub sort_key: SortKey,
    /// How names compare.
    pub fold: Fold,
    /// What a value is found by.
    pub terms: Terms,
    /// What is counted of a value.
    pub figure: Figure,
}

impl Interpreter {
    /// Reads a field of a record whose kind may not have arrived.
    pub(crate) fn read(&self, kind: Option<&KindId>, field: &FieldId) -> Option<Reading> {
        if field.is_of_the_log() {
            return Some(Reading {
                many: [FieldId::erased(), FieldId::disputed(), FieldId::certificate()].contains(field),
                role: Role::Plain,
            });
        }
        kind.and_then(|kind| (self.reading)(kind, field))
    }
}

impl fmt::Debug for Interpreter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Interpreter").field("fingerprint", &self.fingerprint).finish_non_exhaustive()
    }
}
