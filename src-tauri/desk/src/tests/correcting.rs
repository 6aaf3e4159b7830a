use super::{Laptop, fresh};
use crate::{
    Desk, DeskError,
    views::{AnswerInput, CorrectionInput, FieldInput, NewRecord, RecordPage, StatsInput},
};
use casework::ids::RecordId;

pub(super) fn typed(fields: &[(&str, &str)]) -> Vec<FieldInput> {
    let one = |(field, text): &(&str, &str)| FieldInput {
        field: (*field).to_owned(),
        text: (*text).to_owned(),
        reading: None,
    };
    fields.iter().map(one).collect()
}

pub(super) fn add(desk: &mut Desk, kind: &str, about: &[&str], fields: &[(&str, &str)]) -> RecordPage {
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.to_owned(),
        about: about.iter().map(|id| (*id).to_owned()).collect(),
        fields: typed(fields),
        deed: fresh(desk),
    };
    desk.add_record(&input).unwrap()
}

fn set(desk: &mut Desk, record: &str, field: &str, text: &str) -> Result<(), DeskError> {
    let deed = fresh(desk);
    let (record, field, text) = (record.to_owned(), field.to_owned(), text.to_owned());
    let input = AnswerInput { record, field, text, standing: None, reading: None, deed };
    desk.record_answer(&input).map(|_| ())
}

fn correct(desk: &mut Desk, record: &str, fields: &[(&str, &str)]) -> Result<RecordPage, DeskError> {
    let (id, deed) = (fresh(desk), fresh(desk));
    desk.correct(&CorrectionInput { record: record.to_owned(), fields: typed(fields), id, deed })
}

fn value(page: &RecordPage, field: &str) -> Vec<String> {
    let fields = page.sections.iter().flat_map(|section| &section.fields).filter(|one| one.id == field);
    fields.flat_map(|one| &one.values).filter_map(|one| one.canonical.clone()).collect()
}

fn people(page: &RecordPage) -> Vec<String> {
    let mut people = value(page, "people");
    people.sort();
    people
}

fn id(page: &RecordPage) -> RecordId {
    RecordId::from_canonical(&page.link.id).unwrap()
}

#[test]
fn what_an_authority_decided_is_not_written_over_and_a_correction_stands_beside_it() {
    let laptop = Laptop::new(220);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let other = add(&mut desk, "person", &[], &[("full_name", "Sutrisna")]).link.id;
    let said = [("outcome", "not-victim"), ("decided_on", "27 September 2023"), ("letter", "17/23")];
    let first = add(&mut desk, "determination", &[&who, &other], &said);
    assert!(first.lasting);
    let stays = set(&mut desk, &first.link.id, "outcome", "victim");
    assert!(matches!(stays, Err(DeskError::Lasting { field, .. }) if field == "outcome"));
    let change = desk.record(id(&first)).unwrap();
    let change = change.sections.iter().flat_map(|one| &one.fields).find(|one| one.id == "letter").unwrap();
    let (change, deed) = (change.values[0].change.clone(), fresh(&desk));
    let taken = desk.retract(&first.link.id, "letter", &change, &deed);
    assert!(matches!(taken, Err(DeskError::Lasting { .. })));
    // What was left open may still be answered, once.
    set(&mut desk, &first.link.id, "wording", "Not identified.").unwrap();
    assert!(set(&mut desk, &first.link.id, "wording", "Identified.").is_err());

    let second = correct(&mut desk, &first.link.id, &[("outcome", "victim"), ("wording", "")]).unwrap();
    assert_eq!(value(&second, "outcome"), ["victim"]);
    assert_eq!(value(&second, "decided_on"), ["2023-09-27"]);
    assert_eq!(value(&second, "letter"), ["17/23"]);
    assert_eq!(people(&second), people(&first));
    assert!(value(&second, "wording").is_empty());
    assert_eq!(value(&second, "corrects"), std::slice::from_ref(&first.link.id));
    let old = desk.record(id(&first)).unwrap();
    assert_eq!(value(&old, "outcome"), ["not-victim"], "the first stays as it was");
    assert_eq!(old.corrected_by.unwrap().id, second.link.id);

    let page = desk.identification(RecordId::from_canonical(&who).unwrap()).unwrap();
    assert_eq!(page.determinations.len(), 2, "both are in sight");
    assert!(!page.differ, "a correction is no disagreement");
    let timeline = desk.timeline(RecordId::from_canonical(&who).unwrap()).unwrap();
    assert_eq!(timeline.iter().map(|entry| entry.corrected).collect::<Vec<_>>(), [true, false]);

    let again = correct(&mut desk, &first.link.id, &[("letter", "18/23")]);
    assert!(matches!(again, Err(DeskError::CorrectedAlready)));
    correct(&mut desk, &second.link.id, &[("letter", "18/23")]).unwrap();
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(desk.record(id(&first)).unwrap().corrected_by.is_none());
    desk.redo().unwrap();
    assert!(desk.record(id(&first)).unwrap().corrected_by.is_some());
    assert!(desk.check().unwrap().sound);
}

#[test]
fn a_correction_is_held_to_the_same_rules_and_writes_nothing_when_refused() {
    let laptop = Laptop::new(221);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let first = add(&mut desk, "interview", &[&who], &[("held_at", "4 July 2023")]).link.id;
    let before = desk.check().unwrap().digest;
    for (fields, code) in [
        (&[("held_at", "31 February 2023")][..], "unreadable"),
        (&[("held_at", "")], "needs-field"),
        (&[("no_such", "x")], "no-such-field"),
        (&[("corrects", "x")], "no-such-field"),
        (&[], "wrong-use"),
    ] {
        let refused = correct(&mut desk, &first, fields).unwrap_err();
        assert_eq!(refused.code(), code, "{fields:?}");
    }
    assert_eq!(desk.check().unwrap().digest, before, "nothing was written");
    let service = add(&mut desk, "service", &[&who], &[("sort", "food"), ("from", "4 July 2023")]).link.id;
    assert!(matches!(correct(&mut desk, &service, &[("sort", "legal")]), Err(DeskError::NotLasting)));
    desk.undo().unwrap();
    let told = |desk: &mut Desk| desk.told_before(std::slice::from_ref(&who)).unwrap()[0].interviews.len();
    assert_eq!(told(&mut desk), 1);
    let other = add(&mut desk, "person", &[], &[("full_name", "Sutrisna")]).link.id;
    let better =
        correct(&mut desk, &first, &[("held_at", "5 July 2023"), ("people", &who), ("people", &other)]);
    assert_eq!(people(&better.unwrap()), [who.clone(), other]);
    assert_eq!(told(&mut desk), 1, "corrected, and not told twice");
}

#[test]
fn a_digest_that_is_typed_is_no_file() {
    let laptop = Laptop::new(222);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let digest = "0123456789abcdef".repeat(4);
    let typed = set(&mut desk, &who, "photo", &digest).unwrap_err();
    assert_eq!((typed.code(), typed.exit_code()), ("typed-file", 4));
    let input = NewRecord {
        id: fresh(&desk),
        kind: "document".into(),
        about: vec![who],
        fields: self::typed(&[("name", "A letter"), ("sort", "photo"), ("file", &digest)]),
        deed: fresh(&desk),
    };
    assert!(matches!(desk.add_record(&input), Err(DeskError::TypedFile { .. })));
}

/// How many people each finding counts, by what it is called; nothing where it counts nobody.
fn found(desk: &Desk) -> Vec<(String, u32)> {
    let input = StatsInput {
        from: "2023-01-01".into(),
        to: "2023-12-31".into(),
        by: vec!["finding".into()],
        of: Some("helped".into()),
        threshold: None,
    };
    let table = desk.statistics(&input).unwrap().table;
    let counts = table.row_totals.iter().map(|total| total.unwrap());
    let mut found: Vec<_> = table.rows.iter().cloned().zip(counts).collect();
    found.sort();
    found
}

#[test]
fn figures_count_a_corrected_entry_once_and_by_its_correction() {
    let laptop = Laptop::new(223);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let other = add(&mut desk, "person", &[], &[("full_name", "Sutrisna")]).link.id;
    let said = [("outcome", "not-victim"), ("decided_on", "27 September 2023")];
    let first = add(&mut desk, "determination", &[&who, &other], &said);
    add(&mut desk, "interview", &[&who, &other], &[("held_at", "4 July 2023")]);
    let (house, lang) = (std::sync::Arc::clone(&desk.house), desk.lang);
    let word = |text: &str| house.words(lang).get(text).into_owned();
    assert_eq!(found(&desk), [(word("det-not-victim"), 2)]);
    let second = correct(&mut desk, &first.link.id, &[("outcome", "victim")]).unwrap();
    assert_eq!(found(&desk), [(word("det-victim"), 2)], "by the correction, and not by several");
    // The letter was never about the second: the correction names the first alone.
    let third = correct(&mut desk, &second.link.id, &[("people", &who)]).unwrap();
    assert_eq!(people(&third), std::slice::from_ref(&who));
    let mut split = [(word("det-victim"), 1), (word("stat-not-recorded"), 1)];
    split.sort();
    assert_eq!(found(&desk), split);
    let left_out = RecordId::from_canonical(&other).unwrap();
    let page = desk.identification(left_out).unwrap();
    assert_eq!(page.determinations.iter().map(|one| one.corrected).collect::<Vec<_>>(), [true, true]);
    let track = |desk: &Desk, of| {
        let tracks = desk.standing(of).unwrap().tracks;
        tracks.into_iter().find(|one| one.track == "identification").unwrap().because
    };
    assert!(track(&desk, left_out).is_none(), "nothing stands of them");
    assert!(desk.timeline(left_out).unwrap().iter().filter(|one| one.corrected).count() == 2);
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert_eq!(found(&desk), [(word("det-not-victim"), 2)], "what was taken back corrects nothing");
}

#[test]
fn an_interview_counts_on_the_day_that_its_correction_says() {
    let laptop = Laptop::new(224);
    let mut desk = laptop.begin();
    let who = add(&mut desk, "person", &[], &[("full_name", "Larasati")]).link.id;
    let other = add(&mut desk, "person", &[], &[("full_name", "Sutrisna")]).link.id;
    let first = add(&mut desk, "interview", &[&who, &other], &[("held_at", "4 July 2023")]).link.id;
    let helped = |desk: &Desk, from: &str, to: &str| {
        let (from, to) = (from.into(), to.into());
        let input = StatsInput { from, to, by: Vec::new(), of: Some("helped".into()), threshold: None };
        desk.statistics(&input).unwrap().table.total.unwrap()
    };
    assert_eq!(helped(&desk, "2023-01-01", "2023-12-31"), 2);
    correct(&mut desk, &first, &[("held_at", "4 July 2022"), ("people", &who)]).unwrap();
    assert_eq!(helped(&desk, "2023-01-01", "2023-12-31"), 0);
    assert_eq!(helped(&desk, "2022-01-01", "2022-12-31"), 1);
    let told = |desk: &mut Desk| desk.told_before(std::slice::from_ref(&other)).unwrap()[0].interviews.len();
    assert_eq!(told(&mut desk), 0, "it was somebody else who told the story");
}
