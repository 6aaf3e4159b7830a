//! From blocks to strips: pieces of a page that cannot be broken, in reading order. Owns how each block looks and what may
//! not be torn from what; refuses to know where a page ends (place).

use super::{
    LEFT, WIDTH,
    engine::{Engine, Line, Style},
    grid::{Cell, Grid, Rules},
    tree::{Tag, Tree},
};
use crate::{
    DossierError,
    model::{Block, Dossier, Figure, Label, Text},
};
use std::{collections::HashMap, sync::Arc};

pub(crate) const BODY: f32 = 9.5;

/// A line of text with where it belongs.
#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) line: Arc<Line>,
    /// For each run of the text, its node.
    pub(crate) nodes: Arc<[usize]>,
    /// The how-manieth text of the body.
    pub(crate) piece: usize,
}

/// Something to draw, measured from the strip's top left corner.
#[derive(Debug, Clone)]
pub(crate) enum Draw {
    Line {
        x: f32,
        y: f32,
        placed: Placed,
    },
    /// Hairlines and boxes: artifacts.
    Rule {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
    },
    Image {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        image: usize,
        node: usize,
    },
    /// The QR code.
    Seal {
        x: f32,
        y: f32,
        size: f32,
        node: usize,
    },
}

/// A piece of a page that cannot be broken.
#[derive(Debug, Clone, Default)]
pub(crate) struct Strip {
    pub(crate) height: f32,
    /// Space above it, which falls away at the head of a page.
    pub(crate) gap: f32,
    /// It must not be the last on its page.
    pub(crate) keep: bool,
    /// It begins a page.
    pub(crate) fresh: bool,
    /// The table head to repeat when it begins a page.
    pub(crate) head: Option<usize>,
    pub(crate) draws: Vec<Draw>,
    /// A bookmark to it: level and text.
    pub(crate) bookmark: Option<(u8, String)>,
}

/// The strips of a dossier.
pub(crate) struct Flow {
    pub(crate) strips: Vec<Strip>,
    /// Heads of tables, to be repeated.
    pub(crate) heads: Vec<Strip>,
    pub(crate) tree: Tree,
    /// Pictures as they are named by number, the same picture once.
    pub(crate) images: Vec<Arc<[u8]>>,
}

/// Builds the strips.
pub(crate) struct Builder<'a> {
    pub(crate) engine: &'a mut Engine,
    pub(crate) flow: Flow,
    pub(crate) pieces: usize,
    pub(crate) dossier: &'a Dossier,
    seen: HashMap<Arc<[u8]>, usize>,
}

impl Flow {
    /// Lays the body out in strips.
    pub(crate) fn of(dossier: &Dossier, engine: &mut Engine) -> Result<Self, DossierError> {
        let tree = Tree::new(&dossier.meta.lang);
        let flow = Self { strips: Vec::new(), heads: Vec::new(), tree, images: Vec::new() };
        let mut builder = Builder { engine, flow, pieces: 0, dossier, seen: HashMap::new() };
        dossier.blocks.iter().try_for_each(|block| builder.block(block))?;
        Ok(builder.flow)
    }
}

impl Builder<'_> {
    fn block(&mut self, block: &Block) -> Result<(), DossierError> {
        match block {
            Block::Cover(cover) => self.cover(cover),
            Block::Heading { level, label } => self.heading(*level, label),
            Block::Paragraph(text) => self.paragraph(text, Tag::P, BODY, false, 5.0).map(|_| ()),
            Block::Notice(text) => self.notice(text),
            Block::KeyValues(pairs) => self.pairs(pairs, 6.0, None),
            Block::Person(person) => self.person(person),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => {
                let (w, h) = fit(figure, (WIDTH, 420.0));
                let draws = vec![self.picture(figure, None, LEFT, 0.0, (w, h))];
                self.flow.strips.push(Strip { height: h, gap: 8.0, draws, ..Strip::default() });
                Ok(())
            }
            Block::Scan(figure) => {
                self.scan(figure);
                Ok(())
            }
            Block::Seal(label) => self.seal(label),
            Block::Signatures(signatures) => self.signatures(signatures),
            Block::PageBreak => {
                self.flow.strips.push(Strip { fresh: true, ..Strip::default() });
                Ok(())
            }
            Block::Together(blocks) => {
                let first = self.flow.strips.len();
                blocks.iter().try_for_each(|block| self.block(block))?;
                let count = self.flow.strips.len().saturating_sub(first + 1);
                self.flow.strips.iter_mut().skip(first).take(count).for_each(|strip| strip.keep = true);
                Ok(())
            }
        }
    }

    /// The next text of the body, broken into lines under `node`.
    pub(crate) fn text(
        &mut self,
        text: &Text,
        node: usize,
        style: Style,
        width: f32,
    ) -> Result<Vec<Placed>, DossierError> {
        let piece = self.pieces;
        self.pieces += 1;
        let nodes: Arc<[usize]> = self.flow.tree.speak(node, text).into();
        let lines = self.engine.lines(text, style, width)?;
        Ok(lines
            .into_iter()
            .map(|line| Placed { line: Arc::new(line), nodes: Arc::clone(&nodes), piece })
            .collect())
    }

    /// A paragraph, one strip for each line; its first two and its last two lines stay together.
    pub(crate) fn paragraph(
        &mut self,
        text: &Text,
        tag: Tag,
        size: f32,
        bold: bool,
        gap: f32,
    ) -> Result<usize, DossierError> {
        let node = self.flow.tree.add(tag, None);
        let lines = self.text(text, node, Style { size, bold, end: false }, WIDTH)?;
        let count = lines.len();
        for (index, placed) in lines.into_iter().enumerate() {
            let keep = count > 1 && (index == 0 || index + 2 == count);
            self.line(placed, if index == 0 { gap } else { 0.0 }, keep);
        }
        Ok(count)
    }

    fn line(&mut self, placed: Placed, gap: f32, keep: bool) {
        let height = placed.line.height;
        let draws = vec![Draw::Line { x: LEFT, y: 0.0, placed }];
        self.flow.strips.push(Strip { height, gap, keep, draws, ..Strip::default() });
    }

    pub(crate) fn heading(&mut self, level: u8, label: &Label) -> Result<(), DossierError> {
        let level = level.clamp(1, 6);
        let (size, gap) = match level {
            1 => (20.0, 40.0),
            2 => (14.0, 18.0),
            3 => (11.5, 12.0),
            _ => (10.0, 8.0),
        };
        let first = self.flow.strips.len();
        self.paragraph(&label.text, Tag::H(level), size, true, gap)?;
        if let Some(second) = &label.second {
            self.paragraph(second, Tag::P, size * 0.68, false, 0.0)?;
        }
        if let Some(strip) = self.flow.strips.get_mut(first) {
            strip.bookmark = Some((level, label.text.plain().replace('\n', " ")));
        }
        self.flow.strips.iter_mut().skip(first).for_each(|strip| strip.keep = true);
        Ok(())
    }

    /// Keeps the strips from `first` on from being torn: all of them where they are low, else the first two and the last two.
    pub(crate) fn hold(&mut self, first: usize) {
        /// A third of a page.
        const LOW: f32 = 235.0;
        let strips = self.flow.strips.get_mut(first..).unwrap_or_default();
        let height: f32 = strips.iter().map(|strip| strip.height).sum();
        let count = strips.len();
        for (index, strip) in strips.iter_mut().enumerate().take(count.saturating_sub(1)) {
            strip.keep |= height <= LOW || index == 0 || index + 2 == count;
        }
    }

    fn notice(&mut self, text: &Text) -> Result<(), DossierError> {
        let node = self.flow.tree.add(Tag::P, None);
        let style = Style { size: BODY, bold: true, end: false };
        let lines = self.text(text, node, style, WIDTH - 16.0)?;
        let cell = Cell { x: LEFT, w: WIDTH, pad: 8.0, lines };
        self.grid(vec![cell], Grid { gap: 8.0, rules: Rules::Box, ..Grid::default() });
        Ok(())
    }

    /// A label above its second language.
    pub(crate) fn label(
        &mut self,
        label: &Label,
        node: usize,
        style: Style,
        width: f32,
    ) -> Result<Vec<Placed>, DossierError> {
        let Some(second) = &label.second else { return self.text(&label.text, node, style, width) };
        let (main, other) = (self.flow.tree.add(Tag::P, Some(node)), self.flow.tree.add(Tag::P, Some(node)));
        let mut lines = self.text(&label.text, main, style, width)?;
        lines.extend(self.text(
            second,
            other,
            Style { size: style.size * 0.88, bold: false, ..style },
            width,
        )?);
        Ok(lines)
    }

    pub(crate) fn figure_node(&mut self, alt: &Text, parent: Option<usize>) -> usize {
        let node = self.flow.tree.add(Tag::Figure, parent);
        let _runs = self.flow.tree.speak(node, &Text(alt.0.iter().take(1).cloned().collect()));
        if let Some(figure) = self.flow.tree.nodes.get_mut(node) {
            figure.alt = Some(alt.plain());
        }
        node
    }

    /// A picture at a place within its strip.
    pub(crate) fn picture(
        &mut self,
        figure: &Figure,
        parent: Option<usize>,
        x: f32,
        y: f32,
        (w, h): (f32, f32),
    ) -> Draw {
        let node = self.figure_node(figure.alt(), parent);
        Draw::Image { x, y, w, h, image: self.image(figure), node }
    }

    fn image(&mut self, figure: &Figure) -> usize {
        let images = &mut self.flow.images;
        *self.seen.entry(Arc::clone(figure.image())).or_insert_with(|| {
            images.push(Arc::clone(figure.image()));
            images.len() - 1
        })
    }
}

/// The largest size with the picture's own proportions within a box.
pub(crate) fn fit(figure: &Figure, within: (f32, f32)) -> (f32, f32) {
    let (w, h) = crate::write::picture_size(figure.image()).unwrap_or((3, 4));
    let (w, h) = (w.max(1) as f32, h.max(1) as f32);
    let scale = (within.0 / w).min(within.1 / h);
    (w * scale, h * scale)
}
