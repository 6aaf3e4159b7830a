//! The publisher's side of updates by stick. Owns that a secret is never written where it could be committed; the signing itself is
//! `exchange`'s, run as its example, because this program stands on nothing.

use crate::place;
use crate::run::Stop;
use crate::tools::cargo;

const USAGE: &str =
    "cargo xtask update --key FILE --package FILE --version 1.2.3 --from 1.2.0 --notes FOLDER -o FILE";

/// A new key pair under `target/update/`.
///
/// # Errors
/// There is one already, or the disk refuses.
pub(crate) fn key() -> Result<(), Stop> {
    let folder = place::target().join("update").display().to_string();
    sign(&["key", &folder])
}

/// Signs a package.
///
/// # Errors
/// An argument is missing, or a file cannot be read.
pub(crate) fn update(rest: &[String]) -> Result<(), Stop> {
    let after = |name: &str| {
        let at = rest.iter().position(|word| word == name)?;
        rest.get(at + 1).map(String::as_str)
    };
    let given = |name: &str| after(name).ok_or_else(|| Stop(format!("{name} is missing:\n  {USAGE}")));
    let here = format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    sign(&[
        "sign",
        given("--key")?,
        given("--package")?,
        given("--version")?,
        given("--from")?,
        after("--target").unwrap_or(&here),
        given("--notes")?,
        given("-o")?,
    ])
}

fn sign(words: &[&str]) -> Result<(), Stop> {
    let run = ["run", "--quiet", "--locked", "--package", "exchange", "--example", "update", "--"];
    cargo(&[&run[..], words].concat()).run()
}
