//! Lists over invented vaults: what is counted by index is what reading everybody tells, also where laptops differ.

use super::{
    Laptop, fresh,
    two_laptops::{befriend, send},
    waiting::{add, all_due, at, read_from_everybody},
    writing::answer,
};
use crate::Desk;
use casework::{
    ids::RecordId,
    lifecycle::Stage,
    permits::{Permit, PermitStep},
    record::Record,
};
use chrono::{Days, NaiveDate};
use proptest::{prelude::*, sample::Index};
use std::collections::BTreeMap;

/// A record about some people on a day, and whether it is removed again.
type Event = (usize, Vec<Index>, u64, bool);

/// What is recorded about people; `{day}` stands for the event's day.
const EVENTS: [(&str, &[(&str, &str)]); 13] = [
    ("follow-up", &[("after", "30"), ("due", "{day}"), ("done_on", "{day}")]),
    ("follow-up", &[("after", "90"), ("due", "{day}")]),
    ("movement", &[("sort", "flight"), ("departed_at", "{day}"), ("arrived_at", "{day}")]),
    ("movement", &[("sort", "flight"), ("departed_at", "{day}")]),
    ("movement", &[("sort", "transfer"), ("departed_at", "{day}"), ("arrived_at", "{day}")]),
    ("placement", &[("sort", "home"), ("from", "{day}")]),
    ("placement", &[("sort", "rehabilitation"), ("from", "{day}")]),
    ("stage-override", &[("stage", "sheltered"), ("decided_on", "{day}"), ("reason", "Never left")]),
    ("stage-override", &[("exit", "own-means"), ("decided_on", "{day}"), ("reason", "Went alone")]),
    ("immigration-matter", &[("permit_state", "submitted")]),
    ("immigration-matter", &[("permit_number", "EP-1"), ("permit_expires", "{day}")]),
    ("travel-document", &[("sort", "passport"), ("number", "X1"), ("expires", "{day}")]),
    ("task", &[("what", "Ask the family"), ("due", "{day}")]),
];

fn events() -> impl Strategy<Value = Vec<Event>> {
    let people = prop::collection::vec(any::<Index>(), 1..4);
    prop::collection::vec((0..EVENTS.len(), people, 0_u64..260, prop::bool::weighted(0.15)), 0..40)
}

fn happen(desk: &mut Desk, events: &[Event]) {
    let everybody: Vec<String> =
        desk.of_kind("person").unwrap().iter().map(|one| one.id.to_string()).collect();
    for (which, whom, days, removed) in events {
        let (kind, fields) = EVENTS[*which];
        let first: NaiveDate = "2026-04-01".parse().unwrap();
        let day = (first + Days::new(*days)).to_string();
        let fields: Vec<(&str, String)> =
            fields.iter().map(|(field, text)| (*field, text.replace("{day}", &day))).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(field, text)| (*field, text.as_str())).collect();
        let mut about: Vec<&str> = whom.iter().map(|one| one.get(&everybody).as_str()).collect();
        about.sort_unstable();
        about.dedup();
        let made = add(desk, kind, &about, &fields);
        if *removed {
            let deed = fresh(desk);
            desk.remove(&[made], &[], "typed twice", &deed).unwrap();
        }
    }
}

/// Every list of the desk beside the same read from everybody.
fn compare(desk: &Desk, day: &str) -> Result<(), TestCaseError> {
    let now = at(day);
    let (due, abroad) = read_from_everybody(desk, now);
    prop_assert_eq!(all_due(desk, now), due);
    let here: Vec<RecordId> = desk.abroad(now).unwrap().into_iter().map(|(_, id)| id).collect();
    prop_assert_eq!(&here, &abroad);

    let gathered = desk.gather(abroad).unwrap();
    let warn = desk.house.post.warn_days.permit;
    let step = |person: &Record| {
        let about = gathered.about(person.id);
        let matters = about.into_iter().filter(|one| one.kind == "immigration-matter");
        Permit::furthest(matters, now.today, warn)
            .map_or(PermitStep::Missing, |one| one.step(now.today, warn))
    };
    let mut steps: Vec<_> = gathered.people.iter().map(|person| (step(person), person.id)).collect();
    steps.sort_by_key(|(step, _)| *step);
    prop_assert_eq!(desk.abroad_by_step(now).unwrap(), steps);

    let waiting = desk.waiting(now, now.today + Days::new(14)).unwrap();
    let (whole, all) = desk.groups(&waiting, usize::MAX).unwrap();
    prop_assert_eq!(whole.len(), all);
    let told = |groups: &[crate::today::Group]| -> Vec<_> {
        groups.iter().map(|one| (one.due, one.rescue, one.people.clone())).collect()
    };
    for limit in [0, 1, all / 2, all] {
        let (some, counted) = desk.groups(&waiting, limit).unwrap();
        prop_assert_eq!((told(&some), counted), (told(&whole[..limit.min(all)]), all));
    }
    Ok(())
}

/// The list of rescues, by reading all of them and everybody in them.
fn rescues_read(desk: &Desk) -> Vec<(String, Vec<(String, u32)>)> {
    let form = desk.house.form("rescue").unwrap();
    let mut rescues = desk.of_kind("rescue").unwrap();
    rescues.sort_by_key(|record| std::cmp::Reverse((record.sort_key(form, "when"), record.id)));
    let line = |rescue: &Record| {
        let gathered = desk.gather(desk.people_of(rescue.id).unwrap()).unwrap();
        let mut stages: BTreeMap<Stage, u32> = BTreeMap::new();
        for person in &gathered.people {
            let about = gathered.about(person.id);
            *stages.entry(Stage::of(person, &about, &desk.house.forms, desk.moment())).or_default() += 1;
        }
        let stages = stages.into_iter().map(|(stage, people)| (stage.id().to_owned(), people));
        (rescue.id.to_string(), stages.collect())
    };
    rescues.iter().map(line).collect()
}

fn rescues_listed(desk: &Desk, page: usize) -> Vec<(String, Vec<(String, u32)>)> {
    let pages = (0..).step_by(page).map(|offset| desk.rescues(offset, page).unwrap());
    let lines = pages.take_while(|page| !page.is_empty()).flatten();
    lines
        .map(|line| {
            let stages = line.stages.into_iter().map(|one| (one.stage, one.people));
            (line.rescue.id, stages.collect())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn what_is_counted_is_what_reading_everybody_tells(seed in 1_u64..1000, events in events()) {
        let laptop = Laptop::new(240);
        let mut desk = laptop.begin();
        desk.generate(70, seed).unwrap();
        happen(&mut desk, &events);
        for day in ["2014-06-30", "2026-06-11", "2026-11-24"] {
            compare(&desk, day)?;
        }
        prop_assert_eq!(rescues_listed(&desk, 2), rescues_read(&desk));
    }
}

#[test]
fn where_laptops_differ_the_lists_tell_what_is_shown() {
    let (one, other) = (Laptop::new(241), Laptop::new(242));
    let (mut a, mut b) = (one.begin(), other.begin());
    befriend(&mut a, &mut b);
    let rescues = ["Poipet", "Bavet", "Sihanoukville"]
        .map(|name| add(&mut a, "rescue", &[], &[("name", name), ("when", "2026-03-01")]));
    let who = add(&mut a, "person", &[&rescues[0]], &[("full_name", "Prameswari")]);
    let flown = [("sort", "flight"), ("departed_at", "2026-07-01"), ("arrived_at", "2026-08-01")];
    let flight = add(&mut a, "movement", &[&who], &flown);
    let asked = [("after", "30"), ("due", "2026-09-01"), ("done_on", "2026-09-01")];
    let asked = add(&mut a, "follow-up", &[&who], &asked);
    let here = add(&mut a, "person", &[&rescues[1]], &[("full_name", "Wiranata")]);
    let permit = [("permit_number", "EP-1"), ("permit_expires", "2026-12-24")];
    let permit = add(&mut a, "immigration-matter", &[&here], &permit);
    send(&mut a, &mut b, &one, "1.pulang");
    let say = |desk: &mut Desk, record: &str, field: &str, text: &str| {
        let input = answer(desk, RecordId::from_canonical(record).unwrap(), field, text);
        desk.record_answer(&input).unwrap();
    };
    let mut seen = 0;
    for (record, field, texts) in [
        (&flight, "arrived_at", ["2026-09-20", "2026-07-02"]),
        (&flight, "sort", ["transfer", "handover"]),
        (&asked, "after", ["90", "180"]),
        (&permit, "permit_expires", ["2026-11-20", "2027-01-01"]),
        (&rescues[2], "when", ["2026-02-01", "2026-04-01"]),
        (&rescues[0], "when", ["2026-05-01", "2026-01-01"]),
    ] {
        say(&mut a, record, field, texts[0]);
        say(&mut b, record, field, texts[1]);
        send(&mut b, &mut a, &other, &format!("{field}-{record}.pulang"));
        seen += 1;
        assert_eq!(a.register.conflicts().unwrap().len(), seen);
        for day in ["2026-06-11", "2026-10-30", "2026-11-24"] {
            compare(&a, day).unwrap();
        }
        assert_eq!(rescues_listed(&a, 2), rescues_read(&a));
    }
}
