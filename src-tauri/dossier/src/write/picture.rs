//! Pictures as they go into the PDF: JPEG as it is but for what it says about camera and place, PNG by its own compressed rows.
//! Owns reading their sizes and dropping their metadata; refuses decoding, and every kind that would need it.

use crate::DossierError;
use printpdf::{DictItem, ExternalStream, ExternalXObject};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const JPEG: &[u8] = &[0xFF, 0xD8];
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture ready to be put in.
struct Picture {
    width: u32,
    height: u32,
    grey: bool,
    filter: &'static str,
    parameters: Option<BTreeMap<String, DictItem>>,
    content: Vec<u8>,
}

/// Width and height in pixels.
pub(crate) fn size(image: &[u8]) -> Option<(u32, u32)> {
    read(image).ok().map(|picture| (picture.width, picture.height))
}

/// The SHA-256 of what goes into the PDF of a picture: its own bytes without what a camera wrote.
pub(crate) fn digest(image: &[u8]) -> Option<[u8; 32]> {
    read(image).ok().map(|picture| Sha256::digest(&picture.content).into())
}

/// The picture as an image object of the PDF.
///
/// # Errors
/// [`DossierError::Picture`] naming the `position` of a picture that cannot go in unchanged.
pub(crate) fn object(image: &[u8], position: usize) -> Result<ExternalXObject, DossierError> {
    let picture = read(image).map_err(|reason| DossierError::Picture { position, reason })?;
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let mut dict = BTreeMap::from([
        ("Type".to_owned(), name("XObject")),
        ("Subtype".to_owned(), name("Image")),
        ("Width".to_owned(), DictItem::Int(i64::from(picture.width))),
        ("Height".to_owned(), DictItem::Int(i64::from(picture.height))),
        ("ColorSpace".to_owned(), name(if picture.grey { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Filter".to_owned(), name(picture.filter)),
    ]);
    if let Some(map) = picture.parameters {
        dict.insert("DecodeParms".to_owned(), DictItem::Dict { map });
    }
    let stream = ExternalStream { dict, content: picture.content, compress: false };
    Ok(ExternalXObject { stream, width: None, height: None, dpi: None })
}

fn read(image: &[u8]) -> Result<Picture, &'static str> {
    if image.starts_with(JPEG) {
        jpeg(image)
    } else if image.starts_with(PNG) {
        png(image)
    } else {
        Err("neither JPEG nor PNG")
    }
}

fn jpeg(image: &[u8]) -> Result<Picture, &'static str> {
    const SHORT: &str = "the JPEG ends too early";
    let mut content = JPEG.to_vec();
    let mut shape = None;
    let mut rest = image.get(2..).ok_or(SHORT)?;
    loop {
        let [0xFF, marker, high, low, ..] = rest else { return Err(SHORT) };
        if *marker == 0xFF {
            rest = rest.get(1..).ok_or(SHORT)?;
            continue;
        }
        let length = usize::from(u16::from_be_bytes([*high, *low])) + 2;
        let segment = rest.get(..length).ok_or(SHORT)?;
        match *marker {
            // Start of frame: baseline, extended, progressive. The others are arithmetic or lossless, which nobody reads.
            0xC0..=0xC2 => {
                let [_, _, _, _, bits, h1, h0, w1, w0, components, ..] = segment else { return Err(SHORT) };
                let pixels = (u16::from_be_bytes([*w1, *w0]), u16::from_be_bytes([*h1, *h0]));
                shape = Some((*bits, pixels, *components));
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCF if *marker != 0xCC => return Err("a JPEG of a rare kind"),
            _ => {}
        }
        // What applications write about camera, place and time stays out (APP0 to APP13, APP15, comments); APP14 says how
        // colours are stored.
        let about = matches!(marker, 0xE0..=0xED | 0xEF | 0xFE);
        if *marker == 0xDA {
            // From here on it is the picture itself, up to its end mark.
            let end = rest.windows(2).rposition(|pair| pair == [0xFF, 0xD9]).ok_or(SHORT)?;
            content.extend_from_slice(rest.get(..end + 2).ok_or(SHORT)?);
            break;
        }
        if !about {
            content.extend_from_slice(segment);
        }
        rest = rest.get(length..).ok_or(SHORT)?;
    }
    let (bits, (width, height), components) = shape.ok_or("a JPEG without a frame")?;
    if bits != 8 || !matches!(components, 1 | 3) || width == 0 || height == 0 {
        return Err("a JPEG that is neither grey nor colour of 8 bits");
    }
    let (width, height) = (u32::from(width), u32::from(height));
    Ok(Picture { width, height, grey: components == 1, filter: "DCTDecode", parameters: None, content })
}

fn png(image: &[u8]) -> Result<Picture, &'static str> {
    const SHORT: &str = "the PNG ends too early";
    let long = |at: usize| {
        let four = image.get(at..).and_then(|rest| rest.first_chunk::<4>()).ok_or(SHORT)?;
        Ok::<u32, &'static str>(u32::from_be_bytes(*four))
    };
    let (width, height) = (long(16)?, long(20)?);
    let form = image.get(24..29).ok_or(SHORT)?;
    let colors = match form {
        [8, 0, 0, 0, 0] => 1,
        [8, 2, 0, 0, 0] => 3,
        _ => return Err("a PNG that is not plain grey or colour of 8 bits"),
    };
    if width == 0 || height == 0 || width > 20_000 || height > 20_000 {
        return Err("a PNG of an impossible size");
    }
    let mut content = Vec::new();
    let mut at = 8;
    loop {
        let length = usize::try_from(long(at)?).map_err(|_| SHORT)?;
        let end = at.checked_add(8 + length).ok_or(SHORT)?;
        let chunk = image.get(at + 4..end).ok_or(SHORT)?;
        match chunk.split_first_chunk::<4>() {
            Some((b"IDAT", rows)) => content.extend_from_slice(rows),
            Some((b"IEND", _)) => break,
            Some((b"tRNS", _)) => return Err("a PNG with transparency"),
            _ => {}
        }
        at = end + 4;
    }
    let parameters = BTreeMap::from([
        ("Predictor".to_owned(), DictItem::Int(15)),
        ("Colors".to_owned(), DictItem::Int(colors)),
        ("BitsPerComponent".to_owned(), DictItem::Int(8)),
        ("Columns".to_owned(), DictItem::Int(i64::from(width))),
    ]);
    Ok(Picture {
        width,
        height,
        grey: colors == 1,
        filter: "FlateDecode",
        parameters: Some(parameters),
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::{jpeg, read, size};
    use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
    use proptest::prelude::*;
    use std::io::Cursor;

    fn file(image: DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        image.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn sizes_are_read() {
        let photo = DynamicImage::ImageRgb8(RgbImage::new(30, 40));
        assert_eq!(size(&file(photo.clone(), ImageFormat::Jpeg)), Some((30, 40)));
        assert_eq!(size(&file(photo, ImageFormat::Png)), Some((30, 40)));
    }

    #[test]
    fn what_a_camera_wrote_stays_out() {
        let mut photo = file(DynamicImage::ImageRgb8(RgbImage::new(8, 8)), ImageFormat::Jpeg);
        let exif = b"\xFF\xE1\x00\x12Exif\0\0GPS-HERE!!";
        photo.splice(2..2, exif.iter().copied());
        let clean = jpeg(&photo).unwrap().content;
        assert!(!clean.windows(8).any(|part| part == b"GPS-HERE"));
        assert!(image::load_from_memory(&clean).is_ok());
    }

    #[test]
    fn a_picture_that_would_need_decoding_is_refused() {
        let clear = file(DynamicImage::ImageRgba8(RgbaImage::new(4, 4)), ImageFormat::Png);
        assert!(read(&clear).is_err());
        assert!(read(b"GIF89a").is_err());
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), png in any::<bool>()) {
            let mut image = if png { super::PNG.to_vec() } else { super::JPEG.to_vec() };
            image.extend(bytes);
            let _size = size(&image);
        }
    }
}
