//! Pictures that come in: recognised, measured before they are decoded, decoded under limits, and given back without
//! what a camera wrote into them. Owns the copy and the preview; the original stays evidence elsewhere.

use crate::{
    error::{PaperError, Part},
    limits::{Limit, Limits},
};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError,
    codecs::{
        jpeg::{JpegDecoder, JpegEncoder},
        png::{PngDecoder, PngEncoder},
    },
    imageops::FilterType,
};
use std::io::Cursor;

/// The kinds of picture that the app takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PictureKind {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// HEIC or HEIF, as phones take them: kept whole, never decoded here, so that there is no preview.
    Heic,
}

/// The longer side of a preview, in pixels.
pub const PREVIEW_SIDE: u32 = 320;

const COPY_QUALITY: u8 = 90;
const PREVIEW_QUALITY: u8 = 80;

/// A picture made ready: no position, camera, time or thumbnail of the original is left in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Picture {
    /// Its kind, and the kind of `copy`.
    pub kind: PictureKind,
    /// Width and height in pixels, as it is to be looked at.
    pub size: (u32, u32),
    /// The picture written anew, turned upright; of the same kind.
    pub copy: Vec<u8>,
    /// A small JPEG of it, at most [`PREVIEW_SIDE`] a side.
    pub preview: Vec<u8>,
}

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Picture({:?}, {} bytes)", self.kind, self.copy.len())
    }
}

/// What came of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// It was read.
    Ready(Picture),
    /// It is a HEIC: the file can be kept as evidence, without a preview and without a copy to hand out. The dictionary
    /// says so under `paper-heic-no-preview`.
    KeptUnseen,
}

/// The kind of picture that `bytes` are, by their first bytes.
pub fn kind(bytes: &[u8]) -> Option<PictureKind> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Some(PictureKind::Jpeg);
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(PictureKind::Png);
    }
    let brands: [&[u8]; 7] = [b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"];
    let brand = bytes.get(8..12).filter(|_| bytes.get(4..8) == Some(b"ftyp"))?;
    brands.contains(&brand).then_some(PictureKind::Heic)
}

/// Reads a picture under the limits. The sides are checked in its header, before a pixel is decoded.
///
/// # Errors
/// [`PaperError`]: too large, no picture of a kind taken here, or damaged.
pub fn take(bytes: &[u8], limits: &Limits) -> Result<Taken, PaperError> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    if bytes.is_empty() {
        return Err(PaperError::Empty);
    }
    match kind(bytes) {
        Some(PictureKind::Jpeg) => {
            decode(JpegDecoder::new(Cursor::new(bytes)), PictureKind::Jpeg, limits).map(Taken::Ready)
        }
        Some(PictureKind::Png) => {
            let strict = image_limits(limits);
            decode(PngDecoder::with_limits(Cursor::new(bytes), strict), PictureKind::Png, limits)
                .map(Taken::Ready)
        }
        Some(PictureKind::Heic) => Ok(Taken::KeptUnseen),
        None => Err(PaperError::WrongKind { found: crate::sniff::kind(bytes, "") }),
    }
}

fn image_limits(limits: &Limits) -> image::Limits {
    let side = u32::try_from(limits.picture_side).unwrap_or(u32::MAX);
    let mut strict = image::Limits::default();
    (strict.max_image_width, strict.max_image_height) = (Some(side), Some(side));
    strict.max_alloc = Some(limits.picture_bytes);
    strict
}

fn decode<D: ImageDecoder>(
    opened: Result<D, ImageError>,
    kind: PictureKind,
    limits: &Limits,
) -> Result<Picture, PaperError> {
    let mut decoder = opened.map_err(|error| refusal(&error, limits))?;
    let (width, height) = decoder.dimensions();
    limits.check(Limit::PictureSide, u64::from(width.max(height)))?;
    limits.check(Limit::PictureBytes, decoder.total_bytes())?;
    decoder.set_limits(image_limits(limits)).map_err(|error| refusal(&error, limits))?;
    let upright = decoder.orientation().map_err(|error| refusal(&error, limits))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, limits))?;
    // The turn is written in what is about to be dropped.
    picture.apply_orientation(upright);
    let small = picture.resize(PREVIEW_SIDE, PREVIEW_SIDE, FilterType::Triangle);
    let small = if width.max(height) <= PREVIEW_SIDE { picture.clone() } else { small };
    let preview = jpeg(&small, PREVIEW_QUALITY)?;
    let copy = match kind {
        PictureKind::Png => png(&picture)?,
        PictureKind::Jpeg | PictureKind::Heic => jpeg(&picture, COPY_QUALITY)?,
    };
    Ok(Picture { kind, size: (picture.width(), picture.height()), copy, preview })
}

fn refusal(error: &ImageError, limits: &Limits) -> PaperError {
    match error {
        ImageError::Limits(_) => limits.refuse(Limit::PictureBytes, None),
        _ => PaperError::damaged(Part::Picture),
    }
}

fn jpeg(picture: &DynamicImage, quality: u8) -> Result<Vec<u8>, PaperError> {
    let flat = picture.to_rgb8();
    let mut written = Vec::new();
    JpegEncoder::new_with_quality(&mut written, quality)
        .write_image(flat.as_raw(), flat.width(), flat.height(), ExtendedColorType::Rgb8)
        .map_err(|_| PaperError::Unwritable)?;
    Ok(written)
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, PaperError> {
    let mut written = Vec::new();
    picture.write_with_encoder(PngEncoder::new(&mut written)).map_err(|_| PaperError::Unwritable)?;
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::{PREVIEW_SIDE, PictureKind, Taken, take};
    use crate::{Kind, Limit, Limits, PaperError, Part, sniff::find};
    use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
    use std::io::Cursor;

    /// A wide picture, red on its left half and blue on its right.
    fn picture(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
        let half = |x, _| if x * 2 < width { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) };
        let mut written = Cursor::new(Vec::new());
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, half))
            .write_to(&mut written, format)
            .unwrap();
        written.into_inner()
    }

    /// Writes EXIF into a JPEG: turned a quarter to the right, and the text "RAHASIA" as the camera's maker.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x02".to_vec();
        exif.extend(b"\x01\x0F\0\x02\0\0\0\x08\0\0\0\x26");
        exif.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0RAHASIA\0");
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], &[0xFF, 0xE1], &length, &exif, &jpeg[2..]].concat()
    }

    fn ready(bytes: &[u8]) -> super::Picture {
        match take(bytes, &Limits::default()).unwrap() {
            Taken::Ready(picture) => picture,
            Taken::KeptUnseen => panic!("not decoded"),
        }
    }

    #[test]
    fn a_copy_is_upright_and_says_nothing_of_the_camera() {
        let original = with_exif(&picture(640, 320, ImageFormat::Jpeg));
        assert!(find(&original, b"RAHASIA").is_some());
        let taken = ready(&original);
        assert_eq!((taken.kind, taken.size), (PictureKind::Jpeg, (320, 640)));
        let copy = image::load_from_memory(&taken.copy).unwrap().to_rgb8();
        assert!(copy.get_pixel(160, 20)[0] > 200, "the left of the original is the top of the copy");
        assert!(copy.get_pixel(160, 620)[2] > 200);
        for bytes in [&taken.copy, &taken.preview] {
            assert!(find(bytes, b"RAHASIA").is_none() && find(bytes, b"Exif").is_none());
        }
        let preview = image::load_from_memory(&taken.preview).unwrap();
        assert_eq!((preview.width(), preview.height()), (PREVIEW_SIDE / 2, PREVIEW_SIDE));
    }

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let taken = ready(&picture(40, 20, ImageFormat::Png));
        let preview = image::load_from_memory(&taken.preview).unwrap();
        assert_eq!((taken.kind, preview.width(), preview.height()), (PictureKind::Png, 40, 20));
        assert!(taken.copy.starts_with(b"\x89PNG"));
    }

    #[test]
    fn sides_and_bytes_are_limited_before_decoding() {
        let refused = |bytes: &[u8], limits: &Limits| match take(bytes, limits) {
            Err(PaperError::TooLarge { limit, .. }) => limit,
            other => panic!("{other:?}"),
        };
        let small = Limits { picture_side: 100, ..Limits::default() };
        for format in [ImageFormat::Png, ImageFormat::Jpeg] {
            let sides = refused(&picture(101, 4, format), &small);
            assert!(matches!(sides, Limit::PictureSide | Limit::PictureBytes), "{sides}");
            let tight = Limits { picture_bytes: 1_000, ..Limits::default() };
            assert_eq!(refused(&picture(100, 100, format), &tight), Limit::PictureBytes);
        }
        // A head that claims 60,000 × 60,000 pixels, in 100 bytes.
        let mut bomb = picture(8, 8, ImageFormat::Png);
        bomb[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
        assert!(take(&bomb, &Limits::default()).is_err());
    }

    #[test]
    fn other_kinds_are_said_to_be_what_they_are() {
        let take = |bytes: &[u8]| take(bytes, &Limits::default());
        assert_eq!(take(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Ok(Taken::KeptUnseen));
        assert_eq!(take(b""), Err(PaperError::Empty));
        assert_eq!(take(b"%PDF-1.7"), Err(PaperError::WrongKind { found: Kind::Pdf }));
        assert_eq!(take(b"GIF89a......"), Err(PaperError::WrongKind { found: Kind::Picture }));
        assert_eq!(take(&[0xFF, 0xD8, 0xFF, 0xE0, 0, 1]), Err(PaperError::damaged(Part::Picture)));
    }
}
