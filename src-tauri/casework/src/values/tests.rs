//! What must hold of every kind of value.

use super::{
    Refusal, Value,
    testing::{field, typing},
};
use crate::{
    answer::Answer,
    form::FieldKind,
    words::{Lang, Words},
};
use proptest::prelude::*;

const KINDS: [FieldKind; 18] = [
    FieldKind::Name,
    FieldKind::Text,
    FieldKind::Paragraph,
    FieldKind::Date,
    FieldKind::Time,
    FieldKind::Age,
    FieldKind::Money,
    FieldKind::Country,
    FieldKind::Language,
    FieldKind::Phone,
    FieldKind::Place,
    FieldKind::Choice,
    FieldKind::YesNo,
    FieldKind::Number,
    FieldKind::DocumentNumber,
    FieldKind::Mrz,
    FieldKind::Record,
    FieldKind::File,
];

const SAMPLES: [(FieldKind, &str, &str); 20] = [
    (FieldKind::Name, " Suharto ", "Suharto"),
    (FieldKind::Text, "rumah  di Poipet", "rumah di Poipet"),
    (FieldKind::Paragraph, "satu\r\ndua", "satu\ndua"),
    (FieldKind::Date, "akhir Juni 2023", "2023-06~"),
    (FieldKind::Time, "28 Juni 2023 09:00", "2023-06-28T09:00+07:00[Asia/Phnom_Penh]"),
    (FieldKind::Time, "28 Juni 2023", "2023-06-28"),
    (FieldKind::Age, "24 tahun", "24@2023-10-05"),
    (FieldKind::Money, "Rp 1.250.000", "IDR 1250000.00"),
    (FieldKind::Country, "Kamboja", "KH"),
    (FieldKind::Language, "bahasa Jawa", "jav"),
    (FieldKind::Phone, "0812-3456-7890", "+6281234567890"),
    (FieldKind::Place, "Kab. Bandung", "ID.32.04"),
    (FieldKind::Choice, "perempuan", "female"),
    (FieldKind::Choice, "L", "male"),
    (FieldKind::YesNo, "ya", "yes"),
    (FieldKind::Number, "២៨", "28"),
    (FieldKind::DocumentNumber, "b 1234567", "B1234567"),
    (FieldKind::Record, "018f4e7a-0000-7000-8000-000000000000", "018f4e7a-0000-7000-8000-000000000000"),
    (
        FieldKind::Mrz,
        "i<utoeriksson<<anna<maria<<<<<<<<<<< d231458907uto7408122f1204159<<<<<<<6",
        "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
    ),
    (
        FieldKind::File,
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
    ),
];

#[test]
fn every_kind_travels_by_its_canonical_form() {
    for kind in KINDS {
        assert!(SAMPLES.iter().any(|(sampled, ..)| *sampled == kind), "{kind:?} has no sample");
    }
    for (kind, typed, canonical) in SAMPLES {
        let field = field(kind);
        let answer = Value::parse(&field, typed, &typing()).unwrap();
        let value = answer.known().unwrap();
        assert_eq!((value.canonical().as_str(), value.kind()), (canonical, kind));
        assert_eq!(Value::read(&field, canonical).as_ref(), Ok(value));
        assert_eq!(Value::parse(&field, canonical, &typing()).as_ref(), Ok(&answer), "{kind:?}");
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let shown = value.display(&words);
            assert!(!shown.is_empty() && !shown.contains('⟦'), "{kind:?}: {shown}");
        }
        assert!(!value.sort_key().is_empty());
        assert!(!format!("{value:?}").contains(canonical), "a value's Debug shows its content");
    }
}

#[test]
fn not_knowing_is_an_answer_of_its_own() {
    for kind in KINDS {
        let field = field(kind);
        for (typed, standing) in [
            ("Tidak diketahui", Answer::Unknown),
            (" unknown ", Answer::Unknown),
            ("មិនដឹង", Answer::Unknown),
            ("?", Answer::Unknown),
            ("Not asked", Answer::NotAsked),
            ("belum ditanya", Answer::NotAsked),
            ("មិនបានសួរ", Answer::NotAsked),
            ("Declined to answer", Answer::Declined),
            ("menolak menjawab", Answer::Declined),
            ("សុំមិនឆ្លើយ", Answer::Declined),
        ] {
            assert_eq!(Value::parse(&field, typed, &typing()), Ok(standing), "{kind:?} {typed}");
        }
        assert_eq!(
            Value::parse(&field, "  ", &typing()).map_err(|refusal| refusal.key()),
            Err("value-empty")
        );
    }
    let named = Value::parse(&field(FieldKind::Name), "Unknown, called Budi", &typing()).unwrap();
    assert_eq!(named.known().map(Value::canonical).as_deref(), Some("Unknown, called Budi"));
    let mut choice = field(FieldKind::Choice);
    choice.options.push("unknown".into());
    let chosen = Value::parse(&choice, "unknown", &typing()).unwrap();
    assert_eq!(
        chosen.known().map(Value::canonical).as_deref(),
        Some("unknown"),
        "the form's own option comes first"
    );
}

#[test]
fn options_are_known_by_id_word_and_letter() {
    let sex = field(FieldKind::Choice);
    for (typed, option) in [
        ("male", "male"),
        ("Laki-laki", "male"),
        ("laki laki", "male"),
        ("P", "female"),
        ("F", "female"),
        ("ស្រី", "female"),
        ("wanita", "female"),
    ] {
        let chosen = Value::parse(&sex, typed, &typing()).unwrap();
        assert_eq!(chosen.known().map(Value::canonical).as_deref(), Some(option), "{typed}");
    }
    assert!(Value::parse(&sex, "", &typing()).is_err());
    assert!(Value::read(&sex, "Male").is_err());
}

#[test]
fn every_refusal_has_words_in_every_language() {
    let english = include_str!("../../../../assets/locales/en/values.ftl");
    let sources = [
        include_str!("age.rs"),
        include_str!("choice.rs"),
        include_str!("country.rs"),
        include_str!("date/numbers.rs"),
        include_str!("date/typed.rs"),
        include_str!("language.rs"),
        include_str!("mod.rs"),
        include_str!("money/typed.rs"),
        include_str!("mrz.rs"),
        include_str!("mrz/layout.rs"),
        include_str!("name.rs"),
        include_str!("phone.rs"),
        include_str!("place.rs"),
        include_str!("text.rs"),
        include_str!("time/clock.rs"),
        include_str!("time/typed.rs"),
        include_str!("time/zone.rs"),
    ];
    let prefixes = [
        "date-", "time-", "age-", "money-", "mrz-", "phone-", "place-", "text-", "value-", "number-", "name-",
    ];
    let mut seen = 0;
    for source in sources {
        let code = source.split("#[cfg(test)]").next().unwrap();
        for key in code.split('"').filter(|text| prefixes.iter().any(|prefix| text.starts_with(prefix))) {
            assert!(english.contains(&format!("\n{key} = ")), "no words for {key}");
            seen += 1;
        }
    }
    assert!(seen > 80);
}

#[test]
fn nothing_is_read_without_a_limit() {
    let long = "១".repeat(1_000_000);
    for kind in KINDS {
        let refusal = Value::parse(&field(kind), &long, &typing()).unwrap_err();
        assert_eq!(refusal.key(), "text-too-long", "{kind:?}");
    }
}

#[test]
fn a_refusal_keeps_what_was_typed() {
    let refusal = Value::parse(&field(FieldKind::Date), "28 Jumi 2023", &typing()).unwrap_err();
    let Refusal::Unreadable { typed, at, why } = refusal else { panic!("asked") };
    assert_eq!((typed.reveal().as_str(), at, why), ("28 Jumi 2023", 3, "date-word"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn no_text_is_too_odd(kind in prop::sample::select(KINDS.to_vec()), typed in "\\PC{0,60}|(?s:.{0,60})") {
        let field = field(kind);
        match Value::parse(&field, &typed, &typing()) {
            Ok(answer) => {
                if let Some(value) = answer.known() {
                    prop_assert_eq!(&Value::read(&field, &value.canonical()), &Ok(value.clone()));
                }
            }
            Err(Refusal::Unreadable { at, .. }) => prop_assert!(at <= typed.chars().count()),
            Err(Refusal::Ambiguous { readings, .. }) => {
                prop_assert!(readings.len() > 1);
                for reading in readings {
                    prop_assert!(Value::read(&field, &reading.canonical).is_ok());
                }
            }
        }
    }

    #[test]
    fn no_text_of_familiar_pieces_is_too_odd(
        kind in prop::sample::select(KINDS.to_vec()),
        typed in "([0-9]{1,5}|[+()./@~,;=-]| |tahun|ext|Kab\\.|Bandung|pada|Jawa|USD|Rp|Juni|s/d|WIB|:|ខែ|ថ្ងៃ){0,12}",
    ) {
        let field = field(kind);
        if let Ok(Answer::Known(value)) = Value::parse(&field, &typed, &typing()) {
            prop_assert_eq!(Value::read(&field, &value.canonical()), Ok(value));
        }
    }

    #[test]
    fn reading_is_strict_for_any_text(kind in prop::sample::select(KINDS.to_vec()), text in "(?s:.{0,40})") {
        if let Ok(value) = Value::read(&field(kind), &text) {
            prop_assert_eq!(value.canonical(), text);
        }
    }
}
