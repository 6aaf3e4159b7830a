use super::{Laptop, fresh};
use crate::{
    Desk, DeskError,
    views::{AnswerInput, FieldInput, NewRecord},
};
use casework::ids::RecordId;

pub(crate) fn person(desk: &mut Desk, name: &str) -> RecordId {
    let input = NewRecord {
        id: fresh(desk),
        kind: "person".into(),
        about: vec![],
        fields: vec![FieldInput { field: "full_name".into(), text: name.into(), reading: None }],
        deed: fresh(desk),
    };
    let page = desk.add_record(&input).unwrap();
    RecordId::from_canonical(&page.link.id).unwrap()
}

pub(crate) fn answer(desk: &Desk, record: RecordId, field: &str, text: &str) -> AnswerInput {
    AnswerInput {
        record: record.to_string(),
        field: field.into(),
        text: text.into(),
        standing: None,
        reading: None,
        deed: fresh(desk),
    }
}

pub(crate) fn canonical(desk: &Desk, record: RecordId, field: &str) -> Vec<String> {
    let page = desk.page_of(record).unwrap();
    let fields = page.sections.into_iter().flat_map(|section| section.fields);
    let view = fields.into_iter().find(|view| view.id == field).unwrap();
    view.values.into_iter().filter_map(|value| value.canonical).collect()
}

#[test]
fn what_is_typed_is_parsed_once_and_kept_beside_its_canonical_form() {
    let laptop = Laptop::new(20);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let saved = desk.record_answer(&answer(&desk, who, "birth_date", "akhir Juni 1999")).unwrap();
    let value = &saved.field.values[0];
    assert_eq!(
        (value.canonical.as_deref(), value.as_typed.as_deref()),
        (Some("1999-06~"), Some("akhir Juni 1999"))
    );
    assert_eq!((value.author.as_str(), value.device.as_str()), ("Rukmini Sastrawijaya", "A"));
    let page = desk.record(who).unwrap();
    assert_eq!(page.link.reference, "PNH-2026-A0001");
}

#[test]
fn an_ambiguous_date_is_a_question_where_the_office_has_not_settled_it() {
    let laptop = Laptop::new(21);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.set_setting("date-order", "ask", "").unwrap();
    let mut input = answer(&desk, who, "birth_date", "05/06/1999");
    let refused = desk.record_answer(&input).unwrap_err().refused(desk.house(), desk.words());
    assert_eq!((refused.code.as_str(), refused.readings.len()), ("ambiguous", 2));
    assert!(canonical(&desk, who, "birth_date").is_empty());
    input.reading = Some("1999-05-06".into());
    desk.record_answer(&input).unwrap();
    assert_eq!(canonical(&desk, who, "birth_date"), ["1999-05-06"]);
    input.reading = Some("1950-01-01".into());
    input.deed = fresh(&desk);
    assert!(desk.record_answer(&input).is_err(), "a reading that was not offered is not taken");
}

#[test]
fn a_text_that_does_not_parse_says_where_and_writes_nothing() {
    let laptop = Laptop::new(22);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let refused = desk.record_answer(&answer(&desk, who, "birth_date", "31 Februari 1999")).unwrap_err();
    let refused = refused.refused(desk.house(), desk.words());
    assert_eq!((refused.code.as_str(), refused.field.as_deref()), ("unreadable", Some("birth_date")));
    assert!(refused.at.is_some() && !refused.message.contains("31 Februari"));
    assert!(canonical(&desk, who, "birth_date").is_empty());
}

#[test]
fn unknown_not_asked_and_declined_are_answers_of_their_own() {
    let laptop = Laptop::new(23);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    for standing in ["unknown", "not-asked", "declined"] {
        let input = AnswerInput { standing: Some(standing.into()), ..answer(&desk, who, "religion", "") };
        let saved = desk.record_answer(&input).unwrap();
        assert_eq!(saved.field.values.len(), 1);
        assert_eq!(saved.field.values[0].standing, standing);
        assert_eq!(saved.field.values[0].canonical, None);
    }
}

#[test]
fn a_set_takes_elements_in_and_out() {
    let laptop = Laptop::new(24);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.record_answer(&answer(&desk, who, "aliases", "Laras")).unwrap();
    desk.record_answer(&answer(&desk, who, "aliases", "Ibu Lara")).unwrap();
    let saved = desk.record_answer(&answer(&desk, who, "aliases", "Laras")).unwrap();
    assert_eq!(saved.field.values.len(), 2, "the same element twice is one");
    assert!(!saved.field.conflict);
    let gone = saved.field.values.iter().find(|value| value.display == "Laras").unwrap().change.clone();
    let saved = desk.retract(&who.to_string(), "aliases", &gone, &fresh(&desk)).unwrap();
    assert_eq!(canonical(&desk, who, "aliases"), ["Ibu Lara"]);
    assert_eq!(saved.field.values.len(), 1);
    let again = desk.retract(&who.to_string(), "aliases", &gone, &fresh(&desk));
    assert!(matches!(again, Err(DeskError::NoSuchValue)));
}

#[test]
fn one_movement_for_many_is_one_record_and_moves_everybody() {
    let laptop = Laptop::new(25);
    let mut desk = laptop.begin();
    let people: Vec<RecordId> =
        ["Larasati", "Sutrisna", "Wulandari"].map(|name| person(&mut desk, name)).into();
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let input = NewRecord {
        id: fresh(&desk),
        kind: "movement".into(),
        about: people.iter().map(ToString::to_string).collect(),
        fields: vec![
            field("sort", "transfer"),
            field("departed_at", "14/7/2026 09:00"),
            field("arrived_at", "14/7/2026 10:15"),
            field("to_place", "Phnom Penh"),
        ],
        deed: fresh(&desk),
    };
    let page = desk.add_record(&input).unwrap();
    assert_eq!(page.link.reference, "PNH-2026-MA01");
    assert_eq!(desk.add_record(&input).unwrap(), page, "the same call twice is one deed");
    let lines = desk.where_is(None).unwrap();
    assert!(lines.iter().all(|line| line.place.as_deref() == Some("Phnom Penh")), "{lines:?}");
}

#[test]
fn a_record_without_what_it_needs_is_not_made() {
    let laptop = Laptop::new(26);
    let mut desk = laptop.begin();
    let input = NewRecord {
        id: fresh(&desk),
        kind: "person".into(),
        about: vec![],
        fields: vec![],
        deed: fresh(&desk),
    };
    assert!(matches!(desk.add_record(&input), Err(DeskError::NeedsField { .. })));
    let input = NewRecord { kind: "movement".into(), ..input };
    assert!(matches!(desk.add_record(&input), Err(DeskError::NeedsPeople)));
    assert_eq!(desk.people("", 0, 10).unwrap(), []);
}

#[test]
fn a_link_points_only_where_its_field_allows() {
    let laptop = Laptop::new(27);
    let mut desk = laptop.begin();
    let (a, b) = (person(&mut desk, "Larasati"), person(&mut desk, "Sutrisna"));
    assert!(matches!(
        desk.record_answer(&answer(&desk, a, "rescue", &b.to_string())),
        Err(DeskError::WrongLink { .. })
    ));
    assert!(matches!(
        desk.record_answer(&answer(&desk, a, "rescue", "PNH-2026-RA99")),
        Err(DeskError::NotFound)
    ));
}
