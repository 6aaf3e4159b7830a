//! Learning to use it: a training vault is made in the real window, filled, looked through, locked and opened again.

use std::path::Path;

use crate::support::{Rig, testid, until};

#[test]
fn a_training_vault_is_made_locked_and_found_again() {
    let rig = Rig::start();
    let window = rig.open();
    window.click(&testid("lang-en"));
    window.type_into(&testid("vault-officer"), "Rina Contoh");
    window.type_into(&testid("vault-office"), "PNH");
    window.click(&testid("vault-training"));
    let passphrase = until("a passphrase is shown", || window.text(&testid("generated-passphrase")));
    assert_eq!(passphrase.split_whitespace().count(), 6);
    let key = window.text(&testid("recovery-key")).unwrap();

    window.type_into(&testid("recovery-typed"), "not the key");
    window.click(&testid("vault-finish"));
    window.sees(&testid("failure"), "recovery key");
    let clear = "document.querySelector('[data-testid=recovery-typed]').select(); arguments[0](1);";
    window.script(clear).unwrap();
    window.type_into(&testid("recovery-typed"), &key);
    window.click(&testid("vault-finish"));

    window.sees(&testid("training-banner"), "raining");
    window.click(&testid("open-…-RA01"));
    window.sees("body", "Larasati");
    window.picture(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("roster.png"));
    window.click(&testid("tab-timeline"));
    window.sees(&testid("timeline"), "16:20 WIB");

    window.click(&testid("lock"));
    window.type_into(&testid("unlock-passphrase"), "six words that are not it");
    window.click(&testid("unlock-submit"));
    window.sees(&testid("failure"), "does not open");
    window
        .script("document.querySelector('[data-testid=unlock-passphrase]').select(); arguments[0](1);")
        .unwrap();
    window.type_into(&testid("unlock-passphrase"), &passphrase);
    window.click(&testid("unlock-submit"));
    window.sees(&testid("rescue-row"), "Poipet");
}
