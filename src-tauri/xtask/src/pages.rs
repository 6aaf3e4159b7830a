//! The window's pages: their packages and their build. Owns when either is stale; refuses to run what nobody changed.

use std::path::Path;

use crate::place;
use crate::run::{Program, Stop, program};

const BUILT: &str = "ui/dist/index.html";

/// `npm`, to be run where the pages live.
pub(crate) fn npm(arguments: &[&str]) -> Program {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" }, arguments).folder("ui").env("NO_COLOR", "1")
}

/// Installs exactly the packages of the lock file, when it changed since the last time. Packages run no scripts.
///
/// # Errors
/// npm fails.
pub(crate) fn install() -> Result<(), Stop> {
    let installed = place::written("ui/node_modules/.package-lock.json");
    if installed.is_some() && installed >= place::written("ui/package-lock.json") {
        return Ok(());
    }
    npm(&["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).run()
}

/// Builds the pages when anything that goes into them changed since the last time.
///
/// # Errors
/// npm fails.
pub(crate) fn build() -> Result<(), Stop> {
    install()?;
    let sources = place::newest(Path::new("ui")).max(place::newest(Path::new("assets")));
    let built = place::written(BUILT);
    if built.is_some() && built >= sources {
        return Ok(());
    }
    npm(&["run", "build"]).run()
}
