//! Which laptops this one knows, and by what: a card that an officer compared, or the certificate of an office that is trusted.
//! Owns whom a bundle may come from and go to, and which letters are taken; refuses a certificate of an office that nobody here
//! trusts, and every laptop whose trust has ended.

use crate::{Desk, books::kind_id, failure::DeskError, handover::hex};
use casework::{
    ids::{FieldId, RecordId},
    reference::{Mark, Reference},
};
use exchange::{Card, Certificate};
use journal::DeviceId;
use register::{Page, TrustedDevice, laptop_record};
use std::collections::{BTreeMap, BTreeSet};
use vault::device::{DeviceIdentity, SigningPublic};

/// How the settings begin by which other offices are trusted; the office's key follows, and its code is the value.
const TRUSTED_OFFICE: &str = "trusted-office-";

/// A laptop that is known here.
#[derive(Debug, Clone)]
pub(crate) struct Peer {
    pub(crate) device: DeviceId,
    pub(crate) office: String,
    pub(crate) mark: Mark,
    pub(crate) identity: DeviceIdentity,
    /// Its certificate, where that is what it is known by or what its card brought.
    pub(crate) certificate: Option<Certificate>,
    /// True when a trusted office answers for it; false when its own card was compared.
    pub(crate) by_office: bool,
}

impl Peer {
    fn of_card(card: &Card) -> Self {
        Self {
            device: card.device(),
            office: card.office().to_owned(),
            mark: card.mark().clone(),
            identity: *card.identity(),
            certificate: card.certificate().cloned(),
            by_office: false,
        }
    }

    fn of_certificate(one: &Certificate) -> Self {
        Self {
            device: one.device(),
            office: one.office().to_owned(),
            mark: one.mark().clone(),
            identity: *one.identity(),
            certificate: Some(one.clone()),
            by_office: true,
        }
    }

    /// A laptop by the text of its card, or of its certificate.
    ///
    /// # Errors
    /// [`DeskError::Exchange`] when it is neither.
    pub(crate) fn read(text: &str) -> Result<Self, DeskError> {
        match Certificate::parse(text) {
            Ok(certificate) => Ok(Self::of_certificate(&certificate)),
            Err(_) => Ok(Self::of_card(&Card::parse(text)?)),
        }
    }

    /// Its office and letter, as people call it.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.office, self.mark)
    }
}

impl Desk {
    /// Laptops that are or were known here, but this one, with the row of each that was compared by its card.
    pub(crate) fn known_laptops(&self) -> Result<Vec<(Peer, Option<TrustedDevice>)>, DeskError> {
        let mut known: BTreeMap<DeviceId, (Peer, Option<TrustedDevice>)> = BTreeMap::new();
        for row in self.register.trusted()? {
            let peer = Peer::read(std::str::from_utf8(&row.card).map_err(|_| DeskError::Fault("card"))?)?;
            if !peer.by_office {
                known.insert(row.device, (peer, Some(row)));
            }
        }
        let offices = self.offices_trusted()?;
        for one in self.certificates()?.iter().filter(|one| offices.contains_key(one.by().as_bytes())) {
            match known.get_mut(&one.device()) {
                // The card was compared: an office may say which letter that laptop has, and not who it is.
                Some((peer, _)) if !peer.by_office => {
                    if peer.identity == *one.identity() && peer.office == one.office() {
                        peer.mark = one.mark().clone();
                        peer.certificate = Some(one.clone());
                    }
                }
                _ => drop(known.insert(one.device(), (Peer::of_certificate(one), None))),
            }
        }
        if let Some((own, _)) = self.register.identity() {
            known.remove(&own);
        }
        Ok(known.into_values().collect())
    }

    /// Laptops that are trusted, and this one: what it wrote itself may come back to it.
    pub(crate) fn peers(&self) -> Result<Vec<Peer>, DeskError> {
        let own = Peer::of_card(&self.card()?);
        let revoked = self.register.revoked()?;
        let stands = |(peer, row): &(Peer, Option<TrustedDevice>)| {
            !revoked.contains_key(&peer.device) && row.as_ref().is_none_or(|row| row.revoked_at.is_none())
        };
        let others = self.known_laptops()?.into_iter().filter(stands).map(|(peer, _)| peer);
        Ok(std::iter::once(own).chain(others).collect())
    }

    /// Every certificate that came here and that its office signed, the oldest first. Whether that office is trusted is another
    /// question: a letter that some office gave is taken all the same.
    pub(crate) fn certificates(&self) -> Result<Vec<Certificate>, DeskError> {
        let mut found: Vec<Certificate> = self.own_certificate()?.into_iter().collect();
        for record in self.register.ids_of_kind(&kind_id("device")?, Page::ALL)? {
            for past in self.register.history(record, Some(&FieldId::certificate()))? {
                let said = past.write.answer().and_then(|answer| answer.known());
                let read = said.and_then(|text| crate::filing::unhex_all(text.reveal()));
                // What another laptop wrote is no error of this one's: what cannot be read vouches for nobody.
                let read = read.and_then(|bytes| Certificate::from_bytes(&bytes).ok());
                found.extend(read.filter(|one| laptop_record(one.device()) == record));
            }
        }
        for row in self.register.trusted()? {
            let text = std::str::from_utf8(&row.card).map_err(|_| DeskError::Fault("card"))?;
            found.extend(Peer::read(text)?.certificate);
        }
        found.sort_by_key(Certificate::order);
        found.dedup();
        Ok(found)
    }

    /// The offices that are trusted, by what they sign with, each with its code: this one's own, and those that an officer
    /// compared.
    pub(crate) fn offices_trusted(&self) -> Result<BTreeMap<[u8; 32], String>, DeskError> {
        let mut offices = BTreeMap::new();
        for (name, code) in self.register.settings()? {
            if let Some(key) = name.strip_prefix(TRUSTED_OFFICE).and_then(crate::verifying::bytes::<32>) {
                offices.insert(key, code);
            }
        }
        if let Some(own) = self.own_certificate()? {
            offices.insert(*own.by().as_bytes(), own.office().to_owned());
        }
        Ok(offices)
    }

    pub(crate) fn keep_trusted_office(&mut self, by: &SigningPublic, code: &str) -> Result<(), DeskError> {
        Ok(self.register.set_setting(&format!("{TRUSTED_OFFICE}{}", hex(by.as_bytes())), Some(code))?)
    }

    pub(crate) fn forget_trusted_office(&mut self, by: &SigningPublic) -> Result<(), DeskError> {
        Ok(self.register.set_setting(&format!("{TRUSTED_OFFICE}{}", hex(by.as_bytes())), None)?)
    }

    /// The trusted office whose fingerprint has these words, with its code.
    pub(crate) fn office_by(&self, words: &str) -> Result<Option<(SigningPublic, String)>, DeskError> {
        for (key, code) in self.offices_trusted()? {
            let key = SigningPublic::from_bytes(&key)?;
            if same_words(words, &key.fingerprint().words()) {
                return Ok(Some((key, code)));
            }
        }
        Ok(None)
    }

    /// What `device` signs with, where it is trusted here: by its card, by a certificate that came earlier, or by one of these.
    pub(crate) fn trusted_key(
        peers: &[Peer],
        offices: &BTreeMap<[u8; 32], String>,
        device: DeviceId,
        brought: &[Certificate],
    ) -> Option<SigningPublic> {
        let known = peers.iter().find(|peer| peer.device == device).map(|peer| peer.identity.signing);
        known.or_else(|| {
            let vouched =
                |one: &&Certificate| one.device() == device && offices.contains_key(one.by().as_bytes());
            brought.iter().find(vouched).map(|one| one.identity().signing)
        })
    }

    /// The laptop that has the letter of `own` before it: two of one office were given it, or number with it and do not know
    /// each other's office. The older certificate keeps it, on every laptop alike; one that its laptop has given up for a later
    /// one counts no more.
    pub(crate) fn letter_taken_by(&self, own: &Certificate) -> Result<Option<DeviceId>, DeskError> {
        let same = |office: &str, mark: &Mark| office == own.office() && mark == own.mark();
        let mut latest = BTreeMap::new();
        for one in self.certificates()? {
            latest.insert((one.device(), one.life()), one);
        }
        let before = |one: &&Certificate| same(one.office(), one.mark()) && one.order() < own.order();
        if let Some(first) = latest.values().filter(before).min_by_key(|one| one.order()) {
            return Ok(Some(first.device()));
        }
        // A laptop with an app of before the certificates goes on with its letter, and cannot be told.
        let older = self.known_laptops()?.into_iter().map(|(peer, _)| peer);
        let older = older.filter(|peer| peer.certificate.is_none() && peer.mark.is_given());
        Ok(older.filter(|peer| same(&peer.office, &peer.mark)).map(|peer| peer.device).next())
    }

    /// The next letter of this office that nobody has, had, or numbered with, as far as is known here.
    pub(crate) fn free_letter(&self) -> Result<Mark, DeskError> {
        let office = self.office()?;
        let mut taken: BTreeSet<Mark> = self
            .certificates()?
            .iter()
            .filter(|one| one.office() == office)
            .map(|one| one.mark().clone())
            .collect();
        let cards = self.known_laptops()?.into_iter().filter(|(peer, _)| peer.office == office);
        taken.extend(cards.map(|(peer, _)| peer.mark));
        for text in self.register.references_of(&office)? {
            taken.extend(Reference::parse(&text).map(|one| one.laptop().clone()));
        }
        let mut letters = (0..Mark::LETTERS).filter_map(Mark::letter);
        letters.find(|letter| !taken.contains(letter)).ok_or(DeskError::NoLetter)
    }

    /// Keeps what vouches for a laptop whose first bundle was believed by its certificate alone.
    pub(crate) fn keep_certificate(&mut self, one: &Certificate) -> Result<(), DeskError> {
        let known = self.certificates()?.contains(one);
        if known || self.register.identity().is_some_and(|(own, _)| own == one.device()) {
            return Ok(());
        }
        let row = TrustedDevice {
            device: one.device(),
            card: one.to_text().into_bytes(),
            label: Peer::of_certificate(one).name(),
            trusted_at: self.now(),
            revoked_at: None,
        };
        let by_card = |known: &TrustedDevice| {
            known.device == one.device()
                && std::str::from_utf8(&known.card).is_ok_and(|text| Card::parse(text).is_ok())
        };
        if self.register.trusted()?.iter().any(by_card) {
            Ok(())
        } else {
            Ok(self.register.put_trusted(&row)?)
        }
    }

    /// The record by which the log knows a laptop.
    pub(crate) const fn laptop_record(device: DeviceId) -> RecordId {
        laptop_record(device)
    }
}

/// Words are compared as they are read aloud: case and the spaces between them say nothing.
pub(crate) fn same_words(told: &str, words: &str) -> bool {
    told.split_whitespace().map(str::to_lowercase).eq(words.split_whitespace().map(str::to_owned))
}
