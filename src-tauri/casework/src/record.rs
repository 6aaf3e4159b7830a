//! A record as it stands: every live answer to every field, with who wrote it and when. Owns the reading side that rules,
//! screens and dossiers share; refuses SQL and merging (journal, register).

use crate::{
    answer::Answer,
    form::Form,
    ids::{FieldId, KindId, RecordId},
    private::Private,
    values::{Money, PartialDate, Value, When},
};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// One live value of a field. A scalar field with two of them that differ is an open conflict; a field with `many` has
/// one for each element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveAnswer {
    /// The change that wrote it: `<batch hash in hex>:<index>`.
    pub change: String,
    /// The canonical value, or why there is none.
    pub answer: Answer<Private<String>>,
    /// What was typed, when it differs from the canonical value.
    pub as_typed: Option<Private<String>>,
    /// When it was written, by the clock of the laptop that wrote it.
    pub at: DateTime<Utc>,
    /// The officer who wrote it.
    pub author: RecordId,
    /// The laptop that wrote it, as 32 hexadecimal digits.
    pub device: String,
}

/// A record with its live answers, the one to show first at the head of each list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its name for ever.
    pub id: RecordId,
    /// The form it follows.
    pub kind: KindId,
    /// The scope it was made in: the id of a rescue, a walk-in case or a movement, or the register's own.
    pub scope: RecordId,
    /// Live answers by field; a field never answered is absent.
    pub answers: BTreeMap<FieldId, Vec<LiveAnswer>>,
}

impl Record {
    /// The canonical text shown first for `field`, when it is known.
    pub fn first(&self, field: &str) -> Option<&str> {
        self.all(field).next()
    }

    /// Every known canonical text of `field`, in the order to show.
    pub fn all<'a>(&'a self, field: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        let live = FieldId::new(field).ok().and_then(|id| self.answers.get(&id));
        live.into_iter().flatten().filter_map(|one| one.answer.known().map(|text| text.reveal().as_str()))
    }

    /// The records that `field` points at. Text that is no record id is passed over here and reported by `vault check`.
    pub fn links<'a>(&'a self, field: &str) -> impl Iterator<Item = RecordId> + use<'a> {
        self.all(field).filter_map(|text| RecordId::from_canonical(text).ok())
    }
}

impl Record {
    /// The sort key of the value shown first for `field`; dates and moments sort in order of time.
    pub fn sort_key(&self, form: &Form, field: &str) -> Option<String> {
        let definition = form.field(field)?;
        let text = self.first(field)?;
        Value::read(definition, text).ok().map(|value| value.sort_key())
    }

    /// The day or moment shown first for `field`.
    pub fn when(&self, field: &str) -> Option<When> {
        When::read(self.first(field)?).ok()
    }

    /// The date shown first for `field`.
    pub fn date(&self, field: &str) -> Option<PartialDate> {
        PartialDate::read(self.first(field)?).ok()
    }

    /// The amount shown first for `field`.
    pub fn money(&self, field: &str) -> Option<Money> {
        Money::read(self.first(field)?).ok()
    }

    /// The whole number shown first for `field`.
    pub fn number(&self, field: &str) -> Option<i64> {
        self.first(field)?.parse().ok()
    }

    /// True when it names `person` among its people.
    pub fn is_about(&self, person: RecordId) -> bool {
        self.links("people").any(|one| one == person)
    }

    /// True when `field`, which holds one value, holds two that differ and that nobody has settled.
    pub fn is_disputed(&self, field: &str) -> bool {
        let live = FieldId::new(field).ok().and_then(|id| self.answers.get(&id));
        live.is_some_and(|live| live.windows(2).any(|pair| matches!(pair, [a, b] if a.answer != b.answer)))
    }
}
