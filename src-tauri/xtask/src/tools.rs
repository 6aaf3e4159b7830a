//! The tools that are no system packages: Node, Rust's components, cargo-deny, nextest. Owns finding or getting them;
//! refuses to install for the whole machine: what is built for the checks stays under `target/tools`.

use crate::debian;
use crate::place;
use crate::run::{Program, Stop, program};

const NODE: (u32, u32) = (20, 19);
const DENY: &str = "0.20.2";
/// Packs what was built; only a package needs it, so it is no part of the pages.
const PACKER: &str = "@tauri-apps/cli@2.12.5";

/// Makes sure that Node is there and new enough for the pages.
///
/// # Errors
/// It is missing or too old: the text says where to get it.
pub(crate) fn node() -> Result<(), Stop> {
    let version = || program("node", &["--version"]).says();
    if version().is_none() {
        debian::ready(&["nodejs", "npm"])?;
    }
    let found = version().unwrap_or_default();
    if reads_as(&found) >= Some(NODE) && program("npm", &["--version"]).succeeds() {
        return Ok(());
    }
    let found = if found.is_empty() { "none" } else { found.trim() };
    Err(Stop(format!(
        "The pages need Node {}.{} or newer with npm; found {found}.\n\
         Install it from https://nodejs.org/en/download and start again.",
        NODE.0, NODE.1
    )))
}

/// `v20.19.4` as (20, 19).
fn reads_as(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.').map(str::parse::<u32>);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Makes sure that the formatter and the linter are there.
///
/// # Errors
/// They are missing and there is no rustup to add them.
pub(crate) fn rust_components() -> Result<(), Stop> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !cargo(&[tool, "--version"]).succeeds() {
            program("rustup", &["component", "add", component]).run().map_err(|_| {
                Stop(format!("`cargo {tool}` is missing. Type: rustup component add {component}"))
            })?;
        }
    }
    Ok(())
}

/// `cargo deny`, from this machine or built once for this project without optimising: it runs for seconds.
///
/// # Errors
/// It cannot be built.
pub(crate) fn deny() -> Result<Program, Stop> {
    if cargo(&["deny", "--version"]).succeeds() {
        return Ok(cargo(&["deny"]));
    }
    let tools = place::target().join("tools");
    let built = tools.join("bin").join("cargo-deny");
    if !built.exists() {
        let (root, work) = (tools.display().to_string(), tools.join("work").display().to_string());
        cargo(&[
            "install",
            "--quiet",
            "--locked",
            "--debug",
            "--version",
            DENY,
            "--root",
            &root,
            "cargo-deny",
        ])
        .env("CARGO_TARGET_DIR", &work)
        .run()?;
        // Only the program is wanted; a leftover is in nobody's way.
        let _left = std::fs::remove_dir_all(&work);
    }
    Ok(program::<&str>(&built.display().to_string(), &[]))
}

/// Tauri's packer, got once for this project by npm.
///
/// # Errors
/// npm cannot get it.
pub(crate) fn packer() -> Result<Program, Stop> {
    let folder = std::path::absolute(place::target().join("tools/tauri"))?;
    let packer = folder.join("node_modules/.bin/tauri");
    if !packer.exists() {
        std::fs::create_dir_all(&folder)?;
        let into = folder.display().to_string();
        let words = ["install", "--prefix", &into, "--ignore-scripts", "--no-audit", "--no-fund", PACKER];
        program("npm", &words).run()?;
    }
    Ok(program::<&str>(&packer.display().to_string(), &[]))
}

/// True when nextest can run the tests.
pub(crate) fn has_nextest() -> bool {
    cargo(&["nextest", "--version"]).succeeds()
}

/// `cargo`, the one that runs this task.
pub(crate) fn cargo(arguments: &[&str]) -> Program {
    program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_of_node_reads_as_two_numbers() {
        assert_eq!(reads_as("v20.19.4\n"), Some((20, 19)));
        assert_eq!(reads_as("v9"), None);
        assert_eq!(reads_as(""), None);
        assert!(reads_as("v18.20.4") < Some(NODE));
        assert!(reads_as("v22.0.0") > Some(NODE));
    }
}
