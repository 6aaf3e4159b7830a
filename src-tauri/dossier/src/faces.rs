// The faces that are packed into the program, by file name; read by `build.rs` and by `fonts.rs`.
// Bold stands beside regular: most of it packs away there.

/// Every face, in the order of [`FACES`].
pub(crate) const NAMES: [&str; 13] = [
    "NotoSans-Regular",
    "NotoSans-Bold",
    "NotoSansKhmer-Regular",
    "NotoSansKhmer-Bold",
    "NotoSansThai-Regular",
    "NotoSansThai-Bold",
    "NotoSansLao-Regular",
    "NotoSansLao-Bold",
    "NotoSansMyanmar-Regular",
    "NotoSansMyanmar-Bold",
    "NotoNaskhArabic-Regular",
    "NotoNaskhArabic-Bold",
    "NotoSansSC-GB2312-Regular",
];
