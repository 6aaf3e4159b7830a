//! Killed while writing, and journals damaged afterwards.

use super::fixture::fixture;
use super::office::{KEY, Laptop, born, deed, id, interpreter, known, path, write};
use crate::{AuditEntry, Register};
use chrono::DateTime;
use std::{
    env,
    io::{BufRead, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

const FOLDER: &str = "REGISTER_CRASH_FOLDER";
const ROUNDS: u64 = 20;

/// Edits without end, saying each number only once it is committed.
fn edit_for_ever(path: &Path) -> ! {
    let mut register = Register::open(path, KEY, interpreter("first")).unwrap();
    let mut n = u128::from(register.audit_head().unwrap().count);
    loop {
        n += 1;
        let note =
            vec![write(id(10), "note", known(&"x".repeat(usize::try_from(n * 7919 % 20_000).unwrap())))];
        let text = |text: &str| text.to_owned();
        let at = DateTime::UNIX_EPOCH;
        let entry =
            AuditEntry { at, actor: text("a"), act: text("edit"), object: text(""), detail: n.to_string() };
        register.commit(&deed(10_000 + n, vec![], note), &mut || [3; 16], Some(&entry)).unwrap();
        let mut out = std::io::stdout();
        writeln!(out, "done {n}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn what_was_acknowledged_survives_kill_9_whole() {
    if let Some(folder) = env::var_os(FOLDER) {
        edit_for_ever(&Path::new(&folder).join("register.db"));
    }
    let mut laptop = Laptop::new(1);
    laptop.commit(&deed(2, vec![born(id(10), "person", id(1))], vec![])).unwrap();
    let Laptop { register, folder, .. } = laptop;
    drop(register);
    let mut acknowledged = 0;
    for round in 0..ROUNDS {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "tests::crash::what_was_acknowledged_survives_kill_9_whole", "--nocapture"])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let reader = std::thread::spawn(move || {
            let numbers = lines.map_while(Result::ok);
            numbers.filter_map(|line| line.strip_prefix("done ")?.parse::<u64>().ok()).max().unwrap_or(0)
        });
        std::thread::sleep(Duration::from_millis(60 + round * 11));
        child.kill().unwrap();
        child.wait().unwrap();
        acknowledged = acknowledged.max(reader.join().unwrap());
        let mut register = Register::open(&path(&folder), KEY, interpreter("first")).unwrap();
        let audited = register.audit_head().unwrap().count;
        assert!(audited >= acknowledged, "round {round}: {acknowledged} acknowledged, {audited} there");
        assert_eq!(register.counts().unwrap().batches, audited + 1, "log and audit are one");
        assert_eq!(register.check(&path(&folder), KEY).unwrap().wrong, []);
    }
    assert!(acknowledged > 0, "nothing was ever acknowledged");
}

#[test]
fn a_damaged_journal_gives_a_clean_beginning() {
    let mut laptop = Laptop::new(1);
    laptop.commit(&deed(2, vec![born(id(10), "person", id(1))], vec![])).unwrap();
    laptop.register.checkpoint().unwrap();
    for n in 1..=20_u128 {
        laptop.commit(&deed(100 + n, vec![], vec![write(id(10), "note", known(&n.to_string()))])).unwrap();
    }
    let database = std::fs::read(path(&laptop.folder)).unwrap();
    let journal = std::fs::read(laptop.folder.path().join("register.db-wal")).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for case in 0..40_usize {
        let at = (case * 7919 + 1) * journal.len() / (40 * 7919);
        let mut damaged = journal.clone();
        if case % 2 == 0 {
            damaged.truncate(at);
        } else {
            damaged[at] ^= 1 << (case % 8);
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(path(&folder), &database).unwrap();
        std::fs::write(folder.path().join("register.db-wal"), damaged).unwrap();
        let mut register = Register::open(&path(&folder), KEY, interpreter("first")).unwrap();
        assert_eq!(register.check(&path(&folder), KEY).unwrap().wrong, []);
        let edits = register.counts().unwrap().batches - 1;
        let note = register.record(id(10)).unwrap().unwrap().first("note").map(str::to_owned);
        assert_eq!(note, (edits > 0).then(|| edits.to_string()), "case {case}");
        seen.insert(edits);
    }
    assert!(seen.len() > 5, "the damage reached different places");
}

const STEP: &str = "REGISTER_CRASH_STEP";

/// Opens the register of an older layout and ends, as a blow would end it, at the beginning of that step.
fn open_up_to(path: &Path, step: u32) -> ! {
    let opened = Register::open_told(path, KEY, interpreter("later"), &mut |come| {
        if come.step == step {
            std::process::abort();
        }
    });
    panic!("it was never at step {step}: {opened:?}");
}

#[test]
fn a_register_that_is_killed_while_it_is_brought_forward_is_what_it_was() {
    if let (Some(folder), Ok(step)) = (env::var_os(FOLDER), env::var(STEP)) {
        open_up_to(&Path::new(&folder).join("register.db"), step.parse().unwrap());
    }
    let folder = tempfile::tempdir().unwrap();
    let old = || std::fs::copy(fixture(), path(&folder)).unwrap();
    old();
    let mut steps = 0;
    let opened =
        Register::open_told(&path(&folder), KEY, interpreter("later"), &mut |come| steps = come.of).unwrap();
    let digest = opened.state_digest().unwrap();
    drop(opened);
    assert!(steps > 2);
    let layout = || -> u32 {
        let conn = crate::keying::open(&path(&folder), KEY).unwrap();
        conn.query_row(include_str!("../sql/user_version.sql"), [], |row| row.get(0)).unwrap()
    };
    let newest = layout();
    for step in 1..=steps {
        std::fs::read_dir(folder.path())
            .unwrap()
            .for_each(|file| std::fs::remove_file(file.unwrap().path()).unwrap());
        old();
        let ended = Command::new(env::current_exe().unwrap())
            .args([
                "--exact",
                "tests::crash::a_register_that_is_killed_while_it_is_brought_forward_is_what_it_was",
            ])
            .envs([(FOLDER, folder.path().as_os_str()), (STEP, step.to_string().as_ref())])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert_eq!(std::os::unix::process::ExitStatusExt::signal(&ended), Some(6), "step {step}");
        // Only the projections are left to the newest layout; what they follow from is in it already.
        assert_eq!(layout(), if step == steps { newest } else { 1 }, "step {step}");
        let mut register = Register::open(&path(&folder), KEY, interpreter("later")).unwrap();
        assert_eq!(register.state_digest().unwrap(), digest, "step {step}");
        assert_eq!(register.check(&path(&folder), KEY).unwrap().wrong, [], "step {step}");
    }
}
