//! Text as it was written: lines, paragraphs, document numbers, file digests. Owns normal form and limits; refuses
//! control characters and text without an end.

use super::{
    fold::with_ascii_digits,
    redacted,
    refusal::{Doubt, NotCanonical, unreadable},
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

const TEXT_LIMIT: usize = 1_000;
const PARAGRAPH_LIMIT: usize = 50_000;
const NUMBER_LIMIT: usize = 40;

/// True for a character that nobody types on purpose: controls, direction overrides, noncharacters.
pub(crate) fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        || (u32::from(c) & 0xFFFE) == 0xFFFE
}

fn first_forbidden(text: &str, allowed: fn(char) -> bool) -> Option<usize> {
    text.chars().position(|c| is_forbidden(c) && !allowed(c))
}

/// One line of text: NFC, single spaces, no control characters, at most 1,000 characters, never empty.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Text(String);

impl Text {
    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        line(typed, TEXT_LIMIT).map(Self)
    }

    pub(crate) fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match line(canonical, TEXT_LIMIT) {
            Ok(text) if text == canonical => Ok(Self(text)),
            _ => Err(NotCanonical { kind: "text" }),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A line in canonical form, at most `limit` characters.
pub(crate) fn line(typed: &str, limit: usize) -> Result<String, Doubt> {
    let tab = |c| c == '\t';
    if let Some(at) = first_forbidden(typed.trim_end(), tab) {
        let why = if typed.chars().nth(at).is_some_and(|c| c == '\n' || c == '\r') {
            "text-one-line"
        } else {
            "text-control"
        };
        return unreadable(at, why);
    }
    let text = super::fold::collapse(&typed.nfc().collect::<String>());
    if text.is_empty() {
        return unreadable(0, "value-empty");
    }
    if text.chars().count() > limit {
        return unreadable(limit, "text-too-long");
    }
    Ok(text)
}

/// Text of several lines: NFC, `\n` between lines, no white space at a line's end, at most 50,000 characters, never empty.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Paragraph(String);

impl Paragraph {
    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        if let Some(at) = first_forbidden(typed, |c| matches!(c, '\n' | '\r' | '\t')) {
            return unreadable(at, "text-control");
        }
        let lines = typed.nfc().collect::<String>().replace("\r\n", "\n").replace(['\r', '\t'], " ");
        let lines: Vec<&str> = lines.split('\n').map(str::trim_end).collect();
        let text = lines.join("\n").trim_matches('\n').to_owned();
        if text.trim().is_empty() {
            return unreadable(0, "value-empty");
        }
        if text.chars().count() > PARAGRAPH_LIMIT {
            return unreadable(PARAGRAPH_LIMIT, "text-too-long");
        }
        Ok(Self(text))
    }

    pub(crate) fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match Self::parse(canonical) {
            Ok(paragraph) if paragraph.0 == canonical => Ok(paragraph),
            _ => Err(NotCanonical { kind: "paragraph" }),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The number of a document: upper case, without spaces, ASCII digits, at most 40 characters, at least one digit. Hyphens, slashes and dots stay, because letters of authorities are numbered with them.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentNumber(String);

impl DocumentNumber {
    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        let ready = with_ascii_digits(typed);
        let allowed =
            |c: char| c.is_alphanumeric() || is_mark(c) || c.is_whitespace() || "-/.()_#".contains(c);
        if let Some(at) = ready.chars().position(|c| is_forbidden(c) || !allowed(c)) {
            return unreadable(at, "number-odd-sign");
        }
        let number: String =
            ready.nfc().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).nfc().collect();
        if !number.contains(char::is_numeric) {
            return unreadable(0, if number.is_empty() { "value-empty" } else { "number-no-digits" });
        }
        if number.chars().count() > NUMBER_LIMIT {
            return unreadable(NUMBER_LIMIT, "text-too-long");
        }
        Ok(Self(number))
    }

    pub(crate) fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match Self::parse(canonical) {
            Ok(number) if number.0 == canonical => Ok(number),
            _ => Err(NotCanonical { kind: "document number" }),
        }
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Khmer vowel signs and subscripts are no letters to Unicode, and belong to Khmer document numbers all the same.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{0300}'..='\u{036F}')
}

/// A file in the vault by the digest of its content: 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileDigest(String);

impl FileDigest {
    pub(crate) fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let hex = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let whole = canonical.len() == 64 && canonical.chars().all(hex);
        if whole { Ok(Self(canonical.to_owned())) } else { Err(NotCanonical { kind: "file digest" }) }
    }

    /// The digest.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// True for text in NFC; names and lines are kept in no other form.
pub(crate) fn is_normal(text: &str) -> bool {
    is_nfc(text)
}

redacted!(Text);
redacted!(Paragraph);
redacted!(DocumentNumber);

#[cfg(test)]
mod tests {
    use super::{DocumentNumber, FileDigest, Paragraph, Text};
    use crate::values::refusal::Doubt;

    #[test]
    fn lines_are_one_line() {
        assert_eq!(Text::parse("  a \t b ").unwrap().as_str(), "a b");
        assert_eq!(Text::parse("a\nb"), Err(Doubt::Unreadable(1, "text-one-line")));
        assert_eq!(Text::parse("ab\u{7}"), Err(Doubt::Unreadable(2, "text-control")));
        assert_eq!(Text::parse("a\u{202E}b"), Err(Doubt::Unreadable(1, "text-control")));
        assert_eq!(Text::parse(&"x".repeat(1001)), Err(Doubt::Unreadable(1000, "text-too-long")));
        assert!(Text::read("e\u{301}").is_err(), "not NFC");
        assert!(Text::read(" a").is_err());
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        assert_eq!(Paragraph::parse("\n a \r\n\r\nb\n\n").unwrap().as_str(), " a\n\nb");
        assert!(Paragraph::parse(" \n ").is_err());
        assert!(Paragraph::read("a \nb").is_err());
    }

    #[test]
    fn numbers_are_upper_case_without_spaces() {
        for (typed, canonical) in
            [(" b 123 4567 ", "B1234567"), ("០១២/ក.ក", "012/ក.ក"), ("s.pol/12/2023", "S.POL/12/2023")]
        {
            assert_eq!(DocumentNumber::parse(typed).unwrap().as_str(), canonical);
            assert!(DocumentNumber::read(canonical).is_ok());
        }
        assert_eq!(DocumentNumber::parse("B12*"), Err(Doubt::Unreadable(3, "number-odd-sign")));
        assert_eq!(DocumentNumber::parse("N/A"), Err(Doubt::Unreadable(0, "number-no-digits")));
        assert!(DocumentNumber::read("b123").is_err());
    }

    #[test]
    fn digests_are_whole_and_lower_case() {
        assert!(FileDigest::read(&"0a".repeat(32)).is_ok());
        assert!(FileDigest::read(&"0A".repeat(32)).is_err());
        assert!(FileDigest::read("0a").is_err());
    }
}
