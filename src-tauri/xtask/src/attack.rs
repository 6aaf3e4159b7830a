//! The attacker's list as a table. Owns running every point, in `tests/attack` and among the tests of exchange, and showing what
//! each printed; refuses to call a list held of which a point did not run.

use std::collections::BTreeSet;
use std::process::ExitCode;

use crate::run::Stop;
use crate::tools::cargo;

/// The points of the list. Another row is one of the bundles' own.
const POINTS: std::ops::RangeInclusive<u32> = 1..=21;

/// Where the points are: a part of the test command each.
const PLACES: &[(&[&str], &[&str])] = &[(&["--test", "attack"], &[]), (&["--lib"], &["siege::"])];

/// Runs the list and prints it: point, attempts, held, note. `--full` takes the full counts.
///
/// # Errors
/// The tests do not build.
pub(crate) fn attack(arguments: &[String]) -> Result<ExitCode, Stop> {
    let full = arguments.iter().any(|argument| argument == "--full");
    let (mut rows, mut ended_well): (Vec<Vec<String>>, _) = (Vec::new(), true);
    for (which, filter) in PLACES {
        // Features as in `cargo verify`, so that nothing is built twice.
        let common =
            ["test", "--quiet", "--locked", "--workspace", "--no-fail-fast", "--features", "test-kdf"];
        let ended = cargo(&[&common[..], which].concat())
            .more(&["--"].map(str::to_owned))
            .more(&filter.iter().map(|&part| part.to_owned()).collect::<Vec<_>>())
            .more(&["--nocapture", "--test-threads=1"].map(str::to_owned))
            .env("PULANG_ATTACK", if full { "full" } else { "short" })
            .heard(|line| rows.extend(row(line)))?;
        ended_well &= ended.success();
    }
    rows.sort_by_key(|row| number(row).unwrap_or(u32::MAX));
    println!("\n| point | what | attempts | held | note |\n| --- | --- | ---: | --- | --- |");
    for row in &rows {
        println!("| {} |", row.join(" | "));
    }
    let there: BTreeSet<u32> = rows.iter().filter_map(|row| number(row)).collect();
    let missing: Vec<String> =
        POINTS.filter(|point| !there.contains(point)).map(|point| point.to_string()).collect();
    if !missing.is_empty() {
        println!("\nNothing was heard of: {}", missing.join(", "));
    }
    let held = rows.iter().all(|row| row.get(3).is_some_and(|held| held == "held"));
    Ok(if ended_well && held && missing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What a point printed of itself: `… ATTACK|2|kill -9|400|held|sabotage noticed`.
fn row(line: &str) -> Option<Vec<String>> {
    let (_, row) = line.split_once("ATTACK|")?;
    Some(row.split('|').map(str::to_owned).collect())
}

fn number(row: &[String]) -> Option<u32> {
    row.first()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{number, row};

    #[test]
    fn a_point_is_heard_behind_whatever_stands_before_it() {
        let heard = row("test files::p03 ... ATTACK|3|damaged WAL|40|held|sabotage noticed").unwrap();
        assert_eq!((number(&heard), heard.len()), (Some(3), 5));
        assert_eq!(number(&row("ATTACK|exchange|flips|400|held|").unwrap()), None);
        assert_eq!(row("test result: ok. 24 passed"), None);
    }
}
