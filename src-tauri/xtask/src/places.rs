//! `cargo xtask places`: provinces and regencies anew from the package that they come from. Owns the version, the letter
//! case and the counts; refuses a list of another length, because a code that is gone is a code that records still hold.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::place::{fresh_folder, target};
use crate::run::{Stop, program};

/// The package on npm; its database is under the ODbL 1.0, as `assets/places/README.md` says.
const PACKAGE: &str = "idn-area-data@3.1.2";

/// What Indonesia has by the decree that the package follows (Kepmendagri 300.2.2-2138/2025).
const COUNTS: [(&str, usize); 2] = [("provinces.csv", 38), ("regencies.csv", 514)];

const LIST: &str = "assets/places/id.csv";

/// Fetches the package by npm, derives the list and writes it; with `--check` compares it with the one that is here.
///
/// # Errors
/// npm or tar fails, the counts differ, a code that was shipped is gone, or with `--check` the list differs.
pub(crate) fn places(rest: &[String]) -> Result<(), Stop> {
    let folder = fresh_folder(&target().join("places"))?;
    let derived = fetch(&folder);
    fs::remove_dir_all(&folder)?;
    let derived = derived?;
    let stood = fs::read_to_string(LIST)?;
    let codes = |text: &str| -> BTreeSet<String> {
        text.lines().filter_map(|line| line.split(',').next()).map(str::to_owned).collect()
    };
    let gone: Vec<String> = codes(&stood).difference(&codes(&derived)).cloned().collect();
    if !gone.is_empty() {
        return Err(Stop(format!("codes that were shipped are gone: {}", gone.join(" "))));
    }
    if rest.iter().any(|word| word == "--check") {
        return if stood == derived { Ok(()) } else { Err(Stop(format!("{LIST} differs from {PACKAGE}"))) };
    }
    fs::write(LIST, derived)?;
    Ok(())
}

fn fetch(folder: &Path) -> Result<String, Stop> {
    program("npm", &["pack", "--silent", PACKAGE]).folder(folder).run()?;
    let archive = format!("{}.tgz", PACKAGE.replace('@', "-"));
    program("tar", &["-xzf", archive.as_str()]).folder(folder).run()?;
    let mut tables = Vec::new();
    for (file, count) in COUNTS {
        let table = fs::read_to_string(folder.join("package/data").join(file))?;
        let found = table.lines().skip(1).filter(|line| !line.is_empty()).count();
        if found != count {
            return Err(Stop(format!("{file} has {found} rows, and not {count}")));
        }
        tables.push(table);
    }
    derive(&tables)
}

/// One list from both tables, by code: a province before what lies in it.
fn derive(tables: &[String]) -> Result<String, Stop> {
    let mut rows = Vec::new();
    for line in tables.iter().flat_map(|table| table.lines().skip(1)).filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.trim_end().split(',').collect();
        let ([code, name] | [code, _, name]) = cells.as_slice() else {
            return Err(Stop(format!("a row of another shape: {line}")));
        };
        rows.push(format!("ID.{code},{},", cased(name)));
    }
    rows.sort();
    Ok(format!("code,name,km\n{}\n", rows.join("\n")))
}

/// "KOTA ADM. JAKARTA PUSAT" as it is written in a letter; two names keep their capitals.
fn cased(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !matches!(word, "DKI" | "DI") => {
                first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect()
            }
            _ => word.to_owned(),
        }
    };
    name.split(' ').map(word).collect::<Vec<String>>().join(" ")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_by_code_and_in_the_case_of_a_letter() {
        let tables = [
            "code,name\n31,DKI JAKARTA\n11,ACEH\n",
            "code,province_code,name\n11.01,11,KABUPATEN ACEH SELATAN\n",
        ];
        let list = super::derive(&tables.map(str::to_owned)).unwrap_or_default();
        assert_eq!(list, "code,name,km\nID.11,Aceh,\nID.11.01,Kabupaten Aceh Selatan,\nID.31,DKI Jakarta,\n");
        assert!(super::derive(&["code\n11\n".to_owned()]).is_err());
    }

    #[test]
    fn what_is_shipped_has_38_provinces_and_514_regencies() {
        let list = include_str!("../../../assets/places/id.csv");
        let codes: Vec<&str> = list.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
        let of = |dots: usize| codes.iter().filter(|code| code.matches('.').count() == dots).count();
        assert_eq!((of(1), of(2)), (38, 514));
    }
}
