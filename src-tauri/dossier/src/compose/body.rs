//! The body: people, chronology, records. Owns their order; refuses a heading under which nothing may be shown.

use super::{
    determinations, episodes, evidence, portrait,
    rows::{
        REFERENCE, column, heading, is_said, is_told, number_column, only_subject, pairs, span, table,
        values, without_empty_columns,
    },
    say::{Say, joined},
    screenings,
};
use crate::model::{Block, Label, Person, Row, Table, Text};
use casework::{
    form::{Field, FieldKind, Form, Forms},
    record::Record,
};

/// Fields of the roster, as far as they may be shown.
const ROSTER: [&str; 4] = ["full_name", "sex", "birth_date", "reference"];
/// So few fields of each person stand in the roster.
const WHOLE: usize = 4;
/// More columns than this are no table that can be read.
const COLUMNS: usize = 7;

/// A roster where there are several, then each person.
pub(crate) fn people(say: &Say<'_>) -> Vec<Block> {
    let Some(form) = say.rule.forms.named("person") else { return Vec::new() };
    let people: Vec<_> =
        say.rule.people().filter_map(|person| Some((person, say.rule.record(person.id)?))).collect();
    let mut blocks = vec![Block::PageBreak, Block::Heading { level: 2, label: say.label("dos-persons") }];
    let mut whole = false;
    if people.len() > 1 {
        let used = |field: &&Field| people.iter().any(|(_, record)| !say.values(record, field).is_empty());
        let known: Vec<&Field> = form.fields.iter().filter(used).collect();
        // Where little is shown of each, the roster says it all.
        whole = known.len() <= WHOLE
            && !people.iter().any(|(person, record)| portrait::portrait(say, person, record).is_some());
        let named = |field: &&Field| whole || ROSTER.iter().any(|name| field.id == *name);
        let fields: Vec<&Field> = known.into_iter().filter(named).collect();
        let mut columns = vec![number_column(say)];
        columns.extend(fields.iter().map(|field| {
            column(say.field_label(form, field), if field.kind == FieldKind::Name { 4.0 } else { 2.0 })
        }));
        let rows = people.iter().enumerate().map(|(index, (_, record))| {
            let mut cells = vec![Text::app((index + 1).to_string())];
            cells.extend(fields.iter().map(|field| say.line(record, field)));
            Row(cells)
        });
        let rows = rows.collect();
        blocks.push(Block::Table(Table { portraits: portrait::column(say), ..Table::new(columns, rows) }));
    }
    for (person, record) in people.into_iter().filter(|_| !whole) {
        let photo = portrait::portrait(say, person, record);
        let name = Label { text: say.name(record.id), second: None };
        blocks.push(Block::Heading { level: 3, label: name });
        blocks.push(Block::Person(Person { photo, pairs: pairs(say, form, record, false) }));
    }
    blocks
}

/// Everything with a date, in order of time.
pub(crate) fn chronology(say: &Say<'_>) -> Vec<Block> {
    let mut events: Vec<(String, Row)> = Vec::new();
    let alone = say.rule.people().count() == 1;
    // What somebody said about a recipient is in the extract, not among what happened.
    for kind in Forms::order().filter(|kind| *kind != "consent") {
        let Some(form) = say.rule.forms.named(kind) else { continue };
        let Some(timeline) = &form.timeline else { continue };
        let Some(from) = form.field(timeline.from.as_str()) else { continue };
        for record in say.rule.of_kind(kind) {
            let began = say.line(record, from);
            if began.is_empty() {
                continue;
            }
            let until = timeline.to.as_ref().map(|to| say.named(form, record, to.as_str()));
            let when = span(began, until.unwrap_or_default());
            let title =
                if is_told(form) { Text::default() } else { say.named(form, record, form.title.as_str()) };
            let kind = say.word(&form.word_key());
            let what = if title.is_empty() { kind } else { kind.then(": ", title) };
            let what = say.standing(record, what, " · ");
            let who = form
                .people()
                .filter(|_| !alone)
                .map(|people| joined(values(say, record, people)))
                .unwrap_or_default();
            let key = record.sort_key(form, timeline.from.as_str()).unwrap_or_default();
            events.push((key, Row(vec![when, what, who])));
        }
    }
    if events.is_empty() {
        return Vec::new();
    }
    events.sort_by(|a, b| a.0.cmp(&b.0));
    let columns = vec![
        column(say.label("dos-when"), 3.0),
        column(say.label("dos-what"), 3.5),
        column(say.label("dos-who"), 3.5),
    ];
    let rows = events.into_iter().map(|(_, row)| row).collect();
    vec![
        Block::PageBreak,
        Block::Heading { level: 2, label: say.label("dos-chronology") },
        Block::Table(without_empty_columns(Table::new(columns, rows))),
    ]
}

/// Every other record, by kind: as its own layout has it, a table where it is narrow enough and there are several, else one list for each.
pub(crate) fn records(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let alone = say.rule.people().count() == 1;
    for kind in Forms::order().filter(|kind| !matches!(*kind, "person" | "consent" | "officer")) {
        let Some(form) = say.rule.forms.named(kind) else { continue };
        let screened = || screenings::blocks(say);
        let own = match kind {
            "episode" => Some(episodes::blocks(say)),
            "evidence-item" => Some(evidence::blocks(say)),
            // Stands under its item.
            "custody" => Some(Vec::new()),
            "determination" => determinations::blocks(say),
            "screening" => screened(),
            // Stand beside what they bear on.
            "finding" => screened().map(|_| Vec::new()),
            _ => None,
        };
        if let Some(own) = own {
            blocks.extend(own);
            continue;
        }
        let mut records = say.rule.of_kind(kind);
        let began = |record: &Record| {
            form.timeline.as_ref().and_then(|rule| record.sort_key(form, rule.from.as_str()))
        };
        records.sort_by_key(|record| (began(record), record.id));
        let used: Vec<&Field> = form
            .fields
            .iter()
            .filter(|field| {
                is_said(form, field) && records.iter().any(|record| !values(say, record, field).is_empty())
            })
            .collect();
        if !used.iter().any(|field| says_something(form, field)) {
            continue;
        }
        blocks.push(Block::Heading { level: 2, label: say.label(&form.word_key()) });
        // The reference stands beneath the title, where that is shown, and one person's name beside every row says nothing.
        let titled = used.iter().any(|field| field.id == form.title);
        let elsewhere = |field: &Field| (titled && field.id == REFERENCE) || (alone && field.id == "people");
        let columns: Vec<&Field> = used.into_iter().filter(|field| !elsewhere(field)).collect();
        let narrow =
            columns.len() <= COLUMNS && columns.iter().all(|field| field.kind != FieldKind::Paragraph);
        if narrow && records.len() > 2 {
            blocks.push(Block::Table(table(say, form, &records, &columns)));
            continue;
        }
        for record in records {
            let heading = heading(say, form, record);
            let list = pairs(say, form, record, !heading.is_empty());
            // A lone title with nothing beneath it reads like a page that was cut off.
            if list.is_empty() && only_subject(say, record).is_none() {
                blocks.push(Block::KeyValues(pairs(say, form, record, false)));
                continue;
            }
            if !heading.is_empty() {
                blocks.push(Block::Heading { level: 3, label: Label { text: heading, second: None } });
            }
            blocks.push(Block::KeyValues(list));
        }
    }
    blocks
}

/// False for a bare yes or no: shown alone, without what it is about or the day, it would be an answer without its question.
fn says_something(form: &Form, field: &Field) -> bool {
    let day = form.timeline.as_ref().is_some_and(|timeline| field.id == timeline.from);
    day || field.id == form.title || field.kind != FieldKind::YesNo
}
