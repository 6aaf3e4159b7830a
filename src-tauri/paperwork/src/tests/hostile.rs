//! Files made to hurt: each is refused by the limit it breaks, with nothing kept.

use super::fixtures::{ods, pack, raw_xlsx, sheet_xlsx, text};
use crate::{Limit, Limits, PaperError, Part, read, read_from};
use std::io::Read;

fn refusal(bytes: &[u8], limits: &Limits) -> PaperError {
    read(bytes, "list.xlsx", limits).unwrap_err()
}

#[track_caller]
fn over(bytes: &[u8], limit: Limit) {
    over_with(bytes, limit, &Limits::default());
}

#[track_caller]
fn over_with(bytes: &[u8], limit: Limit, limits: &Limits) {
    match refusal(bytes, limits) {
        PaperError::TooLarge { limit: met, allowed, .. } => {
            assert_eq!(met, limit);
            assert_eq!(allowed, limits.allowed(limit));
        }
        other => panic!("refused for another reason: {other}"),
    }
}

#[test]
fn a_stream_without_end_is_taken_only_to_the_limit() {
    struct Counted(u64);
    impl Read for Counted {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            buffer.fill(b'a');
            self.0 += buffer.len() as u64;
            Ok(buffer.len())
        }
    }
    let limits = Limits { file_bytes: 100_000, ..Limits::default() };
    let mut endless = Counted(0);
    let refused = read_from(&mut endless, "x.csv", &limits).unwrap_err();
    assert_eq!(refused, PaperError::TooLarge { limit: Limit::FileBytes, allowed: 100_000, place: None });
    assert!(endless.0 <= 100_001, "took {} bytes", endless.0);
}

#[test]
fn empty_elements_without_end_are_stopped() {
    let limits = Limits { cells: 1_000, expansion: u64::MAX, ..Limits::default() };
    over_with(
        &sheet_xlsx(&format!("<sheetData>{}</sheetData>", "<row/>".repeat(5_000))),
        Limit::Cells,
        &limits,
    );
    over_with(&ods(&"<table:table-row/>".repeat(5_000)), Limit::Cells, &limits);
}

#[test]
fn a_part_that_unpacks_a_thousandfold_is_stopped() {
    // Declared 40 MiB, within the limit: only the ratio gives it away.
    let blanks = " ".repeat(1000);
    let row = format!(r#"<row><c t="str"><v>{blanks}</v></c></row>"#);
    over(&sheet_xlsx(&format!("<sheetData>{}</sheetData>", row.repeat(40_000))), Limit::Expansion);
}

#[test]
fn what_is_declared_too_large_is_not_unpacked_at_all() {
    let limits = Limits { expanded_bytes: 10_000, ..Limits::default() };
    over_with(&sheet_xlsx(&"<x/>".repeat(10_000)), Limit::ExpandedBytes, &limits);
}

#[test]
fn a_file_that_lies_about_its_size_is_stopped_while_it_unpacks() {
    let mut bytes = sheet_xlsx(&format!("<sheetData>{}</sheetData>", "<row/>".repeat(10_000)));
    // The size unpacked stands 24 bytes into each entry of the central directory, and 22 into each local head.
    for (mark, offset) in [(b"PK\x01\x02", 24), (b"PK\x03\x04", 22)] {
        let starts: Vec<usize> = (0..bytes.len() - 4).filter(|at| &bytes[*at..*at + 4] == mark).collect();
        for start in starts {
            bytes[start + offset..start + offset + 4].copy_from_slice(&9_u32.to_le_bytes());
        }
    }
    let limits = Limits { expanded_bytes: 20_000, ..Limits::default() };
    let refused = refusal(&bytes, &limits);
    let stopped = matches!(
        refused,
        PaperError::TooLarge { limit: Limit::ExpandedBytes, .. } | PaperError::Damaged { .. }
    );
    assert!(stopped, "{refused}");
}

#[test]
fn more_rows_than_a_roster_may_have() {
    let rows = |count: usize| "Sari,Poipet\n".repeat(count);
    assert_eq!(
        read(rows(20_000).as_bytes(), "x.csv", &Limits::default()).unwrap().sheets[0].rows.len(),
        20_000
    );
    over(rows(20_001).as_bytes(), Limit::Rows);
    let cells: String =
        (1..=20_001).map(|row| format!(r#"<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>"#)).collect();
    over(&sheet_xlsx(&format!("<sheetData>{cells}</sheetData>")), Limit::Rows);
}

#[test]
fn a_claimed_size_asks_for_nothing() {
    let sheet = r#"<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>
        <mergeCells count="99999999"><mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:ZZZZZZ99999999999"/></mergeCells>"#;
    let strings = r#"count="18446744073709551615" uniqueCount="18446744073709551615"><si><t>Sari</t></si>"#;
    let grid = read(&raw_xlsx(sheet, strings, ""), "x.xlsx", &Limits::default()).unwrap();
    assert_eq!(text(&grid, "A1"), "Sari");
    assert_eq!(grid.sheets[0].merges.len(), 1);
}

#[test]
fn a_cell_far_away_is_refused_by_its_column() {
    over(&sheet_xlsx(r#"<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>"#), Limit::Columns);
    assert!(matches!(
        refusal(
            &sheet_xlsx(r#"<sheetData><row r="1"><c r="A4294967297"><v>1</v></c></row></sheetData>"#),
            &Limits::default()
        ),
        PaperError::Damaged { part: Part::Sheet, .. }
    ));
}

#[test]
fn one_long_text_named_by_every_cell_is_counted_each_time() {
    let strings = format!("><si><t>{}</t></si>", pseudo_words(30_000));
    let cells: String =
        (1..=3_000).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    over(&raw_xlsx(&format!("<sheetData>{cells}</sheetData>"), &strings, ""), Limit::TextBytes);
}

/// Text that does not pack well, so that it is not the ratio that is met.
fn pseudo_words(length: usize) -> String {
    let mut state: u32 = 7;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from(state >> 24).unwrap() % 26)
    };
    (0..length).map(|_| letter()).collect()
}

#[test]
fn repeated_cells_are_counted_not_expanded() {
    let cell = |columns: u32| {
        format!(
            r#"<table:table-cell table:number-columns-repeated="{columns}" office:value-type="string"><text:p>x</text:p></table:table-cell>"#
        )
    };
    over(
        &ods(&format!(
            r#"<table:table-row table:number-rows-repeated="1048576">{}</table:table-row>"#,
            cell(1)
        )),
        Limit::Rows,
    );
    over(&ods(&format!("<table:table-row>{}</table:table-row>", cell(4_000_000_000))), Limit::Columns);
}

#[test]
fn a_line_of_nothing_but_separators() {
    over(format!("Nama,Kota\n{}", ",".repeat(1_000_000)).as_bytes(), Limit::Columns);
}

#[test]
fn long_cells_many_sheets_and_many_parts() {
    over(format!("Nama,Kota\n{},x\n", pseudo_words(40_000)).as_bytes(), Limit::CellChars);
    let inline = format!(
        r#"<sheetData><row r="1"><c r="A1" t="inlineStr"><is>{}</is></c></row></sheetData>"#,
        format!("<t>{}</t>", pseudo_words(9_000)).repeat(16)
    );
    over(&sheet_xlsx(&inline), Limit::CellChars);
    let run = pseudo_words(1_200_000);
    over(
        &sheet_xlsx(&format!(
            r#"<sheetData><row r="1"><c r="A1" t="str"><v>{run}</v></c></row></sheetData>"#
        )),
        Limit::CellChars,
    );
    let table = "</table:table><table:table table:name=\"x\">";
    over(&ods(&table.repeat(60)), Limit::Sheets);
    let names: Vec<String> = (0..5_000).map(|n| format!("p{n}")).collect();
    let parts: Vec<(&str, &str)> =
        names.iter().map(|name| (name.as_str(), "")).chain([("xl/workbook.xml", "")]).collect();
    // The kind is told from the first names, so the workbook comes first.
    let parts: Vec<(&str, &str)> = parts.into_iter().rev().collect();
    over(&pack(&parts), Limit::Parts);
}

#[test]
fn entities_of_a_files_own_are_refused() {
    let bomb = r#"<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>"#;
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="str"><v>&f;</v></c></row></sheetData>"#;
    assert_eq!(
        refusal(&sheet_xlsx(&format!("{bomb}{sheet}")), &Limits::default()),
        PaperError::damaged(Part::Sheet)
    );
    assert!(matches!(
        refusal(&sheet_xlsx(sheet), &Limits::default()),
        PaperError::Damaged { part: Part::Sheet, .. }
    ));
}

#[test]
fn a_thousand_elements_deep_is_damage() {
    let deep = format!("{}{}", "<a>".repeat(1000), "</a>".repeat(1000));
    assert_eq!(refusal(&sheet_xlsx(&deep), &Limits::default()), PaperError::damaged(Part::Sheet));
}

#[test]
fn an_error_says_where_and_never_what() {
    let bytes = format!("Nama,Kota\nSari Melati,{}\n", pseudo_words(40_000));
    let refused = refusal(bytes.as_bytes(), &Limits::default());
    let said = format!("{refused} {refused:?} {:?}", refused.arguments());
    assert!(said.contains("1!B2") && !said.contains("Sari"), "{said}");
    assert_eq!(refused.message_key(), "err-paper-too-large");
}
