//! What ties cases together: one recruiter, company, compound, phone, account or vehicle. Owns following the ties one step and
//! laying them out as a picture; refuses any place in a dossier: what is shown here is about several people, and stays here.

mod picture;

use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    show,
    views::{LinksView, Tie},
};
use casework::{
    finding::{self, How, Term},
    ids::RecordId,
};
use std::collections::{BTreeMap, BTreeSet};

/// Fields by which a record about people names what may tie them.
const NAMING: [&str; 5] = ["organisation", "site", "suspects", "suspect", "sold_to"];

/// Fields with a number that may tie people and suspects, and what it is called in the dictionary.
const NUMBERS: [(&str, &str); 5] = [
    ("phones", "tie-phone"),
    ("emergency_phone", "tie-phone"),
    ("accounts", "tie-account"),
    ("payments", "tie-account"),
    ("vehicles", "tie-vehicle"),
];

/// People that are looked at behind one tie; beyond that they are only told to be more.
const BEHIND: usize = 400;

/// People that a tie names.
const NAMED: usize = 50;

/// What ties: a record, or a number.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Knot {
    Record(RecordId),
    Number { word: &'static str, text: String },
}

impl Desk {
    /// What ties a person, a rescue, a recruiter, a company or a place to other cases. The look is audited.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn links(&mut self, of: &str) -> Result<LinksView, DeskError> {
        let start = self.resolve(of)?;
        let kind = self.existing(start, None)?.kind;
        let people: BTreeSet<RecordId> = match kind.as_str() {
            "person" => BTreeSet::from([start]),
            "rescue" => self.people_of(start)?.into_iter().collect(),
            "suspect" | "organisation" | "site" => BTreeSet::new(),
            _ => return Err(DeskError::NotFound),
        };
        let knots = if people.is_empty() && kind != "rescue" {
            self.knots_of_thing(start)?
        } else {
            self.knots_of_people(&people)?
        };
        let mut ties = Vec::new();
        for knot in knots {
            let behind = self.behind(&knot)?;
            let beyond = behind.iter().any(|person| !people.contains(person));
            if beyond || matches!(&knot, Knot::Record(id) if *id == start) {
                ties.push(self.tie(&knot, &behind)?);
            }
        }
        ties.sort_by_key(|tie| (std::cmp::Reverse((tie.rescues.len(), tie.people)), tie.title.clone()));
        let record = self.existing(start, None)?;
        let of = show::link(&record, &self.house, self.words());
        let picture = picture::draw(&of, &ties);
        self.audit("links", start)?;
        Ok(LinksView { of, ties, picture })
    }

    fn knots_of_people(&self, people: &BTreeSet<RecordId>) -> Result<BTreeSet<Knot>, DeskError> {
        let mut knots = BTreeSet::new();
        let mut records = BTreeSet::new();
        for person in people {
            self.numbers_of(*person, &mut knots)?;
            records.extend(self.naming(*person)?);
        }
        for record in records {
            for field in NAMING {
                for thing in self.register.named_by(record, field)? {
                    let kind = self.register.kind_and_scope(thing)?.map(|(kind, _)| kind);
                    if kind.as_ref().is_some_and(|kind| self.may_tie(thing, kind.as_str()).unwrap_or(false)) {
                        knots.insert(Knot::Record(thing));
                        self.numbers_of(thing, &mut knots)?;
                    }
                }
            }
        }
        Ok(knots)
    }

    fn knots_of_thing(&self, thing: RecordId) -> Result<BTreeSet<Knot>, DeskError> {
        let mut knots = BTreeSet::from([Knot::Record(thing)]);
        self.numbers_of(thing, &mut knots)?;
        for record in self.register.pointing_at(thing, None, None)?.into_iter().take(BEHIND) {
            for field in NAMING {
                for other in self.register.named_by(record, field)? {
                    let kind = self.register.kind_and_scope(other)?.map(|(kind, _)| kind);
                    if kind.as_ref().is_some_and(|kind| self.may_tie(other, kind.as_str()).unwrap_or(false)) {
                        knots.insert(Knot::Record(other));
                    }
                }
            }
        }
        Ok(knots)
    }

    /// A shelter or a ministry ties nobody to a crime; whom its case names as an employer or a recruiter does.
    fn may_tie(&self, thing: RecordId, kind: &str) -> Result<bool, DeskError> {
        if kind != "organisation" {
            return Ok(matches!(kind, "suspect" | "site"));
        }
        let card = self.register.card(thing)?;
        let sort = card.iter().find(|(field, _)| *field == "sort").map(|(_, sort)| sort.as_str());
        Ok(matches!(sort, None | Some("agency" | "scam-company")))
    }

    fn numbers_of(&self, record: RecordId, knots: &mut BTreeSet<Knot>) -> Result<(), DeskError> {
        for (field, text) in self.register.card(record)? {
            if let Some((_, word)) = NUMBERS.iter().find(|(name, _)| field == *name) {
                knots.insert(Knot::Number { word, text });
            }
        }
        Ok(())
    }

    /// The people behind a tie, by way of the records that name it.
    fn behind(&self, knot: &Knot) -> Result<BTreeSet<RecordId>, DeskError> {
        let mut people = BTreeSet::new();
        match knot {
            Knot::Record(thing) => self.people_around(*thing, &mut people)?,
            Knot::Number { text, .. } => {
                let mut holders = BTreeSet::new();
                for term in number(text) {
                    for known in self.register.terms_beginning(&term, 20)? {
                        if finding::how(&term, &known.key, &known.loose) == Some(How::Exact) {
                            self.register.each_use::<DeskError>(&known, &mut |one| {
                                holders.insert((one.record, one.kind));
                                Ok(holders.len() < BEHIND)
                            })?;
                        }
                    }
                }
                for (holder, kind) in holders {
                    match kind.as_str() {
                        "person" => drop(people.insert(holder)),
                        "suspect" | "organisation" => self.people_around(holder, &mut people)?,
                        _ => people.extend(self.register.named_by(holder, "people")?),
                    }
                }
            }
        }
        Ok(people)
    }

    fn people_around(&self, thing: RecordId, people: &mut BTreeSet<RecordId>) -> Result<(), DeskError> {
        for record in self.register.pointing_at(thing, None, None)? {
            if people.len() >= BEHIND {
                break;
            }
            people.extend(self.register.named_by(record, "people")?);
        }
        Ok(())
    }

    fn tie(&self, knot: &Knot, behind: &BTreeSet<RecordId>) -> Result<Tie, DeskError> {
        let words = self.words();
        let mut rescues: BTreeMap<RecordId, u32> = BTreeMap::new();
        let mut alone = BTreeSet::new();
        for person in behind {
            match self.register.named_by(*person, "rescue")?.first() {
                Some(rescue) => *rescues.entry(*rescue).or_default() += 1,
                None => drop(alone.insert(*person)),
            }
        }
        let link = |id: RecordId| -> Result<Option<crate::views::RecordLink>, DeskError> {
            Ok(self.register.record(id)?.map(|record| show::link(&record, &self.house, words)))
        };
        let links = |ids: Vec<RecordId>| -> Result<Vec<crate::views::RecordLink>, DeskError> {
            ids.into_iter().filter_map(|id| link(id).transpose()).collect()
        };
        let (sort, word, title, record) = match knot {
            Knot::Record(id) => {
                let link = link(*id)?.ok_or(DeskError::NotFound)?;
                let word = words.get(&format!("record-{}", link.kind)).into_owned();
                (link.kind.clone(), word, link.title.clone(), Some(link))
            }
            Knot::Number { word, text } => {
                let sort = word.trim_start_matches("tie-").to_owned();
                (sort, words.get(word).into_owned(), text.clone(), None)
            }
        };
        Ok(Tie {
            sort,
            word,
            title,
            record,
            people: count(behind.len()),
            more: behind.len() >= BEHIND,
            names: links(behind.iter().copied().take(NAMED).collect())?,
            rescues: links(rescues.into_keys().chain(alone).take(NAMED).collect())?,
        })
    }
}

fn number(text: &str) -> Vec<Term> {
    let phone = finding::phone_terms(text);
    if text.starts_with('+') { phone.into_iter().take(1).collect() } else { finding::number_terms(text) }
}
