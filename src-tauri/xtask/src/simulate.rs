//! `cargo xtask simulate`: invented laptops that meet by files, many more runs than a check makes. Owns how many, or which one;
//! a run with the same seed is the same run.

use crate::run::Stop;
use crate::tools::cargo;

/// `--seeds N` runs the seeds from 0 to N, `--seed N` that one alone.
///
/// # Errors
/// A run went wrong, or nothing says which runs are meant.
pub(crate) fn simulate(rest: &[String]) -> Result<bool, Stop> {
    let (name, number) = match rest {
        [flag, number] if flag == "--seeds" => ("PULANG_SEEDS", number),
        [flag, number] if flag == "--seed" => ("PULANG_SEED", number),
        _ => return Ok(false),
    };
    let test = ["test", "--release", "-p", "journal", "nothing_is_hidden", "--", "--nocapture"];
    cargo(&test).env(name, number).run()?;
    Ok(true)
}
