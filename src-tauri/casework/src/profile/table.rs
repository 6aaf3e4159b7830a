//! The table of who gets what, cell by cell as it was decided, against the files in `assets/profiles`.

use super::{Cover, GROUPS, Profile};
use crate::form::Forms;

const RECIPIENTS: [&str; 10] = [
    "embassy",
    "host-police",
    "shelter",
    "social-ministry",
    "immigration",
    "hospital",
    "airline",
    "receiving-home",
    "home-police",
    "person",
];

/// A row: the groups it is about, and one cell for each of [`RECIPIENTS`]. ● covered by consent to the recipient, ○ separate
/// consent, · never; a word after the mark narrows it.
const TABLE: [(&str, &str); 21] = [
    ("identity", "● | ● | ● | ● | ● | ● | ● name only | ● | ● | ●"),
    ("travel-document", "● | ● | · | ● | ● | · | ● number only | ● | ● | ●"),
    ("rescue-facts", "● | ● | ● dates of stay | ● | ● | · | ● own flight | ● | ● | ●"),
    ("episodes-sites", "● | ● | · | ● summary | · | · | · | ○ | ● | ●"),
    ("suspects", "● | ● | · | · | · | · | · | · | ● | ·"),
    ("evidence", "● | ● | · | · | · | · | · | · | ● | ·"),
    ("statement", "● | ○ | · | ○ | · | · | · | ○ | ○ | ●"),
    ("acts-compelled", "· | · | · | · | · | · | · | · | · | ●"),
    ("screening determinations", "● | ● result | · | ● | ● letter no. | · | · | ● | ● result | ●"),
    ("risks", "● | ● | ● | ● | · | ○ | · | ● | ● | ●"),
    ("health fitness", "● | · | ● | ○ | ● fit-to-travel | ● | ● assistance code | ○ | · | ●"),
    ("counselling", "· | · | · | · | · | · | · | · | · | ○"),
    ("family", "● | · | ● emergency | · | · | ○ | · | ● | · | ●"),
    ("services", "● | · | ● own | ● | · | ● own | · | ● | · | ●"),
    ("immigration", "● | · | · | ● | ● | · | · | ● | · | ●"),
    ("diet", "● | ● language | ● | ● | ● language | ● language | ● diet | ● | ● language | ●"),
    ("other-people", "· | · | · | · | · | · | · | · | · | ·"),
    ("placements", "● | ● | ● own | ● | · | · | · | ● | · | ●"),
    ("justice", "● | ● | · | · | · | · | · | · | ● | ●"),
    ("expenses", "● | · | ● own | · | · | ● own | · | · | · | ·"),
    ("notes", "● | · | · | · | · | · | · | · | · | ·"),
];

/// What a word in a cell means: for which group, of nobody but the recipient itself, which fields (none: all of them).
const NARROWED: [(&str, &str, bool, &str); 13] = [
    ("name only", "identity", false, "person.full_name"),
    ("number only", "travel-document", false, "travel-document.people travel-document.number"),
    ("dates of stay", "rescue-facts", false, "movement.people movement.departed_at movement.arrived_at"),
    (
        "own flight",
        "rescue-facts",
        true,
        "movement.people movement.sort movement.departed_at movement.arrived_at movement.from_place movement.to_place \
         movement.carrier movement.number movement.escort",
    ),
    (
        "summary",
        "episodes-sites",
        false,
        "episode.people episode.sort episode.from episode.until episode.site episode.reference",
    ),
    (
        "result",
        "determinations",
        false,
        "determination.people determination.authority determination.outcome determination.decided_on",
    ),
    ("letter no.", "determinations", false, "determination.people determination.letter"),
    ("fit-to-travel", "fitness", false, ""),
    ("assistance code", "health", false, "health.people health.assistance_code"),
    ("emergency", "family", false, "person.emergency_contact person.emergency_phone person.do_not_contact"),
    ("language", "diet", false, "person.languages"),
    ("diet", "diet", false, "person.diet"),
    ("own", "", true, ""),
];

/// A line of an allow-list as the table wants it: cover, own, fields.
type Line = (Cover, bool, Vec<String>);

fn wanted(cell: &str, group: &str) -> Option<Line> {
    let (mark, word) = cell.trim().split_once(' ').unwrap_or((cell.trim(), ""));
    let cover = match mark {
        "●" => Cover::Recipient,
        "○" => Cover::Separate,
        _ => return None,
    };
    if word.is_empty() {
        return Some((cover, false, Vec::new()));
    }
    let (_, only_group, own, fields) = NARROWED.iter().find(|one| one.0 == word).unwrap();
    (only_group.is_empty() || *only_group == group)
        .then(|| (cover, *own, fields.split_whitespace().map(str::to_owned).collect()))
}

#[test]
fn every_profile_is_its_column_of_the_table() {
    let profiles = Profile::shipped(&Forms::shipped().unwrap()).unwrap();
    let rows: Vec<&str> = TABLE.iter().flat_map(|(groups, _)| groups.split(' ')).collect();
    assert!(GROUPS.iter().all(|group| *group == "consents" || rows.contains(group)));
    for (column, id) in RECIPIENTS.iter().enumerate() {
        let profile = profiles.iter().find(|one| one.id == *id).unwrap();
        let mut lines = 0;
        for (groups, cells) in TABLE {
            let cell = cells.split('|').nth(column).unwrap();
            for group in groups.split(' ') {
                let found: Vec<Line> = profile
                    .shows
                    .iter()
                    .filter(|show| show.group == *group)
                    .map(|show| (show.cover, show.own, show.only.clone()))
                    .collect();
                assert_eq!(found, Vec::from_iter(wanted(cell, group)), "{id}: {group}");
                lines += found.len();
            }
        }
        assert_eq!(lines, profile.shows.len(), "{id} shows what the table does not have");
    }
}

#[test]
fn every_group_that_a_profile_shows_has_a_field_in_a_form() {
    let forms = Forms::shipped().unwrap();
    for group in GROUPS.iter().filter(|group| **group != "other-people") {
        let fields = forms.iter().flat_map(|form| &form.fields);
        assert!(fields.into_iter().any(|field| field.group == **group), "{group}");
    }
}
