//! Bytes sealed to public keys, as age files that any age program can open.
//!
//! Owns the limits that the `age` crate lacks: how many recipients, how long a header, how much comes out. Says nothing
//! about who sealed a file: whoever knows a public key can.

use std::collections::HashSet;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use age::stream::StreamWriter;
use age::{DecryptError, Decryptor, Encryptor, Recipient};
use age_core::format::{FileKey, Stanza};
use zeroize::Zeroizing;

use crate::{Error, Part, PublicKey, Result, SealingKey};

/// How many public keys one file may be sealed to.
pub const MAX_RECIPIENTS: usize = 96;
/// 96 recipients take 9.5 KiB and 194 lines; the crate itself would read a header without end, and it parses the whole
/// of it anew with each line.
const MAX_HEADER: usize = 16 * 1024;
const MAX_HEADER_LINES: usize = 256;
const VERSION_LINE: &[u8; 22] = b"age-encryption.org/v1\n";

/// `plain` sealed to each of `recipients`.
///
/// # Errors
/// `UnusableKey` with no recipient, or with more than [`MAX_RECIPIENTS`].
pub fn seal(recipients: &[PublicKey], plain: &[u8]) -> Result<Vec<u8>> {
    let mut sealed = Vec::new();
    let mut writer = writer(recipients, &mut sealed)?;
    writer.write_all(plain).and_then(|()| writer.finish()).map_err(Error::disk(Part::Envelope))?;
    Ok(sealed)
}

/// Seals what is written to it; `finish` must be called, or the file is cut short and will not open.
///
/// # Errors
/// As [`seal`], and `Disk` when the header cannot be written.
pub fn writer<W: Write>(recipients: &[PublicKey], output: W) -> Result<StreamWriter<W>> {
    noted(recipients, None, output)
}

/// The same, with one line in the header that everybody can read and that whoever can open the file knows to be unaltered.
/// Readers that know nothing of it pass it over.
///
/// # Errors
/// As [`writer`].
pub fn noted<W: Write>(
    recipients: &[PublicKey],
    note: Option<&[&str]>,
    output: W,
) -> Result<StreamWriter<W>> {
    if recipients.is_empty() || recipients.len() > MAX_RECIPIENTS {
        return Err(Error::UnusableKey);
    }
    let keys = recipients.iter().map(PublicKey::to_age).collect::<Result<Vec<_>>>()?;
    let note = note.map(|words| Note(words.iter().map(|word| (*word).to_owned()).collect()));
    let all = keys.iter().map(|key| key as &dyn Recipient);
    let all = all.chain(note.iter().map(|note| note as &dyn Recipient));
    let encryptor = Encryptor::with_recipients(all).map_err(|_| Error::UnusableKey)?;
    encryptor.wrap_output(output).map_err(Error::disk(Part::Envelope))
}

/// A line of the header that seals nothing to anybody.
struct Note(Vec<String>);

impl Recipient for Note {
    fn wrap_file_key(
        &self,
        _key: &FileKey,
    ) -> std::result::Result<(Vec<Stanza>, HashSet<String>), age::EncryptError> {
        let mut words = self.0.iter().cloned();
        let stanza =
            Stanza { tag: words.next().unwrap_or_default(), args: words.collect(), body: Vec::new() };
        Ok((vec![stanza], HashSet::new()))
    }
}

/// The content of `sealed`, if it is no larger than `limit` bytes.
///
/// # Errors
/// `NotForThisKey`, `TooLarge`, `NewerFormat(Envelope)`, `Tampered(Envelope)`.
pub fn open(key: &SealingKey, sealed: &[u8], limit: u64) -> Result<Zeroizing<Vec<u8>>> {
    // Reserved at once, so that no outgrown copy of a secret stays in memory unwiped.
    let mut plain = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let mut content = reader(key, sealed)?.take(limit.saturating_add(1));
    content.read_to_end(&mut plain).map_err(|_| Error::Tampered(Part::Envelope))?;
    if u64::try_from(plain.len()).unwrap_or(u64::MAX) > limit {
        return Err(Error::TooLarge { part: Part::Envelope, limit });
    }
    Ok(plain)
}

/// Gives the content of `input` in pieces that were each authenticated; a cut file ends with an error.
///
/// # Errors
/// `NotForThisKey`, `NewerFormat(Envelope)`, `Tampered(Envelope)`, `Disk`.
pub fn reader<R: Read>(key: &SealingKey, input: R) -> Result<impl Read> {
    let input = past_version_line(input)?;
    let in_header = Arc::new(AtomicBool::new(true));
    let limited = HeaderLimit {
        input: BufReader::with_capacity(64 * 1024, input),
        bytes_left: MAX_HEADER,
        lines_left: MAX_HEADER_LINES,
        in_header: Arc::clone(&in_header),
    };
    let decryptor = Decryptor::new_buffered(limited).map_err(refusal)?;
    in_header.store(false, Ordering::Relaxed);
    let identity = key.to_age()?;
    decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity)).map_err(refusal)
}

/// Looks at the first line; the crate takes a damaged header of the version it knows for one of an unknown version.
fn past_version_line<R: Read>(mut input: R) -> Result<impl Read> {
    let mut line = [0; VERSION_LINE.len()];
    input.read_exact(&mut line).map_err(|error| refusal(DecryptError::Io(error)))?;
    if line == *VERSION_LINE {
        Ok(io::Cursor::new(line).chain(input))
    } else if line.starts_with(b"age-encryption.org/v") {
        Err(Error::NewerFormat(Part::Envelope))
    } else {
        Err(Error::Tampered(Part::Envelope))
    }
}

fn refusal(error: DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys => Error::NotForThisKey,
        DecryptError::Io(error)
            if !matches!(error.kind(), io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData) =>
        {
            Error::disk(Part::Envelope)(error)
        }
        _ => Error::Tampered(Part::Envelope),
    }
}

/// Ends a header that is too long; lets everything through once the header is read.
struct HeaderLimit<R> {
    input: BufReader<R>,
    bytes_left: usize,
    lines_left: usize,
    in_header: Arc<AtomicBool>,
}

impl<R: Read> BufRead for HeaderLimit<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.bytes_left == 0 || self.lines_left == 0 {
            return Err(io::ErrorKind::InvalidData.into());
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if self.in_header.load(Ordering::Relaxed) {
            let lines = self.input.buffer().iter().take(amount).filter(|byte| **byte == b'\n').count();
            self.bytes_left = self.bytes_left.saturating_sub(amount);
            self.lines_left = self.lines_left.saturating_sub(lines);
        }
        self.input.consume(amount);
    }
}

impl<R: Read> Read for HeaderLimit<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_RECIPIENTS, VERSION_LINE, noted, open, reader, seal};
    use crate::{Error, Part, PublicKey, SealingKey};

    fn pair() -> (SealingKey, PublicKey) {
        let key = SealingKey::generate().unwrap();
        let public = key.public().unwrap();
        (key, public)
    }

    #[test]
    fn each_recipient_opens_it_and_nobody_else() {
        let ((a, a_public), (b, b_public), (other, _)) = (pair(), pair(), pair());
        let sealed = seal(&[a_public, b_public], b"content").unwrap();
        assert_eq!(**open(&a, &sealed, 7).unwrap(), *b"content");
        assert_eq!(**open(&b, &sealed, 7).unwrap(), *b"content");
        assert!(matches!(open(&other, &sealed, 7), Err(Error::NotForThisKey)));
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        let (key, public) = pair();
        let sealed = seal(&[public], &[0; 100]).unwrap();
        assert!(matches!(open(&key, &sealed, 99), Err(Error::TooLarge { part: Part::Envelope, limit: 99 })));
    }

    #[test]
    fn every_flipped_byte_and_every_cut_is_refused() {
        let (key, public) = pair();
        let sealed = seal(&[public], b"content").unwrap();
        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1;
            assert!(open(&key, &flipped, 100).is_err(), "byte {at}");
            assert!(open(&key, &sealed[..at], 100).is_err(), "cut at {at}");
        }
        assert!(open(&key, &[sealed.as_slice(), b"x"].concat(), 100).is_err());
    }

    #[test]
    fn as_many_recipients_as_allowed_fit_the_header() {
        let (key, public) = pair();
        let mut everybody = vec![pair().1; MAX_RECIPIENTS - 1];
        everybody.push(public);
        assert!(open(&key, &seal(&everybody, b"content").unwrap(), 7).is_ok());
        everybody.push(public);
        assert!(matches!(seal(&everybody, b""), Err(Error::UnusableKey)));
        assert!(matches!(seal(&[], b""), Err(Error::UnusableKey)));
    }

    #[test]
    fn a_newer_age_is_told_from_something_else() {
        let (key, _) = pair();
        let newer = open(&key, b"age-encryption.org/v2\n-> X25519 a\n", 9);
        assert!(matches!(newer, Err(Error::NewerFormat(Part::Envelope))));
        for other in [b"%PDF-1.7".as_slice(), b"", &[0; 100]] {
            assert!(matches!(open(&key, other, 9), Err(Error::Tampered(Part::Envelope))));
        }
    }

    #[test]
    fn a_header_without_end_is_refused_after_a_hundred_thousand_bytes() {
        let (key, _) = pair();
        let endless = b"-".repeat(10_000_000);
        let stanzas = b"-> a\n\n".repeat(10_000_000 / 6);
        for rest in [endless, stanzas] {
            let file = [VERSION_LINE.as_slice(), &rest].concat();
            let mut left = file.as_slice();
            assert!(matches!(reader(&key, &mut left), Err(Error::Tampered(Part::Envelope))));
            assert!(file.len() - left.len() < 100_000);
        }
    }

    #[test]
    fn a_note_is_read_by_everybody_and_altered_by_nobody() {
        let (key, public) = pair();
        let mut sealed = Vec::new();
        let mut writer = noted(&[public], Some(&["a-note", "1", "abc"]), &mut sealed).unwrap();
        std::io::Write::write_all(&mut writer, b"content").unwrap();
        writer.finish().unwrap();
        let at = sealed.windows(15).position(|part| part == b"-> a-note 1 abc").unwrap();
        assert_eq!(*open(&key, &sealed, 100).unwrap(), b"content");
        sealed[at + 14] = b'd';
        assert!(matches!(open(&key, &sealed, 100), Err(Error::Tampered(_))));
    }
}
