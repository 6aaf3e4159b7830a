//! Whom a figure counts: everybody of whom a record says so, with the first day it says. Owns which records count; refuses
//! removed ones.

use super::Period;
use crate::{Desk, failure::DeskError};
use register::{Column, Place};
use std::collections::{HashMap, HashSet};

/// People by their place, each with the first day (ISO 8601) on which it happened.
pub(crate) type Cohort = HashMap<Place, String>;

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

impl Desk {
    pub(crate) fn cohorts(&self, period: &Period) -> Result<HashMap<Measure, Cohort>, DeskError> {
        let (from, before) = period.bounds()?;
        let of = |measure: Measure| Ok((measure, self.cohort(measure, &from, &before)?));
        Measure::ALL.into_iter().map(of).collect()
    }

    /// Everybody to whom it happened from a day on and before another, with the first of the days in between.
    pub(crate) fn cohort(&self, measure: Measure, from: &str, before: &str) -> Result<Cohort, DeskError> {
        let removed = self.removed()?;
        let mut cohort = Cohort::new();
        for (kind, day, sorts) in measure.sources() {
            let counted = self.of_sorts(kind, sorts)?;
            let column = Column { kind, field: day, from, before };
            self.register.each_target(column, "people", &mut |on, event, person| {
                let counts = counted.as_ref().is_none_or(|events| events.contains(&event));
                if counts && !removed.contains(&event) && !removed.contains(&person) {
                    // Days come in order within a kind of record; another kind may have an earlier one.
                    cohort
                        .entry(person)
                        .and_modify(|first| {
                            if on < first.as_str() {
                                on.clone_into(first);
                            }
                        })
                        .or_insert_with(|| on.to_owned());
                }
            })?;
        }
        Ok(cohort)
    }

    fn of_sorts(&self, kind: &str, sorts: &[&str]) -> Result<Option<HashSet<Place>>, DeskError> {
        if sorts.is_empty() {
            return Ok(None);
        }
        let mut events = HashSet::new();
        for sort in sorts {
            let before = format!("{sort}\u{0}");
            let column = Column { kind, field: "sort", from: sort, before: &before };
            self.register.each_figure(column, &mut |_, event| {
                events.insert(event);
            })?;
        }
        Ok(Some(events))
    }

    pub(crate) fn removed(&self) -> Result<HashSet<Place>, DeskError> {
        Ok(self.register.removed_places()?.into_iter().collect())
    }
}
