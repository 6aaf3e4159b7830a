use super::{Grid, Released, Sum};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn grid(rows: usize, columns: usize, counts: &[u32]) -> Grid {
    let mut people = BTreeMap::new();
    for (cell, count) in counts.iter().take(rows * columns).enumerate() {
        for _ in 0..*count {
            people.insert(i64::try_from(people.len()).unwrap(), cell);
        }
    }
    Grid { rows, columns, people }
}

/// Every way to fill the cells that agrees with what is shown, looked for by trying: what somebody without arithmetic but
/// with patience finds out. Gives the values that each sum can have.
fn possible(table: &Released, most: u32) -> BTreeMap<Sum, std::collections::BTreeSet<u32>> {
    let counts = table.grid.counts();
    let cells = table.grid.rows * table.grid.columns;
    let mut found: BTreeMap<Sum, std::collections::BTreeSet<u32>> = BTreeMap::new();
    let mut stack = vec![Vec::<u32>::new()];
    while let Some(filled) = stack.pop() {
        let total = |sum: Sum| -> u32 {
            filled.iter().enumerate().filter(|(cell, _)| table.grid.covers(sum, *cell)).map(|(_, n)| *n).sum()
        };
        let whole = filled.len() == cells;
        let agrees = table.shown.iter().all(|sum| {
            let complete = (filled.len()..cells).all(|cell| !table.grid.covers(*sum, cell));
            if complete { total(*sum) == counts[sum] } else { total(*sum) <= counts[sum] }
        });
        if agrees && whole {
            for sum in table.grid.sums() {
                found.entry(sum).or_default().insert(total(sum));
            }
        } else if agrees {
            for next in 0..=most {
                stack.push([filled.clone(), vec![next]].concat());
            }
        }
    }
    found
}

#[test]
fn a_small_cell_takes_a_partner_with_it() {
    let table = Released::withholding(grid(4, 1, &[3, 40, 25, 60]), 11);
    assert!(!table.shown.contains(&Sum::Cell(0, 0)));
    assert!(!table.shown.contains(&Sum::Cell(2, 0)), "the smallest other one");
    assert!(table.shown.contains(&Sum::Cell(1, 0)) && table.shown.contains(&Sum::All));
    let whole = Released::withholding(grid(2, 1, &[30, 40]), 11);
    assert_eq!(whole.shown.len(), 3, "nothing is withheld without need");
    let few = Released::withholding(grid(2, 1, &[3, 4]), 11);
    assert!(few.shown.is_empty(), "seven people in all are not told either");
}

#[test]
fn rows_and_columns_together_give_nothing_away() {
    let table = Released::withholding(grid(3, 3, &[3, 40, 25, 50, 60, 70, 20, 30, 90]), 11);
    let hidden: Vec<Sum> = table.grid.sums().into_iter().filter(|sum| !table.shown.contains(sum)).collect();
    assert!(hidden.len() >= 4, "two rows and two columns: {hidden:?}");
}

#[test]
fn a_table_that_differs_by_a_few_people_is_refused() {
    let mut people: BTreeMap<i64, usize> = (0..60).map(|person| (person, 0)).collect();
    let first = Released::withholding(Grid { rows: 1, columns: 1, people: people.clone() }, 11);
    assert_eq!(first.beside(&[], 11), Ok(()));
    assert_eq!(first.beside(std::slice::from_ref(&first), 11), Ok(()), "the same table may go out again");
    people.insert(60, 0);
    let one_more = Released::withholding(Grid { rows: 1, columns: 1, people: people.clone() }, 11);
    assert!(one_more.beside(std::slice::from_ref(&first), 11).is_err());
    people.extend((61..80).map(|person| (person, 0)));
    let many_more = Released::withholding(Grid { rows: 1, columns: 1, people }, 11);
    assert_eq!(many_more.beside(&[first], 11), Ok(()));
}

#[test]
fn another_table_does_not_give_away_what_the_first_withheld() {
    let first = Released::withholding(grid(3, 1, &[3, 20, 40]), 11);
    // The same people by another question, which puts the three with the twenty.
    let people = first.grid.people.iter().map(|(person, cell)| (*person, usize::from(*cell == 2))).collect();
    let second = Released::withholding(Grid { rows: 2, columns: 1, people }, 11);
    assert!(second.beside(std::slice::from_ref(&first), 11).is_ok(), "23 and 40 say nothing new");
    let people = first.grid.people.iter().map(|(person, cell)| (*person, usize::from(*cell == 1))).collect();
    let third = Released::withholding(Grid { rows: 2, columns: 1, people }, 11);
    assert!(third.beside(&[first], 11).is_err(), "20 beside 23 is 3");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_withheld_count_has_a_single_possible_value(
        rows in 1_usize..=3, columns in 1_usize..=2, counts in proptest::collection::vec(0_u32..=7, 6),
    ) {
        let table = Released::withholding(grid(rows, columns, &counts), 4);
        let truth = table.grid.counts();
        let most = truth[&Sum::All].min(16);
        let possible = possible(&table, most);
        for sum in table.grid.sums().into_iter().filter(|sum| !table.shown.contains(sum) && truth[sum] > 0) {
            prop_assert!(possible[&sum].len() > 1, "{sum:?} of {truth:?} with {:?}", table.shown);
        }
    }

    #[test]
    fn no_row_of_released_tables_gives_a_withheld_count_away(
        cells in proptest::collection::vec((0_usize..3, 0_usize..2, 0_usize..2, 1_i64..9), 8),
        cuts in proptest::collection::vec((0_usize..3, 0_usize..4), 4),
    ) {
        // Everybody has three traits; each table asks for one or two of them among some of the people.
        let mut everybody = Vec::new();
        for (a, b, c, many) in &cells {
            everybody.extend((0..*many).map(|_| [*a, *b, *c]));
        }
        let mut released: Vec<Released> = Vec::new();
        for (by, among) in cuts {
            let chosen = everybody.iter().enumerate().filter(|(_, traits)| among == 3 || traits[2] == among % 2);
            let people = chosen.map(|(person, traits)| (i64::try_from(person).unwrap(), traits[by] * 2 + traits[1]));
            let table = Released::withholding(Grid { rows: 3, columns: 2, people: people.collect() }, 4);
            if table.beside(&released, 4).is_ok() {
                released.push(table);
            }
        }
        let tables: Vec<&Released> = released.iter().collect();
        let atoms = super::atoms(&tables);
        let vector = |table: usize, sum: Sum| -> Vec<i128> {
            let covers = |key: &Vec<Option<usize>>| key[table].is_some_and(|cell| tables[table].grid.covers(sum, cell));
            atoms.keys().map(|key| i128::from(covers(key))).collect()
        };
        let shown: Vec<Vec<i128>> =
            tables.iter().enumerate().flat_map(|(at, table)| table.shown.iter().map(move |sum| (at, *sum))).map(|(at, sum)| vector(at, sum)).collect();
        let known = rank(&shown);
        for (at, table) in tables.iter().enumerate() {
            let truth = table.grid.counts();
            for sum in table.grid.sums().into_iter().filter(|sum| !table.shown.contains(sum) && truth[sum] > 0) {
                let with = [shown.clone(), vec![vector(at, sum)]].concat();
                prop_assert!(rank(&with) > known, "{sum:?} of table {at} follows");
            }
        }
    }
}

/// The rank over the whole numbers, by elimination without fractions: another way than the one under test.
fn rank(rows: &[Vec<i128>]) -> usize {
    let mut rows = rows.to_vec();
    let mut rank = 0;
    for column in 0..rows.first().map_or(0, Vec::len) {
        let Some(found) = (rank..rows.len()).find(|row| rows[*row][column] != 0) else { continue };
        rows.swap(rank, found);
        for row in rank + 1..rows.len() {
            let (factor, lead) = (rows[row][column], rows[rank][column]);
            let pivot = rows[rank].clone();
            for (value, of_pivot) in rows[row].iter_mut().zip(&pivot) {
                *value = *value * lead - of_pivot * factor;
            }
            let common = rows[row].iter().fold(0, |a, b| divisor(a, b.abs()));
            if common > 1 {
                rows[row].iter_mut().for_each(|value| *value /= common);
            }
        }
        rank += 1;
    }
    rank
}

fn divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { divisor(b, a % b) }
}
