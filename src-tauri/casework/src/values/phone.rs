//! Phone numbers. Owns reading a number in the home or host country's habit; refuses to lose one that it cannot verify,
//! and to choose between two countries.

use super::{
    fold::{collapse, with_ascii_digits},
    redacted,
    refusal::{Doubt, NotCanonical, ambiguous, reading, unreadable},
    text::{is_forbidden, is_normal},
};
use crate::{
    values::{Country, Typing},
    words::Words,
};
use phonenumber::{Mode, PhoneNumber};
use unicode_normalization::UnicodeNormalization;

const LIMIT: usize = 60;

/// A phone number. Canonical form: E.164 where the number is valid, `+6281234567890`, an extension after it as in
/// RFC 3966, `+85523123456;ext=12`; else a question mark and the number as it was typed, `?0812 34`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Phone {
    /// Valid in its country's numbering plan.
    Valid {
        /// E.164: `+6281234567890`.
        e164: String,
        /// The extension, digits.
        extension: Option<String>,
    },
    /// Kept as it was typed, because no numbering plan knows it.
    AsTyped(String),
}

impl Phone {
    pub(crate) fn parse(typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        if let Some(at) = typed.chars().position(|c| is_forbidden(c) && c != '\t') {
            return unreadable(at, "text-control");
        }
        let text = collapse(&with_ascii_digits(&typed.nfc().collect::<String>()));
        if text.is_empty() {
            return unreadable(0, "value-empty");
        }
        if text.chars().count() > LIMIT {
            return unreadable(LIMIT, "text-too-long");
        }
        if !text.contains(|c: char| c.is_ascii_digit()) {
            return unreadable(0, "phone-no-digits");
        }
        if let Ok(read) = Self::read(&text) {
            return Ok(read);
        }
        let (number, extension) = cut_extension(&text);
        let mut found = Vec::new();
        for form in spellings(number) {
            for country in [typing.home, typing.host] {
                if let Some(e164) = valid(&form, Some(country))
                    && !found.contains(&e164)
                {
                    found.push(e164);
                }
            }
            if !found.is_empty() {
                break;
            }
        }
        let whole = |e164: String| Self::Valid { e164, extension: extension.clone() };
        match found.as_slice() {
            [] => Ok(Self::AsTyped(text.trim_start_matches('?').trim().to_owned())),
            [only] => Ok(whole(only.clone())),
            several => ambiguous(
                "phone-which-country",
                several
                    .iter()
                    .map(|e164| reading(whole(e164.clone()).canonical(), "phone-country"))
                    .collect(),
            ),
        }
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling, and for a number that is not valid and bears no mark.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let read = || {
            if let Some(kept) = canonical.strip_prefix('?') {
                let plain = collapse(kept) == kept && !kept.starts_with('?') && is_normal(kept);
                let sound =
                    plain && !kept.contains(is_forbidden) && kept.contains(|c: char| c.is_ascii_digit());
                return (sound && kept.chars().count() <= LIMIT).then(|| Self::AsTyped(kept.to_owned()));
            }
            let (e164, extension) = match canonical.split_once(";ext=") {
                Some((e164, extension)) => (e164, Some(extension)),
                None => (canonical, None),
            };
            let sound = |ext: &str| (1..=8).contains(&ext.len()) && ext.bytes().all(|b| b.is_ascii_digit());
            let same = e164.starts_with('+') && valid(e164, None).is_some_and(|again| again == e164);
            let whole = same && extension.is_none_or(sound);
            whole.then(|| Self::Valid { e164: e164.to_owned(), extension: extension.map(str::to_owned) })
        };
        read().ok_or(NotCanonical { kind: "phone number" })
    }

    /// The canonical form.
    pub fn canonical(&self) -> String {
        match self {
            Self::AsTyped(kept) => format!("?{kept}"),
            Self::Valid { e164, extension: None } => e164.clone(),
            Self::Valid { e164, extension: Some(extension) } => format!("{e164};ext={extension}"),
        }
    }

    /// True when a numbering plan knows the number.
    pub const fn is_valid(&self) -> bool {
        matches!(self, Self::Valid { .. })
    }

    /// The number as one would dial it from abroad; an unverified one as it was typed, and marked so.
    pub fn display(&self, words: &Words) -> String {
        match self {
            Self::AsTyped(kept) => words.fill("phone-unverified", &[("number", kept)]),
            Self::Valid { e164, extension } => {
                let spaced =
                    number_of(e164, None).map(|number| number.format().mode(Mode::International).to_string());
                let spaced = spaced.unwrap_or_else(|| e164.clone());
                match extension {
                    Some(extension) => {
                        words.fill("phone-extension", &[("number", &spaced), ("extension", extension)])
                    }
                    None => spaced,
                }
            }
        }
    }
}

redacted!(Phone);

fn number_of(text: &str, country: Option<Country>) -> Option<PhoneNumber> {
    let region = country.and_then(|country| country.alpha2().parse().ok());
    phonenumber::parse(region, text).ok().filter(phonenumber::is_valid)
}

/// The number in E.164 when a numbering plan knows it.
fn valid(text: &str, country: Option<Country>) -> Option<String> {
    number_of(text, country).map(|number| number.format().mode(Mode::E164).to_string())
}

/// The number as typed, and as it was meant: `00` and `(0)` of those who dial abroad, a country code without its plus.
fn spellings(number: &str) -> Vec<String> {
    let bare: String =
        number.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    // A number with other signs than these holds words; it stays as typed.
    let signs = number.chars().all(|c| c.is_ascii_digit() || " +-().–/".contains(c));
    if !signs || bare.chars().skip(1).any(|c| c == '+') {
        return Vec::new();
    }
    match (bare.strip_prefix("00"), bare.starts_with(['+', '0'])) {
        (Some(abroad), _) => vec![format!("+{abroad}")],
        (None, true) => vec![bare],
        (None, false) => vec![bare.clone(), format!("+{bare}")],
    }
}

/// Cuts "ext. 12" and ";ext=12" off.
fn cut_extension(text: &str) -> (&str, Option<String>) {
    const MARKS: [&str; 5] = [";ext=", "ekstensi", "ext", "eks", "x"];
    let lower = text.to_ascii_lowercase();
    let Some((at, mark)) = MARKS.iter().find_map(|mark| lower.find(mark).map(|at| (at, mark))) else {
        return (text, None);
    };
    let tail: &str = text.get(at + mark.len()..).unwrap_or_default();
    let digits = tail.trim_matches(|c: char| c == '.' || c == ':' || c.is_whitespace());
    if (1..=8).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) {
        (text.get(..at).unwrap_or(text).trim_end(), Some(digits.to_owned()))
    } else {
        (text, None)
    }
}

#[cfg(test)]
mod tests {
    use super::Phone;
    use crate::{
        values::{refusal::Doubt, testing::typing},
        words::{Lang, Words},
    };

    #[test]
    fn numbers_are_read_in_the_habit_of_two_countries() {
        for (typed, canonical) in [
            ("0812-3456-7890", "+6281234567890"),
            ("+62 812 3456 7890", "+6281234567890"),
            ("62 812 3456 7890", "+6281234567890"),
            ("0062 812 3456 7890", "+6281234567890"),
            ("+62 (0)812 3456 7890", "+6281234567890"),
            ("០១២ ៣៤៥ ៦៧៨", "+85512345678"),
            ("+855 12 345 678", "+85512345678"),
            ("+66 2 123 4567", "+6621234567"),
            ("66 81 234 5678", "+66812345678"),
            ("(021) 5551234 ext. 12", "+62215551234;ext=12"),
            ("0812 34", "?0812 34"),
            ("110", "?110"),
            ("0812 3456 7890 (ibu)", "?0812 3456 7890 (ibu)"),
        ] {
            let phone = Phone::parse(typed, &typing()).unwrap_or_else(|doubt| panic!("{typed}: {doubt:?}"));
            assert_eq!(phone.canonical(), canonical, "{typed}");
            assert_eq!(Phone::read(canonical), Ok(phone), "{typed}");
        }
        assert_eq!(Phone::parse("tidak punya", &typing()), Err(Doubt::Unreadable(0, "phone-no-digits")));
    }

    #[test]
    fn a_number_valid_in_both_countries_is_asked() {
        let Err(Doubt::Ambiguous(question, readings)) = Phone::parse("023 234 567", &typing()) else {
            panic!("not asked");
        };
        assert_eq!(question, "phone-which-country");
        assert!(readings.iter().any(|reading| reading.canonical.starts_with("+855")));
        assert!(readings.iter().any(|reading| reading.canonical.starts_with("+62")));
    }

    #[test]
    fn reading_is_strict() {
        for not in ["081234567890", "+62 81234567890", "+6281", "??1", "? 1", "+6281234567890;ext=", "?ab"] {
            assert!(Phone::read(not).is_err(), "{not}");
        }
        let words = Words::new(Lang::En);
        assert_eq!(Phone::read("+6281234567890").unwrap().display(&words), "+62 812-3456-7890");
    }
}
