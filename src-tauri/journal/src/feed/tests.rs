use super::{FeedCheck, Head, Step, head_statement};
use crate::{
    Batch, BatchHash, FeedId, Salt,
    fixtures::{change, draft, known},
};
use std::collections::BTreeMap;

fn batch(seq: u64, prev: Option<&Batch>, text: &str) -> Batch {
    let changes = vec![change("full_name", known(text), vec![])];
    Batch::assemble(draft(seq, prev.map(Batch::id)), changes, Salt([1; 16])).unwrap()
}

#[test]
fn a_feed_goes_on_repeats_gaps_and_forks() {
    let one = batch(1, None, "a");
    let two = batch(2, Some(&one), "b");
    let three = batch(3, Some(&two), "c");
    let cloned = batch(2, Some(&one), "apart");
    let after = batch(3, Some(&cloned), "apart again");
    let log: BTreeMap<BatchHash, u64> = [(one.id(), 1), (two.id(), 2)].into();
    let mut check = FeedCheck::default();
    let accept = |check: &mut FeedCheck, batch: &Batch, known: bool| {
        check.accept(batch.id(), batch.header(), |id| known.then(|| log.get(id).copied()).flatten())
    };
    assert_eq!(accept(&mut check, &two, false), Step::Gap { expected: 1 });
    assert_eq!(accept(&mut check, &one, false), Step::Next);
    assert_eq!(accept(&mut check, &one, false), Step::Duplicate);
    assert_eq!(accept(&mut check, &three, false), Step::Gap { expected: 2 });
    assert_eq!(accept(&mut check, &two, false), Step::Next);
    assert_eq!(accept(&mut check, &one, true), Step::Duplicate, "an old one, known from the log");
    assert_eq!(accept(&mut check, &three, true), Step::Next);
    assert_eq!(accept(&mut check, &cloned, true), Step::Fork);
    assert_eq!(accept(&mut check, &after, true), Step::Next, "the fork goes on by itself");
    assert_eq!(check.heads().len(), 2);
    let skipping = batch(5, Some(&after), "x");
    assert_eq!(accept(&mut check, &skipping, true), Step::Broken);
    let backwards = batch(3, Some(&one), "x");
    assert_eq!(accept(&mut check, &backwards, true), Step::Broken);
}

#[test]
fn a_head_statement_binds_feed_number_and_batch() {
    let head = Head { seq: 1, batch: BatchHash([1; 32]) };
    let said = head_statement(FeedId([1; 16]), head);
    assert_ne!(said, head_statement(FeedId([2; 16]), head));
    assert_ne!(said, head_statement(FeedId([1; 16]), Head { seq: 2, ..head }));
    assert_ne!(said, head_statement(FeedId([1; 16]), Head { batch: BatchHash([2; 32]), ..head }));
}
