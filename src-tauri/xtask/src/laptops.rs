//! `cargo xtask laptops`: what exchange costs, against a bare insert and against Automerge on the same edits. Owns where it is
//! built; the figures are printed, and judged by whoever reads them.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::beside;
use crate::run::{Stop, program};
use crate::tools::cargo;

/// `--edits N`, else 100,000. A million takes some minutes.
///
/// # Errors
/// It does not build, or a run fails.
pub(crate) fn laptops(arguments: &[String]) -> Result<ExitCode, Stop> {
    let edits = match arguments {
        [] => "100000",
        [flag, number] if flag == "--edits" => number,
        _ => return Ok(ExitCode::from(2)),
    };
    let home = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = std::path::absolute(home.join("laptops"))?;
    let folder = home.display().to_string();
    let build = ["build", "--release", "--locked"];
    beside::built(beside::LAPTOPS, cargo(&build).env("CARGO_TARGET_DIR", &folder))?;
    program(&home.join("release/laptops").display().to_string(), &[edits]).run()?;
    Ok(ExitCode::SUCCESS)
}
