//! What officers type for an amount, and what must hold of every amount.

use super::Money;
use crate::{
    values::{Currency, refusal::Doubt, testing::typing},
    words::{Lang, Words},
};
use proptest::prelude::*;

fn read(typed: &str) -> Result<String, Doubt> {
    Money::parse(typed, &typing()).map(|money| money.to_string())
}

#[test]
fn amounts_are_read_as_people_type_them() {
    let table = [
        ("USD 125.00", "USD 125.00"),
        ("$125", "USD 125.00"),
        ("US$ 125,50", "USD 125.50"),
        ("125 USD", "USD 125.00"),
        ("USD125.5", "USD 125.50"),
        ("$1,250.75", "USD 1250.75"),
        ("$1.250,75", "USD 1250.75"),
        ("USD 1 250 000", "USD 1250000.00"),
        ("1250 dolar", "USD 1250.00"),
        ("USD 1.255", "USD 1255.00"),
        ("Rp 1.250.000", "IDR 1250000.00"),
        ("Rp1.250.000,-", "IDR 1250000.00"),
        ("Rp. 1.250.000,00", "IDR 1250000.00"),
        ("Rp 1.250", "IDR 1250.00"),
        ("IDR 1,250,000", "IDR 1250000.00"),
        ("Rp 5 juta", "IDR 5000000.00"),
        ("Rp 1,5 juta", "IDR 1500000.00"),
        ("500 rb rupiah", "IDR 500000.00"),
        ("៛ 40000", "KHR 40000.00"),
        ("៤០.០០០ រៀល", "KHR 40000.00"),
        ("40,000 riel", "KHR 40000.00"),
        ("VND 500000", "VND 500000"),
        ("USD -5", "USD -5.00"),
    ];
    for (typed, canonical) in table {
        assert_eq!(read(typed).as_deref(), Ok(canonical), "{typed}");
    }
}

fn readings(typed: &str) -> (&'static str, Vec<String>) {
    match Money::parse(typed, &typing()) {
        Err(Doubt::Ambiguous(question, readings)) => {
            (question, readings.into_iter().map(|reading| reading.canonical).collect())
        }
        other => panic!("{typed} was not asked: {other:?}"),
    }
}

#[test]
fn separators_and_currencies_are_asked() {
    assert_eq!(
        readings("USD 1.250"),
        ("money-which-separator", vec!["USD 1250.00".into(), "USD 1.25".into()])
    );
    assert_eq!(readings("฿1,000").1, ["THB 1000.00", "THB 1.00"]);
    assert_eq!(
        readings("IDR 1,250,000.50"),
        ("money-idle-cents", vec!["IDR 1250000.50".into(), "IDR 1250000.00".into()])
    );
    let (question, offered) = readings("125");
    assert_eq!(question, "money-which-currency");
    assert_eq!(offered, ["KHR 125.00", "IDR 125.00", "USD 125.00"]);
    for canonical in offered {
        assert_eq!(read(&canonical), Ok(canonical), "the answer to the question settles it");
    }
}

#[test]
fn what_is_no_amount_is_refused_with_its_place() {
    let table = [
        ("USD", 0, "money-no-amount"),
        ("USD 12.34.5", 4, "money-separators"),
        ("USD 1.2345", 4, "money-separators"),
        ("QQQ 5", 0, "money-currency-unknown"),
        ("5 bath", 2, "money-currency-unknown"),
        ("USD 5 IDR", 6, "money-two-currencies"),
        ("USD 99999999999999999999", 4, "money-too-large"),
    ];
    for (typed, at, why) in table {
        assert_eq!(read(typed), Err(Doubt::Unreadable(at, why)), "{typed}");
    }
}

#[test]
fn reading_is_strict() {
    for not in [
        "USD 125",
        "USD 125.0",
        "usd 125.00",
        "USD 0125.00",
        "USD  1.00",
        "USD -0.00",
        "VND 1.00",
        "XAU 1",
        "125.00",
    ] {
        assert!(Money::read(not).is_err(), "{not}");
    }
    assert_eq!(Money::read("USD -0.05").unwrap().minor(), -5);
}

#[test]
fn amounts_are_shown_with_the_readers_separators() {
    let shown = |canonical: &str, lang| Money::read(canonical).unwrap().display(&Words::new(lang));
    assert_eq!(shown("IDR 1250000.00", Lang::Id), "IDR 1.250.000");
    assert_eq!(shown("USD 1250.75", Lang::En), "USD 1,250.75");
    assert_eq!(shown("USD -1250.75", Lang::Id), "USD -1.250,75");
}

#[test]
fn sums_stay_in_one_currency() {
    let [one, two, other] = ["USD 1.00", "USD 2.50", "IDR 1.00"].map(|text| Money::read(text).unwrap());
    assert_eq!(one.plus(two).map(|sum| sum.to_string()).as_deref(), Some("USD 3.50"));
    assert_eq!(one.plus(other), None);
}

proptest! {
    #[test]
    fn amounts_read_back_and_sort(one in any::<i64>(), other in any::<i64>(), code in prop::sample::select(vec!["USD", "IDR", "VND", "KWD"])) {
        let currency = Currency::from_code(code).unwrap();
        let [one, other] = [one, other].map(|minor| Money::new(minor, currency).unwrap());
        prop_assert_eq!(Money::read(&one.to_string()), Ok(one));
        prop_assert_eq!(one.minor().cmp(&other.minor()), one.sort_key().cmp(&other.sort_key()));
    }

    #[test]
    fn amounts_never_panic(typed in ".{0,30}|(USD|Rp|[0-9]{1,9}|\\.|,| |-|jt|rb|ribu|លាន){0,9}") {
        if let Ok(money) = Money::parse(&typed, &typing()) {
            prop_assert_eq!(Money::read(&money.to_string()), Ok(money));
        }
    }
}
