use super::{
    Laptop, fresh,
    writing::{answer, canonical, person},
};
use crate::{
    Desk, DeskError,
    views::{AnswerInput, FieldInput, NewRecord, RecordPage},
};
use casework::ids::RecordId;

fn rescue_of(desk: &mut Desk, people: &[RecordId]) -> String {
    let when = FieldInput { field: "when".into(), text: "28/6/2023".into(), reading: None };
    let name = FieldInput { field: "name".into(), text: "Riverside".into(), reading: None };
    let (id, deed) = (fresh(desk), fresh(desk));
    let input = NewRecord { id, kind: "rescue".into(), about: vec![], fields: vec![when, name], deed };
    let rescue = desk.add_record(&input).unwrap().link;
    for person in people {
        desk.record_answer(&answer(desk, *person, "rescue", &rescue.id)).unwrap();
    }
    rescue.reference
}

fn episode(desk: &mut Desk, about: &[String]) -> RecordPage {
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let fields = vec![field("sort", "exploitation"), field("acts_compelled", "disuruh menulis pesan palsu")];
    let (id, deed) = (fresh(desk), fresh(desk));
    desk.add_record(&NewRecord { id, kind: "episode".into(), about: about.to_vec(), fields, deed }).unwrap()
}

fn group(desk: &Desk, field: &str, text: &str) -> AnswerInput {
    answer(desk, RecordId::from_canonical(&fresh(desk)).unwrap(), field, text)
}

#[test]
fn a_selection_with_exceptions_is_one_deed_and_one_undo() {
    let laptop = Laptop::new(70);
    let mut desk = laptop.begin();
    let people: Vec<RecordId> =
        ["Larasati", "Sutrisna", "Wulandari"].map(|name| person(&mut desk, name)).into();
    let rescue = rescue_of(&mut desk, &people);
    let input = group(&desk, "religion", "Islam");
    let saved = desk.record_answers(std::slice::from_ref(&rescue), &[people[1].to_string()], &input).unwrap();
    assert_eq!(saved.len(), 2);
    let said = |desk: &mut Desk| {
        people.iter().map(|who| canonical(desk, *who, "religion").concat()).collect::<Vec<_>>()
    };
    assert_eq!(said(&mut desk), ["Islam", "", "Islam"]);
    desk.undo().unwrap();
    assert_eq!(said(&mut desk), ["", "", ""], "one undo takes all of it back");
    let all: Vec<String> = people.iter().map(ToString::to_string).collect();
    let wrong = group(&desk, "birth_date", "31 Februari 1999");
    assert!(matches!(desk.record_answers(&all, &[], &wrong), Err(DeskError::Unread { .. })));
    let nobody = group(&desk, "religion", "Islam");
    assert!(matches!(desk.record_answers(&all, &all, &nobody), Err(DeskError::NeedsPeople)));
    let rescued = group(&desk, "when", "29/6/2023");
    desk.record_answers(std::slice::from_ref(&rescue), &[], &rescued).unwrap();
    let rescue_id = desk.resolve(&rescue).unwrap();
    assert_eq!(canonical(&desk, rescue_id, "when"), ["2023-06-29"], "its own field is the rescue's");
    let meant = desk.meant_for("episode", &[rescue], &[people[0].to_string()]).unwrap();
    assert_eq!(meant, people[1..]);
}

#[test]
fn what_is_sealed_does_not_reach_a_page_until_it_is_opened() {
    let laptop = Laptop::new(71);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let page = episode(&mut desk, &[who.to_string()]);
    let id = RecordId::from_canonical(&page.link.id).unwrap();
    let seen = |desk: &mut Desk| {
        let past = desk.history(id, None).unwrap();
        let found = desk.search("disuruh menulis pesan", 10).unwrap();
        let shown =
            (desk.record(id).unwrap(), desk.person(who).unwrap(), desk.timeline(who).unwrap(), past, found);
        serde_json::to_string(&shown).unwrap()
    };
    assert!(!seen(&mut desk).contains("pesan palsu") && !format!("{page:?}").contains("pesan palsu"));
    let opened =
        |desk: &Desk| desk.audit_rows().unwrap().iter().filter(|row| row.act == "sealed-open").count();
    assert_eq!(opened(&desk), 0);
    let view = desk.open_sealed(&page.link.reference, "acts_compelled").unwrap();
    assert_eq!(view.values[0].display, "disuruh menulis pesan palsu");
    assert_eq!(opened(&desk), 1);
    assert!(!seen(&mut desk).contains("pesan palsu"), "opened once is not opened for good");
    for form in desk.house().forms.iter() {
        assert!(form.field(form.title.as_str()).is_some_and(|field| !field.sealed), "{}", form.id);
    }
}

#[test]
fn an_earlier_value_is_written_again_as_a_new_edit() {
    let laptop = Laptop::new(72);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.record_answer(&answer(&desk, who, "birth_date", "akhir Juni 1999")).unwrap();
    desk.record_answer(&answer(&desk, who, "birth_date", "3/12/1998")).unwrap();
    let past = desk.history(who, Some("birth_date")).unwrap();
    assert_eq!((past.len(), past[0].restorable, past[1].restorable), (2, true, false));
    assert_eq!((past[0].as_typed.as_deref(), past[0].origin.as_str()), (Some("akhir Juni 1999"), "typed"));
    let restored = desk.restore(&who.to_string(), "birth_date", &past[0].change, &fresh(&desk)).unwrap();
    let value = &restored.field.values[0];
    assert_eq!(
        (value.canonical.as_deref(), value.as_typed.as_deref()),
        (Some("1999-06~"), Some("akhir Juni 1999"))
    );
    assert_eq!(desk.history(who, Some("birth_date")).unwrap().len(), 3, "nothing was taken out");
    desk.undo().unwrap();
    assert_eq!(canonical(&desk, who, "birth_date"), ["1998-12-03"]);
    for (field, change) in [("birth_date", "00:1"), ("religion", past[0].change.as_str())] {
        let refused = desk.restore(&who.to_string(), field, change, &fresh(&desk));
        assert!(matches!(refused, Err(DeskError::NoSuchValue)));
    }
}
