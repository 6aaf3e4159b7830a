//! Foreign pages and photos drawn by a child: this program once more, with the file on its standard input and limits that the system
//! keeps. Owns starting, waiting for and ending that child; refuses to wait for ever. Nothing of the file touches the disk.

use std::io::{self, Read as _, Write as _};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use desk::drawing::{Asked, Undrawn, draw};

use crate::system;

/// The subcommand by which the program asks itself.
const SUBCOMMAND: &str = "draw";

/// The exit codes by which the child refuses.
const REFUSALS: [(u8, Undrawn); 4] =
    [(4, Undrawn::Unreadable), (5, Undrawn::TooWide), (6, Undrawn::TooLarge), (7, Undrawn::Locked)];

/// What a child may take beyond the program itself, which is 75 MB in memory, and the seconds that it may work. A page of a PDF
/// may hide a bomb that no header tells: with this it is over below 300 MB, and a page of A4 scanned in colour at 600 dots to
/// the inch, which takes 150 MB and half a second, is drawn. A photo is measured before it is decoded; the largest that is
/// taken, 256 MiB of pixels, is turned upright and written anew.
const fn allowance(asked: Asked) -> (u64, u64) {
    match asked {
        Asked::PageCount | Asked::Page { .. } | Asked::Words => (192 << 20, 3),
        Asked::Preview | Asked::Copy | Asked::Print => (768 << 20, 10),
    }
}

/// Seconds that a child may take in all on a machine with much else to do.
const LONGEST: Duration = Duration::from_secs(60);

/// The largest file that is read and the largest picture that is believed.
const MOST: u64 = 256 << 20;

/// Has a child draw.
///
/// # Errors
/// As the child found it; [`Undrawn::Stopped`] when it crashed, was ended or never began.
pub(crate) fn ask(bytes: &[u8], asked: Asked) -> Result<Vec<u8>, Undrawn> {
    let mut child = begin(asked).map_err(|_| Undrawn::Stopped)?;
    let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Undrawn::Stopped);
    };
    let answer = std::thread::scope(|scope| {
        // A child that ends early closes the pipe; what it says of that is its exit code.
        scope.spawn(move || to.write_all(bytes));
        let (say, hear) = mpsc::channel();
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = from.take(MOST).read_to_end(&mut answer).map(|_| answer);
            // Nobody listens any more when it took too long.
            let _unheard = say.send(read);
        });
        let answer = hear.recv_timeout(LONGEST);
        if answer.is_err() {
            // Both pipes close with it, and with them the two threads end.
            let _already_gone = child.kill();
        }
        answer
    });
    let ended = child.wait().map_err(|_| Undrawn::Stopped)?;
    match (answer, ended.code()) {
        (Ok(Ok(answer)), Some(0)) => Ok(answer),
        (_, Some(code)) => {
            let refusal = REFUSALS.iter().find(|(said, _)| i32::from(*said) == code);
            Err(refusal.map_or(Undrawn::Stopped, |(_, refusal)| *refusal))
        }
        _ => Err(Undrawn::Stopped),
    }
}

fn begin(asked: Asked) -> io::Result<Child> {
    Command::new(system::this_program()?)
        .arg(SUBCOMMAND)
        .args(asked.words())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// What the child does: reads standard input, draws, writes to standard output.
pub(crate) fn answer(asked: &[String]) -> ExitCode {
    let Some(asked) = Asked::read(asked) else { return ExitCode::from(2) };
    let (memory, work) = allowance(asked);
    desk::confine(memory, work);
    let mut bytes = Vec::new();
    if io::stdin().take(MOST).read_to_end(&mut bytes).is_err() {
        return ExitCode::FAILURE;
    }
    match draw(&bytes, asked) {
        Ok(picture) => match io::stdout().write_all(&picture).and_then(|()| io::stdout().flush()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        },
        Err(refused) => REFUSALS
            .iter()
            .find(|(_, refusal)| *refusal == refused)
            .map_or(ExitCode::FAILURE, |(code, _)| ExitCode::from(*code)),
    }
}
