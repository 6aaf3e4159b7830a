//! Points that the real window is put to: a script that got into its page, and nobody at the keyboard.

use std::fs;
use std::process::Command;
use std::time::Duration;

use crate::bench::PASSPHRASE;
use crate::point::{Tried, point, times};
use crate::support::fence::{Ear, UNLISTED, WAYS_OUT, asks_for, gives};
use crate::support::{Rig, Window, testid};

/// A vault of Sari Contoh where the window of this rig looks for one.
pub(crate) fn lay_vault(rig: &Rig) {
    fs::write(rig.home().join("words.txt"), PASSPHRASE).unwrap();
    let mut made = Command::new(env!("CARGO_BIN_EXE_pulang"));
    made.arg("--vault").arg(rig.vault()).arg("--passphrase-file").arg(rig.home().join("words.txt"));
    made.args(["--officer", "Sari Contoh", "vault", "init", "--office", "PNH", "--recovery-out"]);
    let made = made.arg(rig.home().join("recovery.txt")).env("XDG_CONFIG_HOME", rig.home().join("config"));
    assert!(made.output().unwrap().status.success());
}

pub(crate) fn unlock(window: &Window) {
    window.type_into(&testid("unlock-passphrase"), PASSPHRASE);
    window.click(&testid("unlock-submit"));
    window.find(&testid("rescues-empty"));
}

/// Commands that the capability lists, that take nothing but a page and that say something of a case or of the vault.
const OF_AN_OPEN_VAULT: [&str; 12] = [
    "rescues", "today", "permits", "ledger", "notices", "devices", "office", "officers", "settings",
    "backups", "loose", "rekey",
];

#[test]
fn p19_a_script_in_the_page_reaches_nothing() {
    point(19, "injected script: ways out, commands", |sabotage| {
        let rig = Rig::start();
        lay_vault(&rig);
        let window = rig.open();
        window.find(&testid("unlock-passphrase"));
        let mut tried = Tried::default();
        for command in UNLISTED {
            // A command that is listed is answered, which must be noticed.
            let command = if sabotage { "status" } else { command };
            tried.count(asks_for(&window, command).starts_with("refused"));
        }
        for command in OF_AN_OPEN_VAULT {
            let asked = format!(
                "window.__TAURI_INTERNALS__.invoke('{command}', {{ offset: 0, limit: 1 }}).catch(why => {{ throw why.code ?? why; }})"
            );
            tried.count(gives(&window, &asked) == "refused locked");
        }
        for script in ["eval('1')", "new Function('return 1')()"] {
            tried.count(gives(&window, script).starts_with("refused"));
        }
        let ear = Ear::open();
        for way_out in WAYS_OUT {
            tried.count(!ear.reached_by(&window, way_out));
        }
        if sabotage {
            ear.knock();
        }
        tried.count(!ear.reached_late());
        tried.count(gives(&window, "window.open('https://example.org/')") == "gave null");
        // The driver may lose its place when the page tries to leave; where the page is decides.
        let _lost = window.script("location.href = 'https://example.org/'; setTimeout(arguments[0], 500);");
        tried.count(gives(&window, "location.origin") == "gave tauri://localhost");
        tried
    });
}

#[test]
fn p15_the_window_locks_when_nobody_is_there() {
    let rounds = times(1, 10);
    point(15, "the real window, left alone for its idle time", |sabotage| {
        let rig = Rig::with(&[("PULANG_IDLE_SECONDS", "3")]);
        lay_vault(&rig);
        let window = rig.open();
        let mut tried = Tried::default();
        for _ in 0..if sabotage { 1 } else { rounds } {
            unlock(&window);
            for _ in 0..12 {
                std::thread::sleep(Duration::from_millis(500));
                if sabotage {
                    window.press(&["\u{e008}"]);
                }
            }
            tried.count(window.text(&testid("unlock-passphrase")).is_some());
        }
        tried
    });
}
