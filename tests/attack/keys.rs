//! Points about keys: slots, attachments, shares, paper, leavers.

use std::fs;
use std::io::Read as _;

use crate::bench::Laptop;
use crate::point::{Dice, Tried, point};
use desk::{Kdf, views::NewOfficer};
use vault::attachment::{FileKey, NameKey, open, seal};
use zeroize::Zeroizing;

#[test]
fn p05_every_byte_of_a_key_slot_flipped() {
    point(5, "each byte of a key slot flipped", |sabotage| {
        let laptop = Laptop::new();
        laptop.begin().0.lock().unwrap();
        let slot = fs::read_dir(laptop.vault().join("slots")).unwrap().next().unwrap().unwrap().path();
        let whole = fs::read(&slot).unwrap();
        let mut tried = Tried::default();
        // One bit of each byte, and in the long run each of its eight.
        let bits = crate::point::times(1, 8);
        for (at, bit) in (0..whole.len()).flat_map(|at| (0..bits).map(move |bit| (at, bit))) {
            let mut flipped = whole.clone();
            flipped[at] ^= if sabotage { 0 } else { 1 << bit };
            fs::write(&slot, flipped).unwrap();
            // The wait between wrong passphrases is the keyboard's, not that of somebody with the folder.
            let _none = fs::remove_file(laptop.vault().join("failures"));
            tried.attempts += 1;
            tried.broken += u32::from(laptop.unlock().is_ok());
        }
        tried
    });
}

#[test]
fn p06_a_sealed_file_cut_swapped_appended_moved() {
    point(6, "attachment cut, swapped, appended, moved", |sabotage| {
        let (key, other, names) =
            (FileKey::generate().unwrap(), FileKey::generate().unwrap(), NameKey::generate().unwrap());
        let content: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        let mut sealed = Vec::new();
        seal(content.as_slice(), &mut sealed, &key, &names).unwrap();
        let head = 27;
        let chunk = 64 * 1024 + 16;
        let mut swapped = sealed.clone();
        let (first, second) = swapped.split_at_mut(head + chunk);
        first[head..].swap_with_slice(&mut second[..chunk]);
        let mut altered =
            vec![swapped, [sealed.as_slice(), b"x"].concat(), sealed[..head + 2 * chunk].to_vec()];
        altered.extend((0..64).map(|step| sealed[..step * sealed.len() / 64].to_vec()));
        altered.extend((0..64).map(|step| {
            let mut flipped = sealed.clone();
            flipped[step * sealed.len() / 64] ^= 0x80;
            flipped
        }));
        let mut tried = Tried::default();
        let mut attempt = |bytes: &[u8], key: &FileKey| {
            let mut read = Vec::new();
            let bytes = if sabotage { sealed.as_slice() } else { bytes };
            let key = if sabotage { &key.clone() } else { key };
            tried.attempts += 1;
            tried.broken +=
                u32::from(open(bytes, key).is_ok_and(|mut opened| opened.read_to_end(&mut read).is_ok()));
        };
        altered.iter().for_each(|bytes| attempt(bytes, &key));
        attempt(&sealed, &other);
        tried
    });
}

#[test]
fn p10_any_two_shares_and_nothing_less() {
    point(10, "one share, damaged, or the same twice", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, key) = laptop.begin();
        let shares = desk::split(&Zeroizing::new(key)).unwrap();
        let mut tried = Tried::default();
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            tried.attempts += 1;
            tried.broken += u32::from(desk.drill(&[shares[a].clone(), shares[b].clone()]).is_err());
        }
        let mut refused = |given: &[Zeroizing<String>]| {
            tried.attempts += 1;
            tried.broken += u32::from(desk.drill(given).is_ok());
        };
        for share in &shares {
            refused(std::slice::from_ref(share));
            refused(&[share.clone(), share.clone()]);
            for at in (0..share.len()).filter(|at| share.as_bytes()[*at] != b'-') {
                let mut text: Vec<u8> = share.bytes().collect();
                text[at] = if text[at] == b'7' { b'8' } else { b'7' };
                let altered = Zeroizing::new(String::from_utf8(text).unwrap());
                let other = shares.iter().find(|other| *other != share).unwrap();
                refused(&[altered, other.clone()]);
            }
        }
        if sabotage {
            refused(&shares[..2]);
        }
        tried
    });
}

#[test]
fn p11_every_passphrase_lost_and_back_from_paper() {
    point(11, "all passphrases lost, back from paper", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, key) = laptop.begin();
        desk.fill_sample().unwrap();
        let digest = desk.check().unwrap().digest;
        desk.lock().unwrap();
        let key = if sabotage { Laptop::new().begin().1 } else { key };
        let sheet = [Zeroizing::new(format!("Recovery key\n\n  {key}\n"))];
        let back = desk::recover(laptop.given(), &laptop.vault(), &sheet, None, None, Kdf::QUICK);
        let same = back.is_ok_and(|back| {
            let words = back.passphrase.unwrap();
            let opened = laptop.unlock_at(&laptop.vault(), "Sari Contoh", &words);
            opened.is_ok_and(|mut desk| desk.check().unwrap().digest == digest) && laptop.unlock().is_err()
        });
        Tried::once(same)
    });
}

#[test]
fn p12_a_leavers_slot_against_the_rekeyed_vault() {
    point(12, "a leaver's old slot and keys put back", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, _) = laptop.begin();
        let input = NewOfficer { name: "Budi Contoh".into(), role: "officer".into(), passphrase: None };
        let words = desk.add_officer(&input, Kdf::QUICK).unwrap().passphrase.unwrap();
        desk.lock().unwrap();
        let kept = laptop.path("kept");
        crate::bench::copy_folder(&laptop.vault(), &kept);
        let mut desk = laptop.unlock().unwrap();
        if !sabotage {
            desk.remove_officer("Budi Contoh").unwrap();
        }
        desk.lock().unwrap();
        let mut tried = Tried::default();
        let mut attempt = || {
            let _none = fs::remove_file(laptop.vault().join("failures"));
            tried.attempts += 1;
            tried.broken += u32::from(laptop.unlock_at(&laptop.vault(), "Budi Contoh", &words).is_ok());
        };
        attempt();
        for slot in fs::read_dir(kept.join("slots")).unwrap().map(Result::unwrap) {
            fs::copy(slot.path(), laptop.vault().join("slots").join(slot.file_name())).unwrap();
        }
        attempt();
        fs::copy(kept.join("data.key"), laptop.vault().join("data.key")).unwrap();
        attempt();
        tried
    });
}

#[test]
fn p17_mutated_files_are_read_or_refused() {
    let rounds = crate::point::times(400, 20_000);
    point(17, "mutated kit, slot, attachment, roster, card", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, _) = laptop.begin();
        desk.fill_sample().unwrap();
        let stick = laptop.path("stick");
        let made = desk.backup_to(&stick).unwrap();
        let kit = fs::read(stick.join(made.name).join("keys")).unwrap();
        let roster = fs::read("tests/fixtures/rosters/night-of-28.xlsx").unwrap();
        let list = fs::read("tests/fixtures/rosters/old-office-list.csv").unwrap();
        let card = desk.laptop().unwrap().card;
        let key = FileKey::generate().unwrap();
        let mut sealed = Vec::new();
        seal([7; 70_000].as_slice(), &mut sealed, &key, &NameKey::generate().unwrap()).unwrap();
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut tried = Tried::default();
        for _ in 0..rounds {
            let kit = dice.mutate(&kit);
            let (roster, list, sealed) = (dice.mutate(&roster), dice.mutate(&list), dice.mutate(&sealed));
            let card = String::from_utf8_lossy(&dice.mutate(card.as_bytes())).into_owned();
            // Anything but a panic is an answer; what was opened is as it was.
            let run = std::panic::AssertUnwindSafe(|| {
                let _kit = vault::kit::Kit::from_bytes(&kit);
                let mut read = Vec::new();
                let _file =
                    open(sealed.as_slice(), &key).is_ok_and(|mut file| file.read_to_end(&mut read).is_ok());
                let _list = desk.open_roster(&list, "list.csv").is_ok();
                let _roster = desk.open_roster(&roster, "list.xlsx").is_ok();
                desk.drop_roster();
                let _card = desk.trust(&card, true).is_ok();
                assert!(!sabotage, "sabotaged");
            });
            tried.attempts += 5;
            tried.broken += u32::from(std::panic::catch_unwind(run).is_err());
            if sabotage {
                break;
            }
        }
        tried.broken += u32::from(!desk.check().unwrap().sound);
        tried
    });
}
