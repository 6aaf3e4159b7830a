//! Packs the lists of words: 0.6 MB of them, and an address for each of 68,000 words, are 0.2 MB in the program. Owns that each
//! word keeps its place, since a fingerprint in words counts on it.

use diceware_wordlists::{
    EFF_LONG_WORDLIST, EFF_SHORT_WORDLIST_1, EFF_SHORT_WORDLIST_2_0, MINILOCK_WORDLIST,
};
use std::{env, error::Error, fs, path::Path};

const LEVEL: i32 = 19;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let others = [&EFF_SHORT_WORDLIST_1[..], &EFF_SHORT_WORDLIST_2_0, &MINILOCK_WORDLIST].concat();
    let out = env::var("OUT_DIR")?;
    let mut sizes = Vec::new();
    for (name, list) in [("long", &EFF_LONG_WORDLIST[..]), ("others", &others)] {
        let text = list.join("\n");
        sizes.push(text.len());
        fs::write(
            Path::new(&out).join(format!("{name}.zst")),
            zstd::bulk::compress(text.as_bytes(), LEVEL)?,
        )?;
    }
    fs::write(Path::new(&out).join("sizes.rs"), format!("{sizes:?}"))?;
    Ok(())
}
