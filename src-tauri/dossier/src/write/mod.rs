//! From pages to a PDF: positioned glyphs by printpdf, structure and conformance by lopdf. Owns PDF/A-3a with PDF/UA-1 for the
//! plain copy, AES-256 for the locked one, and the bytes being the same for the same model; refuses clocks and randomness.

mod cluster;
mod codes;
mod content;
mod finish;
mod lock;
mod picture;
mod png;
mod sfnt;
mod structure;
mod xmp;

pub(crate) use xmp::packet;

use crate::{
    DossierError,
    lay::{self, Laid},
    model::Dossier,
};
use casework::private::Private;

pub(crate) use picture::{digest as picture_digest, size as picture_size};
pub(crate) use png::grey as grey_png;

/// Which kind of copy.
#[derive(Debug, Clone)]
pub enum Kind {
    /// PDF/A-3a and PDF/UA-1, readable by everybody. The same model gives the same bytes.
    Open,
    /// AES-256 (revision 6), opened with a password. No PDF/A, which forbids it, and never the same bytes twice.
    Locked {
        /// What the recipient types.
        password: Private<String>,
        /// 32 bytes that nobody can guess: the file's own key.
        key: Private<[u8; 32]>,
    },
}

/// A dossier as written, with the plan of its pages for the check.
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    pub(crate) laid: Laid,
}

impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Written({} bytes, {} pages)", self.bytes.len(), self.pages)
    }
}

/// Writes one copy. It is not to be released before [`crate::check::check`] has passed it.
///
/// # Errors
/// [`DossierError::NoGlyph`] for a character without a font, [`DossierError::Picture`] for a picture of another kind, and
/// [`DossierError::Fault`] when the writing itself fails.
pub fn write(dossier: &Dossier, kind: &Kind) -> Result<Written, DossierError> {
    let laid = lay::lay(dossier)?;
    let drawn = content::draw(dossier, &laid)?;
    let finished = finish::finish(dossier, &laid, drawn, matches!(kind, Kind::Open))?;
    let bytes = match kind {
        Kind::Open => finish::save(finished, true)?,
        Kind::Locked { password, key } => {
            let mut bytes = finish::save(lock::lock(finished, password, key)?, false)?;
            if let Some(stamp) = &dossier.stamp {
                bytes.extend_from_slice(format!("\n%{stamp}").as_bytes());
            }
            bytes
        }
    };
    Ok(Written { bytes, pages: laid.pages.len(), laid })
}
