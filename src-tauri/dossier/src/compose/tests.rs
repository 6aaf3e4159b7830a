//! An invented case, composed for several recipients.

use super::{Annex, AnnexContent, CaseFile, Composed, Order, PersonFile, compose};
use crate::{
    DossierError, Kind,
    check::check,
    model::fixtures::{at, photo, record as id},
    write,
};
use casework::{
    answer::Answer,
    disclosure::Allowance,
    form::Forms,
    ids::{FieldId, KindId},
    private::Private,
    profile::Profile,
    record::{LiveAnswer, Record},
    words::{Lang, Words},
};
use chrono::DateTime;
use std::sync::Arc;

mod layouts;

fn record(n: u128, kind: &str, answers: &[(&str, &str)]) -> Record {
    let kind = KindId::new(kind).unwrap();
    let mut record = Record { id: id(n), kind, scope: id(1), answers: Default::default() };
    for (field, text) in answers {
        let live = LiveAnswer {
            change: format!("{}:0", "0".repeat(64)),
            answer: Answer::Known(Private::new((*text).to_owned())),
            as_typed: None,
            at: DateTime::UNIX_EPOCH,
            author: id(90),
            device: "0".repeat(32),
        };
        record.answers.entry(FieldId::new(*field).unwrap()).or_default().push(live);
    }
    record
}

fn records() -> Vec<Record> {
    let text = |n: u128| id(n).to_string();
    let (sri, budi, agus) = (text(1), text(2), text(3));
    vec![
        record(
            1,
            "person",
            &[
                ("full_name", "Sri Wahyuni"),
                ("other_scripts", "ស្រី វ៉ាហ៊ូនី"),
                ("sex", "female"),
                ("birth_date", "1987-03-12"),
                ("religion", "Islam"),
                ("reference", "PNH-2023-A0041"),
                ("photo", "0000"),
            ],
        ),
        record(2, "person", &[("full_name", "Budi Hartono"), ("reference", "PNH-2023-A0042")]),
        record(
            3,
            "person",
            &[("full_name", "Agus"), ("birth_date", "1990"), ("reference", "PNH-2023-A0043")],
        ),
        record(10, "travel-document", &[("people", &sri), ("sort", "passport"), ("number", "B1234567")]),
        record(11, "travel-document", &[("people", &budi), ("sort", "passport"), ("number", "C7654321")]),
        record(20, "organisation", &[("name", "Perusahaan Naga"), ("sort", "scam-company")]),
        record(21, "site", &[("name", "Kompleks Timur"), ("town", "Poipet")]),
        record(22, "suspect", &[("name", "王小明"), ("part", "exploiter"), ("phones", "+85512345678")]),
        record(
            30,
            "episode",
            &[
                ("people", &sri),
                ("sort", "exploitation"),
                ("from", "2022-11"),
                ("site", &text(21)),
                ("suspects", &text(22)),
                ("job_promised", "Pelayan toko"),
                ("acts_compelled", "Menelepon calon korban dari nomor 085599887766"),
            ],
        ),
        record(31, "health", &[("people", &sri), ("allergies", "Penisilin"), ("needs", "Obat asma")]),
        record(
            32,
            "movement",
            &[
                ("people", &sri),
                ("people", &budi),
                ("people", &agus),
                ("sort", "extraction"),
                ("from_place", "Poipet"),
            ],
        ),
        record(
            33,
            "determination",
            &[
                ("people", &sri),
                ("outcome", "victim"),
                ("decided_on", "2023-09-29"),
                ("wording", "Korban perdagangan orang"),
            ],
        ),
        record(40, "document", &[("people", &sri), ("name", "Surat identifikasi"), ("file", "00")]),
        record(
            41,
            "document",
            &[("people", &sri), ("people", &budi), ("name", "Daftar bersama"), ("file", "00")],
        ),
        record(
            50,
            "consent",
            &[
                ("people", &sri),
                ("recipient", "host-police"),
                ("outcome", "given"),
                ("answered_on", "2023-07-01"),
            ],
        ),
        record(
            51,
            "consent",
            &[
                ("people", &budi),
                ("recipient", "host-police"),
                ("outcome", "refused"),
                ("answered_on", "2023-07-01"),
            ],
        ),
        record(
            52,
            "consent",
            &[
                ("people", &agus),
                ("recipient", "host-police"),
                ("outcome", "given"),
                ("answered_on", "2023-07-02"),
            ],
        ),
        record(
            53,
            "consent",
            &[
                ("people", &sri),
                ("recipient", "shelter"),
                ("outcome", "given"),
                ("answered_on", "2023-07-02"),
            ],
        ),
    ]
}

fn order() -> Order {
    Order {
        reference: "PNH-2023-DA07".to_owned(),
        recipient: "Kepolisian setempat".to_owned(),
        recipient_record: None,
        flight: None,
        copy: 1,
        copies: 2,
        made_at: at(),
        valid_until: "2026-05-30".to_owned(),
        override_reason: None,
        training: false,
        annexes: [(40, 140), (41, 141)].map(|(n, shade)| annex(n, shade)).to_vec(),
        stamp: None,
        sheet: None,
        notice: None,
    }
}

fn annex(n: u128, shade: u8) -> Annex {
    Annex {
        document: id(n),
        field: FieldId::new("file").unwrap(),
        sha256: "ab".repeat(32),
        content: AnnexContent::Pages {
            pictures: vec![photo(shade).image().clone()],
            original: Some((Arc::from(b"%PDF-1.7 as it came in".as_slice()), "application/pdf")),
            words: Private::new("Surat identifikasi".to_owned()),
        },
    }
}

fn composed(profile: &str, records: &[Record], order: &Order) -> Composed {
    composed_of(&[1, 2, 3], profile, records, order)
}

/// The dossier of these people alone.
fn composed_of(people: &[u128], profile: &str, records: &[Record], order: &Order) -> Composed {
    let forms = Forms::shipped().unwrap();
    let profiles = Profile::shipped(&forms).unwrap();
    let profile = profiles.iter().find(|one| one.id == profile).unwrap();
    let consents: Vec<&Record> = records.iter().filter(|record| record.kind == "consent").collect();
    let people = people.iter().map(|n| PersonFile {
        id: id(*n),
        allowance: Allowance::of(id(*n), profile, &consents, &forms, false),
        photo: Some(photo(90).image().clone()),
    });
    let file = CaseFile { forms: &forms, people: people.collect(), records };
    compose(&file, profile, &Words::new(Lang::Id), Some(&Words::new(Lang::Km)), order)
}

fn said(composed: &Composed) -> String {
    String::from_utf8(composed.dossier.twin()).unwrap()
}

#[test]
fn police_get_the_offence_and_neither_health_nor_who_refused() {
    let composed = composed("host-police", &records(), &order());
    let said = said(&composed);
    for there in [
        "Sri Wahyuni",
        "Agus",
        "B1234567",
        "王小明",
        "Kompleks Timur",
        "Surat identifikasi",
        "29 September 2023",
    ] {
        assert!(said.contains(there), "{there}");
    }
    for absent in [
        "Budi",
        "C7654321",
        "Penisilin",
        "Islam",
        "085599887766",
        "Daftar bersama",
        "Korban perdagangan orang\"",
    ] {
        assert!(!said.contains(absent), "{absent}");
    }
    assert_eq!(composed.dossier.people, [id(1), id(3)]);
}

#[test]
fn what_is_composed_passes_the_check() {
    for profile in ["host-police", "shelter"] {
        let composed = composed(profile, &records(), &order());
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        check(&composed.dossier, &written, &Kind::Open, &composed.allowed, &composed.withheld).unwrap();
        let secret = |value: &str| composed.withheld.iter().any(|one| one.value.reveal() == value);
        assert!(
            secret("Budi Hartono")
                && secret("C7654321")
                && !secret("Perusahaan Naga")
                && !secret("Sri Wahyuni")
        );
    }
}

#[test]
fn annexes_stand_in_the_register_on_pages_and_beside_them() {
    let names = |composed: &Composed| -> Vec<String> {
        composed.dossier.attached.iter().map(|file| file.name().to_owned()).collect()
    };
    let police = composed("host-police", &records(), &order());
    assert!(said(&police).contains("Lampiran 1, halaman 1 dari 1") && !said(&police).contains("Lampiran 2"));
    assert_eq!(names(&police), [""; 0], "the pages, and not the file");
    let mut records = records();
    for consent in records.iter_mut().filter(|record| record.kind == "consent") {
        let to = consent.answers.get_mut(&crate::model::fixtures::field("recipient")).unwrap();
        to[0].answer = Answer::Known(Private::new("home-police".to_owned()));
    }
    let home = composed("home-police", &records, &order());
    assert_eq!(names(&home), ["annex-001.pdf"]);
    assert!(said(&home).contains("application/pdf"));
    let written = write(&home.dossier, &Kind::Open).unwrap();
    check(&home.dossier, &written, &Kind::Open, &home.allowed, &home.withheld).unwrap();
    // A file in the PDF that the model does not have, and a file whose words nobody looked through.
    let mut other = home.dossier.clone();
    other.attached.clear();
    let found = check(&other, &written, &Kind::Open, &home.allowed, &home.withheld);
    assert_eq!(found, Err(DossierError::Differs { page: 0, part: "attachment" }));
    other = home.dossier.clone();
    other.pictured.clear();
    let found = check(&other, &written, &Kind::Open, &home.allowed, &home.withheld);
    assert_eq!(found, Err(DossierError::Differs { page: 0, part: "attachment" }));
    let shelter = composed("shelter", &records, &order());
    assert!(!said(&shelter).contains("Lampiran 1"));
}

#[test]
fn the_name_of_somebody_left_out_inside_free_text_stops_the_release() {
    let mut records = records();
    let told = record(
        30,
        "episode",
        &[("people", &id(1).to_string()), ("sort", "recruitment"), ("job_promised", "Diajak Budi Hartono")],
    );
    records.retain(|record| record.id != id(30));
    records.push(told);
    let composed = composed("host-police", &records, &order());
    let written = write(&composed.dossier, &Kind::Open).unwrap();
    let found = check(&composed.dossier, &written, &Kind::Open, &composed.allowed, &composed.withheld);
    assert!(matches!(found, Err(DossierError::Withheld { record, .. }) if record == id(2)), "{found:?}");
}

#[test]
fn a_shelter_gets_what_keeps_people_well() {
    let composed = composed("shelter", &records(), &order());
    let said = said(&composed);
    assert!(said.contains("Penisilin"));
    assert!(!said.contains("王小明") && !said.contains("Kompleks Timur"));
    assert_eq!(composed.dossier.people, [id(1)]);
}

#[test]
fn what_is_withheld_is_the_same_whatever_is_on_record() {
    let full = composed("host-police", &records(), &order());
    let mut fewer = records();
    fewer.retain(|record| record.kind != "health" && record.kind != "episode");
    assert_eq!(full.dossier.withheld, composed("host-police", &fewer, &order()).dossier.withheld);
    assert!(full.dossier.withheld.iter().any(|group| *group == "acts-compelled"));
}

#[test]
fn every_word_that_a_dossier_says_is_in_every_dictionary() {
    let ids = Profile::shipped(&Forms::shipped().unwrap()).unwrap().into_iter().map(|profile| profile.id);
    for profile in ids {
        let profile = profile.as_str();
        let mut order = order();
        order.training = true;
        order.override_reason = Some("Alasan".to_owned());
        assert!(!said(&composed(profile, &records(), &order)).contains('⟦'), "{profile}");
    }
}

#[test]
fn two_values_that_nobody_settled_stand_side_by_side_and_say_so() {
    let mut records = records();
    let person = records.iter_mut().find(|record| record.id == id(1)).unwrap();
    let other = self::record(1, "person", &[("birth_date", "1990-01-01")]);
    let theirs = other.answers[&crate::model::fixtures::field("birth_date")].clone();
    person.answers.get_mut(&crate::model::fixtures::field("birth_date")).unwrap().extend(theirs);
    let said = said(&composed("host-police", &records, &order()));
    assert!(said.contains("1 Januari 1990") && said.contains("dua nilai tercatat"));
}

#[test]
fn the_text_of_a_dossier_for_the_police() {
    let composed = composed("host-police", &records(), &order());
    let laid = crate::lay::lay(&composed.dossier).unwrap();
    let pages: Vec<String> = laid
        .pages
        .iter()
        .map(|page| page.marks.iter().map(|mark| mark.text.as_str()).collect::<Vec<_>>().join("\n"))
        .collect();
    let code = crate::seal::short_code(&composed.dossier.digest());
    insta::assert_snapshot!(pages.join("\n\n———\n\n").replace(&code, "[code]"));
}
