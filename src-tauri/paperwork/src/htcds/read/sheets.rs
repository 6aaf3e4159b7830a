//! The records of a file: rows under the standard's titles, on one sheet or several. Owns telling their sort.

use super::text_of;
use crate::{
    grid::{Cell, Column, Content, Grid, Place, Sheet},
    htcds::codes::{Codes, OWN, Rows},
    tables::disarm,
};
use casework::private::Private;
use std::collections::BTreeMap;

/// Titles are looked for in so many rows.
const LOOKED_AT: usize = 40;

/// So many titles of the standard make a file of the standard.
const ENOUGH: usize = 3;

const NAMES: [&str; 3] = ["prs_FirstName", "prs_MiddleName", "prs_SecondName"];

/// One row with its titles.
pub(super) struct Record {
    pub(super) rows: Rows,
    pub(super) place: Place,
    /// True in a file that this app wrote.
    pub(super) own: bool,
    /// Each cell with its title, in order.
    pub(super) cells: Vec<(String, Column, Cell)>,
}

impl Record {
    /// The text under a title, when there is any.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let (_, _, cell) = self.cells.iter().find(|(title, _, _)| title.eq_ignore_ascii_case(name))?;
        text_of(&cell.content).filter(|text| !text.is_empty())
    }
}

/// What a file holds.
pub(super) struct Found {
    /// The sheet with the people, from 0, and the row of its titles.
    pub(super) sheet: usize,
    pub(super) header: u32,
    pub(super) records: Vec<Record>,
}

type Titles = BTreeMap<Column, String>;

/// Every record of the file; none when no sheet of people has the standard's titles.
pub(super) fn records(codes: &Codes, grid: &Grid) -> Option<Found> {
    let titled: Vec<Option<(u32, Titles)>> = grid.sheets.iter().map(|sheet| titles(codes, sheet)).collect();
    let names = |titles: &Titles| titles.values().any(|title| has(&NAMES, title));
    let people = titled.iter().position(|one| one.as_ref().is_some_and(|(_, titles)| names(titles)))?;
    let header = titled.get(people)?.as_ref()?.0;
    let mut records = Vec::new();
    for (at, (sheet, titled)) in grid.sheets.iter().zip(&titled).enumerate() {
        let Some((header, titles)) = titled else { continue };
        // Row numbers tell people apart, so they come from one sheet.
        if at != people && names(titles) {
            continue;
        }
        let own = titles.values().any(|title| title.to_ascii_lowercase().starts_with(OWN));
        for row in sheet.rows.iter().filter(|row| row.number > *header) {
            let titled = |cell: &Cell| {
                (titles.get(&cell.column).cloned().unwrap_or_default(), cell.column, unmarked(cell))
            };
            let cells: Vec<(String, Column, Cell)> = row.cells.iter().map(titled).collect();
            let place = Place { sheet: at + 1, row: row.number, column: None };
            let mut record = Record { rows: Rows::Person, place, own, cells };
            record.rows = sort(&record, at == people);
            records.push(record);
        }
    }
    Some(Found { sheet: people, header, records })
}

fn has(names: &[&str], title: &str) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(title))
}

fn sort(record: &Record, among_people: bool) -> Rows {
    let said = record.text("pulang_Record").unwrap_or_default().to_ascii_lowercase();
    let told = Rows::ALL.into_iter().find(|rows| rows.word() == said);
    let event = record.cells.iter().any(|(title, _, _)| title.to_ascii_lowercase().starts_with("hte_"));
    told.unwrap_or(match (among_people, event) {
        (true, _) => Rows::Person,
        (false, true) => Rows::Event,
        (false, false) => Rows::Referral,
    })
}

/// The first row with enough titles that are known.
fn titles(codes: &Codes, sheet: &Sheet) -> Option<(u32, Titles)> {
    sheet.rows.iter().take(LOOKED_AT).find_map(|row| {
        let cells = row.cells.iter();
        let titles: Titles = cells.filter_map(|cell| Some((cell.column, text_of(&cell.content)?))).collect();
        let known = titles.values().filter(|title| codes.knows(title)).count();
        (known >= ENOUGH).then_some((row.number, titles))
    })
}

/// The cell without the apostrophe that keeps a spreadsheet from computing it.
fn unmarked(cell: &Cell) -> Cell {
    let mut cell = cell.clone();
    if let Content::Text(text) = &cell.content
        && let Some(bare) = text.reveal().strip_prefix('\'')
        && disarm(bare) == *text.reveal()
    {
        cell.content = Content::Text(Private::new(bare.to_owned()));
    }
    cell
}
