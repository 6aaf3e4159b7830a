//! Names of things: records, record kinds, fields, field groups. Owns their shape; refuses personal data in any of them.

use serde::{Deserialize, Serialize};
use std::{fmt, sync::Arc};
use uuid::Uuid;

/// Names one record for ever: a UUIDv7 made by the laptop that made the record. Never derived from a person's data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub Uuid);

impl RecordId {
    /// Reads the canonical hyphenated form; anything else is an error, never another id.
    ///
    /// # Errors
    /// [`BadId`] when the text is no UUID in its 36-character lower-case form.
    pub fn from_canonical(text: &str) -> Result<Self, BadId> {
        let id = Uuid::try_parse(text).map_err(|_| BadId)?;
        let read = Self(id);
        if read.to_string() == text { Ok(read) } else { Err(BadId) }
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}

/// A name that is not of the allowed shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid identifier")]
pub struct BadId;

macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident, $allowed:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks the shape and takes the name.
            ///
            /// # Errors
            /// [`BadId`] when it is empty, longer than 64 bytes, or has a character outside the allowed set.
            pub fn new(text: impl Into<String>) -> Result<Self, BadId> {
                let text = text.into();
                let allowed: fn(char) -> bool = $allowed;
                let whole = !text.is_empty() && text.len() <= 64 && text.chars().all(allowed);
                if whole { Ok(Self(text.into())) } else { Err(BadId) }
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadId;
            fn try_from(text: String) -> Result<Self, BadId> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0.as_ref().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                *self.0 == *other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                *self.0 == **other
            }
        }
    };
}

word_id!(
    /// A kind of record, which is the id of its form: `person`, `rescue`, `travel-document`.
    KindId,
    |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'
);
word_id!(
    /// A field of a form: `full_name`. Two names begin with `$` and belong to the log itself: [`FieldId::kind`] and
    /// [`FieldId::removed`].
    FieldId,
    |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == '$'
);
word_id!(
    /// A field group of the disclosure table: `identity`, `health`.
    GroupId,
    |c| c.is_ascii_lowercase() || c == '-'
);

impl FieldId {
    /// The log's own field that says what kind of record this is; written once, when the record is made.
    pub fn kind() -> Self {
        Self("$kind".into())
    }

    /// The log's own field that marks a record as removed (a tombstone).
    pub fn removed() -> Self {
        Self("$removed".into())
    }

    /// The log's own field that erases: the changes that it replaces lose what they said, on every laptop it reaches.
    pub fn erased() -> Self {
        Self("$erased".into())
    }

    /// The log's own field that ends the trust in a laptop, with how far its feeds had come by then.
    pub fn revoked() -> Self {
        Self("$revoked".into())
    }

    /// The log's own field by which an office tells of a laptop that it enrolled: its certificate, in hexadecimal digits.
    pub fn certificate() -> Self {
        Self("$certificate".into())
    }

    /// The log's own field by which an officer keeps several values of a field in sight for good.
    pub fn disputed() -> Self {
        Self("$disputed".into())
    }

    /// True for a field that belongs to the log and to no form.
    pub fn is_of_the_log(&self) -> bool {
        self.0.starts_with('$')
    }

    /// True for what an erasure takes: every answer, and a removal, beside which its reason stands. Whoever erases a removal
    /// removes the record anew.
    pub fn may_be_erased(&self) -> bool {
        !self.is_of_the_log() || *self == Self::removed()
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldId, KindId, RecordId};

    #[test]
    fn of_the_logs_own_fields_only_a_removal_may_be_erased() {
        let own = [
            FieldId::kind(),
            FieldId::erased(),
            FieldId::revoked(),
            FieldId::certificate(),
            FieldId::disputed(),
            FieldId::new("$later").unwrap(),
        ];
        assert!(own.iter().all(|field| field.is_of_the_log() && !field.may_be_erased()));
        assert!(FieldId::removed().may_be_erased() && FieldId::new("full_name").unwrap().may_be_erased());
    }

    #[test]
    fn shapes_are_strict() {
        assert!(FieldId::new("full_name").is_ok());
        assert!(FieldId::new("Full").is_err());
        assert!(KindId::new("").is_err());
        assert!(RecordId::from_canonical("018F4E7A-0000-7000-8000-000000000000").is_err());
        assert!(RecordId::from_canonical("018f4e7a-0000-7000-8000-000000000000").is_ok());
    }
}
