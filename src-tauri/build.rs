//! Hands tauri its capabilities and permissions where this workspace keeps them, under `src-tauri`.
//! Refuses to build a window without pages: `ui/dist` comes first.

use std::env;
use std::error::Error;
use std::path::Path;

use tauri_build::{AppManifest, Attributes};

fn main() -> Result<(), Box<dyn Error>> {
    for watched in ["src-tauri/capabilities", "src-tauri/permissions", "ui/dist"] {
        println!("cargo:rerun-if-changed={watched}");
    }
    if !Path::new("ui/dist/index.html").is_file() {
        return Err("the window has no pages yet: type `cargo xtask pages`, then build again".into());
    }
    // Each of some 100,000 addresses that the loader fills in takes 24 bytes; packed, they are two megabytes less in the
    // program. The loader of glibc 2.36 reads that: Debian 12 and what came after it.
    let linux = env::var("CARGO_CFG_TARGET_OS").is_ok_and(|system| system == "linux");
    if linux && env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        println!("cargo:rerun-if-changed=src-tauri/release.ld");
        let here = env::var("CARGO_MANIFEST_DIR")?;
        println!("cargo:rustc-link-arg-bins=-Wl,--no-eh-frame-hdr,-T,{here}/src-tauri/release.ld");
    }
    // Not `AppManifest::commands`: it would write a folder `permissions` at the root.
    let manifest = AppManifest::new().permissions_path_pattern("./src-tauri/permissions/*.toml");
    let attributes =
        Attributes::new().capabilities_path_pattern("./src-tauri/capabilities/*.json").app_manifest(manifest);
    Ok(tauri_build::try_build(attributes)?)
}
