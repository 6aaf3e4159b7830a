//! Passphrases for copies that leave: told over the telephone, typed by a stranger.
//!
//! Owns that they have at least five words and 64 bits, and no more than 32 bytes, of which some PDF readers take no more.
//! Refuses to be a passphrase of the vault, which is longer.

use zeroize::Zeroizing;

use crate::{Error, Result, entropy, words};

/// What every reader of PDF takes whole.
pub const LONGEST: usize = 32;
const WORDS: usize = 6;
/// Six words of four letters and the blanks between them are 29 bytes.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=4;

/// Draws one at random.
///
/// # Errors
/// `NoEntropy`.
pub fn draw() -> Result<Zeroizing<String>> {
    let list = list();
    let count = u32::try_from(list.len()).map_err(|_| Error::NoEntropy)?;
    let mut text = Zeroizing::new(String::with_capacity(64));
    for at in 0..WORDS {
        let drawn = usize::try_from(entropy::below(count.max(1))?).unwrap_or(usize::MAX);
        if at > 0 {
            text.push(' ');
        }
        text.push_str(list.get(drawn).copied().ok_or(Error::NoEntropy)?);
    }
    Ok(text)
}

/// Every short word of the lists, each once.
fn list() -> Vec<&'static str> {
    let short =
        |word: &&str| LETTERS.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let mut words: Vec<&'static str> = words::all().filter(short).collect();
    words.sort_unstable();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, WORDS, draw, list};

    #[test]
    fn it_is_worth_64_bits_and_fits_every_reader() {
        let count = u32::try_from(list().len()).unwrap();
        let words = i32::try_from(WORDS).unwrap();
        assert!(f64::from(count).powi(words) >= 2f64.powi(64), "{count} words");
        for _ in 0..20 {
            let drawn = draw().unwrap();
            assert!(drawn.len() <= LONGEST && drawn.split(' ').count() >= 5, "{}", drawn.len());
        }
        assert_ne!(*draw().unwrap(), *draw().unwrap());
    }
}
