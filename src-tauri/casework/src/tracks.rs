//! The parallel tracks beside the way home: identification, immigration, health, justice. Owns reading how far each is; refuses
//! to tie them to each other or to the stage.

use crate::{
    corrections::corrected,
    ids::RecordId,
    now::Now,
    permits::{Permit, PermitStep},
    record::Record,
    screening,
    values::When,
};

/// A track.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Track {
    /// Screening and the authorities' findings.
    Identification,
    /// Overstay and exit permit.
    Immigration,
    /// Examinations and fitness to travel.
    Health,
    /// The police's and the courts' side.
    Justice,
}

impl Track {
    /// All of them, in the order to show.
    pub const ALL: [Self; 4] = [Self::Identification, Self::Immigration, Self::Health, Self::Justice];

    /// Its id. Its word is `track-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Identification => "identification",
            Self::Immigration => "immigration",
            Self::Health => "health",
            Self::Justice => "justice",
        }
    }
}

/// How far one track is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The track.
    pub track: Track,
    /// The key of the word for how far it is.
    pub word_key: &'static str,
    /// The record that says so.
    pub because: Option<RecordId>,
}

/// How far each track of `person` is.
pub fn positions(person: RecordId, about: &[&Record], now: Now, permit_warning: u32) -> Vec<Position> {
    let own: Vec<&Record> = about.iter().copied().filter(|one| one.is_about(person)).collect();
    Track::ALL
        .into_iter()
        .map(|track| {
            let (word_key, because) = match track {
                Track::Identification => identification(person, about, &own),
                Track::Immigration => immigration(&own, now, permit_warning),
                Track::Health => health(&own, now),
                Track::Justice => justice(&own),
            };
            Position { track, word_key, because }
        })
        .collect()
}

type Place = (&'static str, Option<RecordId>);

const NOTHING: Place = ("track-nothing", None);

fn latest<'a>(own: &[&'a Record], kind: &str, field: &str) -> Option<&'a Record> {
    let of_kind = own.iter().copied().filter(|one| one.kind == kind);
    of_kind.max_by_key(|one| (one.when(field).map(When::sort_key), one.id))
}

fn identification(person: RecordId, about: &[&Record], own: &[&Record]) -> Place {
    let (findings, differ) = screening::determinations(person, about);
    let corrected = corrected(about.iter().copied());
    let Some(last) = findings.iter().rev().find(|one| !corrected.contains(&one.id)) else {
        return latest(own, "screening", "screened_on")
            .map_or(NOTHING, |one| ("track-screened", Some(one.id)));
    };
    let word = match last.first("outcome") {
        _ if differ => "track-findings-differ",
        Some("victim") => "det-victim",
        Some("not-victim") => "det-not-victim",
        _ => "det-pending",
    };
    (word, Some(last.id))
}

fn immigration(own: &[&Record], now: Now, warn: u32) -> Place {
    let matters = own.iter().copied().filter(|one| one.kind == "immigration-matter");
    let Some(permit) = Permit::furthest(matters, now.today, warn) else { return NOTHING };
    let word = match permit.step(now.today, warn) {
        PermitStep::Missing => "track-permit-missing",
        PermitStep::Submitted => "track-permit-submitted",
        PermitStep::Expired => "track-permit-expired",
        PermitStep::Expiring => "track-permit-expiring",
        PermitStep::Issued => "track-permit-issued",
    };
    (word, Some(permit.matter.id))
}

fn health(own: &[&Record], now: Now) -> Place {
    if let Some(exam) = latest(own, "fitness", "examined_on") {
        let over = exam.date("valid_until").is_some_and(|until| until.latest() < now.today);
        let word = match exam.first("outcome") {
            Some("unfit") => "track-unfit",
            Some(_) if over => "track-fit-over",
            Some(_) => "track-fit",
            None => "track-seen",
        };
        return (word, Some(exam.id));
    }
    latest(own, "health", "seen_on").map_or(NOTHING, |one| ("track-seen", Some(one.id)))
}

fn justice(own: &[&Record]) -> Place {
    let Some(matter) = latest(own, "justice-matter", "reported_on") else { return NOTHING };
    let word = if matter.first("outcome").is_some() { "track-justice-closed" } else { "track-justice-open" };
    (word, Some(matter.id))
}

#[cfg(test)]
mod tests {
    use super::positions;
    use crate::{
        fixtures::{id, record},
        now::Now,
        record::Record,
        words::{Lang, Words},
    };

    fn words(records: &[(&str, &[(&str, &str)])]) -> Vec<&'static str> {
        let who = id(7).to_string();
        let records: Vec<Record> = (10..)
            .zip(records)
            .map(|(n, (kind, answers))| {
                let mut all = vec![("people", who.as_str())];
                all.extend_from_slice(answers);
                record(n, kind, &all)
            })
            .collect();
        let all: Vec<&Record> = records.iter().collect();
        let now =
            Now { instant: "2023-10-04T02:00:00Z".parse().unwrap(), today: "2023-10-04".parse().unwrap() };
        let found: Vec<&'static str> =
            positions(id(7), &all, now, 7).iter().map(|one| one.word_key).collect();
        for dictionary in Lang::ALL.map(Words::new) {
            assert!(found.iter().all(|key| dictionary.has(key)), "{found:?}");
        }
        found
    }

    #[test]
    fn each_track_goes_its_own_way() {
        assert_eq!(words(&[]), ["track-nothing"; 4]);
        let found = words(&[
            ("determination", &[("outcome", "victim"), ("decided_on", "2023-09-20")]),
            ("immigration-matter", &[("permit_state", "submitted")]),
            ("fitness", &[("outcome", "fit"), ("examined_on", "2023-09-01"), ("valid_until", "2023-10-01")]),
            ("justice-matter", &[("reported_on", "2023-09-02")]),
        ]);
        assert_eq!(found, ["det-victim", "track-permit-submitted", "track-fit-over", "track-justice-open"]);
    }

    #[test]
    fn findings_that_differ_are_said_to_differ() {
        let found = words(&[
            ("determination", &[("outcome", "victim"), ("decided_on", "2023-09-20")]),
            ("determination", &[("outcome", "not-victim"), ("decided_on", "2023-10-01")]),
        ]);
        assert_eq!(found[0], "track-findings-differ");
    }
}
