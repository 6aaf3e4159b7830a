//! What is still open, for the screens that an officer looks at every morning: tasks, follow-ups, papers, flights, stays, and
//! who is still abroad. Owns which questions are asked of the register; refuses to read people whose matter is closed. Each
//! answer is a little wide, and the rule in casework has the last word.

use crate::{Desk, failure::DeskError, reading::Gathered};
use casework::{
    following::{self, Due},
    ids::RecordId,
    lifecycle::Stage,
    now::Now,
    record::Record,
};
use chrono::{Days, NaiveDate};
use register::{Journeys, Steps};
use std::collections::{BTreeMap, BTreeSet};

/// What is due, and the records that its lines name.
pub(crate) struct Waiting {
    pub(crate) due: Vec<Due>,
    pub(crate) records: Vec<Record>,
}

impl Desk {
    /// Everything that is due up to `last`, papers within their own warning; in no order.
    pub(crate) fn waiting(&self, now: Now, last: NaiveDate) -> Result<Waiting, DeskError> {
        let tasks = self.records(&self.register.open_of_kind("task", "done_on", None, None)?)?;
        let mut due: Vec<Due> = tasks.iter().filter_map(following::task).collect();
        let mut records = tasks;
        let (follow_ups, flights) = self.open_follow_ups(now, last)?;
        due.extend(follow_ups);
        due.retain(|one| one.day <= last);
        records.extend(flights);
        let gathered = self.gather(self.with_papers_running_out(now)?)?;
        for person in &gathered.people {
            let about = gathered.about(person.id);
            let stage = Stage::of(person, &about, &self.house.forms, now);
            due.extend(following::papers(person.id, &about, stage, now, self.house.post.warn_days));
        }
        let named: BTreeSet<RecordId> = due.iter().map(|one| one.record).collect();
        records.extend(gathered.about.into_iter().filter(|one| named.contains(&one.id)));
        Ok(Waiting { due, records })
    }

    /// Flights that are still to come, in no order.
    pub(crate) fn flights_ahead(&self, now: Now) -> Result<Vec<Record>, DeskError> {
        let mut ahead =
            self.records(&self.register.dated_from("movement", "departed_at", &day_before(now))?)?;
        ahead.retain(|one| following::flight_ahead(one, now).is_some());
        Ok(ahead)
    }

    /// Stays with somebody that are not over.
    pub(crate) fn open_stays(&self, now: Now) -> Result<Vec<Record>, DeskError> {
        let from = day_before(now);
        self.records(&self.register.open_of_kind("placement", "until", Some(&from), Some("holder"))?)
    }

    /// Everything on record about the people who are still in the host country.
    pub(crate) fn gather_abroad(&self, now: Now) -> Result<Gathered, DeskError> {
        let mut gathered = self.gather(self.maybe_abroad(now)?)?;
        let stage = |person: &Record| Stage::of(person, &gathered.about(person.id), &self.house.forms, now);
        let here: BTreeSet<RecordId> = gathered
            .people
            .iter()
            .filter(|person| !stage(person).is_out_of_the_host_country())
            .map(|person| person.id)
            .collect();
        gathered.people.retain(|person| here.contains(&person.id));
        Ok(gathered)
    }

    /// Whom no flight has carried away, or about whom an officer has said something else.
    fn maybe_abroad(&self, now: Now) -> Result<Vec<RecordId>, DeskError> {
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

    fn with_papers_running_out(&self, now: Now) -> Result<Vec<RecordId>, DeskError> {
        let warn = self.house.post.warn_days;
        let mut people = BTreeSet::new();
        for (kind, day, days) in [
            ("immigration-matter", "permit_expires", warn.permit),
            ("travel-document", "expires", warn.document),
        ] {
            let before = shifted(now.today, i64::from(days) + 1);
            people.extend(self.register.named_before(kind, day, &before, "people")?);
        }
        if people.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.maybe_abroad(now)?.into_iter().filter(|id| people.contains(id)).collect())
    }

    /// Follow-ups that nobody has put on record yet, with the flights that they count from. Of the people nothing else is read.
    fn open_follow_ups(&self, now: Now, last: NaiveDate) -> Result<(Vec<Due>, Vec<Record>), DeskError> {
        let days = &self.house.post.follow_up_days;
        let Some(first) = days.iter().min() else { return Ok((Vec::new(), Vec::new())) };
        let all: Vec<String> = days.iter().map(u32::to_string).collect();
        let before = shifted(last, 1 - i64::from(*first));
        let home = Journeys {
            kind: "movement",
            sort: ("sort", "flight"),
            day: "arrived_at",
            before: &before,
            people: "people",
        };
        let steps = Steps { kind: "follow-up", step: "after", done: "done_on", all: &all };
        let mut ways: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
        for person in self.register.unfollowed(home, steps)? {
            let ways = ways.entry(person).or_default();
            for kind in ["movement", "follow-up"] {
                ways.extend(self.pointing_at(person, kind, "people")?);
            }
        }
        let ids: BTreeSet<RecordId> = ways.values().flatten().copied().collect();
        let records = self.records(&ids.into_iter().collect::<Vec<_>>())?;
        let by_id: BTreeMap<RecordId, &Record> = records.iter().map(|one| (one.id, one)).collect();
        let mut due = Vec::new();
        for (person, ways) in &ways {
            let about: Vec<&Record> = ways.iter().filter_map(|id| by_id.get(id).copied()).collect();
            due.extend(following::follow_ups(*person, &about, days, now));
        }
        Ok((due, records))
    }
}

/// The day before today: clocks of two zones may be a day apart.
fn day_before(now: Now) -> String {
    shifted(now.today, -1)
}

fn shifted(day: NaiveDate, days: i64) -> String {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day).to_string()
}
