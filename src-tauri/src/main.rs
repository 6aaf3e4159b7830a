//! The program `pulang`: without a subcommand it opens the window, with one it does that one deed.

use std::process::ExitCode;

fn main() -> ExitCode {
    pulang_shell::main(std::env::args_os())
}
