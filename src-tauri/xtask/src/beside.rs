//! The two workspaces beside the main one: the fuzzer's targets and the bench of laptops. Owns checking that they still build,
//! with the versions that their lock files name: nothing else looks at them from one month to the next.

use std::path::PathBuf;

use crate::run::{Program, Stop};
use crate::tools::cargo;

/// The fuzzer's targets.
pub(crate) const FUZZ: &str = "tests/fuzz";
/// The bench of laptops.
pub(crate) const LAPTOPS: &str = "tests/bench/laptops";

/// What cargo says when a lock file lacks what a manifest asks for.
const STALE: &str = "--locked was passed";

/// Checks both, without linking anything. Each is tried, also when the other does not build.
///
/// # Errors
/// One does not build, or its lock file is out of date: the text says which, and what to type.
pub(crate) fn check() -> Result<(), Stop> {
    let home = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = std::path::absolute(home.join("beside"))?.display().to_string();
    let tried = [FUZZ, LAPTOPS]
        .map(|folder| built(folder, cargo(&["check", "--locked"]).env("CARGO_TARGET_DIR", &home)).err());
    let wrong: Vec<String> = tried.into_iter().flatten().map(|stop| stop.to_string()).collect();
    if wrong.is_empty() { Ok(()) } else { Err(Stop(wrong.join("\n"))) }
}

/// Builds in one of them.
///
/// # Errors
/// As [`check`].
pub(crate) fn built(folder: &str, build: Program) -> Result<(), Stop> {
    let mut stale = false;
    let ended = build.folder(folder).heard(|line| stale |= line.contains(STALE))?;
    match (ended.success(), stale) {
        (true, _) => Ok(()),
        (false, true) => Err(Stop(format!(
            "{folder}/Cargo.lock is out of date: a room of ours has got a dependency since. Type, then commit it:\n  \
             cargo update --workspace --manifest-path {folder}/Cargo.toml"
        ))),
        (false, false) => Err(Stop(format!("{folder} does not build"))),
    }
}
