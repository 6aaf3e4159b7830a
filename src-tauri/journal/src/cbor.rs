//! The one canonical form of CBOR that the log is hashed in. Owns definite lengths, shortest integers and fixed order;
//! refuses every other spelling of the same content.
//!
//! The writer is ours because writing to memory cannot fail and a library's writer says it can; the reader is
//! `minicbor`, so that what we write is read by somebody else's code.

use crate::error::JournalError;
use minicbor::{Decoder, data::Type};

/// Writes canonical CBOR into memory.
#[derive(Debug, Default, Clone)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// An empty writer.
    pub fn new() -> Self {
        Self::default()
    }

    /// What was written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// What was written so far.
    pub fn bytes_so_far(&self) -> &[u8] {
        &self.0
    }

    /// Forgets what was written and keeps the memory.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// An unsigned integer.
    pub fn uint(&mut self, value: u64) -> &mut Self {
        self.head(0, value)
    }

    /// A byte string.
    pub fn bytes(&mut self, value: &[u8]) -> &mut Self {
        self.head(2, value.len() as u64);
        self.0.extend_from_slice(value);
        self
    }

    /// A text string.
    pub fn text(&mut self, value: &str) -> &mut Self {
        self.head(3, value.len() as u64);
        self.0.extend_from_slice(value.as_bytes());
        self
    }

    /// The head of an array of `len` items, which follow.
    pub fn array(&mut self, len: usize) -> &mut Self {
        self.head(4, len as u64)
    }

    /// Nothing, where something could be.
    pub fn null(&mut self) -> &mut Self {
        self.0.push(0xf6);
        self
    }

    /// Items already in canonical form.
    pub fn raw(&mut self, canonical: &[u8]) -> &mut Self {
        self.0.extend_from_slice(canonical);
        self
    }

    fn head(&mut self, major: u8, value: u64) -> &mut Self {
        let bytes = value.to_be_bytes();
        let (short, width) = match value {
            0..24 => (bytes[7], 0),
            24..0x100 => (24, 1),
            0x100..0x1_0000 => (25, 2),
            0x1_0000..0x1_0000_0000 => (26, 4),
            _ => (27, 8),
        };
        self.0.push(major << 5 | short);
        self.0.extend(bytes.iter().skip(8 - width));
        self
    }
}

/// Reads CBOR with definite lengths. That integers are the shortest ones is checked by writing again what was read.
#[derive(Debug)]
pub struct Reader<'b>(Decoder<'b>);

impl<'b> Reader<'b> {
    /// Reads from the start of `bytes`.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(Decoder::new(bytes))
    }

    /// How far reading came, in bytes.
    pub fn position(&self) -> usize {
        self.0.position()
    }

    /// The error for what stands here.
    pub fn malformed(&self) -> JournalError {
        JournalError::Malformed { at: self.0.position() }
    }

    /// An unsigned integer.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn uint(&mut self) -> Result<u64, JournalError> {
        self.0.u64().map_err(|_| self.malformed())
    }

    /// An unsigned integer of 32 bits.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn uint32(&mut self) -> Result<u32, JournalError> {
        self.0.u32().map_err(|_| self.malformed())
    }

    /// A byte string.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn bytes(&mut self) -> Result<&'b [u8], JournalError> {
        self.0.bytes().map_err(|_| self.malformed())
    }

    /// A byte string of exactly `N` bytes.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], JournalError> {
        self.bytes()?.try_into().map_err(|_| self.malformed())
    }

    /// A text string.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn text(&mut self) -> Result<&'b str, JournalError> {
        self.0.str().map_err(|_| self.malformed())
    }

    /// The head of an array of definite length. The number is a claim: no memory may be set aside for it.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn array(&mut self) -> Result<u64, JournalError> {
        self.0.array().ok().flatten().ok_or_else(|| self.malformed())
    }

    /// The head of an array of exactly `len` items.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something else stands here.
    pub fn array_of(&mut self, len: u64) -> Result<(), JournalError> {
        if self.array()? == len { Ok(()) } else { Err(self.malformed()) }
    }

    /// What `read` reads, or nothing where a null stands.
    ///
    /// # Errors
    /// [`JournalError::Malformed`], or what `read` returns.
    pub fn optional<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, JournalError>,
    ) -> Result<Option<T>, JournalError> {
        if self.0.datatype().map_err(|_| self.malformed())? == Type::Null {
            self.0.null().map_err(|_| self.malformed())?;
            Ok(None)
        } else {
            read(self).map(Some)
        }
    }

    /// Checks that nothing follows.
    ///
    /// # Errors
    /// [`JournalError::Malformed`] when something does.
    pub fn end(&self) -> Result<(), JournalError> {
        if self.0.position() == self.0.input().len() { Ok(()) } else { Err(self.malformed()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Reader, Writer};
    use proptest::prelude::*;

    #[test]
    fn integers_take_the_shortest_form() {
        for (value, bytes) in [
            (23, &[0x17][..]),
            (24, &[0x18, 24]),
            (255, &[0x18, 255]),
            (256, &[0x19, 1, 0]),
            (65_536, &[0x1a, 0, 1, 0, 0]),
            (1 << 32, &[0x1b, 0, 0, 0, 1, 0, 0, 0, 0]),
        ] {
            let mut out = Writer::new();
            out.uint(value);
            assert_eq!(out.into_bytes(), bytes);
        }
    }

    #[test]
    fn indefinite_lengths_are_refused() {
        assert!(Reader::new(&[0x9f, 0xff]).array().is_err());
        assert!(Reader::new(&[0x5f, 0x41, 1, 0xff]).bytes().is_err());
        assert!(Reader::new(&[0x7f, 0xff]).text().is_err());
    }

    proptest! {
        #[test]
        fn another_reader_reads_what_is_written(n: u64, text: String, bytes: Vec<u8>) {
            let mut out = Writer::new();
            out.array(4).uint(n).text(&text).bytes(&bytes).null();
            let written = out.into_bytes();
            let mut reader = Reader::new(&written);
            reader.array_of(4)?;
            prop_assert_eq!(reader.uint()?, n);
            prop_assert_eq!(reader.text()?, text);
            prop_assert_eq!(reader.bytes()?, bytes);
            prop_assert_eq!(reader.optional(Reader::uint)?, None);
            reader.end()?;
        }
    }
}
