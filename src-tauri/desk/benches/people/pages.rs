//! What stands on the screens: the pages that are opened every morning, and a rescue in which much has happened.

use crate::{spread, timed};
use desk::{
    Desk,
    views::{FieldInput, NewRecord},
};
use uuid::Uuid;

/// As many people as the story tells of.
const GROUP: usize = 28;

/// As many entries as a long rescue has.
const ENTRIES: usize = 1_000;

/// Lines of a page of people, and of what a word finds, as the window asks for them.
const PAGE: usize = 50;
const DUE: usize = 100;
const BOARD: usize = 200;
const FOUND: usize = 500;

fn page<T>(what: &str, ask: &dyn Fn() -> Vec<T>) {
    let (lines, first) = timed(|| ask().len());
    let (middle, most) = spread((0..7).map(|_| timed(ask).1).collect());
    println!(
        "page, {what}: {lines} lines; first {:.1} ms, then {middle:.1} ms, at most {most:.1} ms",
        first.as_secs_f64() * 1000.0
    );
}

/// Each list as the window asks for it.
pub(crate) fn pages(desk: &Desk) {
    let late = usize::try_from(desk.people_count().unwrap()).unwrap() * 9 / 10;
    page("Today", &|| desk.day(DUE).unwrap().due);
    page("Movements, the latest", &|| desk.movements(0).unwrap());
    page("Movements, the earliest", &|| desk.movements(late / GROUP).unwrap());
    page("Permits of everybody abroad", &|| desk.permit_board(0, BOARD).unwrap());
    page("people, the first", &|| desk.people("", 0, PAGE).unwrap());
    page("people, late ones", &|| desk.people("", late, PAGE).unwrap());
    page("people called Siti, the first", &|| desk.people("Siti", 0, FOUND).unwrap());
    page("people called Siti, later ones", &|| desk.people("Siti", FOUND, FOUND).unwrap());
    page("people with s", &|| desk.people("s", 0, FOUND).unwrap());
    page("rescues, the first", &|| desk.rescues(0, PAGE).unwrap());
    page("rescues, late ones", &|| desk.rescues(late / GROUP, PAGE).unwrap());
}

/// A rescue of twenty-eight with a thousand entries on its timeline, some about one person and some about all.
pub(crate) fn rescue(desk: &mut Desk) {
    let pages = (0..)
        .step_by(PAGE)
        .map(|offset| desk.rescues(offset, PAGE).unwrap())
        .take_while(|page| !page.is_empty());
    let rescue = pages.flatten().find(|line| line.people as usize == GROUP).unwrap();
    let rescue = desk.resolve(&rescue.rescue.id).unwrap();
    let people: Vec<String> =
        desk.rescue(rescue).unwrap().roster.iter().map(|line| line.person.id.clone()).collect();
    let before = desk.timeline(rescue).unwrap().len();
    for n in before..ENTRIES {
        let (kind, what, when) = match n % 3 {
            0 => ("service", ("sort", "food"), "from"),
            1 => ("note", ("text", "Bertanya kapan pulang."), "written_on"),
            _ => ("placement", ("sort", "shelter"), "from"),
        };
        let day = format!("2023-{:02}-{:02}", n % 9 + 1, n % 28 + 1);
        let field = |(field, text): (&str, &str)| FieldInput {
            field: field.to_owned(),
            text: text.to_owned(),
            reading: None,
        };
        let about =
            if n % 10 == 0 { people.clone() } else { people.get(n % GROUP).cloned().into_iter().collect() };
        let id = |space: u128| Uuid::from_u128(0x0193_1000_0000_7000_8000_0000_0000_0000 | space | n as u128);
        let input = NewRecord {
            id: id(0).to_string(),
            kind: kind.to_owned(),
            about,
            fields: vec![field(what), field((when, &day))],
            deed: id(1 << 32).to_string(),
        };
        desk.add_record(&input).unwrap();
    }
    page("a rescue of 28 with a thousand entries", &|| {
        let page = desk.rescue(rescue).unwrap();
        [page.roster.len(), desk.timeline(rescue).unwrap().len()].to_vec()
    });
    let (page, roster) = timed(|| desk.rescue(rescue).unwrap());
    let (entries, timeline) = timed(|| desk.timeline(rescue).unwrap());
    println!(
        "of which {} people {:.1} ms, {} entries {:.1} ms",
        page.roster.len(),
        roster.as_secs_f64() * 1000.0,
        entries.len(),
        timeline.as_secs_f64() * 1000.0
    );
}
