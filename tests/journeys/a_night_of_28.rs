//! The night of 28 in the real window: from an empty laptop to a sealed dossier for the police, and back after a lock.

use std::fs;
use std::path::Path;

use crate::support::{Rig, Window, files, night, pdf, testid as id, until};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

fn click(window: &Window, name: &str) {
    window.click(&id(name));
}

fn write(window: &Window, name: &str, text: &str) {
    window.type_into(&id(name), text);
}

/// Chooses an option of a list by what it stands for.
fn choose(window: &Window, name: &str, option: &str) {
    window.click(&format!("{} option[value='{option}']", id(name)));
}

fn make_the_vault(window: &Window) {
    write(window, "vault-officer", "Rina Contoh");
    write(window, "vault-office", "PNH");
    click(window, "vault-own-own");
    write(window, "vault-passphrase", PASSPHRASE);
    click(window, "vault-begin");
    window.find(&id("recovery-key"));
    let key = window.text(&id("recovery-key")).unwrap();
    write(window, "recovery-typed", &key);
    click(window, "vault-finish");
}

fn take_the_list(rig: &Rig, window: &Window) {
    rig.answers("open", &night::list());
    click(window, "import-list");
    click(window, "pick-file");
    write(window, "rescue-name", "Malam Contoh");
    click(window, "take-in");
    window.find(&id("open-…-A0028"));
}

fn move_twenty_seven(window: &Window) {
    click(window, "select-all");
    click(window, "select-…-A0001");
    window.sees(&id("chosen"), "27");
    click(window, "add-event");
    click(window, "kind-movement");
    choose(window, "new-sort", "transfer");
    write(window, "new-departed_at", "29/6/2023");
    write(window, "new-arrived_at", "29/6/2023");
    write(window, "new-to_place", "Phnom Penh");
    click(window, "save-record");
    until("27 are in Phnom Penh", || {
        let count = "arguments[0]([...document.querySelectorAll('[data-testid=person-row]')]
            .filter(row => row.textContent.includes('Phnom Penh')).length)";
        (window.script(count).ok()?.as_u64()? == 27).then_some(())
    });
}

fn everybody_agrees(window: &Window) {
    click(window, "select-…-A0001");
    window.sees(&id("chosen"), "28");
    click(window, "add-event");
    click(window, "kind-consent");
    window.sees(&id("consent-script"), "");
    click(window, "consent-read");
    choose(window, "new-recipient", "host-police");
    choose(window, "new-outcome", "given");
    write(window, "new-answered_on", "29/6/2023");
    click(window, "save-record");
    until("the form is gone", || window.text(&id("form-consent")).is_none().then_some(()));
}

fn hand_a_dossier_to_the_police(rig: &Rig, window: &Window, file: &Path) {
    rig.answers("save", file);
    click(window, "dossier");
    click(window, "profile-host-police");
    click(window, "dossier-lang-km");
    click(window, "prepare");
    window.find(&id("page-picture"));
    click(window, "release-encrypted");
    click(window, "release");
    window.find(&id("release-passphrase"));
    let passphrase = window.text(&id("release-passphrase")).unwrap();
    assert!(passphrase.split([' ', '-']).count() >= 5, "a passphrase of five words");
    assert!(fs::read(file).unwrap().starts_with(b"%PDF"));
    assert!(pdf::text_behind(file, &passphrase).contains("នគរបាល"));
}

fn nobody_is_named_on_the_disk(home: &Path) {
    let seen: Vec<_> = ["vault", "config", "cache", "share", "state"]
        .iter()
        .flat_map(|folder| files::below(&home.join(folder)))
        .collect();
    assert!(!seen.is_empty(), "the vault is on the disk");
    for name in night::NAMES.iter().filter(|name| name.len() > 6) {
        let named = seen.iter().find(|file| files::holds(file, name));
        assert!(named.is_none(), "a name lies open in {named:?}");
    }
}

#[test]
fn from_an_empty_laptop_to_a_sealed_dossier() {
    let rig = Rig::start();
    let window = rig.open();
    make_the_vault(&window);
    take_the_list(&rig, &window);
    move_twenty_seven(&window);
    window.picture(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("a-night-of-28.png"));
    everybody_agrees(&window);
    hand_a_dossier_to_the_police(&rig, &window, &rig.home().join("police.pdf"));

    click(&window, "lock");
    window.find(&id("unlock-passphrase"));
    nobody_is_named_on_the_disk(rig.home());
    write(&window, "unlock-passphrase", "wrong words altogether");
    click(&window, "unlock-submit");
    window.find("[data-testid='failure'][data-code='wrong-passphrase']");
    window
        .script("document.querySelector('[data-testid=unlock-passphrase]').select(); arguments[0]()")
        .unwrap();
    write(&window, "unlock-passphrase", PASSPHRASE);
    click(&window, "unlock-submit");
    click(&window, "open-…-RA01");
    window.find(&id("open-…-A0028"));
    click(&window, "tab-timeline");
    window.sees(&id("timeline"), "27");
}
