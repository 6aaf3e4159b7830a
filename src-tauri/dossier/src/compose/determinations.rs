//! What authorities decided, abreast: a row for the people whom they decided alike, a column for each authority. Owns that
//! two that differ are seen to differ; refuses to weigh them.

use super::{rows, say::Say};
use crate::model::{Block, Label, Row, Table, Text};
use casework::{form::Form, ids::RecordId, record::Record, screening};

/// More columns than this stand below each other instead.
const ABREAST: usize = 4;
/// Fields that stand in the table.
const IN_TABLE: [&str; 6] = ["people", "authority", "outcome", "decided_on", "letter", "reference"];

/// The table, then what each decision says beside it. Nothing where the recipient may not know who decided, or there are too
/// many to stand abreast.
pub(crate) fn blocks(say: &Say<'_>) -> Option<Vec<Block>> {
    let form = say.rule.forms.named("determination")?;
    let mut all = say.rule.of_kind("determination");
    all.sort_by_key(|one| (one.sort_key(form, "decided_on"), one.id));
    let (by, what) = (form.field("authority")?, form.field("outcome")?);
    let known = |one: &&Record| {
        say.rule.shows(one, by) && say.rule.shows(one, what) && one.links("authority").count() == 1
    };
    if all.is_empty() || !all.iter().all(known) {
        return None;
    }
    let mut authorities: Vec<RecordId> = Vec::new();
    for authority in all.iter().filter_map(|one| one.links("authority").next()) {
        if !authorities.contains(&authority) {
            authorities.push(authority);
        }
    }
    if authorities.len() > ABREAST {
        return None;
    }
    let mut blocks = vec![
        Block::Heading { level: 2, label: say.label("dos-determinations") },
        Block::Table(table(say, form, &all, &authorities)),
    ];
    for one in all {
        let pairs = rows::pairs_but(say, form, one, &IN_TABLE);
        if !pairs.is_empty() {
            let title = say.named(form, one, "authority").then(" · ", say.named(form, one, "decided_on"));
            let title = match rows::only_subject(say, one) {
                Some(person) => title.then(" · ", say.name(person)),
                None => title,
            };
            let title = say.standing(one, title, " · ");
            blocks.push(Block::Heading { level: 3, label: Label { text: title, second: None } });
            blocks.push(Block::KeyValues(pairs));
        }
    }
    Some(blocks)
}

fn table(say: &Say<'_>, form: &Form, all: &[&Record], authorities: &[RecordId]) -> Table {
    // The people whom the same decisions are about stand in one row.
    let mut alike: Vec<(Vec<RecordId>, Vec<&Record>, bool)> = Vec::new();
    for person in say.rule.people().map(|person| person.id) {
        let (found, differ) = screening::determinations(person, all);
        let same = |other: &[&Record]| other.iter().map(|one| one.id).eq(found.iter().map(|one| one.id));
        match alike.iter_mut().find(|(_, other, _)| same(other)) {
            Some((people, _, _)) => people.push(person),
            None => alike.push((vec![person], found, differ)),
        }
    }
    let mut rows = Vec::new();
    for (people, found, differ) in alike {
        if differ {
            rows.push(Row(vec![say.word("ident-differ")]));
        }
        let by = |authority: &RecordId| {
            let own = found.iter().filter(|one| one.links("authority").any(|id| id == *authority));
            let cells: Vec<Text> = own.map(|one| cell(say, form, one)).collect();
            if cells.is_empty() {
                say.word("dos-nothing-decided")
            } else {
                cells.into_iter().reduce(|all, next| all.then("\n", next)).unwrap_or_default()
            }
        };
        let mut cells = vec![match rows::who(say, &people) {
            (title, Some(names)) => title.then(": ", names),
            (title, None) => title,
        }];
        cells.extend(authorities.iter().map(by));
        rows.push(Row(cells));
    }
    let mut columns = vec![rows::column(say.label("dos-persons"), 2.4)];
    for authority in authorities {
        let head = all
            .iter()
            .find(|one| one.links("authority").any(|id| id == *authority))
            .map(|one| say.named(form, one, "authority"));
        columns.push(rows::column(Label { text: head.unwrap_or_default(), second: None }, 2.8));
    }
    Table::new(columns, rows)
}

fn cell(say: &Say<'_>, form: &Form, one: &Record) -> Text {
    let lines = ["outcome", "decided_on", "letter", "reference"].map(|name| say.named(form, one, name));
    let lines = lines.into_iter().filter(|text| !text.is_empty());
    say.standing(one, lines.reduce(|all, next| all.then("\n", next)).unwrap_or_default(), "\n")
}
