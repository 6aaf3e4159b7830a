use super::{Laptop, PASSPHRASE};
use crate::{DeskError, Phase, look};

#[test]
fn a_vault_exists_only_once_its_recovery_key_is_read_back() {
    let laptop = Laptop::new(1);
    let (new, started) = laptop.prepare("Rukmini Sastrawijaya", "PNH");
    assert!(started.passphrase.is_none());
    assert!(matches!(new.check("nonsense"), Err(DeskError::Vault(_))));
    assert_eq!(look(&laptop.vault()), Phase::Empty);
    let desk = new.finish(&started.recovery_key).unwrap();
    assert_eq!(look(&laptop.vault()), Phase::Locked);
    let status = desk.status().unwrap();
    assert_eq!((status.office.as_deref(), status.training), (Some("PNH"), false));
    assert_eq!(status.officer.as_deref(), Some("Rukmini Sastrawijaya"));
}

#[test]
fn what_was_there_before_the_lock_is_there_after_it() {
    let laptop = Laptop::new(2);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let before = (desk.rescues(0, 50).unwrap(), desk.check().unwrap().digest);
    desk.lock().unwrap();
    assert!(
        matches!(laptop.unlock("not the right words at all"), Err(error) if error.code() == "wrong-passphrase")
    );
    let mut desk = laptop.unlock(PASSPHRASE).unwrap();
    assert_eq!((desk.rescues(0, 50).unwrap(), desk.check().unwrap().digest), before);
}

#[test]
fn a_vault_in_use_is_not_opened_twice() {
    let laptop = Laptop::new(3);
    let _open = laptop.begin();
    assert!(matches!(laptop.unlock(PASSPHRASE), Err(error) if error.code() == "in-use"));
}

#[test]
fn no_file_of_the_vault_folder_holds_a_name() {
    let laptop = Laptop::new(4);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let mut names: Vec<String> =
        desk.people("", 0, 100).unwrap().into_iter().map(|line| line.person.title).collect();
    names.extend(["Rukmini", "Sastrawijaya", "Caritas", "Poipet"].map(str::to_owned));
    assert_eq!(names.len(), 32);
    // Both while it is open, with its journal beside it, and after the lock.
    assert_eq!(holding(&laptop, &names), Vec::<String>::new());
    desk.lock().unwrap();
    assert_eq!(holding(&laptop, &names), Vec::<String>::new());
}

fn holding(laptop: &Laptop, names: &[String]) -> Vec<String> {
    let mut files = vec![laptop.vault(), laptop.path("config")];
    let mut found = Vec::new();
    let mut read = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let Ok(bytes) = std::fs::read(&path) else { continue };
        read += 1;
        let holds = |name: &&String| bytes.windows(name.len()).any(|window| window == name.as_bytes());
        found.extend(names.iter().filter(holds).map(|_| path.display().to_string()));
    }
    assert!(read >= 4, "only {read} files were looked at");
    found
}

#[test]
fn an_office_code_is_taken_however_it_is_typed_and_one_of_another_shape_is_refused() {
    let laptop = Laptop::new(5);
    let begin = |office: &str| {
        let input = crate::views::NewVault {
            officer: "A".into(),
            office: office.into(),
            passphrase: None,
            joins: false,
        };
        let given = (std::sync::Arc::clone(&laptop.house), std::sync::Arc::clone(&laptop.tools));
        let places = (&*laptop.vault(), &*laptop.path("config"));
        crate::NewDesk::begin(given, places, &input, vault::Kdf::QUICK, casework::words::Lang::Id)
    };
    for bad in ["", "P", "PN4", "P NH", "PHNOMPEN", "ភព"] {
        assert!(matches!(begin(bad), Err(DeskError::BadOffice)), "{bad}");
    }
    let (new, started) = begin(" pnh ").unwrap();
    assert_eq!(new.finish(&started.recovery_key).unwrap().office().unwrap(), "PNH");
}

#[test]
fn a_new_passphrase_opens_the_vault_and_the_old_one_no_longer_does() {
    let laptop = Laptop::new(6);
    let mut desk = laptop.begin();
    let wrong = desk.change_passphrase("not the old one at all", None, vault::Kdf::QUICK).unwrap_err();
    assert_eq!((wrong.code(), wrong.exit_code()), ("wrong-passphrase", 3));
    let weak = desk.change_passphrase(PASSPHRASE, Some("merdeka"), vault::Kdf::QUICK).unwrap_err();
    assert_eq!(weak.code(), "weak-passphrase");
    let new = desk.change_passphrase(PASSPHRASE, None, vault::Kdf::QUICK).unwrap().unwrap();
    assert_eq!(new.split(' ').count(), 6);
    desk.lock().unwrap();
    assert!(laptop.unlock(PASSPHRASE).is_err());
    let desk = laptop.unlock(&new).unwrap();
    assert!(desk.audit_rows().unwrap().iter().any(|row| row.act == "passphrase"));
    assert!(desk.audit_verify().unwrap() >= 2);
}

#[test]
fn a_page_of_rescues_is_a_part_of_them_all() {
    let laptop = Laptop::new(7);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let all = desk.rescues(0, 50).unwrap();
    assert!(all.len() > 1);
    assert_eq!(desk.rescues(0, 50).unwrap(), all);
    assert_eq!(desk.rescues(1, 50).unwrap(), all[1..]);
    assert!(desk.rescues(all.len(), 50).unwrap().is_empty());
}
