//! `cargo xtask pictures`: every screen drawn for review, in light and dark and in three languages, by `ui/tests/pictures`.
//! Owns getting what draws them; refuses to be a check: on another machine letters are smoothed in another way.

use std::process::ExitCode;

use crate::run::Stop;
use crate::{debian, pages, tools};

/// Draws the screens that are named, or all of them, and keeps them under `tests/pictures`; with `--compare` it names those
/// that differ from what is kept, and fails when there are some.
///
/// # Errors
/// Chromium or Node cannot be had.
pub(crate) fn pictures(arguments: &[String]) -> Result<ExitCode, Stop> {
    debian::ready(&["chromium"])?;
    tools::node()?;
    pages::install()?;
    let drawn = pages::npm(&["run", "--silent", "pictures", "--"]).more(arguments).status()?;
    Ok(if drawn.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
