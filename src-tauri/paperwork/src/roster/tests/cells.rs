//! What one cell says: a day in either order, the letter P, digits as a sheet keeps them, two fields in one.

use super::{column, count, house, person, slot, value};
use crate::{
    roster::{Answers, ColumnQuestion, DateOrder, LetterP, Mark, Outcome, Why},
    tests::fixtures::{grid, raw_xlsx, xlsx_of},
};

#[test]
fn a_place_and_a_date_in_one_column() {
    for title in [
        "Tempat/Tgl Lahir",
        "Tempat, Tanggal Lahir",
        "TTL",
        "Tempat dan tanggal lahir",
        "Birth place / birth date",
    ] {
        let bytes = xlsx_of(&[&["Nama", title], &["Sari", "Bandung, 28-06-1999"], &["Budi", "3 Mei 2001"]]);
        let (proposal, preview) = house().both(&bytes);
        assert_eq!(proposal.columns[1].why, Why::TwoTitles, "{title}");
        assert_eq!(value(&preview, 2, &person("birth_place")), Some("Bandung"), "{title}");
        assert_eq!(value(&preview, 2, &person("birth_date")), Some("1999-06-28"), "{title}");
        assert_eq!(value(&preview, 3, &person("birth_place")), None, "{title}");
        assert_eq!(value(&preview, 3, &person("birth_date")), Some("2001-05-03"), "{title}");
    }
}

#[test]
fn an_ambiguous_column_is_one_question_and_only_then() {
    let list = |third: &str| {
        xlsx_of(&[&["Nama", "Tgl lahir"], &["A", "03/04/1999"], &["B", "05/06/1998"], &["C", third]])
    };
    let house = house();
    let (_, open) = house.both(&list("1 Mei 2001"));
    assert_eq!(
        open.questions,
        [ColumnQuestion::WhichOrder {
            column: column("B"),
            example: crate::Place { sheet: 1, row: 2, column: Some(column("B")) },
            cells: 2,
            suggested: Some(DateOrder::DayFirst),
            mixed: false,
        }]
    );
    assert!(matches!(open.rows[0].cells[1].outcome, Outcome::Refused(_)));
    assert_eq!(value(&open, 4, &person("birth_date")), Some("2001-05-01"));

    let (_, settled) = house.both(&list("28/06/1999"));
    assert!(settled.questions.is_empty());
    assert_eq!((settled.settled[0].order, settled.settled[0].by.row), (DateOrder::DayFirst, 4));
    assert_eq!(value(&settled, 2, &person("birth_date")), Some("1999-04-03"));
    assert_eq!(count(&settled, Mark::OrderOfColumn.key()), 2);

    let (_, american) = house.both(&list("06/28/1999"));
    assert_eq!(
        value(&american, 2, &person("birth_date")),
        Some("1999-03-04"),
        "the list's order wins over the office's"
    );

    let mixed =
        xlsx_of(&[&["Nama", "Tgl lahir"], &["A", "03/04/1999"], &["B", "28/06/1998"], &["C", "06/28/1998"]]);
    let (proposal, asked) = house.both(&mixed);
    assert!(matches!(asked.questions[..], [ColumnQuestion::WhichOrder { mixed: true, cells: 1, .. }]));
    let answers = Answers { orders: [(column("B"), DateOrder::MonthFirst)].into(), ..Answers::default() };
    let answered = house.preview(&grid(&mixed), &proposal.mapping, &answers);
    assert!(answered.questions.is_empty());
    assert_eq!(value(&answered, 2, &person("birth_date")), Some("1999-03-04"));
}

#[test]
fn the_letter_p_is_read_with_its_column() {
    let list = |title: &str, letters: [&str; 2]| {
        xlsx_of(&[&["Nama", title], &["A", letters[0]], &["B", letters[1]]])
    };
    let house = house();
    let sexes = |bytes: &[u8]| {
        let (_, preview) = house.both(bytes);
        [2, 3].map(|row| value(&preview, row, &person("sex")).map(str::to_owned))
    };
    let both = |a: &str, b: &str| [Some(a.to_owned()), Some(b.to_owned())];
    assert_eq!(sexes(&list("JK", ["L", "P"])), both("male", "female"));
    assert_eq!(sexes(&list("JK", ["P", "W"])), both("male", "female"));
    assert_eq!(sexes(&list("Sex", ["M", "F"])), both("male", "female"));
    assert_eq!(sexes(&list("L/P", ["P", "P"])), both("female", "female"));
    assert_eq!(sexes(&list("JK", ["Laki-laki", "Perempuan"])), both("male", "female"));
    let open = list("JK", ["P", "P"]);
    let (proposal, preview) = house.both(&open);
    assert!(matches!(preview.questions[..], [ColumnQuestion::WhichP { cells: 2, .. }]));
    assert_eq!(value(&preview, 2, &person("sex")), None);
    let answers = Answers { letters: [(column("B"), LetterP::Male)].into(), ..Answers::default() };
    let answered = house.preview(&grid(&open), &proposal.mapping, &answers);
    assert_eq!(value(&answered, 2, &person("sex")), Some("male"));
}

#[test]
fn numbers_keep_their_digits_and_lost_zeros_are_flagged() {
    let sheet = r#"<sheetData><row r="1"><c r="A1" t="str"><v>Nama</v></c><c r="B1" t="str"><v>No paspor</v></c><c r="C1" t="str"><v>Tgl lahir</v></c></row>
        <row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2"><v>1.0E7</v></c><c r="C2"><v>36339</v></c></row>
        <row r="3"><c r="A3" t="str"><v>B</v></c><c r="B3"><v>234567</v></c><c r="C3"><v>1999</v></c></row>
        <row r="4"><c r="A4" t="str"><v>C</v></c><c r="B4"><v>34567891</v></c><c r="C4" t="e"><v>#N/A</v></c></row>
        <row r="5"><c r="A5" t="str"><v>D</v></c><c r="B5"><v>3175012806990001</v></c><c r="C5" t="str"><f>X1</f><v>1999-06-28</v></c></row>
        <row r="6"><c r="A6" t="str"><v>E</v></c><c r="B6"><v>22345678</v></c><c r="C6" t="str"><v>36339</v></c></row></sheetData>"#;
    let (_, preview) = house().both(&raw_xlsx(sheet, ">", ""));
    let number = slot("travel-document", "number");
    assert_eq!(value(&preview, 2, &number), Some("10000000"));
    assert_eq!(value(&preview, 5, &number), Some("3175012806990001"));
    assert_eq!(value(&preview, 2, &person("birth_date")), Some("1999-06-28"));
    assert_eq!(value(&preview, 3, &person("birth_date")), Some("1999"));
    assert_eq!(value(&preview, 6, &person("birth_date")), Some("1999-06-28"));
    let flags = preview.flags();
    let said: Vec<(String, &str, bool)> =
        flags.iter().map(|flag| (flag.place.to_string(), flag.key, flag.blocking)).collect();
    for wanted in [
        ("1!C2", Mark::NumberAsDay.key(), false),
        ("1!B3", Mark::ZerosLost.key(), false),
        ("1!C4", "paper-flag-broken", true),
        ("1!B5", Mark::DigitsLost.key(), false),
        ("1!C5", Mark::Formula.key(), false),
        ("1!C6", Mark::NumberAsDay.key(), false),
    ] {
        assert!(said.contains(&(wanted.0.to_owned(), wanted.1, wanted.2)), "{wanted:?} in {said:?}");
    }
    assert_eq!(said.len(), 6);
}

#[test]
fn nothing_of_the_list_is_printed_by_accident() {
    let bytes = xlsx_of(&[&["Nama", "Tgl lahir", "Rahasia"], &["Sari Melati", "Melati 99", "Melati"]]);
    let grid = grid(&bytes);
    let (proposal, preview) = house().both(&bytes);
    let said = format!("{grid:?} {proposal:?} {preview:?} {:?}", preview.flags());
    assert!(!said.contains("Melati"), "{said}");
    assert_eq!(preview.flags().iter().filter(|flag| flag.blocking).count(), 1);
}
