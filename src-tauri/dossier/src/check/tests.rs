//! Leaks put in on purpose, and seen.

use super::{Allowed, Freedom, Secret, Withheld, check};
use crate::{
    DossierError, Kind,
    model::{
        Block, Dossier, Figure, Provenance, Text,
        fixtures::{allowed, answer, empty, field, full, photo, record, word},
    },
    write,
};
use casework::{ids::GroupId, private::Private};

fn withheld(value: &str, secret: Secret) -> Withheld {
    Withheld {
        record: record(9),
        field: field("full_name"),
        group: GroupId::new("other-people").unwrap(),
        value: Private::new(value.to_owned()),
        secret,
    }
}

fn checked(dossier: &Dossier, withheld: &[Withheld]) -> Result<(), DossierError> {
    check(dossier, &write(dossier, &Kind::Open).unwrap(), &Kind::Open, &allowed(), withheld)
}

fn saying(text: &str) -> Dossier {
    let mut dossier = empty();
    dossier.blocks.push(Block::Paragraph(answer(1, "statement", text, "id")));
    dossier
}

#[test]
fn a_whole_dossier_passes() {
    checked(&full(), &[withheld("Budi Hartono", Secret::Name), withheld("C7654321", Secret::Number)])
        .unwrap();
}

#[test]
fn a_locked_copy_passes_and_opens_only_with_its_password() {
    let kind = Kind::Locked { password: Private::new("rahasia 42".to_owned()), key: Private::new([7; 32]) };
    let dossier = full();
    let written = write(&dossier, &kind).unwrap();
    check(&dossier, &written, &kind, &allowed(), &[]).unwrap();
    let wrong = Kind::Locked { password: Private::new("salah".to_owned()), key: Private::new([7; 32]) };
    assert!(matches!(check(&dossier, &written, &wrong, &allowed(), &[]), Err(DossierError::Unreadable(_))));
    let readable = b"Berkas kasus".as_slice();
    assert!(!written.bytes.windows(readable.len()).any(|part| part == readable));
}

#[test]
fn an_answer_that_is_not_allowed_is_named_by_page_and_field() {
    let mut dossier = saying("Apa saja");
    dossier.blocks.push(Block::PageBreak);
    dossier.blocks.push(Block::Paragraph(answer(1, "allergies", "Penisilin", "id")));
    let refused = DossierError::NotAllowed { page: 2, record: record(1), field: field("allergies") };
    assert_eq!(checked(&dossier, &[]), Err(refused));
}

#[test]
fn an_answer_in_the_running_head_is_seen_as_well() {
    let mut dossier = saying("Apa saja");
    dossier.frame.recipient = answer(3, "full_name", "Siapa", "id");
    assert!(matches!(checked(&dossier, &[]), Err(DossierError::NotAllowed { .. })));
}

#[test]
fn a_withheld_number_inside_free_text_stops_it() {
    let dossier = saying("Paspornya nomor C 765-4321 diambil.");
    let found = checked(&dossier, &[withheld("C7654321", Secret::Number)]);
    assert!(matches!(found, Err(DossierError::Withheld { page: 1, .. })), "{found:?}");
    let message = found.unwrap_err().to_string();
    assert!(!message.contains("765"), "{message}");
}

#[test]
fn a_withheld_name_in_a_bookmark_or_a_title_stops_it() {
    let mut dossier = saying("Apa saja");
    dossier.meta.title = Text::new("Berkas Budi Hartono", "id", Provenance::App);
    assert!(matches!(
        checked(&dossier, &[withheld("Budi Hartono", Secret::Name)]),
        Err(DossierError::Withheld { .. })
    ));
}

#[test]
fn what_an_allowed_value_or_a_word_says_is_no_leak() {
    let names = [withheld("Sri Wahyuni", Secret::Name), withheld("Kepolisian setempat", Secret::Name)];
    let said = |key: &str| {
        let mut dossier = full();
        let from = Provenance::Word(key.to_owned());
        dossier.blocks.push(Block::Paragraph(Text::new("Kepolisian setempat", "id", from)));
        dossier
    };
    checked(&said("profile-host-police"), &names).unwrap();
    // What only claims to be a word of the dictionary is one.
    assert!(matches!(checked(&said("dos-copy"), &names), Err(DossierError::Withheld { .. })));
    // The same name in free text alone is one.
    let alone = checked(&saying("Bersama Sri Wahyuni."), &names[..1]);
    assert!(matches!(alone, Err(DossierError::Withheld { .. })));
}

#[test]
fn ordinary_shared_words_do_not_block() {
    let ordinary =
        [withheld("Ali", Secret::Name), withheld("2023", Secret::Number), withheld("Kos", Secret::Name)];
    checked(&saying("Ali, 2023, Kos."), &ordinary).unwrap();
}

#[test]
fn a_file_that_says_something_else_than_the_model_is_seen() {
    let written = write(&saying("Dia di Poipet."), &Kind::Open).unwrap();
    let other = check(&saying("Dia di Manila."), &written, &Kind::Open, &allowed(), &[]);
    assert!(matches!(other, Err(DossierError::Differs { .. })));
    // The plan is of another model than the file.
    let mut forged = write(&saying("Dia di Manila."), &Kind::Open).unwrap();
    forged.bytes = written.bytes;
    let found = check(&saying("Dia di Manila."), &forged, &Kind::Open, &allowed(), &[]);
    assert_eq!(found, Err(DossierError::Differs { page: 1, part: "text" }));
}

#[test]
fn metadata_and_attachment_are_part_of_the_model() {
    let mut other = saying("Sama");
    other.meta.copy.number = 2;
    let written = write(&saying("Sama"), &Kind::Open).unwrap();
    let found = check(&other, &written, &Kind::Open, &allowed(), &[]);
    assert_eq!(found, Err(DossierError::Differs { page: 0, part: "attachment" }));
    other.meta.title = word("Judul lain");
    let found = check(&other, &written, &Kind::Open, &allowed(), &[]);
    assert_eq!(found, Err(DossierError::Differs { page: 0, part: "metadata" }));
}

#[test]
fn a_picture_needs_its_own_leave() {
    let mut dossier = saying("Apa saja");
    let from = Provenance::Answer { record: record(9), field: field("photo") };
    let figure = Figure::new(photo(9).image().clone(), word("Foto"), from);
    dossier.blocks.extend([Block::PageBreak, Block::Figure(figure)]);
    let refused = DossierError::NotAllowed { page: 2, record: record(9), field: field("photo") };
    assert_eq!(checked(&dossier, &[]), Err(refused));
}

#[test]
fn a_picture_that_is_not_the_answers_own_is_seen() {
    let from = Provenance::Answer { record: record(1), field: field("photo") };
    let mut dossier = saying("Apa saja");
    dossier.blocks.push(Block::Figure(Figure::new(photo(9).image().clone(), word("Foto"), from)));
    let refused = DossierError::NotAllowed { page: 1, record: record(1), field: field("photo") };
    assert_eq!(checked(&dossier, &[]), Err(refused), "somebody else's face under this name");
    // The file shows another picture than the model has.
    let of = |shade| {
        let mut dossier = saying("Apa saja");
        dossier.blocks.push(Block::Figure(photo(shade)));
        dossier
    };
    let mut forged = write(&of(30), &Kind::Open).unwrap();
    check(&of(30), &forged, &Kind::Open, &allowed(), &[]).unwrap();
    let image = |bytes: &[u8]| bytes.windows(3).position(|part| part == [0xFF, 0xD8, 0xFF]).unwrap();
    let at = image(&forged.bytes) + 700;
    forged.bytes[at] ^= 1;
    let found = check(&of(30), &forged, &Kind::Open, &allowed(), &[]);
    assert_eq!(found, Err(DossierError::Differs { page: 0, part: "pictures" }));
}

#[test]
fn nothing_is_allowed_by_default() {
    let allowed = Allowed::default();
    assert!(allowed.is_empty());
    let from = Provenance::Answer { record: record(1), field: field("full_name") };
    assert_eq!(allowed.freedom(&from), None);
    assert_eq!(allowed.freedom(&Provenance::App), Some(Freedom::Fixed));
}
