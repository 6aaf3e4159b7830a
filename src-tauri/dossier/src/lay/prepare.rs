//! Marks that the layout needs and the text does not have: a word joiner before ៗ, isolates around numbers and dates inside
//! Arabic. Owns putting them in and taking them out again, so that the text on the page stays the model's.

use crate::model::is_steering;

/// Text made ready for layout, with the way back.
pub(crate) struct Prepared {
    /// What is laid out.
    pub(crate) text: String,
    /// For each byte of `text` the byte of the model's text that it stands for; empty when both are the same.
    back: Vec<usize>,
}

impl Prepared {
    /// Makes `plain` ready.
    pub(crate) fn new(plain: &str) -> Self {
        let needs = |c: char| c == 'ៗ' || is_rtl(c);
        if !plain.contains(needs) {
            return Self { text: plain.to_owned(), back: Vec::new() };
        }
        let isolates = if plain.contains(is_rtl) { numbers(plain) } else { Vec::new() };
        let mut ready = Self { text: String::with_capacity(plain.len() + 16), back: Vec::new() };
        for (at, c) in plain.char_indices() {
            if isolates.iter().any(|(start, _)| *start == at) {
                ready.push('\u{2066}', at);
            }
            if isolates.iter().any(|(_, end)| *end == at) {
                ready.push('\u{2069}', at);
            }
            if c == 'ៗ' {
                ready.push('\u{2060}', at);
            }
            ready.push(c, at);
        }
        if isolates.iter().any(|(_, end)| *end == plain.len()) {
            ready.push('\u{2069}', plain.len());
        }
        ready.back.push(plain.len());
        ready
    }

    /// The byte of the model's text at which `at` stands.
    pub(crate) fn back(&self, at: usize) -> usize {
        self.back.get(at).copied().unwrap_or(at)
    }

    /// The byte of the prepared text for a byte of the model's, which begins or ends a run.
    pub(crate) fn forth(&self, at: usize) -> usize {
        if self.back.is_empty() { at } else { self.back.partition_point(|back| *back < at) }
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        let first = if is_steering(c) { 0 } else { c.len_utf8() };
        // Every byte of a character that belongs to the text points at its own byte; a mark points at what follows it.
        self.back.extend((0..c.len_utf8()).map(|byte| at + byte.min(first)));
    }
}

/// Letters that are written from right to left.
pub(crate) fn is_rtl(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}')
}

/// Dates, document and case numbers: what is made of letters of our own, digits and the signs between them, and has both a
/// digit and a sign in it. Half-open byte ranges.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | ':' | '+' | '_');
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (part(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                let raw = text.get(from..at).unwrap_or_default();
                let number = raw.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
                let signed = number.contains(|c: char| !c.is_ascii_alphanumeric());
                let mixed = number.contains(|c: char| c.is_ascii_alphabetic());
                if number.contains(|c: char| c.is_ascii_digit()) && (signed || mixed) {
                    found.push((from, from + number.len()));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::Prepared;
    use proptest::prelude::*;

    #[test]
    fn the_repetition_sign_stays_with_its_word() {
        let ready = Prepared::new("ផ្សេងៗ");
        assert_eq!(ready.text, "ផ្សេង\u{2060}ៗ");
        assert_eq!(ready.back(ready.text.len()), "ផ្សេងៗ".len());
    }

    #[test]
    fn a_date_in_arabic_is_isolated() {
        let ready = Prepared::new("ولد 1987-03-12.");
        assert_eq!(ready.text, "ولد \u{2066}1987-03-12\u{2069}.");
        assert_eq!(Prepared::new("born 1987-03-12").text, "born 1987-03-12");
    }

    proptest! {
        #[test]
        fn every_byte_finds_its_way_back(plain in "[a-z0-9ក-៹ا-ي ./-]{0,40}") {
            let ready = Prepared::new(&plain);
            let kept: String = ready.text.chars().filter(|c| !crate::model::is_steering(*c)).collect();
            prop_assert_eq!(&kept, &plain);
            for (at, c) in ready.text.char_indices().filter(|(_, c)| !crate::model::is_steering(*c)) {
                let back = ready.back(at);
                prop_assert_eq!(plain[back..].chars().next(), Some(c));
                prop_assert_eq!(ready.back(at + c.len_utf8()), back + c.len_utf8());
            }
        }
    }
}
