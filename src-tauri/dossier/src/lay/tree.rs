//! The tree of the document's structure, as PDF/UA wants it: headings, paragraphs, tables with header cells, figures, the
//! language of every span. Owns the tree; refuses anything that is drawn and not read (that is an artifact).

use crate::model::Text;

/// What a part of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// A heading of a level from 1 to 6.
    H(u8),
    P,
    Span,
    Table,
    THead,
    TBody,
    TR,
    /// A header cell of a column.
    ColumnHead,
    /// A header cell of a row.
    RowHead,
    TD,
    /// A cell across so many columns.
    Across(usize),
    Figure,
}

impl Tag {
    /// The standard structure type.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::H(1) => "H1",
            Self::H(2) => "H2",
            Self::H(3) => "H3",
            Self::H(4) => "H4",
            Self::H(5) => "H5",
            Self::H(_) => "H6",
            Self::P => "P",
            Self::Span => "Span",
            Self::Table => "Table",
            Self::THead => "THead",
            Self::TBody => "TBody",
            Self::TR => "TR",
            Self::ColumnHead | Self::RowHead => "TH",
            Self::TD | Self::Across(_) => "TD",
            Self::Figure => "Figure",
        }
    }
}

/// What a node holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kid {
    /// Another node.
    Node(usize),
    /// Marked content of a page.
    Marked { page: usize, mcid: usize },
}

/// A node of the tree.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    pub(crate) lang: Option<String>,
    /// What a picture shows.
    pub(crate) alt: Option<String>,
    /// The text in reading order, where the drawing is in another.
    pub(crate) actual: Option<String>,
    /// Where a picture stands: left, bottom, right, top.
    pub(crate) bounds: Option<[f32; 4]>,
    pub(crate) kids: Vec<Kid>,
}

/// The tree as it grows.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
    pub(crate) roots: Vec<usize>,
    main: String,
}

impl Tree {
    pub(crate) fn new(main: &str) -> Self {
        Self { main: main.to_owned(), ..Self::default() }
    }

    /// Adds a node under `parent`, or at the top.
    pub(crate) fn add(&mut self, tag: Tag, parent: Option<usize>) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { tag, lang: None, alt: None, actual: None, bounds: None, kids: Vec::new() });
        match parent.and_then(|parent| self.nodes.get_mut(parent)) {
            Some(parent) => parent.kids.push(Kid::Node(id)),
            None => self.roots.push(id),
        }
        id
    }

    /// Gives `node` the languages of `text` and says for each run under which node it stands: the node itself where the
    /// text is in one language, else a span for each.
    pub(crate) fn speak(&mut self, node: usize, text: &Text) -> Vec<usize> {
        let main = self.main.clone();
        // Numbers and codes are read in the language around them.
        let langs: Vec<&str> =
            text.0.iter().map(|run| if run.lang() == "zxx" { main.as_str() } else { run.lang() }).collect();
        let spoken = |lang: &str| (lang != main).then(|| lang.to_owned());
        let one = langs.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        if one {
            let lang = langs.first().and_then(|lang| spoken(lang));
            let plain = text.plain();
            if let Some(node) = self.nodes.get_mut(node) {
                node.lang = lang;
                node.actual = super::engine::has_rtl(&plain).then_some(plain);
            }
            return vec![node; text.0.len()];
        }
        let mut spans: Vec<usize> = Vec::with_capacity(langs.len());
        for (run, lang) in text.0.iter().zip(&langs) {
            let span = self.add(Tag::Span, Some(node));
            if let Some(span) = self.nodes.get_mut(span) {
                span.lang = spoken(lang);
                span.actual = super::engine::has_rtl(run.text()).then(|| run.text().to_owned());
            }
            spans.push(span);
        }
        spans
    }
}
