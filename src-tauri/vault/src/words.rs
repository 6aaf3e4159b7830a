//! The lists that passphrases are drawn from and measured by. Each is named: asking the crate for one of its lists would carry
//! all six into the program, two of which nobody reads.

use diceware_wordlists::{
    EFF_LONG_WORDLIST, EFF_SHORT_WORDLIST_1, EFF_SHORT_WORDLIST_2_0, MINILOCK_WORDLIST,
};

/// 7,776 words that are easy to tell apart.
pub(crate) static LONG: &[&str] = &EFF_LONG_WORDLIST;

/// Every list whose words somebody who guesses would try.
pub(crate) static ALL: [&[&str]; 4] =
    [&EFF_LONG_WORDLIST, &EFF_SHORT_WORDLIST_1, &EFF_SHORT_WORDLIST_2_0, &MINILOCK_WORDLIST];
