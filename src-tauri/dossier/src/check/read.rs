//! Reading a finished file back with hayro, which shares no code with printpdf and lopdf. Owns collecting everything in the
//! file that says anything; refuses to judge it.

use crate::DossierError;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask,
    font::GlyphRun,
    hayro_cmap::BfString,
    interpret_page,
    kurbo::{Affine, BezPath, Rect},
};
use hayro_syntax::{
    Pdf,
    object::{Array, Dict, Object, Stream, String as PdfString},
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Everything a file says.
#[derive(Default)]
pub(crate) struct Reading {
    /// For each page, the text of each marked piece that has any, in the order of drawing.
    pub(crate) pages: Vec<Vec<String>>,
    /// For each page, the SHA-256 of each picture it shows, in the order of drawing.
    pub(crate) pictures: Vec<Vec<[u8; 32]>>,
    /// The same of every picture in the file, drawn or not.
    pub(crate) images: BTreeSet<[u8; 32]>,
    pub(crate) title: String,
    /// There is an author, subject, keyword or creator, which there must not be.
    pub(crate) other_metadata: bool,
    pub(crate) packet: Vec<u8>,
    pub(crate) attachments: Vec<Vec<u8>>,
    pub(crate) bookmarks: Vec<String>,
    /// What is read aloud for pictures.
    pub(crate) alternatives: Vec<String>,
    /// What is read aloud for text that is drawn in another order.
    pub(crate) actual: Vec<String>,
}

/// A structure tree or an outline deeper than this is not ours.
const DEEPEST: usize = 64;

/// The words of a foreign file as its own pages say them, and what it says of itself.
pub(crate) fn words(bytes: &[u8]) -> Result<String, DossierError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| DossierError::Unreadable("not a readable PDF"))?;
    let cache = InterpreterCache::new();
    let mut words = String::new();
    for page in pdf.pages().iter() {
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let mut context =
            Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), InterpreterSettings::default());
        let mut listener = Listener::default();
        interpret_page(page, &mut context, &mut listener);
        for said in listener.done.iter().chain(&listener.open) {
            words.push_str(said);
            words.push('\n');
        }
    }
    let about = pdf.metadata();
    for said in [&about.title, &about.author, &about.subject, &about.keywords].into_iter().flatten() {
        words.push_str(&decoded(said));
        words.push('\n');
    }
    Ok(words)
}

/// Reads a file.
pub(crate) fn read(bytes: &[u8], password: &str) -> Result<Reading, DossierError> {
    let pdf = Pdf::new_with_password(bytes.to_vec(), password)
        .map_err(|_| DossierError::Unreadable("the finished file does not open"))?;
    let mut reading = Reading::default();
    let cache = InterpreterCache::new();
    for page in pdf.pages().iter() {
        let bounds = Rect::new(0.0, 0.0, 1.0, 1.0);
        let settings = InterpreterSettings::default();
        let mut context = Context::new(Affine::IDENTITY, bounds, &cache, pdf.xref(), settings);
        let mut listener = Listener::default();
        interpret_page(page, &mut context, &mut listener);
        listener.done.extend(listener.open);
        listener.done.retain(|said| !said.is_empty());
        reading.pages.push(listener.done);
        reading.pictures.push(listener.pictures);
    }
    let about = pdf.metadata();
    reading.title = about.title.as_deref().map(decoded).unwrap_or_default();
    reading.other_metadata = about.author.is_some()
        || about.subject.is_some()
        || about.keywords.is_some()
        || about.creator.is_some();
    let catalog: Dict<'_> = pdf
        .xref()
        .get(pdf.xref().root_id())
        .ok_or(DossierError::Unreadable("the finished file has no catalog"))?;
    if let Some(packet) = catalog.get::<Stream<'_>>("Metadata") {
        reading.packet = packet.decoded().map(|data| data.into_owned()).unwrap_or_default();
    }
    for object in pdf.objects() {
        // Every embedded file of the whole file, named in the catalog or not.
        let Object::Stream(stream) = object else { continue };
        let is = |key: &str, wanted: &[u8]| {
            stream.dict().get::<hayro_syntax::object::Name<'_>>(key).is_some_and(|kind| *kind == *wanted)
        };
        if is("Type", b"EmbeddedFile") {
            reading.attachments.push(stream.decoded().map(|data| data.into_owned()).unwrap_or_default());
        } else if is("Subtype", b"Image") {
            reading.images.insert(Sha256::digest(stream.raw_data()).into());
        }
    }
    if let Some(outlines) = catalog.get::<Dict<'_>>("Outlines") {
        bookmarks(&outlines, &mut reading.bookmarks, 0);
    }
    if let Some(tree) = catalog.get::<Dict<'_>>("StructTreeRoot") {
        aloud(&tree, &mut reading, 0);
    }
    Ok(reading)
}

fn bookmarks(parent: &Dict<'_>, found: &mut Vec<String>, depth: usize) {
    let mut next = parent.get::<Dict<'_>>("First");
    while let Some(item) = next {
        found.push(
            item.get::<PdfString<'_>>("Title").map(|title| decoded(title.as_bytes())).unwrap_or_default(),
        );
        if depth < DEEPEST && found.len() < 100_000 {
            bookmarks(&item, found, depth + 1);
            next = item.get::<Dict<'_>>("Next");
        } else {
            next = None;
        }
    }
}

fn aloud(element: &Dict<'_>, reading: &mut Reading, depth: usize) {
    for (key, found) in [("Alt", &mut reading.alternatives), ("ActualText", &mut reading.actual)] {
        if let Some(said) = element.get::<PdfString<'_>>(key) {
            found.push(decoded(said.as_bytes()));
        }
    }
    if depth >= DEEPEST {
        return;
    }
    if let Some(kids) = element.get::<Array<'_>>("K") {
        kids.iter::<Object<'_>>()
            .filter_map(Object::into_dict)
            .for_each(|kid| aloud(&kid, reading, depth + 1));
    } else if let Some(kid) = element.get::<Dict<'_>>("K") {
        aloud(&kid, reading, depth + 1);
    }
}

/// A text string of a PDF: UTF-16 with its mark, else bytes that are taken for Latin.
fn decoded(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units
                .chunks(2)
                .map(|pair| pair.iter().fold(0u16, |unit, byte| (unit << 8) | u16::from(*byte)))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => bytes.iter().copied().map(char::from).collect(),
    }
}

/// Listens to what a page draws, piece by piece.
#[derive(Default)]
struct Listener {
    done: Vec<String>,
    open: Vec<String>,
    pictures: Vec<[u8; 32]>,
}

impl Device<'_> for Listener {
    fn draw_glyph_run(&mut self, glyphs: &GlyphRun<'_, '_>, _: DrawProps<'_>, _: &DrawMode) {
        if self.open.is_empty() {
            // Text outside every mark: a piece that no plan has.
            self.open.push(String::new());
        }
        let Some(open) = self.open.last_mut() else { return };
        for glyph in glyphs.glyphs() {
            match glyph.as_unicode() {
                Some(BfString::Char(c)) => open.push(c),
                Some(BfString::String(text)) => open.push_str(&text),
                None => open.push('\u{FFFD}'),
            }
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], _: Option<&Dict<'_>>) {
        self.open.push(String::new());
    }

    fn end_marked_content(&mut self) {
        self.done.extend(self.open.pop());
    }

    fn draw_image(&mut self, image: Image<'_, '_>, _: ImageDrawProps<'_>) {
        self.pictures.push(match image {
            Image::Raster(raster) => Sha256::digest(raster.stream().raw_data()).into(),
            // A mask: nothing that this app draws.
            Image::Stencil(_) => [0; 32],
        });
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'_>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
