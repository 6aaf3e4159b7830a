//! Single sheets: a flight's manifest, a shelter's roster with beds, a statement to sign, expenses with their sums. Owns which
//! columns each has; asks the same rule as a dossier does, and refuses a value that the sheet's recipient may not have.

use super::{
    cover, portrait, rows,
    rule::{Order, Rule},
    say::{Say, joined},
};
use crate::model::{Align, Block, Column, Label, Row, Signature, Table, Text};
use casework::{
    form::{Field, FieldKind, Form},
    ids::RecordId,
    record::Record,
    values::{Money, Value},
};
use std::collections::BTreeMap;

/// A sheet that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Who flies, for the airline or the escort.
    Manifest,
    /// Who sleeps where, for the shelter.
    Roster,
    /// What a person told, to be signed by them.
    Statement,
    /// What was paid, for the office's own books and the relief mission.
    Expenses,
}

impl Sheet {
    /// The sheet called `name` on the command line.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Self::Manifest, Self::Roster, Self::Statement, Self::Expenses];
        all.into_iter().find(|sheet| sheet.name() == name)
    }

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Manifest => "manifest",
            Self::Roster => "roster",
            Self::Statement => "statement",
            Self::Expenses => "expenses",
        }
    }

    /// The recipient profile by whose rule it is made.
    pub const fn profile(self) -> &'static str {
        match self {
            Self::Manifest => "airline",
            Self::Roster => "shelter",
            Self::Statement => "person",
            Self::Expenses => "embassy",
        }
    }
}

/// The blocks of a sheet.
pub(crate) fn blocks(say: &Say<'_>, order: &Order, sheet: Sheet) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading { level: 2, label: say.label(&format!("sheet-{}", sheet.name())) },
        Block::KeyValues(cover::sheet_pairs(say, order)),
    ];
    match sheet {
        Sheet::Manifest => {
            blocks.extend(records_of(say, &["movement"]));
            let columns =
                ["person.full_name", "travel-document.number", "person.diet", "health.assistance_code"];
            blocks.push(Block::Table(people(say, &columns, false)));
        }
        Sheet::Roster => {
            let columns = [
                "person.full_name",
                "person.sex",
                "person.birth_date",
                "placement.bed",
                "placement.from",
                "person.diet",
                "health.allergies",
            ];
            blocks.push(Block::Table(people(say, &columns, true)));
        }
        Sheet::Statement => blocks.extend(records_of(say, &["person", "interview", "statement"])),
        Sheet::Expenses => blocks.extend(expenses(say)),
    }
    blocks.push(Block::Notice(say.word("dos-not-official-note")));
    blocks.push(Block::Together(vec![Block::Signatures(signatures(say, sheet))]));
    blocks
}

fn signatures(say: &Say<'_>, sheet: Sheet) -> Vec<Signature> {
    let roles: &[&str] = match sheet {
        Sheet::Statement => &["sheet-read-to-me", "sheet-interpreter", "dos-prepared-by"],
        Sheet::Expenses => &["dos-prepared-by", "sheet-approved-by"],
        Sheet::Manifest | Sheet::Roster => &["dos-handed-over-by", "dos-received-by"],
    };
    let lines = || ["dos-name-position", "dos-date", "dos-signature"].map(|key| say.label(key)).to_vec();
    roles.iter().map(|role| Signature { role: say.label(role), lines: lines() }).collect()
}

/// A row for each person, a column for each field that has anything in it.
fn people(say: &Say<'_>, paths: &[&str], portraits: bool) -> Table {
    let fields = paths.iter().filter_map(|path| {
        let (kind, field) = path.split_once('.')?;
        let form = say.rule.forms.named(kind)?;
        Some((form, form.field(field)?))
    });
    let people: Vec<RecordId> = say.rule.people().map(|person| person.id).collect();
    let cell = |person: RecordId, form: &Form, field: &Field| {
        let about = |record: &&&Record| record.id == person || Rule::subjects(record).contains(&person);
        let records = if form.id == "person" {
            say.rule.record(person).into_iter().collect()
        } else {
            say.rule.of_kind(form.id.as_str())
        };
        joined(
            records
                .iter()
                .filter(about)
                .map(|record| say.line(record, field))
                .filter(|text| !text.is_empty())
                .collect(),
        )
    };
    let used: Vec<(&Form, &Field)> = fields
        .filter(|(form, field)| people.iter().any(|person| !cell(*person, form, field).is_empty()))
        .collect();
    let mut columns = vec![Column { head: say.label("dos-number"), weight: 0.6, align: Align::End }];
    columns.extend(used.iter().map(|(form, field)| Column {
        head: say.field_label(form, field),
        weight: if field.kind == FieldKind::Name { 4.0 } else { 2.2 },
        align: Align::Start,
    }));
    let row = |(index, person): (usize, &RecordId)| {
        let mut cells = vec![Text::app((index + 1).to_string())];
        cells.extend(used.iter().map(|(form, field)| cell(*person, form, field)));
        Row(cells)
    };
    let rows = people.iter().enumerate().map(row).collect();
    let portraits = if portraits { portrait::column(say) } else { None };
    Table { portraits, ..Table::new(columns, rows) }
}

/// Every shown field of the records of some kinds.
fn records_of(say: &Say<'_>, kinds: &[&str]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for kind in kinds {
        let Some(form) = say.rule.forms.named(kind) else { continue };
        let records = if *kind == "person" {
            say.rule.people().filter_map(|person| say.rule.record(person.id)).collect()
        } else {
            say.rule.of_kind(kind)
        };
        for record in records {
            let pairs = rows::pairs(say, form, record, false);
            if !pairs.is_empty() {
                blocks.push(Block::Heading { level: 3, label: say.label(&form.word_key()) });
                blocks.push(Block::KeyValues(pairs));
            }
        }
    }
    blocks
}

/// Everything that was paid, and the sum of each currency.
fn expenses(say: &Say<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut sums: BTreeMap<String, Money> = BTreeMap::new();
    for kind in ["service", "expense"] {
        let Some(form) = say.rule.forms.named(kind) else { continue };
        let money = form.fields.iter().find(|field| field.kind == FieldKind::Money);
        for record in say.rule.of_kind(kind) {
            let Some(money) = money.filter(|field| say.rule.shows(record, field)) else { continue };
            let amount = say.line(record, money);
            if amount.is_empty() {
                continue;
            }
            for text in record.all(money.id.as_str()) {
                let Ok(Value::Money(one)) = Value::read(money, text) else { continue };
                let sum = sums.get(one.currency().code()).map_or(Some(one), |sum| sum.plus(one));
                if let Some(sum) = sum {
                    sums.insert(one.currency().code().to_owned(), sum);
                }
            }
            let of = |names: &[&str]| {
                let fields = names.iter().filter_map(|name| form.field(name));
                fields.map(|field| say.line(record, field)).find(|text| !text.is_empty()).unwrap_or_default()
            };
            let when = of(&["spent_on", "from"]);
            let day = ["spent_on", "from"].iter().find_map(|name| record.sort_key(form, name));
            rows.push((day, Row(vec![when, of(&["sort"]), of(&["provider"]), of(&["payer"]), amount])));
        }
    }
    let column = |key, weight, align| Column { head: say.label(key), weight, align };
    let columns = vec![
        column("dos-when", 2.0, Align::Start),
        column("dos-what", 2.0, Align::Start),
        column("sheet-provider", 3.0, Align::Start),
        column("sheet-payer", 2.0, Align::Start),
        column("sheet-amount", 2.0, Align::End),
    ];
    let sum = |money: &Money| Text::app(Value::Money(*money).display(say.words));
    let total = Label { text: say.word("sheet-total"), second: None };
    let sums = crate::model::Pair { label: total, values: sums.values().map(sum).collect() };
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    let rows = rows.into_iter().map(|(_, row)| row).collect();
    vec![Block::Table(Table::new(columns, rows)), Block::KeyValues(vec![sums])]
}
