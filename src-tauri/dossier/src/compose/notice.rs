//! A correction notice: which copy it is about, what in that copy is no longer true or no longer allowed, and what is asked of
//! whoever holds it. Owns that people are named by their place in the copy and by nothing else; prints a new value only where
//! the same rule as for a dossier shows it today, and refuses any value of what is withdrawn or erased.

use super::{
    cover,
    rule::{Order, Rule},
    say::Say,
};
use crate::model::{Align, Block, Column, Label, Pair, Row, Signature, Table, Text};
use casework::ids::{FieldId, KindId, RecordId};

/// What a notice tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The number of the copy that it is about.
    pub copy: u32,
    /// That copy's verification code.
    pub code: String,
    /// The day on which it left, as shown.
    pub left_on: String,
    /// How many people it named.
    pub people: usize,
    /// What is told, in the order to show.
    pub changes: Vec<Change>,
}

/// One thing that the copy shows and should not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: KindId,
    /// The field.
    pub field: FieldId,
    /// Whom it is about, by their place in the copy, from 1.
    pub places: Vec<usize>,
    /// What is said of it.
    pub said: Said,
}

/// What is said of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    /// It may no longer be used.
    Withdrawn,
    /// It was erased.
    Erased,
    /// It was wrong or is no longer so: what holds now may be said beside it.
    Corrected,
}

impl Said {
    const fn word_key(self) -> &'static str {
        match self {
            Self::Withdrawn => "notice-withdrawn",
            Self::Erased => "notice-erased",
            Self::Corrected => "notice-corrected",
        }
    }
}

/// The people whose new values a notice prints.
pub(crate) fn named(rule: &Rule<'_>, notice: &Notice) -> Vec<RecordId> {
    let told = |change: &Change| {
        let record = rule.record(change.record).filter(|_| change.said == Said::Corrected)?;
        let field = rule.form(record)?.field(change.field.as_str())?;
        rule.shows(record, field).then(|| Rule::subjects(record))
    };
    let mut named: Vec<RecordId> = notice.changes.iter().filter_map(told).flatten().collect();
    named.retain(|id| rule.is_admitted(*id));
    named.sort_unstable();
    named.dedup();
    named
}

/// The blocks of a notice.
pub(crate) fn blocks(say: &Say<'_>, order: &Order, notice: &Notice) -> Vec<Block> {
    let asked = notice.changes.iter().any(|change| change.said != Said::Corrected);
    let mut blocks = vec![
        Block::Heading { level: 2, label: say.label("notice-title") },
        Block::KeyValues(pairs(say, order, notice)),
        Block::Paragraph(say.word("notice-text")),
        Block::Table(table(say, notice)),
    ];
    if asked {
        blocks.push(Block::Notice(say.word("notice-destroy")));
    }
    blocks.push(Block::Paragraph(say.word("notice-by-place")));
    blocks.push(Block::Notice(say.word("dos-not-official-note")));
    blocks.push(Block::Seal(say.label("dos-verification-code")));
    blocks.push(Block::Together(vec![Block::Signatures(signatures(say))]));
    blocks
}

fn pairs(say: &Say<'_>, order: &Order, notice: &Notice) -> Vec<Pair> {
    let mut pairs = cover::notice_pairs(say, order);
    pairs.push(say.pair("notice-about-copy", Text::app(notice.copy.to_string())));
    pairs.push(say.pair("notice-about-code", Text::app(&notice.code)));
    pairs.push(say.pair("notice-left-on", Text::app(&notice.left_on)));
    pairs
}

fn table(say: &Say<'_>, notice: &Notice) -> Table {
    let column = |key, weight| Column { head: say.label(key), weight, align: Align::Start };
    let columns = vec![
        column("notice-person", 2.0),
        column("dos-category", 2.4),
        column("notice-field", 2.4),
        column("notice-what", 2.2),
        column("notice-now", 2.6),
    ];
    Table::new(columns, rows(say, notice))
}

/// One row for each thing that is corrected; what is withdrawn or erased stands by group, once for each person.
fn rows(say: &Say<'_>, notice: &Notice) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for change in &notice.changes {
        let Some(form) = say.rule.forms.get(&change.kind) else { continue };
        let Some(field) = form.field(change.field.as_str()) else { continue };
        let group = say.word(&format!("group-{}", field.group));
        let what = say.word(change.said.word_key());
        let row = match change.said {
            Said::Corrected => {
                let record = say.rule.record(change.record);
                let now = record.map(|record| say.line(record, field)).unwrap_or_default();
                let now = if now.is_empty() { say.word("notice-not-said") } else { now };
                let Label { text, .. } = say.field_label(form, field);
                Row(vec![place(say, notice, change), group, text, what, now])
            }
            Said::Withdrawn | Said::Erased => {
                let all = say.word("notice-whole-group");
                Row(vec![place(say, notice, change), group, all, what, say.word("notice-not-said")])
            }
        };
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn place(say: &Say<'_>, notice: &Notice, change: &Change) -> Text {
    if change.places.is_empty() {
        return say.word("notice-nobody");
    }
    if change.places.len() == notice.people && notice.people > 1 {
        return say.word("notice-everybody");
    }
    let places: Vec<String> = change.places.iter().map(ToString::to_string).collect();
    say.fill("notice-place", &[("n", &places.join(", ")), ("m", &notice.people.to_string())])
}

fn signatures(say: &Say<'_>) -> Vec<Signature> {
    let lines = || ["dos-name-position", "dos-date", "dos-signature"].map(|key| say.label(key)).to_vec();
    let signature = |key| Signature { role: say.label(key), lines: lines() };
    vec![signature("dos-handed-over-by"), signature("notice-destroyed-by")]
}
