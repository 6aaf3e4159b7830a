//! Who came home and has not been asked after. Owns working out the days of everybody at once, from the projections alone;
//! refuses to read anybody: only where laptops differ about a flight or a follow-up that one is read.

use super::shifted;
use crate::{
    Desk,
    failure::DeskError,
    places::{ByPlace, Places},
};
use casework::{
    following::{Due, DueSort},
    ids::RecordId,
    now::Now,
    values::When,
};
use chrono::{Days, NaiveDate};
use register::{Column, Place};
use std::collections::{BTreeMap, HashSet};

/// A follow-up that nobody has put on record.
#[derive(Clone, Copy)]
pub(crate) struct Owed {
    pub(crate) person: Place,
    /// The flight that it counts from.
    pub(crate) flight: RecordId,
}

/// Follow-ups by their day, and by how long after the flight.
pub(crate) type ByDay = BTreeMap<(NaiveDate, DueSort), Vec<Owed>>;

/// A day of arrival, and the flight.
type Arrival = (NaiveDate, RecordId);

impl Desk {
    /// The follow-ups that are due up to `last`.
    pub(crate) fn follow_ups_owed(&self, now: Now, last: NaiveDate) -> Result<ByDay, DeskError> {
        let (home, followed) = (self.came_home(now)?, self.followed_up()?);
        let people: Places = self.register.places_of_kind("person")?.into_iter().collect();
        let mut owed = ByDay::new();
        for (person, (day, flight)) in home.into_iter().filter(|(person, _)| people.contains(person)) {
            for wanted in &self.house.post.follow_up_days {
                let due = day.checked_add_days(Days::new(u64::from(*wanted))).filter(|due| *due <= last);
                let Some(due) = due.filter(|_| !followed.contains(&(person, *wanted))) else { continue };
                let on = owed.entry((due, DueSort::FollowUp(*wanted))).or_default();
                on.push(Owed { person, flight });
            }
        }
        Ok(owed)
    }

    /// What is owed on one day, as the rules say it and in their order.
    pub(crate) fn dues(
        &self,
        (day, sort): (NaiveDate, DueSort),
        owed: &[Owed],
    ) -> Result<Vec<Due>, DeskError> {
        let mut dues = Vec::with_capacity(owed.len());
        for Owed { person, flight } in owed {
            let person = Some(self.register.at_place(*person)?);
            dues.push(Due { day, sort, person, record: *flight });
        }
        dues.sort_unstable();
        Ok(dues)
    }

    /// The latest flight that has arrived of everybody, as [`casework::following::returned`] has it.
    fn came_home(&self, now: Now) -> Result<ByPlace<Arrival>, DeskError> {
        let gone: Places = self.register.removed_places()?.into_iter().collect();
        let flights = self.of_sort("movement", "flight")?;
        // The clocks of two zones may be a day apart; what has not come after all is told by the arrival itself.
        let before = shifted(now.today, 2);
        let column = Column { kind: "movement", field: "arrived_at", from: "", before: &before };
        let mut carried: Vec<(Place, Place)> = Vec::new();
        self.register.each_target(column, "people", &mut |_, flight, person| {
            if flights.contains(&flight) && !gone.contains(&flight) {
                carried.push((flight, person));
            }
        })?;
        let disputed = self.in_dispute()?;
        let mut arrivals: ByPlace<Option<Arrival>> = ByPlace::default();
        let mut home: ByPlace<Arrival> = ByPlace::default();
        for (flight, person) in carried {
            let arrival = match arrivals.get(&flight) {
                Some(known) => *known,
                None => {
                    let arrival = self.arrival(flight, disputed.contains(&flight), now)?;
                    arrivals.insert(flight, arrival);
                    arrival
                }
            };
            if let Some(arrival) = arrival {
                home.entry(person).and_modify(|latest| *latest = arrival.max(*latest)).or_insert(arrival);
            }
        }
        Ok(home)
    }

    fn arrival(&self, flight: Place, disputed: bool, now: Now) -> Result<Option<Arrival>, DeskError> {
        let id = self.register.at_place(flight)?;
        let when = if disputed {
            let record = self.register.record(id)?.filter(|one| one.first("sort") == Some("flight"));
            record.and_then(|flight| flight.when("arrived_at"))
        } else {
            self.register.shown_at(flight, "arrived_at")?.and_then(|text| When::read(&text).ok())
        };
        Ok(when.filter(|when| now.has_come(*when)).map(|when| (when.latest(), id)))
    }

    /// Each person with each step that is on record as done.
    fn followed_up(&self) -> Result<HashSet<(Place, u32)>, DeskError> {
        let gone: Places = self.register.removed_places()?.into_iter().collect();
        let disputed = self.in_dispute()?;
        let mut done = Places::default();
        self.register.each_figure(Column::whole("follow-up", "done_on"), &mut |_, one| {
            if !gone.contains(&one) && !disputed.contains(&one) {
                done.insert(one);
            }
        })?;
        let mut followed = HashSet::new();
        self.register.each_target(
            Column::whole("follow-up", "after"),
            "people",
            &mut |step, one, person| {
                if let Ok(step) = step.parse()
                    && done.contains(&one)
                {
                    followed.insert((person, step));
                }
            },
        )?;
        for place in disputed {
            let Some(one) = self.register.record(self.register.at_place(place)?)? else { continue };
            let step = one.number("after").and_then(|step| u32::try_from(step).ok());
            let step = step.filter(|_| one.kind == "follow-up" && one.first("done_on").is_some());
            for (person, step) in one.links("people").zip(std::iter::repeat(step)) {
                followed.extend(self.register.place_of(person)?.zip(step));
            }
        }
        Ok(followed)
    }
}
