//! What is compared of a person, from a record or from a row of a list. Owns which fields count; refuses to compare.

use crate::{Desk, failure::DeskError};
use casework::{
    finding,
    ids::RecordId,
    sameness::Traits,
    values::{AgeAsTold, PartialDate, Place},
};
use paperwork::roster::PreviewRow;

impl Desk {
    /// What is known of a person on record; none when it is not here or was removed.
    pub(crate) fn traits_of_person(&self, person: RecordId) -> Result<Option<Traits>, DeskError> {
        if self.register.kind_and_scope(person)?.is_none() {
            return Ok(None);
        }
        let mut traits = Traits::default();
        for (field, value) in self.register.card(person)? {
            add(&mut traits, "person", field.as_str(), &value);
        }
        for paper in self.pointing_at(person, "travel-document", "people")? {
            for (field, value) in self.register.card(paper)? {
                add(&mut traits, "travel-document", field.as_str(), &value);
            }
        }
        for contact in self.pointing_at(person, "family-contact", "people")? {
            for (field, value) in self.register.card(contact)? {
                add(&mut traits, "family-contact", field.as_str(), &value);
            }
        }
        Ok(Some(traits))
    }

    /// What a row of a list says of a person.
    pub(crate) fn traits_of_row(&self, row: &PreviewRow) -> Result<Traits, DeskError> {
        let mut traits = Traits::default();
        for cell in &row.cells {
            if let paperwork::roster::Outcome::Read { answer, .. } = &cell.outcome
                && let Some(value) = answer.known()
            {
                add(&mut traits, cell.field.form.as_str(), cell.field.field.as_str(), value.reveal());
            }
        }
        Ok(traits)
    }
}

fn add(traits: &mut Traits, kind: &str, field: &str, value: &str) {
    match (kind, field) {
        ("person", "full_name" | "other_scripts" | "aliases") => traits.names.push(value.to_owned()),
        ("person", "birth_date") => {
            if let Ok(date) = PartialDate::read(value) {
                traits.birth = traits.birth.or(Some(date));
            }
        }
        ("person", "age_told") => {
            // An age is a span of a year; what may be the same is told by its years.
            let between = AgeAsTold::read(value).ok().map(AgeAsTold::birth_between);
            let span = between.and_then(|(from, to)| PartialDate::read(&format!("{from}/{to}")).ok());
            traits.birth = traits.birth.or(span);
        }
        ("person", "sex") => traits.sex = traits.sex.take().or_else(|| Some(value.to_owned())),
        ("person", "origin") => traits.origin = traits.origin.or_else(|| Place::read(value).ok()),
        ("person", "phones") => traits.phones.push(value.to_owned()),
        ("person", "emergency_phone") | ("family-contact", "phones") => {
            traits.family_phones.push(value.to_owned());
        }
        ("person", "father" | "mother") => traits.parents.push(value.to_owned()),
        ("travel-document", "number") | ("person", "national_id") => {
            traits.numbers.extend(finding::number_terms(value).into_iter().map(|term| term.key));
        }
        _ => {}
    }
}
