//! Points about what lies on the disk: damaged journals, a database put back, an audit written anew.

use std::fs;

use desk::views;

use crate::bench::{Laptop, PASSPHRASE, copy_folder, person};
use crate::point::{Dice, Tried, point, times};

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
        let mut tried = Tried::default();
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
        let mut tried = Tried::default();
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
        let mut tried = Tried::default();
        for one in altered {
            fs::write(&file, one).unwrap();
            tried.attempts += 1;
            tried.broken += u32::from(desk::verify_export(&file, Some(&anchor)).is_ok());
        }
        tried
    });
}
