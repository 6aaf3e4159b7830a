use super::{Stage, Standing};
use crate::{
    fixtures::{id, record},
    form::Forms,
    now::Now,
    record::Record,
    words::{Lang, Words},
};

fn standing(rescued: bool, records: &[(&str, &[(&str, &str)])]) -> Standing {
    let rescue = id(3).to_string();
    let own: &[(&str, &str)] = if rescued { &[("rescue", &rescue)] } else { &[] };
    let person = record(7, "person", own);
    let who = person.id.to_string();
    let records: Vec<Record> = (10..)
        .zip(records)
        .map(|(n, (kind, answers))| {
            let mut all = vec![("people", who.as_str())];
            all.extend_from_slice(answers);
            record(n, kind, &all)
        })
        .collect();
    let all: Vec<&Record> = records.iter().collect();
    let now = Now { instant: "2023-10-04T10:00:00Z".parse().unwrap(), today: "2023-10-04".parse().unwrap() };
    Standing::of(&person, &all, &Forms::shipped().unwrap(), now)
}

fn stage(rescued: bool, records: &[(&str, &[(&str, &str)])]) -> Stage {
    standing(rescued, records).stage()
}

#[test]
fn the_furthest_recorded_stage_counts() {
    assert_eq!(stage(false, &[]), Stage::Reported);
    assert_eq!(stage(true, &[]), Stage::Located);
    assert_eq!(stage(true, &[("movement", &[("sort", "extraction")])]), Stage::Extracted);
    let sheltered: (&str, &[(&str, &str)]) = ("placement", &[("sort", "shelter")]);
    let custody: (&str, &[(&str, &str)]) = ("placement", &[("sort", "custody")]);
    assert_eq!(stage(true, &[sheltered, custody]), Stage::Sheltered);
    let permit: (&str, &[(&str, &str)]) = ("immigration-matter", &[("permit_number", "EP1")]);
    assert_eq!(stage(true, &[sheltered, permit]), Stage::Cleared);
    assert_eq!(stage(true, &[("movement", &[("sort", "flight")])]), Stage::Departed);
    let landed: (&str, &[(&str, &str)]) = ("movement", &[("sort", "flight"), ("arrived_at", "2023-10-04")]);
    assert_eq!(stage(true, &[landed, sheltered]), Stage::Received);
    let home: (&str, &[(&str, &str)]) = ("placement", &[("sort", "home")]);
    assert_eq!(stage(true, &[landed, home]), Stage::Reintegrated);
}

#[test]
fn what_is_planned_has_not_happened() {
    let sheltered: (&str, &[(&str, &str)]) = ("placement", &[("sort", "shelter"), ("from", "2023-07-14")]);
    let planned = [
        ("departed_at", "2023-10-06T12:05+07:00[Asia/Phnom_Penh]"),
        ("arrived_at", "2023-10-06T16:20+07:00[Asia/Jakarta]"),
    ];
    let flight: Vec<(&str, &str)> = [("sort", "flight")].into_iter().chain(planned).collect();
    assert_eq!(stage(true, &[sheltered, ("movement", &flight)]), Stage::Sheltered);
    let later: (&str, &[(&str, &str)]) = ("placement", &[("sort", "rehabilitation"), ("from", "2023-10-07")]);
    assert_eq!(stage(true, &[sheltered, later]), Stage::Sheltered);
    // In the air: 17:00 in Phnom Penh, and the arrival is still to come.
    let airborne: (&str, &[(&str, &str)]) = (
        "movement",
        &[
            ("sort", "flight"),
            ("departed_at", "2023-10-04T16:00+07:00[Asia/Phnom_Penh]"),
            ("arrived_at", "2023-10-04T19:20+07:00[Asia/Jakarta]"),
        ],
    );
    assert_eq!(stage(true, &[airborne]), Stage::Departed);
}

#[test]
fn the_stage_says_what_it_rests_on() {
    let found =
        standing(true, &[("placement", &[("sort", "shelter")]), ("placement", &[("sort", "custody")])]);
    assert_eq!((found.derived, found.because, found.overridden), (Stage::Sheltered, Some(id(10)), None));
    assert_eq!(standing(true, &[]).because, Some(id(3)), "the rescue itself");
}

#[test]
fn an_override_shows_beside_what_the_records_say_and_can_be_lifted() {
    let shelter: (&str, &[(&str, &str)]) = ("placement", &[("sort", "shelter"), ("from", "2023-07-14")]);
    let gone: (&str, &[(&str, &str)]) = (
        "stage-override",
        &[("exit", "absconded"), ("decided_on", "2023-09-01"), ("reason", "not at roll call")],
    );
    let found = standing(true, &[shelter, gone]);
    assert_eq!((found.stage(), found.derived), (Stage::Absconded, Stage::Sheltered));
    assert_eq!(found.reason(), Some(id(11)));
    let lifted: (&str, &[(&str, &str)]) =
        ("stage-override", &[("decided_on", "2023-09-10"), ("reason", "came back")]);
    assert_eq!(stage(true, &[shelter, gone, lifted]), Stage::Sheltered);
    let closed: (&str, &[(&str, &str)]) =
        ("stage-override", &[("stage", "closed"), ("decided_on", "2023-10-01")]);
    assert_eq!(stage(true, &[closed, gone]), Stage::Closed, "the latest counts");
    let future: (&str, &[(&str, &str)]) =
        ("stage-override", &[("stage", "closed"), ("decided_on", "2023-11-01")]);
    assert_eq!(stage(true, &[shelter, future]), Stage::Sheltered);
}

#[test]
fn a_finding_moves_no_stage() {
    assert_eq!(stage(false, &[("determination", &[("outcome", "victim")])]), Stage::Reported);
    assert_eq!(stage(false, &[("determination", &[("outcome", "not-victim")])]), Stage::Reported);
}

#[test]
fn every_stage_has_its_word() {
    for words in Lang::ALL.map(Words::new) {
        assert!(Stage::ALL.iter().all(|stage| words.has(&stage.word_key())));
    }
    assert!(Stage::ALL.is_sorted());
    assert!(Stage::ALL.iter().all(|stage| Stage::from_id(stage.id()) == Some(*stage)));
}
