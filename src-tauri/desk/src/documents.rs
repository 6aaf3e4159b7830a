//! Photos, scans and letters: taken in, looked at, and written out. Owns the deed that keeps a file with its record, and
//! that each opening is in the audit; refuses a copy out of the vault without a reason.

use crate::{
    Desk,
    books::field_id,
    draft::{Draft, Entry, Typed},
    failure::DeskError,
    filing::hex,
    loose::{self, Readable},
    printed::changes_of,
    views::{DocumentInput, DocumentView, FileTaken, FileView, Saved},
    writing::deed,
};
use casework::{answer::Answer, form::FieldKind, ids::RecordId, private::Private, record::Record};
use register::{Disclosure, Shown};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use zeroize::Zeroizing;

/// A file on its way into the vault, with the id of the document that will name it.
pub struct NewFile {
    /// The document's id.
    pub id: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Its name on the disk.
    pub name: String,
}

/// How much larger than its points a page of a PDF is drawn.
const PAGE_SCALE: f32 = 1.5;

impl Desk {
    /// Keeps a file and makes the document that names it: one deed, which undo takes back. The file itself stays sealed in
    /// the vault, because the log still names it.
    ///
    /// # Errors
    /// [`DeskError::Paper`] for a file that is empty or over a limit; as [`Desk::add_record`]. Nothing is written then.
    pub fn add_document(
        &mut self,
        input: &DocumentInput,
        bytes: &[u8],
        file_name: &str,
    ) -> Result<DocumentView, DeskError> {
        let one = NewFile { id: input.id.clone(), bytes: bytes.to_vec(), name: file_name.to_owned() };
        let mut added = self.add_documents(input, &[one])?;
        added.pop().ok_or(DeskError::File)
    }

    /// Keeps several files, each as a document of its own about the same people, with the same answers: one deed.
    ///
    /// # Errors
    /// As [`Desk::add_document`]; a file that is refused keeps all of them out.
    pub fn add_documents(
        &mut self,
        input: &DocumentInput,
        files: &[NewFile],
    ) -> Result<Vec<DocumentView>, DeskError> {
        let ids = files
            .iter()
            .map(|file| RecordId::from_canonical(&file.id).map_err(|_| DeskError::WrongUse))
            .collect::<Result<Vec<_>, _>>()?;
        if self.records(&ids)?.is_empty() {
            let about = self.people_meant(&input.about, &input.except)?;
            let typing = self.typing(self.lang)?;
            let numbering = self.numbering()?;
            // Everything is parsed before a file is kept, so that a slip leaves nothing behind.
            let looked = files
                .iter()
                .map(|file| self.look_at(&file.bytes, &file.name))
                .collect::<Result<Vec<_>, _>>()?;
            let mut draft = Draft::new(&self.house, self, &typing, &numbering);
            for (file, id) in files.iter().zip(&ids) {
                let form = draft.make(*id, "document", &about)?;
                for field in &input.fields {
                    let typed =
                        Typed { text: &field.text, standing: None, reading: field.reading.as_deref() };
                    draft.write(form, *id, &field.field, typed)?;
                }
                if !input.fields.iter().any(|field| field.field == "name") {
                    draft.write(form, *id, "name", Typed::text(&file.name))?;
                }
                draft.put(form, *id, &field_id("file")?, digest_of(&file.bytes), None)?;
                draft.complete(form, *id)?;
            }
            let (births, entries) = (draft.births, draft.entries);
            let deed = deed(&input.deed)?;
            for (file, looked) in files.iter().zip(&looked) {
                self.keep_looked(&file.bytes, looked)?;
            }
            self.do_deed(deed, "document-add", births, entries)?;
        }
        ids.into_iter().map(|id| self.document(id)).collect()
    }

    /// Keeps a file and names it in a field of a record that is there: a person's photo, an authority's letter.
    ///
    /// # Errors
    /// As [`Desk::attach_to_all`].
    pub fn attach(
        &mut self,
        (record, field): (&str, &str),
        bytes: &[u8],
        file_name: &str,
        deed: &str,
    ) -> Result<Saved, DeskError> {
        let mut saved = self.attach_to_all((&[record.to_owned()], &[]), field, (bytes, file_name), deed)?;
        saved.pop().ok_or(DeskError::NotFound)
    }

    /// Keeps a file and names it in the same field of several records, as one deed: a rescue stands for its people where the
    /// field is theirs and not its own.
    ///
    /// # Errors
    /// As [`Desk::add_document`]; [`DeskError::NoSuchField`] for a field that holds no file; [`DeskError::Lasting`];
    /// [`DeskError::NeedsPeople`] when the exceptions leave nobody.
    pub fn attach_to_all(
        &mut self,
        (records, except): (&[String], &[String]),
        field: &str,
        (bytes, file_name): (&[u8], &str),
        id: &str,
    ) -> Result<Vec<Saved>, DeskError> {
        let meant = self.meant_by_field(records, except, field)?;
        if meant.is_empty() {
            return Err(DeskError::NeedsPeople);
        }
        let opened: Result<Vec<_>, _> = meant.iter().map(|id| self.open_record(&id.to_string())).collect();
        let opened = self.logged(opened)?;
        let named = field_id(field)?;
        for (record, form) in &opened {
            if form.field(field).is_none_or(|one| one.kind != FieldKind::File) {
                return Err(DeskError::NoSuchField);
            }
            self.stays(form, record.id, &named)?;
        }
        self.keep_file(bytes, file_name)?;
        let answer = digest_of(bytes);
        let stands = |record: &Record| {
            let live = record.answers.get(&named).map_or(&[][..], Vec::as_slice);
            live.len() == 1 && live.iter().all(|one| one.answer == answer)
        };
        let entries: Vec<Entry> = opened
            .iter()
            .filter(|(record, _)| !stands(record))
            .map(|(record, _)| Entry {
                record: record.id,
                field: named.clone(),
                answer: answer.clone(),
                as_typed: None,
            })
            .collect();
        if !entries.is_empty() {
            self.do_deed(deed(id)?, "record-answer", Vec::new(), entries)?;
        }
        let mut saved = Vec::new();
        for (record, form) in &opened {
            saved.push(self.saved(record.id, form, field)?);
        }
        Ok(saved)
    }

    /// A document, or any record, with what is known of its file.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn document(&mut self, id: RecordId) -> Result<DocumentView, DeskError> {
        Ok(DocumentView { record: self.record(id)?, file: self.files_of(id)?.into_iter().next() })
    }

    /// Every file that a record names. Pages of a PDF are counted, nothing is drawn.
    ///
    /// # Errors
    /// [`DeskError::NotFound`].
    pub fn files_of(&self, id: RecordId) -> Result<Vec<FileView>, DeskError> {
        let record = self.existing(id, None)?;
        let form = self.house.form_of(&record.kind)?;
        let mut files = Vec::new();
        for field in form.fields.iter().filter(|field| field.kind == FieldKind::File && !field.sealed) {
            for digest in record.all(field.id.as_str()) {
                files.push(self.file_view(field.id.as_str(), digest)?);
            }
        }
        Ok(files)
    }

    fn file_view(&self, field: &str, digest: &str) -> Result<FileView, DeskError> {
        let known = self.register.attachment(digest)?;
        let media_type = known.as_ref().map(|file| file.media_type.clone()).unwrap_or_default();
        let thumbnail = known.as_ref().is_some_and(|file| file.thumbnail.is_some());
        let pages = match media_type.as_str() {
            "application/pdf" => {
                let pages = self.file(digest).ok().map(|(_, bytes)| self.foreign_pages(&bytes));
                pages.and_then(Result::ok).unwrap_or(0)
            }
            _ => u32::from(thumbnail),
        };
        let note = match (&known, pages, media_type.as_str()) {
            (None, _, _) => Some("link-not-here"),
            (_, 0, "image/heic") => Some("paper-heic-no-preview"),
            (_, 0, _) => Some("file-no-preview"),
            _ => None,
        };
        Ok(FileView {
            field: field.to_owned(),
            sha256: digest.to_owned(),
            here: known.is_some(),
            bytes: known.map_or(0, |file| u32::try_from(file.size).unwrap_or(u32::MAX)),
            media_type,
            thumbnail,
            pages,
            note: note.map(|key| self.words().get(key).into_owned()),
        })
    }

    /// The small picture of a file. Opening it is in the audit: a face gives somebody away as much as a name.
    ///
    /// # Errors
    /// [`DeskError::NoFile`], [`DeskError::FileElsewhere`], [`DeskError::NoPicture`].
    pub fn file_thumbnail(&mut self, id: RecordId, field: &str) -> Result<Vec<u8>, DeskError> {
        let digest = Self::file_named(&self.existing(id, None)?, field)?;
        let known = self.register.attachment(&digest)?.ok_or(DeskError::FileElsewhere)?;
        let small = known.thumbnail.ok_or(DeskError::NoPicture)?;
        self.file_opened(id, field, "thumbnail")?;
        Ok(small)
    }

    /// A page of a file (from 1) as a picture: a page of a PDF drawn, or a photo without what a camera wrote into it. The
    /// opening is in the audit before a byte is given.
    ///
    /// # Errors
    /// As [`Desk::file_thumbnail`]; [`DeskError::Undrawn`] for a page that is not there or cannot be drawn.
    pub fn file_page(&mut self, id: RecordId, field: &str, page: u32) -> Result<Vec<u8>, DeskError> {
        let digest = Self::file_named(&self.existing(id, None)?, field)?;
        let (known, bytes) = self.file(&digest)?;
        let picture = if known.media_type == "application/pdf" {
            self.foreign_page(&bytes, page, PAGE_SCALE)?
        } else if page == 1 {
            self.stripped(&bytes)?.ok_or(DeskError::NoPicture)?
        } else {
            return Err(DeskError::NoPicture);
        };
        self.file_opened(id, field, &page.to_string())?;
        Ok(picture)
    }

    /// The whole content of a file as it came in, proven against its digest: for what the app itself makes of it.
    ///
    /// # Errors
    /// [`DeskError::NoFile`], [`DeskError::FileElsewhere`]; [`DeskError::Vault`] when it is damaged.
    pub fn attachment_bytes(&self, id: RecordId, field: &str) -> Result<Zeroizing<Vec<u8>>, DeskError> {
        let digest = Self::file_named(&self.existing(id, None)?, field)?;
        Ok(self.file(&digest)?.1)
    }

    /// The content that may leave: a picture without position, camera and time; any other file as it is.
    ///
    /// # Errors
    /// As [`Desk::attachment_bytes`].
    pub fn attachment_copy(
        &self,
        id: RecordId,
        field: &str,
    ) -> Result<(String, Zeroizing<Vec<u8>>), DeskError> {
        let digest = Self::file_named(&self.existing(id, None)?, field)?;
        let (known, bytes) = self.file(&digest)?;
        let clean = self.stripped(&bytes)?;
        Ok((known.media_type, clean.map_or(bytes, Zeroizing::new)))
    }

    /// Writes a file out of the vault as it came in. It is in the ledger before it is on the disk.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`]; as [`Desk::attachment_bytes`]; [`DeskError::Vault`] when the disk refuses.
    pub fn save_file(
        &mut self,
        id: RecordId,
        field: Option<&str>,
        reason: &str,
        path: &Path,
    ) -> Result<FileTaken, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let record = self.existing(id, None)?;
        let field = match field {
            Some(field) => field.to_owned(),
            None => self.files_of(id)?.into_iter().next().ok_or(DeskError::NoFile)?.field,
        };
        let (known, bytes) = self.file(&Self::file_named(&record, &field)?)?;
        let draft = loose::begin(path, &bytes)?;
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        let copy = Disclosure {
            at: self.now(),
            recipient: String::new(),
            profile: "file".to_owned(),
            language: self.lang.tag().to_owned(),
            hash,
            people: subjects(&record),
            fields: vec![format!("{}.{field}", record.kind)],
            author: self.officer,
            reason: Some(reason.to_owned()),
            code: self.copy_code(&hash)?,
        };
        let entry = self.audit_entry("file-out", &id.to_string(), &field);
        let shown = Shown { changes: changes_of(&record, &field), ..Shown::default() };
        let copy = self.register.disclose(&copy, Some(&shown), &entry)?;
        self.put_readable(draft, path, &Readable { sort: "file", mark: &copy.to_string(), bytes: &bytes })?;
        Ok(FileTaken {
            path: path.display().to_string(),
            sha256: known.digest,
            copy: u32::try_from(copy).unwrap_or(u32::MAX),
        })
    }

    fn file_opened(&mut self, id: RecordId, field: &str, what: &str) -> Result<(), DeskError> {
        let entry = self.audit_entry("file-open", &id.to_string(), &format!("{field} {what}"));
        self.register.audit(&entry)?;
        Ok(())
    }
}

fn digest_of(bytes: &[u8]) -> Answer<Private<String>> {
    Answer::Known(Private::new(hex(&Sha256::digest(bytes))))
}

/// Whom a record is about: itself when it is a person.
fn subjects(record: &Record) -> Vec<RecordId> {
    if record.kind == "person" { vec![record.id] } else { record.links("people").collect() }
}
