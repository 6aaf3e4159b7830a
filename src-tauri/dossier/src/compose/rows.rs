//! Records as lists and tables: labels with values, columns, who a record is about. Owns that nothing is said twice and that
//! no empty column stands; refuses a value that the rule does not show.

use super::{
    rule::Rule,
    say::{Say, joined},
};
use crate::model::{Align, Column, Label, Pair, Row, Table, Text};
use casework::{
    form::{Field, FieldKind, Form},
    ids::RecordId,
    record::Record,
};

/// So many names are read one by one; more are said together.
const FEW: usize = 3;

/// A column of texts.
pub(crate) fn column(head: Label, weight: f32) -> Column {
    Column { head, weight, align: Align::Start }
}

/// The column of running numbers.
pub(crate) fn number_column(say: &Say<'_>) -> Column {
    Column { head: say.label("dos-number"), weight: 0.8, align: Align::End }
}

/// The table without the columns in which nothing stands. Rows across the table stay.
pub(crate) fn without_empty_columns(table: Table) -> Table {
    let filled = |index: usize| {
        table.rows.iter().any(|row| row.0.len() > 1 && row.0.get(index).is_some_and(|cell| !cell.is_empty()))
    };
    let kept: Vec<bool> = (0..table.columns.len()).map(filled).collect();
    let mut places = kept.iter();
    let columns = table.columns.into_iter().filter(|_| places.next().is_some_and(|kept| *kept)).collect();
    let rows = table.rows.into_iter().map(|row| {
        if row.0.len() == 1 {
            return row;
        }
        Row(row.0.into_iter().zip(&kept).filter_map(|(cell, kept)| kept.then_some(cell)).collect())
    });
    Table { rows: rows.collect(), columns, ..table }
}

/// From when until when, or from where to where.
pub(crate) fn span(from: Text, to: Text) -> Text {
    match (from.is_empty(), to.is_empty()) {
        (_, true) => from,
        (true, false) => Text::app("– ").then("", to),
        (false, false) => from.then(" – ", to),
    }
}

/// Several people as a title: everybody, a name, or how many, and then their names.
pub(crate) fn who(say: &Say<'_>, people: &[RecordId]) -> (Text, Option<Text>) {
    match people {
        [person] => (say.name(*person), None),
        several if several.len() == say.rule.people().count() => {
            (say.count("dos-everybody", several.len()), None)
        }
        several => {
            let names = several.iter().map(|person| say.name(*person)).collect();
            (say.count("dos-people-count", several.len()), Some(joined(names)))
        }
    }
}

/// The one person whom a record is about, where the dossier is about several and the recipient may know whom.
pub(crate) fn only_subject(say: &Say<'_>, record: &Record) -> Option<RecordId> {
    let people = say.rule.form(record).and_then(Form::people)?;
    match Rule::subjects(record).as_slice() {
        [person] if say.rule.people().count() > 1 && say.rule.shows(record, people) => Some(*person),
        _ => None,
    }
}

/// True when records of a form are called by a whole text, which is too long for a title.
pub(crate) fn is_told(form: &Form) -> bool {
    form.field(form.title.as_str()).is_some_and(|title| title.kind == FieldKind::Paragraph)
}

/// The title of a record, and the person where it is about one of several. A whole text is no title: there the day is.
pub(crate) fn heading(say: &Say<'_>, form: &Form, record: &Record) -> Text {
    let day = form.timeline.as_ref().map(|timeline| timeline.from.as_str()).filter(|_| is_told(form));
    let title = say.named(form, record, day.unwrap_or(form.title.as_str()));
    // A bare number is no title.
    let bare = !title.is_empty() && title.plain().chars().all(|c| c.is_numeric());
    let title = if bare { say.word(&form.word_key()).then(" ", title) } else { title };
    let title = match only_subject(say, record) {
        Some(person) => title_then(title, say.name(person)),
        None => title,
    };
    say.standing(record, title, " · ")
}

fn title_then(title: Text, name: Text) -> Text {
    if title.is_empty() { name } else { title.then(" · ", name) }
}

/// Every shown field of a record that has something in it; not again what the heading says, and not the people where there is
/// only one in the dossier.
pub(crate) fn pairs(say: &Say<'_>, form: &Form, record: &Record, titled: bool) -> Vec<Pair> {
    let alone = say.rule.people().count() == 1 || (titled && Rule::subjects(record).len() == 1);
    let said = |field: &&Field| {
        (titled && field.id == form.title && !is_told(form)) || (alone && field.id == "people")
    };
    listed(say, form, record, form.fields.iter().filter(|field| !said(field)))
}

/// The same without the fields that stand elsewhere.
pub(crate) fn pairs_but(say: &Say<'_>, form: &Form, record: &Record, but: &[&str]) -> Vec<Pair> {
    let rest = form.fields.iter().filter(|field| !but.iter().any(|name| field.id == *name));
    listed(say, form, record, rest)
}

/// False for the key under which the app knows an authority's name in each language: it is nothing for a reader.
pub(crate) fn is_said(form: &Form, field: &Field) -> bool {
    form.title_word.as_ref() != Some(&field.id)
}

fn listed<'f>(
    say: &Say<'_>,
    form: &Form,
    record: &Record,
    fields: impl Iterator<Item = &'f Field>,
) -> Vec<Pair> {
    let filled = fields.filter(|field| is_said(form, field)).filter_map(|field| {
        let values = values(say, record, field);
        (!values.is_empty()).then(|| Pair { label: say.field_label(form, field), values })
    });
    filled.collect()
}

/// The values of a field; the people of a record are those of the dossier, and the others a number.
pub(crate) fn values(say: &Say<'_>, record: &Record, field: &Field) -> Vec<Text> {
    if field.id != "people" {
        return say.values(record, field);
    }
    if !say.rule.shows(record, field) {
        return Vec::new();
    }
    let inside: Vec<RecordId> =
        say.rule.people().map(|person| person.id).filter(|id| record.is_about(*id)).collect();
    if inside.len() <= FEW {
        return inside.into_iter().map(|id| say.name(id)).collect();
    }
    let names = |people: &[RecordId]| joined(people.iter().map(|id| say.name(*id)).collect());
    let others: Vec<RecordId> =
        say.rule.people().map(|person| person.id).filter(|id| !inside.contains(id)).collect();
    vec![if others.is_empty() {
        say.count("dos-everybody", inside.len())
    } else if others.len() <= FEW {
        say.count("dos-everybody-but", inside.len()).then(" ", names(&others))
    } else {
        names(&inside)
    }]
}

/// A table of records, one row each; the reference stands beneath what the record is called by.
pub(crate) fn table(say: &Say<'_>, form: &Form, records: &[&Record], fields: &[&Field]) -> Table {
    let weight = |field: &Field| match field.kind {
        FieldKind::Name | FieldKind::Text | FieldKind::Record => 3.0,
        _ => 2.0,
    };
    let columns = fields.iter().map(|field| column(say.field_label(form, field), weight(field))).collect();
    let cell = |record: &Record, field: &Field| {
        let text = joined(values(say, record, field));
        if field.id == form.title { below(text, say.named(form, record, REFERENCE)) } else { text }
    };
    let row =
        |record: &&Record| marked(say, record, fields.iter().map(|field| cell(record, field)).collect());
    Table::new(columns, records.iter().map(row).collect())
}

/// A row whose first cell says where a later entry stands in the record's place.
pub(crate) fn marked(say: &Say<'_>, record: &Record, mut cells: Vec<Text>) -> Row {
    if let Some(first) = cells.first_mut() {
        *first = say.standing(record, std::mem::take(first), "\n");
    }
    Row(cells)
}

/// The field by which a record is referred to.
pub(crate) const REFERENCE: &str = "reference";

/// A text and, beneath it, the record's reference.
pub(crate) fn below(text: Text, reference: Text) -> Text {
    if reference.is_empty() { text } else { text.then("\n", reference) }
}
