//! Writing on one laptop, and finding it again.

use super::office::{KEY, Laptop, NOW, born, deed, field, id, interpreter, kind, known, path, write};
use crate::{Page, Register, RegisterError, Replaces};
use casework::{answer::Answer, ids::FieldId, private::Private};
use journal::Write;

#[test]
fn what_is_written_is_read_with_its_standing_and_its_author() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti Rahma");
    let unknown = Write::Answered(Answer::Unknown);
    let mut typed = write(id(10), "birth", known("2001-06"));
    typed.as_typed = Some(Private::new("Juni 2001".to_owned()));
    laptop.commit(&deed(2, vec![], vec![write(id(10), "sex", unknown), typed])).unwrap();
    let record = laptop.register.record(id(10)).unwrap().unwrap();
    assert_eq!((record.kind.as_str(), record.scope), ("person", id(1)));
    assert_eq!(record.first("name"), Some("Siti Rahma"));
    assert_eq!(record.answers[&field("sex")][0].answer, Answer::Unknown);
    let birth = &record.answers[&field("birth")][0];
    assert_eq!(birth.as_typed.as_ref().unwrap().reveal(), "Juni 2001");
    assert_eq!((birth.author, birth.device.as_str()), (id(900), "01".repeat(16).as_str()));
    assert_eq!(birth.at.timestamp_millis(), i64::try_from(NOW + 2).unwrap());
    assert!(
        laptop.register.history(id(10), Some(&field("birth"))).unwrap()[0].id.to_string() == birth.change
    );
    laptop.check();
}

#[test]
fn a_scalar_is_replaced_and_its_past_stays() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    for (n, town) in [(2, "Poipet"), (3, "Sisophon")] {
        laptop.commit(&deed(n, vec![], vec![write(id(10), "town", known(town))])).unwrap();
    }
    assert_eq!(laptop.texts(10, "town"), ["Sisophon"]);
    let past = laptop.register.history(id(10), Some(&field("town"))).unwrap();
    let told: Vec<_> = past.iter().map(|one| (one.write.clone(), one.live)).collect();
    assert_eq!(told, [(known("Poipet"), false), (known("Sisophon"), true)]);
    assert!(laptop.register.conflicts().unwrap().is_empty());
}

#[test]
fn a_set_gains_and_loses_elements() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let not_asked = Write::Answered(Answer::NotAsked);
    laptop.commit(&deed(2, vec![], vec![write(id(10), "language", not_asked)])).unwrap();
    let both = vec![write(id(10), "language", known("ind")), write(id(10), "language", known("jav"))];
    laptop.commit(&deed(3, vec![], both)).unwrap();
    let mut languages = laptop.texts(10, "language");
    languages.sort();
    assert_eq!(languages, ["ind", "jav"]);
    let record = laptop.register.record(id(10)).unwrap().unwrap();
    assert_eq!(record.answers[&field("language")].len(), 2, "the standing was replaced");
    let mut out = write(id(10), "language", Write::Retracted);
    out.replaces = Replaces::Holding(Answer::Known(Private::new("ind".to_owned())));
    laptop.commit(&deed(4, vec![], vec![out])).unwrap();
    assert_eq!(laptop.texts(10, "language"), ["jav"]);
    laptop.check();
}

#[test]
fn records_are_found_by_kind_link_reference_and_name() {
    let mut laptop = Laptop::new(1);
    let births =
        vec![born(id(1), "rescue", id(1)), born(id(10), "person", id(1)), born(id(11), "person", id(1))];
    let writes = vec![
        write(id(10), "name", known("Siti Nur Aini")),
        write(id(10), "reference", known("PNH-2023-A0042")),
        write(id(10), "rescue", known(&id(1).to_string())),
        write(id(11), "rescue", known(&id(1).to_string())),
        write(id(11), "reference", known("PNH-2023-A10000")),
    ];
    laptop.commit(&deed(2, births, writes)).unwrap();
    let register = &laptop.register;
    assert_eq!(register.ids_of_kind(&kind("person"), Page::ALL).unwrap(), [id(10), id(11)]);
    let second = Page { offset: 1, limit: 1 };
    assert_eq!(register.of_kind(&kind("person"), second).unwrap()[0].id, id(11));
    assert_eq!(register.pointing_at(id(1), Some(&kind("person")), None).unwrap(), [id(10), id(11)]);
    assert!(register.pointing_at(id(1), None, Some(&field("people"))).unwrap().is_empty());
    assert_eq!(register.by_reference("PNH-2023-A0042").unwrap(), [id(10)]);
    assert_eq!(register.last_reference("PNH-2023-A").unwrap().as_deref(), Some("PNH-2023-A10000"));
    for text in ["siti", "NUR AI", "aini"] {
        assert_eq!(register.find_by_name(text, &["person"], Page::ALL).unwrap(), [id(10)], "{text}");
    }
    assert!(register.find_by_name("iti", &[], Page::ALL).unwrap().is_empty());
    assert!(register.find_by_name("siti", &["rescue"], Page::ALL).unwrap().is_empty());
    assert_eq!(register.counts().unwrap().records["person"], 2);
    laptop.check();
}

#[test]
fn a_link_taken_back_points_no_more() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    laptop.commit(&deed(2, vec![born(id(1), "rescue", id(1))], vec![])).unwrap();
    laptop.commit(&deed(3, vec![], vec![write(id(10), "rescue", known(&id(1).to_string()))])).unwrap();
    laptop.commit(&deed(4, vec![], vec![write(id(10), "rescue", Write::Retracted)])).unwrap();
    assert!(laptop.register.pointing_at(id(1), None, None).unwrap().is_empty());
    let record = laptop.register.record(id(10)).unwrap().unwrap();
    assert!(!record.answers.contains_key(&field("rescue")), "a retraction is no answer");
}

#[test]
fn a_removed_record_can_come_back_whole() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    laptop.commit(&deed(2, vec![], vec![write(id(10), "$removed", known("yes"))])).unwrap();
    assert!(laptop.register.record(id(10)).unwrap().is_none());
    assert!(laptop.register.even_removed(id(10)).unwrap().is_some());
    assert!(laptop.register.ids_of_kind(&kind("person"), Page::ALL).unwrap().is_empty());
    let mut back = write(id(10), "$removed", Write::Retracted);
    back.field = FieldId::removed();
    laptop.commit(&deed(3, vec![], vec![back])).unwrap();
    assert_eq!(laptop.texts(10, "name"), ["Siti"]);
    laptop.check();
}

#[test]
fn a_deed_is_whole_done_once_and_in_each_scope_it_touches() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let births = vec![born(id(20), "organisation", id(0))];
    let writes = vec![write(id(10), "town", known("Poipet")), write(id(20), "town", known("Phnom Penh"))];
    let both = deed(2, births, writes);
    let done = laptop.commit(&both).unwrap();
    assert_eq!((done.batches.len(), done.repeated), (2, false));
    let again = laptop.commit(&both).unwrap();
    assert_eq!((again.batches.len(), again.repeated), (2, true));
    let digest = laptop.register.state_digest().unwrap();
    for (bad, why) in [
        (
            deed(3, vec![], vec![write(id(10), "town", known("A")), write(id(99), "town", known("B"))]),
            "no record",
        ),
        (
            deed(4, vec![], vec![write(id(10), "town", known("A")), write(id(10), "town", known("B"))]),
            "twice",
        ),
        (deed(5, vec![], vec![write(id(10), "$kind", known("person"))]), "a field of the log"),
        (deed(6, vec![], vec![]), "nothing"),
    ] {
        assert!(laptop.commit(&bad).is_err(), "{why}");
    }
    assert_eq!(laptop.register.state_digest().unwrap(), digest);
    assert!(matches!(laptop.commit(&deed(6, vec![], vec![])), Err(RegisterError::Nothing)));
}

#[test]
fn undoing_follows_the_deeds_that_stand() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let born = laptop.register.deeds(None, 1).unwrap()[0].id;
    let first = laptop.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap().deed;
    let last = |laptop: &Laptop| laptop.register.last_undoable(id(900)).unwrap().map(|deed| deed.id);
    let again = |laptop: &Laptop| laptop.register.last_redoable(id(900)).unwrap().map(|deed| deed.id);
    assert_eq!((last(&laptop), again(&laptop)), (Some(first), None));
    let mut undo = deed(3, vec![], vec![write(id(10), "town", Write::Retracted)]);
    undo.undoes = Some(first);
    let undone = laptop.commit(&undo).unwrap().deed;
    assert_eq!((last(&laptop), again(&laptop)), (Some(born), Some(undone)));
    let mut redo = deed(4, vec![], vec![write(id(10), "town", known("Poipet"))]);
    redo.undoes = Some(undone);
    let redone = laptop.commit(&redo).unwrap().deed;
    assert_eq!((last(&laptop), again(&laptop)), (Some(redone), None));
    let written = laptop.register.changes_of(redone).unwrap();
    assert_eq!(written.len(), 1);
    assert_eq!(written[0].replaced[0].write, Write::Retracted);
    assert!(laptop.register.last_undoable(id(901)).unwrap().is_none());
}

#[test]
fn what_a_newer_app_wrote_comes_alive_with_newer_forms() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    laptop.commit(&deed(2, vec![], vec![write(id(10), "mentor", known(&id(11).to_string()))])).unwrap();
    assert!(laptop.register.pointing_at(id(11), None, None).unwrap().is_empty());
    let digest = laptop.register.state_digest().unwrap();
    let Laptop { register, folder, .. } = laptop;
    register.close(&mut |_| [1; 64]).unwrap();
    let register = Register::open(&path(&folder), KEY, interpreter("later")).unwrap();
    assert_eq!(register.pointing_at(id(11), None, None).unwrap(), [id(10)]);
    assert_eq!(register.placeholders().unwrap(), [id(11)]);
    assert_eq!(register.state_digest().unwrap(), digest);
}
