//! Beds: how many people a shelter has on a day, against what it can take. Owns counting from placements; refuses to turn
//! anybody away: a shelter over its capacity is shown as such.

use crate::{ids::RecordId, now::Now, record::Record, values::When};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// How full a place is on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub day: NaiveDate,
    /// How many people stay there.
    pub people: usize,
}

/// Who stays with `holder` on `day`: a placement counts from its first day to the day before it ends; the night counts where
/// the person sleeps. A stay of one day counts on that day. An open end goes on.
pub fn staying(holder: RecordId, placements: &[&Record], day: NaiveDate) -> BTreeSet<RecordId> {
    let here = placements.iter().filter(|one| {
        one.kind == "placement" && one.links("holder").any(|id| id == holder) && covers(one, day)
    });
    here.flat_map(|one| one.links("people")).collect()
}

fn covers(placement: &Record, day: NaiveDate) -> bool {
    let Some(from) = placement.when("from").map(When::earliest) else { return false };
    match placement.when("until").map(When::latest) {
        Some(until) if until > from => from <= day && day < until,
        Some(_) => day == from,
        None => from <= day,
    }
}

/// How full `holder` is on each of `days` days, beginning today.
pub fn outlook(holder: RecordId, placements: &[&Record], now: Now, days: u32) -> Vec<Day> {
    now.today
        .iter_days()
        .take(usize::try_from(days).unwrap_or(usize::MAX))
        .map(|day| Day { day, people: staying(holder, placements, day).len() })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{outlook, staying};
    use crate::{
        fixtures::{id, record},
        now::Now,
        record::Record,
    };

    fn stay(n: u128, people: &[u128], from: &str, until: Option<&str>) -> Record {
        let home = id(30).to_string();
        let people: Vec<String> = people.iter().map(|n| id(*n).to_string()).collect();
        let mut answers = vec![("holder", home.as_str()), ("from", from)];
        answers.extend(people.iter().map(|one| ("people", one.as_str())));
        answers.extend(until.map(|day| ("until", day)));
        record(n, "placement", &answers)
    }

    #[test]
    fn the_night_counts_where_the_person_sleeps() {
        let records = [
            stay(10, &[7, 8], "2023-07-14T10:15+07:00[Asia/Phnom_Penh]", Some("2023-10-04")),
            stay(11, &[9], "2023-09-06", None),
            stay(12, &[5], "2023-10-03", Some("2023-10-03")),
        ];
        let all: Vec<&Record> = records.iter().collect();
        let on = |day: &str| staying(id(30), &all, day.parse().unwrap()).len();
        assert_eq!((on("2023-07-13"), on("2023-07-14"), on("2023-09-06")), (0, 2, 3));
        assert_eq!((on("2023-10-03"), on("2023-10-04")), (4, 1));
        let now =
            Now { instant: "2023-10-02T02:00:00Z".parse().unwrap(), today: "2023-10-02".parse().unwrap() };
        let people: Vec<usize> = outlook(id(30), &all, now, 4).iter().map(|day| day.people).collect();
        assert_eq!(people, [3, 4, 1, 1]);
        assert!(outlook(id(31), &all, now, 4).iter().all(|day| day.people == 0));
    }
}
