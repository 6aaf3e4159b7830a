//! Annexes: their register, their pages, and the files that go along. Owns that each stands under a number with its SHA-256;
//! refuses a file whose record the rule does not show whole, and any name of a file but its number.

use super::{
    rule::{Annex, AnnexContent},
    say::Say,
};
use crate::model::{Align, Attached, Block, Column, Figure, Label, Pictured, Provenance, Row, Table, Text};

/// The register: every annex by number, what it is, how many pages of it are shown, its SHA-256.
pub(crate) fn register(say: &Say<'_>) -> Vec<Block> {
    let heading = Block::Heading { level: 2, label: say.label("dos-annex-register") };
    let note = Block::Paragraph(say.word("dos-annex-others-note"));
    let rows: Vec<Row> = say
        .rule
        .annexes()
        .iter()
        .enumerate()
        .map(|(index, annex)| {
            let shown = match &annex.content {
                AnnexContent::Pages { pictures, .. } => Text::app(pictures.len().to_string()),
                AnnexContent::Unseen(why) => say.word(why),
            };
            let hash = said(say, annex, &annex.sha256);
            Row(vec![Text::app((index + 1).to_string()), title(say, annex), shown, hash])
        })
        .collect();
    if rows.is_empty() {
        return vec![heading, Block::Paragraph(say.word("dos-no-annex")), note];
    }
    let column = |key, weight| Column { head: say.label(key), weight, align: Align::Start };
    let columns = vec![
        Column { head: say.label("dos-number"), weight: 0.6, align: Align::End },
        column("record-document", 3.4),
        column("dos-annex-pages", 1.6),
        column("ev-hash", 4.4),
    ];
    vec![heading, note, Block::Table(Table::new(columns, rows))]
}

/// The pages of every annex that can be shown, each on a page of its own.
pub(crate) fn pages(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, annex) in say.rule.annexes().iter().enumerate() {
        let AnnexContent::Pages { pictures, .. } = &annex.content else { continue };
        let number = (index + 1).to_string();
        for (page, picture) in pictures.iter().enumerate() {
            let (x, y) = ((page + 1).to_string(), pictures.len().to_string());
            let which = say.fill("dos-annex-page", &[("n", &number), ("x", &x), ("y", &y)]);
            blocks.push(Block::PageBreak);
            if page == 0 {
                let heading = say.fill("dos-annex-no", &[("n", &number)]).then(" · ", title(say, annex));
                blocks.push(Block::Heading { level: 3, label: Label { text: heading, second: None } });
            }
            let alt = which.clone().then(": ", title(say, annex));
            let figure = Figure::new(picture.clone(), alt, from(annex));
            blocks.push(Block::Together(vec![Block::Paragraph(which), Block::Scan(figure)]));
        }
    }
    blocks
}

/// The files that go along as they came in.
pub(crate) fn attached(say: &Say<'_>) -> Vec<Attached> {
    let annexes = say.rule.annexes().iter().enumerate();
    annexes
        .filter_map(|(index, annex)| match &annex.content {
            AnnexContent::Pages { original: Some((content, media_type)), .. }
                if say.rule.profile.annex_originals =>
            {
                let name = format!("annex-{:03}.{}", index + 1, ending(media_type));
                Some(Attached::new(name, (*media_type).to_owned(), content.clone(), from(annex)))
            }
            _ => None,
        })
        .collect()
}

/// What is written in them.
pub(crate) fn pictured(say: &Say<'_>) -> Vec<Pictured> {
    let words = |annex: &&Annex| match &annex.content {
        AnnexContent::Pages { words, .. } => Some(Pictured { from: from(annex), words: words.clone() }),
        AnnexContent::Unseen(_) => None,
    };
    say.rule.annexes().iter().filter_map(words).collect()
}

fn ending(media_type: &str) -> &'static str {
    if media_type == "application/pdf" { "pdf" } else { "bin" }
}

fn from(annex: &Annex) -> Provenance {
    Provenance::Answer { record: annex.document, field: annex.field.clone() }
}

/// What the record is called, as far as it may be said.
fn title(say: &Say<'_>, annex: &Annex) -> Text {
    let Some(record) = say.rule.record(annex.document) else { return Text::default() };
    let Some(form) = say.rule.form(record) else { return Text::default() };
    let title = form.field(form.title.as_str()).map(|field| say.line(record, field)).unwrap_or_default();
    if title.is_empty() { say.word(&form.word_key()) } else { title }
}

/// Text from the answer that holds the file.
fn said(say: &Say<'_>, annex: &Annex, text: &str) -> Text {
    let field = say.rule.record(annex.document).and_then(|record| {
        let field = say.rule.form(record)?.field(annex.field.as_str())?;
        Some(say.answer(record, field, text))
    });
    field.unwrap_or_default()
}
