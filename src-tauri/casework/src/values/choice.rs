//! Closed questions: one of a field's options, yes or no, a whole number. Owns the words for them in three languages;
//! refuses an option that the form does not list.

use super::{
    dictionary,
    fold::{ascii_digit, key},
    refusal::{Doubt, NotCanonical, unreadable},
};
use crate::form::Field;

/// One of a field's options. Its canonical form is the option's id; it also knows its word, so that it can be shown
/// without the form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Choice {
    option: String,
    word_key: String,
}

impl Choice {
    /// The option of `field` with this id or with this word in any language.
    pub(crate) fn parse(field: &Field, typed: &str) -> Result<Self, Doubt> {
        let wanted = key(typed);
        let by_id = field.options.iter().find(|option| !wanted.is_empty() && key(option) == wanted);
        let says = |option: &&String| {
            let word_key = field.option_key(option);
            dictionary::says(typed, &word_key) || dictionary::also_says(typed, &word_key)
        };
        let by_word = || field.options.iter().find(says);
        match by_id.or_else(by_word) {
            Some(option) => Ok(Self::of(field, option)),
            None => unreadable(0, "choice-unknown"),
        }
    }

    pub(crate) fn read(field: &Field, canonical: &str) -> Result<Self, NotCanonical> {
        let listed = field.options.iter().find(|option| *option == canonical);
        listed.map(|option| Self::of(field, option)).ok_or(NotCanonical { kind: "choice" })
    }

    fn of(field: &Field, option: &str) -> Self {
        Self { option: option.to_owned(), word_key: field.option_key(option) }
    }

    /// The option's id.
    pub fn as_str(&self) -> &str {
        &self.option
    }

    /// The dictionary's key of the option's word.
    pub fn word_key(&self) -> &str {
        &self.word_key
    }
}

/// Yes or no in any language, or its first letter.
pub(crate) fn parse_yes_no(typed: &str) -> Result<bool, Doubt> {
    const YES: [&str; 10] = ["y", "ya", "iya", "yes", "true", "ada", "benar", "បាទ", "ចាស", "មាន"];
    const NO: [&str; 10] = ["n", "no", "អត់", "t", "tidak", "tdk", "bukan", "false", "tidakada", "គ្មាន"];
    let said = key(typed);
    if YES.contains(&said.as_str()) || dictionary::says(typed, "val-yes") {
        Ok(true)
    } else if NO.contains(&said.as_str()) || dictionary::says(typed, "val-no") {
        Ok(false)
    } else {
        unreadable(0, "yes-no-unknown")
    }
}

/// Canonical yes or no: `yes`, `no`.
pub(crate) fn read_yes_no(canonical: &str) -> Result<bool, NotCanonical> {
    match canonical {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(NotCanonical { kind: "yes or no" }),
    }
}

/// A whole number: digits of any script, in thousands by dots, commas or spaces. A fraction is refused, not rounded.
pub(crate) fn parse_number(typed: &str) -> Result<i64, Doubt> {
    let start = typed.chars().take_while(|c| c.is_whitespace()).count();
    let text = typed.trim();
    let (minus, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let offset = start + text.chars().count() - body.chars().count();
    let mut number: i64 = 0;
    let mut groups = vec![0_usize];
    for (at, c) in body.chars().enumerate() {
        if let Some(digit) = ascii_digit(c).and_then(|digit| digit.to_digit(10)) {
            let next = number.checked_mul(10).and_then(|tens| tens.checked_add(i64::from(digit)));
            let Some(next) = next else { return unreadable(offset + at, "number-too-large") };
            number = next;
            if let Some(group) = groups.last_mut() {
                *group += 1;
            }
        } else if matches!(c, '.' | ',' | ' ' | '\u{A0}' | '\u{202F}') {
            groups.push(0);
        } else {
            return unreadable(offset + at, "number-unreadable");
        }
    }
    let whole = match groups.as_slice() {
        [only] => *only > 0,
        [first, rest @ ..] => (1..=3).contains(first) && rest.iter().all(|digits| *digits == 3),
        [] => false,
    };
    match whole {
        true => Ok(if minus { -number } else { number }),
        false => unreadable(offset, if body.is_empty() { "value-empty" } else { "number-not-whole" }),
    }
}

/// Canonical number: decimal digits with no leading zero, a minus where it is negative.
pub(crate) fn read_number(canonical: &str) -> Result<i64, NotCanonical> {
    let number: i64 = canonical.parse().map_err(|_| NotCanonical { kind: "number" })?;
    if number.to_string() == canonical { Ok(number) } else { Err(NotCanonical { kind: "number" }) }
}

#[cfg(test)]
mod tests {
    use super::{parse_number, parse_yes_no, read_number};
    use crate::values::refusal::Doubt;

    #[test]
    fn yes_and_no_in_three_languages() {
        for typed in ["Ya", "YES", "y", "បាទ"] {
            assert_eq!(parse_yes_no(typed), Ok(true), "{typed}");
        }
        for typed in ["tidak", "No", "ទេ"] {
            assert_eq!(parse_yes_no(typed), Ok(false), "{typed}");
        }
        assert!(parse_yes_no("maybe").is_err());
    }

    #[test]
    fn numbers_of_any_script() {
        for (typed, number) in
            [("28", 28), ("២៨", 28), (" 1.250 ", 1250), ("1,250,000", 1_250_000), ("-5", -5), ("007", 7)]
        {
            assert_eq!(parse_number(typed), Ok(number), "{typed}");
        }
        assert_eq!(parse_number("1.5"), Err(Doubt::Unreadable(0, "number-not-whole")));
        assert_eq!(parse_number("1250.000"), Err(Doubt::Unreadable(0, "number-not-whole")));
        assert_eq!(parse_number(" 12x"), Err(Doubt::Unreadable(3, "number-unreadable")));
        assert_eq!(parse_number("99999999999999999999"), Err(Doubt::Unreadable(18, "number-too-large")));
        assert_eq!(parse_number(""), Err(Doubt::Unreadable(0, "value-empty")));
        assert!(read_number("007").is_err());
        assert_eq!(read_number("-5"), Ok(-5));
    }
}
