//! One program for every target, which `PULANG_FUZZ` names.
#![no_main]

mod probes;

use std::sync::LazyLock;

static TARGET: LazyLock<String> = LazyLock::new(|| std::env::var("PULANG_FUZZ").unwrap_or_default());

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    assert!(probes::probe(&TARGET, bytes), "PULANG_FUZZ names none of {:?}", probes::TARGETS);
});
