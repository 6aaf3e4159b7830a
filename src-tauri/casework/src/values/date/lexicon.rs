//! The words in which dates are told, in Indonesian, English and Khmer. Owns the vocabulary; refuses to guess at a word
//! it does not have. Spelled folded (see `fold`).

use crate::values::fold::fold;
use std::{collections::HashMap, sync::LazyLock};

/// No word of the vocabulary has more characters than this.
const LONGEST: usize = 16;

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Names the month.
    Month(u32),
    /// Says that the date is about right: about, early, mid, late.
    About,
    /// Stands between the two ends of a range.
    To,
    /// Opens a range.
    From,
    /// Stands between the ends of a range that was opened, and means nothing elsewhere.
    And,
    /// The year is of the Buddhist era.
    Buddhist,
    /// The year is of the common era.
    Common,
    /// Says nothing.
    Filler,
}

use Meaning::{About, And, Buddhist, Common, Filler, From, Month, To};

const WORDS: &[(Meaning, &[&str])] = &[
    (Month(1), &["januari", "january", "jan", "មករា"]),
    (Month(2), &["februari", "pebruari", "february", "feb", "peb", "កុម្ភៈ", "កុម្ភះ", "កុម្ភ"]),
    (Month(3), &["maret", "march", "mar", "mrt", "មីនា", "មិនា"]),
    (Month(4), &["april", "apr", "មេសា"]),
    (Month(5), &["mei", "may", "ឧសភា"]),
    (Month(6), &["juni", "june", "jun", "មិថុនា"]),
    (Month(7), &["juli", "july", "jul", "កក្កដា", "កក្តដា"]),
    (Month(8), &["agustus", "august", "agt", "ags", "agu", "agust", "aug", "សីហា"]),
    (Month(9), &["september", "sept", "sep", "កញ្ញា"]),
    (Month(10), &["oktober", "october", "okt", "oct", "តុលា"]),
    (Month(11), &["november", "nopember", "nov", "nop", "វិច្ឆិកា"]),
    (Month(12), &["desember", "december", "des", "dec", "ធ្នូ"]),
    (
        About,
        &[
            "sekitar",
            "sekira",
            "kira",
            "kurang",
            "lebih",
            "kl",
            "lk",
            "sktr",
            "perkiraan",
            "about",
            "around",
            "circa",
            "c",
            "ca",
            "approx",
            "approximately",
            "roughly",
            "ប្រហែល",
            "ប្រហែលជា",
            "ប្រមាណ",
            "awal",
            "pertengahan",
            "tengah",
            "akhir",
            "early",
            "mid",
            "middle",
            "late",
            "end",
            "beginning",
            "start",
            "ដើម",
            "កណ្តាល",
            "ពាក់កណ្តាល",
            "ចុង",
        ],
    ),
    (To, &["sampai", "hingga", "sd", "to", "until", "till", "through", "ដល់", "រហូតដល់"]),
    (From, &["dari", "sejak", "antara", "mulai", "from", "between", "ពី", "ចាប់ពី", "រវាង"]),
    (And, &["dan", "and", "និង"]),
    (Buddhist, &["be", "ពស", "ពុទ្ធសករាជ"]),
    (Common, &["ce", "ad", "masehi", "គស", "គ្រិស្តសករាជ"]),
    (
        Filler,
        &[
            "tanggal",
            "tgl",
            "bulan",
            "bln",
            "tahun",
            "thn",
            "th",
            "st",
            "nd",
            "rd",
            "hari",
            "pada",
            "di",
            "of",
            "the",
            "on",
            "in",
            "year",
            "month",
            "day",
            "date",
            "ថ្ងៃ",
            "ទី",
            "ថ្ងៃទី",
            "ខែ",
            "ឆ្នាំ",
            "នៅ",
            "នា",
            "senin",
            "sen",
            "sel",
            "rab",
            "kam",
            "jum",
            "sab",
            "min",
            "selasa",
            "rabu",
            "kamis",
            "jumat",
            "jum'at",
            "sabtu",
            "minggu",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "ចន្ទ",
            "អង្គារ",
            "ពុធ",
            "ព្រហស្បតិ៍",
            "សុក្រ",
            "សៅរ៍",
            "អាទិត្យ",
        ],
    ),
];

static MEANINGS: LazyLock<HashMap<String, Meaning>> = LazyLock::new(|| {
    let spelled = |(meaning, spellings): &(Meaning, &[&str])| {
        spellings.iter().map(|spelling| (fold(spelling), *meaning)).collect::<Vec<_>>()
    };
    WORDS.iter().flat_map(spelled).collect()
});

/// What the folded `word` means in a date.
pub(crate) fn meaning(word: &str) -> Option<Meaning> {
    MEANINGS.get(word).copied()
}

/// The longest known word at the head of `text`, in characters of `text`. Khmer is written without spaces, so its words
/// are found one after the other.
pub(crate) fn head(text: &str) -> Option<(Meaning, usize)> {
    let ends: Vec<usize> = text.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST).collect();
    let known = |(i, end): (usize, &usize)| meaning(text.get(..*end)?).map(|meaning| (meaning, i + 1));
    ends.iter().enumerate().rev().find_map(known)
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MEANINGS, WORDS};

    #[test]
    fn no_spelling_has_two_meanings() {
        assert_eq!(MEANINGS.len(), WORDS.iter().map(|(_, spellings)| spellings.len()).sum::<usize>());
        assert!(MEANINGS.keys().all(|word| word.chars().count() <= LONGEST));
    }
}
