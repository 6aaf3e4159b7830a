use super::{Admission, Allowance, ConsentStanding};
use crate::{
    fixtures::{id, record},
    form::Forms,
    profile::Profile,
    record::Record,
};

fn forms() -> Forms {
    Forms::shipped().unwrap()
}

fn profile(name: &str) -> Profile {
    Profile::shipped(&forms()).unwrap().into_iter().find(|profile| profile.id == name).unwrap()
}

fn consent(n: u128, recipient: &str, outcome: &str, on: &str, groups: &[&str]) -> Record {
    let person = id(7).to_string();
    let mut answers = vec![
        ("people", person.as_str()),
        ("recipient", recipient),
        ("outcome", outcome),
        ("answered_on", on),
    ];
    answers.extend(groups.iter().map(|group| ("groups", *group)));
    record(n, "consent", &answers)
}

fn admission(consents: &[Record], overridden: bool) -> Admission {
    let all: Vec<&Record> = consents.iter().collect();
    Allowance::of(id(7), &profile("host-police"), &all, &forms(), overridden).admission
}

#[test]
fn not_asked_counts_as_no_unless_an_officer_decides() {
    assert_eq!(admission(&[], false), Admission::NotAsked);
    assert_eq!(admission(&[], true), Admission::ByOverride);
}

#[test]
fn consent_to_another_recipient_is_no_consent() {
    assert_eq!(admission(&[consent(10, "shelter", "given", "2023-07-13", &[])], false), Admission::NotAsked);
}

#[test]
fn the_latest_word_counts_and_nothing_overrides_a_refusal() {
    let given = consent(10, "host-police", "given", "2023-07-13", &[]);
    let withdrawn = consent(11, "host-police", "withdrawn", "2023-08-01", &[]);
    assert_eq!(admission(&[withdrawn.clone(), given.clone()], false), Admission::Refused);
    assert_eq!(admission(&[withdrawn, given.clone()], true), Admission::Refused);
    let later = consent(12, "host-police", "given", "2023-09-01", &[]);
    assert_eq!(admission(&[given, later], false), Admission::ByConsent);
}

#[test]
fn on_one_day_a_refusal_beats_a_consent_whatever_the_hour() {
    let refused = consent(10, "host-police", "refused", "2023-07-13", &[]);
    let given = consent(11, "host-police", "given", "2023-07-13T17:00+07:00[Asia/Phnom_Penh]", &[]);
    assert_eq!(admission(&[refused, given], true), Admission::Refused);
}

#[test]
fn two_answers_side_by_side_count_as_no() {
    let mut unsettled = consent(10, "host-police", "given", "2023-07-13", &[]);
    let other = consent(11, "host-police", "refused", "2023-07-13", &[]);
    let outcome = crate::ids::FieldId::new("outcome").unwrap();
    let extra = other.answers.get(&outcome).unwrap().clone();
    unsettled.answers.get_mut(&outcome).unwrap().extend(extra);
    let all = [&unsettled];
    let standing = ConsentStanding::of(id(7), "host-police", &all, &forms());
    assert!(matches!(standing, ConsentStanding::Unsettled { .. }));
    assert_eq!(admission(&[unsettled], false), Admission::Unsettled);
}

#[test]
fn a_group_of_its_own_needs_a_consent_of_its_own() {
    let source = "id='x'\nclassification='dos-restricted'\nvalid_days=1\n[[show]]\ngroup='identity'\n[[show]]\ngroup='health'\nconsent='separate'\n";
    let forms = forms();
    let profile = Profile::read("x", source, &forms).unwrap();
    let health = forms.named("health").unwrap();
    let allergies = health.field("allergies").unwrap();
    let plain = consent(10, "x", "given", "2023-07-13", &[]);
    let also = consent(11, "x", "given", "2023-07-13", &["health"]);
    let allowed = |record: &Record| {
        let allowance = Allowance::of(id(7), &profile, &[record], &forms, false);
        (allowance.shows(&health.id, allergies, false), allowance.missing().count())
    };
    assert_eq!(allowed(&plain), (false, 1));
    assert_eq!(allowed(&also), (true, 0));
}

#[test]
fn an_override_opens_nothing_that_needs_a_consent_of_its_own() {
    let source = "id='x'\nclassification='dos-restricted'\nvalid_days=1\n[[show]]\ngroup='health'\nconsent='separate'\n";
    let forms = forms();
    let profile = Profile::read("x", source, &forms).unwrap();
    let health = forms.named("health").unwrap();
    let allowance = Allowance::of(id(7), &profile, &[], &forms, true);
    assert_eq!(allowance.admission, Admission::ByOverride);
    assert!(!allowance.shows(&health.id, health.field("allergies").unwrap(), false));
}

#[test]
fn what_is_the_recipients_own_stays_theirs() {
    let forms = forms();
    let profile = profile("shelter");
    let placement = forms.named("placement").unwrap();
    let given = consent(10, "shelter", "given", "2023-07-13", &[]);
    let allowance = Allowance::of(id(7), &profile, &[&given], &forms, false);
    let place = placement.field("place").unwrap();
    assert!(allowance.shows(&placement.id, place, true));
    assert!(!allowance.shows(&placement.id, place, false));
}
