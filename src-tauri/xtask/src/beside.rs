//! The two workspaces beside the main one: the fuzzer's targets and the bench of laptops. Owns checking that they still build,
//! with the versions that their lock files name: nothing else looks at them from one month to the next.

use std::path::PathBuf;

use crate::run::Stop;
use crate::tools::cargo;

/// Checks both, without linking anything.
///
/// # Errors
/// One does not build, or its lock file is out of date.
pub(crate) fn check() -> Result<(), Stop> {
    let home = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = std::path::absolute(home.join("beside"))?.display().to_string();
    for folder in ["tests/fuzz", "tests/bench/laptops"] {
        cargo(&["check", "--locked"]).folder(folder).env("CARGO_TARGET_DIR", &home).run()?;
    }
    Ok(())
}
