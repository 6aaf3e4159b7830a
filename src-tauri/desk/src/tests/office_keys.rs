//! The key of an office in other hands: handed on, taken, refused; an office trusted no longer, and one that was founded twice.

use super::{
    Laptop,
    offices::{asked, joined, two},
    two_laptops::send,
    writing::person,
};
use crate::DeskError;

#[test]
fn a_laptop_that_took_the_offices_key_enrols_others_whom_all_believe() {
    let ((here, mut a), (there, mut b)) = two(400);
    let third = Laptop::new(402);
    let mut c = third.begin_to_join("PNH");
    let request = c.request().unwrap();
    assert!(matches!(b.enrol(&request.card, &request.fingerprint), Err(DeskError::NoOfficeKey)));
    let device = b.laptop().unwrap().device;
    assert!(matches!(a.hand_on_office_key(&device, " "), Err(DeskError::ReasonNeeded)));
    let sealed = a.hand_on_office_key(&device, "deputy").unwrap();
    assert!(a.audit_rows().unwrap().iter().any(|row| row.act == "office-key-out" && row.object == device));

    assert!(b.take_office_key(&sealed).unwrap().founder);
    let enrolled = asked(&mut b, &mut c);
    assert_eq!(enrolled.letter, "C");
    c.join(&enrolled.answer, &a.office_view().unwrap().fingerprint).unwrap();
    person(&mut c, "Larasati");
    send(&mut c, &mut a, &third, "1.pulang");
    assert_eq!(a.people("Larasati", 0, 5).unwrap().len(), 1);
    b.lock().unwrap();
    assert!(
        there.unlock(super::PASSPHRASE).unwrap().office_view().unwrap().founder,
        "also after it was closed"
    );
    drop(here);
}

#[test]
fn the_offices_key_goes_to_its_own_laptops_alone_and_opens_on_no_other() {
    let ((_, mut a), (_, mut b)) = two(405);
    let (third, elsewhere) = (Laptop::new(407), Laptop::new(408));
    let mut c = third.begin_to_join("PNH");
    joined(&mut a, &mut c);
    let (new, started) = elsewhere.prepare("Rukmini Sastrawijaya", "JKT");
    let mut jakarta = new.finish(&started.recovery_key).unwrap();
    a.trust(&jakarta.laptop().unwrap().card, false).unwrap();
    let of = |desk: &crate::Desk| desk.laptop().unwrap().device;

    assert!(matches!(a.hand_on_office_key(&of(&jakarta), "why"), Err(DeskError::NotEnrolled)));
    assert!(matches!(a.hand_on_office_key(&of(&a), "why"), Err(DeskError::NotFound)));
    assert!(matches!(a.hand_on_office_key("nobody", "why"), Err(DeskError::NotFound)));
    assert!(matches!(b.hand_on_office_key(&of(&c), "why"), Err(DeskError::NoOfficeKey)));

    let sealed = a.hand_on_office_key(&of(&b), "deputy").unwrap();
    assert!(matches!(c.take_office_key(&sealed), Err(DeskError::NotThisLaptop)));
    for at in [0, sealed.len() / 2, sealed.len() - 1] {
        let mut altered = sealed.clone();
        altered[at] ^= 1;
        assert!(b.take_office_key(&altered).is_err(), "{at}");
    }
    let theirs = jakarta.office_view().unwrap();
    assert!(theirs.founder);
    let own = a.office_key().unwrap().unwrap();
    jakarta.keep_office_key(&own).unwrap();
    assert!(matches!(jakarta.take_office_key(b"age-encryption.org/v1\n"), Err(DeskError::Exchange(_))));
    a.revoke(&of(&b), "stolen").unwrap();
    assert!(matches!(a.hand_on_office_key(&of(&b), "why"), Err(DeskError::NotFound)));
    assert!(!b.office_view().unwrap().founder);
}

#[test]
fn a_key_of_another_office_is_not_taken_for_ones_own() {
    let ((_, mut a), (_, mut b)) = two(410);
    let stranger = vault::device::SigningPair::generate().unwrap();
    let own = a.office_key().unwrap().unwrap();
    a.keep_office_key(&stranger).unwrap();
    let device = b.laptop().unwrap().device;
    assert!(matches!(a.hand_on_office_key(&device, "why"), Err(DeskError::NotEnrolled)));
    a.keep_office_key(&own).unwrap();
    let content = format!("PULANG OFFICE KEY 1\n{}\n", crate::handover::hex(&*stranger.to_bytes()));
    let sealed = vault::envelope::seal(&[b.keys.identity().unwrap().sealing], content.as_bytes()).unwrap();
    assert!(matches!(b.take_office_key(&sealed), Err(DeskError::OtherOffice)));
}

#[test]
fn an_office_that_is_trusted_no_longer_takes_its_laptops_along_and_what_came_stays() {
    let ((_, mut a), _) = two(415);
    let (first, second) = (Laptop::new(417), Laptop::new(418));
    let (new, started) = first.prepare("Rukmini Sastrawijaya", "JKT");
    let mut jakarta = new.finish(&started.recovery_key).unwrap();
    let mut other = second.begin_to_join("JKT");
    joined(&mut jakarta, &mut other);
    a.trust(&jakarta.laptop().unwrap().card, true).unwrap();
    person(&mut other, "Larasati");
    let file = second.path("1.pulang");
    other.trust(&a.laptop().unwrap().card, false).unwrap();
    let input = super::two_laptops::for_cards(&[&a.laptop().unwrap().card]);
    other.export_bundle(&input, &file).unwrap();
    let take = |desk: &mut crate::Desk| {
        let bytes = std::fs::read(&file).unwrap();
        desk.import_bundle(std::io::Cursor::new(&bytes), bytes.len() as u64)
    };
    take(&mut a).unwrap();

    let words = jakarta.office_view().unwrap().fingerprint;
    let own = a.office_view().unwrap().fingerprint;
    assert!(matches!(a.distrust_office(&words, ""), Err(DeskError::ReasonNeeded)));
    assert!(matches!(a.distrust_office("no such words", "closed"), Err(DeskError::NotFound)));
    assert!(matches!(a.distrust_office(&own, "closed"), Err(DeskError::WrongUse)));
    a.distrust_office(&words.to_uppercase(), "closed").unwrap();
    let trusted: Vec<String> = a.office_view().unwrap().offices.into_iter().map(|one| one.code).collect();
    assert_eq!(trusted, ["PNH"]);
    assert_eq!(a.people("Larasati", 0, 5).unwrap().len(), 1, "what came stays");
    person(&mut other, "Kusuma");
    other.export_bundle(&input, &file).unwrap();
    assert_eq!(take(&mut a).unwrap_err().code(), "not-trusted");
    let names: Vec<String> = a.devices().unwrap().into_iter().map(|one| one.name).collect();
    assert!(names.contains(&"JKT A".to_owned()), "its card was compared: {names:?}");
    a.trust(&jakarta.laptop().unwrap().card, true).unwrap();
    take(&mut a).unwrap();
}

#[test]
fn an_office_founded_twice_is_said_on_both_and_ends_when_one_joins_the_other() {
    let (here, there) = (Laptop::new(420), Laptop::new(421));
    let (mut a, mut b) = (here.begin(), there.begin());
    let cards = [&b, &a].map(|desk| desk.laptop().unwrap().card);
    for (one, other) in [&mut a, &mut b].into_iter().zip(cards) {
        assert!(one.office_view().unwrap().rivals.is_empty());
        one.trust(&other, false).unwrap();
    }
    let words = |desk: &crate::Desk| desk.office_view().unwrap().fingerprint;
    assert_eq!(a.office_view().unwrap().rivals, [words(&b)]);
    assert_eq!(b.office_view().unwrap().rivals, [words(&a)]);
    joined(&mut a, &mut b);
    assert!(b.office_view().unwrap().enrolled);
}
