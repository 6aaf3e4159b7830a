//! What goes along with a dossier besides words, and what must not: faces, scans, files that are locked, cut off or about
//! somebody else. And text that no page can hold.

use super::{
    Laptop, fresh,
    writing::{answer, person},
};
use crate::{
    Desk, DeskError,
    drawing::{Asked, Undrawn, draw},
    views::{DocumentInput, DossierInput, DossierPreview, FieldInput, NewRecord},
};
use casework::ids::RecordId;
use paperwork::{Limits, pictures::printable};
use std::sync::Arc;

/// A PDF of one page that says `text`.
fn pdf(text: &str) -> Vec<u8> {
    let stream = format!("BT /F1 24 Tf 60 700 Td ({text}) Tj ET 60 300 200 120 re f");
    format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>\nendobj\n\
         4 0 obj\n<</Length {}>>\nstream\n{stream}\nendstream\nendobj\n\
         5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n",
        stream.len()
    )
    .into_bytes()
}

/// A JPEG that shows `text`.
fn photo(text: &str) -> Vec<u8> {
    let png = dossier::picture::page_png(&pdf(text), 1, 0.5).unwrap();
    printable(&png, &Limits::default()).unwrap().unwrap()
}

/// A grey PNG of one row.
fn wide_png(width: u32) -> Vec<u8> {
    let chunk = |kind: &[u8], body: &[u8]| {
        let mut said = kind.to_vec();
        said.extend_from_slice(body);
        let crc = said.iter().fold(u32::MAX, |crc, byte| {
            (0..8)
                .fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
        });
        let length = u32::try_from(body.len()).unwrap().to_be_bytes();
        [&length[..], &said, &(!crc).to_be_bytes()].concat()
    };
    let head = [&width.to_be_bytes()[..], &1u32.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let size = u16::try_from(width + 1).unwrap();
    let rows = [
        &[0x78, 0x01, 0x01][..],
        &size.to_le_bytes(),
        &(!size).to_le_bytes(),
        &vec![0; usize::from(size)],
        &u32::try_from(u64::from(size) % 65_521 * 65_536 + 1).unwrap_or_default().to_be_bytes(),
    ];
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &head),
        chunk(b"IDAT", &rows.concat()),
        chunk(b"IEND", b""),
    ]
    .concat()
}

/// A person who consents to `recipients`, with their reference.
pub(super) fn consenting(desk: &mut Desk, name: &str, recipients: &[&str]) -> RecordId {
    let who = person(desk, name);
    for recipient in recipients {
        add(
            desk,
            "consent",
            &[who],
            &[("recipient", recipient), ("outcome", "given"), ("answered_on", "1 July 2026")],
        );
    }
    who
}

pub(super) fn add(desk: &mut Desk, kind: &str, about: &[RecordId], fields: &[(&str, &str)]) {
    let fields = fields.iter().map(|(field, text)| FieldInput {
        field: (*field).to_owned(),
        text: (*text).to_owned(),
        reading: None,
    });
    let input = NewRecord {
        id: fresh(desk),
        kind: kind.to_owned(),
        about: about.iter().map(ToString::to_string).collect(),
        fields: fields.collect(),
        deed: fresh(desk),
    };
    desk.add_record(&input).unwrap();
}

fn document(desk: &mut Desk, about: &[RecordId], bytes: &[u8], name: &str) -> Result<(), DeskError> {
    let input = DocumentInput {
        id: fresh(desk),
        about: about.iter().map(ToString::to_string).collect(),
        except: vec![],
        fields: Vec::new(),
        deed: fresh(desk),
    };
    desk.add_document(&input, bytes, name).map(|_| ())
}

fn portrait(desk: &mut Desk, who: RecordId, bytes: &[u8]) {
    let deed = fresh(desk);
    desk.attach((&who.to_string(), "photo"), bytes, "photo.jpg", &deed).unwrap();
}

fn prepare(desk: &mut Desk, who: &[RecordId], profile: &str) -> Result<DossierPreview, DeskError> {
    desk.dossier_prepare(&DossierInput {
        records: who.iter().map(ToString::to_string).collect(),
        profile: profile.into(),
        lang: "en".into(),
        second_lang: None,
        recipient: None,
        reason: None,
        consent_override: None,
    })
}

/// The file that would leave.
fn released(laptop: &Laptop, desk: &mut Desk, preview: &DossierPreview) -> Vec<u8> {
    let path = laptop.path(&format!("{}.pdf", preview.token));
    desk.dossier_release_as(&preview.token, &crate::Wrap::Plain, Some("test"), &path).unwrap();
    std::fs::read(path).unwrap()
}

/// How many pictures lie in a file: JPEGs stand in it as they are.
fn faces(bytes: &[u8]) -> usize {
    bytes.windows(3).filter(|part| *part == [0xFF, 0xD8, 0xFF]).count()
}

#[test]
fn a_face_is_shown_to_whom_the_profile_gives_it_and_to_nobody_else() {
    let laptop = Laptop::new(300);
    let mut desk = laptop.begin();
    let to = ["shelter", "airline"];
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &to);
    let tirta = consenting(&mut desk, "Tirta Wanodya", &to);
    let left_out = person(&mut desk, "Galih Pamungkas");
    for (who, text) in [(sekar, "one"), (left_out, "two")] {
        portrait(&mut desk, who, &photo(text));
    }
    let everybody = [sekar, tirta, left_out];
    let preview = prepare(&mut desk, &everybody, "shelter").unwrap();
    assert_eq!(preview.people.iter().filter(|one| one.included).count(), 2);
    let bytes = released(&laptop, &mut desk, &preview);
    assert_eq!(faces(&bytes), 1, "Sekar's, once, and an empty frame for Tirta");
    let preview = prepare(&mut desk, &everybody, "airline").unwrap();
    let bytes = released(&laptop, &mut desk, &preview);
    assert_eq!(faces(&bytes), 0);
    assert!(!String::from_utf8_lossy(&bytes).contains("/DCTDecode"));
}

#[test]
fn annexes_go_along_with_their_pages_and_one_about_somebody_else_does_not() {
    let laptop = Laptop::new(301);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["embassy", "host-police", "shelter"]);
    let other = person(&mut desk, "Galih Pamungkas");
    document(&mut desk, &[sekar], &photo("a scan"), "scan.jpg").unwrap();
    document(&mut desk, &[sekar], &pdf("Letter about Sekar"), "letter.pdf").unwrap();
    document(&mut desk, &[sekar, other], &pdf("List"), "both.pdf").unwrap();
    document(&mut desk, &[sekar], &pdf("She came with Galih Pamungkas"), "names another.pdf").unwrap();
    let said = |preview: &DossierPreview| -> Vec<(bool, u32)> {
        preview.annexes.iter().map(|one| (one.included, one.pages)).collect()
    };
    let preview = prepare(&mut desk, &[sekar], "embassy").unwrap();
    let mut kept = said(&preview);
    kept.sort_unstable();
    assert_eq!(kept, [(false, 0), (false, 0), (true, 1), (true, 1)]);
    let whys: Vec<&str> = preview.annexes.iter().map(|one| one.why.as_str()).collect();
    assert!(whys.iter().any(|why| why.contains("somebody who is not in this dossier")), "{whys:?}");
    assert!(whys.iter().any(|why| why.contains("its text has a name or number")), "{whys:?}");
    let bytes = released(&laptop, &mut desk, &preview);
    assert_eq!(faces(&bytes), 2, "one page of each annex that may go along");
    // Both of them in the dossier: then the list is about nobody else.
    let consent = [("recipient", "host-police"), ("outcome", "given"), ("answered_on", "1 July 2026")];
    add(&mut desk, "consent", &[other], &consent);
    let preview = prepare(&mut desk, &[sekar, other], "host-police").unwrap();
    assert_eq!(said(&preview), [(true, 1); 4]);
    // A shelter has no register of annexes at all.
    assert!(prepare(&mut desk, &[sekar], "shelter").unwrap().annexes.is_empty());
}

#[test]
fn a_file_that_cannot_be_shown_is_said_to_be_so() {
    let laptop = Laptop::new(302);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["embassy", "shelter"]);
    let refused = document(&mut desk, &[sekar], &wide_png(12_001), "wide.png").unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("paper-too-large", 4));
    assert!(
        refused.refused(&desk.house, desk.words()).message.contains("12,000")
            || refused.to_string().contains("12000"),
        "{refused:?}"
    );
    document(&mut desk, &[sekar], &wide_png(12_000), "narrow enough.png").unwrap();
    let whole = photo("cut off");
    document(&mut desk, &[sekar], &whole[..whole.len() / 2], "cut.jpg").unwrap();
    let preview = prepare(&mut desk, &[sekar], "shelter").unwrap();
    let path = laptop.path("locked.pdf");
    desk.dossier_release_as(&preview.token, &crate::Wrap::Drawn, None, &path).unwrap();
    document(&mut desk, &[sekar], &std::fs::read(path).unwrap(), "locked.pdf").unwrap();
    document(&mut desk, &[sekar], b"%PDF-1.7 and no more", "broken.pdf").unwrap();
    document(&mut desk, &[sekar], b"\x00\x01\x02 voice", "voice.amr").unwrap();
    let preview = prepare(&mut desk, &[sekar], "embassy").unwrap();
    let mut whys: Vec<&str> = preview.annexes.iter().map(|one| one.why.as_str()).collect();
    whys.sort_unstable();
    assert_eq!(
        whys,
        [
            "Annexed",
            "Not shown: no picture and no PDF",
            "Not shown: the file is damaged",
            "Not shown: the file is damaged",
            "Not shown: the file is locked with a password",
        ]
    );
    let bytes = released(&laptop, &mut desk, &preview);
    assert!(desk.verify_file(&bytes).unwrap().known);
}

#[test]
fn a_page_that_nobody_can_wait_for_is_named_and_the_rest_goes_along() {
    let mut laptop = Laptop::new(307);
    // The child that draws is ended at such a page; whatever else is asked of the file it answers.
    Arc::get_mut(&mut laptop.tools).unwrap().draw = Box::new(|bytes, asked| match asked {
        Asked::Page { .. } if bytes.windows(9).any(|part| part == b"Intricate") => Err(Undrawn::Stopped),
        _ => draw(bytes, asked),
    });
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["embassy"]);
    document(&mut desk, &[sekar], &pdf("Intricate"), "map.pdf").unwrap();
    document(&mut desk, &[sekar], &pdf("Letter about Sekar"), "letter.pdf").unwrap();

    let preview = prepare(&mut desk, &[sekar], "embassy").unwrap();
    let why = "Not shown: too large or too intricate to be drawn";
    let mut told: Vec<_> =
        preview.annexes.iter().map(|one| (one.included, one.pages, one.why.as_str())).collect();
    told.sort_unstable();
    assert_eq!(told, [(false, 0, why), (true, 1, "Annexed")]);
    let bytes = released(&laptop, &mut desk, &preview);
    assert_eq!(faces(&bytes), 1, "the letter's page alone");
    let said = dossier::check::words_of(&bytes).unwrap();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(said.matches(why).count(), 1, "{said}");

    // Whoever opens the page is told what happened and what to do.
    let map = desk.pointing_at(sekar, "document", "people").unwrap().into_iter();
    let mut refusals = map.filter_map(|id| desk.file_page(id, "file", 1).err());
    let refused = refusals.next().unwrap();
    assert_eq!((refused.code(), refused.exit_code()), ("file-stopped", 4));
    assert!(refusals.next().is_none());
}

#[test]
fn a_portrait_that_cannot_be_read_leaves_an_empty_frame() {
    let laptop = Laptop::new(303);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["shelter"]);
    let whole = photo("cut off");
    portrait(&mut desk, sekar, &whole[..whole.len() / 2]);
    let preview = prepare(&mut desk, &[sekar], "shelter").unwrap();
    assert_eq!(faces(&released(&laptop, &mut desk, &preview)), 0);
}

#[test]
fn a_character_that_no_font_has_is_named_with_its_record() {
    let laptop = Laptop::new(304);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar \u{A9B1}\u{A9AB}", &["embassy"]);
    let refused = prepare(&mut desk, &[sekar], "embassy").unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("unprintable", 4));
    let told = refused.refused(&desk.house, desk.words());
    assert!(
        told.message.contains("U+A9B1") && told.message.contains("Name as on the document"),
        "{}",
        told.message
    );
    assert!(told.message.contains("PNH-2026-A0001"), "{}", told.message);
    assert!(!told.message.contains("Sekar"), "{}", told.message);
    // Written otherwise, the same person is printed; a face drawn in a note is named like any other sign.
    desk.record_answer(&answer(&desk, sekar, "full_name", "Sekar Arumdalu")).unwrap();
    prepare(&mut desk, &[sekar], "embassy").unwrap();
    add(&mut desk, "note", &[sekar], &[("text", "She was glad \u{1F642}")]);
    let refused = prepare(&mut desk, &[sekar], "embassy").unwrap_err();
    assert!(refused.refused(&desk.house, desk.words()).message.contains("U+1F642"));
}

#[test]
fn marks_that_turn_the_writing_cannot_turn_a_passport_number() {
    let laptop = Laptop::new(305);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["embassy"]);
    let input = NewRecord {
        id: fresh(&desk),
        kind: "travel-document".into(),
        about: vec![sekar.to_string()],
        fields: vec![
            FieldInput { field: "sort".into(), text: "passport".into(), reading: None },
            FieldInput { field: "number".into(), text: "C12\u{202E}34567\u{202C}".into(), reading: None },
        ],
        deed: fresh(&desk),
    };
    match desk.add_record(&input) {
        Err(refused) => assert_eq!(refused.exit_code(), 4, "{refused:?}"),
        Ok(_) => {
            let kept = desk.resolve(&sekar.to_string()).unwrap();
            let on_record: Vec<String> = desk
                .pointing_at(kept, "travel-document", "people")
                .unwrap()
                .into_iter()
                .flat_map(|id| super::writing::canonical(&desk, id, "number"))
                .collect();
            assert_eq!(on_record, ["C1234567"], "kept without the marks, in the order typed");
            prepare(&mut desk, &[sekar], "embassy").unwrap();
        }
    }
}

#[test]
fn forty_pages_of_one_note_are_forty_pages() {
    let laptop = Laptop::new(306);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["embassy"]);
    let before = prepare(&mut desk, &[sekar], "embassy").unwrap().pages;
    let note = |lines: usize| NewRecord {
        id: fresh(&desk),
        kind: "note".into(),
        about: vec![sekar.to_string()],
        fields: vec![FieldInput {
            field: "text".into(),
            text: (0..lines).map(|n| format!("{n}. Ia diam saja.\n")).collect(),
            reading: None,
        }],
        deed: fresh(&desk),
    };
    let (long, too_long) = (note(2_300), note(2_700));
    assert_eq!(desk.add_record(&too_long).unwrap_err().code(), "unreadable", "a note has its limit");
    desk.add_record(&long).unwrap();
    let after = prepare(&mut desk, &[sekar], "embassy").unwrap().pages;
    assert!(after >= before + 40, "{before} and {after} pages");
}
