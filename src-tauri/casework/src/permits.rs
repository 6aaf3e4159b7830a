//! Exit permits: how far each person's permit is. Owns the four columns of the board and when a permit counts as expiring;
//! refuses a permit whose validity is not known: it is submitted, not issued.

use crate::{record::Record, values::PartialDate};
use chrono::{Days, NaiveDate};

/// How far a permit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PermitStep {
    /// Nothing was handed in.
    Missing,
    /// Handed in, and no valid permit yet.
    Submitted,
    /// There is a permit, and it has run out.
    Expired,
    /// Valid, and runs out within the warning.
    Expiring,
    /// Valid.
    Issued,
}

impl PermitStep {
    /// All of them, in the order of the board.
    pub const ALL: [Self; 5] = [Self::Missing, Self::Submitted, Self::Expired, Self::Expiring, Self::Issued];

    /// Its id: `missing`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Submitted => "submitted",
            Self::Expired => "expired",
            Self::Expiring => "expiring",
            Self::Issued => "issued",
        }
    }

    /// How far a permit is on `today`, with a warning so many days ahead: whether it has a number, whether it was handed in,
    /// and its last day. A validity known to a month counts from its first possible end.
    pub fn of(
        numbered: bool,
        submitted: bool,
        expires: Option<PartialDate>,
        today: NaiveDate,
        warn_days: u32,
    ) -> Self {
        let Some(expires) = expires.filter(|_| numbered) else {
            return if submitted || numbered { Self::Submitted } else { Self::Missing };
        };
        let warned = today.checked_add_days(Days::new(u64::from(warn_days))).unwrap_or(today);
        match expires.earliest() {
            last if last < today => Self::Expired,
            last if last <= warned => Self::Expiring,
            _ => Self::Issued,
        }
    }
}

/// A permit as one immigration matter has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Permit<'a> {
    /// The matter.
    pub matter: &'a Record,
    /// The number, once there is one.
    pub number: Option<&'a str>,
    /// True once it was handed in.
    pub submitted: bool,
    /// The first day it is valid.
    pub issued: Option<PartialDate>,
    /// The last day it is valid.
    pub expires: Option<PartialDate>,
}

impl<'a> Permit<'a> {
    /// What `matter` says of the permit.
    pub fn of(matter: &'a Record) -> Self {
        Self {
            matter,
            number: matter.first("permit_number"),
            submitted: matter.first("permit_state").is_some_and(Self::is_handed_in),
            issued: matter.date("permit_issued"),
            expires: matter.date("permit_expires"),
        }
    }

    /// True for a state in which it was handed in, whatever became of it.
    pub fn is_handed_in(state: &str) -> bool {
        matches!(state, "submitted" | "issued")
    }

    /// How far it is: [`PermitStep::of`].
    pub fn step(&self, today: NaiveDate, warn_days: u32) -> PermitStep {
        PermitStep::of(self.number.is_some(), self.submitted, self.expires, today, warn_days)
    }

    /// The furthest permit among several matters: a renewed one counts before the one that ran out.
    pub fn furthest(
        matters: impl Iterator<Item = &'a Record>,
        today: NaiveDate,
        warn_days: u32,
    ) -> Option<Self> {
        matters.map(Self::of).max_by_key(|permit| {
            (permit.step(today, warn_days), permit.expires.map(PartialDate::earliest), permit.matter.id)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Permit, PermitStep};
    use crate::fixtures::record;

    fn step(answers: &[(&str, &str)]) -> PermitStep {
        let matter = record(10, "immigration-matter", answers);
        Permit::of(&matter).step("2023-10-04".parse().unwrap(), 7)
    }

    #[test]
    fn a_permit_goes_through_its_steps() {
        assert_eq!(step(&[]), PermitStep::Missing);
        assert_eq!(step(&[("permit_state", "submitted")]), PermitStep::Submitted);
        assert_eq!(step(&[("permit_number", "EP1")]), PermitStep::Submitted, "validity is not known");
        let until = |day: &str| step(&[("permit_number", "EP1"), ("permit_expires", day)]);
        assert_eq!(until("2023-10-03"), PermitStep::Expired);
        assert_eq!(until("2023-10-04"), PermitStep::Expiring);
        assert_eq!(until("2023-10-11"), PermitStep::Expiring);
        assert_eq!(until("2023-10-12"), PermitStep::Issued);
        assert_eq!(until("2023-10"), PermitStep::Expired, "a month may have ended on its first day");
    }

    #[test]
    fn a_renewed_permit_counts_before_the_old_one() {
        let old =
            record(10, "immigration-matter", &[("permit_number", "A"), ("permit_expires", "2023-09-01")]);
        let new =
            record(9, "immigration-matter", &[("permit_number", "B"), ("permit_expires", "2023-12-01")]);
        let found = Permit::furthest([&old, &new].into_iter(), "2023-10-04".parse().unwrap(), 7).unwrap();
        assert_eq!(found.number, Some("B"));
    }
}
