//! The attacker's list as a table. Owns running every point of `tests/attack` and showing what it printed; refuses to call a
//! point held that did not run.

use std::process::ExitCode;

use crate::run::Stop;
use crate::tools::cargo;

/// Points of the list that are tests elsewhere, each with where.
const ELSEWHERE: &[(&str, &str, &str)] = &[
    ("15", "auto-lock in the real window", "tests/journeys/locking.rs"),
    ("19", "injected script", "tests/journeys/page_is_fenced_in.rs"),
];

/// Runs the list and prints it: point, attempts, held, note. `--full` takes the full counts.
///
/// # Errors
/// The tests do not build.
pub(crate) fn attack(arguments: &[String]) -> Result<ExitCode, Stop> {
    let full = arguments.iter().any(|argument| argument == "--full");
    let run = cargo(&["test", "--quiet", "--locked", "--test", "attack", "--features", "test-kdf"])
        .more(&["--", "--nocapture", "--test-threads=1"].map(str::to_owned))
        .env("PULANG_ATTACK", if full { "full" } else { "short" });
    let mut rows: Vec<Vec<String>> = Vec::new();
    let ended = run.heard(|line| {
        if let Some((_, row)) = line.split_once("ATTACK|") {
            rows.push(row.split('|').map(str::to_owned).collect());
        }
    })?;
    rows.sort_by_key(|row| row.first().and_then(|number| number.parse::<u32>().ok()));
    println!("\n| point | what | attempts | held | note |\n| --- | --- | --- | --- | --- |");
    for row in &rows {
        println!("| {} |", row.join(" | "));
    }
    for (number, what, place) in ELSEWHERE {
        println!("| {number} | {what} | | by its own test | {place} |");
    }
    let held = rows.iter().all(|row| row.get(3).is_some_and(|held| held == "held"));
    Ok(if ended.success() && held && !rows.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
