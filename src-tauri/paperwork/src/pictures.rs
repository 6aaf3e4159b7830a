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
    error::LimitErrorKind,
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

/// The longer side of a picture that fills a printed page, in pixels: 200 to the inch on A4.
pub const PRINT_SIDE: u32 = 2339;

const COPY_QUALITY: u8 = 90;
const PRINT_QUALITY: u8 = 82;
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
        Some(PictureKind::Jpeg) if !has_end(bytes) => Err(PaperError::damaged(Part::Picture)),
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

/// A JPEG for a printed page: upright, on white where the picture is clear, at most [`PRINT_SIDE`] a side, and without
/// anything that a camera wrote. None for a file that is no picture that can be read here.
///
/// # Errors
/// [`PaperError`]: too large, or damaged.
pub fn printable(bytes: &[u8], limits: &Limits) -> Result<Option<Vec<u8>>, PaperError> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    let picture = match kind(bytes) {
        Some(PictureKind::Jpeg) if !has_end(bytes) => return Err(PaperError::damaged(Part::Picture)),
        Some(PictureKind::Jpeg) => pixels(JpegDecoder::new(Cursor::new(bytes)), limits)?,
        Some(PictureKind::Png) => {
            pixels(PngDecoder::with_limits(Cursor::new(bytes), image_limits(limits)), limits)?
        }
        Some(PictureKind::Heic) | None => return Ok(None),
    };
    let large = picture.width().max(picture.height()) > PRINT_SIDE;
    let picture = if large { picture.resize(PRINT_SIDE, PRINT_SIDE, FilterType::Triangle) } else { picture };
    jpeg(&on_white(picture), PRINT_QUALITY).map(Some)
}

/// What is clear in a picture shows the paper, not black.
fn on_white(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return picture;
    }
    let mut clear = picture.to_rgba8();
    for pixel in clear.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0;
        let mixed = |part: u8| {
            let part = u16::from(part) * u16::from(alpha) + 255 * (255 - u16::from(alpha));
            u8::try_from(part / 255).unwrap_or(u8::MAX)
        };
        pixel.0 = [mixed(red), mixed(green), mixed(blue), 255];
    }
    DynamicImage::ImageRgba8(clear)
}

fn image_limits(limits: &Limits) -> image::Limits {
    let side = u32::try_from(limits.picture_side).unwrap_or(u32::MAX);
    let mut strict = image::Limits::default();
    (strict.max_image_width, strict.max_image_height) = (Some(side), Some(side));
    strict.max_alloc = Some(limits.picture_bytes);
    strict
}

/// True when a JPEG has its end mark behind its picture. One that was cut off is read by decoders all the same, with grey
/// where the rest was, and nobody could tell it from what the camera saw.
fn has_end(jpeg: &[u8]) -> bool {
    let mut rest = jpeg.get(2..).unwrap_or_default();
    loop {
        let length = match rest {
            [0xFF, 0xFF, ..] => 1,
            // From here on it is the picture, in which an end mark can only be one.
            [0xFF, 0xDA, ..] => return rest.windows(2).any(|pair| pair == [0xFF, 0xD9]),
            [0xFF, _, high, low, ..] => usize::from(u16::from_be_bytes([*high, *low])) + 2,
            _ => return false,
        };
        let Some(next) = rest.get(length..) else { return false };
        rest = next;
    }
}

/// The pixels of a picture, upright.
fn pixels<D: ImageDecoder>(
    opened: Result<D, ImageError>,
    limits: &Limits,
) -> Result<DynamicImage, PaperError> {
    let mut decoder = opened.map_err(|error| refusal(&error, limits))?;
    let (width, height) = decoder.dimensions();
    limits.check(Limit::PictureSide, u64::from(width.max(height)))?;
    limits.check(Limit::PictureBytes, decoder.total_bytes())?;
    decoder.set_limits(image_limits(limits)).map_err(|error| refusal(&error, limits))?;
    let upright = decoder.orientation().map_err(|error| refusal(&error, limits))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, limits))?;
    // The turn is written in what is about to be dropped.
    picture.apply_orientation(upright);
    Ok(picture)
}

fn decode<D: ImageDecoder>(
    opened: Result<D, ImageError>,
    kind: PictureKind,
    limits: &Limits,
) -> Result<Picture, PaperError> {
    let picture = pixels(opened, limits)?;
    let small = picture.resize(PREVIEW_SIDE, PREVIEW_SIDE, FilterType::Triangle);
    let small = if picture.width().max(picture.height()) <= PREVIEW_SIDE { picture.clone() } else { small };
    let preview = jpeg(&small, PREVIEW_QUALITY)?;
    let copy = match kind {
        PictureKind::Png => png(&picture)?,
        PictureKind::Jpeg | PictureKind::Heic => jpeg(&picture, COPY_QUALITY)?,
    };
    Ok(Picture { kind, size: (picture.width(), picture.height()), copy, preview })
}

fn refusal(error: &ImageError, limits: &Limits) -> PaperError {
    match error {
        ImageError::Limits(over) if over.kind() == LimitErrorKind::DimensionError => {
            limits.refuse(Limit::PictureSide, None)
        }
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
    use super::{PREVIEW_SIDE, PictureKind, Taken, printable, take};
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
    fn a_printed_picture_is_upright_flat_and_no_larger_than_a_page() {
        let limits = Limits::default();
        let original = with_exif(&picture(3000, 600, ImageFormat::Jpeg));
        let printed = printable(&original, &limits).unwrap().unwrap();
        assert!(printed.starts_with(&[0xFF, 0xD8]) && find(&printed, b"RAHASIA").is_none());
        let seen = image::load_from_memory(&printed).unwrap();
        assert_eq!(seen.height(), super::PRINT_SIDE);
        let mut clear = Cursor::new(Vec::new());
        DynamicImage::new_rgba8(8, 8).write_to(&mut clear, ImageFormat::Png).unwrap();
        let printed = printable(&clear.into_inner(), &limits).unwrap().unwrap();
        assert!(image::load_from_memory(&printed).unwrap().to_rgb8().get_pixel(4, 4)[0] > 250);
        assert_eq!(printable(b"%PDF-1.7", &limits), Ok(None));
        let damaged = PaperError::damaged(Part::Picture);
        for cut in [original.len() / 2, original.len() - 2] {
            assert_eq!(printable(&original[..cut], &limits).unwrap_err(), damaged);
            assert_eq!(
                take(&original[..cut], &limits).unwrap_err(),
                damaged,
                "a decoder would fill the rest with grey"
            );
        }
        let longer = [original.as_slice(), b"what some phones write behind"].concat();
        assert!(printable(&longer, &limits).unwrap().is_some());
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
            assert_eq!(refused(&picture(101, 4, format), &small), Limit::PictureSide);
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
