//! Laptops that meet: order, repetition, forks, what is hidden and what is erased.

use super::office::{
    KEY, Laptop, NOW, born, deed, field, id, interpreter, known, path, three_that_agree, write,
};
use crate::{Conflict, Past, Register, RegisterError};
use chrono::DateTime;
use journal::{Batch, Draft, Incarnation, Salt, Write};
use proptest::prelude::*;
use std::collections::BTreeSet;

#[test]
fn edits_made_apart_are_both_kept_until_settled() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.absorb(one.everything());
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    two.commit(&deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    let absorbed = one.absorb(two.everything());
    assert_eq!((absorbed.new, absorbed.known), (1, 1));
    assert_eq!(absorbed.conflicts, [(id(10), field("town"))]);
    assert_eq!(one.texts(10, "town"), ["Sisophon", "Poipet"], "the newest clock comes first");
    assert_eq!(one.register.conflicts().unwrap(), [Conflict { record: id(10), field: field("town") }]);
    one.commit(&deed(4, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    two.absorb(one.everything());
    for laptop in [&mut one, &mut two] {
        assert_eq!(laptop.texts(10, "town"), ["Poipet"]);
        assert!(laptop.register.conflicts().unwrap().is_empty());
        laptop.check();
    }
    assert_eq!(one.register.state_digest().unwrap(), two.register.state_digest().unwrap());
}

#[test]
fn a_removal_and_an_edit_made_apart_are_both_in_sight() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.absorb(one.everything());
    one.commit(&deed(2, vec![], vec![write(id(10), "$removed", known("yes"))])).unwrap();
    two.commit(&deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    one.absorb(two.everything());
    two.absorb(one.everything());
    for laptop in [&mut one, &mut two] {
        assert_eq!(laptop.register.edited_apart().unwrap(), [id(10)]);
        assert_eq!(laptop.texts(10, "town"), ["Sisophon"]);
        laptop.check();
    }
}

#[test]
fn what_lacks_its_predecessor_waits_and_is_named_until_it_comes() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    one.commit(&deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    let [first, second, third] = <[Batch; 3]>::try_from(one.everything()).unwrap();
    let absorbed = two.absorb(vec![third.clone(), second.clone()]);
    assert_eq!((absorbed.new, absorbed.waiting), (0, 2));
    assert!(two.register.record(id(10)).unwrap().is_none());
    let absorbed = two.absorb(vec![third, first]);
    assert_eq!((absorbed.new, absorbed.waiting), (3, 0));
    assert_eq!(absorbed.digest, one.register.state_digest().unwrap());
    two.check();
}

#[test]
fn a_record_that_is_named_before_it_arrives_is_in_sight() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.commit(&deed(2, vec![born(id(1), "rescue", id(1))], vec![])).unwrap();
    let visit = vec![write(id(30), "people", known(&id(10).to_string()))];
    one.commit(&deed(3, vec![born(id(30), "movement", id(1))], visit)).unwrap();
    two.absorb(one.everything());
    assert_eq!(two.register.placeholders().unwrap(), [id(10)]);
    assert_eq!(two.register.pointing_at(id(10), None, None).unwrap(), [id(30)]);
    one.person(10, "Siti");
    two.absorb(one.everything());
    assert!(two.register.placeholders().unwrap().is_empty());
}

#[test]
fn a_copied_laptop_is_noticed_and_both_sides_stay() {
    let mut one = Laptop::new(1);
    one.person(10, "Siti");
    let copy = tempfile::tempdir().unwrap();
    one.register.backup(&path(&copy), KEY).unwrap();
    let mut twin = Register::open(&path(&copy), KEY, interpreter("first")).unwrap();
    let apart = deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))]);
    twin.commit(&apart, &mut || [77; 16], None).unwrap();
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    let mut batches = Vec::new();
    let mut give = |batch| -> Result<(), RegisterError> {
        batches.push(batch);
        Ok(())
    };
    twin.batches_after(&[], None, &mut give).unwrap();
    let absorbed = one.absorb(batches);
    assert!(absorbed.own_life_elsewhere);
    assert_eq!((absorbed.forks.len(), absorbed.conflicts.len()), (1, 1));
    one.register.begin_life(Incarnation([9; 16]), DateTime::UNIX_EPOCH).unwrap();
    one.commit(&deed(4, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    assert_eq!(one.register.summary(1).unwrap().retired, [Incarnation([1; 16])]);
    one.check();
}

#[test]
fn a_withheld_change_is_filled_in_later() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    let hide = |batch: Batch| batch.withholding(|_, change| change.field == "town").unwrap();
    let absorbed = two.absorb(one.everything().into_iter().map(hide).collect());
    assert_eq!(absorbed.new, 2);
    assert!(two.texts(10, "town").is_empty());
    assert_ne!(absorbed.digest, one.register.state_digest().unwrap());
    two.check();
    let absorbed = two.absorb(one.everything());
    assert_eq!((absorbed.completed, absorbed.known), (1, 1));
    assert_eq!(two.texts(10, "town"), ["Poipet"]);
    assert_eq!(two.register.state_digest().unwrap(), one.register.state_digest().unwrap());
    assert_eq!(two.everything(), one.everything());
    two.check();
}

#[test]
fn what_is_erased_does_not_come_back() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    for (n, town) in [(2, "Poipet"), (3, "Sisophon")] {
        one.commit(&deed(n, vec![], vec![write(id(10), "town", known(town))])).unwrap();
    }
    two.absorb(one.everything());
    let towns = one.register.history(id(10), Some(&field("town"))).unwrap();
    let last = towns.iter().find(|one| one.live).unwrap().id;
    one.erase(70, &[last]);
    assert!(one.texts(10, "town").is_empty(), "what the erased change replaced stays replaced");
    let absorbed = one.absorb(two.everything());
    assert_eq!((absorbed.new, absorbed.completed), (0, 0));
    assert!(one.texts(10, "town").is_empty());
    two.absorb(one.everything());
    assert!(two.texts(10, "town").is_empty());
    assert_eq!(two.register.state_digest().unwrap(), one.register.state_digest().unwrap());
    let born = one.register.history(id(10), Some(&field("$kind"))).unwrap()[0].id;
    one.erase(71, &[born]);
    assert_eq!(one.register.of_kind(&super::office::kind("person"), crate::Page::ALL).unwrap().len(), 1);
    one.check();
    two.check();
}

#[test]
fn a_placeholder_goes_with_its_last_answer() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    let hide = |batch: Batch| batch.withholding(|_, change| change.field == "$kind").unwrap();
    let absorbed = two.absorb(one.everything().into_iter().map(hide).collect());
    assert_eq!(absorbed.placeholders, [id(10)]);
    two.check();
    let name = two.register.history(id(10), None).unwrap()[0].id;
    two.erase(70, &[name]);
    assert!(two.register.placeholders().unwrap().is_empty());
    two.check();
}

#[test]
fn a_clock_days_ahead_is_flagged_and_not_taken_over() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    let mut ahead = deed(2, vec![born(id(10), "person", id(1))], vec![]);
    ahead.now_ms = NOW + 1000 * 24 * 60 * 60 * 1000;
    one.commit(&ahead).unwrap();
    assert_eq!(two.absorb(one.everything()).clock_ahead.len(), 1);
    let done = two.commit(&deed(3, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    assert_eq!(done.at.ms(), NOW + 3);
}

#[test]
fn an_import_that_fails_leaves_nothing() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.person(11, "Ani");
    let before = (two.register.state_digest().unwrap(), two.register.counts().unwrap());
    let batches = one.everything().into_iter().map(Ok).chain([Err(RegisterError::Disk)]);
    assert!(matches!(two.register.absorb(NOW, batches), Err(RegisterError::Disk)));
    assert_eq!((two.register.state_digest().unwrap(), two.register.counts().unwrap()), before);
}

#[test]
fn a_batch_that_lies_about_its_place_is_refused() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.commit(&deed(2, vec![born(id(20), "organisation", id(0))], vec![])).unwrap();
    let batches = one.everything();
    let (first, other) = (batches[0].clone(), batches[1].clone());
    let mut draft: Draft = first.header().draft();
    (draft.seq, draft.prev) = (2, Some(other.id()));
    let changes = first.changes().map(|(_, change)| change.clone()).collect();
    let liar = Batch::assemble(draft, changes, Salt([3; 16])).unwrap();
    let absorbed = two.absorb(vec![first, other, liar.clone()]);
    assert_eq!((absorbed.new, absorbed.refused), (2, vec![liar.id()]));
}

#[test]
fn a_peer_gets_what_it_lacks_and_no_more() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.absorb(one.everything());
    let held = two.register.summary(1).unwrap();
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    one.commit(&deed(3, vec![born(id(20), "organisation", id(0))], vec![])).unwrap();
    let lacks = |scopes: Option<&BTreeSet<_>>| {
        let mut count = 0;
        let mut give = |_| {
            count += 1;
            Ok::<_, RegisterError>(())
        };
        one.register.batches_after(&[&held], scopes, &mut give).unwrap();
        count
    };
    assert_eq!(lacks(None), 2);
    assert_eq!(lacks(Some(&BTreeSet::from([id(1)]))), 1);
    assert_eq!(one.register.scopes().unwrap(), BTreeSet::from([id(0), id(1)]));
}

/// One step of the laptops' random lives.
#[derive(Debug, Clone)]
pub(super) enum Step {
    Write { laptop: usize, record: u128, field: usize, value: u8 },
    Remove { laptop: usize, record: u128, back: bool },
    Erase { laptop: usize, record: u128, which: prop::sample::Index },
    Send { from: usize, to: usize, turn: usize },
    Withhold { from: usize, to: usize },
}

pub(super) fn steps() -> impl Strategy<Value = Step> {
    let laptop = || 0_usize..3;
    prop_oneof![
        6 => (laptop(), 10_u128..13, 0_usize..6, 0_u8..4)
            .prop_map(|(laptop, record, field, value)| Step::Write { laptop, record, field, value }),
        1 => (laptop(), 10_u128..13, any::<bool>())
            .prop_map(|(laptop, record, back)| Step::Remove { laptop, record, back }),
        2 => (laptop(), 10_u128..13, any::<prop::sample::Index>())
            .prop_map(|(laptop, record, which)| Step::Erase { laptop, record, which }),
        3 => (laptop(), laptop(), 0_usize..5).prop_map(|(from, to, turn)| Step::Send { from, to, turn }),
        1 => (laptop(), laptop()).prop_map(|(from, to)| Step::Withhold { from, to }),
    ]
}

pub(super) fn live(laptops: &mut [Laptop], step: Step, n: u128) {
    match step {
        Step::Write { laptop, record, field, value } => {
            let name = ["name", "town", "language", "people", "birth", "reference"][field];
            let text = if name == "people" { id(u128::from(value)).to_string() } else { format!("v{value}") };
            let what = if value == 0 { Write::Retracted } else { known(&text) };
            laptops[laptop].commit(&deed(5000 + n, vec![], vec![write(id(record), name, what)])).unwrap();
        }
        Step::Remove { laptop, record, back } => {
            let what = if back { Write::Retracted } else { known("yes") };
            laptops[laptop]
                .commit(&deed(5000 + n, vec![], vec![write(id(record), "$removed", what)]))
                .unwrap();
        }
        Step::Erase { laptop, record, which } => {
            let past = laptops[laptop].register.history(id(record), None).unwrap();
            let may = past.iter().filter(|one| one.field.may_be_erased());
            // A removal among many answers would seldom be met.
            let often = |one: &Past| if one.field == "$removed" { 5 } else { 1 };
            let may: Vec<_> = may.flat_map(|one| std::iter::repeat_n(one.id, often(one))).collect();
            if !may.is_empty() {
                laptops[laptop].erase(7000 + n, &[*which.get(&may)]);
            }
        }
        Step::Send { from, to, turn } => {
            let mut batches = laptops[from].everything();
            let count = batches.len().max(1);
            batches.rotate_left(turn % count);
            laptops[to].absorb(batches);
        }
        Step::Withhold { from, to } => {
            let hide = |batch: Batch| batch.withholding(|_, change| change.field == "town").unwrap();
            let batches = laptops[from].everything().into_iter().map(hide).collect();
            laptops[to].absorb(batches);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn laptops_that_know_the_same_show_the_same(steps in prop::collection::vec(steps(), 1..25)) {
        let mut laptops = three_that_agree();
        for (n, step) in (0..).zip(steps) {
            live(&mut laptops, step, n);
        }
        let all: Vec<Batch> = laptops.iter().flat_map(Laptop::everything).collect();
        let mut digests = Vec::new();
        for (n, laptop) in laptops.iter_mut().enumerate() {
            let mut batches = all.clone();
            if n == 1 {
                batches.reverse();
            }
            laptop.absorb(batches);
            laptop.check();
            digests.push(laptop.register.rebuild().unwrap());
        }
        prop_assert_eq!(digests[0], digests[1]);
        prop_assert_eq!(digests[1], digests[2]);
    }

    #[test]
    fn any_order_repetition_and_split_of_what_comes_gives_the_same_state(
        steps in prop::collection::vec(steps(), 1..25),
        order in prop::collection::vec(any::<prop::sample::Index>(), 80),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut laptops = three_that_agree();
        for (n, step) in (0..).zip(steps) {
            live(&mut laptops, step, n);
        }
        let all: Vec<Batch> = laptops.iter().flat_map(Laptop::everything).collect();
        let mut whole = Laptop::new(8);
        whole.absorb(all.clone());
        // Any of them at any time, some of them again, and at the end each at least once.
        let mut came: Vec<Batch> = order.iter().map(|one| one.get(&all).clone()).collect();
        came.extend(all.iter().rev().cloned());
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(came.len())).collect();
        at.extend([0, came.len()]);
        at.sort_unstable();
        let mut split = Laptop::new(9);
        for ends in at.windows(2) {
            split.absorb(came[ends[0]..ends[1]].to_vec());
        }
        split.check();
        // The two differ in what they wrote of themselves, which is nothing yet.
        prop_assert_eq!(split.register.state_digest().unwrap(), whole.register.state_digest().unwrap());
        prop_assert_eq!(split.everything().len(), whole.everything().len());
    }
}
