//! Layouts of the database, each a numbered file. Owns moving a register forward, in one transaction after a verified backup,
//! and telling how far it has come; refuses a newer layout, a stop half way, and any way back.

use crate::{
    backup,
    error::{RegisterError, Result},
    keying::Key,
};
use rusqlite::{Connection, TransactionBehavior};
use std::path::Path;

/// How far the opening of a register has come that takes long: one of an older layout, or one whose projections are made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which step is being done, from 1.
    pub step: u32,
    /// How many there are.
    pub of: u32,
    /// How much of the step is done, where that is known.
    pub percent: Option<u8>,
}

impl Step {
    /// The beginning of a step.
    pub(crate) const fn begun(step: u32, of: u32) -> Self {
        Self { step, of, percent: None }
    }

    /// The same step when so much of it is done.
    pub(crate) fn at(self, done: u64, all: u64) -> Self {
        let percent = done.min(all).saturating_mul(100) / all.max(1);
        Self { percent: u8::try_from(percent).ok(), ..self }
    }
}

/// Is told each step as it comes.
pub(crate) type Told<'a> = &'a mut dyn FnMut(Step);

/// The migrations, by number from 1. Each says its own number as its last statement.
const MIGRATIONS: &[&str] = &[
    concat!(include_str!("../migrations/0001_first.sql"), include_str!("sql/set_version_1.sql")),
    concat!(include_str!("../migrations/0002_exchange.sql"), include_str!("sql/set_version_2.sql")),
    concat!(include_str!("../migrations/0003_finding.sql"), include_str!("sql/set_version_3.sql")),
    concat!(include_str!("../migrations/0004_attachment.sql"), include_str!("sql/set_version_4.sql")),
    concat!(include_str!("../migrations/0005_files.sql"), include_str!("sql/set_version_5.sql")),
    concat!(include_str!("../migrations/0006_disclosed.sql"), include_str!("sql/set_version_6.sql")),
    concat!(include_str!("../migrations/0007_loose.sql"), include_str!("sql/set_version_7.sql")),
    concat!(include_str!("../migrations/0008_plain_checks.sql"), include_str!("sql/set_version_8.sql")),
    concat!(include_str!("../migrations/0009_again.sql"), include_str!("sql/set_version_9.sql")),
    concat!(include_str!("../migrations/0010_lean.sql"), include_str!("sql/set_version_10.sql")),
    concat!(include_str!("../migrations/0011_ordered.sql"), include_str!("sql/set_version_11.sql")),
];

/// Brings the register to the newest layout, and gives how many steps that and what follows from it are: a backup beside itself
/// first, then each layout, and last the projections, which are the caller's; none where nothing had to be done, or the register
/// is new.
pub(crate) fn run(conn: &mut Connection, path: &Path, key: Key<'_>, told: Told<'_>) -> Result<u32> {
    run_all(conn, path, key, MIGRATIONS, told)
}

fn run_all(
    conn: &mut Connection,
    path: &Path,
    key: Key<'_>,
    migrations: &[&str],
    told: Told<'_>,
) -> Result<u32> {
    let known = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    let found: u32 = conn.query_row(sql!("user_version"), [], |row| row.get(0))?;
    if found > known {
        return Err(RegisterError::Newer { found, known });
    }
    if found == known {
        return Ok(0);
    }
    let of = if found > 0 { known.saturating_sub(found).saturating_add(2) } else { 0 };
    let mut tell = |step: Step| {
        if step.of > 0 {
            told(step);
        }
    };
    if found > 0 {
        let begun = Step::begun(1, of);
        tell(begun);
        let copied = &mut |done, all| tell(begun.at(done, all));
        backup::write_told(conn, &path.with_extension(format!("before-{known}.backup")), key, copied)?;
    }
    // All of it or nothing: killed half way, the register is of the layout that its backup has.
    let work = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let next = migrations.iter().skip(usize::try_from(found).unwrap_or(usize::MAX));
    for (step, migration) in (2..).zip(next) {
        tell(Step::begun(step, of));
        work.execute_batch(migration)?;
    }
    work.commit()?;
    let reached: u32 = conn.query_row(sql!("user_version"), [], |row| row.get(0))?;
    if reached == known { Ok(of) } else { Err(RegisterError::Damaged("a migration did not say its number")) }
}

#[cfg(test)]
mod tests {
    use super::{MIGRATIONS, Step, run, run_all};
    use crate::{
        error::RegisterError,
        keying::{Key, create, open},
    };

    const KEY: Key<'_> = Key(&[7; 32]);

    #[test]
    fn schema_sql_is_what_the_database_holds() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, KEY).unwrap();
        run(&mut conn, &path, KEY, &mut |_| ()).unwrap();
        let mut read = conn.prepare(sql!("schema_text")).unwrap();
        let texts = read.query_map([], |row| row.get::<_, String>(0)).unwrap();
        let schema = texts.map(|text| text.unwrap() + ";\n").collect::<Vec<_>>().join("\n");
        let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            std::fs::write(kept, &schema).unwrap();
        }
        let kept = std::fs::read_to_string(kept).unwrap();
        assert!(
            kept == schema,
            "schema.sql differs; run again with UPDATE_SCHEMA=1 and look at the difference"
        );
    }

    #[test]
    fn a_newer_layout_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, KEY).unwrap();
        run(&mut conn, &path, KEY, &mut |_| ()).unwrap();
        conn.pragma_update(None, "user_version", 99).unwrap();
        let refused = run(&mut conn, &path, KEY, &mut |_| ());
        assert!(matches!(refused, Err(RegisterError::Newer { found: 99, .. })));
    }

    #[test]
    fn the_way_back_from_a_new_layout_is_the_backup_of_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let (path, kept) = (folder.path().join("register.db"), folder.path().join("kept.db"));
        let (newest, old) = (MIGRATIONS.len(), &MIGRATIONS[..MIGRATIONS.len() - 1]);
        let layout = |path: &std::path::Path| -> u32 {
            open(path, KEY).unwrap().query_row(sql!("user_version"), [], |row| row.get(0)).unwrap()
        };
        let mut conn = create(&path, KEY).unwrap();
        run_all(&mut conn, &path, KEY, old, &mut |_| ()).unwrap();
        conn.execute("INSERT INTO setting (key, value) VALUES ('letter', 'B')", []).unwrap();
        // What the old app does before an update, and what the new one does by itself.
        crate::backup::write(&conn, &kept, KEY).unwrap();
        run(&mut conn, &path, KEY, &mut |_| ()).unwrap();
        drop(conn);
        assert_eq!(usize::try_from(layout(&path)).unwrap(), newest);
        let refused = run_all(&mut open(&path, KEY).unwrap(), &path, KEY, old, &mut |_| ());
        assert!(
            matches!(refused, Err(RegisterError::Newer { .. })),
            "the old app does not open the new layout"
        );

        for backup in [kept, path.with_extension(format!("before-{newest}.backup"))] {
            std::fs::copy(&backup, &path).unwrap();
            assert_eq!(usize::try_from(layout(&path)).unwrap(), newest - 1);
            let mut conn = open(&path, KEY).unwrap();
            run_all(&mut conn, &path, KEY, old, &mut |_| ()).unwrap();
            let letter = "SELECT value FROM setting WHERE key = 'letter'";
            assert_eq!(conn.query_row(letter, [], |row| row.get::<_, String>(0)).unwrap(), "B");
            drop(conn);
            assert_eq!(usize::try_from(layout(&path)).unwrap(), newest - 1);
        }
    }

    #[test]
    fn a_later_migration_backs_up_first_and_is_all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, KEY).unwrap();
        run(&mut conn, &path, KEY, &mut |_| ()).unwrap();
        let broken = [MIGRATIONS, &["CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE broken ("]].concat();
        assert!(run_all(&mut conn, &path, KEY, &broken, &mut |_| ()).is_err());
        let count = "SELECT count(*) FROM sqlite_schema WHERE name = 'half'";
        assert_eq!(conn.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
        let (now, next) = (MIGRATIONS.len(), MIGRATIONS.len() + 1);
        let version = |conn: &rusqlite::Connection| -> usize {
            let version: u32 = conn.query_row(sql!("user_version"), [], |row| row.get(0)).unwrap();
            usize::try_from(version).unwrap()
        };
        let backup = open(&path.with_extension(format!("before-{next}.backup")), KEY).unwrap();
        assert_eq!(version(&backup), now);
        let whole = format!("CREATE TABLE two (a INTEGER) STRICT; PRAGMA user_version = {next};");
        run_all(&mut conn, &path, KEY, &[MIGRATIONS, &[whole.as_str()]].concat(), &mut |_| ()).unwrap();
        assert_eq!(version(&conn), next);
    }

    #[test]
    fn later_layouts_keep_every_change_and_whatever_points_at_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, KEY).unwrap();
        run_all(&mut conn, &path, KEY, &MIGRATIONS[..7], &mut |_| ()).unwrap();
        conn.execute_batch(
            "INSERT INTO record_name (id, uuid) VALUES (1, zeroblob(16));
             INSERT INTO field_name (id, name) VALUES (9, 'town');
             INSERT INTO feed (id, name, device, incarnation, scope) VALUES (1, zeroblob(16), zeroblob(16), zeroblob(16), 1);
             INSERT INTO batch_name (id, hash) VALUES (1, zeroblob(32));
             INSERT INTO batch (id, feed, seq, at_ms, at_tick, deed, act, author, schema)
             VALUES (1, 1, 1, 0, 0, zeroblob(16), 'record-answer', 1, 1);
             INSERT INTO change (id, record, field, standing, value) VALUES (1048576, 1, 9, 'known', 'Poipet');
             INSERT INTO change (id, record, field, standing) VALUES (1048577, 1, 9, 'unknown');
             INSERT INTO replacement (target, by) VALUES (1048576, 1048577);
             INSERT INTO answer (record, field, change, standing) VALUES (1, 9, 1048577, 'unknown');
             INSERT INTO record (id, removal) VALUES (1, 'present');
             INSERT INTO interpretation (one, fingerprint) VALUES (1, 'as the log was read then');",
        )
        .unwrap();
        run(&mut conn, &path, KEY, &mut |_| ()).unwrap();
        let count = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(count("SELECT count(*) FROM change JOIN replacement ON replacement.by = change.id"), 1);
        assert_eq!(count("SELECT count(*) FROM change"), 2);
        assert_eq!(count("SELECT count(*) FROM change WHERE id = 1048577 AND replaces = '1048576'"), 1);
        assert_eq!(count("SELECT count(*) FROM change WHERE replaces IS NULL"), 1);
        assert_eq!(count("SELECT count(*) FROM change_of_record WHERE record = 1"), 2);
        assert_eq!(count("SELECT count(*) FROM answer JOIN record ON record.id = answer.record"), 1);
        assert_eq!(count("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        assert_eq!(count("SELECT count(*) FROM interpretation"), 0, "the projections are made again");
        assert!(conn.execute_batch("DELETE FROM change").is_err(), "the log is append-only as before");
        assert!(conn.execute_batch("UPDATE change SET standing = 'guessed' WHERE id = 1048577").is_err());
    }

    #[test]
    fn every_step_is_told_in_its_order_and_a_stop_half_way_leaves_the_layout_that_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register.db");
        let mut conn = create(&path, KEY).unwrap();
        let mut told = Vec::new();
        run_all(&mut conn, &path, KEY, &MIGRATIONS[..3], &mut |step| told.push(step)).unwrap();
        assert_eq!(told, [], "a new register has nothing to wait for");

        let broken = [&MIGRATIONS[..5], &["CREATE TABLE broken ("]].concat();
        let stopped = run_all(&mut conn, &path, KEY, &broken, &mut |step| told.push(step));
        assert!(stopped.is_err());
        let version = |conn: &rusqlite::Connection| -> u32 {
            conn.query_row(sql!("user_version"), [], |row| row.get(0)).unwrap()
        };
        assert_eq!(version(&conn), 3, "not the fourth layout, and not the fifth");

        told.clear();
        let of = run(&mut conn, &path, KEY, &mut |step| told.push(step)).unwrap();
        let count = u32::try_from(MIGRATIONS.len()).unwrap() - 3;
        assert_eq!(of, count + 2, "the backup before them, the projections after them");
        assert_eq!(told.first(), Some(&Step::begun(1, of)));
        assert_eq!(told[1], Step { step: 1, of, percent: Some(100) }, "so small a copy is one piece");
        let begun: Vec<u32> =
            told.iter().filter(|step| step.percent.is_none()).map(|step| step.step).collect();
        assert_eq!(begun, (1..of).collect::<Vec<_>>());
        assert_eq!(run(&mut conn, &path, KEY, &mut |_| panic!("nothing is left to do")).unwrap(), 0);
    }
}
