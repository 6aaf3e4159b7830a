//! Keys, the audit, the disk, backups and local rows.

use super::office::{KEY, Laptop, deed, field, id, interpreter, kind, known, path, write};
use crate::{
    Attachment, AuditEntry, AuditHead, Became, Disclosure, Key, Register, RegisterError, Shown, TrustedDevice,
};
use chrono::DateTime;
use journal::{DeviceId, Head};

fn entry(act: &str) -> AuditEntry {
    let text = |text: &str| text.to_owned();
    AuditEntry {
        at: DateTime::UNIX_EPOCH,
        actor: text("a"),
        act: act.to_owned(),
        object: text("o"),
        detail: text("d"),
    }
}

#[test]
fn no_marker_is_readable_on_the_disk() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "MARKERNAME");
    laptop.register.keep(id(10), &field("note"), Some("MARKERDRAFT"), DateTime::UNIX_EPOCH).unwrap();
    for file in std::fs::read_dir(laptop.folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(6).any(|window| window.eq_ignore_ascii_case(b"marker")));
        assert!(!bytes.starts_with(b"SQLite format 3"));
    }
}

#[test]
fn closing_signs_the_heads_once_and_leaves_one_file() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let Laptop { register, folder, .. } = laptop;
    let mut signed = Vec::new();
    register
        .close(&mut |message| {
            signed.push(message.to_vec());
            [7; 64]
        })
        .unwrap();
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    let mut register = Register::open(&path(&folder), KEY, interpreter("first")).unwrap();
    let end = register.heads().unwrap()[0];
    assert_eq!(end.signature, Some([7; 64]));
    assert_eq!(signed, [journal::feed::head_statement(end.feed, end.head)]);
    assert_eq!(register.sign_heads(&mut |_| [8; 64]).unwrap(), 0);
    let nowhere = Head { seq: 1, batch: journal::BatchHash([0; 32]) };
    assert!(!register.keep_signature(nowhere, &[1; 64]).unwrap());
}

#[test]
fn a_backup_is_whole_keyed_and_replaces_the_last() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let kept = laptop.folder.path().join("kept.backup");
    for _ in 0..2 {
        laptop.register.backup(&kept, Key(&[9; 32])).unwrap();
    }
    assert!(matches!(Register::open(&kept, KEY, interpreter("first")), Err(RegisterError::WrongKey)));
    let copy = Register::open(&kept, Key(&[9; 32]), interpreter("first")).unwrap();
    assert_eq!(copy.state_digest().unwrap(), laptop.register.state_digest().unwrap());
    assert!(!laptop.folder.path().join("kept.part").exists());
}

#[test]
fn the_audit_holds_and_shows_a_cut_against_a_kept_head() {
    let mut laptop = Laptop::new(1);
    for act in ["unlock", "view", "dossier"] {
        laptop.register.audit(&entry(act)).unwrap();
    }
    let head = laptop.register.audit_verify().unwrap();
    assert_eq!((head.count, laptop.register.audit_head().unwrap()), (3, head));
    assert!(laptop.register.audit_goes_through(head).unwrap());
    assert!(!laptop.register.audit_goes_through(AuditHead { count: 4, ..head }).unwrap());
    assert_eq!(laptop.register.audit_entries(1, 1).unwrap()[0].act, "view");
    for statement in [
        "UPDATE audit SET actor = 'x' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 3",
        "DELETE FROM audit",
        "REPLACE INTO audit SELECT seq, at, 'x', act, object, detail, hash FROM audit WHERE seq = 2",
        "INSERT INTO audit SELECT seq + 9, at, actor, act, object, detail, hash FROM audit WHERE seq = 2",
        "INSERT INTO audit SELECT NULL, at, actor, act, object, detail, hash FROM audit WHERE seq = 2",
    ] {
        assert!(laptop.register.conn.execute(statement, []).is_err(), "{statement}");
    }
    // Whoever has the key can drop the triggers; the chain shows what was done then.
    laptop
        .register
        .conn
        .execute_batch("DROP TRIGGER audit_no_update; UPDATE audit SET actor = 'x' WHERE seq = 2")
        .unwrap();
    assert!(matches!(laptop.register.audit_verify(), Err(RegisterError::Damaged(_))));
}

#[test]
fn the_log_refuses_to_be_rewritten_and_a_check_finds_what_was() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    for statement in [
        "UPDATE change SET value = 'x' WHERE value = 'Siti'",
        "DELETE FROM change",
        "UPDATE batch SET author = 1",
        "DELETE FROM batch",
        "REPLACE INTO change SELECT id, record, field, standing, 'x', as_typed, salt, proof, replaces FROM change WHERE value = 'Siti'",
        "UPDATE change SET replaces = '1' WHERE value = 'Siti'",
    ] {
        assert!(laptop.register.conn.execute(statement, []).is_err(), "{statement}");
    }
    let forged = "DROP TRIGGER change_as_written; UPDATE change SET value = 'Ani' WHERE value = 'Siti'";
    laptop.register.conn.execute_batch(forged).unwrap();
    let path = path(&laptop.folder);
    assert!(matches!(laptop.register.check(&path, KEY), Err(RegisterError::Damaged(_))));
}

#[test]
fn a_check_finds_what_no_longer_follows_from_the_changes() {
    for forged in [
        "DELETE FROM change_of_record",
        "INSERT INTO change_of_record (record, change) VALUES (1, 7)",
        "DROP TRIGGER replacement_stays; DELETE FROM replacement",
        "INSERT INTO replacement (target, by) SELECT 7, max(id) FROM change",
    ] {
        let mut laptop = Laptop::new(1);
        laptop.person(10, "Siti");
        for (n, town) in [(2, "Poipet"), (3, "Sisophon")] {
            laptop.commit(&deed(n, vec![], vec![write(id(10), "town", known(town))])).unwrap();
        }
        laptop.check();
        laptop.register.conn.execute_batch(forged).unwrap();
        let path = path(&laptop.folder);
        assert!(matches!(laptop.register.check(&path, KEY), Err(RegisterError::Damaged(_))), "{forged}");
    }
}

#[test]
fn a_check_names_the_projection_that_does_not_follow() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    laptop.register.conn.execute("DELETE FROM name_key", []).unwrap();
    let path = path(&laptop.folder);
    assert_eq!(laptop.register.check(&path, KEY).unwrap().wrong, [crate::Projection::Names]);
    laptop.register.rebuild().unwrap();
    laptop.check();
    laptop.register.conn.execute("UPDATE answer SET value = 'Ani' WHERE value = 'Siti'", []).unwrap();
    assert!(matches!(laptop.register.rebuild(), Err(RegisterError::Damaged(_))));
}

#[test]
fn a_deed_and_its_audit_are_one() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let town = deed(2, vec![], vec![write(id(10), "town", known("Poipet"))]);
    laptop.register.commit(&town, &mut || [3; 16], Some(&entry("override"))).unwrap();
    let nothing = deed(3, vec![], vec![]);
    assert!(laptop.register.commit(&nothing, &mut || [4; 16], Some(&entry("override"))).is_err());
    assert_eq!(laptop.register.audit_head().unwrap().count, 1);
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let mut laptop = Laptop::new(1);
    laptop.person(10, "Siti");
    let pages: i64 = laptop.register.conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let Laptop { register, folder, .. } = laptop;
    drop(register);
    let open = || Register::open(&path(&folder), KEY, interpreter("first")).unwrap();
    let mut register = open();
    register
        .conn
        .authorizer(None::<fn(rusqlite::hooks::AuthContext<'_>) -> rusqlite::hooks::Authorization>)
        .unwrap();
    register.conn.pragma_update(None, "max_page_count", pages).unwrap();
    let digest = register.state_digest().unwrap();
    let large = deed(2, vec![], vec![write(id(10), "town", known(&"x".repeat(200_000)))]);
    assert!(matches!(register.commit(&large, &mut || [3; 16], None), Err(RegisterError::Disk)));
    assert_eq!(register.state_digest().unwrap(), digest);
    let small = deed(3, vec![], vec![write(id(10), "sex", known("female"))]);
    let done = register.commit(&small, &mut || [4; 16], None).unwrap();
    assert_eq!(done.at.ms(), small.now_ms, "the failed deed did not move the clock");
    drop(register);
    assert_eq!(open().record(id(10)).unwrap().unwrap().first("sex"), Some("female"));
}

#[test]
fn local_rows_come_back_as_they_were() {
    let mut laptop = Laptop::new(1);
    let register = &mut laptop.register;
    register.set_setting("lang", Some("km")).unwrap();
    register.set_setting("gone", Some("x")).unwrap();
    register.set_setting("gone", None).unwrap();
    assert_eq!(register.settings().unwrap(), [("lang".to_owned(), "km".to_owned())]);
    assert_eq!(register.setting("lang").unwrap().as_deref(), Some("km"));
    assert_eq!(register.device_keys().unwrap().unwrap().as_slice(), b"keys");
    let friend = TrustedDevice {
        device: DeviceId([5; 16]),
        card: vec![1, 2],
        label: "Desk 2".to_owned(),
        trusted_at: DateTime::UNIX_EPOCH,
        revoked_at: None,
    };
    register.put_trusted(&friend).unwrap();
    assert_eq!(register.trusted().unwrap(), [friend]);
    let file = Attachment {
        digest: "ab".repeat(32),
        address: "cd".repeat(32),
        key: [6; 32],
        size: 12,
        media_type: "image/png".to_owned(),
        added_at: DateTime::UNIX_EPOCH,
        thumbnail: Some(vec![1]),
    };
    register.put_attachment(&file).unwrap();
    assert!(register.attachment(&file.digest).unwrap().unwrap() == file);
    register.drop_attachment(&file.digest).unwrap();
    assert!(register.attachments().unwrap().is_empty());
    register.put_roster_mapping("f", "{}", DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(register.roster_mapping("f").unwrap().as_deref(), Some("{}"));
    register.keep(id(10), &field("note"), Some("draft"), DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(register.kept().unwrap()[0].text.reveal(), "draft");
    register.keep(id(10), &field("note"), None, DateTime::UNIX_EPOCH).unwrap();
    assert!(register.kept().unwrap().is_empty());
}

#[test]
fn the_ledger_counts_copies_and_keeps_receipts() {
    let mut laptop = Laptop::new(1);
    let copy = Disclosure {
        at: DateTime::UNIX_EPOCH,
        recipient: id(20).to_string(),
        profile: "shelter".to_owned(),
        language: "km".to_owned(),
        hash: [1; 32],
        people: vec![id(10), id(11)],
        fields: vec!["person.full_name".to_owned()],
        author: id(900),
        reason: None,
        code: "ABC".to_owned(),
    };
    assert_eq!(laptop.register.next_copy().unwrap(), 1);
    assert_eq!(laptop.register.disclose(&copy, None, &entry("dossier")).unwrap(), 1);
    assert_eq!(laptop.register.next_copy().unwrap(), 2);
    laptop.register.put_receipt(1, DateTime::UNIX_EPOCH, b"signed").unwrap();
    assert!(laptop.register.put_receipt(9, DateTime::UNIX_EPOCH, b"signed").is_err());
    let ledger = laptop.register.disclosures().unwrap();
    assert_eq!((ledger[0].copy, &ledger[0].disclosure, ledger[0].receipts.len()), (1, &copy, 1));
    assert!(laptop.register.conn.execute("DELETE FROM disclosure", []).is_err());
}

#[test]
fn what_a_copy_showed_is_known_by_its_changes_and_not_by_values() {
    let mut laptop = Laptop::new(2);
    laptop.person(10, "Siti");
    laptop.commit(&deed(2, vec![], vec![write(id(10), "town", known("Poipet"))])).unwrap();
    let change = |laptop: &Laptop, name: &str| {
        let past = laptop.register.history(id(10), Some(&field(name))).unwrap();
        past.into_iter().rev().find(|past| past.live).unwrap().id
    };
    let copy = Disclosure {
        at: DateTime::UNIX_EPOCH,
        recipient: String::new(),
        profile: "shelter".to_owned(),
        language: "km".to_owned(),
        hash: [1; 32],
        people: vec![id(10)],
        fields: vec!["person.town".to_owned()],
        author: id(900),
        reason: None,
        code: "ABC".to_owned(),
    };
    let shown = Shown {
        by_override: true,
        changes: vec![change(&laptop, "name"), change(&laptop, "town")],
        notice: None,
    };
    assert_eq!(laptop.register.disclose(&copy, Some(&shown), &entry("dossier")).unwrap(), 1);
    let before = Disclosure { code: "DEF".to_owned(), ..copy.clone() };
    assert_eq!(laptop.register.disclose(&before, None, &entry("dossier")).unwrap(), 2);
    assert_eq!(laptop.register.shown_by(2).unwrap(), None, "said honestly");
    assert!(laptop.register.copies_in_doubt(&kind("consent")).unwrap().is_empty());
    laptop.commit(&deed(3, vec![], vec![write(id(10), "town", known("Sisophon"))])).unwrap();
    assert_eq!(laptop.register.copies_in_doubt(&kind("consent")).unwrap(), [1]);
    let (by_override, changes) = laptop.register.shown_by(1).unwrap().unwrap();
    let became = |name: &str| changes.iter().find(|one| one.field == field(name)).unwrap().became.clone();
    assert!(by_override);
    assert_eq!((became("name"), became("town")), (Became::Live, Became::Replaced(known("Poipet"))));
    let told = Shown { notice: Some((1, vec![[7; 32]])), ..Shown::default() };
    let notice = Disclosure { code: "GHI".to_owned(), ..copy };
    assert_eq!(laptop.register.disclose(&notice, Some(&told), &entry("notice")).unwrap(), 3);
    laptop.register.notice_sent(3, DateTime::UNIX_EPOCH, id(900)).unwrap();
    assert!(laptop.register.notice_sent(2, DateTime::UNIX_EPOCH, id(900)).is_err(), "no notice");
    let notices = laptop.register.notices().unwrap();
    assert_eq!((notices[0].copy, notices[0].about, &notices[0].told), (3, 1, &vec![[7; 32]]));
    assert!(notices[0].sent_at.is_some());
    for table in ["disclosed", "notice"] {
        assert!(laptop.register.conn.execute(&format!("DELETE FROM {table}"), []).is_err());
    }
}
