//! A machine without a screen.

use std::process::Command;

use crate::support::program;

#[test]
fn without_a_display_the_program_says_what_to_type() {
    let output =
        Command::new(program()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").output().unwrap();

    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no display"), "{said}");
    assert!(said.contains("`pulang --help`"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn an_argument_that_does_not_read_is_wrong_use() {
    let output = Command::new(program()).arg("--passphrase=secret").output().unwrap();

    assert_eq!(output.status.code(), Some(2));
}
