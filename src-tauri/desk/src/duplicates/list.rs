//! Looking through everybody at once. Owns blocks: people who share a number, or a birthday and a word of the name; refuses
//! to compare each with each.

use super::{Looking, Pair};
use crate::{Desk, failure::DeskError};
use casework::{finding::Sort, ids::RecordId, sameness::Traits};
use register::{Column, Place};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A number or a birthday that more people share is an agent's, a hotel's, or a guess.
const BLOCK: usize = 60;

/// The list shows the likeliest; the next ones come up when these are decided.
const MOST: usize = 500;

/// How many pairs are compared before it is told how many.
const TELL_EACH: usize = 64;

impl Desk {
    /// Everybody on record who may be one of some people.
    pub(super) fn pairs_of(&self, people: &[RecordId]) -> Result<Vec<Pair>, DeskError> {
        let looking = Looking::begin(self)?;
        let mut pairs = Vec::new();
        let mut done: BTreeSet<RecordId> = BTreeSet::new();
        for person in people {
            let Some(traits) = self.traits_of_person(*person)? else { continue };
            let mut but = self.decided_with(*person)?;
            but.extend(&done);
            for (other, likeness) in looking.like(&traits, &but)? {
                pairs.push(Pair { one: *person, other, likeness });
            }
            done.insert(*person);
        }
        Ok(pairs)
    }

    /// Any two people on record who may be one, the likeliest first. It tells how far it has come, and can be called off.
    pub(super) fn every_pair(&self) -> Result<Vec<Pair>, DeskError> {
        self.register.read_everybody()?;
        let looking = Looking::begin(self)?;
        let mut together: BTreeSet<(RecordId, RecordId)> = BTreeSet::new();
        for number in self.register.numbers_shared(u32::try_from(BLOCK).unwrap_or(u32::MAX))? {
            let mut people = BTreeSet::new();
            self.register.each_use::<DeskError>(&number, &mut |one| {
                if one.kind == "person" {
                    people.insert(one.record);
                } else if matches!(one.kind.as_str(), "travel-document" | "family-contact") {
                    people.extend(self.register.named_by(one.record, "people")?);
                }
                Ok(true)
            })?;
            couple(&mut together, &people.into_iter().collect::<Vec<_>>(), |_, _| true);
        }
        self.by_birthday(&mut together)?;
        let mut traits: HashMap<RecordId, Option<Traits>> = HashMap::new();
        let mut pairs = Vec::new();
        let of = together.len();
        for (at, (one, other)) in together.into_iter().enumerate() {
            if at.is_multiple_of(TELL_EACH) {
                self.tools.come("duplicates", at, of)?;
            }
            for person in [one, other] {
                if let std::collections::hash_map::Entry::Vacant(new) = traits.entry(person) {
                    new.insert(self.traits_of_person(person)?);
                }
            }
            if let (Some(Some(a)), Some(Some(b))) = (traits.get(&one), traits.get(&other))
                && let Some(likeness) = looking.compare(a, b)
            {
                pairs.push(Pair { one, other, likeness });
            }
        }
        pairs.sort_by_key(|pair| std::cmp::Reverse(pair.likeness.weight));
        let mut open = Vec::new();
        for pair in pairs {
            if open.len() < MOST && !self.decided_with(pair.one)?.contains(&pair.other) {
                open.push(pair);
            }
        }
        Ok(open)
    }

    fn by_birthday(&self, together: &mut BTreeSet<(RecordId, RecordId)>) -> Result<(), DeskError> {
        let removed: BTreeSet<Place> = self.register.removed_places()?.into_iter().collect();
        let mut days: BTreeMap<String, Vec<Place>> = BTreeMap::new();
        self.register.each_figure(Column::whole("person", "birth_date"), &mut |day, person| {
            if !removed.contains(&person) {
                days.entry(day.to_owned()).or_default().push(person);
            }
        })?;
        let days: Vec<Vec<Place>> =
            days.into_values().filter(|places| (2..=BLOCK).contains(&places.len())).collect();
        let of = days.len();
        for (at, places) in days.into_iter().enumerate() {
            if at.is_multiple_of(TELL_EACH) {
                self.tools.come("birthdays", at, of)?;
            }
            let mut words: HashMap<RecordId, BTreeSet<String>> = HashMap::new();
            for place in places {
                let person = self.register.at_place(place)?;
                let terms = self.register.terms_of(person)?;
                let names = terms.into_iter().filter(|own| own.term.sort == Sort::Name);
                words.insert(person, names.map(|own| own.term.loose).collect());
            }
            let people: Vec<RecordId> = words.keys().copied().collect::<BTreeSet<_>>().into_iter().collect();
            couple(together, &people, |one, other| match (words.get(&one), words.get(&other)) {
                (Some(one), Some(other)) => !one.is_disjoint(other),
                _ => false,
            });
        }
        Ok(())
    }
}

fn couple(
    together: &mut BTreeSet<(RecordId, RecordId)>,
    people: &[RecordId],
    fits: impl Fn(RecordId, RecordId) -> bool,
) {
    for (at, one) in people.iter().enumerate() {
        for other in people.iter().skip(at + 1).filter(|other| fits(*one, **other)) {
            together.insert((*one.min(other), *one.max(other)));
        }
    }
}
