use super::{Laptop, writing::person};
use crate::{
    Desk, DeskError,
    views::{DossierInput, ReleaseInput},
};

fn order(records: &[&str], profile: &str, lang: &str) -> DossierInput {
    DossierInput {
        records: records.iter().map(|text| (*text).to_owned()).collect(),
        profile: profile.into(),
        lang: lang.into(),
        second_lang: None,
        recipient: None,
        reason: None,
        consent_override: None,
    }
}

fn sample(seed: u64) -> (Laptop, Desk) {
    let laptop = Laptop::new(seed);
    let mut desk = laptop.begin();
    desk.fill_sample().unwrap();
    (laptop, desk)
}

#[test]
fn the_police_dossier_in_khmer_leaves_out_who_did_not_consent() {
    let (laptop, mut desk) = sample(70);
    let preview = desk.dossier_prepare(&order(&["PNH-2026-RA01"], "host-police", "km")).unwrap();
    let left_out: Vec<&str> =
        preview.people.iter().filter(|one| !one.included).map(|one| one.why.as_str()).collect();
    assert_eq!(preview.people.len(), 27);
    assert_eq!(left_out, ["Left out: not asked for consent yet", "Left out: refused or withdrew consent"]);
    let png = desk.dossier_page(&preview.token, 1).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    let path = laptop.path("police.pdf");
    let plain = ReleaseInput { token: preview.token.clone(), encrypted: false, reason: None };
    assert!(matches!(desk.dossier_release(&plain, &path), Err(DeskError::ReasonNeeded)));
    assert!(!path.exists());
    let plain = ReleaseInput { reason: Some("printed for the meeting".into()), ..plain };
    let released = desk.dossier_release(&plain, &path).unwrap();
    assert_eq!((released.copy, released.passphrase), (1, None));
    assert_eq!(
        std::fs::metadata(&path).unwrap().len(),
        u64::from(preview.bytes),
        "the very bytes of the preview"
    );
    assert!(
        matches!(desk.dossier_release(&plain, &path), Err(DeskError::NoPreview)),
        "a preview leaves once"
    );
}

#[test]
fn an_override_admits_who_was_not_asked_and_never_who_refused() {
    let (_laptop, mut desk) = sample(71);
    let input = DossierInput {
        consent_override: Some("court order of today".into()),
        ..order(&["PNH-2026-RA01"], "host-police", "en")
    };
    let preview = desk.dossier_prepare(&input).unwrap();
    assert_eq!(preview.people.iter().filter(|one| !one.included).count(), 1);
}

#[test]
fn nobody_consenting_is_refused_with_the_way_out() {
    let laptop = Laptop::new(72);
    let mut desk = laptop.begin();
    let who = person(&mut desk, "Larasati");
    let refused = desk.dossier_prepare(&order(&[&who.to_string()], "shelter", "en")).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("no-consent", 5));
    assert!(matches!(desk.dossier_prepare(&order(&[], "shelter", "en")), Err(DeskError::Nobody)));
    assert!(matches!(
        desk.dossier_prepare(&order(&["PNH-2026-A0001"], "press", "en")),
        Err(DeskError::NoSuchProfile { .. })
    ));
}

#[test]
fn an_encrypted_copy_has_a_passphrase_and_nothing_readable() {
    let (laptop, mut desk) = sample(73);
    let preview = desk.dossier_prepare(&order(&["PNH-2026-A0003"], "shelter", "en")).unwrap();
    let path = laptop.path("shelter.pdf");
    let released = desk
        .dossier_release(&ReleaseInput { token: preview.token, encrypted: true, reason: None }, &path)
        .unwrap();
    assert!(released.passphrase.unwrap().split(' ').count() >= 5);
    let bytes = std::fs::read(&path).unwrap();
    assert!(!bytes.windows(8).any(|window| window == b"Melati K"));
}

#[test]
fn the_same_case_clock_and_copy_number_give_the_same_bytes() {
    let bytes = |seed: u64| {
        let (laptop, mut desk) = sample(seed);
        let preview = desk.dossier_prepare(&order(&["PNH-2026-RA02"], "embassy", "id")).unwrap();
        let path = laptop.path("embassy.pdf");
        let input = ReleaseInput { token: preview.token, encrypted: false, reason: Some("test".into()) };
        desk.dossier_release(&input, &path).unwrap();
        std::fs::read(path).unwrap()
    };
    assert!(bytes(74) == bytes(74));
}
