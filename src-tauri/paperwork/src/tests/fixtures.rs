//! Makes workbooks: real ones with a writer, odd ones from raw XML.

use crate::{Cell, Column, Content, Grid, Limits, read};
use std::io::{Cursor, Write};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Packs parts as they are.
pub(crate) fn pack(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in parts {
        // The format wants this one in the clear.
        let plain = *name == "mimetype";
        let options = if plain { options.compression_method(CompressionMethod::Stored) } else { options };
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet from raw XML: what stands in `sheetData` and after it, the shared texts, the workbook's head.
pub(crate) fn raw_xlsx(sheet: &str, strings: &str, head: &str) -> Vec<u8> {
    let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    pack(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rels}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{rels}">{head}<sheets><sheet name="Daftar" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{rels}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rels}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{rels}/styles" Target="styles.xml"/><Relationship Id="r4" Type="{rels}/externalLink" Target="http://198.51.100.7/x.xlsx" TargetMode="External"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", &format!(r#"<sst xmlns="{main}" {strings}</sst>"#)),
        (
            "xl/styles.xml",
            &format!(
                r#"<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0000000000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!(r#"<worksheet xmlns="{main}">{sheet}</worksheet>"#)),
    ])
}

/// A raw workbook with nothing odd but its sheet.
pub(crate) fn sheet_xlsx(sheet: &str) -> Vec<u8> {
    raw_xlsx(sheet, ">", "")
}

/// An OpenDocument workbook from what stands in its one table.
pub(crate) fn ods(table: &str) -> Vec<u8> {
    ods_with(table, "<manifest:manifest xmlns:manifest=\"urn:m\"/>")
}

pub(crate) fn ods_with(table: &str, manifest: &str) -> Vec<u8> {
    let content = format!(
        r#"<office:document-content xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"><office:body><office:spreadsheet><table:table table:name="Daftar">{table}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    pack(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ])
}

/// A real workbook of texts, with a writer that is not ours.
pub(crate) fn xlsx_of(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

pub(crate) fn grid(bytes: &[u8]) -> Grid {
    read(bytes, "list.xlsx", &Limits::default()).unwrap()
}

/// The cell called `B3` on the first sheet.
pub(crate) fn at(grid: &Grid, reference: &str) -> Option<Cell> {
    let digits = reference.find(|c: char| c.is_ascii_digit()).unwrap();
    let (letters, row) = reference.split_at(digits);
    grid.sheets[0].row(row.parse().unwrap())?.cell(Column::from_letters(letters).unwrap()).cloned()
}

pub(crate) fn text(grid: &Grid, reference: &str) -> String {
    match at(grid, reference).map(|cell| cell.content) {
        Some(Content::Text(text) | Content::Moment(text) | Content::Clock(text)) => text.into_inner(),
        Some(Content::Number { value, shown }) => {
            shown.map_or_else(|| value.to_string(), |text| text.into_inner())
        }
        Some(Content::Flag(flag)) => flag.to_string(),
        Some(Content::Broken) => "#".into(),
        None => String::new(),
    }
}
