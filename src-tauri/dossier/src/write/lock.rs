//! The locked copy: AES-256, revision 6. Owns making it one that every reader opens; refuses a password of the app's own: the
//! owner's is derived from the file's key, which nobody keeps.

use crate::DossierError;
use casework::private::Private;
use lopdf::{
    Document, EncryptionState, EncryptionVersion, Object, Permissions,
    encryption::crypt_filters::{Aes256CryptFilter, CryptFilter},
};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, sync::Arc};

const FAILED: DossierError = DossierError::Fault("the copy cannot be locked");

/// Encrypts a finished document.
pub(crate) fn lock(
    mut document: Document,
    password: &Private<String>,
    key: &Private<[u8; 32]>,
) -> Result<Document, DossierError> {
    if password.reveal().is_empty() {
        return Err(DossierError::Fault("a locked copy needs a password"));
    }
    let owner: String = Sha256::digest(key.reveal()).iter().map(|byte| format!("{byte:02x}")).collect();
    let filter: Arc<dyn CryptFilter> = Arc::new(Aes256CryptFilter);
    let version = EncryptionVersion::V5 {
        encrypt_metadata: true,
        crypt_filters: BTreeMap::from([(b"StdCF".to_vec(), filter)]),
        file_encryption_key: key.reveal(),
        stream_filter: b"StdCF".to_vec(),
        string_filter: b"StdCF".to_vec(),
        owner_password: &owner,
        user_password: password.reveal(),
        permissions: Permissions::PRINTABLE
            | Permissions::PRINTABLE_IN_HIGH_QUALITY
            | Permissions::COPYABLE_FOR_ACCESSIBILITY,
    };
    let state = EncryptionState::try_from(version).map_err(|_| FAILED)?;
    document.encrypt(&state).map_err(|_| FAILED)?;
    // lopdf leaves out how long the keys are; poppler then takes a wrong one and shows blank pages.
    let id = document.trailer.get(b"Encrypt").and_then(Object::as_reference).map_err(|_| FAILED)?;
    let entry = document.get_object_mut(id).and_then(Object::as_dict_mut).map_err(|_| FAILED)?;
    entry.set("Length", 256);
    let filters = entry.get_mut(b"CF").and_then(Object::as_dict_mut).map_err(|_| FAILED)?;
    let filter = filters.get_mut(b"StdCF").and_then(Object::as_dict_mut).map_err(|_| FAILED)?;
    filter.set("Length", 32);
    filter.set("AuthEvent", "DocOpen");
    Ok(document)
}
