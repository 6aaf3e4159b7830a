//! Any bytes at all: read or refused, never a panic.

use super::fixtures::{ods, raw_xlsx, xlsx_of};
use crate::{Limits, pictures, read};
use proptest::prelude::*;

fn small() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        expanded_bytes: 4 << 20,
        picture_side: 512,
        picture_bytes: 1 << 20,
        ..Limits::default()
    }
}

fn take(bytes: &[u8]) {
    let _ = read(bytes, "x.xlsx", &small());
    let _ = pictures::take(bytes, &small());
}

/// Changes, drops or doubles a piece at each of `places`.
fn damage(mut bytes: Vec<u8>, places: &[(usize, u8, u8)]) -> Vec<u8> {
    for (place, how, byte) in places {
        if bytes.is_empty() {
            return bytes;
        }
        let at = place % bytes.len();
        match how % 4 {
            0 => bytes[at] = *byte,
            1 => drop(bytes.drain(at..(at + usize::from(*byte)).min(bytes.len()))),
            2 => bytes.insert(at, *byte),
            _ => {
                let piece = bytes[at..(at + usize::from(*byte)).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

const SHEET: &str = r#"<dimension ref="A1:C9"/><sheetData><row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45105</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2" t="str"><f>A1</f><v>&amp;&#65;</v></c><c r="B2" s="2"><v>12</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#;
const TABLE: &str = r#"<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="12"><text:p>012</text:p></table:table-cell><table:table-cell office:value-type="time" office:time-value="PT1H2M3S"/></table:table-row>"#;

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000), head in 0..8_usize) {
        let heads: [&[u8]; 8] = [b"", b"PK\x03\x04", &[0xFF, 0xFE], &[0xFF, 0xD8, 0xFF], b"\x89PNG\r\n\x1a\n", b"sep=;\n", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"PK\x05\x06"];
        take(&[heads[head], &bytes].concat());
    }

    #[test]
    fn any_text(text in "[\\PC\t\n\r;,|\"']{0,300}") {
        take(text.as_bytes());
    }

    #[test]
    fn any_list_is_proposed_and_previewed(
        rows in proptest::collection::vec(proptest::collection::vec("[\\PC]{0,12}|nama|tgl lahir|ttl|l/p|no paspor|P|03/04/1999|Medan, 3 Mei 1999|45105|-|jumlah|'=1", 0..6), 0..12),
    ) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let Ok(grid) = read(&writer.into_inner().unwrap(), "x.csv", &small()) else { return Ok(()) };
        let (_, proposal, preview) = super::offices::taken_from(grid);
        // Every row with something in it is either a person or left out with a reason, and never both.
        let left: Vec<u32> = preview.ignored.iter().flat_map(|one| one.rows.clone()).collect();
        prop_assert_eq!(preview.rows.len(), proposal.people);
        prop_assert!(preview.rows.iter().all(|row| !left.contains(&row.row)));
    }

    #[test]
    fn a_damaged_package(places in proptest::collection::vec(any::<(usize, u8, u8)>(), 1..6)) {
        take(&damage(xlsx_of(&[&["Nama", "Kota"], &["Sari", "Poipet"]]), &places));
        take(&damage(ods(TABLE), &places));
    }

    #[test]
    fn a_damaged_part(places in proptest::collection::vec(any::<(usize, u8, u8)>(), 1..6)) {
        let part = |text: &str| String::from_utf8_lossy(&damage(text.as_bytes().to_vec(), &places)).into_owned();
        take(&raw_xlsx(&part(SHEET), "><si><t>Sari</t></si>", ""));
        take(&raw_xlsx(SHEET, &part("uniqueCount=\"1\"><si><r><t>Sari</t></r></si>"), &part("<workbookPr date1904=\"1\"/>")));
        take(&ods(&part(TABLE)));
    }
}
