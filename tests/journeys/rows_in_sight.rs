//! How many people are in sight at once on the smallest screen that the office has, under the training banner and with every bar
//! that a list has above it: twelve at least, in each language, whether or not somebody is chosen.

use crate::by_command_line::Laptop;
use crate::support::{Window, testid as id, until};
use crate::trust_and_consent::{at_a_window, unlocked};

const SCREEN: (u32, u32) = (1366, 768);

/// How many lines stand whole between the head of the list and the end of the screen.
fn in_sight(window: &Window) -> u64 {
    let script = format!(
        "const rows = [...document.querySelectorAll(`{}`)].map((row) => row.getBoundingClientRect());
         const head = document.querySelector('thead').getBoundingClientRect().bottom;
         const list = document.querySelector(`{}`)?.getBoundingClientRect().bottom ?? Infinity;
         const end = Math.min(innerHeight, list);
         arguments[0](rows.filter((row) => row.top >= head - 1 && row.bottom <= end).length);",
        id("person-row"),
        id("people-list"),
    );
    window.script(&script).unwrap().as_u64().unwrap()
}

#[test]
fn twelve_people_are_in_sight_in_every_language() {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    for lang in ["id", "en", "km"] {
        laptop.does(&["settings", "set", "lang", lang]);
        let rig = at_a_window(&laptop);
        let window = unlocked(&rig);
        window.resize(SCREEN.0, SCREEN.1);
        window.find(&id("training-banner"));
        window.click(&id("nav-rescues"));
        window.click(&id("open-…-RA01"));
        window.find(&id("person-row"));
        let before = in_sight(&window);
        assert!(before >= 12, "{lang}: {before} of the rescue");
        window.click(&id("select-all"));
        window.sees(&id("chosen"), "27");
        assert_eq!(in_sight(&window), before, "{lang}: choosing moves nothing");
        window.click(&id("nav-people"));
        window.find(&id("people-list"));
        until("everybody is listed", || (in_sight(&window) > 0).then_some(()));
        let found = in_sight(&window);
        assert!(found >= 12, "{lang}: {found} of everybody");
    }
}
