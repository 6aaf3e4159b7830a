//! The table of the design written down once more, and its own answer to what may leave.

use super::cases::{Case, PROFILES, Planted, SEPARATE, Said};

/// The design's table: y covered by consent to the recipient, o separate consent, p some fields only, w only the recipient's
/// own (nobody's, here), - never.
const TABLE: &[(&str, &str)] = &[
    ("identity", "yyyyyypyyy"),
    ("travel-document", "yy-yy-pyyy"),
    ("rescue-facts", "yypyy-wyyy"),
    ("episodes-sites", "yy-p---oyy"),
    ("suspects", "yy------y-"),
    ("evidence", "yy------y-"),
    ("statement", "yo-o---ooy"),
    ("acts-compelled", "---------y"),
    ("screening", "y--y---y-y"),
    ("determinations", "yp-yp--ypy"),
    ("risks", "yyyy-o-yyy"),
    ("health", "y-yo-ypo-y"),
    ("fitness", "y-yoyy-o-y"),
    ("counselling", "---------o"),
    ("family", "y-p--o-y-y"),
    ("services", "y-wy-w-y-y"),
    ("immigration", "y--yy--y-y"),
    ("diet", "ypyypppypy"),
    ("other-people", "----------"),
    ("placements", "yywy---y-y"),
    ("justice", "yy------yy"),
    ("expenses", "y-w--w----"),
    ("notes", "y---------"),
];

/// The fields of the cells that show some only.
const PART: &[(&str, &[&str])] = &[
    (
        "airline",
        &[
            "person.full_name",
            "travel-document.people",
            "travel-document.number",
            "person.diet",
            "health.people",
            "health.assistance_code",
        ],
    ),
    (
        "shelter",
        &[
            "movement.people",
            "movement.departed_at",
            "movement.arrived_at",
            "person.emergency_contact",
            "person.emergency_phone",
            "person.do_not_contact",
        ],
    ),
    (
        "social-ministry",
        &[
            "episode.people",
            "episode.sort",
            "episode.from",
            "episode.until",
            "episode.site",
            "episode.reference",
        ],
    ),
    (
        "host-police",
        &[
            "determination.people",
            "determination.authority",
            "determination.outcome",
            "determination.decided_on",
            "person.languages",
        ],
    ),
    (
        "home-police",
        &[
            "determination.people",
            "determination.authority",
            "determination.outcome",
            "determination.decided_on",
            "person.languages",
        ],
    ),
    ("immigration", &["determination.people", "determination.letter", "person.languages"]),
    ("hospital", &["person.languages"]),
];

fn is_in(case: &Case, person: usize) -> bool {
    match case.said[person] {
        Said::No => false,
        Said::Yes(_) => true,
        Said::Nothing => case.overridden || PROFILES[case.profile] == "person",
    }
}

/// The design's own answer to whether a value may leave.
pub(super) fn design_allows(case: &Case, one: &Planted) -> bool {
    let profile = PROFILES[case.profile];
    let Some((_, row)) = TABLE.iter().find(|(group, _)| *group == one.group) else { return false };
    let path = format!("{}.{}", one.kind, one.field);
    let part =
        |profile: &str| PART.iter().any(|(name, paths)| *name == profile && paths.contains(&path.as_str()));
    let agrees = |person: usize| match row.as_bytes()[case.profile] {
        b'y' => true,
        b'p' => part(profile),
        b'o' => {
            matches!(case.said[person], Said::Yes(bits) if SEPARATE.iter().enumerate().any(|(bit, group)| *group == one.group && bits & (1 << bit) != 0))
        }
        _ => false,
    };
    let inside: Vec<usize> = one.subjects.iter().copied().filter(|person| is_in(case, *person)).collect();
    if !one.has_people {
        return (0..3).any(|person| is_in(case, person) && agrees(person));
    }
    !inside.is_empty()
        && inside.iter().all(|person| agrees(*person))
        && (!one.tells || inside.len() == one.subjects.len())
}
