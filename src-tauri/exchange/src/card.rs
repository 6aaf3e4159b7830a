//! The identity card of a laptop: the small text file by which two offices come to trust each other. Owns its form;
//! refuses any spelling but the one it writes, so that what was compared is what is trusted.

use crate::{
    armour::{hex, unhex, unhex_all},
    certificate::Certificate,
    error::{CardFault, ExchangeError, Result},
};
use casework::reference::Mark;
use journal::DeviceId;
use vault::{
    PublicKey,
    device::{DeviceIdentity, DeviceKeys, Fingerprint, SigningPublic},
};

const CONTEXT: &str = "pulang identity card";
const TITLE: &str = "PULANG CARD ";
/// The version that is written. The first had one letter and no certificate; its cards are read for ever.
const VERSION: u32 = 2;
/// Stands for the certificate of a laptop that no office has enrolled.
const NONE: &str = "none";

/// The most bytes a card may have.
pub const CARD_BYTES: usize = 4096;

/// Who a laptop is: its names, its public keys, what its office says of it, and its own signature over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    version: u32,
    office: String,
    mark: Mark,
    device: DeviceId,
    identity: DeviceIdentity,
    certificate: Option<Certificate>,
    signature: [u8; 64],
}

impl Card {
    /// Makes the card of this laptop, with the certificate that its office gave it.
    ///
    /// # Errors
    /// [`CardFault::Form`] when `office` is not 2 to 8 capital letters and digits, or the certificate another laptop's;
    /// [`CardFault::Keys`] when the keys are unusable.
    pub fn make(
        office: &str,
        mark: &Mark,
        device: DeviceId,
        keys: &DeviceKeys,
        certificate: Option<&Certificate>,
    ) -> Result<Self> {
        let identity = keys.identity().map_err(|_| ExchangeError::BadCard(CardFault::Keys))?;
        let (office, mark, certificate) = (office.to_owned(), mark.clone(), certificate.cloned());
        let mut card =
            Self { version: VERSION, office, mark, device, identity, certificate, signature: [0; 64] };
        card.check_names()?;
        card.signature = keys.signing.sign(CONTEXT, card.body().as_bytes());
        Ok(card)
    }

    /// Reads a card and checks that its laptop signed it. Whether that laptop is who it says is for two people to
    /// find out, by comparing [`Self::fingerprint`].
    ///
    /// # Errors
    /// [`ExchangeError::BadCard`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let form = ExchangeError::BadCard(CardFault::Form);
        if text.len() > CARD_BYTES {
            return Err(form);
        }
        // Mail programs change the ends of lines; nothing else may differ.
        let mut lines = text.trim_end().lines().map(|line| line.strip_suffix('\r').unwrap_or(line));
        let version = lines.next().and_then(|line| line.strip_prefix(TITLE)).ok_or(form)?;
        let version = version.parse::<u32>().ok().filter(|number| number.to_string() == version);
        let version = match version.ok_or(form)? {
            0 => return Err(form),
            known if known <= VERSION => known,
            _ => return Err(ExchangeError::BadCard(CardFault::Newer)),
        };
        let mut value = |name: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(name));
            line.and_then(|line| line.strip_prefix(": ")).ok_or(form)
        };
        let office = value("office")?.to_owned();
        let mark = Mark::read(value("letter")?).ok_or(form)?;
        let device = value("device")?.parse().map_err(|_| form)?;
        let signing = unhex(value("verify")?).ok_or(form)?;
        let sealing = unhex(value("seal")?).ok_or(form)?;
        let words = value("words")?;
        let certificate = match version {
            1 => None,
            _ => Some(value("certificate")?).filter(|text| *text != NONE),
        };
        let certificate = certificate.map(|text| Certificate::from_bytes(&unhex_all(text)?).ok());
        let certificate = certificate.map(|read| read.ok_or(form)).transpose()?;
        let signature = unhex(value("signature")?).ok_or(form)?;
        if lines.next().is_some() {
            return Err(form);
        }
        let keys = |_| ExchangeError::BadCard(CardFault::Keys);
        let identity = DeviceIdentity {
            signing: SigningPublic::from_bytes(&signing).map_err(keys)?,
            sealing: PublicKey::from_bytes(sealing).map_err(keys)?,
        };
        let card = Self { version, office, mark, device, identity, certificate, signature };
        card.check_names()?;
        if card.fingerprint().words() != words {
            return Err(form);
        }
        let body = card.body();
        let proof = card.identity.signing.verify(CONTEXT, body.as_bytes(), &card.signature);
        proof.map_err(|_| ExchangeError::BadCard(CardFault::Signature))?;
        Ok(card)
    }

    /// The text of the card, as [`Self::parse`] takes it.
    pub fn to_text(&self) -> String {
        let mut text = self.body();
        text.push_str("signature: ");
        hex(&self.signature, &mut text);
        text.push('\n');
        text
    }

    /// The code of the office: `PNH`.
    pub fn office(&self) -> &str {
        &self.office
    }

    /// What tells the references of this laptop from those of its neighbours.
    pub const fn mark(&self) -> &Mark {
        &self.mark
    }

    /// What its office says of it; none for a laptop that no office has enrolled, and on cards of the first version.
    pub const fn certificate(&self) -> Option<&Certificate> {
        self.certificate.as_ref()
    }

    /// The laptop.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// Its public keys.
    pub fn identity(&self) -> &DeviceIdentity {
        &self.identity
    }

    /// What two people compare, once.
    pub fn fingerprint(&self) -> Fingerprint {
        self.identity.fingerprint()
    }

    fn check_names(&self) -> Result<()> {
        let code = self.office.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let marked = self.version > 1 || self.mark.as_str().len() == 1;
        let certified = self.certificate.as_ref().is_none_or(|one| {
            (one.device(), one.identity(), one.office()) == (self.device, &self.identity, &*self.office)
        });
        let whole = code && (2..=8).contains(&self.office.len()) && marked && certified;
        if whole { Ok(()) } else { Err(ExchangeError::BadCard(CardFault::Form)) }
    }

    fn body(&self) -> String {
        let Self { version, office, mark, device, identity, .. } = self;
        let mut text =
            format!("{TITLE}{version}\noffice: {office}\nletter: {mark}\ndevice: {device}\nverify: ");
        hex(identity.signing.as_bytes(), &mut text);
        text.push_str("\nseal: ");
        hex(identity.sealing.as_bytes(), &mut text);
        text.push_str("\nwords: ");
        text.push_str(&identity.fingerprint().words());
        if self.version > 1 {
            text.push_str("\ncertificate: ");
            match &self.certificate {
                Some(certificate) => hex(&certificate.to_bytes(), &mut text),
                None => text.push_str(NONE),
            }
        }
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Card;
    use crate::{CardFault, Certificate, ExchangeError, Request};
    use casework::reference::Mark;
    use journal::{DeviceId, Incarnation};
    use proptest::prelude::*;
    use vault::device::{DeviceKeys, SigningPair};

    const WHO: DeviceId = DeviceId([7; 16]);

    fn mark(text: &str) -> Mark {
        Mark::read(text).unwrap()
    }

    fn certificate(keys: &DeviceKeys) -> Certificate {
        let request = Request::make("PNH", (WHO, Incarnation([1; 16])), keys, 1).unwrap();
        Certificate::issue(&SigningPair::generate().unwrap(), &request, &mark("A"), 2).unwrap()
    }

    fn card(enrolled: bool) -> Card {
        let keys = DeviceKeys::generate().unwrap();
        let certificate = enrolled.then(|| certificate(&keys));
        Card::make("PNH", &mark("A"), WHO, &keys, certificate.as_ref()).unwrap()
    }

    #[test]
    fn a_card_reads_back_also_after_a_mail_program_had_it() {
        for card in [card(false), card(true)] {
            let text = card.to_text();
            assert_eq!(Card::parse(&text), Ok(card.clone()));
            assert_eq!(Card::parse(&text.replace('\n', "\r\n")), Ok(card.clone()));
            assert_eq!(Card::parse(&format!("{text}\n\n")), Ok(card.clone()));
            assert!(text.contains(&card.fingerprint().words()));
        }
    }

    /// A card as the first version wrote it.
    #[test]
    fn a_card_of_the_first_version_is_read_for_ever() {
        let text = include_str!("../../../tests/fixtures/exchange-v1/laptop.card");
        let card = Card::parse(text).unwrap();
        assert_eq!((card.office(), card.mark().as_str(), card.certificate()), ("PNH", "A", None));
        assert_eq!(card.to_text(), text);
        let longer = text.replace("letter: A", "letter: AB");
        assert_eq!(Card::parse(&longer), Err(ExchangeError::BadCard(CardFault::Form)));
    }

    #[test]
    fn every_changed_byte_is_refused() {
        for text in [card(false).to_text(), card(true).to_text()] {
            let end = text.trim_end().len();
            for at in 0..end {
                for bit in [1, 2, 4, 16] {
                    let mut bytes = text.clone().into_bytes();
                    bytes[at] ^= bit;
                    let Ok(changed) = String::from_utf8(bytes) else { continue };
                    assert!(Card::parse(&changed).is_err(), "byte {at} bit {bit}");
                }
                assert!(Card::parse(&text[..at]).is_err(), "cut at {at}");
            }
        }
    }

    #[test]
    fn names_are_of_the_right_shape_and_newer_cards_say_so() {
        let keys = DeviceKeys::generate().unwrap();
        for office in ["P", "pnh", "PN\nH", "TOOLONGER"] {
            assert!(Card::make(office, &mark("A"), DeviceId([1; 16]), &keys, None).is_err(), "{office}");
        }
        let newer = card(false).to_text().replace("PULANG CARD 2", "PULANG CARD 3");
        assert_eq!(Card::parse(&newer), Err(ExchangeError::BadCard(CardFault::Newer)));
        let renamed = card(false).to_text().replace("office: PNH", "office: JKT");
        assert_eq!(Card::parse(&renamed), Err(ExchangeError::BadCard(CardFault::Signature)));
    }

    #[test]
    fn a_card_with_the_certificate_of_another_laptop_or_office_is_none() {
        let (keys, others) = (DeviceKeys::generate().unwrap(), DeviceKeys::generate().unwrap());
        let theirs = certificate(&others);
        assert!(Card::make("PNH", &mark("A"), WHO, &keys, Some(&theirs)).is_err());
        let own = certificate(&keys);
        assert!(Card::make("JKT", &mark("A"), WHO, &keys, Some(&own)).is_err());
        assert!(Card::make("PNH", &mark("A"), DeviceId([8; 16]), &keys, Some(&own)).is_err());
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,200}", lines in prop::collection::vec("[a-z: 0-9]{0,30}", 0..10)) {
            let _ = Card::parse(&text);
            for version in [1, 2] {
                let _ = Card::parse(&format!("PULANG CARD {version}\n{}", lines.join("\n")));
            }
        }
    }
}
