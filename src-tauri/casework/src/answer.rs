//! What is on record for one question. Owns the difference between knowing, not knowing, not asking and not being told;
//! refuses an empty text in place of any of them.

use serde::{Deserialize, Serialize};

/// What is on record for one question. "Unknown" was asked and nobody knows; "not asked" was not put to the person;
/// "declined" was asked and not answered, which is a right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "standing", content = "value")]
pub enum Answer<T> {
    /// The answer itself.
    Known(T),
    /// Asked or looked for, and not known.
    Unknown,
    /// Not put to the person, on purpose.
    NotAsked,
    /// Put to the person, who chose not to answer.
    Declined,
}

impl<T> Answer<T> {
    /// The known value, if there is one.
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown | Self::NotAsked | Self::Declined => None,
        }
    }

    /// The stable word for the standing: `known`, `unknown`, `not-asked`, `declined`.
    pub fn standing(&self) -> &'static str {
        match self {
            Self::Known(_) => "known",
            Self::Unknown => "unknown",
            Self::NotAsked => "not-asked",
            Self::Declined => "declined",
        }
    }

    /// Applies `f` to a known value.
    ///
    /// # Errors
    /// What `f` returns.
    pub fn try_map<U, E>(self, f: impl FnOnce(T) -> Result<U, E>) -> Result<Answer<U>, E> {
        Ok(match self {
            Self::Known(value) => Answer::Known(f(value)?),
            Self::Unknown => Answer::Unknown,
            Self::NotAsked => Answer::NotAsked,
            Self::Declined => Answer::Declined,
        })
    }
}
