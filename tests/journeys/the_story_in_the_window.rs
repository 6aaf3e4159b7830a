//! The acceptance case on the screens of a training vault: each "where it lives" has its place and shows its fact there.

use std::fs;

use crate::support::{Rig, Window, testid as id, until};

/// A training vault with the sample, in English, at its list of rescues.
pub(crate) fn learn(window: &Window) {
    window.click(&id("lang-en"));
    window.type_into(&id("vault-officer"), "Rina Contoh");
    window.type_into(&id("vault-office"), "PNH");
    window.click(&id("vault-training"));
    window.find(&id("recovery-key"));
    let key = window.text(&id("recovery-key")).unwrap();
    window.type_into(&id("recovery-typed"), &key);
    window.click(&id("vault-finish"));
    window.find(&id("open-…-RA01"));
}

/// Opens a rescue or a person from where they are listed, at one of its tabs.
pub(crate) fn open(window: &Window, list: &str, reference: &str, tab: &str) {
    window.click(&id(list));
    window.click(&id(&format!("open-…-{reference}")));
    window.click(&id(&format!("tab-{tab}")));
}

/// The timeline narrowed down to one kind of record says all of this.
fn tells(window: &Window, kind: &str, facts: &[&str]) {
    window.click(&id(&format!("only-{kind}")));
    for fact in facts {
        window.sees(&id("timeline"), fact);
    }
    window.click(&id(&format!("only-{kind}")));
}

pub(crate) fn empty(window: &Window, name: &str) {
    let script = format!("document.querySelector(`{}`).select(); arguments[0](1);", id(name));
    window.script(&script).unwrap();
}

#[test]
fn every_line_of_the_case_is_found_on_a_screen() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);

    open(&window, "nav-rescues", "RA01", "timeline");
    let lines: &[(&str, &[&str])] = &[
        ("episode", &["Exploitation", "Gold Lotus", "27 people", "Recruitment", "Mas Yanto"]),
        ("rescue", &["28 June 2023", "Poipet"]),
        ("movement", &["Extraction", "Transfer", "Handover", "14 July 2023", "16:20 WIB"]),
        (
            "placement",
            &["In an authority's care", "Shelter", "Caritas", "Rehabilitation", "12 December 2023"],
        ),
        ("interview", &["4 July 2023", "21 August 2023", "Sari Wulandini"]),
        ("screening", &["10 July 2023"]),
        ("referral", &["Beds, food and psychological support", "28 places are kept"]),
        ("service", &["Interpretation", "Legal", "Psychological", "Medicine", "Reintegration"]),
        ("expense", &["412.50", "310,000", "FICT-RAH-0703"]),
        ("determination", &["FICT-0917/23", "FICT-B-1004/23", "Considered victims on arrival"]),
        ("immigration-matter", &["FICT-EP-1002", "9 October 2023"]),
        ("justice-matter", &["FICT/LP/1010/X/2023"]),
        ("evidence-item", &["FICT-S-17"]),
        ("follow-up", &["11 January 2024", "9 June 2024"]),
    ];
    for (kind, facts) in lines {
        tells(&window, kind, facts);
    }
    window.click(&id("tab-documents"));
    window.sees(&id("timeline"), "Letter of identification");

    // The twenty-eighth: found later, sold on in between, and flown home with the others.
    open(&window, "nav-rescues", "RA02", "timeline");
    tells(&window, "rescue", &["5 September 2023"]);
    tells(&window, "placement", &["6 September 2023", "Caritas"]);
    window.click(&id("tab-roster"));
    window.click(&id("open-…-A0028"));
    window.click(&id("tab-identification"));
    for fact in ["Exploitation", "Resale"] {
        window.sees(&id("chain"), fact);
    }
    window.sees(&id("determination"), "FICT-0917/23");
    window.click(&id("tab-travel"));
    window.sees(&id("related-travel-document"), "X9001036");
    window.sees(&id("related-immigration-matter"), "FICT-EP-1002");
    window.click(&id("tab-needs"));
    window.find(&id("related-service"));

    // The flight: twenty-eight on the manifest, and the gate open for each.
    window.click(&id("nav-movements"));
    window.sees(&id("movement-row"), "16:20 WIB");
    window.click(&format!("{} button", id("movement-row")));
    let rows = format!("arguments[0](document.querySelectorAll(`{}`).length)", id("gate-row"));
    until("twenty-eight stand at the gate", || (window.script(&rows).ok()?.as_u64()? == 28).then_some(()));
    assert_eq!(
        window.script("arguments[0](document.querySelectorAll(`[data-testid^='blocker-']`).length)").unwrap(),
        0
    );

    window.click(&id("nav-statistics"));
    for (field, day) in [("stats-from", "2023-01-01"), ("stats-to", "2023-12-31")] {
        window.find(&id(field));
        empty(&window, field);
        window.type_into(&id(field), day);
        window.press(&["\u{E004}"]);
    }
    window.sees(&id("stats-totals"), "28");
}

#[test]
fn an_earlier_value_is_written_again_from_the_history() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);
    open(&window, "nav-rescues", "RA01", "roster");
    window.click(&id("open-…-A0002"));
    window.find(&id("field-called_name"));
    empty(&window, "field-called_name");
    window.type_into(&id("field-called_name"), "Trisno");
    window.press(&["\u{E004}"]);
    window.sees(&id("notice"), "Saved");
    window.click(&id("tab-history"));
    window.sees(&id("past"), "Trisno");
    window.click(&id("restore"));
    until("the earlier value stands at the head", || {
        window.text(&id("past")).filter(|text| text.contains("Tris") && !text.contains("Trisno"))
    });
    window.click(&id("tab-summary"));
    let value = format!("arguments[0](document.querySelector(`{}`)?.value)", id("field-called_name"));
    until("the field says it again", || (window.script(&value).ok()?.as_str()? == "Tris").then_some(()));
}

#[test]
fn ties_and_a_zone_are_seen_and_a_heic_is_said_to_have_no_picture() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);
    open(&window, "nav-rescues", "RA01", "roster");
    window.click(&id("links"));
    window.sees("main", "Gold Lotus");
    window.sees("main", "Mas Yanto");

    // The zone of a passport says its number before anything is written.
    open(&window, "nav-rescues", "RA01", "roster");
    window.click(&id("open-…-A0002"));
    window.click(&id("tab-travel"));
    window.click(&id("add-record"));
    window.click(&id("kind-travel-document"));
    let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    window.type_into(&id("new-mrz"), zone);
    window.sees("dialog", "L898902C3");
    window.click(&id("cancel-record"));

    // A visa's zone fills in a form of its own, and what it filled in is saved and found.
    window.click(&id("add-record"));
    window.click(&id("kind-immigration-matter"));
    let visa = "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<";
    window.type_into(&id("new-mrz"), visa);
    window.find(&id("mrz-visa-number"));
    until("the zone fills the form in", || {
        let value = "arguments[0](document.querySelector('[data-testid=\"new-visa_number\"]')?.value)";
        (window.script(value).ok()?.as_str()? == "L8988901C").then_some(())
    });
    window.click(&id("save-record"));
    window.sees("main", "L8988901C");

    let photo = rig.home().join("wajah.heic");
    fs::write(&photo, b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").unwrap();
    rig.answers("open", &photo);
    window.click(&id("tab-documents"));
    window.click(&id("add-file"));
    window.sees("main", "wajah.heic");
    window.sees("main", "no preview");
}
