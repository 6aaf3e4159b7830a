//! Point 21: what somebody with patience finds out from a table that was published.

use desk::views::{StatTable, StatsInput};

use crate::bench::Laptop;
use crate::point::{Tried, point, times};

const THRESHOLD: u32 = 11;
const BY: [&str; 7] = ["province", "sex", "age", "company", "means", "finding", "year"];

#[test]
fn p21_published_tables_give_nothing_small_away() {
    let seeds = times(1, 6);
    point(21, "tables: small cells, and by subtraction", |sabotage| {
        let mut tried = Tried::default();
        for seed in 0..seeds {
            let laptop = Laptop::new();
            let (mut desk, _) = laptop.begin();
            desk.generate(400, u64::from(seed) + 5).unwrap();
            let pairs =
                BY.iter().enumerate().flat_map(|(at, one)| BY[at + 1..].iter().map(move |two| [*one, *two]));
            for by in pairs {
                let asked = |threshold| StatsInput {
                    from: "2000-01-01".into(),
                    to: "2026-12-31".into(),
                    by: by.iter().map(|one| (*one).to_owned()).collect(),
                    of: Some("helped".to_owned()),
                    threshold,
                };
                let exact = desk.statistics(&asked(None)).unwrap().table;
                // Sabotaged, the small cells are blanked and nothing else.
                let table = if sabotage {
                    naive(&exact)
                } else {
                    let Ok(view) = desk.statistics(&asked(Some(THRESHOLD))) else { continue };
                    view.table
                };
                tried.attempts += 1;
                tried.broken += u32::from(gives_away(&table));
            }
        }
        tried
    });
}

fn small(count: u32) -> bool {
    count > 0 && count < THRESHOLD
}

fn naive(exact: &StatTable) -> StatTable {
    let mut table = exact.clone();
    for cell in table.cells.iter_mut().flatten() {
        *cell = cell.filter(|count| !small(*count));
    }
    table
}

/// Whether a small count is shown, or follows from what is: a line with its sum and one blank gives the blank, and each that
/// is found may give another.
fn gives_away(table: &StatTable) -> bool {
    let shown = table.cells.iter().flatten().chain(&table.row_totals).chain(&table.column_totals);
    if shown.flatten().any(|count| small(*count)) {
        return true;
    }
    let mut cells = table.cells.clone();
    let columns = table.column_totals.len();
    loop {
        let mut found = None;
        for (row, sum) in table.row_totals.iter().enumerate() {
            let line: Vec<(usize, usize)> = (0..cells[row].len()).map(|column| (row, column)).collect();
            found = found.or_else(|| missing(&cells, &line, *sum));
        }
        for column in 0..columns {
            let line: Vec<(usize, usize)> = (0..cells.len()).map(|row| (row, column)).collect();
            found = found.or_else(|| missing(&cells, &line, table.column_totals[column]));
        }
        let Some(((row, column), count)) = found else { return false };
        if small(count) {
            return true;
        }
        cells[row][column] = Some(count);
    }
}

fn missing(
    cells: &[Vec<Option<u32>>],
    line: &[(usize, usize)],
    sum: Option<u32>,
) -> Option<((usize, usize), u32)> {
    let blank: Vec<(usize, usize)> =
        line.iter().copied().filter(|(row, column)| cells[*row][*column].is_none()).collect();
    let [only] = blank.as_slice() else { return None };
    let known: u32 = line.iter().filter_map(|(row, column)| cells[*row][*column]).sum();
    Some((*only, sum?.saturating_sub(known)))
}
