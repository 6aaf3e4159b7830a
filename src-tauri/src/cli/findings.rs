//! What was found, compared and counted, as text. Owns columns; refuses to choose what is in them.

use desk::views::SearchHit;

use super::outcome::columns;

/// One line a hit, with why.
pub(super) fn hits(hits: &[SearchHit]) -> String {
    let row = |hit: &SearchHit| {
        let why = hit.why.iter().map(|one| {
            let of = one.of.as_ref().map(|link| format!(" ({})", link.reference)).unwrap_or_default();
            format!("{}: {}{of}, {}", one.field, one.text, one.how_word)
        });
        [
            hit.record.reference.clone(),
            hit.record.title.clone(),
            hit.detail.clone(),
            why.collect::<Vec<_>>().join("; "),
        ]
    };
    columns(&hits.iter().map(row).collect::<Vec<_>>())
}
