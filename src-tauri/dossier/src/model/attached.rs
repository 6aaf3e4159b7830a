//! What goes along with the pages: files as they came in, and the words of annexes that are shown as pictures. Owns that each
//! has an origin; refuses a file without its SHA-256.

use crate::model::Provenance;
use casework::private::Private;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc};

/// A file that goes along unchanged.
#[derive(Clone, PartialEq)]
pub struct Attached {
    name: String,
    media_type: String,
    sha256: String,
    content: Arc<[u8]>,
    from: Provenance,
}

impl Attached {
    /// Takes a file under a name that says nothing about anybody: `annex-01.pdf`.
    pub fn new(name: String, media_type: String, content: Arc<[u8]>, from: Provenance) -> Self {
        let sha256 = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { name, media_type, sha256, content, from }
    }

    /// Its name among the attachments.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of file it is.
    pub fn media_type(&self) -> &str {
        &self.media_type
    }

    /// Its SHA-256, in hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The file.
    pub fn content(&self) -> &Arc<[u8]> {
        &self.content
    }

    /// Where it comes from.
    pub fn from(&self) -> &Provenance {
        &self.from
    }
}

impl fmt::Debug for Attached {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attached({}, {} bytes)", self.name, self.content.len())
    }
}

impl Serialize for Attached {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut file = serializer.serialize_struct("Attached", 3)?;
        file.serialize_field("name", &self.name)?;
        file.serialize_field("media_type", &self.media_type)?;
        file.serialize_field("sha256", &self.sha256)?;
        file.end()
    }
}

/// What is written in an annex that is shown as pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictured {
    /// Which answer holds the file.
    pub from: Provenance,
    /// Its words, as far as the file has them as text.
    pub words: Private<String>,
}
