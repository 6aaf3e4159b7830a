//! Two laptops of one office, from the first day on: one founds it, the other asks, and neither numbers with the other's letter.

use std::collections::BTreeSet;
use std::fs;

use crate::by_command_line::Laptop;

/// A laptop that waits to join an office.
pub(crate) fn joining(code: &str) -> Laptop {
    Laptop::with_vault_that(code, &["--join"])
}

fn path(laptop: &Laptop, name: &str) -> String {
    laptop.at(name).to_str().unwrap().to_owned()
}

fn words(laptop: &Laptop) -> String {
    laptop.does(&["device", "office"])["fingerprint"].as_str().unwrap().to_owned()
}

/// The second laptop asks, the first answers, both compare.
pub(crate) fn enrols(first: &Laptop, second: &Laptop) {
    let (request, answer) = (path(second, "laptop.request"), path(first, "laptop.answer"));
    let asked = second.does(&["device", "request", "-o", &request]);
    let told = asked["fingerprint"].as_str().unwrap();
    first.does(&["device", "enrol", &request, "--words", told, "-o", &answer]);
    second.does(&["device", "join", &answer, "--words", &words(first)]);
}

/// Sends everything that is new from one to the other.
fn sends(from: &Laptop, to: &Laptop) -> serde_json::Value {
    let (card, bundle) = (path(to, "own.card"), path(from, "out.pulang"));
    fs::write(&card, to.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    from.does(&["bundle", "export", "--to", &card, "-o", &bundle]);
    to.does(&["bundle", "import", &bundle])
}

fn references(laptop: &Laptop) -> BTreeSet<String> {
    let people = laptop.does(&["person", "list"]);
    people.as_array().unwrap().iter().map(|one| one["ref"].as_str().unwrap().to_owned()).collect()
}

fn adds(laptop: &Laptop, name: &str) -> String {
    laptop.does(&["record", "add", "person", &format!("full_name={name}")])["ref"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn two_laptops_of_one_office_number_apart_and_exchange_both_ways() {
    let (first, second) = (Laptop::with_vault("PNH"), joining("PNH"));
    let early = adds(&second, "Larasati");
    enrols(&first, &second);
    let given: Vec<String> = [(&first, "Kusuma"), (&second, "Wulan"), (&first, "Jaka"), (&second, "Sari")]
        .map(|(on, name)| adds(on, name))
        .into();
    let ends: Vec<&str> = given.iter().map(|one| one.split_at("PNH-2026-".len()).1).collect();
    assert_eq!(ends, ["A0001", "B0001", "A0002", "B0002"]);

    let taken = sends(&first, &second);
    assert!(taken["new"].as_u64().unwrap() > 0, "{taken:#}");
    let back = sends(&second, &first);
    assert_eq!(back["unvouched"], 0, "{back:#}");

    let all: BTreeSet<String> = given.into_iter().chain([early.clone()]).collect();
    assert_eq!((references(&first), references(&second)), (all.clone(), all));
    assert_eq!(first.does(&["person", "show", &early.to_lowercase()])["ref"].as_str(), Some(early.as_str()));
    let digest = |laptop: &Laptop| laptop.does(&["vault", "check"])["digest"].clone();
    assert_eq!(digest(&first), digest(&second));
}

#[test]
fn a_stock_age_opens_a_bundle_with_the_exported_key_and_verify_names_its_maker() {
    let (first, second) = (Laptop::with_vault("PNH"), joining("PNH"));
    enrols(&first, &second);
    sends(&first, &second);
    let (key, bundle) = (path(&second, "laptop.key"), path(&first, "out.pulang"));
    second.is_refused(&["device", "key", "--out", &key, "--reason", ""], 5);
    second.does(&["device", "key", "--out", &key, "--reason", "inspection"]);
    let opened = std::process::Command::new("age").args(["-d", "-i", &key, &bundle]).output().unwrap();
    assert!(opened.status.success() && opened.stdout.starts_with(b"PULANG"));
    let verified = second.does(&["verify", &bundle]);
    assert_eq!((verified["what"].as_str(), verified["office"].as_str()), (Some("bundle"), Some("PNH")));
    assert_eq!(verified["device"], first.does(&["device", "show"])["device"]);
    second.is_refused(&["settings", "set", "escrow", "age1nobody", "--reason", "uji"], 2);
}

/// What an independent reader makes of a QR code in block characters, two rows of modules to a line.
fn read_off(blocks: &[Vec<char>]) -> String {
    let side = blocks[0].len();
    let dark = |x: usize, y: usize| {
        let half = if y.is_multiple_of(2) { '▀' } else { '▄' };
        blocks.get(y / 2).and_then(|line| line.get(x)).is_some_and(|at| *at == '█' || *at == half)
    };
    let grey = |x: usize, y: usize| if dark(x / 4, y / 4) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side * 4, side * 4, grey);
    let grids = picture.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}

#[test]
fn the_code_on_the_terminal_says_exactly_the_words_that_are_compared() {
    let laptop = Laptop::with_vault("PNH");
    for (deed, above) in [("show", 2), ("office", 3)] {
        let told = laptop.does(&["device", deed, "--qr"])["fingerprint"].as_str().unwrap().to_owned();
        let page = laptop.says(&["device", deed, "--qr"]);
        assert!(page.lines().take(above).any(|line| line.ends_with(&told)), "{page}");
        let drawn: Vec<Vec<char>> = page.lines().skip(above).map(|line| line.chars().collect()).collect();
        assert_eq!(read_off(&drawn), told);
    }
}

#[test]
fn an_enrolment_is_refused_step_by_step_with_a_code_for_each_reason() {
    let (first, second, third) = (Laptop::with_vault("PNH"), joining("PNH"), joining("PNH"));
    let (request, answer) = (path(&second, "laptop.request"), path(&first, "laptop.answer"));
    let asked = second.does(&["device", "request", "-o", &request]);
    let told = asked["fingerprint"].as_str().unwrap();
    first.is_refused(&["device", "enrol", &request, "-o", &answer], 5);
    second.is_refused(&["device", "enrol", &request, "--words", told, "-o", &answer], 5);
    first.is_refused(&["device", "enrol", &path(&first, "passphrase"), "-o", &answer], 4);
    assert!(!first.at("laptop.answer").exists(), "a refused enrolment writes nothing");
    first.does(&["device", "enrol", &request, "--words", told, "-o", &answer]);
    second.is_refused(&["device", "join", &answer, "--words", told], 5);
    third.is_refused(&["device", "join", &answer, "--words", &words(&first)], 5);
    second.does(&["device", "join", &answer, "--words", &words(&first)]);
    first.is_refused(&["device", "found"], 5);
    first.is_refused(&["settings", "set", "letter", "B"], 2);
}

#[test]
fn a_bundle_of_a_revoked_laptop_is_called_that() {
    let (first, second) = (Laptop::with_vault("PNH"), joining("PNH"));
    enrols(&first, &second);
    sends(&second, &first);
    let (card, bundle) = (path(&first, "own.card"), path(&second, "late.pulang"));
    fs::write(&card, first.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    let lost = second.does(&["device", "show"])["device"].as_str().unwrap().to_owned();
    first.does(&["device", "revoke", &lost, "--reason", "stolen"]);
    second.does(&["bundle", "export", "--to", &card, "-o", &bundle]);
    for deed in [&["bundle", "import", &bundle][..], &["bundle", "show", &bundle], &["verify", &bundle]] {
        let (exit, said) = first.runs("passphrase", deed, "");
        assert_eq!((exit, said["error"]["code"].as_str()), (5, Some("revoked-sender")), "{deed:?}: {said:#}");
    }
}
