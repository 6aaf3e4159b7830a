//! Bytes as letters and digits that survive being copied by hand (Crockford's base 32).
//!
//! Owns lengths without padding only: a multiple of five bytes is a whole number of groups of four characters.
//! <https://www.crockford.com/base32.html>

use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Groups of four with dashes. The number of bytes must be a multiple of five.
pub(crate) fn encode(bytes: &[u8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(bytes.len() * 2 + 1));
    let mut written = 0;
    for five in bytes.chunks(5) {
        let number = five.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        for at in (0..8).rev() {
            if written > 0 && written % 4 == 0 {
                text.push('-');
            }
            let digit = usize::try_from(number >> (5 * at) & 31).unwrap_or_default();
            text.push(ALPHABET.get(digit).copied().map_or('0', char::from));
            written += 1;
        }
    }
    text
}

/// Exactly `N` bytes, a multiple of five; blanks and dashes count for nothing.
pub(crate) fn decode<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    let mut digits = text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(value);
    for five in bytes.chunks_mut(5) {
        let mut number = 0_u64;
        for _ in 0..8 {
            number = number << 5 | digits.next()??;
        }
        let [_, _, _, low @ ..] = number.to_be_bytes();
        five.copy_from_slice(&low);
    }
    digits.next().is_none().then_some(bytes)
}

fn value(c: char) -> Option<u64> {
    let upper = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|digit| char::from(*digit) == upper).and_then(|at| u64::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn agrees_with_a_known_value() {
        assert_eq!(encode(b"\x00\x44\x32\x14\xc7").as_str(), "0123-4567");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bytes in any::<[u8; 35]>()) {
            prop_assert_eq!(*decode::<35>(&encode(&bytes)).unwrap(), bytes);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
            let _ = decode::<35>(&text);
        }
    }
}
