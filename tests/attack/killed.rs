//! Killed at a step of its own choosing: `strace` stops the program with signal 9 at its n-th write, flush, rename or removal,
//! through every phase of an edit, an import with files, and an export. Everything stands as before or as after.

use std::fs;
use std::process::{Command, Output, Stdio};

use crate::bench::{Laptop, Tried, allowed, copy_folder, point, times};

/// What changes a disk: the spool, the database, the journal, the checkpoint, the rename.
const STEPS: &str =
    "write,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir";

/// The deed under `strace` with these options.
fn traced(laptop: &Laptop, options: &[&str], deed: &[&str]) -> Output {
    let program = laptop.pulang(deed);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "signal=none"]).args(options).arg(program.get_program());
    command.args(program.get_args());
    for (name, value) in program.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    command.stdin(Stdio::null()).output().unwrap()
}

/// How many steps the deed takes when nobody kills it; the vault is put back afterwards.
fn steps_of(laptop: &Laptop, deed: &[&str]) -> u32 {
    let list = laptop.path("steps");
    let trace = format!("trace={STEPS}");
    let ended = traced(laptop, &["-o", &list.display().to_string(), "-e", &trace], deed);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    u32::try_from(fs::read_to_string(list).unwrap().lines().count()).unwrap()
}

fn put_back(laptop: &Laptop) {
    fs::remove_dir_all(laptop.vault()).unwrap();
    copy_folder(&laptop.path("kept"), &laptop.vault());
}

/// The state of everything, when the vault is sound.
fn digest(laptop: &Laptop) -> Option<String> {
    let check = laptop.does(&["vault", "check", "--json"]);
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    let (_, rest) = said.split_once("\"digest\":")?;
    check.status.success().then(|| rest.split('"').nth(1).unwrap_or_default().to_owned())
}

fn people(laptop: &Laptop) -> usize {
    String::from_utf8_lossy(&laptop.does(&["person", "list"]).stdout).lines().count()
}

fn may_trace(what: &str) -> bool {
    allowed(2, what, Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]))
}

/// Kills the deed at steps spread evenly over all of them, and asks `stands` each time, telling it whether the deed ended well.
fn kill_at_each(laptop: &Laptop, deed: &[&str], wanted: u32, stands: &mut dyn FnMut(bool) -> bool) -> Tried {
    put_back(laptop);
    let steps = steps_of(laptop, deed);
    let mut tried = Tried { attempts: 0, broken: 0 };
    let kills = wanted.min(steps);
    for kill in 0..kills {
        put_back(laptop);
        let at = 1 + u64::from(kill) * u64::from(steps) / u64::from(kills.max(1));
        let inject = format!("inject={STEPS}:signal=KILL:when={at}");
        let ended = traced(laptop, &["-o", "/dev/null", "-e", &inject], deed);
        tried.attempts += 1;
        tried.broken += u32::from(!stands(ended.status.success()));
    }
    tried
}

/// A laptop with a few people and two files, a friend, and a bundle of the friend's that brings people and files.
fn two_laptops() -> (Laptop, Laptop, String) {
    let (one, two) = (Laptop::new(), Laptop::new());
    let cards = [&one, &two].map(|laptop| {
        laptop.make();
        let card = laptop.path("card.txt");
        fs::write(&card, laptop.does(&["device", "show"]).stdout).unwrap();
        card.display().to_string()
    });
    one.does(&["device", "trust", &cards[1]]);
    two.does(&["device", "trust", &cards[0]]);
    let file = two.path("letter.bin");
    fs::write(&file, vec![7; 200_000]).unwrap();
    for name in ["Larasati Contoh", "Sutrisna Contoh"] {
        two.does(&["record", "add", "person", &format!("full_name={name}")]);
    }
    let list = String::from_utf8(two.does(&["person", "list"]).stdout).unwrap();
    let who = list.split_whitespace().next().unwrap().to_owned();
    let added = two.does(&["document", "add", &file.display().to_string(), "--for", &who]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
    let bundle = one.path("case.pulang").display().to_string();
    let written = two.does(&["bundle", "export", "--to", &cards[0], "-o", &bundle]);
    assert!(written.status.success(), "{}", String::from_utf8_lossy(&written.stderr));
    copy_folder(&one.vault(), &one.path("kept"));
    (one, two, bundle)
}

#[test]
fn p02_killed_at_each_step_of_an_import() {
    const WHAT: &str = "kill -9 at each step of an import";
    let kills = times(10, 400);
    if !may_trace(WHAT) {
        return;
    }
    let (one, _two, bundle) = two_laptops();
    point(2, WHAT, |sabotage| {
        put_back(&one);
        let before = digest(&one).unwrap();
        assert!(one.does(&["bundle", "import", &bundle]).status.success());
        let after = digest(&one).unwrap();
        let kills = if sabotage { 2 } else { kills };
        kill_at_each(&one, &["bundle", "import", &bundle], kills, &mut |_| {
            if sabotage {
                let _journal = fs::remove_file(one.vault().join("data.key"));
            }
            let now = digest(&one);
            let whole = now.as_ref() == Some(&before) || now.as_ref() == Some(&after);
            one.does(&["bundle", "import", &bundle]);
            whole && digest(&one).as_ref() == Some(&after) && one.does(&["vault", "check"]).status.success()
        })
    });
}

#[test]
fn p02_killed_at_each_step_of_an_edit() {
    const WHAT: &str = "kill -9 at each step of an edit";
    let kills = times(10, 300);
    if !may_trace(WHAT) {
        return;
    }
    let laptop = Laptop::new();
    laptop.make();
    laptop.does(&["record", "add", "person", "full_name=Larasati Contoh"]);
    copy_folder(&laptop.vault(), &laptop.path("kept"));
    point(2, WHAT, |sabotage| {
        let deed = ["record", "add", "person", "full_name=Sutrisna Contoh"];
        kill_at_each(&laptop, &deed, if sabotage { 2 } else { kills }, &mut |done| {
            let there = people(&laptop);
            let kept = if done || sabotage { there == 2 } else { (1..=2).contains(&there) };
            kept && digest(&laptop).is_some()
        })
    });
}

#[test]
fn p02_killed_at_each_step_of_an_export() {
    const WHAT: &str = "kill -9 at each step of an export";
    let kills = times(10, 300);
    if !may_trace(WHAT) {
        return;
    }
    let (one, two, bundle) = two_laptops();
    one.does(&["bundle", "import", &bundle]);
    fs::remove_dir_all(one.path("kept")).unwrap();
    copy_folder(&one.vault(), &one.path("kept"));
    let (card, out) = (two.path("card.txt").display().to_string(), two.path("out.pulang"));
    let deed = ["bundle", "export", "--all", "--to", &card, "-o", &out.display().to_string()];
    point(2, WHAT, |sabotage| {
        let before = digest(&one);
        let kills = if sabotage { 2 } else { kills };
        kill_at_each(&one, &deed, kills, &mut |done| {
            if sabotage {
                fs::write(&out, b"half").unwrap();
            }
            let shown = !out.exists() || {
                let show = two.does(&["bundle", "show", &out.display().to_string()]);
                show.status.success()
            };
            let told = !done || out.exists();
            let _again = fs::remove_file(&out);
            shown && told && digest(&one).is_some() && before.is_some()
        })
    });
}
