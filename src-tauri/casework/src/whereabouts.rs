//! Where a person is now and who has them, worked out from placements and movements. Owns the rule; refuses a place typed
//! in a second time. It says what is on record, and says so when the record ends with a departure.

use crate::{form::Forms, ids::RecordId, now::Now, record::Record};

/// Where a person is, as far as it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// Nothing says where.
    NotRecorded,
    /// Staying somewhere, or arrived there.
    At(Stay),
    /// On the way: a movement that has begun and of which no arrival is recorded.
    OnTheWay(Stay),
    /// The last stay has ended and nothing says what came after.
    Left(Stay),
}

/// A stay at a place, or the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The record that says so.
    pub record: RecordId,
    /// The place as written, when it is.
    pub place: Option<String>,
    /// The organisation that has the person.
    pub holder: Option<RecordId>,
    /// *Canonical* day or moment since when.
    pub since: Option<String>,
}

impl Whereabouts {
    /// Works out where `person` is from every placement and movement that names them. The latest begun counts; a stay
    /// counts before a movement that begins at the same time, since one arrives where one then stays. What is planned for
    /// later does not count yet.
    pub fn of(person: RecordId, records: &[&Record], forms: &Forms, now: Now) -> Self {
        let concerns = |record: &&&Record| record.links("people").any(|one| one == person);
        let mut steps: Vec<(String, u8, &Record)> = records
            .iter()
            .filter(concerns)
            .filter_map(|record| {
                let form = forms.get(&record.kind)?;
                let (field, rank) = match record.kind.as_str() {
                    "placement" => ("from", 1),
                    "movement" => ("departed_at", 0),
                    _ => return None,
                };
                record.when(field).filter(|when| now.has_come(*when))?;
                Some((record.sort_key(form, field)?, rank, *record))
            })
            .collect();
        steps.sort_by(|a, b| (&a.0, a.1, a.2.id).cmp(&(&b.0, b.1, b.2.id)));
        let Some((_, _, last)) = steps.pop() else { return Self::NotRecorded };
        let text = |field: &str| last.first(field).map(str::to_owned);
        let holder = last.links("holder").next();
        if last.kind == "placement" {
            let stay = Stay { record: last.id, place: text("place"), holder, since: text("from") };
            let is_over = last.when("until").is_some_and(|until| now.has_come(until));
            return if is_over { Self::Left(stay) } else { Self::At(stay) };
        }
        let place = text("to_place");
        match text("arrived_at").filter(|_| last.when("arrived_at").is_some_and(|when| now.has_come(when))) {
            Some(arrived) => Self::At(Stay { record: last.id, place, holder, since: Some(arrived) }),
            None => Self::OnTheWay(Stay { record: last.id, place, holder, since: text("departed_at") }),
        }
    }

    /// The stay, or the way, that this is about.
    pub const fn stay(&self) -> Option<&Stay> {
        match self {
            Self::NotRecorded => None,
            Self::At(stay) | Self::OnTheWay(stay) | Self::Left(stay) => Some(stay),
        }
    }
}

#[cfg(test)]
mod tests;
