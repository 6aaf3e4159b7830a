//! The words for not knowing. Owns what officers type for unknown, not asked and declined; refuses to find them inside a
//! longer text, for "Unknown, called Budi" is a name.

use super::{dictionary, fold::key};
use crate::answer::Answer;
use std::{collections::HashMap, sync::LazyLock};

/// No words for it are longer, in characters.
const LONGEST: usize = 40;

const UNKNOWN: [&str; 10] = [
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

static WORDS: LazyLock<HashMap<String, Answer<()>>> = LazyLock::new(|| {
    let lists: [(&[&str], &str, Answer<()>); 3] = [
        (&UNKNOWN, "val-unknown", Answer::Unknown),
        (&NOT_ASKED, "val-not-asked", Answer::NotAsked),
        (&DECLINED, "val-declined", Answer::Declined),
    ];
    let mut words = HashMap::new();
    for (list, word_key, standing) in lists {
        words.extend(list.iter().map(|word| (key(word), standing.clone())));
        words.extend(
            dictionary::all().iter().map(|dictionary| (key(&dictionary.get(word_key)), standing.clone())),
        );
    }
    words
});

/// The standing that the whole of `typed` names, if it names one.
pub(super) fn of<T>(typed: &str) -> Option<Answer<T>> {
    let whole = typed.trim();
    if whole == "?" {
        return Some(Answer::Unknown);
    }
    if whole.chars().count() > LONGEST {
        return None;
    }
    match WORDS.get(&key(whole))? {
        Answer::Known(()) => None,
        Answer::Unknown => Some(Answer::Unknown),
        Answer::NotAsked => Some(Answer::NotAsked),
        Answer::Declined => Some(Answer::Declined),
    }
}
