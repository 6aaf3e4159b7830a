//! The desk as an officer uses it: real vaults in temporary folders, a clock that stands still, invented people.

mod annexes;
mod answers;
mod apart;
mod correcting;
mod crowds;
mod documents;
mod dossiers;
mod duplicates;
mod files_apart;
mod first_day;
mod gates;
mod limits;
mod links;
mod loose;
mod notices;
mod office_keys;
mod offices;
mod past;
mod removing;
mod rosters;
mod sample;
mod search;
mod statistics;
mod trade;
mod two_laptops;
mod undoing;
mod updating;
mod vaulting;
mod waiting;
mod writing;
mod zones;

use crate::{Desk, House, NewDesk, Tools, views::NewVault};
use casework::words::Lang;
use chrono::{DateTime, TimeDelta, Utc};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
};
use tempfile::TempDir;
use uuid::Uuid;

pub(crate) const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

/// A laptop: a vault, its own configuration folder, a clock that moves a second with each look.
pub(crate) struct Laptop {
    folder: TempDir,
    house: Arc<House>,
    tools: Arc<Tools>,
}

impl Laptop {
    pub(crate) fn new(seed: u64) -> Self {
        let start: DateTime<Utc> = "2026-11-24T02:00:00Z".parse().unwrap();
        let (ticks, ids, seeds) = (AtomicI64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        let tools = Tools {
            now: Box::new(move || start + TimeDelta::seconds(ticks.fetch_add(1, Ordering::Relaxed))),
            id: Box::new(move || {
                let n = ids.fetch_add(1, Ordering::Relaxed);
                Uuid::from_u128(
                    u128::from(0x0193_0000_0000_7000_u64) << 64
                        | 0x8000 << 48
                        | u128::from(seed) << 32
                        | u128::from(n),
                )
            }),
            seed: Box::new(move || {
                let n = seeds.fetch_add(1, Ordering::Relaxed);
                (u128::from(seed) << 64 | u128::from(n) | 1 << 127).to_be_bytes()
            }),
            draw: Box::new(crate::drawing::draw),
            heard: Box::new(|_| true),
        };
        Self {
            folder: tempfile::tempdir().unwrap(),
            house: Arc::new(House::open().unwrap()),
            tools: Arc::new(tools),
        }
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.folder.path().join("vault")
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn begin(&self) -> Desk {
        let (new, started) = self.prepare("Rukmini Sastrawijaya", "PNH");
        new.finish(&started.recovery_key).unwrap()
    }

    /// A vault that waits to join an office.
    pub(crate) fn begin_to_join(&self, office: &str) -> Desk {
        let (mut new, started) = self.prepare("Rukmini Sastrawijaya", office);
        new.joins = true;
        new.finish(&started.recovery_key).unwrap()
    }

    pub(crate) fn prepare(&self, officer: &str, office: &str) -> (NewDesk, crate::views::VaultStarted) {
        let input = NewVault {
            officer: officer.to_owned(),
            office: office.to_owned(),
            passphrase: Some(PASSPHRASE.to_owned()),
            joins: false,
        };
        let (vault, config) = (self.vault(), self.path("config"));
        let given = (Arc::clone(&self.house), Arc::clone(&self.tools));
        NewDesk::begin(given, (&vault, &config), &input, vault::Kdf::QUICK, Lang::En).unwrap()
    }

    pub(crate) fn unlock(&self, passphrase: &str) -> Result<Desk, crate::DeskError> {
        let (vault, config) = (self.vault(), self.path("config"));
        let given = (Arc::clone(&self.house), Arc::clone(&self.tools));
        Desk::unlock(given, (&vault, &config), None, passphrase)
    }
}

/// A deed's or a record's id, as the window makes it.
pub(crate) fn fresh(desk: &Desk) -> String {
    desk.new_id().to_string()
}

/// Names a file in a field by its digest alone, as a laptop does that has the log and not the file.
pub(crate) fn name_file(desk: &mut Desk, record: casework::ids::RecordId, field: &str, digest: &str) {
    let entry = crate::draft::Entry {
        record,
        field: crate::books::field_id(field).unwrap(),
        answer: crate::books::known(digest),
        as_typed: None,
    };
    let deed = crate::writing::deed(&fresh(desk)).unwrap();
    desk.do_deed(deed, "record-answer", vec![], vec![entry]).unwrap();
}
