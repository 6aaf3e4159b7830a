//! Office Open XML sheets, streamed: each cell with its type, the value computed last where there is a formula, merged
//! blocks. The sheet's own claim of its size is not read, so that it cannot ask for memory.
//!
//! Source: ECMA-376 Part 1, 18.3.

use super::{
    package::Package,
    serial::{Moment, moment},
    xlsx_parts::{Shown, rich_text, strings, styles, workbook},
    xml::{Xml, attribute, number},
};
use crate::{
    error::{PaperError, Part},
    grid::{Cell, Column, Content, Draft, Grid, Merge, Notice},
    limits::Limits,
};
use casework::private::Private;
use quick_xml::events::Event;

const LAST_ROW: u32 = 1_048_576;
const LAST_COLUMN: u32 = 16_383;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, PaperError> {
    let mut package = Package::open(bytes, limits)?;
    let book = workbook(&mut package, limits)?;
    let strings = strings(&mut package, book.strings.as_deref(), limits)?;
    let styles = styles(&mut package, book.styles.as_deref(), limits)?;
    let mut draft = Draft::new(limits);
    if book.from_1904 {
        draft.count_from_1904();
    }
    let shared = Shared { strings, styles, from_1904: book.from_1904 };
    for listed in book.sheets {
        draft.begin(listed.name, listed.hidden)?;
        let part = package.part(&listed.path)?.ok_or(PaperError::damaged(Part::Sheet))?;
        sheet(&mut Xml::new(part, Part::Sheet, limits), &shared, &mut draft)?;
        draft.end();
    }
    draft.finish()
}

/// What all sheets of a workbook share.
struct Shared {
    strings: Vec<String>,
    styles: Vec<Shown>,
    from_1904: bool,
}

/// A cell's opening tag.
struct Head {
    row: u32,
    column: Column,
    style: usize,
    kind: String,
}

fn sheet(xml: &mut Xml<'_, '_>, shared: &Shared, draft: &mut Draft<'_>) -> Result<(), PaperError> {
    let mut row: u32 = 0;
    let mut next_column: u32 = 0;
    loop {
        let head = match xml.next()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "row" => {
                    row = number(&e, "r").unwrap_or_else(|| row.saturating_add(1));
                    next_column = 0;
                    continue;
                }
                "c" => {
                    let written = attribute(&e, "r");
                    let at = match &written {
                        Some(reference) => position(reference).ok_or(PaperError::damaged(Part::Sheet))?,
                        None => (row, Column(next_column)),
                    };
                    let style = number(&e, "s").and_then(|style| usize::try_from(style).ok()).unwrap_or(0);
                    Head { row: at.0, column: at.1, style, kind: attribute(&e, "t").unwrap_or_default() }
                }
                "mergeCell" => {
                    if let Some(merge) = attribute(&e, "ref").as_deref().and_then(block) {
                        draft.merge(merge);
                    }
                    continue;
                }
                _ => continue,
            },
            Event::Eof => return Ok(()),
            _ => continue,
        };
        if head.row == 0 || head.row > LAST_ROW || head.column.0 > LAST_COLUMN {
            return Err(PaperError::damaged(Part::Sheet));
        }
        next_column = head.column.0 + 1;
        cell(xml, &head, shared, draft)?;
    }
}

fn cell(
    xml: &mut Xml<'_, '_>,
    head: &Head,
    shared: &Shared,
    draft: &mut Draft<'_>,
) -> Result<(), PaperError> {
    enum Step {
        Value,
        Inline,
        Formula,
        Other,
    }
    let at = Some(draft.place(head.row, Some(head.column)));
    let outside = xml.depth().saturating_sub(1);
    let mut written = String::new();
    let mut formula = false;
    while xml.depth() > outside {
        let step = match xml.next()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "v" => Step::Value,
                "is" => Step::Inline,
                "f" => Step::Formula,
                _ => Step::Other,
            },
            Event::Eof => return Err(PaperError::damaged(Part::Sheet)),
            _ => Step::Other,
        };
        match step {
            // An inline text also stands in `is`; its `v` would double it.
            Step::Value if head.kind == "inlineStr" => xml.skip()?,
            Step::Value => xml.text(&mut written).map_err(|error| placed(error, at))?,
            Step::Inline => written.push_str(&rich_text(xml).map_err(|error| placed(error, at))?),
            Step::Formula => {
                formula = true;
                xml.skip()?;
            }
            Step::Other => {}
        }
    }
    if written.is_empty() {
        if formula {
            draft.notice(Notice::FormulaWithoutValue);
        }
        return Ok(());
    }
    let content =
        content(head, &written, shared).ok_or(PaperError::Damaged { part: Part::Sheet, place: at })?;
    draft.put(head.row, Cell { column: head.column, content, formula })
}

fn placed(error: PaperError, at: Option<crate::grid::Place>) -> PaperError {
    match error {
        PaperError::TooLarge { limit, allowed, place: None } => {
            PaperError::TooLarge { limit, allowed, place: at }
        }
        PaperError::Damaged { part, place: None } => PaperError::Damaged { part, place: at },
        other => other,
    }
}

fn content(head: &Head, written: &str, shared: &Shared) -> Option<Content> {
    let text = |text: &str| Content::Text(Private::new(text.to_owned()));
    Some(match head.kind.as_str() {
        "s" => text(shared.strings.get(written.trim().parse::<usize>().ok()?)?),
        "b" => Content::Flag(matches!(written.trim(), "1" | "true")),
        "e" => Content::Broken,
        "d" => Content::Moment(Private::new(iso(written))),
        "" | "n" => match written.trim().parse::<f64>() {
            Ok(value) => counted(
                value,
                shared.styles.get(head.style).copied().unwrap_or(Shown::Plain),
                shared.from_1904,
            ),
            Err(_) => text(written),
        },
        _ => text(written),
    })
}

fn counted(value: f64, shown: Shown, from_1904: bool) -> Content {
    let plain = Content::Number { value, shown: None };
    match shown {
        Shown::Plain => plain,
        Shown::Moment => match moment(value, from_1904) {
            Some(Moment::Day(text) | Moment::Timed(text)) => Content::Moment(Private::new(text)),
            Some(Moment::Clock(text)) => Content::Clock(Private::new(text)),
            None => plain,
        },
        Shown::Padded(width) if value >= 0.0 && value.fract() == 0.0 => {
            // Rust writes no exponent, so that a long number keeps its digits.
            Content::Number {
                value,
                shown: Some(Private::new(format!("{value:0>width$}", width = width.min(32)))),
            }
        }
        Shown::Padded(_) => plain,
    }
}

/// An ISO moment as the app's parsers take it: without a midnight that only says "no time".
pub(super) fn iso(written: &str) -> String {
    let trimmed = written.trim().trim_end_matches('Z');
    let (day, clock) = trimmed.split_once('T').unwrap_or((trimmed, ""));
    let clock = clock.split('.').next().unwrap_or_default();
    let clock = clock.strip_suffix(":00").filter(|short| short.contains(':')).unwrap_or(clock);
    if clock.is_empty() || clock == "00:00" { day.to_owned() } else { format!("{day}T{clock}") }
}

fn position(reference: &str) -> Option<(u32, Column)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = reference.split_at_checked(digits)?;
    Some((row.parse().ok()?, Column::from_letters(letters)?))
}

fn block(reference: &str) -> Option<Merge> {
    let (from, to) = reference.split_once(':')?;
    let ((top, left), (bottom, right)) = (position(from)?, position(to)?);
    (top <= bottom && left <= right).then_some(Merge { rows: (top, bottom), columns: (left, right) })
}

#[cfg(test)]
mod tests {
    use super::{block, iso, position};
    use crate::grid::Column;

    #[test]
    fn references_are_read_strictly() {
        assert_eq!(position("C7"), Some((7, Column(2))));
        assert_eq!(position("AAAA7"), None);
        assert_eq!(position("C99999999999"), None);
        assert_eq!(position("7"), None);
        assert!(block("B2:A1").is_none());
        assert!(block("A1:XFD1048576").is_some());
    }

    #[test]
    fn a_midnight_is_no_time() {
        assert_eq!(iso("2023-06-28T00:00:00"), "2023-06-28");
        assert_eq!(iso("2023-10-04T16:20:00.000Z"), "2023-10-04T16:20");
        assert_eq!(iso("2023-06-28"), "2023-06-28");
    }
}
