//! What officers type for a moment, and the order of days and moments.

use super::{When, ZonedTime};
use crate::{
    values::{DateOrder, Typing, dictionary, refusal::Doubt, testing::typing},
    words::{Lang, Words},
};
use proptest::prelude::*;

fn read(typed: &str) -> Result<String, Doubt> {
    let settled = Typing { date_order: Some(DateOrder::DayFirst), ..typing() };
    When::parse(typed, &settled).map(|when| when.to_string())
}

const LANDED: &str = "2023-10-04T16:20+07:00[Asia/Jakarta]";
const HERE: &str = "2023-10-04T16:20+07:00[Asia/Phnom_Penh]";

#[test]
fn moments_are_read_as_people_type_them() {
    let table = [
        ("4/10/2023 16:20 WIB", LANDED),
        ("4/10/2023 16.20 WIB", LANDED),
        ("4 Oktober 2023, pukul 16.20 WIB", LANDED),
        ("16:20 WIB 4 Oktober 2023", LANDED),
        ("4 Okt 2023 jam 4.20 sore WIB", LANDED),
        ("Oct 4, 2023 4:20 pm WIB", LANDED),
        ("2023-10-04T16:20+07:00[Asia/Jakarta]", LANDED),
        ("2023-10-04 16:20 Asia/Jakarta", LANDED),
        ("4/10/2023 16:20", HERE),
        ("4 Oktober 2023 - 16:20", HERE),
        ("4/10/2023 16:20 ICT", HERE),
        ("4.10.2023 16.20", HERE),
        ("2023-10-04T16:20", HERE),
        ("2023-10-04T16:20+07:00", HERE),
        ("4/10/2023 16:20 UTC+7", HERE),
        ("4/10/2023 16:20 +7", HERE),
        ("ថ្ងៃទី៤ ខែតុលា ឆ្នាំ២០២៣ ម៉ោង ១៦:២០", HERE),
        ("4/10/2023 16:20 WITA", "2023-10-04T16:20+08:00[Asia/Makassar]"),
        ("4/10/2023 16:20 WIT", "2023-10-04T16:20+09:00[Asia/Jayapura]"),
        ("2023-10-04T09:20Z", "2023-10-04T09:20+00:00[Etc/UTC]"),
        ("2023-10-04T09:20:30Z", "2023-10-04T09:20:30+00:00[Etc/UTC]"),
        ("2023-10-04T09:20-05:00", "2023-10-04T09:20-05:00[Etc/GMT+5]"),
        ("4/10/2023 12:05 am", "2023-10-04T00:05+07:00[Asia/Phnom_Penh]"),
        ("4/10/2023 9 pm", "2023-10-04T21:00+07:00[Asia/Phnom_Penh]"),
        ("4/10/2023 jam 9 malam", "2023-10-04T21:00+07:00[Asia/Phnom_Penh]"),
        ("4/10/2023 jam 7 pagi", "2023-10-04T07:00+07:00[Asia/Phnom_Penh]"),
        ("4/10/2023", "2023-10-04"),
        ("4.10.23", "2023-10-04"),
        ("akhir Juni 2023", "2023-06~"),
        ("2023", "2023"),
    ];
    for (typed, canonical) in table {
        assert_eq!(read(typed).as_deref(), Ok(canonical), "{typed}");
        assert!(When::read(canonical).is_ok(), "{canonical}");
    }
}

#[test]
fn what_is_no_moment_is_refused_with_its_place() {
    let table = [
        ("16:20", 0, "time-no-date"),
        ("16:20 WIB", 0, "time-no-date"),
        ("4/10/2023 WIB", 10, "time-no-clock"),
        ("Oktober 2023 16:20", 13, "time-needs-day"),
        ("4/10/2023 25:20", 10, "time-no-such-clock"),
        ("4/10/2023 16:75", 10, "time-no-such-clock"),
        ("4/10/2023 13:20 am", 10, "time-no-such-clock"),
        ("4/10/2023 16:20 [Asia/Atlantis]", 16, "time-zone-unknown"),
        ("4/10/2023 16:20 +05:17", 16, "time-zone-unknown"),
        ("4/10/2023 16:20 besok", 16, "date-word"),
        ("31/2/2023 16:20", 0, "date-no-such-day"),
        ("26/3/2023 02:30 Europe/Berlin", 10, "time-skipped"),
        ("4/10/2023 16:20 +08:00 [Asia/Jakarta]", 16, "time-offset-not-of-zone"),
    ];
    for (typed, at, why) in table {
        assert_eq!(read(typed), Err(Doubt::Unreadable(at, why)), "{typed}");
    }
}

#[test]
fn doubts_are_asked() {
    let Err(Doubt::Ambiguous(question, readings)) = When::parse("05/06/2023 16:20 WIB", &typing()) else {
        panic!("day and month were guessed");
    };
    assert_eq!(question, "date-which-order");
    assert_eq!(readings[0].canonical, "2023-06-05T16:20+07:00[Asia/Jakarta]");
    assert_eq!(readings[1].canonical, "2023-05-06T16:20+07:00[Asia/Jakarta]");

    let Err(Doubt::Ambiguous(question, readings)) = When::parse("29/10/2023 02:30 Europe/Berlin", &typing())
    else {
        panic!("summer or winter time was guessed");
    };
    assert_eq!(question, "time-shown-twice");
    assert_eq!(readings[0].canonical, "2023-10-29T02:30+02:00[Europe/Berlin]");
    assert_eq!(readings[1].canonical, "2023-10-29T02:30+01:00[Europe/Berlin]");
    for reading in readings {
        assert!(ZonedTime::read(&reading.canonical).is_ok());
        assert_eq!(
            read(&reading.canonical),
            Ok(reading.canonical.clone()),
            "the answer to the question settles it"
        );
    }
}

#[test]
fn reading_is_strict() {
    let not = [
        "2023-10-04T16:20+08:00[Asia/Jakarta]",
        "2023-10-04T16:20:00+07:00[Asia/Jakarta]",
        "2023-10-04 16:20+07:00[Asia/Jakarta]",
        "2023-10-04T16:20+07:00",
        "2023-10-04T16:20[Asia/Jakarta]",
        "2023-10-04T16:20+07:00[asia/jakarta]",
        "2023-10-04T6:20+07:00[Asia/Jakarta]",
        "2023-02-30T16:20+07:00[Asia/Jakarta]",
        "[]",
        "",
    ];
    for canonical in not {
        assert!(When::read(canonical).is_err(), "{canonical}");
    }
}

#[test]
fn days_and_moments_sort_together() {
    let in_order = [
        "2023-10-03T23:50+07:00[Asia/Jakarta]",
        "2023-10-04",
        "2023-10-04T16:20+09:00[Asia/Jayapura]",
        "2023-10-04T16:20+07:00[Asia/Jakarta]",
        "2023-10-04T16:21+07:00[Asia/Phnom_Penh]",
        "2023-10-05",
    ];
    let keys: Vec<String> = in_order.iter().map(|text| When::read(text).unwrap().sort_key()).collect();
    assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
    assert!(When::read("2023-10").unwrap().sort_key() < When::read("2023-10-04").unwrap().sort_key());
}

#[test]
fn moments_are_shown_by_the_clocks_of_their_place() {
    let shown = |text: &str, lang| When::read(text).unwrap().display(&Words::new(lang));
    assert_eq!(shown(LANDED, Lang::Id), "4 Oktober 2023, 16:20 WIB");
    assert_eq!(shown(HERE, Lang::En), "4 October 2023, 16:20 ICT");
    assert_eq!(shown("2023-10-04T09:20-05:00[Etc/GMT+5]", Lang::En), "4 October 2023, 09:20 UTC-5");
    assert_eq!(shown("2023-07-04T09:20+02:00[Europe/Berlin]", Lang::En), "4 July 2023, 09:20 CEST");
    assert_eq!(shown("2023-06~", Lang::Id), "sekitar Juni 2023");
}

#[test]
fn a_moment_of_the_clock_is_shown_in_a_zone() {
    let time = ZonedTime::read(LANDED).unwrap();
    assert_eq!(ZonedTime::of(time.instant(), time.zone()), time);
    assert_eq!(time.instant().to_rfc3339(), "2023-10-04T09:20:00+00:00");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn moments_read_back(seconds in -3_000_000_000_i64..10_000_000_000, zone in prop::sample::select(&chrono_tz::TZ_VARIANTS[..])) {
        let time = ZonedTime::of(chrono::DateTime::from_timestamp(seconds, 0).unwrap(), zone);
        prop_assert_eq!(ZonedTime::read(&time.to_string()), Ok(time));
    }

    #[test]
    fn moments_of_the_region_parse_back_as_shown(minutes in 10_000_000_i64..40_000_000, zone in 0..4_usize) {
        let zone = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Asia/Phnom_Penh"][zone].parse().unwrap();
        let time = When::Time(ZonedTime::of(chrono::DateTime::from_timestamp(minutes * 60, 0).unwrap(), zone));
        for words in dictionary::all() {
            prop_assert_eq!(When::parse(&time.display(words), &typing()), Ok(time));
        }
    }

    #[test]
    fn times_never_panic(typed in ".{0,40}|([0-9]{1,4}|:|\\.|T|Z|WIB|\\+|-|/| |Juni|jam|pm|\\[|\\]|UTC){0,14}") {
        if let Ok(when) = When::parse(&typed, &typing()) {
            prop_assert_eq!(When::read(&when.to_string()), Ok(when));
        }
    }
}
