//! The system's printer. Owns handing it bytes on its standard input, so that nothing lies on the disk; refuses to know what
//! they are.

use std::io::{self, Write as _};
use std::process::{Command, Stdio};

use crate::system;

/// Prints a PDF on the system's own default printer, or on the one named.
///
/// # Errors
/// There is no `lp`, or it says no.
pub(crate) fn print(bytes: &[u8], printer: Option<&str>) -> io::Result<()> {
    let mut command = Command::new("lp");
    // A printer may hang on a server that has a name.
    command.env_remove(system::RESOLVER);
    command.args(["-t", "pulang", "-o", "sides=two-sided-long-edge"]);
    if let Some(printer) = printer {
        command.args(["-d", printer]);
    }
    // What lp says of the job is for nobody: it is in the audit already.
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(bytes));
    let ended = child.wait()?;
    written?;
    if ended.success() { Ok(()) } else { Err(io::Error::other("lp refused")) }
}
