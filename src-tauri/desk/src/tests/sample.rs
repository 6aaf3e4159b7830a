use super::{Laptop, fresh};
use crate::{DeskError, views::NewRecord};
use casework::ids::RecordId;

#[test]
fn the_acceptance_case_has_a_place_for_everything() {
    let laptop = Laptop::new(10);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescues = desk.rescues().unwrap();
    assert_eq!(rescues.iter().map(|line| line.people).collect::<Vec<_>>(), [1, 27]);
    let first = RecordId::from_canonical(&rescues[1].rescue.id).unwrap();
    let page = desk.rescue(first).unwrap();
    assert!(page.roster.iter().all(|line| line.stage == "rehabilitation"), "{:?}", page.roster[0]);
    assert!(page.roster.iter().all(|line| line.holder.is_some() && line.place.is_some()));
    assert!(page.roster.iter().any(|line| line.person.title == "Larasati"), "a single name is whole");
    let timeline = desk.timeline(first).unwrap();
    let kinds: Vec<&str> = timeline.iter().map(|entry| entry.record.kind.as_str()).collect();
    assert_eq!(kinds.first(), Some(&"episode"));
    for kind in [
        "rescue",
        "movement",
        "placement",
        "determination",
        "service",
        "health",
        "consent",
        "document",
        "immigration-matter",
    ] {
        assert!(kinds.contains(&kind), "{kind} is not on the timeline");
    }
    let flight = timeline.iter().find(|entry| entry.title == "Flight").unwrap();
    assert_eq!(flight.people, 27);
    assert!(flight.until.as_deref().unwrap().contains("16:20"), "{:?}", flight.until);
    assert!(desk.status().unwrap().training);
    assert!(desk.check().unwrap().sound);
}

#[test]
fn the_sample_goes_only_into_an_empty_vault() {
    let laptop = Laptop::new(11);
    let mut desk = laptop.begin();
    let person = NewRecord {
        id: fresh(&desk),
        kind: "person".into(),
        about: vec![],
        fields: vec![crate::views::FieldInput {
            field: "full_name".into(),
            text: "Larasati".into(),
            reading: None,
        }],
        deed: fresh(&desk),
    };
    desk.add_record(&person).unwrap();
    assert!(matches!(desk.fill_sample(), Err(DeskError::VaultNotEmpty)));
    assert!(!desk.status().unwrap().training);
}

#[test]
fn an_authority_is_named_in_the_language_of_the_reader() {
    let laptop = Laptop::new(12);
    let mut desk = laptop.begin();
    desk.speak(casework::words::Lang::Km);
    let found = desk.candidates(&["organisation"], "").unwrap();
    assert!(found.iter().any(|link| link.title == "អង្គការការីតាសកម្ពុជា"), "{found:?}");
}
