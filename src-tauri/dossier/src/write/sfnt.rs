//! Reading the tables of a TrueType file. Owns bounds: a table that is too short is an error, never a panic.

use crate::DossierError;

const BROKEN: DossierError = DossierError::Fault("a font is broken");

/// The big-endian number at `at`.
pub(crate) fn u16_at(bytes: &[u8], at: usize) -> Result<u16, DossierError> {
    let two = bytes.get(at..).and_then(|rest| rest.first_chunk::<2>()).ok_or(BROKEN)?;
    Ok(u16::from_be_bytes(*two))
}

/// The signed big-endian number at `at`.
pub(crate) fn i16_at(bytes: &[u8], at: usize) -> Result<i16, DossierError> {
    Ok(u16_at(bytes, at)?.cast_signed())
}

/// The long big-endian number at `at`, as an index.
pub(crate) fn index_at(bytes: &[u8], at: usize) -> Result<usize, DossierError> {
    let four = bytes.get(at..).and_then(|rest| rest.first_chunk::<4>()).ok_or(BROKEN)?;
    usize::try_from(u32::from_be_bytes(*four)).map_err(|_| BROKEN)
}

/// Writes a number over what stands at `at`.
pub(crate) fn put(bytes: &mut [u8], at: usize, value: u16) -> Result<(), DossierError> {
    let two = bytes.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<2>()).ok_or(BROKEN)?;
    *two = value.to_be_bytes();
    Ok(())
}

/// A table with its tag.
pub(crate) type Table<'a> = ([u8; 4], &'a [u8]);

/// Every table in the order of the file.
pub(crate) fn tables(font: &[u8]) -> Result<Vec<Table<'_>>, DossierError> {
    let count = usize::from(u16_at(font, 4)?);
    let mut tables = Vec::with_capacity(count);
    for entry in 0..count {
        let at = 12 + 16 * entry;
        let tag = font.get(at..).and_then(|rest| rest.first_chunk::<4>()).ok_or(BROKEN)?;
        let (start, length) = (index_at(font, at + 8)?, index_at(font, at + 12)?);
        let end = start.checked_add(length).ok_or(BROKEN)?;
        tables.push((*tag, font.get(start..end).ok_or(BROKEN)?));
    }
    Ok(tables)
}

/// One table.
pub(crate) fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Result<&'a [u8], DossierError> {
    tables(font)?.into_iter().find(|(name, _)| name == tag).map(|(_, table)| table).ok_or(BROKEN)
}

/// What the PDF needs to know about a face.
#[derive(Debug, Clone)]
pub(crate) struct Measures {
    pub(crate) units: u16,
    pub(crate) widths: Vec<u16>,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    /// Left, bottom, right, top of all glyphs.
    pub(crate) bounds: [i16; 4],
}

impl Measures {
    pub(crate) fn of(font: &[u8]) -> Result<Self, DossierError> {
        let (head, hhea, hmtx) = (table(font, b"head")?, table(font, b"hhea")?, table(font, b"hmtx")?);
        let glyphs = usize::from(u16_at(table(font, b"maxp")?, 4)?);
        let long = usize::from(u16_at(hhea, 34)?).max(1);
        let widths =
            (0..glyphs).map(|glyph| u16_at(hmtx, 4 * glyph.min(long - 1))).collect::<Result<_, _>>()?;
        Ok(Self {
            units: u16_at(head, 18)?.max(1),
            widths,
            ascent: i16_at(hhea, 4)?,
            descent: i16_at(hhea, 6)?,
            bounds: [i16_at(head, 36)?, i16_at(head, 38)?, i16_at(head, 40)?, i16_at(head, 42)?],
        })
    }
}
