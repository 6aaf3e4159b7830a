//! Randomness from the operating system, and nowhere else.

use zeroize::Zeroizing;

use crate::{Error, Result};

/// `N` fresh random bytes for public use: salts, nonces, ids.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N]> {
    let mut drawn = [0; N];
    getrandom::fill(&mut drawn).map_err(|_| Error::NoEntropy)?;
    Ok(drawn)
}

/// `N` fresh random bytes for a secret, wiped when dropped.
pub(crate) fn secret<const N: usize>() -> Result<Zeroizing<[u8; N]>> {
    let mut drawn = Zeroizing::new([0; N]);
    getrandom::fill(drawn.as_mut()).map_err(|_| Error::NoEntropy)?;
    Ok(drawn)
}

/// Fills a secret with fresh random bytes where it lies.
pub(crate) fn fill(secret: &mut [u8]) -> Result<()> {
    getrandom::fill(secret).map_err(|_| Error::NoEntropy)
}

/// A number below `bound`, each equally likely. `bound` must not be zero.
pub(crate) fn below(bound: u32) -> Result<u32> {
    // Draws that fall into the incomplete last stretch are thrown away: a plain remainder would favour small numbers.
    let usable = u32::MAX - u32::MAX % bound;
    loop {
        let drawn = u32::from_le_bytes(bytes()?);
        if drawn < usable {
            return Ok(drawn % bound);
        }
    }
}

/// `bytes` in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::{below, hex};

    #[test]
    fn below_reaches_each_number_and_no_other() {
        let mut seen = [false; 6];
        for _ in 0..1_000 {
            seen[below(6).unwrap() as usize] = true;
        }
        assert_eq!(seen, [true; 6]);
    }

    #[test]
    fn hex_is_lower_case_and_padded() {
        assert_eq!(hex(&[0x00, 0x0f, 0xa0]), "000fa0");
    }
}
