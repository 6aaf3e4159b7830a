//! The fuzzer's targets in short: every seed, and changes of seeds that are the same in every run. `cargo xtask fuzz` goes on
//! from here with libFuzzer, by coverage.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::point::{Dice, Tried, point, times};

#[path = "../fuzz/probes.rs"]
mod probes;

#[test]
fn p17_seeds_of_the_fuzzer_and_changes_of_them() {
    let rounds = times(500, 20_000);
    point(17, "seeds of the fuzzer and changes of them", |sabotage| {
        let mut tried = Tried::default();
        for target in probes::TARGETS {
            let folder = format!("{}/tests/fuzz/seeds/{target}", env!("CARGO_MANIFEST_DIR"));
            let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|seed| seed.unwrap().path()).collect();
            paths.sort();
            let seeds: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
            let mut dice = Dice(0x2545_f491_4f6c_dd1d);
            let changed = (0..rounds).map(|_| {
                let seed = &seeds[dice.below(seeds.len())];
                dice.mutate(if seed.is_empty() { b"\0" } else { seed })
            });
            let changed: Vec<_> = changed.collect();
            for bytes in seeds.iter().chain(&changed) {
                tried.attempts += 1;
                let found = catch_unwind(AssertUnwindSafe(|| {
                    assert!(probes::probe(target, bytes), "no such target");
                    assert!(!sabotage, "sabotaged");
                }));
                tried.broken += u32::from(found.is_err());
                if sabotage {
                    return tried;
                }
            }
        }
        tried
    });
}
