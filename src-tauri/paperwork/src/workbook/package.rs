//! A packed file, opened under limits: what is declared is checked before anything is unpacked, and what is really
//! unpacked is counted while it streams. Owns the counting; refuses to unpack anything whole.

use crate::{
    error::{PaperError, Part},
    limits::{Limit, Limits},
    sniff::find,
};
use std::{
    cell::Cell,
    io::{BufReader, Cursor, Error, Read},
    rc::Rc,
};
use zip::{ZipArchive, read::ZipFile, result::ZipError};

/// Between two tags of a table no more than this may stand; a cell holds far less.
const LONGEST_RUN: u64 = 1 << 20;
/// A part may always grow to this size: a short list packs better than 100:1.
const FREE_OF_RATIO: u64 = 1 << 20;

/// What was unpacked so far, and the limit that was met.
pub(super) struct Tally {
    spent: Cell<u64>,
    breach: Cell<Option<Limit>>,
}

/// A packed file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    tally: Rc<Tally>,
}

/// A part as it streams out of its package.
pub(super) type Stream<'p, 'a> = BufReader<Guarded<ZipFile<'p, Cursor<&'a [u8]>>>>;

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, PaperError> {
        limits.check(Limit::Parts, count_parts(bytes, limits.parts))?;
        let mut zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| PaperError::damaged(Part::Container))?;
        let mut declared: u64 = 0;
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(|_| PaperError::damaged(Part::Container))?;
            declared = declared.saturating_add(part.size());
        }
        limits.check(Limit::ExpandedBytes, declared)?;
        let tally = Rc::new(Tally { spent: Cell::new(0), breach: Cell::new(None) });
        Ok(Self { zip, limits, tally })
    }

    /// The part called `name`, ignoring case as the format asks; none when there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<(Stream<'_, 'a>, Rc<Tally>)>, PaperError> {
        let same = |index: &usize| {
            let found = self.zip.name_for_index(*index).and_then(Result::ok);
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        let Some(index) = self.zip.index_for_name(name).or_else(|| (0..self.zip.len()).find(same)) else {
            return Ok(None);
        };
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::InvalidPassword => PaperError::Locked,
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => PaperError::Locked,
            _ => PaperError::damaged(Part::Container),
        })?;
        let allowed = FREE_OF_RATIO.max(part.compressed_size().saturating_mul(self.limits.expansion));
        let guarded = Guarded {
            part,
            tally: Rc::clone(&self.tally),
            total: self.limits.expanded_bytes,
            allowed,
            grown: 0,
            run: 0,
        };
        Ok(Some((BufReader::with_capacity(1 << 15, guarded), Rc::clone(&self.tally))))
    }
}

impl Tally {
    /// The limit that stopped the stream, if it was one.
    pub(super) fn breach(&self) -> Option<Limit> {
        self.breach.get()
    }
}

/// Counts what comes out of a part, and stops it at the first limit.
pub(super) struct Guarded<R> {
    part: R,
    tally: Rc<Tally>,
    total: u64,
    allowed: u64,
    grown: u64,
    run: u64,
}

impl<R: Read> Read for Guarded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let taken = self.part.read(buffer)?;
        let fresh = buffer.get(..taken).unwrap_or_default();
        self.grown += taken as u64;
        let spent = self.tally.spent.get() + taken as u64;
        self.tally.spent.set(spent);
        let first = fresh.iter().position(|byte| *byte == b'<');
        let longest = self.run + first.unwrap_or(taken) as u64;
        self.run = match fresh.iter().rposition(|byte| *byte == b'<') {
            Some(last) => (taken - last) as u64,
            None => longest,
        };
        let breach = if spent > self.total {
            Some(Limit::ExpandedBytes)
        } else if self.grown > self.allowed {
            Some(Limit::Expansion)
        } else if longest > LONGEST_RUN {
            Some(Limit::CellChars)
        } else {
            None
        };
        if breach.is_some() {
            self.tally.breach.set(breach);
            return Err(Error::other("over a limit"));
        }
        Ok(taken)
    }
}

/// Counts entries of the central directory by their mark, before an index of them is built; stops past `most`.
fn count_parts(bytes: &[u8], most: u64) -> u64 {
    let mut count = 0;
    let mut rest = bytes;
    while let Some(at) = find(rest, b"PK\x01\x02") {
        count += 1;
        if count > most {
            break;
        }
        rest = rest.get(at + 4..).unwrap_or_default();
    }
    count
}
