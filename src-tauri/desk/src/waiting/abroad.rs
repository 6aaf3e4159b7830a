//! Who is still in the host country, and how far the permit of each is. Owns telling it for everybody at once; refuses to read
//! whom no record has taken away, and permits about which laptops agree.

use super::day_before;
use crate::{
    Desk,
    failure::DeskError,
    places::{ByPlace, Places},
};
use casework::{
    ids::RecordId,
    lifecycle::Stage,
    now::Now,
    permits::{Permit, PermitStep},
    record::Record,
    values::PartialDate,
};
use chrono::NaiveDate;
use register::{Column, Journeys, Place};
use std::collections::BTreeSet;

/// A permit by what puts it before another: its step, its last day, its matter.
type Rank = (PermitStep, Option<NaiveDate>, RecordId);

impl Desk {
    /// The people who are still in the host country, in the order of their ids.
    pub(crate) fn abroad(&self, now: Now) -> Result<Vec<(Place, RecordId)>, DeskError> {
        let mut there = self.maybe_abroad(now)?;
        let may_be_out = self.may_be_out(now)?;
        let asked = there.iter().filter(|(place, _)| may_be_out.contains(place)).map(|(_, id)| *id);
        let gathered = self.gather_of(asked.collect(), &Stage::TOLD_BY)?;
        let stage = |person: &Record| Stage::of(person, &gathered.about(person.id), &self.house.forms, now);
        let out = gathered.people.iter().filter(|person| stage(person).is_out_of_the_host_country());
        let out: BTreeSet<RecordId> = out.map(|person| person.id).collect();
        there.retain(|(_, id)| !out.contains(id));
        Ok(there)
    }

    /// The same by how far their permits are; those of one step in the order of their ids.
    pub(crate) fn abroad_by_step(&self, now: Now) -> Result<Vec<(PermitStep, RecordId)>, DeskError> {
        let abroad = self.abroad(now)?;
        let furthest = self.furthest_permits(abroad.iter().map(|(place, _)| *place).collect(), now)?;
        let step = |place: &Place| furthest.get(place).map_or(PermitStep::Missing, |(step, ..)| *step);
        let mut steps: Vec<_> = abroad.iter().map(|(place, id)| (step(place), *id)).collect();
        steps.sort_by_key(|(step, _)| *step);
        Ok(steps)
    }

    /// Whom no flight has surely carried away, or about whom an officer has said something else.
    pub(crate) fn maybe_abroad(&self, now: Now) -> Result<Vec<(Place, RecordId)>, DeskError> {
        let before = day_before(now);
        let away = Journeys {
            kind: "movement",
            sort: ("sort", "flight"),
            day: "departed_at",
            before: &before,
            people: "people",
        };
        Ok(self.register.not_gone("person", away, "stage-override")?)
    }

    /// Everybody, but those whom a flight has surely carried away, of whom any record tells that they may be out of the host
    /// country. Nobody else is: [`Stage::is_out_of_the_host_country`] rests on these records alone.
    fn may_be_out(&self, now: Now) -> Result<Places, DeskError> {
        let mut may: Places =
            self.register.targets_of_kind("stage-override", "people")?.into_iter().collect();
        for stay in ["rehabilitation", "home"] {
            let before = format!("{stay}\u{0}");
            let column = Column { kind: "placement", field: "sort", from: stay, before: &before };
            self.register.each_target(column, "people", &mut |_, _, person| {
                may.insert(person);
            })?;
        }
        let mut flights = self.of_sort("movement", "flight")?;
        let mut unsure = self.in_dispute()?;
        for record in self.register.edited_apart()? {
            unsure.extend(self.register.place_of(record)?);
        }
        let before = day_before(now);
        let flown = Column { kind: "movement", field: "departed_at", from: "", before: &before };
        self.register.each_figure(flown, &mut |_, flight| {
            if !unsure.contains(&flight) {
                flights.remove(&flight);
            }
        })?;
        for flight in flights {
            for person in self.register.named_by(self.register.at_place(flight)?, "people")? {
                may.extend(self.register.place_of(person)?);
            }
        }
        Ok(may)
    }

    /// The furthest permit of each of these people, as [`Permit::furthest`] has it.
    fn furthest_permits(&self, of: Places, now: Now) -> Result<ByPlace<Rank>, DeskError> {
        let mut matters: Vec<(Place, Place)> = Vec::new();
        self.register.each_link_of("immigration-matter", "people", &mut |matter, person| {
            if of.contains(&person) {
                matters.push((matter, person));
            }
        })?;
        let disputed = self.in_dispute()?;
        let mut last: Option<(Place, Rank)> = None;
        let mut furthest: ByPlace<Rank> = ByPlace::default();
        for (matter, person) in matters {
            let rank = match last.filter(|(known, _)| *known == matter) {
                Some((_, rank)) => rank,
                None => self.rank(matter, disputed.contains(&matter), now)?,
            };
            last = Some((matter, rank));
            furthest.entry(person).and_modify(|best| *best = rank.max(*best)).or_insert(rank);
        }
        Ok(furthest)
    }

    fn rank(&self, matter: Place, disputed: bool, now: Now) -> Result<Rank, DeskError> {
        let (id, warn) = (self.register.at_place(matter)?, self.house.post.warn_days.permit);
        if disputed && let Some(record) = self.register.record(id)? {
            let permit = Permit::of(&record);
            return Ok((permit.step(now.today, warn), permit.expires.map(PartialDate::earliest), id));
        }
        let said = |field: &str| self.register.shown_at(matter, field);
        let expires = said("permit_expires")?.and_then(|text| PartialDate::read(&text).ok());
        let handed_in = said("permit_state")?.is_some_and(|state| Permit::is_handed_in(&state));
        let numbered = said("permit_number")?.is_some();
        let step = PermitStep::of(numbered, handed_in, expires, now.today, warn);
        Ok((step, expires.map(PartialDate::earliest), id))
    }
}
