//! What is shown of whom a search found. Owns the line and the reasons; reads each record once, and only those that are shown.

use super::{Answered, Found};
use crate::{
    Desk,
    failure::DeskError,
    views::{RecordLink, SearchHit, SearchReason},
};
use casework::{finding, form::Form, naming, values::Value};
use register::{Card, FieldPlace, Place};
use std::collections::{HashMap, hash_map::Entry};

impl Desk {
    pub(super) fn hits(&self, found: &[Found]) -> Result<Vec<SearchHit>, DeskError> {
        let mut read: HashMap<Place, Card> = HashMap::new();
        let mut fields = HashMap::new();
        let mut hits = Vec::with_capacity(found.len());
        for one in found {
            for answer in &one.answers {
                if let Entry::Vacant(new) = fields.entry(answer.field) {
                    new.insert(self.register.field_at(answer.field)?);
                }
            }
            for place in one.answers.iter().map(|answer| answer.record).chain([one.subject]) {
                if let Entry::Vacant(new) = read.entry(place)
                    && let Some(card) = self.register.card_at(place)?
                {
                    new.insert(card);
                }
            }
            hits.extend(self.hit(one, &read, &fields)?);
        }
        Ok(hits)
    }

    fn hit(
        &self,
        found: &Found,
        read: &HashMap<Place, Card>,
        fields: &HashMap<FieldPlace, casework::ids::FieldId>,
    ) -> Result<Option<SearchHit>, DeskError> {
        let Some(card) = read.get(&found.subject) else { return Ok(None) };
        let words = self.words();
        let mut why: Vec<SearchReason> = Vec::new();
        for answer in &found.answers {
            let (Some(within), Some(field)) = (read.get(&answer.record), fields.get(&answer.field)) else {
                continue;
            };
            let Some(form) = self.house.forms.get(&within.kind) else { continue };
            let Some(field) = form.field(field.as_str()) else { continue };
            let reason = SearchReason {
                field: form.label(field, words).into_owned(),
                how: answer.how.id().to_owned(),
                how_word: words.get(&format!("found-{}", answer.how.id())).into_owned(),
                text: self.said(within, field.id.as_str(), answer)?,
                of: (answer.record != found.subject).then(|| self.link_of(within)),
            };
            if !why.contains(&reason) {
                why.push(reason);
            }
        }
        let person = self.house.forms.named("person").filter(|form| form.id == card.kind);
        let detail: Vec<String> = ["birth_date", "age_told", "origin"]
            .into_iter()
            .filter_map(|id| shown(person?, card, id).map(|value| value.display(words)))
            .collect();
        Ok(Some(SearchHit { record: self.link_of(card), detail: detail.join(" · "), why }))
    }

    /// What stands in a field: of several values the one that has the word.
    fn said(&self, card: &Card, field: &str, answer: &Answered) -> Result<String, DeskError> {
        let mut values = card.known.iter().filter(|(name, _)| *name == field).map(|(_, text)| text.as_str());
        let first = values.next().unwrap_or_default();
        let mut others = values.peekable();
        if others.peek().is_none() {
            return Ok(first.to_owned());
        }
        let word = self.register.postings()?.word(answer.word)?;
        Ok([first].into_iter().chain(others).find(|text| holds(text, &word.key)).unwrap_or(first).to_owned())
    }

    fn link_of(&self, card: &Card) -> RecordLink {
        let reference = first(card, "reference").unwrap_or_default();
        let form = self.house.forms.get(&card.kind);
        RecordLink {
            id: card.id.to_string(),
            reference: reference.to_owned(),
            kind: card.kind.to_string(),
            title: form.map_or_else(
                || reference.to_owned(),
                |form| naming::title_from(form, &|field| first(card, field), self.words()),
            ),
        }
    }
}

fn shown(person: &Form, card: &Card, id: &str) -> Option<Value> {
    Value::read(person.field(id)?, first(card, id)?).ok()
}

fn first<'a>(card: &'a Card, field: &str) -> Option<&'a str> {
    card.known.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
}

fn holds(text: &str, key: &str) -> bool {
    let sets = [finding::name_terms(text), finding::number_terms(text), finding::phone_terms(text)];
    sets.iter().flatten().any(|term| term.key == key)
}
