//! A machine without a screen, or with one that does not answer.

use std::process::{Command, Output};

use crate::support::program;

/// Where no display server listens: its sockets are numbered from 0, and nobody has so many.
const DEAD: [(&str, &str); 2] = [("DISPLAY", ":59999"), ("WAYLAND_DISPLAY", "wayland-59999")];

/// The program without a subcommand, with none but these displays.
fn starts(displays: &[(&str, &str)], arguments: &[&str]) -> Output {
    let mut pulang = Command::new(program());
    pulang.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").envs(displays.iter().copied());
    pulang.args(arguments).output().unwrap()
}

#[test]
fn without_a_display_the_program_says_what_to_type() {
    let output = starts(&[], &["--lang", "en"]);

    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("no display"), "{said}");
    assert!(said.contains("“pulang --help”"), "{said}");
    assert!(output.stdout.is_empty());
}

#[test]
fn a_display_that_does_not_answer_is_told_in_each_language() {
    for displays in [&DEAD[..1], &DEAD[1..], &DEAD] {
        for (lang, word) in [("id", "Jendela"), ("en", "does not answer"), ("km", "បង្អួច")] {
            let output = starts(displays, &["--lang", lang]);

            let said = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(1), "{displays:?}: {said}");
            assert!(said.contains(word) && said.contains("“pulang --help”"), "{said}");
            assert!(said.contains(displays[0].0), "{said}");
            // One message, and nothing of the toolkit's own.
            assert_eq!(said.lines().count(), 1, "{said}");
            assert!(output.stdout.is_empty());
        }
    }
}

#[test]
fn a_script_reads_that_no_window_can_open() {
    let output = starts(&DEAD[..1], &["--json"]);

    let said: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &said["error"]["code"]), (Some(1), &"dead-display".into()));
    assert!(output.stderr.is_empty());
}

#[test]
fn an_argument_that_does_not_read_is_wrong_use() {
    let output = Command::new(program()).arg("--passphrase=secret").output().unwrap();

    assert_eq!(output.status.code(), Some(2));
}
