//! A passphrase that was copied, seen through the display's own clipboard by another program: it lies there for seconds, goes
//! with a lock, and what somebody else has copied since stays.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::locking::{PASSPHRASE, unlocks, with_two_officers};
use crate::support::{Rig, Window, testid, until};

/// What another program would paste; nothing where there is no text.
fn pasted(rig: &Rig) -> String {
    let mut xclip = Command::new("xclip");
    let read = xclip.args(["-out", "-selection", "clipboard"]).env("DISPLAY", rig.screen());
    String::from_utf8(read.stderr(Stdio::null()).output().unwrap().stdout).unwrap()
}

/// Another program copies something.
fn copies(rig: &Rig, text: &str) {
    let mut xclip = Command::new("xclip");
    xclip.args(["-in", "-selection", "clipboard"]).env("DISPLAY", rig.screen());
    let mut copying = xclip.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
    copying.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    assert!(copying.wait().unwrap().success());
}

/// Lets somebody in, copies the passphrase that is shown once, and gives it.
fn copied(window: &Window, name: &str) -> String {
    window.click(&testid("nav-settings"));
    window.click("[role=tab]:nth-of-type(2)");
    window.type_into(&testid("officer-name"), name);
    window.click(&testid("officer-add"));
    window.find(&testid("officer-passphrase"));
    let shown = window.text(&testid("officer-passphrase")).unwrap();
    window.click(&testid("copy"));
    window.sees(&testid("copy-left"), "Taken back in");
    shown
}

#[test]
fn a_copied_passphrase_lies_there_for_seconds_and_goes_with_a_lock() {
    let rig = Rig::start();
    with_two_officers(&rig);
    let window = rig.open();
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    let shown = copied(&window, "Rukmini Contoh");
    assert_eq!(shown.split(' ').count(), 6);
    assert_eq!(pasted(&rig), shown);
    until("it is taken back", || pasted(&rig).is_empty().then_some(()));

    window.click(&testid("copy"));
    until("it is lent again", || (pasted(&rig) == shown).then_some(()));
    window.click(&testid("lock"));
    window.find(&testid("unlock-passphrase"));
    assert_eq!(pasted(&rig), "", "at once with the lock");
}

#[test]
fn what_another_program_copied_since_stays() {
    let rig = Rig::start();
    with_two_officers(&rig);
    let window = rig.open();
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    let shown = copied(&window, "Rukmini Contoh");
    assert_eq!(pasted(&rig), shown);
    copies(&rig, "a shopping list");
    until("the seconds are over", || window.text(&testid("copy-left")).is_none().then_some(()));
    window.click(&testid("lock"));
    window.find(&testid("unlock-passphrase"));
    assert_eq!(pasted(&rig), "a shopping list");
}
