//! Countries by ISO 3166-1. Owns the code and the names by which officers know it; refuses codes outside the standard
//! (the machine readable zone has some of its own, which stay there).

use super::{
    dictionary,
    fold::key,
    refusal::{Doubt, NotCanonical, unreadable},
};
use crate::words::Words;
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

static SPELLINGS: &str = include_str!("../../../../assets/places/countries.csv");

/// A country by its ISO 3166-1 alpha-2 code, which is its canonical form: `ID`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country(&'static str);

impl Country {
    /// The country with this upper-case alpha-2 code.
    ///
    /// # Errors
    /// [`NotCanonical`] for anything that the standard does not list.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let found = rust_iso3166::from_alpha2(canonical);
        found.map(|code| Self(code.alpha2)).ok_or(NotCanonical { kind: "country" })
    }

    /// The country with a code that the place lists begin with; a test holds that each of them is in the standard.
    pub(super) const fn listed(alpha2: &'static str) -> Self {
        Self(alpha2)
    }

    /// The country with this upper-case alpha-3 code, as passports write it; `None` outside the standard.
    pub fn from_alpha3(code: &str) -> Option<Self> {
        rust_iso3166::from_alpha3(code).map(|found| Self(found.alpha2))
    }

    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        match Self::named(typed) {
            Some(country) => Ok(country),
            None => unreadable(0, "country-unknown"),
        }
    }

    /// The country called `typed`, by code or by name in any language.
    pub(crate) fn named(typed: &str) -> Option<Self> {
        NAMES.get(&key(typed)).copied()
    }

    /// The alpha-2 code: `ID`.
    pub const fn alpha2(self) -> &'static str {
        self.0
    }

    /// The alpha-3 code: `IDN`.
    pub fn alpha3(self) -> &'static str {
        rust_iso3166::from_alpha2(self.0).map_or(self.0, |code| code.alpha3)
    }

    /// The country's name; in English where the dictionary has none.
    pub fn name(self, words: &Words) -> Cow<'_, str> {
        let word_key = self.word_key();
        if words.has(&word_key) { words.get(&word_key) } else { Cow::Borrowed(self.english()) }
    }

    fn word_key(self) -> String {
        format!("country-{}", self.0.to_ascii_lowercase())
    }

    fn english(self) -> &'static str {
        let name = rust_iso3166::from_alpha2(self.0).map_or(self.0, |code| code.name);
        name.split(" (").next().unwrap_or(name)
    }
}

/// Later entries never displace earlier ones, so that codes win over names and the dictionary over other spellings.
static NAMES: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let all = || rust_iso3166::ALL.iter().map(|code| (code, Country(code.alpha2)));
    for (code, country) in all() {
        names.insert(key(code.alpha2), country);
        names.insert(key(code.alpha3), country);
    }
    for (code, country) in all() {
        for words in dictionary::all() {
            if words.has(&country.word_key()) {
                names.entry(key(&words.get(&country.word_key()))).or_insert(country);
            }
        }
        names.entry(key(code.name)).or_insert(country);
    }
    for [code, spelling] in dictionary::rows(SPELLINGS) {
        if let Ok(country) = Country::read(code) {
            names.entry(key(spelling)).or_insert(country);
        }
    }
    // The short names last: two Congos share one, and it must not hide a name of its own.
    for (_, country) in all() {
        names.entry(key(country.english())).or_insert(country);
    }
    names
});

#[cfg(test)]
mod tests {
    use super::{Country, SPELLINGS};
    use crate::{
        values::dictionary,
        words::{Lang, Words},
    };

    #[test]
    fn countries_are_known_by_code_and_by_name() {
        for (typed, code) in [
            ("ID", "ID"),
            ("idn", "ID"),
            ("Indonesia", "ID"),
            ("RI", "ID"),
            ("ឥណ្ឌូនេស៊ី", "ID"),
            ("Kamboja", "KH"),
            ("Cambodia", "KH"),
            ("kampuchea", "KH"),
            ("កម្ពុជា", "KH"),
            ("Thailand", "TH"),
            ("Filipina", "PH"),
            ("philippines", "PH"),
            ("Vietnam", "VN"),
            ("Viet Nam", "VN"),
            ("Laos", "LA"),
            ("Burma", "MM"),
            ("Côte d'Ivoire", "CI"),
            ("Tiongkok", "CN"),
            ("ម៉ាឡេស៊ី", "MY"),
        ] {
            assert_eq!(Country::parse(typed).map(Country::alpha2), Ok(code), "{typed}");
        }
        assert!(Country::parse("Utopia").is_err());
    }

    #[test]
    fn reading_is_strict() {
        assert_eq!(Country::read("ID").unwrap().alpha3(), "IDN");
        for not in ["id", "IDN", "UTO", "", "XX"] {
            assert!(Country::read(not).is_err(), "{not}");
        }
        assert_eq!(Country::from_alpha3("KHM").map(Country::alpha2), Some("KH"));
        assert_eq!(Country::from_alpha3("UTO"), None);
    }

    #[test]
    fn names_follow_the_reader() {
        let khmer = Country::read("KH").unwrap();
        assert_eq!(
            Lang::ALL.map(|lang| khmer.name(&Words::new(lang)).into_owned()),
            ["Kamboja", "Cambodia", "កម្ពុជា"]
        );
        assert_eq!(Country::read("FR").unwrap().name(&Words::new(Lang::Km)), "France");
    }

    #[test]
    fn every_spelling_names_a_country() {
        assert!(dictionary::rows::<2>(SPELLINGS).count() > 10);
        for [code, spelling] in dictionary::rows(SPELLINGS) {
            assert_eq!(Country::parse(spelling).map(Country::alpha2), Ok(code), "{spelling}");
        }
    }
}
