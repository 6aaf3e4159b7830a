//! A table on its way out. Owns what is withheld, the ledger of what left, and the file; refuses a table of places by days,
//! one without a reason, and one that differs from an earlier one by a few people.

use super::{Dimension, Period, Tabled, cohort::Cohort};
use crate::{
    Desk,
    failure::DeskError,
    loose::{self, Readable},
    views::{StatTable, StatsInput, StatsReleased},
};
use casework::publication::{Grid, Released, Sum};
use chrono::{Datelike, NaiveDate};
use paperwork::tables::{self, Table};
use register::ReleasedTable;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// What the ledger keeps of a table: whom it counted, and which sums it showed by their place in the order of all.
#[derive(Serialize, Deserialize)]
struct Body {
    rows: usize,
    columns: usize,
    people: Vec<(i64, usize)>,
    shown: Vec<usize>,
}

/// A table with its small counts withheld, on its way out.
pub(super) struct Leaving {
    pub(super) threshold: u32,
    pub(super) period: Period,
    title: String,
    released: Released,
    pub(super) table: StatTable,
}

impl Desk {
    /// Writes the table of a period to a file, XLSX or CSV by its name, after withholding and after the ledger has it.
    ///
    /// # Errors
    /// As [`Desk::statistics`], and [`DeskError::ReasonNeeded`]. Nothing has left then.
    pub fn release_statistics(
        &mut self,
        input: &StatsInput,
        reason: &str,
        to: &Path,
    ) -> Result<StatsReleased, DeskError> {
        if reason.trim().is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let leaving = self.leaving(input)?;
        let bytes = self.as_file(&leaving, to)?;
        let draft = loose::begin(to, &bytes)?;
        let number = self.in_the_ledger(&leaving, reason, "table-release")?;
        self.put_readable(
            draft,
            to,
            &Readable { sort: "statistics", mark: &number.to_string(), bytes: &bytes },
        )?;
        Ok(StatsReleased { number, path: to.display().to_string(), table: leaving.table })
    }

    /// The table as it would leave.
    pub(super) fn leaving(&self, input: &StatsInput) -> Result<Leaving, DeskError> {
        let threshold = input.threshold.ok_or(DeskError::WrongUse)?;
        let period = Period::of(input)?;
        let measure = super::Measure::named(input.of.as_deref().unwrap_or("returned"));
        let measure = measure.ok_or(DeskError::BadTable)?;
        self.may_leave(&period, &input.by)?;
        let (from, before) = period.bounds()?;
        let cohort: Cohort = self.cohort(measure, &from, &before)?;
        let tabled = self.grid(measure, &cohort, &input.by, &self.not_counted()?)?;
        let (released, table) = self.withheld(&tabled, threshold)?;
        let by: Vec<&str> = tabled.dimensions.iter().map(|one| one.id()).collect();
        let title = format!("{} {}..{} {}", measure.id(), period.from, period.to, by.join(","));
        Ok(Leaving { threshold, period, title, released, table })
    }

    /// Puts the table into the ledger of tables, before it is anywhere else, and gives its number there.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`]; [`DeskError::Register`] when the disk refuses.
    pub(super) fn in_the_ledger(
        &mut self,
        leaving: &Leaving,
        reason: &str,
        act: &str,
    ) -> Result<u32, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let kept = ReleasedTable {
            at: self.now(),
            threshold: leaving.threshold,
            title: leaving.title.clone(),
            author: self.officer,
            reason: reason.to_owned(),
            body: body(&leaving.released)?,
        };
        let entry = self.audit_entry(act, "", &leaving.title);
        Ok(self.register.release_table(&kept, &entry)?)
    }

    /// A place and a day together point at one night and its people.
    pub(super) fn may_leave(&self, period: &Period, by: &[String]) -> Result<(), DeskError> {
        let dimensions: Vec<Dimension> = by.iter().filter_map(|id| Dimension::named(id)).collect();
        let site = dimensions.iter().any(|one| one.is_of_a_site());
        let days = dimensions.iter().any(|one| one.is_of_a_day()) || !whole_years(period);
        if site && days { Err(DeskError::SiteByDay) } else { Ok(()) }
    }

    /// The table with its small counts withheld, as long as it may leave beside those that left before.
    pub(super) fn withheld(
        &self,
        tabled: &Tabled,
        threshold: u32,
    ) -> Result<(Released, StatTable), DeskError> {
        let released = Released::withholding(tabled.grid.clone(), threshold);
        let earlier = self.register.released_tables()?;
        let earlier: Vec<Released> =
            earlier.iter().map(|(_, table)| read(&table.body)).collect::<Result<_, _>>()?;
        released.beside(&earlier, threshold).map_err(|_| DeskError::TooClose)?;
        let table = tabled.showing(&released.shown, Some(threshold));
        Ok((released, table))
    }

    fn as_file(&self, leaving: &Leaving, to: &Path) -> Result<Vec<u8>, DeskError> {
        let table = self.as_table(leaving);
        let csv = to.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
        Ok(if csv { tables::csv(&table)? } else { tables::xlsx(&table)? })
    }

    /// The table in words, its totals in the last line.
    pub(super) fn as_table(&self, Leaving { period, table, .. }: &Leaving) -> Table {
        let words = self.words();
        let withheld = words.get("stat-withheld");
        let said =
            |count: &Option<u32>| count.map_or_else(|| withheld.to_string(), |count| count.to_string());
        let two = table.columns.len() > 1;
        let name = format!("{} {}–{}", table.heading, period.from, period.to);
        let mut titles = vec![table.by_rows.clone()];
        titles.extend(if two { table.columns.clone() } else { vec![table.heading.clone()] });
        if two {
            titles.push(words.get("stat-total").into_owned());
        }
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (line, name) in table.rows.iter().enumerate() {
            let mut cells = vec![name.clone()];
            cells.extend(table.cells.get(line).into_iter().flatten().map(said));
            cells.extend(table.row_totals.get(line).filter(|_| two).map(said));
            rows.push(cells);
        }
        let mut last = vec![words.get("stat-total").into_owned()];
        last.extend(table.column_totals.iter().filter(|_| two).map(said));
        last.push(said(&table.total));
        if !table.by_rows.is_empty() {
            rows.push(last);
        }
        Table { name, titles, rows }
    }
}

impl Tabled {
    pub(super) fn showing(&self, shown: &BTreeSet<Sum>, threshold: Option<u32>) -> StatTable {
        let counts = self.grid.counts();
        let said = |sum: Sum| counts.get(&sum).copied().filter(|_| shown.contains(&sum));
        let (rows, columns) = (self.grid.rows, self.grid.columns);
        let line = |row: usize| (0..columns).map(|column| said(Sum::Cell(row, column))).collect();
        let one = |cell: Sum, total: Sum, several: bool| said(if several { total } else { cell });
        let withheld = counts.keys().filter(|sum| !shown.contains(sum)).count();
        let [heading, by_rows, by_columns] = self.heading.clone();
        StatTable {
            heading,
            of: self.measure.id().to_owned(),
            by_rows,
            by_columns,
            rows: self.rows.clone(),
            columns: self.columns.clone(),
            cells: (0..rows).map(line).collect(),
            row_totals: (0..rows).map(|row| one(Sum::Cell(row, 0), Sum::Row(row), columns > 1)).collect(),
            column_totals: (0..columns)
                .map(|column| {
                    if columns == 1 {
                        said(Sum::All)
                    } else {
                        one(Sum::Cell(0, column), Sum::Column(column), rows > 1)
                    }
                })
                .collect(),
            total: said(Sum::All),
            threshold,
            withheld: crate::reading::count(withheld),
        }
    }
}

fn whole_years(period: &Period) -> bool {
    let first = |day: NaiveDate| (day.month(), day.day()) == (1, 1);
    let last = |day: NaiveDate| (day.month(), day.day()) == (12, 31);
    first(period.from) && last(period.to)
}

fn body(table: &Released) -> Result<Vec<u8>, DeskError> {
    let sums = table.grid.sums();
    let shown = sums.iter().enumerate().filter(|(_, sum)| table.shown.contains(sum));
    let body = Body {
        rows: table.grid.rows,
        columns: table.grid.columns,
        people: table.grid.people.iter().map(|(person, cell)| (*person, *cell)).collect(),
        shown: shown.map(|(at, _)| at).collect(),
    };
    serde_json::to_vec(&body).map_err(|_| DeskError::Fault("table"))
}

fn read(bytes: &[u8]) -> Result<Released, DeskError> {
    let body: Body = serde_json::from_slice(bytes).map_err(|_| DeskError::Fault("table"))?;
    let people: BTreeMap<i64, usize> = body.people.into_iter().collect();
    let grid = Grid { rows: body.rows, columns: body.columns, people };
    let sums = grid.sums();
    let shown = body.shown.iter().filter_map(|at| sums.get(*at).copied()).collect();
    Ok(Released { grid, shown })
}
