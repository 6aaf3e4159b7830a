//! What journeys stand on: a display, a driver and a home of their own, and a window driven as a person would.

pub(crate) mod fence;
pub(crate) mod files;
mod http;
pub(crate) mod night;
pub(crate) mod pdf;
pub(crate) mod procs;
pub(crate) mod rig;
mod screenshot;
mod window;

pub(crate) use rig::Rig;
pub(crate) use window::Window;

use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a journey waits for something to happen before it says that it never did.
const PATIENCE: Duration = Duration::from_secs(20);

/// The program that journeys walk through: the one built with them, or, as `cargo xtask package --try` does it, one that was
/// installed.
pub(crate) fn program() -> PathBuf {
    let installed = std::env::var_os("PULANG_PROGRAM").map(PathBuf::from);
    installed.unwrap_or_else(|| env!("CARGO_BIN_EXE_pulang").into())
}

/// Waits until `look` finds something.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "never happened: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The element with this test id. A reference holds the year of its making, so `open-…-A0028` names it by its two ends.
pub(crate) fn testid(name: &str) -> String {
    match name.split_once('…') {
        Some((from, to)) => format!("[data-testid^='{from}'][data-testid$='{to}']"),
        None => format!("[data-testid='{name}']"),
    }
}
