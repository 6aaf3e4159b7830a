//! `cargo xtask journeys` and `cargo xtask window`: the journeys many times over, and the bench among them. Owns the count: a
//! journey that fails once in ten is a bug, and is named.

use std::collections::BTreeMap;
use std::process::ExitCode;

use crate::run::{Program, Stop};
use crate::tally::{self, Tally};
use crate::tools::cargo;
use crate::{debian, pages, tools};

/// `[--rounds N] [FILTER]`: every journey, or those that the filter names, N times in a row.
///
/// # Errors
/// The machine could not be set up.
pub(crate) fn journeys(arguments: &[String]) -> Result<ExitCode, Stop> {
    let (rounds, filter) = match arguments {
        [flag, number, filter @ ..] if flag == "--rounds" => (number.parse().ok(), filter),
        filter => (Some(10), filter),
    };
    let Some(rounds) = rounds.filter(|rounds: &u32| *rounds > 0) else { return Ok(ExitCode::from(2)) };
    ready()?;
    let mut failures: BTreeMap<String, u32> = BTreeMap::new();
    let mut whole = 0;
    for round in 1..=rounds {
        let mut counted = Tally::default();
        let ended = journey().more(filter).heard(|line| {
            if let Some(found) = tally::cargo_test(line) {
                counted += found;
            }
            if let Some(name) = line.strip_prefix("test ").and_then(|rest| rest.strip_suffix(" ... FAILED")) {
                *failures.entry(name.to_owned()).or_default() += 1;
            }
        })?;
        let held = ended.success() && counted.passed > 0;
        whole += u32::from(held);
        println!(
            "round {round} of {rounds}: {} passed, {} failed; {whole} whole",
            counted.passed, counted.failed
        );
    }
    for (name, times) in &failures {
        println!("failed {times} times: {name}");
    }
    println!("{whole} of {rounds} rounds passed");
    Ok(if whole == rounds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `[--people N]`: the window's bench, as a table.
///
/// # Errors
/// The machine could not be set up.
pub(crate) fn window(arguments: &[String]) -> Result<ExitCode, Stop> {
    let people = match arguments {
        [] => "100000",
        [flag, number] if flag == "--people" => number,
        _ => return Ok(ExitCode::from(2)),
    };
    ready()?;
    let bench = ["at_speed", "--ignored", "--nocapture"].map(str::to_owned);
    let mut rows = Vec::new();
    let ended = journey().more(&bench).env("PULANG_PEOPLE", people).heard(|line| {
        if let Some((_, row)) = line.split_once("WINDOW|") {
            rows.push(row.replace('|', " | "));
        }
    })?;
    println!("\n| what | times | median | p95 |\n| --- | --- | --- | --- |");
    for row in &rows {
        println!("| {row} |");
    }
    Ok(if ended.success() && !rows.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn ready() -> Result<(), Stop> {
    debian::ready(debian::BUILD)?;
    debian::ready(debian::TEST)?;
    tools::node()?;
    pages::build()
}

/// The journeys, chosen as the checks choose them, so that nothing is built twice.
fn journey() -> Program {
    let words = ["test", "--workspace", "--locked", "--features", "test-kdf", "--test", "journeys", "--"];
    cargo(&words).env("CARGO_TERM_COLOR", "never")
}
