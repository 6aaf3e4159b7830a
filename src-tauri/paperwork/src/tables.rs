//! Tables that go out: an empty roster to fill in, and any table as XLSX or CSV. Owns that nothing written is ever a
//! formula, a link or a date that a program made up: every cell is text, and in CSV a text that a spreadsheet would
//! compute is marked as text.

use crate::error::PaperError;
use casework::{
    form::{Field, FieldKind, Form},
    words::Words,
};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

/// A table to write: titles, and rows of the same width.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet; cut and cleaned as spreadsheets demand.
    pub name: String,
    /// The titles.
    pub titles: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

impl std::fmt::Debug for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Table({} × {})", self.titles.len(), self.rows.len())
    }
}

/// An empty roster for `form`: one title for each of `fields`, in the language of `words`, which
/// [`crate::roster::propose`] recognises again when it is handed the same dictionary.
pub fn roster(form: &Form, fields: &[&Field], words: &Words) -> Table {
    let titles = fields.iter().map(|field| words.get(&form.label_key(field, words)).into_owned()).collect();
    Table { name: words.get("paper-roster-sheet").into_owned(), titles, rows: Vec::new() }
}

/// The fields that an empty roster asks for: those a cell can answer, none sealed, none of several lines.
pub fn roster_fields(form: &Form) -> Vec<&Field> {
    let askable = |field: &&Field| {
        let kind = !matches!(
            field.kind,
            FieldKind::Record | FieldKind::File | FieldKind::Paragraph | FieldKind::Mrz
        );
        kind && !field.sealed
    };
    form.fields.iter().filter(askable).collect()
}

/// Writes `table` as XLSX. Every cell is text, formatted as text, so that zeros in front and long numbers survive both
/// the writing and what is typed into it later.
///
/// # Errors
/// [`PaperError::Unwritable`] when the table is larger than a sheet can be, or a cell longer.
pub fn xlsx(table: &Table) -> Result<Vec<u8>, PaperError> {
    workbook(std::slice::from_ref(table))
}

/// Writes several tables as one workbook, a sheet each, in the same way. Their names have to differ.
///
/// # Errors
/// As [`xlsx`].
pub fn workbook(tables: &[Table]) -> Result<Vec<u8>, PaperError> {
    write_xlsx(tables).map_err(|_| PaperError::Unwritable)
}

fn write_xlsx(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Without this the file says when it was written, and the same table would give other bytes each time.
    let epoch = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&epoch));
    for table in tables {
        sheet(&mut book, table)?;
    }
    book.save_to_buffer()
}

fn sheet(book: &mut Workbook, table: &Table) -> Result<(), XlsxError> {
    const SPARE_ROWS: u32 = 500;
    let text = Format::new().set_num_format("@");
    let title = Format::new().set_num_format("@").set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name(sheet_name(&table.name))?;
    sheet.set_freeze_panes(1, 0)?;
    for (at, name) in table.titles.iter().enumerate() {
        let column = u16::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.set_column_format(column, &text)?;
        sheet.set_column_width(column, 18)?;
        sheet.write_string_with_format(0, column, name, &title)?;
    }
    for (row, cells) in table.rows.iter().enumerate() {
        let row = u32::try_from(row).map_err(|_| XlsxError::RowColumnLimitError)?.saturating_add(1);
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let column = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
            sheet.write_string_with_format(row, column, cell, &text)?;
        }
    }
    if table.rows.is_empty() {
        // Some programs take a column's format only for rows that exist.
        for row in 1..=SPARE_ROWS {
            sheet.set_row_format(row, &text)?;
        }
    }
    Ok(())
}

/// At most 31 characters, and none that a sheet's name may not have.
fn sheet_name(name: &str) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control();
    let clean: String = name.chars().filter(allowed).take(31).collect();
    if clean.trim().is_empty() { "1".to_owned() } else { clean }
}

/// Writes `table` as CSV in UTF-8 with its mark, so that spreadsheets read Khmer rightly. A cell that they would compute
/// gets an apostrophe in front, which they show as text.
///
/// # Errors
/// [`PaperError::Unwritable`] when a row cannot be written.
pub fn csv(table: &Table) -> Result<Vec<u8>, PaperError> {
    let mut out = csv::WriterBuilder::new()
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer(vec![0xEF, 0xBB, 0xBF]);
    let mut write = |cells: &[String]| out.write_record(cells.iter().map(|cell| disarm(cell)));
    write(&table.titles).map_err(|_| PaperError::Unwritable)?;
    table.rows.iter().try_for_each(|row| write(row)).map_err(|_| PaperError::Unwritable)?;
    out.into_inner().map_err(|_| PaperError::Unwritable)
}

/// Puts an apostrophe before a text that a spreadsheet would compute, also one hidden behind blanks.
pub fn disarm(cell: &str) -> String {
    let armed = cell.starts_with(['\t', '\r', '\n'])
        || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if armed { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Table, csv, disarm, sheet_name, xlsx};

    fn armed() -> Table {
        let titles = vec!["=1+1".to_owned(), "Nama".to_owned()];
        Table { name: "a/b[1]".into(), titles, rows: vec![vec!["@SUM(A1)".into(), "0812".into()]] }
    }

    #[test]
    fn nothing_written_is_computed() {
        for text in ["=cmd|' /C calc'!A0", "+62812", "-1", "@x", "\t=1", "  =1", "\r=1", "＝1"] {
            assert!(disarm(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(disarm("Siti"), "Siti");
        let text = String::from_utf8(csv(&armed()).unwrap()).unwrap();
        assert_eq!(text, "\u{feff}'=1+1,Nama\r\n'@SUM(A1),0812\r\n");
    }

    #[test]
    fn the_same_table_gives_the_same_workbook_and_holds_no_formula() {
        let (one, other) = (xlsx(&armed()).unwrap(), xlsx(&armed()).unwrap());
        assert_eq!(one, other);
        let grid = crate::read(&one, "x.xlsx", &crate::Limits::default()).unwrap();
        assert!(grid.sheets[0].rows.iter().flat_map(|row| &row.cells).all(|cell| !cell.formula));
        assert!(grid.notices.is_empty());
    }

    #[test]
    fn a_sheet_has_a_name_that_is_allowed() {
        assert_eq!(sheet_name("a/b[1]"), "ab1");
        assert_eq!(sheet_name("***"), "1");
        assert_eq!(sheet_name(&"x".repeat(40)).len(), 31);
    }
}
