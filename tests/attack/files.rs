//! Points about what lies on the disk: damaged journals, a database put back, an audit written anew, a full disk.

use std::fs;
use std::process::Command;

use desk::views;

use crate::bench::{Dice, Laptop, PASSPHRASE, Tried, allowed, copy_folder, person, point, times};

#[test]
fn p03_a_damaged_journal_gives_a_clean_prefix() {
    let rounds = times(40, 1_000);
    point(3, "damaged WAL: a clean prefix", |sabotage| {
        let laptop = Laptop::new();
        // The first day is folded away: whatever of the journal is lost, a vault is left.
        laptop.begin().0.lock().unwrap();
        let mut desk = laptop.unlock().unwrap();
        let names: Vec<String> = (0..12)
            .map(|n| {
                format!("Orang Contoh {}", ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"][n])
            })
            .collect();
        for name in &names {
            person(&mut desk, name);
        }
        // Not locked: the journal is still beside the database, as after a power cut.
        let (copy, mut dice) = (laptop.path("copy"), Dice(0x2545_f491_4f6c_dd1d));
        let mut tried = Tried { attempts: 0, broken: 0 };
        for _ in 0..rounds {
            let _none = fs::remove_dir_all(&copy);
            copy_folder(&laptop.vault(), &copy);
            let wal = copy.join("register.db-wal");
            let mut bytes = fs::read(&wal).unwrap();
            let at = dice.below(bytes.len());
            if dice.below(2) == 0 {
                bytes.truncate(at)
            } else {
                bytes[at] ^= 0x55
            }
            fs::write(&wal, bytes).unwrap();
            let _shm = fs::remove_file(copy.join("register.db-shm"));
            if sabotage {
                let file = copy.join("register.db");
                let mut whole = fs::read(&file).unwrap();
                let middle = whole.len() / 2;
                whole[middle] ^= 1;
                fs::write(&file, whole).unwrap();
                fs::write(&wal, []).unwrap();
            }
            tried.attempts += 1;
            let prefix = laptop.unlock_at(&copy, "Sari Contoh", PASSPHRASE).is_ok_and(|mut desk| {
                let mut found: Vec<String> = desk
                    .people("", 0, 100)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|line| line.person.title)
                    .collect();
                found.sort();
                found == names[..found.len()] && desk.check().is_ok_and(|check| check.sound)
            });
            tried.broken += u32::from(!prefix);
        }
        tried
    });
}

#[test]
fn p04_a_full_disk_at_each_write() {
    const WHAT: &str = "disk full while writing";
    let steps = times(6, 60);
    // A mount that nobody else sees and that is gone with the command.
    let mut rights = Command::new("unshare");
    rights.args(["-m", "mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"]);
    if !allowed(4, WHAT, &mut rights) {
        return;
    }
    point(4, WHAT, |sabotage| {
        let laptop = Laptop::new();
        let disk = laptop.path("vault");
        fs::create_dir_all(&disk).unwrap();
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=6m", "tmpfs"]).arg(&disk).status();
        assert!(mounted.is_ok_and(|status| status.success()), "a small disk could not be mounted");
        let inner = Disk(disk.clone());
        let vault = disk.join("inner");
        let recovery = laptop.path("recovery.txt").display().to_string();
        let at_inner = |deed: &[&str]| {
            let passphrase = laptop.path("passphrase.txt");
            fs::write(&passphrase, PASSPHRASE).unwrap();
            Command::new(env!("CARGO_BIN_EXE_pulang"))
                .arg("--vault")
                .arg(&vault)
                .arg("--passphrase-file")
                .arg(passphrase)
                .args(["--officer", "Sari Contoh", "--lang", "en"])
                .args(deed)
                .env("XDG_CONFIG_HOME", laptop.path("xdg"))
                .output()
                .unwrap()
        };
        let made = at_inner(&["vault", "init", "--office", "PNH", "--recovery-out", &recovery]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let mut tried = Tried { attempts: 0, broken: 0 };
        let (mut told, mut refused) = (0, 0);
        for step in 0..steps {
            let filler = disk.join("filler");
            // Fills the disk up to a few pages.
            let _full = Command::new("dd")
                .args(["if=/dev/zero", "bs=4096"])
                .arg(format!("of={}", filler.display()))
                .output();
            let size = fs::metadata(&filler).unwrap().len();
            let left = u64::from(step) * 4096 * 3;
            fs::OpenOptions::new()
                .write(true)
                .open(&filler)
                .unwrap()
                .set_len(size.saturating_sub(left))
                .unwrap();
            let name = format!("full_name=Penuh {}", char::from(b'A' + u8::try_from(step % 26).unwrap()));
            let done = at_inner(&["record", "add", "person", &name]).status.success();
            if done {
                told += 1
            } else {
                refused += 1
            }
            fs::remove_file(&filler).unwrap();
            let list = at_inner(&["person", "list"]);
            let there = String::from_utf8_lossy(&list.stdout).lines().count();
            let sound = at_inner(&["vault", "check"]).status.success();
            tried.attempts += 1;
            tried.broken +=
                u32::from(!sound || there < told + usize::from(sabotage) || there > told + refused);
        }
        drop(inner);
        tried
    });
}

/// A small disk, gone when dropped.
struct Disk(std::path::PathBuf);

impl Drop for Disk {
    fn drop(&mut self) {
        let _gone = Command::new("umount").arg(&self.0).status();
    }
}

#[test]
fn p07_yesterdays_database_put_back() {
    let days = times(3, 8);
    point(7, "an earlier database put back", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, _) = laptop.begin();
        let (mut databases, mut anchors) = (Vec::new(), Vec::new());
        for day in 0..days {
            person(&mut desk, "Wulan Contoh");
            desk.lock().unwrap();
            databases.push(fs::read(laptop.vault().join("register.db")).unwrap());
            desk = laptop.unlock().unwrap();
            // The end of the audit goes along with a backup and with a bundle.
            let stick = laptop.path(&format!("stick-{day}"));
            let made = desk.backup_to(&stick).unwrap();
            let bundle = laptop.path(&format!("case-{day}.pulang"));
            let cards = vec![desk.laptop().unwrap().card];
            desk.export_bundle(&views::ExportInput { cards, ..Default::default() }, &bundle).unwrap();
            anchors.push([stick.join(made.name), bundle]);
        }
        desk.lock().unwrap();
        let today = fs::read(laptop.vault().join("register.db")).unwrap();
        let mut tried = Tried { attempts: 0, broken: 0 };
        for (day, database) in databases.iter().enumerate() {
            fs::write(laptop.vault().join("register.db"), if sabotage { &today } else { database }).unwrap();
            let desk = laptop.unlock().unwrap();
            for anchor in anchors.iter().skip(day).flatten() {
                tried.attempts += 1;
                tried.broken += u32::from(desk.audit_verify_against(anchor).is_ok());
            }
            desk.lock().unwrap();
        }
        tried
    });
}

#[test]
fn p08_the_audit_edited_rewritten_cut() {
    point(8, "audit edited, rewritten, cut", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, key) = laptop.begin();
        for _ in 0..20 {
            desk.drill(&[zeroize::Zeroizing::new(key.clone())]).unwrap();
        }
        let (file, anchor) = (laptop.path("audit.jsonl"), laptop.path("anchor.txt"));
        desk.export_audit(&file).unwrap();
        fs::write(&anchor, desk.anchor().unwrap().line).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let lines: Vec<&str> = text.lines().filter(|line| line.starts_with('{')).collect();
        let mut altered = Vec::new();
        for at in 0..lines.len() {
            altered.push([&lines[..at], &lines[at + 1..]].concat().join("\n"));
            altered.push(lines[..at].join("\n"));
            let mut edited: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            edited[at] = edited[at].replace("\"detail\":\"", "\"detail\":\"x");
            altered.push(edited.join("\n"));
        }
        if sabotage {
            altered.push(text.clone());
        }
        let mut tried = Tried { attempts: 0, broken: 0 };
        for one in altered {
            fs::write(&file, one).unwrap();
            tried.attempts += 1;
            tried.broken += u32::from(desk::verify_export(&file, Some(&anchor)).is_ok());
        }
        tried
    });
}
