//! The lists that passphrases are drawn from and measured by, packed in the program and each unpacked once, when it is first asked.

use std::sync::LazyLock;

/// Every packed list: its text, a word on each line.
macro_rules! packed {
    ($name:literal, $at:literal) => {{
        static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".zst"));
        const SIZES: [usize; 2] = include!(concat!(env!("OUT_DIR"), "/sizes.rs"));
        static TEXT: LazyLock<String> = LazyLock::new(|| {
            // A pack that does not open gives no words, and nothing can be drawn from none.
            zstd::bulk::decompress(PACK, SIZES[$at])
                .ok()
                .and_then(|bytes| String::from_utf8(bytes).ok())
                .unwrap_or_default()
        });
        TEXT.lines().collect()
    }};
}

/// 7,776 words that are easy to tell apart, in the order that fingerprints count on.
pub(crate) static LONG: LazyLock<Vec<&'static str>> = LazyLock::new(|| packed!("long", 0));

/// The other lists that somebody who guesses would try.
static OTHERS: LazyLock<Vec<&'static str>> = LazyLock::new(|| packed!("others", 1));

/// Every word of every list; a word may come twice.
pub(crate) fn all() -> impl Iterator<Item = &'static str> {
    LONG.iter().chain(OTHERS.iter()).copied()
}

#[cfg(test)]
mod tests {
    use super::{LONG, OTHERS, all};
    use diceware_wordlists::Wordlist;

    #[test]
    fn every_list_comes_out_of_the_pack_as_it_went_in() {
        assert_eq!(LONG.as_slice(), Wordlist::EffLong.get_list());
        let others = [Wordlist::EffShort1, Wordlist::EffShort2, Wordlist::Minilock];
        let others: Vec<&str> = others.iter().flat_map(|list| list.get_list().iter().copied()).collect();
        assert_eq!(*OTHERS, others);
        assert_eq!(all().count(), 7_776 + 2 * 1_296 + 58_110);
    }
}
