//! The cover, the table of what is disclosed, and what stands on every page. Owns saying for whom, why, until when and what is
//! left out; refuses to let the list of what is withheld depend on what is on record.

use super::{rule::Order, say::Say};
use crate::model::{Align, Block, Column, Copy, Cover, Frame, Meta, Pair, Provenance, Row, Table, Text};
use casework::{ids::GroupId, profile::Cover as Consent};

/// What the officer typed for this copy: it is no answer of a record, and it is meant for the recipient.
fn ordered(text: &str) -> Text {
    Text::new(text, "zxx", Provenance::App)
}

pub(crate) fn meta(say: &Say<'_>, order: &Order) -> Meta {
    Meta {
        title: match &order.notice {
            Some(_) => say.word("notice-title").then(" ", ordered(&order.reference)),
            None => title(say).then(" ", ordered(&order.reference)),
        },
        lang: say.words.lang().tag().to_owned(),
        profile: say.rule.profile.id.clone(),
        reference: ordered(&order.reference),
        copy: Copy { number: order.copy, of: order.copies },
        made_at: order.made_at,
        training: order.training,
    }
}

fn title(say: &Say<'_>) -> Text {
    say.word(title_key(say))
}

fn title_key(say: &Say<'_>) -> &'static str {
    if say.rule.people().count() > 1 { "dos-title-group" } else { "dos-title" }
}

/// The copy's number; of how many only when that was settled beforehand.
fn copy(say: &Say<'_>, order: &Order) -> Text {
    if order.copies < order.copy {
        return say.fill("dos-copy-no", &[("n", &order.copy.to_string())]);
    }
    say.fill("dos-copy-n-of-m", &[("n", &order.copy.to_string()), ("m", &order.copies.to_string())])
}

pub(crate) fn frame(say: &Say<'_>, order: &Order) -> Frame {
    Frame {
        classification: say.word(&say.rule.profile.classification),
        reference: ordered(&order.reference).then(" · ", copy(say, order)),
        recipient: ordered(&order.recipient),
        page: say.fill("dos-page-x-of-y", &[("x", "{x}"), ("y", "{y}")]),
        training: order.training.then(|| say.word("dos-training")),
    }
}

pub(crate) fn cover(say: &Say<'_>, order: &Order) -> Vec<Block> {
    let profile = say.rule.profile;
    let basis = profile.legal_basis.as_deref().unwrap_or("dos-basis-consent");
    let mut pairs = vec![
        say.pair("dos-recipient", say.word(&format!("profile-{}", profile.id))),
        say.pair("dos-purpose", say.word(&format!("purpose-{}", profile.id))),
        say.pair("dos-legal-basis", say.word(basis)),
        say.pair("dos-classification", say.word(&profile.classification)),
        say.pair("dos-reference-no", ordered(&order.reference)),
        say.pair("dos-copy", copy(say, order)),
        say.pair("dos-valid-until", ordered(&order.valid_until)),
        say.pair("dos-persons", say.count("dos-people-count", say.rule.people().count())),
    ];
    if say.rule.left_out() > 0 {
        pairs.push(say.pair("dos-left-out", say.count("dos-left-out-count", say.rule.left_out())));
    }
    let mut blocks = vec![Block::Cover(Cover {
        title: say.label(title_key(say)),
        recipient: ordered(&order.recipient),
        pairs,
    })];
    if let Some(reason) = &order.override_reason {
        blocks.push(Block::Notice(say.word("dos-override-reason").then(": ", ordered(reason))));
    }
    blocks.push(Block::Notice(say.word("dos-not-official-note")));
    blocks.push(Block::Seal(say.label("dos-verification-code")));
    blocks.push(Block::PageBreak);
    blocks.push(Block::Heading { level: 2, label: say.label("dos-disclosed") });
    blocks.push(Block::Table(disclosed(say)));
    blocks.push(Block::Heading { level: 2, label: say.label("dos-withheld") });
    blocks.push(Block::Paragraph(say.word("dos-withheld-note")));
    let rows = say
        .rule
        .withheld_groups()
        .iter()
        .map(|group| Row(vec![say.word(&format!("group-{group}"))]))
        .collect();
    let column = Column { head: say.label("dos-category"), weight: 1.0, align: Align::Start };
    blocks.push(Block::Table(Table::new(vec![column], rows)));
    blocks
}

/// What stands at the head of a notice.
pub(crate) fn notice_pairs(say: &Say<'_>, order: &Order) -> Vec<Pair> {
    vec![
        say.pair("dos-recipient", ordered(&order.recipient)),
        say.pair("dos-copy", copy(say, order)),
        say.pair("notice-made-on", Text::app(order.made_at.format("%Y-%m-%d").to_string())),
    ]
}

/// What stands at the head of a single sheet.
pub(crate) fn sheet_pairs(say: &Say<'_>, order: &Order) -> Vec<Pair> {
    let mut pairs = vec![
        say.pair("dos-recipient", ordered(&order.recipient)),
        say.pair("dos-reference-no", ordered(&order.reference)),
        say.pair("dos-copy", copy(say, order)),
        say.pair("dos-persons", say.count("dos-people-count", say.rule.people().count())),
    ];
    if say.rule.left_out() > 0 {
        pairs.push(say.pair("dos-left-out", say.count("dos-left-out-count", say.rule.left_out())));
    }
    if let Some(reason) = &order.override_reason {
        pairs.push(say.pair("dos-override-reason", ordered(reason)));
    }
    pairs
}

fn disclosed(say: &Say<'_>) -> Table {
    let column = |key, weight| Column { head: say.label(key), weight, align: Align::Start };
    let extent = |group: &GroupId| {
        let Some(show) = say.rule.profile.shows.iter().find(|show| show.group == *group) else {
            return say.word("dos-extent-part");
        };
        let mut extents = Vec::new();
        if show.own {
            extents.push(say.word("dos-extent-own"));
        }
        if !show.only.is_empty() {
            extents.push(say.word("dos-extent-part"));
        }
        if show.cover == Consent::Separate {
            let (n, m) = (say.rule.separately(&show.group), say.rule.people().count());
            extents.push(say.fill("dos-extent-separate", &[("n", &n.to_string()), ("m", &m.to_string())]));
        }
        if extents.is_empty() { say.word("dos-extent-full") } else { super::say::joined(extents) }
    };
    let groups = say.rule.disclosed_groups();
    let rows = groups.iter().map(|group| Row(vec![say.word(&format!("group-{group}")), extent(group)]));
    Table::new(vec![column("dos-category", 1.0), column("dos-extent", 1.0)], rows.collect())
}
