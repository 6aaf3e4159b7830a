//! Cases as a file of HTCDS 2.0. Owns what a row needs beside answers: the state of the case, the age when first
//! trafficked, the latest decision; the standard itself is `paperwork::htcds`.

use super::{Tally, case::Case};
use crate::failure::DeskError;
use casework::{
    ids::RecordId,
    lifecycle::Stage,
    record::Record,
    values::{PartialDate, Precision},
    words::Lang,
};
use paperwork::{
    htcds::{Codes, Facts, Given, Rows},
    roster::Slot,
    tables::{self, Table},
};

/// The kinds of record that have rows of their own, or cells in the person's.
const KINDS: [&str; 5] = ["person", "episode", "determination", "referral", "consent"];

impl Case<'_> {
    /// Every person with their events and referrals: one table as CSV, a sheet for each sort of row as XLSX.
    pub(super) fn standard(&self, csv: bool, tally: &mut Tally) -> Result<Vec<u8>, DeskError> {
        let codes = Codes::shipped().map_err(|_| DeskError::Fault("codes"))?;
        let mut rows: Vec<(Rows, Vec<String>)> = Vec::new();
        let mut add = |sort: Rows, kind: &str, facts: &Facts, given: &Given| {
            let forms = &self.desk.house.forms;
            let line = codes.line(sort, facts, given, forms, self.desk.house.words(Lang::En));
            for slot in &line.beside {
                *tally.beside.entry(slot.to_string()).or_default() += 1;
            }
            for slot in &line.absent {
                *tally.absent.entry(slot.to_string()).or_default() += 1;
            }
            let there = given.keys().filter(|slot| !line.absent.contains(slot));
            tally.fields.extend(there.map(ToString::to_string));
            *tally.records.entry(kind.to_owned()).or_default() += 1;
            rows.push((sort, line.cells));
        };
        let mut elsewhere: Vec<String> = Vec::new();
        for id in self.people {
            let Some(person) = self.record(*id) else { continue };
            let (facts, given) = self.of_person(person)?;
            add(Rows::Person, "person", &facts, &given);
            let bare = || Facts { reference: facts.reference.clone(), ..Facts::default() };
            for record in self.about(*id) {
                match record.kind.as_str() {
                    "episode" => add(Rows::Event, "episode", &bare(), &self.of_event(record)),
                    "referral" => {
                        let given = self.given(record);
                        let to = self.linked(record, "recipient");
                        let organisation = to.map(|to| self.title(to)).unwrap_or_default();
                        add(Rows::Referral, "referral", &Facts { organisation, ..bare() }, &given);
                    }
                    kind if !KINDS.contains(&kind) && !self.shown(record).is_empty() => {
                        elsewhere.push(kind.to_owned());
                    }
                    _ => {}
                }
            }
        }
        for kind in elsewhere {
            *tally.absent.entry(kind).or_default() += 1;
        }
        Ok(if csv { one_table(&codes, rows)? } else { sheets(&codes, &rows)? })
    }

    fn of_person(&self, person: &Record) -> Result<(Facts, Given), DeskError> {
        let mut given = self.given(person);
        let about = self.about(person.id);
        for event in about.iter().filter(|record| record.kind == "episode") {
            for (slot, values) in self.given(event) {
                if matches!(slot.field.as_str(), "way" | "purposes" | "controls") {
                    let all = given.entry(slot).or_default();
                    let new: Vec<String> = values.into_iter().filter(|one| !all.contains(one)).collect();
                    all.extend(new);
                }
            }
        }
        let mut decided: Vec<&&Record> = Vec::new();
        for one in about.iter().filter(|one| one.kind == "determination") {
            if self.desk.corrections_of(one)?.is_empty() {
                decided.push(one);
            }
        }
        decided.sort_by_key(|one| self.form(one).and_then(|form| one.sort_key(form, "decided_on")));
        let mut beside = Vec::new();
        if let Some(latest) = decided.pop() {
            let said = |record: &Record| self.given(record).remove(&slot("determination.outcome")?);
            let outcome = said(latest);
            for other in
                decided.iter().filter_map(|other| said(other)).filter(|one| Some(one) != outcome.as_ref())
            {
                beside.extend(other.iter().map(|one| format!("determination.outcome={one}")));
            }
            for (slot, values) in self.given(latest) {
                if matches!(slot.field.as_str(), "outcome" | "decided_on") {
                    given.insert(slot, values);
                }
            }
            if let (Some(by), Some(slot)) = (self.linked(latest, "authority"), slot("organisation.sort")) {
                given.extend(by.first("sort").map(|sort| (slot, vec![sort.to_owned()])));
            }
        }
        let stage = Stage::of(person, about, &self.desk.house.forms, self.desk.moment());
        let may = self.may(person, "rescue");
        let status = match stage.id() {
            _ if !may => "",
            "closed" => "Closed",
            "received" | "rehabilitation" | "reintegrated" => "FollowUp",
            _ => "Active",
        };
        let facts = Facts {
            reference: casework::naming::reference(person).to_owned(),
            status: status.to_owned(),
            deceased: may && stage.id() == "deceased",
            age: self.age(person, about),
            organisation: String::new(),
            beside,
        };
        Ok((facts, given))
    }

    /// An event with the place of its site where it names none of its own.
    fn of_event(&self, event: &Record) -> Given {
        let mut given = self.given(event);
        let Some(site) = self.linked(event, "site").filter(|_| self.may(event, "site")) else { return given };
        let from = [
            ("episode.place", "town"),
            ("episode.province", "province"),
            ("episode.country", "country"),
            ("site.address", "address"),
        ];
        for (to, field) in from {
            if let (Some(slot), Some(text), true) = (slot(to), site.first(field), self.may(site, field)) {
                given.entry(slot).or_insert_with(|| vec![text.to_owned()]);
            }
        }
        given
    }

    /// The age when first trafficked, when the days on record leave one only.
    fn age(&self, person: &Record, about: &[&Record]) -> Option<i32> {
        let whole = |date: &PartialDate| date.precision() != Precision::Circa;
        let born = person.date("birth_date").filter(whole).filter(|_| self.may(person, "birth_date"))?;
        let events = about.iter().filter(|one| one.kind == "episode" && self.may(one, "from"));
        let first = events.filter_map(|one| one.date("from")).min_by_key(|date| date.earliest())?;
        if !whole(&first) {
            return None;
        }
        let least = first.earliest().years_since(born.latest())?;
        let most = first.latest().years_since(born.earliest())?;
        (least == most).then(|| i32::try_from(least).ok()).flatten()
    }

    /// What a shown link points at, where it may be named.
    fn linked(&self, record: &Record, field: &str) -> Option<&Record> {
        let id: RecordId = record.links(field).next()?;
        let target = self.record(id).filter(|target| self.leaving.names(target))?;
        self.may(record, field).then_some(target)
    }

    fn title(&self, record: &Record) -> String {
        let house = &self.desk.house;
        casework::naming::title(record, &house.forms, house.words(Lang::En))
    }
}

fn slot(text: &str) -> Option<Slot> {
    Slot::named(text)
}

fn one_table(codes: &Codes, rows: Vec<(Rows, Vec<String>)>) -> Result<Vec<u8>, DeskError> {
    let rows = rows.into_iter().map(|(_, cells)| cells).collect();
    Ok(tables::csv(&Table { name: String::new(), titles: codes.titles(None), rows })?)
}

fn sheets(codes: &Codes, rows: &[(Rows, Vec<String>)]) -> Result<Vec<u8>, DeskError> {
    let sheet = |sort: Rows| {
        let own = rows.iter().filter(|(of, _)| *of == sort);
        Table {
            name: sort.word().to_owned(),
            titles: codes.titles(Some(sort)),
            rows: own.map(|(_, cells)| codes.cut(sort, cells)).collect(),
        }
    };
    let all: Vec<Table> = Rows::ALL.into_iter().map(sheet).filter(|table| !table.rows.is_empty()).collect();
    Ok(tables::workbook(&all)?)
}
