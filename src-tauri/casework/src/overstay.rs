//! Overstay: how many days, what they cost, what was waived, what was paid, what is due. Owns the arithmetic, in minor units;
//! refuses a sum over two currencies, a waiver that is no percentage, and an exact number of days where only a month is known.

use crate::{
    record::Record,
    values::{Money, PartialDate},
};
use chrono::NaiveDate;

/// The days after the visa ended up to a day, and what follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overstay {
    /// The fewest days it can be.
    pub least: u32,
    /// The most days it can be; more than `least` where the visa's end is known to a month or a year only.
    pub most: u32,
    /// The daily fine for the most days.
    pub reckoned: Money,
    /// What counts as charged: the amount on record, else the reckoned one.
    pub fine: Money,
    /// How much of it was waived.
    pub waived: Money,
    /// How much was paid.
    pub paid: Money,
    /// What is still due; never below zero.
    pub due: Money,
}

/// Why there is nothing to reckon with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unreckonable {
    /// Neither the end of the visa nor a fine is on record.
    #[error("the end of the visa is not on record")]
    NoVisaEnd,
    /// The waiver is no percentage from 0 to 100.
    #[error("the waiver is no percentage")]
    Waiver,
    /// An amount is negative, too large, or in another currency than the fine.
    #[error("the amounts do not go together")]
    Amount,
}

/// What is on record about one overstay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// When the visa ended.
    pub visa_ended: Option<PartialDate>,
    /// The fine as the authority set it.
    pub fine: Option<Money>,
    /// The percentage waived.
    pub waiver_percent: Option<i64>,
    /// What was paid.
    pub paid: Option<Money>,
}

impl Facts {
    /// What an immigration matter says.
    pub fn of(matter: &Record) -> Self {
        Self {
            visa_ended: matter.date("visa_ended"),
            fine: matter.money("fine"),
            waiver_percent: matter.number("waiver_percent"),
            paid: matter.money("paid"),
        }
    }
}

impl Overstay {
    /// Reckons up to and with the day `until`, at `daily` for each day after the visa ended.
    ///
    /// # Errors
    /// [`Unreckonable`]: what is missing, or what does not go together.
    pub fn reckon(facts: Facts, daily: Money, until: NaiveDate) -> Result<Self, Unreckonable> {
        let percent = match facts.waiver_percent {
            None => 0,
            Some(percent) => u8::try_from(percent).ok().filter(|p| *p <= 100).ok_or(Unreckonable::Waiver)?,
        };
        let days = |ended: NaiveDate| u32::try_from((until - ended).num_days()).unwrap_or(0);
        let (least, most) = match (facts.visa_ended, facts.fine) {
            (Some(ended), _) => (days(ended.latest()), days(ended.earliest())),
            (None, Some(_)) => (0, 0),
            // With the whole fine waived nothing is due, however many days it was.
            (None, None) if percent == 100 => (0, 0),
            (None, None) => return Err(Unreckonable::NoVisaEnd),
        };
        let reckoned = daily.times(most).ok_or(Unreckonable::Amount)?;
        let fine = facts.fine.unwrap_or(reckoned);
        let nothing = Money::new(0, fine.currency()).ok_or(Unreckonable::Amount)?;
        let paid = facts.paid.unwrap_or(nothing);
        if fine.minor() < 0 || paid.minor() < 0 {
            return Err(Unreckonable::Amount);
        }
        let waived = fine.percent(percent);
        let rest = fine.minus(waived).and_then(|rest| rest.minus(paid)).ok_or(Unreckonable::Amount)?;
        let due = if rest.minor() < 0 { nothing } else { rest };
        Ok(Self { least, most, reckoned, fine, waived, paid, due })
    }

    /// True when nothing is left to pay.
    pub const fn is_settled(&self) -> bool {
        self.due.minor() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, Overstay, Unreckonable};
    use crate::values::{Money, PartialDate};

    const NOTHING: Facts = Facts { visa_ended: None, fine: None, waiver_percent: None, paid: None };

    fn money(text: &str) -> Money {
        Money::read(text).unwrap()
    }

    fn ended(date: &str) -> Facts {
        Facts { visa_ended: Some(PartialDate::read(date).unwrap()), ..NOTHING }
    }

    fn reckon(facts: Facts) -> Result<Overstay, Unreckonable> {
        Overstay::reckon(facts, money("USD 10.00"), "2023-10-04".parse().unwrap())
    }

    #[test]
    fn each_day_after_the_visa_ended_counts_once() {
        let stay = reckon(ended("2023-09-30")).unwrap();
        assert_eq!((stay.least, stay.most, stay.due), (4, 4, money("USD 40.00")));
        assert_eq!(reckon(ended("2023-10-04")).unwrap().most, 0);
        assert!(reckon(ended("2023-12-01")).unwrap().is_settled(), "a visa that still runs costs nothing");
    }

    #[test]
    fn a_month_stays_a_span_and_the_dearer_end_counts() {
        let stay = reckon(ended("2023-09")).unwrap();
        assert_eq!((stay.least, stay.most, stay.due), (4, 33, money("USD 330.00")));
    }

    #[test]
    fn waiver_and_payment_come_off_in_minor_units() {
        let half = Facts { waiver_percent: Some(50), paid: Some(money("USD 0.02")), ..NOTHING };
        let stay = reckon(Facts { fine: Some(money("USD 0.05")), ..half }).unwrap();
        assert_eq!((stay.waived, stay.due), (money("USD 0.03"), money("USD 0.00")));
        let rest = reckon(Facts { fine: Some(money("USD 100.00")), ..half }).unwrap();
        assert_eq!(rest.due, money("USD 49.98"));
        assert!(reckon(Facts { waiver_percent: Some(100), ..NOTHING }).unwrap().is_settled());
    }

    #[test]
    fn what_does_not_go_together_is_said_and_not_reckoned() {
        assert_eq!(reckon(NOTHING), Err(Unreckonable::NoVisaEnd));
        for percent in [-1, 101, 100_000] {
            assert_eq!(
                reckon(Facts { waiver_percent: Some(percent), ..ended("2023") }),
                Err(Unreckonable::Waiver)
            );
        }
        let rupiah = Facts { paid: Some(money("IDR 1000.00")), ..ended("2023-09") };
        assert_eq!(reckon(rupiah), Err(Unreckonable::Amount));
        let negative = Facts { fine: Some(money("USD -1.00")), ..NOTHING };
        assert_eq!(reckon(negative), Err(Unreckonable::Amount));
    }
}
