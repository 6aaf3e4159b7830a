//! Two records of one person, perhaps. Owns looking for them, showing both side by side, and the officer's decision, which is
//! a record like any other; refuses to merge anything, and to ask again what has been decided.

mod list;
mod traits;

use crate::{
    Desk,
    failure::DeskError,
    show,
    views::{DuplicateView, FieldInput, NewRecord, RecordPage, RowDuplicate, SideBySide},
};
use casework::{
    finding::{self, How, Term},
    ids::RecordId,
    record::Record,
    sameness::{self, Crowd, Ground, Likeness, Traits},
};
use paperwork::roster::Preview;
use std::{
    cell::RefCell,
    collections::{BTreeSet, HashMap},
};

/// A birthday or a word that more people share is no way to look for one of them.
const SHARED_BY: usize = 150;

/// Fields that stand side by side.
const BESIDE: [&str; 12] = [
    "reference",
    "full_name",
    "called_name",
    "aliases",
    "sex",
    "birth_date",
    "age_told",
    "birth_place",
    "origin",
    "father",
    "mother",
    "phones",
];

/// Two people and why they may be one.
pub(crate) struct Pair {
    pub(crate) one: RecordId,
    pub(crate) other: RecordId,
    pub(crate) likeness: Likeness,
}

/// One look for duplicates: what is asked of the register more than once is kept while it lasts.
pub(crate) struct Looking<'a> {
    desk: &'a Desk,
    people: u64,
    uses: RefCell<HashMap<Term, u64>>,
}

impl<'a> Looking<'a> {
    pub(crate) fn begin(desk: &'a Desk) -> Result<Self, DeskError> {
        let people = desk.register.places_of_kind("person")?.len();
        Ok(Self {
            desk,
            people: u64::try_from(people).unwrap_or(u64::MAX),
            uses: RefCell::new(HashMap::new()),
        })
    }

    /// In how many fields a word stands, in any usual spelling.
    fn uses(&self, term: &Term) -> u64 {
        if let Some(uses) = self.uses.borrow().get(term) {
            return *uses;
        }
        let known = self.desk.register.terms_beginning(term, SHARED_BY).unwrap_or_default();
        let same = known.iter().filter(|one| one.key == term.key || one.loose == term.loose);
        let uses = same.map(|one| one.uses).sum();
        self.uses.borrow_mut().insert(term.clone(), uses);
        uses
    }

    pub(crate) fn compare(&self, one: &Traits, other: &Traits) -> Option<Likeness> {
        let uses = |term: &Term| self.uses(term);
        sameness::compare(one, other, &Crowd { people: self.people, uses: &uses })
    }

    /// The people on record who may be the one with these traits, the likeliest first; `but` are left out.
    pub(crate) fn like(
        &self,
        traits: &Traits,
        but: &BTreeSet<RecordId>,
    ) -> Result<Vec<(RecordId, Likeness)>, DeskError> {
        let mut found = Vec::new();
        for person in self.candidates(traits)?.difference(but) {
            let other = self.desk.traits_of_person(*person)?;
            if let Some(likeness) = other.and_then(|other| self.compare(traits, &other)) {
                found.push((*person, likeness));
            }
        }
        found.sort_by_key(|(person, likeness)| (std::cmp::Reverse(likeness.weight), *person));
        Ok(found)
    }

    /// People who share a number, a phone, a birthday with a word of the name, or a rare word of the name.
    fn candidates(&self, traits: &Traits) -> Result<BTreeSet<RecordId>, DeskError> {
        let desk = self.desk;
        let mut people = BTreeSet::new();
        let numbers = traits.numbers.iter().flat_map(|number| finding::number_terms(number));
        let phones = traits.phones.iter().chain(&traits.family_phones);
        for term in numbers.chain(phones.flat_map(|phone| finding::phone_terms(phone))) {
            self.holding(&term, |how| how == How::Exact, &mut people)?;
        }
        let words: Vec<Term> = traits.names.iter().flat_map(|name| finding::read(name)).collect();
        if let Some(day) = traits.birth.and_then(casework::values::PartialDate::exact) {
            for person in desk.register.holders("person", "birth_date", &day.to_string(), SHARED_BY)? {
                if !people.contains(&person) {
                    let own = desk.register.terms_of(person)?;
                    let named = |word: &Term| {
                        own.iter().any(|one| finding::how(word, &one.term.key, &one.term.loose).is_some())
                    };
                    if words.iter().any(named) {
                        people.insert(person);
                    }
                }
            }
        }
        let rarest = words.iter().min_by_key(|word| self.uses(word));
        if let Some(word) = rarest.filter(|word| self.uses(word) <= u64::try_from(SHARED_BY).unwrap_or(0)) {
            self.holding(word, |how| matches!(how, How::Exact | How::Spelling | How::Script), &mut people)?;
        }
        Ok(people)
    }

    fn holding(
        &self,
        term: &Term,
        enough: impl Fn(How) -> bool,
        people: &mut BTreeSet<RecordId>,
    ) -> Result<(), DeskError> {
        for known in self.desk.register.terms_beginning(term, SHARED_BY)? {
            if finding::how(term, &known.key, &known.loose).is_some_and(&enough) {
                let mut left = SHARED_BY;
                self.desk.register.each_use::<DeskError>(&known, &mut |one| {
                    left -= 1;
                    if one.kind == "person" {
                        people.insert(one.record);
                    } else if one.kind != "same-person" {
                        people.extend(self.desk.register.named_by(one.record, "people")?);
                    }
                    Ok(left > 0)
                })?;
            }
        }
        Ok(())
    }
}

impl Desk {
    /// The people on record who may be this one, or one of a rescue's people, or any two when nobody is named. What an
    /// officer has decided is not asked again.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn duplicates(&self, of: Option<&str>) -> Result<Vec<DuplicateView>, DeskError> {
        let mut pairs = match of {
            None => self.every_pair()?,
            Some(text) => {
                let id = self.resolve(text)?;
                let people = match self.existing(id, None)?.kind.as_str() {
                    "rescue" => self.people_of(id)?,
                    "person" => vec![id],
                    _ => return Err(DeskError::NotFound),
                };
                self.pairs_of(&people)?
            }
        };
        pairs.sort_by_key(|pair| (std::cmp::Reverse(pair.likeness.weight), pair.one, pair.other));
        pairs.iter().filter_map(|pair| self.beside(pair).transpose()).collect()
    }

    /// The people on record who may be people of the open list, row by row.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`].
    pub fn roster_duplicates(&self) -> Result<Vec<RowDuplicate>, DeskError> {
        let open = self.roster.as_ref().ok_or(DeskError::NoRoster)?;
        self.duplicates_in(&self.looked_through(open)?)
    }

    pub(crate) fn duplicates_in(&self, preview: &Preview) -> Result<Vec<RowDuplicate>, DeskError> {
        let looking = Looking::begin(self)?;
        let mut found = Vec::new();
        for row in preview.rows.iter().filter(|row| !row.unnamed) {
            let traits = self.traits_of_row(row)?;
            for (person, likeness) in looking.like(&traits, &BTreeSet::new())? {
                let Some(record) = self.register.record(person)? else { continue };
                found.push(RowDuplicate {
                    row: row.row,
                    person: show::link(&record, &self.house, self.words()),
                    strength: likeness.strength.id().to_owned(),
                    strength_word: self.strength(&likeness),
                    reasons: self.reasons(&likeness.grounds),
                    against: self.reasons(&likeness.against),
                });
            }
        }
        Ok(found)
    }

    /// Writes down that two records are of one person, or of two. Nothing is merged; undo takes the decision back, and a
    /// later one stands before an earlier.
    ///
    /// # Errors
    /// [`DeskError::NotFound`]; [`DeskError::WrongUse`] for a record and itself.
    pub fn decide_duplicate(
        &mut self,
        (one, other): (&str, &str),
        same: bool,
        reason: &str,
        (id, deed): (String, String),
    ) -> Result<RecordPage, DeskError> {
        let (one, other) = (self.resolve(one)?, self.resolve(other)?);
        for person in [one, other] {
            self.existing(person, Some("person"))?;
        }
        if one == other {
            return Err(DeskError::WrongUse);
        }
        let field = |field: &str, text: String| FieldInput { field: field.to_owned(), text, reading: None };
        let fields = vec![
            field("decision", if same { "same" } else { "different" }.to_owned()),
            field("decided_on", self.today().to_string()),
            field("reason", reason.to_owned()),
        ];
        let about = vec![one.to_string(), other.to_string()];
        self.add_record(&NewRecord { id, kind: "same-person".to_owned(), about, fields, deed })
    }

    /// Pairs of which an officer has decided, by person.
    pub(crate) fn decided_with(&self, person: RecordId) -> Result<BTreeSet<RecordId>, DeskError> {
        let mut decided = BTreeSet::from([person]);
        for record in self.pointing_at(person, "same-person", "people")? {
            decided.extend(self.register.named_by(record, "people")?);
        }
        Ok(decided)
    }

    fn beside(&self, pair: &Pair) -> Result<Option<DuplicateView>, DeskError> {
        let [Some(one), Some(other)] = [self.register.record(pair.one)?, self.register.record(pair.other)?]
        else {
            return Ok(None);
        };
        let form = self.house.form("person")?;
        let show = self.show(&[std::slice::from_ref(&one), std::slice::from_ref(&other)])?;
        let said = |record: &Record, field: &casework::form::Field| {
            let texts = record.all(field.id.as_str()).map(|text| show.text(field, text));
            texts.collect::<Vec<_>>().join(", ")
        };
        let mut fields: Vec<SideBySide> = Vec::new();
        for field in BESIDE.into_iter().filter_map(|id| form.field(id)) {
            let (a, b) = (said(&one, field), said(&other, field));
            if !(a.is_empty() && b.is_empty()) {
                let label = form.label(field, self.words()).into_owned();
                fields.push(SideBySide { label, same: a == b, one: a, other: b });
            }
        }
        Ok(Some(DuplicateView {
            one: show.link(&one),
            other: show.link(&other),
            strength: pair.likeness.strength.id().to_owned(),
            strength_word: self.strength(&pair.likeness),
            reasons: self.reasons(&pair.likeness.grounds),
            against: self.reasons(&pair.likeness.against),
            fields,
        }))
    }

    pub(crate) fn strength(&self, likeness: &Likeness) -> String {
        self.words().get(&format!("strength-of-{}", likeness.strength.id())).into_owned()
    }

    pub(crate) fn reasons(&self, grounds: &[Ground]) -> Vec<String> {
        let word = |ground: &Ground| self.words().get(&format!("ground-{}", ground.id())).into_owned();
        grounds.iter().map(word).collect()
    }
}

impl RowDuplicate {
    /// It as a note beside its row.
    pub(crate) fn note(&self, words: &casework::words::Words) -> String {
        let why = format!("{}: {}", self.strength_word, self.reasons.join(", "));
        let args =
            [("name", self.person.title.as_str()), ("ref", self.person.reference.as_str()), ("why", &why)];
        words.fill("duplicate-row", &args)
    }
}
