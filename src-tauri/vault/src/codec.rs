//! The frame around every small file of a vault: magic, version, body, checksum.
//!
//! Owns strict, length-checked reading: one encoding for one content, nothing left over. The checksum tells damage from
//! a wrong passphrase; it is no protection against somebody who alters the file on purpose (sealing is).

use crate::{Error, Part, Result};

const CHECKSUM: usize = 16;

/// What kind of file it is, and the newest version that this program reads.
pub(crate) struct Frame {
    /// Begins the file; each kind has its own.
    pub(crate) magic: &'static [u8; 6],
    /// Written, and the newest read.
    pub(crate) version: u16,
    /// Named in errors.
    pub(crate) part: Part,
}

impl Frame {
    /// Magic and version: what comes before the body, and what a sealed body is bound to.
    pub(crate) fn head(&self) -> [u8; 8] {
        let [a, b, c, d, e, f] = *self.magic;
        let [low, high] = self.version.to_le_bytes();
        [a, b, c, d, e, f, low, high]
    }

    /// The whole file around `body`.
    pub(crate) fn wrap(&self, body: &[u8]) -> Vec<u8> {
        let mut file = self.head().to_vec();
        file.extend_from_slice(body);
        let sum = checksum(&file);
        file.extend_from_slice(&sum);
        file
    }

    /// The body of `file`.
    ///
    /// # Errors
    /// `NewerFormat` when the version is above ours, `Tampered` when anything else is not as `wrap` writes it.
    pub(crate) fn unwrap<'a>(&self, file: &'a [u8]) -> Result<Cursor<'a>> {
        let tampered = || Error::Tampered(self.part);
        let (magic, rest) = file.split_first_chunk::<6>().ok_or_else(tampered)?;
        let (version, _) = rest.split_first_chunk::<2>().ok_or_else(tampered)?;
        if magic != self.magic {
            return Err(tampered());
        }
        match u16::from_le_bytes(*version) {
            0 => return Err(tampered()),
            // Before the checksum, which a later format may compute in another way.
            newer if newer > self.version => return Err(Error::NewerFormat(self.part)),
            _ => {}
        }
        let (framed, sum) = file.split_last_chunk::<CHECKSUM>().ok_or_else(tampered)?;
        let body = framed.get(8..).ok_or_else(tampered)?;
        if *sum != checksum(framed) {
            return Err(tampered());
        }
        Ok(Cursor { rest: body, part: self.part })
    }
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let mut sum = [0; CHECKSUM];
    sum.iter_mut().zip(blake3::hash(bytes).as_bytes()).for_each(|(to, from)| *to = *from);
    sum
}

/// Takes a body apart from the front; whatever is missing or left over is `Tampered`.
pub(crate) struct Cursor<'a> {
    rest: &'a [u8],
    part: Part,
}

impl<'a> Cursor<'a> {
    /// Reads `bytes`, which come from `part`.
    pub(crate) const fn new(bytes: &'a [u8], part: Part) -> Self {
        Self { rest: bytes, part }
    }

    /// The next `N` bytes.
    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N]> {
        let (taken, rest) = self.rest.split_first_chunk::<N>().ok_or(Error::Tampered(self.part))?;
        self.rest = rest;
        Ok(*taken)
    }

    /// The next `length` bytes.
    pub(crate) fn slice(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(Error::Tampered(self.part))?;
        self.rest = rest;
        Ok(taken)
    }

    /// The next two bytes, little-endian.
    pub(crate) fn u16(&mut self) -> Result<u16> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    /// The next four bytes, little-endian.
    pub(crate) fn u32(&mut self) -> Result<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// The next eight bytes, little-endian.
    pub(crate) fn u64(&mut self) -> Result<u64> {
        Ok(u64::from_le_bytes(self.array()?))
    }

    /// Everything that is left.
    pub(crate) const fn rest(self) -> &'a [u8] {
        self.rest
    }

    /// Nothing may be left.
    pub(crate) fn end(self) -> Result<()> {
        if self.rest.is_empty() { Ok(()) } else { Err(Error::Tampered(self.part)) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Frame;
    use crate::{Error, Part};

    const FRAME: Frame = Frame { magic: b"PLGTST", version: 2, part: Part::File };

    #[test]
    fn a_newer_version_is_told_from_damage() {
        let newer = Frame { magic: b"PLGTST", version: 3, part: Part::File }.wrap(b"x");
        assert!(matches!(FRAME.unwrap(&newer), Err(Error::NewerFormat(Part::File))));
        let older = Frame { magic: b"PLGTST", version: 1, part: Part::File }.wrap(b"x");
        assert!(FRAME.unwrap(&older).is_ok());
    }

    #[test]
    fn what_is_left_over_is_refused() {
        let file = FRAME.wrap(b"abc");
        let mut body = FRAME.unwrap(&file).unwrap();
        assert_eq!(body.array::<2>().unwrap(), *b"ab");
        assert!(matches!(body.end(), Err(Error::Tampered(Part::File))));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let _ = FRAME.unwrap(&bytes);
        }

        #[test]
        fn one_flipped_bit_is_refused(body in proptest::collection::vec(any::<u8>(), 0..64), at in any::<prop::sample::Index>(), bit in 0..8_u8) {
            let mut file = FRAME.wrap(&body);
            let at = at.index(file.len());
            file[at] ^= 1_u8 << bit;
            prop_assert!(FRAME.unwrap(&file).is_err());
        }
    }
}
