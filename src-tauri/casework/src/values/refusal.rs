//! Why a text was not taken as a value. Owns the place, the reason and the choice to offer; refuses to print what was typed.

use crate::private::Private;
use std::fmt;

/// A text that was not taken. Nothing is guessed: it is either put right or chosen by the officer.
#[derive(Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It reads as no value of this kind.
    Unreadable {
        /// What was typed, to stay in the field.
        typed: Private<String>,
        /// Where it stopped making sense, in characters from the start of `typed`.
        at: usize,
        /// The dictionary's key of the reason: `date-no-such-day`.
        why: &'static str,
    },
    /// It reads in several ways, and only the officer knows which is meant.
    Ambiguous {
        /// What was typed, to stay in the field.
        typed: Private<String>,
        /// The dictionary's key of the question: `date-which-order`.
        question: &'static str,
        /// Every reading, each a canonical value of the field.
        readings: Vec<Reading>,
    },
}

/// One way to read an ambiguous text.
#[derive(Clone, PartialEq, Eq)]
pub struct Reading {
    /// The canonical value it would become.
    pub canonical: String,
    /// The dictionary's key of what sets this reading apart: `date-day-first`.
    pub hint: &'static str,
}

impl Refusal {
    /// The dictionary's key of the reason or question.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Unreadable { why, .. } => why,
            Self::Ambiguous { question, .. } => question,
        }
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { at, why, .. } => write!(f, "Unreadable({why} at {at})"),
            Self::Ambiguous { question, readings, .. } => {
                write!(f, "Ambiguous({question}, {})", readings.len())
            }
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

impl std::error::Error for Refusal {}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reading({})", self.hint)
    }
}

/// A stored text that is not in canonical form. Names the kind and never the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("stored value is not a canonical {kind}")]
pub struct NotCanonical {
    /// What it should have been: `date`.
    pub kind: &'static str,
}

/// A refusal before the typed text is attached to it, so that no parser has to carry the text along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Doubt {
    /// Becomes [`Refusal::Unreadable`].
    Unreadable(usize, &'static str),
    /// Becomes [`Refusal::Ambiguous`].
    Ambiguous(&'static str, Vec<Reading>),
}

impl Doubt {
    /// The refusal of `typed`.
    pub(crate) fn about(self, typed: &str) -> Refusal {
        let length = typed.chars().count();
        let typed = Private::new(typed.to_owned());
        match self {
            // Some signs become two when they are put into normal form, so a limit that counts those may lie beyond the typed end.
            Self::Unreadable(at, why) => Refusal::Unreadable { at: at.min(length), typed, why },
            Self::Ambiguous(question, readings) => Refusal::Ambiguous { typed, question, readings },
        }
    }
}

/// Nothing can be made of it from character `at` on.
pub(crate) fn unreadable<T>(at: usize, why: &'static str) -> Result<T, Doubt> {
    Err(Doubt::Unreadable(at, why))
}

/// A question with its readings in order.
pub(crate) fn ambiguous<T>(question: &'static str, readings: Vec<Reading>) -> Result<T, Doubt> {
    Err(Doubt::Ambiguous(question, readings))
}

/// A reading with what sets it apart.
pub(crate) fn reading(canonical: String, hint: &'static str) -> Reading {
    Reading { canonical, hint }
}

#[cfg(test)]
mod tests {
    use super::{Doubt, Refusal, reading};

    #[test]
    fn a_place_lies_within_what_was_typed() {
        let refusal = Doubt::Unreadable(60, "text-too-long").about("\u{958}\u{958}1");
        assert!(matches!(refusal, Refusal::Unreadable { at: 3, .. }));
    }

    #[test]
    fn debug_shows_nothing_of_what_was_typed() {
        let refusal = Doubt::Ambiguous("q", vec![reading("Fulana".into(), "h")]).about("Fulana");
        assert!(!format!("{refusal:?} {refusal}").contains("Fulana"));
    }
}
