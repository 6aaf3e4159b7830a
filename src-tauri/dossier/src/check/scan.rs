//! Looking for values that must be withheld. Owns what is distinctive enough to look for and how it may be written otherwise;
//! refuses to stop a dossier for an ordinary word that two fields share.

use super::{Allowed, Freedom, read::Reading};
use crate::{
    DossierError,
    model::{Dossier, Part, Provenance},
};
use casework::{
    ids::{FieldId, GroupId, RecordId},
    private::Private,
    words::{Lang, Words},
};
use std::{collections::BTreeMap, sync::LazyLock};

/// What kind of value it is, and so how it may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// A number of a document, an account, a telephone.
    Number,
    /// A name.
    Name,
}

/// A value that must not be in the file.
#[derive(Debug, Clone)]
pub struct Withheld {
    /// The record it is of.
    pub record: RecordId,
    /// Its field.
    pub field: FieldId,
    /// The group it belongs to.
    pub group: GroupId,
    /// The value as shown.
    pub value: Private<String>,
    /// What kind it is.
    pub secret: Secret,
}

/// A value made ready to be looked for.
enum Needle {
    /// Digits and letters without the signs between; `open` when more may stand before it (a telephone's country code).
    Number { signs: Vec<char>, open: bool },
    /// Words one after another.
    Words(Vec<String>),
    /// Letters of a script that has no spaces.
    Letters(String),
}

impl Needle {
    /// Nothing when the value is not distinctive: a short number, a short single word.
    fn of(value: &str, secret: Secret) -> Option<Self> {
        match secret {
            Secret::Number => {
                let signs: Vec<char> = alphanumeric(value).map(|(_, c)| c).collect();
                let digits = signs.iter().filter(|c| c.is_ascii_digit()).count();
                let phone = value.trim_start().starts_with('+');
                if signs.len() < 6 || digits < 4 {
                    None
                } else if phone && digits > 9 {
                    let tail = signs.get(signs.len() - 9..).unwrap_or_default().to_vec();
                    Some(Self::Number { signs: tail, open: true })
                } else {
                    Some(Self::Number { signs, open: false })
                }
            }
            Secret::Name if value.chars().any(is_unspaced) => {
                let letters = squeezed(value);
                (letters.chars().count() >= 4).then_some(Self::Letters(letters))
            }
            Secret::Name => {
                let words = words(value);
                let letters: usize = words.iter().map(|word| word.chars().count()).sum();
                let distinctive = if words.len() > 1 { letters >= 6 } else { letters >= 7 };
                distinctive.then_some(Self::Words(words))
            }
        }
    }

    fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Number { signs, open } => number_in(signs, *open, text),
            Self::Words(needle) => {
                words(text).windows(needle.len()).any(|window| window == needle.as_slice())
            }
            Self::Letters(letters) => squeezed(text).contains(letters.as_str()),
        }
    }

    /// The same in the words of a foreign file, which may set each letter by itself and have no spaces.
    fn is_packed_in(&self, packed: &str) -> bool {
        match self {
            Self::Words(words) => {
                let letters = words.concat();
                letters.chars().count() >= 9 && packed.contains(&letters)
            }
            Self::Number { signs, .. } if signs.len() > 7 => {
                let signs: String = signs.iter().flat_map(|c| c.to_lowercase()).collect();
                packed.contains(&signs)
            }
            Self::Number { .. } | Self::Letters(_) => false,
        }
    }
}

/// Khmer, Thai, Lao, Burmese, Chinese.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3400}'..='\u{9FFF}')
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200B}').flat_map(char::to_lowercase).collect()
}

/// Letters and digits alone.
fn packed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

fn alphanumeric(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, c)| (at, c.to_ascii_uppercase()))
}

/// The signs one after another, whatever stands between them, but not in the midst of a longer number.
fn number_in(signs: &[char], open: bool, text: &str) -> bool {
    let found: Vec<(usize, char)> = alphanumeric(text).collect();
    let touches = |a: Option<&(usize, char)>, b: Option<&(usize, char)>| match (a, b) {
        (Some((at, a)), Some((next, b))) => a.is_ascii_digit() && b.is_ascii_digit() && at + 1 == *next,
        _ => false,
    };
    found.windows(signs.len()).enumerate().any(|(index, window)| {
        let same = window.iter().map(|(_, c)| c).eq(signs);
        let before = index.checked_sub(1).and_then(|before| found.get(before));
        let after = found.get(index + signs.len());
        same && (open || !touches(before, window.first())) && !touches(window.last(), after)
    })
}

/// Every dictionary, opened once.
static DICTIONARIES: LazyLock<[Words; 3]> = LazyLock::new(|| Lang::ALL.map(Words::new));

fn is_in_dictionary(key: &str, text: &str) -> bool {
    DICTIONARIES.iter().any(|words| words.has(key) && words.get(key) == text)
}

/// Every value that is looked for.
fn needles(withheld: &[Withheld]) -> Vec<(&Withheld, Needle)> {
    withheld.iter().filter_map(|one| Some((one, Needle::of(one.value.reveal(), one.secret)?))).collect()
}

/// What stands in an allowed value or in a word of the dictionary, which is no leak, whoever else shares it.
fn innocent(dossier: &Dossier, allowed: &Allowed) -> String {
    let mut fixed = String::new();
    dossier.walk(&mut |_, text| {
        for run in &text.0 {
            let counts = match run.from() {
                Provenance::App => false,
                // What only claims to be a word of the dictionary counts for nothing.
                Provenance::Word(key) => is_in_dictionary(key, run.text()),
                from @ Provenance::Answer { .. } => allowed.freedom(from) == Some(Freedom::Fixed),
            };
            if counts {
                fixed.push_str(run.text());
                // A sign that no value has keeps two values from being taken for one.
                fixed.push_str(" \u{1}x\u{1} ");
            }
        }
    });
    fixed
}

/// True when foreign words hold a withheld value.
pub(crate) fn tells(dossier: &Dossier, allowed: &Allowed, withheld: &[Withheld], words: &str) -> bool {
    let fixed = innocent(dossier, allowed);
    let packed = packed(words);
    needles(withheld)
        .iter()
        .any(|(_, needle)| !needle.is_in(&fixed) && (needle.is_in(words) || needle.is_packed_in(&packed)))
}

/// Looks for every withheld value on every page and in everything that stands on none.
pub(crate) fn scan(
    dossier: &Dossier,
    allowed: &Allowed,
    withheld: &[Withheld],
    pages: &BTreeMap<usize, usize>,
    reading: &Reading,
) -> Result<(), DossierError> {
    let needles = needles(withheld);
    if needles.is_empty() {
        return Ok(());
    }
    let fixed = innocent(dossier, allowed);
    let (mut haystacks, mut piece) = (Vec::new(), 0);
    dossier.walk(&mut |part, text| {
        // A text may be broken over two pages, where neither has the whole of it.
        if part == Part::Body {
            haystacks.push((pages.get(&piece).copied().unwrap_or(1), text.plain()));
            piece += 1;
        }
    });
    haystacks.extend(
        reading.pages.iter().enumerate().map(|(index, marks)| (index + 1, marks.join("\n\u{1}x\u{1}\n"))),
    );
    let aside = [&reading.bookmarks, &reading.alternatives, &reading.actual];
    haystacks.extend(aside.into_iter().flatten().map(|said| (0, said.clone())));
    haystacks.push((0, reading.title.clone()));
    haystacks.push((0, String::from_utf8_lossy(&reading.packet).into_owned()));
    // A file that goes along is packed in a way of its own: its words stand among those of the annexes.
    let foreign = |file: &&Vec<u8>| dossier.attached.iter().any(|one| **one.content() == ***file);
    let plain = reading.attachments.iter().filter(|file| !foreign(file));
    haystacks.extend(plain.map(|file| (0, String::from_utf8_lossy(file).into_owned())));
    let annexed: Vec<(&str, String)> = dossier
        .pictured
        .iter()
        .map(|annex| (annex.words.reveal().as_str(), packed(annex.words.reveal())))
        .collect();
    for (one, needle) in &needles {
        if needle.is_in(&fixed) {
            continue;
        }
        let shown = haystacks.iter().find(|(_, text)| needle.is_in(text)).map(|(page, _)| *page);
        let in_annex =
            || annexed.iter().any(|(words, packed)| needle.is_in(words) || needle.is_packed_in(packed));
        if let Some(page) = shown.or_else(|| in_annex().then_some(0)) {
            return Err(DossierError::Withheld {
                page,
                group: one.group.clone(),
                record: one.record,
                field: one.field.clone(),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Needle, Secret};

    fn found(value: &str, secret: Secret, text: &str) -> bool {
        Needle::of(value, secret).is_some_and(|needle| needle.is_in(text))
    }

    #[test]
    fn a_number_is_found_however_it_is_spaced() {
        assert!(found("B1234567", Secret::Number, "passport b 123-4567, valid"));
        assert!(found("+6281234567890", Secret::Number, "call 0812 3456 7890"));
        assert!(!found("B1234567", Secret::Number, "B12345678"));
        assert!(!found("1234567", Secret::Number, "91234567"));
    }

    #[test]
    fn a_name_is_found_as_a_whole() {
        assert!(found("Dewi Lestari", Secret::Name, "with DEWI  lestari, who"));
        assert!(!found("Dewi Lestari", Secret::Name, "Dewi and Lestari"));
        assert!(found("សុខ ដារ៉ា", Secret::Name, "ឈ្មោះសុខដារ៉ានៅ"));
    }

    #[test]
    fn ordinary_words_are_not_looked_for() {
        assert!(Needle::of("Ali", Secret::Name).is_none());
        assert!(Needle::of("2023", Secret::Number).is_none());
        assert!(Needle::of("A1", Secret::Number).is_none());
    }
}
