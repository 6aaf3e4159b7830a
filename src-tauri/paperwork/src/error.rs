//! Why a foreign file was refused. Owns the codes and the dictionary keys; never carries what stood in the file.

use crate::{grid::Place, limits::Limit, sniff::Kind};
use casework::words::Words;

/// The part of a file that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The packing itself.
    Container,
    /// The workbook's list of sheets.
    Workbook,
    /// The workbook's shared texts.
    Strings,
    /// The workbook's styles, which say which numbers are dates.
    Styles,
    /// A sheet.
    Sheet,
    /// The text of a table without packing.
    Text,
    /// A picture.
    Picture,
}

/// Why a foreign file was refused. Each is a different thing for the officer to do; [`PaperError::code`] is stable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// A limit was met before anything was kept.
    #[error("over the limit {limit} of {allowed}")]
    TooLarge {
        /// Which one.
        limit: Limit,
        /// Where it stands.
        allowed: u64,
        /// Where in the file it was met.
        place: Option<Place>,
    },
    /// There is nothing in it.
    #[error("nothing in the file")]
    Empty,
    /// It is something else than its name says, or something the app does not read.
    #[error("not a list the app reads: {found}")]
    WrongKind {
        /// What it is.
        found: Kind,
    },
    /// It is protected by a password.
    #[error("protected by a password")]
    Locked,
    /// It is of a known kind, and broken.
    #[error("cannot be read: {part:?}")]
    Damaged {
        /// The part that is broken.
        part: Part,
        /// Where, if it is a cell.
        place: Option<Place>,
    },
    /// The stream it came from failed.
    #[error("reading was interrupted")]
    Interrupted,
    /// The mapping names a sheet, column or field that is not there (any more).
    #[error("the mapping does not fit the list")]
    StaleMapping,
    /// A table or picture could not be written.
    #[error("cannot be written")]
    Unwritable,
}

impl PaperError {
    pub(crate) const fn damaged(part: Part) -> Self {
        Self::Damaged { part, place: None }
    }

    /// The stable code, also the end of its dictionary keys.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "paper-too-large",
            Self::Empty => "paper-empty",
            Self::WrongKind { found } => match found {
                Kind::LegacyXls | Kind::Xlsb => "paper-old-workbook",
                Kind::Html => "paper-web-page",
                _ => "paper-wrong-kind",
            },
            Self::Locked => "paper-locked",
            Self::Damaged { .. } => "paper-damaged",
            Self::Interrupted => "paper-interrupted",
            Self::StaleMapping => "paper-stale-mapping",
            Self::Unwritable => "paper-unwritable",
        }
    }

    /// The dictionary key of what happened.
    pub fn message_key(&self) -> String {
        format!("err-{}", self.code())
    }

    /// The dictionary key of what to do about it: each limit has its own way out.
    pub fn recovery_key(&self) -> String {
        match self {
            Self::TooLarge { limit, .. } => format!("rec-paper-limit-{limit}"),
            _ => format!("rec-{}", self.code()),
        }
    }

    /// What happened, in the reader's language.
    pub fn message(&self, words: &Words) -> String {
        let arguments: Vec<(&str, String)> = self
            .arguments()
            .into_iter()
            .map(|(name, value)| {
                let value = if words.has(&value) { words.get(&value).into_owned() } else { value };
                (name, value)
            })
            .collect();
        let borrowed: Vec<(&str, &str)> =
            arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.fill(&self.message_key(), &borrowed)
    }

    /// What to do about it, in the reader's language.
    pub fn recovery(&self, words: &Words) -> String {
        words.get(&self.recovery_key()).into_owned()
    }

    /// What fills the sentence in: names and values, none of them from the file's content. A value that begins with
    /// `paper-` is itself a dictionary key.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let place = |place: &Option<Place>| place.map_or_else(|| "-".to_owned(), |at| at.to_string());
        match self {
            Self::TooLarge { limit, allowed, place: at } => vec![
                ("limit", format!("paper-limit-{limit}")),
                ("allowed", allowed.to_string()),
                ("place", place(at)),
            ],
            Self::WrongKind { found } => vec![("found", format!("paper-kind-{found}"))],
            Self::Damaged { place: at, .. } => vec![("place", place(at))],
            Self::Empty | Self::Locked | Self::Interrupted | Self::StaleMapping | Self::Unwritable => {
                Vec::new()
            }
        }
    }
}
