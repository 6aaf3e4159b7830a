//! Pages as printpdf's drawing operations: positioned glyphs, lines and pictures between marks. Owns that every glyph lands
//! where the layout put it; refuses to draw anything outside a mark.

use super::{
    cluster::Part,
    codes::{Codes, Shape},
    picture,
};
use crate::{
    DossierError,
    fonts::FACES,
    lay::{Glyph, Item, Laid, PAGE, Segment},
    model::Dossier,
    seal::{self, Span},
};
use printpdf::{
    Codepoint, CurTransMat, DictItem, FontId, Mm, Op, PaintMode, PdfDocument, PdfFont, PdfFontHandle,
    PdfPage, PdfSaveOptions, Pt, Rect, TextItem, TextMatrix, XObject, XObjectId, XObjectTransform,
};
use std::collections::{BTreeMap, BTreeSet};

/// What printpdf made, with what has to be set right in it.
pub(crate) struct Drawn {
    pub(crate) document: lopdf::Document,
    /// For each used face, by its resource name, the map from codes to glyphs.
    pub(crate) maps: BTreeMap<String, Vec<u8>>,
    /// The resources that each page draws with: fonts, pictures.
    pub(crate) used: Vec<(BTreeSet<String>, BTreeSet<String>)>,
}

/// Draws every page.
pub(crate) fn draw(dossier: &Dossier, laid: &Laid) -> Result<Drawn, DossierError> {
    let mut codes = FACES.iter().map(Codes::of).collect::<Result<Vec<_>, _>>()?;
    let digest = dossier.digest();
    let mut pdf = PdfDocument::new("");
    for (index, image) in laid.images.iter().enumerate() {
        let object = picture::object(image, index + 1)?;
        pdf.resources.xobjects.map.insert(XObjectId(image_name(index)), XObject::External(object));
    }
    let mut pages = Vec::with_capacity(laid.pages.len());
    let mut used = Vec::with_capacity(laid.pages.len());
    for page in &laid.pages {
        let mut pen =
            Pen { ops: Vec::new(), fonts: BTreeSet::new(), images: BTreeSet::new(), codes: &mut codes };
        for item in &page.items {
            pen.item(item, laid, &digest)?;
        }
        let mut sheet = PdfPage::new(Mm(210.0), Mm(297.0), pen.ops);
        used.push((pen.fonts, pen.images));
        sheet.media_box.width = Pt(PAGE.0);
        sheet.media_box.height = Pt(PAGE.1);
        sheet.crop_box = sheet.media_box.clone();
        sheet.trim_box = sheet.media_box.clone();
        pages.push(sheet);
    }
    let mut maps = BTreeMap::new();
    for (index, (face, codes)) in FACES.iter().zip(&codes).enumerate() {
        if codes.is_unused() {
            continue;
        }
        let (font, map) = codes.embed(face, &prefix(index))?;
        pdf.resources.fonts.map.insert(FontId(font_name(index)), PdfFont::new(font));
        maps.insert(font_name(index), map);
    }
    pdf.with_pages(pages);
    let options =
        PdfSaveOptions { optimize: true, subset_fonts: false, secure: true, image_optimization: None };
    let mut warnings = Vec::new();
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    Ok(Drawn { document, maps, used })
}

/// Six capitals that mark a subset, each face its own.
fn prefix(index: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(index % 26).unwrap_or_default());
    format!("{letter}PULNG")
}

fn font_name(index: usize) -> String {
    format!("T{index}")
}

fn image_name(index: usize) -> String {
    format!("P{index}")
}

struct Pen<'a> {
    ops: Vec<Op>,
    fonts: BTreeSet<String>,
    images: BTreeSet<String>,
    codes: &'a mut [Codes],
}

impl Pen<'_> {
    fn item(&mut self, item: &Item, laid: &Laid, digest: &[u8; 32]) -> Result<(), DossierError> {
        match item {
            Item::Begin { node, mcid } => {
                let tag = laid.nodes.get(*node).map_or("P", |node| node.tag.name());
                let number = i64::try_from(*mcid).map_err(|_| DossierError::Fault("too many marks"))?;
                self.marked(tag, BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]));
            }
            Item::Artifact { kind: None } => {
                self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() })
            }
            Item::Artifact { kind: Some(kind) } => {
                let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
                let map = BTreeMap::from([
                    ("Type".to_owned(), name("Pagination")),
                    ("Subtype".to_owned(), name(kind)),
                ]);
                self.marked("Artifact", map);
            }
            Item::End => self.ops.push(Op::EndMarkedContent),
            Item::Text { x, y, segment } => self.text(*x, *y, segment)?,
            // As long as it is thick beyond its end, so that corners close.
            Item::Rule { x, y, w, h, width } => self.fill(*x, *y, w + width, h + width),
            Item::Image { x, y, w, h, image } => {
                let name = image_name(*image);
                self.ops.push(Op::SaveGraphicsState);
                self.ops.push(Op::SetTransformationMatrix {
                    matrix: CurTransMat::Raw([*w, 0.0, 0.0, *h, *x, *y]),
                });
                let transform = XObjectTransform { no_auto_scale: true, ..Default::default() };
                self.ops.push(Op::UseXobject { id: XObjectId(name.clone()), transform });
                self.ops.push(Op::RestoreGraphicsState);
                self.images.insert(name);
            }
            Item::Seal { x, y, size } => {
                let (spans, side) = seal::qr_spans(digest)?;
                let unit = size / side.max(1) as f32;
                for Span { row, column, count } in spans {
                    let left = x + column as f32 * unit;
                    self.fill(left, y + size - (row + 1) as f32 * unit, count as f32 * unit, unit);
                }
            }
        }
        Ok(())
    }

    fn marked(&mut self, tag: &str, map: BTreeMap<String, DictItem>) {
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties });
    }

    fn fill(&mut self, x: f32, y: f32, w: f32, h: f32) {
        let rectangle = Rect {
            x: Pt(x),
            y: Pt(y),
            width: Pt(w),
            height: Pt(h),
            mode: Some(PaintMode::Fill),
            winding_order: None,
        };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn text(&mut self, x: f32, y: f32, segment: &Segment) -> Result<(), DossierError> {
        let codes = self.codes.get_mut(segment.face).ok_or(DossierError::Fault("an unknown font"))?;
        let items = shown(segment, codes)?;
        let name = font_name(segment.face);
        let font = PdfFontHandle::External(FontId(name.clone()));
        self.fonts.insert(name);
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font, size: Pt(segment.size) });
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
        self.ops.push(Op::ShowText { items });
        self.ops.push(Op::EndTextSection);
        Ok(())
    }
}

/// A segment as codes and moves of the pen between them.
fn shown(segment: &Segment, codes: &mut Codes) -> Result<Vec<TextItem>, DossierError> {
    let size = f64::from(segment.size);
    let units = f64::from(codes.measures.units);
    let (mut pen, mut wanted) = (0.0_f64, 0.0_f64);
    let mut items = Vec::new();
    let mut row: Vec<Codepoint> = Vec::new();
    for cluster in segment.glyphs.chunk_by(|a, b| a.text == b.text) {
        let text = cluster.first().and_then(|glyph| segment.text.get(glyph.text.clone())).unwrap_or_default();
        let total: f64 = cluster.iter().map(|glyph| f64::from(glyph.advance)).sum();
        let mut shape = shape(cluster, size, units);
        if let [Part { gid, x: 0, y: 0 }] = shape.parts.as_slice() {
            // A glyph that stands alone keeps its own width; the pen makes up for kerning.
            shape.advance = codes.measures.widths.get(usize::from(*gid)).copied().unwrap_or_default();
        }
        text.clone_into(&mut shape.text);
        let gap = (wanted - pen) / size * 1000.0;
        if gap.abs() > 0.5 {
            if !row.is_empty() {
                items.push(TextItem::GlyphIds(std::mem::take(&mut row)));
            }
            #[expect(clippy::cast_possible_truncation, reason = "a thousandth of an em in single precision")]
            let offset = -gap as f32;
            items.push(TextItem::Offset(offset));
            pen -= f64::from(offset) / 1000.0 * size;
        }
        pen += codes.moved(shape.advance, size);
        wanted += total;
        let said = shape.text.clone();
        row.push(Codepoint::with_cid(codes.code(shape)?, 0.0, said));
    }
    if !row.is_empty() {
        items.push(TextItem::GlyphIds(row));
    }
    Ok(items)
}

/// The glyphs of a cluster in font units, from the pen's own place.
fn shape(cluster: &[Glyph], size: f64, units: f64) -> Shape {
    #[expect(clippy::cast_possible_truncation, reason = "font units of one syllable, which the cast bounds")]
    let scaled = |points: f64| (points / size * units).round() as i16;
    let mut pen = 0.0;
    let mut parts = Vec::with_capacity(cluster.len());
    for glyph in cluster {
        if let Some(gid) = glyph.gid {
            parts.push(Part { gid, x: scaled(pen + f64::from(glyph.dx)), y: scaled(f64::from(glyph.dy)) });
        }
        pen += f64::from(glyph.advance);
    }
    Shape { parts, advance: scaled(pen).max(0).cast_unsigned(), text: String::new() }
}
