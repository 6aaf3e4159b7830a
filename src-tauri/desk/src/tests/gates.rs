use super::{Laptop, fresh};
use crate::{
    Desk, DeskError,
    views::{AnswerInput, FieldInput, GateCheck, GateOverrideInput, NewRecord, PermitAdvance},
};
use casework::ids::RecordId;

fn add(desk: &mut Desk, kind: &str, about: &[&str], fields: &[(&str, &str)]) -> String {
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.to_owned(),
        about: about.iter().map(|id| (*id).to_owned()).collect(),
        fields: fields
            .iter()
            .map(|(field, text)| FieldInput {
                field: (*field).to_owned(),
                text: (*text).to_owned(),
                reading: None,
            })
            .collect(),
        deed: fresh(desk),
    };
    desk.add_record(&input).unwrap().link.id
}

fn set(desk: &mut Desk, record: &str, field: &str, text: &str) {
    let deed = fresh(desk);
    let (record, field, text) = (record.to_owned(), field.to_owned(), text.to_owned());
    desk.record_answer(&AnswerInput { record, field, text, standing: None, reading: None, deed }).unwrap();
}

fn id(text: &str) -> RecordId {
    RecordId::from_canonical(text).unwrap()
}

/// Three people, a shelter home that receives them, and a flight a week ahead of the laptop's clock.
fn ready(desk: &mut Desk) -> (Vec<String>, String) {
    let people: Vec<String> = ["Ananda Purwakarsa", "Bayuwangi", "Citra Lembayung"]
        .iter()
        .map(|name| add(desk, "person", &[], &[("full_name", name)]))
        .collect();
    let about: Vec<&str> = people.iter().map(String::as_str).collect();
    let home = add(
        desk,
        "organisation",
        &[],
        &[("name", "Rumah Fiktif"), ("sort", "receiving-home"), ("profile", "receiving-home"), ("beds", "2")],
    );
    for person in &about {
        add(
            desk,
            "travel-document",
            &[person],
            &[("sort", "passport"), ("number", "X1"), ("expires", "1 January 2029")],
        );
    }
    add(
        desk,
        "immigration-matter",
        &about,
        &[("visa_ended", "24 September 2026"), ("waiver_percent", "100")],
    );
    add(
        desk,
        "fitness",
        &about,
        &[("outcome", "fit"), ("examined_on", "23 November 2026"), ("valid_until", "10 December 2026")],
    );
    add(
        desk,
        "consent",
        &about,
        &[("recipient", "receiving-home"), ("outcome", "given"), ("answered_on", "20 November 2026")],
    );
    add(
        desk,
        "referral",
        &about,
        &[("recipient", &home), ("sent_on", "20 November 2026"), ("outcome", "accepted")],
    );
    let flight = add(
        desk,
        "movement",
        &about,
        &[
            ("sort", "flight"),
            ("departed_at", "1 December 2026 12:05"),
            ("arrived_at", "1 December 2026 16:20 WIB"),
            ("holder", &home),
            ("escort", "Ratna"),
            ("seats", "3"),
        ],
    );
    (people, flight)
}

fn blockers(desk: &Desk, flight: &str) -> Vec<Vec<String>> {
    let page = desk.gate(&[], id(flight)).unwrap();
    let blocked = |check: &GateCheck| check.blocker.clone();
    page.people.iter().map(|line| line.checks.iter().filter_map(blocked).collect()).collect()
}

#[test]
fn permits_for_a_group_open_the_gate_and_one_undo_takes_them_back() {
    let laptop = Laptop::new(61);
    let mut desk = laptop.begin();
    let (people, flight) = ready(&mut desk);
    let missing = vec!["No exit permit on record".to_owned()];
    assert_eq!(blockers(&desk, &flight), [missing.clone(), missing.clone(), missing.clone()]);
    let today = desk.day(100).unwrap();
    assert_eq!((today.flights.len(), today.flights[0].blocked), (1, 3));
    let mut advance = PermitAdvance {
        people: people.clone(),
        except: vec![],
        to: "issued".into(),
        number: "EP-17".into(),
        issued: "28 November 2026".into(),
        expires: "30 November 2026".into(),
        deed: fresh(&desk),
    };
    let lines = desk.advance_permits(&advance).unwrap();
    assert!(lines.iter().all(|line| line.step == "expiring" && line.number.as_deref() == Some("EP-17")));
    assert!(lines.iter().all(|line| line.overstay.as_ref().unwrap().days == "61"));
    assert!(blockers(&desk, &flight)[0][0].contains("30 November 2026"), "expired on the flight date");
    (advance.expires, advance.deed) = ("5 December 2026".into(), fresh(&desk));
    desk.advance_permits(&advance).unwrap();
    assert!(desk.gate(&[], id(&flight)).unwrap().open);
    desk.undo().unwrap();
    assert!(!desk.gate(&[], id(&flight)).unwrap().open);
    assert!(desk.check().unwrap().sound);
}

#[test]
fn a_step_for_some_leaves_the_others_permit_as_it_is() {
    let laptop = Laptop::new(62);
    let mut desk = laptop.begin();
    let (people, _) = ready(&mut desk);
    let mut advance = PermitAdvance {
        people: vec![people[0].clone()],
        except: vec![],
        to: "submitted".into(),
        number: String::new(),
        issued: String::new(),
        expires: String::new(),
        deed: fresh(&desk),
    };
    desk.advance_permits(&advance).unwrap();
    let steps = |desk: &Desk| {
        let step = |person: &String| desk.permits(id(person)).unwrap()[0].step.clone();
        people.iter().map(step).collect::<Vec<_>>()
    };
    assert_eq!(steps(&desk), ["submitted", "missing", "missing"]);
    (advance.to, advance.deed) = ("issued".into(), fresh(&desk));
    assert!(matches!(desk.advance_permits(&advance), Err(DeskError::NeedsField { .. })));
    (advance.number, advance.expires) = ("EP-1".into(), "the day after".into());
    assert!(matches!(desk.advance_permits(&advance), Err(DeskError::Unread { .. })));
    assert_eq!(steps(&desk), ["submitted", "missing", "missing"], "nothing was written");
}

#[test]
fn an_override_keeps_its_reason_in_sight_and_a_refusal_stays_closed() {
    let laptop = Laptop::new(63);
    let mut desk = laptop.begin();
    let (people, flight) = ready(&mut desk);
    let mut wish = GateOverrideInput {
        people: vec![people[0].clone()],
        except: vec![],
        flight: flight.clone(),
        requirement: "exit-permit".into(),
        reason: "  ".into(),
        deed: fresh(&desk),
    };
    assert!(matches!(desk.override_gate(&wish), Err(DeskError::ReasonNeeded)));
    wish.reason = "Immigration agreed by telephone".into();
    let page = desk.override_gate(&wish).unwrap();
    assert!(page.open);
    let check = page.people[0].checks.iter().find(|check| check.requirement == "exit-permit").unwrap();
    assert!(check.open && check.blocker.is_some());
    let kept = check.overridden.as_ref().unwrap();
    assert_eq!((kept.reason.as_str(), kept.by.as_str()), (wish.reason.as_str(), "Rukmini Sastrawijaya"));
    assert!(!desk.gate(&[id(&people[1])], id(&flight)).unwrap().open, "it holds for whom it names");
    assert!(desk.audit_rows().unwrap().iter().any(|row| row.act == "gate-override"));
    add(
        &mut desk,
        "consent",
        &[&people[0]],
        &[("recipient", "receiving-home"), ("outcome", "withdrawn"), ("answered_on", "23 November 2026")],
    );
    (wish.requirement, wish.deed) = ("consent".into(), fresh(&desk));
    assert!(matches!(desk.override_gate(&wish), Err(DeskError::RefusedByPerson)));
}

#[test]
fn a_stage_set_by_an_officer_shows_beside_what_the_records_say() {
    let laptop = Laptop::new(64);
    let mut desk = laptop.begin();
    let (people, _) = ready(&mut desk);
    let about = people[0].as_str();
    let home = desk.candidates(&["organisation"], "Rumah Fiktif").unwrap()[0].id.clone();
    add(
        &mut desk,
        "placement",
        &[about],
        &[("sort", "shelter"), ("from", "1 October 2026"), ("holder", &home)],
    );
    let before = desk.standing(id(about)).unwrap();
    assert_eq!((before.stage.as_str(), before.derived_word.clone()), ("sheltered", None));
    assert_eq!(before.because.unwrap().kind, "placement");
    add(
        &mut desk,
        "stage-override",
        &[about],
        &[("exit", "absconded"), ("decided_on", "20 November 2026"), ("reason", "Left at night")],
    );
    let after = desk.standing(id(about)).unwrap();
    assert_eq!((after.stage.as_str(), after.derived_word.as_deref()), ("absconded", Some("Sheltered")));
    assert_eq!(after.overridden.unwrap().reason, "Left at night");
    assert!(
        desk.people("", 0, 10).unwrap().iter().any(|line| line.stage_overridden && line.stage == "absconded")
    );
    let tracks: Vec<_> = after.tracks.iter().map(|one| one.position.as_str()).collect();
    assert_eq!(tracks, ["Nothing on record", "Exit permit missing", "Fit to travel", "Nothing on record"]);
}

#[test]
fn today_shows_beds_tasks_and_papers() {
    let laptop = Laptop::new(65);
    let mut desk = laptop.begin();
    let (people, _) = ready(&mut desk);
    let about: Vec<&str> = people.iter().map(String::as_str).collect();
    let home = desk.candidates(&["organisation"], "Rumah Fiktif").unwrap()[0].id.clone();
    add(
        &mut desk,
        "placement",
        &about,
        &[("sort", "shelter"), ("from", "1 October 2026"), ("until", "1 December 2026"), ("holder", &home)],
    );
    let task =
        add(&mut desk, "task", &about[..1], &[("what", "Call the family"), ("due", "20 November 2026")]);
    let page = desk.day(100).unwrap();
    let bed = page.beds.iter().find(|line| line.holder.id == home).unwrap();
    assert_eq!((bed.people, bed.beds, bed.over), (3, Some(2), true));
    assert_eq!((bed.outlook[6], bed.outlook[7]), (3, 0));
    assert_eq!((page.due[0].what.as_str(), page.due[0].overdue), ("Call the family", true));
    set(&mut desk, &task, "done_on", "24 November 2026");
    assert!(desk.day(100).unwrap().due.iter().all(|line| line.sort != "task"));
}

#[test]
fn identification_shows_sources_and_no_verdict() {
    let laptop = Laptop::new(66);
    let mut desk = laptop.begin();
    let person = add(&mut desk, "person", &[], &[("full_name", "Dahayu")]);
    let about = [person.as_str()];
    for (day, wages) in [("1 July 2026", "yes"), ("1 September 2026", "no")] {
        add(&mut desk, "screening", &about, &[("screened_on", day), ("wages", wages)]);
    }
    add(&mut desk, "interview", &about, &[("held_at", "2 July 2026")]);
    for outcome in ["victim", "not-victim"] {
        add(&mut desk, "determination", &about, &[("outcome", outcome), ("decided_on", "3 October 2026")]);
    }
    let page = desk.identification(id(&person)).unwrap();
    let ilo = page.parts.iter().find(|part| part.element == "ilo").unwrap();
    assert_eq!(ilo.questions.len(), 11);
    let wages = ilo.questions.iter().find(|question| question.contradicted).unwrap();
    assert_eq!(wages.said.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["Yes", "No"]);
    assert!(wages.said.iter().all(|one| one.source.kind == "screening"));
    assert_eq!((page.interviews.len(), page.determinations.len(), page.differ), (1, 2, true));
}

#[test]
fn the_samples_money_and_chain_are_in_order() {
    let laptop = Laptop::new(67);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescue = desk.rescues(0, 50).unwrap().into_iter().find(|line| line.people == 27).unwrap();
    let sums = desk.spending(id(&rescue.rescue.id)).unwrap();
    assert!(!sums.is_empty() && sums.iter().all(|line| line.alone.contains(' ')));
    let sold_on = desk.people("Windu", 0, 1).unwrap().remove(0);
    let chain = desk.chain(id(&sold_on.person.id)).unwrap();
    assert!(chain.len() > 3, "{chain:?}");
    assert_eq!(chain[0].joint, "first");
    assert!(desk.day(100).unwrap().flights.is_empty(), "the flight of the sample is over");
    assert!(!desk.movements(0).unwrap().is_empty());
}
