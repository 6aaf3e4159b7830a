//! How far long work has come. Owns what is told of it and that it stops when it is called off; refuses to know who listens,
//! and when it is worth telling.

use crate::{Tools, failure::DeskError, reading::count, views::Progress};

/// Is told how far a work has come, and says whether it goes on. What does not stop goes on all the same.
pub type Heard = Box<dyn Fn(&Progress) -> bool + Send + Sync>;

impl Tools {
    /// Tells that `done` of `of` pieces of a work are done, which keeps nothing before its end.
    ///
    /// # Errors
    /// [`DeskError::CalledOff`] when it is not to go on.
    pub(crate) fn come(&self, work: &str, done: usize, of: usize) -> Result<(), DeskError> {
        let progress =
            Progress { work: work.to_owned(), done: count(done), of: count(of), percent: None, stops: true };
        if (self.heard)(&progress) { Ok(()) } else { Err(DeskError::CalledOff) }
    }

    /// Tells how far a vault of an older layout, or with other forms, has come.
    pub(crate) fn brought_forward(&self, step: register::Step) {
        let register::Step { step: done, of, percent } = step;
        let _goes_on = (self.heard)(&Progress { work: "layout".to_owned(), done, of, percent, stops: false });
    }
}
