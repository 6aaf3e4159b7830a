use super::{
    Laptop, fresh,
    writing::{answer, canonical, person},
};
use crate::{
    Desk, DeskError,
    views::{FieldInput, NewRecord},
};
use casework::{ids::RecordId, words::Lang};

fn record(
    desk: &mut Desk,
    kind: &str,
    about: &[RecordId],
    fields: &[(&str, &str)],
) -> Result<RecordId, DeskError> {
    let field = |(field, text): &(&str, &str)| FieldInput {
        field: (*field).into(),
        text: (*text).into(),
        reading: None,
    };
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.into(),
        about: about.iter().map(ToString::to_string).collect(),
        fields: fields.iter().map(field).collect(),
        deed: fresh(desk),
    };
    let page = desk.add_record(&input)?;
    Ok(RecordId::from_canonical(&page.link.id).unwrap())
}

#[test]
fn a_flight_that_lands_before_it_leaves_is_refused_whole_in_every_language() {
    let laptop = Laptop::new(60);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let times = [
        ("sort", "flight"),
        ("departed_at", "4 October 2023 12:05 Asia/Phnom_Penh"),
        ("arrived_at", "4 October 2023 12:30 Asia/Makassar"),
    ];
    let before = desk.check().unwrap().batches;
    let error = record(&mut desk, "movement", &[who], &times).unwrap_err();
    assert_eq!((error.code(), error.exit_code()), ("too-early", 4));
    assert_eq!(desk.check().unwrap().batches, before, "half a record was written");
    for lang in Lang::ALL {
        desk.speak(lang);
        let refused = error.refused(desk.house(), desk.words());
        assert_eq!(refused.field.as_deref(), Some("arrived_at"));
        for label in ["movement-arrived-at", "movement-departed-at"] {
            assert!(
                refused.message.contains(desk.words().get(label).as_ref()),
                "{lang}: {}",
                refused.message
            );
        }
        assert!(!refused.message.contains('⟦') && !refused.recovery.contains('⟦'), "{lang}");
    }
}

#[test]
fn a_limit_is_held_whichever_end_is_written_last_and_what_stood_stays() {
    let laptop = Laptop::new(61);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let permit = [("permit_issued", "2 October 2023"), ("permit_expires", "9 October 2023")];
    let permit = record(&mut desk, "immigration-matter", &[who], &permit).unwrap();
    let late = answer(&desk, permit, "permit_issued", "10 October 2023");
    assert!(matches!(desk.record_answer(&late), Err(DeskError::TooEarly { .. })));
    let early = answer(&desk, permit, "permit_expires", "1 October 2023");
    assert!(matches!(desk.record_answer(&early), Err(DeskError::TooEarly { .. })));
    let share = answer(&desk, permit, "waiver_percent", "120");
    assert!(matches!(desk.record_answer(&share), Err(DeskError::TooHigh { most: 100, .. })));
    assert_eq!(canonical(&desk, permit, "permit_expires"), ["2023-10-09"]);
    assert_eq!(canonical(&desk, permit, "permit_issued"), ["2023-10-02"]);
    desk.record_answer(&answer(&desk, permit, "permit_expires", "October 2023")).unwrap();
}

#[test]
fn a_negative_amount_and_a_year_of_another_era_get_their_own_words() {
    let laptop = Laptop::new(62);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let spent = [("sort", "food"), ("amount", "USD -5.00"), ("spent_on", "3 July 2023")];
    let error = record(&mut desk, "expense", &[who], &spent).unwrap_err();
    let refused = error.refused(desk.house(), desk.words());
    assert_eq!(refused.field.as_deref(), Some("amount"));
    let spent = [("sort", "food"), ("amount", "USD 5.00"), ("spent_on", "3 July 2566")];
    let error = record(&mut desk, "expense", &[who], &spent).unwrap_err();
    let readings = error.refused(desk.house(), desk.words()).readings;
    assert_eq!((error.code(), readings[0].id.as_str()), ("ambiguous", "2023-07-03"));
}

#[test]
fn counselling_is_for_the_counsellor_and_the_refusal_is_logged() {
    let laptop = Laptop::new(63);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let talk = [("held_on", "20 July 2023"), ("text", "Sleeps badly.")];
    let error = record(&mut desk, "counselling", &[who], &talk).unwrap_err();
    assert_eq!((error.code(), error.exit_code()), ("not-counsellor", 5));
    assert!(matches!(desk.form_page("counselling"), Err(DeskError::NotCounsellor)));
    assert!(desk.kinds().iter().all(|kind| kind.id != "counselling"));

    let me = desk.officer;
    desk.record_answer(&answer(&desk, me, "role", "counsellor")).unwrap();
    let held = record(&mut desk, "counselling", &[who], &talk).unwrap();
    assert!(desk.timeline(who).unwrap().iter().any(|entry| entry.record.kind == "counselling"));

    desk.record_answer(&answer(&desk, me, "role", "officer")).unwrap();
    assert!(matches!(desk.record(held), Err(DeskError::NotCounsellor)));
    assert!(matches!(desk.history(held, None), Err(DeskError::NotCounsellor)));
    let write = answer(&desk, held, "text", "Sleeps well.");
    assert!(matches!(desk.record_answer(&write), Err(DeskError::NotCounsellor)));
    assert!(desk.timeline(who).unwrap().iter().all(|entry| entry.record.kind != "counselling"));
    assert!(desk.person(who).unwrap().related.iter().all(|page| page.link.kind != "counselling"));
    let log = desk.register.audit_entries(0, 100).unwrap();
    let refused = log.iter().filter(|row| row.act == "refusal" && row.detail == "counsellor");
    assert_eq!(refused.count(), 4);
}
