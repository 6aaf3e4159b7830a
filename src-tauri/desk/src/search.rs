//! Search while typing. Owns which word leads, whom a hit is about, and the order of what is shown; refuses to find what
//! was removed, and gives no hit without saying which field answered and how.

use crate::{
    Desk,
    failure::DeskError,
    views::{RecordLink, SearchHit, SearchReason},
};
use casework::{
    finding::{self, How, Term},
    ids::{FieldId, KindId, RecordId},
    naming,
};
use register::{Answers, Known, Use};
use std::collections::{BTreeMap, BTreeSet, btree_map::Entry};

/// Words on record that are looked at for one word that was typed.
const TERMS: usize = 400;

/// People that a hit on a recruiter or a company stands for, at most.
const BEHIND_ONE: usize = 30;

/// Where and how a word was answered.
#[derive(Clone)]
struct Answered {
    record: RecordId,
    field: FieldId,
    key: String,
    how: How,
}

/// A word that was typed with the words on record that answer it, the surest first.
struct Asked {
    word: Term,
    known: Vec<(How, Known)>,
}

impl Asked {
    fn uses(&self) -> u64 {
        self.known.iter().map(|(_, known)| known.uses).sum()
    }
}

struct Found {
    subject: RecordId,
    answers: Vec<Answered>,
}

impl Desk {
    /// People, and recruiters, companies and places, that what was typed finds: by name in any usual spelling, by passport,
    /// phone or reference, by company or recruiter. At most `limit`, the surest first, each with why.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<SearchHit>, DeskError> {
        let mut found = self.found(text, limit)?;
        let rank = |one: &Found| {
            let hows: Vec<How> = one.answers.iter().map(|answer| answer.how).collect();
            let indirect = one.answers.iter().any(|answer| answer.record != one.subject);
            (hows.iter().max().copied(), hows.iter().map(|how| *how as u32).sum::<u32>(), indirect)
        };
        found.sort_by_key(rank);
        found.truncate(limit);
        self.hits(&found)
    }

    /// Everybody's name, in the order in which they were taken in.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn everybodys_names(&self) -> Result<Vec<String>, DeskError> {
        let mut names = Vec::new();
        for place in self.register.places_of_kind("person")? {
            let card = self.register.card(self.register.at_place(place)?)?;
            names.extend(card.into_iter().find(|(field, _)| *field == "full_name").map(|(_, name)| name));
        }
        Ok(names)
    }

    /// The people among what was found, in order.
    pub(crate) fn people_found(&self, text: &str, limit: usize) -> Result<Vec<RecordId>, DeskError> {
        let hits = self.search(text, limit)?;
        let people = hits.iter().filter(|hit| hit.record.kind == "person");
        Ok(people.filter_map(|hit| RecordId::from_canonical(&hit.record.id).ok()).collect())
    }

    /// Sure answers first; a letter is taken for wrong only where nothing is found without.
    fn found(&self, text: &str, limit: usize) -> Result<Vec<Found>, DeskError> {
        let words = finding::read(text);
        for slips in [false, true] {
            let mut asked = Vec::with_capacity(words.len());
            for word in &words {
                asked.push(self.asked(word, slips)?);
            }
            // A word that nobody has can be answered by nobody.
            if asked.iter().any(|one| one.known.is_empty()) {
                continue;
            }
            // A number leads, else the rarest word. Words that stand in two records, a name and its company, meet only when
            // the right one of them leads.
            let mut leads: Vec<usize> = (0..asked.len()).collect();
            leads.sort_by_key(|at| {
                asked.get(*at).map(|one| (one.word.sort == finding::Sort::Name, one.uses(), *at))
            });
            for (turn, lead) in leads.into_iter().enumerate() {
                let found = self.led_by(&asked, (turn, lead), limit)?;
                if !found.is_empty() {
                    return Ok(found);
                }
            }
        }
        Ok(Vec::new())
    }

    fn led_by(
        &self,
        asked: &[Asked],
        (turn, lead): (usize, usize),
        enough: usize,
    ) -> Result<Vec<Found>, DeskError> {
        let rest: Vec<&Asked> =
            asked.iter().enumerate().filter(|(at, _)| *at != lead).map(|(_, one)| one).collect();
        let others: Vec<&Term> = rest.iter().map(|one| &one.word).collect();
        let whole = rest.iter().all(|one| one.known.len() < TERMS);
        // Whoever has all words in their own record was found in the first turn, whichever word led.
        let answers: Vec<Answers> = match turn {
            0 => rest.iter().map(|one| one.known.iter().map(|(_, known)| known).collect()).collect(),
            _ => vec![Answers::default()],
        };
        // With more words on record than were looked at, an answer may be among the others.
        let with = if whole { &answers[..] } else { &[] };
        let Some(lead) = asked.get(lead) else { return Ok(Vec::new()) };
        let mut found: Vec<Found> = Vec::new();
        let mut seen: BTreeSet<RecordId> = BTreeSet::new();
        for (how, known) in &lead.known {
            self.register.each_use_with::<DeskError>(known, ("person", with), &mut |one| {
                for subject in self.subjects(&one)? {
                    if seen.insert(subject) {
                        let first = Answered {
                            record: one.record,
                            field: one.field.clone(),
                            key: known.key.clone(),
                            how: *how,
                        };
                        if let Some(rest) = self.answered(subject, one.record, &others)? {
                            found.push(Found { subject, answers: [vec![first], rest].concat() });
                        }
                    }
                }
                Ok(found.len() < enough)
            })?;
            if found.len() >= enough {
                break;
            }
        }
        Ok(found)
    }

    fn asked(&self, word: &Term, slips: bool) -> Result<Asked, DeskError> {
        let how = |known: Known| finding::how(word, &known.key, &known.loose).map(|how| (how, known));
        let mut known: Vec<(How, Known)> =
            self.register.terms_beginning(word, TERMS)?.into_iter().filter_map(how).collect();
        if slips && word.sort == finding::Sort::Name && finding::slips(word.loose.chars().count()) > 0 {
            let alike = self.register.terms_alike(word)?.into_iter().filter_map(how);
            known.extend(alike.filter(|(how, _)| *how == How::Slip));
        }
        known.sort_by(|(a, one), (b, other)| {
            (a, one.key.len(), &one.key).cmp(&(b, other.key.len(), &other.key))
        });
        Ok(Asked { word: word.clone(), known })
    }

    /// Whom a hit is about: the person, the people that a paper names, or a recruiter, company or place with the people
    /// behind it.
    fn subjects(&self, one: &Use) -> Result<Vec<RecordId>, DeskError> {
        let has_people = self.house.forms.get(&one.kind).is_some_and(|form| form.people().is_some());
        match one.kind.as_str() {
            "person" => Ok(vec![one.record]),
            "officer" => Ok(Vec::new()),
            _ if has_people => Ok(self.register.named_by(one.record, "people")?),
            "organisation" | "suspect" | "site" => {
                let mut subjects = vec![one.record];
                for record in self.register.pointing_at(one.record, None, None)? {
                    if subjects.len() > BEHIND_ONE {
                        break;
                    }
                    subjects.extend(self.register.named_by(record, "people")?);
                }
                subjects.truncate(BEHIND_ONE + 1);
                Ok(subjects)
            }
            _ => Ok(vec![one.record]),
        }
    }

    /// How a subject answers the other words that were typed; none when it leaves one unanswered.
    fn answered(
        &self,
        subject: RecordId,
        lead: RecordId,
        words: &[&Term],
    ) -> Result<Option<Vec<Answered>>, DeskError> {
        if words.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let mut terms: Vec<(RecordId, register::OwnTerm)> = Vec::new();
        for record in [subject, lead].into_iter().collect::<BTreeSet<_>>() {
            terms.extend(self.register.terms_of(record)?.into_iter().map(|term| (record, term)));
        }
        let mut answers = Vec::new();
        for word in words {
            let best = terms
                .iter()
                .filter(|(_, own)| own.term.sort == word.sort)
                .filter_map(|(record, own)| {
                    let how = finding::how(word, &own.term.key, &own.term.loose)?;
                    Some((how, *record, own))
                })
                .min_by_key(|(how, record, _)| (*how, *record != subject));
            let Some((how, record, own)) = best else { return Ok(None) };
            answers.push(Answered { record, field: own.field.clone(), key: own.term.key.clone(), how });
        }
        Ok(Some(answers))
    }

    fn hits(&self, found: &[Found]) -> Result<Vec<SearchHit>, DeskError> {
        let mut read: BTreeMap<RecordId, Part> = BTreeMap::new();
        for one in found {
            for record in one.answers.iter().map(|answer| answer.record).chain([one.subject]) {
                if let Entry::Vacant(new) = read.entry(record)
                    && let Some((kind, _)) = self.register.kind_and_scope(record)?
                {
                    new.insert(Part { id: record, kind, card: self.register.card(record)? });
                }
            }
        }
        Ok(found.iter().filter_map(|one| self.hit(one, &read)).collect())
    }

    fn hit(&self, found: &Found, read: &BTreeMap<RecordId, Part>) -> Option<SearchHit> {
        let record = read.get(&found.subject)?;
        let words = self.words();
        let mut why: Vec<SearchReason> = Vec::new();
        for answer in &found.answers {
            let Some(within) = read.get(&answer.record) else { continue };
            let Some(form) = self.house.forms.get(&within.kind) else { continue };
            let Some(field) = form.field(answer.field.as_str()) else { continue };
            let value = within.all(field.id.as_str()).find(|text| holds(text, &answer.key));
            let reason = SearchReason {
                field: form.label(field, words).into_owned(),
                how: answer.how.id().to_owned(),
                how_word: words.get(&format!("found-{}", answer.how.id())).into_owned(),
                text: value.or_else(|| within.first(field.id.as_str())).unwrap_or_default().to_owned(),
                of: (answer.record != found.subject).then(|| self.link_of(within)),
            };
            if !why.contains(&reason) {
                why.push(reason);
            }
        }
        let person = self.house.forms.named("person").filter(|form| form.id == record.kind);
        let shown = |id: &str| {
            let field = person?.field(id)?;
            let value = casework::values::Value::read(field, record.first(id)?).ok()?;
            Some(value.display(words))
        };
        let detail: Vec<String> =
            ["birth_date", "age_told", "origin"].into_iter().filter_map(shown).collect();
        Some(SearchHit { record: self.link_of(record), detail: detail.join(" · "), why })
    }

    fn link_of(&self, part: &Part) -> RecordLink {
        let reference = part.first("reference").unwrap_or_default();
        let form = self.house.forms.get(&part.kind);
        RecordLink {
            id: part.id.to_string(),
            reference: reference.to_owned(),
            kind: part.kind.to_string(),
            title: form.map_or_else(
                || reference.to_owned(),
                |form| naming::title_from(form, &|field| part.first(field), self.words()),
            ),
        }
    }
}

/// What a line needs of a record, without who wrote it.
struct Part {
    id: RecordId,
    kind: KindId,
    card: Vec<(FieldId, String)>,
}

impl Part {
    fn all<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.card.iter().filter(move |(name, _)| *name == field).map(|(_, text)| text.as_str())
    }

    fn first(&self, field: &str) -> Option<&str> {
        self.card.iter().find(|(name, _)| *name == field).map(|(_, text)| text.as_str())
    }
}

fn holds(text: &str, key: &str) -> bool {
    let sets = [finding::name_terms(text), finding::number_terms(text), finding::phone_terms(text)];
    sets.iter().flatten().any(|term| term.key == key)
}
