//! The shell: one window and one command line, both thin over `desk`. Owns the process, the window and the reading of
//! arguments; refuses rules: a command or a subcommand is one call into `desk`.

#![forbid(unsafe_code)]

mod cli;
mod process;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program and returns how it ended; nothing is read and no window opens before the process is safe.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    process::speak_of_faults_without_contents();
    if let Err(fault) = process::leave_no_core_file() {
        return process::complain(&format!("this system does not let a program forbid core files: {fault}"));
    }
    match cli::read(arguments) {
        Ok(line) => cli::run(&line),
        Err(answer) => cli::answer(&answer),
    }
}
