//! Where the list stands in a sheet: its title rows, its columns, and which rows below are people. Owns telling people
//! from titles, totals and notes; every row left out is reported with its reason.

use super::{
    headers::{Found, Vocabulary, compact, fold},
    mapping::{Mapping, Slot, Target, Why},
};
use crate::grid::{Column, Content, Merge, Row, Sheet};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::RangeInclusive,
};

/// Titles are looked for in so many rows with something in them.
const LOOKED_AT: usize = 40;

/// A row of titles, or two that belong together.
#[derive(Debug, Clone)]
pub(super) struct Heading {
    /// The rows, as numbered.
    pub(super) rows: Vec<u32>,
    /// The title of each column, as shown.
    pub(super) titles: BTreeMap<Column, String>,
    /// What each title means.
    pub(super) found: BTreeMap<Column, Found>,
    /// How well the titles are known: 100 for each field.
    pub(super) score: u32,
}

/// The best heading of a sheet, when a name and something else, or a name alone, is recognised in it.
pub(super) fn heading(
    sheet: &Sheet,
    vocabulary: &Vocabulary<'_>,
    remembered: Option<&Mapping>,
    title_slot: &Slot,
) -> Option<Heading> {
    let mut best: Option<Heading> = None;
    let rows: Vec<&Row> = sheet.rows.iter().take(LOOKED_AT).collect();
    for (at, upper) in rows.iter().enumerate() {
        let lower = rows.get(at + 1).filter(|lower| lower.number == upper.number + 1);
        let candidates = [Some(single(upper, sheet)), lower.map(|lower| double(upper, lower, sheet))];
        for (rows, titles) in
            [vec![upper.number], vec![upper.number, upper.number + 1]].into_iter().zip(candidates)
        {
            let Some(titles) = titles else { continue };
            let heading = weigh(rows, titles, vocabulary, remembered, sheet);
            let fields: BTreeSet<&Slot> =
                heading.found.values().flat_map(|found| found.target.fields()).collect();
            let enough = fields.len() >= 2 || fields.contains(title_slot);
            if enough && best.as_ref().is_none_or(|best| heading.score > best.score) {
                best = Some(heading);
            }
        }
    }
    best
}

/// Possible titles of a column, the most telling first.
type Titles = BTreeMap<Column, Vec<String>>;

fn own(row: &Row, column: Column) -> Option<String> {
    match row.cell(column).map(|cell| &cell.content) {
        Some(Content::Text(text)) => {
            Some(text.reveal().trim().to_owned()).filter(|text| text.chars().count() <= 120)
        }
        _ => None,
    }
}

fn single(row: &Row, _: &Sheet) -> Titles {
    row.cells.iter().filter_map(|cell| Some((cell.column, vec![own(row, cell.column)?]))).collect()
}

fn double(upper: &Row, lower: &Row, sheet: &Sheet) -> Titles {
    let columns: BTreeSet<Column> = upper.cells.iter().chain(&lower.cells).map(|cell| cell.column).collect();
    let mut titles = Titles::new();
    let mut last: Option<String> = None;
    for column in columns {
        let block = sheet.merges.iter().find(|merge| merge.covers(upper.number, column));
        let over = own(upper, column).or_else(|| block.and_then(|merge| own(upper, merge.columns.0)));
        let under = own(lower, column);
        // Text files keep no blocks: a group's title stands over its first column only.
        let over = over.or_else(|| last.clone().filter(|_| under.is_some() && sheet.merges.is_empty()));
        last.clone_from(&over);
        let known = match (over, under) {
            (Some(over), Some(under)) => vec![format!("{under} {over}"), format!("{over} {under}"), under],
            (None, Some(under)) => vec![under],
            (Some(over), None) if lower.cell(column).is_none() => vec![over],
            _ => continue,
        };
        titles.insert(column, known);
    }
    titles
}

fn weigh(
    rows: Vec<u32>,
    titles: Titles,
    vocabulary: &Vocabulary<'_>,
    remembered: Option<&Mapping>,
    sheet: &Sheet,
) -> Heading {
    let mut heading = Heading { rows, titles: BTreeMap::new(), found: BTreeMap::new(), score: 0 };
    let mut seen: BTreeSet<Slot> = BTreeSet::new();
    for (column, choices) in titles {
        let known = |title: &String| {
            let settled = remembered.and_then(|mapping| mapping.remembers(title));
            match settled {
                Some(target) => Some(Found { target: target.clone(), why: Why::Remembered, score: 100 }),
                None => vocabulary.find(title),
            }
        };
        // The first of equals: the longer title says more.
        let mut best: Option<(String, Found)> = None;
        for title in &choices {
            if let Some(found) = known(title)
                && best.as_ref().is_none_or(|(_, best)| found.score > best.score)
            {
                best = Some((title.clone(), found));
            }
        }
        match best {
            Some((title, found)) => {
                let fresh =
                    found.target.fields().iter().filter(|field| seen.insert((**field).clone())).count();
                let counts =
                    u32::try_from(fresh).unwrap_or(0).max(u32::from(found.target == Target::Nothing));
                heading.score += found.score * counts;
                heading.titles.insert(column, title);
                heading.found.insert(column, found);
            }
            None => {
                if let Some(title) = choices.last() {
                    heading.titles.insert(column, title.clone());
                }
            }
        }
    }
    spread_pairs(&mut heading, sheet);
    heading
}

/// "Tempat/Tgl lahir" over two columns: the place in the first, the date in the second.
fn spread_pairs(heading: &mut Heading, sheet: &Sheet) {
    let row = heading.rows.first().copied().unwrap_or(0);
    let wide = |merge: &&Merge| {
        merge.rows.0 <= row && merge.rows.1 >= row && merge.columns.1.0 == merge.columns.0.0 + 1
    };
    for merge in sheet.merges.iter().filter(wide) {
        let (left, right) = merge.columns;
        let Some(Found { target: Target::PlaceAndDate { place, date }, .. }) =
            heading.found.get(&left).cloned()
        else {
            continue;
        };
        let title = heading.titles.get(&left).cloned().unwrap_or_default();
        for (column, field) in [(left, place), (right, date)] {
            heading
                .found
                .insert(column, Found { target: Target::Field(field), why: Why::TwoTitles, score: 95 });
            heading.titles.insert(column, title.clone());
        }
    }
}

/// Why a row is not taken for a person; the key is in the dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// It stands above the titles.
    AboveTitles,
    /// It holds the titles.
    Titles,
    /// It repeats the titles, as lists do on a new page.
    TitlesAgain,
    /// It numbers the columns.
    ColumnNumbers,
    /// Nothing stands in it.
    Blank,
    /// Only columns that are not taken have something in them.
    Unfilled,
    /// It sums up.
    Total,
    /// One text across the list parts it into sections.
    Section,
    /// It stands below the total, or is a remark and no person.
    Remark,
    /// The officer left it out.
    ByOfficer,
}

impl LeftOut {
    /// Its dictionary key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::AboveTitles => "paper-row-above-titles",
            Self::Titles => "paper-row-titles",
            Self::TitlesAgain => "paper-row-titles-again",
            Self::ColumnNumbers => "paper-row-column-numbers",
            Self::Blank => "paper-row-blank",
            Self::Unfilled => "paper-row-unfilled",
            Self::Total => "paper-row-total",
            Self::Section => "paper-row-section",
            Self::Remark => "paper-row-remark",
            Self::ByOfficer => "paper-row-by-officer",
        }
    }
}

/// Rows that are not taken, with the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IgnoredRows {
    /// The rows, as numbered, from the first to the last.
    pub rows: RangeInclusive<u32>,
    /// Why.
    pub why: LeftOut,
}

/// Words that begin a row of totals.
const TOTALS: [&str; 8] = ["jumlah", "total", "grand total", "subtotal", "sub total", "jml", "សរុប", "sum"];
/// Words that begin a remark.
const REMARKS: [&str; 10] =
    ["catatan", "keterangan", "ket", "note", "notes", "remarks", "sumber", "source", "mengetahui", "សម្គាល់"];
/// Titles of the column that counts rows.
const COUNTERS: [&str; 10] =
    ["no", "nomor", "no urut", "nomor urut", "nr", "num", "number", "s no", "ល រ", "លរ"];

/// True for the title of a column that only counts rows.
pub(super) fn is_counter(title: &str) -> bool {
    let folded = fold(title);
    title.trim() == "#" || COUNTERS.iter().any(|word| fold(word) == folded)
}

/// Parts a sheet into people and the rest, under a mapping.
pub(super) fn people<'s>(
    sheet: &'s Sheet,
    mapping: &Mapping,
    title: Option<Column>,
) -> (Vec<&'s Row>, Vec<IgnoredRows>) {
    let mut taken = Vec::new();
    let mut ignored: Vec<IgnoredRows> = Vec::new();
    let mut leave = |from: u32, to: u32, why: LeftOut| match ignored.last_mut() {
        Some(last) if last.why == why && *last.rows.end() + 1 == from => last.rows = *last.rows.start()..=to,
        _ => ignored.push(IgnoredRows { rows: from..=to, why }),
    };
    let last_title = mapping.header_rows.iter().max().copied().unwrap_or(0);
    let titles = mapping.header_rows.first().and_then(|row| sheet.row(*row)).map(row_text);
    let mut ended = false;
    let mut before = 0;
    for row in &sheet.rows {
        if row.number > before + 1 {
            leave(before + 1, row.number - 1, LeftOut::Blank);
        }
        before = row.number;
        let why = if mapping.header_rows.contains(&row.number) {
            Some(LeftOut::Titles)
        } else if row.number < last_title {
            Some(LeftOut::AboveTitles)
        } else if last_title > 0 && titles.as_ref() == Some(&row_text(row)) {
            Some(LeftOut::TitlesAgain)
        } else {
            let why = below(row, sheet, mapping, title, ended);
            ended |= why == Some(LeftOut::Total);
            why
        };
        match why {
            Some(why) => leave(row.number, row.number, why),
            None => taken.push(row),
        }
    }
    (taken, ignored)
}

fn below(row: &Row, sheet: &Sheet, mapping: &Mapping, title: Option<Column>, ended: bool) -> Option<LeftOut> {
    let texts: Vec<(Column, String)> =
        row.cells.iter().filter_map(|cell| Some((cell.column, fold(&own(row, cell.column)?)))).collect();
    let begins = |words: &[&str], text: &str| {
        words.iter().any(|word| {
            let word = fold(word);
            text == word || text.strip_prefix(&word).is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let few = texts.len() <= 2;
    if few && texts.first().is_some_and(|(_, text)| begins(&TOTALS, text)) {
        return Some(LeftOut::Total);
    }
    if numbers_columns(row) {
        return Some(LeftOut::ColumnNumbers);
    }
    let named = title.is_some_and(|title| row.cell(title).is_some());
    let first = row.cells.first()?;
    let alone = row.cells.len() == 1;
    let wide = alone
        && sheet.merges.iter().any(|merge| {
            merge.covers(row.number, first.column)
                && merge.columns.1.0 >= merge.columns.0.0 + 2
                && merge.rows.0 == merge.rows.1
        });
    if wide {
        return Some(if ended { LeftOut::Remark } else { LeftOut::Section });
    }
    let remark = row.cells.len() <= 2 && texts.first().is_some_and(|(_, text)| begins(&REMARKS, text));
    if remark || (ended && (alone || !named)) {
        return Some(LeftOut::Remark);
    }
    let filled = row.cells.iter().any(|cell| *mapping.target(cell.column) != Target::Nothing);
    if !filled {
        // A lone text in front of the names is a remark; a lone number is a row that nobody filled in.
        return Some(if named || texts.iter().all(|(_, text)| is_digits(text)) {
            LeftOut::Unfilled
        } else {
            LeftOut::Remark
        });
    }
    None
}

fn is_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_numeric())
}

/// `1 2 3 4` or `(1) (2) (3)` under the titles.
fn numbers_columns(row: &Row) -> bool {
    let number = |content: &Content| match content {
        Content::Number { value, .. } => Some(value.to_string()),
        Content::Text(text) => Some(compact(text.reveal())),
        _ => None,
    };
    row.cells.len() >= 3
        && row.cells.iter().enumerate().all(|(at, cell)| number(&cell.content) == Some((at + 1).to_string()))
}

fn row_text(row: &Row) -> Vec<(Column, String)> {
    row.cells
        .iter()
        .map(|cell| (cell.column, own(row, cell.column).map(|text| compact(&text)).unwrap_or_default()))
        .collect()
}
