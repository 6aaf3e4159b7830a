//! One person of the file: what each cell says, as facts for our own fields. Owns that nothing is lost: what has no field
//! here is a line of the remarks, with the title it stood under.

use super::{Origin, sheets::Record, text_of};
use crate::{
    grid::{Cell, Content, Place},
    htcds::codes::{By, Codes, Column, Rows},
    roster::Slot,
};
use casework::{
    form::{Field, Form},
    private::Private,
};

/// One value on its way to a field, not parsed yet.
pub(super) struct Fact {
    pub(super) slot: Slot,
    /// Which record of the slot's form, where a person has several.
    pub(super) nth: usize,
    pub(super) content: Content,
    pub(super) formula: bool,
    pub(super) origin: Origin,
}

/// One person with everything the file says of them.
pub(super) struct Person<'f> {
    pub(super) row: u32,
    pub(super) facts: Vec<Fact>,
    /// How many rows it has beside its own.
    pub(super) rows: usize,
    events: usize,
    /// The row itself says that there is no consent.
    pub(super) refused: bool,
    forms: &'f [&'f Form],
}

fn slot(text: &str) -> Option<Slot> {
    Slot::named(text)
}

fn falsy(text: &str) -> bool {
    ["false", "no", "0", "n", "tidak", "ទេ"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

impl<'f> Person<'f> {
    pub(super) fn read(codes: &Codes, record: &Record, forms: &'f [&'f Form]) -> Self {
        let mut person =
            Self { row: record.place.row, facts: Vec::new(), rows: 0, events: 0, refused: false, forms };
        person.name(record);
        person.status(codes, record);
        // What a flat file says of one event stands in the person's own row.
        let event = !record.own && person.event(codes, record);
        let mut recruited = None;
        let mut exploited = None;
        for (title, column, cell) in &record.cells {
            let origin =
                Origin { place: Place { column: Some(*column), ..record.place }, name: title.clone() };
            let Some(column) = codes.column(title) else {
                person.remark(cell, &origin);
                continue;
            };
            match (column.by, &column.slot) {
                (By::FirstName | By::MiddleName | By::SecondName | By::Sort | By::Reference, _) => {}
                (By::NoCounterpart, _) => person.pairs(cell, &origin, 0),
                (By::Consent, _) => {
                    person.refused |= text_of(&cell.content).is_some_and(|text| falsy(&text));
                }
                (By::Deceased | By::Age | By::Status, _) if record.own => {}
                (By::Deceased, _) if text_of(&cell.content).is_some_and(|text| falsy(&text)) => {}
                (_, Some(slot)) if slot.form == "determination" => {}
                (_, Some(_)) if column.rows == [Rows::Event] => {
                    if !event {
                        person.remark(cell, &origin);
                    }
                }
                (By::Told, _) if record.own => {}
                (By::Told, Some(slot)) if slot.form == "episode" && !title.starts_with("pulang_") => {
                    let (sort, nth) = match slot.field.as_str() {
                        "way" => ("recruitment", &mut recruited),
                        _ => ("exploitation", &mut exploited),
                    };
                    let nth = *nth.get_or_insert_with(|| person.begin(sort, &origin));
                    person.values(column, slot, cell, &origin, nth, false);
                }
                (By::Values, Some(slot)) => person.values(column, slot, cell, &origin, 0, record.own),
                (By::Told | By::Deceased | By::Age | By::Status | By::Organisation, _) | (_, None) => {
                    person.remark(cell, &origin);
                }
                // Written without a plus, which a spreadsheet would compute.
                (By::Phone, Some(slot)) if record.own => {
                    let number = text_of(&cell.content).unwrap_or_default();
                    let plus = if number.starts_with('+') { "" } else { "+" };
                    person.take(slot, 0, text(format!("{plus}{number}")), cell.formula, &origin);
                }
                (_, Some(slot)) => person.take(slot, 0, cell.content.clone(), cell.formula, &origin),
            }
        }
        person
    }

    /// The three parts of a name are one name here.
    fn name(&mut self, record: &Record) {
        let parts = ["prs_FirstName", "prs_MiddleName", "prs_SecondName"];
        let whole: Vec<String> = parts.iter().filter_map(|part| record.text(part)).collect();
        let first =
            record.cells.iter().find(|(title, ..)| parts.iter().any(|part| part.eq_ignore_ascii_case(title)));
        if let (Some((title, column, cell)), Some(slot), false) =
            (first, slot("person.full_name"), whole.is_empty())
        {
            let origin =
                Origin { place: Place { column: Some(*column), ..record.place }, name: title.clone() };
            self.take(&slot, 0, text(whole.join(" ")), cell.formula, &origin);
        }
    }

    /// A status is a decision when a day comes with it, and a remark when none does.
    fn status(&mut self, codes: &Codes, record: &Record) {
        let named = |name: &str| record.cells.iter().find(|(title, ..)| title.eq_ignore_ascii_case(name));
        let origin = |(title, column, _): &(String, crate::grid::Column, Cell)| Origin {
            place: Place { column: Some(*column), ..record.place },
            name: title.clone(),
        };
        let (status, day) = (named("vic_TraffickingStatus"), named("pulang_TraffickingStatusDate"));
        match (status, day, codes.column("vic_TraffickingStatus"), slot("determination.decided_on")) {
            (Some(status), Some(day), Some(column), Some(decided)) => {
                if let Some(outcome) = &column.slot {
                    self.values(column, outcome, &status.2, &origin(status), 0, false);
                    self.take(&decided, 0, day.2.content.clone(), day.2.formula, &origin(day));
                }
            }
            (status, day, ..) => {
                for one in status.into_iter().chain(day) {
                    self.remark(&one.2, &origin(one));
                }
            }
        }
    }

    /// Takes one more row of the person's.
    pub(super) fn more(&mut self, codes: &Codes, record: &Record) {
        self.rows += 1;
        if record.rows == Rows::Event {
            self.event(codes, record);
        } else {
            self.keep(record);
        }
    }

    /// Takes one event; false, and nothing taken, when the row says nothing of its type.
    fn event(&mut self, codes: &Codes, record: &Record) -> bool {
        let typed = record.text("hte_Type").is_some();
        let beside = record.text("pulang_NoCounterpart").unwrap_or_default();
        let here = record.rows == Rows::Event;
        if !(typed || (here && beside.contains("episode.sort="))) {
            if here {
                self.keep(record);
            }
            return false;
        }
        let nth = self.events;
        self.events += 1;
        for (title, column, cell) in &record.cells {
            let origin =
                Origin { place: Place { column: Some(*column), ..record.place }, name: title.clone() };
            let known = codes.column(title).filter(|column| column.rows.contains(&Rows::Event));
            match known.map(|column| (column, &column.slot)) {
                Some((column, Some(slot))) if column.by == By::Values => {
                    self.values(column, slot, cell, &origin, nth, record.own);
                }
                Some((column, Some(slot))) if column.by != By::Told => {
                    self.take(slot, nth, cell.content.clone(), cell.formula, &origin);
                }
                Some((column, None)) if column.by == By::NoCounterpart && here => {
                    self.pairs(cell, &origin, nth)
                }
                Some((column, None)) if matches!(column.by, By::Sort | By::Reference) => {}
                Some(_) if here || title.eq_ignore_ascii_case("hte_Street") => self.remark(cell, &origin),
                None if here => self.remark(cell, &origin),
                _ => {}
            }
        }
        true
    }

    /// Keeps a whole row in the remarks.
    fn keep(&mut self, record: &Record) {
        for (title, column, cell) in record.cells.iter().filter(|(title, ..)| !title.starts_with("pulang_Re"))
        {
            let origin =
                Origin { place: Place { column: Some(*column), ..record.place }, name: title.clone() };
            self.remark(cell, &origin);
        }
    }

    fn begin(&mut self, sort: &str, origin: &Origin) -> usize {
        let nth = self.events;
        self.events += 1;
        if let Some(slot) = slot("episode.sort") {
            self.take(&slot, nth, text(sort.to_owned()), false, origin);
        }
        nth
    }

    /// Turns values back; one without a counterpart stays as it is written, and the preview flags it.
    fn values(&mut self, column: &Column, slot: &Slot, cell: &Cell, origin: &Origin, nth: usize, own: bool) {
        let Some(said) = text_of(&cell.content) else {
            return self.take(slot, nth, cell.content.clone(), cell.formula, origin);
        };
        for theirs in said.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            match column.back(theirs) {
                // What is written inexactly is said exactly in our own column.
                Some(ours) if own && !column.is_exact(ours) => {}
                Some(ours) => self.take(slot, nth, text(ours.to_owned()), cell.formula, origin),
                None if own => {}
                None => self.take(slot, nth, text(theirs.to_owned()), cell.formula, origin),
            }
        }
    }

    /// `form.field=value; …` of our own column.
    fn pairs(&mut self, cell: &Cell, origin: &Origin, nth: usize) {
        let said = text_of(&cell.content).unwrap_or_default();
        for pair in said.split(';').map(str::trim).filter(|pair| !pair.is_empty()) {
            let value = |value: &str| value.replace("%3B", ";").replace("%25", "%");
            match pair.split_once('=').and_then(|(name, said)| Some((slot(name)?, value(said)))) {
                Some((slot, said)) if self.field(&slot).is_some() => {
                    // A number that no plan knows is kept as it was typed, under a mark of its own.
                    let said = said.strip_prefix('?').map(str::to_owned).unwrap_or(said);
                    self.take(&slot, nth, text(said), cell.formula, origin);
                }
                _ => self.remark_text(pair, origin),
            }
        }
    }

    fn field(&self, slot: &Slot) -> Option<&'f Field> {
        slot.find(self.forms)
    }

    /// Adds a value: to the others where the field holds several, to the remarks where it holds one and has it.
    fn take(&mut self, slot: &Slot, nth: usize, content: Content, formula: bool, origin: &Origin) {
        let many = self.field(slot).is_some_and(|field| field.many);
        let stands = self.facts.iter_mut().find(|fact| fact.slot == *slot && fact.nth == nth);
        match (stands, text_of(&content)) {
            (None, _) => {
                self.facts.push(Fact { slot: slot.clone(), nth, content, formula, origin: origin.clone() })
            }
            (Some(fact), Some(more)) if many => {
                let stood = text_of(&fact.content).unwrap_or_default();
                if !stood.split(';').any(|one| one == more) {
                    fact.content = text(format!("{stood};{more}"));
                }
            }
            (Some(_), Some(more)) => self.remark_text(&more, origin),
            (Some(_), None) => {}
        }
    }

    fn remark(&mut self, cell: &Cell, origin: &Origin) {
        if let Some(said) = text_of(&cell.content).filter(|said| !said.is_empty()) {
            self.remark_text(&said, origin);
        }
    }

    fn remark_text(&mut self, said: &str, origin: &Origin) {
        let line = if origin.name.is_empty() { said.to_owned() } else { format!("{}: {said}", origin.name) };
        let Some(slot) = slot("person.remarks") else { return };
        match self.facts.iter_mut().find(|fact| fact.slot == slot) {
            Some(fact) => {
                let stood = text_of(&fact.content).unwrap_or_default();
                fact.content = text(format!("{stood}\n{line}"));
            }
            None => self.take(&slot, 0, text(line), false, origin),
        }
    }
}

fn text(text: String) -> Content {
    Content::Text(Private::new(text))
}
