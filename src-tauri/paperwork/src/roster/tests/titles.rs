//! Titles: found above, over two rows, in other languages, misspelt, and where there are none.

use super::{column, field, house, person, slot, value};
use crate::{
    roster::{Question, Slot, Target, Why, propose},
    tests::fixtures::{grid, raw_xlsx, xlsx_of},
};
use casework::words::{Lang, Words};

#[test]
fn titles_over_two_rows_with_merged_blocks() {
    let sheet = r#"<sheetData>
        <row r="1"><c r="A1" t="str"><v>Nama</v></c><c r="B1" t="str"><v>Lahir</v></c><c r="D1" t="str"><v>Paspor</v></c></row>
        <row r="2"><c r="B2" t="str"><v>Tempat</v></c><c r="C2" t="str"><v>Tanggal</v></c><c r="D2" t="str"><v>Nomor</v></c><c r="E2" t="str"><v>Berlaku</v></c></row>
        <row r="3"><c r="A3" t="str"><v>Sari</v></c><c r="B3" t="str"><v>Bandung</v></c><c r="C3" s="1"><v>36339</v></c><c r="D3" t="str"><v>C1234567</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:E1"/></mergeCells>"#;
    let (proposal, preview) = house().both(&raw_xlsx(sheet, ">", ""));
    let mapping = proposal.mapping;
    assert_eq!(mapping.header_rows, [1, 2]);
    assert_eq!(mapping.target(column("A")), &field("person", "full_name"));
    assert_eq!(mapping.target(column("B")), &field("person", "birth_place"));
    assert_eq!(mapping.target(column("C")), &field("person", "birth_date"));
    assert_eq!(mapping.target(column("D")), &field("travel-document", "number"));
    assert_eq!(mapping.target(column("E")), &field("travel-document", "expires"));
    assert_eq!(value(&preview, 3, &person("birth_date")), Some("1999-06-28"));
}

#[test]
fn titles_in_khmer_in_two_languages_and_misspelt() {
    let bytes = xlsx_of(&[
        &["ឈ្មោះ\u{200b}", "Tanggl Lahir", "Nomor Paspor / Passport No", "No HP (WA)"],
        &["Sari", "1999-06-28", "C1234567", ""],
    ]);
    let proposal = house().propose(&grid(&bytes), None);
    let targets: Vec<&Target> = proposal.columns.iter().map(|one| &one.target).collect();
    let wanted = [
        field("person", "full_name"),
        field("person", "birth_date"),
        field("travel-document", "number"),
        field("person", "phones"),
    ];
    assert_eq!(targets, wanted.iter().collect::<Vec<_>>());
    assert_eq!(proposal.columns[1].why, Why::Spelling);
    assert_eq!(
        proposal.questions,
        [Question::IsThis { column: column("B"), fields: vec![person("birth_date")] }]
    );
}

#[test]
fn the_sheet_with_titles_is_chosen_and_the_others_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in [
        ("Sampul", vec![vec!["Laporan"]; 50]),
        ("Daftar", vec![vec!["Nama", "JK"], vec!["Sari", "P"]]),
        ("Lama", vec![vec!["Nama"], vec!["Budi"]]),
    ] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    let proposal = house().propose(&grid(&book.save_to_buffer().unwrap()), None);
    assert_eq!(proposal.mapping.sheet, 2);
    assert_eq!(
        proposal.other_sheets.iter().map(|one| (one.sheet, one.is_list)).collect::<Vec<_>>(),
        [(1, false), (3, true)]
    );
    assert!(proposal.questions.contains(&Question::SecondList { sheet: 3 }));
}

#[test]
fn a_list_without_titles_is_guessed_by_its_cells_and_asked_about() {
    let bytes = b"Sari Melati,P,28/06/1999,C1234567\nBudi Anom,L,13/01/1998,C7654321\n";
    let proposal = house().propose(&grid(bytes), None);
    assert!(proposal.mapping.header_rows.is_empty());
    assert_eq!(proposal.mapping.target(column("B")), &field("person", "sex"));
    assert_eq!(proposal.mapping.target(column("D")), &field("travel-document", "number"));
    assert_eq!(
        proposal.mapping.target(column("C")),
        &Target::Nothing,
        "two fields ask a date: none is taken"
    );
    assert!(proposal.questions.contains(&Question::NoTitles));
    assert!(proposal.questions.contains(&Question::Missing { field: person("full_name") }));
    let dates = vec![person("birth_date"), slot("travel-document", "expires")];
    assert!(proposal.questions.contains(&Question::IsThis { column: column("C"), fields: dates }));
}

#[test]
fn an_empty_roster_comes_back_fully_recognised() {
    let forms = casework::form::Forms::shipped().unwrap();
    let person = forms.named("person").unwrap();
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let fields = crate::tables::roster_fields(person);
        let mut table = crate::tables::roster(person, &fields, &words);
        table.rows.push(vec!["Sari".into(); fields.len()]);
        for bytes in [crate::tables::xlsx(&table).unwrap(), crate::tables::csv(&table).unwrap()] {
            let proposal = propose(&grid(&bytes), person, &[], &[&words], None);
            let found: Vec<Target> = proposal.columns.iter().map(|one| one.target.clone()).collect();
            let wanted: Vec<Target> =
                fields.iter().map(|field| Target::Field(Slot::of(person, field))).collect();
            assert_eq!(found, wanted, "{lang}");
        }
    }
}
