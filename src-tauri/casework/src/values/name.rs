//! Names of people and organisations: one field, kept as written. Owns the normal form and the key for comparing;
//! refuses to split, to capitalise and to ask for a second name.

use super::{
    fold::fold,
    redacted,
    refusal::{Doubt, NotCanonical, unreadable},
    text::line,
};

const LIMIT: usize = 200;

/// A name, whole and as written: NFC, single spaces, no control characters, at most 200 characters, never empty. A single
/// name is complete.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Name(String);

impl Name {
    /// Takes a name as written, for a caller that has no form at hand (the machine readable zone).
    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        let name = line(typed, LIMIT)?;
        if name.contains(char::is_alphabetic) { Ok(Self(name)) } else { unreadable(0, "name-no-letters") }
    }

    pub(crate) fn read(canonical: &str) -> Result<Self, NotCanonical> {
        match Self::parse(canonical) {
            Ok(name) if name.0 == canonical => Ok(name),
            _ => Err(NotCanonical { kind: "name" }),
        }
    }

    /// The name as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name for comparing: without case, accents and the difference between look-alike letters.
    pub fn folded(&self) -> String {
        fold(&self.0)
    }
}

redacted!(Name);

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn a_name_stays_as_written() {
        for (typed, canonical) in [
            ("  Suharto ", "Suharto"),
            ("Siti   Nurhaliza", "Siti Nurhaliza"),
            ("ahmad bin SALIM", "ahmad bin SALIM"),
            ("Unknown, called Budi", "Unknown, called Budi"),
            ("Cafe\u{301}", "Café"),
            ("សុខ ធារ៉ា", "សុខ ធារ៉ា"),
        ] {
            assert_eq!(Name::parse(typed).unwrap().as_str(), canonical);
            assert!(Name::read(canonical).is_ok());
        }
        assert!(Name::parse("A\nB").is_err());
        assert!(Name::parse("   ").is_err());
        assert!(Name::parse("-").is_err(), "a dash in a roster is no name");
        assert!(Name::read("A  B").is_err());
    }

    #[test]
    fn folding_is_for_comparing_only() {
        assert_eq!(Name::parse("ÉRIC ").unwrap().folded(), "eric");
    }
}
