use super::Stage;
use crate::{
    fixtures::{id, record},
    form::Forms,
    record::Record,
    words::{Lang, Words},
};

fn stage(rescued: bool, records: &[(&str, &[(&str, &str)])]) -> Stage {
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
    Stage::of(&person, &all, &Forms::shipped().unwrap())
}

#[test]
fn the_furthest_recorded_stage_counts() {
    assert_eq!(stage(false, &[]), Stage::Reported);
    assert_eq!(stage(true, &[]), Stage::Located);
    assert_eq!(stage(true, &[("movement", &[("sort", "extraction")])]), Stage::Extracted);
    let sheltered: (&str, &[(&str, &str)]) = ("placement", &[("sort", "shelter")]);
    let custody: (&str, &[(&str, &str)]) = ("placement", &[("sort", "custody")]);
    assert_eq!(stage(true, &[sheltered, custody]), Stage::Sheltered);
    assert_eq!(stage(true, &[("movement", &[("sort", "flight")])]), Stage::Departed);
    let landed: (&str, &[(&str, &str)]) = ("movement", &[("sort", "flight"), ("arrived_at", "2023-10-04")]);
    assert_eq!(stage(true, &[landed, sheltered]), Stage::Received);
}

#[test]
fn a_finding_moves_no_stage() {
    assert_eq!(stage(false, &[("determination", &[("outcome", "victim")])]), Stage::Reported);
}

#[test]
fn every_stage_has_its_word() {
    for words in Lang::ALL.map(Words::new) {
        assert!(Stage::ALL.iter().all(|stage| words.has(&format!("stage-{}", stage.id()))));
    }
    assert!(Stage::ALL.is_sorted());
}
