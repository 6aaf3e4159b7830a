//! The chain of what was done to a person: recruited, transported, exploited, resold, exploited again, out. Owns order, gaps
//! and overlaps; refuses to fill a gap: it shows that nobody has told what happened then.

use crate::{ids::RecordId, record::Record, values::PartialDate};

/// One link of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// The episode.
    pub episode: &'a Record,
    /// How it follows on the one before.
    pub joint: Joint,
}

/// How an episode follows on the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// It is the first.
    First,
    /// It begins where the one before ends, or the days known leave no gap for certain.
    Follows,
    /// Between the two lie so many days of which nothing is told.
    Gap(u32),
    /// It begins before the one before it has ended.
    Overlaps,
    /// The end of the one before, or its own beginning, is not known.
    Open,
}

impl Joint {
    /// How what begins on `begin` follows on what ended on `end`. Only days that lie between for certain make a gap, and only
    /// a certain overlap is one.
    pub fn between(end: Option<PartialDate>, begin: Option<PartialDate>) -> Self {
        let (Some(end), Some(begin)) = (end, begin) else { return Self::Open };
        let between = (begin.earliest() - end.latest()).num_days();
        if between > 1 {
            return Self::Gap(u32::try_from(between - 1).unwrap_or(u32::MAX));
        }
        if begin.is_before(end) { Self::Overlaps } else { Self::Follows }
    }

    /// Its word is `joint-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Follows => "follows",
            Self::Gap(_) => "gap",
            Self::Overlaps => "overlaps",
            Self::Open => "open",
        }
    }
}

/// The episodes of `person` in order: by their beginning, then by their end; those without a beginning come last.
pub fn chain<'a>(person: RecordId, records: &[&'a Record]) -> Vec<Link<'a>> {
    let own = records.iter().filter(|record| record.kind == "episode" && record.is_about(person));
    let mut episodes: Vec<&Record> = own.copied().collect();
    episodes.sort_by_key(|one| {
        let (from, until) = (one.date("from"), one.date("until"));
        let first = from.or(until).map(PartialDate::earliest);
        (first.is_none(), first, from.is_none(), until.is_none(), until.map(PartialDate::latest), one.id)
    });
    let mut before: Option<&Record> = None;
    let mut links = Vec::with_capacity(episodes.len());
    for episode in episodes {
        links.push(Link {
            episode,
            joint: before.map_or(Joint::First, |one| Joint::between(one.date("until"), episode.date("from"))),
        });
        before = Some(episode);
    }
    links
}

#[cfg(test)]
mod tests {
    use super::{Joint, chain};
    use crate::{
        fixtures::{id, record},
        record::Record,
    };

    fn episode(n: u128, sort: &str, from: &str, until: &str) -> Record {
        let who = id(7).to_string();
        let dates = [("from", from), ("until", until)].into_iter().filter(|(_, date)| !date.is_empty());
        let answers: Vec<_> = [("people", who.as_str()), ("sort", sort)].into_iter().chain(dates).collect();
        record(n, "episode", &answers)
    }

    fn told(records: &[Record]) -> Vec<(String, Joint)> {
        let all: Vec<&Record> = records.iter().collect();
        let links = chain(id(7), &all);
        links.iter().map(|link| (link.episode.first("sort").unwrap().to_owned(), link.joint)).collect()
    }

    #[test]
    fn sold_on_and_exploited_again_stays_in_order_with_its_gap() {
        let records = [
            episode(13, "exploitation", "2023-07-20", "2023-09-05"),
            episode(12, "resale", "2023-06-20", "2023-06-21"),
            episode(11, "exploitation", "2023-03", "2023-06-20"),
            episode(10, "recruitment", "2023-02", "2023-02"),
        ];
        assert_eq!(
            told(&records),
            [
                ("recruitment".to_owned(), Joint::First),
                ("exploitation".to_owned(), Joint::Follows),
                ("resale".to_owned(), Joint::Follows),
                ("exploitation".to_owned(), Joint::Gap(28)),
            ]
        );
    }

    #[test]
    fn an_unknown_end_is_open_and_a_certain_overlap_is_said() {
        let records = [
            episode(10, "recruitment", "2023-02-01", ""),
            episode(11, "transit", "2023-03-01", "2023-03-20"),
            episode(12, "exploitation", "2023-03-10", ""),
            episode(13, "escape", "", ""),
        ];
        let joints: Vec<Joint> = told(&records).into_iter().map(|(_, joint)| joint).collect();
        assert_eq!(joints, [Joint::First, Joint::Open, Joint::Overlaps, Joint::Open]);
    }
}
