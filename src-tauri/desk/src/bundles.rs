//! Bundles out and in. Owns what goes into one for whom, that an import is all or nothing, and that training and real vaults
//! do not mix; what merges how is the log's own rule.

mod files_in;
mod files_out;
mod narrow;
mod reading_in;

use crate::{
    Desk, anchors,
    failure::DeskError,
    peers::Peer,
    reading::count,
    views::{BundleView, ExportInput, ImportView},
};
use exchange::{Certificate, Envelope, ExchangeError, HeadProof};
use files_out::{Outgoing, Piece};
use journal::{Batch, DeviceId, FeedId, Summary};
use narrow::Narrow;
pub(crate) use reading_in::vouching;
use reading_in::{Incoming, Way};
use register::{Absorbed, Apply, Arrival};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    io::Read,
    path::{Path, PathBuf},
    sync::Arc,
};
use vault::PublicKey;

impl Desk {
    /// Writes what the laptops it is for are not known to hold into a bundle at `to`, or into several beside it.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] without a recipient or over a limit; [`DeskError::NotFound`] for a case or a laptop that is
    /// not here; [`DeskError::Vault`] when the disk refuses. What was at `to` stays then.
    pub fn export_bundle(&mut self, input: &ExportInput, to: &Path) -> Result<BundleView, DeskError> {
        let to_whom = self.recipients(input)?;
        let narrow = input.case.as_deref().map(|case| self.narrowed_to(case)).transpose()?;
        let after = self.count_export()?;
        let peers = self.register.peers()?;
        let mut told: Vec<&Summary> = Vec::new();
        let mut all = input.all;
        for one in &to_whom {
            let known = told.len();
            told.extend(peers.of(one.device));
            all |= known == told.len();
        }
        if all {
            told.clear();
        }
        let scopes = narrow.as_ref().map(|narrow| narrow.scopes.clone());
        let wants = self.wanted_files()?;
        let mut outgoing = Outgoing::new(self, &told, input.parts);
        let (mut batches, mut feeds) = (0_u32, BTreeSet::new());
        self.register.batches_after(&told, scopes.as_ref(), &mut |batch| -> Result<(), DeskError> {
            batches += 1;
            feeds.insert(batch.header().feed());
            match &narrow {
                Some(narrow) => outgoing.push(&narrow.withhold(batch)?),
                None => outgoing.push(&batch),
            }
        })?;
        outgoing.push_wanted(&to_whom, narrow.as_ref())?;
        let Outgoing { pieces, files: attachments, left_out, .. } = outgoing;
        let heads = self.signed_heads(&after, &feeds)?;
        let before = if let [one] = told.as_slice() { Some((*one).clone()) } else { None };
        let before = before.map(|mut one| {
            // Only where something follows on it: the rest of what they hold is theirs to tell.
            one.heads.retain(|feed, _| feeds.contains(feed));
            one.seen.clear();
            one
        });
        let said = (before.as_ref(), &after, wants.as_slice());
        let files = self.write_parts(pieces, to, (&to_whom, &heads), said, scopes.as_ref())?;
        let sender = after.device.to_string();
        let entry = self.audit_entry("bundle-export", &sender, &after.export.to_string());
        self.register.audit(&entry)?;
        let bytes: u64 =
            files.iter().filter_map(|file| std::fs::metadata(file).ok()).map(|one| one.len()).sum();
        Ok(BundleView {
            sender,
            sender_name: self.sender_name(after.device)?,
            training: self.is_training()?,
            batches,
            attachments,
            left_out,
            files: files.iter().map(|file| file.display().to_string()).collect(),
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            digest: self.register.state_digest()?.to_string(),
            ..BundleView::default()
        })
    }

    fn write_parts(
        &self,
        parts: Vec<Piece>,
        to: &Path,
        (to_whom, heads): (&[Peer], &[HeadProof]),
        (before, after, wants): (Option<&Summary>, &Summary, &[[u8; 32]]),
        scopes: Option<&BTreeSet<casework::ids::RecordId>>,
    ) -> Result<Vec<PathBuf>, DeskError> {
        let named = to_whom.iter().map(|one| one.identity.sealing);
        let recipients: Vec<PublicKey> =
            named.chain(self.escrow()?.filter(|_| !to_whom.is_empty())).collect();
        let scopes: Vec<_> = scopes.into_iter().flatten().copied().collect();
        let (certificate, training, all) = (self.own_certificate()?, self.is_training()?, parts.len());
        let store =
            if parts.iter().all(|part| part.files.is_empty()) { None } else { Some(self.store_here()?) };
        let anchor = anchors::line(self)?;
        let note: Vec<&str> = anchor.split_whitespace().collect();
        let mut drafts = Vec::new();
        for (at, part) in parts.into_iter().enumerate() {
            let path = part_path(to, at, all);
            let mut draft = vault::files::Draft::beside(&path)?;
            let envelope = Envelope {
                sender: after.device,
                certificate: certificate.as_ref(),
                training,
                keys: &self.keys.signing,
                recipients: &recipients,
                scopes: &scopes,
                before,
                after,
                heads,
                note: Some(&note),
                wants,
            };
            let files = part.files.iter().zip(store.iter().cycle());
            let files = files
                .map(|(file, store)| files_out::attachment(store, file))
                .collect::<Result<Vec<_>, _>>()?;
            part.writer.finish(&envelope, &files, std::io::BufWriter::new(&mut draft))?;
            drafts.push((draft, path));
        }
        let mut files = Vec::new();
        for (draft, path) in drafts {
            draft.put(&path)?;
            files.push(path);
        }
        Ok(files)
    }

    /// Takes in a bundle: verified to its very end, then one transaction for all of it, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] for a bundle that is not for this laptop, of an unknown sender, damaged or newer;
    /// [`DeskError::TrainingMix`]; [`DeskError::Register`] when the disk refuses. Nothing has changed then.
    pub fn import_bundle(&mut self, file: impl Read, bytes: u64) -> Result<BundleView, DeskError> {
        self.take_bundle(file, bytes, Apply::Now)
    }

    /// Looks into the bundle at `path` and keeps it in mind for [`Desk::take_picked_bundle`].
    ///
    /// # Errors
    /// As [`Desk::import_bundle`]; [`DeskError::File`] when it cannot be read.
    pub fn pick_bundle(&mut self, path: &Path) -> Result<BundleView, DeskError> {
        let (file, bytes) = opened(path)?;
        let report = self.look_into_bundle(file, bytes)?;
        self.bundle = Some(path.to_path_buf());
        Ok(report)
    }

    /// Takes in the bundle that was looked into last.
    ///
    /// # Errors
    /// As [`Desk::import_bundle`]; [`DeskError::NoPreview`] when none was.
    pub fn take_picked_bundle(&mut self) -> Result<BundleView, DeskError> {
        let path = self.bundle.clone().ok_or(DeskError::NoPreview)?;
        let (file, bytes) = opened(&path)?;
        let report = self.import_bundle(file, bytes)?;
        self.bundle = None;
        Ok(report)
    }

    /// What would come of taking a bundle in: the same report, and nothing is kept.
    ///
    /// # Errors
    /// As [`Desk::import_bundle`].
    pub fn look_into_bundle(&mut self, file: impl Read, bytes: u64) -> Result<BundleView, DeskError> {
        self.take_bundle(file, bytes, Apply::Look)
    }

    fn take_bundle(&mut self, file: impl Read, bytes: u64, apply: Apply) -> Result<BundleView, DeskError> {
        let (peers, offices) = (self.peers()?, self.offices_trusted()?);
        let now = self.now_ms();
        let (training, empty) = (self.is_training()?, !self.holds_a_case()?);
        let brought = RefCell::new(None);
        let revoked = self.register.revoked()?;
        let trusted = |device: DeviceId, chain: &[Certificate]| {
            *brought.borrow_mut() = chain.first().cloned();
            let chain = if revoked.contains_key(&device) { &[] } else { chain };
            Self::trusted_key(&peers, &offices, device, chain)
        };
        let store = (apply == Apply::Now).then(|| self.store()).transpose()?;
        let (mut report, summary, heads, absorbed, filing);
        {
            let way = Way::new(bytes, Arc::clone(&self.tools));
            let reader = exchange::open(way.along(file), &self.keys.sealing, &trusted)
                .map_err(|error| of_revoked(error, &revoked))?;
            let (manifest, sender) = (reader.manifest().clone(), reader.manifest().sender);
            let becomes_training = manifest.training && !training && empty;
            if manifest.training != training && !becomes_training {
                return Err(DeskError::TrainingMix);
            }
            filing = store.map(|store| self.filing(store, &manifest.blobs)).transpose()?;
            (summary, heads) = (reader.after().clone(), reader.heads().to_vec());
            let arrival = Arrival {
                summary: summary.clone(),
                settings: settings(becomes_training),
                audit: self.audit_entry("bundle-import", &sender.to_string(), ""),
                wants: reader.wants().iter().map(|digest| crate::filing::hex(digest)).collect(),
                files: RefCell::default(),
                again: self.register.whole(reader.print(), vouching(&heads), now)?,
                whole: RefCell::default(),
            };
            let mut incoming = Incoming::new(reader, filing.as_ref(), &arrival, way);
            let taken = self.register.absorb_from(now, Some(&arrival), apply, &mut incoming);
            if let (Some(filing), Err(_)) = (&filing, &taken) {
                filing.withdraw();
            }
            absorbed = taken?;
            report = BundleView {
                sender: sender.to_string(),
                training: manifest.training,
                attachments: count(manifest.blobs.len()),
                bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
                batches: incoming.batches,
                unknown: incoming.passed_over,
                unvouched: incoming.unvouched,
                ..BundleView::default()
            };
        }
        told(&mut report, &absorbed);
        if apply == Apply::Look {
            report.sender_name = self.sender_name(summary.device)?;
            return Ok(report);
        }
        if let Some(certificate) = brought.into_inner().filter(|one| one.device() == summary.device) {
            self.keep_certificate(&certificate)?;
        }
        report.sender_name = self.sender_name(summary.device)?;
        self.worked = true;
        if let Some(filing) = &filing {
            filing.withdraw_unnamed(&absorbed.unnamed_files);
            report.new_files = count(filing.placed());
        }
        report.new_life = self.after_import(&summary, &heads, &absorbed)?;
        report.missing_files = count(self.files_elsewhere()?.len());
        Ok(report)
    }

    /// What follows from an import that counts: what vouches for feeds, files that were erased, and
    /// another life when the bundle shows that this laptop was copied or put back. True for the last.
    fn after_import(
        &mut self,
        summary: &Summary,
        heads: &[exchange::Proven],
        absorbed: &Absorbed,
    ) -> Result<bool, DeskError> {
        for proven in heads.iter().filter(|proven| proven.checked) {
            self.register.keep_signature(proven.proof.head, &proven.proof.signature)?;
        }
        if absorbed.erased > 0 && self.drop_unnamed_files()? > 0 {
            self.sweep_files()?;
        }
        let (exports, print) = self.last_export()?;
        let double = self.register.identity().is_some_and(|(device, life)| {
            summary.knows_of_a_double(device, life, exports.max(self.counters.exports()), print)
        });
        if absorbed.own_life_elsewhere || double {
            self.begin_new_life()?;
            return Ok(true);
        }
        self.settle_mark()?;
        Ok(false)
    }

    /// What is in a bundle: opened and verified to its end, and nothing taken in.
    ///
    /// # Errors
    /// As [`Desk::import_bundle`].
    pub fn show_bundle(&self, file: impl Read, bytes: u64) -> Result<BundleView, DeskError> {
        let (peers, offices, revoked) = (self.peers()?, self.offices_trusted()?, self.register.revoked()?);
        let trusted = |device: DeviceId, chain: &[Certificate]| {
            let chain = if revoked.contains_key(&device) { &[] } else { chain };
            Self::trusted_key(&peers, &offices, device, chain)
        };
        let mut reader = exchange::open(file, &self.keys.sealing, &trusted)
            .map_err(|error| of_revoked(error, &revoked))?;
        let sender = reader.manifest().sender;
        let (training, attachments) = (reader.manifest().training, count(reader.manifest().blobs.len()));
        let mut batches = 0;
        while reader.next_batch()?.is_some() {
            batches += 1;
        }
        reader.finish()?;
        Ok(BundleView {
            sender: sender.to_string(),
            sender_name: self.sender_name(sender)?,
            training,
            batches,
            attachments,
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            ..BundleView::default()
        })
    }

    /// The bundles that were taken in, newest first.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn imports(&self) -> Result<Vec<ImportView>, DeskError> {
        let (zone, names) = (self.zone()?, self.laptops()?);
        let view = |one: register::Import| -> Result<ImportView, DeskError> {
            Ok(ImportView {
                id: u32::try_from(one.id).unwrap_or(u32::MAX),
                at: one.at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string(),
                sender: names.get(&one.sender.to_string()).cloned().unwrap_or_default(),
                batches: u32::try_from(one.batches).unwrap_or(u32::MAX),
                aside: one.aside > 0,
            })
        };
        self.register.imports()?.into_iter().map(view).collect()
    }

    /// Sets what a bundle brought aside on this laptop, or takes it back among what counts. Nothing of it is lost, and it is
    /// still sent on; an erasure that came with it stays done.
    ///
    /// # Errors
    /// [`DeskError::NotFound`] when no bundle of that number was taken in.
    pub fn set_bundle_aside(&mut self, import: u32, aside: bool) -> Result<Vec<ImportView>, DeskError> {
        self.register.set_aside(import.into(), aside).map_err(|error| match error {
            register::RegisterError::NoImport(_) => DeskError::NotFound,
            other => other.into(),
        })?;
        let act = if aside { "bundle-aside" } else { "bundle-back" };
        let entry = self.audit_entry(act, &import.to_string(), "");
        self.register.audit(&entry)?;
        self.imports()
    }

    fn recipients(&self, input: &ExportInput) -> Result<Vec<Peer>, DeskError> {
        let mut to_whom = input.cards.iter().map(|text| Peer::read(text)).collect::<Result<Vec<_>, _>>()?;
        let known = self.peers()?;
        for device in &input.devices {
            let peer = known.iter().find(|peer| peer.device.to_string() == *device);
            to_whom.push(peer.ok_or(DeskError::NotFound)?.clone());
        }
        let revoked = self.register.revoked()?;
        if to_whom.iter().any(|peer| revoked.contains_key(&peer.device)) {
            return Err(DeskError::Revoked);
        }
        Ok(to_whom)
    }

    fn sender_name(&self, device: DeviceId) -> Result<String, DeskError> {
        Ok(self.laptops()?.remove(&device.to_string()).unwrap_or_default())
    }

    /// The signed ends of the feeds in a bundle: this laptop's own, and others' as they came.
    fn signed_heads(&self, summary: &Summary, feeds: &BTreeSet<FeedId>) -> Result<Vec<HeadProof>, DeskError> {
        let mut proofs = Vec::new();
        for one in self.register.heads()? {
            if !feeds.contains(&one.feed) {
                continue;
            }
            let (device, incarnation, scope, head) = (one.device, one.incarnation, one.scope, one.head);
            if FeedId::of(summary.device, summary.incarnation, scope) == one.feed {
                proofs.push(HeadProof::sign(&self.keys.signing, device, incarnation, scope, head));
            } else if let Some(signature) = one.signature {
                proofs.push(HeadProof { device, incarnation, scope, head, signature });
            }
        }
        Ok(proofs)
    }
}

/// What an empty vault becomes by a bundle from a training vault, in the same transaction as what it brings.
fn settings(becomes_training: bool) -> Vec<(String, String)> {
    becomes_training.then(|| (crate::settings::TRAINING.to_owned(), "yes".to_owned())).into_iter().collect()
}

fn opened(path: &Path) -> Result<(std::io::BufReader<std::fs::File>, u64), DeskError> {
    let file = std::fs::File::open(path).map_err(|_| DeskError::File)?;
    let bytes = file.metadata().map_err(|_| DeskError::File)?.len();
    Ok((std::io::BufReader::new(file), bytes))
}

fn told(report: &mut BundleView, absorbed: &Absorbed) {
    report.new = count(absorbed.new);
    report.completed = count(absorbed.completed);
    report.waiting = count(absorbed.waiting);
    report.refused = count(absorbed.refused.len());
    report.quarantined = count(absorbed.quarantined);
    report.erased = count(absorbed.erased);
    report.clock_ahead = count(absorbed.clock_ahead.len());
    report.forks = count(absorbed.forks.len());
    report.conflicts = count(absorbed.conflicts.len());
    report.missing = count(absorbed.placeholders.len());
    report.import = absorbed.import.and_then(|id| u32::try_from(id).ok());
    report.digest = absorbed.digest.to_string();
}

/// Where part `at` of `all` goes: `night.pulang` itself, or `night.2of3.pulang`.
fn part_path(to: &Path, at: usize, all: usize) -> PathBuf {
    if all == 1 {
        return to.to_path_buf();
    }
    let ending = to.extension().map_or_else(String::new, |ending| format!(".{}", ending.display()));
    to.with_extension(format!("{}of{all}{ending}", at + 1))
}

/// A batch for a case: what is not about it withheld, and no seed that leads to a withheld place.
impl Narrow {
    fn withhold(&self, batch: Batch) -> Result<Batch, DeskError> {
        let batch = batch.unseeded().withholding(|_, change| self.hides(change));
        batch.map_err(|error| register::RegisterError::from(error).into())
    }
}

/// A laptop whose trust has ended is told from one that was never trusted: what is to be done differs.
fn of_revoked<T>(error: ExchangeError, revoked: &BTreeMap<DeviceId, T>) -> DeskError {
    match error {
        ExchangeError::Untrusted { device } if revoked.contains_key(&device) => DeskError::RevokedSender,
        other => other.into(),
    }
}
