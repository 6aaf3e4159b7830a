//! The small parts of an Office Open XML workbook: which sheets there are, the shared texts, which numbers are dates.
//!
//! Source: ECMA-376 Part 1, 18.2 (workbook), 18.4 (shared strings), 18.8 (styles).

use super::{
    package::Package,
    xml::{Xml, attribute, number},
};
use crate::{
    error::{PaperError, Part},
    limits::{Limit, Limits},
};
use quick_xml::events::Event;
use std::collections::HashMap;

/// How a number is shown, as far as it changes what the number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number.
    Plain,
    /// As a day, a time or both.
    Moment,
    /// With zeros in front up to this many digits.
    Padded(usize),
}

/// A sheet as the workbook lists it.
pub(super) struct Listed {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) path: String,
}

/// The workbook's own part.
pub(super) struct Workbook {
    pub(super) sheets: Vec<Listed>,
    pub(super) from_1904: bool,
    pub(super) strings: Option<String>,
    pub(super) styles: Option<String>,
}

pub(super) fn workbook<'a>(package: &mut Package<'a>, limits: &'a Limits) -> Result<Workbook, PaperError> {
    let top = relations(package, "_rels/.rels", "", limits)?;
    let path = top
        .into_values()
        .find(|one| one.kind == "officeDocument")
        .map_or_else(|| "xl/workbook.xml".into(), |one| one.path);
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
    let related = relations(package, &format!("{folder}/_rels/{file}.rels"), folder, limits)?;
    let of_kind = |kind: &str| related.values().find(|one| one.kind == kind).map(|one| one.path.clone());
    let part = package.part(&path)?.ok_or(PaperError::damaged(Part::Workbook))?;
    let mut xml = Xml::new(part, Part::Workbook, limits);
    let mut book = Workbook {
        sheets: Vec::new(),
        from_1904: false,
        strings: of_kind("sharedStrings"),
        styles: of_kind("styles"),
    };
    loop {
        match xml.next()? {
            Event::Start(e) if e.local_name().as_ref() == "sheet" => {
                let target = attribute(&e, "id").and_then(|id| related.get(&id));
                // Charts and dialogs are no tables; a sheet that leads nowhere is damage.
                let Some(target) = target else { return Err(PaperError::damaged(Part::Workbook)) };
                if target.kind == "worksheet" {
                    let name = attribute(&e, "name").unwrap_or_default();
                    let hidden = attribute(&e, "state").is_some_and(|state| state != "visible");
                    book.sheets.push(Listed { name, hidden, path: target.path.clone() });
                    limits.check(Limit::Sheets, book.sheets.len() as u64)?;
                }
            }
            Event::Start(e) if e.local_name().as_ref() == "workbookPr" => {
                book.from_1904 |= attribute(&e, "date1904").is_some_and(|on| on == "1" || on == "true");
            }
            Event::Eof => return Ok(book),
            _ => {}
        }
    }
}

struct Related {
    kind: String,
    path: String,
}

/// Reads who is related to whom. A relation to something outside the file is passed over: nothing is ever followed.
fn relations<'a>(
    package: &mut Package<'a>,
    path: &str,
    folder: &str,
    limits: &'a Limits,
) -> Result<HashMap<String, Related>, PaperError> {
    let mut related = HashMap::new();
    let Some(part) = package.part(path)? else { return Ok(related) };
    let mut xml = Xml::new(part, Part::Workbook, limits);
    loop {
        match xml.next()? {
            Event::Start(e) if e.local_name().as_ref() == "Relationship" => {
                let outside =
                    attribute(&e, "TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("external"));
                let (id, target, kind) =
                    (attribute(&e, "Id"), attribute(&e, "Target"), attribute(&e, "Type"));
                let (Some(id), Some(target), Some(kind), false) = (id, target, kind, outside) else {
                    continue;
                };
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                related.insert(id, Related { kind, path: resolve(folder, &target) });
                limits.check(Limit::Parts, related.len() as u64)?;
            }
            Event::Eof => return Ok(related),
            _ => {}
        }
    }
}

fn resolve(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The shared texts. What the part says of its own size is not believed.
pub(super) fn strings<'a>(
    package: &mut Package<'a>,
    path: Option<&str>,
    limits: &'a Limits,
) -> Result<Vec<String>, PaperError> {
    let mut strings = Vec::new();
    let Some(part) = package.part(path.unwrap_or("xl/sharedStrings.xml"))? else { return Ok(strings) };
    let mut xml = Xml::new(part, Part::Strings, limits);
    let mut bytes: u64 = 0;
    loop {
        match xml.next()? {
            Event::Start(e) if e.local_name().as_ref() == "si" => {
                let text = rich_text(&mut xml)?;
                bytes += text.len() as u64;
                strings.push(text);
                limits.check(Limit::Cells, strings.len() as u64)?;
                limits.check(Limit::TextBytes, bytes)?;
            }
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of the element whose start was just read: every run of it, without phonetic help.
pub(super) fn rich_text(xml: &mut Xml<'_, '_>) -> Result<String, PaperError> {
    enum Step {
        Text,
        Phonetic,
        Other,
    }
    let outside = xml.depth().saturating_sub(1);
    let mut text = String::new();
    while xml.depth() > outside {
        let step = match xml.next()? {
            Event::Start(e) if e.local_name().as_ref() == "t" => Step::Text,
            Event::Start(e) if e.local_name().as_ref() == "rPh" => Step::Phonetic,
            Event::Eof => return Err(PaperError::damaged(Part::Strings)),
            _ => Step::Other,
        };
        match step {
            Step::Text => xml.text(&mut text)?,
            Step::Phonetic => xml.skip()?,
            Step::Other => {}
        }
    }
    Ok(unescape(text))
}

/// Turns `_x000D_` and its like back into the character, as the format writes those that XML cannot hold.
fn unescape(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        plain.push_str(before);
        let code = from.get(2..6).filter(|_| from.get(6..7) == Some("_"));
        let read = code.and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
        match read {
            Some(read) => {
                plain.push(read);
                rest = from.get(7..).unwrap_or_default();
            }
            None => {
                plain.push_str("_x");
                rest = from.get(2..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    plain
}

/// For each cell style, how it shows a number.
pub(super) fn styles<'a>(
    package: &mut Package<'a>,
    path: Option<&str>,
    limits: &'a Limits,
) -> Result<Vec<Shown>, PaperError> {
    let mut shown = Vec::new();
    let Some(part) = package.part(path.unwrap_or("xl/styles.xml"))? else { return Ok(shown) };
    let mut xml = Xml::new(part, Part::Styles, limits);
    let mut formats: HashMap<u32, Shown> = HashMap::new();
    let mut within = false;
    loop {
        match xml.next()? {
            Event::Start(e) => match e.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (number(&e, "numFmtId"), attribute(&e, "formatCode")) {
                        formats.insert(id, format(&code));
                    }
                    limits.check(Limit::Cells, formats.len() as u64)?;
                }
                "cellXfs" => within = true,
                "xf" if within => {
                    let id = number(&e, "numFmtId").unwrap_or(0);
                    shown.push(formats.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    limits.check(Limit::Cells, shown.len() as u64)?;
                }
                _ => {}
            },
            Event::End(e) if e.local_name().as_ref() == "cellXfs" => within = false,
            Event::Eof => return Ok(shown),
            _ => {}
        }
    }
}

/// ECMA-376 Part 1, 18.8.30: the formats that every program knows by number.
const fn built_in(id: u32) -> Shown {
    match id {
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Shown::Moment,
        _ => Shown::Plain,
    }
}

/// Reads a format code: letters of days and times outside quotes, brackets and escapes make it a moment.
fn format(code: &str) -> Shown {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(next) = chars.next() {
        match next {
            '"' => while chars.next().is_some_and(|inside| inside != '"') {},
            '[' => {
                let inside: String = chars.by_ref().take_while(|inside| *inside != ']').collect();
                let elapsed = inside.to_ascii_lowercase();
                if !elapsed.is_empty() && elapsed.bytes().all(|byte| matches!(byte, b'h' | b'm' | b's')) {
                    bare.push('h');
                }
            }
            '\\' | '_' | '*' => {
                chars.next();
            }
            ';' => break,
            other => bare.push(other.to_ascii_lowercase()),
        }
    }
    if bare.contains("general") {
        Shown::Plain
    } else if bare.contains(['y', 'd', 'm', 'h', 's']) {
        Shown::Moment
    } else if bare.len() > 1 && bare.bytes().all(|byte| byte == b'0') {
        Shown::Padded(bare.len())
    } else {
        Shown::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::{Shown, format, resolve, unescape};

    #[test]
    fn a_format_says_what_a_number_is() {
        assert_eq!(format("dd/mm/yyyy"), Shown::Moment);
        assert_eq!(format("[$-421]dd mmmm yyyy;@"), Shown::Moment);
        assert_eq!(format("[h]:mm"), Shown::Moment);
        assert_eq!(format("0000000000"), Shown::Padded(10));
        assert_eq!(format("[Red]#,##0.00"), Shown::Plain);
        assert_eq!(format("0 \"days\""), Shown::Plain);
        assert_eq!(format("General"), Shown::Plain);
    }

    #[test]
    fn paths_stay_inside_the_file() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolve("xl", "../../../etc/passwd"), "etc/passwd");
    }

    #[test]
    fn escaped_characters_come_back() {
        assert_eq!(unescape("a_x000D_b".into()), "a\rb");
        assert_eq!(unescape("a_xZZZZ_b_x".into()), "a_xZZZZ_b_x");
        assert_eq!(unescape("_xÀÀ".into()), "_xÀÀ");
    }
}
