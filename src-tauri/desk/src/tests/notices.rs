//! Telling whoever holds old data: what a notice says, what it never says, and when it is owed.

use super::answers::{Case, add, case};
use crate::{DeskError, Wrap};

fn make(case: &mut Case, copy: u32, lang: &str) -> (u32, String) {
    let preview = case.desk.notice_prepare(copy, Some(lang)).unwrap();
    let path = case.laptop.path(&format!("notice-{}.pdf", preview.copy));
    case.desk.dossier_release_as(&preview.token, &Wrap::Plain, None, &path).unwrap();
    let bytes = std::fs::read(path).unwrap();
    let verified = case.desk.verify_file(&bytes).unwrap();
    assert_eq!((verified.known, verified.copy), (true, preview.copy));
    (preview.copy, dossier::check::words_of(&bytes).unwrap())
}

fn states(case: &Case) -> Vec<(u32, String)> {
    case.desk.notices().unwrap().iter().map(|one| (one.copy.copy, one.state.clone())).collect()
}

#[test]
fn a_correction_is_told_with_what_holds_now_and_is_owed_until_it_was_sent() {
    let mut case = case(320);
    let people = case.people.clone();
    case.set(people[0], "birth_date", "12 March 1999");
    case.hand_over(&people);
    assert!(case.desk.notices().unwrap().is_empty());
    assert!(matches!(case.desk.notice_prepare(1, None), Err(DeskError::NothingToCorrect)));
    assert!(matches!(case.desk.notice_prepare(9, None), Err(DeskError::NoSuchCopy)));
    case.set(people[0], "birth_date", "12 March 1998");
    assert_eq!((states(&case), case.desk.day(100).unwrap().notices), (vec![(1, "owed".into())], 1));
    let (number, said) = make(&mut case, 1, "en");
    assert!(said.contains("1998") && !said.contains("1999"), "{said}");
    assert_eq!(number, 2);
    assert_eq!((states(&case), case.desk.day(100).unwrap().notices), (vec![(1, "prepared".into())], 1));
    case.desk.notice_sent(2).unwrap();
    assert_eq!((states(&case), case.desk.day(100).unwrap().notices), (vec![(1, "sent".into())], 0));
    assert!(matches!(case.desk.notice_sent(1), Err(DeskError::NoSuchCopy)), "copy 1 is no notice");
    // Another correction is another thing to tell; the notice itself is never told about.
    case.set(people[0], "birth_date", "12 March 1997");
    assert_eq!(states(&case), [(1, "owed".to_owned())]);
}

#[test]
fn a_withdrawn_consent_prints_no_value_in_any_language() {
    let mut case = case(321);
    let people = case.people.clone();
    case.set(people[0], "birth_date", "12 March 1999");
    case.set(people[0], "religion", "Islam");
    case.hand_over(&people);
    case.set(people[0], "birth_date", "12 March 1998");
    let said = [("recipient", "shelter"), ("outcome", "withdrawn"), ("answered_on", "24 November 2026")];
    add(&mut case.desk, "consent", &people[..1], &said);
    for lang in ["id", "en", "km"] {
        let (_, said) = make(&mut case, 1, lang);
        for value in ["Larasati", "Wulandari", "1999", "1998", "Islam", "A0001"] {
            assert!(!said.contains(value), "{lang}: {value} in {said}");
        }
        assert!(said.contains(&case.desk.ledger().unwrap().last().unwrap().code), "names the copy");
    }
    let held = case.desk.ledger().unwrap();
    assert_eq!((held[0].fields.len(), held[0].people), (0, 0), "the ledger: nothing of anybody left");
}

#[test]
fn an_erased_person_is_told_by_their_place_in_the_copy() {
    let mut case = case(322);
    let people = case.people.clone();
    case.hand_over(&people);
    case.desk.erase(&people[0].to_string(), "asked for it").unwrap();
    let (_, said) = make(&mut case, 1, "en");
    assert!(said.contains("Person 1 of 2") && said.contains("Erased"), "{said}");
    assert!(!said.contains("Larasati") && !said.contains("Bagaskara"), "{said}");
}

#[test]
fn what_went_to_nobody_in_particular_has_no_holder() {
    let mut case = case(323);
    case.take_names_out();
    assert!(matches!(case.desk.notice_prepare(1, None), Err(DeskError::NothingToCorrect)));
}
