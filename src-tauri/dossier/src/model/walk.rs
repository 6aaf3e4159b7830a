//! The one order in which the texts of a dossier are read: page by page, left to right, labels before values. Owns that
//! order, which the layout follows and the check relies on; refuses to know where a page ends.

use super::{Block, Cover, Dossier, Figure, Label, Pair, Portrait, Provenance, Text};
use crate::seal;
use casework::ids::{FieldId, RecordId};
use std::{cell::OnceCell, collections::BTreeSet};

/// What a text of the walk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// It stands in the body and is read.
    Body,
    /// It stands for a picture and is read aloud.
    Alt,
    /// It stands in the running head or foot of every page.
    Frame,
}

impl Dossier {
    /// Visits every text of the body in reading order.
    pub(crate) fn body(&self) -> Vec<Text> {
        let mut texts = Vec::new();
        self.walk(&mut |part, text| {
            if part == Part::Body {
                texts.push(text.clone());
            }
        });
        texts
    }

    /// Visits every text of the dossier: head and foot, body, alternatives of pictures.
    pub(crate) fn walk(&self, visit: &mut dyn FnMut(Part, &Text)) {
        let frame = &self.frame;
        for text in [&frame.classification, &frame.reference, &frame.recipient, &frame.page] {
            visit(Part::Frame, text);
        }
        if let Some(training) = &frame.training {
            visit(Part::Frame, training);
        }
        visit(Part::Frame, &self.meta.title);
        visit(Part::Frame, &self.meta.reference);
        // The twin is hashed once, and only where the code stands on a page.
        let digest = OnceCell::new();
        self.blocks.iter().for_each(|block| self.walk_block(block, &digest, visit));
    }

    /// Every answer of which something stands in it, as text, picture or file.
    pub fn answers(&self) -> BTreeSet<(RecordId, FieldId)> {
        let mut answers = BTreeSet::new();
        let mut take = |from: &Provenance| {
            if let Provenance::Answer { record, field } = from {
                answers.insert((*record, field.clone()));
            }
        };
        self.walk(&mut |_, text| text.0.iter().for_each(|run| take(run.from())));
        self.figures().into_iter().for_each(|figure| take(figure.from()));
        self.attached.iter().for_each(|file| take(file.from()));
        answers
    }

    /// The pictures in the order in which they are drawn.
    pub(crate) fn figures(&self) -> Vec<&Figure> {
        fn of<'a>(blocks: &'a [Block], found: &mut Vec<&'a Figure>) {
            for block in blocks {
                match block {
                    Block::Person(person) => found.extend(person.photo.iter().filter_map(shown)),
                    Block::Table(table) => {
                        let portraits = table.portraits.iter().flat_map(|portraits| &portraits.of);
                        found.extend(portraits.take(table.rows.len()).filter_map(shown));
                    }
                    Block::Figure(figure) | Block::Scan(figure) => found.push(figure),
                    Block::Together(blocks) => of(blocks, found),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        of(&self.blocks, &mut found);
        found
    }

    fn walk_block(&self, block: &Block, digest: &OnceCell<[u8; 32]>, visit: &mut dyn FnMut(Part, &Text)) {
        match block {
            Block::Cover(cover) => walk_cover(cover, visit),
            Block::Heading { label, .. } => walk_label(label, visit),
            Block::Paragraph(text) | Block::Notice(text) => visit(Part::Body, text),
            Block::KeyValues(pairs) => walk_pairs(pairs, visit),
            Block::Person(person) => {
                person.photo.iter().for_each(|portrait| walk_portrait(portrait, visit));
                walk_pairs(&person.pairs, visit);
            }
            Block::Table(table) => {
                table.portraits.iter().for_each(|portraits| walk_label(&portraits.head, visit));
                table.columns.iter().for_each(|column| walk_label(&column.head, visit));
                let mut portraits = table.portraits.iter().flat_map(|portraits| &portraits.of);
                for row in &table.rows {
                    portraits.next().iter().for_each(|portrait| walk_portrait(portrait, visit));
                    row.0.iter().take(table.columns.len()).for_each(|cell| visit(Part::Body, cell));
                }
            }
            Block::Figure(figure) | Block::Scan(figure) => walk_figure(figure, visit),
            Block::Seal(label) => {
                let digest = digest.get_or_init(|| self.digest());
                visit(Part::Alt, &seal::aloud(label, digest));
                walk_label(label, visit);
                visit(Part::Body, &seal::words(digest));
            }
            Block::Signatures(signatures) => {
                for signature in signatures {
                    walk_label(&signature.role, visit);
                    signature.lines.iter().for_each(|line| walk_label(line, visit));
                }
            }
            Block::PageBreak => {}
            Block::Together(blocks) => blocks.iter().for_each(|block| self.walk_block(block, digest, visit)),
        }
    }
}

fn walk_cover(cover: &Cover, visit: &mut dyn FnMut(Part, &Text)) {
    walk_label(&cover.title, visit);
    visit(Part::Body, &cover.recipient);
    walk_pairs(&cover.pairs, visit);
}

fn walk_pairs(pairs: &[Pair], visit: &mut dyn FnMut(Part, &Text)) {
    for pair in pairs {
        walk_label(&pair.label, visit);
        pair.values.iter().for_each(|value| visit(Part::Body, value));
    }
}

fn walk_label(label: &Label, visit: &mut dyn FnMut(Part, &Text)) {
    visit(Part::Body, &label.text);
    label.second.iter().for_each(|second| visit(Part::Body, second));
}

const fn shown(portrait: &Portrait) -> Option<&Figure> {
    match portrait {
        Portrait::Shown(figure) => Some(figure),
        Portrait::Absent(_) => None,
    }
}

fn walk_portrait(portrait: &Portrait, visit: &mut dyn FnMut(Part, &Text)) {
    match portrait {
        Portrait::Shown(figure) => walk_figure(figure, visit),
        Portrait::Absent(word) => visit(Part::Body, word),
    }
}

fn walk_figure(figure: &Figure, visit: &mut dyn FnMut(Part, &Text)) {
    visit(Part::Alt, figure.alt());
}
