//! Search, statistics, lists and duplicates over invented people, as figures from one run:
//! `PULANG_PEOPLE=100000 cargo bench -p desk`. It prints and judges nothing.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    missing_docs
)]

use desk::{
    Desk, House, Kdf, Lang, NewDesk, Tools,
    views::{NewVault, RosterTarget, StatsInput},
};
use register::yardstick::Yardstick;
use std::{
    fmt::Write,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use uuid::Uuid;

fn tools() -> Tools {
    let count = AtomicU64::new(1);
    let next = Arc::new(move || u128::from(count.fetch_add(1, Ordering::Relaxed)));
    let ids = Arc::clone(&next);
    Tools {
        now: Box::new(|| "2026-11-24T02:00:00Z".parse().unwrap()),
        id: Box::new(move || Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 | ids())),
        seed: Box::new(move || (next() | 1 << 127).to_be_bytes()),
        draw: Box::new(desk::drawing::draw),
    }
}

fn begin(folder: &Path) -> Desk {
    let input = NewVault {
        officer: "Rukmini Sastrawijaya".to_owned(),
        office: "PNH".to_owned(),
        passphrase: Some("gravel tuba olive mitten seesaw quarry".to_owned()),
        joins: false,
    };
    let given = (Arc::new(House::open().unwrap()), Arc::new(tools()));
    let (vault, config) = (folder.join("vault"), folder.join("config"));
    let (new, started) = NewDesk::begin(given, (&vault, &config), &input, Kdf::QUICK, Lang::En).unwrap();
    new.finish(&started.recovery_key).unwrap()
}

fn timed<T>(deed: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = deed();
    (done, start.elapsed())
}

fn spread(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at =
        |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    (at(50), at(95))
}

/// What an officer has typed so far, letter by letter from the third on.
fn typing(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    (3..=letters.len()).map(|to| letters[..to].iter().collect()).collect()
}

/// The name with a letter near its end replaced.
fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = letters.len() - 2;
    letters[at] = if letters[at] == 'u' { 'o' } else { 'u' };
    letters.into_iter().collect()
}

fn search(desk: &Desk, yardstick: &Yardstick, what: &str, asked: &[String]) {
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for text in asked {
        ours.push(timed(|| desk.search(text, 20).unwrap()).1);
        bare.push(timed(|| yardstick.ask(text, 20).unwrap()).1);
    }
    let ((a50, a95), (b50, b95)) = (spread(ours), spread(bare));
    println!(
        "search, {what}: {} asked; p50 {a50:.2} ms, p95 {a95:.2} ms; FTS5 {b50:.2} / {b95:.2} ms; ratio of p95 {:.2}",
        asked.len(),
        a95 / b95
    );
}

fn statistics(desk: &Desk, what: &str, from: &str, to: &str, by: &[&str]) {
    let by = by.iter().map(|one| (*one).to_owned()).collect();
    let input = StatsInput { from: from.into(), to: to.into(), by, ..StatsInput::default() };
    let times: Vec<Duration> = (0..7).map(|_| timed(|| desk.statistics(&input).unwrap()).1).collect();
    let view = desk.statistics(&input).unwrap();
    let (p50, p95) = spread(times);
    println!("statistics, {what}: {:?} people; p50 {p50:.0} ms, worst {p95:.0} ms", view.table.total);
}

fn main() {
    let people: u32 = std::env::var("PULANG_PEOPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let folder = tempfile::tempdir().unwrap();
    let mut desk = begin(folder.path());
    let ((), made) = timed(|| desk.generate(people, 1).unwrap());
    let size = std::fs::metadata(folder.path().join("vault/register.db")).unwrap().len();
    println!("{people} people made in {:.1} s, {} MB", made.as_secs_f64(), size / 1_000_000);
    let names = desk.everybodys_names().unwrap();
    let yardstick = Yardstick::of(&folder.path().join("fts.db"), names.iter().map(String::as_str)).unwrap();
    let some: Vec<&String> = names.iter().step_by((names.len() / 120).max(1)).collect();
    let whole: Vec<String> = some.iter().map(|name| (*name).clone()).collect();
    search(&desk, &yardstick, "while typing", &some.iter().flat_map(|name| typing(name)).collect::<Vec<_>>());
    search(&desk, &yardstick, "whole names", &whole);
    search(&desk, &yardstick, "with a slip", &some.iter().map(|name| slipped(name)).collect::<Vec<_>>());
    let found = |asked: &dyn Fn(&str) -> String| {
        let hit = |name: &&&String| {
            desk.search(&asked(name), 20).unwrap().iter().any(|hit| hit.record.title == ***name)
        };
        some.iter().filter(hit).count()
    };
    println!(
        "found among 20: {} of {} as written, {} with a slip",
        found(&str::to_owned),
        some.len(),
        found(&slipped)
    );
    statistics(&desk, "a year, by nothing", "2023-01-01", "2023-12-31", &[]);
    statistics(&desk, "a year, by province and sex", "2023-01-01", "2023-12-31", &["province", "sex"]);
    statistics(&desk, "everything, by province and sex", "2000-01-01", "2026-12-31", &["province", "sex"]);
    statistics(&desk, "everything, by company", "2000-01-01", "2026-12-31", &["company"]);
    roster(&mut desk, &names);
    let (pairs, took) = timed(|| desk.duplicates(None).unwrap());
    println!(
        "duplicates among everybody: {} suggested of strangers, {:.1} s",
        pairs.len(),
        took.as_secs_f64()
    );
}

fn roster(desk: &mut Desk, names: &[String]) {
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
        new_rescue: vec![desk::views::FieldInput {
            field: "name".into(),
            text: "Night".into(),
            reading: None,
        }],
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
