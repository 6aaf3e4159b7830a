//! How records stand on paper: chains with their gaps, logs under their items, findings abreast, consents by group.

use super::{composed, composed_of, order, record, records};
use crate::{
    Kind,
    check::check,
    model::{Block, Table, fixtures::record as id},
    write,
};
use casework::record::Record;

/// Every table of a dossier for `profile`, each row as its cells.
fn tables(profile: &str, records: &[Record]) -> Vec<Vec<Vec<String>>> {
    let composed = composed(profile, records, &order());
    let written = write(&composed.dossier, &Kind::Open).unwrap();
    check(&composed.dossier, &written, &Kind::Open, &composed.allowed, &composed.withheld).unwrap();
    let rows = |table: &Table| {
        let head = table.columns.iter().map(|column| column.head.text.plain()).collect();
        let body = table.rows.iter().map(|row| row.0.iter().map(|cell| cell.plain()).collect());
        std::iter::once(head).chain(body).collect()
    };
    let found = composed.dossier.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(rows(table)),
        _ => None,
    });
    found.collect()
}

/// The table whose head has a cell `of`.
fn table(profile: &str, records: &[Record], of: &str) -> Vec<Vec<String>> {
    let all = tables(profile, records);
    all.into_iter().find(|table| table[0].iter().any(|head| head == of)).unwrap()
}

fn with(more: Vec<Record>) -> Vec<Record> {
    let mut records = records();
    records.retain(|record| record.kind != "episode" && record.kind != "determination");
    records.extend(more);
    records
}

/// Makes every consent of `case` one to `profile`.
fn consent_to(case: &mut [Record], profile: &str) {
    for one in case.iter_mut().filter(|record| record.kind == "consent") {
        let to = one.answers.get_mut(&crate::model::fixtures::field("recipient")).unwrap();
        to[0].answer = casework::answer::Answer::Known(casework::private::Private::new(profile.to_owned()));
    }
}

fn episode(n: u128, sort: &str, from: &str, until: &str) -> Record {
    let who = id(1).to_string();
    let dates = [("from", from), ("until", until)].into_iter().filter(|(_, date)| !date.is_empty());
    record(
        n,
        "episode",
        &[("people", who.as_str()), ("sort", sort)].into_iter().chain(dates).collect::<Vec<_>>(),
    )
}

#[test]
fn a_chain_shows_what_follows_and_the_days_of_which_nothing_is_told() {
    let mut case = with(vec![
        episode(60, "recruitment", "2023-02-01", "2023-02-03"),
        episode(61, "transit", "2023-02-04", "2023-02-05"),
        episode(62, "exploitation", "2023-02-06", "2023-05-01"),
        episode(63, "resale", "2023-05-02", ""),
        episode(64, "exploitation", "2023-05-10", "2023-06-10"),
    ]);
    case.retain(|record| record.kind != "movement");
    case.push(record(
        32,
        "movement",
        &[
            ("people", &id(1).to_string()),
            ("sort", "extraction"),
            ("departed_at", "2023-06-28"),
            ("from_place", "Poipet"),
        ],
    ));
    let has_remark = |table: &Vec<Vec<String>>| table.iter().any(|row| row.len() == 1 && table[0].len() > 1);
    let chain = tables("host-police", &case).into_iter().find(has_remark).unwrap();
    let said: Vec<String> = chain.iter().skip(1).map(|row| row.get(1).unwrap_or(&row[0]).clone()).collect();
    assert_eq!(
        said,
        [
            "Perekrutan",
            "Transit",
            "Eksploitasi",
            "Penjualan kembali",
            "Ada hari yang belum diketahui",
            "Eksploitasi",
            "17 hari belum diceritakan",
            "Evakuasi",
        ]
    );
}

#[test]
fn a_gap_is_not_told_from_a_day_that_two_laptops_dispute() {
    let mut late = episode(61, "exploitation", "2023-05-10", "");
    let other = episode(61, "exploitation", "2023-02-04", "");
    let from = crate::model::fixtures::field("from");
    let theirs = other.answers[&from].clone();
    late.answers.get_mut(&from).unwrap().extend(theirs);
    let case = with(vec![episode(60, "recruitment", "2023-02-01", "2023-02-03"), late]);
    let remarks = tables("host-police", &case).into_iter().flatten().filter(|row| row.len() == 1);
    assert_eq!(remarks.filter(|row| row[0].contains("hari")).count(), 0);
}

#[test]
fn a_log_stands_under_its_own_item() {
    let who = id(1).to_string();
    let item = |n: u128, name: &str| record(n, "evidence-item", &[("people", &who), ("name", name)]);
    let passed = |n: u128, item: u128, at: &str, to: &str| {
        let answers = [
            ("people", who.as_str()),
            ("evidence", &id(item).to_string()),
            ("at", at),
            ("to_whom", to),
            ("why", "Disalin"),
        ];
        record(n, "custody", &answers)
    };
    let case = with(vec![
        item(70, "Buku"),
        item(71, "Telepon"),
        passed(72, 71, "2023-07-03", "Gudang"),
        passed(73, 71, "2023-06-28", "Polisi"),
    ]);
    let composed = composed("host-police", &case, &order());
    let said: Vec<String> = composed.dossier.body().iter().map(crate::model::Text::plain).collect();
    let at = |word: &str| said.iter().position(|text| text.starts_with(word)).unwrap();
    // Nothing is recorded of the book; the telephone's log is in order of time beneath it.
    assert!(at("Buku") < at("Tidak ada serah terima yang tercatat."));
    assert!(at("Tidak ada serah terima yang tercatat.") < at("Telepon"));
    assert!(at("Telepon") < at("Polisi") && at("Polisi") < at("Gudang"));
}

#[test]
fn findings_that_differ_stand_abreast_and_are_seen_to_differ() {
    let who = id(1).to_string();
    let office = |n: u128, name: &str| record(n, "organisation", &[("name", name)]);
    let found = |n: u128, by: u128, outcome: &str, on: &str| {
        let by = id(by).to_string();
        record(
            n,
            "determination",
            &[("people", &who), ("authority", &by), ("outcome", outcome), ("decided_on", on)],
        )
    };
    let mut case = with(vec![
        office(80, "Kementerian"),
        office(81, "Kepolisian"),
        found(82, 80, "victim", "2023-09-27"),
        found(83, 81, "not-victim", "2023-10-04"),
    ]);
    let abreast = table("host-police", &case, "Kementerian");
    assert_eq!(abreast[0][1..], ["Kementerian", "Kepolisian"]);
    assert_eq!(abreast[1], ["Penetapannya berbeda"]);
    assert!(abreast[2][0] == "Sri Wahyuni" && abreast[2][1].contains("27 September 2023"));
    assert_eq!(abreast[3][1], abreast[3][2], "nothing is decided about the other");
    // Two that agree are not said to differ.
    case.retain(|record| record.id != id(83));
    case.push(found(83, 81, "victim", "2023-10-04"));
    assert_eq!(table("host-police", &case, "Kementerian")[1].len(), 3);
}

#[test]
fn what_was_corrected_says_so_wherever_it_stands_and_what_counts_does_not() {
    let (who, other) = (id(1).to_string(), id(3).to_string());
    let found = |n: u128, about: &str, outcome: &str, corrects: Option<String>| {
        let by = id(80).to_string();
        let said =
            [("people", about), ("authority", &by), ("outcome", outcome), ("decided_on", "2023-09-27")];
        let corrects = corrects.as_deref().map(|id| ("corrects", id));
        record(n, "determination", &said.into_iter().chain(corrects).collect::<Vec<_>>())
    };
    let mark = "Dikoreksi oleh catatan yang lebih baru";
    let case = with(vec![
        record(80, "organisation", &[("name", "Kementerian")]),
        found(82, &who, "not-victim", None),
        found(83, &who, "victim", Some(id(82).to_string())),
    ]);
    // The profile of the police does not show what corrects what; that it is corrected is said all the same.
    let abreast = table("host-police", &case, "Kementerian");
    let cells: Vec<&str> = abreast[1][1].split('\n').collect();
    assert_eq!(cells.iter().filter(|line| **line == mark).count(), 1, "{cells:?}");
    assert_eq!(cells[cells.len() - 3..], [mark, "Diidentifikasi sebagai korban", "27 September 2023"]);
    let events = table("host-police", &case, "Waktu");
    let of = |what: &str| -> Vec<&str> {
        events.iter().map(|row| row[1].as_str()).filter(|said| said.contains(what)).collect()
    };
    let gone = format!("Penetapan status: Tidak diidentifikasi sebagai korban · {mark}");
    assert_eq!(of(": Tidak diidentifikasi"), [gone]);
    assert_eq!(of(": Diidentifikasi"), ["Penetapan status: Diidentifikasi sebagai korban"]);
    // A correction that leaves somebody out of what was written: nothing of theirs counts any more.
    let case = with(vec![
        record(80, "organisation", &[("name", "Kementerian")]),
        found(82, &who, "victim", None),
        found(83, &other, "victim", Some(id(82).to_string())),
    ]);
    let abreast = table("host-police", &case, "Kementerian");
    let row = |name: &str| abreast.iter().find(|row| row[0] == name).map(|row| row[1].clone()).unwrap();
    assert!(row("Sri Wahyuni").contains(mark) && !row("Agus").contains(mark));
}

#[test]
fn screenings_stand_abreast_with_a_word_where_answers_differ() {
    let who = id(1).to_string();
    let screening = |n: u128, on: &str, debt: &str| {
        let answers = [
            ("people", who.as_str()),
            ("screened_on", on),
            ("debt", debt),
            ("violence", "no"),
            ("screener", "Rini"),
        ];
        record(n, "screening", &answers)
    };
    let mut case = with(vec![screening(90, "2023-07-10", "yes"), screening(91, "2023-08-01", "no")]);
    let consents = case.iter_mut().filter(|record| record.kind == "consent");
    for consent in consents {
        let to = consent.answers.get_mut(&crate::model::fixtures::field("recipient")).unwrap();
        to[0].answer = casework::answer::Answer::Known(casework::private::Private::new("embassy".to_owned()));
    }
    let abreast = table("embassy", &case, "Pertanyaan");
    assert_eq!(abreast[0].len(), 3);
    let differ = abreast.iter().position(|row| row.len() == 1).unwrap();
    assert_eq!(abreast[differ], ["Jawaban berbeda"]);
    assert_eq!(abreast[differ + 1][1..], ["Ya", "Tidak"]);
    assert_eq!(abreast.iter().filter(|row| row.len() == 1).count(), 1);
}

#[test]
fn the_extract_says_of_each_group_whether_it_was_given() {
    let mut case = records();
    let consent = case.iter_mut().find(|record| record.id == id(50)).unwrap();
    let given = record(50, "consent", &[("groups", "statement"), ("groups", "health")]);
    consent.answers.extend(given.answers);
    let extract = table("host-police", &case, "Keterangan");
    // Health is no business of this recipient, whatever was said about it.
    assert_eq!(extract[0].last().unwrap(), "Keterangan");
    let said: Vec<&String> = extract[1..].iter().map(|row| row.last().unwrap()).collect();
    assert_eq!(said, ["Diberikan", "Tidak diberikan"]);
}

#[test]
fn an_airline_learns_of_help_on_board_and_of_no_illness() {
    let who = id(1).to_string();
    let mut case = records();
    case.retain(|record| record.kind != "health");
    case.push(record(
        31,
        "health",
        &[("people", &who), ("allergies", "Penisilin"), ("assistance_code", "wheelchair-ramp")],
    ));
    // Somebody of whose health the airline may know nothing is not named under it either.
    case.push(record(34, "health", &[("people", &id(3).to_string()), ("allergies", "Penisilin")]));
    consent_to(&mut case, "airline");
    let composed = composed("airline", &case, &order());
    let said = super::said(&composed);
    assert!(said.contains("WCHR") && !said.contains("Penisilin"));
    let named = |text: &&crate::model::Text| text.plain() == "Agus";
    assert_eq!(composed.dossier.body().iter().filter(named).count(), 1, "in the list of people only");
}

#[test]
fn a_whole_note_stands_once_and_is_no_title() {
    let who = id(1).to_string();
    let mut case = records();
    let note = "Keterangan yang panjang sekali.";
    case.push(record(95, "note", &[("people", &who), ("written_on", "2023-07-01"), ("text", note)]));
    for consent in case.iter_mut().filter(|record| record.kind == "consent") {
        let to = consent.answers.get_mut(&crate::model::fixtures::field("recipient")).unwrap();
        to[0].answer = casework::answer::Answer::Known(casework::private::Private::new("embassy".to_owned()));
    }
    let composed = composed("embassy", &case, &order());
    let said = composed.dossier.body().iter().filter(|text| text.plain().contains(note)).count();
    assert_eq!(said, 1);
}

#[test]
fn an_airline_sees_the_flight_it_is_asked_for_and_no_other() {
    let mut case = records();
    let flight = |n: u128, number: &str| {
        record(n, "movement", &[("people", &id(1).to_string()), ("sort", "flight"), ("number", number)])
    };
    case.extend([flight(96, "FA 702"), flight(97, "FA 999")]);
    for consent in case.iter_mut().filter(|record| record.kind == "consent") {
        let to = consent.answers.get_mut(&crate::model::fixtures::field("recipient")).unwrap();
        to[0].answer = casework::answer::Answer::Known(casework::private::Private::new("airline".to_owned()));
    }
    let asked = super::Order { flight: Some(id(96)), ..order() };
    let said = super::said(&composed("airline", &case, &asked));
    assert!(said.contains("FA 702") && !said.contains("FA 999"));
}

#[test]
fn a_bare_yes_of_which_neither_the_day_nor_the_question_may_be_shown_is_left_out() {
    let who = id(1).to_string();
    let mut case = records();
    consent_to(&mut case, "shelter");
    case.push(record(
        70,
        "follow-up",
        &[("people", &who), ("after", "30"), ("due", "2023-11-03"), ("safe", "yes")],
    ));
    let said = |profile: &str| super::said(&composed(profile, &case, &order()));
    assert!(!said("shelter").contains("Tindak lanjut") && !said("shelter").contains("Merasa aman"));
    consent_to(&mut case, "receiving-home");
    let said = super::said(&composed("receiving-home", &case, &order()));
    assert!(said.contains("Tindak lanjut") && said.contains("Merasa aman"));
}

#[test]
fn a_paper_of_which_the_number_alone_may_be_shown_says_that_it_is_a_number() {
    let mut case = records();
    case.retain(|record| record.kind != "travel-document");
    consent_to(&mut case, "airline");
    let who = id(1).to_string();
    case.push(record(
        71,
        "travel-document",
        &[("people", &who), ("sort", "passport"), ("number", "X9000037")],
    ));
    let composed = composed_of(&[1], "airline", &case, &order());
    let lone =
        |block: &Block| matches!(block, Block::Heading { label, .. } if label.text.plain() == "X9000037");
    assert!(!composed.dossier.blocks.iter().any(lone));
    let numbered = |block: &Block| match block {
        Block::KeyValues(pairs) => {
            pairs.iter().any(|pair| pair.values.iter().any(|one| one.plain() == "X9000037"))
        }
        _ => false,
    };
    assert!(composed.dossier.blocks.iter().any(numbered));
}
