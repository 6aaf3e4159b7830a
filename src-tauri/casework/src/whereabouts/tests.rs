use super::Whereabouts;
use crate::{
    fixtures::{id, record},
    form::Forms,
    now::Now,
    record::Record,
};

const PERSON: u128 = 7;

fn now(records: &[Record]) -> Whereabouts {
    let all: Vec<&Record> = records.iter().collect();
    let now = Now { instant: "2023-10-04T10:00:00Z".parse().unwrap(), today: "2023-10-04".parse().unwrap() };
    Whereabouts::of(id(PERSON), &all, &Forms::shipped().unwrap(), now)
}

fn person() -> String {
    id(PERSON).to_string()
}

#[test]
fn nothing_recorded_is_said_so() {
    assert_eq!(now(&[]), Whereabouts::NotRecorded);
    let elsewhere = record(10, "placement", &[("people", &id(8).to_string()), ("from", "2023-07-14")]);
    assert_eq!(now(&[elsewhere]), Whereabouts::NotRecorded);
}

#[test]
fn the_latest_stay_counts_in_whatever_order_it_was_written() {
    let who = person();
    let holder = id(20).to_string();
    let first = record(10, "placement", &[("people", &who), ("from", "2023-06-28"), ("until", "2023-07-14")]);
    let second = record(
        11,
        "placement",
        &[("people", &who), ("from", "2023-07-14"), ("place", "Phnom Penh"), ("holder", &holder)],
    );
    for records in [[first.clone(), second.clone()], [second, first]] {
        let Whereabouts::At(stay) = now(&records) else { panic!("is there") };
        assert_eq!((stay.place.as_deref(), stay.holder), (Some("Phnom Penh"), Some(id(20))));
    }
}

#[test]
fn a_stay_counts_before_the_movement_that_led_to_it() {
    let who = person();
    let way = record(10, "movement", &[("people", &who), ("departed_at", "2023-07-14"), ("to_place", "A")]);
    let stay = record(11, "placement", &[("people", &who), ("from", "2023-07-14"), ("place", "B")]);
    assert!(matches!(now(&[way, stay]), Whereabouts::At(stay) if stay.place.as_deref() == Some("B")));
}

#[test]
fn a_departure_without_an_arrival_is_on_the_way() {
    let who = person();
    let way = record(10, "movement", &[("people", &who), ("departed_at", "2023-07-14"), ("to_place", "A")]);
    assert!(matches!(now(&[way]), Whereabouts::OnTheWay(_)));
}

#[test]
fn a_stay_that_ended_is_not_passed_off_as_the_present() {
    let who = person();
    let stay = record(10, "placement", &[("people", &who), ("from", "2023-06-28"), ("until", "2023-07-14")]);
    assert!(matches!(now(&[stay]), Whereabouts::Left(_)));
}

#[test]
fn what_is_planned_moves_nobody_yet() {
    let who = person();
    let stay = record(
        10,
        "placement",
        &[("people", &who), ("from", "2023-07-14"), ("until", "2023-10-06"), ("place", "B")],
    );
    let flight =
        record(11, "movement", &[("people", &who), ("departed_at", "2023-10-06"), ("to_place", "A")]);
    assert!(matches!(now(&[stay, flight]), Whereabouts::At(stay) if stay.place.as_deref() == Some("B")));
}
