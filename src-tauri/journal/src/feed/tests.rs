use super::{FeedCheck, Head, Peers, Step, Summary, Told, head_statement};
use crate::{
    Batch, BatchHash, DeviceId, FeedId, Incarnation, Salt,
    cbor::{Reader, Writer},
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

fn summary(life: u8, export: u64, seq: u64) -> Summary {
    let head = Head { seq, batch: BatchHash([u8::try_from(seq).unwrap(); 32]) };
    let retired = (1..life).map(|life| Incarnation([life; 16])).collect();
    let heads = BTreeMap::from([(FeedId([3; 16]), vec![head])]);
    Summary { device: DeviceId([1; 16]), incarnation: Incarnation([life; 16]), retired, export, heads }
}

#[test]
fn a_restored_laptop_is_fed_again() {
    let mut peers = Peers::new();
    let device = DeviceId([1; 16]);
    assert_eq!(peers.tell(summary(1, 5, 9)), Told::Taken);
    assert_eq!(peers.tell(summary(1, 4, 7)), Told::Older);
    assert_eq!(peers.tell(summary(1, 5, 9)), Told::Older, "the same file again");
    assert_eq!(peers.tell(summary(1, 6, 2)), Told::Taken, "it holds less, and that is the truth now");
    assert_eq!(peers.tell(summary(2, 1, 1)), Told::Taken);
    assert_eq!(peers.tell(summary(1, 99, 9)), Told::Retired, "a file from before the restore came late");
    let lives: Vec<_> = peers.of(device).collect();
    assert_eq!(lives, [&summary(2, 1, 1)]);
    assert_eq!(peers.of(DeviceId([2; 16])).count(), 0);
}

#[test]
fn two_copies_of_one_disk_are_both_fed() {
    let mut peers = Peers::new();
    let mut other = summary(3, 1, 4);
    other.retired.remove(1);
    assert_eq!(peers.tell(summary(2, 1, 9)), Told::Taken);
    assert_eq!(peers.tell(other), Told::Taken);
    assert_eq!(peers.of(DeviceId([1; 16])).count(), 2);
}

#[test]
fn only_what_is_proven_counts_as_held() {
    let told = summary(1, 1, 7);
    let (feed, mine) = (FeedId([3; 16]), Head { seq: 9, batch: BatchHash([9; 32]) });
    assert_eq!(told.holds_up_to(feed, &[mine], |_| true), 7);
    assert_eq!(told.holds_up_to(feed, &[mine], |_| false), 0, "an end we never saw");
    assert_eq!(told.holds_up_to(FeedId([4; 16]), &[mine], |_| true), 0);
    assert_eq!(told.holds_up_to(feed, &[mine, mine], |_| true), 0, "a forked feed is sent whole");
    assert_eq!(told.holds_up_to(feed, &told.heads[&feed], |_| false), 7);
}

#[test]
fn summaries_read_back_and_disorder_is_refused() {
    let told = summary(3, 8, 7);
    let encode = |summary: &Summary| {
        let mut out = Writer::new();
        summary.encode(&mut out);
        out.into_bytes()
    };
    let bytes = encode(&told);
    assert_eq!(Summary::decode(&mut Reader::new(&bytes)), Ok(told.clone()));
    for cut in 0..bytes.len() {
        assert!(Summary::decode(&mut Reader::new(&bytes[..cut])).is_err());
    }
    let mut twice = told.clone();
    twice.retired.swap(0, 1);
    assert!(Summary::decode(&mut Reader::new(&encode(&twice))).is_err());
    let mut own = told;
    own.retired.push(own.incarnation);
    assert!(Summary::decode(&mut Reader::new(&encode(&own))).is_err());
}

#[test]
fn a_head_statement_binds_feed_number_and_batch() {
    let head = Head { seq: 1, batch: BatchHash([1; 32]) };
    let said = head_statement(FeedId([1; 16]), head);
    assert_ne!(said, head_statement(FeedId([2; 16]), head));
    assert_ne!(said, head_statement(FeedId([1; 16]), Head { seq: 2, ..head }));
    assert_ne!(said, head_statement(FeedId([1; 16]), Head { batch: BatchHash([2; 32]), ..head }));
}
