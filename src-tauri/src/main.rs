//! The program `pulang`: without a subcommand it opens the window, with one it does that one deed.

use std::alloc::System;
use std::process::ExitCode;

use zeroizing_alloc::ZeroAlloc;

/// What is given back is wiped, whoever held it: a key that a library copied, a passphrase that came from the page, a name.
#[global_allocator]
static WIPING: ZeroAlloc<System> = ZeroAlloc(System);

fn main() -> ExitCode {
    pulang_shell::main(std::env::args_os())
}
