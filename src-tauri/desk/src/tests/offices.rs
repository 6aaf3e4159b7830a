//! Laptops of one office: letters that cannot meet, enrolment and what it refuses, copies and races.

use super::{
    Laptop, PASSPHRASE,
    two_laptops::{copy, send},
    writing::person,
};
use crate::{Desk, DeskError, views::EnrolledView};
use std::collections::BTreeSet;

/// The references of everybody that a desk made: one more person each time.
fn next(desk: &mut Desk, name: &str) -> String {
    let id = person(desk, name);
    desk.person(id).unwrap().record.link.reference
}

pub(super) fn asked(founder: &mut Desk, asking: &mut Desk) -> EnrolledView {
    let request = asking.request().unwrap();
    founder.enrol(&request.card, &request.fingerprint).unwrap()
}

pub(super) fn joined(founder: &mut Desk, asking: &mut Desk) {
    let enrolled = asked(founder, asking);
    let words = founder.office_view().unwrap().fingerprint;
    asking.join(&enrolled.answer, &words).unwrap();
}

/// An office of two laptops.
pub(super) fn two(seed: u64) -> ((Laptop, Desk), (Laptop, Desk)) {
    let (here, there) = (Laptop::new(seed), Laptop::new(seed + 1));
    let (mut a, mut b) = (here.begin(), there.begin_to_join("PNH"));
    joined(&mut a, &mut b);
    ((here, a), (there, b))
}

#[test]
fn laptops_of_one_office_number_with_letters_of_their_own_and_trust_each_other() {
    let ((here, mut a), (there, mut b)) = two(300);
    assert_eq!(
        (next(&mut a, "Larasati"), next(&mut b, "Kusuma")),
        ("PNH-2026-A0001".into(), "PNH-2026-B0001".into())
    );
    send(&mut a, &mut b, &here, "1.pulang");
    send(&mut b, &mut a, &there, "2.pulang");
    assert_eq!(
        (next(&mut a, "Wulan"), next(&mut b, "Jaka")),
        ("PNH-2026-A0002".into(), "PNH-2026-B0002".into())
    );
    let trusted: Vec<(String, bool)> =
        a.devices().unwrap().into_iter().map(|one| (one.name, one.by_office)).collect();
    assert_eq!(trusted, [("PNH B".to_owned(), true)]);
    for desk in [&mut a, &mut b] {
        assert!(desk.check().unwrap().sound);
        assert_eq!(desk.conflicts().unwrap().len(), 0);
    }
}

#[test]
fn a_laptop_that_no_office_enrolled_numbers_with_six_consonants_and_its_references_work() {
    let (here, there) = (Laptop::new(302), Laptop::new(303));
    let (mut a, mut b) = (here.begin_to_join("PNH"), there.begin_to_join("PNH"));
    let (first, other) = (next(&mut a, "Larasati"), next(&mut b, "Kusuma"));
    let read = |text: &str| casework::reference::Reference::parse(text).unwrap();
    assert!(!read(&first).laptop().is_given());
    assert_ne!(read(&first).laptop(), read(&other).laptop());
    assert_eq!(a.person(a.resolve(&first.to_lowercase()).unwrap()).unwrap().record.link.reference, first);
    let second = next(&mut a, "Wulan");
    assert_eq!(second, first.replace("-0001", "-0002"));
    a.lock().unwrap();
    let mut a = here.unlock(PASSPHRASE).unwrap();
    assert_eq!(next(&mut a, "Jaka"), first.replace("-0001", "-0003"), "also after it was closed");
    let office = a.office_view().unwrap();
    assert_eq!((office.enrolled, office.lettered, office.founder), (false, false, false));
}

#[test]
fn a_third_laptop_learns_of_its_neighbours_and_meets_them_without_more_words() {
    let ((here, mut a), (there, mut b)) = two(304);
    let third = Laptop::new(306);
    let mut c = third.begin_to_join("PNH");
    joined(&mut a, &mut c);
    person(&mut c, "Larasati");
    // b has never heard of c: the certificate comes with the bundle.
    send(&mut c, &mut b, &third, "1.pulang");
    assert_eq!(b.people("Larasati", 0, 5).unwrap().len(), 1);
    let names: BTreeSet<String> = b.devices().unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names, BTreeSet::from(["PNH A".to_owned(), "PNH C".to_owned()]));
    send(&mut a, &mut b, &here, "2.pulang");
    send(&mut b, &mut c, &there, "3.pulang");
    assert_eq!(c.devices().unwrap().len(), 2);
}

#[test]
fn words_are_compared_both_ways_and_the_head_alone_enrols() {
    let (here, there) = (Laptop::new(307), Laptop::new(308));
    let (mut a, mut b) = (here.begin(), there.begin_to_join("PNH"));
    let request = b.request().unwrap();
    for told in ["", "six other words than those here"] {
        let refused = a.enrol(&request.card, told).unwrap_err();
        assert_eq!((refused.code(), refused.exit_code()), ("compare", 5));
        assert!(matches!(refused, DeskError::Compare(words) if words == request.fingerprint));
    }
    assert!(matches!(b.enrol(&request.card, &request.fingerprint), Err(DeskError::NoOfficeKey)));
    let enrolled = a.enrol(&request.card, &request.fingerprint.to_uppercase()).unwrap();
    assert!(matches!(b.join(&enrolled.answer, &request.fingerprint), Err(DeskError::Compare(_))));
    assert!(!b.office_view().unwrap().enrolled);
    let again = a.enrol(&request.card, &request.fingerprint).unwrap();
    assert_eq!(
        (again.letter, again.answer),
        (enrolled.letter, enrolled.answer),
        "asked twice, answered once"
    );
}

#[test]
fn forged_and_foreign_requests_and_answers_are_refused_each_by_its_name() {
    let ((_, mut a), (_, mut b)) = two(310);
    let (third, elsewhere) = (Laptop::new(312), Laptop::new(313));
    let mut c = third.begin_to_join("PNH");
    let answer = asked(&mut a, &mut c).answer;
    let words = a.office_view().unwrap().fingerprint;

    let forged = answer.replace("letter: C", "letter: A");
    assert_eq!(c.join(&forged, &words).unwrap_err().code(), "bad-paper");
    assert_eq!(b.join(&answer, &words).unwrap_err().code(), "not-this-laptop");
    assert_eq!(c.join("PULANG ANSWER 2\n", &words).unwrap_err().exit_code(), 7);
    assert_eq!(a.enrol(&answer, &words).unwrap_err().code(), "bad-paper");

    let (new, started) = elsewhere.prepare("Rukmini Sastrawijaya", "JKT");
    let mut jakarta = new.finish(&started.recovery_key).unwrap();
    let request = jakarta.request().unwrap();
    let refused = a.enrol(&request.card, &request.fingerprint).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("other-office", 5));
    c.join(&answer, &words).unwrap();
    assert_eq!(c.join(&answer, &words).unwrap().letter, "C", "the same answer again changes nothing");
}

#[test]
fn an_enrolled_laptop_stays_with_its_office_and_a_lonely_founder_may_join_another() {
    let ((_, mut a), (_, mut b)) = two(315);
    let rival = Laptop::new(317);
    let mut c = rival.begin();
    assert_eq!(next(&mut c, "Larasati"), "PNH-2026-A0001");
    // The same code, another key: two who both thought that they were first.
    let theirs = asked(&mut c, &mut b);
    let words = c.office_view().unwrap().fingerprint;
    assert_eq!(b.join(&theirs.answer, &words).unwrap_err().code(), "other-office");
    // c enrolled somebody by now: others may rely on it.
    let answer = asked(&mut a, &mut c);
    let words = a.office_view().unwrap().fingerprint;
    assert_eq!(c.join(&answer.answer, &words).unwrap_err().code(), "other-office");

    let lonely = Laptop::new(318);
    let mut d = lonely.begin();
    assert_eq!(next(&mut d, "Kusuma"), "PNH-2026-A0001");
    joined(&mut a, &mut d);
    let office = d.office_view().unwrap();
    assert_eq!((office.letter.as_str(), office.founder), ("D", false));
    assert_eq!(next(&mut d, "Wulan"), "PNH-2026-D0001");
    assert!(matches!(d.found_office(), Err(DeskError::HasOffice)));
    // What d gave up disturbs nobody's letter.
    send(&mut d, &mut a, &lonely, "1.pulang");
    assert_eq!(a.office_view().unwrap().letter, "A");
}

#[test]
fn two_who_both_founded_the_office_find_out_and_one_of_them_steps_back() {
    let (here, there) = (Laptop::new(320), Laptop::new(321));
    let (mut a, mut b) = (here.begin(), there.begin());
    assert_eq!(
        (next(&mut a, "Larasati"), next(&mut b, "Kusuma")),
        ("PNH-2026-A0001".into(), "PNH-2026-A0001".into())
    );
    super::two_laptops::befriend(&mut a, &mut b);
    let (of_a, of_b) = (a.office_view().unwrap(), b.office_view().unwrap());
    assert_ne!(of_a.taken_by.is_some(), of_b.taken_by.is_some(), "one keeps the letter, the other is told");
    let (one, other) = (next(&mut a, "Wulan"), next(&mut b, "Jaka"));
    assert_ne!(one, other);
    assert_eq!([&one, &other].iter().filter(|text| text.contains("-A0002")).count(), 1, "{one} {other}");
}

#[test]
fn a_copied_vault_has_no_letter_until_it_asks_and_two_enrolments_at_once_are_found() {
    let (here, there) = (Laptop::new(323), Laptop::new(324));
    let a = here.begin();
    a.lock().unwrap();
    copy(&here.vault(), &there.vault());
    let (mut a, mut copied) = (here.unlock(PASSPHRASE).unwrap(), there.unlock(PASSPHRASE).unwrap());
    assert_eq!(next(&mut a, "Larasati"), "PNH-2026-A0001");
    assert!(!next(&mut copied, "Kusuma").contains("-A"), "the copy draws its own");
    assert!(copied.office_view().unwrap().founder, "both hold the office's key");

    // Each enrols a laptop, and neither knows of the other's deed.
    let (third, fourth) = (Laptop::new(325), Laptop::new(326));
    let (mut c, mut d) = (third.begin_to_join("PNH"), fourth.begin_to_join("PNH"));
    joined(&mut a, &mut c);
    joined(&mut copied, &mut d);
    assert_eq!(
        (next(&mut c, "Wulan"), next(&mut d, "Jaka")),
        ("PNH-2026-B0001".into(), "PNH-2026-B0001".into())
    );
    send(&mut c, &mut d, &third, "1.pulang");
    send(&mut d, &mut c, &fourth, "2.pulang");
    let (of_c, of_d) = (c.office_view().unwrap(), d.office_view().unwrap());
    assert_ne!(of_c.taken_by.is_some(), of_d.taken_by.is_some());
    assert_ne!(next(&mut c, "Sari"), next(&mut d, "Bayu"));

    // The one without a letter asks again, and is given another.
    let (loser, laptop) = if of_c.taken_by.is_some() { (&mut c, &third) } else { (&mut d, &fourth) };
    send(loser, &mut a, laptop, "3.pulang");
    joined(&mut a, loser);
    let letter = loser.office_view().unwrap().letter;
    assert!(letter.len() == 1 && !["A", "B"].contains(&letter.as_str()), "{letter}");
}

#[test]
fn an_answer_for_an_earlier_life_is_old() {
    let (here, there) = (Laptop::new(328), Laptop::new(329));
    let (mut a, mut b) = (here.begin(), there.begin_to_join("PNH"));
    let early = b.request().unwrap();
    let answer = a.enrol(&early.card, &early.fingerprint).unwrap().answer;
    let words = a.office_view().unwrap().fingerprint;
    b.begin_new_life().unwrap();
    let refused = b.join(&answer, &words).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("old-paper", 5));
    joined(&mut a, &mut b);
    assert_eq!(b.office_view().unwrap().letter, "C", "B was given to a life that is over");
    b.begin_new_life().unwrap();
    assert!(!b.office_view().unwrap().lettered, "a letter belongs to one life");
    assert!(b.office_view().unwrap().enrolled);
}

#[test]
fn a_revoked_laptop_is_refused_with_its_certificate_and_cannot_ask_again() {
    let ((here, mut a), (there, mut b)) = two(331);
    person(&mut b, "Larasati");
    let device = b.laptop().unwrap().device;
    a.revoke(&device, "stolen").unwrap();
    let path = there.path("1.pulang");
    b.export_bundle(&super::two_laptops::for_cards(&[&a.laptop().unwrap().card]), &path).unwrap();
    let refused = a.import_bundle(std::fs::File::open(&path).unwrap(), 0).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("revoked-sender", 5));
    let verified = a.verify_bundle(std::fs::File::open(&path).unwrap()).unwrap_err();
    assert_eq!(verified.code(), "revoked-sender");
    let request = b.request().unwrap();
    assert!(matches!(a.enrol(&request.card, &request.fingerprint), Err(DeskError::Revoked)));
    assert!(matches!(a.undo(), Err(DeskError::NothingToUndo)), "the end of trust is not taken back");
    let third = Laptop::new(333);
    let mut c = third.begin_to_join("PNH");
    joined(&mut a, &mut c);
    assert_eq!(c.office_view().unwrap().letter, "C", "the letter of a revoked laptop is not given again");
    send(&mut a, &mut c, &here, "2.pulang");
    let refused = c.import_bundle(std::fs::File::open(&path).unwrap(), 0).unwrap_err();
    assert_eq!(refused.exit_code(), 4, "the bundle was not for c");
    let ended = c.devices().unwrap().into_iter().find(|one| one.device == device).unwrap();
    assert!(ended.revoked_at.is_some(), "the end of trust travels");
}

#[test]
fn another_office_is_trusted_once_and_its_later_laptops_with_it() {
    let ((here, mut a), _) = two(335);
    let (one, two) = (Laptop::new(337), Laptop::new(338));
    let (new, started) = one.prepare("Rukmini Sastrawijaya", "JKT");
    let (mut jakarta, mut later) = (new.finish(&started.recovery_key).unwrap(), two.begin_to_join("JKT"));
    let bare = later.laptop().unwrap().card;
    assert!(matches!(a.trust(&bare, true), Err(DeskError::NotEnrolled)));
    a.trust(&jakarta.laptop().unwrap().card, true).unwrap();
    joined(&mut jakarta, &mut later);
    person(&mut later, "Larasati");
    send(&mut later, &mut a, &two, "1.pulang");
    assert_eq!(a.people("Larasati", 0, 5).unwrap().len(), 1);
    assert_eq!(a.office_view().unwrap().offices.len(), 2);
    // Without the office one laptop is trusted, and no other of it.
    let fourth = Laptop::new(339);
    let mut d = fourth.begin();
    d.trust(&jakarta.laptop().unwrap().card, false).unwrap();
    let path = two.path("2.pulang");
    later.export_bundle(&super::two_laptops::for_cards(&[&d.laptop().unwrap().card]), &path).unwrap();
    let refused = d.import_bundle(std::fs::File::open(&path).unwrap(), 0).unwrap_err();
    assert_eq!(refused.code(), "not-trusted");
    drop(here);
}

#[test]
fn a_vault_of_before_the_offices_founds_none_by_itself_and_keeps_what_it_numbered() {
    let here = Laptop::new(341);
    let mut a = here.begin_to_join("PNH");
    // As an earlier app left it: a letter among the settings, and no office.
    a.register.set_setting("letter", Some("B")).unwrap();
    a.lock().unwrap();
    let mut a = here.unlock(PASSPHRASE).unwrap();
    assert!(!a.office_view().unwrap().enrolled);
    assert!(!next(&mut a, "Larasati").contains("-B0"));
    let office = a.found_office().unwrap();
    assert_eq!((office.letter.as_str(), office.founder), ("B", true), "its old letter goes on");
    assert_eq!(next(&mut a, "Kusuma"), "PNH-2026-B0001");
}

#[test]
fn a_letter_skips_what_was_numbered_here_already() {
    let (here, there) = (Laptop::new(343), Laptop::new(344));
    let (mut a, mut b) = (here.begin(), there.begin_to_join("PNH"));
    // A colleague's laptop of before the offices numbered with B.
    let id = person(&mut a, "Larasati");
    let input = super::writing::answer(&a, id, "reference", "PNH-2026-B0009");
    a.record_answer(&input).unwrap();
    joined(&mut a, &mut b);
    assert_eq!(b.office_view().unwrap().letter, "C");
}

#[test]
fn a_bundle_says_who_made_it_and_opens_for_the_escrow_key_and_the_exported_one() {
    let ((here, mut a), (_, mut b)) = two(346);
    let ministry = vault::SealingKey::generate().unwrap();
    for wrong in ["", "age1", "AGE-SECRET-KEY-1"] {
        let refused = a.set_setting("escrow", wrong, "letter 4");
        assert!(matches!(refused, Err(DeskError::BadSetting)), "{wrong}");
    }
    let public = ministry.public().unwrap().to_string();
    assert!(matches!(a.set_setting("escrow", &public, " "), Err(DeskError::ReasonNeeded)));
    a.set_setting("escrow", &public, "letter 4").unwrap();
    let path = here.path("1.pulang");
    let input = super::two_laptops::for_cards(&[&b.laptop().unwrap().card]);
    a.export_bundle(&input, &path).unwrap();

    let key = here.path("b.key");
    assert!(matches!(b.export_key(&key, " "), Err(DeskError::ReasonNeeded)));
    assert!(!key.exists());
    b.export_key(&key, "inspection").unwrap();
    assert!(b.audit_rows().unwrap().iter().any(|row| row.act == "device-key"));
    let escrow = here.path("ministry.key");
    std::fs::write(&escrow, ministry.to_identity().unwrap().as_bytes()).unwrap();
    let opened = |key: &std::path::Path| {
        let age = std::process::Command::new("age").arg("-d").arg("-i").arg(key).arg(&path).output().unwrap();
        age.status.success().then_some(age.stdout)
    };
    let inside = opened(&key).expect("the exported key opens the outer layer");
    assert!(inside.starts_with(b"PULANG"));
    assert_eq!(opened(&escrow), Some(inside));

    let bytes = std::fs::read(&path).unwrap();
    let verified = b.verify_file(&bytes).unwrap();
    assert_eq!((verified.what.as_str(), verified.office.as_str(), verified.known), ("bundle", "PNH", true));
    assert_eq!(verified.device, a.laptop().unwrap().device);
    assert!(b.verify_file(&bytes[..bytes.len() - 9]).is_err());
    a.set_setting("escrow", "none", "letter 5").unwrap();
    a.export_bundle(&crate::views::ExportInput { all: true, ..input }, &path).unwrap();
    assert_eq!(opened(&escrow), None, "nobody else any more");
}
