//! One point of the list: how often it was tried, whether it held, and whether its own check can fail. Owns the row that
//! `cargo xtask attack` shows; used by `tests/attack` and by the tests of exchange.

use std::fmt::Display;
use std::process::Command;

/// How it went: attempts, those that did not hold, and what else the row should say.
#[derive(Debug, Default)]
pub(crate) struct Tried {
    pub(crate) attempts: u32,
    pub(crate) broken: u32,
    pub(crate) note: String,
}

impl Tried {
    /// One more attempt.
    pub(crate) fn count(&mut self, held: bool) {
        self.attempts += 1;
        self.broken += u32::from(!held);
    }

    /// A point that is tried once.
    #[allow(dead_code, reason = "not every list has such a point")]
    pub(crate) fn once(held: bool) -> Self {
        let mut tried = Self::default();
        tried.count(held);
        tried
    }
}

/// Tries a point as the app is and sabotaged, and prints its row. `number` is the point's, or the name of another list.
pub(crate) fn point(number: impl Display, what: &str, attempt: impl Fn(bool) -> Tried) {
    let honest = attempt(false);
    let sabotaged = attempt(true);
    let held = honest.broken == 0 && honest.attempts > 0;
    let noticed = sabotaged.broken > 0;
    let mut note = if noticed { "sabotage noticed".to_owned() } else { "SABOTAGE NOT NOTICED".to_owned() };
    if !honest.note.is_empty() {
        note = format!("{}; {note}", honest.note);
    }
    println!("ATTACK|{number}|{what}|{}|{}|{note}", honest.attempts, if held { "held" } else { "BROKEN" });
    assert!(held, "point {number}: {} of {} attempts got through", honest.broken, honest.attempts);
    assert!(noticed, "point {number}: the check cannot fail");
}

/// Prints a point as not tried, when the machine does not let it be: `rights` is the harmless command that showed so. Where it
/// succeeds the point is tried, and must hold.
#[allow(dead_code, reason = "what needs nothing of the machine does not ask")]
pub(crate) fn allowed(number: impl Display, what: &str, rights: &mut Command) -> bool {
    let allowed = rights.output().is_ok_and(|said| said.status.success());
    if !allowed {
        println!("ATTACK|{number}|{what}|0|NOT TRIED|this machine does not allow it; run it as root");
    }
    allowed
}

/// `short` in a verification, `full` in the long run.
pub(crate) fn times(short: u32, full: u32) -> u32 {
    if std::env::var_os("PULANG_ATTACK").is_some_and(|wish| wish == "full") { full } else { short }
}

/// Numbers that are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// The bytes with one to eight of them changed, cut, doubled or put in.
    #[allow(dead_code, reason = "some lists flip single bits")]
    pub(crate) fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(8) {
            let at = self.below(bytes.len());
            match self.below(5) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(self.below(256)).unwrap()),
                2 => bytes.extend_from_within(at..),
                _ if at < bytes.len() => bytes[at] ^= u8::try_from(1 + self.below(255)).unwrap(),
                _ => {}
            }
            bytes.truncate(1 << 20);
        }
        bytes
    }
}
