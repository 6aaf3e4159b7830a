//! Files in the vault, below every deed that brings one in or takes one out. Owns sealing, finding and proving them: a file
//! is named in the log by the SHA-256 of its content and lies on the disk under an address that only this vault can work
//! out. Refuses to give a byte that is not proven.

use crate::{
    Desk,
    drawing::{self, Drawer},
    failure::DeskError,
    reading::count,
};
use casework::{form::FieldKind, ids::FieldId, record::Record};
use paperwork::files::Looked;
use register::Attachment;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use vault::attachment::{Address, FileKey, NameKey, Store};
use zeroize::Zeroizing;

/// The setting with the key of the names, inside the encrypted database.
const NAMES: &str = "attachment-names";

/// What came of looking through every file.
pub(crate) struct CheckedFiles {
    pub(crate) read: u32,
    pub(crate) elsewhere: u32,
    pub(crate) damaged: Vec<String>,
}

impl Desk {
    /// Seals a file into the vault and says its digest; a content that is here already is not kept twice. On the disk before
    /// the database knows of it, so that a crash leaves a file without a name and never a name without a file.
    pub(crate) fn keep_file(&mut self, bytes: &[u8], name: &str) -> Result<(String, Looked), DeskError> {
        let looked = self.look_at(bytes, name)?;
        Ok((self.keep_looked(bytes, &looked)?, looked))
    }

    /// Seals a file that was looked at already, as [`Desk::keep_file`].
    pub(crate) fn keep_looked(&mut self, bytes: &[u8], looked: &Looked) -> Result<String, DeskError> {
        let digest = hex(&Sha256::digest(bytes));
        let store = self.store()?;
        let known = self.register.attachment(&digest)?;
        let whole = match &known {
            Some(known) => read(&store, known).is_ok(),
            None => false,
        };
        if !whole {
            let key = match &known {
                Some(known) => FileKey::from_bytes(known.key),
                None => FileKey::generate()?,
            };
            let sealed = store.spool(bytes, &key)?.keep()?;
            self.register.put_attachment(&Attachment {
                digest: digest.clone(),
                address: sealed.address.to_string(),
                key: *key.expose(),
                size: sealed.length,
                media_type: looked.media_type.to_owned(),
                added_at: self.now(),
                thumbnail: looked.preview.clone(),
            })?;
        }
        Ok(digest)
    }

    /// The content of the file with this digest, proven.
    ///
    /// # Errors
    /// [`DeskError::FileElsewhere`] when it has not come to this laptop; [`DeskError::Vault`] when it is damaged.
    pub(crate) fn file(&self, digest: &str) -> Result<(Attachment, Zeroizing<Vec<u8>>), DeskError> {
        let known = self.register.attachment(digest)?.ok_or(DeskError::FileElsewhere)?;
        let bytes = read(&self.store_here()?, &known)?;
        Ok((known, bytes))
    }

    /// The digest that a record's field names.
    pub(crate) fn file_named(record: &Record, field: &str) -> Result<String, DeskError> {
        record.first(field).map(str::to_owned).ok_or(DeskError::NoFile)
    }

    /// Every file read to its end, and those that records name and this laptop has not.
    pub(crate) fn check_files(&mut self) -> Result<CheckedFiles, DeskError> {
        let known = self.register.attachments()?;
        let mut damaged = Vec::new();
        for digest in &known {
            if self.file(digest).is_err() {
                damaged.push(format!("file {}", digest.get(..12).unwrap_or(digest)));
            }
        }
        let elsewhere = self.files_elsewhere()?.len();
        Ok(CheckedFiles { read: count(known.len()), elsewhere: count(elsewhere), damaged })
    }

    /// The files that fields for files name, now or in the past, and that have not come to this laptop.
    pub(crate) fn files_elsewhere(&self) -> Result<BTreeSet<String>, DeskError> {
        let fields: BTreeSet<&FieldId> = self
            .house
            .forms
            .iter()
            .flat_map(|form| form.fields.iter().filter(|field| field.kind == FieldKind::File))
            .map(|field| &field.id)
            .collect();
        let lacking = self.register.files_elsewhere()?.into_iter();
        Ok(lacking.filter(|(_, field)| fields.contains(field)).map(|(digest, _)| digest).collect())
    }

    pub(crate) fn store(&mut self) -> Result<Store, DeskError> {
        if self.register.setting(NAMES)?.is_none() {
            self.register.set_setting(NAMES, Some(&hex(NameKey::generate()?.expose())))?;
        }
        self.store_here()
    }

    /// The store of a vault that has kept a file before.
    pub(crate) fn store_here(&self) -> Result<Store, DeskError> {
        Ok(Store::open(&vault::attachments_path(self.vault.folder()), self.names()?)?)
    }

    fn names(&self) -> Result<NameKey, DeskError> {
        let kept = Zeroizing::new(self.register.setting(NAMES)?.ok_or(DeskError::Fault("names"))?);
        unhex(&kept).map(NameKey::from_bytes).ok_or(DeskError::Fault("names"))
    }
}

/// What a file that came from another laptop is, and its small picture. What cannot be looked at under the limits is kept all
/// the same, because the log names it.
pub(crate) fn seen(draw: &Drawer, bytes: &[u8]) -> (String, Option<Vec<u8>>) {
    match drawing::look_at(draw, bytes, "") {
        Ok(looked) => (looked.media_type.to_owned(), looked.preview),
        Err(_) => ("application/octet-stream".to_owned(), None),
    }
}

fn read(store: &Store, known: &Attachment) -> Result<Zeroizing<Vec<u8>>, DeskError> {
    let address = unhex(&known.address).map(Address::from_bytes).ok_or(DeskError::Fault("address"))?;
    let bytes = store.read_all(address, &FileKey::from_bytes(known.key))?;
    let damaged = vault::Error::Tampered(vault::Part::Attachment);
    if hex(&Sha256::digest(&bytes)) == known.digest { Ok(bytes) } else { Err(damaged.into()) }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Option<[u8; 32]> {
    unhex_all(text)?.try_into().ok()
}

/// Bytes from hexadecimal digits.
pub(crate) fn unhex_all(text: &str) -> Option<Vec<u8>> {
    let pair = |at: usize| u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok();
    let even = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    even.then(|| (0..text.len() / 2).map(pair).collect())?
}
