//! What exchange costs. Times are of the processor and ratios are of one process: each import runs in a process of its own,
//! beside the bare insert that it is measured against, so that its peak memory is its own.
//!
//! `laptops EDITS` prints everything for that many edits; without a number for 100,000.

mod edits;
mod floor;
mod rival;

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{BufReader, BufWriter};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use casework::ids::FieldId;
use chrono::DateTime;
use casework::reference::Mark;
use exchange::{BundleReader, BundleWriter, Card, Certificate, Envelope, HeadProof};
use journal::{Batch, DeviceId, Hlc, Incarnation, Summary};
use register::{Apply, Arrival, AuditEntry, Interpreter, Key, Reading, Register, RegisterError, Role, Whole};
use vault::{PublicKey, device::DeviceKeys};

use crate::edits::{LIFE, Laptop, Work};

const KEY: Key<'_> = Key(&[0x5a; 32]);
const VOUCHING: [u8; 32] = [0; 32];
const NOW: u64 = edits::START_MS + 100_000_000_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["import", folder, count] => import(Path::new(folder), count.parse().unwrap()),
        [count] => measure(count.parse().unwrap()),
        _ => measure(100_000),
    }
}

/// The processor's time of this process.
fn cpu() -> Duration {
    let at = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(at.tv_sec.cast_unsigned(), u32::try_from(at.tv_nsec).unwrap())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let begun = cpu();
    let done = work();
    (done, (cpu() - begun).as_secs_f64())
}

/// R0: a prepared insert of so many rows into plain SQLite, one transaction, WAL, flushed.
fn bare(folder: &Path, rows: usize) -> f64 {
    let path = folder.join("bare.db");
    let _old = fs::remove_file(&path);
    let conn = rusqlite::Connection::open(&path).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -131072;
         CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB, b BLOB, c INT);",
    )
    .unwrap();
    // Out of a small pool, so that the rows take no memory that would count for what follows.
    let mut dice = edits::Dice(1);
    let pool: Vec<_> = (0..1000).map(|_| (dice.value(0).into_bytes(), dice.value(6).into_bytes())).collect();
    let ((), spent) = timed(|| {
        let tx = conn.unchecked_transaction().unwrap();
        {
            let mut put = tx.prepare("INSERT INTO t VALUES (?1, ?2, ?3, ?4)").unwrap();
            for n in 0..rows {
                let (a, b) = &pool[n % pool.len()];
                put.execute((n as i64, a, b, (dice.roll() >> 24) as i64)).unwrap();
            }
        }
        tx.commit().unwrap();
    });
    spent
}

fn interpreter() -> Interpreter {
    Interpreter {
        fingerprint: "laptops".to_owned(),
        schema: 1,
        reading: Box::new(|_, field: &FieldId| {
            let role = if field.as_str() == "full_name" { Role::Name } else { Role::Plain };
            Some(Reading { many: false, role })
        }),
        sort_key: Box::new(|_, _, _| None),
        fold: Box::new(str::to_lowercase),
        terms: Box::new(|_, field, text| match field.as_str() {
            "full_name" | "called_name" => casework::finding::name_terms(text),
            "document_number" | "phone" => casework::finding::number_terms(text),
            _ => Vec::new(),
        }),
        figure: Box::new(|_, field, text| {
            ["sex", "birth_date", "nationality"].contains(&field.as_str()).then(|| text.to_owned())
        }),
    }
}

fn create(path: &Path, number: u8) -> Register {
    let mut register = Register::create(path, KEY, interpreter()).unwrap();
    register.set_device(DeviceId([number; 16]), b"keys").unwrap();
    register.begin_life(Incarnation([number; 16]), DateTime::UNIX_EPOCH).unwrap();
    register
}

fn absorb(register: &mut Register, batches: Vec<Batch>) {
    register.absorb(NOW, batches.into_iter().map(Ok::<_, RegisterError>)).unwrap();
}

fn measure(count: usize) {
    let folder = std::env::temp_dir().join(format!("pulang-laptops-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    println!("{count} edits of one field by three laptops, {} people of ten fields", count / 10);
    let r0 = [bare(&folder, count), bare(&folder, count)];
    println!("bare insert (R0): {:.3} s, again {:.3} s", r0[0], r0[1]);
    let r0 = (r0[0] + r0[1]) / 2.0;

    let work = Work::of(count);
    let (laptops, first, batches) = work.batches(20, false);
    let changes: usize = batches.iter().map(|batch| batch.leaves().len()).sum();
    let path = folder.join("receiver.db");
    let mut receiver = create(&path, 0xee);
    absorb(&mut receiver, first);
    let told = receiver.summary(1).unwrap();
    receiver.checkpoint().unwrap();
    drop(receiver);
    fs::copy(&path, folder.join("sender.db")).unwrap();
    let narrow = floor::narrowest(&folder.join("narrow.db"), &work, &batches);
    println!("bare, a body a batch and a row a person, and no question but that: {:.2} x R0", narrow / r0);
    let mut sender = Register::open(&folder.join("sender.db"), KEY, interpreter()).unwrap();
    let ((), taken) = timed(|| absorb(&mut sender, batches));
    println!("taken in from memory, without a bundle: {:.2} x R0", taken / r0);
    sender.checkpoint().unwrap();

    let to = DeviceKeys::generate().unwrap();
    fs::write(folder.join("keys"), &*to.to_bytes()).unwrap();
    let own = Laptop::new(42, false);
    let letter = Mark::letter(0).unwrap();
    let card = Card::make("PNH", &letter, own.device, &own.keys, None).unwrap();
    fs::write(folder.join("card"), card.to_text()).unwrap();
    let recipient = [to.identity().unwrap().sealing];
    let heads: Vec<_> = laptops.iter().map(proof).collect();
    let after = Summary { device: own.device, ..sender.summary(1).unwrap() };
    let bundle = folder.join("bundle.pulang");
    let ((), spent) = timed(|| {
        let mut writer = BundleWriter::new();
        let mut give = |batch: Batch| {
            writer.push(&batch).unwrap();
            Ok::<_, RegisterError>(())
        };
        sender.batches_after(&[&told], None, &mut give).unwrap();
        let out = BufWriter::new(File::create(&bundle).unwrap());
        writer.finish(&envelope(&own, &recipient, &after, &heads), &[], out).unwrap();
    });
    let bytes = fs::metadata(&bundle).unwrap().len();
    println!("export of {changes} changes: {:.2} x R0 ({spent:.3} s)", spent / r0);
    println!("bytes a change, 20 to a deed: {:.2}", bytes as f64 / changes as f64);
    drop(sender);

    let child = std::env::current_exe().unwrap();
    let ended = Command::new(child).arg("import").arg(&folder).arg(count.to_string()).status().unwrap();
    assert!(ended.success());
    for (name, per_deed, follows) in [("1 to a deed, as officers edit", 1, true)] {
        let (_, _, batches) = Work::of(count.min(100_000)).batches(per_deed, follows);
        let mut writer = BundleWriter::new();
        batches.iter().for_each(|batch| writer.push(batch).unwrap());
        let mut out = Vec::new();
        writer.finish(&envelope(&own, &recipient, &after, &heads), &[], &mut out).unwrap();
        println!("bytes a change, {name}: {:.2}", out.len() as f64 / batches.len() as f64);
        if count <= 100_000 {
            fs::copy(folder.join("before.db"), folder.join("single.db")).unwrap();
            let mut single = Register::open(&folder.join("single.db"), KEY, interpreter()).unwrap();
            let ((), taken) = timed(|| absorb(&mut single, batches));
            println!("taken in from memory, {name}: {:.2} x R0 ({taken:.3} s)", taken / r0);
        }
    }

    let few = count.min(100_000);
    let (work, r0) = (Work::of(few), bare(&folder, few));
    let rival = rival::Rival::of(&work, 20);
    println!("Automerge, {few} edits: {:.2} bytes a change, unsealed and unsigned", rival.bytes as f64 / few as f64);
    let mut document = rival.receiver();
    let (people, spent) = timed(|| rival.import(&mut document));
    println!("Automerge, taking them into a document of {people} in memory: {:.2} x R0", spent / r0);
    let (saved, spent) = timed(|| document.save().len());
    println!("Automerge, writing the whole document out after it: {:.2} x R0 more, {saved} bytes", spent / r0);
    fs::remove_dir_all(&folder).unwrap();
}

fn proof(laptop: &Laptop) -> HeadProof {
    let head = laptop.head.unwrap();
    HeadProof::sign(&laptop.keys.signing, laptop.device, LIFE, laptop.scope, head)
}

fn envelope<'a>(
    own: &'a Laptop,
    recipients: &'a [PublicKey],
    after: &'a Summary,
    heads: &'a [HeadProof],
) -> Envelope<'a> {
    Envelope {
        sender: own.device,
        certificate: None,
        training: false,
        keys: &own.keys.signing,
        recipients,
        scopes: &[],
        before: None,
        after,
        heads,
        wants: &[],
        note: None,
    }
}

/// What the desk hands in with a bundle.
fn arrival<R: std::io::Read>(register: &Register, reader: &BundleReader<R>) -> Arrival {
    let entry = AuditEntry {
        at: DateTime::UNIX_EPOCH,
        actor: "laptops".to_owned(),
        act: "bundle-import".to_owned(),
        object: String::new(),
        detail: String::new(),
    };
    Arrival {
        summary: reader.after().clone(),
        settings: Vec::new(),
        audit: entry,
        wants: Vec::new(),
        files: RefCell::default(),
        again: register.whole(reader.print(), VOUCHING, NOW).unwrap(),
        whole: RefCell::default(),
    }
}

/// The next batch as the desk hands it in: none of a bundle that was taken in wholly before, whose parts are proven all the same.
fn next<R: std::io::Read>(reader: &mut BundleReader<R>, arrival: &Arrival, read: &mut u32) -> Option<Batch> {
    if arrival.again.is_some() {
        reader.pass_over_batches().unwrap();
        return None;
    }
    let batch = reader.next_batch().unwrap();
    if batch.is_none() {
        let (print, at) = (reader.print(), Hlc::default());
        let whole = Whole { print, vouching: VOUCHING, batches: *read, unvouched: 0, at };
        *arrival.whole.borrow_mut() = Some(whole);
    }
    *read += 1;
    batch
}

/// In a process of its own: the bare insert, the import, the same file again, and the most memory that was ever used.
fn import(folder: &Path, count: usize) {
    let r0 = bare(folder, count);
    let alone = peak();
    let keys = DeviceKeys::from_bytes(&fs::read(folder.join("keys")).unwrap()).unwrap();
    let card = Card::parse(&fs::read_to_string(folder.join("card")).unwrap()).unwrap();
    let (before, after) = (folder.join("before.db"), folder.join("receiver.db"));
    fs::copy(&after, &before).unwrap();
    let mut register = Register::open(&after, KEY, interpreter()).unwrap();
    let trusted = |device: DeviceId, _: &[Certificate]| {
        (device == card.device()).then(|| card.identity().signing)
    };
    let mut once = || {
        let file = BufReader::new(File::open(folder.join("bundle.pulang")).unwrap());
        let mut reader = exchange::open(file, &keys.sealing, &trusted).unwrap();
        let arrival = arrival(&register, &reader);
        let mut read = 0;
        let batches = std::iter::from_fn(|| next(&mut reader, &arrival, &mut read)).map(Ok::<_, RegisterError>);
        let came = register.absorb_from(NOW, Some(&arrival), Apply::Now, batches).unwrap();
        reader.finish().unwrap();
        came.new
    };
    let (new, first) = timed(&mut once);
    let highest = peak();
    let (again, second) = timed(&mut once);
    assert!(new > 0 && again == 0);
    println!("import, log and state, sealed and durable: {:.2} x R0 ({first:.3} s, R0 {r0:.3} s)", first / r0);
    println!("the same file again: {:.0} x cheaper ({second:.3} s)", first / second);
    println!("peak memory of the process: {highest} MiB (bare insert alone {alone} MiB)");
    register.close(&mut |_| [0; 64]).unwrap();
    bare_rows(r0, &before, &after, &folder.join("floor.db"));
}

/// What the rows that the import left cost when nothing but them is written, and read.
fn bare_rows(r0: f64, before: &Path, after: &Path, copy: &Path) {
    let parts = floor::written(before, after, copy);
    let (rows, spent) = parts.iter().fold((0, 0.0), |(rows, spent), part| (rows + part.rows, spent + part.spent));
    println!("bare, the {rows} rows that the import left: {:.2} x R0, of it", spent / r0);
    for part in parts.iter().filter(|part| part.spent > r0 / 20.0) {
        println!("  {}: {:.2} x R0 ({} rows)", part.table, part.spent / r0, part.rows);
    }
    let (rows, spent) = floor::read(before, after);
    println!("bare, the {rows} rows of the log read: {:.2} x R0", spent / r0);
}

/// The most memory that this process ever had resident, in MiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<u64>().unwrap() / 1024
}
