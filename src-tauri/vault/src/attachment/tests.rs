use std::io::{self, Read as _};

use proptest::prelude::*;

use super::{Address, CHUNK, FileKey, HEAD, MAX_LENGTH, NameKey, SEAL, Store, open, seal, seal_within};
use crate::{Error, Part};

fn keys() -> (FileKey, NameKey) {
    (FileKey::generate().unwrap(), NameKey::generate().unwrap())
}

fn sealed(content: &[u8], key: &FileKey) -> Vec<u8> {
    let mut output = Vec::new();
    seal(content, &mut output, key, &NameKey::from_bytes([7; 32])).unwrap();
    output
}

/// What came out before the end or the error, and whether it ended well.
fn opened(sealed: &[u8], key: &FileKey) -> (Vec<u8>, bool) {
    let mut content = Vec::new();
    match open(sealed, key) {
        Ok(mut reader) => {
            let well = reader.read_to_end(&mut content).is_ok();
            // A reader that has refused goes on refusing.
            assert_eq!(reader.read(&mut [0]).is_ok(), well);
            (content, well)
        }
        Err(_) => (content, false),
    }
}

fn three_chunks() -> Vec<u8> {
    (0..2 * CHUNK + 100).map(|at| u8::try_from(at / CHUNK + at % 251).unwrap_or(255)).collect()
}

#[test]
fn every_length_around_a_chunk_comes_back() {
    let (key, _) = keys();
    for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 1] {
        let content = vec![0xa5; length];
        let file = sealed(&content, &key);
        assert_eq!(file.len(), HEAD + length + SEAL * length.div_ceil(CHUNK).max(1));
        assert_eq!(opened(&file, &key), (content, true));
    }
}

#[test]
fn cut_anywhere_it_is_refused() {
    let (key, _) = keys();
    let (content, chunk) = (three_chunks(), CHUNK + SEAL);
    let file = sealed(&content, &key);
    let near = [0, 7, 8, HEAD, HEAD + 1, HEAD + SEAL, HEAD + chunk, HEAD + 2 * chunk, file.len()];
    for cut in near.iter().flat_map(|at| [at.saturating_sub(1), *at, at + 1]).filter(|cut| *cut < file.len())
    {
        let (given, well) = opened(&file[..cut], &key);
        assert!(!well, "cut at {cut}");
        assert!(content.starts_with(&given));
    }
}

#[test]
fn swapped_repeated_or_left_out_chunks_are_refused() {
    let (key, _) = keys();
    let (content, chunk) = (three_chunks(), CHUNK + SEAL);
    let file = sealed(&content, &key);
    let (head, body) = file.split_at(HEAD);
    let (one, rest) = body.split_at(chunk);
    let (two, three) = rest.split_at(chunk);
    for order in
        [vec![two, one, three], vec![one, one, two, three], vec![one, three], vec![two, three], vec![three]]
    {
        let file = [head, &order.concat()].concat();
        let (given, well) = opened(&file, &key);
        assert!(!well && content.starts_with(&given));
    }
}

#[test]
fn anything_appended_is_refused() {
    let (key, _) = keys();
    for length in [0, 100, CHUNK, CHUNK + 100] {
        let content = vec![1; length];
        let file = sealed(&content, &key);
        for more in [&[0][..], &[0; SEAL], &file[HEAD..], &file] {
            assert!(!opened(&[&file, more].concat(), &key).1);
        }
    }
}

#[test]
fn a_file_put_in_anothers_place_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (key, names) = keys();
    let other = FileKey::generate().unwrap();
    let store = Store::open(folder.path(), names).unwrap();
    let a = store.spool(&b"photo"[..], &key).unwrap().keep().unwrap().address;
    let b = store.spool(&b"letter"[..], &other).unwrap().keep().unwrap().address;
    let same_key = store.spool(&b"scan"[..], &key).unwrap().keep().unwrap().address;
    assert_eq!(**store.read_all(a, &key).unwrap(), *b"photo");
    for moved in [b, same_key] {
        std::fs::copy(store.path(moved), store.path(a)).unwrap();
        assert!(matches!(store.read_all(a, &key), Err(Error::Tampered(Part::Attachment))));
    }
    // The head is bound to each chunk, too.
    let (one, two) = (sealed(b"photo", &key), sealed(b"photo", &key));
    assert!(!opened(&[&one[..HEAD], &two[HEAD..]].concat(), &key).1);
}

#[test]
fn every_flipped_byte_is_refused_before_it_is_given() {
    let (key, _) = keys();
    let file = sealed(b"a short letter", &key);
    for at in 0..file.len() {
        let mut flipped = file.clone();
        flipped[at] ^= 1;
        assert_eq!(opened(&flipped, &key), (Vec::new(), false), "byte {at}");
    }
}

#[test]
fn a_newer_format_says_so() {
    let (key, _) = keys();
    let mut file = sealed(b"x", &key);
    file[6] = 2;
    assert!(matches!(open(&*file, &key), Err(Error::NewerFormat(Part::Attachment))));
}

#[test]
fn sealing_stops_at_the_limit() {
    let (key, names) = keys();
    for limit in [10, 65_536, 65_537] {
        let seal = |length| seal_within(limit, io::repeat(0).take(length), io::sink(), &key, &names);
        assert_eq!(seal(limit).unwrap().length, limit);
        let above = seal(u64::MAX);
        assert!(matches!(above, Err(Error::TooLarge { part: Part::Attachment, limit: at }) if at == limit));
    }
    assert_eq!(MAX_LENGTH, 52_428_800);
}

#[test]
fn the_address_follows_content_and_name_key_only() {
    let (key, names) = keys();
    let address = |content: &[u8], key: &FileKey, names: &NameKey| {
        seal(content, io::sink(), key, names).unwrap().address
    };
    let first = address(b"photo", &key, &names);
    assert_eq!(address(b"photo", &FileKey::generate().unwrap(), &names), first);
    assert_ne!(address(b"photo", &key, &NameKey::generate().unwrap()), first);
    assert_ne!(address(b"letter", &key, &names), first);
}

#[test]
fn what_is_not_kept_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (key, names) = keys();
    let store = Store::open(folder.path(), names).unwrap();
    drop(store.spool(&b"photo"[..], &key).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let kept = store.spool(&b"photo"[..], &key).unwrap().keep().unwrap().address;
    std::fs::write(folder.path().join("README"), b"").unwrap();
    assert_eq!(store.addresses().unwrap(), [kept]);
    store.remove(kept).unwrap();
    assert!(!store.has(kept));
}

/// An attachment sealed by the first version must open for ever.
#[test]
fn the_format_never_changes() {
    let key = FileKey::from_bytes([1; 32]);
    assert_eq!(opened(&hex(FIXED), &key), (b"pulang".to_vec(), true));
    let address = seal(&b"pulang"[..], io::sink(), &key, &NameKey::from_bytes([2; 32])).unwrap().address;
    assert_eq!(Address::parse(FIXED_ADDRESS), Some(address));
}

const FIXED: &str =
    "504c4741545401008820bd4becad57560a1c78e57750b527a10a772d8a1f4e752ccad388514521cc9d5e1ab6fe4493b7f0";
const FIXED_ADDRESS: &str = "3996783bd23634c16fb7bcdf416fd511e07712f1c2647ceab304cc47b866dea6";

fn hex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let key = FileKey::from_bytes([1; 32]);
        prop_assert!(!opened(&bytes, &key).1);
        let framed = [b"PLGATT\x01\x00", bytes.as_slice()].concat();
        prop_assert!(!opened(&framed, &key).1);
    }
}
