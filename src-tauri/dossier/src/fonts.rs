//! The fonts that come with the app. Owns the faces, their licences and their raw metrics; refuses fonts of the machine: the
//! same text looks the same, and is the same bytes, on every laptop.

/// A face: one TrueType file.
#[derive(Debug, Clone, Copy)]
pub struct Face {
    /// Its PostScript name, as it stands in the PDF.
    pub name: &'static str,
    /// The file.
    pub bytes: &'static [u8],
}

macro_rules! face {
    ($name:literal) => {
        Face { name: $name, bytes: include_bytes!(concat!("../../../assets/fonts/", $name, ".ttf")) }
    };
}

/// Every face. Chinese has no bold, and only the characters of GB 2312.
pub const FACES: [Face; 13] = [
    face!("NotoSans-Regular"),
    face!("NotoSans-Bold"),
    face!("NotoSansKhmer-Regular"),
    face!("NotoSansKhmer-Bold"),
    face!("NotoSansThai-Regular"),
    face!("NotoSansThai-Bold"),
    face!("NotoSansLao-Regular"),
    face!("NotoSansLao-Bold"),
    face!("NotoSansMyanmar-Regular"),
    face!("NotoSansMyanmar-Bold"),
    face!("NotoNaskhArabic-Regular"),
    face!("NotoNaskhArabic-Bold"),
    face!("NotoSansSC-GB2312-Regular"),
];

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
