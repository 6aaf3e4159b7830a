//! Counting tests. Owns reading each runner's own summary; refuses to guess: a runner that names no number counted
//! nothing.

use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// Reads one line of `cargo test`: `test result: ok. 3 passed; 0 failed; 0 ignored; …`.
pub(crate) fn cargo_test(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("test result: ")?;
    Some(Tally { passed: before(rest, "passed"), failed: before(rest, "failed") })
}

/// Reads one line of nextest: `Summary [ 1.2s] 9 tests run: 7 passed (1 slow), 1 failed, 1 timed out, 0 skipped`.
pub(crate) fn nextest(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("Summary [")?;
    let (_, counts) = rest.split_once("run: ")?;
    let failed = before(counts, "failed") + before(counts, "timed") + before(counts, "exec");
    Some(Tally { passed: before(counts, "passed"), failed })
}

/// Reads one line of vitest: `Tests  1 failed | 11 passed (12)`.
pub(crate) fn vitest(line: &str) -> Option<Tally> {
    let rest = line.trim().strip_prefix("Tests ")?;
    Some(Tally { passed: before(rest, "passed"), failed: before(rest, "failed") })
}

/// The number in front of a word; 0 when the line does not have the word.
fn before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> =
        line.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    words
        .windows(2)
        .find_map(|pair| match pair {
            [number, name] if *name == word => number.parse().ok(),
            _ => None,
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn tally(passed: u64, failed: u64) -> Option<Tally> {
        Some(Tally { passed, failed })
    }

    #[test]
    fn cargo_tests_summary_is_read() {
        let line = "test result: FAILED. 41 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.10s";
        assert_eq!(cargo_test(line), tally(41, 2));
        assert_eq!(cargo_test("test result: ok. 0 passed; 0 failed; 0 ignored"), tally(0, 0));
        assert_eq!(cargo_test("test a_test ... ok"), None);
    }

    #[test]
    fn nextests_summary_is_read() {
        assert_eq!(nextest("     Summary [   0.005s] 3 tests run: 3 passed, 0 skipped"), tally(3, 0));
        let line = "     Summary [ 101.005s] 9/12 tests run: 5 passed (2 slow), 2 failed, 1 timed out, 1 exec failed, 0 skipped";
        assert_eq!(nextest(line), tally(5, 4));
        assert_eq!(nextest("     Summary [   0.005s] 1 test run: 1 passed, 0 skipped"), tally(1, 0));
        assert_eq!(nextest("        PASS [   0.005s] xtask tally"), None);
    }

    #[test]
    fn vitests_summary_is_read() {
        assert_eq!(vitest("      Tests  12 passed (12)"), tally(12, 0));
        assert_eq!(vitest("      Tests  1 failed | 11 passed (12)"), tally(11, 1));
        assert_eq!(vitest(" Test Files  3 passed (3)"), None);
    }
}
