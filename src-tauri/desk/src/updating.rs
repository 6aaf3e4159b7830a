//! A new version from a stick. Owns that every byte is the publisher's before one is written, that a proven backup stands
//! before the new version can come, and that the way back is said. Refuses an older version unless it is asked for, another
//! system's package, and to install anything itself.

use crate::{
    Desk, House,
    failure::DeskError,
    views::{UpdateTaken, UpdateView},
};
use casework::words::{Lang, Words};
use exchange::update::{Manifest, Update, Version};
use std::{fs::File, io, io::BufReader, path::Path};
use vault::{device::SigningPublic, files};

/// The word of a key whose secret protects nothing.
const DEVELOPMENT: &str = "development";

/// Whose updates are taken.
#[derive(Debug, Clone)]
pub struct Publisher {
    word: String,
    key: SigningPublic,
}

impl Publisher {
    /// The publisher that this program was built for: `PULANG_BUILT_FOR` at the time of the build (`cargo xtask package
    /// --publisher FILE`), else the key in `assets/update`.
    ///
    /// # Errors
    /// [`DeskError::Fault`] when the shipped key is none, which a test makes impossible in a release.
    pub fn shipped() -> Result<Self, DeskError> {
        Self::of_build(option_env!("PULANG_BUILT_FOR"))
    }

    /// The publisher that a build names, or the one that comes with the sources.
    ///
    /// # Errors
    /// As [`Publisher::read`].
    pub(crate) fn of_build(named: Option<&str>) -> Result<Self, DeskError> {
        Self::read(named.unwrap_or(include_str!("../../../assets/update/publisher.key")))
    }

    /// A word and a public key in hexadecimal.
    ///
    /// # Errors
    /// [`DeskError::Fault`].
    pub fn read(text: &str) -> Result<Self, DeskError> {
        let fault = DeskError::Fault("publisher");
        let Some((word, hex)) = text.trim().split_once(' ') else { return Err(fault) };
        let digits: Vec<u8> = hex.bytes().collect();
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let mut bytes = Vec::new();
        for pair in digits.chunks(2) {
            let [high, low] = pair else { return Err(fault) };
            let (Some(high), Some(low)) = (digit(high), digit(low)) else { return Err(fault) };
            bytes.push(high << 4 | low);
        }
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| DeskError::Fault("publisher"))?;
        let key = SigningPublic::from_bytes(&bytes).map_err(|_| DeskError::Fault("publisher"))?;
        Ok(Self { word: word.to_owned(), key })
    }
}

/// The version of this program.
fn here() -> Result<Version, DeskError> {
    Version::parse(env!("CARGO_PKG_VERSION")).ok_or(DeskError::Fault("version"))
}

/// The system that this program was built for.
pub(crate) fn target() -> String {
    format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH)
}

/// Proves a whole update and tells what it is; no vault is needed, and nothing is written.
///
/// # Errors
/// [`DeskError::Update`] for bytes that the publisher did not sign so; [`DeskError::File`].
pub fn check_update(
    house: &House,
    publisher: &Publisher,
    lang: Lang,
    file: &Path,
) -> Result<UpdateView, DeskError> {
    let manifest = open(publisher, file)?.prove(&mut io::sink())?;
    view(house.words(lang), publisher, &manifest)
}

impl Desk {
    /// Proves an update, backs the vault up, and only then writes the proven package into `folder`. It runs nothing. `back` takes
    /// an older or the same version too.
    ///
    /// # Errors
    /// As [`check_update`]; [`DeskError::UpdateTarget`], [`DeskError::UpdateOlder`], [`DeskError::UpdateGap`];
    /// [`DeskError::Vault`] or [`DeskError::Register`] when the backup or the disk fails. No package is written then.
    pub fn take_update(
        &mut self,
        publisher: &Publisher,
        file: &Path,
        folder: &Path,
        back: bool,
    ) -> Result<UpdateTaken, DeskError> {
        let manifest = open(publisher, file)?.prove(&mut io::sink())?;
        may_follow(&manifest, here()?, back)?;
        let backup = self.backup_before(&manifest.version.to_string())?;
        let to = folder.join(&manifest.file);
        let mut draft = files::Draft::beside(&to)?;
        // Read anew: a stick may be slow to say that it is another one.
        let proven = open(publisher, file)?.prove(&mut draft)?;
        if proven != manifest {
            return Err(exchange::update::UpdateError::OtherPackage.into());
        }
        draft.put(&to)?;
        let entry = self.audit_entry("update-taken", &manifest.version.to_string(), &backup.name);
        self.register.audit(&entry)?;
        let words = self.words();
        let (path, install) = (to.display().to_string(), install(&manifest.file));
        let back = [("version", here()?.to_string()), ("backup", backup.place.clone())];
        let way_back =
            words.fill("update-way-back", &back.each_ref().map(|(name, text)| (*name, text.as_str())));
        Ok(UpdateTaken {
            said: format!("{}\n{path}\n{install}\n\n{way_back}", words.get("update-taken")),
            path,
            install,
            way_back,
            backup: backup.place,
            update: view(words, publisher, &manifest)?,
        })
    }
}

fn open(publisher: &Publisher, file: &Path) -> Result<Update<BufReader<File>>, DeskError> {
    let file = File::open(file).map_err(|_| DeskError::File)?;
    if !file.metadata().is_ok_and(|known| known.is_file()) {
        return Err(DeskError::File);
    }
    Ok(Update::open(BufReader::new(file), &publisher.key)?)
}

fn may_follow(manifest: &Manifest, here: Version, back: bool) -> Result<(), DeskError> {
    if manifest.target != target() {
        return Err(DeskError::UpdateTarget);
    }
    if manifest.version <= here && !back {
        return Err(DeskError::UpdateOlder);
    }
    if here < manifest.from {
        return Err(DeskError::UpdateGap);
    }
    Ok(())
}

/// What an officer types to install a package; its name alone where there is no one command.
fn install(file: &str) -> String {
    match file.rsplit_once('.').map(|(_, ending)| ending) {
        Some("deb") => format!("sudo apt install ./{file}"),
        Some("rpm") => format!("sudo dnf install ./{file}"),
        _ => file.to_owned(),
    }
}

fn view(words: &Words, publisher: &Publisher, manifest: &Manifest) -> Result<UpdateView, DeskError> {
    let [id, en, km] = &manifest.notes;
    let notes = match words.lang() {
        Lang::Id => id,
        Lang::En => en,
        Lang::Km => km,
    };
    let (here, fingerprint) = (here()?.to_string(), publisher.key.fingerprint().words());
    let refused = may_follow(manifest, self::here()?, false).err().map(|error| error.code());
    let (version, size) = (manifest.version.to_string(), manifest.size.to_string());
    let rows = [
        ("version", &version),
        ("here", &here),
        ("publisher", &publisher.word),
        ("fingerprint", &fingerprint),
        ("bytes", &size),
    ];
    let mut said: Vec<String> = Vec::new();
    // Before everything that such a key makes worth nothing.
    if publisher.word == DEVELOPMENT {
        said.push(format!("!! {}\n", words.get("update-development")));
    }
    let row = |(label, text)| format!("{}: {text}", words.get(&format!("update-{label}")));
    said.extend(rows.into_iter().map(row));
    said.push(format!("\n{}\n", notes.trim()));
    said.extend(refused.map(|code| words.get(&format!("err-{code}")).into_owned()));
    said.push(words.get("update-lead").into_owned());
    Ok(UpdateView {
        said: said.join("\n"),
        version,
        here,
        from: manifest.from.to_string(),
        target: manifest.target.clone(),
        file: manifest.file.clone(),
        bytes: u32::try_from(manifest.size).unwrap_or(u32::MAX),
        notes: notes.clone(),
        publisher: publisher.word.clone(),
        fingerprint,
        standing: refused.unwrap_or("fits").to_owned(),
    })
}
