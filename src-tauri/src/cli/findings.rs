//! What was found, compared and counted, as text. Owns columns; refuses to choose what is in them.

use desk::views::{DuplicateView, LinksView, MrzView, SearchHit, StatTable, StatsInput, StatsView};

use super::arguments::{DuplicateDeed, PairArgs, StatsArgs};
use super::outcome::{Outcome, columns};
use super::perform::standard_input;
use super::session::Session;
use super::{pages, records};
use crate::failure::Failure;
use crate::{files, printing};

/// One line a hit, with why.
pub(super) fn hits(hits: &[SearchHit]) -> String {
    let row = |hit: &SearchHit| {
        let why = hit.why.iter().map(|one| {
            let of = one.of.as_ref().map(|link| format!(" ({})", link.reference)).unwrap_or_default();
            format!("{}: {}{of}, {}", one.field, one.text, one.how_word)
        });
        [
            hit.record.reference.clone(),
            hit.record.title.clone(),
            hit.detail.clone(),
            why.collect::<Vec<_>>().join("; "),
        ]
    };
    columns(&hits.iter().map(row).collect::<Vec<_>>())
}

/// Figures about a period; with a file, the table leaves.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn stats(session: &mut Session, deed: StatsArgs) -> Result<Outcome, Failure> {
    session.desk(|desk| {
        let threshold = match (deed.public, deed.ministry) {
            (true, _) => Some(desk::PUBLIC),
            (_, true) => Some(desk::MINISTRIES),
            _ => None,
        };
        let input = StatsInput { from: deed.from, to: deed.to, by: deed.by, of: deed.of, threshold };
        let withheld = desk.words().get("stat-withheld").into_owned();
        let total = desk.words().get("stat-total").into_owned();
        let leaves = deed.print || deed.output.is_some();
        if !leaves {
            let view = desk.statistics(&input)?;
            return Ok(Outcome::of(figures(&view, &withheld, &total), &view));
        }
        let reason = deed.reason.unwrap_or_default();
        let left = match deed.output {
            Some(output) => desk.release_statistics(&input, &reason, &output)?,
            None => {
                let pages = desk.statistics_prepare(&input)?;
                let printer = deed.printer.as_deref();
                desk.statistics_print(&pages.token, &reason, &mut |bytes| printing::print(bytes, printer))?
            }
        };
        Ok(Outcome::of(table(&left.table, &withheld, &total), &left))
    })
}

fn figures(view: &StatsView, withheld: &str, total: &str) -> String {
    let totals: Vec<[String; 2]> =
        view.totals.iter().map(|one| [one.word.clone(), one.people.to_string()]).collect();
    let days: Vec<[String; 3]> = view
        .days
        .iter()
        .map(|one| [format!("{} → {}", one.from, one.to), one.median.to_string(), one.p90.to_string()])
        .collect();
    let costs: Vec<[String; 2]> =
        view.costs.iter().map(|one| [one.word.clone(), one.amount.clone()]).collect();
    let parts = [columns(&totals), table(&view.table, withheld, total), columns(&days), columns(&costs)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

fn table(table: &StatTable, withheld: &str, total: &str) -> String {
    let said = |count: &Option<u32>| count.map_or_else(|| withheld.to_owned(), |count| count.to_string());
    let mut lines: Vec<[String; 3]> = Vec::new();
    for (row, cells) in table.rows.iter().zip(&table.cells).filter(|(row, _)| !row.is_empty()) {
        for (column, cell) in table.columns.iter().zip(cells) {
            lines.push([row.clone(), column.clone(), said(cell)]);
        }
    }
    lines.push([table.heading.clone(), total.to_owned(), said(&table.total)]);
    columns(&lines)
}

/// Pairs to decide, or the decision.
///
/// # Errors
/// The vault does not open, or the desk refuses.
pub(super) fn duplicates(session: &mut Session, deed: DuplicateDeed) -> Result<Outcome, Failure> {
    let ids = (session.ground.id(), session.ground.id());
    let decide = |desk: &mut desk::Desk, pair: &PairArgs, same| {
        let page = desk.decide_duplicate((&pair.one, &pair.other), same, &pair.reason, ids)?;
        Ok(Outcome::with(pages::record(&page), records::record(&page)))
    };
    session.desk(|desk| match deed {
        DuplicateDeed::List { reference } => {
            let pairs = desk.duplicates(reference.as_deref())?;
            Ok(Outcome::of(columns(&pairs.iter().map(pair).collect::<Vec<_>>()), &pairs))
        }
        DuplicateDeed::Link(pair) => decide(desk, &pair, true),
        DuplicateDeed::Dismiss(pair) => decide(desk, &pair, false),
    })
}

fn pair(pair: &DuplicateView) -> [String; 5] {
    let against = pair.against.iter().map(|one| format!("− {one}"));
    [
        pair.one.reference.clone(),
        pair.other.reference.clone(),
        format!("{} / {}", pair.one.title, pair.other.title),
        pair.strength_word.clone(),
        pair.reasons.iter().cloned().chain(against).collect::<Vec<_>>().join("; "),
    ]
}

/// What a zone says; a text that is none is refused as bad input.
///
/// # Errors
/// The file is not there, the vault does not open, or the text is no zone.
pub(super) fn mrz(session: &mut Session, file: &std::path::Path) -> Result<Outcome, Failure> {
    session.desk(|desk| {
        let (bytes, _) = if file.as_os_str() == "-" { standard_input()? } else { files::read(file)? };
        let view = desk.whole_mrz(&String::from_utf8_lossy(&bytes))?;
        let (fits, fails) = (desk.words().get("mrz-fits"), desk.words().get("mrz-fails"));
        let compare = (view.kind == "immigration-matter").then(|| desk.words().get("mrz-visa-number"));
        let text = zone(&view, (&fits, &fails), compare.as_deref());
        Ok(Outcome::of(text, &view))
    })
}

fn zone(view: &MrzView, (fits, fails): (&str, &str), compare: Option<&str>) -> String {
    let digits: Vec<[String; 2]> = view
        .digits
        .iter()
        .map(|one| [one.word.clone(), if one.holds { fits } else { fails }.to_owned()])
        .collect();
    let said: Vec<[String; 2]> =
        view.fields.iter().chain(&view.person).map(|one| [one.label.clone(), one.display.clone()]).collect();
    let parts = view.size.iter().cloned().chain([columns(&digits), columns(&said)]);
    parts.chain(compare.map(str::to_owned)).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// One line a tie.
pub(super) fn links(view: &LinksView) -> String {
    let row = |tie: &desk::views::Tie| {
        let cases: Vec<&str> = tie.rescues.iter().map(|one| one.reference.as_str()).collect();
        let more = if tie.more { "+" } else { "" };
        [tie.word.clone(), tie.title.clone(), format!("{}{more}", tie.people), cases.join(" ")]
    };
    columns(&view.ties.iter().map(row).collect::<Vec<_>>())
}
