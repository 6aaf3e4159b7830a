//! Pictures of what came from outside: pages of a foreign PDF, foreign photos. Owns what may be asked and what may come back; refuses to
//! draw in this process: a file made to crash or to fill the memory ends whoever draws it, and with it an officer's
//! unsaved words. The shell hands in a [`Drawer`] that asks a child; [`draw`] is what the child does.

use crate::{Desk, failure::DeskError};
use dossier::{DossierError, check, picture};
use paperwork::{Limit, Limits, PaperError, files, files::Looked, pictures};

/// What is asked of a drawer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Asked {
    /// How many pages a PDF has; the answer is the number in ASCII.
    PageCount,
    /// A page of a PDF, from 1; the answer is a PNG on white.
    Page {
        /// The page, from 1.
        page: u32,
        /// Pixels to the point.
        scale: f32,
    },
    /// Everything that a PDF says as text; the answer is UTF-8.
    Words,
    /// A small picture of a photo; the answer is a JPEG.
    Preview,
    /// A photo without what a camera wrote into it; the answer is of its own kind.
    Copy,
    /// A photo for a printed page; the answer is a JPEG.
    Print,
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Undrawn {
    /// It is no PDF or photo, is damaged, or has no such page.
    #[error("not readable")]
    Unreadable,
    /// It opens with a password only.
    #[error("locked")]
    Locked,
    /// The sides of a photo are over the limit.
    #[error("too wide or too high")]
    TooWide,
    /// A photo is over the limit once it is decoded.
    #[error("too large once decoded")]
    TooLarge,
    /// Whoever drew it crashed, took too much memory or too long.
    #[error("the drawing was stopped")]
    Stopped,
}

/// Draws from bytes. It must come back whatever the bytes are.
pub type Drawer = Box<dyn Fn(&[u8], Asked) -> Result<Vec<u8>, Undrawn> + Send + Sync>;

impl Asked {
    /// As words of a command line; [`Asked::read`] takes them back.
    pub fn words(self) -> Vec<String> {
        match self {
            Self::PageCount => vec!["pages".to_owned()],
            Self::Page { page, scale } => vec!["page".to_owned(), page.to_string(), scale.to_string()],
            Self::Preview => vec!["preview".to_owned()],
            Self::Copy => vec!["copy".to_owned()],
            Self::Words => vec!["words".to_owned()],
            Self::Print => vec!["print".to_owned()],
        }
    }

    /// What these words ask; none when they ask nothing.
    pub fn read(words: &[String]) -> Option<Self> {
        match words {
            [what] if what == "pages" => Some(Self::PageCount),
            [what] if what == "preview" => Some(Self::Preview),
            [what] if what == "copy" => Some(Self::Copy),
            [what] if what == "words" => Some(Self::Words),
            [what] if what == "print" => Some(Self::Print),
            [what, page, scale] if what == "page" => {
                Some(Self::Page { page: page.parse().ok()?, scale: scale.parse().ok()? })
            }
            _ => None,
        }
    }
}

/// Draws in this very process: for the child that nothing is lost with.
///
/// # Errors
/// [`Undrawn`], but never that it was stopped.
pub fn draw(bytes: &[u8], asked: Asked) -> Result<Vec<u8>, Undrawn> {
    let limits = Limits::default();
    match asked {
        Asked::PageCount => picture::page_count(bytes)
            .map(|pages| pages.to_string().into_bytes())
            .map_err(|error| of_pdf(&error)),
        Asked::Page { page, scale } => {
            let page = usize::try_from(page).unwrap_or(usize::MAX);
            picture::page_png(bytes, page, scale).map_err(|error| of_pdf(&error))
        }
        Asked::Words => check::words_of(bytes).map(String::into_bytes).map_err(|error| of_pdf(&error)),
        Asked::Preview => files::preview(bytes, &limits).map_err(|error| of_photo(&error)),
        Asked::Copy => files::stripped(bytes, &limits).map_err(|error| of_photo(&error)),
        Asked::Print => match pictures::printable(bytes, &limits) {
            Ok(picture) => picture.ok_or(Undrawn::Unreadable),
            Err(error) => Err(of_photo(&error)),
        },
    }
}

const fn of_pdf(error: &DossierError) -> Undrawn {
    if matches!(error, DossierError::Locked) { Undrawn::Locked } else { Undrawn::Unreadable }
}

const fn of_photo(error: &PaperError) -> Undrawn {
    match error {
        PaperError::TooLarge { limit: Limit::PictureSide, .. } => Undrawn::TooWide,
        PaperError::TooLarge { .. } => Undrawn::TooLarge,
        _ => Undrawn::Unreadable,
    }
}

/// What a foreign file is, with its small picture. A photo that cannot be read is still kept: it is evidence.
///
/// # Errors
/// [`DeskError::Paper`] for a file that is empty or over a limit.
pub(crate) fn look_at(draw: &Drawer, bytes: &[u8], name: &str) -> Result<Looked, DeskError> {
    let mut looked = files::recognise(bytes, name, &Limits::default())?;
    if files::can_be_drawn(bytes) {
        match draw(bytes, Asked::Preview) {
            Ok(preview) => looked.preview = Some(preview),
            Err(refused @ (Undrawn::TooWide | Undrawn::TooLarge)) => return Err(refused.into()),
            // A photo cut off by a broken phone is still what the person handed over.
            Err(_) => looked.note = Some("paper-picture-damaged"),
        }
    }
    Ok(looked)
}

impl From<Undrawn> for DeskError {
    fn from(undrawn: Undrawn) -> Self {
        match undrawn {
            Undrawn::TooWide => Limits::default().refuse(Limit::PictureSide, None).into(),
            Undrawn::TooLarge => Limits::default().refuse(Limit::PictureBytes, None).into(),
            _ => Self::Undrawn(undrawn),
        }
    }
}

impl Desk {
    /// How many pages a foreign PDF has.
    ///
    /// # Errors
    /// [`DeskError::Undrawn`].
    pub(crate) fn foreign_pages(&self, bytes: &[u8]) -> Result<u32, DeskError> {
        let said = (self.tools.draw)(bytes, Asked::PageCount)?;
        let number = std::str::from_utf8(&said).ok().and_then(|said| said.parse().ok());
        number.ok_or(DeskError::Undrawn(Undrawn::Stopped))
    }

    /// A page of a foreign PDF (from 1) as a PNG, `scale` pixels to the point.
    ///
    /// # Errors
    /// [`DeskError::Undrawn`].
    pub(crate) fn foreign_page(&self, bytes: &[u8], page: u32, scale: f32) -> Result<Vec<u8>, DeskError> {
        Ok((self.tools.draw)(bytes, Asked::Page { page, scale })?)
    }

    /// What is asked of a foreign file. As the drawer has it; for what is made of a refusal elsewhere.
    pub(crate) fn foreign(&self, bytes: &[u8], asked: Asked) -> Result<Vec<u8>, Undrawn> {
        (self.tools.draw)(bytes, asked)
    }

    /// As [`look_at`], with this desk's drawer.
    ///
    /// # Errors
    /// As [`look_at`].
    pub(crate) fn look_at(&self, bytes: &[u8], name: &str) -> Result<Looked, DeskError> {
        look_at(&self.tools.draw, bytes, name)
    }

    /// A photo without what a camera wrote into it; none for a file that is no photo or cannot be read.
    ///
    /// # Errors
    /// [`DeskError::Paper`] for a photo over a limit; [`DeskError::Undrawn`] for one that had to be stopped.
    pub(crate) fn stripped(&self, bytes: &[u8]) -> Result<Option<Vec<u8>>, DeskError> {
        if !files::can_be_drawn(bytes) {
            return Ok(None);
        }
        match (self.tools.draw)(bytes, Asked::Copy) {
            Ok(copy) => Ok(Some(copy)),
            Err(Undrawn::Unreadable) => Ok(None),
            Err(refused) => Err(refused.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Undrawn, draw};

    #[test]
    fn what_is_asked_survives_a_command_line() {
        for asked in [
            Asked::PageCount,
            Asked::Page { page: 3, scale: 1.5 },
            Asked::Words,
            Asked::Preview,
            Asked::Copy,
            Asked::Print,
        ] {
            assert_eq!(Asked::read(&asked.words()), Some(asked));
        }
        for wrong in [&["page"][..], &["page", "-1", "1"], &["pages", "2"], &[]] {
            let wrong: Vec<String> = wrong.iter().map(|&word| word.to_owned()).collect();
            assert_eq!(Asked::read(&wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn what_is_no_pdf_and_no_photo_is_refused() {
        assert_eq!(draw(b"%PDF-1.7", Asked::Preview), Err(Undrawn::Unreadable));
        assert_eq!(draw(b"\xFF\xD8\xFF\xE0", Asked::Copy), Err(Undrawn::Unreadable));
        assert_eq!(draw(b"%PDF-1.7", Asked::PageCount), Err(Undrawn::Unreadable));
        assert_eq!(draw(b"", Asked::Page { page: 1, scale: 1.0 }), Err(Undrawn::Unreadable));
    }
}
