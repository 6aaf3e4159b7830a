//! Running other programs. Owns how a program is started, watched and said to have failed; refuses a shell: arguments
//! are passed as they are.

use std::fmt;
use std::io::{self, BufRead as _, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;

/// A task cannot go on; the text says what happened and what to type.
#[derive(Debug)]
pub(crate) struct Stop(pub(crate) String);

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<io::Error> for Stop {
    fn from(fault: io::Error) -> Self {
        Self(fault.to_string())
    }
}

/// A program with its arguments, not yet started.
pub(crate) struct Program {
    words: Vec<String>,
    command: Command,
}

/// `program argument argument …`, to be run at the root of the project.
pub(crate) fn program<A: AsRef<str>>(name: &str, arguments: &[A]) -> Program {
    let mut command = Command::new(name);
    command.args(arguments.iter().map(AsRef::as_ref));
    let words = std::iter::once(name).chain(arguments.iter().map(AsRef::as_ref)).map(str::to_owned).collect();
    Program { words, command }
}

impl Program {
    pub(crate) fn folder(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn more(mut self, arguments: &[String]) -> Self {
        self.command.args(arguments);
        self.words.extend_from_slice(arguments);
        self
    }

    /// Runs the program on this terminal.
    ///
    /// # Errors
    /// It does not start, or ends with anything but success.
    pub(crate) fn run(mut self) -> Result<(), Stop> {
        let status = self.command.status().map_err(|fault| self.not_started(&fault))?;
        if status.success() { Ok(()) } else { Err(Stop(format!("failed: {}", self.words.join(" ")))) }
    }

    /// Runs the program on this terminal and hands over how it ended.
    ///
    /// # Errors
    /// It does not start.
    pub(crate) fn status(mut self) -> Result<ExitStatus, Stop> {
        self.command.status().map_err(|fault| self.not_started(&fault))
    }

    /// Starts the program beside what follows; it ends when the result is let go.
    ///
    /// # Errors
    /// It does not start.
    pub(crate) fn meanwhile(mut self) -> Result<Meanwhile, Stop> {
        self.command.stdin(Stdio::null()).spawn().map(Meanwhile).map_err(|fault| self.not_started(&fault))
    }

    /// True when the program starts and ends well; it is heard by nobody.
    pub(crate) fn succeeds(mut self) -> bool {
        self.silence().status().is_ok_and(|status| status.success())
    }

    /// What the program writes on standard output; nothing when it does not start or ends badly.
    pub(crate) fn says(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// What the program writes on standard output, however it ends; nothing when it does not start.
    pub(crate) fn answers(mut self) -> String {
        let output = self.command.stdin(Stdio::null()).stderr(Stdio::null()).output();
        output.map(|said| String::from_utf8_lossy(&said.stdout).into_owned()).unwrap_or_default()
    }

    /// Runs the program, passes on what it writes as it comes, and shows each line to `listener` too.
    ///
    /// # Errors
    /// It does not start.
    pub(crate) fn heard(mut self, mut listener: impl FnMut(&str)) -> Result<ExitStatus, Stop> {
        self.command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|fault| self.not_started(&fault))?;
        let (sender, lines) = mpsc::channel();
        let output = child.stdout.take().map(|stream| pass_on(stream, io::stdout(), sender.clone()));
        let errors = child.stderr.take().map(|stream| pass_on(stream, io::stderr(), sender));
        for line in lines {
            listener(&line);
        }
        for thread in [output, errors].into_iter().flatten() {
            thread.join().map_err(|_| Stop("a stream could not be read".into()))?;
        }
        Ok(child.wait()?)
    }

    fn silence(&mut self) -> &mut Command {
        self.command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null())
    }

    fn not_started(&self, fault: &io::Error) -> Stop {
        Stop(format!("`{}` did not start: {fault}", self.words.join(" ")))
    }
}

/// A program that runs beside others.
pub(crate) struct Meanwhile(Child);

impl Drop for Meanwhile {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ended = self.0.kill();
        let _status = self.0.wait();
    }
}

fn pass_on(
    from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    sender: mpsc::Sender<String>,
) -> thread::JoinHandle<()> {
    thread::spawn(move || {
        for line in BufReader::new(from).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            // A closed terminal does not stop the count; a listener that is gone wants no more lines.
            let _closed = writeln!(to, "{line}");
            if sender.send(line).is_err() {
                break;
            }
        }
    })
}
