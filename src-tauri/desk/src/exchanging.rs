//! Laptops that meet through files: this laptop's card, the cards it trusts, bundles out and in. Owns that an import is all
//! or nothing and that training and real vaults do not mix; what merges how is the log's own rule.

use crate::{
    Desk,
    failure::DeskError,
    reading::count,
    views::{BundleView, LaptopView},
};
use exchange::{BundleReader, BundleWriter, Card, Envelope, ExchangeError, HeadProof};
use journal::{Batch, DeviceId, FeedId, Summary};
use register::{Absorbed, TrustedDevice};
use std::{io::Read, path::Path};
use vault::PublicKey;

impl Desk {
    /// This laptop's card, to be given to a colleague and compared once.
    ///
    /// # Errors
    /// [`DeskError::Register`], [`DeskError::Exchange`].
    pub fn laptop(&self) -> Result<LaptopView, DeskError> {
        let card = self.card()?;
        Ok(LaptopView {
            device: card.device().to_string(),
            office: card.office().to_owned(),
            letter: card.letter().to_string(),
            fingerprint: card.fingerprint().words(),
            card: card.to_text(),
        })
    }

    /// Trusts a colleague's laptop by its card. The officer has compared the fingerprint.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is no card, or not its laptop's own.
    pub fn trust(&mut self, card: &str) -> Result<LaptopView, DeskError> {
        let read = Card::parse(card)?;
        let trusted = TrustedDevice {
            device: read.device(),
            card: card.as_bytes().to_vec(),
            label: format!("{} {}", read.office(), read.letter()),
            trusted_at: self.now(),
            revoked_at: None,
        };
        self.register.put_trusted(&trusted)?;
        let entry = self.audit_entry("device-trust", &read.device().to_string(), "");
        self.register.audit(&entry)?;
        Ok(LaptopView {
            device: read.device().to_string(),
            office: read.office().to_owned(),
            letter: read.letter().to_string(),
            fingerprint: read.fingerprint().words(),
            card: read.to_text(),
        })
    }

    /// Writes everything into a bundle for the laptops whose cards are given; they are trusted by that.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] without a recipient or over a limit; [`DeskError::Vault`] when the disk refuses.
    pub fn export_all(&mut self, cards: &[String], to: &Path) -> Result<BundleView, DeskError> {
        let recipients = cards
            .iter()
            .map(|text| Ok(Card::parse(text)?.identity().sealing))
            .collect::<Result<Vec<PublicKey>, DeskError>>()?;
        // Counted outside the database first: a crash in between costs a new life of this laptop and loses nothing.
        let export = self.counters.count_export()?;
        let after = self.register.summary(export)?;
        let mut writer = BundleWriter::new();
        let mut batches = 0;
        self.register.batches_after(&[], None, &mut |batch| -> Result<(), DeskError> {
            batches += 1;
            Ok(writer.push(&batch)?)
        })?;
        let sender = self.card()?;
        let heads = self.own_heads(&after)?;
        let mut draft = vault::files::Draft::beside(to)?;
        let envelope = Envelope {
            sender: &sender,
            training: self.is_training()?,
            keys: &self.keys.signing,
            recipients: &recipients,
            scopes: &[],
            before: None,
            after: &after,
            heads: &heads,
        };
        writer.finish(&envelope, &[], std::io::BufWriter::new(&mut draft))?;
        draft.put(to)?;
        let entry = self.audit_entry("bundle-export", &sender.device().to_string(), &export.to_string());
        self.register.audit(&entry)?;
        let digest = self.register.state_digest()?.to_string();
        let bytes = std::fs::metadata(to).map_or(0, |file| file.len());
        Ok(BundleView {
            sender: sender.device().to_string(),
            batches,
            new: 0,
            waiting: 0,
            conflicts: 0,
            missing: 0,
            bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
            digest,
        })
    }

    /// Takes in a bundle: verified to its very end, then one transaction for all of it, or nothing.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] for a bundle that is not for this laptop, of an unknown sender, damaged or newer;
    /// [`DeskError::Register`] when the disk refuses. Nothing has changed then.
    pub fn import_bundle(&mut self, file: impl Read, bytes: u64) -> Result<BundleView, DeskError> {
        let cards = self.cards()?;
        let now = self.now_ms();
        let (training, empty) = (self.is_training()?, !self.holds_a_case()?);
        let becomes_training;
        let (sender, summary, absorbed, batches) = {
            let trusted = |device: DeviceId| cards.iter().find(|card| card.device() == device).cloned();
            let reader = exchange::open(file, &self.keys.sealing, &trusted)?;
            let (sender, summary) = (reader.manifest().sender, reader.after().clone());
            becomes_training = reader.manifest().training && !training && empty;
            if reader.manifest().training != training && !becomes_training {
                return Err(DeskError::TrainingMix);
            }
            let mut reader = ToTheEnd { reader: Some(reader), batches: 0 };
            let absorbed = self.register.absorb(now, &mut reader)?;
            (sender, summary, absorbed, reader.batches)
        };
        if becomes_training {
            self.mark_training()?;
        }
        self.register.tell_peer(&summary)?;
        if absorbed.own_life_elsewhere {
            self.begin_new_life()?;
        }
        let entry = self.audit_entry("bundle-import", &sender.to_string(), "");
        self.register.audit(&entry)?;
        Ok(imported(sender, batches, &absorbed, bytes))
    }

    /// What is in a bundle: opened and verified to its end, and nothing taken in.
    ///
    /// # Errors
    /// As [`Desk::import_bundle`].
    pub fn show_bundle(&self, file: impl Read, bytes: u64) -> Result<BundleView, DeskError> {
        let cards = self.cards()?;
        let trusted = |device: DeviceId| cards.iter().find(|card| card.device() == device).cloned();
        let mut reader = exchange::open(file, &self.keys.sealing, &trusted)?;
        let sender = reader.manifest().sender;
        let mut batches = 0;
        while reader.next_batch()?.is_some() {
            batches += 1;
        }
        reader.finish()?;
        let digest = String::new();
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        Ok(BundleView {
            sender: sender.to_string(),
            batches,
            new: 0,
            waiting: 0,
            conflicts: 0,
            missing: 0,
            bytes,
            digest,
        })
    }

    pub(crate) fn card(&self) -> Result<Card, DeskError> {
        let (device, _) = self.register.identity().ok_or(DeskError::Fault("identity"))?;
        Ok(Card::make(&self.office()?, self.letter()?, device, &self.keys)?)
    }

    /// A life of its own for a laptop that was cloned or put back: what it wrote stays, what it writes is numbered anew.
    pub(crate) fn begin_new_life(&mut self) -> Result<(), DeskError> {
        let life = self.counters.renew()?;
        Ok(self.register.begin_life(journal::Incarnation(*life.as_bytes()), self.now())?)
    }

    /// Cards of laptops that are trusted, and this laptop's own: what it wrote itself may come back to it.
    fn cards(&self) -> Result<Vec<Card>, DeskError> {
        let mut cards = vec![self.card()?];
        for trusted in self.register.trusted()?.into_iter().filter(|one| one.revoked_at.is_none()) {
            let text = String::from_utf8(trusted.card).map_err(|_| DeskError::Fault("card"))?;
            cards.push(Card::parse(&text)?);
        }
        Ok(cards)
    }

    /// The signed ends of this laptop's own feeds in its present life.
    fn own_heads(&self, summary: &Summary) -> Result<Vec<HeadProof>, DeskError> {
        let mut proofs = Vec::new();
        for scope in self.register.scopes()? {
            let feed = FeedId::of(summary.device, summary.incarnation, scope);
            for head in summary.heads.get(&feed).into_iter().flatten() {
                proofs.push(HeadProof::sign(
                    &self.keys.signing,
                    summary.device,
                    summary.incarnation,
                    scope,
                    *head,
                ));
            }
        }
        Ok(proofs)
    }
}

/// The batches of a bundle, and after the last of them the proof that the bundle is whole: only when that holds does the
/// import end without an error.
struct ToTheEnd<R> {
    reader: Option<BundleReader<R>>,
    batches: u32,
}

impl<R: Read> Iterator for &mut ToTheEnd<R> {
    type Item = Result<Batch, DeskError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut reader = self.reader.take()?;
        match reader.next_batch() {
            Ok(Some(batch)) => {
                self.batches += 1;
                self.reader = Some(reader);
                Some(Ok(batch))
            }
            Ok(None) => reader.finish().err().map(|error: ExchangeError| Err(error.into())),
            Err(error) => Some(Err(error.into())),
        }
    }
}

fn imported(sender: DeviceId, batches: u32, absorbed: &Absorbed, bytes: u64) -> BundleView {
    BundleView {
        sender: sender.to_string(),
        batches,
        new: count(absorbed.new),
        waiting: count(absorbed.waiting),
        conflicts: count(absorbed.conflicts.len()),
        missing: count(absorbed.placeholders.len()),
        bytes: u32::try_from(bytes).unwrap_or(u32::MAX),
        digest: absorbed.digest.to_string(),
    }
}
