//! Questions about the pieces of a typed moment. Owns looking; refuses taking (clock and zone do).

use crate::values::date::{Sort, Token};

/// The number at `i`, with its digits.
pub(super) fn number(tokens: &[Token], i: usize) -> Option<(u32, usize)> {
    match tokens.get(i).map(|token| &token.sort) {
        Some(Sort::Number(Some(value), digits)) => Some((*value, *digits)),
        _ => None,
    }
}

/// True when one of `signs` stands at `i`.
pub(super) fn sign(tokens: &[Token], i: usize, signs: &[char]) -> bool {
    matches!(tokens.get(i).map(|token| &token.sort), Some(Sort::Sign(c)) if signs.contains(c))
}

/// The folded word at `i`.
pub(super) fn word(tokens: &[Token], i: usize) -> Option<&str> {
    match tokens.get(i).map(|token| &token.sort) {
        Some(Sort::Word(word)) => Some(word),
        _ => None,
    }
}

/// The place of the piece at `i` in the typed text.
pub(super) fn place(tokens: &[Token], i: usize) -> usize {
    tokens.get(i).map_or(0, |token| token.at)
}

/// Takes the pieces from `from` to before `to` out; what follows stands apart from what came before.
pub(super) fn take(tokens: &mut Vec<Token>, from: usize, to: usize) {
    tokens.drain(from..to.min(tokens.len()));
    if let Some(next) = tokens.get_mut(from) {
        next.spaced = true;
    }
}
