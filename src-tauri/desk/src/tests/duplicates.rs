use super::{
    Laptop, fresh,
    search::add,
    writing::{answer, person},
};
use crate::{Desk, DeskError};
use casework::ids::RecordId;

fn born(desk: &mut Desk, name: &str, day: &str, origin: &str) -> RecordId {
    let who = person(desk, name);
    desk.record_answer(&answer(desk, who, "birth_date", day)).unwrap();
    desk.record_answer(&answer(desk, who, "origin", origin)).unwrap();
    who
}

fn decide(desk: &mut Desk, pair: (RecordId, RecordId), same: bool) {
    let (one, other) = (pair.0.to_string(), pair.1.to_string());
    let ids = (fresh(desk), fresh(desk));
    desk.decide_duplicate((&one, &other), same, "seen side by side", ids).unwrap();
}

#[test]
fn a_pair_is_suggested_decided_and_asked_again_after_undo() {
    let laptop = Laptop::new(90);
    let mut desk = laptop.begin();
    let one = born(&mut desk, "Moh. Soeharto Kusumawardhana", "28 June 1999", "Kabupaten Banyumas");
    let other = born(&mut desk, "Muhammad Suharto Kusumawardhana", "28 June 1999", "Kabupaten Banyumas");
    let third = born(&mut desk, "Wulandari", "28 June 1999", "Kabupaten Banyumas");
    for of in [None, Some(one.to_string()), Some(other.to_string())] {
        let found = desk.duplicates(of.as_deref()).unwrap();
        assert_eq!(found.len(), 1, "{of:?}");
        assert!(found[0].reasons.iter().any(|why| why.contains("spelling")), "{:?}", found[0].reasons);
        assert!(
            found[0].fields.iter().any(|field| field.same) && found[0].fields.iter().any(|field| !field.same)
        );
    }
    assert!(desk.duplicates(Some(&third.to_string())).unwrap().is_empty());
    let before = desk.record(one).unwrap();
    decide(&mut desk, (one, other), true);
    assert!(desk.duplicates(None).unwrap().is_empty(), "what is decided is not asked again");
    assert_eq!(desk.record(one).unwrap(), before, "nothing is merged");
    desk.undo().unwrap();
    assert_eq!(desk.duplicates(None).unwrap().len(), 1);
    decide(&mut desk, (other, one), false);
    assert!(desk.duplicates(Some(&other.to_string())).unwrap().is_empty());
    let (id, ids) = (one.to_string(), (fresh(&desk), fresh(&desk)));
    assert!(matches!(desk.decide_duplicate((&id, &id), true, "", ids), Err(DeskError::WrongUse)));
}

#[test]
fn a_list_is_checked_against_everybody_before_it_is_taken_in() {
    let laptop = Laptop::new(91);
    let mut desk = laptop.begin();
    let known = born(&mut desk, "Larasati", "28 June 1999", "Kabupaten Banyumas");
    add(&mut desk, "travel-document", &[known.to_string()], &[("sort", "passport"), ("number", "X9000037")]);
    let list = "Nama,Tgl Lahir,No Paspor\nWulandari,12/03/2000,X9000037\nLarasati,01/02/1980,\nSutrisna,28/06/1999,\n";
    let preview = desk.open_roster(list.as_bytes(), "list.csv").unwrap();
    let found = desk.roster_duplicates().unwrap();
    assert_eq!(
        found.iter().map(|one| one.row).collect::<Vec<_>>(),
        [preview.rows[0].row],
        "a name alone is no reason"
    );
    assert!(!found[0].against.is_empty(), "the other name is said too");
    assert!(
        preview.rows[0].notes.iter().any(|note| note.contains("PNH-2026-A0001")),
        "{:?}",
        preview.rows[0].notes
    );
    assert!(preview.rows[1].notes.is_empty() && preview.rows[2].notes.is_empty());
}

#[test]
fn of_invented_strangers_hardly_any_are_suggested_and_of_doubles_nearly_all() {
    let laptop = Laptop::new(92);
    let mut desk = laptop.begin();
    desk.generate(600, 11).unwrap();
    assert!(desk.duplicates(None).unwrap().len() <= 2, "strangers with common names");
    let doubles: Vec<_> = desk.people("", 0, 2000).unwrap().into_iter().step_by(30).collect();
    for line in &doubles {
        let id = RecordId::from_canonical(&line.person.id).unwrap();
        let card = desk.register.card(id).unwrap();
        let said = |field: &str| card.iter().find(|(name, _)| name.as_str() == field).unwrap().1.clone();
        let twin = person(&mut desk, &said("full_name"));
        for field in ["birth_date", "origin"] {
            desk.record_answer(&answer(&desk, twin, field, &said(field))).unwrap();
        }
    }
    let found = desk.duplicates(None).unwrap().len();
    assert!(found * 10 >= doubles.len() * 7, "{found} of {}", doubles.len());
}
