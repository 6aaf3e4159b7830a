//! The files that come with a bundle. Owns that each is proven, sealed and on the disk before the log names it, and that none
//! of a bundle that is refused stays; refuses to write anew what is here already.

use crate::{Desk, Tools, failure::DeskError, filing::hex};
use chrono::{DateTime, Utc};
use exchange::{Blob, BundleReader, ExchangeError, Part};
use register::Attachment;
use sha2::{Digest as _, Sha256};
use std::{cell::RefCell, collections::BTreeMap, io::Read, sync::Arc};
use vault::attachment::{Address, FileKey, Store};
use zeroize::Zeroizing;

/// What is known here of a file that a bundle brings.
enum Here {
    /// It is here and whole.
    Whole,
    /// It was here, and is damaged or gone from the disk; its key is known.
    Broken(FileKey),
}

/// Where the files of a bundle go.
pub(super) struct Filing {
    store: Store,
    tools: Arc<Tools>,
    now: DateTime<Utc>,
    here: BTreeMap<[u8; 32], Here>,
    /// What was put on the disk and was not there before.
    placed: RefCell<Vec<Address>>,
}

impl Filing {
    /// Reads the files of the bundle that are not here, each sealed and durable before the next, and gives what the log's
    /// register should know of them.
    pub(super) fn take<R: Read>(&self, reader: &mut BundleReader<R>) -> Result<Vec<Attachment>, DeskError> {
        let blobs = reader.manifest().blobs.clone();
        let mut files = Vec::new();
        for (at, blob) in blobs.iter().enumerate() {
            if matches!(self.here.get(&blob.id), Some(Here::Whole)) {
                reader.next_attachment(&mut std::io::sink())?;
                continue;
            }
            let length = usize::try_from(blob.length).map_err(|_| DeskError::Fault("length"))?;
            let mut content = Zeroizing::new(Vec::with_capacity(length));
            reader.next_attachment(&mut *content)?;
            if Sha256::digest(content.as_slice()).as_slice() != blob.id {
                return Err(ExchangeError::Damaged(Part::Attachment(at)).into());
            }
            files.push(self.place(blob, &content)?);
        }
        Ok(files)
    }

    fn place(&self, blob: &Blob, content: &[u8]) -> Result<Attachment, DeskError> {
        let known = match self.here.get(&blob.id) {
            Some(Here::Broken(key)) => Some(key.clone()),
            Some(Here::Whole) | None => None,
        };
        let new = known.is_none();
        let key = known.map_or_else(FileKey::generate, Ok)?;
        let sealed = self.store.spool(content, &key)?.keep()?;
        if new {
            self.placed.borrow_mut().push(sealed.address);
        }
        let (media_type, thumbnail) = crate::filing::seen(&self.tools.draw, content);
        Ok(Attachment {
            digest: hex(&blob.id),
            address: sealed.address.to_string(),
            key: *key.expose(),
            size: sealed.length,
            media_type,
            added_at: self.now,
            thumbnail,
        })
    }

    /// How many files were put on the disk that were not there before.
    pub(super) fn placed(&self) -> usize {
        self.placed.borrow().len()
    }

    /// Takes files off the disk again: all that came with a bundle that was refused. What the disk will not give up has no key
    /// that anybody knows, and goes with the next backup.
    pub(super) fn withdraw(&self) {
        for address in self.placed.take() {
            let _left = self.store.remove(address);
        }
    }

    /// As [`Filing::withdraw`], for those files alone that nothing names.
    pub(super) fn withdraw_unnamed(&self, unnamed: &[String]) {
        self.placed.borrow_mut().retain(|address| {
            let named = !unnamed.contains(&address.to_string());
            if !named {
                let _left = self.store.remove(*address);
            }
            named
        });
    }
}

impl Desk {
    /// Looks up what is here of the files that a bundle brings.
    pub(super) fn filing(&self, store: Store, blobs: &[Blob]) -> Result<Filing, DeskError> {
        let mut here = BTreeMap::new();
        for blob in blobs {
            let digest = hex(&blob.id);
            let Some(known) = self.register.attachment(&digest)? else { continue };
            let whole = self.file(&digest).is_ok();
            here.insert(
                blob.id,
                if whole { Here::Whole } else { Here::Broken(FileKey::from_bytes(known.key)) },
            );
        }
        let tools = Arc::clone(&self.tools);
        Ok(Filing { store, tools, now: self.now(), here, placed: RefCell::default() })
    }

    /// The files that records here name and that this laptop lacks, or lost from its disk.
    pub(super) fn wanted_files(&mut self) -> Result<Vec<[u8; 32]>, DeskError> {
        let mut wanted = self.files_elsewhere()?;
        let store = self.store()?;
        for digest in self.register.attachments()? {
            let Some(known) = self.register.attachment(&digest)? else { continue };
            let address = crate::filing::unhex(&known.address).map(Address::from_bytes);
            if !address.is_some_and(|address| store.has(address)) {
                wanted.insert(digest);
            }
        }
        Ok(wanted.iter().filter_map(|digest| crate::filing::unhex(digest)).collect())
    }
}
