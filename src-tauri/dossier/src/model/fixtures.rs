//! Invented dossiers for tests.

use super::{
    Align, Block, Column, Copy, Cover, Dossier, Figure, Frame, Label, Meta, Pair, Person, Portrait,
    Portraits, Provenance, Row, Run, Signature, Table, Text,
};
use crate::check::{Allowed, Freedom};
use casework::ids::{FieldId, RecordId};
use chrono::{DateTime, TimeZone, Utc};
use std::sync::Arc;
use uuid::Uuid;

/// One paragraph in each script: language and text.
pub(crate) const SCRIPTS: [(&str, &str); 9] = [
    ("id", "Korban ditemukan pada 28 Juni 2023 di Poipet, Banteay Meanchey, lalu dipindahkan ke Phnom Penh."),
    ("en", "The office “found” them fit — affiliated with a “flight” firm, 1,138 in all; fi ffi fl."),
    ("vi", "Nạn nhân được giải cứu tại Campuchia và đưa về nơi an toàn."),
    ("km", "ជនរងគ្រោះត្រូវបានជួយសង្គ្រោះក្នុងខេត្តបន្ទាយមានជ័យ។ ប្អូនប្រុសខ្ញុំប្រាប់រឿងផ្សេងៗដល់នគរបាល។"),
    ("th", "ผู้เสียหายได้รับการช่วยเหลือที่ปอยเปต และถูกส่งต่อไปยังกรุงพนมเปญ น้ำใจ"),
    ("lo", "ຜູ້ເຄາະຮ້າຍໄດ້ຮັບການຊ່ວຍເຫຼືອຢູ່ປອຍເປດ ແລະສົ່ງຕໍ່ໄປພະນົມເປັນ"),
    ("my", "လူကုန်ကူးခံရသူများကို ပွိုက်ပက်မြို့တွင် ကယ်တင်ခဲ့သည်။"),
    ("ar", "وُلِد في 1987-03-12 ورقم جوازه B1234567، وأُنقِذ في بويبت."),
    ("zh", "嫌疑人王小明在波贝经营电信诈骗公司。"),
];

pub(crate) fn record(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

pub(crate) fn field(name: &str) -> FieldId {
    FieldId::new(name).unwrap()
}

pub(crate) fn answer(n: u128, name: &str, text: &str, lang: &str) -> Text {
    Text::new(text, lang, Provenance::Answer { record: record(n), field: field(name) })
}

pub(crate) fn word(text: &str) -> Text {
    Text::new(text, "id", Provenance::Word("dos-test".to_owned()))
}

pub(crate) fn label(text: &str, second: Option<&str>) -> Label {
    let second = second.map(|text| Text::new(text, "km", Provenance::Word("dos-test".to_owned())));
    Label { text: word(text), second }
}

pub(crate) fn photo(shade: u8) -> Figure {
    let mut picture = image::RgbImage::new(90, 120);
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        *pixel = image::Rgb([shade, u8::try_from(x * 2).unwrap(), u8::try_from(y * 2).unwrap()]);
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(picture).write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    let from = Provenance::Answer { record: record(1), field: field("photo") };
    Figure::new(Arc::from(bytes.into_inner()), word("Foto orang ini"), from)
}

pub(crate) fn at() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, 1, 8, 30, 0).unwrap()
}

pub(crate) fn empty() -> Dossier {
    Dossier {
        meta: Meta {
            title: word("Berkas kasus"),
            lang: "id".to_owned(),
            profile: "host-police".to_owned(),
            reference: Text::app("PNH-2023-DA07"),
            copy: Copy { number: 1, of: 2 },
            made_at: at(),
            training: false,
        },
        people: vec![record(1)],
        disclosed: Vec::new(),
        withheld: Vec::new(),
        frame: Frame {
            classification: word("RAHASIA"),
            reference: Text::app("PNH-2023-DA07 · 1/2"),
            recipient: word("Kepolisian negara setempat"),
            page: word("Halaman {x} dari {y}"),
            training: None,
        },
        blocks: Vec::new(),
        attached: Vec::new(),
        pictured: Vec::new(),
        stamp: None,
    }
}

/// Everything that a dossier can hold, once.
pub(crate) fn full() -> Dossier {
    let mut dossier = empty();
    dossier.frame.training = Some(word("LATIHAN — data rekaan"));
    dossier.meta.training = true;
    let pair = |name: &str, second: &str, value: Text| Pair {
        label: label(name, Some(second)),
        values: vec![value],
    };
    let pairs = vec![
        pair("Nama", "ឈ្មោះ", answer(1, "full_name", "Sri Wahyuni", "zxx")),
        pair("Nama dalam aksara lain", "ឈ្មោះជាអក្សរផ្សេង", answer(1, "other_scripts", "ស្រី វ៉ាហ៊ូនី", "km")),
        pair("Tanggal lahir", "ថ្ងៃកំណើត", answer(1, "birth_date", "1987-03-12", "zxx")),
        pair("Nomor paspor", "លេខលិខិតឆ្លងដែន", answer(1, "number", "B1234567", "zxx")),
    ];
    let head = |text: &str, weight| Column { head: label(text, None), weight, align: Align::Start };
    let rows = (1..=60)
        .map(|n| {
            Row(vec![
                Text::app(n.to_string()),
                answer(1, "wording", if n == 30 { LONG } else { "Dipindahkan ke penampungan" }, "id"),
                answer(1, "other_scripts", "ភ្នំពេញ", "km"),
            ])
        })
        .collect();
    dossier.blocks = vec![
        Block::Cover(Cover {
            title: label("Berkas kasus", Some("សំណុំរឿង")),
            recipient: word("Kepolisian negara setempat"),
            pairs: vec![pair("Tujuan", "គោលបំណង", word("Penyerahan kepada kepolisian"))],
        }),
        Block::Notice(word("Bukan formulir resmi.")),
        Block::Seal(label("Kode verifikasi", Some("លេខកូដផ្ទៀងផ្ទាត់"))),
        Block::PageBreak,
        Block::Heading { level: 2, label: label("Orang", Some("បុគ្គល")) },
        Block::Heading { level: 3, label: label("Sri Wahyuni", None) },
        Block::Person(Person { photo: Some(Portrait::Shown(photo(120))), pairs }),
        Block::Heading { level: 2, label: label("Aksara", None) },
    ];
    for (lang, text) in SCRIPTS {
        dossier.blocks.push(Block::Paragraph(answer(1, "statement", text, lang)));
    }
    dossier.blocks.extend([
        Block::Paragraph(Text(vec![
            Run::new("Ia berkata: ", "id", Provenance::Word("dos-test".to_owned())),
            Run::new("ខ្ញុំចង់ទៅផ្ទះ", "km", Provenance::Answer { record: record(1), field: field("statement") }),
            Run::new(
                " dan diam.\nBaris kedua.",
                "id",
                Provenance::Answer { record: record(1), field: field("statement") },
            ),
        ])),
        Block::Heading { level: 2, label: label("Kronologi", None) },
        Block::Table(Table::new(vec![head("No", 1.0), head("Kejadian", 6.0), head("Tempat", 3.0)], rows)),
        Block::Table(Table {
            portraits: Some(Portraits {
                head: label("Foto", Some("រូបថត")),
                of: vec![Portrait::Shown(photo(120)), Portrait::Absent(word("Tidak ada foto"))],
            }),
            ..Table::new(
                vec![head("No", 1.0), head("Nama", 6.0)],
                ["Sri Wahyuni", "Sri Wahyuni"]
                    .map(|name| Row(vec![Text::app("1"), answer(1, "full_name", name, "zxx")]))
                    .to_vec(),
            )
        }),
        Block::Table(Table {
            bars: vec![Some(1000), Some(0), None],
            ..Table::new(
                vec![head("Bulan", 3.0), head("Orang", 1.0)],
                ["3", "0", "-"].map(|count| Row(vec![Text::app("2023"), Text::app(count)])).to_vec(),
            )
        }),
        Block::Figure(photo(30)),
        Block::Heading { level: 3, label: label("Lampiran 1", None) },
        Block::Scan(photo(60)),
        Block::Together(vec![
            Block::Heading { level: 2, label: label("Tanda tangan", None) },
            Block::Signatures(vec![
                Signature {
                    role: label("Diserahkan oleh", Some("ប្រគល់ដោយ")),
                    lines: vec![label("Nama dan jabatan", None), label("Tanggal", None)],
                },
                Signature {
                    role: label("Diterima oleh", None),
                    lines: vec![label("Nama dan jabatan", None), label("Tanggal", None)],
                },
            ]),
        ]),
    ]);
    dossier
}

/// A text that fills most of a page in a column.
const LONG: &str = "Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya, supaya tidak ada halaman yang kosong separuh. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya, supaya tidak ada halaman yang kosong separuh. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya. Keterangan panjang yang harus dipotong di antara baris. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya, supaya tidak ada halaman yang kosong separuh. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya, supaya tidak ada halaman yang kosong separuh. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya. Keterangan panjang yang harus dipotong di antara baris. Keterangan panjang yang harus dipotong di antara baris dan tidak di tengahnya, supaya tidak ada halaman yang kosong separuh. Keterangan panjang yang harus dipotong.";

/// Every answer of [`full`].
pub(crate) fn allowed() -> Allowed {
    let mut allowed = Allowed::default();
    for name in ["full_name", "other_scripts", "birth_date", "number", "photo"] {
        allowed.allow(record(1), field(name), Freedom::Fixed);
    }
    for name in ["statement", "wording"] {
        allowed.allow(record(1), field(name), Freedom::Free);
    }
    for shade in [120, 30, 60] {
        allowed.file(record(1), field("photo"), photo(shade).sha256());
    }
    allowed
}
