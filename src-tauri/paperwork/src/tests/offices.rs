//! Lists written by other programs, read with the forms as shipped. See `tests/fixtures/rosters`.

use crate::{
    Grid, Notice,
    roster::{Answers, DateOrder, LeftOut, Outcome, Preview, Proposal, Slot, preview, propose},
    tests::fixtures::grid,
};
use casework::{
    form::Forms,
    ids::{FieldId, KindId},
    values::{Country, Typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;

macro_rules! roster {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/fixtures/rosters/", $name))
    };
}

fn taken(bytes: &[u8]) -> (Grid, Proposal, Preview) {
    taken_from(grid(bytes))
}

/// Proposes and previews a list with the forms as shipped.
pub(crate) fn taken_from(grid: Grid) -> (Grid, Proposal, Preview) {
    let forms = Forms::shipped().unwrap();
    let (person, document) = (forms.named("person").unwrap(), forms.named("travel-document").unwrap());
    let typing = Typing {
        lang: Lang::Id,
        date_order: None,
        today: NaiveDate::from_ymd_opt(2023, 9, 1).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    };
    let words = Words::new(Lang::Id);
    let proposal = propose(&grid, person, &[document], &[&words], None);
    let preview =
        preview(&grid, &proposal.mapping, person, &[document], &typing, &words, &Answers::default()).unwrap();
    (grid, proposal, preview)
}

fn column(preview: &Preview, form: &str, field: &str) -> Vec<String> {
    let slot = Slot { form: KindId::new(form).unwrap(), field: FieldId::new(field).unwrap() };
    preview.rows.iter().map(|row| row.canonical(&slot).unwrap_or_default().to_owned()).collect()
}

fn person(preview: &Preview, field: &str) -> Vec<String> {
    column(preview, "person", field)
}

fn blocking(preview: &Preview) -> Vec<String> {
    let flags = preview.flags();
    flags.iter().filter(|flag| flag.blocking).map(|flag| format!("{} {}", flag.place, flag.key)).collect()
}

#[test]
fn the_shelters_list() {
    let (grid, proposal, preview) = taken(roster!("shelter-list.xlsx"));
    assert_eq!((proposal.mapping.sheet, proposal.mapping.header_rows.as_slice()), (2, &[4, 5][..]));
    assert_eq!(
        person(&preview, "full_name"),
        ["Sari Melati Rekaan", "Budi", "Citra Anggun Rekaan", "Dedi Rekaan"]
    );
    assert_eq!(person(&preview, "sex"), ["female", "male", "female", "male"]);
    assert_eq!(person(&preview, "birth_date"), ["1999-06-28", "2001-01-13", "1998-06", "1995-12-03"]);
    assert_eq!(person(&preview, "birth_place"), ["Bandung", "Tegal", "Medan", "Pontianak"]);
    assert_eq!(
        column(&preview, "travel-document", "number"),
        ["C1234567", "C7654321", "X0000001", "12345678"]
    );
    assert_eq!(
        column(&preview, "travel-document", "expires"),
        ["2027-03-01", "2026-11-30", "", "2025-02-02"]
    );
    assert_eq!(person(&preview, "remarks"), ["alergi udang", "", "", "=2+2"]);
    let groups = preview.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.outcome == Outcome::Named);
    assert_eq!(groups.count(), 4, "the merged group counts for each of its rows");
    assert!(preview.ignored.iter().any(|one| one.why == LeftOut::Total && one.rows.contains(&11)));
    assert!(blocking(&preview).is_empty(), "{:?}", blocking(&preview));
    assert_eq!(grid.notices, [Notice::FormulaWithoutValue]);
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
}

#[test]
fn days_from_1904() {
    let (grid, _, preview) = taken(roster!("days-from-1904.xlsx"));
    assert!(grid.from_1904);
    assert_eq!(person(&preview, "birth_date"), ["1999-06-28"]);
}

#[test]
fn an_old_offices_list() {
    let (grid, proposal, preview) = taken(roster!("old-office-list.csv"));
    assert_eq!(grid.notices, [Notice::EncodingGuessed]);
    assert_eq!(proposal.mapping.header_rows, [3]);
    assert_eq!(person(&preview, "full_name"), ["José Rekaan", "Siti Rekaan", "Adi"]);
    assert_eq!(person(&preview, "birth_date"), ["1999-04-03", "1998-06-28", "2000-11-05"]);
    assert_eq!(preview.settled[0].order, DateOrder::DayFirst);
    assert_eq!(person(&preview, "phones")[0], "+6281234567890");
    assert!(blocking(&preview).is_empty(), "{:?}", blocking(&preview));
}

#[test]
fn khmer_titles() {
    let (_, proposal, preview) = taken(roster!("khmer-titles.tsv"));
    assert_eq!(person(&preview, "sex"), ["female", "male"]);
    assert_eq!(person(&preview, "birth_date"), ["1999-06-28", "2001-01-13"]);
    assert!(proposal.questions.is_empty(), "{:?}", proposal.questions);
}

#[test]
fn a_night_intake_in_open_document() {
    let (_, proposal, preview) = taken(roster!("night-intake.ods"));
    assert_eq!(person(&preview, "full_name"), ["Sari Rekaan", "Budi Rekaan"]);
    assert_eq!(person(&preview, "sex"), ["female", "male"]);
    assert_eq!(person(&preview, "birth_date"), ["1999-06-28", "2001-01-13"]);
    assert!(person(&preview, "age_told").iter().all(|age| !age.is_empty()));
    assert!(proposal.ignored.iter().any(|one| one.why == LeftOut::Total));
    assert!(blocking(&preview).is_empty(), "{:?}", blocking(&preview));
}
