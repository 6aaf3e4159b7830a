//! A script that got into the page finds no way out: no network, no other page, no command that is not listed.

use crate::support::Rig;
use crate::support::fence::{Ear, UNLISTED, WAYS_OUT, asks_for, gives};

#[test]
fn a_script_finds_no_tauri_and_changes_no_prototype() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    assert_eq!(gives(&window, "typeof window.__TAURI__"), "gave undefined");
    assert_eq!(gives(&window, "Object.isFrozen(Object.prototype)"), "gave true");
    assert!(gives(&window, "eval('1')").starts_with("refused"));
    assert!(gives(&window, "new Function('return 1')()").starts_with("refused"));
}

#[test]
fn no_script_reaches_a_server_even_on_this_machine() {
    let ear = Ear::open();
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    for way_out in WAYS_OUT {
        assert!(!ear.reached_by(&window, way_out), "reached the server: {way_out}");
    }
    assert!(!ear.reached_late(), "something reached the server late");
    assert!(gives(&window, "fetch('http://127.0.0.1:9/')").starts_with("refused"));
}

#[test]
fn no_other_page_and_no_second_window_opens() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    let leave = "location.href = 'https://example.org/'; setTimeout(arguments[0], 500);";
    // The driver may lose its place when the page tries to leave; where the page is decides.
    let _lost = window.script(leave);
    assert_eq!(gives(&window, "location.origin"), "gave tauri://localhost");
    assert_eq!(gives(&window, "window.open('https://example.org/')"), "gave null");
    assert_eq!(gives(&window, "location.origin"), "gave tauri://localhost");
}

#[test]
fn a_command_that_is_not_listed_is_denied() {
    let rig = Rig::start();
    let window = rig.open();
    window.find("body");

    for command in UNLISTED {
        let outcome = asks_for(&window, command);
        assert!(outcome.starts_with("refused"), "{command}: {outcome}");
    }
}
