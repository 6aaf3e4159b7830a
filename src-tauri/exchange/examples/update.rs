//! The publisher's side of updates by stick, run by `cargo xtask`: `key FOLDER WORD` draws a key pair, `sign KEY PACKAGE VERSION FROM
//! TARGET NOTES OUT` writes the signed file. The secret stays where the publisher puts it, and never in a repository.

#![expect(clippy::print_stdout, reason = "it answers the publisher at a terminal")]

use exchange::update::{Manifest, Version, write};
use std::{error::Error, fs, path::Path};
use vault::device::SigningPair;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["key", folder, word] => key(Path::new(folder), word),
        ["sign", key, package, version, from, target, notes, out] => {
            sign(key, Path::new(package), [version, from], target, notes, out)
        }
        _ => Err("key FOLDER WORD | sign KEY PACKAGE VERSION FROM TARGET NOTES OUT".into()),
    }
}

fn key(folder: &Path, word: &str) -> Result<(), Box<dyn Error>> {
    let plain = word.chars().all(|c| c.is_ascii_alphanumeric() || "-._".contains(c));
    if word.is_empty() || word.len() > 40 || !plain || word == "development" {
        return Err("the word is your name to whoever takes an update: letters, digits, - . _".into());
    }
    let pair = SigningPair::generate()?;
    let secret = folder.join("update.secret");
    if secret.exists() {
        return Err("there is a key already; move it to where it is safe first".into());
    }
    fs::create_dir_all(folder)?;
    vault::files::atomic_write(&secret, format!("{}\n", hex(&*pair.to_bytes())).as_bytes())?;
    let public = folder.join("publisher.key");
    fs::write(&public, format!("{word} {}\n", hex(pair.public().as_bytes())))?;
    println!("secret: {}\npublic: {}", secret.display(), public.display());
    println!("in words: {}", pair.public().fingerprint().words());
    Ok(())
}

fn sign(
    key: &str,
    package: &Path,
    [version, from]: [&&str; 2],
    target: &str,
    notes: &str,
    out: &str,
) -> Result<(), Box<dyn Error>> {
    let pair = SigningPair::from_bytes(&unhex(fs::read_to_string(key)?.trim()).ok_or("no key in that file")?);
    let number = |text: &str| Version::parse(text).ok_or("a version reads 1.2.3");
    let note = |lang: &str| fs::read_to_string(Path::new(notes).join(format!("{lang}.txt")));
    let file = package.file_name().and_then(|name| name.to_str()).ok_or("no file name")?.to_owned();
    let manifest = Manifest {
        version: number(version)?,
        from: number(from)?,
        target: target.to_owned(),
        file,
        size: 0,
        hash: [0; 32],
        notes: [note("id")?, note("en")?, note("km")?],
    };
    fs::write(out, write(&pair, manifest, &fs::read(package)?)?)?;
    println!("{out}");
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    let bytes: Option<Vec<u8>> =
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok()).collect();
    bytes?.try_into().ok()
}
