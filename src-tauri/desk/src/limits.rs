//! The one place where a deed is held to the limits of the forms. Owns putting what a deed writes beside what stands; refuses
//! the whole deed when one record would contradict itself. What came from another laptop is never refused here: it is shown.

use crate::{
    Desk,
    draft::{Birth, Entry},
    failure::DeskError,
};
use casework::{
    form::Form,
    ids::{FieldId, KindId, RecordId},
    record::Record,
    validity::{self, Limit},
};
use std::collections::BTreeSet;

impl Desk {
    /// Refuses a deed after which a record breaks a limit that its form declares.
    ///
    /// # Errors
    /// [`DeskError::TooEarly`], [`DeskError::TooLow`], [`DeskError::TooHigh`], [`DeskError::Lasting`] with the field; nothing
    /// is written then.
    pub(crate) fn held(&self, births: &[Birth], entries: &[Entry]) -> Result<(), DeskError> {
        let mut seen = BTreeSet::new();
        for entry in entries {
            let born = births.iter().find(|birth| birth.record == entry.record).map(|birth| &birth.kind);
            let Some((form, kind)) = self.form_of_entry(entry.record, born)? else { continue };
            if born.is_none() {
                self.stays(form, entry.record, &entry.field)?;
            }
            if !validity::concerns(form, &entry.field) || !seen.insert(entry.record) {
                continue;
            }
            let stood = if born.is_some() { None } else { Some(self.existing(entry.record, None)?) };
            let known = |field: &FieldId| answer(field, entry.record, entries, stood.as_ref());
            if let Some(breach) = validity::breach(form, known) {
                return Err(refusal(kind, breach.field, breach.limit));
            }
        }
        Ok(())
    }

    /// Refuses to write over what a lasting entry says, or to take it out. A question that it left open may still be answered,
    /// and a set may gain an element.
    ///
    /// # Errors
    /// [`DeskError::Lasting`].
    pub(crate) fn stays(&self, form: &Form, record: RecordId, field: &FieldId) -> Result<(), DeskError> {
        let gains = form.field(field.as_str()).is_some_and(|field| field.many);
        if form.lasting.is_none() || gains || !self.existing(record, None)?.answers.contains_key(field) {
            return Ok(());
        }
        Err(DeskError::Lasting { form: form.id.clone(), field: field.clone() })
    }

    fn form_of_entry(
        &self,
        record: RecordId,
        born: Option<&KindId>,
    ) -> Result<Option<(&Form, KindId)>, DeskError> {
        let kind = match born {
            Some(kind) => Some(kind.clone()),
            None => self.register.kind_and_scope(record)?.map(|(kind, _)| kind),
        };
        Ok(kind.and_then(|kind| Some((self.house.forms.get(&kind)?, kind))))
    }
}

/// What a field says once the deed is done: what the deed writes, else what stood.
fn answer<'a>(
    field: &FieldId,
    record: RecordId,
    entries: &'a [Entry],
    stood: Option<&'a Record>,
) -> Option<&'a str> {
    match entries.iter().find(|entry| entry.record == record && entry.field == *field) {
        Some(entry) => entry.answer.known().map(|text| text.reveal().as_str()),
        None => stood.and_then(|stood| stood.first(field.as_str())),
    }
}

fn refusal(form: KindId, field: FieldId, limit: Limit) -> DeskError {
    match limit {
        Limit::Before(earlier) => DeskError::TooEarly { form, field, earlier },
        Limit::Under(least) => DeskError::TooLow { form, field, least },
        Limit::Over(most) => DeskError::TooHigh { form, field, most },
    }
}
