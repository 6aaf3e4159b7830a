//! Paragraphs in many scripts as a PDF, so that other programs can try whether they read it exactly:
//! `cargo run -p dossier --example scripts -- tests/papers/paragraphs.json FILE` (see tests/papers/papers.py).
#![allow(clippy::expect_used, reason = "an example may stop")]

use chrono::DateTime;
use dossier::{
    Kind,
    model::{Block, Copy, Dossier, Frame, Label, Meta, Provenance, Text},
    write,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Paragraph {
    script: String,
    lang: String,
    short: String,
    long: String,
}

fn main() {
    let mut args = std::env::args().skip(1);
    let source = args.next().expect("the paragraphs");
    let out = args.next().expect("a file to write to");
    let source = std::fs::read_to_string(source).expect("the paragraphs");
    let paragraphs: Vec<Paragraph> = serde_json::from_str(&source).expect("paragraphs as JSON");
    let text = |text: &str, lang: &str| Text::new(text, lang, Provenance::App);
    let mut blocks =
        vec![Block::Heading { level: 1, label: Label { text: text("Scripts", "en"), second: None } }];
    for one in &paragraphs {
        let label = Label { text: text(&one.script, "en"), second: None };
        blocks.push(Block::Heading { level: 2, label });
        blocks.push(Block::Paragraph(text(&one.short, &one.lang)));
        blocks.push(Block::Paragraph(text(&one.long, &one.lang)));
    }
    let dossier = Dossier {
        meta: Meta {
            title: text("Scripts", "en"),
            lang: "en".to_owned(),
            profile: "embassy".to_owned(),
            reference: Text::app("TRIAL"),
            copy: Copy { number: 1, of: 1 },
            made_at: DateTime::UNIX_EPOCH,
            training: true,
        },
        people: Vec::new(),
        disclosed: Vec::new(),
        withheld: Vec::new(),
        frame: Frame {
            classification: text("Trial", "en"),
            reference: Text::app("TRIAL"),
            recipient: text("Nobody", "en"),
            page: text("Page {x} of {y}", "en"),
            training: None,
        },
        blocks,
        attached: Vec::new(),
        pictured: Vec::new(),
        stamp: None,
    };
    let written = write(&dossier, &Kind::Open).expect("written");
    std::fs::write(out, &written.bytes).expect("a file to write to");
}
