//! The language an officer reads: chosen before the vault is open, kept for that officer, and spoken at the next start.

use crate::locking::{PASSPHRASE, unlocks, with_two_officers};
use crate::support::{Rig, Window, testid};

const OTHERS: &str = "lantern river pebble ocean candle forest";

fn speaks(window: &Window, lang: &str) {
    window.find(&format!("html[lang='{lang}']"));
}

#[test]
fn what_is_chosen_at_the_lock_holds_for_its_officer_and_is_remembered() {
    let rig = Rig::start();
    with_two_officers(&rig);
    let window = rig.open();
    window.find(&testid("unlock-passphrase"));
    speaks(&window, "id");

    // The vault began in English; who chooses Khmer reads Khmer.
    window.click(&testid("lang-km"));
    speaks(&window, "km");
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("rescue-row"));
    speaks(&window, "km");
    window.click(&testid("lock"));

    // A colleague who chooses nothing has what the vault began with, and takes nothing from anybody.
    unlocks(&window, "Budi Contoh", OTHERS);
    window.find(&testid("rescue-row"));
    speaks(&window, "en");
    window.click(&testid("lock"));
    unlocks(&window, "Sari Contoh", PASSPHRASE);
    window.find(&testid("rescue-row"));
    speaks(&window, "km");
    drop(window);

    let window = rig.open();
    window.find(&testid("unlock-passphrase"));
    speaks(&window, "km");
}
