//! From a passphrase to a key: Argon2id, slow on purpose.
//!
//! Owns the parameters and their limits. Refuses parameters under the floor (a downgrade) and over the ceiling (a file
//! that would eat the machine), before any memory is taken.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use zeroize::{Zeroize as _, Zeroizing};

use crate::{Error, Passphrase, Result};

const FLOOR_KIB: u32 = 64 * 1024;
const CEILING_KIB: u32 = 1024 * 1024;
const PASSES: std::ops::RangeInclusive<u32> = 2..=16;
const LANES: std::ops::RangeInclusive<u32> = 1..=4;

/// How much work unlocking takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kdf {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Kdf {
    /// 256 MiB, 3 passes, 1 lane.
    pub const DEFAULT: Self = Self { memory_kib: 256 * 1024, passes: 3, lanes: 1 };

    /// A setting that protects nothing, so that tests and journeys are quick; absent from every packaged build.
    #[cfg(any(test, feature = "test-kdf"))]
    pub const QUICK: Self = Self { memory_kib: 8, passes: 1, lanes: 1 };

    /// Memory in KiB, passes and lanes, if within 64 MiB to 1 GiB, 2 to 16 passes and 1 to 4 lanes.
    ///
    /// # Errors
    /// `KdfOutOfRange`.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self> {
        let kdf = Self { memory_kib, passes, lanes };
        #[cfg(any(test, feature = "test-kdf"))]
        if kdf == Self::QUICK {
            return Ok(kdf);
        }
        if (FLOOR_KIB..=CEILING_KIB).contains(&memory_kib)
            && PASSES.contains(&passes)
            && LANES.contains(&lanes)
        {
            Ok(kdf)
        } else {
            Err(Error::KdfOutOfRange)
        }
    }

    /// Memory in KiB, passes, lanes.
    pub const fn parameters(self) -> [u32; 3] {
        [self.memory_kib, self.passes, self.lanes]
    }

    /// The setting that takes between 0.7 and 2 seconds on this machine, measured; the default where it fits.
    ///
    /// # Errors
    /// `OutOfMemory` when not even 64 MiB can be had.
    pub fn calibrate() -> Result<Self> {
        let mut memory_kib = Self::DEFAULT.memory_kib;
        loop {
            let tried = Self { memory_kib, ..Self::DEFAULT };
            match tried.time() {
                Ok(taken) => {
                    if let Some(fitting) = tried.fitted(taken) {
                        return Ok(fitting);
                    }
                }
                Err(Error::OutOfMemory) if memory_kib > FLOOR_KIB => {}
                Err(error) => return Err(error),
            }
            memory_kib /= 2;
        }
    }

    /// The same memory with as many passes as last about a second, given what three passes took; nothing when two are
    /// too slow already and less memory is allowed.
    fn fitted(self, taken: Duration) -> Option<Self> {
        const SLOWEST: Duration = Duration::from_secs(2);
        const QUICKEST: Duration = Duration::from_millis(700);
        let pass = taken / self.passes;
        if pass * 2 > SLOWEST && self.memory_kib > FLOOR_KIB {
            return None;
        }
        let passes = if taken > SLOWEST {
            2
        } else if taken < QUICKEST {
            let aimed = Duration::from_secs(1).as_millis() / pass.as_millis().max(1);
            u32::try_from(aimed).unwrap_or(u32::MAX)
        } else {
            self.passes
        };
        Some(Self { passes: passes.clamp(*PASSES.start(), *PASSES.end()), ..self })
    }

    fn time(self) -> Result<Duration> {
        let begun = Instant::now();
        self.derive_bytes(b"calibration", &[0; 16])?;
        Ok(begun.elapsed())
    }

    /// The key that `passphrase` gives with `salt`.
    pub(crate) fn derive(self, passphrase: &Passphrase, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
        self.derive_bytes(passphrase.expose(), salt)
    }

    fn derive_bytes(self, secret: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::KdfOutOfRange)?;
        #[cfg(test)]
        DERIVATIONS.set(DERIVATIONS.get() + 1);
        let mut memory = WorkingMemory::reserve(params.block_count())?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into_with_memory(secret, salt, key.as_mut(), &mut memory.0)
            .map_err(|_| Error::KdfOutOfRange)?;
        Ok(key)
    }
}

/// The key can be computed from what Argon2 leaves in its memory, so it is wiped before it goes back to the system.
struct WorkingMemory(Vec<Block>);

impl WorkingMemory {
    fn reserve(blocks: usize) -> Result<Self> {
        let mut memory = Vec::new();
        memory.try_reserve_exact(blocks).map_err(|_| Error::OutOfMemory)?;
        memory.resize(blocks, Block::new());
        Ok(Self(memory))
    }
}

impl Drop for WorkingMemory {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(|block| block.zeroize());
    }
}

#[cfg(test)]
thread_local! {
    static DERIVATIONS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// How many keys this thread has derived: how a test sees that two refusals cost the same.
#[cfg(test)]
pub(crate) fn derivations() -> u32 {
    DERIVATIONS.get()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Kdf;
    use crate::{Error, Passphrase};

    #[test]
    fn the_limits_are_where_they_are_said_to_be() {
        for [memory, passes, lanes] in [[65_536, 2, 1], [1_048_576, 16, 4], [262_144, 3, 1]] {
            assert!(Kdf::new(memory, passes, lanes).is_ok());
        }
        for [memory, passes, lanes] in [
            [65_535, 3, 1],
            [1_048_577, 3, 1],
            [262_144, 1, 1],
            [262_144, 17, 1],
            [262_144, 3, 0],
            [262_144, 3, 5],
            [u32::MAX, u32::MAX, u32::MAX],
        ] {
            assert!(matches!(Kdf::new(memory, passes, lanes), Err(Error::KdfOutOfRange)));
        }
    }

    #[test]
    fn calibration_keeps_to_a_second_or_so() {
        let passes = |taken| Kdf::DEFAULT.fitted(Duration::from_millis(taken)).map(|kdf| kdf.passes);
        assert_eq!(passes(300), Some(10));
        assert_eq!(passes(900), Some(3));
        assert_eq!(passes(2_700), Some(2));
        assert_eq!(passes(3_300), None);
        assert_eq!(passes(1), Some(16));
        let least = Kdf { memory_kib: 64 * 1024, ..Kdf::DEFAULT };
        assert_eq!(least.fitted(Duration::from_secs(60)).unwrap().passes, 2);
    }

    /// Agrees with the `argon2` command of the reference implementation:
    /// `echo -n "one two" | argon2 0123456789abcdef -id -t 2 -k 65536 -p 1 -l 32 -r`.
    #[test]
    fn agrees_with_the_reference_implementation() {
        let key = Kdf::new(65_536, 2, 1)
            .unwrap()
            .derive(&Passphrase::parse("one two").unwrap(), b"0123456789abcdef")
            .unwrap();
        assert_eq!(
            crate::entropy::hex(key.as_ref()),
            "fc8eb87559578a2e9b9a53796a8a7bfb8741f53e70a4db035aeb823e413cd00c"
        );
    }
}
