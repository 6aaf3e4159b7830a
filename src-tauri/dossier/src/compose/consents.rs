//! The extract of consents: on what basis each person is in the dossier, and which field groups each of them has allowed one
//! by one. Owns that it speaks of this recipient only; refuses a group that the profile does not name.

use super::{rows, say::Say};
use crate::model::{Block, Row, Table, Text};
use casework::{
    disclosure::ConsentStanding,
    ids::RecordId,
    profile::{Cover, Show},
    record::Record,
};

/// The extract, a row for each person, a column for each group that needs a consent of its own.
pub(crate) fn blocks(say: &Say<'_>) -> Vec<Block> {
    let separate: Vec<&Show> =
        say.rule.profile.shows.iter().filter(|show| show.cover == Cover::Separate).collect();
    let extract = say.rule.people().map(|person| {
        let basis = say.word(person.allowance.admission.word_key());
        let consent = consent(say, person.id);
        let said = |name| match consent {
            Some(record) => say.rule.form(record).map(|form| say.named(form, record, name)),
            None => None,
        };
        let mut cells = vec![
            say.name(person.id),
            basis,
            said("answered_on").unwrap_or_default(),
            said("way").unwrap_or_default(),
        ];
        cells.extend(separate.iter().map(|show| match consent {
            Some(record) if record.all("groups").any(|group| show.group == *group) => given(say, record),
            _ => say.word("dos-group-not-given"),
        }));
        Row(cells)
    });
    let extract = extract.collect();
    let mut columns = vec![
        rows::column(say.label("person-full-name"), 2.6),
        rows::column(say.label("dos-basis"), 2.4),
        rows::column(say.label("consent-answered-on"), 1.8),
        rows::column(say.label("consent-way"), 1.5),
    ];
    let group = |show: &&Show| rows::column(say.label(&format!("group-{}", show.group)), 1.8);
    columns.extend(separate.iter().map(group));
    vec![
        Block::Heading { level: 2, label: say.label("dos-consent-extract") },
        Block::Paragraph(say.word(if separate.is_empty() {
            "dos-consent-covers"
        } else {
            "dos-consent-separate"
        })),
        Block::Table(rows::without_empty_columns(Table::new(columns, extract))),
    ]
}

/// The consent by which a person is in it.
fn consent<'a>(say: &Say<'a>, person: RecordId) -> Option<&'a Record> {
    let standing = &say.rule.people().find(|one| one.id == person)?.allowance.standing;
    match standing {
        ConsentStanding::Given { record, .. } => say.rule.record(*record),
        _ => None,
    }
}

/// The yes to a group, by the consent's own field.
fn given(say: &Say<'_>, record: &Record) -> Text {
    let field = say.rule.form(record).and_then(|form| form.field("groups"));
    field.map(|field| say.stands_for(record, field, "consent-given")).unwrap_or_default()
}
