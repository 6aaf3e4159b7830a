//! What an erasure takes and what it leaves: removals with their reasons, values beside them, the log's own fields.

use super::{
    merging::{live, steps},
    office::{Laptop, deed, field, id, kind, known, three_that_agree, write},
};
use crate::{Page, Past, Replaces};
use casework::ids::{FieldId, RecordId};
use journal::{Batch, ChangeId, Leaf, Write};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn past(laptop: &Laptop, record: u128, name: &str) -> Vec<Past> {
    laptop.register.history(id(record), Some(&field(name))).unwrap()
}

fn people(laptop: &Laptop) -> usize {
    laptop.register.of_kind(&kind("person"), Page::ALL).unwrap().len()
}

/// Every other laptop that may meet this log: one that had it open, one that had it all at once, one that got its end first.
fn others(open: &[Batch], now: &[Batch]) -> [Laptop; 3] {
    let mut laptops = [Laptop::new(5), Laptop::new(6), Laptop::new(7)];
    laptops[0].absorb(open.to_vec());
    laptops[0].absorb(now.to_vec());
    laptops[1].absorb(now.to_vec());
    for batch in now.iter().rev() {
        laptops[2].absorb(vec![batch.clone()]);
    }
    laptops
}

#[test]
fn a_removal_that_was_taken_back_and_then_erased_takes_no_answer_with_it() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    one.commit(&deed(3, vec![], vec![write(id(10), "$removed", known("removed"))])).unwrap();
    let removal = past(&one, 10, "$removed")[0].id;
    one.commit(&deed(4, vec![], vec![write(id(10), "$removed", Write::Retracted)])).unwrap();
    let open = one.everything();
    two.absorb(open.clone());
    // Somebody else's erasure, who may have wanted the values gone and nobody to see it.
    two.erase(70, &[removal]);
    one.absorb(two.everything());
    for mut laptop in others(&open, &two.everything()).into_iter().chain([one, two]) {
        assert_eq!(past(&laptop, 10, "$removed").len(), 1, "the removal is gone, its taking back is not");
        assert_eq!(
            (laptop.texts(10, "name"), laptop.texts(10, "town")),
            (vec!["Siti".into()], vec!["Poipet".into()])
        );
        assert_eq!(people(&laptop), 1);
        laptop.check();
    }
}

#[test]
fn an_edit_made_apart_from_an_erased_removal_stays_in_sight() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    two.absorb(one.everything());
    two.commit(&deed(2, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    let mut removal = write(id(10), "$removed", known("removed"));
    removal.as_typed = Some("Siti was entered twice".to_owned().into());
    one.commit(&deed(3, vec![], vec![removal])).unwrap();
    let named: Vec<ChangeId> = one
        .register
        .history(id(10), None)
        .unwrap()
        .iter()
        .filter(|past| past.field.may_be_erased())
        .map(|past| past.id)
        .collect();
    let open = one.everything();
    // As the desk erases: what it said goes, the record is removed anew.
    let mut erasure = deed(70, vec![super::office::born(id(70), "erasure", id(1))], vec![]);
    erasure.writes.push(write(id(10), "$removed", known("removed")));
    let mut erased = write(id(70), "$erased", known("erased"));
    erased.replaces = Replaces::Exactly(named);
    erasure.writes.push(erased);
    one.commit(&erasure).unwrap();
    assert!(one.register.record(id(10)).unwrap().is_none(), "it stays removed");
    assert_eq!(one.register.kind_and_scope(id(10)).unwrap().unwrap().0, kind("person"));
    let theirs = two.everything();
    one.absorb(theirs.clone());
    for mut laptop in others(&[open, theirs].concat(), &one.everything()).into_iter().chain([one]) {
        assert_eq!(laptop.register.edited_apart().unwrap(), [id(10)]);
        assert_eq!((laptop.texts(10, "town"), laptop.texts(10, "name")), (vec!["Sisophon".into()], vec![]));
        assert!(laptop.register.history(id(10), None).unwrap().iter().all(|past| past.as_typed.is_none()));
        laptop.check();
    }
}

#[test]
fn nothing_of_the_log_but_a_removal_is_erased_or_hidden_by_an_erased_change() {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    one.person(11, "Ani");
    one.commit(&deed(2, vec![], vec![write(id(10), "$disputed", known("town"))])).unwrap();
    let of_the_log = ["$kind", "$disputed"].map(|name| past(&one, 10, name)[0].id);
    one.erase(70, &of_the_log);
    let own = past(&one, 70, "$erased")[0].id;
    one.erase(71, &[own]);
    assert_eq!(["$kind", "$disputed"].map(|name| past(&one, 10, name).len()), [1, 1]);
    assert_eq!(past(&one, 70, "$erased").len(), 1);
    two.absorb(one.everything());
    // An answer that names what it cannot replace: kinds, marks, somebody else's name. Then nothing is left of it to see.
    let hidden = [of_the_log.to_vec(), vec![past(&one, 11, "name")[0].id]].concat();
    for (n, names) in [(80, hidden.clone()), (81, hidden[1..].to_vec()), (82, hidden[1..2].to_vec())] {
        let mut liar = write(id(10), "town", known("Nowhere"));
        liar.replaces = Replaces::Exactly(names);
        two.commit(&deed(n, vec![], vec![liar])).unwrap();
        let lie = past(&two, 10, "town").last().unwrap().id;
        two.erase(n + 10, &[lie]);
    }
    let open = one.everything();
    one.absorb(two.everything());
    for mut laptop in others(&open, &two.everything()).into_iter().chain([one, two]) {
        assert_eq!(people(&laptop), 2);
        assert!(past(&laptop, 10, "$disputed")[0].live);
        assert_eq!(laptop.texts(10, "name"), ["Siti"]);
        laptop.check();
    }
}

#[test]
fn a_kind_that_comes_after_an_erased_removal_lets_the_answers_stand() {
    let (mut one, mut two, mut three) = (Laptop::new(1), Laptop::new(2), Laptop::new(3));
    one.person(10, "Siti");
    two.absorb(one.everything());
    two.commit(&deed(3, vec![], vec![write(id(10), "$removed", known("removed"))])).unwrap();
    let removal = past(&two, 10, "$removed")[0].id;
    two.erase(70, &[removal]);
    let hide = |batch: Batch| batch.withholding(|_, change| change.field == "$kind").unwrap();
    three.absorb(two.everything().into_iter().map(hide).collect());
    three.check();
    three.absorb(two.everything());
    assert_eq!(three.texts(10, "name"), ["Siti"]);
    assert_eq!(three.register.state_digest().unwrap(), two.register.state_digest().unwrap());
    three.check();
}

/// What stands by the whole truth: where each change stood while it was open, which an erased one no longer tells.
fn standing(all: &[Batch], said: &BTreeMap<ChangeId, (RecordId, FieldId)>) -> BTreeSet<ChangeId> {
    let mut replaced = BTreeSet::new();
    let mut open = BTreeSet::new();
    for batch in all {
        for (index, leaf) in (0..).zip(batch.leaves()) {
            let id = ChangeId { batch: batch.id(), index };
            let names = match leaf {
                Leaf::Open { change, .. } => {
                    open.insert(id);
                    &change.replaces
                }
                Leaf::Erased { replaces, .. } => replaces,
                Leaf::Withheld(_) => continue,
            };
            replaced.extend(names.iter().filter(|name| said.get(name) == said.get(&id)));
        }
    }
    open.difference(&replaced).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn an_erasure_takes_what_it_names_and_hides_nothing_else(steps in prop::collection::vec(steps(), 1..40)) {
        let mut laptops = three_that_agree();
        let mut said = BTreeMap::new();
        for (n, step) in (0..).zip(steps) {
            live(&mut laptops, step, n);
            for (id, change) in laptops.iter().flat_map(Laptop::everything).collect::<Vec<_>>().iter().flat_map(Batch::changes) {
                said.insert(id, (change.record, change.field.clone()));
            }
        }
        let all: Vec<Batch> = laptops.iter().flat_map(Laptop::everything).collect();
        laptops[0].absorb(all);
        let all = laptops[0].everything();
        let mut shown = BTreeSet::new();
        for record in said.values().map(|(record, _)| *record).collect::<BTreeSet<_>>() {
            let past = laptops[0].register.history(record, None).unwrap();
            shown.extend(past.iter().filter(|one| one.live).map(|one| one.id));
        }
        prop_assert_eq!(shown, standing(&all, &said));
        laptops[0].check();
    }
}
