//! The gate's rules, one for each requirement. Owns which record counts when there are several: the one that lets the person
//! go, where it is beyond doubt; else the one to work on next.

use super::{Blocker, Question, Requirement};
use crate::{
    disclosure::{Admission, ConsentStanding},
    ids::RecordId,
    overstay::{Facts, Overstay, Unreckonable},
    record::Record,
    values::{PartialDate, When},
};

/// What was found, and the record it rests on.
type Found = (Option<Blocker>, Option<RecordId>);

pub(super) fn look(requirement: Requirement, question: &Question<'_>) -> Found {
    match requirement {
        Requirement::Document => document(question),
        Requirement::ExitPermit => permit(question),
        Requirement::Overstay => overstay(question),
        Requirement::Fit => fit(question),
        Requirement::Consent => consent(question),
        Requirement::Accepted => accepted(question),
        Requirement::Escort => escort(question),
        Requirement::Seat => seat(question),
    }
}

/// The override of `requirement` for this person on this flight.
pub(super) fn overridden(requirement: Requirement, question: &Question<'_>) -> Option<RecordId> {
    let own = of_kind(question, "gate-override");
    own.filter(|record| record.links("movement").any(|flight| flight == question.flight.id))
        .find(|record| record.all("blocker").any(|id| id == requirement.id()))
        .map(|record| record.id)
}

fn of_kind<'a>(question: &'a Question<'_>, kind: &'a str) -> impl Iterator<Item = &'a Record> {
    let own = move |record: &&Record| record.kind == kind && record.is_about(question.person);
    question.about.iter().copied().filter(own)
}

/// The day of the flight at the place of departure.
fn day(question: &Question<'_>) -> Option<When> {
    question.flight.when("departed_at").filter(|_| !question.flight.is_disputed("departed_at"))
}

/// The best of several records: an open one before a blocked one, the latest made among equals.
fn best<'a>(
    records: impl Iterator<Item = &'a Record>,
    rule: impl Fn(&Record) -> Option<Blocker>,
    none: Blocker,
) -> Found {
    let found = records.map(|record| (rule(record), record.id));
    let best = found.max_by_key(|(blocker, id)| (blocker.is_none(), *id));
    best.map_or((Some(none), None), |(blocker, id)| (blocker, Some(id)))
}

fn any_disputed(record: &Record, fields: &[&str]) -> bool {
    fields.iter().any(|field| record.is_disputed(field))
}

/// Valid up to `expires`, by its earliest reading, on every day that the flight may be.
fn runs_to(expires: PartialDate, flight: When) -> bool {
    expires.earliest() >= flight.latest()
}

fn document(question: &Question<'_>) -> Found {
    let Some(flight) = day(question) else { return (Some(Blocker::NoFlightDay), None) };
    let travels = |record: &&Record| record.first("sort") != Some("id-card");
    let rule = |record: &Record| {
        if any_disputed(record, &["expires", "number"]) {
            return Some(Blocker::Disputed);
        }
        match record.date("expires") {
            None => Some(Blocker::DocumentOpen),
            Some(expires) if !runs_to(expires, flight) => Some(Blocker::DocumentExpired(expires)),
            Some(_) => match record.first("paper") {
                Some("employer" | "lost" | "claimed-lost") => Some(Blocker::PaperAway),
                _ => None,
            },
        }
    };
    best(of_kind(question, "travel-document").filter(travels), rule, Blocker::NoDocument)
}

fn permit(question: &Question<'_>) -> Found {
    let Some(flight) = day(question) else { return (Some(Blocker::NoFlightDay), None) };
    let rule = |record: &Record| {
        if any_disputed(record, &["permit_number", "permit_issued", "permit_expires"]) {
            return Some(Blocker::Disputed);
        }
        if record.first("permit_number").is_none() {
            return Some(Blocker::NoPermit);
        }
        match (record.date("permit_issued"), record.date("permit_expires")) {
            (_, None) => Some(Blocker::PermitOpen),
            (_, Some(expires)) if !runs_to(expires, flight) => Some(Blocker::PermitExpired(expires)),
            (Some(issued), _) if issued.latest() > flight.earliest() => Some(Blocker::PermitNotYet(issued)),
            _ => None,
        }
    };
    best(of_kind(question, "immigration-matter"), rule, Blocker::NoPermit)
}

fn overstay(question: &Question<'_>) -> Found {
    let Some(flight) = day(question) else { return (Some(Blocker::NoFlightDay), None) };
    let rule = |record: &Record| {
        if any_disputed(record, &["visa_ended", "daily_fine", "fine", "waiver_percent", "paid"]) {
            return Some(Blocker::Disputed);
        }
        match Overstay::reckon(
            Facts::of(record),
            record.money("daily_fine").unwrap_or(question.daily_fine),
            flight.latest(),
        ) {
            Ok(stay) if stay.is_settled() => None,
            Ok(stay) => Some(Blocker::OverstayDue(stay.due)),
            Err(Unreckonable::NoVisaEnd) => Some(Blocker::OverstayUnknown),
            Err(Unreckonable::Waiver | Unreckonable::Amount) => Some(Blocker::OverstayUnclear),
        }
    };
    // One matter that is settled does not settle another: the worst that is reckoned counts.
    let found: Vec<(Option<Blocker>, RecordId)> =
        of_kind(question, "immigration-matter").map(|record| (rule(record), record.id)).collect();
    let has_facts = |blocker: &Option<Blocker>| !matches!(blocker, Some(Blocker::OverstayUnknown));
    let worst = found
        .iter()
        .filter(|(blocker, _)| has_facts(blocker))
        .max_by_key(|(blocker, id)| (blocker.is_some(), *id))
        .or_else(|| found.last());
    worst.map_or((Some(Blocker::OverstayUnknown), None), |(blocker, id)| (*blocker, Some(*id)))
}

fn fit(question: &Question<'_>) -> Found {
    let Some(flight) = day(question) else { return (Some(Blocker::NoFlightDay), None) };
    // The latest examination counts: a later "unfit" beats an earlier "fit", and on one day too.
    let key = |record: &&Record| {
        let unfit = record.first("outcome") == Some("unfit");
        (record.when("examined_on").map(|when| when.earliest()), unfit, record.id)
    };
    let Some(latest) = of_kind(question, "fitness").max_by_key(key) else {
        return (Some(Blocker::NotExamined), None);
    };
    let blocker = if any_disputed(latest, &["outcome", "valid_until"]) {
        Some(Blocker::Disputed)
    } else {
        match (latest.first("outcome"), latest.date("valid_until")) {
            (None, _) => Some(Blocker::NotExamined),
            (Some("unfit"), _) => Some(Blocker::Unfit),
            (_, None) => Some(Blocker::FitOpen),
            (_, Some(until)) if !runs_to(until, flight) => Some(Blocker::FitExpired(until)),
            _ => None,
        }
    };
    (blocker, Some(latest.id))
}

fn consent(question: &Question<'_>) -> Found {
    let profile = question.receiver.and_then(|receiver| receiver.first("profile"));
    let Some(profile) = profile else { return (Some(Blocker::NoReceiver), None) };
    let standing = ConsentStanding::of(question.person, profile, question.about, question.forms);
    let admitted = question.profile.is_some_and(|one| Admission::decide(one, &standing, false).is_in());
    match standing {
        ConsentStanding::Given { record, .. } => (None, Some(record)),
        ConsentStanding::Refused { record } => (Some(Blocker::ConsentRefused), Some(record)),
        _ if admitted => (None, None),
        ConsentStanding::Unsettled { record } => (Some(Blocker::Disputed), Some(record)),
        ConsentStanding::NotAsked => (Some(Blocker::ConsentNotAsked), None),
    }
}

fn accepted(question: &Question<'_>) -> Found {
    let Some(receiver) = question.receiver else { return (Some(Blocker::NoReceiver), None) };
    let to_them = |record: &&Record| record.links("recipient").any(|one| one == receiver.id);
    let key = |record: &&Record| (record.when("sent_on").map(|when| when.earliest()), record.id);
    // The latest referral counts: one that was refused and sent again is open again.
    let Some(latest) = of_kind(question, "referral").filter(to_them).max_by_key(key) else {
        return (Some(Blocker::NotReferred), None);
    };
    let blocker = match latest.first("outcome") {
        _ if latest.is_disputed("outcome") => Some(Blocker::Disputed),
        Some("accepted" | "completed") => None,
        Some("refused" | "withdrawn") => Some(Blocker::NotAccepted),
        _ => Some(Blocker::NotAnswered),
    };
    (blocker, Some(latest.id))
}

fn escort(question: &Question<'_>) -> Found {
    let named = question.flight.all("escort").next().is_some();
    ((!named).then_some(Blocker::NoEscort), Some(question.flight.id))
}

fn seat(question: &Question<'_>) -> Found {
    let flight = question.flight;
    let people = flight.links("people").count();
    let blocker = if !flight.is_about(question.person) {
        Some(Blocker::NotOnManifest)
    } else if flight.is_disputed("seats") {
        Some(Blocker::Disputed)
    } else {
        match flight.number("seats") {
            None => Some(Blocker::SeatsUnknown),
            Some(seats) if i64::try_from(people).is_ok_and(|people| people <= seats) => None,
            Some(seats) => Some(Blocker::TooFewSeats { seats, people }),
        }
    };
    (blocker, Some(flight.id))
}
