//! The flows of a night and a day in the real window, in each language, with every action counted against its budget.

use crate::officer::Officer;
use crate::support::{Rig, Window, night, testid as id};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";
const ENTER: &str = "\u{E007}";
const TAB: &str = "\u{E004}";

fn make_the_vault(window: &Window, lang: &str) {
    window.click(&id(&format!("lang-{lang}")));
    window.type_into(&id("vault-officer"), "Rina Contoh");
    window.type_into(&id("vault-office"), "PNH");
    window.click(&id("vault-own-own"));
    window.type_into(&id("vault-passphrase"), PASSPHRASE);
    window.click(&id("vault-begin"));
    window.find(&id("recovery-key"));
    let key = window.text(&id("recovery-key")).unwrap();
    window.type_into(&id("recovery-typed"), &key);
    window.click(&id("vault-finish"));
    window.find(&id("import-list"));
}

fn intake_by_night(officer: &Officer<'_>) {
    officer.click("import-list");
    officer.click("pick-file");
    officer.write("rescue-name", "Malam Contoh");
    officer.write("rescue-when", "28/6/2023");
    officer.click("take-in");
    officer.window.find(&id("open-…-A0028"));
    officer.within("night intake of 28", 8);
}

fn one_event_for_27(officer: &Officer<'_>) {
    officer.click("select-all");
    officer.click("select-…-A0001");
    officer.click("add-event");
    officer.click("kind-movement");
    officer.choose("new-sort", "transfer");
    officer.write("new-departed_at", "29/6/2023");
    officer.write("new-to_place", "Phnom Penh");
    officer.click("save-record");
    officer.waits_out("form-movement");
    officer.within("one event for 27, less one", 6);
}

fn a_service_for_the_group(officer: &Officer<'_>) {
    officer.window.sees(&id("chosen"), "27");
    officer.press(&["s"]);
    officer.choose("new-sort", "medicine");
    officer.click("save-record");
    officer.waits_out("form-service");
    officer.within("a service for 27", 6);
}

fn a_service_for_one(officer: &Officer<'_>) {
    officer.window.click(&id("open-…-A0002"));
    officer.window.find(&id("identity"));
    officer.press(&["s"]);
    officer.window.find(&id("form-service"));
    officer.click("save-record");
    officer.waits_out("form-service");
    officer.within("the same service for one more", 4);
}

fn a_dossier(officer: &Officer<'_>) {
    officer.window.click(&id("open-rescue"));
    officer.window.click(&id("select-all"));
    officer.window.click(&id("add-event"));
    officer.window.click(&id("kind-consent"));
    officer.window.click(&id("consent-read"));
    officer.window.click(&format!("{} option[value='host-police']", id("new-recipient")));
    officer.window.click(&format!("{} option[value='given']", id("new-outcome")));
    officer.write("new-answered_on", "29/6/2023");
    officer.window.click(&id("save-record"));
    officer.waits_out("form-consent");
    officer.click("tab-handover");
    officer.click("handover-host-police");
    officer.click("prepare");
    officer.window.find(&id("page-picture"));
    officer.click("release-encrypted");
    officer.click("release");
    officer.window.find(&id("release-passphrase"));
    officer.within("handover dossier of 28", 7);
}

fn people_by_voice(officer: &Officer<'_>) {
    officer.window.click(&id("nav-rescues"));
    officer.window.click(&id("import-list"));
    officer.window.click(&id("type-in"));
    officer.window.click(&id("typed-0-name"));
    for (name, sex, age) in [("Sari Umpama", "P", "19"), ("Al", "L", "31")] {
        officer.window.press_text(name);
        officer.press(&[TAB]);
        officer.window.press_text(sex);
        officer.press(&[TAB]);
        officer.window.press_text(age);
        officer.press(&[TAB]);
        officer.press(&[ENTER]);
        officer.within("a person by voice", 5);
    }
    officer.window.click(&id("grid-read"));
    officer.window.sees(&id("preview-heading"), "2");
}

fn anybody_from_anywhere(officer: &Officer<'_>) {
    officer.window.click(&id("nav-settings"));
    officer.press(&["\u{E009}", "k"]);
    officer.write("palette-find", "Suwartono");
    officer.window.sees(&id("palette-option"), "Suwartono");
    officer.press(&[ENTER]);
    officer.window.sees(&id("heading"), "Suwartono");
    officer.within("anybody, from anywhere", 2);
}

fn a_night_and_a_day_in(lang: &str) {
    let rig = Rig::start();
    let window = rig.open();
    make_the_vault(&window, lang);
    rig.answers("open", &night::list());
    rig.answers("save", &rig.home().join("police.pdf"));
    let officer = Officer::at(&window);
    intake_by_night(&officer);
    one_event_for_27(&officer);
    a_service_for_the_group(&officer);
    a_service_for_one(&officer);
    a_dossier(&officer);
    people_by_voice(&officer);
    anybody_from_anywhere(&officer);
    officer.leaves(&format!("budgets-{lang}.md"));
}

#[test]
fn the_flows_are_within_their_budgets_in_indonesian() {
    a_night_and_a_day_in("id");
}

#[test]
fn the_flows_are_within_their_budgets_in_english() {
    a_night_and_a_day_in("en");
}

#[test]
fn the_flows_are_within_their_budgets_in_khmer() {
    a_night_and_a_day_in("km");
}
