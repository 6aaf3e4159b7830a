//! The cluster font: a subset face with one composite glyph appended for every shaped cluster. Owns that a whole syllable is
//! one glyph with one text, which is what makes Khmer come out of every reader exactly; refuses fonts without `glyf`.

use super::sfnt::{i16_at, index_at, put, tables, u16_at};
use crate::DossierError;

const BROKEN: DossierError = DossierError::Fault("a font is broken");

/// A part of a cluster: a glyph of the subset and where it stands, in font units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Part {
    pub(crate) gid: u16,
    pub(crate) x: i16,
    pub(crate) y: i16,
}

/// A cluster: its parts and how far the pen moves.
pub(crate) type Cluster = (Vec<Part>, u16);

/// ARGS_ARE_WORDS, ARGS_ARE_XY, and (0x1000) offsets that are not scaled.
const COMPONENT: u16 = 0x1003;
const MORE: u16 = 0x0020;

/// Appends `clusters` to `font`; the first gets the number of glyphs there were before.
pub(crate) fn append(font: &[u8], clusters: &[Cluster]) -> Result<Vec<u8>, DossierError> {
    let mut owned: Vec<([u8; 4], Vec<u8>)> =
        tables(font)?.into_iter().map(|(tag, table)| (tag, table.to_vec())).collect();
    let take = |tag: &[u8; 4]| {
        owned.iter().find(|(name, _)| name == tag).map(|(_, table)| table.clone()).ok_or(BROKEN)
    };
    let (mut head, mut maxp, mut hhea) = (take(b"head")?, take(b"maxp")?, take(b"hhea")?);
    let old = Outlines { loca: take(b"loca")?, glyf: take(b"glyf")?, short: u16_at(&head, 50)? == 0 };
    let metrics = take(b"hmtx")?;
    let glyphs = u16_at(&maxp, 4)?;
    let long = u16_at(&hhea, 34)?.max(1);
    let mut new = Growing::default();
    for glyph in 0..glyphs {
        let at = usize::from(glyph.min(long - 1)) * 4;
        let bearing =
            if glyph < long { at + 2 } else { usize::from(long) * 4 + usize::from(glyph - long) * 2 };
        new.push(old.outline(glyph)?, u16_at(&metrics, at)?, i16_at(&metrics, bearing)?)?;
    }
    let mut most = u16_at(&maxp, 28)?;
    for (parts, advance) in clusters {
        let mut drawn = Vec::with_capacity(parts.len());
        for part in parts {
            let outline = old.outline(part.gid)?;
            if !outline.is_empty() {
                drawn.push((*part, outline));
            }
        }
        let (outline, left) = composite(&drawn)?;
        most = most.max(u16::try_from(drawn.len()).map_err(|_| BROKEN)?);
        new.push(&outline, *advance, left)?;
    }
    let total = usize::from(glyphs) + clusters.len();
    let total =
        u16::try_from(total).map_err(|_| DossierError::Fault("more clusters than a font can hold"))?;
    put(&mut maxp, 4, total)?;
    put(&mut maxp, 28, most)?;
    let depth = u16_at(&maxp, 30)?.max(1).saturating_add(1);
    put(&mut maxp, 30, depth)?;
    for (simple, whole) in [(6, 10), (8, 12)] {
        let most_of_all = u16_at(&maxp, simple)?.max(u16_at(&maxp, whole)?).saturating_mul(most.max(1));
        put(&mut maxp, whole, most_of_all)?;
    }
    put(&mut hhea, 34, total)?;
    put(&mut head, 50, 1)?;
    put(&mut head, 8, 0)?;
    put(&mut head, 10, 0)?;
    let loca = new.loca.iter().flat_map(|offset| offset.to_be_bytes()).collect();
    for (tag, table) in [
        (b"head", head),
        (b"maxp", maxp),
        (b"hhea", hhea),
        (b"hmtx", new.hmtx),
        (b"loca", loca),
        (b"glyf", new.glyf),
    ] {
        if let Some((_, old)) = owned.iter_mut().find(|(name, _)| name == tag) {
            *old = table;
        }
    }
    // The names of glyphs no longer match their number: the table says from now on that there are none.
    if let Some((_, post)) = owned.iter_mut().find(|(name, table)| name == b"post" && table.len() >= 32) {
        post.truncate(32);
        put(post, 0, 3)?;
        put(post, 2, 0)?;
    }
    assemble(font, &owned)
}

struct Outlines {
    loca: Vec<u8>,
    glyf: Vec<u8>,
    short: bool,
}

impl Outlines {
    fn outline(&self, glyph: u16) -> Result<&[u8], DossierError> {
        let offset = |glyph: usize| {
            if self.short {
                Ok(usize::from(u16_at(&self.loca, 2 * glyph)?) * 2)
            } else {
                index_at(&self.loca, 4 * glyph)
            }
        };
        let (start, end) = (offset(usize::from(glyph))?, offset(usize::from(glyph) + 1)?);
        self.glyf.get(start..end).ok_or(BROKEN)
    }
}

struct Growing {
    glyf: Vec<u8>,
    loca: Vec<u32>,
    hmtx: Vec<u8>,
}

impl Default for Growing {
    fn default() -> Self {
        Self { glyf: Vec::new(), loca: vec![0], hmtx: Vec::new() }
    }
}

impl Growing {
    fn push(&mut self, outline: &[u8], advance: u16, left: i16) -> Result<(), DossierError> {
        self.glyf.extend_from_slice(outline);
        self.glyf.resize(self.glyf.len().next_multiple_of(4), 0);
        self.loca.push(u32::try_from(self.glyf.len()).map_err(|_| BROKEN)?);
        self.hmtx.extend(advance.to_be_bytes());
        self.hmtx.extend(left.to_be_bytes());
        Ok(())
    }
}

/// A composite outline and its left edge; nothing at all where no part has a shape.
fn composite(parts: &[(Part, &[u8])]) -> Result<(Vec<u8>, i16), DossierError> {
    if parts.is_empty() {
        return Ok((Vec::new(), 0));
    }
    let mut bounds = [i16::MAX, i16::MAX, i16::MIN, i16::MIN];
    for (part, outline) in parts {
        let [left, bottom, right, top] = &mut bounds;
        *left = (*left).min(i16_at(outline, 2)?.saturating_add(part.x));
        *bottom = (*bottom).min(i16_at(outline, 4)?.saturating_add(part.y));
        *right = (*right).max(i16_at(outline, 6)?.saturating_add(part.x));
        *top = (*top).max(i16_at(outline, 8)?.saturating_add(part.y));
    }
    let mut outline = (-1i16).to_be_bytes().to_vec();
    bounds.iter().for_each(|bound| outline.extend(bound.to_be_bytes()));
    for (index, (part, _)) in parts.iter().enumerate() {
        let flags = if index + 1 < parts.len() { COMPONENT | MORE } else { COMPONENT };
        outline.extend(flags.to_be_bytes());
        outline.extend(part.gid.to_be_bytes());
        outline.extend(part.x.to_be_bytes());
        outline.extend(part.y.to_be_bytes());
    }
    Ok((outline, bounds[0]))
}

fn assemble(font: &[u8], tables: &[([u8; 4], Vec<u8>)]) -> Result<Vec<u8>, DossierError> {
    let number = |n: usize| u32::try_from(n).map_err(|_| BROKEN);
    let mut file = font.get(..12).ok_or(BROKEN)?.to_vec();
    let mut position = 12 + 16 * tables.len();
    for (tag, table) in tables {
        file.extend(tag);
        file.extend(sum(table).to_be_bytes());
        file.extend(number(position)?.to_be_bytes());
        file.extend(number(table.len())?.to_be_bytes());
        position += table.len().next_multiple_of(4);
    }
    let mut head = None;
    for (tag, table) in tables {
        if tag == b"head" {
            head = Some(file.len());
        }
        file.extend_from_slice(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    let adjustment = 0xB1B0_AFBA_u32.wrapping_sub(sum(&file)).to_be_bytes();
    let at = head.ok_or(BROKEN)? + 8;
    file.get_mut(at..at + 4).ok_or(BROKEN)?.copy_from_slice(&adjustment);
    Ok(file)
}

fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0u32, |sum, chunk| {
        let word = chunk
            .iter()
            .chain([0, 0, 0].iter())
            .take(4)
            .fold(0u32, |word, byte| (word << 8) | u32::from(*byte));
        sum.wrapping_add(word)
    })
}

#[cfg(test)]
mod tests {
    use super::{Part, append, sum};
    use crate::{fonts::FACES, write::sfnt::Measures};

    #[test]
    fn a_cluster_is_a_glyph_of_its_own() {
        let face = FACES[2].bytes;
        let before = Measures::of(face).unwrap();
        let cluster = (vec![Part { gid: 40, x: 0, y: 0 }, Part { gid: 41, x: 300, y: -20 }], 640);
        let font = append(face, &[cluster.clone(), (Vec::new(), 0)]).unwrap();
        let after = Measures::of(&font).unwrap();
        assert_eq!(after.widths.len(), before.widths.len() + 2);
        assert_eq!(after.widths[..before.widths.len()], before.widths[..]);
        assert_eq!(after.widths[before.widths.len()..], [640, 0]);
        assert_eq!(sum(&font), 0xB1B0_AFBA);
    }

    #[test]
    fn a_broken_font_is_an_error() {
        let face = FACES[2].bytes;
        assert!(append(&face[..4000], &[]).is_err());
        assert!(append(face, &[(vec![Part { gid: u16::MAX, x: 0, y: 0 }], 0)]).is_err());
    }
}
