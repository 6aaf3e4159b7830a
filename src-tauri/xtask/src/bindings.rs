//! The window's types, generated from `desk`. Owns comparing and taking them over; refuses to change them by hand.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::run::Stop;
use crate::tools;

/// Where the tests of `desk` write them; `.cargo/config.toml` says the same.
const WRITTEN: &str = "target/bindings";
const TAKEN: &str = "ui/src/backend/bindings";

/// Forgets what an earlier run wrote, so that a type that is gone is missed.
///
/// # Errors
/// The disk refuses.
pub(crate) fn forget() -> Result<(), Stop> {
    if Path::new(WRITTEN).exists() {
        fs::remove_dir_all(WRITTEN)?;
    }
    Ok(())
}

/// Writes the types anew and puts them where the window reads them.
///
/// # Errors
/// `desk` does not build, or the disk refuses.
pub(crate) fn take_over() -> Result<(), Stop> {
    forget()?;
    tools::cargo(&["test", "--quiet", "--locked", "--package", "desk", "--lib", "export_bindings"]).run()?;
    let written = files(Path::new(WRITTEN))?;
    if Path::new(TAKEN).exists() {
        fs::remove_dir_all(TAKEN)?;
    }
    for (name, text) in &written {
        let file = Path::new(TAKEN).join(name);
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, text)?;
    }
    println!("{} types are in {TAKEN}", written.len());
    Ok(())
}

/// Compares what the tests wrote with what the window uses.
///
/// # Errors
/// A type differs, is missing or is left over.
pub(crate) fn compare() -> Result<(), Stop> {
    let (written, taken) = (files(Path::new(WRITTEN))?, files(Path::new(TAKEN))?);
    let stale: Vec<&str> = written
        .keys()
        .chain(taken.keys().filter(|name| !written.contains_key(*name)))
        .filter(|name| written.get(*name) != taken.get(*name))
        .map(String::as_str)
        .collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Stop(format!("stale types in {TAKEN}: {}. Type: cargo xtask bindings", stale.join(", "))))
}

/// Every file under a folder by its path there; none when there is no such folder.
fn files(folder: &Path) -> Result<BTreeMap<String, String>, Stop> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else { continue };
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(name) = path.strip_prefix(folder) {
                found.insert(name.display().to_string(), fs::read_to_string(&path)?);
            }
        }
    }
    Ok(found)
}
