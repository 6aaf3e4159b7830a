//! Statistics, and a list of five hundred people taken in.

use crate::{spread, timed};
use desk::{
    Desk,
    views::{FieldInput, RosterTarget, StatsInput},
};
use std::{fmt::Write, time::Duration};

/// A year and all years, by nothing, by what a person is, and by what became of them.
pub(crate) fn figures(desk: &Desk) {
    statistics(desk, "a year, by nothing", "2023-01-01", "2023-12-31", &[]);
    statistics(desk, "a year, by province and sex", "2023-01-01", "2023-12-31", &["province", "sex"]);
    statistics(desk, "everything, by province and sex", "2000-01-01", "2026-12-31", &["province", "sex"]);
    statistics(desk, "everything, by company", "2000-01-01", "2026-12-31", &["company"]);
}

fn statistics(desk: &Desk, what: &str, from: &str, to: &str, by: &[&str]) {
    let by = by.iter().map(|one| (*one).to_owned()).collect();
    let input = StatsInput { from: from.into(), to: to.into(), by, ..StatsInput::default() };
    let times: Vec<Duration> = (0..7).map(|_| timed(|| desk.statistics(&input).unwrap()).1).collect();
    let view = desk.statistics(&input).unwrap();
    let (p50, p95) = spread(times);
    println!("statistics, {what}: {:?} people; p50 {p50:.0} ms, worst {p95:.0} ms", view.table.total);
}

/// A list of which many names are on record already.
pub(crate) fn roster(desk: &mut Desk, names: &[String]) {
    let mut list = String::from("Nama,Tgl Lahir,No Paspor\n");
    for row in 0..500 {
        let name = &names[row * 7919 % names.len()];
        writeln!(list, "{name},{:02}/{:02}/{},Z{:07}", row % 28 + 1, row % 12 + 1, 1975 + row % 30, row)
            .unwrap();
    }
    let (preview, read) = timed(|| desk.open_roster(list.as_bytes(), "list.csv").unwrap());
    let (found, looked) = timed(|| desk.roster_duplicates().unwrap());
    let target = RosterTarget {
        rescue: None,
        new_rescue: vec![FieldInput { field: "name".into(), text: "Night".into(), reading: None }],
        deed: "01930000-0000-7000-9000-000000000001".to_owned(),
    };
    let (taken, took) = timed(|| desk.take_roster(&target).unwrap());
    println!(
        "list of {} rows: read and checked {:.2} s (checked again {:.2} s, {} suggested), taken in {:.2} s, together {:.2} s",
        preview.rows.len(),
        read.as_secs_f64(),
        looked.as_secs_f64(),
        found.len(),
        took.as_secs_f64(),
        (read + took).as_secs_f64()
    );
    assert_eq!(taken.people, 500);
}
