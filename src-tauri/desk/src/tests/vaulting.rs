use super::{Laptop, PASSPHRASE};
use crate::{
    Desk, DeskError,
    views::{FieldInput, NewOfficer, NewRecord},
};
use casework::{
    answer::Answer,
    ids::{FieldId, RecordId},
    private::Private,
};
use journal::{Batch, Change, DeedId, Draft, Hlc, Salt, Write};
use register::RegisterError;
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

const QUICK: vault::Kdf = vault::Kdf::QUICK;

fn sheet(text: &str) -> Vec<Zeroizing<String>> {
    vec![Zeroizing::new(text.to_owned())]
}

fn budi(role: &str) -> NewOfficer {
    NewOfficer { name: "Budi Contoh".to_owned(), role: role.to_owned(), passphrase: None }
}

fn as_officer(laptop: &Laptop, officer: &str, passphrase: &str) -> Result<Desk, DeskError> {
    let given = (Arc::clone(&laptop.house), Arc::clone(&laptop.tools));
    let (vault, config) = (laptop.vault(), laptop.path("config"));
    Desk::unlock(given, (&vault, &config), Some(officer), passphrase)
}

fn recover(
    laptop: &Laptop,
    sheets: &[Zeroizing<String>],
    officer: Option<&str>,
) -> Result<String, DeskError> {
    let given = (Arc::clone(&laptop.house), Arc::clone(&laptop.tools));
    let let_in = crate::recover(given, &laptop.vault(), sheets, officer, None, QUICK)?;
    Ok(let_in.passphrase.unwrap())
}

fn restore(laptop: &Laptop, from: &Path, aside: bool) -> Result<crate::views::Restored, DeskError> {
    let given = (Arc::clone(&laptop.house), Arc::clone(&laptop.tools));
    let (vault, config) = (laptop.vault(), laptop.path("config"));
    crate::restore(given, (&vault, &config), from, (None, PASSPHRASE), aside)
}

/// A person with a name that stands nowhere else, and a rescue with another one.
fn one_person(desk: &mut Desk, name: &str) -> String {
    let id = desk.new_id().to_string();
    let fields = vec![FieldInput { field: "full_name".to_owned(), text: name.to_owned(), reading: None }];
    let about = Vec::new();
    let deed = super::fresh(desk);
    desk.add_record(&NewRecord { id: id.clone(), kind: "person".to_owned(), about, fields, deed }).unwrap();
    id
}

#[test]
fn a_lost_passphrase_comes_back_from_paper_or_from_any_two_shares() {
    let laptop = Laptop::new(61);
    let (new, started) = laptop.prepare("Rukmini Sastrawijaya", "PNH");
    let mut desk = new.finish(&started.recovery_key).unwrap();
    desk.drill(&sheet(&started.recovery_key)).unwrap();
    let shares = crate::split(&Zeroizing::new(started.recovery_key.clone())).unwrap();
    assert!(desk.drill(&shares[..1]).is_err_and(|error| error.code() == "shares"));
    desk.drill(&shares[1..]).unwrap();
    let other = Laptop::new(62).prepare("Sari", "PNH").1.recovery_key;
    assert!(desk.drill(&sheet(&other)).is_err_and(|error| error.code() == "recovery-mistyped"));
    desk.lock().unwrap();

    assert!(recover(&laptop, &sheet(&other), None).is_err());
    laptop.unlock(PASSPHRASE).unwrap().lock().unwrap();
    let words = recover(&laptop, &sheet(&started.recovery_key), None).unwrap();
    assert!(laptop.unlock(PASSPHRASE).is_err());
    let desk = laptop.unlock(&words).unwrap();
    assert_eq!(desk.status().unwrap().officer.as_deref(), Some("Rukmini Sastrawijaya"));
    assert!(desk.audit_rows().unwrap().iter().any(|row| row.act == "recovery"));
    desk.lock().unwrap();
    let again =
        recover(&laptop, &[shares[0].clone(), shares[2].clone()], Some("rukmini sastrawijaya")).unwrap();
    assert!(laptop.unlock(&words).is_err());
    laptop.unlock(&again).unwrap();
}

#[test]
fn an_officer_comes_and_goes_and_the_leavers_passphrase_opens_nothing() {
    let laptop = Laptop::new(63);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let words = desk.add_officer(&budi("counsellor"), QUICK).unwrap().passphrase.unwrap();
    assert!(desk.add_officer(&budi("officer"), QUICK).is_err_and(|error| error.code() == "officer-exists"));
    let names: Vec<String> = desk.officers().unwrap().into_iter().map(|one| one.name).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    desk.lock().unwrap();

    let slots = laptop.vault().join("slots");
    let before = laptop.path("copied-slots");
    std::fs::create_dir(&before).unwrap();
    for slot in std::fs::read_dir(&slots).unwrap().map(Result::unwrap) {
        std::fs::copy(slot.path(), before.join(slot.file_name())).unwrap();
    }
    let mut theirs = as_officer(&laptop, "Budi Contoh", &words).unwrap();
    let refused = theirs.remove_officer("Rukmini Sastrawijaya");
    assert!(refused.is_err_and(|error| (error.code(), error.exit_code()) == ("not-head", 5)));
    theirs.lock().unwrap();

    let mut desk = as_officer(&laptop, "Rukmini Sastrawijaya", PASSPHRASE).unwrap();
    assert!(desk.remove_officer("Rukmini Sastrawijaya").is_err());
    desk.remove_officer("budi contoh").unwrap();
    assert!(desk.check().unwrap().sound);
    desk.lock().unwrap();
    assert!(as_officer(&laptop, "Budi Contoh", &words).is_err());
    // The slot file that the leaver kept is put back: it opens its own key, and that opens nothing.
    for slot in std::fs::read_dir(&before).unwrap().map(Result::unwrap) {
        std::fs::copy(slot.path(), slots.join(slot.file_name())).unwrap();
    }
    assert!(
        as_officer(&laptop, "Budi Contoh", &words).is_err_and(|error| error.code() == "not-for-this-key")
    );
    as_officer(&laptop, "Rukmini Sastrawijaya", PASSPHRASE).unwrap();
}

#[test]
fn a_new_key_leaves_everything_readable_and_no_backup_with_the_old_one() {
    let laptop = Laptop::new(64);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    desk.lock().unwrap();
    let old = std::fs::read(laptop.vault().join("data.key")).unwrap();
    let mut desk = laptop.unlock(PASSPHRASE).unwrap();
    let (digest, backups) = (desk.check().unwrap().digest, desk.backups().unwrap());
    assert_eq!(backups.len(), 1);
    assert_eq!(desk.rekey().unwrap(), 2);
    assert_eq!(desk.check().unwrap().digest, digest);
    let after = desk.backups().unwrap();
    assert!(after.len() == 1 && after[0].name != backups[0].name);
    desk.lock().unwrap();
    assert_eq!(laptop.unlock(PASSPHRASE).unwrap().check().unwrap().digest, digest);
    std::fs::write(laptop.vault().join("data.key"), old).unwrap();
    assert!(laptop.unlock(PASSPHRASE).is_err());
}

#[test]
fn a_vault_comes_back_from_its_backup_and_begins_a_new_life() {
    let laptop = Laptop::new(65);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let (digest, life) = (desk.check().unwrap().digest, desk.register.identity().unwrap().1);
    let stick = laptop.path("stick");
    let made = desk.backup_to(&stick).unwrap();
    one_person(&mut desk, "Tuti Belakangan");
    desk.lock().unwrap();
    let desk = laptop.unlock(PASSPHRASE).unwrap();
    let anchor = laptop.path("anchor.txt");
    std::fs::write(&anchor, desk.anchor().unwrap().line).unwrap();
    desk.audit_verify_against(&anchor).unwrap();
    desk.lock().unwrap();

    assert!(restore(&laptop, &stick, false).is_err_and(|error| error.code() == "vault-exists"));
    assert!(restore(&laptop, &laptop.path("nothing"), true).is_err_and(|error| error.code() == "no-backup"));
    let restored = restore(&laptop, &stick, true).unwrap();
    assert_eq!(restored.name, made.name);
    assert!(Path::new(restored.aside.as_deref().unwrap()).join("vault.id").exists());
    let mut desk = laptop.unlock(PASSPHRASE).unwrap();
    assert_eq!(desk.check().unwrap().digest, digest);
    assert_ne!(desk.register.identity().unwrap().1, life);
    // The backup's own anchor still holds; the one that was made after it shows that the vault was put back.
    desk.audit_verify_against(&stick.join(&made.name)).unwrap();
    let noticed = desk.audit_verify_against(&anchor).unwrap_err();
    assert_eq!(noticed.code(), "audit-rewritten");
}

#[test]
fn a_life_that_goes_on_elsewhere_is_over_even_when_the_program_ends_at_once() {
    let laptop = Laptop::new(398);
    let mut desk = laptop.begin();
    let (device, incarnation) = desk.register.identity().unwrap();
    let scope = RecordId(Uuid::from_u128(7));
    let draft = Draft {
        schema: 1,
        device,
        incarnation,
        scope,
        seq: 1,
        prev: None,
        at: Hlc::at_ms(1),
        deed: DeedId(Uuid::from_u128(8)),
        act: "record-answer".to_owned(),
        author: scope,
        undoes: None,
    };
    let write = Write::Answered(Answer::Known(Private::new("rescue".to_owned())));
    let change = Change { record: scope, field: FieldId::kind(), write, as_typed: None, replaces: vec![] };
    let theirs = Batch::assemble(draft, vec![change], Salt([7; 16])).unwrap();
    // What an import does in its transaction, without what the desk does after it.
    let absorbed = desk.register.absorb(1, [Ok::<_, RegisterError>(theirs)].into_iter()).unwrap();
    assert!(absorbed.own_life_elsewhere);
    drop(desk);
    let desk = laptop.unlock(PASSPHRASE).unwrap();
    let life = desk.register.identity().unwrap().1;
    assert_ne!(life, incarnation);
    drop(desk);
    assert_eq!(laptop.unlock(PASSPHRASE).unwrap().register.identity().unwrap().1, life, "one is enough");
}

#[test]
fn a_damaged_backup_is_refused_and_leaves_what_was_there() {
    let laptop = Laptop::new(66);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let stick = laptop.path("stick");
    let made = desk.backup_to(&stick).unwrap();
    desk.lock().unwrap();
    let path = stick.join(made.name).join("register.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(restore(&laptop, &stick, true).is_err_and(|error| error.code() == "damaged"));
    laptop.unlock(PASSPHRASE).unwrap();
    assert!(!laptop.path(".vault.restoring").exists());
}

#[test]
fn an_erased_person_leaves_a_tombstone_and_the_log_still_proves_itself() {
    let laptop = Laptop::new(67);
    let mut desk = laptop.begin();
    let id = one_person(&mut desk, "Wulan Zzyzx");
    let kept = one_person(&mut desk, "Ratna Contoh");
    let stick = laptop.path("stick");
    desk.backup_to(&stick).unwrap();
    let id = desk.resolve(&id).unwrap();
    assert!(desk.erase_and_sweep(&id.to_string(), " ").is_err_and(|error| error.code() == "reason-needed"));
    let erased = desk.erase_and_sweep(&id.to_string(), "asked for it").unwrap();
    assert!(erased.changes >= 2 && erased.held_by.len() == 1, "{erased:?}");
    assert!(desk.person(id).is_err());
    assert!(desk.people("Zzyzx", 0, 10).unwrap().is_empty());
    assert_eq!(desk.people("Ratna", 0, 10).unwrap().len(), 1);
    assert!(desk.undo().is_err() || desk.people("Zzyzx", 0, 10).unwrap().is_empty());
    desk.resolve(&kept).unwrap();
    assert!(desk.check().unwrap().sound);
    desk.backup_to(&laptop.path("later")).unwrap();
    assert_eq!(desk.backups_holding(id).unwrap().len(), 1);
}

#[test]
fn an_exported_audit_is_proven_without_a_vault_and_every_change_is_found() {
    let laptop = Laptop::new(68);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let file = laptop.path("audit.jsonl");
    let rows = desk.export_audit(&file).unwrap();
    let anchor = laptop.path("anchor.txt");
    std::fs::write(&anchor, desk.anchor().unwrap().line).unwrap();
    assert_eq!(crate::verify_export(&file, None).unwrap(), rows);
    assert_eq!(crate::verify_export(&file, Some(&anchor)).unwrap(), rows);
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let without = |at: usize| [&lines[..at], &lines[at + 1..]].concat().join("\n");
    for altered in [
        text.replacen("\"act\":\"audit-export\"", "\"act\":\"view\"", 1),
        without(0),
        without(lines.len() - 2),
        text.replacen("\"seq\":1,", "\"seq\":2,", 1),
    ] {
        assert_ne!(altered, text);
        std::fs::write(&file, altered).unwrap();
        assert!(crate::verify_export(&file, Some(&anchor)).is_err());
    }
}

#[test]
fn a_crash_between_a_slot_and_its_record_mends_itself() {
    let laptop = Laptop::new(69);
    let mut desk = laptop.begin();
    let words = desk.add_officer(&budi("officer"), QUICK).unwrap().passphrase.unwrap();
    let slot = desk.vault.find_officer("Budi Contoh").unwrap().unwrap();
    let of_slot = crate::opening::officer_setting(slot);
    let id = desk.register.setting(&of_slot).unwrap();
    let waiting = crate::staff::waiting_setting("Budi Contoh");
    // As it stood when the machine lost power after the slot was written.
    desk.register.set_setting(&waiting, id.as_deref()).unwrap();
    desk.register.set_setting(&of_slot, None).unwrap();
    // And one whose slot was never made.
    let nobody = crate::staff::waiting_setting("Rina Contoh");
    desk.register.set_setting(&nobody, Some(&desk.new_id().to_string())).unwrap();
    desk.lock().unwrap();

    let desk = as_officer(&laptop, "Budi Contoh", &words).unwrap();
    assert_eq!(desk.register.setting(&of_slot).unwrap(), id);
    assert_eq!(desk.register.setting(&waiting).unwrap(), None);
    assert_eq!(desk.register.setting(&nobody).unwrap(), None);
    assert_eq!(desk.officers().unwrap().len(), 2);
}

#[test]
fn what_was_being_typed_is_kept_for_its_writer_only() {
    let laptop = Laptop::new(70);
    let mut desk = laptop.begin();
    let words = desk.add_officer(&budi("officer"), QUICK).unwrap().passphrase.unwrap();
    assert_eq!(desk.draft().unwrap(), None);
    desk.keep_draft(Some("half a sentence")).unwrap();
    assert!(desk.keep_draft(Some(&"x".repeat(300_000))).is_err_and(|error| error.code() == "bad-setting"));
    desk.lock().unwrap();
    let desk = as_officer(&laptop, "Budi Contoh", &words).unwrap();
    assert_eq!(desk.draft().unwrap(), None);
    desk.lock().unwrap();
    let mut desk = as_officer(&laptop, "Rukmini Sastrawijaya", PASSPHRASE).unwrap();
    assert_eq!(desk.draft().unwrap().as_deref(), Some("half a sentence"));
    let person = one_person(&mut desk, "Wulan Contoh");
    desk.erase(&person, "asked for it").unwrap();
    assert_eq!(desk.draft().unwrap(), None, "nobody can say whom it named");
}

#[test]
fn each_officer_keeps_a_language_and_begins_with_the_vaults() {
    let laptop = Laptop::new(72);
    let mut desk = laptop.begin();
    let begun = desk.lang();
    let words = desk.add_officer(&budi("officer"), QUICK).unwrap().passphrase.unwrap();
    desk.set_setting("lang", "km", "").unwrap();
    assert!(desk.set_setting("lang", "xx", "").is_err_and(|error| error.code() == "bad-setting"));
    desk.lock().unwrap();
    let mut desk = as_officer(&laptop, "Budi Contoh", &words).unwrap();
    assert_eq!(desk.lang(), begun);
    desk.set_setting("lang", "en", "").unwrap();
    desk.lock().unwrap();
    let desk = as_officer(&laptop, "Rukmini Sastrawijaya", PASSPHRASE).unwrap();
    assert_eq!(desk.lang().tag(), "km");
    let kept = desk.settings().unwrap();
    assert!(kept.contains(&("lang".to_owned(), "km".to_owned())));
}

#[test]
fn a_bundle_and_a_dossier_carry_the_signed_end_of_the_audit() {
    let laptop = Laptop::new(71);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let card = desk.laptop().unwrap().card;
    desk.backup_to(&laptop.path("stick")).unwrap();
    let bundle = laptop.path("case.pulang");
    let input = crate::views::ExportInput { cards: vec![card], ..Default::default() };
    desk.export_bundle(&input, &bundle).unwrap();
    assert!(desk.audit_verify_against(&bundle).unwrap().rows > 0);

    let rescue = desk.rescues(0, 50).unwrap().into_iter().max_by_key(|line| line.people).unwrap().rescue.id;
    for wrap in [crate::Wrap::Plain, crate::Wrap::chosen(PASSPHRASE)] {
        let input = crate::views::DossierInput {
            records: vec![rescue.clone()],
            profile: "embassy".to_owned(),
            lang: "en".to_owned(),
            second_lang: None,
            recipient: None,
            reason: Some("a test".to_owned()),
            consent_override: None,
        };
        let token = desk.dossier_prepare(&input).unwrap().token;
        let file = laptop.path("dossier.pdf");
        desk.dossier_release_as(&token, &wrap, Some("a test"), &file).unwrap();
        let rows = desk.audit_verify_against(&file).unwrap().rows;
        assert!(rows > 1);
        // One whose audit did not go through here is noticed.
        let other = Laptop::new(72).begin();
        assert!(other.audit_verify_against(&file).is_err_and(|error| error.code() == "bad-anchor"));
    }
}

#[test]
fn a_recovery_sheet_shows_the_key_and_each_share_and_reads_back() {
    let laptop = Laptop::new(73);
    let (_, started) = laptop.prepare("Rukmini Sastrawijaya", "PNH");
    let key = sheet(&started.recovery_key);
    let made = |shares: bool| {
        crate::recovery_sheet(&laptop.house, &laptop.tools, crate::Lang::En, &key, shares).unwrap()
    };
    assert_eq!(dossier::picture::page_count(&made(false)).unwrap(), 1);
    assert_eq!(dossier::picture::page_count(&made(true)).unwrap(), 3);
    let typo = sheet("not a key");
    assert!(crate::recovery_sheet(&laptop.house, &laptop.tools, crate::Lang::En, &typo, false).is_err());
}
