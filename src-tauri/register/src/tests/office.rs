//! Invented laptops and deeds for the tests of this crate.

use crate::{Birth, Interpreter, Key, NewDeed, NewWrite, Reading, Register, Replaces, Role};
use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
};
use chrono::DateTime;
use journal::{DeedId, DeviceId, Incarnation, Write};
use std::path::PathBuf;
use uuid::Uuid;

pub(crate) const KEY: Key<'static> = Key(&[0x5a; 32]);
pub(crate) const NOW: u64 = 1_700_000_000_000;

/// Forms as the tests imagine them: `name` is a name, `rescue` and `people` point, `people` and `language` are sets.
pub(crate) fn interpreter(fingerprint: &str) -> Interpreter {
    let later = fingerprint == "later";
    Interpreter {
        fingerprint: fingerprint.to_owned(),
        schema: 1,
        reading: Box::new(move |_, field| {
            let (many, role) = match field.as_str() {
                "name" => (false, Role::Name),
                "reference" => (false, Role::Reference),
                "rescue" => (false, Role::Link),
                "people" => (true, Role::Link),
                "language" => (true, Role::Plain),
                "sex" | "birth" | "town" | "note" => (false, Role::Plain),
                "mentor" if later => (false, Role::Link),
                _ => return None,
            };
            Some(Reading { many, role })
        }),
        sort_key: Box::new(|_, field, text| (field.as_str() == "birth").then(|| format!("sorted {text}"))),
        fold: Box::new(str::to_lowercase),
        terms: Box::new(|_, field, text| match field.as_str() {
            "name" => casework::finding::name_terms(text),
            "reference" => casework::finding::number_terms(text),
            _ => Vec::new(),
        }),
        figure: Box::new(|_, field, text| (field.as_str() == "birth").then(|| text.to_owned())),
    }
}

/// A laptop with its register in a folder of its own.
pub(crate) struct Laptop {
    pub(crate) register: Register,
    pub(crate) folder: tempfile::TempDir,
    seeds: u8,
}

pub(crate) fn path(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("register.db")
}

pub(crate) fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

pub(crate) fn deed_id(n: u128) -> DeedId {
    DeedId(Uuid::from_u128(n))
}

pub(crate) fn field(name: &str) -> FieldId {
    FieldId::new(name).unwrap()
}

pub(crate) fn kind(name: &str) -> KindId {
    KindId::new(name).unwrap()
}

pub(crate) fn known(text: &str) -> Write {
    Write::Answered(Answer::Known(Private::new(text.to_owned())))
}

pub(crate) fn write(record: RecordId, name: &str, write: Write) -> NewWrite {
    NewWrite { record, field: field(name), write, as_typed: None, replaces: Replaces::Live }
}

pub(crate) fn deed(n: u128, births: Vec<Birth>, writes: Vec<NewWrite>) -> NewDeed {
    NewDeed {
        id: deed_id(n),
        act: "record-answer".to_owned(),
        author: id(900),
        undoes: None,
        now_ms: NOW + u64::try_from(n % 100_000).unwrap(),
        births,
        writes,
    }
}

pub(crate) fn born(record: RecordId, name: &str, scope: RecordId) -> Birth {
    Birth { record, kind: kind(name), scope }
}

impl Laptop {
    pub(crate) fn new(n: u8) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut register = Register::create(&path(&folder), KEY, interpreter("first")).unwrap();
        register.set_device(DeviceId([n; 16]), b"keys").unwrap();
        register.begin_life(Incarnation([n; 16]), DateTime::UNIX_EPOCH).unwrap();
        Self { register, folder, seeds: n }
    }

    pub(crate) fn commit(&mut self, deed: &NewDeed) -> crate::Result<crate::Committed> {
        let seeds = &mut self.seeds;
        let mut seed = || {
            *seeds = seeds.wrapping_add(7);
            [*seeds; 16]
        };
        self.register.commit(deed, &mut seed, None)
    }

    /// Erases changes by a deed of its own.
    pub(crate) fn erase(&mut self, n: u128, changes: &[journal::ChangeId]) {
        let erasure = NewWrite {
            record: id(n),
            field: FieldId::erased(),
            write: known("asked"),
            as_typed: None,
            replaces: Replaces::Exactly(changes.to_vec()),
        };
        self.commit(&deed(n, vec![born(id(n), "erasure", id(1))], vec![erasure])).unwrap();
    }

    /// A person of the scope 1, with a name.
    pub(crate) fn person(&mut self, n: u128, name: &str) {
        let births = vec![born(id(n), "person", id(1))];
        let mut deed = deed(1000 + n, births, vec![write(id(n), "name", known(name))]);
        deed.now_ms = NOW;
        self.commit(&deed).unwrap();
    }

    pub(crate) fn everything(&self) -> Vec<journal::Batch> {
        let mut batches = Vec::new();
        let mut give = |batch| {
            batches.push(batch);
            Ok::<_, crate::RegisterError>(())
        };
        self.register.batches_after(&[], None, &mut give).unwrap();
        batches
    }

    pub(crate) fn absorb(&mut self, batches: Vec<journal::Batch>) -> crate::Absorbed {
        self.register.absorb(NOW, batches.into_iter().map(Ok::<_, crate::RegisterError>)).unwrap()
    }

    pub(crate) fn texts(&self, record: u128, name: &str) -> Vec<String> {
        let record = self.register.record(id(record)).unwrap();
        record.iter().flat_map(|record| record.all(name).map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    pub(crate) fn check(&mut self) -> crate::Checked {
        let path = path(&self.folder);
        let checked = self.register.check(&path, KEY).unwrap();
        assert_eq!(checked.wrong, []);
        checked
    }
}

/// Three laptops that know the same three people.
pub(super) fn three_that_agree() -> [Laptop; 3] {
    let mut laptops = [Laptop::new(1), Laptop::new(2), Laptop::new(3)];
    for n in 10..13 {
        laptops[0].person(n, "Siti");
    }
    let born = laptops[0].everything();
    laptops[1].absorb(born.clone());
    laptops[2].absorb(born);
    laptops
}
