use super::Batch;
use crate::{
    BatchHash, JournalError, Leaf, Limit, Salt, Write,
    fixtures::{SEED, change, changes, draft, known, place},
};
use proptest::prelude::*;

fn three() -> Batch {
    let changes = vec![
        change("full_name", known("Sulastri"), vec![]),
        change("birth_date", known("1999-02"), vec![place(8, 2), place(8, 1), place(8, 2)]),
        change("sex", Write::Retracted, vec![place(1, 0)]),
    ];
    Batch::assemble(draft(1, None), changes, SEED).unwrap()
}

#[test]
fn the_format_never_moves() {
    // Every log ever written depends on this hash. If it changes, old logs no longer prove themselves.
    assert_eq!(three().id().to_string(), "40d4424d2f3a0f89612ae62672c4f3ca79452f09b377fb4ac91696fedc5d6495");
}

#[test]
fn what_is_hidden_keeps_the_name_and_travels() {
    let whole = three();
    let withheld = whole.clone().withholding(|index, _| index == 0).unwrap();
    let erased = whole.clone().erasing(1).unwrap();
    for partial in [&withheld, &erased] {
        assert_eq!(partial.id(), whole.id());
        assert_eq!(partial.seed(), None, "the seed would give the hidden salt away");
        assert_eq!(&Batch::decode(&partial.encode()).unwrap(), partial);
        for (leaf, original) in partial.leaves().iter().zip(whole.leaves()) {
            assert_eq!(leaf.hash(), original.hash());
        }
    }
    let bytes = withheld.encode();
    assert!(!bytes.windows(8).any(|window| window == b"Sulastri"));
    assert!(!bytes.windows(16).any(|window| window == SEED.0));
    let Leaf::Erased { replaces, .. } = &erased.leaves()[1] else { panic!("not erased") };
    assert_eq!(replaces, &[place(8, 1), place(8, 2)], "what it had replaced stays replaced");
}

#[test]
fn a_later_copy_fills_in_and_never_brings_back() {
    let whole = three();
    let withheld = whole.clone().withholding(|index, _| index < 2).unwrap();
    let erased = whole.clone().erasing(1).unwrap();
    assert_eq!(withheld.clone().joined(whole.clone()), whole);
    assert_eq!(erased.clone().joined(whole.clone()), erased);
    assert_eq!(whole.clone().joined(erased.clone()), erased);
    let both = withheld.joined(erased);
    assert!(matches!(both.leaves()[0], Leaf::Open { .. }));
    assert!(matches!(both.leaves()[1], Leaf::Erased { .. }));
    assert_eq!(Batch::decode(&both.encode()).unwrap(), both);
}

#[test]
fn without_its_seed_a_batch_is_the_same_batch() {
    let bare = three().unseeded();
    assert_eq!((bare.id(), bare.leaves()), (three().id(), three().leaves()));
    assert_eq!(Batch::decode(&bare.encode()), Ok(bare.clone()));
    assert!(!bare.encode().windows(16).any(|window| window == SEED.0));
}

#[test]
fn salts_differ_and_hide() {
    let twice = vec![change("sex", known("male"), vec![]), change("sex", known("male"), vec![])];
    let batch = Batch::assemble(draft(1, None), twice.clone(), SEED).unwrap();
    assert_ne!(batch.leaves()[0].hash(), batch.leaves()[1].hash());
    let other = Batch::assemble(draft(1, None), twice, Salt([8; 16])).unwrap();
    assert_ne!(batch.id(), other.id());
    assert!(!format!("{batch:?}").contains("male"));
}

#[test]
fn a_feed_begins_at_one_and_has_no_holes() {
    let one = || vec![change("sex", known("male"), vec![])];
    for (seq, prev) in
        [(0, None), (1, Some(BatchHash([1; 32]))), (2, None), (u64::MAX, Some(BatchHash([1; 32])))]
    {
        assert_eq!(Batch::assemble(draft(seq, prev), one(), SEED), Err(JournalError::Unproven));
    }
    assert_eq!(Batch::assemble(draft(1, None), vec![], SEED), Err(JournalError::Unproven));
    let mut named = draft(1, None);
    named.act = "Sulastri binti".to_owned();
    assert_eq!(Batch::assemble(named, one(), SEED), Err(JournalError::TooLarge(Limit::Act)));
}

#[test]
fn limits_hold() {
    let assemble = |changes| Batch::assemble(draft(1, None), changes, SEED).map(|_| ());
    let long = "a".repeat(crate::change::CHANGE_BYTES);
    assert_eq!(
        assemble(vec![change("note", known(&long), vec![])]),
        Err(JournalError::TooLarge(Limit::Change))
    );
    let near = known(&long[..200_000]);
    let many = vec![change("note", near, vec![]); 200];
    assert_eq!(assemble(many), Err(JournalError::TooLarge(Limit::Batch)));
    let replaces = (0..1025).map(|index| place(1, index)).collect();
    assert_eq!(
        assemble(vec![change("note", known("x"), replaces)]),
        Err(JournalError::TooLarge(Limit::Replaced))
    );
    let crowd = vec![change("sex", Write::Retracted, vec![]); super::LEAVES + 1];
    assert_eq!(assemble(crowd), Err(JournalError::TooLarge(Limit::Leaves)));
}

#[test]
fn claims_of_size_cost_nothing() {
    // An array head that claims 2^60 leaves after a valid header.
    let bytes = three().encode();
    let seed_at = bytes.windows(16).position(|window| window == SEED.0).unwrap();
    let mut bomb = bytes[..seed_at + 16].to_vec();
    bomb.extend([0x9b, 0x10, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(Batch::decode(&bomb), Err(JournalError::TooLarge(Limit::Leaves)));
}

#[test]
fn a_newer_layout_says_so() {
    let mut bytes = three().encode();
    assert_eq!(bytes[2], 1, "the layout stands third");
    bytes[2] = 2;
    assert_eq!(Batch::decode(&bytes), Err(JournalError::Newer { found: 2 }));
}

#[test]
fn every_flipped_bit_is_refused_or_names_another_batch() {
    let whole = three();
    for batch in [
        &whole,
        &whole.clone().withholding(|index, _| index != 1).unwrap(),
        &whole.clone().erasing(1).unwrap(),
    ] {
        let bytes = batch.encode();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut flipped = bytes.clone();
                flipped[at] ^= 1 << bit;
                if let Ok(read) = Batch::decode(&flipped) {
                    assert_ne!(read.id(), batch.id(), "byte {at} bit {bit}");
                }
            }
            assert!(Batch::decode(&bytes[..at]).is_err(), "cut at {at}");
        }
    }
}

proptest! {
    #[test]
    fn decoding_gives_back_what_was_encoded(
        changes in prop::collection::vec(changes(), 1..20),
        hidden: u32,
        erased in 0_u32..20,
    ) {
        let whole = Batch::assemble(draft(1, None), changes, SEED).unwrap();
        prop_assert_eq!(&Batch::decode(&whole.encode())?, &whole);
        let partial = whole.withholding(|index, _| hidden >> (index % 32) & 1 == 1)?.erasing(erased)?;
        prop_assert_eq!(&Batch::decode(&partial.encode())?, &partial);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Batch::decode(&bytes);
    }

    #[test]
    fn damaged_batches_are_read_without_panic(at: prop::sample::Index, with: Vec<u8>) {
        let mut bytes = three().encode();
        let at = at.index(bytes.len());
        bytes.splice(at..(at + with.len()).min(three().encode().len()), with);
        if let Ok(read) = Batch::decode(&bytes) {
            prop_assert_eq!(read.encode(), bytes);
        }
    }
}
