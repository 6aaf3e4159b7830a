//! The publisher's side of updates by stick. Owns that a secret is never written where it could be committed; the signing itself is
//! `exchange`'s, run as its example, because this program stands on nothing.

use crate::place;
use crate::run::Stop;
use crate::tools::cargo;

const USAGE: &str =
    "cargo xtask update --key FILE --package FILE --version 1.2.3 --from 1.2.0 --notes FOLDER -o FILE";

/// A new key pair under `target/update/`, whose owner is called by that word wherever an update is looked at.
///
/// # Errors
/// No word or a bad one, there is a pair already, or the disk refuses.
pub(crate) fn key(rest: &[String]) -> Result<(), Stop> {
    let [word] = rest else { return Err(Stop("whose key? cargo xtask update-key WORD".into())) };
    let folder = place::target().join("update").display().to_string();
    sign(&["key", &folder, word])
}

/// The publisher in a file: one word, a blank, and 64 hexadecimal digits.
///
/// # Errors
/// The file cannot be read, or holds no such line.
pub(crate) fn publisher(file: &str) -> Result<String, Stop> {
    let text = std::fs::read_to_string(file).map_err(|fault| Stop(format!("{file}: {fault}")))?;
    let line = text.trim();
    let key = line.split_once(' ').map(|(_, key)| key);
    if key.is_none_or(|key| key.len() != 64 || !key.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Err(Stop(format!("{file} holds no `WORD KEY`; cargo xtask update-key WORD makes one")));
    }
    Ok(line.to_owned())
}

/// The beginning of an update as the owner of this key in hexadecimal would sign it (`exchange::update`), without the signature. A
/// program that takes their updates finds it altered, any other says that it is somebody else's: so a program can be asked whose
/// it is by whoever has no secret.
pub(crate) fn unsigned(key: &str) -> Vec<u8> {
    let digits: Vec<u8> = key.chars().filter_map(|digit| u8::try_from(digit.to_digit(16)?).ok()).collect();
    let key = digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit));
    let format_signature_and_length = [&[1, 0][..], &key.collect::<Vec<u8>>(), &[0; 64], &[0; 4]];
    [b"PLGUPD", format_signature_and_length.concat().as_slice()].concat()
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
