//! Invented cases for every recipient, in every language, against the table of the design written down once more. Every value
//! is a word of its own: one that is in the file and not allowed there is a leak, whoever let it through.

use super::{Print, Request, Warrant};
use crate::{
    DossierError, Kind,
    check::{check_by, read::read},
    compose::{Annex, AnnexContent, CaseFile, Composed, Notice, Order, PersonFile, compose},
    model::{
        Attached, Block, Figure, Pictured, Provenance, Text,
        fixtures::{at, photo, record as id},
    },
    write,
};
use casework::{
    answer::Answer,
    disclosure::Allowance,
    form::{Field, FieldKind, Form, Forms},
    ids::RecordId,
    private::Private,
    profile::Profile,
    record::{LiveAnswer, Record},
    words::{Lang, Words},
};
use chrono::DateTime;
use proptest::prelude::*;
use std::sync::Arc;

mod notices;

const PROFILES: [&str; 10] = [
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

/// The design's table: y covered by consent to the recipient, o separate consent, p some fields only, w only the recipient's
/// own (nobody's, here), - never.
const TABLE: &[(&str, &str)] = &[
    ("identity", "yyyyyypyyy"),
    ("travel-document", "yy-yy-pyyy"),
    ("rescue-facts", "yypyy-wyyy"),
    ("episodes-sites", "yy-p---oyy"),
    ("suspects", "yy------y-"),
    ("evidence", "yy------y-"),
    ("statement", "yo-o---ooy"),
    ("acts-compelled", "---------y"),
    ("screening", "y--y---y-y"),
    ("determinations", "yp-yp--ypy"),
    ("risks", "yyyy-o-yyy"),
    ("health", "y-yo-ypo-y"),
    ("fitness", "y-yoyy-o-y"),
    ("counselling", "---------o"),
    ("family", "y-p--o-y-y"),
    ("services", "y-wy-w-y-y"),
    ("immigration", "y--yy--y-y"),
    ("diet", "ypyypppypy"),
    ("other-people", "----------"),
    ("placements", "yywy---y-y"),
    ("justice", "yy------yy"),
    ("expenses", "y-w--w----"),
    ("notes", "y---------"),
];

/// The fields of the cells that show some only.
const PART: &[(&str, &[&str])] = &[
    (
        "airline",
        &[
            "person.full_name",
            "travel-document.people",
            "travel-document.number",
            "person.diet",
            "health.people",
            "health.assistance_code",
        ],
    ),
    (
        "shelter",
        &[
            "movement.people",
            "movement.departed_at",
            "movement.arrived_at",
            "person.emergency_contact",
            "person.emergency_phone",
            "person.do_not_contact",
        ],
    ),
    (
        "social-ministry",
        &[
            "episode.people",
            "episode.sort",
            "episode.from",
            "episode.until",
            "episode.site",
            "episode.reference",
        ],
    ),
    (
        "host-police",
        &[
            "determination.people",
            "determination.authority",
            "determination.outcome",
            "determination.decided_on",
            "person.languages",
        ],
    ),
    (
        "home-police",
        &[
            "determination.people",
            "determination.authority",
            "determination.outcome",
            "determination.decided_on",
            "person.languages",
        ],
    ),
    ("immigration", &["determination.people", "determination.letter", "person.languages"]),
    ("hospital", &["person.languages"]),
];

/// What a person says about the recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Yes(u16),
    No,
}

/// Groups with a consent of their own, in the order of the bits.
const SEPARATE: [&str; 7] =
    ["statement", "health", "fitness", "episodes-sites", "risks", "family", "counselling"];

#[derive(Debug, Clone)]
struct Case {
    profile: usize,
    lang: Lang,
    said: [Said; 3],
    /// For each kind of record, whom the records of that kind are about: bits.
    about: Vec<u8>,
    overridden: bool,
}

fn case() -> impl Strategy<Value = Case> {
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
struct Planted {
    record: RecordId,
    kind: String,
    group: String,
    field: String,
    tells: bool,
    subjects: Vec<usize>,
    has_people: bool,
    word: String,
}

fn build(case: &Case, forms: &Forms) -> (Vec<Record>, Vec<Planted>) {
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

fn is_in(case: &Case, person: usize) -> bool {
    match case.said[person] {
        Said::No => false,
        Said::Yes(_) => true,
        Said::Nothing => case.overridden || PROFILES[case.profile] == "person",
    }
}

/// The design's own answer to whether a value may leave.
fn design_allows(case: &Case, one: &Planted) -> bool {
    let profile = PROFILES[case.profile];
    let Some((_, row)) = TABLE.iter().find(|(group, _)| *group == one.group) else { return false };
    let path = format!("{}.{}", one.kind, one.field);
    let part =
        |profile: &str| PART.iter().any(|(name, paths)| *name == profile && paths.contains(&path.as_str()));
    let agrees = |person: usize| match row.as_bytes()[case.profile] {
        b'y' => true,
        b'p' => part(profile),
        b'o' => {
            matches!(case.said[person], Said::Yes(bits) if SEPARATE.iter().enumerate().any(|(bit, group)| *group == one.group && bits & (1 << bit) != 0))
        }
        _ => false,
    };
    let inside: Vec<usize> = one.subjects.iter().copied().filter(|person| is_in(case, *person)).collect();
    if !one.has_people {
        return (0..3).any(|person| is_in(case, person) && agrees(person));
    }
    !inside.is_empty()
        && inside.iter().all(|person| agrees(*person))
        && (!one.tells || inside.len() == one.subjects.len())
}

/// A file on record: whose answer it is, and the very bytes.
struct OnFile {
    of: Planted,
    image: Arc<[u8]>,
}

impl OnFile {
    fn from(&self) -> Provenance {
        Provenance::Answer { record: self.of.record, field: crate::model::fixtures::field(&self.of.field) }
    }

    fn figure(&self, from: Provenance) -> Figure {
        Figure::new(self.image.clone(), Text::app("."), from)
    }
}

struct Tried {
    composed: Composed,
    warrant: Warrant,
    planted: Vec<Planted>,
    files: Vec<OnFile>,
}

fn tried(case: &Case) -> Option<Tried> {
    tried_as(case, &|_| None)
}

fn tried_as(case: &Case, notice: &dyn Fn(&[Planted]) -> Option<Notice>) -> Option<Tried> {
    let forms = Forms::shipped().unwrap();
    let profiles = Profile::shipped(&forms).unwrap();
    let profile = profiles.iter().find(|one| one.id == PROFILES[case.profile]).unwrap();
    let (records, planted) = build(case, &forms);
    let (files, planted): (Vec<_>, Vec<_>) = planted.into_iter().partition(|one| one.word.is_empty());
    let shaded = |(shade, of): (usize, Planted)| {
        let image = photo(u8::try_from(10 + shade * 11).unwrap()).image().clone();
        OnFile { of, image }
    };
    let files: Vec<OnFile> = files.into_iter().enumerate().map(shaded).collect();
    let print = |file: &OnFile| Print {
        record: file.of.record,
        field: crate::model::fixtures::field(&file.of.field),
        sha256: file.figure(Provenance::App).sha256().to_owned(),
    };
    let prints: Vec<Print> = files.iter().map(print).collect();
    let annex = |file: &OnFile| Annex {
        document: file.of.record,
        field: crate::model::fixtures::field(&file.of.field),
        sha256: "ab".repeat(32),
        content: AnnexContent::Pages {
            pictures: vec![file.image.clone()],
            original: Some((file.image.clone(), "application/pdf")),
            words: Private::new(String::new()),
        },
    };
    let consents: Vec<&Record> = records.iter().filter(|record| record.kind == "consent").collect();
    let ids = [id(1), id(2), id(3)];
    let people = ids.map(|person| PersonFile {
        id: person,
        allowance: Allowance::of(person, profile, &consents, &forms, case.overridden),
        photo: files.iter().find(|file| file.of.record == person).map(|file| file.image.clone()),
    });
    let notice = notice(&planted);
    if notice.is_none() && !people.iter().any(|one| one.allowance.admission.is_in()) {
        return None;
    }
    let file = CaseFile { forms: &forms, people: people.to_vec(), records: &records };
    let order = Order {
        reference: "PNH-2023-RA07".to_owned(),
        recipient: "Recipient".to_owned(),
        recipient_record: None,
        flight: None,
        copy: 1,
        copies: 1,
        made_at: at(),
        valid_until: "2026".to_owned(),
        override_reason: case.overridden.then(|| "urgent".to_owned()),
        training: false,
        annexes: files.iter().filter(|file| file.of.kind != "person").map(annex).collect(),
        stamp: None,
        sheet: None,
        notice,
    };
    let words = Words::new(case.lang);
    let composed = compose(&file, profile, &words, None, &order);
    let request = Request {
        forms: &forms,
        profile,
        records: &records,
        people: &ids,
        recipient: None,
        flight: None,
        overridden: case.overridden,
        reference: "PNH-2023-RA07",
        prints: &prints,
    };
    Some(Tried { composed, warrant: Warrant::of(&request, &words), planted, files })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_the_design_withholds_is_in_the_file_and_planted_leaks_are_caught(case in case(), pick in any::<prop::sample::Index>()) {
        let Some(Tried { mut composed, warrant, planted, files }) = tried(&case) else { return Ok(()) };
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        let passed = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
        prop_assert!(passed.is_ok(), "{passed:?}");
        let reading = read(&written.bytes, "").unwrap();
        let mut said: String = reading.pages.iter().flatten().map(String::as_str).collect();
        said.push_str(&String::from_utf8_lossy(&reading.attachments.concat()));
        let squeezed: String = said.chars().filter(|c| !c.is_whitespace()).collect();
        for one in &planted {
            let allowed = design_allows(&case, one);
            let there = squeezed.contains(&one.word);
            prop_assert!(allowed || !there, "{} lets out {}.{}", PROFILES[case.profile], one.kind, one.field);
            if one.kind == "person" && one.field == "full_name" && allowed {
                prop_assert!(there, "a name that may be there is not");
            }
        }
        let registers = matches!(PROFILES[case.profile], "embassy" | "host-police" | "home-police");
        for file in &files {
            let digest = crate::write::picture_digest(&file.image).unwrap();
            let there = reading.images.contains(&digest)
                || reading.attachments.iter().any(|attached| **attached == *file.image);
            let allowed = design_allows(&case, &file.of) && (file.of.kind == "person" || registers);
            prop_assert_eq!(there, allowed, "{} and {}.{}", PROFILES[case.profile], file.of.kind, file.of.field);
        }
        // Now with pictures that may not leave: under their own name, passed off as another's, and as files that go along.
        let not: Vec<&OnFile> = files.iter().filter(|file| !design_allows(&case, &file.of)).collect();
        let may: Vec<&OnFile> = files.iter().filter(|file| design_allows(&case, &file.of)).collect();
        if !not.is_empty() {
            let leak = pick.get(&not);
            let mut names = vec![leak.from()];
            names.extend((!may.is_empty()).then(|| pick.get(&may).from()));
            for from in names {
                composed.dossier.blocks.push(Block::Figure(leak.figure(from.clone())));
                let written = write(&composed.dossier, &Kind::Open).unwrap();
                let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
                prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
                composed.dossier.blocks.pop();
                let name = "annex-999.pdf".to_owned();
                composed.dossier.attached.push(Attached::new(name, "application/pdf".to_owned(), leak.image.clone(), from.clone()));
                composed.dossier.pictured.push(Pictured { from, words: Private::new(String::new()) });
                let written = write(&composed.dossier, &Kind::Open).unwrap();
                let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
                prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
                composed.dossier.attached.pop();
                composed.dossier.pictured.pop();
            }
        }
        // Now with a leak, as if the composing had been at fault: under its own name, and passed off as the app's words.
        let hidden: Vec<&Planted> = planted.iter().filter(|one| !design_allows(&case, one)).collect();
        if hidden.is_empty() {
            return Ok(());
        }
        let leak = pick.get(&hidden);
        let from = Provenance::Answer { record: leak.record, field: crate::model::fixtures::field(&leak.field) };
        composed.dossier.blocks.push(Block::Paragraph(Text::new(&leak.word, "zxx", from)));
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
        prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
        composed.dossier.blocks.pop();
        let distinctive: Vec<&Planted> = hidden.into_iter().filter(|one| warrant.withheld.iter().any(|w| w.value.reveal() == &one.word)).collect();
        if !distinctive.is_empty() {
            let leak = pick.get(&distinctive);
            composed.dossier.blocks.push(Block::Paragraph(Text::new(format!("said {} once", leak.word), "zxx", Provenance::Word("dos-test".to_owned()))));
            let written = write(&composed.dossier, &Kind::Open).unwrap();
            let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
            prop_assert!(matches!(caught, Err(DossierError::Withheld { .. })), "{caught:?}");
            // The same in the words of an annex that is shown as pictures.
            composed.dossier.blocks.pop();
            let words = Private::new(format!("letter about {}, signed", leak.word));
            composed.dossier.pictured.push(Pictured { from: Provenance::App, words });
            let written = write(&composed.dossier, &Kind::Open).unwrap();
            let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
            prop_assert!(matches!(caught, Err(DossierError::Withheld { .. })), "{caught:?}");
        }
    }
}
