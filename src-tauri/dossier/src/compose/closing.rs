//! The last pages: annexes, consents, the non-punishment note, signature and receipt. Owns that they come where the profile
//! has them, and look the same whether or not there is something sealed.

use super::{annex, say::Say};
use crate::model::{Align, Block, Column, Row, Signature, Table, Text};

/// What stands after the case itself.
pub(crate) fn closing(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let profile = say.rule.profile;
    if profile.annex_register {
        blocks.extend(annex::register(say));
    }
    if profile.consent_extract {
        blocks.extend(consents(say));
    }
    if profile.non_punishment {
        blocks.push(Block::Together(vec![
            Block::Heading { level: 2, label: say.label("dos-non-punishment") },
            Block::Paragraph(say.word("dos-non-punishment-text")),
        ]));
    }
    blocks
}

/// The last page: signature and receipt.
pub(crate) fn receipt(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak];
    blocks.push(Block::Heading { level: 2, label: say.label("dos-signature-receipt") });
    blocks.push(Block::Paragraph(say.word("dos-receipt-text")));
    blocks.push(Block::Seal(say.label("dos-verification-code")));
    blocks.push(Block::Paragraph(say.word("dos-verify-text")));
    let lines =
        ["dos-name-position", "dos-date", "dos-signature", "dos-stamp"].map(|key| say.label(key)).to_vec();
    let signature = |key| Signature { role: say.label(key), lines: lines.clone() };
    blocks.push(Block::Signatures(vec![signature("dos-handed-over-by"), signature("dos-received-by")]));
    blocks
}

fn column(say: &Say<'_>, key: &str, weight: f32) -> Column {
    Column { head: say.label(key), weight, align: Align::Start }
}

/// What each person said about this recipient, and on what basis they are in it.
fn consents(say: &Say<'_>) -> Vec<Block> {
    let extract = |person: casework::ids::RecordId, name: &str| {
        let standing =
            say.rule.people().find(|one| one.id == person).map(|one| one.allowance.standing.clone());
        let Some(casework::disclosure::ConsentStanding::Given { record, .. }) = standing else {
            return Text::default();
        };
        let Some(record) = say.rule.record(record) else { return Text::default() };
        let field = say.rule.form(record).and_then(|form| form.field(name));
        field.map(|field| say.line(record, field)).unwrap_or_default()
    };
    let rows = say
        .rule
        .people()
        .map(|person| {
            let basis = say.word(person.allowance.admission.word_key());
            Row(vec![
                say.name(person.id),
                basis,
                extract(person.id, "answered_on"),
                extract(person.id, "way"),
            ])
        })
        .collect();
    let columns = vec![
        column(say, "person-full-name", 3.0),
        column(say, "dos-basis", 3.0),
        column(say, "consent-answered-on", 2.0),
        column(say, "consent-way", 1.5),
    ];
    vec![
        Block::Heading { level: 2, label: say.label("dos-consent-extract") },
        Block::Table(Table::new(columns, rows)),
    ]
}
