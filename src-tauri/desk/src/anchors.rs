//! The end of the audit, signed and kept elsewhere: in backups, and wherever else a file leaves. Owns the line in which it is
//! written and the verifier that needs no vault; refuses a line that no laptop of this vault signed.
//!
//! A chain in itself cannot show that all of it was written anew or that its end was cut off. Against such a line it can.

use crate::{
    Desk,
    failure::DeskError,
    loose::{self, Readable},
    reading::count,
    verifying::bytes,
    views::AnchorView,
};
use register::{AuditHead, AuditRow};
use serde::{Deserialize, Serialize};
use std::path::Path;
use vault::{device::SigningPublic, files};

const MARK: &str = "pulang-anchor";
const FORMAT: &str = "1";
/// Blanks stand between its words, or these where a blank would end it.
const CLOSE: char = ';';
const CONTEXT: &str = "pulang 2026 audit: anchor";
/// A line has eight short words.
const LONGEST: usize = 600;
/// The largest file that is searched for one, or verified.
const LIMIT: u64 = 256 * 1024 * 1024;

/// A signed end of an audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Anchor {
    pub(crate) vault: String,
    pub(crate) head: AuditHead,
    at: String,
    public: [u8; 32],
    signature: [u8; 64],
    signed: String,
}

/// The line for the audit as it stands.
pub(crate) fn line(desk: &Desk) -> Result<String, DeskError> {
    let head = desk.register.audit_head()?;
    let at = desk.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let signed = format!("{} {} {} {at}", desk.vault.vault(), head.count, hex(&head.hash));
    let signature = desk.keys.signing.sign(CONTEXT, signed.as_bytes());
    let public = hex(desk.keys.signing.public().as_bytes());
    Ok(format!("{MARK} {FORMAT} {signed} {public} {}\n", hex(&signature)))
}

/// The same in one word, for the stamp of a dossier.
pub(crate) fn word(desk: &Desk) -> Result<String, DeskError> {
    Ok(line(desk)?.trim_end().replace(' ', &CLOSE.to_string()))
}

/// The first line in `bytes` that reads as one, whatever file it stands in.
pub(crate) fn read(bytes: &[u8]) -> Option<Anchor> {
    let mark = MARK.as_bytes();
    let mut from = 0;
    loop {
        let rest = bytes.get(from..)?;
        let at = rest.windows(mark.len()).position(|window| window == mark)?;
        let start = from + at + mark.len();
        let text = bytes.get(start..bytes.len().min(start + LONGEST))?;
        let between = text.first().copied().map(char::from).filter(|one| [' ', CLOSE].contains(one));
        let ends = |byte: &u8| !byte.is_ascii_graphic() && Some(char::from(*byte)) != between;
        let end = text.iter().position(ends).unwrap_or(text.len());
        let line = text.get(..end).and_then(|line| std::str::from_utf8(line).ok());
        if let Some(anchor) = line.zip(between).and_then(|(line, between)| parse(line, between)) {
            return Some(anchor);
        }
        from = start;
    }
}

fn parse(line: &str, between: char) -> Option<Anchor> {
    let words: Vec<&str> = line.split(between).filter(|word| !word.is_empty()).collect();
    let [FORMAT, vault, rows, hash, at, public, signature] = *words.first_chunk::<7>()? else { return None };
    let anchor = Anchor {
        vault: vault.to_owned(),
        head: AuditHead { count: rows.parse().ok()?, hash: bytes(hash)? },
        at: at.to_owned(),
        public: bytes(public)?,
        signature: bytes(signature)?,
        signed: format!("{vault} {rows} {hash} {at}"),
    };
    let key = SigningPublic::from_bytes(&anchor.public).ok()?;
    key.verify(CONTEXT, anchor.signed.as_bytes(), &anchor.signature).ok()?;
    Some(anchor)
}

fn find(path: &Path) -> Result<Anchor, DeskError> {
    let file = if path.is_dir() { path.join("anchor") } else { path.to_path_buf() };
    let bytes = files::read_at_most(&file, LIMIT).map_err(|_| DeskError::File)?;
    read(&bytes).ok_or(DeskError::BadAnchor)
}

impl Desk {
    /// The signed end of the audit, to be kept elsewhere.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn anchor(&self) -> Result<AnchorView, DeskError> {
        let line = line(self)?;
        let read = read(line.as_bytes()).ok_or(DeskError::Fault("anchor"))?;
        Ok(AnchorView { rows: rows(read.head), at: read.at, line: line.trim_end().to_owned() })
    }

    /// Proves that the audit still goes through the head that a backup, or another file, holds: nothing up to there was put
    /// back, cut off or written anew.
    ///
    /// # Errors
    /// [`DeskError::BadAnchor`] when the file holds none of this vault; [`DeskError::AuditRewritten`].
    pub fn audit_verify_against(&self, path: &Path) -> Result<AnchorView, DeskError> {
        let anchor = find(path)?;
        let ours = self.peers()?.iter().any(|peer| *peer.identity.signing.as_bytes() == anchor.public);
        if !ours || anchor.vault != self.vault.vault().to_string() {
            return Err(DeskError::BadAnchor);
        }
        if !self.register.audit_goes_through(anchor.head)? {
            return Err(DeskError::AuditRewritten);
        }
        Ok(AnchorView { rows: rows(anchor.head), at: anchor.at, line: anchor.signed })
    }

    /// Proves that the backup in `folder`, or the newest one in it, is one of this vault: its database opens with the vault's
    /// key and is sound, and the audit goes through its signed end.
    ///
    /// # Errors
    /// [`DeskError::NoBackup`], [`DeskError::BadAnchor`], [`DeskError::AuditRewritten`]; [`DeskError::Register`] when it is
    /// damaged or was made before the last change of key.
    pub fn check_backup(&self, folder: &Path) -> Result<AnchorView, DeskError> {
        let (backup, _) = crate::restoring::choose(folder)?;
        let anchor = self.audit_verify_against(&backup)?;
        register::prove_backup(&backup.join("register.db"), self.data_key())?;
        Ok(anchor)
    }

    /// The whole audit as one JSON object a line, each with its hash, and the anchor as the last line.
    ///
    /// # Errors
    /// [`DeskError::Register`] when the chain does not hold; [`DeskError::Vault`] when the disk refuses.
    pub fn export_audit(&mut self, to: &Path) -> Result<u32, DeskError> {
        self.register.audit_verify()?;
        let entry = self.audit_entry("audit-export", "", "");
        self.register.audit(&entry)?;
        let mut text = String::new();
        let kept = self.register.audit_entries(0, usize::MAX)?;
        for row in &kept {
            let line = serde_json::to_string(&Line::of(row)).map_err(|_| DeskError::Fault("audit"))?;
            text.push_str(&line);
            text.push('\n');
        }
        text.push_str(&line(self)?);
        let draft = loose::begin(to, text.as_bytes())?;
        self.put_readable(draft, to, &Readable { sort: "audit", mark: "", bytes: text.as_bytes() })?;
        Ok(count(kept.len()))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    seq: u64,
    at: String,
    actor: String,
    act: String,
    object: String,
    detail: String,
    hash: String,
}

impl Line {
    fn of(row: &AuditRow) -> Self {
        let AuditRow { seq, at, actor, act, object, detail, hash } = row.clone();
        Self { seq, at, actor, act, object, detail, hash: hex(&hash) }
    }

    fn row(self) -> Option<AuditRow> {
        let Self { seq, at, actor, act, object, detail, hash } = self;
        Some(AuditRow { seq, at, actor, act, object, detail, hash: bytes(&hash)? })
    }
}

/// Proves an exported audit without any vault: every row follows from the one before it, and the anchor in the file (or in
/// `against`) stands for what the rows say.
///
/// # Errors
/// [`DeskError::File`], [`DeskError::BadAnchor`]; [`DeskError::AuditRewritten`] when a row was changed, cut or put in.
pub fn verify_export(path: &Path, against: Option<&Path>) -> Result<u32, DeskError> {
    let bytes = files::read_at_most(path, LIMIT).map_err(|_| DeskError::File)?;
    let anchor = find(against.unwrap_or(path))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| DeskError::File)?;
    let (mut last, mut seen) = (AuditHead { count: 0, hash: [0; 32] }, anchor.head.count == 0);
    for line in text.lines().filter(|line| line.starts_with('{')) {
        let line: Line = serde_json::from_str(line).map_err(|_| DeskError::File)?;
        let row = line.row().ok_or(DeskError::File)?;
        if row.seq != last.count + 1 || row.hash != row.expected(&last.hash) {
            return Err(DeskError::AuditRewritten);
        }
        last = AuditHead { count: row.seq, hash: row.hash };
        seen |= last == anchor.head;
    }
    if seen { Ok(rows(last)) } else { Err(DeskError::AuditRewritten) }
}

fn rows(head: AuditHead) -> u32 {
    u32::try_from(head.count).unwrap_or(u32::MAX)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
