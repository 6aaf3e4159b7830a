//! What officers type for a date, and what must hold of every date.

use super::{DateOrder, PartialDate, Precision};
use crate::{
    values::{Typing, dictionary, refusal::Doubt, testing::typing},
    words::{Lang, Words},
};
use chrono::NaiveDate;
use proptest::prelude::*;

fn read(typed: &str, typing: &Typing) -> Result<String, Doubt> {
    PartialDate::parse(typed, typing).map(|date| date.to_string())
}

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

#[test]
fn dates_are_read_as_people_type_them() {
    let table = [
        ("2023-06-28", "2023-06-28"),
        ("28/6/2023", "2023-06-28"),
        ("28-06-2023", "2023-06-28"),
        ("28.6.23", "2023-06-28"),
        ("2023-06-28 00:00:00", "2023-06-28"),
        ("2023-06-28T00:00", "2023-06-28"),
        ("28 / 6 / 2023", "2023-06-28"),
        ("6/28/2023", "2023-06-28"),
        ("2023/6/28", "2023-06-28"),
        ("20230628", "2023-06-28"),
        ("28062023", "2023-06-28"),
        ("5/5/2023", "2023-05-05"),
        ("28 Juni 2023", "2023-06-28"),
        ("28 juni 2023.", "2023-06-28"),
        ("28-Jun-2023", "2023-06-28"),
        ("28 Jun 23", "2023-06-28"),
        ("Rabu, 28 Juni 2023", "2023-06-28"),
        ("Sen, 26 Juni 2023", "2023-06-26"),
        ("tgl. 28 bulan Juni tahun 2023", "2023-06-28"),
        ("June 28, 2023", "2023-06-28"),
        ("28th of June 2023", "2023-06-28"),
        ("2023 June 28", "2023-06-28"),
        ("17 Agt 1945", "1945-08-17"),
        ("1 Ags 1990", "1990-08-01"),
        ("1 Agustus 1990", "1990-08-01"),
        ("12 Okt 1990", "1990-10-12"),
        ("25 Des 1990", "1990-12-25"),
        ("1 Mei 1990", "1990-05-01"),
        ("10 Nopember 1990", "1990-11-10"),
        ("ថ្ងៃទី២៨ ខែមិថុនា ឆ្នាំ២០២៣", "2023-06-28"),
        ("២៨ មិថុនា ២០២៣", "2023-06-28"),
        ("២៨/០៦/២០២៣", "2023-06-28"),
        ("ថ្ងៃពុធ ទី២៨ ខែមិថុនា ឆ្នាំ២០២៣", "2023-06-28"),
        ("๒๘/๖/2023", "2023-06-28"),
        ("Juni 2023", "2023-06"),
        ("2023-06", "2023-06"),
        ("6/2023", "2023-06"),
        ("06-2023", "2023-06"),
        ("ខែមិថុនា ឆ្នាំ២០២៣", "2023-06"),
        ("2023", "2023"),
        ("tahun 2023", "2023"),
        ("២០២៣", "2023"),
        ("akhir Juni 2023", "2023-06~"),
        ("awal Juni 2023", "2023-06~"),
        ("pertengahan 2023", "2023~"),
        ("late June 2023", "2023-06~"),
        ("end of June 2023", "2023-06~"),
        ("mid-June 2023", "2023-06~"),
        ("sekitar 2023", "2023~"),
        ("kira-kira 28 Juni 2023", "2023-06-28~"),
        ("kurang lebih 2023", "2023~"),
        ("c. 2023", "2023~"),
        ("2023?", "2023~"),
        ("~2023", "2023~"),
        ("about June 2023", "2023-06~"),
        ("ប្រហែល ២០២៣", "2023~"),
        ("ប្រហែល២០២៣", "2023~"),
        ("ចុងខែមិថុនា ២០២៣", "2023-06~"),
        ("28 Juni 2023 s/d 14 Juli 2023", "2023-06-28/2023-07-14"),
        ("28 Juni s.d. 14 Juli 2023", "2023-06-28/2023-07-14"),
        ("28 Juni - 14 Juli 2023", "2023-06-28/2023-07-14"),
        ("Juni 2023 s/d Juni 2023", "2023-06"),
        ("28-30 Juni 2023", "2023-06-28/2023-06-30"),
        ("28 sampai 30 Juni 2023", "2023-06-28/2023-06-30"),
        ("Juni-Juli 2023", "2023-06/2023-07"),
        ("2021-2023", "2021/2023"),
        ("2021–2023", "2021/2023"),
        ("antara Juni dan Juli 2023", "2023-06/2023-07"),
        ("from 28 June 2023 to 14 July 2023", "2023-06-28/2023-07-14"),
        ("ពី ២៨ មិថុនា ២០២៣ ដល់ ១៤ កក្កដា ២០២៣", "2023-06-28/2023-07-14"),
        ("28/6/2023 - 14/7/2023", "2023-06-28/2023-07-14"),
        ("2023-06-28/2023-07-14", "2023-06-28/2023-07-14"),
        ("ព.ស. ២៥៦៦", "2023"),
        ("28/6/2566 BE", "2023-06-28"),
        ("28/6/2566 B.E.", "2023-06-28"),
    ];
    for (typed, canonical) in table {
        assert_eq!(read(typed, &typing()).as_deref(), Ok(canonical), "{typed}");
    }
}

#[test]
fn what_is_no_date_is_refused_with_its_place() {
    let table = [
        ("31/2/2023", 0, "date-no-such-day"),
        ("30 Februari 2023", 0, "date-no-such-day"),
        ("29/2/2023", 0, "date-no-such-day"),
        ("2023-02-30", 8, "date-no-such-day"),
        ("31/31/2023", 3, "date-no-such-month"),
        ("2023-13", 5, "date-no-such-month"),
        ("28 Jumi 2023", 3, "date-word"),
        ("  kemarin", 2, "date-word"),
        ("28 Juni", 0, "date-no-year"),
        ("Juni", 0, "date-no-year"),
        ("28/6", 3, "date-no-year"),
        ("28", 0, "date-no-year"),
        ("28/6/202", 5, "date-year-digits"),
        ("1750", 0, "date-year-too-early"),
        ("sejak Juni 2023", 0, "date-open-range"),
        ("Juli 2023 - Juni 2023", 12, "date-range-order"),
        ("1/2/3/2023", 6, "date-unreadable"),
        ("99999999999", 0, "date-unreadable"),
        ("akhir tahun", 0, "date-no-year"),
        ("28/6/2023 16:20", 12, "date-unreadable"),
        ("2023!", 4, "date-unreadable"),
        ("", 0, "value-empty"),
    ];
    for (typed, at, why) in table {
        assert_eq!(read(typed, &typing()), Err(Doubt::Unreadable(at, why)), "{typed}");
    }
}

fn readings(typed: &str, typing: &Typing) -> (&'static str, Vec<String>) {
    match PartialDate::parse(typed, typing) {
        Err(Doubt::Ambiguous(question, readings)) => {
            (question, readings.into_iter().map(|reading| reading.canonical).collect())
        }
        other => panic!("{typed} was not asked: {other:?}"),
    }
}

#[test]
fn day_or_month_is_asked_and_never_guessed() {
    let both = vec!["2023-06-05".to_owned(), "2023-05-06".to_owned()];
    assert_eq!(readings("05/06/2023", &typing()), ("date-which-order", both));
    let settled = |order| Typing { date_order: Some(order), ..typing() };
    assert_eq!(read("05/06/2023", &settled(DateOrder::DayFirst)).as_deref(), Ok("2023-06-05"));
    assert_eq!(read("05/06/2023", &settled(DateOrder::MonthFirst)).as_deref(), Ok("2023-05-06"));
    assert_eq!(read("28/6/2023", &settled(DateOrder::MonthFirst)).as_deref(), Ok("2023-06-28"));
    assert_eq!(read("6/28/2023", &settled(DateOrder::DayFirst)).as_deref(), Ok("2023-06-28"));
    let ranges = vec!["2023-06-05/2023-08-07".to_owned(), "2023-05-06/2023-07-08".to_owned()];
    assert_eq!(readings("05/06/2023 - 07/08/2023", &typing()), ("date-which-order", ranges));
}

#[test]
fn a_buddhist_year_is_asked() {
    assert_eq!(readings("2566", &typing()), ("date-which-era", vec!["2023".into(), "2566".into()]));
    assert_eq!(readings("28/6/2566", &typing()).1, ["2023-06-28", "2566-06-28"]);
    assert_eq!(readings("5/6/2566", &typing()).1.len(), 4);
    assert_eq!(readings("2566-06-28", &typing()).1, ["2023-06-28", "2566-06-28"]);
    assert_eq!(read("2566 Masehi", &typing()).as_deref(), Ok("2566"));
}

#[test]
fn short_years_reach_from_79_years_back_to_20_ahead() {
    for (typed, year) in [("1/1/43", "2043"), ("1/1/44", "1944"), ("1/1/99", "1999"), ("1/1/23", "2023")] {
        assert_eq!(read(typed, &typing()).unwrap().get(..4), Some(year), "{typed}");
    }
}

#[test]
fn precision_sets_the_days() {
    for (canonical, precision, first, last) in [
        ("2023-06-28", Precision::Exact, day(2023, 6, 28), day(2023, 6, 28)),
        ("2024-02", Precision::Month, day(2024, 2, 1), day(2024, 2, 29)),
        ("2023", Precision::Year, day(2023, 1, 1), day(2023, 12, 31)),
        ("2023-06~", Precision::Circa, day(2023, 6, 1), day(2023, 6, 30)),
        ("2023-06/2023-07-14", Precision::Range, day(2023, 6, 1), day(2023, 7, 14)),
        ("9999", Precision::Year, day(9999, 1, 1), day(9999, 12, 31)),
    ] {
        let date = PartialDate::read(canonical).unwrap();
        assert_eq!(
            (date.precision(), date.earliest(), date.latest()),
            (precision, first, last),
            "{canonical}"
        );
    }
    let [june, late, july] =
        ["2023-06", "2023-06-30", "2023-07"].map(|text| PartialDate::read(text).unwrap());
    assert!(
        june.is_before(july) && !june.is_before(late) && june.may_be_same(late) && !late.may_be_same(july)
    );
}

#[test]
fn reading_is_strict() {
    let not = [
        "",
        " 2023",
        "23",
        "2023-6",
        "2023-02-30",
        "2023-06-28 ",
        "2023-06-28~~",
        "2023~/2024",
        "2023/2022",
        "2023/2023",
        "/2023",
        "2023/",
        "2023-06-28-01",
        "+2023",
        "2023-06-28T00:00",
        "២០២៣",
        "0999",
        "2023/2024/2025",
        "2023-06/2023-06-15",
    ];
    for canonical in not {
        assert!(PartialDate::read(canonical).is_err(), "{canonical}");
    }
}

#[test]
fn words_follow_the_reader() {
    let shown = |canonical: &str, lang| PartialDate::read(canonical).unwrap().display(&Words::new(lang));
    assert_eq!(shown("2023-06-28", Lang::Id), "28 Juni 2023");
    assert_eq!(shown("2023-06~", Lang::En), "about June 2023");
    assert_eq!(shown("2023-06-28", Lang::Km), "28 មិថុនា 2023");
    assert_eq!(shown("2023-06/2023-07", Lang::Id), "Juni 2023 – Juli 2023");
}

/// Any date an officer can mean: the years that are read without a question.
pub(crate) fn any_date() -> impl Strategy<Value = PartialDate> {
    let unit =
        (1850..=2400_i32, 1..=12_u32, 1..=28_u32, 0..3_u8).prop_map(|(year, month, day, how)| match how {
            0 => format!("{year:04}"),
            1 => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        });
    (unit.clone(), unit, 0..3_u8).prop_filter_map("range in the wrong order", |(one, other, how)| {
        let canonical = match how {
            0 => one,
            1 => format!("{one}~"),
            _ => format!("{one}/{other}"),
        };
        PartialDate::read(&canonical).ok()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn canonical_reads_and_parses_back(date in any_date()) {
        prop_assert_eq!(PartialDate::read(&date.to_string()), Ok(date));
        prop_assert_eq!(PartialDate::parse(&date.to_string(), &typing()), Ok(date));
    }

    #[test]
    fn what_is_shown_parses_back(date in any_date()) {
        for words in dictionary::all() {
            let shown = date.display(words);
            prop_assert_eq!(PartialDate::parse(&shown, &typing()), Ok(date), "{}", shown);
        }
    }

    #[test]
    fn sorting_follows_the_first_day(one in any_date(), other in any_date()) {
        if one.earliest() < other.earliest() {
            prop_assert!(one.sort_key() < other.sort_key());
        }
    }

    #[test]
    fn dates_never_panic(typed in "[0-9០-៩ /.~?,–-]{0,24}|.{0,40}|([0-9]{1,4}|Juni|ខែ|s/d|akhir|BE|dan|-| ){0,10}") {
        if let Ok(date) = PartialDate::parse(&typed, &typing()) {
            prop_assert_eq!(PartialDate::read(&date.to_string()), Ok(date));
        }
    }
}
