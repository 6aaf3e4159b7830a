//! From strips to pages. Owns page breaks, the repetition of table heads and the plan of what stands on which page, which the
//! check compares with the file; refuses to leave a heading alone at the foot of a page.

use super::{
    BOTTOM, PAGE, TOP,
    engine::{Segment, has_rtl},
    flow::{Draw, Flow, Placed, Strip},
    tree::{Kid, Node, Tree},
};
use std::{ops::Range, sync::Arc};

/// Something on a page, measured from the page's lower left corner.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// Marked content of a node begins.
    Begin {
        node: usize,
        mcid: usize,
    },
    /// Something that is drawn and not read begins; with its kind when it is a running head or foot.
    Artifact {
        kind: Option<&'static str>,
    },
    End,
    Text {
        x: f32,
        y: f32,
        segment: Segment,
    },
    Rule {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        width: f32,
    },
    Image {
        x: f32,
        y: f32,
        w: f32,
        h: f32,
        image: usize,
    },
    Seal {
        x: f32,
        y: f32,
        size: f32,
    },
}

/// What a marked piece of a page is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum MarkKind {
    /// A text of the body, by number, and which bytes of it.
    Body(Vec<(usize, Range<usize>)>),
    /// A repeated table head.
    Repeat,
    /// A running head or foot.
    Frame,
}

/// A marked piece of a page that has text, in the order in which it is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    pub(crate) kind: MarkKind,
    pub(crate) text: String,
    /// Written from right to left: it is drawn in another order than it is read.
    pub(crate) rtl: bool,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    pub(crate) items: Vec<Item>,
    pub(crate) marks: Vec<Mark>,
    mcids: usize,
}

/// A bookmark: level, text, page and height.
#[derive(Debug, Clone)]
pub(crate) struct Bookmark {
    pub(crate) level: u8,
    pub(crate) text: String,
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// A dossier on pages.
#[derive(Debug)]
pub(crate) struct Laid {
    pub(crate) pages: Vec<Page>,
    pub(crate) nodes: Vec<Node>,
    pub(crate) roots: Vec<usize>,
    pub(crate) bookmarks: Vec<Bookmark>,
    pub(crate) images: Vec<Arc<[u8]>>,
}

/// Puts strips on pages.
pub(crate) fn place(flow: Flow, training: bool) -> Laid {
    let Flow { strips, heads, tree, images } = flow;
    let top = if training { TOP + 16.0 } else { TOP };
    let mut placer =
        Placer { pages: vec![Page::default()], tree, bookmarks: Vec::new(), y: top, top, open: None };
    let room = PAGE.1 - BOTTOM - top;
    for (index, strip) in strips.iter().enumerate() {
        if strip.fresh {
            placer.fresh_unless_empty();
            continue;
        }
        let chain = chain(strips.get(index..).unwrap_or_default(), placer.empty());
        let below = PAGE.1 - BOTTOM - placer.y;
        let moves = if chain <= room { chain > below } else { strip.gap + strip.height > below };
        if moves && !placer.empty() {
            placer.fresh();
            if let Some(head) = strip.head.and_then(|head| heads.get(head)) {
                placer.strip(head, true);
            }
        }
        placer.strip(strip, false);
    }
    placer.close();
    let Tree { nodes, roots, .. } = placer.tree;
    Laid { pages: placer.pages, nodes, roots, bookmarks: placer.bookmarks, images }
}

/// The height from a strip to the end of what must stand with it.
fn chain(strips: &[Strip], at_top: bool) -> f32 {
    let mut height = 0.0;
    for (index, strip) in strips.iter().enumerate() {
        height += strip.height + if index == 0 && at_top { 0.0 } else { strip.gap };
        if !strip.keep {
            break;
        }
    }
    height
}

struct Placer {
    pages: Vec<Page>,
    tree: Tree,
    bookmarks: Vec<Bookmark>,
    y: f32,
    top: f32,
    /// The node whose marked content is open.
    open: Option<usize>,
}

impl Placer {
    fn empty(&self) -> bool {
        self.y <= self.top
    }

    fn fresh(&mut self) {
        self.close();
        self.pages.push(Page::default());
        self.y = self.top;
    }

    fn fresh_unless_empty(&mut self) {
        if !self.empty() {
            self.fresh();
        }
    }

    fn strip(&mut self, strip: &Strip, repeat: bool) {
        if !self.empty() {
            self.y += strip.gap;
        }
        let top = PAGE.1 - self.y;
        if let Some((level, text)) = &strip.bookmark {
            let page = self.pages.len() - 1;
            self.bookmarks.push(Bookmark { level: *level, text: text.clone(), page, y: top });
        }
        let rules: Vec<Item> = strip.draws.iter().filter_map(|draw| rule(draw, top)).collect();
        if !rules.is_empty() {
            self.close();
            self.push(Item::Artifact { kind: None });
            rules.into_iter().for_each(|rule| self.push(rule));
            self.push(Item::End);
        }
        for draw in &strip.draws {
            match draw {
                Draw::Line { x, y, placed } if repeat => self.repeat(*x, top - y, placed),
                Draw::Line { x, y, placed } => self.line(*x, top - y, placed),
                Draw::Rule { .. } => {}
                Draw::Image { x, y, w, h, image, node } => {
                    let y = top - y - h;
                    self.figure(
                        *node,
                        [*x, y, x + w, y + h],
                        Item::Image { x: *x, y, w: *w, h: *h, image: *image },
                    );
                }
                Draw::Seal { x, y, size, node } => {
                    let y = top - y - size;
                    self.figure(*node, [*x, y, x + size, y + size], Item::Seal { x: *x, y, size: *size });
                }
            }
        }
        if repeat {
            self.close();
        }
        self.y += strip.height;
    }

    fn push(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.push(Item::End);
        }
    }

    fn begin(&mut self, node: usize) {
        self.close();
        let number = self.pages.len() - 1;
        let Some(page) = self.pages.last_mut() else { return };
        let mcid = page.mcids;
        page.mcids += 1;
        page.items.push(Item::Begin { node, mcid });
        if let Some(node) = self.tree.nodes.get_mut(node) {
            node.kids.push(Kid::Marked { page: number, mcid });
        }
        self.open = Some(node);
    }

    fn line(&mut self, x: f32, top: f32, placed: &Placed) {
        for segment in &placed.line.segments {
            let Some(node) = placed.nodes.get(segment.run).copied() else { continue };
            if self.open != Some(node) {
                self.begin(node);
                self.mark(MarkKind::Body(Vec::new()));
            }
            let range = segment.range();
            if let Some(mark) = self.pages.last_mut().and_then(|page| page.marks.last_mut()) {
                mark.append(segment);
                if let MarkKind::Body(parts) = &mut mark.kind {
                    parts.push((placed.piece, range));
                }
            }
            self.push(Item::Text {
                x: x + segment.x,
                y: top - placed.line.baseline,
                segment: segment.clone(),
            });
        }
    }

    fn repeat(&mut self, x: f32, top: f32, placed: &Placed) {
        self.close();
        self.push(Item::Artifact { kind: None });
        self.mark(MarkKind::Repeat);
        for segment in &placed.line.segments {
            if let Some(mark) = self.pages.last_mut().and_then(|page| page.marks.last_mut()) {
                mark.append(segment);
            }
            self.push(Item::Text {
                x: x + segment.x,
                y: top - placed.line.baseline,
                segment: segment.clone(),
            });
        }
        self.push(Item::End);
    }

    fn figure(&mut self, node: usize, bounds: [f32; 4], item: Item) {
        self.begin(node);
        if let Some(node) = self.tree.nodes.get_mut(node) {
            node.bounds = Some(bounds);
        }
        self.push(item);
        self.close();
    }

    fn mark(&mut self, kind: MarkKind) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(Mark { kind, text: String::new(), rtl: false });
        }
    }
}

impl Mark {
    /// Adds what a segment says.
    pub(crate) fn append(&mut self, segment: &Segment) {
        let said = segment.text.get(segment.range()).unwrap_or_default();
        self.rtl |= has_rtl(said);
        self.text.push_str(said);
    }
}

fn rule(draw: &Draw, top: f32) -> Option<Item> {
    match draw {
        Draw::Rule { x, y, w, h } => Some(Item::Rule { x: *x, y: top - y - h, w: *w, h: *h, width: 0.4 }),
        _ => None,
    }
}
