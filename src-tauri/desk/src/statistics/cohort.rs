//! Whom a figure counts: everybody of whom a record says so, with the first day it says. Owns which records count; refuses
//! removed ones, and entries that another corrects.

use super::Period;
use crate::{
    Desk,
    failure::DeskError,
    places::{ByPlace, Places},
};
use chrono::NaiveDate;
use register::Column;
use std::collections::{BTreeMap, HashMap};

/// People by their place, each with the first day on which it happened.
pub(crate) type Cohort = ByPlace<NaiveDate>;

/// What happened to people in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Measure {
    /// Anything was done for them.
    Helped,
    /// Brought out.
    Rescued,
    /// Taken in by a shelter, a hospital or a hotel.
    Sheltered,
    /// Arrived at home.
    Returned,
}

/// A kind of record, its day, and the sorts that count; none where all do.
type Source = (&'static str, &'static str, &'static [&'static str]);

impl Measure {
    pub(crate) const ALL: [Self; 4] = [Self::Helped, Self::Rescued, Self::Sheltered, Self::Returned];

    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Helped => "helped",
            Self::Rescued => "rescued",
            Self::Sheltered => "sheltered",
            Self::Returned => "returned",
        }
    }

    pub(crate) fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.id() == id)
    }

    /// The records that say so; the same ones by which [`casework::lifecycle::Stage`] goes on.
    const fn sources(self) -> &'static [Source] {
        match self {
            Self::Helped => &[
                ("service", "from", &[]),
                ("expense", "spent_on", &[]),
                ("placement", "from", &[]),
                ("movement", "departed_at", &[]),
                ("interview", "held_at", &[]),
                ("referral", "sent_on", &[]),
                ("immigration-matter", "permit_from", &[]),
            ],
            Self::Rescued => &[("movement", "departed_at", &["extraction"])],
            Self::Sheltered => &[("placement", "from", &["shelter", "hospital", "hotel"])],
            Self::Returned => &[("movement", "arrived_at", &["flight"])],
        }
    }
}

/// For which of some figures a column counts: the place of the figure among them, and the events that count, where not all do.
type Counting = Vec<(usize, Option<Places>)>;

impl Desk {
    pub(crate) fn cohorts(
        &self,
        period: &Period,
        gone: &Places,
    ) -> Result<HashMap<Measure, Cohort>, DeskError> {
        let (from, before) = period.bounds()?;
        self.cohorts_of(&Measure::ALL, (&from, &before), gone)
    }

    /// Everybody to whom it happened from a day on and before another, with the first of the days in between.
    pub(crate) fn cohort(&self, measure: Measure, from: &str, before: &str) -> Result<Cohort, DeskError> {
        let gone = self.not_counted()?;
        Ok(self.cohorts_of(&[measure], (from, before), &gone)?.remove(&measure).unwrap_or_default())
    }

    /// The same for several figures. Each kind of record is gone through once, for however many of them it counts.
    pub(crate) fn cohorts_of(
        &self,
        measures: &[Measure],
        (from, before): (&str, &str),
        gone: &Places,
    ) -> Result<HashMap<Measure, Cohort>, DeskError> {
        self.register.read_everybody()?;
        let mut columns: BTreeMap<(&str, &str), Counting> = BTreeMap::new();
        for (place, measure) in measures.iter().enumerate() {
            for (kind, day, sorts) in measure.sources() {
                columns.entry((kind, day)).or_default().push((place, self.of_sorts(kind, sorts)?));
            }
        }
        let mut cohorts: Vec<Cohort> = measures.iter().map(|_| Cohort::default()).collect();
        for ((kind, day), counting) in columns {
            let column = Column { kind, field: day, from, before };
            // Days come in order, and the people of one event after each other: each day is read, and each event judged, once.
            let (mut text, mut day, mut last) = (String::new(), None, None);
            let mut counts: Vec<usize> = Vec::new();
            self.register.each_target(column, "people", &mut |on, event, person| {
                if on != text {
                    on.clone_into(&mut text);
                    day = on.parse::<NaiveDate>().ok();
                }
                if last.replace(event) != Some(event) {
                    counts.clear();
                    let counted = counting.iter().filter(|(_, events)| {
                        !gone.contains(&event) && events.as_ref().is_none_or(|events| events.contains(&event))
                    });
                    counts.extend(counted.map(|(place, _)| *place));
                }
                let Some(on) = day.filter(|_| !counts.is_empty() && !gone.contains(&person)) else { return };
                for place in &counts {
                    let Some(cohort) = cohorts.get_mut(*place) else { continue };
                    cohort.entry(person).and_modify(|first| *first = on.min(*first)).or_insert(on);
                }
            })?;
        }
        Ok(measures.iter().copied().zip(cohorts).collect())
    }

    /// The records of a kind that are of one of these sorts; none where every sort counts.
    fn of_sorts(&self, kind: &str, sorts: &[&str]) -> Result<Option<Places>, DeskError> {
        if sorts.is_empty() {
            return Ok(None);
        }
        let mut events = Places::default();
        for sort in sorts {
            events.extend(self.of_sort(kind, sort)?);
        }
        Ok(Some(events))
    }

    /// What no figure counts: removed records, and each lasting entry that another corrects, which counts in its place.
    pub(crate) fn not_counted(&self) -> Result<Places, DeskError> {
        let mut gone: Places = self.register.removed_places()?.into_iter().collect();
        for form in self.house.forms.iter() {
            if let Some(by) = &form.lasting {
                gone.extend(self.register.targets_of_kind(form.id.as_str(), by.as_str())?);
            }
        }
        Ok(gone)
    }
}
