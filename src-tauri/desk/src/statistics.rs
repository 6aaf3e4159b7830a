//! Figures about a period: how many people were helped, rescued, sheltered and brought home, by what tells them apart, how
//! long it took and what it cost. Owns what each figure counts; refuses to let a table leave that gives somebody away.

mod cohort;
mod dimension;
mod printing;
mod release;

use crate::{
    Desk,
    failure::DeskError,
    places::Places,
    reading::count,
    views::{StatCost, StatCount, StatDays, StatTable, StatsInput, StatsView},
};
use casework::values::Money;
use chrono::{Days, NaiveDate};
use cohort::Cohort;
pub(crate) use cohort::Measure;
use dimension::Dimension;
pub(crate) use printing::OpenTable;
use register::{Column, Place};
use std::collections::{BTreeMap, HashMap};

/// A period, both days in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
}

impl Period {
    fn of(input: &StatsInput) -> Result<Self, DeskError> {
        Self::between(&input.from, &input.to)
    }

    pub(crate) fn between(from: &str, to: &str) -> Result<Self, DeskError> {
        let day = |text: &str| text.trim().parse::<NaiveDate>().map_err(|_| DeskError::BadPeriod);
        let (from, to) = (day(from)?, day(to)?);
        if from <= to { Ok(Self { from, to }) } else { Err(DeskError::BadPeriod) }
    }

    pub(crate) fn bounds(&self) -> Result<(String, String), DeskError> {
        let before = self.to.checked_add_days(Days::new(1)).ok_or(DeskError::BadPeriod)?;
        Ok((self.from.to_string(), before.to_string()))
    }
}

/// Where money stands: the kind of record, the amount, the day and the sort.
const COSTS: [(&str, &str, &str); 1] = [("expense", "amount", "spent_on")];

/// The stretches of the way of which the days are counted.
const STRETCHES: [(Measure, Measure); 3] = [
    (Measure::Rescued, Measure::Sheltered),
    (Measure::Sheltered, Measure::Returned),
    (Measure::Rescued, Measure::Returned),
];

impl Desk {
    /// The figures of a period: exact, for inside. With a threshold the table is as it would leave, small counts withheld.
    ///
    /// # Errors
    /// [`DeskError::BadPeriod`], [`DeskError::BadTable`]; [`DeskError::TooClose`] when the table could not leave beside
    /// those that left before.
    pub fn statistics(&self, input: &StatsInput) -> Result<StatsView, DeskError> {
        let period = Period::of(input)?;
        let measure = Measure::named(input.of.as_deref().unwrap_or("returned")).ok_or(DeskError::BadTable)?;
        let gone = self.not_counted()?;
        let cohorts = self.cohorts(&period, &gone)?;
        let empty = Cohort::default();
        let cohort = cohorts.get(&measure).unwrap_or(&empty);
        let grid = self.grid(measure, cohort, &input.by, &gone)?;
        let table = match input.threshold {
            None => grid.exact(),
            Some(threshold) => {
                self.may_leave(&period, &input.by)?;
                self.withheld(&grid, threshold)?.1
            }
        };
        let words = self.words();
        let totals = Measure::ALL.iter().map(|one| StatCount {
            id: one.id().to_owned(),
            word: words.get(&format!("stat-{}", one.id())).into_owned(),
            people: cohorts.get(one).map_or(0, |cohort| count(cohort.len())),
        });
        // Sums of money and days are exact figures: they stay inside.
        let inside = input.threshold.is_none();
        Ok(StatsView {
            from: period.from.to_string(),
            to: period.to.to_string(),
            totals: if inside { totals.collect() } else { Vec::new() },
            table,
            days: if inside { self.days(&period, &cohorts, &gone)? } else { Vec::new() },
            costs: if inside { self.costs(&period, &gone)? } else { Vec::new() },
        })
    }

    fn days(
        &self,
        period: &Period,
        cohorts: &HashMap<Measure, Cohort>,
        gone: &Places,
    ) -> Result<Vec<StatDays>, DeskError> {
        let (from, _) = period.bounds()?;
        // What began before the period counts from then; the rest is known already.
        let mut begun = self.cohorts_of(&[Measure::Rescued, Measure::Sheltered], ("", &from), gone)?;
        for (measure, cohort) in &mut begun {
            for (person, day) in cohorts.get(measure).into_iter().flatten() {
                cohort.entry(*person).or_insert(*day);
            }
        }
        let words = self.words();
        let mut stretches = Vec::new();
        for (from, to) in STRETCHES {
            let (Some(starts), Some(ends)) = (begun.get(&from), cohorts.get(&to)) else { continue };
            let mut days: Vec<i64> = ends
                .iter()
                .filter_map(|(person, end)| {
                    let start = starts.get(person)?;
                    Some((*end - *start).num_days()).filter(|days| *days >= 0)
                })
                .collect();
            days.sort_unstable();
            let Some(median) = quantile(&days, 50) else { continue };
            stretches.push(StatDays {
                from: words.get(&format!("stat-{}", from.id())).into_owned(),
                to: words.get(&format!("stat-{}", to.id())).into_owned(),
                people: count(days.len()),
                median,
                p90: quantile(&days, 90).unwrap_or(median),
            });
        }
        Ok(stretches)
    }

    fn costs(&self, period: &Period, gone: &Places) -> Result<Vec<StatCost>, DeskError> {
        let (from, before) = period.bounds()?;
        let mut sums: BTreeMap<(String, String), Money> = BTreeMap::new();
        for (kind, amount, day) in COSTS {
            let Some(form) = self.house.forms.named(kind) else { continue };
            let mut sorts: HashMap<Place, String> = HashMap::new();
            let column = Column { kind, field: day, from: &from, before: &before };
            self.register.each_figure(column, &mut |_, record| {
                if !gone.contains(&record) {
                    sorts.insert(record, String::new());
                }
            })?;
            self.register.each_figure(Column::whole(kind, "sort"), &mut |sort, record| {
                if let Some(kept) = sorts.get_mut(&record) {
                    sort.clone_into(kept);
                }
            })?;
            let mut broken = false;
            self.register.each_figure(Column::whole(kind, amount), &mut |value, record| {
                let (Some(sort), Ok(money)) = (sorts.get(&record), Money::read(value)) else { return };
                let key = (sort.clone(), money.currency().code().to_owned());
                let sum = sums.get(&key).map_or(Some(money), |sum| sum.plus(money));
                match sum {
                    Some(sum) => drop(sums.insert(key, sum)),
                    None => broken = true,
                }
            })?;
            if broken || form.field("sort").is_none() {
                return Err(DeskError::Fault("money"));
            }
        }
        let words = self.words();
        let field = self.house.form("service")?.field("sort");
        let word = |sort: &str| {
            let key = field.map(|field| field.option_key(sort)).unwrap_or_default();
            if words.has(&key) { words.get(&key).into_owned() } else { sort.to_owned() }
        };
        Ok(sums
            .into_iter()
            .map(|((sort, currency), money)| StatCost {
                word: word(&sort),
                sort,
                currency,
                amount: money.display(words),
            })
            .collect())
    }
}

/// The value below which so many of a hundred lie; none of nothing.
fn quantile(sorted: &[i64], percent: usize) -> Option<u32> {
    let rank = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(rank).and_then(|days| u32::try_from(*days).ok())
}

/// A table before anything is withheld: its lines with their words, and whom each cell counts.
pub(crate) struct Tabled {
    pub(crate) measure: Measure,
    pub(crate) dimensions: Vec<Dimension>,
    pub(crate) heading: [String; 3],
    pub(crate) rows: Vec<String>,
    pub(crate) columns: Vec<String>,
    pub(crate) grid: casework::publication::Grid,
}

impl Tabled {
    fn exact(&self) -> StatTable {
        let all = self.grid.sums().into_iter().collect();
        self.showing(&all, None)
    }
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn a_median_and_a_ninetieth() {
        let days: Vec<i64> = (1..=10).collect();
        assert_eq!((quantile(&days, 50), quantile(&days, 90)), (Some(5), Some(9)));
        assert_eq!((quantile(&[7], 50), quantile(&[7], 90), quantile(&[], 50)), (Some(7), Some(7), None));
    }
}
