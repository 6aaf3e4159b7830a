//! `cargo xtask papers`: whether other programs read our PDFs exactly and find them fit for the archive and for everybody.
//! Owns getting those programs, pinned, under `target/papers`, and making the files; the judging is `tests/papers/papers.py`.

use std::fs;
use std::path::Path;

use crate::debian;
use crate::place;
use crate::run::{Program, Stop, program};
use crate::tools::cargo;

const HERE: &str = "tests/papers";

/// Gets the readers where they are missing, makes the files and hands back the program that judges them.
///
/// # Errors
/// A reader cannot be had, or a file cannot be made.
pub(crate) fn papers() -> Result<Program, Stop> {
    debian::ready(debian::TEST)?;
    let home = std::path::absolute(place::target().join("papers"))?;
    fs::create_dir_all(&home)?;
    let python = python(&home)?;
    let script = pdfjs(&home)?;
    let paragraphs = format!("{HERE}/paragraphs.json");
    let (scripts, dossier) = (said(&home.join("scripts.pdf")), said(&home.join("dossier.pdf")));
    // Chosen as the tests are, so that nothing is built twice.
    let build = ["build", "--quiet", "--locked", "--workspace", "--features", "test-kdf"];
    cargo(&build).more(&["--example", "scripts", "--example", "measure"].map(str::to_owned)).run()?;
    let built = place::target().join("debug/examples");
    program(&said(&built.join("scripts")), &[&paragraphs, &scripts]).run()?;
    program(&said(&built.join("measure")), &["3", &dossier, "1"]).run()?;
    let judge = format!("{HERE}/papers.py");
    Ok(program(&python, &[&judge, &paragraphs, &scripts, &dossier, &script]))
}

/// A Python of its own with the packages of `requirements.txt`, made anew when that file changes.
fn python(home: &Path) -> Result<String, Stop> {
    let folder = home.join("python");
    let python = said(&folder.join("bin/python"));
    let list = format!("{HERE}/requirements.txt");
    fresh(&list, &folder.join("installed.txt"), || {
        // Debian leaves out what a folder of its own needs.
        if !program("python3", &["-c", "import ensurepip"]).succeeds() {
            debian::ready(&["python3", "python3-venv"])?;
        }
        program("python3", &["-m", "venv", "--clear", &said(&folder)]).run()?;
        let quiet = ["-m", "pip", "--quiet", "--disable-pip-version-check"];
        program(&python, &[&quiet[..], &["install", "--no-deps", "--requirement", &list]].concat()).run()
    })?;
    Ok(python)
}

/// A folder with pdf.js in it, made anew when `package.json` changes.
fn pdfjs(home: &Path) -> Result<String, Stop> {
    let folder = home.join("js");
    let list = format!("{HERE}/package.json");
    fresh(&list, &folder.join("installed.json"), || {
        fs::create_dir_all(&folder)?;
        fs::copy(&list, folder.join("package.json"))?;
        let quiet = ["install", "--omit=optional", "--no-audit", "--no-fund", "--loglevel=error"];
        program("npm", &quiet).folder(&folder).run()
    })?;
    Ok(said(&folder))
}

/// Installs what `list` names unless it was installed from the very same list; `mark` remembers which.
fn fresh(list: &str, mark: &Path, install: impl FnOnce() -> Result<(), Stop>) -> Result<(), Stop> {
    let wanted = fs::read(list)?;
    if fs::read(mark).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    install()?;
    Ok(fs::write(mark, wanted)?)
}

fn said(path: &Path) -> String {
    path.display().to_string()
}
