//! A new version on a stick, in the real window: an altered one and a stranger's are refused in their own words, the
//! publisher's is proven, a backup stands before it is handed over, and the way back is walked.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use exchange::update::{Manifest, Version, write};
use vault::device::SigningPair;

use crate::locking::{PASSPHRASE, unlocks, with_two_officers};
use crate::support::{Rig, Window, program, testid};

const PACKAGE: &[u8] = b"!<arch>\n a package that no journey installs";
const FILE: &str = "pulang_9.0.0_amd64.deb";

fn publisher() -> SigningPair {
    SigningPair::from_bytes(&[9; 32])
}

/// The publisher as a program is built for it: a word and the public key.
fn shipped(word: &str) -> String {
    let key: String = publisher().public().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{word} {key}")
}

fn signed(by: &SigningPair) -> Vec<u8> {
    let manifest = Manifest {
        version: Version(9, 0, 0),
        from: Version(0, 0, 1),
        target: format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH),
        file: FILE.into(),
        size: 0,
        hash: [0; 32],
        notes: ["daftar lebih cepat".into(), "quicker lists".into(), "ថ្មី".into()],
    };
    write(by, manifest, PACKAGE).unwrap()
}

/// The stick with one update on it, and the folder for what is taken.
fn stick(rig: &Rig) -> (PathBuf, PathBuf) {
    let (stick, out) = (rig.home().join("stick"), rig.home().join("taken"));
    fs::create_dir_all(&stick).unwrap();
    fs::create_dir_all(&out).unwrap();
    let update = stick.join("pulang.update");
    rig.answers("open", &update);
    rig.answers("folder", &out);
    (update, out)
}

fn at_the_update_page(window: &Window) {
    unlocks(window, "Sari Contoh", PASSPHRASE);
    window.click(&testid("nav-settings"));
    window.click(&testid("tab-update"));
}

fn entries(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

/// The backups beside the vault, each by its folder; the commands that made the vault have left some.
fn backups(rig: &Rig) -> BTreeSet<PathBuf> {
    let Ok(found) = fs::read_dir(rig.vault().join("backups")) else { return BTreeSet::new() };
    found.map(|entry| entry.unwrap().path()).filter(|path| path.join("register.db").is_file()).collect()
}

/// The command line on the same vault.
fn types(rig: &Rig, words: &[&str]) -> String {
    let mut pulang = Command::new(program());
    pulang.arg("--vault").arg(rig.vault()).arg("--passphrase-file").arg(rig.home().join("sari.txt"));
    pulang.args(["--lang", "en", "--officer", "Sari Contoh"]).args(words);
    pulang.env("XDG_CONFIG_HOME", rig.home().join("config")).env("HOME", rig.home());
    let done = pulang.env("PULANG_PUBLISHER", shipped("development")).output().unwrap();
    assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

#[test]
fn an_update_is_proven_backed_up_and_taken_and_the_way_back_is_walked() {
    let rig = Rig::with(&[("PULANG_PUBLISHER", &shipped("kemlu"))]);
    with_two_officers(&rig);
    let (update, out) = stick(&rig);
    fs::write(&update, signed(&publisher())).unwrap();
    let before = backups(&rig);
    let window = rig.open();
    at_the_update_page(&window);

    window.click(&testid("update-choose"));
    for told in ["9.0.0", "kemlu", "quicker lists"] {
        window.sees(&testid("update-seen"), told);
    }
    assert!(!window.text(&testid("update-seen")).unwrap().contains("made while developing"));
    assert_eq!((entries(&out), backups(&rig)), (0, before.clone()), "looking writes nothing");

    window.click(&testid("update-take"));
    for told in [FILE, "sudo apt install", "vault restore --aside"] {
        window.sees(&testid("update-taken"), told);
    }
    assert_eq!(fs::read(out.join(FILE)).unwrap(), PACKAGE);
    window.click(&testid("tab-backups"));
    window.find(&testid("backup"));
    let made = backups(&rig);
    let backup = made.difference(&before).next().expect("a backup stands before the package");

    // What is entered after it stays in the vault that is put aside.
    window.click(&testid("lock"));
    window.find(&testid("unlock-passphrase"));
    drop(window);
    types(&rig, &["record", "add", "rescue", "name=Sihanoukville", "when=5/9/2023"]);
    assert_eq!(types(&rig, &["rescue", "list"]).lines().count(), 2);
    types(&rig, &["vault", "restore", "--aside", backup.to_str().unwrap()]);
    let rescues = types(&rig, &["rescue", "list"]);
    assert_eq!(rescues.lines().count(), 1, "the first one alone: {rescues}");
    types(&rig, &["vault", "check"]);
}

#[test]
fn an_altered_update_and_a_strangers_are_refused_in_their_own_words() {
    let rig = Rig::with(&[("PULANG_PUBLISHER", &shipped("kemlu"))]);
    with_two_officers(&rig);
    let (update, out) = stick(&rig);
    let whole = signed(&publisher());
    let altered = |at: usize| {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        bytes
    };
    let before = backups(&rig);
    let window = rig.open();
    at_the_update_page(&window);

    for (bytes, words) in [
        (altered(whole.len() - 1), "The package in this update is not the one that was signed"),
        (altered(120), "not as it was signed"),
        (signed(&SigningPair::from_bytes(&[1; 32])), "Somebody else than the publisher"),
        (whole[..whole.len() - 1].to_vec(), "cut off"),
        (PACKAGE.to_vec(), "no update"),
    ] {
        fs::write(&update, bytes).unwrap();
        window.click(&testid("update-choose"));
        window.sees(&testid("failure"), words);
        assert_eq!(window.text(&testid("update-take")), None, "{words}");
    }
    assert_eq!((entries(&out), backups(&rig)), (0, before));

    // Taken between the look and the deed for another: what was shown is not what is there.
    fs::write(&update, &whole).unwrap();
    window.click(&testid("update-choose"));
    window.find(&testid("update-take"));
    fs::write(&update, altered(whole.len() - 1)).unwrap();
    window.click(&testid("update-take"));
    window.sees(&testid("failure"), "not the one that was signed");
    assert_eq!(entries(&out), 0);
}

#[test]
fn a_development_key_is_said_before_anything_else() {
    let rig = Rig::with(&[("PULANG_PUBLISHER", &shipped("development"))]);
    with_two_officers(&rig);
    let (update, _) = stick(&rig);
    fs::write(&update, signed(&publisher())).unwrap();

    let said = types(&rig, &["update", "check", update.to_str().unwrap()]);
    let first = said.lines().find(|line| !line.is_empty()).unwrap();
    assert!(first.contains("made while developing"), "{said}");

    let window = rig.open();
    at_the_update_page(&window);
    window.click(&testid("update-choose"));
    window.sees(&testid("update-seen"), "made while developing");
}
