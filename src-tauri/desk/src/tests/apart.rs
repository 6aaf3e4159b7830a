//! Laptops apart: deltas, one case, erasure, revocation, setting aside, restored databases.

use super::{
    Laptop,
    two_laptops::{befriend, copy, for_cards, send},
    writing::{answer, canonical, person},
};
use crate::{
    Desk, DeskError,
    views::{BundleView, ExportInput},
};
use std::fs::File;

fn export(from: &mut Desk, to: &Desk, laptop: &Laptop, name: &str, case: Option<String>) -> Vec<u8> {
    let input = ExportInput { case, ..for_cards(&[&to.laptop().unwrap().card]) };
    from.export_bundle(&input, &laptop.path(name)).unwrap();
    std::fs::read(laptop.path(name)).unwrap()
}

#[test]
fn a_second_bundle_holds_only_what_is_new() {
    let (here, there) = (Laptop::new(60), Laptop::new(61));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let who = person(&mut a, "Larasati");
    send(&mut a, &mut b, &here, "1.pulang");
    send(&mut b, &mut a, &there, "2.pulang");
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    let met = send(&mut a, &mut b, &here, "3.pulang");
    assert_eq!((met.batches, met.new, met.unvouched), (1, 1, 0));
    assert_eq!(canonical(&b, who, "religion"), ["Islam"]);
    let again = b.import_bundle(File::open(here.path("3.pulang")).unwrap(), 0).unwrap();
    assert_eq!((again.new, again.import), (0, None));
}

#[test]
fn a_third_laptop_s_work_is_vouched_for_by_its_own_signature() {
    let laptops = [Laptop::new(62), Laptop::new(63), Laptop::new(64)];
    let [mut a, mut b, mut c] = [laptops[0].begin(), laptops[1].begin(), laptops[2].begin()];
    befriend(&mut a, &mut b);
    befriend(&mut b, &mut c);
    a.trust(&c.laptop().unwrap().card, false).unwrap();
    person(&mut c, "Larasati");
    send(&mut c, &mut b, &laptops[2], "1.pulang");
    let met = send(&mut b, &mut a, &laptops[1], "2.pulang");
    assert!(met.new > 0);
    assert_eq!(met.unvouched, 0);
    let mut stranger = laptops[0].path("other");
    stranger.set_extension("pulang");
    let fourth = Laptop::new(65);
    let mut d = fourth.begin();
    befriend(&mut b, &mut d);
    b.export_bundle(&for_cards(&[&d.laptop().unwrap().card]), &stranger).unwrap();
    let met = d.import_bundle(File::open(&stranger).unwrap(), 0).unwrap();
    assert!(met.unvouched > 0, "nobody here knows the third laptop's key");
}

/// True when the bundle would be known again, so that none of its batches is read.
fn is_known(desk: &Desk, bytes: &[u8]) -> bool {
    let (peers, offices) = (desk.peers().unwrap(), desk.offices_trusted().unwrap());
    let trusted =
        |device, chain: &[exchange::Certificate]| Desk::trusted_key(&peers, &offices, device, chain);
    let reader = exchange::open(bytes, &desk.keys.sealing, &trusted).unwrap();
    let vouching = crate::bundles::vouching(reader.heads());
    desk.register.whole(reader.print(), vouching, desk.now_ms()).unwrap().is_some()
}

/// Takes a bundle in the short way and then in the long way, which setting a bundle aside and taking it back brings about.
fn both_ways(desk: &mut Desk, bytes: &[u8]) -> (BundleView, BundleView) {
    assert!(is_known(desk, bytes));
    let short = desk.import_bundle(bytes, 7).unwrap();
    let import = desk.imports().unwrap()[0].id;
    desk.set_bundle_aside(import, true).unwrap();
    desk.set_bundle_aside(import, false).unwrap();
    assert!(!is_known(desk, bytes));
    (short, desk.import_bundle(bytes, 7).unwrap())
}

#[test]
fn a_bundle_that_comes_again_tells_the_same_whether_it_is_read_or_known() {
    let laptops = [Laptop::new(74), Laptop::new(75), Laptop::new(76)];
    let [mut a, mut b, mut c] = [laptops[0].begin(), laptops[1].begin(), laptops[2].begin()];
    befriend(&mut a, &mut b);
    befriend(&mut b, &mut c);
    let who = person(&mut c, "Larasati");
    send(&mut c, &mut b, &laptops[2], "1.pulang");
    send(&mut b, &mut a, &laptops[1], "2.pulang");
    let bytes = std::fs::read(laptops[1].path("2.pulang")).unwrap();
    let (short, long) = both_ways(&mut a, &bytes);
    assert_eq!(short, long);
    assert_eq!((short.new, short.digest), (0, a.check().unwrap().digest));
    assert!(short.batches > 0 && short.unvouched > 0, "nobody vouches for the third laptop");
    // What is known of a bundle holds only while the same laptops are trusted.
    a.trust(&c.laptop().unwrap().card, false).unwrap();
    assert!(!is_known(&a, &bytes));
    assert_eq!(a.import_bundle(&bytes[..], 7).unwrap().unvouched, 0);
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    a.erase(&who.to_string(), "asked for it").unwrap();
    let (short, long) = both_ways(&mut a, &bytes);
    assert_eq!(short, long);
    assert_eq!((short.new, short.completed, short.erased), (0, 0, 0));
    assert!(a.people("Larasati", 0, 5).unwrap().is_empty());
    // A part that is not as it was signed is refused though all of it is known.
    let mut bent = bytes.clone();
    let last = bent.len() - 20;
    bent[last] ^= 1;
    assert!(a.import_bundle(&bent[..], 7).is_err());
    assert!(a.check().unwrap().sound);
}

#[test]
fn one_case_travels_without_the_others_and_is_filled_in_later() {
    let (here, there) = (Laptop::new(66), Laptop::new(67));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    a.fill_sample().unwrap();
    let rescue = a.rescues(0, 50).unwrap().into_iter().max_by_key(|one| one.people).unwrap();
    let roster = a.rescue(a.resolve(&rescue.rescue.reference).unwrap()).unwrap().roster;
    let (one, other) = (&roster[0].person, &roster[1].person);
    let bytes = export(&mut a, &b, &here, "case.pulang", Some(one.reference.clone()));
    b.import_bundle(&bytes[..], 0).unwrap();
    let people = b.people("", 0, 100).unwrap();
    assert_eq!(people.iter().map(|line| &line.person.title).collect::<Vec<_>>(), [&one.title]);
    let mine = a.person(a.resolve(&one.reference).unwrap()).unwrap();
    let theirs = b.person(b.resolve(&one.reference).unwrap()).unwrap();
    let said = |page: &crate::views::PersonPage| -> Vec<_> {
        let fields = page.record.sections.iter().flat_map(|section| &section.fields);
        fields.flat_map(|field| field.values.iter().map(|value| value.display.clone())).collect()
    };
    assert_eq!(said(&theirs), said(&mine));
    assert!(b.resolve(&other.reference).is_err());
    assert!(b.check().unwrap().sound, "the chain still proves itself");
    let report = send(&mut b, &mut a, &there, "back.pulang");
    assert_eq!(report.conflicts, 0);
    let filled = send(&mut a, &mut b, &here, "rest.pulang");
    assert!(filled.completed > 0);
    assert_eq!(filled.digest, a.check().unwrap().digest, "nothing stays withheld that was sent");
    assert_eq!(b.people("", 0, 100).unwrap().len(), a.people("", 0, 100).unwrap().len());
}

#[test]
fn an_erased_person_goes_on_both_and_does_not_come_back() {
    let (here, there) = (Laptop::new(68), Laptop::new(69));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let who = person(&mut a, "Larasati");
    send(&mut a, &mut b, &here, "1.pulang");
    send(&mut b, &mut a, &there, "2.pulang");
    b.record_answer(&answer(&b, who, "religion", "Islam")).unwrap();
    assert!(matches!(a.erase(&who.to_string(), "  "), Err(DeskError::ReasonNeeded)));
    let erased = a.erase(&who.to_string(), "asked for it").unwrap();
    assert!(erased.changes > 1);
    assert!(a.people("Larasati", 0, 5).unwrap().is_empty());
    let met = send(&mut a, &mut b, &here, "3.pulang");
    assert!(met.erased > 1);
    assert!(b.people("Larasati", 0, 5).unwrap().is_empty());
    b.import_bundle(File::open(here.path("1.pulang")).unwrap(), 0).unwrap();
    assert!(b.people("Larasati", 0, 5).unwrap().is_empty());
    assert!(a.check().unwrap().sound && b.check().unwrap().sound);
}

#[test]
fn a_stolen_laptop_is_revoked_and_its_later_work_stays_in_sight() {
    let laptops = [Laptop::new(70), Laptop::new(71)];
    let [mut a, mut stolen] = [laptops[0].begin(), laptops[1].begin()];
    befriend(&mut a, &mut stolen);
    let who = person(&mut a, "Larasati");
    send(&mut a, &mut stolen, &laptops[0], "1.pulang");
    send(&mut stolen, &mut a, &laptops[1], "2.pulang");
    let id = stolen.laptop().unwrap().device;
    assert!(matches!(a.revoke(&id, ""), Err(DeskError::ReasonNeeded)));
    assert!(a.revoke(&id, "stolen").unwrap().revoked_at.is_some());
    stolen.record_answer(&answer(&stolen, who, "religion", "Islam")).unwrap();
    let card = a.laptop().unwrap().card;
    stolen.export_bundle(&for_cards(&[&card]), &laptops[1].path("3.pulang")).unwrap();
    let refused = a.import_bundle(File::open(laptops[1].path("3.pulang")).unwrap(), 0).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("revoked-sender", 5));
    let again = a.export_bundle(&for_cards(&[&stolen.laptop().unwrap().card]), &laptops[0].path("4.pulang"));
    assert!(matches!(again, Err(DeskError::Revoked)));
    assert!(matches!(a.trust(&stolen.laptop().unwrap().card, false), Err(DeskError::Revoked)));
}

#[test]
fn disputed_values_stay_in_sight_until_another_comes() {
    let (here, there) = (Laptop::new(72), Laptop::new(73));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let who = person(&mut a, "Larasati");
    send(&mut a, &mut b, &here, "1.pulang");
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    b.record_answer(&answer(&b, who, "religion", "Hindu")).unwrap();
    send(&mut b, &mut a, &there, "2.pulang");
    let open = a.inbox().unwrap().conflicts.remove(0);
    assert_eq!((open.disputed, open.mine.len(), open.field.values.len()), (false, 1, 2));
    a.settle(&open.id, "disputed").unwrap();
    assert!(a.conflicts().unwrap()[0].disputed);
    assert_eq!(canonical(&a, who, "religion").len(), 2);
    send(&mut a, &mut b, &here, "3.pulang");
    assert!(b.conflicts().unwrap()[0].disputed, "the decision travels");
    let keep = open.field.values.iter().find(|one| !open.mine.contains(&one.change)).unwrap();
    b.settle(&open.id, &keep.change).unwrap();
    assert!(b.conflicts().unwrap().is_empty());
    assert_eq!(canonical(&b, who, "religion"), ["Hindu"]);
}

#[test]
fn a_bundle_is_looked_into_taken_in_set_aside_and_taken_back() {
    let (here, there) = (Laptop::new(74), Laptop::new(75));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    person(&mut a, "Larasati");
    let bytes = export(&mut a, &b, &here, "1.pulang", None);
    let before = b.check().unwrap().digest;
    let looked = b.look_into_bundle(&bytes[..], 0).unwrap();
    assert_eq!((looked.import, b.check().unwrap().digest == before), (None, true));
    let taken = b.import_bundle(&bytes[..], 0).unwrap();
    assert_eq!((looked.new, looked.digest), (taken.new, taken.digest));
    let imports = b.set_bundle_aside(taken.import.unwrap(), true).unwrap();
    assert!(imports[0].aside);
    assert_eq!(b.check().unwrap().digest, before);
    assert!(b.people("Larasati", 0, 5).unwrap().is_empty());
    b.set_bundle_aside(taken.import.unwrap(), false).unwrap();
    assert_eq!(b.people("Larasati", 0, 5).unwrap().len(), 1);
    assert!(matches!(b.set_bundle_aside(99, true), Err(DeskError::NotFound)));
}

#[test]
fn a_database_that_was_put_back_begins_another_life_and_loses_nothing() {
    let (here, there) = (Laptop::new(76), Laptop::new(77));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let who = person(&mut a, "Larasati");
    a.lock().unwrap();
    copy(&here.vault(), &here.path("backup"));
    let mut a = here.unlock(super::PASSPHRASE).unwrap();
    a.record_answer(&answer(&a, who, "religion", "Islam")).unwrap();
    send(&mut a, &mut b, &here, "1.pulang");
    a.lock().unwrap();
    // Only the database comes from the backup; the counters beside it know better.
    std::fs::copy(here.path("backup").join("register.db"), here.vault().join("register.db")).unwrap();
    let mut a = here.unlock(super::PASSPHRASE).unwrap();
    a.record_answer(&answer(&a, who, "religion", "Hindu")).unwrap();
    let met = send(&mut a, &mut b, &here, "2.pulang");
    assert_eq!((met.forks, met.conflicts), (0, 1), "a new life, and both edits in sight");
    send(&mut b, &mut a, &there, "3.pulang");
    let mut both = canonical(&a, who, "religion");
    both.sort();
    assert_eq!(both, ["Hindu", "Islam"]);
    assert_eq!(a.check().unwrap().digest, b.check().unwrap().digest);
}
