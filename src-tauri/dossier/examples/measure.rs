//! Measures a dossier of an invented case: `cargo run --release --example measure -p dossier -- PEOPLE [FILE.pdf]
//! [ROUNDS] [PHOTOS]`, with the folder of photographs that the example `twin` wrote; else they are drawn first.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement, not the app"
)]

mod invented;

use dossier::{Kind, check::check, write};
use std::{path::Path, time::Instant};

fn main() {
    let mut args = std::env::args().skip(1);
    let people: u32 = args.next().and_then(|n| n.parse().ok()).unwrap_or(28);
    let out = args.next();
    let rounds: u32 = args.next().and_then(|n| n.parse().ok()).unwrap_or(3);
    let photos = args.next();
    let case = invented::Invented::of(people, photos.as_deref().map(Path::new));
    for round in 1..=rounds {
        let start = Instant::now();
        let composed = case.composed();
        let made = start.elapsed();
        let written = write(&composed.dossier, &Kind::Open).expect("written");
        let wrote = start.elapsed() - made;
        check(&composed.dossier, &written, &Kind::Open, &composed.allowed, &composed.withheld)
            .expect("passed");
        let checked = start.elapsed() - made - wrote;
        println!(
            "round {round}: {} pages, {} KB, compose {made:.0?}, write {wrote:.0?}, check {checked:.0?}, all {:.0?}",
            written.pages,
            written.bytes.len() / 1024,
            start.elapsed()
        );
        if let (Some(out), 1) = (&out, round) {
            std::fs::write(out, &written.bytes).expect("a file to write to");
        }
    }
}
