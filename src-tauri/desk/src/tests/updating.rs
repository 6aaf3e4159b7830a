use super::{Laptop, PASSPHRASE, writing::person};
use crate::{Desk, DeskError, Publisher, check_update};
use casework::words::Lang;
use exchange::update::{Manifest, Version, write};
use std::{fs, path::PathBuf};
use vault::device::SigningPair;

const PACKAGE: &[u8] = b"!<arch> a package that nobody runs";

fn keys() -> SigningPair {
    SigningPair::from_bytes(&[9; 32])
}

fn publisher() -> Publisher {
    Publisher::read(&format!("test {}", crate::handover::hex(keys().public().as_bytes()))).unwrap()
}

fn manifest(version: Version) -> Manifest {
    Manifest {
        version,
        from: Version(0, 0, 1),
        target: super::super::updating::target(),
        file: "pulang_9.0.0_amd64.deb".into(),
        size: 0,
        hash: [0; 32],
        notes: ["baru".into(), "quicker lists".into(), "ថ្មី".into()],
    }
}

fn on_stick(laptop: &Laptop, manifest: Manifest) -> PathBuf {
    let file = laptop.path("pulang.update");
    fs::write(&file, write(&keys(), manifest, PACKAGE).unwrap()).unwrap();
    fs::create_dir_all(laptop.path("out")).unwrap();
    file
}

fn written(laptop: &Laptop) -> usize {
    fs::read_dir(laptop.path("out")).unwrap().count()
}

fn backups(desk: &Desk) -> usize {
    desk.backups().unwrap().len()
}

fn refused(desk: &mut Desk, laptop: &Laptop, file: &std::path::Path) -> (&'static str, u8) {
    let before = backups(desk);
    let error = desk.take_update(&publisher(), file, &laptop.path("out"), false).unwrap_err();
    assert_eq!((written(laptop), backups(desk)), (0, before), "nothing is written");
    (error.code(), error.exit_code())
}

#[test]
fn an_update_is_proven_backed_up_and_written_out_and_the_way_back_opens() {
    let laptop = Laptop::new(140);
    let mut desk = laptop.begin();
    person(&mut desk, "Larasati");
    let file = on_stick(&laptop, manifest(Version(9, 0, 0)));
    let seen = check_update(&laptop.house, &publisher(), Lang::En, &file).unwrap();
    assert_eq!(
        (seen.publisher.as_str(), seen.standing.as_str(), seen.notes.as_str()),
        ("test", "fits", "quicker lists")
    );

    let taken = desk.take_update(&publisher(), &file, &laptop.path("out"), false).unwrap();
    assert_eq!(fs::read(&taken.path).unwrap(), PACKAGE);
    assert_eq!(taken.install, "sudo apt install ./pulang_9.0.0_amd64.deb");
    assert!(taken.way_back.contains(&taken.backup) && taken.way_back.contains("--aside"));
    assert_eq!((written(&laptop), backups(&desk)), (1, 1));
    assert!(desk.audit_rows().unwrap().iter().any(|row| row.act == "update-taken" && row.object == "9.0.0"));

    person(&mut desk, "Sutrisna");
    desk.lock().unwrap();
    let given = (std::sync::Arc::clone(&laptop.house), std::sync::Arc::clone(&laptop.tools));
    let (vault, config) = (laptop.vault(), laptop.path("config"));
    let back = std::path::Path::new(&taken.backup);
    let restored = crate::restore(given, (&vault, &config), back, (None, PASSPHRASE), true).unwrap();
    assert!(std::path::Path::new(&restored.aside.unwrap()).is_dir(), "what was written since is kept aside");
    let desk = laptop.unlock(PASSPHRASE).unwrap();
    assert_eq!(desk.people_count().unwrap(), 1);
}

#[test]
fn what_does_not_fit_here_is_refused_in_its_own_words() {
    let laptop = Laptop::new(141);
    let mut desk = laptop.begin();
    let here = Version::parse(env!("CARGO_PKG_VERSION")).unwrap();
    for version in [here, Version(0, 0, 9)] {
        let older = on_stick(&laptop, manifest(version));
        assert_eq!(refused(&mut desk, &laptop, &older), ("update-older", 5));
        assert_eq!(
            check_update(&laptop.house, &publisher(), Lang::En, &older).unwrap().standing,
            "update-older"
        );
    }
    let other = on_stick(&laptop, Manifest { target: "windows-x86_64".into(), ..manifest(Version(9, 0, 0)) });
    assert_eq!(refused(&mut desk, &laptop, &other), ("update-target", 5));
    let gap = on_stick(&laptop, Manifest { from: Version(8, 0, 0), ..manifest(Version(9, 0, 0)) });
    assert_eq!(refused(&mut desk, &laptop, &gap), ("update-gap", 5));

    // Back on purpose, and still not onto another system.
    let older = on_stick(&laptop, manifest(Version(0, 0, 9)));
    desk.take_update(&publisher(), &older, &laptop.path("out"), true).unwrap();
    let other = on_stick(&laptop, Manifest { target: "windows-x86_64".into(), ..manifest(Version(0, 0, 9)) });
    let refused = desk.take_update(&publisher(), &other, &laptop.path("out"), true).unwrap_err();
    assert_eq!(refused.code(), "update-target");
}

#[test]
fn damaged_and_foreign_updates_write_nothing_and_each_has_its_own_refusal() {
    let laptop = Laptop::new(142);
    let mut desk = laptop.begin();
    let file = on_stick(&laptop, manifest(Version(9, 0, 0)));
    let whole = fs::read(&file).unwrap();
    let flipped = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let mut claimed = whole.clone();
    claimed[104..108].copy_from_slice(&u32::MAX.to_le_bytes());
    let stranger = write(&SigningPair::from_bytes(&[1; 32]), manifest(Version(9, 0, 0)), PACKAGE).unwrap();
    for (bytes, code, exit) in [
        (b"%PDF-1.7".to_vec(), "update-not", 4),
        (Vec::new(), "update-not", 4),
        (flipped(6), "update-not", 4),
        (flipped(7), "newer", 7),
        (stranger, "update-key", 4),
        (flipped(50), "update-altered", 4),
        (flipped(120), "update-altered", 4),
        (flipped(whole.len() - 1), "update-package", 4),
        ([whole.clone(), vec![0]].concat(), "update-package", 4),
        (whole[..whole.len() - 1].to_vec(), "update-cut", 4),
        (whole[..90].to_vec(), "update-cut", 4),
        (claimed, "update-large", 4),
    ] {
        fs::write(&file, &bytes).unwrap();
        assert_eq!(refused(&mut desk, &laptop, &file), (code, exit));
        assert_eq!(check_update(&laptop.house, &publisher(), Lang::En, &file).unwrap_err().code(), code);
    }
    assert_eq!(refused(&mut desk, &laptop, &laptop.path("nothing")), ("file", 4));
    assert_eq!(refused(&mut desk, &laptop, &laptop.path("out")), ("file", 4));
}

#[test]
fn a_folder_that_cannot_be_written_in_gets_nothing() {
    let laptop = Laptop::new(143);
    let mut desk = laptop.begin();
    let file = on_stick(&laptop, manifest(Version(9, 0, 0)));
    let nowhere = laptop.path("no/such/folder");
    assert!(matches!(desk.take_update(&publisher(), &file, &nowhere, false), Err(DeskError::Vault(_))));
    assert!(!desk.audit_rows().unwrap().iter().any(|row| row.act == "update-taken"));
}

#[test]
fn the_shipped_publisher_is_a_key_and_others_are_none() {
    Publisher::shipped().unwrap();
    for bad in [
        "",
        "development",
        "development zz",
        "development 00",
        &format!("x {}", "0".repeat(64)),
        &format!("x {}é", "0".repeat(62)),
    ] {
        assert!(Publisher::read(bad).is_err(), "{bad}");
    }
}

#[test]
fn a_program_takes_the_updates_of_whom_it_was_built_for_and_of_nobody_else() {
    let laptop = Laptop::new(146);
    let others = SigningPair::from_bytes(&[3; 32]);
    let file_of = |pair: &SigningPair| {
        let file = laptop.path("built.update");
        fs::write(&file, write(pair, manifest(Version(9, 0, 0)), PACKAGE).unwrap()).unwrap();
        file
    };
    let built_for = |pair: &SigningPair| {
        let line = format!("kementerian {}\n", crate::handover::hex(pair.public().as_bytes()));
        Publisher::of_build(Some(&line)).unwrap()
    };
    let checked = |publisher: &Publisher, pair: &SigningPair| {
        check_update(&laptop.house, publisher, Lang::En, &file_of(pair)).map_err(|error| error.code())
    };
    for (own, strange) in [(&keys(), &others), (&others, &keys())] {
        let program = built_for(own);
        assert_eq!(checked(&program, own).unwrap().publisher, "kementerian");
        assert_eq!(checked(&program, strange).unwrap_err(), "update-key");
        // Built for nobody: the key of the sources, which neither of them has.
        assert_eq!(checked(&Publisher::of_build(None).unwrap(), own).unwrap_err(), "update-key");
    }
}
