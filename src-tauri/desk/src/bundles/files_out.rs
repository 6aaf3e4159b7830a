//! The files that go along with a bundle, and how a bundle falls into parts. Owns that a file travels only with a change that
//! names it, that nobody is sent what he has, and that each part stays under its limit; refuses to let one damaged file keep
//! the rest at home.

use super::narrow::Narrow;
use crate::{Desk, failure::DeskError, filing::unhex, peers::Peer};
use casework::private::Private;
use exchange::BundleWriter;
use journal::{Batch, Leaf, Summary};
use register::Attachment;
use std::{collections::BTreeSet, io, io::Read};
use vault::attachment::{Address, FileKey, Store};

/// The most bytes of a bundle that goes by e-mail, and of any other, less what stands around log and files.
const MAIL_BYTES: u64 = 13 * 1024 * 1024;
const STICK_BYTES: u64 = 1900 * 1024 * 1024;

/// The most of the log that a part has not packed yet, before packing.
const UNPACKED: u64 = 4 * 1024 * 1024;

/// One bundle of those that an export writes.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) writer: BundleWriter,
    pub(super) files: Vec<Attachment>,
    /// What the log in it takes at most when nothing of it packs.
    unpacked: u64,
    file_bytes: u64,
}

impl Piece {
    fn room_for(&self, log: u64, file: u64, limit: u64) -> bool {
        let packed = u64::try_from(self.writer.packed()).unwrap_or(u64::MAX).saturating_add(UNPACKED);
        let log = packed.min(self.unpacked).saturating_add(log);
        log.saturating_add(self.file_bytes).saturating_add(file) <= limit
    }

    fn push(&mut self, batch: &Batch, size: u64) -> Result<(), DeskError> {
        self.unpacked = self.unpacked.saturating_add(size);
        Ok(self.writer.push(batch)?)
    }

    fn add(&mut self, file: Attachment) {
        self.file_bytes = self.file_bytes.saturating_add(file.size);
        self.files.push(file);
    }

    fn is_empty(&self) -> bool {
        self.unpacked == 0 && self.files.is_empty()
    }
}

/// An export on its way: its parts so far, and which files are in them.
pub(super) struct Outgoing<'a> {
    desk: &'a Desk,
    /// What each laptop it is for last told; none when everything is sent.
    told: &'a [&'a Summary],
    limit: u64,
    pub(super) pieces: Vec<Piece>,
    seen: BTreeSet<String>,
    /// Files that stay at home: damaged here, or too large for an e-mail.
    pub(super) left_out: u32,
    pub(super) files: u32,
}

impl<'a> Outgoing<'a> {
    pub(super) fn new(desk: &'a Desk, told: &'a [&'a Summary], by_mail: bool) -> Self {
        let limit = if by_mail { MAIL_BYTES } else { STICK_BYTES };
        let pieces = vec![Piece::default()];
        Self { desk, told, limit, pieces, seen: BTreeSet::new(), left_out: 0, files: 0 }
    }

    /// Adds a batch, and the files that it names and that are lacking elsewhere. A file that has no room beside its batch goes
    /// into the next part, where the batch stands again: each part is a bundle of its own.
    pub(super) fn push(&mut self, batch: &Batch) -> Result<(), DeskError> {
        let size = most_bytes(batch);
        self.piece(size, 0)?.push(batch, size)?;
        let named: Vec<String> = batch
            .changes()
            .filter_map(|(_, change)| register::file_named_by(change))
            .map(str::to_owned)
            .collect();
        for digest in named {
            let Some(file) = self.sendable(&digest)? else { continue };
            if self.last_has_room(0, file.size) {
                self.add(file)?;
                continue;
            }
            let piece = self.piece(size, file.size)?;
            piece.push(batch, size)?;
            self.add(file)?;
        }
        Ok(())
    }

    /// Adds what the others said that they lack, where this laptop has it and it is of the case.
    pub(super) fn push_wanted(&mut self, peers: &[Peer], narrow: Option<&Narrow>) -> Result<(), DeskError> {
        for peer in peers {
            for digest in self.desk.register.wanted_by(peer.device)? {
                let namings = self.desk.register.namings(&digest)?;
                if !namings.iter().any(|(record, _)| narrow.is_none_or(|narrow| narrow.holds(*record))) {
                    continue;
                }
                if let Some(file) = self.sendable(&digest)? {
                    self.piece(0, file.size)?;
                    self.add(file)?;
                }
            }
        }
        Ok(())
    }

    /// The file with this digest when it is here, whole, and not on its way or at its goal already.
    fn sendable(&mut self, digest: &str) -> Result<Option<Attachment>, DeskError> {
        let register = &self.desk.register;
        if self.seen.contains(digest) {
            return Ok(None);
        }
        let Some(file) = register.attachment(digest)? else { return Ok(None) };
        let mut at_goal = !self.told.is_empty();
        for peer in self.told {
            at_goal = at_goal && register.peer_has_file(peer, digest)?;
        }
        if at_goal {
            return Ok(None);
        }
        self.seen.insert(digest.to_owned());
        // A file that is damaged here is told, and does not keep the others at home.
        if file.size > self.limit || self.desk.file(digest).is_err() {
            self.left_out = self.left_out.saturating_add(1);
            return Ok(None);
        }
        Ok(Some(file))
    }

    fn add(&mut self, file: Attachment) -> Result<(), DeskError> {
        self.files = self.files.saturating_add(1);
        self.last()?.add(file);
        Ok(())
    }

    fn last_has_room(&self, log: u64, file: u64) -> bool {
        self.pieces.last().is_some_and(|piece| piece.is_empty() || piece.room_for(log, file, self.limit))
    }

    /// The part in which there is room for so much more.
    fn piece(&mut self, log: u64, file: u64) -> Result<&mut Piece, DeskError> {
        if !self.last_has_room(log, file) {
            self.pieces.push(Piece::default());
        }
        self.last()
    }

    fn last(&mut self) -> Result<&mut Piece, DeskError> {
        self.pieces.last_mut().ok_or(DeskError::Fault("parts"))
    }
}

/// A file as a bundle writes it: opened anew each time, and read as it is unsealed.
pub(super) fn attachment<'a>(
    store: &'a Store,
    file: &Attachment,
) -> Result<exchange::Attachment<'a>, DeskError> {
    let id = unhex(&file.digest).ok_or(DeskError::Fault("digest"))?;
    let address = unhex(&file.address).map(Address::from_bytes).ok_or(DeskError::Fault("address"))?;
    let key = FileKey::from_bytes(file.key);
    let open = move || {
        let content = store.read(address, &key).map_err(io::Error::other)?;
        Ok(Box::new(content) as Box<dyn Read + 'a>)
    };
    Ok(exchange::Attachment { id, length: file.size, open: Box::new(open) })
}

/// What a batch takes at most in a bundle.
fn most_bytes(batch: &Batch) -> u64 {
    let text = |text: Option<&Private<String>>| text.map_or(0, |text| text.reveal().len());
    let leaf = |leaf: &Leaf| match leaf {
        Leaf::Open { change, .. } => {
            let known = change.write.answer().and_then(casework::answer::Answer::known);
            128 + text(known) + text(change.as_typed.as_ref()) + 48 * change.replaces.len()
        }
        Leaf::Erased { replaces, .. } => 64 + 48 * replaces.len(),
        Leaf::Withheld(_) => 64,
    };
    let leaves: usize = batch.leaves().iter().map(leaf).sum();
    u64::try_from(leaves.saturating_add(256)).unwrap_or(u64::MAX)
}
