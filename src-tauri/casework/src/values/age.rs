//! Ages as people tell them. Owns what an age says about a birth; refuses to turn it into the first of January.

use super::{
    date::{PartialDate, Sort, lex},
    refusal::{Doubt, NotCanonical, unreadable},
};
use crate::{values::Typing, words::Words};
use chrono::{Months, NaiveDate};
use std::fmt;

const OLDEST: u32 = 130;

/// An age in whole years as somebody told it on a day. Canonical form: `24@2023-06-28`, about 24 `24~@2023-06-28`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct AgeAsTold {
    years: u32,
    about: bool,
    told_on: NaiveDate,
}

impl AgeAsTold {
    pub(crate) fn parse(typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        if let Ok(age) = Self::read(typed.trim()) {
            return Ok(age);
        }
        let (said, day) = split_day(typed);
        let told_on = match day {
            None => typing.today,
            Some((at, text)) => match PartialDate::parse(&text, typing) {
                Ok(date) => match date.exact() {
                    Some(day) => day,
                    None => return unreadable(at, "age-needs-day"),
                },
                Err(Doubt::Unreadable(inside, why)) => return unreadable(at + inside, why),
                Err(Doubt::Ambiguous(..)) => return unreadable(at, "age-needs-day"),
            },
        };
        let (mut years, mut about) = (None, false);
        for token in lex(&said) {
            match token.sort {
                Sort::Number(Some(value), 1..=3) if years.is_none() && value <= OLDEST => years = Some(value),
                Sort::Number(..) => return unreadable(token.at, "age-out-of-range"),
                Sort::Word(word) if ABOUT.contains(&word.as_str()) => about = true,
                Sort::Word(word) if FILLER.contains(&word.as_str()) => {}
                Sort::Sign('~' | '±' | '≈' | '?') => about = true,
                Sort::Sign('.' | ',' | '-' | '(' | ')') => {}
                Sort::Word(_) | Sort::Sign(_) => return unreadable(token.at, "age-word"),
            }
        }
        match years {
            Some(years) => Ok(Self { years, about, told_on }),
            None => unreadable(0, if typed.trim().is_empty() { "value-empty" } else { "age-word" }),
        }
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling, an age over 130, or a day that the calendar lacks.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let read = || {
            let (age, day) = canonical.split_once('@')?;
            let (age, about) = age.strip_suffix('~').map_or((age, false), |age| (age, true));
            let told_on = PartialDate::read(day).ok()?.exact()?;
            let years = age.parse().ok().filter(|years| *years <= OLDEST)?;
            let read = Self { years, about, told_on };
            (read.to_string() == canonical).then_some(read)
        };
        read().ok_or(NotCanonical { kind: "age" })
    }

    /// The age in whole years.
    pub const fn years(self) -> u32 {
        self.years
    }

    /// True when it was told as about right.
    pub const fn is_about(self) -> bool {
        self.about
    }

    /// The day it was told.
    pub const fn told_on(self) -> NaiveDate {
        self.told_on
    }

    /// The first and last day on which somebody of exactly this age was born. "About" widens nothing.
    pub fn birth_between(self) -> (NaiveDate, NaiveDate) {
        let back =
            |years: u32| self.told_on.checked_sub_months(Months::new(years * 12)).unwrap_or(self.told_on);
        let first = back(self.years + 1);
        (first.succ_opt().unwrap_or(first), back(self.years))
    }

    /// The age in words.
    pub fn display(self, words: &Words) -> String {
        let key = if self.about { "age-about" } else { "age-told" };
        let date = PartialDate::day(self.told_on).display(words);
        words.fill(key, &[("years", &self.years.to_string()), ("date", &date)])
    }

    /// Sorts by age, then by the day it was told.
    pub fn sort_key(self) -> String {
        format!("{:03}@{}", self.years, self.told_on)
    }
}

impl fmt::Display for AgeAsTold {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}@{}", self.years, if self.about { "~" } else { "" }, self.told_on)
    }
}

const ABOUT: [&str; 12] = [
    "sekitar",
    "kira",
    "kurang",
    "lebih",
    "kl",
    "about",
    "around",
    "circa",
    "approx",
    "approximately",
    "ប្រហែល",
    "ប្រមាណ",
];
const FILLER: [&str; 20] = [
    "tahun",
    "thn",
    "th",
    "umur",
    "usia",
    "berusia",
    "berumur",
    "years",
    "year",
    "yrs",
    "yr",
    "y",
    "o",
    "yo",
    "old",
    "age",
    "aged",
    "ឆ្នាំ",
    "អាយុ",
    "of",
];

/// Cuts "24 @ 28/6/2023" or "24 tahun pada 28 Juni 2023" into the age and the day with its place.
fn split_day(typed: &str) -> (String, Option<(usize, String)>) {
    const ON: [&str; 6] = ["@", " pada ", " on ", " per ", " as of ", " នៅ"];
    let lower = typed.to_ascii_lowercase();
    match ON.iter().find_map(|on| lower.find(on).map(|at| (at, at + on.len()))) {
        None => (typed.to_owned(), None),
        Some((from, to)) => {
            let head = typed.get(..from).unwrap_or_default().to_owned();
            let tail = typed.get(to..).unwrap_or_default().to_owned();
            (head, Some((typed.get(..to).map_or(0, |before| before.chars().count()), tail)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AgeAsTold;
    use crate::values::{refusal::Doubt, testing::typing};
    use chrono::NaiveDate;

    #[test]
    fn ages_are_read_as_told() {
        for (typed, canonical) in [
            ("24", "24@2023-10-05"),
            ("24 tahun", "24@2023-10-05"),
            ("umur 24 thn.", "24@2023-10-05"),
            ("24 y.o.", "24@2023-10-05"),
            ("24 years old", "24@2023-10-05"),
            ("អាយុ ២៤ ឆ្នាំ", "24@2023-10-05"),
            ("sekitar 17", "17~@2023-10-05"),
            ("kira-kira 17 tahun", "17~@2023-10-05"),
            ("24 tahun pada 28 Juni 2023", "24@2023-06-28"),
            ("24@2023-06-28", "24@2023-06-28"),
        ] {
            assert_eq!(
                AgeAsTold::parse(typed, &typing()).map(|age| age.to_string()).as_deref(),
                Ok(canonical),
                "{typed}"
            );
        }
        assert_eq!(AgeAsTold::parse(" 240", &typing()), Err(Doubt::Unreadable(1, "age-out-of-range")));
        assert_eq!(AgeAsTold::parse("24 bulan", &typing()), Err(Doubt::Unreadable(3, "age-word")));
        assert_eq!(
            AgeAsTold::parse("24 pada Juni 2023", &typing()),
            Err(Doubt::Unreadable(8, "age-needs-day"))
        );
        assert!(AgeAsTold::read("024@2023-06-28").is_err());
        assert!(AgeAsTold::read("24@2023-06").is_err());
    }

    #[test]
    fn an_age_is_a_span_of_births() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let age = AgeAsTold::read("17@2023-06-28").unwrap();
        assert_eq!(age.birth_between(), (day(2005, 6, 29), day(2006, 6, 28)));
        let leap = AgeAsTold::read("18@2024-02-29").unwrap();
        assert_eq!(leap.birth_between(), (day(2005, 3, 1), day(2006, 2, 28)));
    }
}
