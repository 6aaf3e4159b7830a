//! The command line. Owns reading the arguments and saying how it went; refuses rules, and a passphrase among the
//! arguments or in the environment.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

use crate::{process, window};

const WRONG_USE: u8 = 2;

/// Case files for bringing people home.
#[derive(Debug, Parser)]
#[command(name = "pulang", version, about, after_help = "Example:\n  pulang --vault /media/stick/vault")]
pub(crate) struct Line {
    /// The folder that holds the vault, instead of the system's usual place
    #[arg(long, global = true, value_name = "DIR")]
    vault: Option<PathBuf>,
}

/// Reads the arguments, the program's own name first.
///
/// # Errors
/// The arguments ask for help or for the version, or do not read.
pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Line, clap::Error> {
    Line::try_parse_from(arguments)
}

/// Prints what the reading itself has to say: help, the version, or what is wrong with the arguments.
pub(crate) fn answer(answer: &clap::Error) -> ExitCode {
    // A reader that has gone away wants no more text.
    let _unread = answer.print().and_then(|()| std::io::stdout().flush());
    if answer.use_stderr() { ExitCode::from(WRONG_USE) } else { ExitCode::SUCCESS }
}

/// Does what the line asks for and says how it ended.
pub(crate) fn run(line: &Line) -> ExitCode {
    match window::open(line.vault.as_deref()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => process::complain(&fault.to_string()),
    }
}
