//! Cases drawn by chance: whom each record is about, what each person said, and a word of its own in every field.

use crate::model::fixtures::record as id;
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Form, Forms},
    ids::RecordId,
    private::Private,
    record::{LiveAnswer, Record},
    words::Lang,
};
use chrono::DateTime;
use proptest::prelude::*;

pub(super) const PROFILES: [&str; 10] = [
    "embassy",
    "host-police",
    "shelter",
    "social-ministry",
    "immigration",
    "hospital",
    "airline",
    "receiving-home",
    "home-police",
    "person",
];

/// What a person says about the recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    Nothing,
    Yes(u16),
    No,
}

/// Groups with a consent of their own, in the order of the bits.
pub(super) const SEPARATE: [&str; 7] =
    ["statement", "health", "fitness", "episodes-sites", "risks", "family", "counselling"];

#[derive(Debug, Clone)]
pub(super) struct Case {
    pub(super) profile: usize,
    pub(super) lang: Lang,
    pub(super) said: [Said; 3],
    /// For each kind of record, whom the records of that kind are about: bits.
    pub(super) about: Vec<u8>,
    pub(super) overridden: bool,
}

pub(super) fn case() -> impl Strategy<Value = Case> {
    let said = || {
        prop_oneof![
            Just(Said::Nothing),
            any::<u16>().prop_map(Said::Yes),
            any::<u16>().prop_map(Said::Yes),
            Just(Said::No)
        ]
    };
    let lang = prop_oneof![Just(Lang::Id), Just(Lang::En), Just(Lang::Km)];
    (0..10usize, lang, [said(), said(), said()], prop::collection::vec(1..8u8, 64), any::<bool>())
        .prop_map(|(profile, lang, said, about, overridden)| Case { profile, lang, said, about, overridden })
}

/// A word that nothing else has.
fn marker(n: usize, field: &Field) -> Option<String> {
    let mut letters = String::new();
    let mut rest = n * 7 + 11;
    for _ in 0..5 {
        letters.push(char::from(b'a' + u8::try_from(rest % 25).unwrap()));
        rest /= 25;
    }
    match field.kind {
        FieldKind::Name | FieldKind::Text | FieldKind::Paragraph => Some(format!("Zq{letters}xqz")),
        FieldKind::DocumentNumber => Some(format!("QX{:07}", 4_000_000 + n * 13)),
        FieldKind::Date => Some("2023-06-28".to_owned()),
        FieldKind::Choice => field.options.first().cloned(),
        _ => None,
    }
}

fn answered(record: &mut Record, field: &Field, text: String) {
    let live = LiveAnswer {
        change: format!("{}:0", "0".repeat(64)),
        answer: Answer::Known(Private::new(text)),
        as_typed: None,
        at: DateTime::UNIX_EPOCH,
        author: id(90),
        device: "0".repeat(32),
    };
    record.answers.entry(field.id.clone()).or_default().push(live);
}

/// A value on record: of which record, of which field, and the word that stands for it.
pub(super) struct Planted {
    pub(super) record: RecordId,
    pub(super) kind: String,
    pub(super) group: String,
    pub(super) field: String,
    pub(super) tells: bool,
    pub(super) subjects: Vec<usize>,
    pub(super) has_people: bool,
    pub(super) word: String,
}

pub(super) fn build(case: &Case, forms: &Forms) -> (Vec<Record>, Vec<Planted>) {
    let (mut records, mut planted) = (Vec::new(), Vec::new());
    let mut n = 0;
    for (index, form) in forms.iter().enumerate() {
        let times = match form.id.as_str() {
            "person" => 3,
            "consent" | "officer" => 0,
            _ => 2,
        };
        for copy in 0..times {
            let record_id =
                if form.id == "person" { id(copy + 1) } else { id(1000 + index as u128 * 10 + copy) };
            let mut record =
                Record { id: record_id, kind: form.id.clone(), scope: id(1), answers: Default::default() };
            let bits = case.about[(index + copy as usize * 31) % case.about.len()];
            let subjects: Vec<usize> = if form.id == "person" {
                vec![usize::try_from(copy).unwrap()]
            } else if form.people().is_some() {
                (0..3).filter(|person| bits & (1 << person) != 0).collect()
            } else {
                Vec::new()
            };
            for field in &form.fields {
                plant(&mut record, form, field, &subjects, &mut n, &mut planted);
            }
            records.push(record);
        }
    }
    for (person, said) in case.said.iter().enumerate() {
        let outcome = match said {
            Said::Nothing => continue,
            Said::Yes(_) => "given",
            Said::No => "refused",
        };
        let form = forms.named("consent").unwrap();
        let mut record = Record {
            id: id(900 + person as u128),
            kind: form.id.clone(),
            scope: id(1),
            answers: Default::default(),
        };
        let mut put = |name: &str, text: String| answered(&mut record, form.field(name).unwrap(), text);
        put("people", id(person as u128 + 1).to_string());
        put("recipient", PROFILES[case.profile].to_owned());
        put("outcome", outcome.to_owned());
        if let Said::Yes(bits) = said {
            for (_, group) in SEPARATE.iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0) {
                put("groups", (*group).to_owned());
            }
        }
        records.push(record);
    }
    (records, planted)
}

fn plant(
    record: &mut Record,
    form: &Form,
    field: &Field,
    subjects: &[usize],
    n: &mut usize,
    planted: &mut Vec<Planted>,
) {
    if field.kind == FieldKind::File {
        // The digest of no file: which bytes it stands for is the vault's to say.
        answered(record, field, "ab".repeat(32));
        planted.push(Planted {
            record: record.id,
            kind: form.id.to_string(),
            group: field.group.to_string(),
            field: field.id.to_string(),
            tells: true,
            subjects: subjects.to_vec(),
            has_people: form.people().is_some() || form.id == "person",
            word: String::new(),
        });
        return;
    }
    if field.id == "people" {
        subjects.iter().for_each(|person| answered(record, field, id(*person as u128 + 1).to_string()));
        return;
    }
    *n += 1;
    let Some(word) = marker(*n, field) else { return };
    answered(record, field, word.clone());
    if matches!(field.kind, FieldKind::Date | FieldKind::Choice)
        || matches!(form.id.as_str(), "organisation" | "officer")
    {
        return;
    }
    planted.push(Planted {
        record: record.id,
        kind: form.id.to_string(),
        group: field.group.to_string(),
        field: field.id.to_string(),
        tells: form.id == "document" || matches!(field.kind, FieldKind::Paragraph | FieldKind::Text),
        subjects: subjects.to_vec(),
        has_people: form.people().is_some() || form.id == "person",
        word,
    });
}
