use super::{
    Laptop,
    annexes::{add, consenting},
    answers::typed,
    fresh,
    writing::person,
};
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
fn what_changed_after_the_preview_keeps_the_copy_in_and_what_others_say_does_not() {
    let laptop = Laptop::new(75);
    let mut desk = laptop.begin();
    let sekar = consenting(&mut desk, "Sekar Arumdalu", &["shelter"]);
    let galih = consenting(&mut desk, "Galih Pamungkas", &["shelter"]);
    let of_sekar = order(&[&sekar.to_string()], "shelter", "en");
    let preview = desk.dossier_prepare(&of_sekar).unwrap();
    let withdrawn = [("recipient", "shelter"), ("outcome", "withdrawn"), ("answered_on", "2 July 2026")];
    add(&mut desk, "consent", &[sekar], &withdrawn);

    let path = laptop.path("shelter.pdf");
    for wrap in [crate::Wrap::Plain, crate::Wrap::Drawn] {
        let refused = desk.dossier_release_as(&preview.token, &wrap, Some("test"), &path).unwrap_err();
        assert_eq!((refused.code(), refused.exit_code()), ("preview-old", 5));
    }
    let mut printed = false;
    let refused = desk.dossier_print(&preview.token, Some("test"), &mut |_| {
        printed = true;
        Ok(())
    });
    assert!(matches!(refused, Err(DeskError::PreviewOld)));
    assert_eq!((printed, path.exists(), desk.ledger().unwrap().len()), (false, false, 0));
    assert!(matches!(desk.dossier_prepare(&of_sekar), Err(DeskError::NoConsent)));

    let preview = desk.dossier_prepare(&order(&[&galih.to_string()], "shelter", "en")).unwrap();
    add(&mut desk, "note", &[sekar], &[("text", "Called at noon")]);
    desk.dossier_release_as(&preview.token, &crate::Wrap::Plain, Some("test"), &path).unwrap();
    assert!(path.exists());
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
        let bytes = std::fs::read(path).unwrap();
        // Each vault has keys of its own, and they sign.
        let mark = bytes.windows(17).position(|window| window == b"PULANG-SIGNATURE ").unwrap();
        let end = mark + bytes[mark..].iter().position(|byte| *byte == b'\n').unwrap();
        [&bytes[..mark], &bytes[end..]].concat()
    };
    assert!(bytes(74) == bytes(74));
}

fn let_out(
    laptop: &Laptop,
    desk: &mut Desk,
    of: &str,
    profile: &str,
    wrap: &crate::Wrap,
) -> (std::path::PathBuf, crate::views::Released) {
    let preview = desk.dossier_prepare(&order(&[of], profile, "en")).unwrap();
    let path = laptop.path(&format!("{profile}-{}.pdf", preview.copy));
    let released = desk.dossier_release_as(&preview.token, wrap, Some("handover"), &path).unwrap();
    (path, released)
}

#[test]
fn a_copy_says_who_made_it_and_one_changed_byte_is_seen() {
    let (laptop, mut desk) = sample(80);
    for wrap in [crate::Wrap::Plain, crate::Wrap::Drawn] {
        let (path, released) = let_out(&laptop, &mut desk, "PNH-2026-A0003", "shelter", &wrap);
        let bytes = std::fs::read(&path).unwrap();
        let view = desk.verify_file(&bytes).unwrap();
        assert_eq!((view.known, view.office.as_str(), view.code), (true, "PNH", released.code));
        assert_eq!(view.copy, released.copy);
        let mut altered = bytes.clone();
        let middle = altered.len() / 2;
        altered[middle] ^= 1;
        assert!(matches!(desk.verify_file(&altered), Err(DeskError::Altered)));
        // Another laptop that has never met this one: the signature holds, and nobody vouches for the name.
        let stranger = Laptop::new(81).begin();
        assert!(!stranger.verify_file(&bytes).unwrap().known);
    }
    assert!(matches!(desk.verify_file(b"%PDF-1.7 from elsewhere"), Err(DeskError::NotSigned)));
}

#[test]
fn a_copy_sealed_to_a_key_opens_with_that_key_alone() {
    let (laptop, mut desk) = sample(82);
    let key = vault::SealingKey::generate().unwrap();
    let wrap = crate::Wrap::Keys(vec![format!("# the shelter's key\n{}\n", key.public().unwrap())]);
    let (path, _) = let_out(&laptop, &mut desk, "PNH-2026-A0003", "shelter", &wrap);
    let sealed = std::fs::read(&path).unwrap();
    assert!(sealed.starts_with(b"age-encryption.org/v1"));
    let plain = vault::envelope::open(&key, &sealed, 100_000_000).unwrap();
    assert!(desk.verify_file(&plain).unwrap().known);
    let preview = desk.dossier_prepare(&order(&["PNH-2026-A0003"], "shelter", "en")).unwrap();
    let bad = crate::Wrap::Keys(vec!["AGE-SECRET-KEY-NOT-ONE".to_owned()]);
    let refused = desk.dossier_release_as(&preview.token, &bad, None, &laptop.path("bad.pdf")).unwrap_err();
    assert_eq!((refused.code(), refused.exit_code()), ("bad-key", 4));
    let weak = crate::Wrap::chosen("12345");
    assert!(desk.dossier_release_as(&preview.token, &weak, None, &laptop.path("bad.pdf")).is_err());
    assert!(!laptop.path("bad.pdf").exists());
}

fn take(desk: &mut Desk, file: &[u8]) -> Result<crate::views::AnswerTaken, DeskError> {
    let deed = fresh(desk);
    desk.take_receipt(file, &deed)
}

#[test]
fn the_ledger_knows_who_holds_what_and_what_they_answered() {
    let (laptop, mut desk) = sample(83);
    let (path, released) = let_out(&laptop, &mut desk, "PNH-2026-A0003", "shelter", &crate::Wrap::Plain);
    assert_eq!(desk.who_has("PNH-2026-A0003", Some("full_name")).unwrap().len(), 1);
    assert!(desk.who_has("PNH-2026-A0003", Some("acts_compelled")).unwrap().is_empty());
    assert!(desk.who_has("PNH-2026-A0004", None).unwrap().is_empty());
    assert!(matches!(desk.who_has("PNH-2026-A0003", Some("shoe_size")), Err(DeskError::NoSuchField)));
    assert!(matches!(
        desk.type_receipt(&typed(&desk, &released.code, "refused", " ")),
        Err(DeskError::ReasonNeeded)
    ));
    assert!(matches!(
        desk.type_receipt(&typed(&desk, "0000-0000", "accepted", "")),
        Err(DeskError::NoSuchCopy)
    ));
    let question = typed(&desk, &released.code.to_lowercase(), "question", "Which bed?");
    let line = desk.type_receipt(&question).unwrap().line;
    assert_eq!(line.receipts.len(), 1);
    // The shelter's own laptop answers by a signed file: believed once it is trusted, and never when it was changed.
    let mut theirs = Laptop::new(84).begin();
    let receipt = laptop.path("answer.json");
    theirs.answer_dossier(&std::fs::read(&path).unwrap(), "accepted", "", "", &receipt).unwrap();
    let answer = std::fs::read(&receipt).unwrap();
    assert!(matches!(take(&mut desk, &answer), Err(DeskError::NotTrusted)));
    desk.trust(&theirs.laptop().unwrap().card, false).unwrap();
    let forged = String::from_utf8(answer.clone()).unwrap().replace("accepted", "refused ").into_bytes();
    assert!(matches!(take(&mut desk, &forged), Err(DeskError::Altered)));
    let line = take(&mut desk, &answer).unwrap().line;
    assert_eq!(
        line.receipts.iter().map(|one| one.answer.as_str()).collect::<Vec<_>>(),
        ["question", "accepted"]
    );
    assert!(matches!(take(&mut desk, &answer), Err(DeskError::AnsweredAlready)), "taken twice, kept once");
    assert_eq!(desk.ledger().unwrap()[0].receipts.len(), 2);
}

#[test]
fn printing_sends_the_very_bytes_and_is_in_the_ledger_before() {
    let (_laptop, mut desk) = sample(85);
    let preview = desk.dossier_prepare(&order(&["PNH-2026-A0003"], "shelter", "km")).unwrap();
    let mut sent = 0;
    let mut printer = |bytes: &[u8]| {
        sent = bytes.len();
        Ok(())
    };
    assert!(matches!(desk.dossier_print(&preview.token, None, &mut printer), Err(DeskError::ReasonNeeded)));
    desk.dossier_print(&preview.token, Some("signing at the shelter"), &mut printer).unwrap();
    assert_eq!(u32::try_from(sent).unwrap(), preview.bytes);
    let preview = desk.dossier_prepare(&order(&["PNH-2026-A0003"], "shelter", "km")).unwrap();
    let mut broken = |_: &[u8]| Err(std::io::Error::other("no paper"));
    assert!(matches!(
        desk.dossier_print(&preview.token, Some("again"), &mut broken),
        Err(DeskError::NoPrinter)
    ));
    assert_eq!(desk.ledger().unwrap().len(), 2, "it may have left");
}

#[test]
fn each_sheet_passes_the_same_rule_and_leaves_by_the_ledger() {
    let (laptop, mut desk) = sample(86);
    for (sheet, of) in
        [("roster", "PNH-2026-A0003"), ("expenses", "PNH-2026-RA02"), ("statement", "PNH-2026-A0003")]
    {
        let preview = desk.sheet_prepare(&order(&[of], "", "km"), sheet).unwrap();
        let path = laptop.path(&format!("{sheet}.pdf"));
        desk.dossier_release_as(&preview.token, &crate::Wrap::Plain, Some("signing"), &path).unwrap();
        let bytes = std::fs::read(&path).unwrap();
        assert!(desk.verify_file(&bytes).unwrap().known, "{sheet}");
    }
    assert_eq!(desk.ledger().unwrap().len(), 3);
    assert!(matches!(
        desk.sheet_prepare(&order(&["PNH-2026-A0003"], "", "en"), "menu"),
        Err(DeskError::WrongUse)
    ));
    // The case's people consented to the airline; somebody who did not needs an override with its reason.
    assert_eq!(desk.sheet_prepare(&order(&["PNH-2026-A0003"], "", "en"), "manifest").unwrap().pages, 1);
    let unasked = super::writing::person(&mut desk, "Larasati").to_string();
    let refused = desk.sheet_prepare(&order(&[&unasked], "", "en"), "manifest");
    assert!(matches!(refused, Err(DeskError::NoConsent)));
    let input =
        DossierInput { consent_override: Some("flight tonight".into()), ..order(&[&unasked], "", "en") };
    assert_eq!(desk.sheet_prepare(&input, "manifest").unwrap().pages, 1);
}
