//! Packing of one part of the log. Owns compression and its limits; refuses a part that would expand beyond them before
//! it expands.

use crate::error::{ExchangeError, Limit, Part, Result};
use std::io::Read;

/// The most bytes of a part, expanded.
pub(crate) const FRAME_BYTES: usize = 4 * 1024 * 1024;

/// How many times larger than packed a part may be.
pub(crate) const EXPANSION: u64 = 100;

/// Parts up to this size are packed as hard as can be: a day's edits go by e-mail.
const SMALL: usize = 64 * 1024;
const WINDOW_LOG: u32 = 23;

/// How the bytes of a part are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    /// As they are.
    Plain,
    /// By zstd.
    Zstd,
}

/// Packs `plain`, unless packing would gain nothing or would make it look like a bomb.
pub(crate) fn pack(plain: &[u8]) -> Result<(Packing, Vec<u8>)> {
    let level = if plain.len() <= SMALL { 19 } else { 3 };
    let packed = zstd::bulk::compress(plain, level).map_err(|error| ExchangeError::Disk(error.kind()))?;
    let suspicious = packed.len() as u64 * EXPANSION < plain.len() as u64;
    if packed.len() < plain.len() && !suspicious {
        Ok((Packing::Zstd, packed))
    } else {
        Ok((Packing::Plain, plain.to_vec()))
    }
}

/// Expands `packed` to exactly `expanded` bytes, never to more.
pub(crate) fn unpack(packing: Packing, packed: Vec<u8>, expanded: usize, part: Part) -> Result<Vec<u8>> {
    if expanded > FRAME_BYTES {
        return Err(ExchangeError::TooLarge(Limit::Frame));
    }
    let damaged = ExchangeError::Damaged(part);
    let plain = match packing {
        Packing::Plain => packed,
        Packing::Zstd => {
            let mut decoder = zstd::stream::Decoder::with_buffer(packed.as_slice()).map_err(|_| damaged)?;
            decoder.window_log_max(WINDOW_LOG).map_err(|_| damaged)?;
            let mut plain = Vec::with_capacity(expanded);
            // One byte more than expected, to tell a part that would go on from one that ends.
            decoder.take(expanded as u64 + 1).read_to_end(&mut plain).map_err(|_| damaged)?;
            plain
        }
    };
    if plain.len() == expanded { Ok(plain) } else { Err(damaged) }
}

#[cfg(test)]
mod tests {
    use super::{FRAME_BYTES, Packing, pack, unpack};
    use crate::{ExchangeError, Limit, Part};

    #[test]
    fn what_is_packed_comes_out_again() {
        let text = b"Sulastri ".repeat(9);
        for plain in [b"".as_slice(), b"x", &text, &[7; 100_000]] {
            let (packing, packed) = pack(plain).unwrap();
            assert!(packed.len() as u64 * 100 >= plain.len() as u64);
            assert_eq!(unpack(packing, packed, plain.len(), Part::Chunk(0)).unwrap(), plain);
        }
    }

    #[test]
    fn a_bomb_stops_at_its_own_claim() {
        let bomb = zstd::bulk::compress(&vec![0; 64 * 1024 * 1024], 19).unwrap();
        let claims = [
            (1000, ExchangeError::Damaged(Part::Chunk(3))),
            (FRAME_BYTES + 1, ExchangeError::TooLarge(Limit::Frame)),
        ];
        for (claim, error) in claims {
            assert_eq!(unpack(Packing::Zstd, bomb.clone(), claim, Part::Chunk(3)), Err(error));
        }
    }
}
