//! Where each size of document keeps what, and the check digits over it. Owns positions, counted over all lines run
//! together; refuses a zone at the first position that does not hold.

use super::{CheckDigit, MrzFormat};
use crate::values::date::Unit;
use std::ops::Range;

/// The positions of one size.
pub(super) struct Layout {
    issuer: Range<usize>,
    number: Range<usize>,
    pub(super) nationality: Range<usize>,
    pub(super) birth: Range<usize>,
    pub(super) sex: usize,
    pub(super) expiry: Range<usize>,
    pub(super) name: Range<usize>,
    /// Where a number longer than nine characters goes on, in a size that allows it.
    overflow: Option<Range<usize>>,
    /// A passport's personal number, which has a check digit of its own.
    personal: Option<Range<usize>>,
    composite: &'static [Range<usize>],
    /// The last digit, over several fields; a visa has none.
    composite_at: Option<usize>,
}

static TD1: Layout = Layout {
    issuer: 2..5,
    number: 5..14,
    nationality: 45..48,
    birth: 30..36,
    sex: 37,
    expiry: 38..44,
    name: 60..90,
    overflow: Some(15..30),
    personal: None,
    composite: &[5..30, 30..37, 38..45, 48..59],
    composite_at: Some(59),
};

static TD2: Layout = Layout {
    issuer: 2..5,
    number: 36..45,
    nationality: 46..49,
    birth: 49..55,
    sex: 56,
    expiry: 57..63,
    name: 5..36,
    overflow: Some(64..71),
    personal: None,
    composite: &[36..46, 49..56, 57..71],
    composite_at: Some(71),
};

static TD3: Layout = Layout {
    issuer: 2..5,
    number: 44..53,
    nationality: 54..57,
    birth: 57..63,
    sex: 64,
    expiry: 65..71,
    name: 5..44,
    overflow: None,
    personal: Some(72..86),
    composite: &[44..54, 57..64, 65..87],
    composite_at: Some(87),
};

static MRV_A: Layout = Layout {
    issuer: 2..5,
    number: 44..53,
    nationality: 54..57,
    birth: 57..63,
    sex: 64,
    expiry: 65..71,
    name: 5..44,
    overflow: None,
    personal: None,
    composite: &[],
    composite_at: None,
};

static MRV_B: Layout = Layout {
    issuer: 2..5,
    number: 36..45,
    nationality: 46..49,
    birth: 49..55,
    sex: 56,
    expiry: 57..63,
    name: 5..36,
    overflow: None,
    personal: None,
    composite: &[],
    composite_at: None,
};

/// The characters at `range`; nothing where the text is shorter, which no checked zone is.
pub(super) fn span<'t>(text: &'t str, range: &Range<usize>) -> &'t str {
    text.get(range.clone()).unwrap_or_default()
}

impl Layout {
    pub(super) fn of(format: MrzFormat) -> &'static Self {
        match format {
            MrzFormat::Td1 => &TD1,
            MrzFormat::Td2 => &TD2,
            MrzFormat::Td3 => &TD3,
            MrzFormat::MrvA => &MRV_A,
            MrzFormat::MrvB => &MRV_B,
        }
    }

    /// The document's number, and the positions of what its check digit covers and of the digit itself. A long number
    /// has `<` for its check digit and goes on in the optional field, its digit last.
    pub(super) fn number(&self, text: &str) -> (String, usize) {
        let head = span(text, &self.number);
        let digit = self.number.end;
        if let Some(overflow) = self.overflow.as_ref().filter(|_| text.as_bytes().get(digit) == Some(&b'<')) {
            let tail = span(text, overflow).split('<').next().unwrap_or_default();
            if let Some((rest, _)) =
                tail.char_indices().next_back().and_then(|(last, _)| tail.split_at_checked(last))
            {
                return (format!("{head}{rest}"), overflow.start + rest.len());
            }
        }
        (head.trim_end_matches('<').to_owned(), digit)
    }

    /// The first position that does not hold, and why.
    pub(super) fn faults(&self, text: &str) -> Option<(usize, &'static str)> {
        self.letters(text)
            .or_else(|| self.digits(text))
            .or_else(|| self.checks(text))
            .or_else(|| self.dates(text))
    }

    /// Names and codes of states hold letters only.
    fn letters(&self, text: &str) -> Option<(usize, &'static str)> {
        let ranges = [&self.issuer, &self.nationality, &self.name];
        let digit = ranges.into_iter().flat_map(Clone::clone).find(|i| at(text, *i).is_ascii_digit());
        if let Some(i) = digit {
            let why = match at(text, i) {
                '0' => "mrz-zero-for-o",
                '1' => "mrz-one-for-i",
                _ => "mrz-digit-for-letter",
            };
            return Some((i, why));
        }
        if !matches!(at(text, self.sex), 'M' | 'F' | 'X' | '<') {
            return Some((self.sex, "mrz-sex"));
        }
        if !at(text, 0).is_ascii_uppercase() {
            return Some((0, "mrz-document-code"));
        }
        (at(text, self.name.start) == '<').then_some((self.name.start, "mrz-no-name"))
    }

    /// Dates and check digits hold digits only, or `<` where nothing is known.
    fn digits(&self, text: &str) -> Option<(usize, &'static str)> {
        let number_digit = self.number(text).1;
        let single = [number_digit, self.birth.end, self.expiry.end];
        let personal = self.personal.as_ref().map(|personal| personal.end);
        let last = self.composite_at;
        let places = self.birth.clone().chain(self.expiry.clone()).chain(single).chain(last).chain(personal);
        let letter = places.into_iter().find(|i| at(text, *i).is_ascii_uppercase())?;
        let why = match at(text, letter) {
            'O' | 'Q' | 'D' => "mrz-o-for-zero",
            'I' | 'L' => "mrz-i-for-one",
            'Z' => "mrz-z-for-two",
            'S' => "mrz-s-for-five",
            'G' => "mrz-g-for-six",
            'B' => "mrz-b-for-eight",
            _ => "mrz-letter-for-digit",
        };
        Some((letter, why))
    }

    /// Each check digit by what it is over, where it stands, and whether it fits.
    pub(super) fn named(&self, text: &str) -> Vec<(CheckDigit, usize, bool)> {
        let (number, number_digit) = self.number(text);
        let over =
            |which, field: &Range<usize>| (which, field.end, holds(span(text, field), at(text, field.end)));
        let mut digits = vec![
            (CheckDigit::Number, number_digit, holds(&number, at(text, number_digit))),
            over(CheckDigit::Birth, &self.birth),
            over(CheckDigit::Expiry, &self.expiry),
        ];
        digits.extend(self.personal.as_ref().map(|personal| over(CheckDigit::Personal, personal)));
        digits.extend(self.composite_at.map(|last| {
            let all: String = self.composite.iter().map(|range| span(text, range)).collect();
            (CheckDigit::Composite, last, holds(&all, at(text, last)))
        }));
        digits
    }

    fn checks(&self, text: &str) -> Option<(usize, &'static str)> {
        let wrong = self.named(text).into_iter().find(|(_, _, holds)| !holds);
        wrong.map(|(which, at, _)| (at, which.fault()))
    }

    fn dates(&self, text: &str) -> Option<(usize, &'static str)> {
        let is_unknown = |range: &Range<usize>| span(text, range).chars().all(|c| c == '<');
        let bad = |range: &&Range<usize>| {
            !is_unknown(range)
                && [1900, 2000].into_iter().all(|century| date(span(text, range), century).is_none())
        };
        [&self.birth, &self.expiry].into_iter().find(bad).map(|range| (range.start, "mrz-no-such-day"))
    }
}

fn at(text: &str, i: usize) -> char {
    text.as_bytes().get(i).map_or('<', |byte| char::from(*byte))
}

/// The date `YYMMDD` in the hundred years from `century`; `<<` stands for a month or day that is not known.
pub(super) fn date(six: &str, century: i32) -> Option<Unit> {
    let number = |range: Range<usize>| six.get(range).and_then(|part| part.parse::<u32>().ok());
    let unknown = |range: Range<usize>| six.get(range) == Some("<<");
    let year = century + i32::try_from(number(0..2)?).ok()?;
    match (unknown(2..4), unknown(4..6)) {
        (true, true) => Unit::year(year),
        (false, true) => Unit::month(year, number(2..4)?),
        (false, false) => Unit::day(year, number(2..4)?, number(4..6)?),
        (true, false) => None,
    }
}

fn holds(field: &str, digit: char) -> bool {
    // A field that says nothing may have no check digit either.
    let empty = digit == '<' && !field.is_empty() && field.chars().all(|c| c == '<');
    empty || digit.to_digit(10) == Some(check_digit(field))
}

/// The check digit of `field`: weights 7, 3, 1 over the characters' values, modulo 10 (Doc 9303 part 3, 4.9).
pub(super) fn check_digit(field: &str) -> u32 {
    let value = |c: char| c.to_digit(36).unwrap_or(0);
    field.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, weight)| value(c) * weight).sum::<u32>() % 10
}
