//! From an empty folder to the first dossier, with the keyboard alone, in each language: what somebody does who has read
//! nothing. Every key that is a command is counted.

use crate::officer::Officer;
use crate::support::{Rig, pdf, testid as id, until};

const ENTER: &str = "\u{E007}";
const TAB: &str = "\u{E004}";
const SHIFT: &str = "\u{E008}";
const DOWN: &str = "\u{E015}";
const SPACE: &str = " ";
/// More stops than any page has: going on longer is going round.
const STOPS: usize = 80;

/// Goes from stop to stop until the keyboard is at this one.
fn reaches(officer: &Officer<'_>, name: &str, step: &[&str]) {
    officer.window.find(&id(name));
    let at = "arguments[0](document.activeElement?.dataset.testid ?? '')";
    for _ in 0..STOPS {
        if officer.window.script(at).is_ok_and(|now| now == name) {
            return;
        }
        officer.window.press(step);
    }
    panic!("the keyboard never comes to {name}");
}

/// Goes on to this stop and presses the key there.
fn presses(officer: &Officer<'_>, name: &str, key: &str) {
    reaches(officer, name, &[TAB]);
    officer.press(&[key]);
}

fn types(officer: &Officer<'_>, name: &str, text: &str) {
    reaches(officer, name, &[TAB]);
    officer.window.press_text(text);
}

fn an_office_begins(officer: &Officer<'_>, lang: &str) {
    reaches(officer, &format!("lang-{lang}"), &[SHIFT, TAB]);
    officer.press(&[SPACE]);
    officer.window.find(&format!("html[lang='{lang}']"));
    types(officer, "vault-officer", "Rina Contoh");
    types(officer, "vault-office", "pnh");
    officer.press(&[ENTER]);
    officer.window.find(&id("recovery-key"));
    let key = officer.window.text(&id("recovery-key")).unwrap();
    types(officer, "recovery-typed", &key);
    presses(officer, "vault-finish", ENTER);
    officer.window.find(&id("rescues-empty"));
    officer.within("an office begins, up to its empty list of rescues", 3);
}

fn a_rescue_with_one_person(officer: &Officer<'_>) {
    presses(officer, "new-rescue", ENTER);
    types(officer, "new-name", "Malam Contoh");
    types(officer, "new-when", "28/6/2023");
    officer.press(&[ENTER]);
    officer.window.find(&id("roster-empty"));
    presses(officer, "import-list", ENTER);
    presses(officer, "type-in", ENTER);
    types(officer, "typed-0-name", "Sari Umpama");
    presses(officer, "grid-read", ENTER);
    presses(officer, "take-in", ENTER);
    officer.window.find(&id("person-row"));
    officer.within("the first rescue with its first person", 6);
}

/// Without consent nobody may go in, and the way to ask for it is where that is said.
fn a_dossier(officer: &Officer<'_>) {
    presses(officer, "dossier", ENTER);
    presses(officer, "profile-embassy", SPACE);
    presses(officer, "prepare", ENTER);
    officer.window.find("[data-code='no-consent']");
    presses(officer, "ask-consent", ENTER);
    presses(officer, "consent-read", ENTER);
    officer.window.find(&id("form-consent"));
    presses(officer, "new-outcome", DOWN);
    types(officer, "new-answered_on", "29/6/2023");
    officer.press(&[ENTER]);
    officer.window.find(&id("page-picture"));
    presses(officer, "release", ENTER);
    officer.window.find(&id("release-passphrase"));
    officer.within("the first dossier, consent asked for on the way", 8);
}

fn from_nothing_to_a_dossier_in(lang: &str) {
    let rig = Rig::start();
    let window = rig.open();
    let file = rig.home().join("first.pdf");
    rig.answers("save", &file);
    let officer = Officer::at(&window);
    an_office_begins(&officer, lang);
    a_rescue_with_one_person(&officer);
    a_dossier(&officer);
    let passphrase = window.text(&id("release-passphrase")).unwrap();
    until("the file is there", || file.exists().then_some(()));
    assert!(pdf::text_behind(&file, &passphrase).contains("Sari Umpama"));
    officer.leaves(&format!("first-run-{lang}.md"));
}

#[test]
fn a_first_dossier_with_the_keyboard_alone_in_indonesian() {
    from_nothing_to_a_dossier_in("id");
}

#[test]
fn a_first_dossier_with_the_keyboard_alone_in_english() {
    from_nothing_to_a_dossier_in("en");
}

#[test]
fn a_first_dossier_with_the_keyboard_alone_in_khmer() {
    from_nothing_to_a_dossier_in("km");
}
