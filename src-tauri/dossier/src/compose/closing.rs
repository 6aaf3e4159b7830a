//! The last pages: annexes, consents, the non-punishment note, signature and receipt. Owns that they come where the profile
//! has them, and look the same whether or not there is something sealed.

use super::{annex, consents, say::Say};
use crate::model::{Block, Signature};

/// What stands after the case itself.
pub(crate) fn closing(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let profile = say.rule.profile;
    if profile.annex_register {
        blocks.extend(annex::register(say));
    }
    if profile.consent_extract {
        blocks.extend(consents::blocks(say));
    }
    if profile.non_punishment {
        blocks.push(Block::Together(vec![
            Block::Heading { level: 2, label: say.label("dos-non-punishment") },
            Block::Paragraph(say.word("dos-non-punishment-text")),
        ]));
    }
    blocks
}

/// The last page: signature and receipt.
pub(crate) fn receipt(say: &Say<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::PageBreak];
    blocks.push(Block::Heading { level: 2, label: say.label("dos-signature-receipt") });
    blocks.push(Block::Paragraph(say.word("dos-receipt-text")));
    blocks.push(Block::Seal(say.label("dos-verification-code")));
    blocks.push(Block::Paragraph(say.word("dos-verify-text")));
    let lines =
        ["dos-name-position", "dos-date", "dos-signature", "dos-stamp"].map(|key| say.label(key)).to_vec();
    let signature = |key| Signature { role: say.label(key), lines: lines.clone() };
    blocks.push(Block::Signatures(vec![signature("dos-handed-over-by"), signature("dos-received-by")]));
    blocks
}
