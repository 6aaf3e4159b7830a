//! What is decided once and for long, in the real window: whose hands hold the office's key, which other office is trusted, and
//! what a person allows. Each is done, and each is taken back or ended.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::an_office::{enrols, joining};
use crate::by_command_line::Laptop;
use crate::support::{Rig, Window, testid as id, until};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

/// That laptop at a window of its own: its vault and its configuration, so that it goes on with the life it had.
pub(crate) fn at_a_window(laptop: &Laptop) -> Rig {
    let rig = Rig::start();
    for (from, to) in [("vault", rig.vault()), ("config/.", rig.home().join("config"))] {
        let copied = Command::new("cp").arg("-r").arg(laptop.at(from)).arg(to).status().unwrap();
        assert!(copied.success(), "{from}");
    }
    rig
}

pub(crate) fn unlocked(rig: &Rig) -> Window {
    let window = rig.open();
    window.type_into(&id("unlock-passphrase"), PASSPHRASE);
    window.click(&id("unlock-submit"));
    window.find(&id("nav-rescues"));
    window
}

fn partners(rig: &Rig) -> Window {
    let window = unlocked(rig);
    window.click(&id("nav-exchange"));
    window.click(&id("tab-partners"));
    window
}

/// Waits until a button can or cannot be pressed.
fn is_disabled(window: &Window, name: &str, disabled: bool) {
    let script = format!("arguments[0](document.querySelector(`{}`)?.disabled)", id(name));
    until(&format!("{name} is disabled: {disabled}"), || {
        (window.script(&script).ok()?.as_bool()? == disabled).then_some(())
    });
}

fn is_gone(window: &Window, name: &str) {
    until(&format!("{name} is gone"), || window.text(&id(name)).is_none().then_some(()));
}

fn refused(window: &Window, code: &str) {
    window.find(&format!("{}[data-code='{code}']", id("failure")));
}

#[test]
fn the_offices_key_is_handed_on_with_a_reason_and_taken_by_its_laptop_alone() {
    let (first, second, third) = (Laptop::with_vault("PNH"), joining("PNH"), joining("PNH"));
    enrols(&first, &second);
    enrols(&first, &third);
    let rig = at_a_window(&first);
    let key = rig.home().join("office.key");
    let window = partners(&rig);
    window.click(&id("office-key-hand"));
    is_disabled(&window, "office-key-do", true);
    // The two that it enrolled are offered, and nobody else.
    let offered = format!(
        "arguments[0]([...document.querySelectorAll(`{} option:not([disabled])`)].map((one) => one.label.trim()))",
        id("office-key-for")
    );
    assert_eq!(window.script(&offered).unwrap(), serde_json::json!(["PNH B", "PNH C"]));
    window.click(&format!("{} option:nth-of-type(2)", id("office-key-for")));
    is_disabled(&window, "office-key-do", true);
    window.type_into(&id("office-key-reason"), "Wakil kepala");
    window.click(&id("office-key-do"));
    // Without a place for the file nothing leaves, and the form stands as it was.
    is_disabled(&window, "office-key-do", false);
    assert!(!key.exists());
    rig.answers("save", &key);
    window.click(&id("office-key-do"));
    window.sees(&id("notice"), "office.key");
    window.find(&id("office-key-hand"));
    assert!(fs::read(&key).unwrap().starts_with(b"age-encryption.org"), "sealed to that laptop");

    let wrong = at_a_window(&third);
    wrong.answers("open", &key);
    let window = partners(&wrong);
    window.click(&id("office-key-take"));
    refused(&window, "not-this-laptop");
    is_gone(&window, "request-pick");

    let right = at_a_window(&second);
    right.answers("open", &key);
    let window = partners(&right);
    window.find(&id("office-key-take"));
    is_gone(&window, "request-pick");
    window.click(&id("office-key-take"));
    window.sees(&id("notice"), "PNH");
    // From now on it enrols others, and can hand the key on itself.
    window.find(&id("request-pick"));
    window.find(&id("office-key-hand"));
    is_gone(&window, "office-key-take");
}

fn card_of(laptop: &Laptop, to: &Path) {
    fs::write(to, laptop.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
}

/// Picks a bundle and takes it in, or sees it refused.
fn takes(window: &Window, refusal: Option<&str>) {
    window.click(&id("tab-import"));
    window.click(&id("bundle-pick"));
    match refusal {
        Some(code) => refused(window, code),
        None => {
            window.click(&id("bundle-take"));
            window.find(&id("bundle-taken"));
        }
    }
}

#[test]
fn an_office_is_trusted_by_its_words_and_no_longer_with_a_reason() {
    let (ours, founder, member) = (Laptop::with_vault("PNH"), Laptop::with_vault("JKT"), joining("JKT"));
    enrols(&founder, &member);
    let rig = at_a_window(&ours);
    let path = |name: &str| rig.home().join(name);
    card_of(&ours, &path("ours.card"));
    card_of(&founder, &path("theirs.card"));
    let sends = |name: &str, bundle: &str| {
        member.does(&["record", "add", "person", &format!("full_name={name}")]);
        let (card, bundle) = (path("ours.card"), path(bundle));
        let words = ["bundle", "export", "--all", "--to", card.to_str().unwrap(), "-o"];
        member.does(&[&words[..], &[bundle.to_str().unwrap()]].concat());
        bundle
    };
    member.does(&["device", "trust", path("ours.card").to_str().unwrap()]);
    let (early, late) = (sends("Larasati", "1.pulang"), sends("Kusuma", "2.pulang"));

    let window = unlocked(&rig);
    window.click(&id("nav-exchange"));
    rig.answers("open", &early);
    takes(&window, Some("not-trusted"));
    window.click(&id("tab-partners"));
    rig.answers("open", &path("theirs.card"));
    window.click(&id("card-pick"));
    let words = founder.does(&["device", "office"])["fingerprint"].as_str().unwrap().to_owned();
    window.sees(&id("met-office-words"), words.split(' ').next().unwrap());
    window.click(&id("office-trust"));
    window.find(&id("distrust-JKT"));
    rig.answers("open", &early);
    takes(&window, None);

    window.click(&id("tab-partners"));
    window.click(&id("distrust-JKT"));
    window.find(&id("distrust-form"));
    is_disabled(&window, "distrust-do", true);
    window.type_into(&id("distrust-reason"), "Kantor ditutup, surat 9");
    window.click(&id("distrust-do"));
    is_gone(&window, "distrust-JKT");
    rig.answers("open", &late);
    takes(&window, Some("not-trusted"));
    // What came while it was trusted stays.
    window.click(&id("nav-people"));
    window.sees(&id("person-row"), "Larasati");
}

/// Writes down what the first person of the list said about one purpose.
fn says(window: &Window, outcome: &str) {
    window.click(&id("add-event"));
    window.click(&id("kind-consent"));
    window.click(&id("consent-read"));
    window.click(&format!("{} option[value='host-police']", id("new-recipient")));
    window.click(&format!("{} option[value='{outcome}']", id("new-outcome")));
    window.click(&format!("{} option[value='research']", id("new-purposes")));
    window.type_into(&id("new-answered_on"), "29/6/2023");
    window.click(&id("save-record"));
    is_gone(window, "save-record");
}

/// What a file for research would hold, as it is looked at before it leaves.
fn for_research(window: &Window) -> String {
    window.click(&id("nav-exchange"));
    window.click(&id("tab-cases"));
    window.click(&format!("{} option[value='host-police']", id("cases-for")));
    window.click(&format!("{} option[value='research']", id("cases-purpose")));
    window.click(&id("cases-look"));
    window.find(&id("cases-summary"));
    until("what would leave is told", || window.text(&format!("{} .note", id("cases-summary"))))
}

#[test]
fn consent_to_research_is_asked_by_itself_and_is_withdrawn() {
    let (laptop, _) = Laptop::with_the_night();
    laptop.does(&["settings", "set", "lang", "en"]);
    let rig = at_a_window(&laptop);
    let window = unlocked(&rig);
    assert_eq!(for_research(&window), "Nobody asked for may be in it.");
    window.click(&id("nav-rescues"));
    window.click(&format!("{} button", id("rescue-row")));
    window.click(&id("select-…-A0001"));
    says(&window, "given");
    assert_eq!(for_research(&window), "People in the file: 1");

    let file = rig.home().join("research.htcds.csv");
    rig.answers("save", &file);
    window.type_into(&id("cases-reason"), "Penelitian contoh");
    window.click(&id("cases-save"));
    until("the file is out", || file.exists().then_some(()));
    window.sees(&id("notice"), "research");

    window.click(&id("nav-rescues"));
    window.click(&format!("{} button", id("rescue-row")));
    window.click(&id("select-…-A0001"));
    says(&window, "withdrawn");
    assert_eq!(for_research(&window), "Nobody asked for may be in it.");
}
