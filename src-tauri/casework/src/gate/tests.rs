use super::{Blocker, Gate, Question, Requirement};
use crate::{
    answer::Answer,
    fixtures::{id, record},
    form::Forms,
    ids::FieldId,
    private::Private,
    record::Record,
    values::{Money, PartialDate},
    words::{Lang, Words},
};

/// Everything in order for person 7 on flight 20, received by organisation 30.
struct Case {
    records: Vec<Record>,
    flight: Record,
    receiver: Option<Record>,
}

fn case() -> Case {
    let (who, other, home, flight) =
        (id(7).to_string(), id(8).to_string(), id(30).to_string(), id(20).to_string());
    assert_ne!(flight, who);
    let about = |n, kind, answers: &[(&str, &str)]| {
        let mut all = vec![("people", who.as_str())];
        all.extend_from_slice(answers);
        record(n, kind, &all)
    };
    Case {
        records: vec![
            about(
                10,
                "travel-document",
                &[("sort", "passport"), ("number", "X1"), ("expires", "2026-01-01"), ("paper", "embassy")],
            ),
            about(
                11,
                "immigration-matter",
                &[
                    ("visa_ended", "2023-04-30"),
                    ("waiver_percent", "100"),
                    ("permit_number", "EP1"),
                    ("permit_issued", "2023-10-02"),
                    ("permit_expires", "2023-10-09"),
                ],
            ),
            about(
                12,
                "fitness",
                &[("outcome", "fit"), ("examined_on", "2023-10-01"), ("valid_until", "2023-10-15")],
            ),
            about(
                13,
                "consent",
                &[("recipient", "receiving-home"), ("outcome", "given"), ("answered_on", "2023-09-20")],
            ),
            about(
                14,
                "referral",
                &[("recipient", &home), ("outcome", "accepted"), ("sent_on", "2023-09-21")],
            ),
        ],
        flight: record(
            20,
            "movement",
            &[
                ("people", &who),
                ("people", &other),
                ("sort", "flight"),
                // 5 October in Jakarta already, and still the fourth where the plane leaves.
                ("departed_at", "2023-10-04T23:30+07:00[Asia/Phnom_Penh]"),
                ("escort", "Ratna"),
                ("seats", "2"),
                ("holder", &home),
            ],
        ),
        receiver: Some(record(30, "organisation", &[("name", "Home"), ("profile", "receiving-home")])),
    }
}

impl Case {
    fn gate(&self) -> Gate {
        let forms = Forms::shipped().unwrap();
        let about: Vec<&Record> = self.records.iter().collect();
        Gate::of(&Question {
            person: id(7),
            flight: &self.flight,
            about: &about,
            receiver: self.receiver.as_ref(),
            profile: None,
            forms: &forms,
            daily_fine: Money::read("USD 10.00").unwrap(),
        })
    }

    fn blockers(&self) -> Vec<(Requirement, Blocker)> {
        let gate = self.gate();
        gate.checks.iter().filter_map(|check| Some((check.requirement, check.blocker?))).collect()
    }

    /// Puts a value into a field of record `n` in place of what is there; none takes it out.
    fn set(mut self, n: u128, field: &str, value: Option<&str>) -> Self {
        let records = self.records.iter_mut().chain([&mut self.flight]);
        let field = FieldId::new(field).unwrap();
        for record in records.filter(|record| record.id == id(n)) {
            let live = super::super::fixtures::record(
                n,
                "x",
                &value.map(|text| (field.as_str(), text)).into_iter().collect::<Vec<_>>(),
            );
            record.answers.remove(&field);
            record.answers.extend(live.answers);
        }
        self
    }

    /// Writes a second value beside the first, as two laptops do.
    fn dispute(mut self, n: u128, field: &str, value: &str) -> Self {
        let records = self.records.iter_mut().chain([&mut self.flight]);
        for record in records.filter(|record| record.id == id(n)) {
            let live = record.answers.get_mut(&FieldId::new(field).unwrap()).unwrap();
            let mut second = live[0].clone();
            second.answer = Answer::Known(Private::new(value.to_owned()));
            live.push(second);
        }
        self
    }

    fn without(mut self, n: u128) -> Self {
        self.records.retain(|record| record.id != id(n));
        self
    }

    fn with(mut self, n: u128, kind: &str, answers: &[(&str, &str)]) -> Self {
        let who = id(7).to_string();
        let mut all = vec![("people", who.as_str())];
        all.extend_from_slice(answers);
        self.records.push(record(n, kind, &all));
        self
    }
}

fn date(text: &str) -> PartialDate {
    PartialDate::read(text).unwrap()
}

#[test]
fn with_everything_in_order_the_gate_is_open() {
    assert_eq!(case().blockers(), []);
    assert!(case().gate().is_open());
    assert!(case().gate().checks.iter().all(|check| check.record.is_some()));
}

#[test]
fn each_blocker_is_named() {
    use Blocker as B;
    use Requirement as R;
    let due = B::OverstayDue(Money::read("USD 1570.00").unwrap());
    let cases: Vec<(Case, R, B)> = vec![
        (case().without(10), R::Document, B::NoDocument),
        (case().set(10, "expires", None), R::Document, B::DocumentOpen),
        (case().set(10, "expires", Some("2023-10-03")), R::Document, B::DocumentExpired(date("2023-10-03"))),
        (case().set(10, "paper", Some("employer")), R::Document, B::PaperAway),
        (case().set(10, "paper", Some("claimed-lost")), R::Document, B::PaperAway),
        (case().set(10, "sort", Some("id-card")), R::Document, B::NoDocument),
        (case().dispute(10, "expires", "2022-01-01"), R::Document, B::Disputed),
        (case().set(11, "permit_number", None), R::ExitPermit, B::NoPermit),
        (case().set(11, "permit_expires", None), R::ExitPermit, B::PermitOpen),
        (
            case().set(11, "permit_expires", Some("2023-10-03")),
            R::ExitPermit,
            B::PermitExpired(date("2023-10-03")),
        ),
        (
            case().set(11, "permit_issued", Some("2023-10-05")),
            R::ExitPermit,
            B::PermitNotYet(date("2023-10-05")),
        ),
        (case().dispute(11, "permit_expires", "2023-10-01"), R::ExitPermit, B::Disputed),
        (case().set(11, "waiver_percent", None), R::Overstay, due),
        (case().set(11, "waiver_percent", Some("200")), R::Overstay, B::OverstayUnclear),
        (case().set(11, "visa_ended", None).set(11, "waiver_percent", None), R::Overstay, B::OverstayUnknown),
        (case().without(12), R::Fit, B::NotExamined),
        (case().set(12, "outcome", Some("unfit")), R::Fit, B::Unfit),
        (case().set(12, "valid_until", None), R::Fit, B::FitOpen),
        (case().set(12, "valid_until", Some("2023-10-03")), R::Fit, B::FitExpired(date("2023-10-03"))),
        (case().without(13), R::Consent, B::ConsentNotAsked),
        (case().set(13, "outcome", Some("withdrawn")), R::Consent, B::ConsentRefused),
        (case().dispute(13, "outcome", "refused"), R::Consent, B::Disputed),
        (case().without(14), R::Accepted, B::NotReferred),
        (case().set(14, "outcome", None), R::Accepted, B::NotAnswered),
        (case().set(14, "outcome", Some("refused")), R::Accepted, B::NotAccepted),
        (case().set(20, "escort", None), R::Escort, B::NoEscort),
        (case().set(20, "seats", None), R::Seat, B::SeatsUnknown),
        (case().set(20, "seats", Some("1")), R::Seat, B::TooFewSeats { seats: 1, people: 2 }),
        (case().set(20, "people", Some(&id(8).to_string())), R::Seat, B::NotOnManifest),
    ];
    for (case, requirement, blocker) in cases {
        assert_eq!(case.blockers(), [(requirement, blocker)]);
        assert!(!case.gate().is_open());
    }
}

#[test]
fn a_flight_without_a_day_and_one_without_a_receiver_block_what_depends_on_them() {
    let open = case().set(20, "departed_at", None).blockers();
    assert_eq!(open.iter().filter(|(_, blocker)| *blocker == Blocker::NoFlightDay).count(), 4);
    let mut nobody = case();
    nobody.receiver = None;
    let found = nobody.blockers();
    assert_eq!(
        found,
        [(Requirement::Consent, Blocker::NoReceiver), (Requirement::Accepted, Blocker::NoReceiver)]
    );
}

#[test]
fn a_permit_that_ends_on_the_flight_day_there_is_valid_and_one_day_earlier_is_not() {
    assert_eq!(case().set(11, "permit_expires", Some("2023-10-04")).blockers(), []);
    // The same instant, told by a clock further east, is the next day: the clock at the place of departure counts.
    let tokyo = case().set(20, "departed_at", Some("2023-10-05T01:30+09:00[Asia/Tokyo]")).set(
        11,
        "permit_expires",
        Some("2023-10-04"),
    );
    assert_eq!(tokyo.blockers(), [(Requirement::ExitPermit, Blocker::PermitExpired(date("2023-10-04")))]);
    // A flight known to a month needs a permit for the whole of it.
    let month = case().set(20, "departed_at", Some("2023-10"));
    assert!(
        month.blockers().contains(&(Requirement::ExitPermit, Blocker::PermitExpired(date("2023-10-09"))))
    );
}

#[test]
fn a_renewed_permit_opens_and_a_second_debt_blocks() {
    let renewed = case().set(11, "permit_expires", Some("2023-09-01")).with(
        40,
        "immigration-matter",
        &[("waiver_percent", "100"), ("permit_number", "EP2"), ("permit_expires", "2023-10-20")],
    );
    assert_eq!(renewed.blockers(), []);
    let debt = case().with(40, "immigration-matter", &[("fine", "USD 5.00")]);
    let due = Blocker::OverstayDue(Money::read("USD 5.00").unwrap());
    assert_eq!(debt.blockers(), [(Requirement::Overstay, due)]);
}

#[test]
fn a_later_finding_of_unfit_beats_an_earlier_certificate() {
    let later = case().with(40, "fitness", &[("outcome", "unfit"), ("examined_on", "2023-10-03")]);
    assert_eq!(later.blockers(), [(Requirement::Fit, Blocker::Unfit)]);
    let earlier = case().with(40, "fitness", &[("outcome", "unfit"), ("examined_on", "2023-09-03")]);
    assert_eq!(earlier.blockers(), []);
}

#[test]
fn an_override_opens_what_it_names_on_its_flight_and_a_refusal_stays() {
    let (here, elsewhere) = (id(20).to_string(), id(21).to_string());
    let overriding = |case: Case, flight: &str, what: &str| {
        case.with(50, "gate-override", &[("movement", flight), ("blocker", what), ("reason", "agreed")])
    };
    let unpaid = || case().set(11, "waiver_percent", None);
    let opened = overriding(unpaid(), &here, "overstay").gate();
    assert!(opened.is_open());
    let check = opened.checks.iter().find(|check| check.requirement == Requirement::Overstay).unwrap();
    assert!(check.blocker.is_some(), "the blocker stays in sight");
    assert_eq!(check.overridden, Some(id(50)));
    assert!(!overriding(unpaid(), &elsewhere, "overstay").gate().is_open());
    assert!(!overriding(unpaid(), &here, "exit-permit").gate().is_open());
    let refused = case().set(13, "outcome", Some("refused"));
    assert!(!overriding(refused, &here, "consent").gate().is_open(), "nothing overrides a refusal");
}

#[test]
fn every_requirement_and_blocker_has_its_words() {
    for words in Lang::ALL.map(Words::new) {
        for requirement in Requirement::ALL {
            assert!(words.has(&format!("gate-{}", requirement.id())), "{}", requirement.id());
            assert_eq!(Requirement::from_id(requirement.id()), Some(requirement));
        }
        for blocker in Blocker::one_of_each() {
            assert!(words.has(&format!("block-{}", blocker.id())), "block-{}", blocker.id());
            assert!(words.has(&format!("clear-{}", blocker.id())), "clear-{}", blocker.id());
        }
    }
}
