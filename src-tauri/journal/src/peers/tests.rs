use super::{Peers, Seen, Summary, Told};
use crate::{
    BatchHash, DeviceId, FeedId, Head, Incarnation,
    cbor::{Reader, Writer},
};
use std::collections::BTreeMap;

fn summary(life: u8, export: u64, seq: u64) -> Summary {
    let head = Head { seq, batch: BatchHash([u8::try_from(seq).unwrap(); 32]) };
    let retired = (1..life).map(|life| Incarnation([life; 16])).collect();
    let heads = BTreeMap::from([(FeedId([3; 16]), vec![head])]);
    Summary {
        device: DeviceId([1; 16]),
        incarnation: Incarnation([life; 16]),
        retired,
        export,
        seen: vec![],
        heads,
    }
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
    let seen = |life, export| Seen {
        device: DeviceId([1; 16]),
        incarnation: Incarnation([life; 16]),
        export,
        print: [0; 8],
    };
    let ordered = Summary { seen: vec![seen(1, 9), seen(2, 1)], ..told.clone() };
    assert_eq!(Summary::decode(&mut Reader::new(&encode(&ordered))), Ok(ordered.clone()));
    let twice = Summary { seen: vec![seen(1, 1), seen(1, 2)], ..told.clone() };
    assert!(Summary::decode(&mut Reader::new(&encode(&twice))).is_err());
    let mut own = told;
    own.retired.push(own.incarnation);
    assert!(Summary::decode(&mut Reader::new(&encode(&own))).is_err());
}

#[test]
fn a_laptop_learns_from_others_that_it_was_put_back_or_copied() {
    let (device, life) = (DeviceId([1; 16]), Incarnation([1; 16]));
    let told = summary(1, 6, 2);
    let mut peers = Peers::new();
    peers.tell(told.clone());
    let from_peer = Summary { device: DeviceId([2; 16]), seen: peers.seen(), ..summary(1, 1, 1) };
    assert!(!from_peer.knows_of_a_double(device, life, 6, Some(told.print())));
    assert!(!from_peer.knows_of_a_double(device, life, 7, Some([0; 8])), "an answer to an older file");
    assert!(from_peer.knows_of_a_double(device, life, 5, Some([0; 8])), "put back");
    let copy = summary(1, 6, 3);
    assert!(from_peer.knows_of_a_double(device, life, 6, Some(copy.print())), "a copy told another one");
    assert!(
        !from_peer.knows_of_a_double(device, Incarnation([2; 16]), 0, None),
        "a new life has told nothing"
    );
}
