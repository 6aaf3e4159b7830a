//! A vault from its making to its last officer, and the plug pulled at every step of it.

use std::fs;
use std::path::{Path, PathBuf};

use crate::files::{self, plug};
use crate::kdf::derivations;
use crate::kit::Kit;
use crate::recovery::RecoveryKey;
use crate::{
    DataKey, Error, Kdf, NewPassphrase, NewVault, Opened, Part, Passphrase, RecoveryChoice, Result, SlotId,
    failures, layout, open, open_with_recovery, register_path,
};

const SARI: &str = "abacus abdomen zebra zesty walnut";
const BUDI: &str = "wobbly armband zipper clover tapestry";

fn new(words: &str) -> NewPassphrase {
    NewPassphrase::choose(words, "").unwrap()
}

fn typed(words: &str) -> Passphrase {
    Passphrase::parse(words).unwrap()
}

/// Stands for the database: a file that says which key it is encrypted with, replaced in one step.
fn encrypt_database(folder: &Path, key: &DataKey) {
    files::write_part(&register_path(folder), blake3::hash(key.expose()).as_bytes(), Part::File).ok();
}

fn database(folder: &Path) -> impl FnMut(&DataKey) -> Result<Option<()>> {
    move |key| {
        let opens = fs::read(register_path(folder)).unwrap() == blake3::hash(key.expose()).as_bytes();
        Ok(opens.then_some(()))
    }
}

fn enter(folder: &Path, officer: Option<&str>, words: &str) -> Result<Opened> {
    open(folder, officer, &typed(words))?.settle(database(folder)).map(|(opened, ())| opened)
}

fn make(folder: &Path) -> (Opened, RecoveryKey) {
    let vault = NewVault::prepare(folder, "Sari", &new(SARI), Kdf::QUICK).unwrap();
    let recovery = RecoveryKey::parse(&vault.recovery().to_text()).unwrap();
    let opened = vault.finish(&recovery).unwrap();
    encrypt_database(folder, opened.data_key());
    (opened, recovery)
}

/// A vault of Sari and Budi, closed.
fn pair(folder: &Path) -> (SlotId, SlotId, RecoveryKey) {
    let (mut opened, recovery) = make(folder);
    let budi = opened.add_officer("Budi", &new(BUDI), Kdf::QUICK).unwrap();
    (opened.officer().unwrap(), budi, recovery)
}

fn copy(from: &Path) -> tempfile::TempDir {
    fn all(from: &Path, to: &Path) {
        for entry in fs::read_dir(from).unwrap().map(std::result::Result::unwrap) {
            let target = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                fs::create_dir(&target).unwrap();
                all(&entry.path(), &target);
            } else {
                fs::copy(entry.path(), target).unwrap();
            }
        }
    }
    let to = tempfile::tempdir().unwrap();
    all(from, to.path());
    to
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = [folder.to_path_buf(), folder.join("slots")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_vault_opens_with_its_passphrase_and_gives_its_data_key() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, _) = make(folder.path());
    let key = opened.data_key().clone();
    assert!(matches!(open(folder.path(), None, &typed(SARI)), Err(Error::Locked)));
    drop(opened);
    let opened = enter(folder.path(), None, SARI).unwrap();
    assert!(*opened.data_key() == key && opened.generation() == 1);
    drop(opened);
    assert!(enter(folder.path(), Some(" SARI "), SARI).is_ok());
}

#[test]
fn there_is_no_vault_before_the_recovery_key_was_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault = NewVault::prepare(folder.path(), "Sari", &new(SARI), Kdf::QUICK).unwrap();
    assert!(matches!(vault.finish(&RecoveryKey::generate().unwrap()), Err(Error::WrongRecoveryKey)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(matches!(open(folder.path(), None, &typed(SARI)), Err(Error::NotAVault)));
}

#[test]
fn a_vault_is_only_made_in_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.pdf"), b"").unwrap();
    let prepared = NewVault::prepare(folder.path(), "Sari", &new(SARI), Kdf::QUICK);
    assert!(matches!(prepared, Err(Error::NotEmpty)));
}

#[test]
fn wrong_passphrases_and_unknown_names_look_the_same_and_are_counted() {
    let folder = tempfile::tempdir().unwrap();
    pair(folder.path());
    assert!(matches!(open(folder.path(), None, &typed(SARI)), Err(Error::NameNeeded)));
    let refused = |officer, words| {
        let before = derivations();
        let error = open(folder.path(), Some(officer), &typed(words)).unwrap_err();
        (error.to_string(), derivations() - before)
    };
    assert_eq!(refused("Sari", BUDI), refused("Tuti", SARI));
    assert!(matches!(
        open(folder.path(), Some("Budi"), &typed(SARI)),
        Err(Error::WrongPassphrase { failures: 3 })
    ));
    assert_eq!(failures::count(folder.path()).unwrap(), 3);
    enter(folder.path(), Some("Budi"), BUDI).unwrap();
    assert_eq!(failures::count(folder.path()).unwrap(), 0);
}

#[test]
fn every_altered_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, _) = make(folder.path());
    let slot = layout::slot_path(Path::new(""), opened.officer().unwrap());
    drop(opened);
    for name in [PathBuf::from("vault.id"), slot, PathBuf::from("data.key")] {
        let whole = fs::read(folder.path().join(&name)).unwrap();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 1;
            fs::write(folder.path().join(&name), flipped).unwrap();
            let refused = open(folder.path(), None, &typed(SARI)).unwrap_err();
            assert!(
                matches!(refused, Error::Tampered(_) | Error::NewerFormat(_) | Error::NotForThisKey),
                "byte {at} of {}: {refused}",
                name.display()
            );
        }
        fs::write(folder.path().join(&name), whole).unwrap();
    }
    enter(folder.path(), None, SARI).unwrap();
}

#[test]
fn a_damaged_slot_keeps_no_other_officer_out_and_can_be_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let (_, budi, _) = pair(folder.path());
    fs::write(layout::slot_path(folder.path(), budi), b"damaged").unwrap();
    assert!(matches!(open(folder.path(), Some("Budi"), &typed(BUDI)), Err(Error::Tampered(Part::Slot))));
    let mut opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
    opened.replace_officer(budi, "Budi", &new(BUDI), Kdf::QUICK).unwrap();
    drop(opened);
    enter(folder.path(), Some("Budi"), BUDI).unwrap();
}

#[test]
fn a_data_key_that_the_database_does_not_have_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    make(folder.path());
    encrypt_database(folder.path(), &DataKey::generate().unwrap());
    assert!(matches!(enter(folder.path(), None, SARI), Err(Error::Tampered(Part::DataKey))));
}

#[test]
fn no_file_of_a_vault_holds_a_name() {
    let folder = tempfile::tempdir().unwrap();
    pair(folder.path());
    for path in [folder.path().to_path_buf(), folder.path().join("slots")] {
        for entry in fs::read_dir(path).unwrap().map(std::result::Result::unwrap) {
            let mut text = entry.file_name().into_string().unwrap().to_lowercase();
            if entry.file_type().unwrap().is_file() {
                text.push_str(&String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).to_lowercase());
            }
            assert!(!text.contains("sari") && !text.contains("budi"));
        }
    }
}

#[test]
fn with_every_passphrase_lost_the_paper_opens_the_vault_and_sets_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, recovery) = make(folder.path());
    let key = opened.data_key().clone();
    drop(opened);
    let texts = recovery.split().unwrap().map(|share| share.to_text());
    let from_shares = RecoveryKey::from_shares(&[texts[2].as_str(), texts[0].as_str()]).unwrap();
    let (mut opened, ()) =
        open_with_recovery(folder.path(), &from_shares).unwrap().settle(database(folder.path())).unwrap();
    assert!(*opened.data_key() == key && opened.officer().is_none());
    let sari = opened.find_officer("Sari").unwrap().unwrap();
    opened.replace_officer(sari, "Sari", &new(BUDI), Kdf::QUICK).unwrap();
    drop(opened);
    assert!(matches!(enter(folder.path(), None, SARI), Err(Error::WrongPassphrase { .. })));
    enter(folder.path(), None, BUDI).unwrap();
    let other = RecoveryKey::generate().unwrap();
    assert!(matches!(open_with_recovery(folder.path(), &other), Err(Error::WrongRecoveryKey)));
}

#[test]
fn the_drill_tells_the_right_sheet_from_another() {
    let folder = tempfile::tempdir().unwrap();
    let (opened, recovery) = make(folder.path());
    opened.drill(&recovery).unwrap();
    let other = RecoveryKey::generate().unwrap();
    assert!(matches!(opened.drill(&other), Err(Error::WrongRecoveryKey)));
}

#[test]
fn changing_a_passphrase_touches_one_slot() {
    let folder = tempfile::tempdir().unwrap();
    let (sari, budi, _) = pair(folder.path());
    let opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
    let before = fs::read(layout::data_key_path(folder.path())).unwrap();
    let wrong = opened.change_passphrase(budi, &typed(SARI), &new(SARI), Kdf::QUICK);
    assert!(matches!(wrong, Err(Error::WrongPassphrase { failures: 1 })));
    opened
        .change_passphrase(sari, &typed(SARI), &new("zipper walnut clover armband zesty"), Kdf::QUICK)
        .unwrap();
    assert_eq!(fs::read(layout::data_key_path(folder.path())).unwrap(), before);
    drop(opened);
    assert!(enter(folder.path(), Some("Sari"), SARI).is_err());
    enter(folder.path(), Some("Budi"), BUDI).unwrap();
    enter(folder.path(), Some("Sari"), "zipper walnut clover armband zesty").unwrap();
}

#[test]
fn two_officers_never_have_one_name() {
    let folder = tempfile::tempdir().unwrap();
    let (mut opened, _) = make(folder.path());
    assert!(matches!(opened.add_officer("sari", &new(BUDI), Kdf::QUICK), Err(Error::OfficerExists)));
    let budi = opened.add_officer("Budi", &new(BUDI), Kdf::QUICK).unwrap();
    assert!(matches!(
        opened.replace_officer(budi, "Sari", &new(BUDI), Kdf::QUICK),
        Err(Error::OfficerExists)
    ));
    let nobody = SlotId::from_bytes([0; 8]);
    assert!(matches!(
        opened.replace_officer(nobody, "Tuti", &new(BUDI), Kdf::QUICK),
        Err(Error::NoSuchOfficer)
    ));
}

/// Point 12 of the reviewer's list.
#[test]
fn a_leavers_old_slot_does_not_open_the_rekeyed_vault() {
    let folder = tempfile::tempdir().unwrap();
    let (sari, budi, recovery) = pair(folder.path());
    let kept = copy(folder.path());
    let mut opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
    let old = opened.data_key().clone();
    let prepared = opened.prepare_rekey(&[budi], &RecoveryChoice::Keep).unwrap();
    assert!(*prepared.data_key() != old);
    encrypt_database(folder.path(), prepared.data_key());
    opened.commit_rekey(prepared).unwrap();
    assert_eq!((opened.officers().collect::<Vec<_>>(), opened.generation()), (vec![sari], 2));
    drop(opened);
    assert!(!layout::slot_path(folder.path(), budi).exists());
    // With the old slot put back, the data key is still not for it; with the old data key as well, it does not fit.
    fs::copy(layout::slot_path(kept.path(), budi), layout::slot_path(folder.path(), budi)).unwrap();
    assert!(matches!(enter(folder.path(), Some("Budi"), BUDI), Err(Error::NotForThisKey)));
    let new_key = fs::read(layout::data_key_path(folder.path())).unwrap();
    fs::copy(layout::data_key_path(kept.path()), layout::data_key_path(folder.path())).unwrap();
    assert!(matches!(enter(folder.path(), Some("Budi"), BUDI), Err(Error::Tampered(Part::DataKey))));
    fs::write(layout::data_key_path(folder.path()), new_key).unwrap();
    let (opened, ()) =
        open_with_recovery(folder.path(), &recovery).unwrap().settle(database(folder.path())).unwrap();
    drop(opened);
    assert!(!layout::slot_path(folder.path(), budi).exists(), "swept");
}

#[test]
fn a_stolen_sheet_is_replaced_with_the_data_key() {
    let folder = tempfile::tempdir().unwrap();
    let (mut opened, stolen) = make(folder.path());
    let sheet = RecoveryKey::generate().unwrap();
    let prepared = opened.prepare_rekey(&[], &RecoveryChoice::Replace(&sheet)).unwrap();
    encrypt_database(folder.path(), prepared.data_key());
    opened.commit_rekey(prepared).unwrap();
    assert!(matches!(opened.drill(&stolen), Err(Error::WrongRecoveryKey)));
    opened.drill(&sheet).unwrap();
}

#[test]
fn while_the_key_changes_nobody_is_added_and_it_can_be_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let (mut opened, _) = make(folder.path());
    let sari = opened.officer().unwrap();
    assert!(matches!(opened.prepare_rekey(&[sari], &RecoveryChoice::Keep), Err(Error::LastOfficer)));
    let prepared = opened.prepare_rekey(&[], &RecoveryChoice::Keep).unwrap();
    assert!(matches!(opened.prepare_rekey(&[], &RecoveryChoice::Keep), Err(Error::Unsettled)));
    assert!(matches!(opened.add_officer("Budi", &new(BUDI), Kdf::QUICK), Err(Error::Unsettled)));
    assert!(matches!(Kit::of(&opened), Err(Error::Unsettled)));
    opened.abandon_rekey(prepared).unwrap();
    opened.add_officer("Budi", &new(BUDI), Kdf::QUICK).unwrap();
    assert!(!layout::next_key_path(folder.path()).exists());
}

/// Changes the data key, with Budi leaving; stops where the disk stops.
fn rekey(opened: &mut Opened, folder: &Path, leaving: SlotId) -> Result<()> {
    let prepared = opened.prepare_rekey(&[leaving], &RecoveryChoice::Keep)?;
    encrypt_database(folder, prepared.data_key());
    if database(folder)(prepared.data_key())?.is_none() {
        return Err(Error::Unsettled);
    }
    opened.commit_rekey(prepared)
}

#[test]
fn a_change_of_key_cut_short_at_any_step_leaves_the_old_vault_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let (_, budi, recovery) = pair(folder.path());
    let (mut old, mut moved) = (0, 0);
    for steps in 0.. {
        let folder = copy(folder.path());
        let mut opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
        let before = opened.data_key().clone();
        let cut_short = plug::pulled_after(steps, || {
            let _ = rekey(&mut opened, folder.path(), budi);
        });
        drop(opened);
        if !cut_short {
            break;
        }
        // Whoever comes first after the crash: one who stays, recovery, or the leaver (who must not do harm).
        for first in 0..3 {
            let folder = copy(folder.path());
            let stays_in = match first {
                0 => None,
                1 => {
                    let unlocked = open_with_recovery(folder.path(), &recovery).unwrap();
                    unlocked.settle(database(folder.path())).map(drop).unwrap();
                    None
                }
                _ => Some(enter(folder.path(), Some("Budi"), BUDI).is_ok()),
            };
            let opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
            let is_old = *opened.data_key() == before;
            assert_eq!(opened.generation(), if is_old { 1 } else { 2 });
            drop(opened);
            assert!(
                !names(folder.path()).iter().any(|name| name.ends_with(".tmp") || name == "data.key.next")
            );
            assert_eq!(enter(folder.path(), Some("Budi"), BUDI).is_ok(), is_old);
            assert!(stays_in.is_none_or(|in_at_first| in_at_first == is_old));
            if is_old { old += 1 } else { moved += 1 }
        }
    }
    assert!(old >= 9 && moved >= 6, "{old} old, {moved} moved: the plug was pulled on both sides");
}

#[test]
fn a_change_of_staff_cut_short_at_any_step_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    pair(folder.path());
    let changes: [fn(&mut Opened) -> Result<()>; 3] = [
        |vault| vault.add_officer("Tuti", &new(BUDI), Kdf::QUICK).map(drop),
        |vault| {
            let budi = vault.find_officer("Budi")?.unwrap();
            vault.replace_officer(budi, "Budi", &new(SARI), Kdf::QUICK).map(drop)
        },
        |vault| {
            let budi = vault.find_officer("Budi")?.unwrap();
            vault.change_passphrase(budi, &typed(BUDI), &new(SARI), Kdf::QUICK)
        },
    ];
    for change in changes {
        for steps in 0.. {
            let folder = copy(folder.path());
            let mut opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
            let cut_short = plug::pulled_after(steps, || {
                let _ = change(&mut opened);
            });
            drop(opened);
            let unswept = copy(folder.path());
            let in_with = |folder: &Path, words| enter(folder, Some("Budi"), words).is_ok();
            assert!(
                in_with(unswept.path(), BUDI) != in_with(unswept.path(), SARI),
                "one of the two passphrases"
            );
            drop(enter(folder.path(), Some("Sari"), SARI).unwrap());
            assert!(in_with(folder.path(), BUDI) != in_with(folder.path(), SARI), "and after sweeping");
            let slots = names(folder.path()).iter().filter(|name| name.ends_with(".slot")).count();
            let tuti = enter(folder.path(), Some("Tuti"), BUDI).is_ok();
            assert_eq!(slots, if tuti { 3 } else { 2 });
            if !cut_short {
                break;
            }
        }
    }
}

#[test]
fn a_making_cut_short_at_any_step_is_no_vault_and_can_be_made_again() {
    for steps in 0.. {
        let folder = tempfile::tempdir().unwrap();
        let vault = NewVault::prepare(folder.path(), "Sari", &new(SARI), Kdf::QUICK).unwrap();
        let recovery = vault.recovery().clone();
        let mut made = false;
        let cut_short = plug::pulled_after(steps, || made = vault.finish(&recovery).is_ok());
        if !cut_short {
            assert!(made);
            break;
        }
        if matches!(open(folder.path(), None, &typed(SARI)), Err(Error::NotAVault)) {
            make(folder.path());
            enter(folder.path(), None, SARI).unwrap();
        } else {
            open(folder.path(), None, &typed(SARI)).unwrap();
        }
    }
}

#[test]
fn a_kit_makes_the_vault_again_without_its_counters() {
    let (folder, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    pair(folder.path());
    let opened = enter(folder.path(), Some("Sari"), SARI).unwrap();
    fs::write(layout::counters_path(folder.path()), b"").unwrap();
    let bytes = Kit::of(&opened).unwrap().to_bytes().unwrap();
    let key = opened.data_key().clone();
    Kit::from_bytes(&bytes).unwrap().unpack(elsewhere.path()).unwrap();
    fs::copy(register_path(folder.path()), register_path(elsewhere.path())).unwrap();
    let again = enter(elsewhere.path(), Some("Budi"), BUDI).unwrap();
    assert!(*again.data_key() == key && again.vault() == opened.vault());
    assert!(!layout::counters_path(elsewhere.path()).exists());
    assert!(matches!(Kit::from_bytes(&bytes).unwrap().unpack(elsewhere.path()), Err(Error::NotEmpty)));
    for at in 0..bytes.len() {
        let mut flipped = bytes.clone();
        flipped[at] ^= 1;
        assert!(Kit::from_bytes(&flipped).is_err(), "byte {at}");
    }
}

/// A vault made by the first version must open for ever: with each passphrase, from paper, and from shares.
#[test]
fn the_vault_of_the_first_format_opens() {
    let folder = copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/format-1"));
    let key = "1641dda7198e184b28b46dfb85f4964e9b752537ac400b4dd5adf87c394595cc";
    let sheet = "06FR-4G5T-NGCS-734D-6PK3-6DK8-CFKD-DSVJ-3BMC-7RYS-GTVD-WPVX-H75M-9SD6";
    let shares = [
        "466A-0A0Y-971X-9TR1-XY9Q-X6YY-P75K-9BZ2-CRJA-NYYJ-A865-1TME-KFZJ-GS07-8P6Y-WWPP-3MYE-RPKK",
        "466A-0A0Y-971X-9TR3-1YRG-5P9T-ZHXN-KTTH-ZC58-ZG5D-4YJJ-7HXV-FP3T-60RR-QRNS-JV38-NK6F-35FT",
    ];
    let recovery = RecoveryKey::parse(sheet).unwrap();
    assert!(RecoveryKey::from_shares(&shares).unwrap() == recovery);
    let unlock: [&dyn Fn() -> Result<crate::Unlocked>; 3] = [
        &|| open(folder.path(), Some("Sari"), &typed(SARI)),
        &|| open(folder.path(), Some("Budi"), &typed(BUDI)),
        &|| open_with_recovery(folder.path(), &recovery),
    ];
    for way in unlock {
        let (opened, ()) = way().unwrap().settle(|_| Ok::<_, Error>(Some(()))).unwrap();
        assert_eq!(crate::entropy::hex(opened.data_key().expose()), key);
    }
}
