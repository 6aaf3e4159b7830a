//! The process itself: words instead of a trace. Owns what must be true before anything is read; refuses to know a case.

use std::io::{self, Write as _};
use std::process::ExitCode;

/// From here on a fault in the program names its place in the source, never what it was working on.
pub(crate) fn speak_of_faults_without_contents() {
    std::panic::set_hook(Box::new(|fault| {
        let place = fault.location().map_or_else(String::new, |at| format!(" ({}:{})", at.file(), at.line()));
        complain(&format!(
            "a fault in the program stopped it{place}. What was saved is safe; start it again."
        ));
    }));
}

/// Writes one message for the person at the terminal; the code says failure.
pub(crate) fn complain(message: &str) -> ExitCode {
    // With nobody to read standard error there is nothing better to do than to go on.
    let _unread = writeln!(io::stderr(), "pulang: {message}");
    ExitCode::FAILURE
}
