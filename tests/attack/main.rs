//! The attacker's list: what a thief, a bribed colleague or an infected stick may try, point by point. Each point prints one
//! row of the table that `cargo xtask attack` shows, and each is tried twice: as the app is, when it must hold, and sabotaged,
//! when the same check must notice. `PULANG_ATTACK=full` takes the full counts.
#![allow(clippy::disallowed_methods, reason = "an attacker has a clock of his own")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a point that cannot be tried must stop, and its row goes to whoever runs the list"
)]

#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "journeys stand on the rest of it")]
mod support;

mod bench;
mod bombs;
mod bundles;
mod disk;
mod files;
mod fuzz;
mod keys;
mod killed;
mod memory;
mod page;
mod point;
mod program;
mod steps;
mod tables;
mod traces;
mod wire;
