//! What the program is made of, and the package that leaves this project. Owns both lists being made from what was built;
//! refuses a package that was not looked into.

use std::fs;
use std::path::PathBuf;

use crate::pages;
use crate::place;
use crate::run::{Stop, program};
use crate::tools::{self, cargo};

/// Writes every crate of the program with version, licence and source, one to a line, to `target/sbom.tsv`.
///
/// # Errors
/// cargo cannot resolve the tree, or the disk refuses.
pub(crate) fn sbom() -> Result<(), Stop> {
    let words = ["tree", "--locked", "--package", "pulang", "--edges", "normal", "--prefix", "none"];
    let tree = cargo(&[&words[..], &["--format", "{p}\t{l}\t{r}"]].concat()).says();
    let tree = tree.ok_or_else(|| Stop("cargo cannot resolve the tree".into()))?;
    let mut lines: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    lines.sort_unstable();
    lines.dedup();
    let file = place::target().join("sbom.tsv");
    fs::write(&file, format!("component\tlicence\tsource\n{}\n", lines.join("\n")))?;
    println!("{} components in {}", lines.len(), file.display());
    Ok(())
}

/// Builds the `.deb` and looks into it: the program is there, nothing of a test build is, and what it needs is named.
///
/// # Errors
/// A step fails; the text says which.
pub(crate) fn package() -> Result<(), Stop> {
    tools::node()?;
    pages::build()?;
    let words = ["build", "--bundles", "deb", "--", "--locked"];
    tools::packer()?.more(&words.map(str::to_owned)).run()?;
    let folder = place::target().join("release/bundle/deb");
    let made: Option<PathBuf> = fs::read_dir(&folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "deb"))
        .max();
    let made = made.ok_or_else(|| Stop("no package was made".into()))?.display().to_string();
    let listed = program("dpkg-deb", &["--contents", &made]).says().unwrap_or_default();
    let fields = program("dpkg-deb", &["--field", &made, "Depends"]).says().unwrap_or_default();
    if !listed.contains("./usr/bin/pulang") || !fields.contains("libssl3") {
        return Err(Stop(format!("{made} lacks the program or what it needs")));
    }
    println!("{made}\nneeds: {}", fields.trim());
    Ok(())
}
