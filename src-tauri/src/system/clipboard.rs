//! The system's clipboard, opened when it is first needed. A system without one, or one that refuses, is told by a no.

use arboard::Error;
use zeroize::Zeroizing;

use crate::lending::{Board, Lying};

/// The clipboard of this desktop.
#[derive(Default)]
pub(crate) struct Clipboard {
    /// Kept open: on X11 what was copied lies with the program that copied it.
    open: Option<arboard::Clipboard>,
}

impl Clipboard {
    /// One that is not opened yet.
    pub(crate) const fn new() -> Self {
        Self { open: None }
    }

    fn open(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.open.is_none() {
            self.open = arboard::Clipboard::new().ok();
        }
        self.open.as_mut()
    }
}

impl Board for Clipboard {
    fn look(&mut self) -> Lying {
        match self.open().map(arboard::Clipboard::get_text) {
            Some(Ok(text)) => Lying::Text(Zeroizing::new(text)),
            Some(Err(Error::ContentNotAvailable)) => Lying::Other,
            Some(Err(_)) | None => Lying::Untold,
        }
    }

    fn put(&mut self, text: &str) -> bool {
        self.open().is_some_and(|board| super::unremembered(board.set()).text(text).is_ok())
    }

    fn clear(&mut self) -> bool {
        self.open().is_some_and(|board| board.clear().is_ok())
    }
}
