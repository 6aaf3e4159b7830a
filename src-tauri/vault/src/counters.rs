//! What a restored backup or a copied folder must not rewind: the incarnation of this laptop and its export count.
//!
//! Owns a file beside the database, bound to a random id in the system's configuration folder: a folder that was copied
//! to another machine (or restored without that id) is a new incarnation. Whoever writes bundles also compares the
//! count with the one inside the database: a smaller one there means that the database was put back, and calls for
//! [`Counters::renew`].

use std::fmt;
use std::path::{Path, PathBuf};

use crate::codec::Frame;
use crate::{Error, Part, Result, VaultId, entropy, files, layout};

const COUNTERS: Frame = Frame { magic: b"PLGCNT", version: 1, part: Part::Counters };
const MACHINE: Frame = Frame { magic: b"PLGMCH", version: 1, part: Part::Counters };

/// One life of a device: 16 random bytes. What it writes is numbered without gaps or forks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Incarnation([u8; 16]);

impl Incarnation {
    /// The incarnation of these bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Incarnation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&entropy::hex(&self.0))
    }
}

/// Why a laptop began a new incarnation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// The vault is new here: just made, or restored without its counters.
    First,
    /// The folder came from another machine, or the machine's own id is gone.
    Moved,
    /// The counters were damaged.
    Damaged,
}

/// The incarnation and the number of exports made in it, as kept on the disk.
#[derive(Debug)]
pub struct Counters {
    path: PathBuf,
    machine: [u8; 16],
    vault: VaultId,
    incarnation: Incarnation,
    exports: u64,
}

impl Counters {
    /// Reads the counters of the vault in `folder`, with `config` being this user's configuration folder for the app;
    /// begins a new incarnation where they are missing, damaged or of another machine, and says why.
    ///
    /// # Errors
    /// `NewerFormat(Counters)`, `NoEntropy`, `Disk`.
    pub fn open(folder: &Path, config: &Path, vault: VaultId) -> Result<(Self, Option<Renewal>)> {
        let path = layout::counters_path(folder);
        let machine_path = config.join(format!("{vault}.machine"));
        let known = read(&machine_path, &MACHINE)?;
        let machine = match &known {
            Some(Some(body)) => <[u8; 16]>::try_from(body.as_slice()).ok(),
            _ => None,
        };
        let found = read(&path, &COUNTERS)?;
        let kept = found.as_ref().and_then(Option::as_deref).and_then(|body| Kept::read(body, vault));
        match (machine, kept) {
            (Some(machine), Some(kept)) if kept.machine == bound(machine) => Ok((
                Self {
                    path,
                    machine: kept.machine,
                    vault,
                    incarnation: kept.incarnation,
                    exports: kept.exports,
                },
                None,
            )),
            (_, kept) => {
                let machine = match machine {
                    Some(machine) => machine,
                    None => {
                        let drawn = entropy::bytes()?;
                        files::create_private_folder(config)?;
                        files::write_part(&machine_path, &MACHINE.wrap(&drawn), Part::Counters)?;
                        drawn
                    }
                };
                let mut counters = Self {
                    path,
                    machine: bound(machine),
                    vault,
                    incarnation: Incarnation([0; 16]),
                    exports: 0,
                };
                counters.renew()?;
                let why = match (found, kept) {
                    (None, _) => Renewal::First,
                    (Some(_), Some(_)) => Renewal::Moved,
                    (Some(_), None) => Renewal::Damaged,
                };
                Ok((counters, Some(why)))
            }
        }
    }

    /// The present incarnation.
    pub const fn incarnation(&self) -> Incarnation {
        self.incarnation
    }

    /// How many exports were begun in it.
    pub const fn exports(&self) -> u64 {
        self.exports
    }

    /// Counts one export, durably, and gives its number. Call it before the database counts it and before the bundle is
    /// written: a crash between then looks like a database that was put back, which costs a new incarnation and no more.
    ///
    /// # Errors
    /// `Disk`; the count is then unchanged.
    pub fn count_export(&mut self) -> Result<u64> {
        let exports = self.exports.saturating_add(1);
        self.write(self.incarnation, exports)?;
        self.exports = exports;
        Ok(exports)
    }

    /// Begins a new incarnation: this laptop has met a batch of its own that it never wrote, or its database was put
    /// back.
    ///
    /// # Errors
    /// `NoEntropy`, `Disk`; the incarnation is then unchanged.
    pub fn renew(&mut self) -> Result<Incarnation> {
        let incarnation = Incarnation(entropy::bytes()?);
        self.write(incarnation, 0)?;
        self.incarnation = incarnation;
        self.exports = 0;
        Ok(incarnation)
    }

    fn write(&self, incarnation: Incarnation, exports: u64) -> Result<()> {
        let body = [self.vault.as_bytes().as_slice(), &self.machine, &incarnation.0, &exports.to_le_bytes()]
            .concat();
        files::write_part(&self.path, &COUNTERS.wrap(&body), Part::Counters)
    }
}

struct Kept {
    machine: [u8; 16],
    incarnation: Incarnation,
    exports: u64,
}

impl Kept {
    fn read(body: &[u8], vault: VaultId) -> Option<Self> {
        let mut body = crate::codec::Cursor::new(body, Part::Counters);
        let of = VaultId::from_bytes(body.array().ok()?);
        let kept = Self {
            machine: body.array().ok()?,
            incarnation: Incarnation(body.array().ok()?),
            exports: body.u64().ok()?,
        };
        body.end().ok()?;
        (of == vault).then_some(kept)
    }
}

/// The body of a framed file: nothing when it is not there, `Some(None)` when it is damaged.
#[expect(clippy::option_option, reason = "missing and damaged are told apart")]
fn read(path: &Path, frame: &Frame) -> Result<Option<Option<Vec<u8>>>> {
    let Some(file) = files::read_if_there(path, layout::SMALL_FILE, Part::Counters)? else { return Ok(None) };
    match frame.unwrap(&file) {
        Ok(body) => Ok(Some(Some(body.rest().to_vec()))),
        Err(error @ Error::NewerFormat(_)) => Err(error),
        Err(_) => Ok(Some(None)),
    }
}

/// The vault's folder holds this instead of the machine's id, which says nothing in a folder that was taken away.
fn bound(machine: [u8; 16]) -> [u8; 16] {
    let hash = blake3::derive_key("pulang 2026 vault: counters of this machine", &machine);
    let [front @ .., _, _, _, _, _, _, _, _, _, _, _, _, _, _, _, _] = hash;
    front
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Counters, Renewal};
    use crate::{VaultId, layout};

    #[test]
    fn counts_outlive_the_process() {
        let (vault, config) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let id = VaultId::generate().unwrap();
        let open = || Counters::open(vault.path(), config.path(), id).unwrap();
        let (mut first, why) = open();
        assert_eq!(why, Some(Renewal::First));
        assert_eq!((first.count_export().unwrap(), first.count_export().unwrap()), (1, 2));
        let (again, why) = open();
        assert_eq!((again.incarnation(), again.exports(), why), (first.incarnation(), 2, None));
    }

    #[test]
    fn a_copied_folder_is_a_new_incarnation_on_the_other_machine_only() {
        let (vault, here, there) =
            (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let copy = tempfile::tempdir().unwrap();
        let id = VaultId::generate().unwrap();
        let (first, _) = Counters::open(vault.path(), here.path(), id).unwrap();
        fs::copy(layout::counters_path(vault.path()), layout::counters_path(copy.path())).unwrap();
        let (moved, why) = Counters::open(copy.path(), there.path(), id).unwrap();
        assert_eq!(why, Some(Renewal::Moved));
        assert_ne!(moved.incarnation(), first.incarnation());
        let (same, why) = Counters::open(vault.path(), here.path(), id).unwrap();
        assert_eq!((same.incarnation(), why), (first.incarnation(), None));
    }

    #[test]
    fn damaged_missing_or_foreign_counters_are_a_new_incarnation() {
        let (vault, config) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let id = VaultId::generate().unwrap();
        let path = layout::counters_path(vault.path());
        let (first, _) = Counters::open(vault.path(), config.path(), id).unwrap();
        let mut file = fs::read(&path).unwrap();
        file[30] ^= 1;
        fs::write(&path, &file).unwrap();
        let (second, why) = Counters::open(vault.path(), config.path(), id).unwrap();
        assert_eq!(why, Some(Renewal::Damaged));
        fs::remove_file(&path).unwrap();
        let (third, why) = Counters::open(vault.path(), config.path(), id).unwrap();
        assert_eq!(why, Some(Renewal::First));
        let all = [first.incarnation(), second.incarnation(), third.incarnation()];
        assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2]);
    }

    #[test]
    fn renewing_begins_to_count_anew() {
        let (vault, config) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (mut counters, _) =
            Counters::open(vault.path(), config.path(), VaultId::generate().unwrap()).unwrap();
        counters.count_export().unwrap();
        let before = counters.incarnation();
        assert_ne!(counters.renew().unwrap(), before);
        assert_eq!(counters.exports(), 0);
    }
}
