//! Personal data that must not slip into a log, an error or a test name.
//!
//! Owns the wrapper. Refuses `Display`, and prints nothing of its content in `Debug`.

use std::fmt;

/// Holds a value that may identify somebody; it can be used, but never printed by accident.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Wraps `value`.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The content, for a place that is meant to show it. Every call is a place to review.
    pub const fn reveal(&self) -> &T {
        &self.0
    }

    /// Takes the content out.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Private(…)")
    }
}

impl<T> From<T> for Private<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Private;

    #[test]
    fn debug_shows_nothing_of_the_content() {
        assert_eq!(format!("{:?}", Private::new("Fulana")), "Private(…)");
    }
}
