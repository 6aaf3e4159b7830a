//! Money spent: sums by kind and currency. Owns adding up; refuses to add two currencies, to share out what was spent for
//! several people together, and to count one record twice.

use crate::{ids::RecordId, record::Record, values::Money};
use std::collections::{BTreeMap, BTreeSet};

/// One sum: everything of one kind in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// The kind, an option of `service.sort` or `expense.sort`; none where it was left open.
    pub sort: Option<String>,
    /// What was spent for the people asked about and for nobody else.
    pub alone: Money,
    /// What was spent for them together with others. It is never divided: nobody recorded a share.
    pub shared: Money,
}

/// Sums over the records that name any of `people`, by kind and currency. A negative amount is a refund and comes off.
///
/// # Errors
/// [`TooLarge`] when a sum does not fit into 64 bits of minor units.
pub fn sums(people: &BTreeSet<RecordId>, records: &[&Record]) -> Result<Vec<Sum>, TooLarge> {
    let mut kept: BTreeMap<(Option<String>, &'static str), (Money, Money)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for record in records {
        let Some(amount) = amount(record).filter(|_| seen.insert(record.id)) else { continue };
        let mut named = record.links("people").peekable();
        let here = named.peek().is_some() && record.links("people").any(|one| people.contains(&one));
        if !here {
            continue;
        }
        let Some(nothing) = Money::new(0, amount.currency()) else { continue };
        let sort = record.first("sort").map(str::to_owned);
        let sum = kept.entry((sort, amount.currency().code())).or_insert((nothing, nothing));
        let side = if named.all(|one| people.contains(&one)) { &mut sum.0 } else { &mut sum.1 };
        *side = side.plus(amount).ok_or(TooLarge)?;
    }
    Ok(kept.into_iter().map(|((sort, _), (alone, shared))| Sum { sort, alone, shared }).collect())
}

/// A sum that no count of minor units holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sum is too large")]
pub struct TooLarge;

/// What a service cost, or an expense amounts to.
fn amount(record: &Record) -> Option<Money> {
    match record.kind.as_str() {
        "service" => record.money("cost"),
        "expense" => record.money("amount"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::sums;
    use crate::{
        fixtures::{id, record},
        record::Record,
        values::Money,
    };

    fn spent(n: u128, sort: &str, cost: &str, people: &[u128]) -> Record {
        let people: Vec<String> = people.iter().map(|n| id(*n).to_string()).collect();
        let mut answers = vec![("sort", sort), ("cost", cost)];
        answers.extend(people.iter().map(|one| ("people", one.as_str())));
        record(n, "service", &answers)
    }

    fn total(text: &str) -> Money {
        Money::read(text).unwrap()
    }

    #[test]
    fn currencies_stand_apart_and_what_was_shared_is_not_divided() {
        let records = [
            spent(10, "medicine", "USD 10.50", &[7]),
            spent(11, "medicine", "USD 5.00", &[7]),
            spent(12, "medicine", "IDR 20000.00", &[7]),
            spent(13, "shelter", "USD 270.00", &[7, 8]),
            spent(14, "shelter", "USD 9.00", &[8]),
        ];
        let all: Vec<&Record> = records.iter().chain(&records).collect();
        let found = sums(&[id(7)].into(), &all).unwrap();
        let shown: Vec<_> =
            found.iter().map(|sum| (sum.sort.as_deref().unwrap(), sum.alone, sum.shared)).collect();
        assert_eq!(
            shown,
            [
                ("medicine", total("IDR 20000.00"), total("IDR 0.00")),
                ("medicine", total("USD 15.50"), total("USD 0.00")),
                ("shelter", total("USD 0.00"), total("USD 270.00")),
            ]
        );
        let both = sums(&[id(7), id(8)].into(), &all).unwrap();
        assert_eq!(both.last().unwrap().alone, total("USD 279.00"));
    }

    #[test]
    fn a_sum_that_does_not_fit_is_refused() {
        let huge = format!("USD {}.00", i64::MAX / 100);
        let records = [spent(10, "legal", &huge, &[7]), spent(11, "legal", &huge, &[7])];
        assert!(sums(&[id(7)].into(), &records.iter().collect::<Vec<_>>()).is_err());
    }
}
