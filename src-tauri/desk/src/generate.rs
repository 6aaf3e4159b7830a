//! A vault of invented people, for benchmarks and load tests. Owns that the same seed gives the same people and that they go
//! through the same log as everything else; refuses a vault that holds anybody.

mod chance;
mod names;

use crate::{
    Desk,
    draft::{Birth, Entry, REGISTER},
    failure::DeskError,
};
use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
    reference::{Mark, Reference},
};
use chance::Chance;
use std::collections::BTreeMap;

/// People in one rescue, as on the night that the app was first made for.
const GROUP: u32 = 28;

/// Rescues in one deed: one transaction is quicker than many.
const AT_ONCE: usize = 12;

/// What every case draws from.
struct World {
    companies: Vec<RecordId>,
    sites: Vec<RecordId>,
    suspects: Vec<RecordId>,
}

/// Records on their way into one deed.
struct Heap {
    births: Vec<Birth>,
    entries: Vec<Entry>,
    numbers: BTreeMap<String, u32>,
    office: String,
    letter: Mark,
}

impl Desk {
    /// Fills an empty vault with `people` invented people and their cases, which makes it a training vault for good.
    ///
    /// # Errors
    /// [`DeskError::VaultNotEmpty`]; [`DeskError::Register`] when the disk refuses.
    pub fn generate(&mut self, people: u32, seed: u64) -> Result<(), DeskError> {
        if self.holds_a_case()? {
            return Err(DeskError::VaultNotEmpty);
        }
        self.mark_training()?;
        let mut chance = Chance::new(seed);
        let mut heap = Heap {
            births: Vec::new(),
            entries: Vec::new(),
            numbers: BTreeMap::new(),
            office: self.office()?,
            letter: self.mark.clone(),
        };
        let world = heap.world(&mut chance, people)?;
        let mut left = people;
        while left > 0 {
            for _ in 0..AT_ONCE {
                let size = left.min(GROUP);
                if size > 0 {
                    heap.rescue(&mut chance, &world, size)?;
                }
                left -= size;
            }
            let deed = self.new_deed();
            self.do_deed(
                deed,
                "generate",
                std::mem::take(&mut heap.births),
                std::mem::take(&mut heap.entries),
            )?;
        }
        Ok(())
    }
}

impl Heap {
    fn world(&mut self, chance: &mut Chance, people: u32) -> Result<World, DeskError> {
        let some = |share: u32| usize::try_from((people / share).clamp(3, 400)).unwrap_or(3);
        let mut world = World { companies: Vec::new(), sites: Vec::new(), suspects: Vec::new() };
        for _ in 0..some(300) {
            let id = self.make(chance, "organisation", REGISTER, (2020, Some("O")))?;
            self.put(id, "name", &names::company(chance))?;
            self.put(id, "sort", "scam-company")?;
            world.companies.push(id);
        }
        for _ in 0..some(500) {
            let id = self.make(chance, "site", REGISTER, (2020, Some("S")))?;
            self.put(id, "name", &names::compound(chance))?;
            self.put(id, "country", "KH")?;
            self.put(id, "province", &format!("KH.{}", chance.between(1, 24)))?;
            world.sites.push(id);
        }
        for _ in 0..some(250) {
            let id = self.make(chance, "suspect", REGISTER, (2020, Some("U")))?;
            self.put(id, "name", &names::person(chance))?;
            self.put(id, "part", "recruiter")?;
            self.put(id, "phones", &phone(chance))?;
            world.suspects.push(id);
        }
        Ok(world)
    }

    fn rescue(&mut self, chance: &mut Chance, world: &World, size: u32) -> Result<(), DeskError> {
        let year = i32::try_from(chance.between(2007, 2026)).unwrap_or(2020);
        let day = |chance: &mut Chance, month: u64| format!("{year}-{month:02}-{:02}", chance.between(1, 28));
        let rescue = self.make(chance, "rescue", RecordId(uuid::Uuid::nil()), (year, Some("R")))?;
        let (out, home) = (chance.between(1, 6), chance.between(8, 12));
        let extracted = day(chance, out);
        self.put(rescue, "name", &format!("{} (FICTIONAL)", names::compound(chance)))?;
        self.put(rescue, "when", &extracted)?;
        self.put(rescue, "province", &format!("KH.{}", chance.between(1, 24)))?;
        let mut people = Vec::new();
        for _ in 0..size {
            people.push(self.person(chance, rescue, year)?);
        }
        let (site, company) = (chance.of(&world.sites), chance.of(&world.companies));
        let recruiter = chance.of(&world.suspects);
        let episode = self.about(chance, "episode", (rescue, year, "E"), &people)?;
        self.put(episode, "sort", "exploitation")?;
        self.put(episode, "from", &format!("{}-{:02}", year - 1, chance.between(1, 12)))?;
        for (field, target) in [("site", site), ("organisation", company), ("suspects", recruiter)] {
            if let Some(target) = target {
                self.put(episode, field, &target.to_string())?;
            }
        }
        let extraction = self.about(chance, "movement", (rescue, year, "M"), &people)?;
        self.put(extraction, "sort", "extraction")?;
        self.put(extraction, "departed_at", &extracted)?;
        let custody = self.about(chance, "placement", (rescue, year, "P"), &people)?;
        self.put(custody, "sort", "custody")?;
        self.put(custody, "from", &extracted)?;
        let shelter = self.about(chance, "placement", (rescue, year, "P"), &people)?;
        let sheltered = day(chance, out + 1);
        self.put(shelter, "sort", "shelter")?;
        self.put(shelter, "from", &sheltered)?;
        let finding = self.about(chance, "determination", (rescue, year, "N"), &people)?;
        self.put(finding, "outcome", if chance.one_in(5) { "not-victim" } else { "victim" })?;
        self.put(finding, "decided_on", &day(chance, out + 1))?;
        let service = self.about(chance, "service", (rescue, year, "V"), &people)?;
        let sort = if chance.one_in(2) { "medical" } else { "food" };
        self.put(service, "sort", sort)?;
        self.put(service, "from", &sheltered)?;
        let expense = self.about(chance, "expense", (rescue, year, "X"), &people)?;
        self.put(expense, "sort", sort)?;
        self.put(expense, "spent_on", &sheltered)?;
        self.put(expense, "amount", &format!("USD {}.00", chance.between(20, 900)))?;
        if !chance.one_in(10) {
            let flight = self.about(chance, "movement", (rescue, year, "M"), &people)?;
            let flown = day(chance, home);
            self.put(flight, "sort", "flight")?;
            self.put(flight, "departed_at", &flown)?;
            self.put(flight, "arrived_at", &flown)?;
        }
        Ok(())
    }

    fn person(&mut self, chance: &mut Chance, rescue: RecordId, year: i32) -> Result<RecordId, DeskError> {
        let person = self.make(chance, "person", rescue, (year, None))?;
        self.put(person, "full_name", &names::person(chance))?;
        self.put(person, "sex", if chance.one_in(3) { "female" } else { "male" })?;
        let born = i64::from(year) - i64::try_from(chance.between(17, 45)).unwrap_or(20);
        let birth = match chance.between(0, 19) {
            0 => format!("{born}"),
            1 | 2 => format!("{born}-01-01"),
            _ => format!("{born}-{:02}-{:02}", chance.between(1, 12), chance.between(1, 28)),
        };
        self.put(person, "birth_date", &birth)?;
        self.put(person, "origin", names::origin(chance))?;
        self.put(person, "nationalities", "ID")?;
        if chance.one_in(2) {
            self.put(person, "phones", &phone(chance))?;
        }
        self.put(person, "rescue", &rescue.to_string())?;
        if !chance.one_in(4) {
            let paper = self.about(chance, "travel-document", (rescue, year, "T"), &[person])?;
            self.put(paper, "sort", "passport")?;
            let letter = char::from(b'A' + u8::try_from(chance.between(0, 25)).unwrap_or(0));
            self.put(paper, "number", &format!("{letter}{:07}", chance.between(0, 9_999_999)))?;
        }
        Ok(person)
    }

    fn about(
        &mut self,
        chance: &mut Chance,
        kind: &str,
        (scope, year, letter): (RecordId, i32, &str),
        people: &[RecordId],
    ) -> Result<RecordId, DeskError> {
        let record = self.make(chance, kind, scope, (year, Some(letter)))?;
        for person in people {
            self.put(record, "people", &person.to_string())?;
        }
        Ok(record)
    }

    /// A record in a scope, or in its own where the scope is nobody's, with its reference.
    fn make(
        &mut self,
        chance: &mut Chance,
        kind: &str,
        scope: RecordId,
        (year, letter): (i32, Option<&str>),
    ) -> Result<RecordId, DeskError> {
        let record = chance.id(year);
        let own = scope == REGISTER && letter == Some("R");
        let scope = if own { record } else { scope };
        let kind = KindId::new(kind).map_err(|_| DeskError::Fault("kind"))?;
        self.births.push(Birth { record, kind, scope });
        let letter = letter.map(String::from);
        let row = Reference::new(&self.office, year, letter.as_deref(), &self.letter, 0).row();
        let number = self.numbers.entry(row).or_default();
        *number += 1;
        let text = Reference::new(&self.office, year, letter.as_deref(), &self.letter, *number).to_string();
        self.put(record, "reference", &text)?;
        Ok(record)
    }

    fn put(&mut self, record: RecordId, field: &str, canonical: &str) -> Result<(), DeskError> {
        let field = FieldId::new(field).map_err(|_| DeskError::Fault("field"))?;
        let answer = Answer::Known(Private::new(canonical.to_owned()));
        self.entries.push(Entry { record, field, answer, as_typed: None });
        Ok(())
    }
}

/// A number that no operator gives out.
fn phone(chance: &mut Chance) -> String {
    format!("+62812{:08}", chance.between(0, 99_999_999))
}
