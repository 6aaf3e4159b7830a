//! The clock, the ids and the seeds that the desk is handed. The only place of the program that reads them off the machine.

use crate::drawer;
use chrono::Utc;
use desk::{Heard, Tools};
use uuid::Uuid;

/// This machine's clock and its source of randomness, and who is told of long work.
#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock and makes ids, to hand them in"
)]
pub(crate) fn of_this_machine(heard: Heard) -> Tools {
    Tools {
        now: Box::new(Utc::now),
        id: Box::new(Uuid::now_v7),
        seed: Box::new(seed),
        draw: Box::new(drawer::ask),
        heard,
    }
}

#[expect(clippy::expect_used, reason = "a machine without randomness must not write a single sealed byte")]
fn seed() -> [u8; 16] {
    let mut seed = [0; 16];
    getrandom::fill(&mut seed).expect("this machine gives no randomness");
    seed
}
