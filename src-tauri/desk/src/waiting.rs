//! What is still open, for the screens that an officer looks at every morning: tasks, follow-ups, papers, flights, stays, and
//! who is still abroad. Owns which questions are asked of the register; refuses to read people whose matter is closed. Each
//! answer is a little wide, and the rule in casework has the last word.

mod abroad;
mod homecoming;

use crate::{Desk, failure::DeskError};
use casework::{
    following::{self, Due, DueSort},
    ids::RecordId,
    lifecycle::Stage,
    now::Now,
    record::Record,
};
use chrono::{Days, NaiveDate};
pub(crate) use homecoming::Owed;
use std::collections::{BTreeMap, BTreeSet};

/// What is due for one reason on one day.
pub(crate) enum Bucket {
    /// Tasks and papers, ascending.
    Read(Vec<Due>),
    /// Follow-ups, in no order: they are many, and most are only counted.
    Owed(Vec<Owed>),
}

/// What is due, the earliest first. Nothing is due in two buckets.
pub(crate) type Waiting = BTreeMap<(NaiveDate, DueSort), Bucket>;

impl Desk {
    /// Everything that is due up to `last`, papers within their own warning.
    pub(crate) fn waiting(&self, now: Now, last: NaiveDate) -> Result<Waiting, DeskError> {
        let tasks = self.records(&self.register.open_of_kind("task", "done_on", None, None)?)?;
        let mut read: Vec<Due> = tasks.iter().filter_map(following::task).collect();
        read.retain(|one| one.day <= last);
        let told_by = [&Stage::TOLD_BY[..], &["travel-document"]].concat();
        let gathered = self.gather_of(self.with_papers_running_out(now)?, &told_by)?;
        for person in &gathered.people {
            let about = gathered.about(person.id);
            let stage = Stage::of(person, &about, &self.house.forms, now);
            read.extend(following::papers(person.id, &about, stage, now, self.house.post.warn_days));
        }
        read.sort_unstable();
        let owed = self.follow_ups_owed(now, last)?;
        let mut waiting: Waiting = owed.into_iter().map(|(key, owed)| (key, Bucket::Owed(owed))).collect();
        for due in read {
            let bucket = waiting.entry((due.day, due.sort)).or_insert_with(|| Bucket::Read(Vec::new()));
            if let Bucket::Read(dues) = bucket {
                dues.push(due);
            }
        }
        Ok(waiting)
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
        let abroad = self.maybe_abroad(now)?.into_iter().map(|(_, id)| id);
        Ok(abroad.filter(|id| people.contains(id)).collect())
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
