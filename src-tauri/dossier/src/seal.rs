//! The verification code: the SHA-256 of the JSON twin, short enough to read over the telephone and whole in a QR code.
//! Owns both renderings; refuses to sign anything: it shows that a copy is unaltered, not who made it.

use crate::{
    DossierError,
    model::{Label, Text},
};
use qrcode::{Color, EcLevel, QrCode};

/// Digits and letters that are not mistaken for one another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The first 80 bits of the digest as four groups of four letters: `7Q2M-09XC-…`.
pub fn short_code(digest: &[u8; 32]) -> String {
    let bits = digest.iter().take(10).fold(0u128, |bits, byte| (bits << 8) | u128::from(*byte));
    let letter = |place: u32| {
        let index = usize::try_from((bits >> (75 - 5 * place)) & 31).unwrap_or_default();
        char::from(LETTERS.get(index).copied().unwrap_or(b'0'))
    };
    let mut code = String::with_capacity(19);
    for place in 0..16 {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(letter(place));
    }
    code
}

/// The code as a text of the page.
pub(crate) fn words(digest: &[u8; 32]) -> Text {
    Text::app(short_code(digest))
}

/// What the QR code is read aloud as.
pub(crate) fn aloud(label: &Label, digest: &[u8; 32]) -> Text {
    label.text.clone().then(": ", words(digest))
}

/// What the QR code says: `sha256:` and the whole digest in hexadecimal.
pub fn qr_text(digest: &[u8; 32]) -> String {
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}

/// A QR code of any text as a PNG of grey pixels, six to a module, with the quiet border that readers need.
///
/// # Errors
/// [`DossierError::Fault`] when the text is too long for one code.
pub fn qr_png(text: &str) -> Result<Vec<u8>, DossierError> {
    const SCALE: usize = 6;
    const BORDER: usize = 4;
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| DossierError::Fault("the QR code cannot be made"))?;
    let (width, colors) = (code.width(), code.to_colors());
    let side = (width + 2 * BORDER) * SCALE;
    let dark = |x: usize, y: usize| {
        let (column, row) = ((x / SCALE).checked_sub(BORDER), (y / SCALE).checked_sub(BORDER));
        let module = column.zip(row).filter(|(column, _)| *column < width);
        module.is_some_and(|(column, row)| colors.get(row * width + column) == Some(&Color::Dark))
    };
    let pixels = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let grey: Vec<u8> = pixels.map(|(x, y)| if dark(x, y) { 0 } else { 255 }).collect();
    crate::write::grey_png(&grey, side)
}

/// Dark modules beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) row: usize,
    pub(crate) column: usize,
    pub(crate) count: usize,
}

/// The QR code of a digest as spans, and the number of modules to a side.
pub(crate) fn qr_spans(digest: &[u8; 32]) -> Result<(Vec<Span>, usize), DossierError> {
    spans_of(&qr_text(digest))
}

/// The QR code of any text as spans, and the number of modules to a side, without a border.
pub(crate) fn spans_of(text: &str) -> Result<(Vec<Span>, usize), DossierError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|_| DossierError::Fault("the QR code cannot be made"))?;
    let side = code.width();
    let colors = code.to_colors();
    let mut spans = Vec::new();
    for (row, line) in colors.chunks(side).enumerate() {
        let mut column = 0;
        while column < side {
            let dark = line.iter().skip(column).take_while(|color| **color == Color::Dark).count();
            if dark > 0 {
                spans.push(Span { row, column, count: dark });
            }
            column += dark.max(1);
        }
    }
    Ok((spans, side))
}

#[cfg(test)]
mod tests {
    use super::{Span, qr_png, qr_spans, qr_text, short_code};

    #[test]
    fn the_short_code_is_the_first_eighty_bits() {
        let mut digest = [0u8; 32];
        assert_eq!(short_code(&digest), "0000-0000-0000-0000");
        digest[0] = 0xFF;
        digest[9] = 0x1F;
        assert_eq!(short_code(&digest), "ZW00-0000-0000-000Z");
        digest[10] = 0xFF;
        assert_eq!(short_code(&digest), "ZW00-0000-0000-000Z");
    }

    #[test]
    fn a_qr_code_is_a_picture_that_others_read() {
        let png = qr_png("R7QF-2M9X-0000-1111-2222-3333").unwrap();
        let read = image::load_from_memory(&png).unwrap().into_luma8();
        assert_eq!(read.width(), read.height());
        // The first corner of the code, and the border around it.
        assert_eq!((read.get_pixel(24, 24).0, read.get_pixel(23, 23).0), ([0], [255]));
        assert!(qr_png(&"x".repeat(5_000)).is_err());
    }

    #[test]
    fn the_qr_code_has_its_three_corners() {
        let digest = [7u8; 32];
        assert_eq!(qr_text(&digest).len(), 71);
        let (spans, side) = qr_spans(&digest).unwrap();
        assert!(spans.contains(&Span { row: 0, column: 0, count: 7 }));
        assert!(spans.contains(&Span { row: 0, column: side - 7, count: 7 }));
        assert!(spans.contains(&Span { row: side - 1, column: 0, count: 7 }));
    }
}
