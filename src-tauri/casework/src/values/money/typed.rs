//! Reads amounts as officers type them. Owns currency signs, separators and words like "juta"; refuses to guess at a
//! missing currency, or at a separator that may mean thousands or cents.

use super::Money;
use crate::values::{
    Country, Typing, dictionary,
    fold::{fold, with_ascii_digits},
    refusal::{Doubt, Reading, ambiguous, reading, unreadable},
};
use iso_currency::Currency;

static SIGNS: &str = include_str!("../../../../../assets/places/currencies.csv");

pub(super) fn parse(typed: &str, typing: &Typing) -> Result<Money, Doubt> {
    if let Ok(money) = Money::read(typed.trim()) {
        return Ok(money);
    }
    let cut = Cut::of(typed)?;
    if let Some(currency) = cut.currency {
        return cut.amount(currency);
    }
    let mut readings = Vec::new();
    for currency in likely(typing) {
        match cut.amount(currency) {
            Ok(money) => readings.push(reading(money.to_string(), "money-currency")),
            Err(Doubt::Ambiguous(_, more)) => readings.extend(more),
            Err(other) => return Err(other),
        }
    }
    ambiguous("money-which-currency", readings)
}

/// The currencies to offer: the host's, the home country's, and the dollar that both trade in.
fn likely(typing: &Typing) -> Vec<Currency> {
    let of = |country: Country| {
        let country: Option<iso_currency::Country> = country.alpha2().parse().ok();
        let used = country.map(Currency::from_country).unwrap_or_default();
        used.into_iter()
            .find(|currency| !currency.is_fund() && !currency.is_special() && currency.exponent().is_some())
    };
    let mut likely = Vec::new();
    for currency in [of(typing.host), of(typing.home), Currency::from_code("USD")].into_iter().flatten() {
        if !likely.contains(&currency) {
            likely.push(currency);
        }
    }
    likely
}

/// A currency's minor unit that nobody uses any more: a lone separator then stands for thousands, and cents are asked.
fn has_idle_minor(currency: Currency) -> bool {
    dictionary::rows::<3>(SIGNS).any(|[code, _, minor]| code == currency.code() && minor == "idle")
}

/// A text cut into digits with separators, and a currency before or after them.
struct Cut {
    minus: bool,
    digits: String,
    at: usize,
    scale: u32,
    currency: Option<Currency>,
}

impl Cut {
    fn of(typed: &str) -> Result<Self, Doubt> {
        let text: Vec<char> = with_ascii_digits(typed).chars().collect();
        let Some(first) = text.iter().position(char::is_ascii_digit) else {
            return unreadable(0, if typed.trim().is_empty() { "value-empty" } else { "money-no-amount" });
        };
        let inside =
            |c: &&char| c.is_ascii_digit() || matches!(**c, '.' | ',' | ' ' | '\'' | '\u{A0}' | '\u{202F}');
        let body: Vec<char> = text.iter().skip(first).take_while(inside).copied().collect();
        let length = body.iter().rposition(char::is_ascii_digit).map_or(0, |last| last + 1);
        let digits: String = body.iter().take(length).collect();
        let head: String = text.iter().take(first).collect();
        let tail: String = text.iter().skip(first + length).collect();
        let (head, minus) = match head.trim_end().strip_suffix(['-', '−']) {
            Some(rest) => (rest.to_owned(), true),
            None => (head, false),
        };
        let (tail, scale) = cut_scale(tail.trim_start_matches([',', '-', '.']));
        let tail_at = text.len() - tail.trim_start().chars().count();
        let before = currency_of(&head, 0)?;
        let after = currency_of(tail, tail_at)?;
        let currency = match (before, after) {
            (Some((_, one)), Some((at, other))) if one != other => {
                return unreadable(at, "money-two-currencies");
            }
            (before, after) => before.or(after).map(|(_, currency)| currency),
        };
        Ok(Self { minus, digits, at: first, scale, currency })
    }

    /// The amount in `currency`, or every amount that it may be.
    fn amount(&self, currency: Currency) -> Result<Money, Doubt> {
        let Some(decimals) = currency.exponent() else { return unreadable(0, "money-currency-unknown") };
        let decimals = u32::from(decimals);
        let idle = has_idle_minor(currency) && self.scale == 0;
        let mut found: Vec<(Money, &'static str)> = Vec::new();
        for (whole, cents, hint) in self.splits() {
            let used = cents.trim_end_matches('0');
            let room = usize::try_from(decimals + self.scale).unwrap_or(0);
            if used.len() > room || (idle && hint == "money-decimals" && cents.len() == 3) {
                continue;
            }
            let digits = format!("{whole}{used:0<room$}");
            let Some(minor) = digits.parse::<i64>().ok() else {
                return unreadable(self.at, "money-too-large");
            };
            if let Some(money) = Money::new(if self.minus { -minor } else { minor }, currency)
                && found.iter().all(|(other, _)| *other != money)
            {
                found.push((money, hint));
            }
        }
        match found.as_slice() {
            [] => unreadable(self.at, "money-separators"),
            [(money, _)] if idle && money.minor % 10_i64.pow(decimals) != 0 => {
                let unit = 10_i64.pow(decimals);
                let whole = Money { minor: money.minor - money.minor % unit, ..*money };
                let offered = [(*money, "money-decimals"), (whole, "money-no-decimals")];
                ambiguous(
                    "money-idle-cents",
                    offered.iter().map(|(m, hint)| reading(m.to_string(), hint)).collect(),
                )
            }
            [(money, _)] => Ok(*money),
            several => {
                let offered: Vec<Reading> =
                    several.iter().map(|(m, hint)| reading(m.to_string(), hint)).collect();
                ambiguous("money-which-separator", offered)
            }
        }
    }

    /// Every way to cut the digits into a whole part and decimals.
    fn splits(&self) -> Vec<(String, String, &'static str)> {
        let compact: String = self
            .digits
            .chars()
            .map(|c| if matches!(c, '\'' | '\u{A0}' | '\u{202F}') { ' ' } else { c })
            .collect();
        let plain = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let mut splits = Vec::new();
        if is_grouped(&compact) {
            splits.push((plain(&compact), String::new(), "money-thousands"));
        }
        if let Some(at) = compact.rfind(['.', ',']) {
            let (whole, cents) =
                (compact.get(..at).unwrap_or_default(), compact.get(at + 1..).unwrap_or_default());
            let sign = compact.get(at..=at).unwrap_or_default();
            let decimal = !cents.is_empty() && cents.chars().all(|c| c.is_ascii_digit());
            if decimal && !whole.contains(sign) && is_grouped(whole) {
                splits.push((plain(whole), cents.to_owned(), "money-decimals"));
            }
        }
        splits
    }
}

/// Digits alone, or in thousands by one and the same separator.
fn is_grouped(text: &str) -> bool {
    let Some(separator) = text.chars().find(|c| !c.is_ascii_digit()) else { return !text.is_empty() };
    let mut groups = text.split(separator);
    let head = groups.next().is_some_and(|group| (1..=3).contains(&group.len()) && digits(group));
    head && groups.all(|group| group.len() == 3 && digits(group))
}

fn digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// "5 juta", "500 rb": the zeros that the word adds, and the text after it.
fn cut_scale(tail: &str) -> (&str, u32) {
    const SCALES: [(&str, u32); 9] = [
        ("ribu", 3),
        ("rb", 3),
        ("juta", 6),
        ("jt", 6),
        ("miliar", 9),
        ("thousand", 3),
        ("million", 6),
        ("ពាន់", 3),
        ("លាន", 6),
    ];
    let trimmed = tail.trim_start();
    let found = SCALES.iter().find_map(|(word, zeros)| {
        let head: String = trimmed.chars().take(word.chars().count()).flat_map(char::to_lowercase).collect();
        let rest = trimmed.get(word.len()..)?;
        (head == *word && !rest.starts_with(|c: char| c.is_ascii_alphabetic())).then_some((rest, *zeros))
    });
    found.unwrap_or((tail, 0))
}

/// The currency that `text` names, by code, sign or word; `None` for no text at all.
fn currency_of(text: &str, at: usize) -> Result<Option<(usize, Currency)>, Doubt> {
    let name = fold(text);
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ',' | '-'));
    if name.is_empty() {
        return Ok(None);
    }
    let listed = dictionary::rows::<3>(SIGNS).find(|[_, sign, _]| fold(sign) == name).map(|[code, ..]| code);
    let code = listed.map_or_else(|| name.to_ascii_uppercase(), str::to_owned);
    match Currency::from_code(&code).filter(|currency| currency.exponent().is_some()) {
        Some(currency) => Ok(Some((at, currency))),
        None => unreadable(at, "money-currency-unknown"),
    }
}
