//! The command line. Owns reading the arguments and saying how it went; refuses rules, and a passphrase among the
//! arguments or in the environment. Results go to standard output, everything else to standard error.

mod arguments;
mod batch;
mod casework;
mod documents;
mod exchange;
mod findings;
mod keeping;
mod outcome;
mod pages;
mod papers;
mod passphrase;
mod perform;
mod records;
mod session;
mod trade;
mod updating;
mod vault;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;

pub(crate) use arguments::Line;
use arguments::{Deed, Globals};
use outcome::Outcome;
use session::Session;

use crate::failure::Failure;
use crate::{drawer, process, window};

const WRONG_USE: u8 = 2;

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
    let _unread = answer.print().and_then(|()| io::stdout().flush());
    if answer.use_stderr() { ExitCode::from(WRONG_USE) } else { ExitCode::SUCCESS }
}

/// Does what the line asks for and says how it ended.
pub(crate) fn run(line: Line) -> ExitCode {
    let Line { globals, deed } = line;
    let Some(deed) = deed else { return open_window(globals) };
    if let Deed::Draw { asked } = &deed {
        return drawer::answer(asked);
    }
    let json = globals.json;
    let mut session = match Session::begin(globals) {
        Ok(session) => session,
        Err(fault) => return process::complain(&fault.to_string()),
    };
    let done = match deed {
        Deed::Batch { file } => batch::perform(&mut session, &file),
        deed => perform::perform(&mut session, deed),
    };
    let closed = session.close();
    match done.and_then(|outcome| closed.map(|()| outcome)) {
        Ok(outcome) => say(&outcome, json),
        Err(failure) => confess(&failure, json),
    }
}

fn open_window(globals: Globals) -> ExitCode {
    let Err(error) = window::open(globals.vault.as_deref()) else { return ExitCode::SUCCESS };
    let json = globals.json;
    // For its words.
    match Session::begin(globals) {
        Ok(session) => confess(&session.failure(&error), json),
        Err(fault) => process::complain(&fault.to_string()),
    }
}

fn say(outcome: &Outcome, json: bool) -> ExitCode {
    let text = if json { pretty(&outcome.json) } else { outcome.text.clone() };
    let written = if text.is_empty() { Ok(()) } else { writeln!(io::stdout(), "{text}") };
    // The deed is done; a reader that closed its end early (`| head`) is no failure of it.
    match written {
        Err(fault) if fault.kind() != io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::from(outcome.exit),
    }
}

fn confess(failure: &Failure, json: bool) -> ExitCode {
    if json {
        // As above: nobody reads it, and the code still says it.
        let _unread = writeln!(io::stdout(), "{}", pretty(&failure.json()));
    } else {
        process::complain(&failure.text());
    }
    ExitCode::from(failure.exit())
}

fn pretty(json: &serde_json::Value) -> String {
    format!("{json:#}")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::Line;

    fn each(command: &clap::Command, check: &mut impl FnMut(&clap::Command)) {
        if command.has_subcommands() {
            command.get_subcommands().filter(|one| one.get_name() != "help").for_each(|one| each(one, check));
        } else {
            check(command);
        }
    }

    #[test]
    fn every_subcommand_explains_itself_with_an_example() {
        let mut seen = 0;
        each(&Line::command(), &mut |command| {
            seen += 1;
            let example = command.get_after_help().map(ToString::to_string).unwrap_or_default();
            assert!(example.contains("pulang "), "no example: {}", command.get_name());
            assert!(command.get_about().is_some(), "no words: {}", command.get_name());
        });
        assert!(seen > 15, "{seen}");
        Line::command().debug_assert();
    }

    #[test]
    fn a_passphrase_is_no_argument() {
        each(&Line::command(), &mut |command| {
            let longs: Vec<_> = command.get_arguments().filter_map(clap::Arg::get_long).collect();
            assert!(!longs.contains(&"passphrase"), "{}", command.get_name());
        });
    }
}
