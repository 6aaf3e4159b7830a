use super::{BadFrame, Carried, Cursor, FrameReader, FrameWriter, put, put_signed};
use crate::{
    fixtures::{Laptop, START_MS, answer, outside, workload},
    pack::FRAME_BYTES,
};
use casework::{answer::Answer, ids::RecordId, private::Private};
use journal::{Batch, Write};
use proptest::prelude::*;
use uuid::Uuid;

fn frames<'a>(batches: impl IntoIterator<Item = &'a Batch>) -> Vec<Vec<u8>> {
    let mut writer = FrameWriter::default();
    batches.into_iter().for_each(|batch| writer.push(batch));
    writer.close();
    writer.take_done()
}

fn read(frames: &[Vec<u8>]) -> Result<Vec<Batch>, BadFrame> {
    let (mut batches, mut carried) = (Vec::new(), Carried::default());
    for frame in frames {
        let mut reader = FrameReader::new(frame, carried)?;
        while let Some(batch) = reader.next()? {
            batches.push(batch);
        }
        carried = reader.into_carried();
    }
    if carried.is_whole() { Ok(batches) } else { Err(BadFrame) }
}

fn every_kind() -> Vec<Batch> {
    let mut laptop = Laptop::new(1);
    let person = RecordId(Uuid::from_u128(5));
    let name = |text: &str, replaces| answer(person, "full_name", text, replaces);
    let first =
        laptop.write(START_MS, vec![name("Fulan", vec![]), answer(person, "sex", "male", vec![outside(3)])]);
    let seen: Vec<_> = first.changes().map(|(id, _)| id).collect();
    let mut typed = name("Fulana", vec![seen[0]]);
    typed.as_typed = Some(Private::new("fulana".to_owned()));
    let mut both = vec![outside(1), seen[1]];
    both.sort();
    let mut changes = vec![typed, answer(person, "sex", "female", both)];
    for write in [
        Write::Answered(Answer::Unknown),
        Write::Answered(Answer::NotAsked),
        Write::Answered(Answer::Declined),
        Write::Retracted,
    ] {
        let mut change = answer(RecordId(Uuid::from_u128(u128::MAX)), "note", "", vec![]);
        change.write = write;
        changes.push(change);
    }
    let second = laptop.write(START_MS - 5000, changes);
    let third = laptop.write(START_MS, vec![name("Fulano", vec![second.changes().next().unwrap().0])]);
    let hidden = second.clone().withholding(|index, _| index % 2 == 1).unwrap().erasing(0).unwrap();
    laptop.follows = true;
    let following = laptop.write(START_MS + 1, vec![name("Fulanita", vec![])]);
    let mut other = Laptop::new(2);
    other.head = laptop.head;
    let apart = other.write(START_MS, vec![name("Fulani", seen)]);
    vec![first, second, hidden, third, following, apart]
}

#[test]
fn every_kind_of_batch_comes_back() {
    let batches = every_kind();
    assert_eq!(read(&frames(&batches)).unwrap(), batches);
}

#[test]
fn the_layout_never_moves() {
    // Files on sticks are in this layout. If it changes, `FORMAT` and the oldest reader in the manifest change too.
    let frames = frames(&every_kind());
    assert_eq!(
        blake3::hash(&frames.concat()).to_string(),
        "a496fdad536f71ba42e7695237ff7c980986c2738a1864a94abf2667258e7e36"
    );
}

#[test]
fn numbers_have_one_spelling() {
    for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
        let mut out = Vec::new();
        put(value, &mut out);
        let mut cursor = Cursor(&out);
        assert_eq!(cursor.uint(), Ok(value));
        assert!(cursor.is_empty());
    }
    for value in [0, -1, 1, i64::MIN, i64::MAX] {
        let mut out = Vec::new();
        put_signed(value, &mut out);
        assert_eq!(Cursor(&out).signed(), Ok(value));
    }
    for bad in
        [&[0x80, 0][..], &[0x80], &[0xff; 10], &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02]]
    {
        assert_eq!(Cursor(bad).uint(), Err(BadFrame));
    }
}

#[test]
fn a_batch_larger_than_a_frame_goes_over_several() {
    let mut laptop = Laptop::new(1);
    let person = RecordId(Uuid::from_u128(5));
    let small = laptop.write(START_MS, vec![answer(person, "sex", "male", vec![])]);
    let changes = (0..40).map(|_| answer(person, "note", &"x".repeat(250_000), vec![outside(1)])).collect();
    let large = laptop.write(START_MS, changes);
    let last = large.changes().last().unwrap().0;
    let after = laptop.write(START_MS, vec![answer(person, "note", "y", vec![last])]);
    let hidden = large.clone().withholding(|index, _| index > 38).unwrap();
    let batches = vec![small, large, after, hidden];
    let frames = frames(&batches);
    assert!(frames.len() > 4);
    assert!(frames.iter().all(|frame| frame.len() <= FRAME_BYTES));
    assert_eq!(read(&frames).unwrap(), batches);
    assert_eq!(read(&frames[..1]).err(), Some(BadFrame), "its end is missing");
    assert_eq!(read(&frames[1..]).err(), Some(BadFrame), "its beginning is missing");
}

#[test]
fn damaged_frames_never_change_a_batch_under_its_name() {
    let batches = every_kind();
    let frame = frames(&batches).remove(0);
    let mut told_apart = 0;
    for at in 0..frame.len() {
        for bit in 0..8 {
            let mut flipped = frame.clone();
            flipped[at] ^= 1 << bit;
            match read(&[flipped]) {
                Err(BadFrame) => told_apart += 1,
                // Some bits only choose between two ways to say the same; none changes a batch under its name.
                Ok(read) => {
                    let named = |one: &Batch| batches.iter().any(|batch| batch.id() == one.id());
                    let same = read.iter().filter(|one| named(one)).all(|one| batches.contains(one));
                    assert!(same, "byte {at} bit {bit}");
                }
            }
        }
        assert!(read(&[frame[..at].to_vec()]).is_err(), "cut at {at}");
    }
    assert!(told_apart > 1000);
}

#[test]
fn the_largest_batch_the_log_takes_travels() {
    let mut laptop = Laptop::new(1);
    let person = RecordId(Uuid::from_u128(5));
    let note = |len: usize| answer(person, "note", &"x".repeat(len), vec![]);
    // 128 changes of 256 KiB less what stands around the text, which is just the limit of a batch.
    let around = 40;
    let most = laptop.write(START_MS, (0..128).map(|_| note(256 * 1024 - around)).collect());
    assert_eq!(read(&frames([&most])).unwrap(), [most]);
}

#[test]
fn what_a_later_frame_replaces_in_an_earlier_one_is_not_named_again() {
    let mut laptop = Laptop::new(1);
    let person = RecordId(Uuid::from_u128(5));
    let first = laptop.write(START_MS, vec![answer(person, "note", &"x".repeat(200_000), vec![])]);
    let others: Vec<_> = (0..20)
        .map(|_| laptop.write(START_MS, vec![answer(person, "note", &"x".repeat(200_000), vec![])]))
        .collect();
    let again = laptop
        .write(START_MS, vec![answer(person, "note", "y", first.changes().map(|(id, _)| id).collect())]);
    let batches: Vec<_> = std::iter::once(first.clone()).chain(others).chain([again]).collect();
    let frames = frames(&batches);
    assert!(frames.len() > 1);
    assert!(!frames.concat().windows(32).any(|window| window == first.id().0));
    assert_eq!(read(&frames).unwrap(), batches);
}

#[test]
fn thousands_of_edits_come_back() {
    for follows in [false, true] {
        let (_, batches) = workload(3000, 5, follows);
        assert_eq!(read(&frames(&batches)).unwrap(), batches);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&[bytes]);
    }

    #[test]
    fn spliced_frames_are_read_without_panic(at: prop::sample::Index, with: Vec<u8>) {
        let mut frame = frames(&every_kind()).remove(0);
        let at = at.index(frame.len());
        let end = (at + with.len()).min(frame.len());
        frame.splice(at..end, with);
        let _ = read(&[frame]);
    }
}
