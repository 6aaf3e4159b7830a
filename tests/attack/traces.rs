//! Points about what is left lying: markers on the disk, in messages, and after an erasure.

use std::fs;

use crate::bench::{Laptop, Tried, every_file, holds, person, point};

/// Fifty names that stand nowhere else.
fn markers() -> Vec<String> {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
    (0..50)
        .map(|n| {
            format!(
                "Zq{}{} Wxv{}",
                letter(n / 26).to_ascii_lowercase(),
                letter(n).to_ascii_lowercase(),
                letter(n)
            )
        })
        .collect()
}

#[test]
fn p01_planted_markers_are_nowhere_on_the_disk() {
    point(1, "50 markers looked for in every file", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let markers = markers();
        let deeds: String = markers
            .iter()
            .map(|name| format!("record add person \"full_name={name}\"\nperson search \"{name}\"\n"))
            .collect();
        let file = laptop.path("deeds.txt");
        fs::write(&file, deeds).unwrap();
        let done = laptop.does(&["batch", &file.display().to_string()]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        fs::remove_file(&file).unwrap();
        laptop.does(&["vault", "backup", &laptop.path("stick").display().to_string()]);
        if sabotage {
            fs::write(laptop.vault().join("notes.txt"), &markers[7]).unwrap();
        }
        let root = laptop.path("");
        let files = every_file(&root);
        assert!(files.len() > 8, "{files:?}");
        let found = files
            .iter()
            .map(|file| fs::read(file).unwrap())
            .filter(|bytes| markers.iter().any(|marker| holds(bytes, marker)));
        Tried { attempts: 50, broken: u32::try_from(found.count()).unwrap() }
    });
}

#[test]
fn p20_messages_name_nobody() {
    point(20, "refusals and errors without contents", |sabotage| {
        let laptop = Laptop::new();
        laptop.make();
        let marker = "Zqxwvy Kjhgfd";
        let named = format!("full_name={marker}");
        assert!(laptop.does(&["record", "add", "person", &named]).status.success());
        let list = String::from_utf8(laptop.does(&["person", "list"]).stdout).unwrap();
        let reference = list.split_whitespace().next().unwrap().to_owned();
        let typed = format!("birth_date={marker}");
        let output = laptop.path("out.pdf").display().to_string();
        let deeds: [&[&str]; 6] = [
            &["record", "add", "person", &named, &typed],
            &["record", "set", &reference, "birth_date", marker],
            &["record", "set", &reference, marker, "x"],
            &["person", "show", marker],
            &["dossier", &reference, "--for", "host-police", "-o", &output],
            &["bundle", "import", marker],
        ];
        let mut tried = Tried { attempts: 0, broken: 0 };
        for deed in deeds {
            let done = laptop.does(deed);
            let said = if sabotage { list.as_bytes().to_vec() } else { done.stderr.clone() };
            tried.attempts += 1;
            tried.broken += u32::from(holds(&said, marker) || done.status.success());
        }
        tried
    });
}

#[test]
fn p09_an_erased_person_is_found_nowhere_in_the_app() {
    point(9, "an erased person: search, history, export", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, _) = laptop.begin();
        let id = person(&mut desk, "Zqxwvy Kjhgfd");
        person(&mut desk, "Ratna Contoh");
        if !sabotage {
            desk.erase_and_sweep(&id, "a test of erasure").unwrap();
        }
        let id = desk.erased(&id).unwrap();
        let past = desk.history(id, None).unwrap_or_default();
        let traces = [
            !desk.people("Zqxwvy", 0, 10).unwrap().is_empty(),
            desk.person(id).is_ok(),
            past.iter().any(|one| one.display.contains("Kjhgfd")),
            !desk.check().unwrap().sound,
        ];
        let broken = traces.iter().filter(|trace| **trace).count();
        Tried { attempts: 4, broken: u32::try_from(broken).unwrap() }
    });
}
