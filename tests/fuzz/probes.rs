//! What is done with bytes from elsewhere, target by target: each reads them as the app does, under small limits so that many
//! a second are read, and holds what was understood against a second reading. Shared by libFuzzer (`cargo xtask fuzz`) and by
//! `cargo verify`, which replays the seeds and a few thousand changes of them.

use std::io::Read as _;
use std::sync::LazyLock;

use casework::answer::Answer;
use casework::form::{Field, FieldKind, Form, Forms};
use casework::values::{Country, Mrz, Typing, Value};
use casework::words::{Lang, Words};
use paperwork::htcds::Codes;
use paperwork::{Limits, roster};
use vault::attachment::{FileKey, NameKey};

/// Every target.
pub(crate) const TARGETS: &[&str] =
    &["slot", "bundle", "attachment", "roster", "mrz", "image", "pdf", "card"];

/// Puts the target to `bytes`; false when there is no target of that name. It panics when it found something.
pub(crate) fn probe(target: &str, bytes: &[u8]) -> bool {
    match target {
        "slot" => slot(bytes),
        "bundle" => bundle(bytes),
        "attachment" => attachment(bytes),
        "roster" => list(bytes),
        "mrz" => mrz(bytes),
        "image" => image(bytes),
        "pdf" => pdf(bytes),
        "card" => card(bytes),
        _ => return false,
    }
    true
}

/// A kit of sealed keys: as it is, and with the right checksums around it and around its last slot, which a mutated file has
/// once in 2^128.
fn slot(bytes: &[u8]) {
    let _kit = vault::kit::Kit::from_bytes(bytes);
    let framed = |magic: &[u8], body: &[u8]| {
        let mut file = [magic, &1_u16.to_le_bytes(), body].concat();
        let sum = *blake3::hash(&file).as_bytes();
        file.extend_from_slice(&sum[..16]);
        file
    };
    let _kit = vault::kit::Kit::from_bytes(&framed(b"PLGKIT", bytes));
    let slot = framed(b"PLGSLT", bytes);
    let Ok(length) = u16::try_from(slot.len()) else { return };
    let id = bytes.get(..16).unwrap_or(&[0; 16]);
    // No data key, and one slot.
    let mut body = [[7; 16].as_slice(), &[0; 4], &[1, 0], id].concat();
    body.extend_from_slice(&length.to_le_bytes());
    body.extend_from_slice(&slot);
    if let Ok(kit) = vault::kit::Kit::from_bytes(&framed(b"PLGKIT", &body)) {
        let again = kit.to_bytes().and_then(|bytes| vault::kit::Kit::from_bytes(&bytes));
        assert!(again.is_ok(), "a kit reads as it was written");
    }
}

/// The content of a bundle, behind its seal and signature.
fn bundle(bytes: &[u8]) {
    let _read = exchange::probe::behind_the_seal(bytes);
}

/// A file is sealed, then changed as the first bytes say: it is given back as it was, or refused.
fn attachment(bytes: &[u8]) {
    let (key, names) = (FileKey::from_bytes([3; 32]), NameKey::from_bytes([4; 32]));
    let mut read = Vec::new();
    let _raw = vault::attachment::open(bytes, &key).is_ok_and(|mut file| file.read_to_end(&mut read).is_ok());
    let Some((head, content)) = bytes.split_first_chunk::<8>() else { return };
    let [how, byte, low, high, more, times, ..] = *head;
    // Long enough for several chunks from a short input.
    let content = content.repeat(1 + usize::from(times));
    let mut sealed = Vec::new();
    if vault::attachment::seal(content.as_slice(), &mut sealed, &key, &names).is_err() {
        return;
    }
    let whole = sealed.clone();
    let at = (usize::from(low) | usize::from(high) << 8 | usize::from(more) << 16) % sealed.len();
    match how % 6 {
        0 => {}
        1 => sealed.truncate(at),
        2 => sealed[at] ^= byte,
        3 => sealed.insert(at, byte),
        4 => drop(sealed.remove(at)),
        _ => sealed.extend_from_within(at..),
    }
    let mut read = Vec::new();
    let opened = vault::attachment::open(sealed.as_slice(), &key)
        .is_ok_and(|mut file| file.read_to_end(&mut read).is_ok());
    assert_eq!(opened, sealed == whole, "what was changed is refused, what was not is opened");
    assert!(content.starts_with(&read), "no byte is given that was not sealed");
}

/// A list, read as another system's, proposed and previewed.
fn list(bytes: &[u8]) {
    let Some((how, file)) = bytes.split_first() else { return };
    let name = ["list.csv", "list.xlsx", "list.ods", "list.txt"][usize::from(how % 4)];
    let Ok(grid) = paperwork::read(file, name, &small()) else { return };
    let (Some(person), Some(paper)) = (FORMS.named("person"), FORMS.named("travel-document")) else { return };
    // A file of another system has the same kinds and other titles.
    let _foreign = CODES.translate(&grid, &[person, paper]);
    let proposal = roster::propose(&grid, person, &[paper], &[&WORDS], None);
    let taken = roster::preview(
        &grid,
        &proposal.mapping,
        person,
        &[paper],
        &typing(),
        &WORDS,
        &roster::Answers::default(),
    );
    if let Ok(preview) = taken {
        assert_eq!(preview.rows.len(), proposal.people, "every person that was announced is shown");
    }
}

/// The machine-readable lines of a passport, typed or scanned.
fn mrz(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some(field) = MRZ.as_ref() else { return };
    if let Ok(Answer::Known(Value::Mrz(read))) = Value::parse(field, &text, &typing()) {
        let canonical = read.canonical();
        let again = Mrz::read(&canonical);
        assert!(again.is_ok_and(|again| again.canonical() == canonical), "it reads as it was written");
        let today = typing().today;
        let _said = (read.birth_date(today), read.expiry(today), read.sex(), read.whole_name());
    }
    let _strict = Mrz::read(&text).is_ok();
}

/// A picture, looked at and written anew.
fn image(bytes: &[u8]) {
    let limits = small();
    let _kind = paperwork::files::recognise(bytes, "a.jpg", &limits);
    let small = paperwork::files::preview(bytes, &limits);
    let clean = paperwork::files::stripped(bytes, &limits);
    assert_eq!(small.is_ok(), clean.is_ok(), "what is drawn once is drawn twice");
}

/// A PDF that somebody handed in, its pages counted, the first one drawn, and its words read.
fn pdf(bytes: &[u8]) {
    if dossier::picture::page_count(bytes).is_ok_and(|pages| pages > 0) {
        let _page = dossier::picture::page_png(bytes, 1, 0.1);
        let _words = dossier::check::words_of(bytes);
    }
}

/// The papers by which laptops know each other, as text and as bytes: what is understood is written as it was read.
fn card(bytes: &[u8]) {
    if let Ok(read) = exchange::Certificate::from_bytes(bytes) {
        assert_eq!(read.to_bytes(), bytes, "a certificate is written as it was read");
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(read) = exchange::Card::parse(&text) {
        assert!(exchange::Card::parse(&read.to_text()).is_ok(), "a card reads as it was written");
    }
    let _paper = (exchange::Request::parse(&text).is_ok(), exchange::Answer::parse(&text).is_ok());
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| Forms::shipped().unwrap());
static CODES: LazyLock<Codes> = LazyLock::new(|| Codes::shipped().unwrap());
static WORDS: LazyLock<Words> = LazyLock::new(|| Words::new(Lang::Id));
static MRZ: LazyLock<Option<Field>> = LazyLock::new(|| {
    let form: &Form = FORMS.named("travel-document")?;
    form.fields.iter().find(|field| field.kind == FieldKind::Mrz).cloned()
});

fn small() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        expanded_bytes: 4 << 20,
        picture_side: 512,
        picture_bytes: 1 << 20,
        ..Limits::default()
    }
}

fn typing() -> Typing {
    Typing {
        lang: Lang::Id,
        date_order: None,
        today: chrono::NaiveDate::from_ymd_opt(2023, 10, 5).unwrap(),
        zone: chrono_tz::Asia::Phnom_Penh,
        home: Country::read("ID").unwrap(),
        host: Country::read("KH").unwrap(),
    }
}
