//! Search while typing. Owns which word leads, whom a hit is about, and the order of what is shown; refuses to find what
//! was removed, and gives no hit without saying which field answered and how. Until it is known whom to show, only places
//! are compared: the many who have a common word are gone through without reading them.

mod hits;

use crate::{Desk, failure::DeskError, views::SearchHit};
use casework::{
    finding::{self, How, Sort, Term},
    ids::RecordId,
};
use register::{FieldPlace, Known, Place, Postings, Standing, WordPlace};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Words on record that are looked at for one word that was typed.
const TERMS: usize = 400;

/// People that a hit on a recruiter or a company stands for, at most.
const BEHIND_ONE: usize = 30;

/// A word with no more answers than this is sought in a record; for one with more the record's own words are gone through.
const SOUGHT: usize = 3;

/// Where and how a word was answered.
#[derive(Clone, Copy)]
struct Answered {
    record: Place,
    field: FieldPlace,
    word: WordPlace,
    how: How,
}

/// A word that was typed with the words on record that answer it, the surest first.
struct Asked {
    word: Term,
    /// Whether a letter may be wrong.
    slips: bool,
    known: Vec<(How, Known)>,
    /// How each word on record answers it, as far as that has been asked.
    how: HashMap<WordPlace, Option<How>>,
}

impl Asked {
    fn uses(&self) -> u64 {
        self.known.iter().map(|(_, known)| known.uses).sum()
    }

    /// False where more words answer it than were looked at, so that an answer may be among the others.
    fn is_whole(&self) -> bool {
        self.known.len() < TERMS
    }

    fn judge(word: &Term, slips: bool, key: &str, loose: &str) -> Option<How> {
        finding::how(word, key, loose).filter(|how| slips || *how != How::Slip)
    }

    /// How a word of some record answers it.
    fn answered_by(
        &mut self,
        place: WordPlace,
        postings: &mut Postings<'_>,
    ) -> Result<Option<How>, DeskError> {
        if let Some(how) = self.how.get(&place) {
            return Ok(*how);
        }
        if self.is_whole() {
            return Ok(None);
        }
        let own = postings.word(place)?;
        let how = if own.sort == self.word.sort {
            Self::judge(&self.word, self.slips, &own.key, &own.loose)
        } else {
            None
        };
        self.how.insert(place, how);
        Ok(how)
    }

    /// False when no word of the record answers it; true may also mean that it is not known yet.
    fn may_stand_in(&self, record: Place, postings: &mut Postings<'_>) -> Result<bool, DeskError> {
        if !self.is_whole() || self.known.len() > SOUGHT {
            return Ok(true);
        }
        for (_, known) in &self.known {
            if postings.stands_in(known.place(), record)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

struct Found {
    subject: Place,
    answers: Vec<Answered>,
}

impl Desk {
    /// People, and recruiters, companies and places, that what was typed finds: by name in any usual spelling, by passport,
    /// phone or reference, by company or recruiter. At most `limit`, the surest first, each with why.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<SearchHit>, DeskError> {
        let found = self.found_in_order(text, limit)?;
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
        let mut people = Vec::new();
        for one in self.found_in_order(text, limit)? {
            let id = self.register.at_place(one.subject)?;
            if self.register.kind_and_scope(id)?.is_some_and(|(kind, _)| kind == "person") {
                people.push(id);
            }
        }
        Ok(people)
    }

    fn found_in_order(&self, text: &str, limit: usize) -> Result<Vec<Found>, DeskError> {
        let mut found = self.found(text, limit)?;
        let rank = |one: &Found| {
            let hows = || one.answers.iter().map(|answer| answer.how);
            let indirect = one.answers.iter().any(|answer| answer.record != one.subject);
            (hows().max(), hows().map(|how| how as u32).sum::<u32>(), indirect)
        };
        found.sort_by_key(rank);
        found.truncate(limit);
        Ok(found)
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
            asked.sort_by_key(|one| (one.word.sort == Sort::Name, one.uses()));
            for turn in 0..asked.len() {
                asked.rotate_left(usize::from(turn > 0));
                let Some((lead, rest)) = asked.split_first_mut() else { break };
                let found = self.led_by(lead, rest, turn == 0, limit)?;
                if !found.is_empty() {
                    return Ok(found);
                }
            }
        }
        Ok(Vec::new())
    }

    /// Whom a word leads to, who answer the others as well. Whoever has all words in their own record is found in the first
    /// turn, whichever word leads, and not again.
    fn led_by(
        &self,
        lead: &Asked,
        rest: &mut [Asked],
        first: bool,
        enough: usize,
    ) -> Result<Vec<Found>, DeskError> {
        let mut postings = self.register.postings()?;
        let mut found: Vec<Found> = Vec::new();
        let mut seen: HashSet<Place> = HashSet::new();
        for (how, known) in &lead.known {
            self.register.each_standing::<DeskError>(known.place(), &mut |one| {
                let own = one.kind == "person";
                if own && !rest.is_empty() && (!first || !may_answer(one.record, rest, &mut postings)?) {
                    return Ok(true);
                }
                let led = Answered { record: one.record, field: one.field, word: known.place(), how: *how };
                for subject in self.subjects(one)? {
                    if seen.insert(subject)
                        && let Some(answers) = answered(subject, led, rest, &mut postings)?
                    {
                        found.push(Found { subject, answers });
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
        let how = |known: Known| Asked::judge(word, slips, &known.key, &known.loose).map(|how| (how, known));
        let mut known: Vec<(How, Known)> =
            self.register.terms_beginning(word, TERMS)?.into_iter().filter_map(how).collect();
        if slips && word.sort == Sort::Name && finding::slips(word.loose.chars().count()) > 0 {
            let alike = self.register.terms_alike(word)?.into_iter().filter_map(how);
            known.extend(alike.filter(|(how, _)| *how == How::Slip));
        }
        known.sort_by(|(a, one), (b, other)| {
            (a, one.key.len(), &one.key).cmp(&(b, other.key.len(), &other.key))
        });
        let how = known.iter().map(|(how, known)| (known.place(), Some(*how))).collect();
        Ok(Asked { word: word.clone(), slips, known, how })
    }

    /// Whom a hit is about: the person, the people that a paper names, or a recruiter, company or place with the people
    /// behind it.
    fn subjects(&self, one: Standing<'_>) -> Result<Vec<Place>, DeskError> {
        match one.kind {
            "person" => return Ok(vec![one.record]),
            "officer" => return Ok(Vec::new()),
            _ => {}
        }
        let has_people = self.house.forms.named(one.kind).is_some_and(|form| form.people().is_some());
        let behind = ["organisation", "suspect", "site"].contains(&one.kind);
        if !has_people && !behind {
            return Ok(vec![one.record]);
        }
        let record = self.register.at_place(one.record)?;
        let mut subjects = Vec::new();
        if has_people {
            subjects.extend(self.register.named_by(record, "people")?);
        } else {
            subjects.push(record);
            for naming in self.register.pointing_at(record, None, None)? {
                if subjects.len() > BEHIND_ONE {
                    break;
                }
                subjects.extend(self.register.named_by(naming, "people")?);
            }
            subjects.truncate(BEHIND_ONE + 1);
        }
        let mut places = Vec::with_capacity(subjects.len());
        for subject in subjects {
            places.extend(self.register.place_of(subject)?);
        }
        Ok(places)
    }
}

/// False when the record surely has no answer to one of the words.
fn may_answer(record: Place, words: &[Asked], postings: &mut Postings<'_>) -> Result<bool, DeskError> {
    for word in words {
        if !word.may_stand_in(record, postings)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How a subject, or what leads to it, answers the other words that were typed; none when one is left unanswered.
fn answered(
    subject: Place,
    lead: Answered,
    words: &mut [Asked],
    postings: &mut Postings<'_>,
) -> Result<Option<Vec<Answered>>, DeskError> {
    let mut answers = vec![lead];
    if words.is_empty() {
        return Ok(Some(answers));
    }
    let mut own = Vec::new();
    for record in BTreeSet::from([subject, lead.record]) {
        own.extend(postings.words_in(record)?.into_iter().map(|(word, field)| (record, word, field)));
    }
    for asked in words {
        let mut best: Option<Answered> = None;
        for (record, word, field) in &own {
            let Some(how) = asked.answered_by(*word, postings)? else { continue };
            let rank = |one: &Answered| (one.how, one.record != subject);
            let next = Answered { record: *record, field: *field, word: *word, how };
            if best.as_ref().is_none_or(|best| rank(&next) < rank(best)) {
                best = Some(next);
            }
        }
        let Some(best) = best else { return Ok(None) };
        answers.push(best);
    }
    Ok(Some(answers))
}
