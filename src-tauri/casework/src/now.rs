//! The time as it is handed in. Owns whether something has begun; refuses to look at a clock itself. What is planned for a
//! later day is on record and has not happened: it moves no stage and nobody's whereabouts.

use crate::values::When;
use chrono::{DateTime, NaiveDate, Utc};

/// The moment at which somebody looks, and the day it is where the office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// The moment.
    pub instant: DateTime<Utc>,
    /// The day at the office.
    pub today: NaiveDate,
}

impl Now {
    /// True when `when` lies in the past or is today: a moment by the instant, a day by the office's calendar.
    pub fn has_come(self, when: When) -> bool {
        match when {
            When::Time(time) => time.instant() <= self.instant,
            When::Date(date) => date.earliest() <= self.today,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Now;
    use crate::values::When;

    #[test]
    fn a_moment_counts_by_the_instant_and_a_day_by_the_calendar() {
        let now =
            Now { instant: "2023-10-04T08:00:00Z".parse().unwrap(), today: "2023-10-04".parse().unwrap() };
        let come = |text: &str| now.has_come(When::read(text).unwrap());
        assert!(come("2023-10-04") && come("2023-10") && come("2023-10-04T15:00+07:00[Asia/Jakarta]"));
        assert!(!come("2023-10-05") && !come("2023-10-04T15:01+07:00[Asia/Jakarta]"));
    }
}
