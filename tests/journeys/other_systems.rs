//! Cases for other systems, by the command line: out as HTCDS 2.0, read back by programs that are not ours, and in again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use calamine::{Data, Reader as _, Xlsx, open_workbook};

use crate::by_command_line::Laptop;

/// A row by its titles.
type Row = BTreeMap<String, String>;

fn rows(titles: &[String], cells: impl Iterator<Item = Vec<String>>) -> Vec<Row> {
    let row = |cells: Vec<String>| {
        assert_eq!(cells.len(), titles.len(), "the table is rectangular");
        titles.iter().cloned().zip(cells).collect()
    };
    cells.map(row).collect()
}

fn from_csv(file: &Path) -> Vec<Row> {
    let bytes = fs::read(file).unwrap();
    let text = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap();
    let mut reader = csv::Reader::from_reader(text);
    let titles: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    rows(&titles, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()))
}

fn from_xlsx(file: &Path, sheet: &str) -> Vec<Row> {
    let mut book: Xlsx<_> = open_workbook(file).unwrap();
    assert!(book.worksheet_formula(sheet).unwrap().used_cells().next().is_none(), "no formula");
    let range = book.worksheet_range(sheet).unwrap();
    let text = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        other => panic!("{other:?} is no text"),
    };
    let mut lines = range.rows().map(|row| row.iter().map(text).collect::<Vec<_>>());
    let titles = lines.next().unwrap();
    rows(&titles, lines)
}

fn sorted<'r>(rows: &'r [Row], sort: &'r str) -> impl Iterator<Item = &'r Row> {
    rows.iter().filter(move |row| row["pulang_Record"] == sort)
}

fn training() -> Laptop {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    laptop
}

#[test]
fn the_sample_goes_out_as_htcds_and_is_found_again_in_an_empty_vault() {
    let laptop = training();
    let (csv, xlsx) = (laptop.at("cases.csv"), laptop.at("cases.xlsx"));
    let left = laptop.does(&["export", "htcds", "--reason", "uji", "-o", csv.to_str().unwrap()]);
    assert_eq!(left["summary"]["people"], 28);
    laptop.does(&["export", "htcds", "--reason", "uji", "-o", xlsx.to_str().unwrap()]);

    let table = from_csv(&csv);
    let standard = include_str!("../../assets/codes/htcds-2.0-fields.csv");
    let names: BTreeMap<&str, Vec<&str>> = standard
        .lines()
        .filter_map(|line| line.split(',').collect::<Vec<_>>().try_into().ok())
        .map(|[name, _, _, values]: [&str; 4]| {
            (name, values.split(';').filter(|one| !one.is_empty()).collect())
        })
        .collect();
    for (title, cell) in table.iter().flatten().filter(|(title, _)| !title.starts_with("pulang_")) {
        let allowed =
            names.get(title.as_str()).unwrap_or_else(|| panic!("{title} is no name of the standard"));
        for value in cell.split(';').filter(|value| !value.is_empty() && !allowed.is_empty()) {
            assert!(allowed.contains(&value), "{title}: {value}");
        }
    }
    for cell in table.iter().flat_map(BTreeMap::values) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "a spreadsheet would compute {cell}");
    }
    assert_eq!(sorted(&table, "person").count(), 28);
    let single: Vec<&Row> = sorted(&table, "person").filter(|row| row["prs_SecondName"].is_empty()).collect();
    assert!(single.iter().any(|row| row["prs_FirstName"] == "Sutrisna"), "a single name stays single");
    assert!(table.iter().any(|row| {
        row["pulang_ForcedCriminality"] == "true"
            && row["vic_TypeOfExploitation"]
                .split(';')
                .collect::<BTreeSet<_>>()
                .is_superset(&BTreeSet::from(["ForcedLabour", "Other"]))
    }));
    let sheets: Vec<Row> =
        ["person", "event", "referral"].iter().flat_map(|sheet| from_xlsx(&xlsx, sheet)).collect();
    assert_eq!(sheets.len(), table.len(), "both hold the same rows");
    for sort in ["person", "event"] {
        for (one, other) in sorted(&table, sort).zip(sorted(&sheets, sort)) {
            assert!(other.iter().all(|(title, cell)| &one[title] == cell), "{one:?} {other:?}");
        }
    }

    for file in [&csv, &xlsx] {
        let theirs = Laptop::with_vault("JKT");
        let file = file.to_str().unwrap();
        let preview = theirs.does(&["import", "htcds", file, "--dry-run"]);
        assert_eq!((preview["rows"].as_array().unwrap().len(), preview["flags"].as_u64()), (28, Some(0)));
        assert!(theirs.does(&["person", "list"]).as_array().unwrap().is_empty(), "a dry run writes nobody");
        assert_eq!(theirs.does(&["import", "htcds", file])["people"], 28);
        let found = theirs.does(&["person", "search", "Melati Kusumawardhani"]);
        let reference = found[0]["record"]["ref"].as_str().unwrap().to_owned();
        let person = theirs.does(&["person", "show", &reference]);
        assert_eq!(
            (person["full_name"].as_str(), person["birth_date"].as_str()),
            (Some("Melati Kusumawardhani"), Some("2001-11-21"))
        );
        assert!(person["related"].as_array().unwrap().iter().any(|one| one["kind"] == "episode"));
        assert_eq!(theirs.does(&["vault", "check"])["sound"], true);
        theirs.does(&["undo"]);
        assert!(theirs.does(&["person", "list"]).as_array().unwrap().is_empty(), "one undo takes it back");
    }
}

#[test]
fn a_withdrawn_consent_leaves_the_row_out_and_the_ledger_has_every_copy() {
    let laptop = training();
    let file = laptop.at("cases.csv");
    let path = file.to_str().unwrap();
    laptop.is_refused(&["export", "htcds", "-o", path], 5);
    laptop.is_refused(&["export", "htcds", "--for", "hospital", "--reason", "uji", "-o", path], 5);
    laptop.is_refused(&["export", "htcds", "--for", "person", "--reason", "uji", "-o", path], 2);
    laptop.is_refused(&["export", "htcds", "--from", "2023-12-31", "--to", "2023-01-01", "--preview"], 2);
    assert!(!file.exists(), "what is refused leaves no file");

    let before = laptop.does(&["export", "htcds", "--for", "home-police", "--reason", "uji", "-o", path]);
    let name = |row: &Row| format!("{} {}", row["prs_FirstName"], row["prs_SecondName"]);
    let table = from_csv(&file);
    let first = sorted(&table, "person").next().unwrap();
    let (reference, first) = (first["pulang_Reference"].clone(), name(first));
    let consent = ["recipient=home-police", "outcome=withdrawn", "answered_on=2 December 2023"];
    laptop.does(&[&["record", "add", "consent", "--for", &reference][..], &consent].concat());
    let after = laptop.does(&["export", "htcds", "--for", "home-police", "--reason", "uji", "-o", path]);

    assert_eq!(
        before["summary"]["people"].as_u64().unwrap() - 1,
        after["summary"]["people"].as_u64().unwrap()
    );
    let table = from_csv(&file);
    assert!(table.iter().all(|row| row["pulang_Reference"] != reference));
    assert!(sorted(&table, "person").all(|row| name(row) != first));
    let left_out = after["summary"]["left_out"].as_array().unwrap();
    assert!(left_out.iter().any(|one| one["id"] == "admission-refused" && one["count"].as_u64() > Some(0)));
    let ledger = laptop.does(&["ledger", "who-has", &reference]);
    assert_eq!(ledger.as_array().unwrap().len(), 1, "only the copy from before the withdrawal is about them");
    let log = laptop.does(&["audit", "show"]);
    let exports = log.as_array().unwrap().iter().filter(|row| row["act"] == "export").count();
    assert_eq!(exports, 2);
}

#[test]
fn lines_of_json_are_records_as_the_command_line_shows_them() {
    let laptop = training();
    let file = laptop.at("cases.jsonl");
    laptop.does(&["export", "jsonl", "--reason", "uji", "-o", file.to_str().unwrap()]);
    let text = fs::read_to_string(&file).unwrap();
    let lines: Vec<serde_json::Value> =
        text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for kind in ["person", "movement", "placement"] {
        let line = lines.iter().find(|line| line["kind"] == kind).unwrap();
        let shown = laptop.does(&["record", "show", line["ref"].as_str().unwrap()]);
        for (field, value) in line.as_object().unwrap() {
            assert_eq!(&shown[field], value, "{kind}.{field}");
        }
    }
    assert!(!text.contains("acts_compelled"), "a seal never leaves");
}

#[test]
fn what_contradicts_itself_is_refused_in_words_and_nothing_is_written() {
    let laptop = Laptop::with_vault("PNH");
    let who = laptop.does(&["record", "add", "person", "full_name=Larasati"]);
    let who = who["ref"].as_str().unwrap();
    let digest = || laptop.does(&["vault", "check"])["digest"].clone();
    let before = digest();
    let bad: [(&str, &[&str], &str); 4] = [
        ("expense", &["sort=food", "amount=USD 5.00", "spent_on=3 July 2566"], "ambiguous"),
        ("expense", &["sort=food", "amount=USD -5.00", "spent_on=3 July 2023"], "too-low"),
        (
            "immigration-matter",
            &["permit_issued=9 October 2023", "permit_expires=2 October 2023"],
            "too-early",
        ),
        (
            "movement",
            &[
                "sort=flight",
                "departed_at=4 October 2023 12:05 Asia/Phnom_Penh",
                "arrived_at=4 October 2023 12:30 Asia/Makassar",
            ],
            "too-early",
        ),
    ];
    for (kind, fields, code) in bad {
        let words = [&["record", "add", kind, "--for", who][..], fields].concat();
        let (exit, said) = laptop.runs("passphrase", &words, "");
        assert_eq!((exit, said["error"]["code"].as_str()), (4, Some(code)), "{kind}: {said:#}");
        for part in ["message", "recovery"] {
            let text = said["error"][part].as_str().unwrap();
            assert!(text.len() > 15 && !text.contains('⟦'), "{kind}: {text}");
        }
        assert_eq!(digest(), before, "{kind}: something was written");
    }
    let born = ["record", "set", who, "birth_date", "31 February 1999"];
    laptop.is_refused(&born, 4);
    let list = laptop.at("bad.csv");
    fs::write(&list, "Nama,L/P\nLarasati,P\n").unwrap();
    laptop.is_refused(&["import", "htcds", list.to_str().unwrap()], 4);
    laptop.is_refused(&["import", "htcds", "/no/such/file.csv"], 4);
    assert_eq!(digest(), before);
}
