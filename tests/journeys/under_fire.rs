//! Imports and exports that are killed or run out of room: everything stands as before or as after, never between. And files
//! of the first format, which must open for ever.
//!
//! `PULANG_KILLS=1000` kills more often than a check does.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::by_command_line::Laptop;

const PASSPHRASE: &str = "gravel tuba olive mitten seesaw quarry";

/// The program on that laptop, by way of a shell that first does `before`.
fn shelled(laptop: &Laptop, before: &str, words: &[&str]) -> Command {
    let mut command = Command::new("sh");
    command
        .args(["-c", &format!("{before} exec \"$@\""), "sh", env!("CARGO_BIN_EXE_pulang"), "--vault"])
        .arg(laptop.at("vault"))
        .args(["--json", "--passphrase-file"])
        .arg(laptop.at("passphrase"))
        .args(words)
        .env("HOME", laptop.at(""))
        .env("XDG_CONFIG_HOME", laptop.at("config"))
        .env("XDG_DATA_HOME", laptop.at("share"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn card_of(laptop: &Laptop) -> String {
    let file = laptop.at("own.card");
    fs::write(&file, laptop.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    file.to_str().unwrap().to_owned()
}

fn digest(laptop: &Laptop) -> String {
    let check = laptop.does(&["vault", "check"]);
    assert_eq!(check["sound"], true, "{check:#}");
    check["digest"].as_str().unwrap().to_owned()
}

/// Two laptops that trust each other, the first with the sample case, and a bundle of it for the second.
fn two_laptops() -> (Laptop, Laptop, String) {
    let (one, two) = (Laptop::with_vault("PNH"), Laptop::with_vault("PNH"));
    let (first, second) = (card_of(&one), card_of(&two));
    one.does(&["device", "trust", &second]);
    two.does(&["device", "trust", &first]);
    one.does(&["sample"]);
    let bundle = one.at("case.pulang").to_str().unwrap().to_owned();
    one.does(&["bundle", "export", "--to", &second, "-o", &bundle]);
    (one, two, bundle)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn an_import_that_is_killed_is_done_or_not_begun() {
    let kills: u32 = std::env::var("PULANG_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(24);
    let (_one, two, bundle) = two_laptops();
    let before = digest(&two);
    copy(&two.at("vault"), &two.at("kept"));
    let mut import = shelled(&two, "", &["bundle", "import", &bundle]);
    let began = std::time::Instant::now();
    assert!(import.status().unwrap().success());
    let whole = began.elapsed();
    let after = digest(&two);
    assert_ne!(before, after);
    let (mut undone, mut done) = (0, 0);
    for kill in 0..kills {
        fs::remove_dir_all(two.at("vault")).unwrap();
        copy(&two.at("kept"), &two.at("vault"));
        let mut running = shelled(&two, "", &["bundle", "import", &bundle]).spawn().unwrap();
        std::thread::sleep(
            whole.mul_f64(f64::from(kill) / f64::from(kills) * 1.1) + Duration::from_micros(200),
        );
        let _ = running.kill();
        running.wait().unwrap();
        let now = digest(&two);
        assert!(now == before || now == after, "something half was left by kill {kill}");
        if now == before {
            undone += 1
        } else {
            done += 1
        }
        two.does(&["bundle", "import", &bundle]);
        assert_eq!(digest(&two), after, "the same file again makes it whole");
    }
    println!("{kills} kills: {undone} before, {done} after");
    assert!(undone > 0);
}

#[test]
fn an_export_that_is_killed_leaves_no_half_bundle() {
    let (one, two, bundle) = two_laptops();
    let card = two.at("own.card").to_str().unwrap().to_owned();
    for kill in 1..13 {
        fs::remove_file(&bundle).ok();
        let mut running =
            shelled(&one, "", &["bundle", "export", "--all", "--to", &card, "-o", &bundle]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(kill * 25));
        let _ = running.kill();
        running.wait().unwrap();
        if Path::new(&bundle).exists() {
            two.does(&["bundle", "show", &bundle]);
        }
        digest(&one);
    }
    one.does(&["bundle", "export", "--all", "--to", &card, "-o", &bundle]);
    two.does(&["bundle", "import", &bundle]);
    assert_eq!(two.does(&["person", "list"]).as_array().unwrap().len(), 28);
}

#[test]
fn a_disk_that_is_full_at_any_point_leaves_everything_as_it_was() {
    let (_one, two, bundle) = two_laptops();
    let before = digest(&two);
    copy(&two.at("vault"), &two.at("kept"));
    let (mut refused, mut committed, mut room) = (0, 0, 1);
    loop {
        // No file may grow beyond so many quarters of a mebibyte; to the program that is a disk that refuses.
        let limit = format!("trap '' XFSZ; ulimit -f {};", room * 512);
        let status = shelled(&two, &limit, &["bundle", "import", &bundle]).status().unwrap();
        if status.success() {
            break;
        }
        assert_eq!(status.code(), Some(1), "refused by the disk");
        refused += 1;
        room += 1;
        assert!(room < 400, "it never fits");
        fs::remove_dir_all(two.at("vault")).unwrap();
        copy(&two.at("kept"), &two.at("vault"));
        let tried = shelled(&two, &limit, &["bundle", "import", &bundle]).status().unwrap();
        if !tried.success() {
            // Refused after its commit, it is there as a whole, and the same file again brings nothing.
            let again = two.does(&["bundle", "import", &bundle]);
            let stood = again["new"].as_u64().unwrap() == 0;
            assert!(stood || again["new"].as_u64().unwrap() > 10, "{again:#}");
            committed += u32::from(stood);
        }
        fs::remove_dir_all(two.at("vault")).unwrap();
        copy(&two.at("kept"), &two.at("vault"));
    }
    println!("{refused} limits of 256 KiB each refused, {committed} of them after the commit, up to {room}");
    assert!(refused > 0);
    assert_ne!(digest(&two), before);
}

/// The vault and the bundle of the first format, made once by the program of its day.
#[test]
fn a_vault_and_a_bundle_of_the_first_format_open_for_ever() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange-v1");
    if std::env::var_os("MAKE_FIXTURE").is_some() {
        let (_one, two, bundle) = two_laptops();
        copy(&two.at("vault"), &kept.join("vault"));
        fs::copy(bundle, kept.join("case.pulang")).unwrap();
        two.does(&["bundle", "import", kept.join("case.pulang").to_str().unwrap()]);
        fs::write(kept.join("digest"), digest(&two)).unwrap();
    }
    let laptop = Laptop::new();
    assert_eq!(fs::read_to_string(laptop.at("passphrase")).unwrap(), PASSPHRASE);
    copy(&kept.join("vault"), &laptop.at("vault"));
    let bundle = kept.join("case.pulang");
    let taken = laptop.does(&["bundle", "import", bundle.to_str().unwrap()]);
    assert!(taken["new"].as_u64().unwrap() > 10);
    assert_eq!(digest(&laptop), fs::read_to_string(kept.join("digest")).unwrap());
    assert_eq!(laptop.does(&["person", "list"]).as_array().unwrap().len(), 28);
}

/// How far a vault of an older layout has come, as each line says it: at which step of how many.
fn steps(told: &str) -> Vec<(u32, u32)> {
    let numbers = |line: &str| -> Vec<u32> {
        line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect()
    };
    told.lines().filter_map(|line| <[u32; 2]>::try_from(numbers(line)).ok()).map(|[a, b]| (a, b)).collect()
}

#[test]
fn a_vault_of_an_older_layout_says_step_by_step_how_far_it_has_come() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/exchange-v1/vault");
    for lang in ["id", "en", "km"] {
        let laptop = Laptop::new();
        copy(&kept, &laptop.at("vault"));
        let told = laptop.tells(&["--lang", lang, "--json", "vault", "check"]);
        let steps = steps(&told);
        let of = steps.first().map_or(0, |(_, of)| *of);
        assert!(of > 2, "{lang}: {told}");
        assert_eq!(steps, (1..=of).map(|step| (step, of)).collect::<Vec<_>>(), "{lang}: {told}");
        assert_eq!(laptop.tells(&["--lang", lang, "--json", "vault", "check"]), "", "{lang}: once");
    }
}
