//! What people are told apart by in a table. Owns reading it from the figures and putting it in words; a person with several
//! values is counted once, under "several".

use super::{
    Tabled,
    cohort::{Cohort, Measure},
};
use crate::{
    Desk,
    failure::DeskError,
    places::{ByPlace, Places},
};
use casework::{publication::Grid, values::Place as Region};
use chrono::{Datelike, NaiveDate};
use register::{Column, Place};
use std::collections::{BTreeMap, HashMap};

/// A person with several values, after all others but one.
const SEVERAL: &str = "\u{10FFFD}several";
/// A person of whom nothing is recorded: the last line.
const NOTHING: &str = "\u{10FFFE}none";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Dimension {
    Province,
    Regency,
    Sex,
    Age,
    Company,
    SiteProvince,
    Means,
    Finding,
    Month,
    Year,
}

impl Dimension {
    pub(crate) const ALL: [Self; 10] = [
        Self::Province,
        Self::Regency,
        Self::Sex,
        Self::Age,
        Self::Company,
        Self::SiteProvince,
        Self::Means,
        Self::Finding,
        Self::Month,
        Self::Year,
    ];

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::Regency => "regency",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Company => "company",
            Self::SiteProvince => "site-province",
            Self::Means => "means",
            Self::Finding => "finding",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    pub(crate) fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dimension| dimension.id() == id)
    }

    /// Tells where somebody was held.
    pub(crate) const fn is_of_a_site(self) -> bool {
        matches!(self, Self::Company | Self::SiteProvince)
    }

    /// Tells when something happened.
    pub(crate) const fn is_of_a_day(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }
}

/// Each person's value, by its place among the words; none for several.
#[derive(Default)]
struct Values {
    words: Vec<String>,
    places: HashMap<String, usize>,
    of: ByPlace<Option<usize>>,
}

impl Values {
    fn add(&mut self, cohort: &Cohort, person: Place, value: &str) {
        if !cohort.contains_key(&person) {
            return;
        }
        // Figures come in order of value: most are the one before.
        let last = self.words.len().checked_sub(1);
        let place = match last.filter(|last| self.words.get(*last).is_some_and(|word| word == value)) {
            Some(last) => last,
            None => match self.places.get(value) {
                Some(place) => *place,
                None => {
                    self.words.push(value.to_owned());
                    self.places.insert(value.to_owned(), self.words.len() - 1);
                    self.words.len() - 1
                }
            },
        };
        let one = |kept: &mut Option<usize>| *kept = kept.filter(|kept| *kept == place);
        self.of.entry(person).and_modify(one).or_insert(Some(place));
    }

    /// The place of a person's value among the words; those of several and of nothing come after the last.
    fn place(&self, person: Place) -> usize {
        match self.of.get(&person) {
            Some(Some(place)) => *place,
            Some(None) => self.words.len(),
            None => self.words.len() + 1,
        }
    }

    /// The values that a cohort meets, in order, and the line of each place among them.
    fn lines(&self, cohort: &Cohort) -> Lines {
        let mut met = vec![false; self.words.len() + 2];
        for person in cohort.keys() {
            if let Some(met) = met.get_mut(self.place(*person)) {
                *met = true;
            }
        }
        let words = self.words.iter().map(String::as_str).chain([SEVERAL, NOTHING]);
        let mut lines: Vec<(&str, usize)> =
            words.zip(0..).zip(met).filter_map(|(line, met)| met.then_some(line)).collect();
        lines.sort_unstable();
        let mut of = vec![0; self.words.len() + 2];
        for (line, (_, place)) in lines.iter().enumerate() {
            if let Some(of) = of.get_mut(*place) {
                *of = line;
            }
        }
        Lines { words: lines.into_iter().map(|(word, _)| word.to_owned()).collect(), of }
    }
}

/// One side of a table.
struct Lines {
    words: Vec<String>,
    /// The line of each place among the values.
    of: Vec<usize>,
}

impl Desk {
    pub(crate) fn grid(
        &self,
        measure: Measure,
        cohort: &Cohort,
        by: &[String],
        gone: &Places,
    ) -> Result<Tabled, DeskError> {
        let named = by.iter().map(|id| Dimension::named(id).ok_or(DeskError::BadTable));
        let dimensions = named.collect::<Result<Vec<_>, _>>()?;
        if dimensions.len() > 2 || matches!(dimensions.as_slice(), [one, other] if one == other) {
            return Err(DeskError::BadTable);
        }
        let mut sides = Vec::with_capacity(dimensions.len());
        for dimension in &dimensions {
            let values = self.values_of(*dimension, cohort, gone)?;
            let lines = values.lines(cohort);
            sides.push((values, lines));
        }
        let lines = |at: usize| {
            let whole = || vec![String::new()];
            sides.get(at).map_or_else(whole, |(_, lines)| lines.words.clone())
        };
        let (rows, columns) = (lines(0), lines(1));
        let line = |at: usize, person: Place| {
            let side = sides.get(at).and_then(|(values, lines)| lines.of.get(values.place(person)));
            side.copied().unwrap_or(0)
        };
        let people = cohort
            .keys()
            .map(|person| (person.number(), line(0, *person) * columns.len() + line(1, *person)));
        let people: BTreeMap<i64, usize> = people.collect();
        let grid = Grid { rows: rows.len(), columns: columns.len(), people };
        let words = self.words();
        let heading = |at: usize| {
            let dimension = dimensions.get(at);
            dimension.map(|one| words.get(&format!("by-{}", one.id())).into_owned()).unwrap_or_default()
        };
        let heading = [words.get(&format!("stat-{}", measure.id())).into_owned(), heading(0), heading(1)];
        let (first, second) = (dimensions.first().copied(), dimensions.get(1).copied());
        Ok(Tabled {
            measure,
            heading,
            rows: self.worded(first, &rows)?,
            columns: self.worded(second, &columns)?,
            dimensions,
            grid,
        })
    }

    fn values_of(&self, dimension: Dimension, cohort: &Cohort, gone: &Places) -> Result<Values, DeskError> {
        let mut values = Values::default();
        let mut add = |person: Place, value: &str| values.add(cohort, person, value);
        match dimension {
            Dimension::Month | Dimension::Year => {
                let length = if dimension == Dimension::Month { 7 } else { 4 };
                for (person, day) in cohort {
                    add(*person, day.to_string().get(..length).unwrap_or_default());
                }
            }
            Dimension::Sex => self
                .register
                .each_figure(Column::whole("person", "sex"), &mut |value, person| add(person, value))?,
            Dimension::Regency | Dimension::Province => {
                let whole = dimension == Dimension::Regency;
                self.register.each_figure(Column::whole("person", "origin"), &mut |value, person| {
                    let parts = if whole { usize::MAX } else { 2 };
                    let end = value.match_indices('.').nth(parts - 1).map_or(value.len(), |(at, _)| at);
                    add(person, value.get(..end).unwrap_or(value));
                })?;
            }
            Dimension::Age => {
                let mut born: ByPlace<NaiveDate> = ByPlace::default();
                for field in ["age_told", "birth_date"] {
                    self.register.each_figure(Column::whole("person", field), &mut |value, person| {
                        if let Ok(day) = value.parse() {
                            born.insert(person, day);
                        }
                    })?;
                }
                for (person, day) in cohort {
                    if let Some(born) = born.get(person) {
                        add(*person, age_band(*born, *day));
                    }
                }
            }
            Dimension::Company | Dimension::SiteProvince => {
                let by = if dimension == Dimension::Company { "organisation" } else { "site" };
                let mut held: ByPlace<Place> = ByPlace::default();
                self.register.each_target(
                    Column::whole("episode", "sort"),
                    by,
                    &mut |sort, episode, at| {
                        if dimension == Dimension::SiteProvince || sort == "exploitation" {
                            held.insert(episode, at);
                        }
                    },
                )?;
                let mut names: ByPlace<String> = ByPlace::default();
                if dimension == Dimension::SiteProvince {
                    self.register.each_figure(Column::whole("site", "province"), &mut |value, site| {
                        names.insert(site, value.to_owned());
                    })?;
                } else {
                    for organisation in held.values() {
                        if let std::collections::hash_map::Entry::Vacant(new) = names.entry(*organisation) {
                            new.insert(self.register.at_place(*organisation)?.to_string());
                        }
                    }
                }
                // The people of one episode come after each other: where they were held is looked up once.
                let mut last: Option<(Place, Option<&String>)> = None;
                let column = Column::whole("episode", "sort");
                self.register.each_target(column, "people", &mut |_, episode, person| {
                    let at = match last.filter(|(known, _)| *known == episode) {
                        Some((_, at)) => at,
                        None => held
                            .get(&episode)
                            .filter(|_| !gone.contains(&episode))
                            .and_then(|at| names.get(at)),
                    };
                    last = Some((episode, at));
                    if let Some(value) = at {
                        add(person, value);
                    }
                })?;
            }
            Dimension::Means => self.by_records(("episode", "controls"), gone, &mut add)?,
            Dimension::Finding => self.by_records(("determination", "outcome"), gone, &mut add)?,
        }
        Ok(values)
    }

    /// Values of records that name people, for each person they name.
    fn by_records(
        &self,
        (kind, field): (&str, &str),
        gone: &Places,
        add: &mut dyn FnMut(Place, &str),
    ) -> Result<(), DeskError> {
        self.register.each_target(Column::whole(kind, field), "people", &mut |value, record, person| {
            if !gone.contains(&record) {
                add(person, value);
            }
        })?;
        Ok(())
    }

    fn worded(&self, dimension: Option<Dimension>, values: &[String]) -> Result<Vec<String>, DeskError> {
        let words = self.words();
        let option = |kind: &str, field: &str, value: &str| {
            let field = self.house.forms.named(kind).and_then(|form| form.field(field));
            field.map_or_else(|| value.to_owned(), |field| words.get(&field.option_key(value)).into_owned())
        };
        let mut worded = Vec::with_capacity(values.len());
        for value in values {
            worded.push(match (dimension, value.as_str()) {
                (_, SEVERAL) => words.get("stat-several").into_owned(),
                (_, NOTHING) => words.get("stat-not-recorded").into_owned(),
                (Some(Dimension::Province | Dimension::Regency | Dimension::SiteProvince), code) => {
                    Region::read(code).map_or_else(|_| code.to_owned(), |place| place.display(words))
                }
                (Some(Dimension::Sex), sex) => option("person", "sex", sex),
                (Some(Dimension::Finding), outcome) => option("determination", "outcome", outcome),
                (Some(Dimension::Means), control) => option("episode", "controls", control),
                (Some(Dimension::Company), id) => {
                    let id = casework::ids::RecordId::from_canonical(id)
                        .map_err(|_| DeskError::Fault("company"))?;
                    let record = self.register.record(id)?;
                    record.map_or_else(
                        || words.get("link-not-here").into_owned(),
                        |record| casework::naming::title(&record, &self.house.forms, words),
                    )
                }
                (_, other) => other.to_owned(),
            });
        }
        Ok(worded)
    }
}

/// The band of an age on a day; children apart.
fn age_band(born: NaiveDate, on: NaiveDate) -> &'static str {
    let had = (on.month(), on.day()) >= (born.month(), born.day());
    let age = on.year() - born.year() - i32::from(!had);
    match age {
        ..=11 => "0–11",
        12..=17 => "12–17",
        18..=24 => "18–24",
        25..=34 => "25–34",
        35..=44 => "35–44",
        45..=59 => "45–59",
        _ => "60+",
    }
}

#[cfg(test)]
mod tests {
    use super::age_band;

    #[test]
    fn a_birthday_decides_the_band() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(age_band(day("2005-10-04"), day("2023-10-03")), "12–17");
        assert_eq!(age_band(day("2005-10-04"), day("2023-10-04")), "18–24");
        assert_eq!(age_band(day("1950-01-01"), day("2023-10-04")), "60+");
    }
}
