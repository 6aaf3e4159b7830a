//! Cuts typed text into numbers, words and signs, each with its place. Owns the place; refuses nothing (the reader does).

use crate::values::fold::{ascii_digit, fold};

/// A piece of typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// What it is.
    pub(crate) sort: Sort,
    /// Its first character's place in the typed text, counted in characters.
    pub(crate) at: usize,
    /// True when white space, or the start of the text, comes before it.
    pub(crate) spaced: bool,
}

/// What a piece is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Digits in a row: their value and how many there are. More than nine digits have no value here.
    Number(Option<u32>, usize),
    /// Letters in a row, folded.
    Word(String),
    /// Anything else, one character at a time.
    Sign(char),
}

/// Cuts `typed` into its pieces; white space and invisible joiners separate and vanish.
pub(crate) fn lex(typed: &str) -> Vec<Token> {
    let chars: Vec<char> = typed.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut spaced) = (0, true);
    while let Some(&c) = chars.get(at) {
        let run = |same: fn(char) -> bool| {
            chars.iter().skip(at).take_while(|c| same(**c)).copied().collect::<String>()
        };
        let (sort, length) = if ascii_digit(c).is_some() {
            let digits: String = run(|c| ascii_digit(c).is_some()).chars().filter_map(ascii_digit).collect();
            let value = if digits.len() <= 9 { digits.parse().ok() } else { None };
            (Sort::Number(value, digits.len()), digits.len())
        } else if is_letter(c) {
            let word = run(is_letter);
            (Sort::Word(fold(&word)), word.chars().count())
        } else if c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{FEFF}') {
            at += 1;
            spaced |= c.is_whitespace();
            continue;
        } else {
            (Sort::Sign(c), 1)
        };
        tokens.push(Token { sort, at, spaced });
        at += length;
        spaced = false;
    }
    tokens
}

/// Letters with what belongs to them: accents, Khmer vowels and subscripts, joiners inside a word, the apostrophe of
/// "Jum'at".
fn is_letter(c: char) -> bool {
    (c.is_alphabetic()
        || matches!(c, '\u{17B4}'..='\u{17D3}' | '\u{17DD}' | '\u{0300}'..='\u{036F}' | '\'' | '’'))
        && ascii_digit(c).is_none()
        && !matches!(c, '៖' | '។' | '៕')
}

#[cfg(test)]
mod tests {
    use super::{Sort, lex};

    #[test]
    fn pieces_keep_their_place() {
        let tokens = lex(" ថ្ងៃទី២៨ Juni, 2023");
        let places: Vec<usize> = tokens.iter().map(|token| token.at).collect();
        assert_eq!(places, [1, 7, 10, 14, 16]);
        assert_eq!(tokens[1].sort, Sort::Number(Some(28), 2));
        assert_eq!(tokens[3].sort, Sort::Sign(','));
        assert!(tokens[2].spaced && !tokens[3].spaced);
    }
}
