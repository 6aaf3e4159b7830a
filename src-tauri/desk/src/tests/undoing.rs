use super::{
    Laptop,
    writing::{answer, canonical, person},
};
use crate::DeskError;

#[test]
fn every_deed_is_taken_back_and_done_again_and_that_outlives_a_restart() {
    let laptop = Laptop::new(30);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.record_answer(&answer(&desk, who, "religion", "Islam")).unwrap();
    desk.record_answer(&answer(&desk, who, "religion", "Hindu")).unwrap();
    desk.lock().unwrap();
    let mut desk = laptop.unlock(super::PASSPHRASE).unwrap();
    assert_eq!(desk.undo().unwrap().deed, "Answer written");
    assert_eq!(canonical(&desk, who, "religion"), ["Islam"]);
    desk.undo().unwrap();
    assert_eq!(canonical(&desk, who, "religion"), [""; 0]);
    desk.redo().unwrap();
    desk.redo().unwrap();
    assert_eq!(canonical(&desk, who, "religion"), ["Hindu"]);
    assert!(matches!(desk.redo(), Err(DeskError::NothingToUndo)));
    desk.undo().unwrap();
    desk.undo().unwrap();
    desk.undo().unwrap();
    assert!(matches!(desk.record(who), Err(DeskError::NotFound)), "the record is taken back too");
    assert!(matches!(desk.undo(), Err(DeskError::NothingToUndo)), "a vault's first day is not");
    desk.redo().unwrap();
    assert_eq!(desk.record(who).unwrap().link.title, "Larasati");
    assert!(desk.check().unwrap().sound);
}

#[test]
fn an_element_taken_out_comes_back() {
    let laptop = Laptop::new(31);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.record_answer(&answer(&desk, who, "aliases", "Laras")).unwrap();
    let saved = desk.record_answer(&answer(&desk, who, "aliases", "Lara")).unwrap();
    desk.undo().unwrap();
    assert_eq!(canonical(&desk, who, "aliases"), ["Laras"]);
    desk.redo().unwrap();
    let change = saved.field.values.iter().find(|value| value.display == "Laras").unwrap().change.clone();
    desk.retract(&who.to_string(), "aliases", &change, &super::fresh(&desk)).unwrap();
    desk.undo().unwrap();
    assert_eq!(canonical(&desk, who, "aliases").len(), 2);
}
