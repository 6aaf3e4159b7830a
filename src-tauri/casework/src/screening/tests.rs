use super::{Element, Indicator, determinations, picture};
use crate::{
    fixtures::{id, record},
    form::Forms,
    record::Record,
    words::{Lang, Words},
};

fn screening(n: u128, kind: &str, answers: &[(&str, &str)]) -> Record {
    let who = id(7).to_string();
    let mut all = vec![("people", who.as_str())];
    all.extend_from_slice(answers);
    record(n, kind, &all)
}

fn question(records: &[Record], element: Element, field: &str) -> Indicator {
    let all: Vec<&Record> = records.iter().collect();
    let parts = picture(id(7), &all, &Forms::shipped().unwrap(), false);
    let part = parts.into_iter().find(|part| part.element == element).unwrap();
    part.indicators.into_iter().find(|one| one.field == field).unwrap()
}

#[test]
fn the_picture_has_every_question_of_the_form() {
    let parts = picture(id(7), &[], &Forms::shipped().unwrap(), false);
    let counts: Vec<usize> = parts.iter().map(|part| part.indicators.len()).collect();
    assert_eq!(counts.get(..4), Some(&[1, 1, 1, 11][..]), "the ILO has eleven");
    assert!(counts.last().is_some_and(|pattern| *pattern > 3));
    assert!(parts.iter().flat_map(|part| &part.indicators).all(Indicator::is_missing));
    for words in Lang::ALL.map(Words::new) {
        assert!(Element::ALL.iter().all(|one| words.has(&format!("element-{}", one.id()))));
    }
}

#[test]
fn two_screenings_that_differ_stand_side_by_side() {
    let records = [
        screening(10, "screening", &[("screened_on", "2023-07-01"), ("wages", "yes")]),
        screening(11, "screening", &[("screened_on", "2023-09-01"), ("wages", "no")]),
    ];
    let wages = question(&records, Element::Ilo, "wages");
    assert!(wages.is_supported() && wages.is_contradicted() && !wages.is_missing());
    assert_eq!(wages.said.iter().map(|one| one.screening).collect::<Vec<_>>(), [id(10), id(11)]);
    assert!(question(&records, Element::Ilo, "debt").is_missing());
}

#[test]
fn a_finding_bears_on_its_question_only() {
    let records = [
        screening(10, "screening", &[("means", "deception"), ("told_of_arrest", "yes")]),
        screening(
            11,
            "finding",
            &[("question", "told-of-arrest"), ("bearing", "contradicts"), ("source", "police")],
        ),
        screening(12, "finding", &[("question", "means"), ("bearing", "supports"), ("source", "letter")]),
    ];
    let told = question(&records, Element::Crime, "told_of_arrest");
    assert!(told.is_contradicted());
    assert_eq!(told.contradicting, [id(11)]);
    let means = question(&records, Element::Means, "means");
    assert!(means.is_supported() && !means.is_contradicted());
    assert_eq!(means.supporting, [id(12)]);
}

#[test]
fn for_a_child_the_means_are_not_required() {
    let required = |records: &[Record], child| {
        let all: Vec<&Record> = records.iter().collect();
        let parts = picture(id(7), &all, &Forms::shipped().unwrap(), child);
        parts.iter().filter(|part| part.is_not_required).map(|part| part.element).collect::<Vec<_>>()
    };
    assert_eq!(required(&[], false), []);
    assert_eq!(required(&[], true), [Element::Means]);
    assert_eq!(required(&[screening(10, "screening", &[("child", "yes")])], false), [Element::Means]);
}

#[test]
fn authorities_may_disagree_and_pending_is_no_disagreement() {
    let decided = |n, outcome, on| screening(n, "determination", &[("outcome", outcome), ("decided_on", on)]);
    let records = [
        decided(10, "victim", "2023-09-20"),
        decided(11, "pending", "2023-08-01"),
        decided(12, "not-victim", "2023-10-04"),
    ];
    let all: Vec<&Record> = records.iter().collect();
    let (found, differ) = determinations(id(7), &all);
    assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), [id(11), id(10), id(12)]);
    assert!(differ);
    assert!(!determinations(id(7), &all[..2]).1);
}
