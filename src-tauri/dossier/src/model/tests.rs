//! What the twin says, and what it does not.

use super::{
    Block, Provenance, Run,
    fixtures::{answer, empty, full, record},
};

#[test]
fn the_twin_has_no_record_ids_and_a_fixed_order() {
    let mut dossier = empty();
    dossier.blocks.push(Block::Paragraph(answer(1, "full_name", "Sri Wahyuni", "id")));
    let twin = String::from_utf8(dossier.twin()).unwrap();
    assert!(!twin.contains(&record(1).to_string()));
    insta::assert_snapshot!(twin);
}

#[test]
fn the_code_changes_with_every_word() {
    let mut dossier = full();
    let before = dossier.digest();
    assert_eq!(before, full().digest());
    dossier.meta.copy.number = 2;
    assert_ne!(before, dossier.digest());
}

#[test]
fn a_value_cannot_turn_the_text_around_it() {
    let run = Run::new("a\u{202E}b\u{2066}c\td\ne", "id", Provenance::App);
    assert_eq!(run.text(), "abc d\ne");
    assert_eq!(format!("{run:?}").matches("abc").count(), 0);
}
