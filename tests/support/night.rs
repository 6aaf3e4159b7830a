//! The invented night of 28 people, as it stands in the fixture.

use std::path::PathBuf;

/// The list as the shelter sent it.
pub(crate) fn list() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rosters/night-of-28.xlsx")
}

/// Everybody on it, in its order.
pub(crate) const NAMES: [&str; 28] = [
    "Agus Contohwan",
    "Bayu Rekaputra",
    "Citra Misalia",
    "Dewanto",
    "Eka Umpamasari",
    "Fajar Tiruanto",
    "Gita Rekaanwati",
    "Hadi Contohadi",
    "Indrawati",
    "Joko Misalnyo",
    "Kartika Fiktifia",
    "Lukman Andaikan",
    "Mega Seumpama",
    "Nanda Rekawan",
    "Okta Misalwati",
    "Putra Contohnya",
    "Qori Tiruani",
    "Rangga Bayangan",
    "Suwartono",
    "Tika Umpamaningsih",
    "Umar Rekayasa",
    "Vina Fiktifani",
    "Wahyu Andaiputra",
    "Xena Contohwati",
    "Yusuf Misalrekan",
    "Zahra Tiruwati",
    "Aditya Seolahan",
    "Bunga Rekanita",
];
