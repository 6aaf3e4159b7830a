//! Answers that come home, and copies that are no longer true.

use super::{
    Laptop, fresh,
    writing::{answer, canonical, person},
};
use crate::{
    Desk, DeskError, Wrap,
    views::{AnswerTyped, DossierInput, FieldInput, NewRecord, Released, TableOut},
};
use casework::ids::RecordId;
use std::path::PathBuf;

pub(super) fn typed(desk: &Desk, code: &str, answer: &str, reason: &str) -> AnswerTyped {
    AnswerTyped {
        code: code.to_owned(),
        answer: answer.to_owned(),
        reason: reason.to_owned(),
        by: String::new(),
        signed_on: String::new(),
        deed: fresh(desk),
    }
}

pub(super) fn add(desk: &mut Desk, kind: &str, about: &[RecordId], fields: &[(&str, &str)]) -> RecordId {
    let field = |(name, text): &(&str, &str)| FieldInput {
        field: (*name).into(),
        text: (*text).into(),
        reading: None,
    };
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.to_owned(),
        about: about.iter().map(ToString::to_string).collect(),
        fields: fields.iter().map(field).collect(),
        deed: fresh(desk),
    };
    RecordId::from_canonical(&desk.add_record(&input).unwrap().link.id).unwrap()
}

/// Two people who consented to a shelter, and a referral for both.
pub(super) struct Case {
    pub(super) laptop: Laptop,
    pub(super) desk: Desk,
    pub(super) people: Vec<RecordId>,
    pub(super) shelter: RecordId,
    pub(super) referral: RecordId,
}

pub(super) fn case(seed: u64) -> Case {
    let laptop = Laptop::new(seed);
    let mut desk = laptop.begin();
    let people = vec![person(&mut desk, "Larasati Wulandari"), person(&mut desk, "Bagaskara Nugraha")];
    let shelter = add(
        &mut desk,
        "organisation",
        &[],
        &[("name", "Rumah Aman Fiktif"), ("sort", "shelter"), ("profile", "shelter")],
    );
    let said = [("recipient", "shelter"), ("outcome", "given"), ("answered_on", "20 November 2026")];
    add(&mut desk, "consent", &people, &said);
    let sent = [
        ("recipient", shelter.to_string()),
        ("sent_on", "21 November 2026".into()),
        ("outcome", "sent".into()),
    ];
    let sent: Vec<(&str, &str)> = sent.iter().map(|(field, text)| (*field, text.as_str())).collect();
    let referral = add(&mut desk, "referral", &people, &sent);
    Case { laptop, desk, people, shelter, referral }
}

impl Case {
    pub(super) fn order(&self, people: &[RecordId]) -> DossierInput {
        DossierInput {
            records: people.iter().map(ToString::to_string).collect(),
            profile: "shelter".into(),
            lang: "en".into(),
            second_lang: None,
            recipient: Some(self.shelter.to_string()),
            reason: Some("handover".into()),
            consent_override: None,
        }
    }

    pub(super) fn hand_over(&mut self, people: &[RecordId]) -> (PathBuf, Released) {
        let preview = self.desk.dossier_prepare(&self.order(people)).unwrap();
        let path = self.laptop.path(&format!("copy-{}.pdf", preview.copy));
        let released = self.desk.dossier_release_as(&preview.token, &Wrap::Plain, None, &path).unwrap();
        (path, released)
    }

    /// A table with a name in it leaves, to nobody in particular.
    pub(super) fn take_names_out(&mut self) {
        let table = TableOut {
            name: "people".into(),
            titles: vec!["Name".into()],
            rows: vec![vec!["Larasati".into()]],
            records: vec![self.people[0].to_string()],
            columns: vec!["person.full_name".into()],
            reason: "for the meeting".into(),
        };
        self.desk.take_table(&table, &self.laptop.path("people.csv")).unwrap();
    }

    pub(super) fn outcome(&self) -> Vec<String> {
        canonical(&self.desk, self.referral, "outcome")
    }

    pub(super) fn take(&mut self, file: &[u8]) -> Result<crate::views::AnswerTaken, DeskError> {
        let deed = fresh(&self.desk);
        self.desk.take_receipt(file, &deed)
    }

    pub(super) fn set(&mut self, record: RecordId, field: &str, text: &str) {
        let input = answer(&self.desk, record, field, text);
        self.desk.record_answer(&input).unwrap();
    }
}

/// A laptop of the recipient that this one trusts.
fn theirs(case: &mut Case, seed: u64) -> Desk {
    let desk = Laptop::new(seed).begin();
    case.desk.trust(&desk.laptop().unwrap().card, false).unwrap();
    desk
}

fn answered(case: &Case, desk: &mut Desk, copy: &std::path::Path, name: &str) -> Vec<u8> {
    let file = case.laptop.path(name);
    desk.answer_dossier(&std::fs::read(copy).unwrap(), "accepted", "", "Sister Fiktif", &file).unwrap();
    std::fs::read(file).unwrap()
}

#[test]
fn a_signed_answer_closes_the_referral_and_one_undo_opens_it_again() {
    let mut case = case(300);
    let people = case.people.clone();
    let (copy, _) = case.hand_over(&people);
    let mut shelter = theirs(&mut case, 301);
    let file = answered(&case, &mut shelter, &copy, "answer.json");
    let taken = case.take(&file).unwrap();
    assert_eq!(taken.answered.len(), 1);
    assert_eq!(taken.line.receipts[0].by, "Sister Fiktif");
    assert_eq!(case.outcome(), ["accepted"]);
    assert_eq!(canonical(&case.desk, case.referral, "answered_on"), ["2026-11-24"]);
    assert_eq!(canonical(&case.desk, case.referral, "answer"), ["Sister Fiktif"]);
    assert!(matches!(case.take(&file), Err(DeskError::AnsweredAlready)));
    case.desk.undo().unwrap();
    assert_eq!(case.outcome(), ["sent"]);
    assert!(canonical(&case.desk, case.referral, "answer").is_empty());
}

#[test]
fn the_departure_gate_follows_from_the_answer() {
    let mut case = case(302);
    let people = case.people.clone();
    let flight = [
        ("sort", "flight".to_owned()),
        ("departed_at", "1 December 2026 12:05".to_owned()),
        ("holder", case.shelter.to_string()),
    ];
    let flight: Vec<(&str, &str)> = flight.iter().map(|(field, text)| (*field, text.as_str())).collect();
    let flight = add(&mut case.desk, "movement", &people, &flight);
    let accepted = |desk: &Desk| -> Vec<bool> {
        let page = desk.gate(&[], flight).unwrap();
        let check = |line: &crate::views::GateLine| {
            line.checks.iter().find(|check| check.requirement == "accepted").unwrap().blocker.is_none()
        };
        page.people.iter().map(check).collect()
    };
    assert_eq!(accepted(&case.desk), [false, false]);
    let (_, released) = case.hand_over(&people);
    let input = AnswerTyped {
        by: "Suster Fiktif".into(),
        signed_on: "22/11/2026".into(),
        ..typed(&case.desk, &released.code.to_lowercase(), "refused", "no bed left")
    };
    case.desk.type_receipt(&input).unwrap();
    assert_eq!(case.outcome(), ["refused"]);
    assert_eq!(canonical(&case.desk, case.referral, "answered_on"), ["2026-11-22"]);
    assert_eq!(canonical(&case.desk, case.referral, "answer"), ["no bed left — Suster Fiktif"]);
    assert_eq!(accepted(&case.desk), [false, false]);
    case.desk.type_receipt(&typed(&case.desk, &released.copy.to_string(), "accepted", "")).unwrap();
    assert_eq!(accepted(&case.desk), [true, true]);
    // An older page typed in late does not beat the newer answer.
    let late =
        AnswerTyped { signed_on: "22/11/2026".into(), ..typed(&case.desk, "1", "question", "Which bed?") };
    assert!(case.desk.type_receipt(&late).unwrap().answered.is_empty());
    assert_eq!(case.outcome(), ["accepted"]);
}

#[test]
fn a_copy_about_one_person_does_not_answer_for_two() {
    let mut case = case(303);
    let first = case.people[..1].to_vec();
    let (_, released) = case.hand_over(&first);
    let taken = case.desk.type_receipt(&typed(&case.desk, &released.code, "accepted", "")).unwrap();
    assert_eq!((taken.answered.len(), taken.left.len()), (0, 1));
    assert_eq!(case.outcome(), ["sent"]);
}

#[test]
fn every_wrong_answer_is_refused_in_its_own_words() {
    let mut case = case(304);
    let people = case.people.clone();
    let (copy, _) = case.hand_over(&people);
    let mut stranger = Laptop::new(305).begin();
    let file = answered(&case, &mut stranger, &copy, "stranger.json");
    let mut codes = vec![case.take(&file).unwrap_err().code()];
    case.desk.trust(&stranger.laptop().unwrap().card, false).unwrap();
    let changed = String::from_utf8(file.clone()).unwrap().replace("Sister", "Mother").into_bytes();
    codes.push(case.take(&changed).unwrap_err().code());
    codes.push(case.take(b"{}").unwrap_err().code());
    // The laptop answers for the shelter; what it says of a copy that went to somebody else is not that one's answer.
    case.take(&file).unwrap();
    codes.push(case.take(&file).unwrap_err().code());
    let said = [("recipient", "hospital"), ("outcome", "given"), ("answered_on", "20 November 2026")];
    add(&mut case.desk, "consent", &people, &said);
    let order = DossierInput { profile: "hospital".into(), recipient: None, ..case.order(&people) };
    let preview = case.desk.dossier_prepare(&order).unwrap();
    let path = case.laptop.path("hospital.pdf");
    case.desk.dossier_release_as(&preview.token, &Wrap::Plain, None, &path).unwrap();
    let file = answered(&case, &mut stranger, &path, "wrong.json");
    codes.push(case.take(&file).unwrap_err().code());
    // A copy that another office made.
    let other = super::Laptop::new(306);
    let mut desk = other.begin();
    desk.fill_sample().unwrap();
    let order = DossierInput { recipient: None, records: vec!["PNH-2026-A0003".into()], ..case.order(&[]) };
    let preview = desk.dossier_prepare(&order).unwrap();
    let path = other.path("other.pdf");
    desk.dossier_release_as(&preview.token, &Wrap::Plain, None, &path).unwrap();
    let file = answered(&case, &mut stranger, &path, "unknown.json");
    codes.push(case.take(&file).unwrap_err().code());
    assert_eq!(
        codes,
        ["not-trusted", "altered", "not-signed", "answered-already", "not-the-recipient", "no-such-copy"]
    );
    assert_eq!(case.desk.ledger().unwrap().iter().map(|line| line.receipts.len()).sum::<usize>(), 1);
}

/// A copy, its state, and each field in it that is out of date with the reason.
type Held = (u32, String, Vec<(String, String)>);

fn outdated(case: &Case, of: RecordId, field: Option<&str>) -> Vec<Held> {
    let lines = case.desk.who_has(&of.to_string(), field).unwrap();
    let said = |line: &crate::views::LedgerLine| {
        line.outdated.iter().map(|one| (one.field.clone(), one.why.clone())).collect::<Vec<_>>()
    };
    lines.iter().map(|line| (line.copy, line.state.clone(), said(line))).collect()
}

#[test]
fn after_a_correction_the_ledger_says_who_holds_the_old_value() {
    let mut case = case(307);
    let people = case.people.clone();
    let [one, two] = people[..] else { panic!("two people") };
    case.set(one, "birth_date", "12 March 1999");
    case.hand_over(&people);
    assert_eq!(outdated(&case, one, None), [(1, "current".into(), vec![])]);
    case.set(one, "birth_date", "12 March 1998");
    let wrong = vec![("person.birth_date".to_owned(), "corrected".to_owned())];
    assert_eq!(outdated(&case, one, Some("birth_date")), [(1, "outdated".into(), wrong.clone())]);
    assert_eq!(outdated(&case, one, Some("full_name")), [(1, "current".into(), vec![])]);
    assert_eq!(outdated(&case, two, None), [(1, "current".into(), vec![])], "nothing of the other changed");
    case.hand_over(&people);
    let states: Vec<_> =
        outdated(&case, one, None).into_iter().map(|(copy, state, _)| (copy, state)).collect();
    assert_eq!(states, [(2, "current".to_owned()), (1, "outdated".to_owned())]);
    // The same value by another change is no correction.
    case.set(one, "birth_date", "12 March 1999");
    let states: Vec<_> =
        outdated(&case, one, None).into_iter().map(|(copy, state, _)| (copy, state)).collect();
    assert_eq!(states, [(2, "outdated".to_owned()), (1, "current".to_owned())]);
}

#[test]
fn after_a_withdrawal_all_of_it_is_no_longer_allowed() {
    let mut case = case(308);
    let people = case.people.clone();
    let [one, two] = people[..] else { panic!("two people") };
    case.hand_over(&people);
    let said = [("recipient", "shelter"), ("outcome", "withdrawn"), ("answered_on", "24 November 2026")];
    add(&mut case.desk, "consent", &[one], &said);
    let [(_, state, why)] = &outdated(&case, one, None)[..] else { panic!("one copy") };
    assert_eq!(state, "outdated");
    assert!(why.iter().any(|(field, why)| field == "person.full_name" && why == "withdrawn"));
    assert!(why.iter().all(|(_, why)| why == "withdrawn"));
    assert!(outdated(&case, two, Some("full_name")).iter().all(|(_, state, _)| state == "current"));
    case.desk.undo().unwrap();
    assert_eq!(outdated(&case, one, None), [(1, "current".into(), vec![])]);
}

#[test]
fn after_an_erasure_the_holders_are_still_known() {
    let mut case = case(309);
    let people = case.people.clone();
    case.hand_over(&people);
    let one = people[0];
    case.desk.erase(&one.to_string(), "asked for it").unwrap();
    let [(_, state, why)] = &outdated(&case, one, Some("full_name"))[..] else { panic!("one copy") };
    assert_eq!((state.as_str(), why[0].1.as_str()), ("outdated", "erased"));
    let line = &case.desk.ledger().unwrap()[0];
    assert!(line.outdated.iter().all(|one| !one.record.title.contains("Larasati")));
}

#[test]
fn a_table_says_honestly_that_its_content_is_not_known() {
    let mut case = case(310);
    case.take_names_out();
    let one = case.people[0];
    assert_eq!(outdated(&case, one, None), [(1, "not-known".into(), vec![])]);
}
