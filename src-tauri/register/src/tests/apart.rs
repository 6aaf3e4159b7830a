//! Erasure that travels, bundles set aside, revoked laptops, and seeds that follow.

use super::office::{Laptop, NOW, deed, field, id, known, write};
use crate::{Apply, Arrival, Aside, AuditEntry, NewWrite, RegisterError, Replaces, laptop_record};
use casework::ids::FieldId;
use journal::{Batch, ChangeId, DeviceId, Leaf};

fn town(laptop: &mut Laptop, n: u128, text: &str) {
    laptop.commit(&deed(n, vec![], vec![write(id(10), "town", known(text))])).unwrap();
}

fn live_town(laptop: &Laptop) -> ChangeId {
    let past = laptop.register.history(id(10), Some(&field("town"))).unwrap();
    past.iter().find(|one| one.live).unwrap().id
}

fn is_open(batch: &Batch, id: ChangeId) -> bool {
    batch.id() == id.batch && matches!(batch.leaves()[usize::try_from(id.index).unwrap()], Leaf::Open { .. })
}

#[test]
fn an_erasure_reaches_a_laptop_before_and_after_what_it_erases() {
    let (mut one, mut before, mut after) = (Laptop::new(1), Laptop::new(2), Laptop::new(3));
    one.person(10, "Siti");
    town(&mut one, 2, "Poipet");
    let old = one.everything();
    after.absorb(old.clone());
    let gone = live_town(&one);
    // Another laptop erases it, so that the erasure comes in a feed of its own.
    let mut other = Laptop::new(4);
    other.absorb(old.clone());
    other.erase(70, &[gone]);
    let erasing: Vec<_> =
        other.everything().into_iter().filter(|batch| batch.header().device == DeviceId([4; 16])).collect();
    before.absorb(erasing.clone());
    before.absorb(old.clone());
    assert_eq!(after.absorb(erasing).erased, 1);
    for laptop in [&mut before, &mut after, &mut other] {
        assert!(laptop.texts(10, "town").is_empty());
        assert!(!laptop.everything().iter().any(|batch| is_open(batch, gone)));
        laptop.absorb(old.clone());
        assert!(laptop.texts(10, "town").is_empty(), "it does not come back");
        laptop.check();
    }
    assert_eq!(before.register.state_digest().unwrap(), after.register.state_digest().unwrap());
    assert_eq!(before.register.state_digest().unwrap(), other.register.state_digest().unwrap());
}

#[test]
fn seeds_follow_until_a_bundle_leaves_and_lead_to_nothing_that_was_erased() {
    let mut one = Laptop::new(1);
    one.person(10, "Siti");
    for (n, text) in [(2, "Poipet"), (3, "Sisophon"), (4, "Battambang")] {
        town(&mut one, n, text);
    }
    let seeds = |laptop: &Laptop| -> Vec<_> { laptop.everything().iter().map(Batch::seed).collect() };
    let follows =
        |seeds: &[Option<journal::Salt>], at: usize| seeds[at - 1].map(journal::Salt::following) == seeds[at];
    let first = seeds(&one);
    assert!((1..4).all(|at| follows(&first, at)));
    one.register.cut_seeds().unwrap();
    town(&mut one, 5, "Pursat");
    town(&mut one, 6, "Kampot");
    let later = seeds(&one);
    assert!(!follows(&later, 4) && follows(&later, 5));
    let erased = one.register.history(id(10), Some(&field("town"))).unwrap()[1].id;
    one.erase(70, &[erased]);
    let now = seeds(&one);
    assert_eq!(&now[..3], [None, None, None], "no seed before it leads to its salt");
    assert!(now[3].is_some() && now[5].is_some());
    town(&mut one, 7, "Koh Kong");
    assert!(!follows(&seeds(&one), 7), "an erasure also begins a fresh one");
    one.check();
}

#[test]
fn a_bundle_is_set_aside_and_taken_back() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.absorb(one.everything());
    town(&mut two, 2, "Poipet");
    town(&mut one, 3, "Sisophon");
    let before = one.register.state_digest().unwrap();
    let sent = two.everything();
    let arrival = Arrival {
        summary: two.register.summary(1).unwrap(),
        settings: Vec::new(),
        wants: Vec::new(),
        files: std::cell::RefCell::default(),
        again: None,
        whole: std::cell::RefCell::default(),
        audit: AuditEntry {
            at: chrono::DateTime::UNIX_EPOCH,
            actor: String::new(),
            act: "bundle-import".to_owned(),
            object: String::new(),
            detail: String::new(),
        },
    };
    let from = Some(&arrival);
    let batches = || sent.clone().into_iter().map(Ok::<_, RegisterError>);
    let looked = one.register.absorb_from(NOW, from, Apply::Look, batches()).unwrap();
    assert_eq!((looked.new, looked.conflicts.len(), looked.import), (1, 1, None));
    assert_eq!(one.register.state_digest().unwrap(), before, "looking changes nothing");
    assert!(one.register.imports().unwrap().is_empty());
    let import = one.register.absorb_from(NOW, from, Apply::Now, batches()).unwrap().import.unwrap();
    let merged = one.register.state_digest().unwrap();
    assert_eq!(one.register.conflicts().unwrap().len(), 1);
    assert_eq!(one.register.set_aside(import, true).unwrap(), 1);
    assert_eq!(one.texts(10, "town"), ["Sisophon"]);
    assert_eq!(one.register.state_digest().unwrap(), before);
    assert_eq!(one.register.standing_aside(Aside::SetAside, 9).unwrap().len(), 1);
    assert_eq!(one.everything().len(), 3, "it is kept and sent on");
    one.check();
    one.register.set_aside(import, false).unwrap();
    assert_eq!(one.register.state_digest().unwrap(), merged);
    assert!(matches!(one.register.set_aside(99, true), Err(RegisterError::NoImport(99))));
    one.check();
}

#[test]
fn what_a_revoked_laptop_writes_later_stands_aside_everywhere() {
    let (mut one, mut two, mut three) = (Laptop::new(1), Laptop::new(2), Laptop::new(3));
    one.person(10, "Siti");
    two.absorb(one.everything());
    town(&mut two, 2, "Poipet");
    one.absorb(two.everything());
    let stolen = DeviceId([2; 16]);
    let heads = one.register.revocation_of(stolen).unwrap();
    let revoke = NewWrite {
        record: laptop_record(stolen),
        field: FieldId::revoked(),
        write: known(&heads),
        as_typed: None,
        replaces: Replaces::Live,
    };
    let births = vec![super::office::born(laptop_record(stolen), "device", id(0))];
    one.commit(&deed(3, births, vec![revoke])).unwrap();
    town(&mut two, 4, "Forged");
    // One laptop hears of the revocation first, the other last.
    three.absorb(two.everything());
    assert_eq!(three.texts(10, "town"), ["Forged"]);
    three.absorb(one.everything());
    let absorbed = one.absorb(two.everything());
    assert_eq!((absorbed.new, absorbed.quarantined), (1, 1));
    for laptop in [&mut one, &mut three] {
        assert_eq!(laptop.texts(10, "town"), ["Poipet"]);
        assert_eq!(laptop.register.standing_aside(Aside::Revoked, 9).unwrap().len(), 1, "in sight");
        laptop.check();
    }
    assert_eq!(one.register.state_digest().unwrap(), three.register.state_digest().unwrap());
    two.absorb(one.everything());
    let refused = two.commit(&deed(5, vec![], vec![write(id(10), "town", known("More"))]));
    assert!(matches!(refused, Err(RegisterError::Revoked)));
}
