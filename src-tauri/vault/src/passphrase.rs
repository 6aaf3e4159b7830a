//! Passphrases: typed ones, and new ones that must be good enough.
//!
//! Owns the canonical form that is hashed, for ever the same, and the policy for new ones. Refuses to show any.

use std::collections::HashSet;
use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use crate::{Error, Result, Weakness, entropy, words};

const LONGEST: usize = 1024;
const GENERATED_WORDS: usize = 6;
/// Five words of a list of 7,776 drawn at random are worth 64.6 bits.
const NEEDED_BITS: f64 = 64.0;
const LISTED_WORD_BITS: f64 = 12.92;
/// Any other run of letters counts as a word that some dictionary has.
const UNLISTED_WORD_BITS: f64 = 11.0;

/// What was typed to unlock, in the one form that is hashed; wiped when dropped.
///
/// The form: characters without width left out, NFKC, white space made one blank, none at the ends. So it does not
/// matter which keyboard, or how an invisible separator, was used.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what was typed.
    ///
    /// # Errors
    /// `WeakPassphrase(TooLong)` above 1024 bytes.
    pub fn parse(typed: &str) -> Result<Self> {
        if typed.len() > LONGEST {
            return Err(Error::WeakPassphrase(Weakness::TooLong));
        }
        // NFKC may grow a character many times over; reserved, so that no outgrown copy stays in memory unwiped.
        let mut canonical = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(20)));
        let mut gap = false;
        for c in typed.chars().filter(|c| has_width(*c)).nfkc() {
            if c.is_whitespace() {
                gap = !canonical.is_empty();
                continue;
            }
            if gap {
                canonical.push(' ');
                gap = false;
            }
            canonical.push(c);
        }
        Ok(Self(canonical))
    }

    pub(crate) fn expose(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Whether a character can be seen at all: Khmer is typed with invisible separators, or without.
pub(crate) const fn has_width(c: char) -> bool {
    !matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// A passphrase that is good enough to seal something with: only these can be set.
#[derive(Debug, Clone)]
pub struct NewPassphrase(Passphrase);

impl NewPassphrase {
    /// Six different words drawn at random from 7,770, which `choose` takes too: 77 bits.
    ///
    /// # Errors
    /// `NoEntropy`.
    pub fn generate() -> Result<Self> {
        // The list has words that everybody tries; a sheet with two of them would be refused when typed as one's own.
        let words = drawable();
        let count = u32::try_from(words.len()).map_err(|_| Error::NoEntropy)?;
        let mut text = Zeroizing::new(String::with_capacity(128));
        let mut drawn = 0;
        while drawn < GENERATED_WORDS {
            let at = usize::try_from(entropy::below(count)?).map_err(|_| Error::NoEntropy)?;
            let word = words.get(at).copied().ok_or(Error::NoEntropy)?;
            if text.split(' ').any(|had| had == word) {
                continue;
            }
            if drawn > 0 {
                text.push(' ');
            }
            text.push_str(word);
            drawn += 1;
        }
        Passphrase::parse(&text).map(Self)
    }

    /// Takes an officer's own, if it is worth 64 bits: five different words of a list, or as hard to guess.
    ///
    /// The estimate is honest only upwards: it reckons as if the words had been drawn at random, which people's words
    /// are not. `officer` is the name, whose parts count for nothing.
    ///
    /// # Errors
    /// `WeakPassphrase`.
    pub fn choose(typed: &str, officer: &str) -> Result<Self> {
        let passphrase = Passphrase::parse(typed)?;
        let found = estimate(&passphrase.0, &officer.nfkc().collect::<String>());
        if found.bits >= NEEDED_BITS {
            return Ok(Self(passphrase));
        }
        Err(Error::WeakPassphrase(if found.bits + found.common >= NEEDED_BITS {
            Weakness::Common
        } else if found.bits + found.common + found.repeated >= NEEDED_BITS {
            Weakness::Repeats
        } else {
            Weakness::TooGuessable { bits: whole(found.bits), needed: whole(NEEDED_BITS) }
        }))
    }

    /// For unlocking with it.
    pub const fn as_passphrase(&self) -> &Passphrase {
        &self.0
    }

    /// The words, for showing them once to the officer whose passphrase it is.
    pub fn reveal(&self) -> &str {
        &self.0.0
    }
}

/// The words of the list that are worth something.
fn drawable() -> Vec<&'static str> {
    words::LONG.iter().copied().filter(|word| !COMMON.contains(word)).collect()
}

/// Bits that count, and bits that would have counted but for what everybody tries, and for repetition.
#[derive(Default)]
struct Estimate {
    bits: f64,
    common: f64,
    repeated: f64,
}

fn estimate(passphrase: &str, officer: &str) -> Estimate {
    let lower = Zeroizing::new(passphrase.to_lowercase());
    let officer = officer.to_lowercase();
    let own: HashSet<&str> = officer.split_whitespace().collect();
    let mut seen = HashSet::new();
    let mut found = Estimate::default();
    for (word, typed) in lower.split(' ').zip(passphrase.split(' ')) {
        let bits = word_bits(word, typed);
        if COMMON.contains(&word) || own.contains(word) || is_row(word) {
            found.common += bits;
        } else if seen.insert(word) {
            found.bits += bits;
        } else {
            found.repeated += bits;
        }
    }
    found
}

/// What one word is worth at most: listed words and runs of letters as words, mixtures by their characters.
fn word_bits(word: &str, typed: &str) -> f64 {
    if words::all().any(|listed| listed == word) {
        return LISTED_WORD_BITS;
    }
    // A character that repeats or continues the one before it (aaaa, abcd, 4321) adds nothing.
    let mut fresh = 0;
    let mut before = None;
    for c in word.chars().map(u32::from) {
        if before.is_none_or(|b: u32| b.abs_diff(c) > 1) {
            fresh += 1;
        }
        before = Some(c);
    }
    let kinds = [
        typed.chars().any(char::is_lowercase),
        typed.chars().any(char::is_uppercase),
        typed.chars().any(char::is_numeric),
        typed.chars().any(|c| !c.is_alphanumeric()),
    ];
    let fresh = f64::from(fresh);
    match kinds.iter().filter(|kind| **kind).count() {
        0 | 1 if typed.chars().all(char::is_numeric) => fresh * 2.5,
        0 | 1 => (fresh * 2.5).min(UNLISTED_WORD_BITS),
        2 => (fresh * 2.5).min(UNLISTED_WORD_BITS * 2.0),
        _ => fresh * 3.5,
    }
}

/// A stretch of a keyboard row, forwards or backwards.
fn is_row(word: &str) -> bool {
    const ROWS: [&str; 8] = [
        "1234567890",
        "0987654321",
        "qwertyuiop",
        "poiuytrewq",
        "asdfghjkl",
        "lkjhgfdsa",
        "zxcvbnm",
        "mnbvcxz",
    ];
    word.chars().count() >= 3 && ROWS.iter().any(|row| row.contains(word))
}

/// Tried first by anybody who knows where the app is used; worth nothing.
const COMMON: [&str; 40] = [
    "password",
    "passphrase",
    "secret",
    "welcome",
    "admin",
    "letmein",
    "login",
    "correct",
    "horse",
    "battery",
    "staple",
    "sandi",
    "katasandi",
    "rahasia",
    "masuk",
    "selamat",
    "datang",
    "indonesia",
    "jakarta",
    "merdeka",
    "bismillah",
    "garuda",
    "pancasila",
    "bhinneka",
    "tunggal",
    "ika",
    "kedutaan",
    "embassy",
    "kbri",
    "konsuler",
    "pulang",
    "cambodia",
    "kamboja",
    "phnom",
    "penh",
    "sayang",
    "cinta",
    "iloveyou",
    "abc123",
    "p@ssw0rd",
];

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at most 1024 characters of some bits each"
)]
fn whole(bits: f64) -> u32 {
    bits.floor() as u32
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::{LISTED_WORD_BITS, NewPassphrase, Passphrase, drawable, estimate};
    use crate::{Error, Weakness};

    fn weakness(typed: &str) -> Option<Weakness> {
        match NewPassphrase::choose(typed, "Sari Dewi") {
            Err(Error::WeakPassphrase(weakness)) => Some(weakness),
            Err(other) => panic!("{other}"),
            Ok(_) => None,
        }
    }

    #[test]
    fn every_word_that_may_be_drawn_is_worth_a_word() {
        assert_eq!(drawable().len(), 7_770);
        for word in drawable() {
            assert!(estimate(word, "").bits >= LISTED_WORD_BITS);
        }
    }

    #[test]
    fn generated_ones_are_six_different_words_and_pass_their_own_policy() {
        for _ in 0..50 {
            let new = NewPassphrase::generate().unwrap();
            let words: HashSet<_> = new.reveal().split(' ').collect();
            assert_eq!(words.len(), 6);
            assert!(NewPassphrase::choose(new.reveal(), "Sari Dewi").is_ok());
        }
    }

    #[test]
    fn five_listed_words_pass_and_four_do_not() {
        assert_eq!(weakness("abacus abdomen zebra zesty walnut"), None);
        assert_eq!(
            weakness("abacus abdomen zebra zesty"),
            Some(Weakness::TooGuessable { bits: 51, needed: 64 })
        );
    }

    #[test]
    fn what_everybody_tries_is_refused() {
        assert!(matches!(weakness("Password123!"), Some(Weakness::TooGuessable { .. })));
        assert!(matches!(weakness("12345678901234567890"), Some(Weakness::TooGuessable { .. })));
        assert_eq!(weakness("abacus abacus abacus abacus abacus"), Some(Weakness::Repeats));
        assert_eq!(weakness("indonesia merdeka rahasia pancasila garuda bhinneka"), Some(Weakness::Common));
        assert!(matches!(
            weakness("qwertyuiop asdfghjkl zxcvbnm zebra"),
            Some(Weakness::TooGuessable { .. })
        ));
        assert!(matches!(
            weakness("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
            Some(Weakness::TooGuessable { .. })
        ));
        assert!(matches!(weakness(""), Some(Weakness::TooGuessable { bits: 0, .. })));
        assert_eq!(weakness(&"x".repeat(1025)), Some(Weakness::TooLong));
    }

    #[test]
    fn the_officers_own_name_counts_for_nothing() {
        assert_eq!(weakness("sari dewi zebra zesty walnut abacus"), Some(Weakness::Common));
    }

    #[test]
    fn words_of_another_language_and_random_characters_pass_when_there_are_enough() {
        assert_eq!(weakness("kerbau menyanyi diatas loteng kelurahan lapuk"), None);
        assert_eq!(weakness("xK9#vQ2!mZ7&tR4@pW8$"), None);
    }

    #[test]
    fn the_keyboard_does_not_matter() {
        let plain = Passphrase::parse("kué lapis").unwrap();
        for other in ["kue\u{301} lapis", "  kué\u{a0}\tlapis\n", "k\u{200b}ue\u{200d}\u{301} lapis"] {
            assert_eq!(Passphrase::parse(other).unwrap().expose(), plain.expose());
        }
        assert_ne!(Passphrase::parse("Kué lapis").unwrap().expose(), plain.expose());
    }

    proptest! {
        #[test]
        fn the_canonical_form_is_its_own(typed in "[\\PC\u{200b}\u{200d}\t]{0,40}") {
            let once = Passphrase::parse(&typed).unwrap();
            let twice = Passphrase::parse(std::str::from_utf8(once.expose()).unwrap()).unwrap();
            prop_assert_eq!(once.expose(), twice.expose());
        }
    }
}
