//! Views as text for a terminal. Owns the order of lines; every word in them is the desk's.

use desk::views::{
    BundleView, Conflict, FieldView, LaptopView, OfficeView, PersonPage, RecordPage, RescueLine, RescuePage,
    RosterLine, RosterPreview, TimelineEntry,
};

use super::outcome::columns;

/// A record: its title, then each answered field.
pub(super) fn record(page: &RecordPage) -> String {
    let rows: Vec<[String; 2]> =
        page.sections.iter().flat_map(|section| &section.fields).filter_map(answered).collect();
    format!("{}  {} · {}\n{}", page.link.reference, page.link.title, page.kind_word, columns(&rows))
}

fn answered(field: &FieldView) -> Option<[String; 2]> {
    let values: Vec<&str> = field.values.iter().map(|value| value.display.as_str()).collect();
    let between = if field.conflict { "  ≠  " } else { ", " };
    (!values.is_empty()).then(|| [field.label.clone(), values.join(between)])
}

/// A person: the record, where they are, and every record about them.
pub(super) fn person(page: &PersonPage) -> String {
    let related = page.related.iter().map(|page| format!("\n\n{}", record(page)));
    format!(
        "{}\n\n{}{}",
        record(&page.record),
        roster(std::slice::from_ref(&page.line)),
        related.collect::<String>()
    )
}

/// A rescue: the record and its people.
pub(super) fn rescue(page: &RescuePage) -> String {
    format!("{}\n\n{}", record(&page.record), roster(&page.roster))
}

/// People, one a line: reference, name, stage, where, who has them, since when.
pub(super) fn roster(lines: &[RosterLine]) -> String {
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    let rows: Vec<[String; 6]> = lines
        .iter()
        .map(|line| {
            [
                line.person.reference.clone(),
                line.person.title.clone(),
                line.stage_word.clone(),
                said(&line.place),
                line.holder.as_ref().map(|holder| holder.title.clone()).unwrap_or_default(),
                said(&line.since),
            ]
        })
        .collect();
    columns(&rows)
}

/// Rescues, one a line: reference, when, where, how many people.
pub(super) fn rescues(lines: &[RescueLine]) -> String {
    let row = |line: &RescueLine| {
        [line.rescue.reference.clone(), line.when.clone(), line.place.clone(), line.people.to_string()]
    };
    columns(&lines.iter().map(row).collect::<Vec<_>>())
}

/// What happened, one a line: when, what, how many people.
pub(super) fn timeline(entries: &[TimelineEntry]) -> String {
    let row = |entry: &TimelineEntry| {
        let until = entry.until.as_ref().map(|until| format!(" – {until}")).unwrap_or_default();
        let when = format!("{}{until}", entry.when.as_deref().unwrap_or("?"));
        [when, entry.kind_word.clone(), entry.title.clone(), entry.people.to_string()]
    };
    columns(&entries.iter().map(row).collect::<Vec<_>>())
}

/// A list before it is taken in: each row with its cells, each flag with its row.
pub(super) fn preview(list: &RosterPreview) -> String {
    let mut lines: Vec<String> = list.notes.clone();
    for question in &list.questions {
        let options: Vec<String> =
            question.options.iter().map(|one| format!("{} = {}", one.id, one.word)).collect();
        lines.push(format!("? {} ({})", question.question, options.join(", ")));
    }
    for row in &list.rows {
        let cells: Vec<&str> =
            row.cells.iter().map(|cell| cell.display.as_deref().unwrap_or(cell.typed.as_str())).collect();
        lines.push(format!("{}  {}", row.row, cells.join(" | ")));
        let flags = row.cells.iter().filter_map(|cell| cell.flag.as_ref());
        lines.extend(flags.chain(&row.notes).map(|flag| format!("{}  ! {flag}", row.row)));
    }
    lines.extend(list.skipped.iter().map(|row| format!("{}  – {}", row.row, row.why)));
    lines.join("\n")
}

/// Conflicts, each with its live values.
pub(super) fn conflicts(list: &[Conflict]) -> String {
    let one = |conflict: &Conflict| {
        let values = conflict.field.values.iter().map(|value| {
            format!("\n  {}  ({}, {}, {})", value.display, value.author, value.device, value.at)
        });
        format!(
            "{}  {} · {}{}",
            conflict.id,
            conflict.record.title,
            conflict.field.label,
            values.collect::<String>()
        )
    };
    list.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// A laptop's identity file: the card alone, so that it can be sent into a file.
pub(super) fn laptop(view: &LaptopView) -> String {
    view.card.trim_end().to_owned()
}

/// This laptop in its office, and the offices that are trusted.
pub(super) fn office(view: &OfficeView) -> String {
    let mut rows = vec![
        ["office".to_owned(), format!("{} {}", view.code, view.letter)],
        ["fingerprint".to_owned(), view.fingerprint.clone()],
        ["founder".to_owned(), view.founder.to_string()],
    ];
    rows.extend(view.taken_by.iter().map(|device| ["taken-by".to_owned(), device.clone()]));
    rows.extend(view.rivals.iter().map(|words| [format!("another {}", view.code), words.clone()]));
    let others = view.offices.iter().filter(|one| !one.own);
    rows.extend(others.map(|one| [format!("trusted {}", one.code), one.fingerprint.clone()]));
    columns(&rows)
}

/// A bundle in figures.
pub(super) fn bundle(view: &BundleView) -> String {
    let mut rows = vec![("sender", format!("{} {}", view.sender, view.sender_name))];
    let figures = [
        ("batches", view.batches),
        ("new", view.new),
        ("completed", view.completed),
        ("waiting", view.waiting),
        ("refused", view.refused),
        ("quarantined", view.quarantined),
        ("unvouched", view.unvouched),
        ("erased", view.erased),
        ("clock ahead", view.clock_ahead),
        ("forks", view.forks),
        ("unknown", view.unknown),
        ("conflicts", view.conflicts),
        ("missing", view.missing),
        ("attachments", view.attachments),
        ("new files", view.new_files),
        ("missing files", view.missing_files),
        ("left out", view.left_out),
        ("bytes", view.bytes),
    ];
    let always = ["batches", "new", "conflicts", "bytes"];
    let told = figures.into_iter().filter(|(name, figure)| *figure > 0 || always.contains(name));
    rows.extend(told.map(|(name, figure)| (name, figure.to_string())));
    rows.extend(view.import.map(|import| ("import", import.to_string())));
    rows.extend(view.files.iter().map(|file| ("file", file.clone())));
    rows.push(("digest", view.digest.clone()));
    let rows: Vec<[String; 2]> = rows.into_iter().map(|(name, value)| [name.to_owned(), value]).collect();
    columns(&rows)
}
