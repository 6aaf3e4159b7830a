//! Languages by ISO 639-3. Owns the code and the names by which officers know it; refuses dialects without a code.

use super::{
    dictionary,
    fold::key,
    refusal::{Doubt, NotCanonical, unreadable},
};
use crate::words::Words;
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

/// The region's languages, whose names are words of the dictionary: `language-jav`.
const NAMED: [&str; 26] = [
    "ind", "khm", "eng", "jav", "sun", "mad", "min", "bug", "ban", "bjn", "ace", "bew", "sas", "bbc", "mak",
    "msa", "tha", "vie", "zho", "lao", "mya", "tgl", "hin", "ben", "nep", "nan",
];

/// A language by its ISO 639-3 code, which is its canonical form: `ind`. Many regional languages have no shorter code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Language(isolang::Language);

impl Language {
    /// The language with this lower-case ISO 639-3 code.
    ///
    /// # Errors
    /// [`NotCanonical`] for anything that the standard does not list.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let found = isolang::Language::from_639_3(canonical).filter(|found| found.to_639_3() == canonical);
        found.map(Self).ok_or(NotCanonical { kind: "language" })
    }

    pub(crate) fn parse(typed: &str) -> Result<Self, Doubt> {
        let whole = key(typed);
        let bare =
            ["bahasa", "basa", "ភាសា"].iter().find_map(|word| whole.strip_prefix(*word)).unwrap_or(&whole);
        let named = NAMES.get(&whole).or_else(|| NAMES.get(bare)).copied();
        let coded =
            || isolang::Language::from_639_1(&whole).or_else(|| isolang::Language::from_639_3(&whole));
        match named.or_else(|| coded().map(Self)) {
            Some(language) => Ok(language),
            None => unreadable(0, "language-unknown"),
        }
    }

    /// The ISO 639-3 code: `ind`.
    pub fn code(self) -> &'static str {
        self.0.to_639_3()
    }

    /// The language's name; in English where the dictionary has none.
    pub fn name(self, words: &Words) -> Cow<'_, str> {
        let word_key = format!("language-{}", self.code());
        if words.has(&word_key) { words.get(&word_key) } else { Cow::Borrowed(self.0.to_name()) }
    }
}

static NAMES: LazyLock<HashMap<String, Language>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for language in NAMED.iter().filter_map(|code| Language::read(code).ok()) {
        for words in dictionary::all() {
            let said = key(&words.get(&format!("language-{}", language.code())));
            let bare = ["bahasa", "ភាសា"].iter().find_map(|word| said.strip_prefix(*word)).map(str::to_owned);
            names.entry(said).or_insert(language);
            if let Some(bare) = bare {
                names.entry(bare).or_insert(language);
            }
        }
    }
    for language in NAMED.iter().filter_map(|code| Language::read(code).ok()) {
        let also = format!("language-{}-also", language.code());
        for words in dictionary::all().iter().filter(|words| words.has(&also)) {
            for other in words.get(&also).split(';') {
                names.entry(key(other)).or_insert(language);
            }
        }
    }
    // English names carry remarks in brackets ("Malay (macrolanguage)"); the remark is not typed.
    for language in isolang::languages() {
        let english = language.to_name();
        names.entry(key(english)).or_insert(Language(language));
        let bare = english.split(" (").next().unwrap_or(english);
        names.entry(key(bare)).or_insert(Language(language));
    }
    names
});

#[cfg(test)]
mod tests {
    use super::{Language, NAMED};
    use crate::words::{Lang, Words};

    #[test]
    fn languages_are_known_by_code_and_by_name() {
        for (typed, code) in [
            ("id", "ind"),
            ("IND", "ind"),
            ("Bahasa Indonesia", "ind"),
            ("Indonesia", "ind"),
            ("bahasa jawa", "jav"),
            ("Jawa", "jav"),
            ("Javanese", "jav"),
            ("Khmer", "khm"),
            ("ភាសាខ្មែរ", "khm"),
            ("ខ្មែរ", "khm"),
            ("Inggris", "eng"),
            ("Sunda", "sun"),
            ("Sasak", "sas"),
            ("Mandarin", "zho"),
            ("French", "fra"),
            ("Bahasa Tetum", "tet"),
        ] {
            assert_eq!(Language::parse(typed).map(Language::code), Ok(code), "{typed}");
        }
        assert!(Language::parse("Klingonese").is_err());
        assert!(Language::parse("").is_err());
    }

    #[test]
    fn the_named_are_in_every_dictionary() {
        for code in NAMED {
            let language = Language::read(code).unwrap();
            for lang in Lang::ALL {
                let words = Words::new(lang);
                assert!(words.has(&format!("language-{code}")), "{code} in {lang}");
                assert_eq!(Language::parse(&language.name(&words)), Ok(language));
            }
        }
        assert!(Language::read("id").is_err());
    }
}
