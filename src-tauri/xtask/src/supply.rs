//! What the program is made of, and the package that leaves this project. Owns both lists being made from what was built;
//! refuses a package that was not looked into.

use std::fs;
use std::path::{Path, PathBuf};

use crate::run::{Stop, program};
use crate::tools::{self, cargo};
use crate::{clean, debian, notices, pages, place, update};

/// Whose updates a program takes that was built for nobody else.
const KEPT: &str = "assets/update/publisher.key";
/// Where a package has its papers.
const DOC: &str = "/usr/share/doc/pulang";
/// What every package must hold: the program, and the licences of what is inside it.
const HELD: &[&str] = &[
    " usr/bin/pulang",
    "/pulang/copyright",
    "/pulang/components.tsv",
    "/pulang/notices.txt",
    "/pulang/fonts/OFL-noto-sans.txt",
    "/pulang/fonts/OFL-noto-sans-sc.txt",
];

/// Writes every crate of the program with version, licence and source, one to a line, to `target/sbom.tsv`, and the notices
/// that their licences ask for to `target/notices.txt`. Returns the two files.
///
/// # Errors
/// cargo cannot resolve the tree, or the disk refuses.
pub(crate) fn sbom() -> Result<[PathBuf; 2], Stop> {
    let words = ["tree", "--locked", "--package", "pulang", "--edges", "normal", "--prefix", "none"];
    let tree = cargo(&[&words[..], &["--format", "{p}\t{l}\t{r}"]].concat()).says();
    let tree = tree.ok_or_else(|| Stop("cargo cannot resolve the tree".into()))?;
    let mut lines: Vec<&str> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    lines.sort_unstable();
    lines.dedup();
    let file = place::target().join("sbom.tsv");
    fs::create_dir_all(place::target())?;
    // Where this was built is nobody's business.
    let here = std::env::current_dir()?.display().to_string();
    let whole = format!("component\tlicence\tsource\n{}\n", lines.join("\n")).replace(&here, "");
    fs::write(&file, whole)?;
    println!("{} components in {}", lines.len(), file.display());
    Ok([std::path::absolute(file)?, notices::write(&lines)?])
}

/// Builds the `.deb` for a publisher and looks into it; with `--try` also works with it on a clean Debian.
///
/// # Errors
/// A step fails; the text says which.
pub(crate) fn package(rest: &[String]) -> Result<(), Stop> {
    let file = rest.iter().position(|word| word == "--publisher").map(|at| rest.get(at + 1));
    let file = file.map_or(Ok(KEPT), |file| {
        file.map(String::as_str).ok_or_else(|| Stop("--publisher needs a file".into()))
    })?;
    let publisher = update::publisher(file)?;
    debian::ready(debian::BUILD)?;
    tools::node()?;
    pages::build()?;
    let folder = place::target().join("release/bundle/deb");
    // An older version's would be looked into in its place.
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let [components, notices] = sbom()?;
    let beside = format!(
        r#"{{"bundle":{{"linux":{{"deb":{{"files":{{"{DOC}/components.tsv":{components:?},"{DOC}/notices.txt":{notices:?}}}}}}}}}}}"#
    );
    let words = ["build", "--bundles", "deb", "--config", &beside, "--", "--locked"].map(str::to_owned);
    tools::packer()?.more(&words).env("PULANG_BUILT_FOR", &publisher).run()?;
    let made: Option<PathBuf> = fs::read_dir(&folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|end| end == "deb"));
    let made = made.ok_or_else(|| Stop("no package was made".into()))?;
    look_into(&made)?;
    takes_updates_of(&publisher)?;
    if publisher.starts_with("development ") {
        println!(
            "!! Its updates are signed with a DEVELOPMENT KEY: whoever wants to can make one.\n\
             !! A ministry builds with --publisher FILE; see assets/update/README.md."
        );
    }
    if rest.iter().any(|word| word == "--try") { clean::try_out(&made) } else { Ok(()) }
}

/// The program is there with the licences of what is inside it, and what it needs is named.
fn look_into(made: &Path) -> Result<(), Stop> {
    let name = made.display().to_string();
    let listed = program("dpkg-deb", &["--contents", &name]).says().unwrap_or_default();
    let fields = program("dpkg-deb", &["--field", &name, "Depends"]).says().unwrap_or_default();
    if let Some(missing) = HELD.iter().find(|held| !listed.lines().any(|line| line.ends_with(*held))) {
        return Err(Stop(format!("{name} lacks {missing}")));
    }
    if !fields.contains("libssl3") {
        return Err(Stop(format!("{name} lacks the name of what it needs")));
    }
    let built = program_built();
    let bytes = |file: &Path| fs::metadata(file).map(|known| known.len());
    println!("{name}: {} bytes, the program {} bytes", bytes(made)?, bytes(&built)?);
    println!("needs: {}", fields.trim());
    Ok(())
}

/// The program that was packed knows its publisher, and neither the key of the sources nor one that differs by a digit.
fn takes_updates_of(publisher: &str) -> Result<(), Stop> {
    let key = |line: &str| line.split_once(' ').map(|(_, key)| key.to_lowercase()).unwrap_or_default();
    let (own, kept) = (key(publisher), key(&update::publisher(KEPT)?));
    let near = format!("{}{}", if own.starts_with('0') { 1 } else { 0 }, own.get(1..).unwrap_or_default());
    for (asked, answer) in [(&own, "update-altered"), (&kept, "update-key"), (&near, "update-key")] {
        if *asked == own && answer == "update-key" {
            continue;
        }
        let file = place::target().join("unsigned.update");
        fs::write(&file, update::unsigned(asked))?;
        let words = ["--json", "update", "check", &file.display().to_string()];
        let said = program(&program_built().display().to_string(), &words).answers();
        fs::remove_file(&file)?;
        if !said.contains(&format!("\"{answer}\"")) {
            return Err(Stop(format!(
                "the program does not take its publisher's updates, or takes others': {said}"
            )));
        }
    }
    println!("the program takes the updates of {publisher} and of nobody else");
    Ok(())
}

fn program_built() -> PathBuf {
    place::target().join("release/pulang")
}
