//! Pages as they are planned.

use super::{MarkKind, Page, lay};
use crate::{
    DossierError, Kind,
    model::{
        Block, Provenance, Text,
        fixtures::{SCRIPTS, answer, empty, field, full, record},
    },
    write,
};
use proptest::prelude::*;

fn said(page: &Page) -> String {
    page.marks.iter().map(|mark| mark.text.as_str()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_pages_of_a_dossier() {
    let laid = lay(&full()).unwrap();
    let pages: Vec<String> = laid.pages.iter().map(said).collect();
    let shown = pages.join("\n\n———\n\n");
    // The code is a hash of everything else; it has tests of its own.
    let code = crate::seal::short_code(&full().digest());
    insta::assert_snapshot!(shown.replace(&code, "[code]"));
}

#[test]
fn a_table_repeats_its_head_and_no_heading_ends_a_page() {
    let laid = lay(&full()).unwrap();
    let with_head =
        laid.pages.iter().filter(|page| page.marks.iter().any(|mark| mark.kind == MarkKind::Repeat)).count();
    assert!(with_head >= 1, "the table is long enough to be broken");
    for page in &laid.pages {
        // A page may hold a picture alone.
        let last = page.marks.iter().rev().find(|mark| matches!(mark.kind, MarkKind::Body(_)));
        let pictures = page.items.iter().filter(|item| matches!(item, super::Item::Image { .. })).count();
        assert!(last.is_some() || pictures > 0);
        for heading in ["Orang", "Aksara", "Kronologi", "Tanda tangan"] {
            assert!(last.is_none_or(|last| last.text != heading));
        }
        let annex = page.marks.iter().any(|mark| mark.text == "Lampiran 1");
        assert!(!annex || pictures == 1, "the heading of an annex stands on its page");
    }
}

#[test]
fn a_character_without_a_font_is_named_with_its_place() {
    let mut dossier = empty();
    dossier.blocks.push(Block::Paragraph(answer(4, "full_name", "王\u{3400}", "zh")));
    let at = Provenance::Answer { record: record(4), field: field("full_name") };
    assert_eq!(lay(&dossier).unwrap_err(), DossierError::NoGlyph { code: "U+3400".to_owned(), at });
}

#[test]
fn every_script_has_its_glyphs() {
    for (lang, text) in SCRIPTS {
        let mut dossier = empty();
        dossier.blocks.push(Block::Paragraph(answer(1, "statement", text, lang)));
        dossier.blocks.push(Block::Notice(answer(1, "statement", text, lang)));
        assert!(lay(&dossier).is_ok(), "{lang}");
    }
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let (one, two) = (write(&full(), &Kind::Open).unwrap(), write(&full(), &Kind::Open).unwrap());
    assert!(one.bytes == two.bytes);
}

#[test]
fn empty_and_odd_texts_are_laid_out() {
    let mut dossier = empty();
    for text in ["", "\n\n", " ", "a\n", "\u{200B}", "ក\u{200B}ខ"] {
        dossier.blocks.push(Block::Paragraph(answer(1, "statement", text, "id")));
    }
    let written = write(&dossier, &Kind::Open).unwrap();
    crate::check::check(&dossier, &written, &Kind::Open, &crate::model::fixtures::allowed(), &[]).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_is_written_is_read_back(parts in proptest::collection::vec("[A-Za-z0-9 ,.ក-ឳា-៓ก-ฮะ-ูเ-ไ\u{0627}-\u{063A}\n-]{0,60}", 1..6)) {
        let mut dossier = empty();
        for part in &parts {
            dossier.blocks.push(Block::Paragraph(answer(1, "statement", part, "id")));
        }
        dossier.blocks.push(Block::Paragraph(Text::app("end")));
        // A mark without its letter may have no shape: that is refused, and never printed as a box.
        if let Ok(written) = write(&dossier, &Kind::Open) {
            let checked = crate::check::check(&dossier, &written, &Kind::Open, &crate::model::fixtures::allowed(), &[]);
            prop_assert_eq!(checked, Ok(()));
        }
    }
}
