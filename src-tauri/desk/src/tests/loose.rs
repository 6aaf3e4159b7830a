use super::{Laptop, PASSPHRASE, writing::person};
use crate::{
    Desk, DeskError,
    views::{CaseExport, DocumentInput, DossierInput, FieldInput, ReleaseInput, StatsInput, TableOut},
};
use std::{fs, path::Path};

/// A page for the safe: the shortest way to a readable file.
fn sheet(desk: &mut Desk, path: &Path, text: &str) {
    desk.write_sheet(path, text.as_bytes()).unwrap();
}

fn numbers(desk: &mut Desk) -> Vec<(u32, bool, bool)> {
    desk.loose().unwrap().iter().map(|one| (one.number, one.here, one.asked)).collect()
}

/// What the audit says of readable copies: act and number.
fn acts(desk: &Desk) -> Vec<(String, String)> {
    let rows = desk.audit_rows().unwrap().into_iter();
    rows.filter(|row| row.act.starts_with("loose-")).map(|row| (row.act, row.object)).collect()
}

fn act(act: &str, number: u32) -> (String, String) {
    (act.to_owned(), number.to_string())
}

fn again(laptop: &Laptop, desk: Desk) -> Desk {
    desk.lock().unwrap();
    laptop.unlock(PASSPHRASE).unwrap()
}

fn dossier(desk: &mut Desk, to: &Path, encrypted: bool) {
    let input = DossierInput {
        records: vec!["PNH-2026-A0003".into()],
        profile: "shelter".into(),
        lang: "en".into(),
        second_lang: None,
        recipient: None,
        reason: None,
        consent_override: None,
    };
    let token = desk.dossier_prepare(&input).unwrap().token;
    let reason = Some("printed for the meeting".to_owned());
    desk.dossier_release(&ReleaseInput { token, encrypted, reason }, to).unwrap();
}

fn document(desk: &mut Desk, to: &Path) {
    let who = person(desk, "Larasati");
    let sort = FieldInput { field: "sort".into(), text: "photo".into(), reading: None };
    let (id, deed) = (super::fresh(desk), super::fresh(desk));
    let input =
        DocumentInput { id, about: vec![who.to_string()], except: Vec::new(), fields: vec![sort], deed };
    let added = desk.add_document(&input, b"%PDF-1.7 and no more", "surat.pdf").unwrap();
    let id = casework::ids::RecordId::from_canonical(&added.record.link.id).unwrap();
    desk.save_file(id, None, "asked for by the court", to).unwrap();
}

fn cases(desk: &mut Desk, to: &Path) {
    let input = CaseExport {
        kind: "jsonl".into(),
        profile: "embassy".into(),
        reason: "letter 12".into(),
        ..CaseExport::default()
    };
    desk.export_cases(&input, to).unwrap();
}

fn statistics(desk: &mut Desk, to: &Path) {
    let input = StatsInput {
        from: "2023-01-01".into(),
        to: "2023-12-31".into(),
        by: Vec::new(),
        of: None,
        threshold: Some(11),
    };
    desk.release_statistics(&input, "yearly report", to).unwrap();
}

fn table(desk: &mut Desk, to: &Path) {
    let input = TableOut {
        name: "names".into(),
        columns: vec!["person.full_name".into()],
        titles: vec!["Name".into()],
        rows: vec![vec!["Larasati".into()]],
        records: vec!["PNH-2026-A0003".into()],
        reason: "for the shelter".into(),
    };
    desk.take_table(&input, to).unwrap();
}

#[test]
fn every_readable_copy_is_remembered_and_asked_about_at_the_next_unlock_and_an_encrypted_one_is_not() {
    let laptop = Laptop::new(120);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    dossier(&mut desk, &laptop.path("a.pdf"), false);
    dossier(&mut desk, &laptop.path("locked.pdf"), true);
    table(&mut desk, &laptop.path("b.csv"));
    statistics(&mut desk, &laptop.path("c.xlsx"));
    cases(&mut desk, &laptop.path("d.jsonl"));
    document(&mut desk, &laptop.path("e.pdf"));
    desk.export_audit(&laptop.path("f.jsonl")).unwrap();
    sheet(&mut desk, &laptop.path("g.pdf"), "a key");
    desk.export_key(&laptop.path("h.txt"), "to open a bundle elsewhere").unwrap();
    let lines = desk.loose().unwrap();
    let sorts: Vec<&str> = lines.iter().map(|one| one.sort.as_str()).collect();
    assert_eq!(sorts, ["dossier", "table", "statistics", "cases", "file", "audit", "recovery", "key"]);
    assert!(lines.iter().all(|one| one.here && !one.asked), "not while it is being written");
    assert!(lines.iter().all(|one| Path::new(&one.path).is_file() && !one.sort_word.contains('⟦')));
    assert!(lines[..5].iter().all(|one| !one.mark.is_empty()), "which copy of the ledger");

    let mut desk = again(&laptop, desk);
    assert!(desk.loose().unwrap().iter().all(|one| one.asked));
    assert_eq!(desk.loose().unwrap().len(), 8);
}

#[test]
fn what_is_gone_or_changed_is_noted_once_and_not_asked_about() {
    let laptop = Laptop::new(121);
    let mut desk = laptop.begin();
    for name in ["gone", "changed", "longer", "folder", "here"] {
        sheet(&mut desk, &laptop.path(name), "a key");
    }
    fs::remove_file(laptop.path("gone")).unwrap();
    fs::write(laptop.path("changed"), "a kex").unwrap();
    fs::write(laptop.path("longer"), "a key and more").unwrap();
    fs::remove_file(laptop.path("folder")).unwrap();
    fs::create_dir(laptop.path("folder")).unwrap();

    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(5, true, true)]);
    let noted =
        [act("loose-gone", 1), act("loose-changed", 2), act("loose-changed", 3), act("loose-changed", 4)];
    assert_eq!(acts(&desk), noted);
    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(5, true, true)]);
    assert_eq!(acts(&desk), noted, "noted once");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_whatever_lies_behind_it() {
    let laptop = Laptop::new(122);
    let mut desk = laptop.begin();
    sheet(&mut desk, &laptop.path("one"), "a key");
    sheet(&mut desk, &laptop.path("two"), "another key");
    fs::rename(laptop.path("one"), laptop.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(laptop.path("elsewhere"), laptop.path("one")).unwrap();
    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(2, true, true)]);

    fs::rename(laptop.path("two"), laptop.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(laptop.path("elsewhere"), laptop.path("two")).unwrap();
    let refused = desk.delete_loose(&[2]).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("another-file", 5));
    assert_eq!(fs::read(laptop.path("elsewhere")).unwrap(), b"another key");
    assert!(laptop.path("two").is_symlink());
}

#[test]
fn a_stick_that_is_not_in_is_neither_gone_nor_asked_about_until_it_is_back() {
    let laptop = Laptop::new(123);
    let mut desk = laptop.begin();
    let (stick, pulled) = (laptop.path("stick"), laptop.path("pulled"));
    fs::create_dir(&stick).unwrap();
    sheet(&mut desk, &stick.join("key.pdf"), "a key");
    fs::rename(&stick, &pulled).unwrap();
    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(1, false, false)]);
    let refused = desk.delete_loose(&[1]).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("not-deleted", 1));
    fs::rename(&pulled, &stick).unwrap();
    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(1, true, true)]);
    assert_eq!(acts(&desk), []);
}

#[test]
fn deleting_takes_the_very_file_and_nothing_else() {
    let laptop = Laptop::new(124);
    let mut desk = laptop.begin();
    for name in ["one", "two", "three"] {
        sheet(&mut desk, &laptop.path(name), name);
    }
    let mut desk = again(&laptop, desk);
    fs::write(laptop.path("two"), "own").unwrap();
    assert!(matches!(desk.delete_loose(&[1, 2, 3]), Err(DeskError::AnotherFile)));
    assert!(!laptop.path("one").exists());
    assert_eq!(fs::read(laptop.path("two")).unwrap(), b"own", "somebody's own file");
    assert!(laptop.path("three").exists(), "it stops at the first refusal");
    assert_eq!(acts(&desk), [act("loose-deleted", 1), act("loose-changed", 2)]);
    for number in [1, 2, 4, 0] {
        let refused = desk.delete_loose(&[number]).unwrap_err();
        assert_eq!((refused.code(), refused.exit_code()), ("no-such-copy", 6));
    }
    assert_eq!(desk.delete_loose(&[3]).unwrap(), []);
}

#[test]
fn a_kept_copy_is_asked_about_again_and_a_settled_one_never() {
    let laptop = Laptop::new(125);
    let mut desk = laptop.begin();
    for name in ["one", "two"] {
        sheet(&mut desk, &laptop.path(name), name);
    }
    let mut desk = again(&laptop, desk);
    desk.keep_loose(&[1]).unwrap();
    assert_eq!(numbers(&mut desk), [(1, true, false), (2, true, true)]);
    assert!(matches!(desk.settle_loose(&[2], " "), Err(DeskError::ReasonNeeded)));
    desk.settle_loose(&[2], "in the safe").unwrap();
    assert!(matches!(desk.settle_loose(&[2], "again"), Err(DeskError::NoSuchCopy)));
    assert!(matches!(desk.keep_loose(&[2]), Err(DeskError::NoSuchCopy)));

    let mut desk = again(&laptop, desk);
    assert_eq!(numbers(&mut desk), [(1, true, true)]);
    assert!(laptop.path("two").exists(), "settled is not deleted");
    assert_eq!(acts(&desk), [act("loose-kept", 1), act("loose-settled", 2)]);
}

#[test]
fn where_a_copy_lay_is_in_no_row_of_the_audit_and_in_no_error() {
    let laptop = Laptop::new(126);
    let mut desk = laptop.begin();
    fs::create_dir(laptop.path("MARKERFOLDER")).unwrap();
    let place = |name: &str| laptop.path("MARKERFOLDER").join(name);
    for name in ["one", "two", "three", "four"] {
        sheet(&mut desk, &place(name), name);
    }
    fs::remove_file(place("one")).unwrap();
    let mut desk = again(&laptop, desk);
    fs::write(place("two"), "own").unwrap();
    let refused = desk.delete_loose(&[2]).unwrap_err();
    desk.delete_loose(&[3]).unwrap();
    desk.settle_loose(&[4], "in the safe").unwrap();
    let said = format!("{refused:?} {refused} {:?}", desk.audit_rows().unwrap());
    assert!(said.contains("loose-settled") && !said.contains("MARKERFOLDER"));
    assert_eq!(desk.loose().unwrap(), []);
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_kept_gets_no_file_and_the_ledger_no_row() {
    use std::os::unix::ffi::OsStrExt as _;
    let laptop = Laptop::new(127);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let odd = laptop.path("x").with_file_name(std::ffi::OsStr::from_bytes(b"caf\xe9.jsonl"));
    let input = CaseExport {
        kind: "jsonl".into(),
        profile: "embassy".into(),
        reason: "letter 12".into(),
        ..CaseExport::default()
    };
    let refused = desk.export_cases(&input, &odd).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("odd-path", 2));
    assert_eq!(desk.ledger().unwrap(), []);
    assert!(!odd.exists());
}

/// Readable bytes leave by one door. Whoever writes a file of another kind adds it here and says why.
#[test]
fn no_deed_writes_a_file_of_its_own() {
    /// Encrypted, or nobody's case: backups, bundles, an answer to a dossier, a package.
    const DOORS: [(&str, usize); 5] =
        [("backups.rs", 4), ("bundles.rs", 1), ("loose.rs", 1), ("receipts.rs", 1), ("updating.rs", 1)];
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() && name != "tests" {
                folders.push(path);
            } else if name.ends_with(".rs") && name != "tests.rs" {
                let text = fs::read_to_string(&path).unwrap();
                let ways = ["Draft::beside(", "atomic_write(", "fs::write(", "File::create("];
                let count: usize = ways.iter().map(|way| text.matches(way).count()).sum();
                if count > 0 {
                    *found.entry(name).or_insert(0) += count;
                }
            }
        }
    }
    assert_eq!(found, DOORS.map(|(name, count)| (name.to_owned(), count)).into());
}
