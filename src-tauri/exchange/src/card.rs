//! The identity card of a laptop: the small text file by which two offices come to trust each other. Owns its form;
//! refuses any spelling but the one it writes, so that what was compared is what is trusted.

use crate::error::{CardFault, ExchangeError, Result};
use journal::DeviceId;
use std::fmt::Write as _;
use vault::{
    PublicKey,
    device::{DeviceIdentity, DeviceKeys, Fingerprint, SigningPublic},
};

const CONTEXT: &str = "pulang identity card";
const TITLE: &str = "PULANG CARD ";
const VERSION: &str = "1";

/// The most bytes a card may have.
pub const CARD_BYTES: usize = 4096;

/// Who a laptop is: its names, its public keys, and its own signature over them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    office: String,
    letter: char,
    device: DeviceId,
    identity: DeviceIdentity,
    signature: [u8; 64],
}

impl Card {
    /// Makes the card of this laptop.
    ///
    /// # Errors
    /// [`CardFault::Form`] when `office` is not 2 to 8 capital letters and digits, or `letter` no capital letter;
    /// [`CardFault::Keys`] when the keys are unusable.
    pub fn make(office: &str, letter: char, device: DeviceId, keys: &DeviceKeys) -> Result<Self> {
        let identity = keys.identity().map_err(|_| ExchangeError::BadCard(CardFault::Keys))?;
        let mut card = Self { office: office.to_owned(), letter, device, identity, signature: [0; 64] };
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
        if version != VERSION {
            let newer = version.parse::<u32>().is_ok_and(|number| number > 1);
            return Err(if newer { ExchangeError::BadCard(CardFault::Newer) } else { form });
        }
        let mut value = |name: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(name));
            line.and_then(|line| line.strip_prefix(": ")).ok_or(form)
        };
        let office = value("office")?.to_owned();
        let mut letters = value("letter")?.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return Err(form) };
        let device = value("device")?.parse().map_err(|_| form)?;
        let signing = unhex(value("verify")?).ok_or(form)?;
        let sealing = unhex(value("seal")?).ok_or(form)?;
        let words = value("words")?;
        let signature = unhex(value("signature")?).ok_or(form)?;
        if lines.next().is_some() {
            return Err(form);
        }
        let keys = |_| ExchangeError::BadCard(CardFault::Keys);
        let identity = DeviceIdentity {
            signing: SigningPublic::from_bytes(&signing).map_err(keys)?,
            sealing: PublicKey::from_bytes(sealing).map_err(keys)?,
        };
        let card = Self { office, letter, device, identity, signature };
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

    /// The letter that tells the references of this laptop from those of its neighbours.
    pub fn letter(&self) -> char {
        self.letter
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
        let whole = code && (2..=8).contains(&self.office.len()) && self.letter.is_ascii_uppercase();
        if whole { Ok(()) } else { Err(ExchangeError::BadCard(CardFault::Form)) }
    }

    fn body(&self) -> String {
        let Self { office, letter, device, identity, .. } = self;
        let mut text =
            format!("{TITLE}{VERSION}\noffice: {office}\nletter: {letter}\ndevice: {device}\nverify: ");
        hex(identity.signing.as_bytes(), &mut text);
        text.push_str("\nseal: ");
        hex(identity.sealing.as_bytes(), &mut text);
        text.push_str("\nwords: ");
        text.push_str(&identity.fingerprint().words());
        text.push('\n');
        text
    }
}

fn hex(bytes: &[u8], text: &mut String) {
    for byte in bytes {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
}

fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, odd) = text.as_bytes().as_chunks::<2>();
    let bytes: Option<Vec<u8>> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect();
    if odd.is_empty() { bytes?.try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::Card;
    use crate::{CardFault, ExchangeError};
    use journal::DeviceId;
    use proptest::prelude::*;
    use vault::device::DeviceKeys;

    fn card() -> Card {
        Card::make("PNH", 'A', DeviceId([7; 16]), &DeviceKeys::generate().unwrap()).unwrap()
    }

    #[test]
    fn a_card_reads_back_also_after_a_mail_program_had_it() {
        let card = card();
        let text = card.to_text();
        assert_eq!(Card::parse(&text), Ok(card.clone()));
        assert_eq!(Card::parse(&text.replace('\n', "\r\n")), Ok(card.clone()));
        assert_eq!(Card::parse(&format!("{text}\n\n")), Ok(card.clone()));
        assert!(text.contains(&card.fingerprint().words()));
    }

    #[test]
    fn every_changed_byte_is_refused() {
        let text = card().to_text();
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

    #[test]
    fn names_are_of_the_right_shape_and_newer_cards_say_so() {
        let keys = DeviceKeys::generate().unwrap();
        for (office, letter) in
            [("P", 'A'), ("pnh", 'A'), ("PNH", 'a'), ("PN\nH", 'A'), ("TOOLONGER", 'A'), ("PNH", '1')]
        {
            assert!(Card::make(office, letter, DeviceId([1; 16]), &keys).is_err(), "{office} {letter}");
        }
        let newer = card().to_text().replace("PULANG CARD 1", "PULANG CARD 2");
        assert_eq!(Card::parse(&newer), Err(ExchangeError::BadCard(CardFault::Newer)));
        let renamed = card().to_text().replace("office: PNH", "office: JKT");
        assert_eq!(Card::parse(&renamed), Err(ExchangeError::BadCard(CardFault::Signature)));
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,200}", lines in prop::collection::vec("[a-z: 0-9]{0,30}", 0..10)) {
            let _ = Card::parse(&text);
            let _ = Card::parse(&format!("PULANG CARD 1\n{}", lines.join("\n")));
        }
    }
}
