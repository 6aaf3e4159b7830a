//! What is read, cell by cell.

use super::fixtures::{at, grid, ods, ods_with, raw_xlsx, sheet_xlsx, text};
use crate::{Content, Kind, Limits, Notice, PaperError, read};
use calamine::{Data, Reader};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let (day, padded) =
        (Format::new().set_num_format("dd/mm/yyyy"), Format::new().set_num_format("000000000000"));
    let sheet = book.add_worksheet();
    sheet.set_name("Daftar").unwrap();
    sheet.merge_range(0, 0, 0, 3, "DAFTAR WNI (rekaan)", &Format::new()).unwrap();
    sheet.write_string(2, 0, "Sari Melati").unwrap();
    sheet.write_datetime_with_format(2, 1, ExcelDateTime::from_ymd(1999, 6, 28).unwrap(), &day).unwrap();
    sheet.write_number_with_format(2, 2, 81_234_567_890.0, &padded).unwrap();
    sheet.write_formula(2, 3, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write_boolean(3, 0, true).unwrap();
    sheet.write_number(3, 1, 10_000_000_000.0).unwrap();
    sheet.write_string(3, 2, "=cmd|' /C calc'!A0").unwrap();
    book.add_worksheet().set_name("Catatan").unwrap().set_hidden(true);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_with_its_types() {
    let grid = grid(&written());
    assert_eq!(text(&grid, "A1"), "DAFTAR WNI (rekaan)");
    assert_eq!(text(&grid, "B3"), "1999-06-28");
    assert_eq!(text(&grid, "C3"), "081234567890");
    assert_eq!(text(&grid, "B4"), "10000000000");
    assert_eq!(text(&grid, "C4"), "=cmd|' /C calc'!A0");
    assert!(!at(&grid, "C4").unwrap().formula, "a text that looks like a formula stays a text");
    let formula = at(&grid, "D3").unwrap();
    assert!(formula.formula);
    assert!(matches!(formula.content, Content::Number { value, .. } if value == 2.0));
    assert_eq!(grid.notices, [Notice::FormulasNotComputed]);
    assert_eq!(grid.sheets[0].merges.len(), 1);
    assert!(grid.sheets[1].hidden);
    assert!(grid.sheets[0].row(2).is_none());
}

#[test]
fn an_independent_reader_sees_the_same_cells() {
    let bytes = written();
    let ours = grid(&bytes);
    let mut theirs = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let range = theirs.worksheet_range("Daftar").unwrap();
    let mut seen = 0;
    for (row, column, value) in range.used_cells() {
        let reference = format!("{}{}", crate::Column(u32::try_from(column).unwrap()), row + 1);
        let same = match value {
            Data::String(text_) => *text_ == text(&ours, &reference),
            Data::Float(number) => {
                matches!(at(&ours, &reference).unwrap().content, Content::Number { value, .. } if value == *number)
            }
            Data::DateTime(moment) => {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                format!("{year}-{month:02}-{day:02}") == text(&ours, &reference)
            }
            Data::Bool(flag) => flag.to_string() == text(&ours, &reference),
            other => panic!("not in the fixture: {other:?}"),
        };
        assert!(same, "{reference}");
        seen += 1;
    }
    let own: usize = ours.sheets[0].rows.iter().map(|row| row.cells.len()).sum();
    assert_eq!(seen, own);
}

#[test]
fn days_count_from_the_year_the_workbook_says() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" s="1"><v>43643</v></c></row></sheetData>"#;
    assert_eq!(text(&grid(&raw_xlsx(sheet, ">", r#"<workbookPr date1904="1"/>"#)), "A1"), "2023-06-28");
    assert_eq!(text(&grid(&raw_xlsx(sheet, ">", "")), "A1"), "2019-06-27");
}

#[test]
fn rich_inline_and_unplaced_cells_are_read() {
    let strings = r#"><si><r><t>Budi </t></r><r><t>Anom</t></r><rPh><t>x</t></rPh></si>"#;
    let sheet = r#"<sheetData><row><c t="s"><v>0</v></c><c t="inlineStr"><is><t>Citra &amp; &#233;</t></is></c></row>
        <row r="5"><c r="B5" t="str"><f>A1</f><v>Dewi</v></c><c r="C5"><f>A2</f></c><c r="D5" t="e"><v>#REF!</v></c></row></sheetData>"#;
    let grid = grid(&raw_xlsx(sheet, strings, ""));
    assert_eq!(text(&grid, "A1"), "Budi Anom");
    assert_eq!(text(&grid, "B1"), "Citra & é");
    assert_eq!(text(&grid, "B5"), "Dewi");
    assert_eq!(text(&grid, "C5"), "");
    assert_eq!(text(&grid, "D5"), "#");
    assert!(grid.notices.contains(&Notice::FormulaWithoutValue));
}

#[test]
fn open_document_cells_are_read_with_their_types() {
    let grid = grid(&ods(r#"
        <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><office:annotation><text:p>komentar</text:p></office:annotation><text:p>Sari<text:s text:c="1"/>Melati</text:p></table:table-cell>
          <table:table-cell office:value-type="date" office:date-value="1999-06-28"><text:p>28/06/99</text:p></table:table-cell>
          <table:table-cell office:value-type="float" office:value="812345"><text:p>0812345</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>L</text:p></table:table-cell>
          <table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>
          <table:table-cell office:value-type="time" office:time-value="PT16H20M00S"><text:p>16.20</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>a</text:p><text:p>b</text:p></table:table-cell></table:table-row>"#));
    assert_eq!(text(&grid, "A4"), "Sari Melati");
    assert_eq!(text(&grid, "B4"), "1999-06-28");
    assert_eq!(text(&grid, "C4"), "0812345");
    assert_eq!((text(&grid, "D4"), text(&grid, "E4")), ("L".into(), "L".into()));
    assert!(at(&grid, "F4").unwrap().formula);
    assert_eq!(text(&grid, "G4"), "16:20");
    assert_eq!(text(&grid, "A5"), "a\nb");
    assert_eq!(grid.sheets[0].merges[0].rows, (5, 6));
}

#[test]
fn plain_text_in_any_encoding_and_with_any_separator() {
    let plain = "Nama;Kota\nJosé;Phnom Penh\n";
    let wide: Vec<u8> = plain.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
    let big: Vec<u8> = plain.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [
        plain.as_bytes().to_vec(),
        marked(&[0xEF, 0xBB, 0xBF], plain.as_bytes()),
        marked(&[0xFF, 0xFE], &wide),
        marked(&[0xFE, 0xFF], &big),
        wide,
        big,
        b"Nama;Kota\nJos\xE9;Phnom Penh\n".to_vec(),
    ] {
        let grid = grid(&bytes);
        assert_eq!((text(&grid, "A2"), text(&grid, "B2")), ("José".into(), "Phnom Penh".into()));
        assert_eq!(
            grid.notices.contains(&Notice::EncodingGuessed),
            bytes.contains(&0xE9) && !bytes.contains(&0)
        );
    }
    for (separator, other) in [(";", ","), (",", ";"), ("\t", ","), ("|", ",")] {
        let plain = format!(
            "Nama{separator}Alamat\n\"Sari{separator} A\"{separator}Jl. Mawar{other} 3\nBudi{separator}Jl. Melati{other} 9\n"
        );
        let grid = grid(plain.as_bytes());
        assert_eq!(
            (text(&grid, "A2"), text(&grid, "B3")),
            (format!("Sari{separator} A"), format!("Jl. Melati{other} 9"))
        );
    }
    assert_eq!(text(&grid(b"sep=|\nNama|Kota\nSari|Poipet\n"), "B3"), "Poipet");
    assert_eq!(text(&grid(b"Nama,HP\rSari,'+62812\rBudi,'0813\r"), "B2"), "+62812");
}

#[test]
fn rows_of_plain_text_are_numbered_as_a_spreadsheet_does() {
    let grid = grid(b"Judul,\r\n\r\n\r\nNama,Alamat\r\nSari,\"Jl. Mawar\r\nPoipet\"\r\n\r\nBudi,x\r\n");
    assert_eq!(text(&grid, "A1"), "Judul");
    assert_eq!(text(&grid, "A4"), "Nama");
    assert_eq!(text(&grid, "B5"), "Jl. Mawar\r\nPoipet");
    assert_eq!(text(&grid, "A7"), "Budi");
}

#[test]
fn what_is_no_list_is_said_to_be_what_it_is() {
    let read = |bytes: &[u8]| read(bytes, "daftar.xlsx", &Limits::default()).unwrap_err();
    let compound = |name: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let wrong = |found| PaperError::WrongKind { found };
    assert_eq!(read(b""), PaperError::Empty);
    assert_eq!(read(b"\xEF\xBB\xBF \r\n"), PaperError::Empty);
    assert_eq!(read(b"%PDF-1.4 ..."), wrong(Kind::Pdf));
    assert_eq!(read(b"MZ\x90\0\x03\0\0"), wrong(Kind::Program));
    assert_eq!(read(&compound("EncryptedPackage")), PaperError::Locked);
    assert_eq!(read(&compound("Workbook")), wrong(Kind::LegacyXls));
    assert_eq!(read(b"<html><body><table>"), wrong(Kind::Html));
    assert_eq!(read(b"Nama,Kota\0\nSari,\0\0Poipet"), wrong(Kind::Unknown));
    assert_eq!(read(b"PK\x03\x04 not really"), wrong(Kind::Archive));
    assert_eq!(read(&super::fixtures::pack(&[("xl/workbook.bin", "x")])), wrong(Kind::Xlsb));
    assert_eq!(read(&super::fixtures::pack(&[("word/document.xml", "x")])), wrong(Kind::Document));
    assert_eq!(read(&sheet_xlsx("<sheetData/>")), PaperError::Empty);
    let locked = r#"<manifest:manifest xmlns:manifest="urn:m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    assert_eq!(read(&ods_with("", locked)), PaperError::Locked);
}
