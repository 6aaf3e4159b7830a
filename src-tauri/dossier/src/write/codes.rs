//! Character codes of a face: one for every (shape, text) pair that is drawn. Owns that a code stands for exactly one text, so
//! that what is copied or searched is what was written; refuses a shape without one.

use super::{
    cluster::{Cluster, Part, append},
    sfnt::{Measures, table, u16_at},
};
use crate::{DossierError, fonts::Face};
use printpdf::{FontMetrics, ParsedFont};
use std::collections::{BTreeMap, HashMap};
use subsetter::GlyphRemapper;

/// What is drawn with one code.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Shape {
    /// Glyphs of the whole face.
    pub(crate) parts: Vec<Part>,
    pub(crate) advance: u16,
    pub(crate) text: String,
}

/// The codes of a face, in the order in which they were first drawn. Code 0 is `.notdef` and is never drawn.
pub(crate) struct Codes {
    pub(crate) measures: Measures,
    known: HashMap<Shape, u16>,
    shapes: Vec<Shape>,
}

impl Codes {
    pub(crate) fn of(face: &Face) -> Result<Self, DossierError> {
        Ok(Self { measures: Measures::of(face.bytes)?, known: HashMap::new(), shapes: Vec::new() })
    }

    /// The code for a shape.
    pub(crate) fn code(&mut self, shape: Shape) -> Result<u16, DossierError> {
        if let Some(code) = self.known.get(&shape) {
            return Ok(*code);
        }
        let code = u16::try_from(self.shapes.len() + 1)
            .map_err(|_| DossierError::Fault("more shapes than codes"))?;
        self.shapes.push(shape.clone());
        self.known.insert(shape, code);
        Ok(code)
    }

    pub(crate) fn is_unused(&self) -> bool {
        self.shapes.is_empty()
    }

    /// How far the pen moves after a shape, in points, by the width as the writer puts it into the file: cut, not rounded.
    pub(crate) fn moved(&self, advance: u16, size: f64) -> f64 {
        (f64::from(advance) * 1000.0 / f64::from(self.measures.units)).trunc() / 1000.0 * size
    }

    /// The face cut down to what is drawn, with its clusters, and the map from codes to its glyphs.
    pub(crate) fn embed(&self, face: &Face, prefix: &str) -> Result<(ParsedFont, Vec<u8>), DossierError> {
        let broken = DossierError::Fault("a font cannot be cut down");
        let mut kept = GlyphRemapper::new();
        self.shapes.iter().flat_map(|shape| &shape.parts).for_each(|part| {
            kept.remap(part.gid);
        });
        let mut font = subsetter::subset(face.bytes, 0, &kept).map_err(|_| broken.clone())?;
        let base = u16_at(table(&font, b"maxp")?, 4)?;
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut known: HashMap<Cluster, u16> = HashMap::new();
        let mut map = vec![0u8, 0];
        let mut widths = BTreeMap::new();
        for (index, shape) in self.shapes.iter().enumerate() {
            let mut parts = Vec::with_capacity(shape.parts.len());
            for part in &shape.parts {
                parts.push(Part { gid: kept.get(part.gid).ok_or(broken.clone())?, ..*part });
            }
            let glyph = match (parts.as_slice(), self.plain_width(shape)) {
                ([part], Some(width)) if width == shape.advance => part.gid,
                _ => {
                    let next =
                        base.saturating_add(u16::try_from(clusters.len()).map_err(|_| broken.clone())?);
                    *known.entry((parts.clone(), shape.advance)).or_insert_with(|| {
                        clusters.push((parts, shape.advance));
                        next
                    })
                }
            };
            map.extend(glyph.to_be_bytes());
            widths.insert(u16::try_from(index + 1).map_err(|_| broken.clone())?, shape.advance);
        }
        if !clusters.is_empty() {
            font = append(&font, &clusters)?;
        }
        let measures = &self.measures;
        let name = format!("{prefix}+{}", face.name);
        let vertical = FontMetrics { ascent: measures.ascent, descent: measures.descent };
        let mut parsed = ParsedFont::with_glyph_data(
            font,
            0,
            Some(name),
            BTreeMap::new(),
            widths,
            measures.units,
            vertical,
        );
        let [left, bottom, right, top] = measures.bounds;
        let stub = &mut parsed.pdf_font_metrics;
        (stub.x_min, stub.y_min, stub.x_max, stub.y_max) = (left, bottom, right, top);
        Ok((parsed, map))
    }

    /// The width of a single glyph that stands where it belongs.
    fn plain_width(&self, shape: &Shape) -> Option<u16> {
        match shape.parts.as_slice() {
            [Part { gid, x: 0, y: 0 }] => self.measures.widths.get(usize::from(*gid)).copied(),
            _ => None,
        }
    }
}
