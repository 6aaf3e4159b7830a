use super::{
    Laptop,
    correcting::{add, typed},
    fresh,
    two_laptops::{befriend, send},
};
use crate::{
    Desk, DeskError,
    removing::Stays,
    views::{NewRecord, RecordLink},
};
use casework::ids::RecordId;

fn remove(
    desk: &mut Desk,
    records: &[&str],
    except: &[&str],
    reason: &str,
) -> Result<Vec<RecordLink>, DeskError> {
    let all = |texts: &[&str]| texts.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
    let deed = fresh(desk);
    desk.remove(&all(records), &all(except), reason, &deed)
}

fn here(desk: &mut Desk, id: &str) -> bool {
    desk.record(RecordId::from_canonical(id).unwrap()).is_ok()
}

fn why(refused: Result<Vec<RecordLink>, DeskError>) -> Stays {
    let Err(DeskError::Stays { why, record }) = refused else { panic!("{refused:?}") };
    assert!(!record.is_empty(), "it says which one");
    why
}

#[test]
fn records_made_by_mistake_go_in_one_deed_and_come_back_whole() {
    let laptop = Laptop::new(230);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let mut meal = |text: &str| add(&mut desk, "service", &[&who], &[("sort", "food"), ("from", text)]).link;
    let (first, second, kept) = (meal("4 July 2023"), meal("5 July 2023"), meal("6 July 2023"));
    let spent = |desk: &Desk| desk.timeline(RecordId::from_canonical(&who).unwrap()).unwrap().len();
    assert_eq!(spent(&desk), 3);
    let before = desk.check().unwrap().digest;
    let gone = remove(&mut desk, &[&first.reference, &second.id, &kept.id], &[&kept.id], " typed twice ");
    assert_eq!(gone.unwrap().iter().map(|one| &one.id).collect::<Vec<_>>(), [&first.id, &second.id]);
    assert!(!here(&mut desk, &first.id) && !here(&mut desk, &second.id) && here(&mut desk, &kept.id));
    assert_eq!(spent(&desk), 1);
    assert_eq!(desk.redo().unwrap_err().code(), "nothing-to-undo");
    desk.undo().unwrap();
    assert_eq!(spent(&desk), 3);
    assert_eq!(desk.record(RecordId::from_canonical(&first.id).unwrap()).unwrap().link, first);
    desk.redo().unwrap();
    assert_eq!(spent(&desk), 1);
    desk.undo().unwrap();
    let after = desk.check().unwrap();
    assert!(after.sound);
    assert_ne!(after.digest, before, "the log has every step");
    let reasons = desk.register.audit_entries(0, 1000).unwrap();
    let reasons: Vec<_> = reasons.iter().filter(|row| row.act == "record-remove").collect();
    assert_eq!(reasons.len(), 2);
    assert!(reasons.iter().all(|row| row.detail == "typed twice"));
}

#[test]
fn what_others_rest_on_stays_and_nothing_goes_with_it() {
    let laptop = Laptop::new(231);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let twice = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let site = add(&mut desk, "site", &[], &[("name", "A compound")]).link.id;
    let held = add(&mut desk, "episode", &[&who], &[("sort", "exploitation"), ("site", &site)]).link.id;
    let found =
        add(&mut desk, "determination", &[&who], &[("outcome", "victim"), ("decided_on", "1 October 2023")])
            .link
            .id;
    let before = desk.check().unwrap().digest;
    assert_eq!(why(remove(&mut desk, &[&who], &[], "x")), Stays::Person);
    assert_eq!(why(remove(&mut desk, &[&found], &[], "x")), Stays::Entry);
    assert_eq!(why(remove(&mut desk, &[&site], &[], "x")), Stays::Named);
    assert_eq!(why(remove(&mut desk, &[&held, &found], &[], "x")), Stays::Entry);
    let me = desk.officer.to_string();
    assert_eq!(why(remove(&mut desk, &[&me], &[], "x")), Stays::Entry);
    for (records, except, reason, code) in [
        (&[&*held][..], &[][..], "  ", "reason-needed"),
        (&[&held], &[&*held], "x", "nobody"),
        (&["PNH-2023-S0999"], &[], "x", "not-found"),
    ] {
        assert_eq!(remove(&mut desk, records, except, reason).unwrap_err().code(), code);
    }
    assert_eq!(desk.check().unwrap().digest, before, "nothing was written");
    // What names it may go with it, and a case in which nothing stands is a slip of the hand.
    assert_eq!(remove(&mut desk, &[&site, &held], &[], "x").unwrap().len(), 2);
    assert_eq!(remove(&mut desk, &[&twice], &[], "entered twice").unwrap().len(), 1);
    assert_eq!(remove(&mut desk, &[&twice], &[], "again").unwrap_err().code(), "not-found");
}

#[test]
fn what_a_released_copy_shows_stays() {
    let laptop = Laptop::new(232);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let consent = [("recipient", "embassy"), ("outcome", "given"), ("answered_on", "1 October 2023")];
    add(&mut desk, "consent", &[&who], &consent);
    let mut meal =
        |text: &str| add(&mut desk, "service", &[&who], &[("sort", "food"), ("from", text)]).link.id;
    let shown = meal("4 July 2023");
    let export = crate::views::CaseExport {
        kind: "jsonl".into(),
        profile: "embassy".into(),
        reason: "letter 12".into(),
        ..crate::views::CaseExport::default()
    };
    desk.export_cases(&export, &laptop.path("cases.jsonl")).unwrap();
    assert_eq!(why(remove(&mut desk, &[&shown], &[], "x")), Stays::Copy);
    assert_eq!(why(remove(&mut desk, &[&who], &[], "x")), Stays::Copy);
    let input = NewRecord {
        id: fresh(&desk),
        kind: "service".into(),
        about: vec![who],
        fields: typed(&[("sort", "food"), ("from", "5 July 2023")]),
        deed: fresh(&desk),
    };
    let later = desk.add_record(&input).unwrap().link.id;
    assert_eq!(remove(&mut desk, &[&later], &[], "after the copy").unwrap().len(), 1);
}

#[test]
fn the_reason_goes_to_the_other_laptop_and_stands_in_the_history() {
    let (one, other) = (Laptop::new(233), Laptop::new(234));
    let (mut a, mut b) = (one.begin(), other.begin());
    befriend(&mut a, &mut b);
    let who = add(&mut a, "person", &[], &[("full_name", "Larasati")]).link.id;
    let meal = add(&mut a, "service", &[&who], &[("sort", "food"), ("from", "4 July 2023")]).link.id;
    remove(&mut a, &[&meal], &[], "typed twice").unwrap();
    a.undo().unwrap();
    send(&mut a, &mut b, &one, "1.pulang");
    let meal = RecordId::from_canonical(&meal).unwrap();
    for desk in [&mut a, &mut b] {
        let past = desk.history(meal, None).unwrap();
        let removals: Vec<(&str, bool)> = past
            .iter()
            .filter(|one| one.field == "Record removed")
            .map(|one| (one.display.as_str(), one.restorable))
            .collect();
        assert_eq!(removals, [("typed twice", false), ("Taken back", false)]);
    }
}

#[test]
fn an_erasure_reaches_what_was_removed_and_why() {
    let laptop = Laptop::new(235);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let twice = add(&mut desk, "person", &[], &[("full_name", "Wulandari")]).link.id;
    let meal = add(&mut desk, "service", &[&who], &[("sort", "food"), ("remarks", "Larasati ate")]).link.id;
    remove(&mut desk, &[&meal], &[], "Larasati was not there").unwrap();
    remove(&mut desk, &[&twice], &[], "entered twice").unwrap();
    let says = |desk: &Desk, id: &str| {
        let past = desk.register.history(RecordId::from_canonical(id).unwrap(), None).unwrap();
        let own = past.iter().filter(|one| !one.field.is_of_the_log() || one.as_typed.is_some());
        own.count()
    };
    assert!(says(&desk, &meal) > 2 && says(&desk, &twice) > 1);
    desk.erase(&who, "asked for it").unwrap();
    desk.erase(&twice, "asked for it").unwrap();
    assert_eq!((says(&desk, &who), says(&desk, &meal), says(&desk, &twice)), (0, 0, 0));
    assert!(!here(&mut desk, &meal) && !here(&mut desk, &who), "they stay removed");
    assert!(desk.check().unwrap().sound);
}
