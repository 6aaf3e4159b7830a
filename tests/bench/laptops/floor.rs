//! What the shape costs in which a register keeps edits: exactly the rows that an import of them leaves behind, written and read
//! by bare prepared statements in the order of the trees, without a bundle, a hash, a merge or a proof. What an import takes
//! beyond this is ours to lower; what this takes is the price of history, undo, conflicts and search.
//!
//! Beside it the narrowest shape that holds the same edits: one sealed body a batch and one row of ten columns a person. It can be
//! told what a person is called now, and nothing else without reading every body.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use journal::Batch;
use rusqlite::{Connection, params_from_iter, types::Value};

use crate::edits::{FIELDS, Work};
use crate::timed;

/// SQLCipher's spelling of the key that every register here has.
fn key() -> String {
    format!("x'{}'", "5a".repeat(32))
}

/// A sealed file, set up as a register is while it takes in a bundle.
fn sealed(path: &Path) -> Connection {
    let conn = Connection::open(path).unwrap();
    conn.pragma_update(None, "key", key()).unwrap();
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = ON;
         PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -163840;",
    )
    .unwrap();
    conn
}

/// What a table's part took: its rows, those that are new, turned or gone, and the time.
pub struct Part {
    pub table: String,
    pub rows: usize,
    pub spent: f64,
}

/// A table's columns, and those of its key.
struct Table {
    name: String,
    columns: Vec<String>,
    key: Vec<String>,
}

impl Table {
    /// Every table of a register but the digest of its state, a row that comes and goes with others.
    fn all(conn: &Connection) -> Vec<Self> {
        let names = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'state'";
        let names: Vec<String> = rows(conn, names).into_iter().map(|row| text(&row[0])).collect();
        names.into_iter().map(|name| Self::of(conn, name)).collect()
    }

    fn of(conn: &Connection, name: String) -> Self {
        let info = rows(conn, &format!("SELECT name, pk FROM pragma_table_info('{name}') ORDER BY cid"));
        let columns = info.iter().map(|row| text(&row[0])).collect();
        let mut key: Vec<_> = info.iter().filter(|row| row[1] != Value::Integer(0)).collect();
        key.sort_by_key(|row| format!("{:?}", row[1]));
        Self { name, columns, key: key.into_iter().map(|row| text(&row[0])).collect() }
    }

    /// The rows of `first` whose key `second` does not have, in the order of the key.
    fn only_in(&self, conn: &Connection, (first, second): (&str, &str), columns: &[String]) -> Vec<Vec<Value>> {
        let on = paired(&self.key, |one| format!("b.{one} = a.{one}"), " AND ");
        rows(conn, &format!(
            "SELECT {} FROM {first}.{1} AS a WHERE NOT EXISTS (SELECT 1 FROM {second}.{1} AS b WHERE {on}) ORDER BY {2}",
            paired(columns, |one| format!("a.{one}"), ", "), self.name, paired(&self.key, |one| format!("a.{one}"), ", "),
        ))
    }

    /// The columns that differ in a row that both have, and those rows, each with its key at the end.
    fn turned(&self, conn: &Connection) -> (Vec<String>, Vec<Vec<Value>>) {
        let on = paired(&self.key, |one| format!("b.{one} = a.{one}"), " AND ");
        let from = format!("FROM main.{0} AS a JOIN old.{0} AS b ON {on}", self.name);
        let differs = paired(&self.columns, |one| format!("max(a.{one} IS NOT b.{one})"), ", ");
        let differs = rows(conn, &format!("SELECT {differs} {from}")).remove(0);
        let columns: Vec<_> =
            self.columns.iter().zip(differs).filter(|(_, one)| *one == Value::Integer(1)).map(|(name, _)| name.clone()).collect();
        if columns.is_empty() {
            return (columns, Vec::new());
        }
        let wanted = paired(columns.iter().chain(&self.key), |one| format!("a.{one}"), ", ");
        let differ = paired(&columns, |one| format!("a.{one} IS NOT b.{one}"), " OR ");
        let order = paired(&self.key, |one| format!("a.{one}"), ", ");
        let found = rows(conn, &format!("SELECT {wanted} {from} WHERE {differ} ORDER BY {order}"));
        (columns, found)
    }
}

fn paired<'a>(names: impl IntoIterator<Item = &'a String>, each: impl Fn(&str) -> String, between: &str) -> String {
    names.into_iter().map(|one| each(one)).collect::<Vec<_>>().join(between)
}

fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        other => panic!("{other:?} is no name"),
    }
}

fn rows(conn: &Connection, statement: &str) -> Vec<Vec<Value>> {
    let mut read = conn.prepare(statement).unwrap();
    let width = read.column_count();
    let found = read.query_map([], |row| (0..width).map(|at| row.get(at)).collect()).unwrap();
    found.map(Result::unwrap).collect()
}

/// Brings a copy of the register as it stood `before` to what it holds `after` an import, at `copy`, in one durable transaction.
pub fn written(before: &Path, after: &Path, copy: &Path) -> Vec<Part> {
    std::fs::copy(before, copy).unwrap();
    let sides = sealed(after);
    sides.execute("ATTACH DATABASE ?1 AS old KEY ?2", [before.display().to_string(), key()]).unwrap();
    let into = sealed(copy);
    let tx = into.unchecked_transaction().unwrap();
    let mut parts = Vec::new();
    for table in Table::all(&sides) {
        let at = |shift: usize| move |(n, one): (usize, &String)| format!("{one} = ?{}", n + 1 + shift);
        let key_at = |shift| table.key.iter().enumerate().map(at(shift)).collect::<Vec<_>>().join(" AND ");
        let (columns, turned) = table.turned(&sides);
        let set = columns.iter().enumerate().map(at(0)).collect::<Vec<_>>().join(", ");
        let marks = (1..=table.columns.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        let work = [
            (format!("DELETE FROM {} WHERE {}", table.name, key_at(0)), table.only_in(&sides, ("old", "main"), &table.key)),
            (format!("UPDATE {} SET {set} WHERE {}", table.name, key_at(columns.len())), turned),
            (format!("INSERT INTO {} VALUES ({marks})", table.name), table.only_in(&sides, ("main", "old"), &table.columns)),
        ];
        let (mut count, mut spent) = (0, 0.0);
        for (statement, rows) in work.iter().filter(|(_, rows)| !rows.is_empty()) {
            count += rows.len();
            spent += timed(|| {
                let mut run = tx.prepare(statement).unwrap();
                for row in rows {
                    run.execute(params_from_iter(row)).unwrap();
                }
            })
            .1;
        }
        if count > 0 {
            parts.push(Part { table: table.name, rows: count, spent });
        }
    }
    let ((), spent) = timed(|| tx.commit().unwrap());
    parts.push(Part { table: "commit".to_owned(), rows: 0, spent });
    drop(into);
    let sides = sealed(after);
    sides.execute("ATTACH DATABASE ?1 AS old KEY ?2", [copy.display().to_string(), key()]).unwrap();
    for table in Table::all(&sides) {
        let same = table.only_in(&sides, ("main", "old"), &table.key).is_empty() && table.turned(&sides).1.is_empty();
        assert!(same && table.only_in(&sides, ("old", "main"), &table.key).is_empty(), "{} differs", table.name);
    }
    parts
}

/// Reads the rows of the log that came between `before` and `after`, every column of them, and gives their number and the time.
pub fn read(before: &Path, after: &Path) -> (usize, f64) {
    let first = |table: &str| -> i64 {
        sealed(before).query_row(&format!("SELECT max(id) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    let parts = ["batch_name", "batch", "change"].map(|table| (table, first(table)));
    let conn = sealed(after);
    timed(|| {
        let mut count = 0;
        for (table, last) in parts {
            let mut read = conn.prepare(&format!("SELECT * FROM {table} WHERE id > ?1 ORDER BY id")).unwrap();
            let width = read.column_count();
            let mut rows = read.query([last]).unwrap();
            while let Some(row) = rows.next().unwrap() {
                for at in 0..width {
                    std::hint::black_box(row.get_ref(at).unwrap());
                }
                count += 1;
            }
        }
        count
    })
}

/// The narrowest shape: the bodies of the batches, and the row of everybody whom they touch. Gives the time.
pub fn narrowest(path: &Path, work: &Work, batches: &[Batch]) -> f64 {
    let conn = sealed(path);
    let columns = FIELDS.join(" TEXT, ");
    conn.execute_batch(&format!(
        "CREATE TABLE batch (feed BLOB, seq INTEGER, body BLOB, PRIMARY KEY (feed, seq)) WITHOUT ROWID;
         CREATE TABLE person (id BLOB PRIMARY KEY, {columns} TEXT, live BLOB) WITHOUT ROWID;"
    ))
    .unwrap();
    let mut people: BTreeMap<_, _> = work.people.iter().map(|(id, values)| (*id.0.as_bytes(), values.clone())).collect();
    // Which change each of ten values comes from: a number of a batch, and a place in it.
    let live = vec![0x5a_u8; 10 * 6];
    let mut put = String::from("INSERT OR REPLACE INTO person VALUES (?1");
    (2..=12).for_each(|n| write!(put, ", ?{n}").unwrap());
    put.push(')');
    let blob = |bytes: &[u8]| Value::Blob(bytes.to_vec());
    let row = |id: &[u8; 16], values: &[String; 10]| -> Vec<Value> {
        let texts = values.iter().map(|text| Value::Text(text.clone()));
        [blob(id)].into_iter().chain(texts).chain([blob(&live)]).collect()
    };
    let begun = conn.unchecked_transaction().unwrap();
    for (id, values) in &people {
        begun.prepare_cached(&put).unwrap().execute(params_from_iter(row(id, values))).unwrap();
    }
    begun.commit().unwrap();

    let mut touched = BTreeMap::new();
    for edit in &work.edits {
        let id = *work.people[edit.person].0.0.as_bytes();
        let values = people.get_mut(&id).unwrap();
        values[edit.field].clone_from(&edit.value);
        touched.insert(id, row(&id, values));
    }
    let mut bodies: Vec<_> = batches.iter().map(|one| (one.header().feed().0, one.header().seq as i64, one.encode())).collect();
    bodies.sort_unstable();
    timed(|| {
        let tx = conn.unchecked_transaction().unwrap();
        {
            let mut add = tx.prepare("INSERT INTO batch VALUES (?1, ?2, ?3)").unwrap();
            for (feed, seq, body) in &bodies {
                add.execute((&feed[..], seq, body)).unwrap();
            }
            let mut put = tx.prepare(&put).unwrap();
            for row in touched.values() {
                put.execute(params_from_iter(row)).unwrap();
            }
        }
        tx.commit().unwrap();
    })
    .1
}
