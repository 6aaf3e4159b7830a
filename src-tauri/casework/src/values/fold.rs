//! Folding: what makes two spellings the same for comparing, never for keeping. Owns case, accents, foreign digits and
//! look-alike Khmer subscripts; refuses to change what is stored.

use unicode_normalization::UnicodeNormalization;

const COENG: char = '\u{17D2}';
const KHMER_DA: char = '\u{178A}';
const KHMER_TA: char = '\u{178F}';

/// Folds `text` so that spellings a reader takes for the same compare equal: lower case, no Latin accents, ASCII digits
/// for Khmer and Thai ones, Khmer subscripts ត and ដ as one, no invisible joiners, single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut after_coeng = false;
    for c in text.nfd() {
        let c = if after_coeng && c == KHMER_DA { KHMER_TA } else { c };
        after_coeng = c == COENG;
        match c {
            '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            'đ' | 'Đ' => folded.push('d'),
            '’' | 'ʼ' | '‘' | '`' => folded.push('\''),
            _ => match ascii_digit(c) {
                Some(digit) => folded.push(digit),
                None => folded.extend(c.to_lowercase()),
            },
        }
    }
    collapse(&folded)
}

/// Folds `text` to letters and digits alone, for comparing names of things where signs and spaces carry no meaning.
pub(crate) fn key(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation()).collect()
}

/// Makes every run of white space one space and drops it at both ends.
pub(crate) fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ASCII digit of a Khmer, Thai, full-width or ASCII digit.
pub(crate) fn ascii_digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '០'..='៩' => '០',
        '๐'..='๙' => '๐',
        '０'..='９' => '０',
        _ => return None,
    };
    char::from_digit(u32::from(c).checked_sub(u32::from(zero))?, 10)
}

/// The text with its foreign digits made ASCII and nothing else touched; as many characters as before.
pub(crate) fn with_ascii_digits(text: &str) -> String {
    text.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::{fold, key};

    #[test]
    fn spellings_a_reader_takes_for_the_same_compare_equal() {
        for (one, other) in [
            ("Café  LATTE", "cafe latte"),
            ("២០២៣", "2023"),
            ("๒๕๖๖", "2566"),
            ("កណ្ដាល", "កណ្តាល"),
            ("ភ្នំ\u{200B}ពេញ", "ភ្នំពេញ"),
            ("Ma’ruf", "ma'ruf"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        assert_eq!(key("Kab. Bandung"), "kabbandung");
        assert_ne!(fold("ដី"), fold("តី"), "whole letters are told apart; only their subscripts look alike");
        assert_ne!(fold("កា"), fold("កិ"), "Khmer vowels are no accents");
    }
}
