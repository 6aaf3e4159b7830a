//! How a prepared copy leaves: signed by this laptop, plain, locked with a passphrase, or sealed to the recipient's key. Owns
//! that it is in the ledger before it is on the disk; refuses a plain copy without a reason.

use super::OpenPreview;
use crate::{
    Desk, anchors,
    failure::DeskError,
    loose::{self, Readable},
    views::{ReleaseInput, Released},
};
use casework::private::Private;
use dossier::{Kind, Written, compose::Composed, model::Dossier, stamp};
use register::{Disclosure, Shown};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, path::Path};

/// What a signature of a copy is for, so that it holds for nothing else.
pub(crate) const COPY_CONTEXT: &str = "dossier copy";

/// How a copy leaves.
#[derive(Debug, Clone)]
pub enum Wrap {
    /// Readable by whoever holds it; needs a reason.
    Plain,
    /// AES-256 with a passphrase that is drawn and shown once.
    Drawn,
    /// AES-256 with a passphrase that both sides know already.
    Chosen(Private<String>),
    /// An age file for the holders of these keys: `age1…`, or a laptop's card.
    Keys(Vec<String>),
}

impl Wrap {
    /// With a passphrase that both sides know already.
    pub fn chosen(passphrase: &str) -> Self {
        Self::Chosen(Private::new(passphrase.to_owned()))
    }
}

impl Desk {
    /// Lets the prepared dossier out to `path`: written whole or not at all, and in the ledger before it is there. A plain
    /// copy is the very bytes of the preview and needs a reason; an encrypted one gets a passphrase that is shown once.
    ///
    /// # Errors
    /// [`DeskError::NoPreview`], [`DeskError::PreviewOld`], [`DeskError::ReasonNeeded`]; [`DeskError::Vault`] or [`DeskError::Register`] when the disk
    /// refuses, and then nothing has left.
    pub fn dossier_release(&mut self, input: &ReleaseInput, path: &Path) -> Result<Released, DeskError> {
        let wrap = if input.encrypted { Wrap::Drawn } else { Wrap::Plain };
        self.dossier_release_as(&input.token, &wrap, input.reason.as_deref(), path)
    }

    /// The same, wrapped as the officer says.
    ///
    /// # Errors
    /// As [`Desk::dossier_release`]; [`DeskError::Vault`] for a passphrase that is too weak, [`DeskError::Exchange`] or
    /// [`DeskError::BadKey`] for a key that is none.
    pub fn dossier_release_as(
        &mut self,
        token: &str,
        wrap: &Wrap,
        reason: Option<&str>,
        path: &Path,
    ) -> Result<Released, DeskError> {
        let open = self.preview.take().filter(|open| open.token == token).ok_or(DeskError::NoPreview)?;
        let released = self.release(&open, wrap, reason, Way::File(path));
        self.preview = Some(open).filter(|_| released.is_err());
        released
    }

    /// Hands the very bytes of the preview to `printer`, from memory, and writes it into the ledger first.
    ///
    /// # Errors
    /// As [`Desk::dossier_release`]; [`DeskError::NoPrinter`] when the system refuses: the ledger then says that a copy may
    /// have left.
    pub fn dossier_print(
        &mut self,
        token: &str,
        reason: Option<&str>,
        printer: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
    ) -> Result<Released, DeskError> {
        let open = self.preview.take().filter(|open| open.token == token).ok_or(DeskError::NoPreview)?;
        let released = self.release(&open, &Wrap::Plain, reason, Way::Printer(printer));
        // What the printer refused is in the ledger under its number: another try is another copy.
        let used = matches!(released, Ok(_) | Err(DeskError::NoPrinter));
        self.preview = Some(open).filter(|_| !used);
        released
    }

    fn release(
        &mut self,
        open: &OpenPreview,
        wrap: &Wrap,
        reason: Option<&str>,
        way: Way<'_>,
    ) -> Result<Released, DeskError> {
        // What has been withdrawn, corrected or erased since the pages were looked at must not leave on them.
        if self.case_of(&open.people)? != open.records {
            self.audit_refusal(&open.profile)?;
            return Err(DeskError::PreviewOld);
        }
        let said = |text: &&str| !text.trim().is_empty();
        let reason = reason.filter(said).or_else(|| open.reason.as_deref().filter(said)).map(str::to_owned);
        if matches!(wrap, Wrap::Plain) && reason.is_none() {
            return Err(DeskError::ReasonNeeded);
        }
        let mut shown = None;
        let bytes: Cow<'_, [u8]> = match wrap {
            Wrap::Plain => Cow::Borrowed(open.written.bytes.as_slice()),
            Wrap::Drawn => {
                let passphrase = vault::copyword::draw()?;
                shown = Some(passphrase.to_string());
                Cow::Owned(self.locked_copy(open, &passphrase)?.bytes)
            }
            Wrap::Chosen(passphrase) => {
                let passphrase = vault::NewPassphrase::choose(passphrase.reveal(), "")?;
                Cow::Owned(self.locked_copy(open, passphrase.reveal())?.bytes)
            }
            Wrap::Keys(keys) => {
                let keys = keys.iter().map(|key| recipient(key)).collect::<Result<Vec<_>, _>>()?;
                Cow::Owned(vault::envelope::seal(&keys, &open.written.bytes)?)
            }
        };
        let hash: [u8; 32] = Sha256::digest(&bytes).into();
        let code = dossier::seal::short_code(&open.composed.dossier.digest());
        let draft = match &way {
            Way::File(path) => Some(loose::begin(path, &bytes)?),
            Way::Printer(_) => None,
        };
        let disclosure = Disclosure {
            at: self.now(),
            recipient: open.recipient.clone(),
            profile: open.profile.clone(),
            language: open.lang.tag().to_owned(),
            hash,
            people: open.composed.dossier.people.clone(),
            fields: open.fields.clone(),
            author: self.officer,
            reason: [reason, open.consent_override.clone()]
                .into_iter()
                .flatten()
                .reduce(|a, b| format!("{a} · {b}")),
            code: code.clone(),
        };
        let act = match (&way, &open.consent_override) {
            (_, Some(_)) => "dossier-override",
            (Way::File(_), None) if open.notice.is_some() => "notice",
            (Way::Printer(_), None) => "print",
            (Way::File(_), None) => "dossier",
        };
        let entry = self.audit_entry(act, &code, &open.profile);
        let contents = Shown {
            by_override: open.consent_override.is_some(),
            changes: open.changes.clone(),
            notice: open.notice.clone(),
        };
        let copy = self.register.disclose(&disclosure, Some(&contents), &entry)?;
        let path = match way {
            Way::File(path) => {
                let draft = draft.ok_or(DeskError::Fault("draft"))?;
                if matches!(wrap, Wrap::Plain) {
                    self.put_readable(
                        draft,
                        path,
                        &Readable { sort: "dossier", mark: &code, bytes: &bytes },
                    )?;
                } else {
                    draft.put(path)?;
                }
                path.display().to_string()
            }
            Way::Printer(printer) => {
                printer(&bytes).map_err(|_| DeskError::NoPrinter)?;
                String::new()
            }
        };
        Ok(Released {
            path,
            sha256: hex(&hash),
            copy: u32::try_from(copy).unwrap_or(u32::MAX),
            code,
            passphrase: shown,
        })
    }

    /// The same model, encrypted, signed anew and checked like the open one.
    fn locked_copy(&self, open: &OpenPreview, passphrase: &str) -> Result<Written, DeskError> {
        let mut key = [0; 32];
        for half in key.chunks_mut(16) {
            half.copy_from_slice(&(self.tools.seed)());
        }
        let kind = Kind::Locked { password: Private::new(passphrase.to_owned()), key: Private::new(key) };
        let mut dossier = open.composed.dossier.clone();
        let mut written = dossier::write(&dossier, &kind)?;
        self.sign(&mut dossier, &mut written)?;
        dossier::check::check_by(&open.warrant, &dossier, &written, &kind)?;
        Ok(written)
    }

    /// What a copy says of who made it, before it is signed.
    pub(crate) fn stamp(&self, composed: &Composed, copy: u32) -> Result<String, DeskError> {
        let (device, _) = self.register.identity().ok_or(DeskError::Fault("identity"))?;
        let dossier = &composed.dossier;
        Ok(stamp::unsigned(&[
            ("office", &self.office()?),
            ("letter", self.mark.as_str()),
            ("device", &device.to_string()),
            ("key", &hex(self.keys.signing.public().as_bytes())),
            ("at", &dossier.meta.made_at.format("%Y-%m-%dT%H:%M:%SZ").to_string()),
            ("profile", &dossier.meta.profile),
            ("anchor", &anchors::word(self)?),
            ("copy", &copy.to_string()),
            ("code", &dossier::seal::short_code(&dossier.digest())),
        ]))
    }

    /// Signs a written copy in its place, and the model's stamp with it.
    pub(crate) fn sign(&self, dossier: &mut Dossier, written: &mut Written) -> Result<(), DeskError> {
        let lost = DeskError::Fault("stamp");
        let digest = stamp::digest(&written.bytes).ok_or(lost)?;
        let signature = self.keys.signing.sign(COPY_CONTEXT, &digest);
        let mut text = dossier.stamp.take().unwrap_or_default().into_bytes();
        if !stamp::fill(&mut written.bytes, &signature) || !stamp::fill(&mut text, &signature) {
            return Err(DeskError::Fault("stamp"));
        }
        dossier.stamp = String::from_utf8(text).ok();
        Ok(())
    }
}

/// Where a copy goes.
enum Way<'a> {
    File(&'a Path),
    Printer(&'a mut dyn FnMut(&[u8]) -> std::io::Result<()>),
}

fn recipient(key: &str) -> Result<vault::PublicKey, DeskError> {
    let line = key.lines().map(str::trim).find(|line| line.starts_with("age1"));
    match line {
        Some(line) => vault::PublicKey::parse(line).map_err(|_| DeskError::BadKey),
        None => Ok(exchange::Card::parse(key).map_err(|_| DeskError::BadKey)?.identity().sealing),
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
