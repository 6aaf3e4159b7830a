//! Packs the fonts: 4.6 MB of them are 2 MB in the program. Owns that the same files give the same pack.

use std::{env, error::Error, fs, path::Path};

include!("src/faces.rs");

/// The heaviest that needs no more memory to unpack than the fonts themselves.
const LEVEL: i32 = 19;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/faces.rs");
    let (mut whole, mut sizes) = (Vec::new(), Vec::new());
    for name in NAMES {
        let file = format!("../../assets/fonts/{name}.ttf");
        println!("cargo:rerun-if-changed={file}");
        let bytes = fs::read(&file).map_err(|fault| format!("{file}: {fault}"))?;
        sizes.push(bytes.len());
        whole.extend(bytes);
    }
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("faces.zst"), zstd::bulk::compress(&whole, LEVEL)?)?;
    fs::write(Path::new(&out).join("sizes.rs"), format!("{sizes:?}"))?;
    Ok(())
}
