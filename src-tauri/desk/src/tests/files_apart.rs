//! Files between laptops that meet only through bundles.

use super::{
    Laptop, fresh,
    two_laptops::{befriend, for_cards, send},
    writing::{canonical, person},
};
use crate::{
    Desk,
    views::{BundleView, ExportInput, FieldInput, RosterTarget},
};
use casework::ids::RecordId;
use std::{fmt::Write as _, fs, path::PathBuf};

/// A picture that no packing makes smaller, as photos are.
fn photo(number: u32, side: u32) -> Vec<u8> {
    let mut noise = u64::from(number) * 2 + 1;
    let mut pixel = || {
        noise ^= noise << 13;
        noise ^= noise >> 7;
        noise ^= noise << 17;
        noise.to_le_bytes()[3]
    };
    let picture = image::GrayImage::from_fn(side, side, |_, _| image::Luma([pixel()]));
    let mut bytes = Vec::new();
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), image::ImageFormat::Jpeg).unwrap();
    bytes
}

/// A rescue of 28 who came by a list, and a photo of each.
fn rescue_of_28(desk: &mut Desk) -> (Vec<RecordId>, Vec<Vec<u8>>) {
    let mut list = "Nama,L/P,Tgl Lahir,No Paspor\n".to_owned();
    for n in 1..=28 {
        writeln!(list, "Orang Contoh {n},P,{n:02}/06/1999,X90000{n:02}").unwrap();
    }
    desk.open_roster(list.as_bytes(), "list.csv").unwrap();
    let field =
        |field: &str, text: &str| FieldInput { field: field.into(), text: text.into(), reading: None };
    let new_rescue =
        vec![field("name", "Night intake"), field("when", "24/11/2026"), field("town", "Poipet")];
    let target = RosterTarget { rescue: None, new_rescue, deed: fresh(desk) };
    let rescue = desk.take_roster(&target).unwrap().rescue;
    let roster = desk.rescue(RecordId::from_canonical(&rescue.id).unwrap()).unwrap().roster;
    let people: Vec<_> =
        roster.iter().map(|line| RecordId::from_canonical(&line.person.id).unwrap()).collect();
    let photos: Vec<_> = (0..28).map(|n| photo(n, 200)).collect();
    for (who, photo) in people.iter().zip(&photos) {
        attach(desk, *who, photo);
    }
    (people, photos)
}

fn attach(desk: &mut Desk, who: RecordId, bytes: &[u8]) {
    desk.attach((&who.to_string(), "photo"), bytes, "wajah.jpg", &fresh(desk)).unwrap();
}

fn sealed(laptop: &Laptop) -> Vec<PathBuf> {
    let files = fs::read_dir(vault::attachments_path(&laptop.vault())).unwrap();
    files.map(|file| file.unwrap().path()).collect()
}

fn export(from: &mut Desk, to: &Desk, laptop: &Laptop, input: ExportInput) -> (BundleView, Vec<Vec<u8>>) {
    let input = ExportInput { cards: vec![to.laptop().unwrap().card], ..input };
    let written = from.export_bundle(&input, &laptop.path("out.pulang")).unwrap();
    let files = written.files.iter().map(|path| fs::read(path).unwrap()).collect();
    (written, files)
}

#[test]
fn a_rescue_of_28_travels_with_its_photos_and_little_more() {
    let (here, there) = (Laptop::new(80), Laptop::new(81));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let (people, photos) = rescue_of_28(&mut a);
    let sent = send(&mut a, &mut b, &here, "1.pulang");
    let own: usize = photos.iter().map(Vec::len).sum();
    let more = usize::try_from(fs::metadata(here.path("1.pulang")).unwrap().len()).unwrap() - own;
    println!("28 people and photos: {own} B of photos, {more} B more");
    assert!(more <= 10_000, "{more} bytes beside the photos");
    assert_eq!((sent.attachments, sent.new_files, sent.missing_files), (28, 28, 0));
    for (who, photo) in people.iter().zip(&photos) {
        assert_eq!(**b.attachment_bytes(*who, "photo").unwrap(), **photo);
        assert!(!b.file_thumbnail(*who, "photo").unwrap().is_empty(), "its small picture was made here");
    }
    let check = b.check().unwrap();
    assert_eq!((check.sound, check.files, check.files_elsewhere), (true, 28, 0));
    let before = sealed(&there);
    let again = b.import_bundle(fs::File::open(here.path("1.pulang")).unwrap(), 0).unwrap();
    assert_eq!((again.new, again.new_files), (0, 0));
    assert_eq!(sealed(&there), before, "nothing is written twice");
    let back = send(&mut b, &mut a, &there, "2.pulang");
    assert_eq!((back.digest, back.attachments), (check.digest, 0), "both hold the same");
    let one = &photos[0];
    attach(&mut a, people[5], one);
    assert_eq!(send(&mut a, &mut b, &here, "3.pulang").attachments, 0, "they have this picture");
    assert_eq!(**b.attachment_bytes(people[5], "photo").unwrap(), **one);
}

#[test]
fn a_file_that_has_not_come_is_seen_asked_for_and_filled_in() {
    let (here, there) = (Laptop::new(82), Laptop::new(83));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let (who, picture) = (person(&mut a, "Larasati"), photo(1, 60));
    let digest = crate::filing::hex(&<sha2::Sha256 as sha2::Digest>::digest(&picture));
    super::name_file(&mut a, who, "photo", &digest);
    assert_eq!(send(&mut a, &mut b, &here, "1.pulang").missing_files, 1);
    assert!(!b.files_of(who).unwrap()[0].here);
    assert_eq!(b.check().unwrap().files_elsewhere, 1);
    // The first laptop finds the file; nothing new is in its log.
    attach(&mut a, who, &picture);
    send(&mut b, &mut a, &there, "2.pulang");
    let met = send(&mut a, &mut b, &here, "3.pulang");
    assert_eq!((met.attachments, met.new_files, met.missing_files), (1, 1, 0));
    assert_eq!(**b.attachment_bytes(who, "photo").unwrap(), *picture);
    send(&mut b, &mut a, &there, "4.pulang");
    assert_eq!(send(&mut a, &mut b, &here, "5.pulang").attachments, 0, "nobody asks for it any more");
    // A disk that lost it asks too.
    fs::remove_file(&sealed(&there)[0]).unwrap();
    send(&mut b, &mut a, &there, "6.pulang");
    assert_eq!(send(&mut a, &mut b, &here, "7.pulang").attachments, 1);
    assert!(b.check().unwrap().sound);
}

#[test]
fn an_erased_person_s_photo_goes_on_both_and_no_old_bundle_brings_it_back() {
    let (here, there) = (Laptop::new(84), Laptop::new(85));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let (gone, stays) = (person(&mut a, "Larasati"), person(&mut a, "Sutrisna"));
    attach(&mut a, gone, &photo(1, 60));
    attach(&mut a, stays, &photo(2, 60));
    send(&mut a, &mut b, &here, "1.pulang");
    send(&mut b, &mut a, &there, "2.pulang");
    assert_eq!(sealed(&there).len(), 2);
    a.erase(&gone.to_string(), "asked for it").unwrap();
    send(&mut a, &mut b, &here, "3.pulang");
    assert_eq!(sealed(&there).len(), 1, "it goes at once");
    let again = b.import_bundle(fs::File::open(here.path("1.pulang")).unwrap(), 0).unwrap();
    assert_eq!((again.new_files, sealed(&there).len()), (0, 1));
    let (all, _) = export(&mut a, &b, &here, ExportInput { all: true, ..ExportInput::default() });
    assert_eq!(all.attachments, 1);
    assert!(b.check().unwrap().sound);
}

#[test]
fn a_case_carries_its_own_photos_only() {
    let (here, there) = (Laptop::new(86), Laptop::new(87));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let (people, photos) = rescue_of_28(&mut a);
    let case = Some(people[3].to_string());
    let (written, files) = export(&mut a, &b, &here, ExportInput { case, ..ExportInput::default() });
    assert_eq!(written.attachments, 1);
    let met = b.import_bundle(files[0].as_slice(), 0).unwrap();
    assert_eq!((met.new_files, met.missing_files), (1, 0));
    assert_eq!(**b.attachment_bytes(people[3], "photo").unwrap(), *photos[3]);
    // Who asks for a picture that he must not know of gets nothing.
    let other = crate::filing::hex(&<sha2::Sha256 as sha2::Digest>::digest(&photos[4]));
    let mine = b.people("", 0, 5).unwrap().remove(0).person.id;
    super::name_file(&mut b, RecordId::from_canonical(&mine).unwrap(), "photo", &other);
    let (_, files) = export(&mut b, &a, &there, ExportInput::default());
    a.import_bundle(files[0].as_slice(), 0).unwrap();
    a.undo().unwrap();
    let case = Some(people[3].to_string());
    let (written, _) = export(&mut a, &b, &here, ExportInput { case, ..ExportInput::default() });
    assert!(written.attachments <= 2);
    assert_eq!(send(&mut a, &mut b, &here, "rest.pulang").missing_files, 0);
}

#[test]
fn parts_for_the_mail_stay_small_and_may_come_in_any_order() {
    let (here, there) = (Laptop::new(88), Laptop::new(89));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let people: Vec<_> = (0..6).map(|n| person(&mut a, ["A", "B", "C", "D", "E", "F"][n])).collect();
    for (n, who) in (0_u8..).zip(&people) {
        let size = if n == 5 { 15 } else { 5 } * 1024 * 1024;
        attach(&mut a, *who, &vec![n + 1; size]);
    }
    let mail = ExportInput { parts: true, ..ExportInput::default() };
    let (written, parts) = export(&mut a, &b, &here, mail);
    assert!(parts.len() >= 2 && parts.iter().all(|part| part.len() <= 14 * 1024 * 1024));
    assert_eq!((written.attachments, written.left_out), (5, 1));
    for part in parts.iter().rev() {
        b.import_bundle(part.as_slice(), 0).unwrap();
    }
    assert_eq!(canonical(&b, people[5], "photo"), canonical(&a, people[5], "photo"));
    assert_eq!((b.check().unwrap().files, b.check().unwrap().files_elsewhere), (5, 1));
    // What was too large comes by stick, because it is asked for.
    let back = send(&mut b, &mut a, &there, "2.pulang");
    assert_eq!(back.digest, b.check().unwrap().digest, "both hold the same");
    let met = send(&mut a, &mut b, &here, "3.pulang");
    assert_eq!((met.batches, met.new_files, met.missing_files), (0, 1, 0));
}

#[test]
fn a_refused_bundle_leaves_no_file_and_a_damaged_one_keeps_no_other_at_home() {
    let (here, there) = (Laptop::new(90), Laptop::new(91));
    let (mut a, mut b) = (here.begin(), there.begin());
    befriend(&mut a, &mut b);
    let (one, two) = (person(&mut a, "Larasati"), person(&mut a, "Sutrisna"));
    attach(&mut a, one, &photo(1, 300));
    attach(&mut a, two, &photo(2, 300));
    let (_, files) = export(&mut a, &b, &here, ExportInput::default());
    let bytes = &files[0];
    let before = b.check().unwrap().digest;
    for cut in [bytes.len() - 1, bytes.len() - 70_000, bytes.len() / 2] {
        b.import_bundle(&bytes[..cut], 0).unwrap_err();
        let mut flipped = bytes.clone();
        flipped[cut] ^= 1;
        b.import_bundle(flipped.as_slice(), 0).unwrap_err();
        assert!(sealed(&there).is_empty());
        assert_eq!(b.check().unwrap().digest, before);
    }
    let damaged = &sealed(&here)[0];
    let mut content = fs::read(damaged).unwrap();
    content[100] ^= 1;
    fs::write(damaged, content).unwrap();
    let card = b.laptop().unwrap().card;
    let written = a.export_bundle(&for_cards(&[&card]), &here.path("2.pulang")).unwrap();
    assert_eq!((written.attachments, written.left_out), (1, 1));
    let met = b.import_bundle(fs::File::open(here.path("2.pulang")).unwrap(), 0).unwrap();
    assert_eq!((met.new_files, met.missing_files), (1, 1));
    b.import_bundle(bytes.as_slice(), 0).unwrap();
    assert_eq!(b.check().unwrap().files_elsewhere, 0, "an older bundle fills it in");
}
