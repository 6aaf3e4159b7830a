//! The notices that licences ask to travel with a program. Owns that the text of every component of the package is found where
//! the component was built from, and stands once; refuses to invent one: a component without a text is named with its licence.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::place;
use crate::run::Stop;

/// What of the pages' packages ends in the program.
const PAGES: &[&str] =
    &["@fluent/bundle", "@fontsource/noto-sans", "@fontsource/noto-sans-khmer", "@tauri-apps/api", "svelte"];
const BEGINNINGS: &[&str] = &["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// Writes `target/notices.txt` from the lines of the list of components: name, version, licence, source.
///
/// # Errors
/// The disk refuses, or cargo's folder of sources is not to be found.
pub(crate) fn write(components: &[&str]) -> Result<PathBuf, Stop> {
    let sources = sources()?;
    let (mut texts, mut silent) = (BTreeMap::<String, (String, Vec<String>)>::new(), Vec::new());
    let mut note = |name: String, folders: Vec<PathBuf>, licence: &str| {
        let found: Vec<String> = folders.iter().flat_map(|folder| texts_in(folder)).collect();
        if found.is_empty() {
            silent.push(format!("{name}: {licence}"));
        }
        for text in found {
            let same: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let (_, names) = texts.entry(same).or_insert_with(|| (text, Vec::new()));
            if !names.contains(&name) {
                names.push(name.clone());
            }
        }
    };
    for line in components {
        let mut cells = line.split('\t');
        let mut words = cells.next().unwrap_or_default().split(' ');
        let (name, version) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let Some(version) = version.strip_prefix('v') else { continue };
        // A room of this house: its licence is the program's.
        if line.contains(" (/") {
            continue;
        }
        let folder = format!("{name}-{version}");
        let folders = sources.iter().map(|source| source.join(&folder)).collect();
        note(format!("{name} {version}"), folders, cells.next().unwrap_or_default());
    }
    for name in PAGES {
        note((*name).to_owned(), vec![Path::new("ui/node_modules").join(name)], "see its package");
    }
    let mut whole = String::from("What is inside Pulang, with the notices that its licences ask for.\n");
    for (text, names) in texts.values() {
        whole.push_str(&format!("\n{}\n{}\n\n{}\n", "-".repeat(80), names.join(", "), text.trim()));
    }
    whole.push_str(&format!("\n{}\nWithout a text of their own:\n{}\n", "-".repeat(80), silent.join("\n")));
    let file = place::target().join("notices.txt");
    fs::write(&file, whole)?;
    println!("{} texts, {} components without one, in {}", texts.len(), silent.len(), file.display());
    Ok(std::path::absolute(file)?)
}

/// Where cargo keeps what it built from.
fn sources() -> Result<Vec<PathBuf>, Stop> {
    let kept = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo"));
    let kept = kept.or_else(home).ok_or_else(|| Stop("neither CARGO_HOME nor HOME is set".into()))?;
    let entries = fs::read_dir(kept.join("registry/src"))?;
    Ok(entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
}

fn texts_in(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.sort_unstable();
    let named = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
        BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
    };
    files.into_iter().filter(named).filter_map(|path| fs::read_to_string(path).ok()).collect()
}
