//! `cargo xtask fuzz`: libFuzzer on the stable toolchain, by coverage, from the seeds in `tests/fuzz`. Owns the flags, the time
//! and the table; refuses to call a target clean that did not run. What it learns stays under `target`, what it finds under
//! `target/fuzz/found`: such a file, put among the seeds, is a test from then on.

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::run::{Stop, program};
use crate::{beside, debian, tools::cargo};

/// The targets of `tests/fuzz/probes.rs`.
const TARGETS: &[&str] = &["slot", "bundle", "attachment", "roster", "mrz", "image", "pdf", "card"];

/// Counters in every block, the table of blocks, and what is compared with what: what `cargo fuzz` sets, less the sanitizers,
/// which only a nightly compiler has.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares --cfg fuzzing";

/// A single triple, so that the flags are for the targets and not for what builds them.
const TRIPLE: &str = "x86_64-unknown-linux-gnu";

/// The largest input, and the most memory of a run in MiB.
const LONGEST: u32 = 65_536;
const MEMORY: u32 = 1024;

/// Fuzzes every target, or one, for some minutes each, and prints: target, runs, blocks, inputs kept, crashes.
///
/// # Errors
/// It does not build, or a folder cannot be made.
pub(crate) fn fuzz(arguments: &[String]) -> Result<ExitCode, Stop> {
    let after = |flag: &str| {
        let at = arguments.iter().position(|argument| argument == flag)?;
        arguments.get(at + 1).map(String::as_str)
    };
    let minutes: f64 = after("--minutes").and_then(|text| text.parse().ok()).unwrap_or(1.0);
    let wanted = after("--target");
    let targets: Vec<&str> =
        TARGETS.iter().copied().filter(|target| wanted.is_none_or(|name| name == *target)).collect();
    if targets.is_empty() {
        return Err(Stop(format!("There is no such target. There are: {}", TARGETS.join(", "))));
    }
    debian::ready(&["g++"])?;
    let home = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    let home = std::path::absolute(home.join("fuzz"))?;
    let build = ["build", "--release", "--locked", "--target", TRIPLE];
    let folder = home.display().to_string();
    let build = cargo(&build).env("RUSTFLAGS", COVERAGE).env("CARGO_TARGET_DIR", &folder);
    beside::built(beside::FUZZ, build)?;
    let fuzzer = home.join(TRIPLE).join("release/fuzz").display().to_string();

    let mut rows = Vec::new();
    for target in targets {
        println!("\n── {target}");
        let (learnt, found) = (home.join("learnt").join(target), home.join("found").join(target));
        fs::create_dir_all(&learnt)?;
        fs::create_dir_all(&found)?;
        let arguments = [
            format!("-max_total_time={:.0}", minutes * 60.0),
            format!("-max_len={LONGEST}"),
            format!("-rss_limit_mb={MEMORY}"),
            "-timeout=20".to_owned(),
            "-print_final_stats=1".to_owned(),
            format!("-artifact_prefix={}/", found.display()),
            learnt.display().to_string(),
            format!("tests/fuzz/seeds/{target}"),
        ];
        let mut seen = Seen::default();
        let ended = program(&fuzzer, &arguments).env("PULANG_FUZZ", target).heard(|line| seen.hear(line))?;
        let crashes = fs::read_dir(&found)?.count();
        rows.push((target, seen, crashes, ended.success()));
    }
    println!(
        "\n| target | runs | blocks reached | inputs kept | crashes |\n| --- | ---: | ---: | ---: | ---: |"
    );
    for (target, seen, crashes, _) in &rows {
        println!("| {target} | {} | {} | {} | {crashes} |", seen.runs, seen.blocks, seen.inputs);
    }
    let clean = rows.iter().all(|(_, seen, crashes, ended)| *ended && *crashes == 0 && seen.runs > 0);
    Ok(if clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What libFuzzer said of its run.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    runs: u64,
    blocks: u64,
    inputs: u64,
}

impl Seen {
    /// Reads `#4096 pulse cov: 812 ft: 2204 corp: 91/14Kb …` and `stat::number_of_executed_units: 5120`.
    fn hear(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let after = |name: &str| {
            let at = words.iter().position(|word| *word == name)?;
            words.get(at + 1)?.split('/').next()?.parse().ok()
        };
        if let Some(blocks) = after("cov:") {
            self.blocks = blocks;
        }
        if let Some(inputs) = after("corp:") {
            self.inputs = inputs;
        }
        if let Some(runs) = after("stat::number_of_executed_units:") {
            self.runs = runs;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn the_fuzzers_own_words_are_read() {
        let mut seen = Seen::default();
        for line in [
            "INFO: seed corpus: files: 5 min: 1b max: 90b",
            "#2\tINITED cov: 40 ft: 41 corp: 1/1b exec/s: 0 rss: 30Mb",
            "#4096\tpulse  cov: 812 ft: 2204 corp: 91/14Kb lim: 40 exec/s: 1365 rss: 54Mb",
            "stat::number_of_executed_units: 5120",
        ] {
            seen.hear(line);
        }
        assert_eq!(seen, Seen { runs: 5120, blocks: 812, inputs: 91 });
    }
}
