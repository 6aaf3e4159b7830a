//! A bundle on its way into the register. Owns that nothing counts before the bundle has proven whole, and what the other
//! laptops in it are vouched for by.

use super::files_in::Filing;
use crate::{Tools, failure::DeskError};
use exchange::{BundleReader, Proven};
use journal::{Batch, BatchHash, DeviceId, Hlc};
use register::{Arrival, Whole};
use sha2::{Digest as _, Sha256};
use std::{cell::Cell, collections::HashMap, io::Read, rc::Rc, sync::Arc};

/// How many batches are read before it is told how far the file has come.
const TELL_EACH: u32 = 64;

/// How much of a bundle's file has been read, for whoever waits.
pub(super) struct Way {
    read: Rc<Cell<u64>>,
    bytes: u64,
    tools: Arc<Tools>,
}

impl Way {
    pub(super) fn new(bytes: u64, tools: Arc<Tools>) -> Self {
        Self { read: Rc::default(), bytes, tools }
    }

    /// The file, counted as it is read.
    pub(super) fn along<R: Read>(&self, file: R) -> Counted<R> {
        Counted { file, read: Rc::clone(&self.read) }
    }

    fn come(&self) -> Result<(), DeskError> {
        let hundredths = self.read.get().min(self.bytes).saturating_mul(100) / self.bytes.max(1);
        self.tools.come("bundle", usize::try_from(hundredths).unwrap_or(100), 100)
    }
}

/// A file that counts what is read of it.
pub(super) struct Counted<R> {
    file: R,
    read: Rc<Cell<u64>>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, room: &mut [u8]) -> std::io::Result<usize> {
        let read = self.file.read(room)?;
        self.read.set(self.read.get().saturating_add(u64::try_from(read).unwrap_or(u64::MAX)));
        Ok(read)
    }
}

/// The batches of a bundle, and after the last of them the proof that the bundle is whole: only when that holds does the
/// import end without an error. One that was taken in wholly before gives none of them, and is proven to its end all the same.
pub(super) struct Incoming<'a, R> {
    reader: Option<BundleReader<R>>,
    sender: DeviceId,
    pub(super) batches: u32,
    pub(super) passed_over: u32,
    /// Batches that nobody vouches for, once all are read.
    pub(super) unvouched: u32,
    /// Batches of other laptops than the sender, each with the one before it.
    others: HashMap<BatchHash, Option<BatchHash>>,
    /// The latest clock.
    at: Hlc,
    /// Where its files go; none when the bundle is only looked into.
    filing: Option<&'a Filing>,
    arrival: &'a Arrival,
    way: Way,
}

impl<'a, R: Read> Incoming<'a, R> {
    pub(super) fn new(
        reader: BundleReader<R>,
        filing: Option<&'a Filing>,
        arrival: &'a Arrival,
        way: Way,
    ) -> Self {
        let sender = reader.manifest().sender;
        Self {
            reader: Some(reader),
            sender,
            batches: 0,
            passed_over: 0,
            unvouched: 0,
            others: HashMap::new(),
            at: Hlc::default(),
            filing,
            arrival,
            way,
        }
    }

    fn step(&mut self, mut reader: BundleReader<R>) -> Result<Option<Batch>, DeskError> {
        if let Some(known) = &self.arrival.again {
            reader.pass_over_batches()?;
            (self.batches, self.unvouched) = (known.batches, known.unvouched);
        } else if let Some(batch) = reader.next_batch()? {
            self.note(&batch);
            if self.batches.is_multiple_of(TELL_EACH) {
                self.way.come()?;
            }
            self.reader = Some(reader);
            return Ok(Some(batch));
        } else {
            self.unvouched = unvouched(std::mem::take(&mut self.others), reader.heads());
            *self.arrival.whole.borrow_mut() = reader.is_understood().then(|| Whole {
                print: reader.print(),
                vouching: vouching(reader.heads()),
                batches: self.batches,
                unvouched: self.unvouched,
                at: self.at,
            });
        }
        self.end(reader)?;
        Ok(None)
    }

    fn note(&mut self, batch: &Batch) {
        self.batches += 1;
        self.at = self.at.max(batch.header().at);
        if batch.header().device != self.sender {
            self.others.insert(batch.id(), batch.header().prev);
        }
    }

    /// What follows on the last batch: the files, then the proof that the bundle ends as it should.
    fn end(&mut self, mut reader: BundleReader<R>) -> Result<(), DeskError> {
        self.passed_over = crate::reading::count(reader.passed_over());
        if let Some(filing) = self.filing {
            *self.arrival.files.borrow_mut() = filing.take(&mut reader)?;
        }
        Ok(reader.finish()?)
    }
}

impl<R: Read> Iterator for &mut Incoming<'_, R> {
    type Item = Result<Batch, DeskError>;

    fn next(&mut self) -> Option<Self::Item> {
        let reader = self.reader.take()?;
        self.step(reader).transpose()
    }
}

/// How many batches of other laptops no signature of their own laptop leads to: the sender alone says that they wrote them.
fn unvouched(mut left: HashMap<BatchHash, Option<BatchHash>>, heads: &[Proven]) -> u32 {
    for proven in heads.iter().filter(|proven| proven.checked) {
        let mut next = Some(proven.proof.head.batch);
        while let Some(prev) = next.and_then(|batch| left.remove(&batch)) {
            next = prev;
        }
    }
    crate::reading::count(left.len())
}

/// Which ends of feeds in a bundle could be checked. It is another one when this laptop trusts others than it did: how many
/// batches nobody vouches for is then to be counted anew.
pub(crate) fn vouching(heads: &[Proven]) -> [u8; 32] {
    let checked: Vec<u8> = heads.iter().map(|proven| u8::from(proven.checked)).collect();
    Sha256::digest(checked).into()
}
