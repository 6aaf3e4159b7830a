use super::{RecoveryKey, Share, Sheet};
use crate::{Error, ShareFault};

fn split() -> (RecoveryKey, [String; 3]) {
    let key = RecoveryKey::generate().unwrap();
    let shares = key.split().unwrap().map(|share| share.to_text().to_string());
    (key, shares)
}

fn fault(texts: &[&str]) -> ShareFault {
    match RecoveryKey::from_shares(texts) {
        Err(Error::Shares(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_written_key_reads_back_however_it_was_copied() {
    let key = RecoveryKey::generate().unwrap();
    let text = key.to_text();
    assert_eq!(text.split('-').map(str::len).collect::<Vec<_>>(), [4; 14]);
    let sloppy = text.to_lowercase().replace('-', "  ").replace('0', "o").replace('1', "l");
    assert!(RecoveryKey::parse(&text).unwrap() == key);
    assert!(RecoveryKey::parse(&sloppy).unwrap() == key);
}

#[test]
fn a_slip_in_the_written_key_is_noticed() {
    let key = RecoveryKey::generate().unwrap();
    let text = key.to_text();
    let mut accepted = 0;
    for at in 0..text.len() {
        for other in ['7', 'Z'] {
            let mut slip: Vec<char> = text.chars().collect();
            if slip[at] == '-' || slip[at] == other {
                continue;
            }
            slip[at] = other;
            // One in 65,536 slips has the right checksum by chance, and then opens no vault.
            match RecoveryKey::parse(&slip.iter().collect::<String>()) {
                Err(Error::MistypedRecoveryKey) => {}
                Ok(found) => {
                    assert!(found != key);
                    accepted += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
    }
    assert!(accepted <= 1);
    for wrong in ["", "0000", &text[..text.len() - 1], &format!("{}0", &*text), &text.replacen('-', "U", 1)] {
        assert!(matches!(RecoveryKey::parse(wrong), Err(Error::MistypedRecoveryKey)));
    }
}

/// A sheet printed by the first version must be readable for ever.
#[test]
fn the_written_form_and_the_sealing_key_never_change() {
    let key = RecoveryKey(zeroize::Zeroizing::new(std::array::from_fn(|at| u8::try_from(at).unwrap())));
    assert_eq!(
        key.to_text().as_str(),
        "0400-20G3-0G2G-C1R8-1450-P30D-1R7H-048J-2CA1-A5GQ-30CH-M6RW-3MF1-ZY8J"
    );
    assert_eq!(
        key.sealing_key().public().unwrap().to_string(),
        "age1d6uqsnrs7847uuu8pzfhh00lrhpjug4f3y8klanlv6sq62gaeykq5327vz"
    );
}

#[test]
fn each_pair_of_shares_gives_the_key_and_so_do_all_three() {
    let (key, [a, b, c]) = split();
    for shares in [vec![&a, &b], vec![&a, &c], vec![&b, &c], vec![&c, &a], vec![&a, &b, &c]] {
        assert!(RecoveryKey::from_shares(&shares).unwrap() == key);
    }
}

#[test]
fn each_wrong_handful_of_shares_has_its_own_error() {
    let (key, [a, b, _]) = split();
    let (_, [other, ..]) = split();
    let again = key.split().unwrap().map(|share| share.to_text().to_string());
    assert_eq!(fault(&[]), ShareFault::TooFew);
    assert_eq!(fault(&[&a]), ShareFault::TooFew);
    assert_eq!(fault(&[&a, &a]), ShareFault::SameTwice);
    assert_eq!(fault(&[&a, &other]), ShareFault::MixedSets);
    assert_eq!(fault(&[&a, &again[1]]), ShareFault::MixedSets);
    assert_eq!(fault(&[&a, &key.to_text()]), ShareFault::Corrupted(1));
    for at in (0..b.len()).filter(|at| b.as_bytes()[*at] != b'-') {
        let mut slip = b.clone().into_bytes();
        slip[at] = if slip[at] == b'7' { b'8' } else { b'7' };
        assert_eq!(fault(&[&a, std::str::from_utf8(&slip).unwrap()]), ShareFault::Corrupted(1));
    }
}

#[test]
fn points_that_do_not_belong_together_are_noticed() {
    let (_, [a, b, _]) = split();
    let mut forged = Share::parse(&b).unwrap();
    forged.point[0] ^= 1;
    assert_eq!(fault(&[&a, &forged.to_text()]), ShareFault::MixedSets);
}

#[test]
fn a_sheet_may_say_other_things_as_well() {
    let (key, [a, ..]) = split();
    let sheet = format!("Simpan di tempat aman\n\n  {}\n\nKeep this safe.\n", &*key.to_text());
    assert!(matches!(Sheet::read(&sheet).unwrap(), Sheet::Key(found) if found == key));
    assert!(matches!(Sheet::read(&format!("Share 1\n{a}\n")).unwrap(), Sheet::Share(found) if *found == a));
    assert!(matches!(Sheet::read("nothing here"), Err(Error::MistypedRecoveryKey)));
}
