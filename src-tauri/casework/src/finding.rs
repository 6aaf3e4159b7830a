//! Finding somebody by what was typed: the keys under which a value is found, and why a key answers a question. Owns words,
//! spelling keys, bigrams and the order of reasons; refuses to change what is stored, and to look anything up.

mod spelling;

pub use spelling::loose;

use crate::values::{ascii_digit, fold};

/// Changes whenever the keys of a value change, so that what was kept of them is made again.
pub const VERSION: u32 = 1;

/// No value gives more keys than this.
const MOST: usize = 24;

/// A word from this length on is also found with one letter wrong.
const SLIP_FROM: usize = 4;

/// A word from this length on is also found with two letters wrong.
const TWO_SLIPS_FROM: usize = 9;

/// What a key is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// A word of a name.
    Name,
    /// The letters and digits of a number.
    Number,
}

impl Sort {
    /// Its stable word.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Number => "number",
        }
    }
}

/// A key under which a value is found.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Term {
    /// What it is made of.
    pub sort: Sort,
    /// The folded word.
    pub key: String,
    /// The same for every usual spelling of the word.
    pub loose: String,
}

impl std::fmt::Debug for Term {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Term({})", self.sort.id())
    }
}

/// Why a key answers a word that was typed, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// Letter for letter, but for case and accents.
    Exact,
    /// Another usual spelling.
    Spelling,
    /// Another way to write it in a script that is not Latin.
    Script,
    /// It begins like this.
    Beginning,
    /// One letter differs, in a long word two.
    Slip,
}

impl How {
    /// Its stable word, also the end of its dictionary key `found-<id>`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Spelling => "spelling",
            Self::Script => "script",
            Self::Beginning => "beginning",
            Self::Slip => "slip",
        }
    }
}

/// The keys of a name: each of its words. In a script without spaces each ending of the word is a key of its own, so that a
/// given name is found without the family's.
pub fn name_terms(text: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for word in words(text) {
        let letters: Vec<char> = word.chars().collect();
        let starts = if letters.iter().all(|c| is_ideograph(*c)) { letters.len() } else { 1 };
        for start in 0..starts {
            let key: String = letters.iter().skip(start).collect();
            terms.push(Term { sort: Sort::Name, loose: loose(&key), key });
        }
    }
    few(terms)
}

/// The keys of a document's number: its letters and digits; of a reference also its last part, as it is said on the phone.
pub fn number_terms(text: &str) -> Vec<Term> {
    let last = text.rsplit('-').next().filter(|last| last.len() < text.len());
    few([Some(text), last].into_iter().flatten().filter_map(number).collect())
}

/// The keys of a phone number in its canonical form: with the country's code and without it.
pub fn phone_terms(canonical: &str) -> Vec<Term> {
    let plain = canonical.split(';').next().unwrap_or_default();
    let local = phonenumber::parse(None, plain).ok().map(|number| number.national().to_string());
    few([Some(plain), local.as_deref()].into_iter().flatten().filter_map(number).collect())
}

fn few(mut terms: Vec<Term>) -> Vec<Term> {
    terms.sort_unstable();
    terms.dedup();
    terms.truncate(MOST);
    terms
}

/// Reads what was typed into words to look for: what has a digit is a number, and figures with signs between them are one.
pub fn read(typed: &str) -> Vec<Term> {
    let digits: String = typed.chars().filter_map(ascii_digit).collect();
    let only_signs = typed.chars().all(|c| ascii_digit(c).is_some() || !c.is_alphanumeric());
    if only_signs && !digits.is_empty() {
        // A leading 0 stands for the country's code, which the local key is without.
        let significant = digits.trim_start_matches('0');
        return number(if significant.is_empty() { &digits } else { significant }).into_iter().collect();
    }
    let mut terms: Vec<Term> = Vec::new();
    let mut before = "";
    for part in typed.split_whitespace() {
        if part.chars().any(|c| ascii_digit(c).is_some()) {
            terms.extend(number(&format!("{}{part}", std::mem::take(&mut before))));
        } else if part.len() <= 2 && part.chars().all(|c| c.is_ascii_uppercase()) {
            // "X 9000037": the letters before a number belong to it, unless a name follows after all.
            before = part;
        } else {
            terms.extend(words(part).map(|key| Term { sort: Sort::Name, loose: loose(&key), key }));
        }
    }
    terms.extend(words(before).map(|key| Term { sort: Sort::Name, loose: loose(&key), key }));
    terms.dedup();
    terms.truncate(MOST);
    terms
}

/// Why the key answers the word, if it does.
pub fn how(word: &Term, key: &str, key_loose: &str) -> Option<How> {
    if key == word.key {
        return Some(How::Exact);
    }
    let latin = word.key.is_ascii();
    if key_loose == word.loose {
        return Some(if latin { How::Spelling } else { How::Script });
    }
    if key.starts_with(&word.key) || (word.loose.len() > 1 && key_loose.starts_with(&word.loose)) {
        return Some(How::Beginning);
    }
    if word.sort == Sort::Number {
        return None;
    }
    let near = |one: &str, other: &str| {
        let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
        let allowed = slips(one.len().min(other.len()));
        allowed > 0 && spelling::distance(&one, &other) <= allowed
    };
    // A slip can make one sound of two letters that were none, so what was written counts as well.
    (near(&word.loose, key_loose) || near(&word.key, key)).then_some(How::Slip)
}

/// How many letters may be wrong in a word of so many.
pub const fn slips(letters: usize) -> usize {
    match letters {
        0..SLIP_FROM => 0,
        SLIP_FROM..TWO_SLIPS_FROM => 1,
        _ => 2,
    }
}

/// The pairs of neighbouring letters of a spelling key, its beginning and end marked; each once.
pub fn bigrams(loose: &str) -> Vec<String> {
    let marked: Vec<char> = std::iter::once('^').chain(loose.chars()).chain(std::iter::once('$')).collect();
    let mut pairs: Vec<String> = marked.windows(2).map(|pair| pair.iter().collect()).collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// How many pairs two spelling keys share at least, when no more letters are wrong than [`slips`] allows.
pub fn shared_at_least(loose: &str) -> usize {
    // Two letters that changed places break three pairs, any other slip two.
    bigrams(loose).len().saturating_sub(3 * slips(loose.chars().count())).max(1)
}

/// The words of a text, folded; signs inside a word do not count.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = fold(text);
    let parts: Vec<String> = parts
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '.' | ',' | ';' | '(' | ')' | '·'))
        .map(|part| part.chars().filter(|c| is_letter(*c)).collect::<String>())
        .filter(|part| !part.is_empty())
        .collect();
    parts.into_iter()
}

/// Letters, digits, and the marks that Khmer, Thai and their neighbours write vowels with.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || (!c.is_ascii() && !c.is_whitespace() && !matches!(c, '\u{2000}'..='\u{206F}'))
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn number(text: &str) -> Option<Term> {
    let key: String = fold(text).chars().filter(|c| c.is_alphanumeric()).collect();
    let loose = key.chars().map(alike).collect();
    (!key.is_empty()).then_some(Term { sort: Sort::Number, key, loose })
}

/// Letters that are read as digits on a stamped page.
const fn alike(c: char) -> char {
    match c {
        'o' => '0',
        'i' | 'l' => '1',
        's' => '5',
        'z' => '2',
        'b' => '8',
        other => other,
    }
}

#[cfg(test)]
mod tests;
