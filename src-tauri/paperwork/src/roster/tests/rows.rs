//! Which rows are people, which are not, and which may be one person twice.

use super::{column, count, field, house, person, slot, value};
use crate::{
    roster::{Answers, LeftOut, Mark, Outcome, Target, Why},
    tests::fixtures::{grid, raw_xlsx, xlsx_of},
};

#[test]
fn a_list_with_a_title_totals_and_remarks_around_it() {
    let bytes = xlsx_of(&[
        &["DAFTAR WNI KORBAN (REKAAN)"],
        &["Per 28 Juni 2023"],
        &[],
        &["No.", "NAMA LENGKAP", "L/P", "Tgl. Lahir", "No. Paspor", "Keterangan", "Kamar"],
        &["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        &["1", "Sari Melati", "P", "28/06/1999", "C1234567", "sakit", "A1"],
        &["2", "Budi Anom", "L", "13-01-1998", "C 7654321", "-", "A2"],
        &[],
        &["No.", "NAMA LENGKAP", "L/P", "Tgl. Lahir", "No. Paspor", "Keterangan", "Kamar"],
        &["3", "Citra", "P", "1 Mei 2001", "", "", ""],
        &["4"],
        &["Jumlah", "", "3"],
        &["Catatan: daftar sementara"],
        &["Phnom Penh, 28 Juni 2023"],
    ]);
    let (proposal, preview) = house().both(&bytes);
    let mapping = &proposal.mapping;
    assert_eq!(mapping.header_rows, [4]);
    assert_eq!(mapping.target(column("B")), &field("person", "full_name"));
    assert_eq!(mapping.target(column("C")), &field("person", "sex"));
    assert_eq!(mapping.target(column("D")), &field("person", "birth_date"));
    assert_eq!(mapping.target(column("E")), &field("travel-document", "number"));
    assert_eq!(mapping.target(column("G")), &Target::Nothing);
    assert_eq!(proposal.columns[0].why, Why::Counter);
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
    assert_eq!(preview.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [6, 7, 10]);
    let why = |row: u32| preview.ignored.iter().find(|one| one.rows.contains(&row)).map(|one| one.why);
    assert_eq!(why(2), Some(LeftOut::AboveTitles));
    assert_eq!(why(4), Some(LeftOut::Titles));
    assert_eq!(why(5), Some(LeftOut::ColumnNumbers));
    assert_eq!(why(8), Some(LeftOut::Blank));
    assert_eq!(why(9), Some(LeftOut::TitlesAgain));
    assert_eq!(why(11), Some(LeftOut::Unfilled));
    assert_eq!(why(12), Some(LeftOut::Total));
    assert_eq!(why(13), Some(LeftOut::Remark));
    assert_eq!(why(14), Some(LeftOut::Remark));
    assert_eq!(value(&preview, 6, &person("birth_date")), Some("1999-06-28"));
    assert_eq!(value(&preview, 6, &person("sex")), Some("female"));
    assert_eq!(value(&preview, 7, &person("sex")), Some("male"));
    assert_eq!(value(&preview, 7, &slot("travel-document", "number")), Some("C7654321"));
    assert_eq!(value(&preview, 10, &person("birth_date")), Some("2001-05-01"));
    let dash = preview.rows[1].cells.iter().find(|cell| cell.field == person("remarks")).unwrap();
    assert_eq!(dash.outcome, Outcome::Nothing);
    assert!(preview.flags().is_empty(), "{:?}", preview.flags());
}

#[test]
fn possible_doubles_within_the_list_are_flagged_and_kept() {
    let bytes = xlsx_of(&[
        &["Nama", "Tgl lahir", "No paspor"],
        &["Sari Melati", "28/06/1999", "C1234567"],
        &["SARI  MELATI", "28 Juni 1999", ""],
        &["Sari Melati", "13/01/1980", ""],
        &["Sari Melati", "", ""],
        &["Nama Lain", "", "c 1234567"],
        &["Budi", "", ""],
    ]);
    let (_, preview) = house().both(&bytes);
    let twins: Vec<Option<(u32, bool)>> =
        preview.rows.iter().map(|row| row.twin.map(|twin| (twin.row, twin.by_document))).collect();
    assert_eq!(twins, [None, Some((2, false)), None, Some((2, false)), Some((2, true)), None]);
    assert_eq!(preview.rows.len(), 6);
}

#[test]
fn a_block_merged_downwards_counts_for_each_row_but_never_a_name() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="str"><v>Rombongan</v></c><c r="B1" t="str"><v>Nama</v></c><c r="C1" t="str"><v>JK</v></c></row>
        <row r="2"><c r="A2" t="str"><v>Poipet I</v></c><c r="B2" t="str"><v>A</v></c><c r="C2" t="str"><v>L</v></c></row>
        <row r="3"><c r="C3" t="str"><v>L</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/></mergeCells>"#;
    let (_, preview) = house().both(&raw_xlsx(sheet, ">", ""));
    let group = &preview.rows[1].cells[0];
    assert_eq!((&group.outcome, group.typed.reveal().as_str()), (&Outcome::Named, "Poipet I"));
    assert_eq!(group.marks, [Mark::FromBlock]);
    assert!(preview.rows[1].unnamed);
    assert_eq!(count(&preview, "paper-flag-unnamed"), 1);
}

#[test]
fn the_officer_leaves_out_and_takes_in_rows() {
    let bytes = xlsx_of(&[&["Nama", "JK"], &["Sari", "P"], &["Total Hidayat"], &["Budi", "L"]]);
    let house = house();
    let (proposal, preview) = house.both(&bytes);
    assert_eq!(preview.rows.len(), 2);
    let answers = Answers { leave_out: [2].into(), take: [3].into(), ..Answers::default() };
    let chosen = house.preview(&grid(&bytes), &proposal.mapping, &answers);
    assert_eq!(chosen.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [3, 4]);
    assert!(chosen.ignored.iter().any(|one| one.why == LeftOut::ByOfficer));
}
