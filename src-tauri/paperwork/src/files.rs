//! Files that come in to be kept as they are: photos, scans, letters, recordings. Owns saying what one is by its bytes, and
//! making its small picture; refuses what is empty or over a limit. What cannot be read here is still kept: it is evidence.

use crate::{
    PaperError,
    error::Part,
    limits::{Limit, Limits},
    pictures::{self, Picture, PictureKind, Taken},
    sniff::{self, Kind},
};
use std::fmt;

/// What is known of a file from its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Looked {
    /// Its media type.
    pub media_type: &'static str,
    /// A small JPEG of it, for a picture that could be read.
    pub preview: Option<Vec<u8>>,
    /// The key in the dictionary of what the officer should know: that there is no preview, that a picture is damaged.
    pub note: Option<&'static str>,
}

impl fmt::Debug for Looked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Looked({}, {:?})", self.media_type, self.note)
    }
}

/// Says what a file is under the limits, without decoding anything of it. The bytes decide; `name` decides only between
/// two kinds of text. There is no preview yet: see [`can_be_drawn`] and [`preview`].
///
/// # Errors
/// [`PaperError::Empty`], and [`PaperError::TooLarge`] for the bytes of a file.
pub fn recognise(bytes: &[u8], name: &str, limits: &Limits) -> Result<Looked, PaperError> {
    limits.check(Limit::FileBytes, bytes.len() as u64)?;
    if bytes.is_empty() {
        return Err(PaperError::Empty);
    }
    let kind = pictures::kind(bytes);
    let media_type = kind.map_or_else(|| media_type(sniff::kind(bytes, name), bytes), of_picture);
    let note = (kind == Some(PictureKind::Heic)).then_some("paper-heic-no-preview");
    Ok(Looked { media_type, preview: None, note })
}

/// True for a picture of a kind that is decoded here.
pub fn can_be_drawn(bytes: &[u8]) -> bool {
    matches!(pictures::kind(bytes), Some(PictureKind::Jpeg | PictureKind::Png))
}

/// A small JPEG of a picture. Decodes what a stranger made: for a process that nothing is lost with.
///
/// # Errors
/// [`PaperError::TooLarge`], and [`PaperError::Damaged`] for what is no readable picture.
pub fn preview(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, PaperError> {
    ready(bytes, limits).map(|picture| picture.preview)
}

/// The picture written anew without what a camera wrote into it. Decodes, as [`preview`].
///
/// # Errors
/// As [`preview`].
pub fn stripped(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, PaperError> {
    ready(bytes, limits).map(|picture| picture.copy)
}

fn ready(bytes: &[u8], limits: &Limits) -> Result<Picture, PaperError> {
    match pictures::take(bytes, limits)? {
        Taken::Ready(picture) => Ok(picture),
        Taken::KeptUnseen => Err(PaperError::damaged(Part::Picture)),
    }
}

/// The usual ending of a file of this type, without a dot.
pub fn ending(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/heic" => "heic",
        "application/pdf" => "pdf",
        "text/plain" => "txt",
        "text/html" => "html",
        XLSX => "xlsx",
        ODS => "ods",
        _ => "bin",
    }
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

const fn of_picture(kind: PictureKind) -> &'static str {
    match kind {
        PictureKind::Jpeg => "image/jpeg",
        PictureKind::Png => "image/png",
        PictureKind::Heic => "image/heic",
    }
}

fn media_type(kind: Kind, bytes: &[u8]) -> &'static str {
    match kind {
        // A name that ends in .pdf makes no PDF.
        Kind::Pdf if sniff::find(bytes.get(..1024).unwrap_or(bytes), b"%PDF-").is_some() => "application/pdf",
        Kind::Text => "text/plain",
        Kind::Html => "text/html",
        Kind::Xlsx => XLSX,
        Kind::Ods => ODS,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{can_be_drawn, ending, preview, recognise, stripped};
    use crate::{Limit, Limits, PaperError};

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut written = std::io::Cursor::new(Vec::new());
        image::DynamicImage::new_rgb8(width, height).write_to(&mut written, image::ImageFormat::Png).unwrap();
        written.into_inner()
    }

    #[test]
    fn the_bytes_say_what_a_file_is() {
        let limits = Limits::default();
        let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".as_slice();
        for (bytes, name, expected, note) in [
            (heic, "a.jpg", "image/heic", Some("paper-heic-no-preview")),
            (&[0xFF, 0xD8, 0xFF, 0xE0, 0, 1], "a.jpg", "image/jpeg", None),
            (b"%PDF-1.7", "a.jpg", "application/pdf", None),
            (b"surat", "a.pdf", "application/octet-stream", None),
            (b"surat", "a.txt", "text/plain", None),
            (&[0, 1, 2, 0xFF], "voice.amr", "application/octet-stream", None),
        ] {
            let looked = recognise(bytes, name, &limits).unwrap();
            assert_eq!((looked.media_type, looked.note, looked.preview), (expected, note, None), "{name}");
            assert!(preview(bytes, &limits).is_err() && stripped(bytes, &limits).is_err());
            assert_eq!(can_be_drawn(bytes), expected == "image/jpeg");
        }
        let photo = png(20, 10);
        assert!(preview(&photo, &limits).unwrap().starts_with(&[0xFF, 0xD8]));
        assert!(stripped(&photo, &limits).unwrap().starts_with(b"\x89PNG"));
        assert_eq!(ending("image/heic"), "heic");
    }

    #[test]
    fn what_is_empty_or_over_a_limit_is_refused() {
        assert_eq!(recognise(b"", "a", &Limits::default()), Err(PaperError::Empty));
        let small = Limits { file_bytes: 3, ..Limits::default() };
        let refused =
            |limit| move |error| matches!(error, PaperError::TooLarge { limit: at, .. } if at == limit);
        assert!(recognise(b"abcd", "a", &small).is_err_and(refused(Limit::FileBytes)));
        let narrow = Limits { picture_side: 8, ..Limits::default() };
        assert!(preview(&png(9, 1), &narrow).is_err_and(refused(Limit::PictureSide)));
        assert!(stripped(&png(9, 1), &narrow).is_err_and(refused(Limit::PictureSide)));
    }
}
