//! Short references that people read out on the phone: `PNH-2023-A0042` is a case, `PNH-2023-RA07` a rescue. Owns their
//! shape; refuses meaning beyond office, year, kind, laptop and number, and never a person's own data.

use std::fmt;

/// The letters of a laptop that no office has enrolled yet: no vowels, so that they are never a word.
const CONSONANTS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
/// How many of them: two laptops draw the same once in 64 million.
const DRAWN: usize = 6;

/// What stands for a laptop in its references, and keeps two laptops that number at once apart: a letter that its office gave
/// it (`A`, after `Z` come `AA` to `ZZ`), or six consonants that it drew itself until it has one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(String);

impl Mark {
    /// How many letters an office can give.
    pub const LETTERS: usize = 26 + 26 * 26;

    /// Reads a mark as it is written; nothing else is one.
    pub fn read(text: &str) -> Option<Self> {
        let capitals = text.bytes().all(|byte| byte.is_ascii_uppercase());
        let given = capitals && (1..=2).contains(&text.len());
        let drawn = text.len() == DRAWN && text.bytes().all(|byte| CONSONANTS.contains(&byte));
        (given || drawn).then(|| Self(text.to_owned()))
    }

    /// The letter that an office gives after `given` others; none when it has no more.
    pub fn letter(given: usize) -> Option<Self> {
        let capital = |place: usize| u8::try_from(place).ok().map(|place| char::from(b'A' + place));
        match given {
            0..26 => Some(Self(capital(given)?.to_string())),
            26..Self::LETTERS => {
                let after = given - 26;
                Some(Self([capital(after / 26)?, capital(after % 26)?].iter().collect()))
            }
            _ => None,
        }
    }

    /// The six consonants that these random bytes give.
    pub fn drawn(random: [u8; 16]) -> Self {
        let mut rest = u128::from_be_bytes(random);
        let letters = (0..DRAWN).map(|_| {
            let at = usize::try_from(rest % 20).unwrap_or_default();
            rest /= 20;
            CONSONANTS.get(at).copied().map_or('B', char::from)
        });
        Self(letters.collect())
    }

    /// True for a letter that an office gave.
    pub fn is_given(&self) -> bool {
        self.0.len() < DRAWN
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A longer mark is set off from the number: `RAB07` could be a rescue or a case of two laptops.
    fn is_set_off(&self) -> bool {
        self.0.len() > 1
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A reference number. The laptop's mark keeps two laptops that number at once apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    office: String,
    year: i32,
    kind: Option<String>,
    laptop: Mark,
    number: u32,
}

impl Reference {
    /// Makes the reference with `number` for a record kind's letters (none for a case).
    pub fn new(office: &str, year: i32, kind: Option<&str>, laptop: &Mark, number: u32) -> Self {
        Self {
            office: office.to_owned(),
            year,
            kind: kind.map(str::to_owned),
            laptop: laptop.clone(),
            number,
        }
    }

    /// Reads a reference as it is written: `PNH-2026-RA07`, `PNH-2026-RAB-07`, `PNH-2026-BCDFGH-0001`. No text reads as two.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (office, year, letters) = (parts.next()?, parts.next()?, parts.next()?);
        let (letters, number) = match parts.next() {
            Some(number) => (letters, number),
            None => letters.split_at(letters.find(|c: char| c.is_ascii_digit())?),
        };
        let of_laptop = match (text.matches('-').count(), letters.len()) {
            (2, _) => 1,
            (_, ..=4) => 2,
            _ => DRAWN,
        };
        let (kind, laptop) = letters.split_at_checked(letters.len().checked_sub(of_laptop)?)?;
        let kind = Some(kind).filter(|kind| !kind.is_empty());
        let read = Self::new(office, year.parse().ok()?, kind, &Mark::read(laptop)?, number.parse().ok()?);
        let sound = Self::is_office(office) && kind.is_none_or(Self::is_kind) && read.to_string() == text;
        sound.then_some(read)
    }

    /// Everything before the number: references that share it, and go on with a digit, are numbered in one row.
    pub fn row(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or_default();
        let set_off = if self.laptop.is_set_off() { "-" } else { "" };
        format!("{}-{}-{kind}{}{set_off}", self.office, self.year, self.laptop)
    }

    /// What stands for the laptop that gave it.
    pub const fn laptop(&self) -> &Mark {
        &self.laptop
    }

    /// True for an office code that can begin a reference: two to six capital letters.
    pub fn is_office(code: &str) -> bool {
        (2..=6).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase())
    }

    /// True for the letters of a record kind: one or two capital letters.
    pub fn is_kind(letters: &str) -> bool {
        (1..=2).contains(&letters.len()) && letters.chars().all(|c| c.is_ascii_uppercase())
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Cases run into the thousands in a year, rescues do not: 4 digits and 2, more when they are needed.
        let width = if self.kind.is_some() { 2 } else { 4 };
        write!(f, "{}{:0width$}", self.row(), self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Mark, Reference};
    use proptest::prelude::*;

    fn mark(text: &str) -> Mark {
        Mark::read(text).unwrap()
    }

    #[test]
    fn reads_as_in_the_office() {
        let said = |year, kind, laptop: &str, number| {
            Reference::new("PNH", year, kind, &mark(laptop), number).to_string()
        };
        assert_eq!(said(2023, None, "A", 42), "PNH-2023-A0042");
        assert_eq!(said(2023, Some("R"), "A", 7), "PNH-2023-RA07");
        assert_eq!(said(2023, Some("M"), "B", 123), "PNH-2023-MB123");
        assert_eq!(said(2026, Some("R"), "AB", 7), "PNH-2026-RAB-07");
        assert_eq!(said(2026, None, "AB", 42), "PNH-2026-AB-0042");
        assert_eq!(said(2026, None, "BCDFGH", 1), "PNH-2026-BCDFGH-0001");
    }

    #[test]
    fn an_office_is_a_few_capital_letters() {
        assert!(Reference::is_office("PNH"));
        for bad in ["", "P", "pnh", "PNH1", "PHNOMPEN"] {
            assert!(!Reference::is_office(bad), "{bad}");
        }
    }

    #[test]
    fn an_office_gives_702_letters_and_no_more() {
        let all: Vec<String> =
            (0..Mark::LETTERS).map(|given| Mark::letter(given).unwrap().to_string()).collect();
        let said: Vec<&str> = [0, 25, 26, 27, 52, 701].iter().map(|at| all[*at].as_str()).collect();
        assert_eq!(said, ["A", "Z", "AA", "AB", "BA", "ZZ"]);
        assert_eq!(all.iter().collect::<std::collections::BTreeSet<_>>().len(), 702);
        assert!(all.iter().all(|letter| mark(letter).is_given()));
        assert_eq!(Mark::letter(702), None);
    }

    #[test]
    fn what_is_no_reference_is_none() {
        for bad in [
            "",
            "PNH",
            "PNH-2026",
            "PNH-2026-",
            "PNH-2026-A",
            "PNH-2026-A42",
            "PNH-2026-A00042",
            "PNH-2026-a0042",
            "PNH-2026-R-07",
            "PNH-2026-A-0042",
            "PNH-2026-BCDFGA-0001",
            "PNH-2026-BCDFG-0001",
            "pnh-2026-A0042",
            "PNH-02026-A0042",
            "PNH-2026-A0042-1",
            "PNH-2026-RÄ07",
            "PNH-2026-A+042",
            "PNH-2026-RRRAB-07",
            "PNH-2026-A99999999999",
        ] {
            assert_eq!(Reference::parse(bad), None, "{bad}");
        }
    }

    prop_compose! {
        fn any_reference()(
            office in "[A-Z]{2,6}",
            year in 1000..9999,
            kind in prop::option::of("[A-Z]{1,2}"),
            laptop in prop_oneof!["[A-Z]{1,2}", "[BCDFGHJKLMNPQRSTVWXZ]{6}"],
            number in 0..2_000_000_u32,
        ) -> Reference {
            Reference::new(&office, year, kind.as_deref(), &mark(&laptop), number)
        }
    }

    proptest! {
        #[test]
        fn every_reference_reads_back_as_itself(one in any_reference()) {
            prop_assert_eq!(Reference::parse(&one.to_string()), Some(one));
        }

        #[test]
        fn no_two_references_are_written_alike(a in any_reference(), b in any_reference()) {
            prop_assert_eq!(a == b, a.to_string() == b.to_string());
            // A row goes on with a digit: no reference stands in another's row.
            let in_row = |one: &Reference, row: &str| {
                one.to_string().strip_prefix(row).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            };
            prop_assert_eq!(a.row() == b.row(), in_row(&a, &b.row()));
        }

        #[test]
        fn any_text_reads_as_it_is_written_or_not_at_all(text in "(PNH|JK)-20[0-9]{2}-[A-Z]{0,8}-?[0-9]{0,5}|\\PC{0,20}") {
            if let Some(read) = Reference::parse(&text) {
                prop_assert_eq!(read.to_string(), text);
            }
        }

        #[test]
        fn what_a_laptop_draws_is_a_mark_of_its_own_kind(random: [u8; 16]) {
            let drawn = Mark::drawn(random);
            prop_assert!(!drawn.is_given());
            prop_assert_eq!(Mark::read(drawn.as_str()), Some(drawn));
        }
    }
}
