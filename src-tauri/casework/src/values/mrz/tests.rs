//! The specimens of Doc 9303 (the fictitious state of Utopia), single names, and every way a zone can fail.

use super::{CheckDigit, Mrz, MrzFormat, MrzSex, layout::check_digit};
use crate::values::refusal::Doubt;
use chrono::NaiveDate;
use proptest::prelude::*;

const PASSPORT: [&str; 2] =
    ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];
const CARD: [&str; 3] =
    ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];
const PAPER: [&str; 2] = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2023, 10, 5).unwrap()
}

/// A passport's zone with every check digit computed.
fn passport(name: &str, number: &str, birth: &str, sex: char, expiry: &str) -> String {
    let (number, birth, expiry) = (format!("{number:<<9}"), format!("{birth:<<6}"), format!("{expiry:<<6}"));
    let with = |field: &str| format!("{field}{}", check_digit(field));
    let personal = format!("{:<<14}0", "");
    let checked = format!("{}{}{}{personal}", with(&number), with(&birth), with(&expiry));
    let last = check_digit(&checked);
    let line = format!("{}IDN{}{sex}{}{personal}{last}", with(&number), with(&birth), with(&expiry));
    format!("{:<<44}\n{line}", format!("P<IDN{name}"))
}

#[test]
fn check_digits_follow_the_standard() {
    for (field, digit) in [("520727", 3), ("AB2134<<<", 5), ("HA672242<658022549601086<<<<<<<<<<<<<<0", 8)] {
        assert_eq!(check_digit(field), digit);
    }
}

#[test]
fn the_specimens_say_what_they_say() {
    for (lines, format, number, code) in [
        (PASSPORT.join("\n"), MrzFormat::Td3, "L898902C3", "P"),
        (CARD.join("\n"), MrzFormat::Td1, "D23145890", "I"),
        (PAPER.join("\n"), MrzFormat::Td2, "D23145890", "I"),
    ] {
        let zone = Mrz::read(&lines).unwrap();
        assert_eq!(
            (zone.format(), zone.document_number().as_str(), zone.document_code()),
            (format, number, code)
        );
        assert_eq!((zone.issuer(), zone.nationality_code(), zone.nationality()), ("UTO", "UTO", None));
        assert_eq!(zone.birth_date(today()).map(|date| date.to_string()).as_deref(), Some("1974-08-12"));
        assert_eq!(zone.expiry(today()), NaiveDate::from_ymd_opt(2012, 4, 15));
        assert_eq!(zone.sex(), MrzSex::Female);
        let name = zone.name();
        assert_eq!(
            (name.primary.as_str(), name.secondary.as_deref(), name.may_be_cut),
            ("ERIKSSON", Some("ANNA MARIA"), false)
        );
        assert_eq!(zone.whole_name().unwrap().as_str(), "ANNA MARIA ERIKSSON");
        assert_eq!(zone.canonical(), lines);
    }
}

#[test]
fn a_zone_is_taken_from_a_reader_or_the_keyboard() {
    let canonical = PASSPORT.join("\n");
    for typed in [
        PASSPORT.join("\r\n"),
        PASSPORT.concat(),
        PASSPORT.join("\n").to_lowercase(),
        format!("  {}\n\n {} \n", PASSPORT[0], PASSPORT[1].replace("UTO", " UTO ")),
        PASSPORT.join("\n").replace("<<", "«"),
    ] {
        assert_eq!(Mrz::parse(&typed).unwrap().canonical(), canonical);
        assert_eq!(Mrz::read(&typed).is_ok(), typed == canonical);
    }
}

#[test]
fn a_single_name_is_whole() {
    let zone = Mrz::read(&passport("SUHARTO", "B1234567", "990102", 'M', "280628")).unwrap();
    assert_eq!(zone.name().secondary, None);
    assert_eq!(zone.name().primary, "SUHARTO");
    assert_eq!(zone.whole_name().unwrap().as_str(), "SUHARTO");
    assert_eq!(zone.document_number(), "B1234567");
    assert_eq!(zone.nationality().map(|country| country.alpha2()), Some("ID"));
    assert_eq!(zone.sex(), MrzSex::Male);
}

#[test]
fn a_name_that_fills_the_line_may_be_cut() {
    let zone =
        Mrz::read(&passport("ABDURRAHMANI<<MUHAMMAD<NUR<HIDAYATULLAH", "B1234567", "990102", 'M', "280628"))
            .unwrap();
    assert!(zone.name().may_be_cut);
}

#[test]
fn births_may_be_partly_unknown_and_lie_in_the_last_hundred_years() {
    for (birth, known) in [
        ("990102", Some("1999-01-02")),
        ("230102", Some("2023-01-02")),
        ("231005", Some("2023-10-05")),
        ("231006", Some("1923-10-06")),
        ("9901", Some("1999-01")),
        ("99", Some("1999")),
        ("", None),
    ] {
        let zone = Mrz::read(&passport("SUHARTO", "B1234567", birth, '<', "280628")).unwrap();
        assert_eq!(zone.birth_date(today()).map(|date| date.to_string()).as_deref(), known, "{birth}");
    }
    let zone = Mrz::read(&passport("SUHARTO", "B1234567", "990102", '<', "280628")).unwrap();
    assert_eq!(zone.expiry(today()), NaiveDate::from_ymd_opt(2028, 6, 28));
    assert_eq!(zone.sex(), MrzSex::Unspecified);
}

#[test]
fn long_numbers_go_on_in_the_optional_field() {
    let number = "D23145890734";
    let digit = check_digit(number);
    let first = format!("{:<<30}", format!("I<UTO{}<{}{digit}", &number[..9], &number[9..]));
    let second = "7408122F1204159UTO<<<<<<<<<<<";
    let all = format!("{}{}{}{}", &first[5..30], &second[..7], &second[8..15], &second[18..29]);
    let text = format!("{first}\n{second}{}\n{}", check_digit(&all), CARD[2]);
    assert_eq!(Mrz::read(&text).unwrap().document_number(), number);
}

#[test]
fn the_visas_of_the_standard_are_examined_and_are_no_travel_documents() {
    let large = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<";
    let small = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";
    for (typed, format) in [(large, MrzFormat::MrvA), (small, MrzFormat::MrvB)] {
        let seen = Mrz::examine(typed);
        let digits = [(CheckDigit::Number, true), (CheckDigit::Birth, true), (CheckDigit::Expiry, true)];
        assert_eq!((seen.format, seen.digits.as_slice()), (Some(format), digits.as_slice()));
        let zone = seen.zone.unwrap();
        assert!(zone.is_visa());
        assert_eq!((zone.document_number().as_str(), zone.nationality_code()), ("L8988901C", "XXX"));
        assert_eq!(zone.expiry(today()), NaiveDate::from_ymd_opt(1996, 12, 10));
        assert_eq!(Mrz::parse(typed), Err(Doubt::Unreadable(0, "mrz-visa")));
    }
}

#[test]
fn every_check_digit_is_named_also_where_one_fails() {
    let mut second = PASSPORT[1].to_owned();
    second.replace_range(13..14, "8");
    let seen = Mrz::examine(&format!("{}\n{second}", PASSPORT[0]));
    let failing: Vec<CheckDigit> =
        seen.digits.iter().filter(|(_, holds)| !holds).map(|(which, _)| *which).collect();
    assert_eq!(failing, [CheckDigit::Birth, CheckDigit::Composite]);
    assert_eq!(seen.digits.len(), 5);
    assert_eq!(seen.zone.unwrap_err().key(), "mrz-check-birth");
    assert_eq!(Mrz::examine(&PAPER.join(" ")).digits.len(), 4, "a paper has no personal number");
    let short = Mrz::examine("P<UTO");
    assert_eq!((short.format, short.digits.len(), short.zone.unwrap_err().key()), (None, 0, "mrz-length"));
}

#[test]
fn a_misread_character_is_shown_where_it_stands() {
    let line = |from: usize, with: &str| {
        let mut second = PASSPORT[1].to_owned();
        second.replace_range(from..from + 1, with);
        format!("{}\n{second}", PASSPORT[0])
    };
    let table = [
        (line(14, "O"), 45 + 14, "mrz-o-for-zero"),
        (line(13, "Z"), 45 + 13, "mrz-z-for-two"),
        (line(15, "B"), 45 + 15, "mrz-b-for-eight"),
        (line(21, "I"), 45 + 21, "mrz-i-for-one"),
        (line(25, "S"), 45 + 25, "mrz-s-for-five"),
        (line(25, "G"), 45 + 25, "mrz-g-for-six"),
        (line(25, "X"), 45 + 25, "mrz-letter-for-digit"),
        (line(10, "0"), 45 + 10, "mrz-zero-for-o"),
        (line(10, "1"), 45 + 10, "mrz-one-for-i"),
        (line(10, "7"), 45 + 10, "mrz-digit-for-letter"),
        (line(20, "7"), 45 + 20, "mrz-sex"),
        (line(1, "9"), 45 + 9, "mrz-check-number"),
        (line(13, "8"), 45 + 19, "mrz-check-birth"),
        (line(21, "3"), 45 + 27, "mrz-check-expiry"),
        (line(30, "9"), 45 + 42, "mrz-check-personal"),
        (line(43, "1"), 45 + 43, "mrz-check-composite"),
        (line(3, "*"), 45 + 3, "mrz-character"),
        (PASSPORT[0].to_owned(), 44, "mrz-length"),
        (PASSPORT.join("\n").replace("P<", "V<"), 0, "mrz-visa"),
        (PASSPORT.join("\n").replace("P<", "1<"), 0, "mrz-document-code"),
        (passport("", "B1234567", "990102", 'M', "280628"), 5, "mrz-no-name"),
        (passport("SUHARTO", "B1234567", "990230", 'M', "280628"), 45 + 13, "mrz-no-such-day"),
    ];
    for (typed, at, why) in table {
        assert_eq!(Mrz::parse(&typed), Err(Doubt::Unreadable(at, why)));
    }
}

proptest! {
    #[test]
    fn zones_never_panic(typed in ".{0,100}|[A-Z0-9<\n]{70,95}|[A-Z0-9<]{88}|[0-9<]{72}|[A-Z<]{90}|[A-Zé<]{88}") {
        let seen = Mrz::examine(&typed);
        if let Ok(zone) = Mrz::parse(&typed) {
            prop_assert!(seen.digits.iter().all(|(_, holds)| *holds));
            prop_assert_eq!(Mrz::read(&zone.canonical()), Ok(zone));
        }
    }

    #[test]
    fn a_passport_reads_back(name in "[A-Z]{1,12}(<[A-Z]{1,8})?(<<[A-Z]{1,8})?", number in "[A-Z][0-9]{7}", year in 0..100_u8) {
        let text = passport(&name, &number, &format!("{year:02}0615"), 'F', "280628");
        let zone = Mrz::read(&text).unwrap();
        prop_assert_eq!(zone.document_number(), number);
        prop_assert_eq!(zone.name().secondary.is_some(), name.contains("<<"));
        let birth = zone.birth_date(today()).unwrap().earliest();
        prop_assert!(birth <= today());
    }

    #[test]
    fn one_wrong_digit_is_always_seen(at in 44..88_usize, digit in 0..10_u8) {
        let text = PASSPORT.concat();
        let old = text.as_bytes()[at];
        let new = b'0' + digit;
        if old.is_ascii_digit() && old != new && at != 87 {
            let mut bytes = text.into_bytes();
            bytes[at] = new;
            prop_assert!(Mrz::parse(&String::from_utf8(bytes).unwrap()).is_err());
        }
    }
}
