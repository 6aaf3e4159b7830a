//! Amounts of money. Owns minor units and the separators of three languages; refuses floating point, an amount without a
//! currency, and a separator that may mean thousands or cents.

mod typed;

use super::refusal::{Doubt, NotCanonical};
use crate::{
    values::Typing,
    words::{Lang, Words},
};
use iso_currency::Currency;
use std::fmt;

/// An amount in minor units of an ISO 4217 currency. Canonical form: code, space, amount with exactly the decimals of
/// the currency: `USD 125.00`, `VND 500000`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

impl Money {
    /// An amount; `None` for a currency that has no minor unit of its own (metals, test codes).
    pub fn new(minor: i64, currency: Currency) -> Option<Self> {
        currency.exponent().map(|_| Self { minor, currency })
    }

    /// Reads the canonical form.
    ///
    /// # Errors
    /// [`NotCanonical`] for any other spelling.
    pub fn read(canonical: &str) -> Result<Self, NotCanonical> {
        let read = || {
            let (code, amount) = canonical.split_once(' ')?;
            let currency = Currency::from_code(code)?;
            let digits: String = amount.chars().filter(|c| *c != '.').collect();
            let money = Self::new(digits.parse().ok()?, currency)?;
            (money.to_string() == canonical).then_some(money)
        };
        read().ok_or(NotCanonical { kind: "amount" })
    }

    /// Reads what an officer typed, in any of the three languages.
    pub(crate) fn parse(typed: &str, typing: &Typing) -> Result<Self, Doubt> {
        typed::parse(typed, typing)
    }

    /// The amount in minor units: cents, sen.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The sum; `None` for two currencies or an amount too large.
    pub fn plus(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_add(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }

    /// The difference; `None` for two currencies or an amount too large.
    pub fn minus(self, other: Self) -> Option<Self> {
        let minor = self.minor.checked_sub(other.minor)?;
        (self.currency == other.currency).then_some(Self { minor, ..self })
    }

    /// So many times the amount; `None` when that is too large.
    pub fn times(self, times: u32) -> Option<Self> {
        Some(Self { minor: self.minor.checked_mul(i64::from(times))?, ..self })
    }

    /// So many hundredths of the amount, to the nearest minor unit, halves away from zero.
    pub fn percent(self, percent: u8) -> Self {
        let hundredths = i128::from(self.minor) * i128::from(percent);
        let rounded = (hundredths.abs() + 50) / 100 * hundredths.signum();
        Self { minor: i64::try_from(rounded).unwrap_or(self.minor), ..self }
    }

    /// Sorts by currency, then by amount.
    pub fn sort_key(self) -> String {
        format!("{} {:020}", self.currency.code(), i128::from(self.minor) + (1 << 63))
    }

    /// The amount with the reader's separators; decimals only where they are not zero.
    pub fn display(self, words: &Words) -> String {
        let (group, decimal) = match words.lang() {
            Lang::Id | Lang::Km => ('.', ','),
            Lang::En => (',', '.'),
        };
        let plain = self.amount();
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, cents) = plain.split_once('.').unwrap_or((plain, ""));
        let mut grouped = String::new();
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i) % 3 == 0 {
                grouped.push(group);
            }
            grouped.push(digit);
        }
        if cents.contains(|c| c != '0') {
            grouped.push(decimal);
            grouped.push_str(cents);
        }
        format!("{} {sign}{grouped}", self.currency.code())
    }

    fn amount(self) -> String {
        let decimals = usize::from(self.currency.exponent().unwrap_or(0));
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, cents) = digits.split_at(digits.len() - decimals);
        if cents.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{cents}") }
    }
}

impl fmt::Display for Money {
    /// The canonical form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency.code(), self.amount())
    }
}

#[cfg(test)]
mod tests;
