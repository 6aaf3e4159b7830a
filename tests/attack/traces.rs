//! Points about what is left lying: markers on the disk, in messages, and after an erasure.

use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::bench::{Laptop, every_file, holds, person};
use crate::point::{Tried, point};

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
        Tried { attempts: 50, broken: u32::try_from(found.count()).unwrap(), ..Tried::default() }
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
        let mut tried = Tried::default();
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
fn p09_an_erased_person_is_nowhere_in_the_decrypted_pages() {
    let people = crate::point::times(2, 12);
    point(9, "erased people, in decrypted pages", |sabotage| {
        let laptop = Laptop::new();
        let (mut desk, _) = laptop.begin();
        let letter = |n: u32| char::from(b'a' + u8::try_from(n).unwrap());
        let names: Vec<String> = (0..people).map(|n| format!("Zqxw{0}vy Kjhgf{0}d", letter(n))).collect();
        let ids: Vec<String> = names.iter().map(|name| person(&mut desk, name)).collect();
        person(&mut desk, "Ratna Contoh");
        desk.lock().unwrap();
        let mut desk = laptop.unlock().unwrap();
        desk.keep_draft(Some(&names[0])).unwrap();
        for id in &ids {
            desk.people("Zqxw", 0, 10).unwrap();
            if !sabotage {
                desk.erase_and_sweep(id, "a test of erasure").unwrap();
            }
        }
        let sound = desk.check().unwrap().sound;
        desk.lock().unwrap();
        let pages = decrypted(&laptop).to_ascii_lowercase();
        assert!(holds(&pages, "ratna contoh"), "the pages were read");
        let mut tried = Tried { broken: u32::from(!sound), ..Tried::default() };
        for name in names.iter().flat_map(|name| name.split(' ')) {
            tried.attempts += 1;
            tried.broken += u32::from(holds(&pages, &name.to_ascii_lowercase()));
        }
        tried
    });
}

/// Every page of the database and of its journal, decrypted by another program than the app.
fn decrypted(laptop: &Laptop) -> Vec<u8> {
    const PAGE: usize = 4096;
    const RESERVE: usize = 80;
    let passphrase = vault::Passphrase::parse(crate::bench::PASSPHRASE).unwrap();
    let unlocked = vault::open(&laptop.vault(), Some("Sari Contoh"), &passphrase).unwrap();
    let mut key = String::new();
    let settled = unlocked.settle(|kept| -> Result<Option<()>, vault::Error> {
        key = hex(kept.expose());
        Ok(Some(()))
    });
    drop(settled.unwrap());
    let mut plain = Vec::new();
    let mut decrypt = |page: &[u8], from: usize| {
        let end = PAGE - RESERVE;
        let mut openssl = Command::new("openssl");
        openssl.args(["enc", "-d", "-aes-256-cbc", "-nopad", "-K", &key, "-iv", &hex(&page[end..end + 16])]);
        let mut child = openssl.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(&page[from..end]).unwrap();
        plain.extend(child.wait_with_output().unwrap().stdout);
    };
    let file = fs::read(laptop.vault().join("register.db")).unwrap();
    for (at, page) in file.chunks_exact(PAGE).enumerate() {
        // The first page begins with the salt.
        decrypt(page, if at == 0 { 16 } else { 0 });
    }
    let journal = fs::read(laptop.vault().join("register.db-wal")).unwrap_or_default();
    for frame in journal.get(32..).unwrap_or_default().chunks_exact(24 + PAGE) {
        decrypt(&frame[24..], 0);
    }
    plain
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
