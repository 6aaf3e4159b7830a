//! The fonts that come with the app. Owns the faces, their licences and their raw metrics; refuses fonts of the machine: the
//! same text looks the same, and is the same bytes, on every laptop. They are packed in the program and unpacked once, when
//! the first page is laid out.

use std::sync::LazyLock;

include!("faces.rs");

/// A face: one TrueType file.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// Its PostScript name, as it stands in the PDF.
    pub name: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

/// Every face. Chinese has no bold, and only the characters of GB 2312.
pub static FACES: LazyLock<[Face; NAMES.len()]> = LazyLock::new(|| {
    let mut left: &'static [u8] = &UNPACKED;
    let mut at = 0;
    NAMES.map(|name| {
        // A pack that is short gives a face without bytes, which nothing can be laid out with.
        let size = SIZES.get(at).copied().unwrap_or_default();
        let (bytes, rest) = left.split_at_checked(size).unwrap_or_default();
        (left, at) = (rest, at + 1);
        Face { name, bytes }
    })
});

static SIZES: [usize; NAMES.len()] = include!(concat!(env!("OUT_DIR"), "/sizes.rs"));
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/faces.zst"));
static UNPACKED: LazyLock<Vec<u8>> =
    LazyLock::new(|| zstd::bulk::decompress(PACKED, SIZES.iter().sum()).unwrap_or_default());

/// The families in the order in which a character is looked for.
pub(crate) const FAMILIES: [&str; 7] = [
    "Noto Sans",
    "Noto Sans Khmer",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Myanmar",
    "Noto Naskh Arabic",
    "Noto Sans SC",
];

/// The licences of the fonts, which travel with the program: `(family, text)`.
pub const LICENCES: [(&str, &str); 7] = [
    ("Noto Sans", include_str!("../../../assets/fonts/OFL-noto-sans.txt")),
    ("Noto Sans Khmer", include_str!("../../../assets/fonts/OFL-noto-sans-khmer.txt")),
    ("Noto Sans Thai", include_str!("../../../assets/fonts/OFL-noto-sans-thai.txt")),
    ("Noto Sans Lao", include_str!("../../../assets/fonts/OFL-noto-sans-lao.txt")),
    ("Noto Sans Myanmar", include_str!("../../../assets/fonts/OFL-noto-sans-myanmar.txt")),
    ("Noto Naskh Arabic", include_str!("../../../assets/fonts/OFL-noto-naskh-arabic.txt")),
    ("Noto Sans SC", include_str!("../../../assets/fonts/OFL-noto-sans-sc.txt")),
];

/// The colour space of the pages: sRGB, as an ICC profile.
pub(crate) const SRGB: &[u8] = include_bytes!("../../../assets/fonts/sRGB.icc");

#[cfg(test)]
mod tests {
    use super::{FACES, NAMES, SIZES, UNPACKED};
    use std::{fs, path::Path};

    #[test]
    fn every_face_comes_out_of_the_pack_as_its_file_is() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
        for (face, name) in FACES.iter().zip(NAMES) {
            assert_eq!(face.name, name);
            assert!(face.bytes == fs::read(folder.join(format!("{name}.ttf"))).unwrap(), "{name}");
        }
        assert_eq!(UNPACKED.len(), SIZES.iter().sum::<usize>());
    }

    #[test]
    fn no_font_of_the_folder_is_left_out() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/fonts");
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let fonts = files.filter(|path| path.extension().is_some_and(|end| end == "ttf"));
        assert_eq!(fonts.count(), NAMES.len());
    }
}
