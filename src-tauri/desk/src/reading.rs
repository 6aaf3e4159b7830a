//! What the screens ask for: lists, rescues, people, timelines, forms. Owns gathering the records for a page; refuses any
//! rule of its own.

use crate::{
    Desk,
    failure::DeskError,
    roster,
    show::{self, Show},
    timeline,
    views::{
        FormPage, OptionView, PersonPage, RecordLink, RecordPage, RescueLine, RescuePage, RosterLine,
        StageCount, TimelineEntry,
    },
};
use casework::{
    corrections::corrected,
    form::{FieldKind, Forms},
    ids::RecordId,
    lifecycle::Stage,
    record::Record,
    words::Lang,
};
use register::Page;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Everything on record about some people: their own records, and every record that names them.
pub(crate) struct Gathered {
    pub(crate) people: Vec<Record>,
    /// Records that name one or more of the people, in the order in which they were made.
    pub(crate) about: Vec<Record>,
    /// Corrections of those that name none of the people: whom a correction leaves out is no longer in it, and what was
    /// written first must not count for them all the same.
    pub(crate) aside: Vec<Record>,
    /// Where those about each person stand among them.
    of: HashMap<RecordId, Vec<usize>>,
}

impl Gathered {
    /// The records that name `person`, and corrections that do not.
    pub(crate) fn about(&self, person: RecordId) -> Vec<&Record> {
        let places = self.of.get(&person).into_iter().flatten();
        places.filter_map(|place| self.about.get(*place)).chain(&self.aside).collect()
    }
}

impl Desk {
    /// A part of the list of rescues, newest first. Of the people of the others nobody is read.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn rescues(&self, offset: usize, limit: usize) -> Result<Vec<RescueLine>, DeskError> {
        let newest = self.register.latest_of_kind("rescue", "when", Page { offset, limit })?;
        self.records(&newest)?.iter().map(|rescue| self.rescue_line(rescue)).collect()
    }

    fn rescue_line(&self, rescue: &Record) -> Result<RescueLine, DeskError> {
        let gathered = self.gather_of(self.people_of(rescue.id)?, &Stage::TOLD_BY)?;
        let show = self.show(&[std::slice::from_ref(rescue)])?;
        let now = self.moment();
        let mut stages: BTreeMap<Stage, u32> = BTreeMap::new();
        for person in &gathered.people {
            let stage = Stage::of(person, &gathered.about(person.id), &self.house.forms, now);
            *stages.entry(stage).or_default() += 1;
        }
        let page = show.page(rescue);
        let said = |field: &str| {
            let views = page.sections.iter().flat_map(|section| &section.fields);
            views
                .filter(|view| view.id == field)
                .flat_map(|view| &view.values)
                .map(|value| value.display.clone())
                .next()
        };
        Ok(RescueLine {
            rescue: show.link(rescue),
            when: said("when").unwrap_or_default(),
            place: [said("town"), said("province")].into_iter().flatten().collect::<Vec<_>>().join(", "),
            people: count(gathered.people.len()),
            stages: stages
                .into_iter()
                .map(|(stage, people)| StageCount {
                    stage: stage.id().to_owned(),
                    word: show.words.get(&stage.word_key()).into_owned(),
                    people,
                })
                .collect(),
        })
    }

    /// A rescue with its people, in the order in which they were taken in.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is no rescue.
    pub fn rescue(&self, rescue: RecordId) -> Result<RescuePage, DeskError> {
        let record = self.existing(rescue, Some("rescue"))?;
        let gathered = self.gather(self.people_of(rescue)?)?;
        let show = self.show(&[std::slice::from_ref(&record), &gathered.people, &gathered.about])?;
        Ok(RescuePage { record: show.page(&record), roster: self.lines(&show, &gathered) })
    }

    /// People by name: those whose name, alias or reference has `text` in it, or all when it is empty.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn people(&self, text: &str, offset: usize, limit: usize) -> Result<Vec<RosterLine>, DeskError> {
        let found = if text.trim().is_empty() {
            self.named(&["person"], text, offset, limit)?
        } else {
            let found = self.people_found(text, offset.saturating_add(limit))?;
            found.into_iter().skip(offset).collect()
        };
        let gathered = self.gather(found)?;
        let show = self.show(&[&gathered.people, &gathered.about])?;
        Ok(self.lines(&show, &gathered))
    }

    /// How many people are on record.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn people_count(&self) -> Result<u32, DeskError> {
        Ok(self.register.count_of_kind("person")?)
    }

    /// A person with what an officer wants to see first. The view of a person is audited.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is no person.
    pub fn person(&mut self, person: RecordId) -> Result<PersonPage, DeskError> {
        self.existing(person, Some("person"))?;
        let gathered = self.gather(vec![person])?;
        let record = gathered.people.first().ok_or(DeskError::NotFound)?;
        let show = self.show(&[&gathered.people, &gathered.about])?;
        let line = roster::line(&show, record, &gathered.about(person), self.moment());
        let page = PersonPage {
            record: show.page(record),
            line,
            rescue: record.links("rescue").next().map(|id| show.linked(id)),
            related: gathered.about.iter().rev().map(|record| show.page(record)).collect(),
        };
        self.audit("view", person)?;
        Ok(page)
    }

    /// Any record as a form with its answers.
    ///
    /// # Errors
    /// [`DeskError::NotFound`]; [`DeskError::NotCounsellor`], which is logged.
    pub fn record(&mut self, id: RecordId) -> Result<RecordPage, DeskError> {
        let page = self.page_of(id);
        self.logged(page)
    }

    pub(crate) fn page_of(&self, id: RecordId) -> Result<RecordPage, DeskError> {
        let record = self.existing(id, None)?;
        let mut page = self.show(&[std::slice::from_ref(&record)])?.page(&record);
        let later = self.corrections_of(&record)?;
        let later = self.records(later.get(..1).unwrap_or_default())?;
        page.corrected_by = later.first().map(|one| show::link(one, &self.house, self.words()));
        Ok(page)
    }

    /// What happened to a person, or in a rescue, earliest first.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when it is neither.
    pub fn timeline(&self, of: RecordId) -> Result<Vec<TimelineEntry>, DeskError> {
        let record = self.existing(of, None)?;
        let people = if record.kind == "rescue" { self.people_of(of)? } else { vec![of] };
        let gathered = self.gather(people.clone())?;
        let rescues: BTreeSet<RecordId> =
            gathered.people.iter().flat_map(|person| person.links("rescue")).chain([of]).collect();
        let corrected = corrected(gathered.about.iter().chain(&gathered.aside));
        let mut records = gathered.about;
        records.extend(
            self.records(&rescues.into_iter().collect::<Vec<_>>())?
                .into_iter()
                .filter(|one| one.kind == "rescue"),
        );
        let show = self.show(&[&gathered.people, &records])?;
        Ok(timeline::entries(&show, &people.into_iter().collect(), &records, &corrected))
    }

    /// Where each person of a rescue is now, or one person, or everybody.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn where_is(&self, of: Option<RecordId>) -> Result<Vec<RosterLine>, DeskError> {
        let people = match of {
            None => self.of_kind("person")?.iter().map(|person| person.id).collect(),
            Some(id) if self.existing(id, None)?.kind == "rescue" => self.people_of(id)?,
            Some(id) => vec![id],
        };
        let gathered = self.gather(people)?;
        let show = self.show(&[&gathered.people, &gathered.about])?;
        Ok(self.lines(&show, &gathered))
    }

    /// The empty form of a kind.
    ///
    /// # Errors
    /// [`DeskError::NoSuchKind`]; [`DeskError::NotCounsellor`] before anything is typed into it.
    pub fn form_page(&self, kind: &str) -> Result<FormPage, DeskError> {
        self.for_the_role(&self.house.form(kind)?.id)?;
        Ok(self.show(&[])?.blank(self.house.form(kind)?))
    }

    /// The kinds of record that can be added about people, in the order in which an officer thinks of them.
    pub fn kinds(&self) -> Vec<OptionView> {
        let words = self.words();
        let about_people = |name: &&str| {
            self.house
                .forms
                .named(name)
                .is_some_and(|form| form.people().is_some() && self.for_the_role(&form.id).is_ok())
        };
        let option = |name: &str| OptionView {
            id: name.to_owned(),
            word: words.get(&format!("record-{name}")).into_owned(),
        };
        Forms::order().filter(about_people).map(option).collect()
    }

    /// Records of some kinds whose name or reference has `text` in it, for choosing what a field points at. Of rescues without
    /// a text the newest come first, as in their list.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the register cannot be read.
    pub fn candidates(&self, kinds: &[&str], text: &str) -> Result<Vec<RecordLink>, DeskError> {
        const PAGE: Page = Page { offset: 0, limit: 50 };
        let found = match (kinds, text.trim()) {
            (["rescue"], "") => self.register.latest_of_kind("rescue", "when", PAGE)?,
            _ => self.named(kinds, text, PAGE.offset, PAGE.limit)?,
        };
        Ok(self.records(&found)?.iter().map(|record| show::link(record, &self.house, self.words())).collect())
    }

    /// The people of a rescue.
    pub(crate) fn people_of(&self, rescue: RecordId) -> Result<Vec<RecordId>, DeskError> {
        self.pointing_at(rescue, "person", "rescue")
    }

    /// Everything on record about some people.
    pub(crate) fn gather(&self, people: Vec<RecordId>) -> Result<Gathered, DeskError> {
        let mut about = BTreeSet::new();
        for person in &people {
            about.extend(self.naming(*person)?);
        }
        self.gather_with(people, about)
    }

    /// What is on record about some people in some kinds of record, for a rule that no other moves.
    pub(crate) fn gather_of(&self, people: Vec<RecordId>, kinds: &[&str]) -> Result<Gathered, DeskError> {
        let mut about = BTreeSet::new();
        for person in &people {
            about.extend(self.register.pointing_of_kinds(*person, "people", kinds)?);
        }
        self.gather_with(people, about)
    }

    fn gather_with(&self, people: Vec<RecordId>, about: BTreeSet<RecordId>) -> Result<Gathered, DeskError> {
        let asked: BTreeSet<RecordId> = people.iter().copied().collect();
        let about: Vec<RecordId> = about.into_iter().filter(|id| !asked.contains(id)).collect();
        let (people, about) = (self.records(&people)?, self.records(&about)?);
        let mut of: HashMap<RecordId, Vec<usize>> = HashMap::new();
        for (place, record) in about.iter().enumerate() {
            let named: BTreeSet<RecordId> = record.links("people").collect();
            for person in named {
                of.entry(person).or_default().push(place);
            }
        }
        let here: BTreeSet<RecordId> = about.iter().map(|record| record.id).collect();
        let mut aside = BTreeSet::new();
        for record in &about {
            aside.extend(self.corrections_of(record)?.into_iter().filter(|id| !here.contains(id)));
        }
        let aside = self.records(&aside.into_iter().collect::<Vec<_>>())?;
        Ok(Gathered { people, about, aside, of })
    }

    /// The entries that correct this one; none where the form does not last.
    pub(crate) fn corrections_of(&self, record: &Record) -> Result<Vec<RecordId>, DeskError> {
        match self.house.forms.get(&record.kind).and_then(|form| form.lasting.as_ref()) {
            Some(by) => self.pointing_at(record.id, record.kind.as_str(), by.as_str()),
            None => Ok(Vec::new()),
        }
    }

    /// What a screen needs to show `records`: every record that they point at, and who wrote them.
    pub(crate) fn show(&self, records: &[&[Record]]) -> Result<Show<'_>, DeskError> {
        self.show_in(self.lang, records)
    }

    /// The same in another language than the window's.
    pub(crate) fn show_in(&self, lang: Lang, records: &[&[Record]]) -> Result<Show<'_>, DeskError> {
        let words = self.house.words(lang);
        let mut links = HashMap::new();
        let mut wanted = BTreeSet::new();
        for record in records.iter().copied().flatten() {
            links.insert(record.id, show::link(record, &self.house, words));
            wanted.extend(record.answers.values().flatten().map(|live| live.author));
            if let Some(form) = self.house.forms.get(&record.kind) {
                let pointing = form.fields.iter().filter(|field| field.kind == FieldKind::Record);
                wanted.extend(pointing.flat_map(|field| record.links(field.id.as_str())));
            }
        }
        let missing: Vec<RecordId> = wanted.into_iter().filter(|id| !links.contains_key(id)).collect();
        for record in self.records(&missing)? {
            links.insert(record.id, show::link(&record, &self.house, words));
        }
        Ok(Show {
            house: &self.house,
            words,
            zone: self.zone()?,
            links,
            laptops: self.laptops()?,
            unsealed: false,
        })
    }

    pub(crate) fn lines(&self, show: &Show<'_>, gathered: &Gathered) -> Vec<RosterLine> {
        let now = self.moment();
        let line = |person: &Record| roster::line(show, person, &gathered.about(person.id), now);
        gathered.people.iter().map(line).collect()
    }
}

/// A length as the screens count.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
