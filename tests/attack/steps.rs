//! The steps by which the program changes a disk, one by one: `strace` lists them, and then stops the program at one of them
//! or refuses it. Owns that what it says was struck was struck: strace counts each call by itself and in each thread, so a
//! step is a call and its number, never a number among all.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Output, Stdio};

use crate::bench::{Laptop, copy_folder};
use crate::point::{Tried, allowed};

/// What changes a disk: the spool, the database, the journal, the checkpoint, the rename.
const CALLS: &str = "write,pwrite64,pwritev,fsync,fdatasync,ftruncate,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir";

/// A call that changes the disk, and how many of that call its thread had made before it, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    call: String,
    nth: u32,
    /// In which phase of the work it comes.
    pub(crate) phase: &'static str,
}

pub(crate) fn may_trace(number: u32, what: &str) -> bool {
    allowed(number, what, Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]))
}

impl Step {
    /// The deed, with the program gone before this step.
    pub(crate) fn kill(&self, laptop: &Laptop, deed: &[&str]) -> Output {
        let strike = format!("inject={}:signal=KILL:when={}", self.call, self.nth);
        traced(laptop, &["-o", "/dev/null", "-e", &strike], deed)
    }

    /// The deed, with this step and every later one of its call refused, as by a disk that is full or no longer writable.
    pub(crate) fn refuse(&self, laptop: &Laptop, error: &str, deed: &[&str]) -> Output {
        let strike = format!("inject={}:error={error}:when={}+", self.call, self.nth);
        traced(laptop, &["-o", "/dev/null", "-e", &strike], deed)
    }

    /// Reads a line of strace's list: `4021 pwrite64(9</home/…/register.db-wal>, ""..., 4096, 0) = 4096`.
    fn read(line: &str, made: &mut HashMap<(String, String), u32>) -> Option<Self> {
        let (thread, rest) = line.split_once(' ')?;
        let (call, arguments) = rest.trim_start().split_once('(')?;
        if !CALLS.split(',').any(|one| one == call) {
            return None;
        }
        let nth = made.entry((thread.to_owned(), call.to_owned())).or_default();
        *nth += 1;
        Some(Self { call: call.to_owned(), nth: *nth, phase: phase(call, arguments) })
    }
}

fn phase(call: &str, arguments: &str) -> &'static str {
    if call.starts_with("rename") || call.starts_with("link") {
        "rename"
    } else if arguments.contains("register.db-wal") || arguments.contains("register.db-shm") {
        "commit"
    } else if arguments.contains("register.db>") {
        "checkpoint"
    } else if arguments.contains("/attachments/") || arguments.contains(".pulang") {
        "spool"
    } else if arguments.contains("/backups/") || arguments.contains("/stick/") {
        "backup"
    } else {
        "others"
    }
}

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

/// The steps that the deed takes when nobody strikes it.
pub(crate) fn steps_of(laptop: &Laptop, deed: &[&str]) -> Vec<Step> {
    let list = laptop.path("steps");
    let trace = format!("trace={CALLS}");
    let ended = traced(laptop, &["-y", "-s", "0", "-o", &list.display().to_string(), "-e", &trace], deed);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let mut made = HashMap::new();
    fs::read_to_string(list).unwrap().lines().filter_map(|line| Step::read(line, &mut made)).collect()
}

/// At most so many of the steps, spread evenly over all of them.
pub(crate) fn spread(steps: &[Step], wanted: u32) -> impl Iterator<Item = &Step> {
    let many = steps.len().min(usize::try_from(wanted).unwrap());
    (0..many).map(move |at| &steps[at * steps.len() / many])
}

/// Puts the vault back as it was kept.
pub(crate) fn put_back(laptop: &Laptop) {
    fs::remove_dir_all(laptop.vault()).unwrap();
    copy_folder(&laptop.path("kept"), &laptop.vault());
}

/// Keeps the vault as it is now for [`put_back`].
pub(crate) fn keep(laptop: &Laptop) {
    let _none = fs::remove_dir_all(laptop.path("kept"));
    copy_folder(&laptop.vault(), &laptop.path("kept"));
}

/// Kills the deed at steps spread evenly over all of them, and asks `stands` each time, telling it whether the deed said that
/// it was done. Only a program that was killed counts.
pub(crate) fn kill_at_each(
    laptop: &Laptop,
    deed: &[&str],
    wanted: u32,
    stands: &mut dyn FnMut(bool) -> bool,
) -> Tried {
    put_back(laptop);
    let steps = steps_of(laptop, deed);
    let (mut tried, mut alive) = (Tried::default(), 0);
    let mut phases: BTreeMap<&str, u32> = BTreeMap::new();
    for step in spread(&steps, wanted) {
        put_back(laptop);
        let ended = step.kill(laptop, deed).status;
        let held = stands(ended.success());
        if ended.signal() == Some(9) || ended.code() == Some(137) {
            tried.count(held);
            *phases.entry(step.phase).or_default() += 1;
        } else {
            // Some threads come and go: a step near the end may not be reached in every run.
            alive += 1;
            tried.broken += u32::from(!held);
        }
    }
    assert!(alive * 10 <= tried.attempts, "{alive} were not killed, {} were", tried.attempts);
    tried.note = told(&phases, steps.len());
    tried
}

/// `commit 20, spool 31 of 120 steps`.
pub(crate) fn told(phases: &BTreeMap<&str, u32>, steps: usize) -> String {
    let parts: Vec<String> = phases.iter().map(|(phase, times)| format!("{phase} {times}")).collect();
    format!("{} of {steps} steps", parts.join(", "))
}
