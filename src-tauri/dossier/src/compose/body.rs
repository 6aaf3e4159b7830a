//! The body: people, chronology, records. Owns their order; refuses a heading under which nothing may be shown.

use super::{
    portrait,
    rule::Rule,
    say::{Say, joined},
};
use crate::model::{Align, Block, Column, Label, Pair, Person, Row, Table, Text};
use casework::{
    form::{Field, FieldKind, Form, Forms},
    record::Record,
};

/// Fields of the roster, as far as they may be shown.
const ROSTER: [&str; 4] = ["full_name", "sex", "birth_date", "reference"];
/// More columns than this are no table that can be read.
const COLUMNS: usize = 6;

fn column(head: Label, weight: f32) -> Column {
    Column { head, weight, align: Align::Start }
}

/// A roster where there are several, then each person.
pub(crate) fn people(say: &Say<'_>) -> Vec<Block> {
    let Some(form) = say.rule.forms.named("person") else { return Vec::new() };
    let people: Vec<_> =
        say.rule.people().filter_map(|person| Some((person, say.rule.record(person.id)?))).collect();
    let mut blocks = vec![Block::PageBreak, Block::Heading { level: 2, label: say.label("dos-persons") }];
    if people.len() > 1 {
        let fields: Vec<&Field> = ROSTER.iter().filter_map(|name| form.field(name)).collect();
        let used = |field: &&&Field| people.iter().any(|(_, record)| !say.values(record, field).is_empty());
        let fields: Vec<&Field> = fields.iter().filter(used).copied().collect();
        let mut columns = vec![Column { head: say.label("dos-number"), weight: 0.6, align: Align::End }];
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
    for (person, record) in people {
        let photo = portrait::portrait(say, person, record);
        let name = Label { text: say.name(record.id), second: None };
        blocks.push(Block::Heading { level: 3, label: name });
        blocks.push(Block::Person(Person { photo, pairs: pairs(say, form, record, false) }));
    }
    blocks
}

/// The title of a record, and the person where it is about one of several.
fn heading(say: &Say<'_>, form: &Form, record: &Record) -> Text {
    let title = form.field(form.title.as_str()).map(|title| say.line(record, title)).unwrap_or_default();
    match (form.people(), Rule::subjects(record).as_slice()) {
        (Some(people), [person]) if say.rule.people().count() > 1 && say.rule.shows(record, people) => {
            let between = if title.is_empty() { "" } else { " · " };
            title.then(between, say.name(*person))
        }
        _ => title,
    }
}

/// Every shown field of a record that has something in it; not again what the heading says, and not the people where there is
/// only one in the dossier.
pub(crate) fn pairs(say: &Say<'_>, form: &Form, record: &Record, titled: bool) -> Vec<Pair> {
    let alone = say.rule.people().count() == 1 || (titled && Rule::subjects(record).len() == 1);
    let said = |field: &&Field| (titled && field.id == form.title) || (alone && field.id == "people");
    let filled = form.fields.iter().filter(|field| !said(field)).filter_map(|field| {
        let values = values(say, record, field);
        (!values.is_empty()).then(|| Pair { label: say.field_label(form, field), values })
    });
    filled.collect()
}

/// The values of a field; the people of a record are those of the dossier, and the others a number.
fn values(say: &Say<'_>, record: &Record, field: &Field) -> Vec<Text> {
    if field.id != "people" {
        return say.values(record, field);
    }
    if !say.rule.shows(record, field) {
        return Vec::new();
    }
    let all: Vec<_> = record.links("people").collect();
    let inside: Vec<_> = all.iter().copied().filter(|id| say.rule.is_admitted(*id)).collect();
    let everybody = inside.len() == say.rule.people().count() && inside.len() > 3;
    if everybody {
        return vec![say.count("dos-everybody", inside.len())];
    }
    inside.into_iter().map(|id| say.name(id)).collect()
}

/// Everything with a date, in order of time.
pub(crate) fn chronology(say: &Say<'_>) -> Vec<Block> {
    let mut events: Vec<(String, Row)> = Vec::new();
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
            let until =
                timeline.to.as_ref().and_then(|to| form.field(to.as_str())).map(|to| say.line(record, to));
            let when = match until {
                Some(until) if !until.is_empty() => began.then(" – ", until),
                _ => began,
            };
            let title =
                form.field(form.title.as_str()).map(|title| say.line(record, title)).unwrap_or_default();
            let kind = say.word(&form.word_key());
            let what = if title.is_empty() { kind } else { kind.then(": ", title) };
            let who = form.people().map(|people| joined(values(say, record, people))).unwrap_or_default();
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
        Block::Table(Table::new(columns, rows)),
    ]
}

/// Every other record, by kind: a table where it is narrow enough and there are several, else one list for each.
pub(crate) fn records(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for kind in Forms::order().filter(|kind| !matches!(*kind, "person" | "consent" | "officer")) {
        let Some(form) = say.rule.forms.named(kind) else { continue };
        let mut records = say.rule.of_kind(kind);
        let began = |record: &Record| {
            form.timeline.as_ref().and_then(|rule| record.sort_key(form, rule.from.as_str()))
        };
        records.sort_by_key(|record| (began(record), record.id));
        let used: Vec<&Field> = form
            .fields
            .iter()
            .filter(|field| records.iter().any(|record| !values(say, record, field).is_empty()))
            .collect();
        if used.is_empty() {
            continue;
        }
        blocks.push(Block::Heading { level: 2, label: say.label(&form.word_key()) });
        let narrow = used.len() <= COLUMNS && used.iter().all(|field| field.kind != FieldKind::Paragraph);
        if narrow && records.len() > 2 {
            blocks.push(Block::Table(table(say, form, &used, &records)));
            continue;
        }
        for record in records {
            let heading = heading(say, form, record);
            let list = pairs(say, form, record, !heading.is_empty());
            if !heading.is_empty() {
                blocks.push(Block::Heading { level: 3, label: Label { text: heading, second: None } });
            }
            if !list.is_empty() {
                blocks.push(Block::KeyValues(list));
            }
        }
    }
    blocks
}

fn table(say: &Say<'_>, form: &Form, fields: &[&Field], records: &[&Record]) -> Table {
    let weight = |field: &Field| match field.kind {
        FieldKind::Name | FieldKind::Text | FieldKind::Record => 3.0,
        _ => 2.0,
    };
    let columns = fields.iter().map(|field| column(say.field_label(form, field), weight(field))).collect();
    let cells = |record: &Record| fields.iter().map(|field| joined(values(say, record, field))).collect();
    Table::new(columns, records.iter().map(|record| Row(cells(record))).collect())
}
