//! A bundle on its way into the register. Owns that nothing counts before the bundle has proven whole, and what the other
//! laptops in it are vouched for by.

use super::files_in::Filing;
use crate::failure::DeskError;
use exchange::{BundleReader, Proven};
use journal::{Batch, BatchHash, DeviceId};
use register::Attachment;
use std::{cell::RefCell, collections::HashMap, io::Read};

/// The batches of a bundle, and after the last of them the proof that the bundle is whole: only when that holds does the
/// import end without an error.
pub(super) struct Incoming<'a, R> {
    reader: Option<BundleReader<R>>,
    sender: DeviceId,
    pub(super) batches: u32,
    pub(super) passed_over: u32,
    /// Batches of other laptops than the sender, each with the one before it.
    others: HashMap<BatchHash, Option<BatchHash>>,
    /// Where its files go; none when the bundle is only looked into.
    filing: Option<&'a Filing>,
    files: &'a RefCell<Vec<Attachment>>,
}

impl<'a, R: Read> Incoming<'a, R> {
    pub(super) fn new(
        reader: BundleReader<R>,
        sender: DeviceId,
        filing: Option<&'a Filing>,
        files: &'a RefCell<Vec<Attachment>>,
    ) -> Self {
        let reader = Some(reader);
        Self { reader, sender, batches: 0, passed_over: 0, others: HashMap::new(), filing, files }
    }

    /// What follows on the last batch: the files, then the proof that the bundle ends as it should.
    fn end(&mut self, mut reader: BundleReader<R>) -> Result<(), DeskError> {
        self.passed_over = crate::reading::count(reader.passed_over());
        if let Some(filing) = self.filing {
            *self.files.borrow_mut() = filing.take(&mut reader)?;
        }
        Ok(reader.finish()?)
    }
}

impl<R: Read> Iterator for &mut Incoming<'_, R> {
    type Item = Result<Batch, DeskError>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut reader = self.reader.take()?;
        match reader.next_batch() {
            Ok(Some(batch)) => {
                self.batches += 1;
                if batch.header().device != self.sender {
                    self.others.insert(batch.id(), batch.header().prev);
                }
                self.reader = Some(reader);
                Some(Ok(batch))
            }
            Ok(None) => self.end(reader).err().map(Err),
            Err(error) => Some(Err(error.into())),
        }
    }
}

/// How many batches of other laptops no signature of their own laptop leads to: the sender alone says that they wrote them.
pub(super) fn vouched<R>(incoming: &Incoming<'_, R>, heads: &[Proven]) -> u32 {
    let mut left = incoming.others.clone();
    for proven in heads.iter().filter(|proven| proven.checked) {
        let mut next = Some(proven.proof.head.batch);
        while let Some(prev) = next.and_then(|batch| left.remove(&batch)) {
            next = prev;
        }
    }
    crate::reading::count(left.len())
}
