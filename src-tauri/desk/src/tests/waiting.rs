use super::{Laptop, fresh};
use crate::{
    Desk, DeskError,
    views::{FieldInput, NewRecord},
    waiting::Bucket,
};
use casework::{
    following::{self, Due, DueSort},
    ids::RecordId,
    lifecycle::Stage,
    now::Now,
};
use chrono::Days;

pub(super) fn add(desk: &mut Desk, kind: &str, about: &[&str], fields: &[(&str, &str)]) -> String {
    let one = |(field, text): &(&str, &str)| FieldInput {
        field: (*field).to_owned(),
        text: (*text).to_owned(),
        reading: None,
    };
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.to_owned(),
        about: about.iter().map(|id| (*id).to_owned()).collect(),
        fields: fields.iter().map(one).collect(),
        deed: fresh(desk),
    };
    desk.add_record(&input).unwrap().link.id
}

pub(super) fn at(day: &str) -> Now {
    Now { instant: format!("{day}T02:00:00Z").parse().unwrap(), today: day.parse().unwrap() }
}

/// The same, from every record of everybody.
pub(super) fn read_from_everybody(desk: &Desk, now: Now) -> (Vec<Due>, Vec<RecordId>) {
    let gathered = desk.gather(desk.of_kind("person").unwrap().iter().map(|one| one.id).collect()).unwrap();
    let mut due: Vec<Due> = gathered.about.iter().filter_map(following::task).collect();
    let mut abroad = Vec::new();
    for person in &gathered.people {
        let about = gathered.about(person.id);
        let stage = Stage::of(person, &about, &desk.house.forms, now);
        due.extend(following::follow_ups(person.id, &about, &desk.house.post.follow_up_days, now));
        due.extend(following::papers(person.id, &about, stage, now, desk.house.post.warn_days));
        if !stage.is_out_of_the_host_country() {
            abroad.push(person.id);
        }
    }
    let last = now.today + Days::new(14);
    due.retain(|one| matches!(one.sort, DueSort::Permit | DueSort::Document) || one.day <= last);
    due.sort();
    (due, abroad)
}

/// What is due, as the screen comes by it.
pub(super) fn all_due(desk: &Desk, now: Now) -> Vec<Due> {
    let mut due = Vec::new();
    for (key, bucket) in desk.waiting(now, now.today + Days::new(14)).unwrap() {
        match bucket {
            Bucket::Read(dues) => due.extend(dues),
            Bucket::Owed(owed) => due.extend(desk.dues(key, &owed).unwrap()),
        }
    }
    due
}

#[test]
fn what_waits_is_what_reading_everybody_would_find() {
    let laptop = Laptop::new(210);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    // Somebody with nothing done since the flight, somebody back abroad by an officer's word, a paper that runs out.
    let late = add(&mut desk, "person", &[], &[("full_name", "Prameswari")]);
    let back = add(&mut desk, "person", &[], &[("full_name", "Sutrisno")]);
    let here = add(&mut desk, "person", &[], &[("full_name", "Wiranata")]);
    let flight = [("sort", "flight"), ("departed_at", "2 January 2024"), ("arrived_at", "2 January 2024")];
    add(&mut desk, "movement", &[&late, &back], &flight);
    let word = [("stage", "sheltered"), ("decided_on", "3 January 2024"), ("reason", "Never left")];
    add(&mut desk, "stage-override", &[&back], &word);
    let paper = [("sort", "passport"), ("number", "X1"), ("expires", "February 2024")];
    add(&mut desk, "travel-document", &[&here, &back, &late], &paper);
    add(&mut desk, "task", &[&here], &[("what", "Ask the family"), ("due", "1 March 2024")]);
    let followed = [("after", "30"), ("due", "2 February 2024"), ("done_on", "2 February 2024")];
    add(&mut desk, "follow-up", &[&late], &followed);
    let other = [("after", "other"), ("due", "2 February 2024"), ("done_on", "2 February 2024")];
    add(&mut desk, "follow-up", &[&late], &other);
    let days = [
        "2023-06-29",
        "2023-09-28",
        "2023-10-03",
        "2023-10-04",
        "2023-10-05",
        "2023-10-20",
        "2024-01-02",
        "2024-01-03",
        "2024-02-10",
        "2024-03-01",
        "2024-06-20",
        "2026-11-24",
    ];
    let mut seen = std::collections::BTreeSet::new();
    for day in days {
        let now = at(day);
        let (expected, abroad) = read_from_everybody(&desk, now);
        let due = all_due(&desk, now);
        assert_eq!(due, expected, "{day}");
        let here: Vec<RecordId> = desk.abroad(now).unwrap().into_iter().map(|(_, id)| id).collect();
        assert_eq!(here, abroad, "{day}");
        seen.extend(due.iter().map(|one| one.sort.id()));
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["document", "follow-up", "permit", "task"]);
}

#[test]
fn people_of_one_rescue_share_a_line_and_those_without_one_stand_alone() {
    let laptop = Laptop::new(211);
    let mut desk = laptop.begin();
    let rescue = add(&mut desk, "rescue", &[], &[("name", "Poipet")]);
    let mut people: Vec<String> = ["Ananda", "Bayuwangi", "Citra"]
        .iter()
        .map(|name| add(&mut desk, "person", &[&rescue], &[("full_name", name)]))
        .collect();
    people.push(add(&mut desk, "person", &[], &[("full_name", "Dewangga")]));
    let about: Vec<&str> = people.iter().map(String::as_str).collect();
    let flight = [("sort", "flight"), ("departed_at", "30 October 2026"), ("arrived_at", "30 October 2026")];
    add(&mut desk, "movement", &about, &flight);
    let lines = desk.day(100).unwrap().due;
    let told: Vec<(usize, bool, bool)> =
        lines.iter().map(|line| (line.people.len(), line.person.is_some(), line.rescue.is_some())).collect();
    assert_eq!(told, [(3, false, true), (1, true, false)], "{lines:?}");
    assert_eq!(lines[0].people, people[..3]);
    assert_eq!(lines[1].person.as_ref().unwrap().title, "Dewangga");
    // One of them is done: the line goes on without that one.
    add(
        &mut desk,
        "follow-up",
        &[&people[1]],
        &[("after", "30"), ("due", "2 February 2024"), ("done_on", "24 November 2026")],
    );
    assert_eq!(desk.day(100).unwrap().due[0].people, [people[0].clone(), people[2].clone()]);
}

#[test]
fn a_look_at_a_group_is_one_row_of_the_audit() {
    let laptop = Laptop::new(212);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescue = desk.rescues(0, 50).unwrap().into_iter().find(|line| line.people == 27).unwrap().rescue;
    let rows = |desk: &Desk| desk.audit_rows().unwrap();
    let before = rows(&desk).len();
    let told = desk.told_before(&[rescue.id]).unwrap();
    assert_eq!(told.len(), 27);
    assert!(told.iter().all(|line| line.interviews.len() == 3), "{told:?}");
    let after = rows(&desk);
    assert_eq!(after.len(), before + 1);
    assert!(told.iter().all(|line| after[before].object.contains(&line.person.id)));
    assert!(matches!(desk.told_before(&[]), Err(DeskError::NeedsPeople)));
}
