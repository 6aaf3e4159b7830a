use super::{Codes, Facts, Given, Rows};
use crate::{
    Limits,
    roster::{Answers, Outcome, Preview, Slot, preview},
    tables::{Table, csv},
};
use casework::{
    form::{FieldKind, Form, Forms},
    values::{Country, Typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn slot(text: &str) -> Slot {
    Slot::named(text).unwrap()
}

fn given(answers: &[(&str, &[&str])]) -> Given {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    answers.iter().map(|(name, values)| (slot(name), texts(values))).collect()
}

fn typing() -> Typing {
    Typing {
        lang: Lang::En,
        date_order: None,
        today: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap(),
        zone: "Asia/Phnom_Penh".parse().unwrap(),
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    }
}

fn of<'f>(forms: &'f Forms, names: &[&str]) -> Vec<&'f Form> {
    names.iter().map(|name| forms.named(name).unwrap()).collect()
}

/// What a file says once it is read, or none when it is not one of the standard.
fn read(bytes: &[u8], forms: &Forms) -> Option<(Preview, super::Translated)> {
    let grid = crate::read(bytes, "x.csv", &Limits::default()).unwrap();
    let forms = of(forms, &["person", "determination", "episode"]);
    let translated = Codes::shipped().unwrap().translate(&grid, &forms)?;
    let (person, with) = forms.split_first().unwrap();
    let words = Words::new(Lang::En);
    let mapping = &translated.proposal.mapping;
    let seen =
        preview(&translated.grid, mapping, person, with, &typing(), &words, &Answers::default()).unwrap();
    Some((seen, translated))
}

/// The canonical answers of a row, and the texts that were refused.
fn answers(preview: &Preview, row: usize) -> (BTreeSet<(String, String)>, Vec<String>) {
    let (mut known, mut refused) = (BTreeSet::new(), Vec::new());
    for cell in &preview.rows[row].cells {
        match &cell.outcome {
            Outcome::Read { answer, .. } => {
                known.insert((cell.field.to_string(), answer.known().unwrap().reveal().clone()));
            }
            _ => refused.push(cell.typed.reveal().clone()),
        }
    }
    (known, refused)
}

fn written(rows: &[(Rows, Facts, Given)], forms: &Forms) -> Vec<u8> {
    let codes = Codes::shipped().unwrap();
    let english = Words::new(Lang::En);
    let line =
        |(sort, facts, given): &(Rows, Facts, Given)| codes.line(*sort, facts, given, forms, &english).cells;
    let rows = rows.iter().map(line).collect();
    csv(&Table { name: "x".into(), titles: codes.titles(None), rows }).unwrap()
}

#[test]
fn every_choice_of_ours_has_a_place_and_every_name_in_a_form_is_the_mapping() {
    let (codes, forms) = (Codes::shipped().unwrap(), Forms::shipped().unwrap());
    assert!(codes.standard.len() > 75, "{}", codes.standard.len());
    for column in &codes.columns {
        let Some(slot) = &column.slot else { continue };
        let field = forms.get(&slot.form).and_then(|form| form.field(slot.field.as_str()));
        let field = field.unwrap_or_else(|| panic!("{slot} is no field"));
        let partial =
            ["vic_TypeOfSexExploitation", "pulang_ForcedCriminality", "vic_Vulnerabilities", "hte_Type"];
        if field.kind == FieldKind::Choice && !partial.contains(&column.name.as_str()) {
            for option in &field.options {
                assert!(column.values.contains_key(option), "{slot}: {option} has no place");
            }
        }
        for ours in column.values.keys().chain(column.back.values()) {
            assert!(field.options.contains(ours), "{}: {ours} is no option", column.name);
        }
    }
    for form in forms.iter().filter(|form| form.id != "organisation") {
        for field in form.fields.iter().filter(|field| field.htcds.is_some()) {
            let of = Slot::of(form, field);
            let by = ["consent.outcome", "referral.recipient"].contains(&of.to_string().as_str());
            assert!(by || codes.name_of(&of) == field.htcds.as_deref(), "{of}: {:?}", field.htcds);
        }
    }
}

#[test]
fn a_single_name_stays_single_and_no_second_one_is_made_up() {
    let (codes, forms) = (Codes::shipped().unwrap(), Forms::shipped().unwrap());
    let english = Words::new(Lang::En);
    let parts = |name: &str| {
        let line = codes.line(
            Rows::Person,
            &Facts::default(),
            &given(&[("person.full_name", &[name])]),
            &forms,
            &english,
        );
        let titles = codes.titles(None);
        let cell = |title: &str| line.cells[titles.iter().position(|one| one == title).unwrap()].clone();
        [cell("prs_FirstName"), cell("prs_MiddleName"), cell("prs_SecondName")]
    };
    assert_eq!(parts("Sutrisna"), ["Sutrisna", "", ""]);
    assert_eq!(parts("Adiwangsa Prakoso"), ["Adiwangsa", "", "Prakoso"]);
    assert_eq!(parts("Ni Made Ayu Lestari"), ["Ni", "Made Ayu", "Lestari"]);
}

#[test]
fn forced_crime_is_work_and_other_and_our_own_column_tells_it_apart() {
    let (codes, forms) = (Codes::shipped().unwrap(), Forms::shipped().unwrap());
    let english = Words::new(Lang::En);
    let person = given(&[
        ("person.full_name", &["Sutrisna"]),
        ("person.birth_date", &["1998-07~"]),
        ("episode.purposes", &["forced-crime"]),
        ("episode.controls", &["movement", "documents"]),
    ]);
    let line = codes.line(Rows::Person, &Facts::default(), &person, &forms, &english);
    let titles = codes.titles(None);
    let cell = |title: &str| line.cells[titles.iter().position(|one| one == title).unwrap()].clone();
    assert_eq!(cell("vic_TypeOfExploitation"), "ForcedLabour;Other");
    assert_eq!(cell("pulang_ForcedCriminality"), "true");
    assert_eq!(cell("vic_MethodsOfControl"), "Other;WithholdsDocuments");
    assert_eq!(cell("prs_Birthdate"), "", "a month is no day");
    assert_eq!(cell("pulang_NoCounterpart"), "person.birth_date=1998-07~");
    let event = given(&[
        ("episode.sort", &["resale"]),
        ("episode.controls", &["movement"]),
        ("episode.debt", &["USD 2000.00"]),
    ]);
    let line = codes.line(Rows::Event, &Facts::default(), &event, &forms, &english);
    let said = line.cells.last().unwrap();
    assert_eq!(said, "episode.controls=movement; episode.debt=USD 2000.00; episode.sort=resale");
}

#[test]
fn a_foreign_file_is_read_and_what_has_no_counterpart_is_kept_word_for_word() {
    let forms = Forms::shipped().unwrap();
    let file = "prs_FirstName,prs_SecondName,prs_Gender,prs_Birthdate,prs_Email,vic_MethodsOfControl,vic_TypeOfExploitation,hte_Type,hte_Country,con_Consent,Office\n\
        Larasati,,Feminine,1999-06-28,a@b.example,RestrictsMovement;UsesChildren,ForcedLabour;ForcedMarriage,Transit,MY,TRUE,Medan\n\
        Wulan,Contoh,TransgenderFeminine,28 June 2001,,,,,,FALSE,\n";
    let (seen, translated) = read(file.as_bytes(), &forms).unwrap();
    let (known, refused) = answers(&seen, 0);
    let has = |field: &str, value: &str| known.contains(&(field.to_owned(), value.to_owned()));
    assert!(has("person.full_name", "Larasati") && has("person.sex", "female"), "{known:?}");
    assert!(has("episode.controls", "movement") && has("episode.purposes", "forced-labour"));
    assert!(has("episode.sort", "transit") && has("episode.country", "MY"));
    assert!(has("person.remarks", "prs_Email: a@b.example\nOffice: Medan"), "{known:?}");
    assert_eq!(
        BTreeSet::from_iter(refused),
        BTreeSet::from(["UsesChildren".to_owned(), "ForcedMarriage".to_owned()])
    );
    let (known, refused) = answers(&seen, 1);
    assert!(known.contains(&("person.full_name".into(), "Wulan Contoh".into())));
    assert_eq!(refused, ["TransgenderFeminine"], "it is flagged, and no other sex is put in its place");
    assert_eq!(translated.refused, BTreeSet::from([3]), "the row says that consent was refused");
    let flagged = seen.flags().into_iter().find(|flag| flag.place.row == 3).unwrap();
    let origin = &translated.origins[&(flagged.place.row, flagged.place.column.unwrap())];
    assert_eq!((origin.name.as_str(), origin.place.to_string().as_str()), ("prs_Gender", "1!C3"));
}

#[test]
fn a_list_that_is_none_of_the_standard_is_left_to_the_roster() {
    let forms = Forms::shipped().unwrap();
    assert!(read(b"Nama,L/P,Tanggal Lahir\nLarasati,P,28/06/1999\n", &forms).is_none());
    assert!(read(b"org_Name,org_Type,org_Phone\nA,NGO,1\n", &forms).is_none(), "nobody is in it");
}

#[test]
fn a_file_with_ten_thousand_events_of_one_person_stays_small() {
    let forms = Forms::shipped().unwrap();
    let mut file =
        "pulang_Record,pulang_Reference,prs_FirstName,hte_Type,hte_City\nperson,A,Larasati,,\n".to_owned();
    for at in 0..10_000 {
        file.push_str(&format!("event,A,,Transit,Town{at}\n"));
    }
    let (seen, translated) = read(file.as_bytes(), &forms).unwrap();
    assert_eq!(seen.rows.len(), 1);
    assert!(seen.rows[0].cells.len() < 120, "{}", seen.rows[0].cells.len());
    assert_eq!(translated.lost.len(), 9_950, "the rest are told");
}

#[test]
fn every_place_comes_back_as_itself() {
    let forms = Forms::shipped().unwrap();
    let list = include_str!("../../../../assets/places/id.csv");
    let places = list.lines().skip(1).filter_map(|line| line.split(',').next());
    let mut rows = vec![(
        Rows::Person,
        Facts { reference: "A0".into(), ..Facts::default() },
        given(&[("person.full_name", &["X"])]),
    )];
    let mut asked = BTreeSet::new();
    for (at, code) in places.enumerate() {
        let reference = format!("A{}", at + 1);
        let facts = Facts { reference, ..Facts::default() };
        rows.push((Rows::Person, facts.clone(), given(&[("person.full_name", &["X"])])));
        rows.push((
            Rows::Event,
            facts,
            given(&[("episode.sort", &["transit"]), ("episode.province", &[code])]),
        ));
        asked.insert(code.to_owned());
    }
    let (seen, _) = read(&written(&rows, &forms), &forms).unwrap();
    let came: BTreeSet<String> = (0..seen.rows.len())
        .flat_map(|row| answers(&seen, row).0)
        .filter(|(field, _)| field == "episode.province")
        .map(|(_, code)| code)
        .collect();
    assert_eq!(asked.difference(&came).collect::<Vec<_>>(), Vec::<&String>::new());
}

fn some_of(options: &'static [&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(options, 0..=options.len())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn what_goes_out_comes_back_the_same(
        name in "[A-Z][a-z]{1,8}( [A-Z][a-z']{1,8}){0,3}",
        sex in proptest::sample::select(&["male", "female", "unspecified"][..]),
        birth in proptest::sample::select(&["1999-06-28", "1999-06", "1999~", "1998/2000"][..]),
        languages in some_of(&["ind", "jav", "bew", "sas"]),
        nationalities in some_of(&["ID", "MY"]),
        phones in some_of(&["+6281200001004", "+855121000042"]),
        vulnerabilities in some_of(&["minor", "ill", "disability", "threatened"]),
        way in proptest::sample::select(&["online", "friend", "family", "agency", "other"][..]),
        purposes in some_of(&["forced-labour", "online-scam", "forced-crime", "sexual", "prostitution", "slavery"]),
        controls in some_of(&["threats", "movement", "isolation", "documents", "watching", "care"]),
        sort in proptest::sample::select(&["recruitment", "transit", "exploitation", "resale", "escape"][..]),
        from in proptest::sample::select(&["2023-01-05", "2023-01", "2022~"][..]),
        city in "[A-Z][a-z]{1,8}[;%,]? ?[a-z]{1,4}",
    ) {
        let forms = Forms::shipped().unwrap();
        let mut person = given(&[
            ("person.full_name", &[&name]),
            ("person.sex", &[sex]),
            ("person.birth_date", &[birth]),
            ("person.languages", &languages),
            ("person.nationalities", &nationalities),
            ("person.phones", &phones),
            ("person.vulnerabilities", &vulnerabilities),
            ("person.origin", &["ID.33"]),
        ]);
        let event = given(&[
            ("episode.sort", &[sort]),
            ("episode.from", &[from]),
            ("episode.way", &[way]),
            ("episode.purposes", &purposes),
            ("episode.controls", &controls),
            ("episode.place", &[city.trim()]),
        ]);
        let mut wanted: BTreeSet<(String, String)> = BTreeSet::new();
        for (slot, values) in person.iter().chain(&event) {
            wanted.extend(values.iter().map(|value| (slot.to_string(), value.clone())));
        }
        for told in ["episode.way", "episode.purposes", "episode.controls"] {
            person.insert(slot(told), event[&slot(told)].clone());
        }
        let facts = Facts { reference: "PNH-2023-A0001".into(), ..Facts::default() };
        let rows = [(Rows::Person, facts.clone(), person), (Rows::Event, facts, event)];
        let (seen, _) = read(&written(&rows, &forms), &forms).unwrap();
        prop_assert_eq!(seen.rows.len(), 1);
        let (known, refused) = answers(&seen, 0);
        prop_assert_eq!(refused, Vec::<String>::new());
        prop_assert_eq!(known, wanted);
    }
}
