//! Column titles: how they are compared, and which field they mean. Owns the comparing; the titles themselves come from
//! the forms and the dictionary, never from code.

use super::mapping::{Slot, Target, Why};
use casework::{
    form::{Field, FieldKind, Form},
    words::Words,
};
use std::collections::HashMap;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Text as it is compared: lower case, without accents, signs and joiners, words parted by one space.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd() {
        let latin_accent = ('\u{300}'..='\u{36f}').contains(&c);
        let joiner = matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}' | '\u{2060}');
        if latin_accent || joiner {
            continue;
        }
        if c.is_alphanumeric() || is_combining_mark(c) {
            folded.extend(c.to_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    let trimmed = folded.trim_end().len();
    folded.truncate(trimmed);
    // The subscripts of Khmer ត and ដ look alike, and are typed for each other.
    folded.replace("\u{17d2}\u{178a}", "\u{17d2}\u{178f}")
}

/// Folded text without its spaces.
pub(crate) fn compact(text: &str) -> String {
    fold(text).replace(' ', "")
}

/// What a title was found to mean, and how sure that is (of 100).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) target: Target,
    pub(super) why: Why,
    pub(super) score: u32,
}

/// The titles by which the fields of some forms are known; the first form's come first.
pub(super) struct Vocabulary<'f> {
    fields: Vec<(&'f Form, &'f Field)>,
    /// Fields by compact title, in the order of the forms.
    exact: HashMap<String, Vec<usize>>,
    /// Folded titles of more than one word, with their field.
    phrases: Vec<(String, usize)>,
}

impl<'f> Vocabulary<'f> {
    pub(super) fn new(forms: &[&'f Form], words: &[&Words]) -> Self {
        let fields = forms.iter().flat_map(|form| form.fields.iter().map(|field| (*form, field))).collect();
        let mut vocabulary = Self { fields, exact: HashMap::new(), phrases: Vec::new() };
        for at in 0..vocabulary.fields.len() {
            for title in vocabulary.titles(at, words) {
                vocabulary.learn(&title, at);
            }
        }
        vocabulary
    }

    fn titles(&self, at: usize, words: &[&Words]) -> Vec<String> {
        let Some((form, field)) = self.fields.get(at) else { return Vec::new() };
        let label = |book: &&Words| {
            let key = form.label_key(field, book);
            book.has(&key).then(|| book.get(&key).into_owned())
        };
        let own = [field.id.as_str().to_owned()];
        let given = field.headers.iter().cloned().chain(own).chain(field.htcds.clone());
        given.chain(words.iter().filter_map(label)).collect()
    }

    fn learn(&mut self, title: &str, at: usize) {
        let folded = fold(title);
        if folded.is_empty() {
            return;
        }
        let fields = self.exact.entry(folded.replace(' ', "")).or_default();
        if !fields.contains(&at) {
            fields.push(at);
            if folded.contains(' ') {
                self.phrases.push((folded, at));
            }
        }
    }

    fn slot(&self, at: usize) -> Option<Slot> {
        self.fields.get(at).map(|(form, field)| Slot::of(form, field))
    }

    fn exactly(&self, title: &str) -> Option<usize> {
        self.exact.get(&compact(title))?.first().copied()
    }

    /// The field that a title means, if it means one.
    pub(super) fn find(&self, title: &str) -> Option<Found> {
        let one = |at: usize, why: Why, score: u32| {
            let target = Target::Field(self.slot(at)?);
            Some(Found { target, why, score })
        };
        if fold(title).is_empty() {
            return None;
        }
        let initials = ABBREVIATED_PAIRS.iter().any(|(short, _)| *short == fold(title));
        if let Some(found) = initials.then(|| self.pair(title)).flatten() {
            return Some(found);
        }
        if let Some(at) = self.exactly(title) {
            return one(at, Why::Title, 100);
        }
        if let Some(found) = self.pair(title) {
            return Some(found);
        }
        if let Some(at) = self.exactly(&without_brackets(title)) {
            return one(at, Why::Title, 95);
        }
        if let Some(at) = self.both_languages(title) {
            return one(at, Why::Title, 90);
        }
        if let Some(at) = self.phrase(title) {
            return one(at, Why::PartOfTitle, 60);
        }
        self.misspelt(title).and_then(|at| one(at, Why::Spelling, 60))
    }

    /// "Nama / Name": every part that is known means the same field, and at least one is.
    fn both_languages(&self, title: &str) -> Option<usize> {
        let parts = title.split(['/', '|', '\n', '(', ')', ';']).filter(|part| !fold(part).is_empty());
        let mut known = parts.filter_map(|part| self.exactly(part));
        let first = known.next()?;
        known.all(|at| at == first).then_some(first)
    }

    /// A longer title that has a known one of two words or more for most of its own.
    fn phrase(&self, title: &str) -> Option<usize> {
        let folded = format!(" {} ", fold(title));
        let words = folded.split_whitespace().count();
        let fits = |(phrase, _): &&(String, usize)| {
            phrase.split(' ').count() * 5 >= words * 3 && folded.contains(&format!(" {phrase} "))
        };
        self.phrases.iter().filter(fits).max_by_key(|(phrase, _)| phrase.len()).map(|(_, at)| *at)
    }

    fn misspelt(&self, title: &str) -> Option<usize> {
        let typed: Vec<char> = compact(title).chars().collect();
        if typed.len() < 6 || typed.len() > 64 {
            return None;
        }
        let near = |(known, _): &(&String, &Vec<usize>)| {
            let known: Vec<char> = known.chars().collect();
            known.len() >= 6 && one_apart(&typed, &known)
        };
        let mut matches = self.exact.iter().filter(near).filter_map(|(_, fields)| fields.first());
        let first = matches.next()?;
        // Two fields within one letter are no answer.
        matches.all(|at| at == first).then_some(*first)
    }

    /// "Tempat/Tgl lahir": a place and a date in one column, where the title names both in that order.
    fn pair(&self, title: &str) -> Option<Found> {
        let folded = fold(&without_brackets(title));
        let spelled = ABBREVIATED_PAIRS.iter().find(|(short, _)| *short == folded).map(|(_, long)| *long);
        let words: Vec<&str> =
            spelled.unwrap_or(&folded).split(' ').filter(|word| !JOINING.contains(word)).collect();
        if words.len() > 8 {
            return None;
        }
        let date = |title: &[&str]| self.of_kind(&title.join(" "), &[FieldKind::Date]);
        let place = |title: &str| self.of_kind(title, &[FieldKind::Place, FieldKind::Text]);
        for cut in 1..words.len() {
            let (first, second) = words.split_at(cut);
            let Some(date) = date(second) else { continue };
            let alone = first.join(" ");
            // "Tempat / tanggal lahir" says "lahir" once for both; English has it in front: "Birth place / date".
            let tail = second.last().map(|last| format!("{alone} {last}"));
            let found = tail.and_then(|title| place(&title)).or_else(|| place(&alone));
            if let Some(place) = found {
                return Some(Found {
                    target: Target::PlaceAndDate { place, date },
                    why: Why::TwoTitles,
                    score: 95,
                });
            }
        }
        None
    }

    fn of_kind(&self, title: &str, kinds: &[FieldKind]) -> Option<Slot> {
        let fields = self.exact.get(&compact(title))?;
        let mut known = fields.iter().filter_map(|at| self.fields.get(*at));
        known.find(|(_, field)| kinds.contains(&field.kind)).map(|(form, field)| Slot::of(form, field))
    }
}

/// Initials that offices write for two titles at once.
const ABBREVIATED_PAIRS: [(&str, &str); 2] =
    [("ttl", "tempat tanggal lahir"), ("t t l", "tempat tanggal lahir")];
/// Words that join two titles.
const JOINING: [&str; 4] = ["dan", "and", "និង", "serta"];

fn without_brackets(title: &str) -> String {
    let mut depth = 0_u32;
    let kept = title.chars().filter(|c| {
        match c {
            '(' | '[' => depth = depth.saturating_add(1),
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    });
    kept.collect()
}

/// True when one letter added, dropped, changed or swapped makes one of the other.
fn one_apart(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let (rest_short, rest_long) =
        (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    if long.len() > short.len() {
        return rest_long.get(1..) == Some(rest_short);
    }
    let changed = rest_short.get(1..) == rest_long.get(1..);
    let swapped = match (rest_short, rest_long) {
        ([a, b, left @ ..], [c, d, right @ ..]) => a == d && b == c && left == right,
        _ => false,
    };
    changed || swapped
}

#[cfg(test)]
mod tests {
    use super::{fold, one_apart};

    #[test]
    fn titles_are_compared_without_dress() {
        assert_eq!(fold("  No.  PASPOR\n(WNI) "), "no paspor wni");
        assert_eq!(fold("Prénom"), "prenom");
        assert_eq!(fold("ឈ្មោះ\u{200b}ពេញ"), fold("ឈ្មោះពេញ"));
        assert_eq!(fold("ស\u{17d2}\u{178a}"), fold("ស\u{17d2}\u{178f}"));
        assert_eq!(fold("***"), "");
    }

    #[test]
    fn one_letter_is_a_slip() {
        let apart =
            |a: &str, b: &str| one_apart(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert!(apart("tanggallahir", "tangallahir"));
        assert!(apart("tanggallahir", "tanggallahri"));
        assert!(apart("tanggallahir", "tanggallahyr"));
        assert!(!apart("tanggallahir", "tgllahir"));
        assert!(!apart("tanggalmasuk", "tanggallahir"));
    }
}
