//! The blocks a dossier is made of. Owns what they hold; refuses how they look.

use crate::model::{Provenance, Text};
use serde::{Serialize, Serializer, ser::SerializeStruct};
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc};

/// A label, with the same in a second language where the officer asked for one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Label {
    /// In the main language.
    pub text: Text,
    /// In the second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<Text>,
}

/// A block of the body.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "block", content = "content")]
pub enum Block {
    /// The first page's head.
    Cover(Cover),
    /// A heading and bookmark; level 1 is the cover's own, sections begin at 2.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its text.
        label: Label,
    },
    /// A paragraph; line feeds in it are kept.
    Paragraph(Text),
    /// A paragraph in a box: a warning or a reason that must not be overlooked.
    Notice(Text),
    /// Labels with their values.
    KeyValues(Vec<Pair>),
    /// A person: photograph and labels with values.
    Person(Person),
    /// A table.
    Table(Table),
    /// A picture on its own.
    Figure(Figure),
    /// A page of an annex: a picture as large as the page takes.
    Scan(Figure),
    /// The verification code, in words and as a QR code.
    Seal(Label),
    /// Lines to sign on.
    Signatures(Vec<Signature>),
    /// What follows begins a new page.
    PageBreak,
    /// Blocks that stay on one page where they can.
    Together(Vec<Block>),
}

/// The first page's head.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cover {
    /// The title.
    pub title: Label,
    /// The recipient.
    pub recipient: Text,
    /// Purpose, legal basis, reference, copy, valid until and so on.
    pub pairs: Vec<Pair>,
}

/// A label with its values; several values stand one below another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pair {
    /// The label.
    pub label: Label,
    /// The values.
    pub values: Vec<Text>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Person {
    /// The photograph, where it may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<Portrait>,
    /// What is known.
    pub pairs: Vec<Pair>,
}

/// The place of a person's photograph.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Portrait {
    /// The photograph.
    Shown(Figure),
    /// There is none: an empty frame with a word in it.
    Absent(Text),
}

/// A column of photographs at the beginning of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Portraits {
    /// The column's head.
    pub head: Label,
    /// One for each row.
    pub of: Vec<Portrait>,
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// At the line's beginning.
    #[default]
    Start,
    /// At its end: numbers and amounts.
    End,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: Label,
    /// Its share of the width.
    #[serde(skip)]
    pub weight: f32,
    /// How it stands.
    #[serde(skip)]
    pub align: Align,
}

/// A table with a head that is repeated on every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; a row shorter than the columns ends in empty cells, but see [`Row`].
    pub rows: Vec<Row>,
    /// Photographs before the first column, where the rows are people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portraits: Option<Portraits>,
    /// A bar after the last column of each row, in thousandths of the longest; no bar where there is nothing to draw. It says
    /// in ink what a cell says in figures.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bars: Vec<Option<u16>>,
}

impl Table {
    /// A table of texts.
    pub const fn new(columns: Vec<Column>, rows: Vec<Row>) -> Self {
        Self { columns, rows, portraits: None, bars: Vec::new() }
    }
}

/// A row of a table. A single cell in a table of several columns stands across all of them: a remark on what follows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Row(pub Vec<Text>);

/// A line to sign on, with what is to be filled in by hand below it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// Who signs.
    pub role: Label,
    /// What is to be filled in: name and position, date, stamp.
    pub lines: Vec<Label>,
}

/// A JPEG, or a PNG of 8-bit grey or colour without transparency.
#[derive(Clone, PartialEq)]
pub struct Figure {
    image: Arc<[u8]>,
    sha256: String,
    alt: Text,
    from: Provenance,
}

impl Figure {
    /// Takes a file, what it shows (for who cannot see it) and where it comes from.
    pub fn new(image: Arc<[u8]>, alt: Text, from: Provenance) -> Self {
        let sha256 = Sha256::digest(&image).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { image, sha256, alt, from }
    }

    /// The file.
    pub fn image(&self) -> &Arc<[u8]> {
        &self.image
    }

    /// The SHA-256 of the file, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// What it shows.
    pub fn alt(&self) -> &Text {
        &self.alt
    }

    /// Where it comes from.
    pub fn from(&self) -> &Provenance {
        &self.from
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Figure({} bytes)", self.image.len())
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut figure = serializer.serialize_struct("Figure", 2)?;
        figure.serialize_field("sha256", &self.sha256)?;
        figure.serialize_field("alt", &self.alt)?;
        figure.end()
    }
}
