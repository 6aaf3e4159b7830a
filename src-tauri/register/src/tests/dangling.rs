//! Numbers that stand for nothing. Foreign keys refuse them in an import too, and without those the reading back finds them.

use super::office::{Laptop, NOW, deed, id, known, write};
use crate::RegisterError;
use journal::Batch;
use rusqlite::config::DbConfig;

/// What each case takes away right after a row that points at it was written.
const TAKEN_AWAY: [(&str, &str); 8] = [
    ("change", "DELETE FROM record_name WHERE id = NEW.record"),
    ("change", "DELETE FROM field_name WHERE id = NEW.field"),
    ("change", "DELETE FROM batch_name WHERE id = CAST(NEW.replaces AS INTEGER) / 1048576"),
    ("head", "DELETE FROM batch_name WHERE id = NEW.batch"),
    ("batch", "DELETE FROM batch_name WHERE id = NEW.prev"),
    ("batch", "DELETE FROM record_name WHERE id = NEW.author"),
    ("batch", "DELETE FROM feed WHERE id = NEW.feed"),
    ("feed", "DELETE FROM record_name WHERE id = NEW.scope"),
];

/// What one laptop wrote at first, and what it and another wrote to it.
fn parts() -> (Vec<Batch>, Vec<Batch>) {
    let (mut one, mut two) = (Laptop::new(1), Laptop::new(2));
    one.person(10, "Siti");
    let first = one.everything();
    one.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    one.commit(&deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    two.absorb(one.everything());
    two.commit(&deed(4, vec![], vec![write(id(10), "note", known("moved on"))])).unwrap();
    let second = two.everything().into_iter().filter(|batch| !first.contains(batch)).collect();
    (first, second)
}

#[test]
fn a_number_without_a_name_stops_the_import_and_leaves_no_trace() {
    let (first, second) = parts();
    for keys in [true, false] {
        let mut receiver = Laptop::new(9);
        receiver.absorb(first.clone());
        let before = receiver.check();
        receiver.register.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, keys).unwrap();
        for (table, takes) in TAKEN_AWAY {
            let trap = format!("CREATE TEMP TRIGGER trap AFTER INSERT ON {table} BEGIN {takes}; END");
            receiver.register.conn.execute_batch(&trap).unwrap();
            let refused = receiver.register.absorb(NOW, second.iter().cloned().map(Ok::<_, RegisterError>));
            match refused {
                Err(RegisterError::Database(_)) if keys => {}
                Err(RegisterError::Damaged(_)) if !keys => {}
                other => panic!("{takes}: {other:?}"),
            }
            receiver.register.conn.execute_batch("DROP TRIGGER trap").unwrap();
            assert_eq!(receiver.check(), before, "{takes}");
        }
        assert_eq!(receiver.absorb(second.clone()).new, second.len(), "without a trap they come in");
        let dangling = "SELECT count(*) FROM pragma_foreign_key_check";
        assert_eq!(receiver.register.conn.query_row(dangling, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        receiver.check();
    }
}
