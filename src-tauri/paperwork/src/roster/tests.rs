//! Lists as offices keep them; every person is invented.

use super::{
    Answers, ColumnQuestion, DateOrder, LeftOut, LetterP, Mapping, Mark, Outcome, Preview, Proposal,
    Question, Slot, Target, Why, preview, propose,
};
use crate::{
    Column, Grid,
    tests::fixtures::{grid, raw_xlsx, xlsx_of},
};
use casework::{
    form::Form,
    ids::{FieldId, KindId},
    values::{Country, Typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;

const PERSON: &str = r#"
id = "person"
scope = "people"
title = "full_name"
[[field]]
id = "full_name"
kind = "name"
group = "identity"
section = "identity"
required = true
headers = ["nama", "nama lengkap", "name", "ឈ្មោះ"]
[[field]]
id = "sex"
kind = "choice"
group = "identity"
section = "identity"
options = ["male", "female", "unspecified"]
words = "sex"
headers = ["jenis kelamin", "jk", "l/p", "sex"]
[[field]]
id = "birth_date"
kind = "date"
group = "identity"
section = "identity"
headers = ["tanggal lahir", "tgl lahir", "ttl", "date of birth", "birth date", "ថ្ងៃខែឆ្នាំកំណើត"]
[[field]]
id = "birth_place"
kind = "text"
group = "identity"
section = "identity"
headers = ["tempat lahir", "birth place"]
[[field]]
id = "phones"
kind = "phone"
group = "family"
section = "contact"
many = true
headers = ["no hp", "telepon"]
[[field]]
id = "rescue"
kind = "record"
to = ["rescue"]
group = "rescue-facts"
section = "case"
headers = ["rombongan", "kasus"]
[[field]]
id = "remarks"
kind = "paragraph"
group = "notes"
section = "case"
headers = ["keterangan"]
"#;

const DOCUMENT: &str = r#"
id = "travel-document"
scope = "people"
title = "number"
[[field]]
id = "number"
kind = "document-number"
group = "travel-document"
section = "event"
headers = ["no paspor", "nomor paspor", "passport no"]
[[field]]
id = "expires"
kind = "date"
group = "travel-document"
section = "event"
headers = ["masa berlaku", "berlaku paspor"]
"#;

struct House {
    person: Form,
    document: Form,
    words: Words,
}

fn house() -> House {
    House {
        person: toml::from_str(PERSON).unwrap(),
        document: toml::from_str(DOCUMENT).unwrap(),
        words: Words::new(Lang::Id),
    }
}

fn typing(date_order: Option<DateOrder>) -> Typing {
    Typing {
        lang: Lang::Id,
        date_order,
        today: NaiveDate::from_ymd_opt(2023, 9, 1).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    }
}

impl House {
    fn propose(&self, grid: &Grid, remembered: Option<&Mapping>) -> Proposal {
        propose(grid, &self.person, &[&self.document], &[], remembered)
    }

    fn preview(&self, grid: &Grid, mapping: &Mapping, answers: &Answers) -> Preview {
        let typing = typing(Some(DateOrder::DayFirst));
        preview(grid, mapping, &self.person, &[&self.document], &typing, &self.words, answers).unwrap()
    }

    fn both(&self, bytes: &[u8]) -> (Proposal, Preview) {
        let grid = grid(bytes);
        let proposal = self.propose(&grid, None);
        let preview = self.preview(&grid, &proposal.mapping, &Answers::default());
        (proposal, preview)
    }
}

fn slot(form: &str, field: &str) -> Slot {
    Slot { form: KindId::new(form).unwrap(), field: FieldId::new(field).unwrap() }
}

fn person(field: &str) -> Slot {
    slot("person", field)
}

fn field(form: &str, name: &str) -> Target {
    Target::Field(slot(form, name))
}

fn column(letters: &str) -> Column {
    Column::from_letters(letters).unwrap()
}

fn value<'p>(preview: &'p Preview, row: u32, slot: &Slot) -> Option<&'p str> {
    preview.rows.iter().find(|one| one.row == row)?.canonical(slot)
}

fn count(preview: &Preview, key: &str) -> usize {
    preview.counts().get(key).copied().unwrap_or(0)
}

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
fn a_corrected_mapping_is_remembered_by_the_titles() {
    let house = house();
    let first = grid(&xlsx_of(&[&["Nama", "Kode Unik", "Tgl Masuk"], &["Sari", "C1234567", "x"]]));
    let mut mapping = house.propose(&first, None).mapping;
    mapping.set(column("B"), field("travel-document", "number")).unwrap();
    assert!(mapping.set(column("Z"), Target::Nothing).is_err());
    let kept: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    assert_eq!(kept, mapping);
    let moved =
        grid(&xlsx_of(&[&["Judul"], &["Tgl masuk", "KODE UNIK", "nama"], &["x", "C1234567", "Sari"]]));
    let again = house.propose(&moved, Some(&kept));
    assert_eq!(again.mapping.target(column("B")), &field("travel-document", "number"));
    assert_eq!(again.columns[1].why, Why::Remembered);
    assert_ne!(again.mapping.fingerprint(), kept.fingerprint(), "the order of titles is part of the name");
    let same = house.propose(&first, None).mapping;
    assert_eq!(same.fingerprint(), kept.fingerprint());
}

#[test]
fn two_columns_for_one_field_are_asked_about_unless_it_takes_several() {
    let bytes = xlsx_of(&[
        &["Nama", "Name", "No HP", "Telepon"],
        &["Sari", "Sari M", "0812 3456 7890", "0813 3456 7890; 0814 3456 7890"],
    ]);
    let (proposal, preview) = house().both(&bytes);
    assert_eq!(
        proposal.questions,
        [Question::SameField { field: person("full_name"), columns: vec![column("A"), column("B")] }]
    );
    let phones = preview.rows[0].cells.iter().filter(|cell| cell.field == person("phones"));
    let read = |outcome: &Outcome| matches!(outcome, Outcome::Read { .. });
    assert_eq!(phones.clone().count(), 3);
    assert!(phones.clone().all(|cell| read(&cell.outcome)));
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

#[test]
fn nothing_of_the_list_is_printed_by_accident() {
    let bytes = xlsx_of(&[&["Nama", "Tgl lahir", "Rahasia"], &["Sari Melati", "Melati 99", "Melati"]]);
    let grid = grid(&bytes);
    let (proposal, preview) = house().both(&bytes);
    let said = format!("{grid:?} {proposal:?} {preview:?} {:?}", preview.flags());
    assert!(!said.contains("Melati"), "{said}");
    assert_eq!(preview.flags().iter().filter(|flag| flag.blocking).count(), 1);
}

#[test]
fn a_mapping_for_another_form_or_sheet_is_stale() {
    let house = house();
    let grid = grid(&xlsx_of(&[&["Nama"], &["Sari"]]));
    let good = house.propose(&grid, None).mapping;
    let stale = |mapping: &Mapping| {
        preview(&grid, mapping, &house.person, &[], &typing(None), &house.words, &Answers::default()).is_err()
    };
    assert!(!stale(&good));
    let mut sheet = good.clone();
    sheet.sheet = 9;
    let mut unknown = good.clone();
    unknown.set(column("A"), field("travel-document", "number")).unwrap();
    let mut form = good;
    form.form = KindId::new("rescue").unwrap();
    assert!(stale(&sheet) && stale(&unknown) && stale(&form));
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
