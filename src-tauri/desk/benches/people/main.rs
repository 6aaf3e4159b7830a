//! What the app does most, over invented people, as figures from one run: `PULANG_PEOPLE=100000 cargo bench -p desk`. It
//! prints and judges nothing. Words after `--` choose parts (`search statistics roster duplicates pages rescue`), and
//! `PULANG_FOLDER` keeps the vault there, so that the next run opens it as an officer does instead of making it anew.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    missing_docs
)]

mod counting;
mod finding;
mod pages;

use desk::{Desk, House, Kdf, Lang, NewDesk, Phase, Tools, views::NewVault};
use register::yardstick::Yardstick;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use uuid::Uuid;

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

/// Ids count up from the second at which the run began, so that a vault that is opened again is never given one twice.
fn tools() -> Tools {
    let began = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
    let count = AtomicU64::new(began << 24);
    let next = Arc::new(move || u128::from(count.fetch_add(1, Ordering::Relaxed)));
    let ids = Arc::clone(&next);
    Tools {
        now: Box::new(|| "2026-11-24T02:00:00Z".parse().unwrap()),
        id: Box::new(move || Uuid::from_u128(0x0193_0000_0000_7000_8000_0000_0000_0000 | ids())),
        seed: Box::new(move || (next() | 1 << 127).to_be_bytes()),
        draw: Box::new(desk::drawing::draw),
        heard: Box::new(|_| true),
    }
}

fn begin(folder: &Path, people: u32) -> Desk {
    let input = NewVault {
        officer: "Rukmini Sastrawijaya".to_owned(),
        office: "PNH".to_owned(),
        passphrase: Some(PASSPHRASE.to_owned()),
        joins: false,
    };
    let given = (Arc::new(House::open().unwrap()), Arc::new(tools()));
    let (vault, config) = (folder.join("vault"), folder.join("config"));
    if matches!(desk::look(&vault), Phase::Locked) {
        let (desk, took) = timed(|| Desk::unlock(given, (&vault, &config), None, PASSPHRASE).unwrap());
        println!("opened in {:.2} s, the quick key derivation", took.as_secs_f64());
        return desk;
    }
    let (new, started) = NewDesk::begin(given, (&vault, &config), &input, Kdf::QUICK, Lang::En).unwrap();
    let mut desk = new.finish(&started.recovery_key).unwrap();
    let ((), made) = timed(|| desk.generate(people, 1).unwrap());
    let size = std::fs::metadata(folder.join("vault/register.db")).unwrap().len();
    println!("{people} people made in {:.1} s, {} MB", made.as_secs_f64(), size / 1_000_000);
    desk
}

pub(crate) fn timed<T>(deed: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = deed();
    (done, start.elapsed())
}

/// The middle and the 95th of a hundred, in milliseconds.
pub(crate) fn spread(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let at =
        |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)].as_secs_f64() * 1000.0;
    (at(50), at(95))
}

/// What the process holds now and held at most, in MB, where the system says so.
fn memory(when: &str) {
    let Ok(status) = std::fs::read_to_string("/proc/self/status") else { return };
    let read = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<u64>().ok()
    };
    if let (Some(now), Some(most)) = (read("VmRSS:"), read("VmHWM:")) {
        println!("memory {when}: {} MB, at most {} MB", now / 1024, most / 1024);
    }
}

fn main() {
    let asked: BTreeSet<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let part = |name: &str| asked.is_empty() || asked.contains(name);
    let people: u32 = std::env::var("PULANG_PEOPLE").ok().and_then(|n| n.parse().ok()).unwrap_or(10_000);
    let passing = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("PULANG_FOLDER").map_or_else(|| passing.path().to_owned(), PathBuf::from);
    let mut desk = begin(&folder, people);
    memory("opened");
    if part("pages") {
        pages::pages(&desk);
        memory("after the pages");
    }
    if part("rescue") {
        pages::rescue(&mut desk);
    }
    if part("search") || part("roster") {
        let names = desk.everybodys_names().unwrap();
        if part("search") {
            let bare = passing.path().join("fts.db");
            let yardstick = Yardstick::of(&bare, names.iter().map(String::as_str)).unwrap();
            finding::search(&desk, &yardstick, &names);
            memory("after the searches");
        }
        if part("roster") {
            counting::roster(&mut desk, &names);
        }
    }
    if part("statistics") {
        counting::figures(&desk);
        memory("after the statistics");
    }
    if part("duplicates") {
        let (pairs, took) = timed(|| desk.duplicates(None).unwrap());
        println!(
            "duplicates among everybody: {} suggested of strangers, {:.1} s",
            pairs.len(),
            took.as_secs_f64()
        );
    }
}
