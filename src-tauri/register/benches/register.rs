//! What the register costs, as ratios from one run: `cargo bench -p register`. It prints and judges nothing.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    missing_docs
)]

use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
};
use chrono::DateTime;
use journal::{Batch, DeedId, DeviceId, Incarnation, Write};
use register::{
    AuditEntry, Birth, Interpreter, Key, NewDeed, NewWrite, Reading, Register, RegisterError, Replaces, Role,
};
use std::{
    path::Path,
    time::{Duration, Instant},
};
use uuid::Uuid;

const KEY: [u8; 32] = [0x5a; 32];
const FIELDS: [&str; 12] = [
    "full_name",
    "reference",
    "rescue",
    "sex",
    "birth_date",
    "nationality",
    "province",
    "phone",
    "language",
    "religion",
    "diet",
    "document",
];
const PEOPLE: u128 = 5_000;
const EDITS: u128 = 300;
const TEXT: [&str; 6] = ["Siti Nur Aini", "Budi", "Dewi Lestari", "Agus Salim", "Made Wirawan", "Putri"];

fn interpreter() -> Interpreter {
    Interpreter {
        fingerprint: "bench".to_owned(),
        schema: 1,
        reading: Box::new(|_, field| {
            let role = match field.as_str() {
                "full_name" => Role::Name,
                "reference" => Role::Reference,
                "rescue" => Role::Link,
                _ => Role::Plain,
            };
            Some(Reading { many: field.as_str() == "language", role })
        }),
        sort_key: Box::new(|_, _, _| None),
        fold: Box::new(str::to_lowercase),
        terms: Box::new(|_, field, text| match field.as_str() {
            "full_name" => casework::finding::name_terms(text),
            "reference" | "document" | "phone" => casework::finding::number_terms(text),
            _ => Vec::new(),
        }),
        figure: Box::new(|_, field, text| {
            ["sex", "birth_date", "province"].contains(&field.as_str()).then(|| text.to_owned())
        }),
    }
}

fn id(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(0x018f_4e7a_0000_7000_8000_0000_0000_0000 + n))
}

fn value(n: u128, field: usize) -> String {
    match field {
        0 => format!("{} {}", TEXT[(n % 6) as usize], TEXT[(n / 6 % 6) as usize]),
        1 => format!("PNH-2023-A{n:04}"),
        2 => id(0).to_string(),
        3 => "female".to_owned(),
        4 => format!("{}-{:02}-{:02}", 1980 + n % 25, 1 + n % 12, 1 + n % 28),
        5 => "ID".to_owned(),
        6 => format!("{:02}", 11 + n % 80),
        7 => format!("+62812{n:07}"),
        8 => "ind".to_owned(),
        9 => "islam".to_owned(),
        10 => "halal".to_owned(),
        _ => format!("B{n:07}"),
    }
}

fn write(n: u128, field: usize, text: String) -> NewWrite {
    NewWrite {
        record: id(n),
        field: FieldId::new(FIELDS[field]).unwrap(),
        write: Write::Answered(Answer::Known(Private::new(text))),
        as_typed: None,
        replaces: Replaces::Live,
    }
}

fn deed(n: u128, births: Vec<Birth>, writes: Vec<NewWrite>) -> NewDeed {
    NewDeed {
        id: DeedId(Uuid::from_u128(n)),
        act: "bench".to_owned(),
        author: id(999_999),
        undoes: None,
        now_ms: 1_700_000_000_000,
        births,
        writes,
    }
}

fn open(path: &Path, n: u8) -> Register {
    let mut register = Register::create(path, Key(&KEY), interpreter()).unwrap();
    register.set_device(DeviceId([n; 16]), b"keys").unwrap();
    register.begin_life(Incarnation([n; 16]), DateTime::UNIX_EPOCH).unwrap();
    register
}

/// Durable inserts of one row, each a transaction, into an encrypted table and nothing else.
fn bare(path: &Path) -> Duration {
    let conn = rusqlite::Connection::open(path).unwrap();
    conn.key(None::<&str>, format!("x'{}'", "5a".repeat(32)), false).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB, b TEXT);",
    )
    .unwrap();
    let start = Instant::now();
    for n in 0..EDITS {
        conn.prepare_cached("INSERT INTO t (a, b) VALUES (?1, ?2)")
            .unwrap()
            .execute((id(n).0.as_bytes(), value(n, 0)))
            .unwrap();
    }
    start.elapsed()
}

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let path = folder.path().join("register.db");
    let mut register = open(&path, 1);
    let kind = KindId::new("person").unwrap();
    let births = |range: std::ops::Range<u128>| -> Vec<Birth> {
        range.map(|n| Birth { record: id(n), kind: kind.clone(), scope: id(0) }).collect()
    };
    let start = Instant::now();
    let all = (1..=PEOPLE).flat_map(|n| (0..12).map(move |field| write(n, field, value(n, field)))).collect();
    register.commit(&deed(1, births(1..PEOPLE + 1), all), &mut || [1; 16], None).unwrap();
    let made = start.elapsed();
    register.checkpoint().unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    println!(
        "{PEOPLE} people of 12 fields in one deed: {made:.2?}, {} bytes a person",
        u128::from(size) / PEOPLE
    );

    let mut edits = Duration::ZERO;
    let mut bares = Duration::ZERO;
    for round in 0..3 {
        bares += bare(&folder.path().join(format!("bare-{round}.db")));
        let start = Instant::now();
        for n in 0..EDITS {
            let number = 10 + round * EDITS + n;
            let at = DateTime::UNIX_EPOCH;
            let text = String::new;
            let entry = AuditEntry { at, actor: text(), act: text(), object: text(), detail: text() };
            let edit = deed(number, vec![], vec![write(1 + n * 7 % PEOPLE, 6, format!("{number}"))]);
            register.commit(&edit, &mut || [2; 16], Some(&entry)).unwrap();
        }
        edits += start.elapsed();
    }
    println!(
        "one edit (log, projection, audit, durable): {:.2?}; a bare durable insert: {:.2?}; {:.2} x",
        edits / 900,
        bares / 900,
        edits.as_secs_f64() / bares.as_secs_f64()
    );

    let start = Instant::now();
    let mut batches: Vec<Batch> = Vec::new();
    let mut give = |batch| {
        batches.push(batch);
        Ok::<_, RegisterError>(())
    };
    register.batches_after(&[], None, &mut give).unwrap();
    let read = start.elapsed();
    let mut other = open(&folder.path().join("other.db"), 2);
    let start = Instant::now();
    other.absorb(1_700_000_000_000, batches.into_iter().map(Ok::<_, RegisterError>)).unwrap();
    println!("{} changes read out: {read:.2?}, taken in: {:.2?}", PEOPLE * 13 + 900, start.elapsed());

    let start = Instant::now();
    let found = register.records(&(1..=28).map(id).collect::<Vec<_>>()).unwrap();
    println!("{} records read: {:.2?}", found.len(), start.elapsed());
    let start = Instant::now();
    register.rebuild().unwrap();
    println!("projections made again: {:.2?}", start.elapsed());
    let start = Instant::now();
    register.check(&path, Key(&KEY)).unwrap();
    println!("everything checked: {:.2?}", start.elapsed());
}
