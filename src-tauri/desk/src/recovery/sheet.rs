//! The page for the safe: a recovery key, or its three shares, in letters and as a QR code. Owns that only a key that was read
//! is printed; refuses to write it anywhere: the bytes go where the officer says.

use super::{key_of, split};
use crate::{DeskError, House, Tools};
use casework::words::{Lang, Words};
use dossier::{
    Kind,
    model::{Block, Copy, Cover, Dossier, Figure, Frame, Label, Meta, Provenance, Text},
    seal,
};
use std::sync::Arc;
use zeroize::Zeroizing;

/// A PDF with the key on one page, or with a share on each of three. The key comes from a sheet, so that what is printed is
/// known to be read; each pair of shares was tried before it is shown.
///
/// # Errors
/// [`DeskError::Vault`] when the sheets hold no key; [`DeskError::Dossier`] when the page cannot be made.
pub fn recovery_sheet(
    house: &House,
    tools: &Tools,
    lang: Lang,
    sheets: &[Zeroizing<String>],
    as_shares: bool,
) -> Result<Zeroizing<Vec<u8>>, DeskError> {
    let key = key_of(sheets)?.to_text();
    let secrets: Vec<Zeroizing<String>> =
        if as_shares { split(&key)?.into_iter().collect() } else { vec![key] };
    let words = house.words(lang);
    let word = |key: &str| {
        Text::new(
            words.fill(key, &[("x", "{x}"), ("y", "{y}")]),
            lang.tag(),
            Provenance::Word(key.to_owned()),
        )
    };
    let title = word(if as_shares { "sheet-share" } else { "sheet-key" });
    let mut blocks = Vec::new();
    for (number, secret) in (1_u32..).zip(&secrets) {
        if number > 1 {
            blocks.push(Block::PageBreak);
        }
        let place = if as_shares { Text::app(format!("{number} / 3")) } else { Text::app("1 / 1") };
        let cover = Cover { title: plain(title.clone()), recipient: place, pairs: Vec::new() };
        blocks.push(Block::Cover(cover));
        blocks.push(Block::Notice(word(if as_shares { "sheet-share-lead" } else { "sheet-key-lead" })));
        blocks.push(Block::Heading { level: 2, label: plain(word("sheet-letters")) });
        blocks.push(Block::Paragraph(Text::app(secret.as_str())));
        blocks.push(Block::Heading { level: 2, label: plain(word("sheet-code")) });
        let code = seal::qr_png(secret)?;
        blocks.push(Block::Figure(Figure::new(Arc::from(code), word("sheet-code"), Provenance::App)));
        blocks.push(Block::Paragraph(word("sheet-use")));
    }
    let page = page_word(words, lang);
    let sheet = Dossier {
        meta: Meta {
            title: title.clone(),
            lang: lang.tag().to_owned(),
            profile: "recovery".to_owned(),
            reference: Text::app("-"),
            copy: Copy { number: 1, of: 1 },
            made_at: (tools.now)(),
            training: false,
        },
        people: Vec::new(),
        disclosed: Vec::new(),
        withheld: Vec::new(),
        frame: Frame {
            classification: word("sheet-secret"),
            reference: title,
            recipient: Text::app(""),
            page,
            training: None,
        },
        blocks,
        attached: Vec::new(),
        pictured: Vec::new(),
        stamp: None,
    };
    Ok(Zeroizing::new(dossier::write(&sheet, &Kind::Open)?.bytes))
}

const fn plain(text: Text) -> Label {
    Label { text, second: None }
}

fn page_word(words: &Words, lang: Lang) -> Text {
    let key = "dos-page-x-of-y";
    let open = [("x", "{x}"), ("y", "{y}")];
    Text::new(words.fill(key, &open), lang.tag(), Provenance::Word(key.to_owned()))
}
