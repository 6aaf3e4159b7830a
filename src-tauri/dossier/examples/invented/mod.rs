//! An invented case of as many people as asked for, composed for the fullest profile: the same content for every engine that
//! is measured.

use casework::{
    answer::Answer,
    disclosure::Allowance,
    form::Forms,
    ids::{FieldId, KindId, RecordId},
    private::Private,
    profile::Profile,
    record::{LiveAnswer, Record},
    words::{Lang, Words},
};
use chrono::DateTime;
use dossier::compose::{CaseFile, Composed, Order, PersonFile, compose};
use std::{fs, io::Cursor, path::Path, sync::Arc};
use uuid::Uuid;

const GIVEN: [&str; 7] = ["Sri", "Dewi", "Agus", "Rina", "Joko", "Putri", "Bayu"];
const FAMILY: [&str; 4] = ["Wahyuni", "Hartono", "Lestari", "Saputra"];
const TOLD: &str = "Dijanjikan bekerja sebagai pelayan toko, lalu dipaksa bekerja empat belas jam sehari dan tidak boleh keluar \
                    dari gedung. ជនរងគ្រោះប្រាប់រឿងផ្សេងៗដល់នគរបាលក្នុងខេត្តបន្ទាយមានជ័យ។";

fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

fn record(n: u128, kind: &str, answers: &[(&str, &str)]) -> Record {
    let kind = KindId::new(kind).expect("a kind");
    let mut record = Record { id: id(n), kind, scope: id(1), answers: Default::default() };
    for (field, text) in answers {
        let live = LiveAnswer {
            change: String::new(),
            answer: Answer::Known(Private::new((*text).to_owned())),
            as_typed: None,
            at: DateTime::UNIX_EPOCH,
            author: id(1),
            device: "0".repeat(32),
        };
        record.answers.entry(FieldId::new(*field).expect("a field")).or_default().push(live);
    }
    record
}

/// The photograph of a person: from the file that [`Invented::keep_photos`] wrote where a folder is named, else drawn now.
fn photo(n: u32, folder: Option<&Path>) -> Arc<[u8]> {
    if let Some(folder) = folder {
        return fs::read(folder.join(photo_name(n))).expect("the photographs that `twin` wrote").into();
    }
    let picture = image::RgbImage::from_fn(480, 640, |x, y| {
        let wave = |k: u32| u8::try_from((x * k + y * (n + 3) + (x * y) / 97) % 251).unwrap_or_default();
        image::Rgb([wave(1), wave(2), wave(3)])
    });
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(picture).write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a JPEG");
    bytes.into_inner().into()
}

fn photo_name(n: u32) -> String {
    format!("person-{n}.jpg")
}

fn case(people: u32) -> Vec<Record> {
    let mut records = vec![
        record(1_000_001, "site", &[("name", "Kompleks Timur"), ("town", "Poipet")]),
        record(1_000_002, "suspect", &[("name", "王小明"), ("part", "exploiter"), ("source", TOLD)]),
    ];
    let (site, suspect) = (id(1_000_001).to_string(), id(1_000_002).to_string());
    for n in 0..people {
        let base = u128::from(n + 1) * 100;
        let pick = |list: &[&str], at: u32| {
            list.iter().cycle().nth(at as usize).copied().unwrap_or_default().to_owned()
        };
        let name = format!("{} {}", pick(&GIVEN, n), pick(&FAMILY, n / 7));
        let me = id(base).to_string();
        records.push(record(
            base,
            "person",
            &[
                ("full_name", &name),
                ("other_scripts", "ស្រី វ៉ាហ៊ូនី"),
                ("sex", "female"),
                ("birth_date", "1987-03-12"),
                ("birth_place", "Kabupaten Indramayu"),
                ("nationalities", "ID"),
                ("home_address", "Jalan Melati 12, Indramayu"),
                ("languages", "id"),
                ("safety", TOLD),
                ("photo", "00"),
                ("reference", &format!("PNH-2023-A{:04}", n + 1)),
            ],
        ));
        let number = format!("B{:07}", 1_234_567 + n);
        records.push(record(
            base + 1,
            "travel-document",
            &[
                ("people", &me),
                ("sort", "passport"),
                ("number", &number),
                ("issued_by", "ID"),
                ("expires", "2028-05-01"),
                ("paper", "police"),
            ],
        ));
        for (step, sort) in [(2, "recruitment"), (3, "exploitation"), (4, "resale")] {
            records.push(record(
                base + step,
                "episode",
                &[
                    ("people", &me),
                    ("sort", sort),
                    ("from", "2022-11"),
                    ("until", "2023-06"),
                    ("site", &site),
                    ("suspects", &suspect),
                    ("job_promised", TOLD),
                    ("job_found", "Penipuan daring"),
                    ("source", "Wawancara"),
                ],
            ));
        }
        for (step, place) in [(5, "Phnom Penh"), (6, "Caritas")] {
            records.push(record(
                base + step,
                "placement",
                &[("people", &me), ("sort", "shelter"), ("place", place), ("bed", "12")],
            ));
        }
        records.push(record(
            base + 7,
            "determination",
            &[
                ("people", &me),
                ("outcome", "victim"),
                ("decided_on", "2023-09-29"),
                ("letter", "123/45"),
                ("wording", TOLD),
            ],
        ));
        records.push(record(
            base + 8,
            "immigration-matter",
            &[
                ("people", &me),
                ("entered_on", "2022-11-03"),
                ("permit_number", "KH-2023-77"),
                ("permit_issued", "2023-09-30"),
            ],
        ));
        records.push(record(
            base + 9,
            "movement",
            &[
                ("people", &me),
                ("sort", "flight"),
                ("from_place", "Phnom Penh"),
                ("to_place", "Jakarta"),
                ("number", "GA 123"),
            ],
        ));
        records.push(record(
            base + 10,
            "health",
            &[("people", &me), ("allergies", "Tidak ada"), ("needs", TOLD)],
        ));
        records.push(record(base + 11, "service", &[("people", &me), ("sort", "medical")]));
        records.push(record(
            base + 12,
            "consent",
            &[("people", &me), ("recipient", "embassy"), ("outcome", "given"), ("answered_on", "2023-07-01")],
        ));
    }
    records
}

/// The case, so that composing it can be repeated.
pub(crate) struct Invented {
    forms: Forms,
    profile: Profile,
    words: (Words, Words),
    records: Vec<Record>,
    photos: Vec<Arc<[u8]>>,
}

impl Invented {
    /// A case of `people`, with photographs from a folder or drawn now.
    pub(crate) fn of(people: u32, folder: Option<&Path>) -> Self {
        let forms = Forms::shipped().expect("forms");
        let profiles = Profile::shipped(&forms).expect("profiles");
        let profile = profiles.into_iter().find(|profile| profile.id == "embassy").expect("a profile");
        let words = (Words::new(Lang::Id), Words::new(Lang::Km));
        let photos = (0..people).map(|n| photo(n, folder)).collect();
        Self { forms, profile, words, records: case(people), photos }
    }

    /// Writes the photographs, so that who is measured reads them as the other engines do.
    #[allow(dead_code, reason = "for the example that prepares")]
    pub(crate) fn keep_photos(&self, folder: &Path) {
        for (n, photo) in (0..).zip(&self.photos) {
            fs::write(folder.join(photo_name(n)), photo).expect("a photograph to write");
        }
    }

    /// Composes it: in Indonesian, with Khmer beside the labels.
    pub(crate) fn composed(&self) -> Composed {
        let consents: Vec<&Record> = self.records.iter().filter(|record| record.kind == "consent").collect();
        let person = |(n, photo): (u128, &Arc<[u8]>)| {
            let id = id((n + 1) * 100);
            let allowance = Allowance::of(id, &self.profile, &consents, &self.forms, false);
            PersonFile { id, allowance, photo: Some(photo.clone()) }
        };
        let people = (0..).zip(&self.photos).map(person).collect();
        let file = CaseFile { forms: &self.forms, people, records: &self.records };
        let order = Order {
            reference: "PNH-2023-DA07".to_owned(),
            recipient: "Perwakilan lain".to_owned(),
            recipient_record: None,
            flight: None,
            copy: 1,
            copies: 2,
            made_at: DateTime::UNIX_EPOCH,
            valid_until: "2026-05-30".to_owned(),
            override_reason: None,
            training: true,
            annexes: Vec::new(),
            stamp: None,
            sheet: None,
            notice: None,
        };
        compose(&file, &self.profile, &self.words.0, Some(&self.words.1), &order)
    }
}
