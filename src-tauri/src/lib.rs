//! The shell: one window and one command line, both thin over `desk`. Owns the process, the window and the reading of
//! arguments; refuses rules: a command or a subcommand is one call into `desk`.

#![forbid(unsafe_code)]

mod cli;
mod commands;
mod dialogs;
mod drawer;
mod failure;
mod files;
mod ground;
mod lending;
mod printing;
mod process;
mod state;
mod system;
mod telling;
mod tools;
mod watch;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program and returns how it ended; nothing is read before a crash can leave no picture of the memory.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    process::speak_of_faults_without_contents();
    desk::forbid_core_dumps();
    match cli::read(arguments) {
        Ok(line) => cli::run(line),
        Err(answer) => cli::answer(&answer),
    }
}
