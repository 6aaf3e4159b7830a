//! OpenDocument sheets, streamed. Repeated cells and rows are counted against the limits one by one, never expanded
//! beforehand.
//!
//! Source: OASIS OpenDocument 1.3, part 3, 9 (tables), 19.385 (value types).

use super::{
    package::Package,
    xlsx::iso,
    xml::{Xml, append, attribute, number},
};
use crate::{
    error::{PaperError, Part},
    grid::{Cell, Column, Content, Draft, Grid, Merge, Notice},
    limits::Limits,
};
use casework::private::Private;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, PaperError> {
    let mut package = Package::open(bytes, limits)?;
    if let Some(part) = package.part("META-INF/manifest.xml")? {
        unlocked(&mut Xml::new(part, Part::Container, limits))?;
    }
    let part = package.part("content.xml")?.ok_or(PaperError::damaged(Part::Workbook))?;
    let mut xml = Xml::new(part, Part::Sheet, limits);
    let mut draft = Draft::new(limits);
    let mut hidden_styles = HashSet::new();
    let mut style = String::new();
    loop {
        let (name, hidden) = match xml.next()? {
            Event::Start(e) => match e.name().as_ref() {
                "style:style" => {
                    style = attribute(&e, "name").unwrap_or_default();
                    continue;
                }
                "style:table-properties" => {
                    if attribute(&e, "display").as_deref() == Some("false") {
                        hidden_styles.insert(style.clone());
                    }
                    continue;
                }
                "table:table" => {
                    let hidden =
                        attribute(&e, "style-name").is_some_and(|name| hidden_styles.contains(&name));
                    (attribute(&e, "name").unwrap_or_default(), hidden)
                }
                _ => continue,
            },
            Event::Eof => return draft.finish(),
            _ => continue,
        };
        draft.begin(name, hidden)?;
        table(&mut xml, &mut draft, limits)?;
        draft.end();
    }
}

fn unlocked(manifest: &mut Xml<'_, '_>) -> Result<(), PaperError> {
    loop {
        match manifest.next()? {
            Event::Start(e) if e.local_name().as_ref() == "encryption-data" => {
                return Err(PaperError::Locked);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// One opening tag of a cell.
struct Head {
    repeated: u32,
    spans: (u32, u32),
    kind: Option<String>,
    value: Option<String>,
    formula: bool,
}

impl Head {
    fn of(e: &BytesStart<'_>) -> Self {
        let value = ["value", "date-value", "time-value", "boolean-value", "string-value"];
        // `value` is also the local name's end of none of the others, so the first that is there is meant.
        let value = value.into_iter().find_map(|name| attribute(e, name));
        let count = |name| number(e, name).unwrap_or(1).max(1);
        Self {
            repeated: count("number-columns-repeated"),
            spans: (count("number-rows-spanned"), count("number-columns-spanned")),
            kind: attribute(e, "value-type"),
            value,
            formula: attribute(e, "formula").is_some(),
        }
    }
}

fn table(xml: &mut Xml<'_, '_>, draft: &mut Draft<'_>, limits: &Limits) -> Result<(), PaperError> {
    enum Step {
        Row(u32),
        Cell(Head),
        Other,
    }
    let outside = xml.depth().saturating_sub(1);
    let most = u32::try_from(limits.columns).unwrap_or(u32::MAX);
    let mut row: u32 = 0;
    let mut pending: u32 = 1;
    let mut column: u32 = 0;
    let mut cells: Vec<Cell> = Vec::new();
    while xml.depth() > outside {
        let step = match xml.next()? {
            Event::Start(e) => match e.name().as_ref() {
                "table:table-row" => Step::Row(number(&e, "number-rows-repeated").unwrap_or(1).max(1)),
                "table:table-cell" | "table:covered-table-cell" => Step::Cell(Head::of(&e)),
                _ => Step::Other,
            },
            Event::Eof => return Err(PaperError::damaged(Part::Sheet)),
            _ => Step::Other,
        };
        match step {
            Step::Row(repeated) => {
                close_row(&mut cells, row, pending, draft)?;
                row = row.saturating_add(if row == 0 { 1 } else { pending });
                pending = repeated;
                column = 0;
            }
            Step::Cell(head) => {
                let text = paragraphs(xml, limits)?;
                if let Some(content) = content(&head, text) {
                    // One beyond the limit is enough to be refused when the row is taken.
                    for step in 0..head.repeated.min(most.saturating_add(1)) {
                        let column = Column(column.saturating_add(step));
                        cells.push(Cell { column, content: content.clone(), formula: head.formula });
                        if cells.len() as u64 > limits.columns {
                            break;
                        }
                    }
                } else if head.formula {
                    draft.notice(Notice::FormulaWithoutValue);
                }
                if head.spans != (1, 1) {
                    let rows = (row, row.saturating_add(head.spans.0 - 1));
                    let columns = (Column(column), Column(column.saturating_add(head.spans.1 - 1)));
                    draft.merge(Merge { rows, columns });
                }
                column = column.saturating_add(head.repeated);
            }
            Step::Other => {}
        }
    }
    close_row(&mut cells, row, pending, draft)
}

fn close_row(
    cells: &mut Vec<Cell>,
    row: u32,
    repeated: u32,
    draft: &mut Draft<'_>,
) -> Result<(), PaperError> {
    let cells = std::mem::take(cells);
    if cells.is_empty() {
        return Ok(());
    }
    for step in 0..repeated {
        for cell in &cells {
            draft.put(row.saturating_add(step), cell.clone())?;
        }
    }
    Ok(())
}

/// The text shown in the cell whose start was just read, to its end: its paragraphs, without comments.
fn paragraphs(xml: &mut Xml<'_, '_>, limits: &Limits) -> Result<String, PaperError> {
    enum Step {
        Comment,
        Paragraph,
        Blank(usize),
        Other,
    }
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    let mut inside = 0;
    while xml.depth() > outside {
        let depth = xml.depth();
        let step = match xml.next()? {
            Event::Start(e) => match e.name().as_ref() {
                "office:annotation" | "draw:frame" | "draw:g" => Step::Comment,
                "text:p" => Step::Paragraph,
                "text:s" => {
                    Step::Blank(number(&e, "c").and_then(|c| usize::try_from(c).ok()).unwrap_or(1).min(64))
                }
                "text:tab" | "text:line-break" => Step::Blank(1),
                _ => Step::Other,
            },
            Event::End(e) => {
                if e.name().as_ref() == "text:p" && inside == depth {
                    inside = 0;
                }
                Step::Other
            }
            Event::Eof => return Err(PaperError::damaged(Part::Sheet)),
            event => {
                if inside > 0 {
                    append(&event, &mut text, limits, Part::Sheet)?;
                }
                Step::Other
            }
        };
        match step {
            Step::Comment => xml.skip()?,
            Step::Paragraph => {
                if !text.is_empty() {
                    text.push('\n');
                }
                inside = xml.depth();
            }
            Step::Blank(count) => text.extend(std::iter::repeat_n(' ', count)),
            Step::Other => {}
        }
    }
    Ok(text)
}

fn content(head: &Head, text: String) -> Option<Content> {
    let moment = |value: &str| Content::Moment(Private::new(iso(value)));
    match (head.kind.as_deref(), head.value.as_deref()) {
        (Some("float" | "percentage" | "currency"), Some(value)) => {
            let value: f64 = value.parse().ok()?;
            // What the officer saw keeps zeros that the value has lost.
            let padded =
                text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
            let shown = (padded && text.parse() == Ok(value)).then(|| Private::new(text));
            Some(Content::Number { value, shown })
        }
        (Some("date"), Some(value)) => Some(moment(value)),
        (Some("time"), Some(value)) => Some(clock(value).unwrap_or(Content::Text(Private::new(text)))),
        (Some("boolean"), Some(value)) => Some(Content::Flag(value == "true")),
        (_, Some(value)) if text.is_empty() => Some(Content::Text(Private::new(value.to_owned()))),
        _ if text.is_empty() => None,
        _ if head.formula && text.starts_with('#') => Some(Content::Broken),
        _ => Some(Content::Text(Private::new(text))),
    }
}

/// `PT16H20M00S` as `16:20`.
fn clock(value: &str) -> Option<Content> {
    let (hours, rest) = value.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.trim_end_matches('S').split('.').next().unwrap_or_default();
    let (hours, minutes): (u8, u8) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds: u8 = seconds.parse().unwrap_or(0);
    let shown = if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    };
    Some(Content::Clock(Private::new(shown)))
}
