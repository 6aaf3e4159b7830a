use super::{
    Laptop, fresh,
    writing::{canonical, person},
};
use crate::{
    Desk, DeskError,
    views::{DocumentInput, DocumentView, FieldInput},
};
use casework::ids::RecordId;

/// A PNG of one grey pixel.
const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00,
    0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
    0x77, 0xCD, 0x72, 0xB6, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

fn add(desk: &mut Desk, who: &[RecordId], bytes: &[u8], name: &str) -> Result<DocumentView, DeskError> {
    let sort = FieldInput { field: "sort".into(), text: "photo".into(), reading: None };
    let input = DocumentInput {
        id: fresh(desk),
        about: who.iter().map(ToString::to_string).collect(),
        except: vec![],
        fields: vec![sort],
        deed: fresh(desk),
    };
    desk.add_document(&input, bytes, name)
}

fn id(view: &DocumentView) -> RecordId {
    RecordId::from_canonical(&view.record.link.id).unwrap()
}

fn sealed(laptop: &Laptop) -> Vec<std::path::PathBuf> {
    let folder = vault::attachments_path(&laptop.vault());
    std::fs::read_dir(folder)
        .map(|files| files.map(|file| file.unwrap().path()).collect())
        .unwrap_or_default()
}

#[test]
fn a_file_is_sealed_named_by_its_digest_and_read_back() {
    let laptop = Laptop::new(60);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let added = add(&mut desk, &[who], PIXEL, "paspor Larasati.png").unwrap();
    let file = added.file.clone().unwrap();
    assert_eq!(
        (file.here, file.thumbnail, file.pages, file.media_type.as_str()),
        (true, true, 1, "image/png")
    );
    assert_eq!(canonical(&desk, id(&added), "file"), std::slice::from_ref(&file.sha256));
    assert_eq!(added.record.link.title, "paspor Larasati.png");
    let again = add(&mut desk, &[who], PIXEL, "b.png").unwrap();
    let files = sealed(&laptop);
    assert_eq!(files.len(), 1, "the same content lies there once");
    let on_disk = std::fs::read(&files[0]).unwrap();
    assert!(!on_disk.windows(8).any(|part| part == &PIXEL[..8]));
    assert!(!files[0].ends_with(&file.sha256), "its name does not follow from the content alone");
    desk.lock().unwrap();
    let mut desk = laptop.unlock(super::PASSPHRASE).unwrap();
    assert_eq!(**desk.attachment_bytes(id(&again), "file").unwrap(), *PIXEL);
    assert!(desk.file_page(id(&added), "file", 1).unwrap().starts_with(b"\x89PNG"));
    assert!(matches!(desk.file_page(id(&added), "file", 2), Err(DeskError::NoPicture)));
    let opened = desk.audit_rows().unwrap().into_iter().filter(|row| row.act == "file-open").count();
    assert_eq!(opened, 1, "what was shown is in the audit, what was refused is not");
    let check = desk.check().unwrap();
    assert_eq!((check.sound, check.files, check.files_elsewhere), (true, 1, 0));
}

#[test]
fn a_document_is_taken_back_as_one_deed_and_comes_back() {
    let laptop = Laptop::new(61);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let added = add(&mut desk, &[who], b"%PDF-1.7 and no more", "surat.pdf").unwrap();
    assert_eq!(added.file.as_ref().map(|file| file.pages), Some(0), "a PDF that does not open is kept");
    assert_eq!(desk.undo().unwrap().deed, "Document added");
    assert!(matches!(desk.document(id(&added)), Err(DeskError::NotFound)));
    desk.redo().unwrap();
    assert_eq!(**desk.attachment_bytes(id(&added), "file").unwrap(), *b"%PDF-1.7 and no more");
}

#[test]
fn what_is_refused_leaves_nothing() {
    let laptop = Laptop::new(62);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let codes = |refused: Result<DocumentView, DeskError>| refused.unwrap_err().code();
    assert_eq!(codes(add(&mut desk, &[who], b"", "a.png")), "paper-empty");
    assert_eq!(codes(add(&mut desk, &[who], &vec![1; 50 * 1024 * 1024 + 1], "a")), "paper-too-large");
    let stranger = RecordId::from_canonical(&fresh(&desk)).unwrap();
    assert_eq!(codes(add(&mut desk, &[stranger], PIXEL, "a.png")), "not-found");
    assert!(sealed(&laptop).is_empty());
    let attach = desk.attach((&who.to_string(), "full_name"), PIXEL, "a.png", &fresh(&desk));
    assert!(matches!(attach, Err(DeskError::NoSuchField)));
    assert!(matches!(desk.attachment_bytes(who, "photo"), Err(DeskError::NoFile)));
}

#[test]
fn damage_and_absence_are_told_apart() {
    let laptop = Laptop::new(63);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    desk.attach((&who.to_string(), "photo"), PIXEL, "wajah.png", &fresh(&desk)).unwrap();
    desk.file_thumbnail(who, "photo").unwrap();
    let path = sealed(&laptop).remove(0);
    let mut bytes = std::fs::read(&path).unwrap();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert!(desk.attachment_bytes(who, "photo").is_err());
    let check = desk.check().unwrap();
    assert!(!check.sound && check.differing.iter().any(|one| one.starts_with("file ")));
    // The same file handed in again mends it.
    desk.attach((&who.to_string(), "photo"), PIXEL, "wajah.png", &fresh(&desk)).unwrap();
    assert!(desk.check().unwrap().sound);
    let other = person(&mut desk, "Sutrisna");
    super::name_file(&mut desk, other, "photo", &"ab".repeat(32));
    assert!(matches!(desk.attachment_bytes(other, "photo"), Err(DeskError::FileElsewhere)));
    let check = desk.check().unwrap();
    assert_eq!((check.sound, check.files_elsewhere), (true, 1));
}

#[test]
fn a_copy_out_needs_a_reason_and_is_in_the_ledger() {
    let laptop = Laptop::new(64);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let added = add(&mut desk, &[who], PIXEL, "a.png").unwrap();
    let path = laptop.path("out.png");
    assert!(matches!(desk.save_file(id(&added), None, " ", &path), Err(DeskError::ReasonNeeded)));
    assert!(!path.exists());
    let taken = desk.save_file(id(&added), None, "asked for by the court", &path).unwrap();
    assert_eq!((std::fs::read(&path).unwrap().as_slice(), taken.copy), (PIXEL, 1));
    assert_eq!(taken.sha256, added.file.unwrap().sha256);
}

#[test]
fn several_files_are_one_deed_and_a_file_goes_to_a_rescue_less_one() {
    let laptop = Laptop::new(107);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    let rescue = desk.rescues(0, 50).unwrap().into_iter().find(|line| line.people == 27).unwrap().rescue;
    let people = desk.rescue(RecordId::from_canonical(&rescue.id).unwrap()).unwrap().roster;
    let documents = |desk: &Desk| desk.of_kind("document").unwrap().len();
    let before = documents(&desk);
    let file = |desk: &Desk, bytes: &[u8], name: &str| crate::NewFile {
        id: fresh(desk),
        bytes: bytes.to_vec(),
        name: name.to_owned(),
    };
    let input = DocumentInput {
        id: String::new(),
        about: vec![rescue.id.clone()],
        except: vec![people[0].person.id.clone()],
        fields: vec![],
        deed: fresh(&desk),
    };
    let bad = [file(&desk, PIXEL, "a.png"), file(&desk, b"", "b.txt")];
    assert!(desk.add_documents(&input, &bad).is_err());
    assert_eq!(documents(&desk), before, "one that is refused keeps all of them out");
    let both = [file(&desk, PIXEL, "a.png"), file(&desk, b"a letter", "b.txt")];
    let added = desk.add_documents(&input, &both).unwrap();
    assert_eq!(added.len(), 2);
    let about = desk.existing(RecordId::from_canonical(&added[1].record.link.id).unwrap(), None).unwrap();
    assert_eq!(about.links("people").count(), 26);
    desk.undo().unwrap();
    assert_eq!(documents(&desk), before, "one undo takes both back");

    let (to, less) = (vec![rescue.id], vec![people[0].person.id.clone()]);
    let deed = fresh(&desk);
    let saved = desk.attach_to_all((&to, &less), "photo", (PIXEL, "a.png"), &deed).unwrap();
    assert_eq!(saved.len(), 26);
    let pictured = |desk: &Desk| {
        let with = |one: &casework::record::Record| one.first("photo").is_some();
        desk.of_kind("person").unwrap().iter().filter(|one| with(one)).count()
    };
    assert_eq!(pictured(&desk), 26);
    desk.undo().unwrap();
    assert_eq!(pictured(&desk), 0);
}
