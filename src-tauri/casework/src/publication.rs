//! Tables that leave for the public or for another ministry. Owns which counts are withheld so that no small one can be
//! worked out, also not from tables released before; refuses a table that would give one away.
//!
//! A table is a grid of people, each in one cell. What is published are sums over cells: the cells, the totals of lines, the
//! total of all. A withheld count is safe when it is no linear combination of what is published, and when no difference of
//! two published counts is about fewer people than the threshold.

mod span;

use span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Below this many people, a count is withheld from the public.
pub const PUBLIC: u32 = 11;

/// Below this many people, a count is withheld from another ministry.
pub const MINISTRIES: u32 = 5;

/// More combinations of released tables than this are not worked through: the table is refused.
const MOST_ATOMS: usize = 1500;

/// People in a grid: each by a number that stays theirs, and the cell that counts them, row by row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grid {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// Each person once.
    pub people: BTreeMap<i64, usize>,
}

/// A sum that a table can show: the cells it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sum {
    /// One cell.
    Cell(usize, usize),
    /// A row's total; only where there are several columns.
    Row(usize),
    /// A column's total; only where there are several rows.
    Column(usize),
    /// Everybody.
    All,
}

/// A table as it leaves: the grid, and the sums that are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Released {
    /// Whom it counts.
    pub grid: Grid,
    /// What it shows; every other sum is withheld.
    pub shown: BTreeSet<Sum>,
}

/// A table that together with earlier ones would give away what is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too close to a table released before")]
pub struct TooClose;

impl Grid {
    /// Every sum that the table could show, cells first.
    pub fn sums(&self) -> Vec<Sum> {
        let cells =
            (0..self.rows).flat_map(|row| (0..self.columns).map(move |column| Sum::Cell(row, column)));
        let rows = (0..self.rows).filter(|_| self.columns > 1).map(Sum::Row);
        let columns = (0..self.columns).filter(|_| self.rows > 1 && self.columns > 1).map(Sum::Column);
        cells.chain(rows).chain(columns).chain([Sum::All]).collect()
    }

    /// True when `sum` is over the cell.
    const fn covers(&self, sum: Sum, cell: usize) -> bool {
        let (row, column) = (cell / self.columns, cell % self.columns);
        match sum {
            Sum::Cell(r, c) => r == row && c == column,
            Sum::Row(r) => r == row,
            Sum::Column(c) => c == column,
            Sum::All => true,
        }
    }

    /// How many people each sum is.
    pub fn counts(&self) -> BTreeMap<Sum, u32> {
        let mut cells = vec![0_u32; self.rows * self.columns];
        for cell in self.people.values() {
            if let Some(count) = cells.get_mut(*cell) {
                *count += 1;
            }
        }
        let count = |sum: Sum| -> u32 {
            cells.iter().enumerate().filter(|(cell, _)| self.covers(sum, *cell)).map(|(_, n)| *n).sum()
        };
        self.sums().into_iter().map(|sum| (sum, count(sum))).collect()
    }
}

impl Released {
    /// Withholds every sum of some people but fewer than `threshold`, and as many others as it takes so that none of them
    /// follows from what is shown.
    pub fn withholding(grid: Grid, threshold: u32) -> Self {
        let counts = grid.counts();
        let small = |count: u32| count > 0 && count < threshold;
        let shown = counts.iter().filter(|(_, count)| !small(**count)).map(|(sum, _)| *sum).collect();
        let mut table = Self { grid, shown };
        while let Some(given_away) = table.given_away(&counts, threshold) {
            let partner = table.partner(&given_away, &counts);
            table.shown.remove(&partner);
        }
        table
    }

    /// The parts of a sum, for each way in which the table shows it in parts.
    fn parts(&self, sum: Sum) -> Vec<Vec<Sum>> {
        let Grid { rows, columns, .. } = self.grid;
        let cells = |sum: Sum| -> Vec<Sum> {
            let all = (0..rows).flat_map(|row| (0..columns).map(move |column| Sum::Cell(row, column)));
            all.filter(|cell| match (sum, cell) {
                (Sum::Row(r), Sum::Cell(row, _)) => r == *row,
                (Sum::Column(c), Sum::Cell(_, column)) => c == *column,
                _ => true,
            })
            .collect()
        };
        match sum {
            Sum::Cell(..) => Vec::new(),
            Sum::Row(_) | Sum::Column(_) => vec![cells(sum)],
            Sum::All if columns > 1 && rows > 1 => {
                vec![(0..rows).map(Sum::Row).collect(), (0..columns).map(Sum::Column).collect(), cells(sum)]
            }
            Sum::All => vec![cells(sum)],
        }
    }

    /// A group of withheld sums that what is shown gives away: they add up to few people, or one of them follows.
    fn given_away(&self, counts: &BTreeMap<Sum, u32>, threshold: u32) -> Option<Vec<Sum>> {
        let count = |sum: &Sum| counts.get(sum).copied().unwrap_or(0);
        for whole in self.shown.iter().filter(|sum| !matches!(sum, Sum::Cell(..))) {
            for parts in self.parts(*whole) {
                let hidden: Vec<Sum> = parts.into_iter().filter(|part| !self.shown.contains(part)).collect();
                let left: u32 = hidden.iter().map(count).sum();
                if hidden.len() == 1 || (left > 0 && left < threshold) {
                    return Some([hidden, vec![*whole]].concat());
                }
            }
        }
        // What is shown cell by cell is known; only the withheld cells are unknowns.
        let unknown: Vec<usize> = (0..self.grid.rows * self.grid.columns)
            .filter(|cell| {
                !self.shown.contains(&Sum::Cell(cell / self.grid.columns, cell % self.grid.columns))
            })
            .collect();
        let over = |sum: &Sum| -> Vec<u64> {
            unknown.iter().map(|cell| u64::from(self.grid.covers(*sum, *cell))).collect()
        };
        let mut span = Span::new(unknown.len());
        for sum in self.shown.iter().filter(|sum| !matches!(sum, Sum::Cell(..))) {
            span.add(over(sum));
        }
        let mut withheld = counts.keys().filter(|sum| !self.shown.contains(sum));
        withheld.find(|sum| count(sum) > 0 && span.holds(over(sum))).map(|sum| vec![*sum])
    }

    /// What is withheld next so that a group is not given away: the smallest shown count beside it, before a total.
    fn partner(&self, group: &[Sum], counts: &BTreeMap<Sum, u32>) -> Sum {
        let whole = group.iter().copied().find(|sum| self.shown.contains(sum));
        let beside = |sum: &Sum| -> bool {
            match whole {
                Some(whole) => {
                    let in_line = self
                        .parts(whole)
                        .into_iter()
                        .any(|parts| parts.contains(sum) && group.iter().any(|one| parts.contains(one)));
                    in_line || group.len() == 1 && self.parts(whole).iter().any(|parts| parts.contains(sum))
                }
                None => group.iter().any(|one| match (one, sum) {
                    (Sum::Cell(row, column), Sum::Cell(r, c)) => row == r || column == c,
                    (Sum::Row(_), Sum::Row(_)) | (Sum::Column(_), Sum::Column(_)) => true,
                    _ => false,
                }),
            }
        };
        let size = |sum: &Sum| (counts.get(sum).copied().unwrap_or(0), *sum);
        let people = |sum: &&Sum| counts.get(sum).is_some_and(|count| *count > 0);
        let near = self.shown.iter().filter(|sum| beside(sum)).filter(people).min_by_key(|sum| size(sum));
        // With nobody beside it the total goes; it is shown, or nothing would be given away.
        let any = || self.shown.iter().filter(people).min_by_key(|sum| size(sum));
        near.copied().or(whole).or_else(|| any().copied()).unwrap_or(Sum::All)
    }

    /// The tables that share somebody with this one, or with one that does: a difference can go through several.
    fn chained<'a>(&self, earlier: &'a [Self]) -> Vec<&'a Self> {
        let mut met: BTreeSet<i64> = self.grid.people.keys().copied().collect();
        let mut apart: Vec<&Self> = earlier.iter().collect();
        let mut chained = Vec::new();
        loop {
            let (touching, rest): (Vec<&Self>, Vec<&Self>) = apart
                .into_iter()
                .partition(|other| other.grid.people.keys().any(|person| met.contains(person)));
            if touching.is_empty() {
                return chained;
            }
            met.extend(touching.iter().flat_map(|other| other.grid.people.keys().copied()));
            chained.extend(touching);
            apart = rest;
        }
    }

    /// Refuses the table when, beside those released `earlier`, a withheld count could be worked out or two published counts
    /// differ by some people but fewer than `threshold`.
    ///
    /// # Errors
    /// [`TooClose`].
    pub fn beside(&self, earlier: &[Self], threshold: u32) -> Result<(), TooClose> {
        let touching = self.chained(earlier);
        if touching.is_empty() {
            return Ok(());
        }
        let tables: Vec<&Self> = touching.into_iter().chain([self]).collect();
        let atoms = atoms(&tables);
        if atoms.len() > MOST_ATOMS {
            return Err(TooClose);
        }
        let sizes: Vec<u32> = atoms.values().copied().collect();
        let keys: Vec<&Vec<Option<usize>>> = atoms.keys().collect();
        let over = |table: usize, sum: Sum| -> Vec<u64> {
            let grid = tables.get(table).map(|table| &table.grid);
            let covers =
                |cell: &Option<usize>| grid.zip(*cell).is_some_and(|(grid, cell)| grid.covers(sum, cell));
            keys.iter().map(|key| u64::from(key.get(table).is_some_and(covers))).collect()
        };
        let mut published: BTreeSet<Vec<u64>> = BTreeSet::new();
        let mut span = Span::new(keys.len());
        for (at, table) in tables.iter().enumerate() {
            for sum in &table.shown {
                let vector = over(at, *sum);
                span.add(vector.clone());
                published.insert(vector);
            }
        }
        let people = |vector: &[u64]| -> u32 {
            vector.iter().zip(&sizes).filter(|(holds, _)| **holds == 1).map(|(_, size)| *size).sum()
        };
        let few = |count: u32| count > 0 && count < threshold;
        for (at, table) in tables.iter().enumerate() {
            for sum in table.grid.sums().into_iter().filter(|sum| !table.shown.contains(sum)) {
                let vector = over(at, sum);
                if people(&vector) > 0 && span.holds(vector) {
                    return Err(TooClose);
                }
            }
        }
        for (at, size) in sizes.iter().enumerate().filter(|(_, size)| few(**size)) {
            let unit: Vec<u64> = (0..keys.len()).map(|other| u64::from(other == at)).collect();
            if *size > 0 && span.holds(unit) {
                return Err(TooClose);
            }
        }
        let published: Vec<Vec<u64>> = published.into_iter().collect();
        for (at, one) in published.iter().enumerate() {
            for other in published.iter().skip(at + 1) {
                let differs: Vec<u64> = one.iter().zip(other).map(|(a, b)| u64::from(a != b)).collect();
                let nested =
                    one.iter().zip(other).all(|(a, b)| a <= b) || one.iter().zip(other).all(|(a, b)| a >= b);
                if nested && few(people(&differs)) {
                    return Err(TooClose);
                }
            }
        }
        Ok(())
    }
}

/// Groups of people that no table tells apart, by their cell in each, and how many each is.
fn atoms(tables: &[&Released]) -> BTreeMap<Vec<Option<usize>>, u32> {
    let everybody: BTreeSet<i64> =
        tables.iter().flat_map(|table| table.grid.people.keys().copied()).collect();
    let mut atoms = BTreeMap::new();
    for person in everybody {
        let key: Vec<Option<usize>> =
            tables.iter().map(|table| table.grid.people.get(&person).copied()).collect();
        *atoms.entry(key).or_insert(0) += 1;
    }
    atoms
}

#[cfg(test)]
mod tests;
