//! The window's types, generated from `desk`. A test of the shell compares them; this takes them over.

use crate::run::Stop;
use crate::tools;

/// Writes the types anew where the window reads them.
///
/// # Errors
/// The shell does not build, or the disk refuses.
pub(crate) fn take_over() -> Result<(), Stop> {
    tools::cargo(&["test", "--quiet", "--locked", "--package", "pulang", "--lib", "bindings"])
        .env("PULANG_BINDINGS", "write")
        .run()
}
