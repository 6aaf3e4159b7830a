//! A register of each layout, committed to the repository.

use super::office::{KEY, Laptop, born, deed, field, id, interpreter, kind, known, path, write};
use crate::{Page, Register};
use casework::answer::Answer;
use journal::Write;
use std::{fs, path::PathBuf};

/// The register of layout 1.
pub(super) fn fixture() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vault-v1/register.db")
}

/// Makes the fixture; it is made once for each layout and then stays for ever.
fn make() {
    let mut laptop = Laptop::new(1);
    laptop.commit(&deed(2, vec![born(id(1), "rescue", id(1))], vec![])).unwrap();
    laptop.person(10, "Contoh Satu");
    let unknown = Write::Answered(Answer::Unknown);
    let writes = vec![
        write(id(10), "rescue", known(&id(1).to_string())),
        write(id(10), "birth", known("2001-06")),
        write(id(10), "sex", unknown),
        write(id(10), "language", known("ind")),
    ];
    laptop.commit(&deed(3, vec![], writes)).unwrap();
    laptop.commit(&deed(4, vec![], vec![write(id(10), "birth", known("2001-07"))])).unwrap();
    let mut other = Laptop::new(2);
    other.absorb(laptop.everything());
    other.commit(&deed(5, vec![], vec![write(id(10), "birth", known("2001-08"))])).unwrap();
    laptop.commit(&deed(6, vec![], vec![write(id(10), "birth", known("2001-09"))])).unwrap();
    laptop.absorb(other.everything());
    let Laptop { register, folder, .. } = laptop;
    register.close(&mut |_| [7; 64]).unwrap();
    fs::create_dir_all(fixture().parent().unwrap()).unwrap();
    fs::copy(path(&folder), fixture()).unwrap();
}

#[test]
fn a_register_of_layout_1_opens_for_ever() {
    if std::env::var_os("MAKE_FIXTURE").is_some() {
        make();
    }
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture(), path(&folder)).unwrap();
    let mut register = Register::open(&path(&folder), KEY, interpreter("first")).unwrap();
    let person = register.record(id(10)).unwrap().unwrap();
    assert_eq!(person.first("name"), Some("Contoh Satu"));
    assert_eq!(person.answers[&field("sex")][0].answer, Answer::Unknown);
    assert_eq!(person.all("birth").collect::<Vec<_>>(), ["2001-09", "2001-08"]);
    assert_eq!(register.conflicts().unwrap().len(), 1);
    assert_eq!(register.pointing_at(id(1), Some(&kind("person")), None).unwrap(), [id(10)]);
    assert_eq!(register.find_by_name("satu", &[], Page::ALL).unwrap(), [id(10)]);
    assert_eq!(register.check(&path(&folder), KEY).unwrap().wrong, []);
    assert_eq!(register.rebuild().unwrap().to_string(), DIGEST);
}

/// The state of the fixture. It never changes: another digest means that the same log reads as another state.
const DIGEST: &str = "2964b2f7ba0aca8cb70c5c63383146b90b0bc3ee59f6c6a86cb4af0f221cee48";
