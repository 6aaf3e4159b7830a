//! The rule of a dossier for what leaves in another shape: a table, a file of the standard. Owns nothing of its own: it asks
//! the same rule; refuses to show what a dossier for the same recipient would not.

use super::rule::{CaseFile, Rule};
use casework::{
    form::{Field, FieldKind},
    ids::RecordId,
    profile::Profile,
    record::Record,
};

/// What of a case may leave for a recipient.
pub struct Leaving<'a>(Rule<'a>);

impl std::fmt::Debug for Leaving<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Leaving")
    }
}

impl<'a> Leaving<'a> {
    /// The rule for `profile`. Nobody is the recipient in particular, so what is shown of "own" stays and services only is not.
    pub fn of(file: &'a CaseFile<'a>, profile: &'a Profile) -> Self {
        Self(Rule::bare(file, profile, None, ""))
    }

    /// True when `field` of `record` may leave. A link may, as far as what it points at may be named: see
    /// [`Leaving::names`].
    pub fn shows(&self, record: &Record, field: &Field) -> bool {
        field.kind != FieldKind::File && self.0.decide(record, field)
    }

    /// True when the record that a shown link points at may be named.
    pub fn names(&self, target: &Record) -> bool {
        match target.kind.as_str() {
            "person" => self.0.is_admitted(target.id),
            "organisation" => true,
            _ => {
                let form = self.0.form(target);
                let title = form.and_then(|form| form.field(form.title.as_str()));
                title.is_some_and(|title| self.0.decide(target, title))
            }
        }
    }

    /// The person is in it.
    pub fn admits(&self, person: RecordId) -> bool {
        self.0.is_admitted(person)
    }
}
