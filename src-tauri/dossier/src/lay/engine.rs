//! Shaping and line breaking by parley: harfrust, bidirectional text, dictionary breaks for scripts without spaces. Owns
//! finding the face for every character and tying every glyph to the text it stands for; refuses a missing glyph.

use super::prepare::{Prepared, is_rtl};
use crate::{
    DossierError,
    fonts::{FACES, FAMILIES},
    model::{Provenance, Text, is_steering},
};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, FontFeatures, FontWeight, Layout,
    LayoutContext, LineHeight, OverflowWrap, PositionedLayoutItem, StyleProperty,
    fontique::{Blob, Collection, CollectionOptions, SourceCache},
};
use std::{borrow::Cow, collections::HashMap, ops::Range, sync::Arc};

/// One glyph where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// The glyph of the face; none for a character without a shape (a joiner, a zero-width space).
    pub(crate) gid: Option<u16>,
    /// How far the pen moves, in points.
    pub(crate) advance: f32,
    /// How far right of the pen it is drawn, in points.
    pub(crate) dx: f32,
    /// How far above the line, in points.
    pub(crate) dy: f32,
    /// What it stands for, in bytes of the text.
    pub(crate) text: Range<usize>,
}

/// Glyphs of one face in one direction.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    /// Where it begins, from the left end of the line box.
    pub(crate) x: f32,
    /// Which of [`FACES`].
    pub(crate) face: usize,
    /// Its size in points.
    pub(crate) size: f32,
    /// Which run of the text it belongs to.
    pub(crate) run: usize,
    /// The whole text.
    pub(crate) text: Arc<str>,
    /// The glyphs, from left to right.
    pub(crate) glyphs: Vec<Glyph>,
}

impl Segment {
    /// The bytes of the text that it stands for.
    pub(crate) fn range(&self) -> Range<usize> {
        let start = self.glyphs.iter().map(|glyph| glyph.text.start).min().unwrap_or_default();
        let end = self.glyphs.iter().map(|glyph| glyph.text.end).max().unwrap_or_default();
        start..end
    }
}

/// One line.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) height: f32,
    /// From the top of the line.
    pub(crate) baseline: f32,
    pub(crate) segments: Vec<Segment>,
}

/// How a text is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) bold: bool,
    /// At the line's end instead of its beginning.
    pub(crate) end: bool,
}

/// Fonts and scratch space.
pub(crate) struct Engine {
    fonts: FontContext,
    scratch: LayoutContext<u16>,
    faces: HashMap<u64, usize>,
}

impl Engine {
    pub(crate) fn new() -> Result<Self, DossierError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts =
            FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let mut faces = HashMap::new();
        for (index, face) in FACES.iter().enumerate() {
            let blob: Blob<u8> = Blob::new(Arc::new(face.bytes));
            faces.insert(blob.id(), index);
            if fonts.collection.register_fonts(blob, None).is_empty() {
                return Err(DossierError::Fault("a font cannot be read"));
            }
        }
        Ok(Self { fonts, scratch: LayoutContext::new(), faces })
    }

    /// Breaks `text` into lines of at most `width`. Together the lines hold every character of it but line feeds.
    pub(crate) fn lines(&mut self, text: &Text, style: Style, width: f32) -> Result<Vec<Line>, DossierError> {
        let plain: Arc<str> = text.plain().into();
        let mut ends = Vec::with_capacity(text.0.len());
        for run in &text.0 {
            ends.push(ends.last().copied().unwrap_or_default() + run.text().len());
        }
        let mut lines = Vec::new();
        let mut start = 0;
        for part in plain.split('\n') {
            let set = Set { plain: &plain, start, ends: &ends, origins: text };
            self.part(part, &set, style, width, &mut lines)?;
            start += part.len() + 1;
        }
        Ok(lines)
    }

    fn part(
        &mut self,
        part: &str,
        set: &Set<'_>,
        style: Style,
        width: f32,
        lines: &mut Vec<Line>,
    ) -> Result<(), DossierError> {
        let ready = Prepared::new(part);
        // An empty line is as high as a written one.
        let shown = if ready.text.is_empty() { " " } else { ready.text.as_str() };
        let mut builder = self.scratch.ranged_builder(&mut self.fonts, shown, 1.0, false);
        let families = FAMILIES.iter().map(|name| FontFamilyName::Named(Cow::Borrowed(*name))).collect();
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Owned(families))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::MetricsRelative(1.0)));
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(Cow::Borrowed("\"tnum\" 1"))));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        for (run, range) in set.runs(part.len()) {
            let range = ready.forth(range.start)..ready.forth(range.end);
            builder.push(StyleProperty::Brush(u16::try_from(run).unwrap_or(u16::MAX)), range);
        }
        let mut layout: Layout<u16> = builder.build(shown);
        layout.break_all_lines(Some(width));
        let alignment = if style.end { Alignment::End } else { Alignment::Start };
        layout.align(alignment, AlignmentOptions::default());
        for line in layout.lines() {
            let metrics = *line.metrics();
            let mut segments = Vec::new();
            let mut last = None;
            for item in line.items() {
                let PositionedLayoutItem::GlyphRun(glyphs) = item else { continue };
                let run = glyphs.run();
                // A shaped run with several styles comes once for each of them; it is walked once.
                let name = (run.index(), run.text_range());
                if ready.text.is_empty() || last.as_ref() == Some(&name) {
                    continue;
                }
                let face = self
                    .faces
                    .get(&run.font().data.id())
                    .copied()
                    .ok_or(DossierError::Fault("an unknown font"))?;
                set.segments(run, glyphs.offset(), face, &ready, &mut segments)?;
                last = Some(name);
            }
            lines.push(Line {
                height: metrics.line_height,
                baseline: metrics.baseline - metrics.block_min_coord,
                segments,
            });
        }
        Ok(())
    }
}

/// The text that a part of it is laid out from.
struct Set<'a> {
    plain: &'a Arc<str>,
    /// Where the part begins in it.
    start: usize,
    /// Where each run of it ends.
    ends: &'a [usize],
    origins: &'a Text,
}

impl Set<'_> {
    /// The runs that reach into a part of `length`, as ranges of the part.
    fn runs(&self, length: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
        let (first, last) = (self.start, self.start + length);
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(self.ends.iter().copied()).enumerate().filter_map(move |(run, (from, to))| {
            let range = from.max(first)..to.min(last);
            (range.start < range.end).then(|| (run, range.start - first..range.end - first))
        })
    }

    fn segments(
        &self,
        run: &parley::Run<'_, u16>,
        offset: f32,
        face: usize,
        ready: &Prepared,
        segments: &mut Vec<Segment>,
    ) -> Result<(), DossierError> {
        let mut pen = offset;
        let mut waiting: Option<Range<usize>> = None;
        let mut fresh = true;
        for cluster in run.visual_clusters() {
            let bytes = cluster.text_range();
            let range = ready.back(bytes.start) + self.start..ready.back(bytes.end) + self.start;
            if cluster.is_ligature_continuation() {
                // The shape stands with another cluster of the ligature, which takes this one's text as well.
                if run.is_rtl() {
                    waiting = Some(waiting.map_or_else(|| range.clone(), |held| join(&held, &range)));
                } else if let Some(segment) = segments.last_mut() {
                    lengthen(segment, range.end);
                }
                continue;
            }
            let range = waiting.take().map_or_else(|| range.clone(), |held| join(&held, &range));
            let wanted = usize::from(cluster.style().brush);
            let same = |segment: &Segment| segment.run == wanted && !fresh;
            if !segments.last().is_some_and(same) {
                let (text, size) = (Arc::clone(self.plain), run.font_size());
                segments.push(Segment { x: pen, face, size, run: wanted, text, glyphs: Vec::new() });
                fresh = false;
            }
            let Some(segment) = segments.last_mut() else { continue };
            let before = segment.glyphs.len();
            for glyph in cluster.glyphs() {
                let gid = u16::try_from(glyph.id).map_err(|_| DossierError::Fault("a glyph out of range"))?;
                let gid = if gid == 0 { self.shapeless(&range)? } else { Some(gid) };
                // Parley counts downwards, PDF upwards.
                segment.glyphs.push(Glyph {
                    gid,
                    advance: glyph.advance,
                    dx: glyph.x,
                    dy: -glyph.y,
                    text: range.clone(),
                });
                pen += glyph.advance;
            }
            if segment.glyphs.len() == before && !range.is_empty() {
                segment.glyphs.push(Glyph { gid: None, advance: 0.0, dx: 0.0, dy: 0.0, text: range.clone() });
            }
            // A mark of the layout's own has no text and must leave none behind.
            if range.is_empty() {
                segment.glyphs.truncate(before);
            }
        }
        segments.retain(|segment| !segment.glyphs.is_empty());
        Ok(())
    }

    /// A glyph that is not there is no glyph when the text has no shape, and an error when it has one.
    fn shapeless(&self, range: &Range<usize>) -> Result<Option<u16>, DossierError> {
        let text = self.plain.get(range.clone()).unwrap_or_default();
        let unseen = |c: char| {
            is_steering(c) || matches!(c, '\u{200B}'..='\u{200D}' | '\u{00AD}' | '\u{FE00}'..='\u{FE0F}')
        };
        match text.chars().find(|c| !unseen(*c)) {
            None => Ok(None),
            Some(c) => {
                let run = self.ends.partition_point(|end| *end <= range.start);
                let at = self.origins.0.get(run).map_or(Provenance::App, |run| run.from().clone());
                Err(DossierError::NoGlyph { code: format!("U+{:04X}", u32::from(c)), at })
            }
        }
    }
}

fn join(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

/// Lets the last cluster of a segment reach to `end`.
fn lengthen(segment: &mut Segment, end: usize) {
    let Some(last) = segment.glyphs.last().map(|glyph| glyph.text.clone()) else { return };
    segment
        .glyphs
        .iter_mut()
        .rev()
        .take_while(|glyph| glyph.text == last)
        .for_each(|glyph| glyph.text.end = end);
}

/// True when a text has letters that are written from right to left.
pub(crate) fn has_rtl(text: &str) -> bool {
    text.contains(is_rtl)
}
