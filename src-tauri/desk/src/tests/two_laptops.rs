use super::{
    Laptop,
    writing::{answer, canonical, person},
};
use crate::{Desk, DeskError};
use std::fs::File;

pub(super) fn send(from: &mut Desk, to: &mut Desk, laptop: &Laptop, name: &str) -> crate::views::BundleView {
    let path = laptop.path(name);
    from.export_bundle(&for_cards(&[&to.laptop().unwrap().card]), &path).unwrap();
    let bytes = std::fs::metadata(&path).unwrap().len();
    to.import_bundle(File::open(&path).unwrap(), bytes).unwrap()
}

pub(super) fn for_cards(cards: &[&str]) -> crate::views::ExportInput {
    let cards = cards.iter().map(|&card| card.to_owned()).collect();
    crate::views::ExportInput { cards, ..crate::views::ExportInput::default() }
}

pub(super) fn befriend(a: &mut Desk, b: &mut Desk) {
    a.trust(&b.laptop().unwrap().card, false).unwrap();
    b.trust(&a.laptop().unwrap().card, false).unwrap();
}

#[test]
fn two_edits_of_one_field_are_both_kept_until_an_officer_settles_them() {
    let (here, there) = (Laptop::new(40), Laptop::new(41));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let who = person(&mut a, "Larasati");
    assert_eq!(send(&mut a, &mut b, &here, "1.pulang").conflicts, 0);
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    b.record_answer(&answer(&b, who, "religion", "Hindu")).unwrap();
    send(&mut a, &mut b, &here, "2.pulang");
    let met = send(&mut b, &mut a, &there, "3.pulang");
    assert_eq!(met.digest, b.check().unwrap().digest, "both hold the same");
    for desk in [&a, &b] {
        let mut both = canonical(desk, who, "religion");
        both.sort();
        assert_eq!(both, ["Hindu", "Islam"]);
        assert_eq!(desk.conflicts().unwrap().len(), 1);
    }
    let open = a.conflicts().unwrap().remove(0);
    assert!(open.field.conflict);
    a.settle(&open.id, "theirs").unwrap();
    assert_eq!(canonical(&a, who, "religion"), ["Hindu"]);
    send(&mut a, &mut b, &here, "4.pulang");
    assert_eq!((canonical(&b, who, "religion"), b.conflicts().unwrap().len()), (vec!["Hindu".to_owned()], 0));
}

#[test]
fn the_authorities_of_a_post_are_the_same_records_on_both() {
    let (here, there) = (Laptop::new(42), Laptop::new(43));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let before = a.candidates(&["organisation"], "").unwrap().len();
    let met = send(&mut b, &mut a, &there, "1.pulang");
    assert_eq!(a.candidates(&["organisation"], "").unwrap().len(), before);
    assert_eq!(met.conflicts, 0, "both wrote the same names");
}

#[test]
fn a_bundle_from_a_stranger_for_another_or_damaged_changes_nothing() {
    let (here, there) = (Laptop::new(44), Laptop::new(45));
    let (mut a, mut b) = (here.begin(), there.begin());
    person(&mut a, "Larasati");
    let path = here.path("1.pulang");
    a.export_bundle(&for_cards(&[&b.laptop().unwrap().card]), &path).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let before = b.check().unwrap().digest;
    let refused = b.import_bundle(&bytes[..], 0).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("not-trusted", 5));
    b.trust(&a.laptop().unwrap().card, false).unwrap();
    let cut = b.import_bundle(&bytes[..bytes.len() - 20], 0).unwrap_err();
    assert_eq!((cut.code(), cut.exit_code()), ("bundle", 4));
    let other = a.import_bundle(&bytes[..], 0).unwrap_err();
    assert_eq!(other.code(), "bundle");
    assert_eq!(b.check().unwrap().digest, before);
    b.import_bundle(&bytes[..], 0).unwrap();
    assert_eq!(b.people("Larasati", 0, 5).unwrap().len(), 1);
}

#[test]
fn training_and_real_vaults_do_not_mix() {
    let (here, there, third) = (Laptop::new(46), Laptop::new(47), Laptop::new(48));
    let (mut training, mut real, mut empty) = (here.begin(), there.begin(), third.begin());
    training.fill_sample().unwrap();
    person(&mut real, "Larasati");
    befriend(&mut training, &mut real);
    befriend(&mut training, &mut empty);
    let path = here.path("1.pulang");
    training.export_bundle(&for_cards(&[&real.laptop().unwrap().card]), &path).unwrap();
    let refused = real.import_bundle(File::open(&path).unwrap(), 0);
    assert!(matches!(refused, Err(DeskError::TrainingMix)));
    send(&mut training, &mut empty, &here, "2.pulang");
    assert!(empty.is_training().unwrap());
    assert_eq!(empty.rescues(0, 50).unwrap().len(), 2);
}

#[test]
fn a_copied_folder_numbers_its_work_apart() {
    let (here, there) = (Laptop::new(49), Laptop::new(50));
    let mut a = here.begin();
    let who = person(&mut a, "Larasati");
    a.lock().unwrap();
    copy(&here.vault(), &there.vault());
    let (mut a, mut b) = (here.unlock(super::PASSPHRASE).unwrap(), there.unlock(super::PASSPHRASE).unwrap());
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    b.record_answer(&answer(&b, who, "religion", "Hindu")).unwrap();
    let card = a.laptop().unwrap().card;
    let path = there.path("1.pulang");
    b.export_bundle(&for_cards(&[&card]), &path).unwrap();
    a.import_bundle(File::open(&path).unwrap(), 0).unwrap();
    assert_eq!(a.conflicts().unwrap().len(), 1, "neither edit is hidden");
    assert!(a.check().unwrap().sound);
}

pub(super) fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
