use super::{Laptop, fresh};
use crate::{DeskError, views::NewRecord};
use casework::ids::RecordId;

#[test]
fn the_acceptance_case_has_a_place_for_everything() {
    let laptop = Laptop::new(10);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescues = desk.rescues(0, 50).unwrap();
    assert_eq!(rescues.iter().map(|line| line.people).collect::<Vec<_>>(), [1, 27]);
    let first = RecordId::from_canonical(&rescues[1].rescue.id).unwrap();
    let page = desk.rescue(first).unwrap();
    assert!(page.roster.iter().all(|line| line.stage == "reintegrated"), "{:?}", page.roster[0]);
    assert!(page.roster.iter().all(|line| line.place.is_some()));
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
        "interview",
        "statement",
        "screening",
        "finding",
        "fitness",
        "risk",
        "expense",
        "referral",
        "justice-matter",
        "evidence-item",
        "custody",
        "allegation",
        "task",
        "note",
        "restricted-note",
        "flag",
        "follow-up",
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
fn everybody_of_the_sample_may_fly_and_nothing_is_overridden() {
    let laptop = Laptop::new(14);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let flight = desk.movements(0).unwrap().into_iter().find(|line| line.sort == "flight").unwrap();
    let page = desk.gate(&[], RecordId::from_canonical(&flight.movement.id).unwrap()).unwrap();
    let blocked: Vec<_> = page
        .people
        .iter()
        .flat_map(|line| line.checks.iter().map(move |check| (&line.person.title, check)))
        .filter(|(_, check)| check.blocker.is_some())
        .collect();
    assert!(page.open && blocked.is_empty(), "{blocked:?}");
    assert_eq!(page.people.len(), 28);
    assert!(desk.of_kind("gate-override").unwrap().is_empty());
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

#[test]
fn one_more_joins_without_changing_anybodys_dates() {
    let laptop = Laptop::new(13);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescue = desk.rescues(0, 50).unwrap().into_iter().find(|line| line.people == 27).unwrap().rescue;
    let first = RecordId::from_canonical(&rescue.id).unwrap();
    let before = desk.timeline(first).unwrap();
    let field = |field: &str, text: &str| crate::views::FieldInput {
        field: field.into(),
        text: text.into(),
        reading: None,
    };
    let add = |desk: &mut crate::Desk, kind: &str, about: &str, fields: Vec<crate::views::FieldInput>| {
        let input = NewRecord {
            id: fresh(desk),
            kind: kind.into(),
            about: vec![about.to_owned()].into_iter().filter(|one| !one.is_empty()).collect(),
            fields,
            deed: fresh(desk),
        };
        desk.add_record(&input).unwrap().link.id
    };
    let again =
        [field("name", "One more"), field("when", "5 September 2023"), field("continues", &rescue.id)];
    let again = add(&mut desk, "rescue", "", again.into());
    let who = add(&mut desk, "person", &again, vec![field("full_name", "Prameswari")]);
    let out = [field("sort", "extraction"), field("departed_at", "5 September 2023 17:00")];
    add(&mut desk, "movement", &who, out.into());
    assert_eq!(desk.timeline(first).unwrap(), before);
}
