use super::{FORMAT, MANIFEST, Manifest, PACKAGE, Update, UpdateError, Version, signed, write};
use std::io::{self, Read};
use vault::device::{SigningPair, SigningPublic};

const BODY: usize = 6 + 2 + 32 + 64 + 4;

fn keys() -> SigningPair {
    SigningPair::from_bytes(&[7; 32])
}

fn manifest() -> Manifest {
    Manifest {
        version: Version(1, 2, 3),
        from: Version(1, 0, 0),
        target: "linux-x86_64".into(),
        file: "pulang_1.2.3_amd64.deb".into(),
        size: 0,
        hash: [0; 32],
        notes: ["baru".into(), "new".into(), "ថ្មី".into()],
    }
}

fn file() -> Vec<u8> {
    write(&keys(), manifest(), &package()).unwrap()
}

fn package() -> Vec<u8> {
    (0..40_000_u32).map(|n| u8::try_from(n % 251).unwrap()).collect()
}

fn read(bytes: &[u8], publisher: &SigningPublic) -> Result<(Manifest, Vec<u8>), UpdateError> {
    let mut out = Vec::new();
    let manifest = Update::open(bytes, publisher)?.prove(&mut out)?;
    Ok((manifest, out))
}

/// The file around a body of somebody's own making, signed as it should be.
fn around(body: &[u8], package: &[u8]) -> Vec<u8> {
    let key = *keys().public().as_bytes();
    let signature = keys().sign(super::CONTEXT, &signed(&key, body));
    let length = u32::try_from(body.len()).unwrap().to_le_bytes();
    [super::MAGIC, &FORMAT.to_le_bytes()[..], &key, &signature, &length, body, package].concat()
}

#[test]
fn what_was_signed_is_what_is_read() {
    let (told, out) = read(&file(), &keys().public()).unwrap();
    assert_eq!(out, package());
    assert_eq!((told.size, told.hash), (40_000, *blake3::hash(&package()).as_bytes()));
    assert_eq!(Manifest { size: 0, hash: [0; 32], ..told }, manifest());
}

#[test]
fn every_cut_is_refused() {
    let whole = file();
    let ends = (0..BODY + 300).chain([whole.len() - 20_000, whole.len() - 1]);
    for end in ends {
        let refused = read(&whole[..end], &keys().public()).unwrap_err();
        let expected = if end < 8 { UpdateError::NotAnUpdate } else { UpdateError::CutOff };
        assert_eq!(refused, expected, "{end}");
    }
}

#[test]
fn every_flipped_byte_is_refused_and_each_region_in_its_own_way() {
    let whole = file();
    let length = whole.len() - package().len() - BODY;
    for at in (0..BODY + length).chain((BODY + length..whole.len()).step_by(997)) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x40;
        let refused = read(&bytes, &keys().public()).unwrap_err();
        let expected: &[UpdateError] = match at {
            0..6 => &[UpdateError::NotAnUpdate],
            6..8 => &[UpdateError::Newer],
            8..40 => &[UpdateError::OtherKey],
            40..104 => &[UpdateError::Altered],
            104..BODY => &[UpdateError::TooLarge, UpdateError::Altered],
            at if at < BODY + length => &[UpdateError::Altered],
            _ => &[UpdateError::OtherPackage],
        };
        assert!(expected.contains(&refused), "{at} {refused:?}");
    }
}

#[test]
fn another_key_and_another_name_under_it_are_told_apart() {
    let other = SigningPair::from_bytes(&[8; 32]);
    assert_eq!(read(&file(), &other.public()).unwrap_err(), UpdateError::OtherKey);
    // Somebody signs with a key of their own and puts ours in front.
    let mut forged = write(&other, manifest(), &package()).unwrap();
    forged[8..40].copy_from_slice(keys().public().as_bytes());
    assert_eq!(read(&forged, &keys().public()).unwrap_err(), UpdateError::Altered);
}

#[test]
fn a_package_that_is_longer_or_another_one_is_refused() {
    let longer = [file(), vec![0]].concat();
    assert_eq!(read(&longer, &keys().public()).unwrap_err(), UpdateError::OtherPackage);
    let mut other = file();
    let last = other.len() - 1;
    other[last] ^= 1;
    assert_eq!(read(&other, &keys().public()).unwrap_err(), UpdateError::OtherPackage);
}

#[test]
fn claims_of_size_cost_nothing() {
    let huge = |size: u64| around(&Manifest { size, ..manifest() }.encode(), b"x");
    for size in [PACKAGE + 1, u64::MAX, 0] {
        assert_eq!(read(&huge(size), &keys().public()).unwrap_err(), UpdateError::TooLarge, "{size}");
    }
    assert_eq!(read(&huge(PACKAGE), &keys().public()).unwrap_err(), UpdateError::CutOff);

    let mut claimed = file();
    for length in [MANIFEST + 1, u32::MAX] {
        claimed[104..108].copy_from_slice(&length.to_le_bytes());
        assert_eq!(read(&claimed, &keys().public()).unwrap_err(), UpdateError::TooLarge);
    }
    // An endless file is read no further than its package may be long.
    let two = huge(2);
    let endless = two.as_slice().chain(io::repeat(b'x')).take(1 << 40);
    let mut out = io::sink();
    let refused = Update::open(endless, &keys().public()).unwrap().prove(&mut out).unwrap_err();
    assert_eq!(refused, UpdateError::OtherPackage);
}

#[test]
fn a_signed_manifest_that_is_not_the_one_encoding_is_refused_too() {
    let canonical = manifest().encode();
    let refuse = |body: &[u8]| Update::open(&*around(body, b"x"), &keys().public()).err().unwrap();
    assert_eq!(refuse(&[&canonical[..], &[0]].concat()), UpdateError::Altered);
    // The number of texts in an array, written longer than it must be.
    let longer = [&[0x98, 7][..], &canonical[1..]].concat();
    assert_eq!(refuse(&longer), UpdateError::Altered);
    for file in ["../x.deb", ".hidden", "a/b", "", "name with blanks", "c:\\x", &"x".repeat(101)] {
        let body = Manifest { file: file.into(), size: 1, ..manifest() }.encode();
        assert_eq!(refuse(&body), UpdateError::Altered, "{file}");
    }
    let long = Manifest {
        notes: ["x".repeat(super::NOTES + 1), String::new(), String::new()],
        size: 1,
        ..manifest()
    };
    assert_eq!(refuse(&long.encode()), UpdateError::TooLarge);
}

#[test]
fn versions_are_numbers_and_have_one_spelling() {
    assert!(Version::parse("1.10.0") > Version::parse("1.9.9"));
    assert_eq!(Version::parse("0.1.0"), Some(Version(0, 1, 0)));
    for bad in ["1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "", "1.2.-3", "+1.2.3", "1.2.4294967296"] {
        assert_eq!(Version::parse(bad), None, "{bad}");
    }
}
