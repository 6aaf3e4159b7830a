//! What left on paper, by the command line: printed from memory, answered, corrected, told.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::by_command_line::Laptop;
use crate::support::program;

const ONE: &str = "PNH-2026-A0003";

fn training() -> Laptop {
    let laptop = Laptop::with_vault("PNH");
    laptop.does(&["sample"]);
    laptop
}

fn path(laptop: &Laptop, name: &str) -> String {
    laptop.at(name).to_str().unwrap().to_owned()
}

#[test]
fn an_answer_comes_home_and_a_correction_goes_out() {
    let (laptop, shelter) = (training(), Laptop::with_vault("SHL"));
    let one = ONE;
    let (copy, answer) = (path(&laptop, "copy.pdf"), path(&laptop, "answer.json"));
    laptop.does(&["dossier", one, "--for", "shelter", "--reason", "handover", "-o", &copy]);
    shelter.does(&["receipt", "make", &copy, "--answer", "accepted", "--by", "Sister Fiktif", "-o", &answer]);
    laptop.is_refused(&["receipt", "add", &answer], 5);
    let card = path(&shelter, "own.card");
    fs::write(&card, shelter.does(&["device", "show"])["card"].as_str().unwrap()).unwrap();
    laptop.does(&["device", "trust", &card]);
    let taken = laptop.does(&["receipt", "add", &answer]);
    assert_eq!((&taken["copy"], &taken["receipts"][0]["by"]), (&1.into(), &"Sister Fiktif".into()));
    laptop.is_refused(&["receipt", "add", &answer], 5);
    laptop.is_refused(&["receipt", "type", "9", "--answer", "accepted"], 6);

    assert_eq!(laptop.does(&["ledger", "who-has", one])[0]["state"], "current");
    assert_eq!(laptop.does(&["notice", "list"]), Value::Array(vec![]));
    laptop.is_refused(&["notice", "make", "1", "-o", &path(&laptop, "none.pdf")], 6);
    laptop.does(&["record", "set", one, "birth_date", "1 February 1991"]);
    let held = laptop.does(&["ledger", "who-has", one, "birth_date"]);
    assert_eq!(
        (&held[0]["state"], &held[0]["outdated"][0]["why"]),
        (&"outdated".into(), &"corrected".into())
    );
    assert_eq!(laptop.does(&["notice", "list"])[0]["state"], "owed");
    let notice = path(&laptop, "notice.pdf");
    let made = laptop.does(&["notice", "make", "1", "-o", &notice]);
    assert_eq!(laptop.does(&["verify", &notice])["known"], true);
    laptop.does(&["notice", "sent", &made["copy"].to_string()]);
    assert_eq!(laptop.does(&["notice", "list"])[0]["state"], "sent");
}

#[test]
fn the_printer_gets_the_very_bytes_that_the_ledger_names() {
    let laptop = training();
    let folder = laptop.at("bin");
    fs::create_dir(&folder).unwrap();
    let (lp, printed) = (folder.join("lp"), laptop.at("printed"));
    fs::write(&lp, format!("#!/bin/sh\ncat > '{}'\n", printed.display())).unwrap();
    fs::set_permissions(&lp, fs::Permissions::from_mode(0o755)).unwrap();
    let rest = std::env::var("PATH").unwrap();
    let output = Command::new(program())
        .args(["--vault", laptop.at("vault").to_str().unwrap(), "--json", "--passphrase-file"])
        .arg(laptop.at("passphrase"))
        .args(["dossier", ONE, "--for", "shelter", "--reason", "signing", "--print"])
        .env("HOME", laptop.at(""))
        .env("XDG_CONFIG_HOME", laptop.at("config"))
        .env("PATH", format!("{}:{rest}", folder.display()))
        .stderr(Stdio::null())
        .output()
        .unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(output.status.success(), "{said:#}");
    let sum = Command::new("sha256sum").arg(&printed).output().unwrap();
    let digest = std::str::from_utf8(&sum.stdout).unwrap().split(' ').next().unwrap();
    assert_eq!(said["sha256"], digest);
    assert_eq!(laptop.does(&["ledger", "list"])[0]["sha256"], digest);
    assert_eq!(laptop.does(&["verify", printed.to_str().unwrap()])["known"], true);
}
