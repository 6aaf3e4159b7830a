//! Many deeds under one unlock. Owns cutting a line into words as a shell would; stops at the first failure and says on
//! which line. What the lines before it did stays done.

use std::io::{self, Read as _};
use std::path::Path;

use clap::Parser as _;
use desk::DeskError;
use serde_json::Value;

use super::arguments::{Deed, Globals, Line};
use super::outcome::Outcome;
use super::perform;
use super::session::Session;
use crate::failure::Failure;
use crate::files;

/// Does every line of a file, or of standard input for `-`. Empty lines and lines that begin with `#` are passed over.
///
/// # Errors
/// The file cannot be read, or a line fails; the failure knows the line.
pub(super) fn perform(session: &mut Session, file: &Path) -> Result<Outcome, Failure> {
    let text = text(file).map_err(|error| session.failure(&error))?;
    let (mut texts, mut jsons) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        let done = deed(line)
            .map_err(|error| session.failure(&error))
            .and_then(|(lang, deed)| {
                session.speaking(lang.as_deref(), |session| perform::perform(session, deed))
            })
            .map_err(|failure| failure.on_line(number))?;
        if done.exit != 0 {
            return Err(session.failure(&DeskError::GateClosed).on_line(number));
        }
        texts.push(done.text);
        jsons.push(done.json);
    }
    Ok(Outcome::with(texts.join("\n"), Value::Array(jsons)))
}

fn text(file: &Path) -> Result<String, DeskError> {
    if file.as_os_str() != "-" {
        return files::read_text(file);
    }
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).map_err(|_| DeskError::File)?;
    Ok(text)
}

/// One line as a subcommand with its own language, if it has one; it may begin with the program's own name. Another vault,
/// officer or passphrase is refused: a batch has one unlock.
fn deed(line: &str) -> Result<(Option<String>, Deed), DeskError> {
    let words = shlex::split(line).ok_or(DeskError::WrongUse)?;
    let words = words.strip_prefix(["pulang".to_owned()].as_slice()).unwrap_or(&words);
    let line = Line::try_parse_from(std::iter::once("pulang").chain(words.iter().map(String::as_str)));
    let Line { globals, deed } = line.map_err(|_| DeskError::WrongUse)?;
    let Globals { vault, officer, passphrase_file, json: _, lang } = globals;
    if vault.is_some() || officer.is_some() || passphrase_file.is_some() {
        return Err(DeskError::WrongUse);
    }
    match deed {
        Some(Deed::Batch { .. }) | None => Err(DeskError::WrongUse),
        Some(deed) => Ok((lang, deed)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_as_a_shell_would() {
        let Ok((None, Deed::Person(crate::cli::arguments::PersonDeed::Search { text }))) =
            deed("person search 'Siti Contoh'")
        else {
            panic!("not a search");
        };
        assert_eq!(text, "Siti Contoh");
        assert!(matches!(deed("pulang undo"), Ok((None, Deed::Undo))));
        assert!(matches!(deed("--lang km today"), Ok((Some(lang), Deed::Today)) if lang == "km"));
    }

    #[test]
    fn a_batch_in_a_batch_and_half_a_quote_are_refused() {
        assert!(matches!(deed("batch other.txt"), Err(DeskError::WrongUse)));
        assert!(matches!(deed("person search 'half"), Err(DeskError::WrongUse)));
        assert!(matches!(deed("no-such-word"), Err(DeskError::WrongUse)));
        assert!(matches!(deed("--vault /elsewhere undo"), Err(DeskError::WrongUse)));
    }
}
