//! The night of 28 without a window: the same desk by the command line, with its exit codes and its JSON.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{night, pdf, program};

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";
const POLICE_IN_KHMER: &str = "នាយកដ្ឋានប្រឆាំងការជួញដូរមនុស្ស និងការពារអនីតិជន";

/// A laptop: a home folder with one vault and its passphrase in a file.
pub(crate) struct Laptop(TempDir);

impl Laptop {
    /// A laptop without a vault.
    pub(crate) fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("passphrase"), PASSPHRASE).unwrap();
        Self(home)
    }

    /// A laptop with an empty vault of that office.
    pub(crate) fn with_vault(office: &str) -> Self {
        Self::with_vault_that(office, &[])
    }

    /// The same, with more words to its making.
    pub(crate) fn with_vault_that(office: &str, more: &[&str]) -> Self {
        let laptop = Self::new();
        let key = laptop.at("key");
        let made = ["--officer", "Rina Contoh", "vault", "init", "--office", office, "--recovery-out"];
        laptop.does(&[&made[..], &[key.to_str().unwrap()], more].concat());
        assert!(key.is_file(), "the recovery key is in its file");
        laptop
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the program with that text on its standard input.
    pub(crate) fn runs(&self, passphrase: &str, words: &[&str], typed: &str) -> (i32, Value) {
        let output = self.answers(passphrase, &[&["--json"], words].concat(), typed);
        (output.status.code().unwrap(), serde_json::from_slice(&output.stdout).unwrap_or_default())
    }

    /// What a person reads of a deed that is done.
    pub(crate) fn says(&self, words: &[&str]) -> String {
        let output = self.answers("passphrase", words, "");
        assert!(output.status.success(), "{words:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a person is told beside what a deed gives.
    pub(crate) fn tells(&self, words: &[&str]) -> String {
        let output = self.answers("passphrase", words, "");
        assert!(output.status.success(), "{words:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn answers(&self, passphrase: &str, words: &[&str], typed: &str) -> Output {
        let home = self.0.path();
        let mut program = Command::new(program())
            .args(["--vault", self.at("vault").to_str().unwrap(), "--passphrase-file"])
            .arg(self.at(passphrase))
            .args(words)
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("share"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("XDG_STATE_HOME", home.join("state"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        program.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        program.wait_with_output().unwrap()
    }

    /// A deed that is done.
    pub(crate) fn does(&self, words: &[&str]) -> Value {
        let (code, said) = self.runs("passphrase", words, "");
        assert_eq!(code, 0, "{words:?}: {said:#}");
        said
    }

    /// A deed that is refused, with that exit code.
    pub(crate) fn is_refused(&self, words: &[&str], exit: i32) {
        let (code, said) = self.runs("passphrase", words, "");
        assert_eq!(code, exit, "{words:?}: {said:#}");
    }

    /// The laptop with the night on it; also the rescue's reference.
    pub(crate) fn with_the_night() -> (Self, String) {
        let laptop = Self::with_vault("PNH");
        let rescue = laptop.does(&["record", "add", "rescue", "name=Malam Contoh", "when=28/6/2023"]);
        let rescue = rescue["ref"].as_str().unwrap().to_owned();
        let taken = laptop.does(&["roster", "import", list().as_str(), "--rescue", &rescue]);
        assert_eq!(taken["people"], 28);
        (laptop, rescue)
    }

    /// The references of everybody in the vault.
    pub(crate) fn people(&self) -> Vec<String> {
        let people = self.does(&["person", "list"]);
        people.as_array().unwrap().iter().map(|one| one["ref"].as_str().unwrap().to_owned()).collect()
    }
}

fn list() -> String {
    night::list().to_str().unwrap().to_owned()
}

#[test]
fn a_dry_run_shows_28_people_and_writes_nobody() {
    let laptop = Laptop::with_vault("PNH");
    let rescue = laptop.does(&["record", "add", "rescue", "name=Malam Contoh", "when=28/6/2023"]);
    let rescue = rescue["ref"].as_str().unwrap();

    let preview = laptop.does(&["roster", "import", &list(), "--rescue", rescue, "--dry-run"]);

    assert_eq!(preview["rows"].as_array().unwrap().len(), 28);
    assert_eq!(laptop.does(&["rescue", "list"])[0]["people"], 0);
    assert!(laptop.people().is_empty());
}

#[test]
fn twenty_seven_are_moved_by_one_line_and_one_stays() {
    let (laptop, rescue) = Laptop::with_the_night();
    let people = laptop.people();
    let (stays, moved) = people.split_first().unwrap();
    let event = ["sort=transfer", "departed_at=29/6/2023", "arrived_at=29/6/2023", "to_place=Phnom Penh"];
    let mut words = vec!["record", "add", "movement", "--for"];
    words.extend(moved.iter().map(String::as_str));
    words.extend(event);

    laptop.does(&words);
    let there = || {
        let all = laptop.does(&["where", &rescue]);
        all.as_array().unwrap().iter().filter(|one| one["place"] == "Phnom Penh").count()
    };

    assert_eq!(there(), 27);
    assert_eq!(laptop.does(&["where", stays])[0]["place"], Value::Null);
    let timeline = laptop.does(&["timeline", &rescue]);
    let moves = timeline.as_array().unwrap().iter().filter(|one| one["record"]["kind"] == "movement");
    assert_eq!(moves.map(|one| one["people"].clone()).collect::<Vec<_>>(), [27]);
    laptop.does(&["undo"]);
    assert_eq!(there(), 0);
    laptop.does(&["redo"]);
    assert_eq!(there(), 27);
    assert_eq!(laptop.does(&["vault", "check"])["sound"], true);
}

#[test]
fn each_refusal_has_its_exit_code() {
    Laptop::new().is_refused(&["rescue", "list"], 6);
    let (laptop, rescue) = Laptop::with_the_night();
    fs::write(laptop.at("wrong"), "not the passphrase of this vault").unwrap();
    let out = laptop.at("none.pdf");
    let out = out.to_str().unwrap();

    let (code, said) = laptop.runs("wrong", &["rescue", "list"], "");
    assert_eq!((code, said["error"]["code"].as_str()), (3, Some("wrong-passphrase")));
    laptop.is_refused(&["person", "show", "PNH-2023-A9999"], 6);
    laptop.is_refused(&["dossier", &rescue, "--for", "host-police", "--reason", "uji", "-o", out], 5);
    laptop.is_refused(&["roster", "import", "/no/such/list.xlsx", "--rescue", &rescue], 4);
    laptop.is_refused(&["no-such-word"], 2);
    assert!(!Path::new(out).exists(), "a refused dossier leaves no file");
}

#[test]
fn a_batch_stops_at_its_first_failure_and_says_where() {
    let laptop = Laptop::with_vault("PNH");
    let lines = "record add rescue 'name=Malam Satu'\n# a remark\nperson show PNH-2023-A9999\n\
                 record add rescue 'name=Malam Dua'\n";

    let (code, said) = laptop.runs("passphrase", &["batch", "-"], lines);

    assert_eq!((code, said["error"]["line"].as_u64()), (6, Some(3)));
    assert_eq!(laptop.does(&["rescue", "list"]).as_array().unwrap().len(), 1);
}

#[test]
fn two_laptops_hold_the_same_after_a_bundle() {
    let (ours, _) = Laptop::with_the_night();
    let theirs = Laptop::with_vault("JKT");
    let (card, their_card, bundle) = (ours.at("card"), ours.at("their-card"), ours.at("night.bundle"));
    fs::write(&card, ours.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    fs::write(&their_card, theirs.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    let [card, their_card, bundle] = [&card, &their_card, &bundle].map(|file| file.to_str().unwrap());
    ours.does(&["device", "trust", their_card]);
    ours.does(&["bundle", "export", "--to", their_card, "-o", bundle]);

    theirs.is_refused(&["bundle", "import", bundle], 5);
    theirs.does(&["device", "trust", card]);
    theirs.does(&["bundle", "import", bundle]);

    assert_eq!(theirs.people(), ours.people());
    assert_eq!(theirs.does(&["vault", "check"])["sound"], true);
}

#[test]
fn the_sample_makes_sound_dossiers_for_three_recipients() {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    let rescues = laptop.does(&["rescue", "list"]);
    let rescue = rescues.as_array().unwrap().iter().find(|one| one["people"] == 27).unwrap();
    let rescue = rescue["ref"].as_str().unwrap();

    for lang in ["km", "en"] {
        for profile in ["embassy", "host-police", "shelter"] {
            let file = laptop.at(&format!("{profile}-{lang}.pdf"));
            let path = file.to_str().unwrap();
            laptop
                .does(&["--lang", lang, "dossier", rescue, "--for", profile, "--reason", "uji", "-o", path]);
            pdf::is_sound(&file);
        }
    }
    let khmer = pdf::text(&laptop.at("host-police-km.pdf"));
    assert!(khmer.contains("ក្នុង") || khmer.contains("ប្អូន"), "a whole Khmer word is found");
    assert!(khmer.replace('\n', "").contains(POLICE_IN_KHMER), "the authority's name is found");
    assert!(!pdf::text(&laptop.at("host-police-en.pdf")).contains(POLICE_IN_KHMER));
}
