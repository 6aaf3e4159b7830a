//! What a file is, by its bytes. Owns telling kinds apart; the name is only a hint between two kinds of text.

use std::fmt;

/// What a file turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No bytes, or nothing but blanks.
    Empty,
    /// A workbook of Office Open XML.
    Xlsx,
    /// A workbook of OpenDocument.
    Ods,
    /// A table in plain text: CSV, TSV, the clipboard.
    Text,
    /// A workbook behind a password.
    Locked,
    /// A workbook of before 2007.
    LegacyXls,
    /// A binary workbook.
    Xlsb,
    /// A web page, whatever it is called; many systems export these as `.xls`.
    Html,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A text document of an office program.
    Document,
    /// A packed file that is no workbook.
    Archive,
    /// A program.
    Program,
    /// Bytes that are no text and no kind known here.
    Unknown,
}

impl Kind {
    /// The stable word for it, and the end of its dictionary key `paper-kind-<word>`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Text => "text",
            Self::Locked => "locked",
            Self::LegacyXls => "legacy-xls",
            Self::Xlsb => "xlsb",
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::Document => "document",
            Self::Archive => "archive",
            Self::Program => "program",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Says what `bytes` are. Looks at the first KiB and at names that the packed kinds carry in the clear.
pub(crate) fn kind(bytes: &[u8], name_hint: &str) -> Kind {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return packed(bytes);
    }
    if starts(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        return compound(bytes);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    if starts(b"%PDF-") || contains(head, b"%PDF-1") {
        return Kind::Pdf;
    }
    let pictures: [&[u8]; 5] = [b"\x89PNG", &[0xFF, 0xD8, 0xFF], b"GIF8", b"II*\0", b"MM\0*"];
    if pictures.iter().any(|mark| starts(mark)) || bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Picture;
    }
    if starts(b"\x7FELF") || (starts(b"MZ") && head.contains(&0)) || starts(&[0xCF, 0xFA, 0xED, 0xFE]) {
        return Kind::Program;
    }
    if starts(b"Rar!") || starts(b"7z\xBC\xAF") || starts(&[0x1F, 0x8B]) {
        return Kind::Archive;
    }
    if starts(b"{\\rtf") {
        return Kind::Document;
    }
    text(bytes, head, name_hint)
}

fn text(bytes: &[u8], head: &[u8], name_hint: &str) -> Kind {
    let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
    let bare = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    if bare.iter().all(blank) || matches!(bytes, [0xFF, 0xFE] | [0xFE, 0xFF]) {
        return Kind::Empty;
    }
    let lower = head.to_ascii_lowercase();
    let body = lower.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&lower);
    let opening = body.trim_ascii_start();
    let markup: [&[u8]; 4] = [b"<!doctype", b"<html", b"<table", b"<?xml"];
    if markup.iter().any(|mark| opening.starts_with(mark)) {
        return Kind::Html;
    }
    if name_hint.to_ascii_lowercase().ends_with(".pdf") {
        return Kind::Pdf;
    }
    if crate::text::is_text(bytes) { Kind::Text } else { Kind::Unknown }
}

/// The names of parts stand in the clear in a packed file's central directory.
fn packed(bytes: &[u8]) -> Kind {
    let names = central_names(bytes);
    let has = |wanted: &[u8]| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let under = |folder: &[u8]| names.iter().any(|name| name.starts_with(folder));
    if has(b"xl/workbook.bin") {
        Kind::Xlsb
    } else if has(b"xl/workbook.xml") || (under(b"xl/worksheets/") && has(b"[Content_Types].xml")) {
        Kind::Xlsx
    } else if has(b"content.xml") && has(b"mimetype") {
        // The kind stands in the clear, unless somebody packed the file anew.
        let head = bytes.get(..256).unwrap_or(bytes);
        let other = contains(head, b"opendocument.") && !contains(head, b"opendocument.spreadsheet");
        if other { Kind::Document } else { Kind::Ods }
    } else if under(b"word/") || under(b"ppt/") {
        Kind::Document
    } else {
        Kind::Archive
    }
}

/// The first names of the central directory: enough to tell kinds apart, whatever the number of parts.
fn central_names(bytes: &[u8]) -> Vec<&[u8]> {
    const ENTRY: usize = 46;
    const MOST: usize = 512;
    let mut names = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"PK\x01\x02") {
        let Some(entry) = rest.get(at..) else { break };
        let length = match entry.get(28..30) {
            Some(&[low, high]) => usize::from(u16::from_le_bytes([low, high])),
            _ => break,
        };
        let Some(name) = entry.get(ENTRY..ENTRY.saturating_add(length)) else { break };
        names.push(name);
        rest = entry.get(ENTRY..).unwrap_or_default();
        if names.len() >= MOST {
            break;
        }
    }
    names
}

/// A compound file: an old workbook, or a new one behind a password. Its stream names are in UTF-16.
fn compound(bytes: &[u8]) -> Kind {
    let named = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        contains(bytes, &wide)
    };
    if named("EncryptedPackage") {
        Kind::Locked
    } else if named("WordDocument") {
        Kind::Document
    } else if named("Workbook") || named("Book") {
        Kind::LegacyXls
    } else {
        Kind::Unknown
    }
}

/// Where `wanted` first stands in `bytes`.
pub(crate) fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    while let Some(step) = bytes.get(from..)?.iter().position(|byte| *byte == first) {
        let at = from + step;
        if bytes.get(at..)?.starts_with(wanted) {
            return Some(at);
        }
        from = at + 1;
    }
    None
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    find(bytes, wanted).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Kind, kind};

    #[test]
    fn bytes_decide_not_the_name() {
        assert_eq!(kind(b"%PDF-1.7\n...", "list.xlsx"), Kind::Pdf);
        assert_eq!(kind(b"MZ\x90\0\x03\0", "list.xlsx"), Kind::Program);
        assert_eq!(kind(b"<html><table>", "list.xls"), Kind::Html);
        assert_eq!(kind(b" \r\n\t", "list.csv"), Kind::Empty);
        assert_eq!(kind(b"MZ,name\nA,B", "list.csv"), Kind::Text);
        assert_eq!(kind(b"Nama;Paspor", "list.xlsx"), Kind::Text);
        assert_eq!(kind(b"PK\x05\x06\0\0", "list.xlsx"), Kind::Archive);
    }
}
