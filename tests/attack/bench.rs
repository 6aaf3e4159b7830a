//! What every point stands on: a laptop with a vault, by the desk itself and by the built program.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;

use desk::{Desk, DeskError, House, Kdf, Lang, NewDesk, Tools, views};
use tempfile::TempDir;

pub(crate) const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

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
            heard: Box::new(|_| true),
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
        self.begin_as(false)
    }

    /// The same, waiting for the answer of an office.
    pub(crate) fn begin_to_join(&self) -> (Desk, String) {
        self.begin_as(true)
    }

    fn begin_as(&self, joins: bool) -> (Desk, String) {
        let input = views::NewVault {
            officer: "Sari Contoh".to_owned(),
            office: "PNH".to_owned(),
            passphrase: Some(PASSPHRASE.to_owned()),
            joins,
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
        // Once: the disk may be full by now.
        if !passphrase.exists() {
            fs::write(&passphrase, PASSPHRASE).unwrap();
        }
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

/// The state of everything on a laptop, when its vault is sound.
pub(crate) fn digest(laptop: &Laptop) -> Option<String> {
    let check = laptop.does(&["vault", "check", "--json"]);
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    let (_, rest) = said.split_once("\"digest\":")?;
    check.status.success().then(|| rest.split('"').nth(1).unwrap_or_default().to_owned())
}

/// How many people are on a laptop.
pub(crate) fn people(laptop: &Laptop) -> usize {
    String::from_utf8_lossy(&laptop.does(&["person", "list"]).stdout).lines().count()
}

/// Two laptops that trust each other, and a bundle of the second's that brings the first two people and four files.
pub(crate) fn two_laptops() -> (Laptop, Laptop, String) {
    let (one, two) = (Laptop::new(), Laptop::new());
    let bundle = befriended(&one, &two);
    (one, two, bundle)
}

/// Makes these two such laptops.
pub(crate) fn befriended(one: &Laptop, two: &Laptop) -> String {
    let cards = [one, two].map(|laptop| {
        laptop.make();
        let card = laptop.path("card.txt");
        fs::write(&card, laptop.does(&["device", "show"]).stdout).unwrap();
        card.display().to_string()
    });
    one.does(&["device", "trust", &cards[1]]);
    two.does(&["device", "trust", &cards[0]]);
    for name in ["Larasati Contoh", "Sutrisna Contoh"] {
        two.does(&["record", "add", "person", &format!("full_name={name}")]);
    }
    let list = String::from_utf8(two.does(&["person", "list"]).stdout).unwrap();
    let who = list.split_whitespace().next().unwrap().to_owned();
    for (name, length) in [("letter", 200_000), ("scan", 900_000), ("statement", 400_000), ("photo", 700_000)]
    {
        let file = two.path(name);
        fs::write(&file, vec![name.as_bytes()[0]; length]).unwrap();
        let added = two.does(&["document", "add", &file.display().to_string(), "--for", &who]);
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    }
    let bundle = two.path("case.pulang").display().to_string();
    let written = two.does(&["bundle", "export", "--to", &cards[0], "-o", &bundle]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    bundle
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
