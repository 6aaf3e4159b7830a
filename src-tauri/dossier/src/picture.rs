//! Pictures of pages, for the preview on screen and for annexed PDFs. Owns drawing in pure Rust (hayro); refuses to keep
//! anything: the caller gets the bytes of one PNG.

use crate::DossierError;
use hayro::{
    PixmapSettings, RenderCache, RenderSettings,
    hayro_interpret::InterpreterSettings,
    hayro_syntax::{LoadPdfError, Pdf},
    render,
    vello_cpu::color::palette::css::WHITE,
};

/// The largest side of a picture in pixels.
const LARGEST: f32 = 8000.0;

/// How many pages a PDF has.
///
/// # Errors
/// [`DossierError::Unreadable`] when it is no PDF, [`DossierError::Locked`] when it needs a password.
pub fn page_count(bytes: &[u8]) -> Result<usize, DossierError> {
    Ok(open(bytes)?.pages().len())
}

/// A page (from 1) as PNG on white; at `scale` 1 a point is a pixel.
///
/// # Errors
/// As [`page_count`]; [`DossierError::Unreadable`] when it has no such page, or the picture would be too large.
pub fn page_png(bytes: &[u8], page: usize, scale: f32) -> Result<Vec<u8>, DossierError> {
    let pdf = open(bytes)?;
    let index = page.checked_sub(1).ok_or(DossierError::Unreadable("no such page"))?;
    let page = pdf.pages().get(index).ok_or(DossierError::Unreadable("no such page"))?;
    let (width, height) = page.render_dimensions();
    let largest = width.max(height) * scale;
    if !(1.0..=LARGEST).contains(&largest) {
        return Err(DossierError::Unreadable("a page of an impossible size"));
    }
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let picture = render(
        page,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &settings,
    );
    picture.into_png().map_err(|_| DossierError::Unreadable("the picture cannot be made"))
}

fn open(bytes: &[u8]) -> Result<Pdf, DossierError> {
    Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => DossierError::Locked,
        LoadPdfError::Invalid => DossierError::Unreadable("not a readable PDF"),
    })
}

#[cfg(test)]
mod tests {
    use super::{page_count, page_png};
    use crate::{Kind, model::fixtures::full, write};

    #[test]
    fn pages_are_counted_and_drawn() {
        let written = write(&full(), &Kind::Open).unwrap();
        assert_eq!(page_count(&written.bytes), Ok(written.pages));
        let picture =
            image::load_from_memory(&page_png(&written.bytes, 2, 1.0).unwrap()).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), (595, 841));
        let dark = picture.pixels().filter(|pixel| pixel.0.iter().all(|part| *part < 100)).count();
        assert!((2_000..60_000).contains(&dark), "{dark} dark pixels");
    }

    #[test]
    fn syllables_are_stacked_as_they_are_written() {
        // The foot of ក្នុង hangs below its line; drawn upside down it would stand on the head of it.
        let below = |text: &str| {
            let mut dossier = crate::model::fixtures::empty();
            dossier.blocks.push(crate::model::Block::Heading {
                level: 1,
                label: crate::model::Label { text: crate::model::fixtures::word(text), second: None },
            });
            let png = page_png(&write(&dossier, &Kind::Open).unwrap().bytes, 1, 4.0).unwrap();
            let picture = image::load_from_memory(&png).unwrap().into_luma8();
            let dark = |row: u32| (0..picture.width()).any(|x| picture.get_pixel(x, row).0[0] < 100);
            // Between the line below the running head and the foot of the page.
            let rows: Vec<u32> = (60 * 4..400 * 4).filter(|row| dark(*row)).collect();
            (rows[0], rows[rows.len() - 1])
        };
        let (top, bottom) = below("ក");
        let (stacked_top, stacked_bottom) = below("ក្នុ");
        assert!(stacked_bottom > bottom + 20, "{bottom} {stacked_bottom}");
        assert!(stacked_top.abs_diff(top) < 8, "{top} {stacked_top}");
    }

    #[test]
    fn what_is_no_pdf_is_an_error() {
        assert!(page_count(b"%PDF-1.7 and no more").is_err());
        let written = write(&full(), &Kind::Open).unwrap();
        assert!(page_png(&written.bytes, 0, 1.0).is_err());
        assert!(page_png(&written.bytes, 999, 1.0).is_err());
        assert!(page_png(&written.bytes, 1, 1000.0).is_err());
        assert!(page_png(&written.bytes, 1, f32::NAN).is_err());
    }
}
