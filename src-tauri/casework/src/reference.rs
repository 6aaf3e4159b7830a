//! Short references that people read out on the phone: `PNH-2023-A0042` is a case, `PNH-2023-RA07` a rescue. Owns their
//! shape; refuses meaning beyond office, year, kind, laptop and number, and never a person's own data.

use std::fmt;

/// A reference number. The laptop's letter keeps two laptops that number at once apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    office: String,
    year: i32,
    kind: Option<String>,
    laptop: char,
    number: u32,
}

impl Reference {
    /// Makes the reference with `number` for a record kind's letters (none for a case).
    pub fn new(office: &str, year: i32, kind: Option<&str>, laptop: char, number: u32) -> Self {
        Self { office: office.to_owned(), year, kind: kind.map(str::to_owned), laptop, number }
    }

    /// Everything before the number: references that share it are numbered in one row.
    pub fn row(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or_default();
        format!("{}-{}-{kind}{}", self.office, self.year, self.laptop)
    }

    /// True for an office code that can begin a reference: two to six capital letters.
    pub fn is_office(code: &str) -> bool {
        (2..=6).contains(&code.len()) && code.chars().all(|c| c.is_ascii_uppercase())
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
    use super::Reference;

    #[test]
    fn reads_as_in_the_office() {
        assert_eq!(Reference::new("PNH", 2023, None, 'A', 42).to_string(), "PNH-2023-A0042");
        assert_eq!(Reference::new("PNH", 2023, Some("R"), 'A', 7).to_string(), "PNH-2023-RA07");
        assert_eq!(Reference::new("PNH", 2023, Some("M"), 'B', 123).to_string(), "PNH-2023-MB123");
    }

    #[test]
    fn an_office_is_a_few_capital_letters() {
        assert!(Reference::is_office("PNH"));
        for bad in ["", "P", "pnh", "PNH1", "PHNOMPEN"] {
            assert!(!Reference::is_office(bad), "{bad}");
        }
    }
}
