//! The signature that a copy carries of itself. Owns where it stands and which bytes it covers: every byte of the file but its
//! own 128 digits. Refuses to sign and to judge keys: the desk does.
//!
//! In an open copy it is an attachment of its own; a locked copy, whose attachments are encrypted, carries it after its end.

use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// How every stamp begins.
const MARK: &str = "PULANG-SIGNATURE 1 ";
const LAST: &str = "signature=";
/// A signature of 64 bytes in hexadecimal.
const DIGITS: usize = 128;

/// The name of the attached file.
pub(crate) const FILE: &str = "signature.txt";

/// What a stamp says, read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// What it says of who made the copy, by name: `office`, `key`, `copy` and so on. Nobody vouches for any of it before the
    /// signature is verified and the key is known.
    pub facts: BTreeMap<String, String>,
    /// The signature.
    pub signature: [u8; 64],
    /// The SHA-256 of the file without the signature's digits: what was signed.
    pub digest: [u8; 32],
}

/// A stamp before it is signed. Blanks in a fact become low lines, so that no fact can pass for two.
pub fn unsigned(facts: &[(&str, &str)]) -> String {
    let safe = |text: &str| -> String {
        text.chars().map(|c| if c.is_ascii_graphic() && c != '=' { c } else { '_' }).collect()
    };
    let said: String = facts.iter().map(|(name, value)| format!("{}={} ", safe(name), safe(value))).collect();
    format!("{MARK}{said}{LAST}{}\n", "0".repeat(DIGITS))
}

/// Puts a signature into the one stamp of a text or file; false when there is none, or more than one.
pub fn fill(bytes: &mut [u8], signature: &[u8; 64]) -> bool {
    let Some(place) = place(bytes).and_then(|(_, digits)| bytes.get_mut(digits..digits + DIGITS)) else {
        return false;
    };
    let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    place.iter_mut().zip(hex.bytes()).for_each(|(to, from)| *to = from);
    true
}

/// The stamp of a file; none when it has none, more than one, or one of another shape.
pub fn read(bytes: &[u8]) -> Option<Stamp> {
    let (start, digits) = place(bytes)?;
    let said = std::str::from_utf8(bytes.get(start + MARK.len()..digits - LAST.len())?).ok()?;
    let facts = said.split(' ').filter_map(|fact| fact.split_once('='));
    let facts = facts.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let hex = bytes.get(digits..digits + DIGITS)?;
    // One spelling only, so that these bytes count like all others.
    if !hex.iter().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')) {
        return None;
    }
    let mut signature = [0; 64];
    for (byte, pair) in signature.iter_mut().zip(hex.chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(Stamp { facts, signature, digest: digest(bytes)? })
}

/// What is signed: the SHA-256 of all bytes, with noughts for the signature's digits.
pub fn digest(bytes: &[u8]) -> Option<[u8; 32]> {
    let (_, digits) = place(bytes)?;
    let hasher = Sha256::new()
        .chain_update(bytes.get(..digits)?)
        .chain_update("0".repeat(DIGITS))
        .chain_update(bytes.get(digits + DIGITS..)?);
    Some(hasher.finalize().into())
}

/// Where the one stamp begins, and where its digits do.
fn place(bytes: &[u8]) -> Option<(usize, usize)> {
    let find = |what: &[u8], from: usize| {
        let rest = bytes.get(from..)?;
        rest.windows(what.len()).position(|window| window == what).map(|at| at + from)
    };
    let start = find(MARK.as_bytes(), 0)?;
    if find(MARK.as_bytes(), start + 1).is_some() {
        return None;
    }
    let digits = find(LAST.as_bytes(), start)? + LAST.len();
    let short = digits - start < 2048 && bytes.len() >= digits + DIGITS;
    short.then_some((start, digits))
}

#[cfg(test)]
mod tests {
    use super::{digest, fill, read, unsigned};
    use crate::{Kind, model::fixtures::full, write};
    use casework::private::Private;

    fn stamped(kind: &Kind) -> Vec<u8> {
        let mut dossier = full();
        dossier.stamp = Some(unsigned(&[("office", "PNH"), ("copy", "7 of=9")]));
        write(&dossier, kind).unwrap().bytes
    }

    #[test]
    fn both_kinds_of_copy_carry_it_and_every_byte_counts() {
        let locked = Kind::Locked { password: Private::new("a b".to_owned()), key: Private::new([7; 32]) };
        for kind in [Kind::Open, locked] {
            let mut bytes = stamped(&kind);
            let before = digest(&bytes).unwrap();
            assert!(fill(&mut bytes, &[0xab; 64]));
            let stamp = read(&bytes).unwrap();
            assert_eq!((stamp.digest, stamp.signature), (before, [0xab; 64]));
            assert_eq!(stamp.facts["copy"], "7_of_9");
            for at in [100, bytes.len() / 2] {
                let mut altered = bytes.clone();
                altered[at] ^= 1;
                assert_ne!(read(&altered).map(|stamp| stamp.digest), Some(before));
            }
            let digits = bytes.windows(10).position(|part| part == b"ababababab").unwrap();
            for (at, other) in [(0, b'A'), (1, b'B'), (0, b'+')] {
                let mut spelled = bytes.clone();
                spelled[digits + at] = other;
                assert_eq!(read(&spelled), None, "{other}");
            }
            let longer = [bytes.as_slice(), b"%"].concat();
            assert_ne!(read(&longer).unwrap().digest, before);
        }
    }

    #[test]
    fn a_second_stamp_is_none() {
        let mut bytes = stamped(&Kind::Open);
        bytes.extend(unsigned(&[("office", "XXX")]).into_bytes());
        assert!(read(&bytes).is_none() && !fill(&mut bytes, &[1; 64]));
        assert!(read(b"%PDF-1.7").is_none());
    }
}
