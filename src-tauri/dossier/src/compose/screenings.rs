//! Screenings abreast: a row for each question, a column for each screening of the person, and what was found for and against.
//! Owns that answers which differ are seen to differ; refuses a verdict and a count.

use super::{
    rows,
    say::{Say, joined},
};
use crate::model::{Block, Label, Row, Table, Text};
use casework::{
    form::{Field, Form},
    ids::RecordId,
    record::Record,
};

/// More screenings of one person than this stand below each other instead.
const ABREAST: usize = 4;
/// Sections of the form whose questions stand in the table.
const ASKED: [&str; 3] = ["palermo", "indicators", "pattern"];

/// Each person's screenings and findings. Nothing where somebody has too many to stand abreast.
pub(crate) fn blocks(say: &Say<'_>) -> Option<Vec<Block>> {
    let (form, finding) = (say.rule.forms.named("screening")?, say.rule.forms.named("finding")?);
    let mut all = say.rule.of_kind("screening");
    all.sort_by_key(|one| (one.sort_key(form, "screened_on"), one.id));
    let mut findings = say.rule.of_kind("finding");
    findings.sort_by_key(|one| (one.sort_key(finding, "noted_on"), one.id));
    let about =
        |records: &[&'_ Record], person: RecordId| records.iter().filter(|one| one.is_about(person)).count();
    if say.rule.people().any(|person| about(&all, person.id) > ABREAST) {
        return None;
    }
    if all.is_empty() && findings.is_empty() {
        return Some(Vec::new());
    }
    let mut blocks = vec![Block::Heading { level: 2, label: say.label("record-screening") }];
    for person in say.rule.people().map(|person| person.id) {
        let own: Vec<&Record> = all.iter().copied().filter(|one| one.is_about(person)).collect();
        let found: Vec<&Record> = findings.iter().copied().filter(|one| one.is_about(person)).collect();
        if own.is_empty() && found.is_empty() {
            continue;
        }
        if say.rule.people().count() > 1 {
            blocks.push(Block::Heading { level: 3, label: Label { text: say.name(person), second: None } });
        }
        if !own.is_empty() {
            blocks.push(Block::Table(answers(say, form, &own)));
        }
        for one in own {
            let asked: Vec<&str> = asked(form).map(|field| field.id.as_str()).chain(["people"]).collect();
            let pairs = rows::pairs_but(say, form, one, &asked);
            if !pairs.is_empty() {
                blocks.push(Block::KeyValues(pairs));
            }
        }
        if !found.is_empty() {
            blocks.push(Block::Heading { level: 4, label: say.label("dos-findings") });
            blocks.push(Block::Table(findings_table(say, finding, &found)));
        }
    }
    Some(blocks)
}

fn asked(form: &Form) -> impl Iterator<Item = &Field> {
    form.fields.iter().filter(|field| ASKED.iter().any(|section| field.section == *section))
}

fn answers(say: &Say<'_>, form: &Form, own: &[&Record]) -> Table {
    let mut columns = vec![rows::column(say.label("finding-question"), 3.2)];
    columns.extend(own.iter().map(|one| {
        let when = say.named(form, one, "screened_on");
        rows::column(Label { text: when, second: None }, 2.4)
    }));
    let mut rows = Vec::new();
    for field in asked(form) {
        let cells: Vec<Text> = own.iter().map(|one| joined(say.values(one, field))).collect();
        if cells.iter().all(Text::is_empty) {
            continue;
        }
        if differ(own, field) {
            rows.push(Row(vec![say.word("ident-contradicted")]));
        }
        let Label { text, second } = say.field_label(form, field);
        let question = match second {
            Some(second) => text.then("\n", second),
            None => text,
        };
        rows.push(Row([vec![question], cells].concat()));
    }
    Table::new(columns, rows)
}

/// One says yes and another no. Several options are several answers and no contradiction.
fn differ(own: &[&Record], field: &Field) -> bool {
    let says = |what: &str| own.iter().any(|one| one.all(field.id.as_str()).any(|text| text == what));
    says("yes") && says("no")
}

fn findings_table(say: &Say<'_>, form: &Form, found: &[&Record]) -> Table {
    let fields: Vec<&Field> = ["question", "bearing", "text", "source", "sources", "noted_on"]
        .iter()
        .filter_map(|name| form.field(name))
        .collect();
    let columns = fields.iter().map(|field| rows::column(say.field_label(form, field), 2.0)).collect();
    let row = |one: &&Record| Row(fields.iter().map(|field| joined(say.values(one, field))).collect());
    rows::without_empty_columns(Table::new(columns, found.iter().map(row).collect()))
}
