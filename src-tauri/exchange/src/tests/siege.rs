//! What is done to the bytes of a bundle: flipped, cut, added to, with and without its seal. Rows of `cargo xtask attack`; what a
//! sender may try with good bytes is in `tests/attack`.
#![allow(clippy::print_stdout, reason = "a row goes to whoever runs the list")]

use super::{Laptop, Manifest, import, sealed, unsealed, with_attachments};
use crate::{ExchangeError, Part, Result};
use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

#[path = "../../../../tests/attack/point.rs"]
mod point;

use point::{Dice, Tried, point, times};

/// What the rows are called: they are of exchange's own list.
const EXCHANGE: &str = "exchange";

/// A bundle with two attachments, its content, and the two laptops.
struct Besieged {
    sender: Laptop,
    reader: Laptop,
    bundle: Vec<u8>,
    content: Vec<u8>,
    /// How often each refusal was given.
    words: BTreeMap<&'static str, u32>,
}

impl Besieged {
    fn new() -> Self {
        let (sender, reader, _, bundle) = with_attachments();
        let content = unsealed(&bundle, &reader.keys.sealing);
        Self { sender, reader, bundle, content, words: BTreeMap::new() }
    }

    /// Whether it is refused, for one of these reasons and without a panic.
    fn refuses(&mut self, bundle: &[u8], allowed: impl Fn(ExchangeError) -> bool) -> bool {
        let read =
            AssertUnwindSafe(|| import(bundle, &self.reader.keys.sealing, &[&self.sender]).map(|_| ()));
        let Ok(Err(why)) = catch_unwind(read) else { return false };
        *self.words.entry(word(why)).or_default() += 1;
        allowed(why)
    }

    /// The same behind the seal, by somebody who can seal but not sign.
    fn refuses_content(&mut self, content: &[u8], allowed: impl Fn(ExchangeError) -> bool) -> bool {
        let bundle = sealed(content, &self.reader);
        self.refuses(&bundle, allowed)
    }

    fn told(&self) -> String {
        let parts: Vec<String> = self.words.iter().map(|(word, times)| format!("{word} {times}")).collect();
        parts.join(", ")
    }
}

fn word(why: ExchangeError) -> &'static str {
    match why {
        ExchangeError::NotABundle => "no bundle",
        ExchangeError::NotForThisLaptop => "not for us",
        ExchangeError::Untrusted { .. } => "untrusted",
        ExchangeError::Forged => "forged",
        ExchangeError::Damaged(_) => "damaged",
        ExchangeError::CutOff => "cut off",
        ExchangeError::Newer { .. } => "newer",
        ExchangeError::TooLarge(_) => "too large",
        _ => "other",
    }
}

const fn cut_or_damaged(why: ExchangeError) -> bool {
    matches!(why, ExchangeError::CutOff | ExchangeError::Damaged(Part::Seal))
}

#[test]
fn a_flipped_bit_is_refused_wherever_it_is() {
    let flips = times(400, 10_000);
    point(EXCHANGE, "bits of a bundle flipped, as many behind its seal", |sabotage| {
        let (mut one, mut dice, mut tried) = (Besieged::new(), Dice(5), Tried::default());
        for _ in 0..flips {
            let (place, bit) = (dice.below(one.bundle.len()), if sabotage { 8 } else { dice.below(8) });
            let mask = 1_u8.checked_shl(u32::try_from(bit).unwrap()).unwrap_or(0);
            let mut flipped = one.bundle.clone();
            flipped[place] ^= mask;
            tried.count(one.refuses(&flipped, |_| true));
            let place = dice.below(one.content.len());
            let mut flipped = one.content.clone();
            flipped[place] ^= mask;
            tried.count(one.refuses_content(&flipped, |why| !cut_or_damaged(why) || place < 12));
            if sabotage {
                break;
            }
        }
        tried.note = one.told();
        tried
    });
}

/// Where something ends in the content of a bundle: the mark, the length, the list, its signature, each part.
fn ends(content: &[u8]) -> Vec<usize> {
    let length = u32::from_be_bytes(content[8..12].try_into().unwrap()) as usize;
    let manifest = Manifest::decode(&content[12..12 + length]).unwrap();
    let mut ends = vec![8, 12, 12 + length, 12 + length + 64];
    let parts = manifest.chunks.iter().map(|chunk| chunk.packed);
    let files = manifest.blobs.iter().map(|blob| usize::try_from(blob.length).unwrap());
    for part in parts.chain(files) {
        ends.push(ends[ends.len() - 1] + part);
    }
    assert_eq!(ends[ends.len() - 1], content.len());
    ends
}

/// Where the seal's own pieces end: 64 KiB and 16 bytes each, after its header.
fn ends_of_seal(bundle: &[u8]) -> Vec<usize> {
    let header = bundle.windows(5).position(|line| line == b"\n--- ").unwrap();
    let header = header + 1 + bundle[header + 1..].iter().position(|byte| *byte == b'\n').unwrap() + 1 + 16;
    (header..bundle.len()).step_by(64 * 1024 + 16).collect()
}

#[test]
fn a_cut_is_refused_at_every_end_and_beside_it() {
    let anywhere = times(200, 5_000);
    point(EXCHANGE, "cut at the end of each part, a byte beside it, anywhere", |sabotage| {
        let (mut one, mut dice, mut tried) = (Besieged::new(), Dice(9), Tried::default());
        let (bundle, content) = (one.bundle.clone(), one.content.clone());
        let beside = |ends: Vec<usize>| ends.into_iter().flat_map(|end| [end - 1, end, end + 1]);
        let mut any = |length: usize| -> Vec<usize> { (0..anywhere).map(|_| dice.below(length)).collect() };
        let inner: Vec<usize> = beside(ends(&content)).chain(any(content.len())).collect();
        let outer: Vec<usize> = beside(ends_of_seal(&bundle)).chain(any(bundle.len())).collect();
        for cut in inner.into_iter().filter(|cut| *cut < content.len()) {
            let cut = if sabotage { content.len() } else { cut };
            tried.count(one.refuses_content(&content[..cut], |why| why == ExchangeError::CutOff));
        }
        for cut in outer.into_iter().filter(|cut| *cut < bundle.len()) {
            tried.count(one.refuses(&bundle[..cut], cut_or_damaged));
        }
        tried.note = one.told();
        tried
    });
}

#[test]
fn what_is_added_is_refused() {
    let rounds = times(20, 500);
    point(EXCHANGE, "bytes added behind a bundle, and behind its content", |sabotage| {
        let (mut one, mut dice, mut tried) = (Besieged::new(), Dice(13), Tried::default());
        let (bundle, content) = (one.bundle.clone(), one.content.clone());
        for round in 0..rounds {
            let length = if sabotage { 0 } else { 1 + dice.below(1 << (round % 17)) };
            let more: Vec<u8> = (0..length).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
            let longer = [content.as_slice(), &more].concat();
            tried.count(one.refuses_content(&longer, |why| why == ExchangeError::Damaged(Part::End)));
            tried.count(one.refuses(&[bundle.as_slice(), &more].concat(), cut_or_damaged));
        }
        tried.count(one.refuses(&content, |why| why == ExchangeError::NotABundle));
        tried
    });
}

/// Held to what the reader gives, so that a refusal is never the only thing that it can do.
#[test]
fn the_besieged_bundle_is_sound() -> Result<()> {
    let one = Besieged::new();
    import(&one.bundle, &one.reader.keys.sealing, &[&one.sender])?;
    import(&sealed(&one.content, &one.reader), &one.reader.keys.sealing, &[&one.sender]).map(|_| ())
}
