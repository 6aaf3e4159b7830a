//! The flows of the days after the night, in the real window, in each language, with every action counted against its
//! budget. What they begin with is laid out by the command line.

use std::fs;
use std::process::Command;

use serde_json::json;

use crate::by_command_line::Laptop;
use crate::officer::Officer;
use crate::support::{Rig, Window, night, pdf, testid as id, until};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";
const ENTER: &str = "\u{E007}";

/// The night of 28 with a flight for them, an authority, and a colleague's bundle in which three people have another
/// called-name than here.
fn laid_out(rig: &Rig, lang: &str) {
    let (ours, rescue) = Laptop::with_the_night();
    ours.does(&["settings", "set", "lang", lang]);
    ours.does(&["record", "add", "organisation", "name=Kementerian Contoh", "sort=ministry"]);
    ours.does(&["record", "add", "service", "--for", &rescue, "sort=medicine", "from=29/6/2023"]);
    let airline = ["recipient=airline", "outcome=given", "answered_on=30/6/2023"];
    ours.does(&[&["record", "add", "consent", "--for", &rescue][..], &airline].concat());
    let flight = ["sort=flight", "departed_at=4/10/2030", "number=XX 001", "to_place=Jakarta"];
    ours.does(&[&["record", "add", "movement", "--for", &rescue][..], &flight].concat());

    let theirs = Laptop::with_vault("JKT");
    let path = |name: &str| rig.home().join(name).to_str().unwrap().to_owned();
    let (card, their_card) = (path("card"), path("their-card"));
    for (laptop, file) in [(&ours, &card), (&theirs, &their_card)] {
        fs::write(file, laptop.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    }
    ours.does(&["device", "trust", &their_card]);
    theirs.does(&["device", "trust", &card]);
    let (out, home) = (path("out.pulang"), path("home.pulang"));
    ours.does(&["bundle", "export", "--to", &their_card, "-o", &out]);
    theirs.does(&["bundle", "import", &out]);
    for person in ours.people().iter().take(3) {
        ours.does(&["record", "set", person, "called_name", "Di sini"]);
        theirs.does(&["record", "set", person, "called_name", "Di sana"]);
    }
    theirs.does(&["bundle", "export", "--to", &card, "-o", &home]);

    let copied = Command::new("cp").arg("-r").arg(ours.at("vault")).arg(rig.vault()).status().unwrap();
    assert!(copied.success());
}

fn unlocked(rig: &Rig, lang: &str) -> Window {
    let window = rig.open();
    window.type_into(&id("unlock-passphrase"), PASSPHRASE);
    window.click(&id("unlock-submit"));
    window.find(&id("rescue-row"));
    window.find(&format!("html[lang='{lang}']"));
    window
}

fn a_determination_for_the_group(officer: &Officer<'_>) {
    officer.window.click(&format!("{} button", id("rescue-row")));
    officer.click("select-all");
    officer.window.sees(&id("chosen"), "28");
    officer.click("add-event");
    officer.click("kind-determination");
    officer.window.find(&id("basis-…-A0028"));
    officer.click("basis-read");
    officer.write("new-authority", "Kementerian");
    officer.window.sees(&id("candidate"), "Kementerian Contoh");
    officer.press(&[ENTER]);
    officer.choose("new-outcome", "victim");
    officer.write("new-decided_on", "29/9/2023");
    officer.write("new-letter", "FICT-0917/23");
    officer.write("new-wording", "Korban");
    officer.click("save-record");
    officer.window.sees(&id("looked-over"), "FICT-0917/23");
    officer.click("confirm-record");
    officer.waits_out("looked-over");
    officer.within("determination for a group of 28", 8);
    officer.window.click(&id("open-…-A0028"));
    officer.window.click(&id("tab-identification"));
    officer.window.sees(&id("determination"), "FICT-0917/23");
}

fn exit_permits(officer: &Officer<'_>) {
    officer.window.click(&id("nav-movements"));
    officer.window.click(&id("tab-permits"));
    officer.counts(&id("permit-row"), 28);
    officer.click("permits-all");
    officer.click("permits-issue");
    officer.write("permit-number", "FICT-EP-28");
    officer.write("permit-issued", "1/10/2030");
    officer.write("permit-expires", "9/10/2030");
    officer.click("permits-save");
    officer.waits_out("permits-save");
    until("everybody has the permit", || {
        let board = officer.window.text("table")?;
        (board.matches("FICT-EP-28").count() == 28).then_some(())
    });
    officer.within("exit permits, 28 one step on", 3);
}

fn a_flight_manifest(officer: &Officer<'_>, rig: &Rig) {
    officer.click("nav-movements");
    officer.click("tab-list");
    officer.click_at(&format!("{} button", id("movement-row")));
    officer.counts(&id("gate-row"), 28);
    for (requirement, blocked) in [("document", 28), ("fit", 28), ("escort", 28), ("exit-permit", 0)] {
        officer.counts(&id(&format!("blocker-{requirement}")), blocked);
    }
    officer.click("manifest");
    officer.window.find(&id("page-picture"));
    officer.click("release");
    officer.window.find(&id("released"));
    officer.within("flight manifest of 28, to the printer", 6);
    let printed = rig.home().join("printed");
    pdf::is_sound(&printed);
    let text = pdf::text(&printed).split_whitespace().collect::<Vec<_>>().join(" ");
    for name in night::NAMES {
        assert!(text.contains(name), "{name} is on the manifest");
    }
}

/// Whether it is that kind of table and says 28.
fn is_a(format: &str, bytes: &[u8]) -> bool {
    match format {
        "xlsx" => bytes.starts_with(b"PK"),
        _ => std::str::from_utf8(bytes).is_ok_and(|text| text.contains("28")),
    }
}

fn statistics(officer: &Officer<'_>, rig: &Rig) {
    for format in ["xlsx", "csv"] {
        let file = rig.home().join(format!("figures.{format}"));
        rig.answers("save", &file);
        officer.window.click(&id("nav-statistics"));
        for (field, day) in [("stats-from", "2023-01-01"), ("stats-to", "2023-12-31")] {
            officer.window.find(&id(field));
            let script = format!("document.querySelector(`{}`).select(); arguments[0](1);", id(field));
            officer.window.script(&script).unwrap();
            officer.write(field, day);
        }
        officer.choose("stats-of", "helped");
        officer.window.sees(&id("stats-table"), "28");
        officer.window.find(&id("stats-chart"));
        assert_eq!(officer.window.text(&id("stats-release")), None, "exact figures stay in here");
        officer.choose("stats-for", "11");
        officer.write("stats-reason", "Laporan contoh");
        officer.click("stats-release");
        until("the table is out", || fs::read(&file).ok().filter(|bytes| is_a(format, bytes)));
        officer.within(&format!("statistics of a year, to {}", format.to_uppercase()), 3);
        officer.window.click(&id("nav-rescues"));
    }
}

fn statistics_on_paper(officer: &Officer<'_>, rig: &Rig) {
    let printed = rig.home().join("printed");
    fs::remove_file(&printed).unwrap();
    officer.window.click(&id("nav-statistics"));
    for (field, day) in [("stats-from", "2023-01-01"), ("stats-to", "2023-12-31")] {
        officer.window.find(&id(field));
        let script = format!("document.querySelector(`{}`).select(); arguments[0](1);", id(field));
        officer.window.script(&script).unwrap();
        officer.write(field, day);
    }
    officer.choose("stats-for", "11");
    officer.write("stats-reason", "Laporan contoh");
    officer.click("stats-look");
    officer.window.find(&id("page-picture"));
    officer.click("stats-print");
    officer.waits_out("stats-print");
    officer.within("statistics of a year, to the printer", 3);
    pdf::is_sound(&printed);
    let text = pdf::text(&printed);
    assert!(text.contains("2023-12-31") && !text.contains(['{', '}']), "{text}");
    officer.window.click(&id("nav-rescues"));
}

fn a_bundle_with_three_conflicts(officer: &Officer<'_>, rig: &Rig) {
    rig.answers("open", &rig.home().join("home.pulang"));
    officer.click("nav-exchange");
    officer.click("tab-import");
    officer.click("bundle-pick");
    officer.click("bundle-take");
    officer.click("to-inbox");
    officer.counts(&id("inbox-conflict"), 3);
    officer.within("a colleague's bundle taken in, up to its conflicts", 5);
    for (open, key) in [(3_u64, "m"), (2, "t"), (1, "b")] {
        let stands = "arguments[0](document.activeElement?.dataset.testid)";
        until("the keyboard is at a conflict", || {
            (officer.window.script(stands).ok()? == json!("inbox-conflict")).then_some(())
        });
        officer.press(&[key]);
        officer.counts(&format!("{} kbd", id("keep-both")), open - 1);
        officer.within("one conflict settled", 1);
    }
}

fn the_days_after_in(lang: &str) {
    let rig = Rig::start();
    laid_out(&rig, lang);
    let window = unlocked(&rig, lang);
    let officer = Officer::at(&window);
    a_determination_for_the_group(&officer);
    exit_permits(&officer);
    a_flight_manifest(&officer, &rig);
    statistics(&officer, &rig);
    statistics_on_paper(&officer, &rig);
    a_bundle_with_three_conflicts(&officer, &rig);
    officer.leaves(&format!("budgets-by-day-{lang}.md"));
}

#[test]
fn the_days_after_are_within_their_budgets_in_indonesian() {
    the_days_after_in("id");
}

#[test]
fn the_days_after_are_within_their_budgets_in_english() {
    the_days_after_in("en");
}

#[test]
fn the_days_after_are_within_their_budgets_in_khmer() {
    the_days_after_in("km");
}
