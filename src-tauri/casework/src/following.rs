//! What is due: follow-ups counted from the day of return, tasks with a day, papers that run out. Owns deriving the days;
//! refuses a second list kept by hand: a follow-up is due because somebody came home, and done because one is on record.

use crate::{
    ids::RecordId,
    lifecycle::Stage,
    now::Now,
    permits::Permit,
    record::Record,
    values::{PartialDate, When},
};
use chrono::{Days, NaiveDate};

/// What kind of thing is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueSort {
    /// A task that an officer wrote down.
    Task,
    /// A follow-up so many days after the return.
    FollowUp(u32),
    /// An exit permit that runs out.
    Permit,
    /// A travel document that runs out.
    Document,
}

impl DueSort {
    /// Its id: `follow-up`. Its word is `due-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::FollowUp(_) => "follow-up",
            Self::Permit => "permit",
            Self::Document => "document",
        }
    }
}

/// One thing that is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub sort: DueSort,
    /// The person; none for a task about nobody.
    pub person: Option<RecordId>,
    /// The record that it follows from.
    pub record: RecordId,
}

/// The day the person came home: the latest arrival of a flight, or of a handover at home, that has come.
pub fn returned(person: RecordId, about: &[&Record], now: Now) -> Option<(NaiveDate, RecordId)> {
    let flights = about.iter().filter(|one| one.kind == "movement" && one.first("sort") == Some("flight"));
    let arrived = flights.filter(|one| one.is_about(person)).filter_map(|one| {
        let when = one.when("arrived_at").filter(|when| now.has_come(*when))?;
        Some((when.latest(), one.id))
    });
    arrived.max()
}

/// The follow-ups of `person` that are not on record yet. One is done when a follow-up names its number of days.
pub fn follow_ups(person: RecordId, about: &[&Record], days: &[u32], now: Now) -> Vec<Due> {
    let Some((home, record)) = returned(person, about, now) else { return Vec::new() };
    let done = |wanted: u32| {
        about.iter().any(|one| {
            one.kind == "follow-up"
                && one.is_about(person)
                && one.first("done_on").is_some()
                && one.number("after") == Some(i64::from(wanted))
        })
    };
    let open = days.iter().filter(|wanted| !done(**wanted));
    open.filter_map(|wanted| {
        let day = home.checked_add_days(Days::new(u64::from(*wanted)))?;
        Some(Due { day, sort: DueSort::FollowUp(*wanted), person: Some(person), record })
    })
    .collect()
}

/// A task that has a day and is not done.
pub fn task(record: &Record) -> Option<Due> {
    let open = record.kind == "task" && record.first("done_on").is_none();
    let day = record.date("due").map(PartialDate::earliest)?;
    open.then_some(Due { day, sort: DueSort::Task, person: record.links("people").next(), record: record.id })
}

/// Papers of a person who is still abroad that have run out or will within the warning: permits and travel documents. Where
/// a person has several, the one that lasts longest counts.
pub fn papers(
    person: RecordId,
    about: &[&Record],
    stage: Stage,
    now: Now,
    warn: crate::post::WarnDays,
) -> Vec<Due> {
    if stage.is_out_of_the_host_country() {
        return Vec::new();
    }
    let own = |kind: &'static str| {
        about.iter().copied().filter(move |one| one.kind == kind && one.is_about(person))
    };
    let permit = own("immigration-matter")
        .filter_map(|one| Some((Permit::of(one).expires?.earliest(), one.id)))
        .max()
        .map(|(day, record)| Due { day, sort: DueSort::Permit, person: Some(person), record });
    let document = own("travel-document")
        .filter(|one| one.first("sort") != Some("id-card"))
        .filter_map(|one| Some((one.date("expires")?.earliest(), one.id)))
        .max()
        .map(|(day, record)| Due { day, sort: DueSort::Document, person: Some(person), record });
    let within = |due: &Due, days: u32| {
        now.today.checked_add_days(Days::new(u64::from(days))).is_none_or(|last| due.day <= last)
    };
    let permit = permit.filter(|due| within(due, warn.permit));
    permit.into_iter().chain(document.filter(|due| within(due, warn.document))).collect()
}

/// A flight that is still to come, with its day at the place of departure.
pub fn flight_ahead(record: &Record, now: Now) -> Option<When> {
    let flies = record.kind == "movement" && record.first("sort") == Some("flight");
    record.when("departed_at").filter(|when| flies && (!now.has_come(*when) || when.latest() >= now.today))
}

#[cfg(test)]
mod tests {
    use super::{DueSort, flight_ahead, follow_ups, papers, task};
    use crate::{
        fixtures::{id, record},
        lifecycle::Stage,
        now::Now,
        post::WarnDays,
        record::Record,
    };

    fn now(day: &str) -> Now {
        Now { instant: format!("{day}T02:00:00Z").parse().unwrap(), today: day.parse().unwrap() }
    }

    fn about(n: u128, kind: &str, answers: &[(&str, &str)]) -> Record {
        let who = id(7).to_string();
        let mut all = vec![("people", who.as_str())];
        all.extend_from_slice(answers);
        record(n, kind, &all)
    }

    #[test]
    fn follow_ups_count_from_the_arrival_where_it_was() {
        let home = about(
            10,
            "movement",
            &[("sort", "flight"), ("arrived_at", "2023-10-04T16:20+07:00[Asia/Jakarta]")],
        );
        let done = about(11, "follow-up", &[("after", "30"), ("done_on", "2023-11-05")]);
        let days = |records: &[&Record], day| {
            let found = follow_ups(id(7), records, &[30, 90, 180], now(day));
            found.iter().map(|due| due.day.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(days(&[&home], "2023-10-05"), ["2023-11-03", "2024-01-02", "2024-04-01"]);
        assert_eq!(days(&[&home, &done], "2023-10-05"), ["2024-01-02", "2024-04-01"]);
        assert!(days(&[&home], "2023-10-03").is_empty(), "a flight that is planned brought nobody home");
    }

    #[test]
    fn a_task_is_due_until_it_is_done() {
        assert_eq!(task(&about(10, "task", &[("due", "2023-10-04")])).unwrap().sort, DueSort::Task);
        assert!(task(&about(10, "task", &[("due", "2023-10-04"), ("done_on", "2023-10-01")])).is_none());
        assert!(task(&about(10, "task", &[])).is_none());
    }

    #[test]
    fn papers_matter_while_the_person_is_abroad_and_the_longest_counts() {
        let old = about(10, "travel-document", &[("sort", "passport"), ("expires", "2023-10-10")]);
        let new = about(11, "travel-document", &[("sort", "splp"), ("expires", "2024-10-10")]);
        let permit = about(12, "immigration-matter", &[("permit_expires", "2023-10-09")]);
        let warn = WarnDays { permit: 7, document: 60 };
        let sorts = |records: &[&Record], stage| {
            let found = papers(id(7), records, stage, now("2023-10-02"), warn);
            found.iter().map(|due| due.sort).collect::<Vec<_>>()
        };
        assert_eq!(sorts(&[&old, &permit], Stage::Sheltered), [DueSort::Permit, DueSort::Document]);
        assert_eq!(sorts(&[&old, &new], Stage::Sheltered), []);
        assert_eq!(sorts(&[&old, &permit], Stage::Received), []);
    }

    #[test]
    fn a_flight_is_ahead_until_its_day_is_over() {
        let flight = about(10, "movement", &[("sort", "flight"), ("departed_at", "2023-10-04")]);
        assert!(flight_ahead(&flight, now("2023-10-04")).is_some());
        assert!(flight_ahead(&flight, now("2023-10-05")).is_none());
    }
}
