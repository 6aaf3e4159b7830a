//! Search, beside the bare search of FTS5 on the same names.

use crate::{spread, timed};
use desk::Desk;
use register::yardstick::Yardstick;
use std::time::Duration;

/// What an officer has typed so far, letter by letter from the `first` on.
fn typing(name: &str, first: usize) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    (first..=letters.len()).map(|to| letters[..to].iter().collect()).collect()
}

/// The name with a letter near its end replaced.
fn slipped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = letters.len() - 2;
    letters[at] = if letters[at] == 'u' { 'o' } else { 'u' };
    letters.into_iter().collect()
}

/// Each question is asked in several rounds and its best time counts: a machine that does something else in between says
/// nothing about the search. A round goes through all of them, so that none finds its own pages warm.
const ROUNDS: usize = 5;

fn ask(desk: &Desk, yardstick: &Yardstick, what: &str, asked: &[String]) {
    let mut ours = vec![Duration::MAX; asked.len()];
    let mut bare = ours.clone();
    for _ in 0..ROUNDS {
        for (at, text) in asked.iter().enumerate() {
            ours[at] = ours[at].min(timed(|| desk.search(text, 20).unwrap()).1);
            bare[at] = bare[at].min(timed(|| yardstick.ask(text, 20).unwrap()).1);
        }
    }
    if std::env::var_os("PULANG_SLOWEST").is_some() {
        let mut slow: Vec<_> = ours.iter().zip(&bare).zip(asked).collect();
        slow.sort_by(|a, b| b.cmp(a));
        for ((ours, bare), text) in slow.into_iter().step_by(asked.len() / 100 + 1).take(12) {
            println!("  {ours:.2?} {bare:.2?} {text}");
        }
    }
    let ((a50, a95), (b50, b95)) = (spread(ours), spread(bare));
    println!(
        "search, {what}: {} asked; p50 {a50:.2} ms, p95 {a95:.2} ms; FTS5 {b50:.2} / {b95:.2} ms; ratio of p95 {:.2}",
        asked.len(),
        a95 / b95
    );
}

/// A name in every so many, typed in full, in part, and wrongly.
pub(crate) fn search(desk: &Desk, yardstick: &Yardstick, names: &[String]) {
    let some: Vec<&String> = names.iter().step_by((names.len() / 120).max(1)).collect();
    let whole: Vec<String> = some.iter().map(|name| (*name).clone()).collect();
    let begun = |first| some.iter().flat_map(|name| typing(name, first)).collect::<Vec<_>>();
    ask(desk, yardstick, "while typing", &begun(3));
    ask(desk, yardstick, "while typing, the first letters too", &begun(1));
    ask(desk, yardstick, "whole names", &whole);
    ask(desk, yardstick, "with a slip", &some.iter().map(|name| slipped(name)).collect::<Vec<_>>());
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
}
