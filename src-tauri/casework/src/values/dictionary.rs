//! The three dictionaries at once, for reading what officers type in any of them. Owns nothing but the opened books;
//! refuses to say anything (that takes the one `Words` of the reader).

use super::fold::key;
use crate::words::{Lang, Words};
use std::sync::LazyLock;

static ALL: LazyLock<[Words; 3]> = LazyLock::new(|| Lang::ALL.map(Words::new));

/// Every language's dictionary.
pub(crate) fn all() -> &'static [Words; 3] {
    &ALL
}

/// True when `typed` is the word for `word_key` in any language, apart from case, accents and signs.
pub(crate) fn says(typed: &str, word_key: &str) -> bool {
    let typed = key(typed);
    all().iter().any(|words| words.has(word_key) && key(&words.get(word_key)) == typed)
}

/// True when `typed` is one of the short or other words for `word_key`, which the dictionary lists under
/// `<word_key>-also` with semicolons between: `L; Pria`.
pub(crate) fn also_says(typed: &str, word_key: &str) -> bool {
    let (typed, also) = (key(typed), format!("{word_key}-also"));
    let listed =
        |words: &Words| words.has(&also) && words.get(&also).split(';').any(|word| key(word) == typed);
    all().iter().any(listed)
}

/// The records of a table under `assets`: comma-separated without quotes, the first line its head, `#` lines remarks.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1);
    lines.filter_map(|line| {
        let mut cells = line.split(',');
        let row = std::array::from_fn(|_| cells.next());
        if cells.next().is_some() || row.contains(&None) {
            None
        } else {
            Some(row.map(Option::unwrap_or_default))
        }
    })
}
