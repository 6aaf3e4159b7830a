//! What every point stands on: the row of the table, the counts, a laptop with a vault, numbers that look like chance and are
//! the same in every run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use desk::{Desk, DeskError, House, Kdf, Lang, NewDesk, Tools, views};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

/// How it went: attempts, and those that did not hold.
pub(crate) struct Tried {
    pub(crate) attempts: u32,
    pub(crate) broken: u32,
}

/// Tries a point as the app is and sabotaged, and prints its row.
pub(crate) fn point(number: u32, what: &str, attempt: impl Fn(bool) -> Tried) {
    let honest = attempt(false);
    let sabotaged = attempt(true);
    let held = honest.broken == 0 && honest.attempts > 0;
    let noticed = sabotaged.broken > 0;
    let note = if noticed { "sabotage noticed" } else { "SABOTAGE NOT NOTICED" };
    println!("ATTACK|{number}|{what}|{}|{}|{note}", honest.attempts, if held { "held" } else { "BROKEN" });
    assert!(held, "point {number}: {} of {} attempts got through", honest.broken, honest.attempts);
    assert!(noticed, "point {number}: the check cannot fail");
}

/// Prints a point as not tried, when the machine does not let it be: `rights` is the harmless command that showed so. Where it
/// succeeds the point is tried, and must hold.
pub(crate) fn allowed(number: u32, what: &str, rights: &mut Command) -> bool {
    let allowed = rights.output().is_ok_and(|said| said.status.success());
    if !allowed {
        println!("ATTACK|{number}|{what}|0|NOT TRIED|this machine does not allow it; run it as root");
    }
    allowed
}

/// `short` in a verification, `full` in the long run.
pub(crate) fn times(short: u32, full: u32) -> u32 {
    if std::env::var_os("PULANG_ATTACK").is_some_and(|wish| wish == "full") { full } else { short }
}

/// Numbers that are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// The bytes with one to eight of them changed, cut, doubled or put in.
    pub(crate) fn mutate(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(8) {
            let at = self.below(bytes.len());
            match self.below(5) {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, u8::try_from(self.below(256)).unwrap()),
                2 => bytes.extend_from_within(at..),
                _ if at < bytes.len() => bytes[at] ^= u8::try_from(1 + self.below(255)).unwrap(),
                _ => {}
            }
            bytes.truncate(1 << 20);
        }
        bytes
    }
}

/// A laptop with folders of its own.
pub(crate) struct Laptop {
    root: TempDir,
    house: Arc<House>,
    tools: Arc<Tools>,
}

impl Laptop {
    pub(crate) fn new() -> Self {
        let tools = Tools {
            now: Box::new(chrono::Utc::now),
            id: Box::new(uuid::Uuid::now_v7),
            seed: Box::new(|| *uuid::Uuid::now_v7().as_bytes()),
            draw: Box::new(desk::drawing::draw),
        };
        let root = tempfile::tempdir().unwrap();
        Self { root, house: Arc::new(House::open().unwrap()), tools: Arc::new(tools) }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.path("vault")
    }

    pub(crate) fn given(&self) -> (Arc<House>, Arc<Tools>) {
        (Arc::clone(&self.house), Arc::clone(&self.tools))
    }

    /// A vault of Sari Contoh, open, and its recovery key.
    pub(crate) fn begin(&self) -> (Desk, String) {
        let input = views::NewVault {
            officer: "Sari Contoh".to_owned(),
            office: "PNH".to_owned(),
            passphrase: Some(PASSPHRASE.to_owned()),
            joins: false,
        };
        let (vault, config) = (self.vault(), self.path("config"));
        let (new, started) =
            NewDesk::begin(self.given(), (&vault, &config), &input, Kdf::QUICK, Lang::En).unwrap();
        (new.finish(&started.recovery_key).unwrap(), started.recovery_key)
    }

    pub(crate) fn unlock_at(&self, vault: &Path, who: &str, passphrase: &str) -> Result<Desk, DeskError> {
        Desk::unlock(self.given(), (vault, &self.path("config")), Some(who), passphrase)
    }

    pub(crate) fn unlock(&self) -> Result<Desk, DeskError> {
        self.unlock_at(&self.vault(), "Sari Contoh", PASSPHRASE)
    }

    /// The built program on this laptop's vault.
    pub(crate) fn pulang(&self, deed: &[&str]) -> Command {
        let passphrase = self.path("passphrase.txt");
        fs::write(&passphrase, PASSPHRASE).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_pulang"));
        command.arg("--vault").arg(self.vault()).arg("--passphrase-file").arg(passphrase);
        command.args(["--officer", "Sari Contoh", "--lang", "en"]).args(deed);
        command.env("XDG_CONFIG_HOME", self.path("xdg")).env("TMPDIR", self.path("tmp"));
        fs::create_dir_all(self.path("tmp")).unwrap();
        command
    }

    pub(crate) fn does(&self, deed: &[&str]) -> Output {
        self.pulang(deed).output().unwrap()
    }

    pub(crate) fn make(&self) {
        let recovery = self.path("recovery.txt").display().to_string();
        let made = self.does(&["vault", "init", "--office", "PNH", "--recovery-out", &recovery]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    }
}

/// Adds a person and gives the id.
pub(crate) fn person(desk: &mut Desk, name: &str) -> String {
    let id = uuid::Uuid::now_v7().to_string();
    let fields = vec![views::FieldInput { field: "full_name".into(), text: name.into(), reading: None }];
    let (about, deed) = (Vec::new(), uuid::Uuid::now_v7().to_string());
    desk.add_record(&views::NewRecord { id: id.clone(), kind: "person".into(), about, fields, deed })
        .unwrap();
    id
}

/// Every file under a folder.
pub(crate) fn every_file(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.push(path);
        }
    }
    found
}

pub(crate) fn copy_folder(from: &Path, to: &Path) {
    for file in every_file(from) {
        let target = to.join(file.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, target).unwrap();
    }
    fs::create_dir_all(to.join("attachments")).unwrap();
}

pub(crate) fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
