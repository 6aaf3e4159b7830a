//! Reading what a sender with good keys may have written, for fuzzing: the parsers behind the seal, the signature and the
//! hashes, which no mutated file would ever pass. Owns giving each part the hash it has; refuses to be in a package (a feature
//! or a test builds it).

use crate::{
    error::Result,
    manifest::{MAGIC, MANIFEST_BYTES, Manifest},
    reader::begin,
};
use journal::Batch;
use std::io;

/// How much of it was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Understood {
    /// Batches that prove themselves.
    pub batches: usize,
    /// Attachments.
    pub attachments: usize,
}

/// Reads the content of a bundle, as it is without its seal, and holds each batch against its own canonical form. The signature
/// is not looked at, and every part is taken to have the hash that the list of contents gives it.
///
/// # Errors
/// As [`crate::open`] and the reading of what it gives.
///
/// # Panics
/// When a batch that proved itself is not what its own bytes say.
pub fn behind_the_seal(content: &[u8]) -> Result<Understood> {
    let Some((manifest, rest)) = split(content) else { return Ok(Understood { batches: 0, attachments: 0 }) };
    let mut manifest = Manifest::decode(manifest)?;
    let mut left = rest;
    let mut hash = |length: usize| {
        let (part, after) = left.split_at(length.min(left.len()));
        left = after;
        *blake3::hash(part).as_bytes()
    };
    for chunk in &mut manifest.chunks {
        chunk.hash = hash(chunk.packed);
    }
    for blob in &mut manifest.blobs {
        blob.hash = hash(usize::try_from(blob.length).unwrap_or(usize::MAX));
    }
    let attachments = manifest.blobs.len();
    let mut reader = begin(rest, (manifest, [0; 32]), &|_, _| None)?;
    let mut batches = 0;
    while let Some(batch) = reader.next_batch()? {
        batches += 1;
        let again = Batch::decode(&batch.encode());
        assert!(again.is_ok_and(|again| again == batch), "a batch reads as it was written");
    }
    while reader.next_attachment(&mut io::sink())?.is_some() {}
    reader.finish()?;
    Ok(Understood { batches, attachments })
}

/// The list of contents, and what follows on its signature.
fn split(content: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = content.strip_prefix(MAGIC)?.split_first_chunk::<4>()?;
    let length =
        usize::try_from(u32::from_be_bytes(*length)).ok().filter(|length| *length <= MANIFEST_BYTES)?;
    let (manifest, rest) = rest.split_at_checked(length)?;
    Some((manifest, rest.get(64..)?))
}
