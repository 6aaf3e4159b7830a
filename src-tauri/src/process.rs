//! The process itself: a renderer that works, words instead of a trace. Owns what must be true before anything is read;
//! refuses to know a case.

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

/// True when the system offers a screen to draw on.
pub(crate) fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Starts the program again, once, with the renderer that also works on NVIDIA's drivers (elsewhere it is the quicker
/// one). WebKitGTK reads its choice from the environment, which a program cannot change safely for itself.
#[cfg(target_os = "linux")]
pub(crate) fn with_a_renderer_that_works() {
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if std::env::var_os(RENDERER).is_some() {
        return;
    }
    let mut arguments = std::env::args_os();
    if let (Ok(program), Some(name)) = (std::env::current_exe(), arguments.next()) {
        // Comes back only when the system refuses; the window then opens with the other renderer.
        let _refused = Command::new(program).arg0(name).args(arguments).env(RENDERER, "1").exec();
    }
}

/// Other systems draw with another engine.
#[cfg(not(target_os = "linux"))]
pub(crate) fn with_a_renderer_that_works() {}
