//! An office's word for a laptop: its certificate, the request for one, and the answer that brings it. Owns their bytes, their
//! text and their signatures; refuses any that the key it names did not sign. Whether that key is to be believed is for the desk.

use crate::{
    armour,
    error::{ExchangeError, PaperFault, Result},
};
use casework::reference::{Mark, Reference};
use journal::{
    DeviceId, Incarnation, JournalError,
    cbor::{Reader, Writer},
};
use vault::device::{DeviceIdentity, DeviceKeys, Fingerprint, SigningPair, SigningPublic};

const VERSION: u64 = 1;
const CERTIFYING: &str = "pulang office certificate";
const REQUESTING: &str = "pulang enrolment request";
const CERTIFICATE: &str = "PULANG CERTIFICATE 1";
const REQUEST: &str = "PULANG REQUEST 1";
const ANSWER: &str = "PULANG ANSWER 1";

/// What a laptop is in its office: its keys, and the letter that one life of it numbers with. The office's signature holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    by: SigningPublic,
    office: String,
    mark: Mark,
    device: DeviceId,
    life: Incarnation,
    identity: DeviceIdentity,
    issued_ms: u64,
    signature: [u8; 64],
}

impl Certificate {
    /// Signs for the laptop that asked, with the letter that is its own from now on.
    ///
    /// # Errors
    /// [`PaperFault::Form`] for a mark that no office gives.
    pub fn issue(key: &SigningPair, request: &Request, mark: &Mark, now_ms: u64) -> Result<Self> {
        let mut made = Self {
            by: key.public(),
            office: request.office.clone(),
            mark: mark.clone(),
            device: request.device,
            life: request.life,
            identity: request.identity,
            issued_ms: now_ms,
            signature: [0; 64],
        };
        made.check()?;
        made.signature = key.sign(CERTIFYING, &made.body());
        Ok(made)
    }

    /// Reads a certificate and checks that the office it names signed it.
    ///
    /// # Errors
    /// [`ExchangeError::BadPaper`] with what is wrong.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let read = Self::decode(bytes)?;
        read.check()?;
        let signed = read.by.verify(CERTIFYING, &read.body(), &read.signature);
        signed.map_err(|_| ExchangeError::BadPaper(PaperFault::Signature))?;
        Ok(read)
    }

    /// The bytes, as [`Self::from_bytes`] takes them.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(2).bytes(&self.body()).bytes(&self.signature);
        out.into_bytes()
    }

    /// Reads a certificate that was kept as text.
    ///
    /// # Errors
    /// As [`Self::from_bytes`].
    pub fn parse(text: &str) -> Result<Self> {
        let read = Self::from_bytes(&bytes(CERTIFICATE, text)?)?;
        spelt(text, &read.to_text()).map(|()| read)
    }

    /// The text, as [`Self::parse`] takes it.
    pub fn to_text(&self) -> String {
        let laptop = self.device.to_string();
        let lines = [("office", self.office.as_str()), ("letter", self.mark.as_str()), ("laptop", &laptop)];
        armour::write(CERTIFICATE, &lines, &self.to_bytes())
    }

    /// What the office signs with; its [`SigningPublic::fingerprint`] is compared once.
    pub const fn by(&self) -> &SigningPublic {
        &self.by
    }

    /// The code of the office: `PNH`.
    pub fn office(&self) -> &str {
        &self.office
    }

    /// The letter that this life of the laptop numbers with.
    pub const fn mark(&self) -> &Mark {
        &self.mark
    }

    /// The laptop.
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The life of it that has the letter: a copied or restored laptop has none until it asks again.
    pub const fn life(&self) -> Incarnation {
        self.life
    }

    /// Its public keys.
    pub const fn identity(&self) -> &DeviceIdentity {
        &self.identity
    }

    /// When it was signed, in milliseconds since 1970 by the clock of whoever signed.
    pub const fn issued_ms(&self) -> u64 {
        self.issued_ms
    }

    /// By which two certificates for one letter are put in an order that is the same everywhere: the first keeps it.
    pub const fn order(&self) -> (u64, [u8; 16], [u8; 16]) {
        (self.issued_ms, self.device.0, self.life.0)
    }

    fn check(&self) -> Result<()> {
        let sound = self.mark.is_given() && Reference::is_office(&self.office);
        if sound { Ok(()) } else { Err(ExchangeError::BadPaper(PaperFault::Form)) }
    }

    fn body(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(8).uint(VERSION).bytes(self.by.as_bytes());
        out.text(&self.office).text(self.mark.as_str());
        out.bytes(&self.device.0).bytes(&self.life.0).bytes(&self.identity.to_bytes()).uint(self.issued_ms);
        out.into_bytes()
    }

    fn decode(bytes: &[u8]) -> Result<Self> {
        let (body, signature) = signed(bytes)?;
        let mut from = Reader::new(&body);
        from.array().map_err(form)?;
        version(&mut from)?;
        let by: [u8; 32] = from.fixed().map_err(form)?;
        let office = from.text().map_err(form)?.to_owned();
        let mark = from.text().ok().and_then(Mark::read).ok_or(ExchangeError::BadPaper(PaperFault::Form))?;
        let (device, life) = (from.fixed().map_err(form)?, from.fixed().map_err(form)?);
        let identity = DeviceIdentity::from_bytes(from.bytes().map_err(form)?).map_err(keys)?;
        let issued_ms = from.uint().map_err(form)?;
        from.end().map_err(form)?;
        let read = Self {
            by: SigningPublic::from_bytes(&by).map_err(keys)?,
            office,
            mark,
            device: DeviceId(device),
            life: Incarnation(life),
            identity,
            issued_ms,
            signature,
        };
        if read.body() == body { Ok(read) } else { Err(ExchangeError::BadPaper(PaperFault::Form)) }
    }
}

/// What a laptop asks its office with: who it is, under its own signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    office: String,
    device: DeviceId,
    life: Incarnation,
    identity: DeviceIdentity,
    made_ms: u64,
    signature: [u8; 64],
}

impl Request {
    /// Asks for this life of this laptop.
    ///
    /// # Errors
    /// [`PaperFault::Form`] when `office` is no office code; [`PaperFault::Keys`] when the keys are unusable.
    pub fn make(
        office: &str,
        (device, life): (DeviceId, Incarnation),
        keys_of: &DeviceKeys,
        now_ms: u64,
    ) -> Result<Self> {
        let identity = keys_of.identity().map_err(keys)?;
        if !Reference::is_office(office) {
            return Err(ExchangeError::BadPaper(PaperFault::Form));
        }
        let mut made =
            Self { office: office.to_owned(), device, life, identity, made_ms: now_ms, signature: [0; 64] };
        made.signature = keys_of.signing.sign(REQUESTING, &made.body());
        Ok(made)
    }

    /// Reads a request and checks that the laptop it names signed it.
    ///
    /// # Errors
    /// [`ExchangeError::BadPaper`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let (body, signature) = signed(&bytes(REQUEST, text)?)?;
        let mut from = Reader::new(&body);
        from.array().map_err(form)?;
        version(&mut from)?;
        let office = from.text().map_err(form)?.to_owned();
        let (device, life) = (from.fixed().map_err(form)?, from.fixed().map_err(form)?);
        let identity = DeviceIdentity::from_bytes(from.bytes().map_err(form)?).map_err(keys)?;
        let made_ms = from.uint().map_err(form)?;
        from.end().map_err(form)?;
        let (device, life) = (DeviceId(device), Incarnation(life));
        let read = Self { office, device, life, identity, made_ms, signature };
        if !Reference::is_office(&read.office) || read.body() != body {
            return Err(ExchangeError::BadPaper(PaperFault::Form));
        }
        let signed = read.identity.signing.verify(REQUESTING, &body, &signature);
        signed.map_err(|_| ExchangeError::BadPaper(PaperFault::Signature))?;
        spelt(text, &read.to_text()).map(|()| read)
    }

    /// The text, as [`Self::parse`] takes it.
    pub fn to_text(&self) -> String {
        let mut out = Writer::new();
        out.array(2).bytes(&self.body()).bytes(&self.signature);
        let (laptop, words) = (self.device.to_string(), self.fingerprint().words());
        let lines = [("office", self.office.as_str()), ("laptop", &laptop), ("words", &words)];
        armour::write(REQUEST, &lines, &out.into_bytes())
    }

    /// The code of the office it asks.
    pub fn office(&self) -> &str {
        &self.office
    }

    /// The laptop.
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The life of it that asks.
    pub const fn life(&self) -> Incarnation {
        self.life
    }

    /// Its public keys.
    pub const fn identity(&self) -> &DeviceIdentity {
        &self.identity
    }

    /// When it was made, in milliseconds since 1970 by its own clock.
    pub const fn made_ms(&self) -> u64 {
        self.made_ms
    }

    /// What two people compare, once.
    pub fn fingerprint(&self) -> Fingerprint {
        self.identity.fingerprint()
    }

    fn body(&self) -> Vec<u8> {
        let mut out = Writer::new();
        out.array(6).uint(VERSION).text(&self.office).bytes(&self.device.0).bytes(&self.life.0);
        out.bytes(&self.identity.to_bytes()).uint(self.made_ms);
        out.into_bytes()
    }
}

/// What the office sends back: the laptop's certificate, and that of the laptop which signed it, so that both know each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// For the laptop that asked.
    pub given: Certificate,
    /// Of the laptop that answers.
    pub from: Certificate,
}

impl Answer {
    /// Reads an answer; both certificates are of one office.
    ///
    /// # Errors
    /// [`ExchangeError::BadPaper`] with what is wrong.
    pub fn parse(text: &str) -> Result<Self> {
        let bytes = bytes(ANSWER, text)?;
        let mut parts = Reader::new(&bytes);
        let read = (|| -> std::result::Result<_, JournalError> {
            parts.array_of(2)?;
            let both = (parts.bytes()?, parts.bytes()?);
            parts.end()?;
            Ok(both)
        })();
        let (given, from) = read.map_err(form)?;
        let read = Self { given: Certificate::from_bytes(given)?, from: Certificate::from_bytes(from)? };
        if read.given.by != read.from.by || read.given.office != read.from.office {
            return Err(ExchangeError::BadPaper(PaperFault::Signature));
        }
        spelt(text, &read.to_text()).map(|()| read)
    }

    /// The text, as [`Self::parse`] takes it.
    pub fn to_text(&self) -> String {
        let mut out = Writer::new();
        out.array(2).bytes(&self.given.to_bytes()).bytes(&self.from.to_bytes());
        let (laptop, words) = (self.given.device.to_string(), self.given.by.fingerprint().words());
        let lines = [
            ("office", self.given.office.as_str()),
            ("letter", self.given.mark.as_str()),
            ("laptop", &laptop),
            ("words", &words),
        ];
        armour::write(ANSWER, &lines, &out.into_bytes())
    }
}

fn bytes(title: &str, text: &str) -> Result<Vec<u8>> {
    let newer = |found: &str| {
        let name = title.trim_end_matches(char::is_numeric);
        found.strip_prefix(name).and_then(|version| version.trim().parse().ok()).is_some_and(|v: u32| v > 1)
    };
    armour::bytes(title, text).ok_or_else(|| {
        let fault = if text.lines().next().is_some_and(newer) { PaperFault::Newer } else { PaperFault::Form };
        ExchangeError::BadPaper(fault)
    })
}

fn spelt(text: &str, written: &str) -> Result<()> {
    if armour::is_spelt(text, written) { Ok(()) } else { Err(ExchangeError::BadPaper(PaperFault::Form)) }
}

fn signed(bytes: &[u8]) -> Result<(Vec<u8>, [u8; 64])> {
    let mut from = Reader::new(bytes);
    from.array_of(2).map_err(form)?;
    let (body, signature) = (from.bytes().map_err(form)?.to_vec(), from.fixed().map_err(form)?);
    from.end().map_err(form)?;
    Ok((body, signature))
}

fn version(from: &mut Reader<'_>) -> Result<()> {
    match from.uint().map_err(form)? {
        VERSION => Ok(()),
        0 => Err(ExchangeError::BadPaper(PaperFault::Form)),
        _ => Err(ExchangeError::BadPaper(PaperFault::Newer)),
    }
}

fn form(_: JournalError) -> ExchangeError {
    ExchangeError::BadPaper(PaperFault::Form)
}

fn keys(_: vault::Error) -> ExchangeError {
    ExchangeError::BadPaper(PaperFault::Keys)
}

#[cfg(test)]
mod tests {
    use super::{Answer, Certificate, Request};
    use crate::{ExchangeError, PaperFault};
    use casework::reference::Mark;
    use journal::{DeviceId, Incarnation};
    use proptest::prelude::*;
    use vault::device::{DeviceKeys, SigningPair};

    const NOW: u64 = 1_764_000_000_000;

    fn request(number: u8) -> Request {
        let who = (DeviceId([number; 16]), Incarnation([number + 1; 16]));
        Request::make("PNH", who, &DeviceKeys::generate().unwrap(), NOW).unwrap()
    }

    fn answer() -> Answer {
        let key = SigningPair::generate().unwrap();
        let sign = |number, letter| {
            Certificate::issue(&key, &request(number), &Mark::letter(letter).unwrap(), NOW).unwrap()
        };
        Answer { given: sign(1, 1), from: sign(2, 0) }
    }

    /// Each changed byte and each cut is refused; what a mail program does to the ends of lines is not.
    fn is_strict<T: PartialEq + std::fmt::Debug>(text: &str, read: impl Fn(&str) -> crate::Result<T>) {
        let whole = read(text).unwrap();
        assert_eq!(read(&text.replace('\n', "\r\n")).unwrap(), whole);
        assert_eq!(read(&format!("{text}\n\n")).unwrap(), whole);
        let end = text.trim_end().len();
        for at in 0..end {
            for bit in [1, 2, 4, 16] {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] ^= bit;
                let Ok(changed) = String::from_utf8(bytes) else { continue };
                assert!(read(&changed).is_err(), "byte {at} bit {bit}");
            }
            assert!(read(&text[..at]).is_err(), "cut at {at}");
        }
        let newer = text.replacen(" 1\n", " 2\n", 1);
        assert_eq!(read(&newer).unwrap_err(), ExchangeError::BadPaper(PaperFault::Newer));
    }

    #[test]
    fn a_request_reads_back_and_every_change_is_refused() {
        is_strict(&request(1).to_text(), Request::parse);
    }

    #[test]
    fn an_answer_and_a_certificate_read_back_and_every_change_is_refused() {
        let answer = answer();
        is_strict(&answer.to_text(), Answer::parse);
        is_strict(&answer.given.to_text(), Certificate::parse);
        assert!(answer.given.to_bytes().len() <= 280, "{}", answer.given.to_bytes().len());
    }

    #[test]
    fn an_answer_of_two_offices_is_none() {
        let mixed = Answer { given: answer().given, from: answer().from };
        let refused = Answer::parse(&mixed.to_text()).unwrap_err();
        assert_eq!(refused, ExchangeError::BadPaper(PaperFault::Signature));
    }

    #[test]
    fn an_office_gives_letters_only_and_only_to_office_codes() {
        let key = SigningPair::generate().unwrap();
        let drawn = Mark::drawn([7; 16]);
        assert!(Certificate::issue(&key, &request(1), &drawn, NOW).is_err());
        let keys = DeviceKeys::generate().unwrap();
        for office in ["", "P", "pnh", "PNH1", "PN\nH"] {
            let made = Request::make(office, (DeviceId([1; 16]), Incarnation([1; 16])), &keys, NOW);
            assert!(made.is_err(), "{office}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "\\PC{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = (Request::parse(&text), Answer::parse(&text), Certificate::parse(&text));
            let mut digits = String::new();
            crate::armour::hex(&bytes, &mut digits);
            for title in ["REQUEST", "ANSWER", "CERTIFICATE"] {
                let text = format!("PULANG {title} 1\nbytes: {digits}\n");
                let read = (Request::parse(&text), Answer::parse(&text), Certificate::parse(&text));
                prop_assert!(read.0.is_err() && read.1.is_err() && read.2.is_err());
            }
            let _ = Certificate::from_bytes(&bytes);
        }
    }
}
