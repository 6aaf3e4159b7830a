//! Points about a disk that refuses: full at a write, full at any place of an import, no longer writable. Everything stands as
//! before or as after, and what was told as done is there.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::bench::{Laptop, befriended, digest, people, two_laptops};
use crate::point::{Tried, allowed, point, times};
use crate::steps::{keep, may_trace, put_back, spread, steps_of, told};

const PAGE: u64 = 4096;

/// A small disk, gone when dropped.
struct Disk(PathBuf);

impl Disk {
    /// Puts a disk of so many megabytes where a laptop has everything.
    fn under(laptop: &Laptop, megabytes: u32) -> Self {
        let place = laptop.path("");
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&place).status();
        assert!(mounted.is_ok_and(|status| status.success()), "a small disk could not be mounted");
        Self(place)
    }

    /// Fills the disk up to so many bytes.
    fn fill(&self, left: u64) {
        let filler = self.0.join("filler");
        let mut command = Command::new("dd");
        let _full =
            command.args(["if=/dev/zero", "bs=4096"]).arg(format!("of={}", filler.display())).output();
        let size = fs::metadata(&filler).unwrap().len();
        let file = fs::OpenOptions::new().write(true).open(&filler).unwrap();
        file.set_len(size.saturating_sub(left)).unwrap();
    }

    fn clear(&self) {
        fs::remove_file(self.0.join("filler")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg(&self.0).status();
    }
}

/// Whether the machine lets a disk be mounted: a mount that nobody else sees and that is gone with the command.
fn may_mount(what: &str) -> bool {
    let mut rights = Command::new("unshare");
    rights.args(["-m", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]);
    allowed(4, what, &mut rights)
}

#[test]
fn p04_a_full_disk_at_each_write() {
    const WHAT: &str = "disk full while writing";
    let steps = times(6, 60);
    if !may_mount(WHAT) {
        return;
    }
    point(4, WHAT, |sabotage| {
        let laptop = Laptop::new();
        let disk = Disk::under(&laptop, 8);
        laptop.make();
        let (mut told, mut refused) = (0, 0);
        let mut tried = Tried::default();
        for step in 0..steps {
            disk.fill(u64::from(step) * PAGE * 3);
            let name = format!("full_name=Penuh {}", char::from(b'A' + u8::try_from(step % 26).unwrap()));
            let done = laptop.does(&["record", "add", "person", &name]).status.success();
            if done {
                told += 1
            } else {
                refused += 1
            }
            disk.clear();
            let there = people(&laptop);
            let stands = (told + usize::from(sabotage)..=told + refused).contains(&there);
            tried.count(stands && digest(&laptop).is_some());
        }
        tried.note = format!("{refused} refused, {told} done");
        tried
    });
}

#[test]
fn p04_a_disk_full_at_every_quarter_of_a_mebibyte_of_an_import() {
    const WHAT: &str = "disk full at every 256 KiB of an import";
    // In a verification every eighth of them.
    let stride = u64::from(times(8, 1));
    if !may_mount(WHAT) {
        return;
    }
    point(4, WHAT, |sabotage| {
        let (one, two) = (Laptop::new(), Laptop::new());
        let disk = Disk::under(&one, 64);
        let bundle = befriended(&one, &two);
        keep(&one);
        let before = digest(&one).unwrap();
        assert!(one.does(&["bundle", "import", &bundle]).status.success());
        let after = digest(&one).unwrap();
        let (mut refused, mut committed, mut room) = (0, 0, 0);
        let mut tried = Tried::default();
        loop {
            put_back(&one);
            disk.fill(room * 256 * 1024);
            let done = one.does(&["bundle", "import", &bundle]).status.success();
            disk.clear();
            if sabotage {
                one.does(&["record", "add", "person", "full_name=Orang Contoh"]);
            }
            let now = digest(&one);
            let (undone, whole) = (now.as_ref() == Some(&before), now.as_ref() == Some(&after));
            one.does(&["bundle", "import", &bundle]);
            tried.count((whole || undone && !done) && digest(&one).as_ref() == Some(&after));
            refused += u32::from(!done);
            committed += u32::from(!done && whole);
            if done || sabotage {
                break;
            }
            room += stride;
            assert!(room < 240, "it never fits");
        }
        tried.note =
            format!("{refused} refused, {committed} of them after the commit, done with {} KiB", room * 256);
        tried
    });
}

#[test]
fn p04_a_disk_that_refuses_at_each_step_of_an_import() {
    const WHAT: &str = "full, read-only, broken from each step of an import on";
    let wanted = times(6, 240);
    if !may_trace(4, WHAT) {
        return;
    }
    let (one, _two, bundle) = two_laptops();
    keep(&one);
    point(4, WHAT, |sabotage| {
        put_back(&one);
        let deed = ["bundle", "import", &bundle];
        let before = digest(&one).unwrap();
        let steps = steps_of(&one, &deed);
        let after = digest(&one).unwrap();
        let mut phases: BTreeMap<&str, u32> = BTreeMap::new();
        let mut tried = Tried::default();
        for (at, step) in spread(&steps, if sabotage { 1 } else { wanted }).enumerate() {
            put_back(&one);
            let error = ["ENOSPC", "EROFS", "EIO"][at % 3];
            let done = step.refuse(&one, error, &deed).status.success();
            if sabotage {
                one.does(&["record", "add", "person", "full_name=Orang Contoh"]);
            }
            let now = digest(&one);
            let whole = now.as_ref() == Some(&after) || !done && now.as_ref() == Some(&before);
            one.does(&["bundle", "import", &bundle]);
            tried.count(whole && digest(&one).as_ref() == Some(&after));
            *phases.entry(step.phase).or_default() += 1;
        }
        tried.note = told(&phases, steps.len());
        tried
    });
}
