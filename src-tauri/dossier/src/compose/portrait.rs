//! Photographs of people. Owns that one stands only where the rule shows the field, and that one which is missing is said
//! to be missing; refuses a picture that is not the person's own answer.

use super::{rule::PersonFile, say::Say};
use crate::model::{Figure, Portrait, Portraits, Provenance};
use casework::record::Record;

/// The photograph of a person; none where the recipient may not have it.
pub(crate) fn portrait(say: &Say<'_>, person: &PersonFile<'_>, record: &Record) -> Option<Portrait> {
    let field = say.rule.form(record)?.field("photo").filter(|field| say.rule.shows(record, field))?;
    Some(match &person.photo {
        Some(photo) => {
            let from = Provenance::Answer { record: record.id, field: field.id.clone() };
            let alt = say.word("dos-photo-of-person").then(": ", say.name(record.id));
            Portrait::Shown(Figure::new(photo.clone(), alt, from))
        }
        None => Portrait::Absent(say.word("dos-no-photo")),
    })
}

/// A column of photographs, where anybody in it has one.
pub(crate) fn column(say: &Say<'_>) -> Option<Portraits> {
    let people = say.rule.people().filter_map(|person| Some((person, say.rule.record(person.id)?)));
    let of: Vec<Portrait> = people.filter_map(|(person, record)| portrait(say, person, record)).collect();
    let any = of.iter().any(|one| matches!(one, Portrait::Shown(_)));
    (any && of.len() == say.rule.people().count()).then(|| Portraits { head: say.label("dos-photo"), of })
}
