//! A bundle on its way into the register. Owns that nothing counts before the bundle has proven whole, and what the other
//! laptops in it are vouched for by.

use crate::failure::DeskError;
use exchange::{BundleReader, ExchangeError, Proven};
use journal::{Batch, BatchHash, DeviceId};
use std::{collections::HashMap, io::Read};

/// The batches of a bundle, and after the last of them the proof that the bundle is whole: only when that holds does the
/// import end without an error.
pub(super) struct Incoming<R> {
    reader: Option<BundleReader<R>>,
    sender: DeviceId,
    pub(super) batches: u32,
    pub(super) passed_over: u32,
    /// Batches of other laptops than the sender, each with the one before it.
    others: HashMap<BatchHash, Option<BatchHash>>,
}

impl<R> Incoming<R> {
    pub(super) fn new(reader: BundleReader<R>, sender: DeviceId) -> Self {
        Self { reader: Some(reader), sender, batches: 0, passed_over: 0, others: HashMap::new() }
    }
}

impl<R: Read> Iterator for &mut Incoming<R> {
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
            Ok(None) => {
                self.passed_over = crate::reading::count(reader.passed_over());
                reader.finish().err().map(|error: ExchangeError| Err(error.into()))
            }
            Err(error) => Some(Err(error.into())),
        }
    }
}

/// How many batches of other laptops no signature of their own laptop leads to: the sender alone says that they wrote them.
pub(super) fn vouched<R>(incoming: &Incoming<R>, heads: &[Proven]) -> u32 {
    let mut left = incoming.others.clone();
    for proven in heads.iter().filter(|proven| proven.checked) {
        let mut next = Some(proven.proof.head.batch);
        while let Some(prev) = next.and_then(|batch| left.remove(&batch)) {
            next = prev;
        }
    }
    crate::reading::count(left.len())
}
