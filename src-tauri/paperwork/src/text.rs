//! Tables in plain text: CSV, TSV, what is pasted. Owns the encoding and the separator; refuses bytes that are no text.

use crate::{
    error::{PaperError, Part},
    grid::{Cell, Column, Content, Draft, Grid, Notice},
    limits::{Limit, Limits},
};
use casework::private::Private;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::{borrow::Cow, collections::HashMap};

/// Separators in the order of preference when they split equally well.
const SEPARATORS: [u8; 4] = *b"\t;,|";
/// Empty cells at the end of a line are common, up to the last column that a spreadsheet has.
const WIDEST: usize = 16_384;
/// How much of a text is looked at to find its separator.
const LOOKED_AT: usize = 64 * 1024;

/// True when `bytes` are text in an encoding that is read here.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    if encoding(bytes).0 == UTF_8 {
        return true;
    }
    let wide = encoding(bytes).0 == UTF_16LE || encoding(bytes).0 == UTF_16BE;
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    wide || !bytes.iter().any(control)
}

/// The encoding, and whether it had to be guessed.
fn encoding(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((marked, _)) = Encoding::for_bom(bytes) {
        return (marked, false);
    }
    let has_nul = bytes.contains(&0);
    if has_nul {
        let head = bytes.get(..4096).unwrap_or(bytes);
        let nuls = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
        // Western text in UTF-16 has a NUL in nearly every second byte, and hardly any in the others.
        let (even, odd) = (nuls(0), nuls(1));
        let most = head.len() / 2 * 7 / 10;
        if odd > most && even * 20 < odd.max(1) {
            return (UTF_16LE, false);
        }
        if even > most && odd * 20 < even.max(1) {
            return (UTF_16BE, false);
        }
    } else if std::str::from_utf8(bytes).is_ok() {
        return (UTF_8, false);
    }
    (WINDOWS_1252, true)
}

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Grid, PaperError> {
    let (encoding, guessed) = encoding(bytes);
    let (text, _, broken) = encoding.decode(bytes);
    if (broken && !guessed) || text.contains('\0') {
        return Err(PaperError::damaged(Part::Text));
    }
    let text = lines(text);
    let (text, hinted) = separator_line(&text);
    let separator = hinted.unwrap_or_else(|| separator(text));
    shape(text, separator, limits)?;
    let mut draft = Draft::new(limits);
    if guessed {
        draft.notice(Notice::EncodingGuessed);
    }
    draft.begin(String::new(), false)?;
    records(text, separator, u32::from(hinted.is_some()), &mut draft, limits)?;
    draft.end();
    draft.finish()
}

/// Old files end their lines with a carriage return alone.
fn lines(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') && !text.contains('\n') { Cow::Owned(text.replace('\r', "\n")) } else { text }
}

/// A first line `sep=;`, which Excel writes and reads, is no row of the table.
fn separator_line(text: &str) -> (&str, Option<u8>) {
    let Some((first, rest)) = text.split_once('\n') else { return (text, None) };
    let marked = first.trim_end().strip_prefix("sep=").map(str::as_bytes);
    match marked {
        Some([one]) if SEPARATORS.contains(one) => (rest, Some(*one)),
        _ => (text, None),
    }
}

/// The separator by which most rows have the same number of cells, and the most of them.
fn separator(text: &str) -> u8 {
    let mut end = text.len().min(LOOKED_AT);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    let score = |separator: u8| {
        let mut widths: HashMap<usize, usize> = HashMap::new();
        for record in reader(head, separator).records().take(100).flatten() {
            *widths.entry(record.len()).or_default() += 1;
        }
        widths
            .into_iter()
            .filter(|(width, _)| *width > 1)
            .map(|(width, rows)| rows * rows * width)
            .max()
            .unwrap_or(0)
    };
    let mut best = (b',', 0);
    for one in SEPARATORS {
        let reached = score(one);
        if reached > best.1 {
            best = (one, reached);
        }
    }
    best.0
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

fn records(
    text: &str,
    separator: u8,
    skipped: u32,
    draft: &mut Draft<'_>,
    limits: &Limits,
) -> Result<(), PaperError> {
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    // The reader passes over empty lines, and a cell may hold line ends; a spreadsheet counts the former, not the latter.
    let mut row = skipped.saturating_add(1);
    let mut seen = 0;
    let mut inside: u32 = 0;
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| PaperError::damaged(Part::Text))? {
            return Ok(());
        }
        let blank = text.get(start..).unwrap_or_default();
        let start = start + (blank.len() - blank.trim_start_matches(['\r', '\n']).len());
        let passed = count_lines(text.get(seen..start).unwrap_or_default());
        row = row.saturating_add(passed.saturating_sub(inside));
        seen = start;
        inside = record.iter().map(count_lines).fold(0, u32::saturating_add);
        for (at, cell) in record.iter().enumerate() {
            let column = Column(u32::try_from(at).unwrap_or(u32::MAX));
            let trimmed = cell.trim();
            if trimmed.is_empty() {
                continue;
            }
            let here = Some(draft.place(row, Some(column)));
            if at as u64 >= limits.columns {
                return Err(limits.refuse(Limit::Columns, here));
            }
            // Before it is copied; no character is longer than four bytes.
            if trimmed.len() as u64 > limits.cell_chars.saturating_mul(4) {
                return Err(limits.refuse(Limit::CellChars, here));
            }
            let content = Content::Text(Private::new(unmarked(trimmed).to_owned()));
            draft.put(row, Cell { column, content, formula: false })?;
        }
    }
}

/// Refuses, before a record is taken into memory, a line of millions of empty cells and a run without any separator.
fn shape(text: &str, separator: u8, limits: &Limits) -> Result<(), PaperError> {
    let longest = limits.cell_chars.saturating_mul(4);
    let (mut separators, mut run) = (0_usize, 0_u64);
    for byte in text.bytes() {
        run += 1;
        if byte == b'\n' {
            (separators, run) = (0, 0);
        } else if byte == separator {
            (separators, run) = (separators + 1, 0);
        }
        if separators > WIDEST {
            return Err(limits.refuse(Limit::Columns, None));
        }
        if run > longest {
            return Err(limits.refuse(Limit::CellChars, None));
        }
    }
    Ok(())
}

/// An apostrophe in front only says "this is text" when what follows would be computed otherwise.
fn unmarked(cell: &str) -> &str {
    let computed = |rest: &&str| {
        rest.starts_with(['=', '+', '-', '@']) || rest.starts_with(|c: char| c.is_ascii_digit())
    };
    cell.strip_prefix('\'').filter(computed).unwrap_or(cell)
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.bytes().filter(|byte| *byte == b'\n').count()).unwrap_or(u32::MAX)
}
