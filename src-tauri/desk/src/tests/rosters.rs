use super::{Laptop, fresh, writing::canonical};
use crate::{
    Desk, DeskError,
    views::{ColumnAnswer, FieldInput, RosterChoices, RosterTarget},
};
use casework::ids::RecordId;

const LIST: &str = "DAFTAR WNI (FIKTIF),,,,\n,,,,\nNo,Nama,L/P,Tgl Lahir,No Paspor\n\
    1,Larasati,P,28/06/1999,X9000001\n2,Sutrisna,L,31/02/1998,X9000002\n3,Wulandari,P,sekitar 2001,\n,JUMLAH,3,,\n";

fn target(desk: &Desk) -> RosterTarget {
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    RosterTarget {
        rescue: None,
        new_rescue: vec![field("name", "Night intake"), field("when", "24/11/2026"), field("town", "Poipet")],
        deed: fresh(desk),
    }
}

#[test]
fn a_list_becomes_people_and_papers_and_one_undo_takes_it_all_back() {
    let laptop = Laptop::new(60);
    let mut desk = laptop.begin();
    let preview = desk.open_roster(LIST.as_bytes(), "list.csv").unwrap();
    assert_eq!(preview.rows.len(), 3);
    assert!(preview.rows[1].cells.iter().any(|cell| cell.flag.is_some()), "31 February is flagged");
    assert_eq!(desk.people("", 0, 10).unwrap(), [], "nothing is written yet");
    let taken = desk.take_roster(&target(&desk)).unwrap();
    assert_eq!((taken.people, taken.rescue.reference.as_str()), (3, "PNH-2026-RA01"));
    let rescue = RecordId::from_canonical(&taken.rescue.id).unwrap();
    let roster = desk.rescue(rescue).unwrap().roster;
    let by = |name: &str| roster.iter().find(|line| line.person.title == name).unwrap();
    assert_eq!(by("Larasati").document.as_deref(), Some("X9000001"));
    assert_eq!(by("Larasati").sex, "Female");
    let unread = RecordId::from_canonical(&by("Sutrisna").person.id).unwrap();
    assert!(canonical(&desk, unread, "birth_date").is_empty());
    assert_eq!(
        canonical(&desk, unread, "remarks"),
        ["Date of birth: 31/02/1998"],
        "what could not be read is kept"
    );
    desk.undo().unwrap();
    assert_eq!(desk.rescues(0, 50).unwrap(), []);
    assert_eq!(desk.people("", 0, 10).unwrap(), []);
    desk.redo().unwrap();
    assert_eq!(desk.rescue(rescue).unwrap().roster.len(), 3);
}

#[test]
fn an_ambiguous_column_is_one_question_and_nothing_is_taken_before_its_answer() {
    let laptop = Laptop::new(61);
    let mut desk = laptop.begin();
    let list = "Nama,Tanggal Lahir\nLarasati,05/06/1999\nSutrisna,07/08/1998\n";
    let preview = desk.open_roster(list.as_bytes(), "list.csv").unwrap();
    assert_eq!(preview.questions.len(), 1);
    assert!(matches!(desk.take_roster(&target(&desk)), Err(DeskError::RosterUnanswered)));
    let answers = vec![ColumnAnswer { column: preview.questions[0].column, answer: "day-first".into() }];
    let preview = desk.choose_in_roster(&RosterChoices { answers, ..RosterChoices::default() }).unwrap();
    assert!(
        preview.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.display.is_some()),
        "every cell reads now"
    );
    let taken = desk.take_roster(&target(&desk)).unwrap();
    let rescue = RecordId::from_canonical(&taken.rescue.id).unwrap();
    let first = RecordId::from_canonical(&desk.rescue(rescue).unwrap().roster[0].person.id).unwrap();
    assert_eq!(canonical(&desk, first, "birth_date"), ["1999-06-05"]);
}

#[test]
fn a_row_left_out_stays_out_and_a_column_can_be_given_elsewhere() {
    let laptop = Laptop::new(62);
    let mut desk = laptop.begin();
    let preview = desk.open_roster(LIST.as_bytes(), "list.csv").unwrap();
    let document = preview.columns.iter().find(|column| column.header == "No Paspor").unwrap().index;
    let choices = RosterChoices {
        columns: vec![crate::views::ColumnChoice { column: document, field: None }],
        left_out: vec![preview.rows[1].row],
        ..RosterChoices::default()
    };
    let preview = desk.choose_in_roster(&choices).unwrap();
    assert_eq!(preview.rows.len(), 2);
    let taken = desk.take_roster(&target(&desk)).unwrap();
    assert_eq!(taken.people, 2);
    let rescue = RecordId::from_canonical(&taken.rescue.id).unwrap();
    assert!(desk.rescue(rescue).unwrap().roster.iter().all(|line| line.document.is_none()));
}

#[test]
fn a_refused_file_changes_nothing() {
    let laptop = Laptop::new(63);
    let mut desk = laptop.begin();
    let before = desk.check().unwrap().digest;
    let refused = desk.open_roster(b"%PDF-1.7 not a list", "list.xlsx").unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("paper-wrong-kind", 4));
    let shown = refused.refused(desk.house(), desk.words());
    assert!(!shown.message.contains('⟦') && !shown.recovery.contains('⟦'), "{shown:?}");
    assert!(matches!(desk.take_roster(&target(&desk)), Err(DeskError::NoRoster)));
    assert_eq!(desk.check().unwrap().digest, before);
}
