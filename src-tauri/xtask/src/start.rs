//! `cargo start`: from a new machine to the window. Owns the order; the same work goes without a display.

use std::process::ExitCode;

use crate::run::{Stop, program};
use crate::{debian, headless, pages, place, tools};

/// Sets everything up, builds, and starts Pulang: the window, or with arguments the command line.
///
/// # Errors
/// A step failed; the text says which and what to type.
pub(crate) fn start(arguments: &[String]) -> Result<ExitCode, Stop> {
    prepare()?;
    tools::cargo(&["build", "--locked", "--bin", "pulang"]).run()?;
    let pulang = place::target().join("debug").join("pulang").display().to_string();
    if arguments.is_empty() && !has_display() {
        return headless::sample_case(&pulang).map(|()| ExitCode::SUCCESS);
    }
    let status = program(&pulang, arguments).status()?;
    let code = status.code().and_then(|code| u8::try_from(code).ok());
    Ok(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Opens the window with pages that reload while they are edited.
///
/// # Errors
/// A step failed; the text says which and what to type.
pub(crate) fn develop() -> Result<(), Stop> {
    prepare()?;
    let _server = program("node", &["node_modules/vite/bin/vite.js", "--port", "1420", "--strictPort"])
        .folder("ui")
        .meanwhile()?;
    tools::cargo(&["run", "--locked", "--no-default-features", "--bin", "pulang"])
        .env("TAURI_CONFIG", r#"{"build":{"devUrl":"http://localhost:1420"}}"#)
        .run()
}

fn prepare() -> Result<(), Stop> {
    debian::ready(debian::BUILD)?;
    tools::node()?;
    pages::build()
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
