//! Putting things right in the window: two records of one person, an edit done again, a record removed, and input that cannot
//! be: each is told in its own words, keeps what was typed and writes nothing.

use std::fs;

use crate::support::{Rig, Window, testid as id, until};
use crate::the_story_in_the_window::{empty, learn, open};

const CTRL: &str = "\u{E009}";
const SHIFT: &str = "\u{E008}";
const TAB: &str = "\u{E004}";

fn undo(window: &Window) {
    window.script("document.activeElement?.blur(); arguments[0](1)").unwrap();
    window.press(&[CTRL, "z"]);
}

fn write(window: &Window, name: &str, text: &str) {
    window.find(&id(name));
    empty(window, name);
    window.type_into(&id(name), text);
}

/// What stands in a field.
fn stands(window: &Window, name: &str) -> Option<String> {
    let script = format!("arguments[0](document.querySelector(`{}`)?.value)", id(name));
    Some(window.script(&script).ok()?.as_str()?.to_owned())
}

fn count(window: &Window, name: &str) -> u64 {
    let script = format!("arguments[0](document.querySelectorAll(`{}`).length)", id(name));
    window.script(&script).ok().and_then(|found| found.as_u64()).unwrap_or_default()
}

fn counts(window: &Window, name: &str, number: u64) {
    until(&format!("{number} of {name}"), || (count(window, name) == number).then_some(()));
}

#[test]
fn a_pair_is_linked_or_told_apart_and_undo_brings_it_back() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);
    let list = rig.home().join("daftar.csv");
    fs::write(&list, "Nama,Tanggal lahir\nPrambudi Contoh,1990-02-01\nPrambudi Contoh,1990-02-01\n").unwrap();
    rig.answers("open", &list);
    window.click(&id("import-list"));
    window.click(&id("pick-file"));
    window.type_into(&id("rescue-name"), "Malam Contoh");
    window.click(&id("take-in"));
    window.find(&id("open-…-A0030"));

    window.click(&id("nav-people"));
    window.click(&id("duplicates"));
    counts(&window, "duplicate-row", 1);
    window.sees(&id("pair"), "the same day of birth");
    window.click(&id("duplicate-different"));
    window.sees(&id("error-summary"), "");
    counts(&window, "duplicate-row", 1);
    window.type_into(&id("duplicate-reason"), "Two brothers");
    window.click(&id("duplicate-different"));
    window.find(&id("duplicates-none"));
    undo(&window);
    counts(&window, "duplicate-row", 1);
    window.click(&id("duplicate-same"));
    window.find(&id("duplicates-none"));
    undo(&window);
    counts(&window, "duplicate-row", 1);
}

#[test]
fn an_edit_is_done_again_and_a_record_made_by_mistake_goes_and_comes_back() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);
    open(&window, "nav-rescues", "RA01", "roster");
    window.click(&id("open-…-A0002"));
    write(&window, "field-called_name", "Trisno");
    window.press(&[TAB]);
    window.sees(&id("notice"), "Saved");
    undo(&window);
    until("it was taken back", || (stands(&window, "field-called_name")? == "Tris").then_some(()));
    window.press(&[CTRL, SHIFT, "z"]);
    until("it was done again", || (stands(&window, "field-called_name")? == "Trisno").then_some(()));

    window.click(&id("tab-needs"));
    window.find(&id("related-expense"));
    window.click(&id("add-record"));
    window.click(&id("kind-expense"));
    window.click(&format!("{} option[value='food']", id("new-sort")));
    write(&window, "new-amount", "USD 5");
    write(&window, "new-spent_on", "3/7/2023");
    let before = count(&window, "related-expense");
    window.click(&id("save-record"));
    counts(&window, "related-expense", before + 1);
    window.click(&format!("{} button", id("related-expense")));
    window.click(&id("remove"));
    window.type_into(&id("remove-reason"), "entered twice");
    window.click(&id("remove-save"));
    counts(&window, "related-expense", before);
    window.sees(&id("notice"), "removed");
    undo(&window);
    counts(&window, "related-expense", before + 1);
}

/// Opens the form of a new record on one of a person's tabs.
fn begin(window: &Window, tab: &str, kind: &str) {
    window.click(&id(&format!("tab-{tab}")));
    window.click(&id("add-record"));
    window.click(&id(&format!("kind-{kind}")));
}

/// Saving is refused in these words, and every text is still where it was typed.
fn is_refused(window: &Window, words: &str, typed: &[(&str, &str)]) {
    window.click(&id("save-record"));
    window.sees("dialog", words);
    for (field, text) in typed {
        assert_eq!(stands(window, field).as_deref(), Some(*text), "{field}");
    }
}

#[test]
fn what_cannot_be_is_said_where_it_was_typed_and_nothing_is_lost() {
    let rig = Rig::start();
    let window = rig.open();
    learn(&window);
    open(&window, "nav-rescues", "RA01", "roster");
    window.click(&id("open-…-A0002"));

    // A day in the 2500s is a question, and a negative amount is refused; the day that was chosen stays chosen.
    begin(&window, "needs", "expense");
    window.click(&format!("{} option[value='food']", id("new-sort")));
    let typed = [("new-amount", "USD -5"), ("new-spent_on", "3/7/2566")];
    typed.iter().for_each(|(field, text)| write(&window, field, text));
    is_refused(&window, "3/7/2566", &typed);
    let before = count(&window, "related-expense");
    window.click(&id("reading-2023-07-03"));
    is_refused(&window, "can not be less than", &typed);
    write(&window, "new-amount", "USD 5");
    window.click(&id("save-record"));
    counts(&window, "related-expense", before + 1);

    begin(&window, "travel", "immigration-matter");
    let typed = [("new-permit_issued", "2/10/2023"), ("new-permit_expires", "30/9/2023")];
    typed.iter().for_each(|(field, text)| write(&window, field, text));
    is_refused(&window, "would be before", &typed);
    window.click(&id("cancel-record"));

    // By the hands of the clocks it lands later; by the sun it would land before it leaves.
    begin(&window, "travel", "movement");
    window.click(&format!("{} option[value='flight']", id("new-sort")));
    let typed = [("new-departed_at", "4/10/2023 12:05 WIB"), ("new-arrived_at", "4/10/2023 12:30 WITA")];
    typed.iter().for_each(|(field, text)| write(&window, field, text));
    is_refused(&window, "would be before", &typed);
    write(&window, "new-arrived_at", "4/10/2023 14:30 WITA");
    window.click(&id("save-record"));
    window.sees(&id("notice"), "Movement");
}
