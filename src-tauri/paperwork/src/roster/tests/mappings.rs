//! Mappings: corrected, remembered by the titles, and refused where they are for another list.

use super::{column, field, house, person, typing};
use crate::{
    roster::{Answers, Mapping, Outcome, Question, Target, Why, preview},
    tests::fixtures::{grid, xlsx_of},
};
use casework::ids::KindId;

#[test]
fn a_corrected_mapping_is_remembered_by_the_titles() {
    let house = house();
    let first = grid(&xlsx_of(&[&["Nama", "Kode Unik", "Tgl Masuk"], &["Sari", "C1234567", "x"]]));
    let mut mapping = house.propose(&first, None).mapping;
    mapping.set(column("B"), field("travel-document", "number")).unwrap();
    assert!(mapping.set(column("Z"), Target::Nothing).is_err());
    let kept: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    assert_eq!(kept, mapping);
    let moved =
        grid(&xlsx_of(&[&["Judul"], &["Tgl masuk", "KODE UNIK", "nama"], &["x", "C1234567", "Sari"]]));
    let again = house.propose(&moved, Some(&kept));
    assert_eq!(again.mapping.target(column("B")), &field("travel-document", "number"));
    assert_eq!(again.columns[1].why, Why::Remembered);
    assert_ne!(again.mapping.fingerprint(), kept.fingerprint(), "the order of titles is part of the name");
    let same = house.propose(&first, None).mapping;
    assert_eq!(same.fingerprint(), kept.fingerprint());
}

#[test]
fn two_columns_for_one_field_are_asked_about_unless_it_takes_several() {
    let bytes = xlsx_of(&[
        &["Nama", "Name", "No HP", "Telepon"],
        &["Sari", "Sari M", "0812 3456 7890", "0813 3456 7890; 0814 3456 7890"],
    ]);
    let (proposal, preview) = house().both(&bytes);
    assert_eq!(
        proposal.questions,
        [Question::SameField { field: person("full_name"), columns: vec![column("A"), column("B")] }]
    );
    let phones = preview.rows[0].cells.iter().filter(|cell| cell.field == person("phones"));
    let read = |outcome: &Outcome| matches!(outcome, Outcome::Read { .. });
    assert_eq!(phones.clone().count(), 3);
    assert!(phones.clone().all(|cell| read(&cell.outcome)));
}

#[test]
fn a_mapping_for_another_form_or_sheet_is_stale() {
    let house = house();
    let grid = grid(&xlsx_of(&[&["Nama"], &["Sari"]]));
    let good = house.propose(&grid, None).mapping;
    let stale = |mapping: &Mapping| {
        preview(&grid, mapping, &house.person, &[], &typing(None), &house.words, &Answers::default()).is_err()
    };
    assert!(!stale(&good));
    let mut sheet = good.clone();
    sheet.sheet = 9;
    let mut unknown = good.clone();
    unknown.set(column("A"), field("travel-document", "number")).unwrap();
    let mut form = good;
    form.form = KindId::new("rescue").unwrap();
    assert!(stale(&sheet) && stale(&unknown) && stale(&form));
}
