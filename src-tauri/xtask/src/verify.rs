//! `cargo verify`: every check and every test, from a new machine. Owns the order and the count; a step that fails is
//! named and the others still run.

use std::process::ExitCode;

use crate::run::{Program, Stop};
use crate::tally::{self, Tally};
use crate::tools::cargo;
use crate::{beside, debian, pages, papers, tools};

/// The features of everything built for the checks, one set, so that nothing is built twice.
const FEATURES: &str = "test-kdf";

/// Sets everything up and runs every check; the last line is `N passed, N failed`.
///
/// # Errors
/// The machine could not be set up, so nothing could be checked.
pub(crate) fn verify() -> Result<ExitCode, Stop> {
    debian::ready(debian::BUILD)?;
    debian::ready(debian::TEST)?;
    tools::node()?;
    tools::rust_components()?;
    let deny = tools::deny();
    pages::build()?;

    let mut report = Report::default();
    report.step("layout of the code (rustfmt)", || cargo(&["fmt", "--all", "--check"]).run());
    report.step("dependencies (cargo-deny)", || {
        deny?.more(&words(&["--locked", "--workspace", "check", "bans", "licenses", "sources"])).run()
    });
    report.step("pages: lint", || pages::npm(&["run", "lint"]).run());
    report.step("pages: types", || pages::npm(&["run", "check"]).run());
    report.step("pages: weight", || pages::npm(&["run", "weigh"]).run());
    report.tests("pages: tests", pages::npm(&["run", "test"]), tally::vitest);
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--features", FEATURES];
    report.step("lints (clippy)", || cargo(&clippy).more(&words(&["--", "-D", "warnings"])).run());
    report.step("papers: read by other programs", || papers::papers()?.run());
    report.step("fuzzer and bench of laptops", beside::check);
    let tests = ["--workspace", "--locked", "--no-fail-fast", "--features", FEATURES];
    if tools::has_nextest() {
        report.tests("tests and journeys", cargo(&["nextest", "run"]).more(&words(&tests)), tally::nextest);
    } else {
        report.tests("tests and journeys", cargo(&["test"]).more(&words(&tests)), tally::cargo_test);
    }
    Ok(report.close())
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

/// What passed and which steps failed.
#[derive(Default)]
struct Report {
    tally: Tally,
    failed_steps: Vec<String>,
}

impl Report {
    /// A check without tests of its own: it counts only when it fails.
    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<(), Stop>) {
        println!("\n── {name}");
        if let Err(stop) = check() {
            self.tally.failed += 1;
            self.fail(name, &stop.to_string());
        }
    }

    /// A runner of tests: every test counts, and so does a runner that stops before it counted a failure.
    fn tests(&mut self, name: &str, runner: Program, read: fn(&str) -> Option<Tally>) {
        println!("\n── {name}");
        let mut counted = Tally::default();
        let ended = runner.env("CARGO_TERM_COLOR", "never").heard(|line| {
            if let Some(found) = read(line) {
                counted += found;
            }
        });
        let trouble = match ended {
            Err(stop) => Some(stop.to_string()),
            Ok(status) if !status.success() => Some(status.to_string()),
            Ok(_) if counted.passed == 0 => Some("no test ran".to_owned()),
            Ok(_) => None,
        };
        if trouble.is_some() && counted.failed == 0 {
            counted.failed = 1;
        }
        if let Some(trouble) = trouble {
            self.fail(name, &trouble);
        }
        self.tally += counted;
    }

    fn fail(&mut self, name: &str, trouble: &str) {
        eprintln!("{trouble}");
        self.failed_steps.push(name.to_owned());
    }

    fn close(self) -> ExitCode {
        println!();
        for step in &self.failed_steps {
            println!("failed: {step}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
