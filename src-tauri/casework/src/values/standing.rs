//! The words for not knowing. Owns what officers type for unknown, not asked and declined; refuses to find them inside a
//! longer text, for "Unknown, called Budi" is a name.

use super::{dictionary, fold::key};
use crate::answer::Answer;

const UNKNOWN: [&str; 11] = [
    "unknown",
    "not known",
    "don't know",
    "tidak tahu",
    "tidak diketahui",
    "tdk tahu",
    "tdk diketahui",
    "belum diketahui",
    "មិនដឹង",
    "មិនស្គាល់",
    "?",
];
const NOT_ASKED: [&str; 7] = [
    "not asked",
    "belum ditanya",
    "belum ditanyakan",
    "tidak ditanya",
    "tidak ditanyakan",
    "មិនបានសួរ",
    "មិនទាន់សួរ",
];
const DECLINED: [&str; 10] = [
    "declined",
    "declined to answer",
    "refused to answer",
    "menolak",
    "menolak menjawab",
    "tidak mau menjawab",
    "tidak bersedia menjawab",
    "បដិសេធ",
    "បដិសេធមិនឆ្លើយ",
    "មិនចង់ឆ្លើយ",
];

/// The standing that the whole of `typed` names, if it names one.
pub(super) fn of<T>(typed: &str) -> Option<Answer<T>> {
    if typed.chars().count() > 40 {
        return None;
    }
    let whole = typed.trim();
    let said = |words: &[&str], word_key: &str| {
        let wanted = key(whole);
        let listed =
            words.iter().any(|word| if wanted.is_empty() { *word == whole } else { key(word) == wanted });
        listed || (!wanted.is_empty() && dictionary::says(whole, word_key))
    };
    if said(&UNKNOWN, "val-unknown") {
        Some(Answer::Unknown)
    } else if said(&NOT_ASKED, "val-not-asked") {
        Some(Answer::NotAsked)
    } else if said(&DECLINED, "val-declined") {
        Some(Answer::Declined)
    } else {
        None
    }
}
