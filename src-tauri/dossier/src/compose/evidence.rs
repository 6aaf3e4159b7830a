//! The register of evidence: each item with its own custody log beneath it. Owns that an entry of the log stands under its
//! item; refuses to lose an entry whose item is not in the dossier.

use super::{
    rows,
    say::{Say, joined},
};
use crate::model::{Block, Label, Table};
use casework::{
    form::{Field, FieldKind, Form},
    record::Record,
};

/// Fields of the log that say no more than where they stand.
const IN_PLACE: [&str; 3] = ["people", "evidence", "reference"];

/// Every item, each with its log.
pub(crate) fn blocks(say: &Say<'_>) -> Vec<Block> {
    let rule = say.rule;
    let (Some(form), Some(log)) = (rule.forms.named("evidence-item"), rule.forms.named("custody")) else {
        return Vec::new();
    };
    let mut items = rule.of_kind("evidence-item");
    items.sort_by_key(|one| (one.sort_key(form, "found_at"), one.id));
    let mut entries = rule.of_kind("custody");
    entries.sort_by_key(|one| (one.sort_key(log, "at"), one.id));
    if items.is_empty() && entries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { level: 2, label: say.label("ev-register") }];
    for item in items {
        let (own, others): (Vec<_>, Vec<_>) =
            entries.into_iter().partition(|entry| entry.links("evidence").any(|id| id == item.id));
        entries = others;
        let title = rows::heading(say, form, item);
        let titled = !title.is_empty();
        if titled {
            blocks.push(Block::Heading { level: 3, label: Label { text: title, second: None } });
        }
        blocks.push(Block::KeyValues(rows::pairs(say, form, item, titled)));
        blocks.push(Block::Heading { level: 4, label: say.label("ev-custody-log") });
        blocks.push(if own.is_empty() {
            Block::Paragraph(say.word("dos-no-custody"))
        } else {
            Block::Table(table(say, log, &own, &IN_PLACE))
        });
    }
    if !entries.is_empty() {
        blocks.push(Block::Heading { level: 3, label: say.label("ev-custody-log") });
        blocks.push(Block::Table(table(say, log, &entries, &["people", "reference"])));
    }
    blocks
}

fn table(say: &Say<'_>, log: &Form, entries: &[&Record], but: &[&str]) -> Table {
    let fields: Vec<&Field> =
        log.fields.iter().filter(|field| !but.iter().any(|name| field.id == *name)).collect();
    let weight = |field: &Field| if field.kind == FieldKind::Time { 2.0 } else { 2.4 };
    let columns =
        fields.iter().map(|field| rows::column(say.field_label(log, field), weight(field))).collect();
    let row = |entry: &&Record| {
        rows::marked(say, entry, fields.iter().map(|field| joined(say.values(entry, field))).collect())
    };
    rows::without_empty_columns(Table::new(columns, entries.iter().map(row).collect()))
}
