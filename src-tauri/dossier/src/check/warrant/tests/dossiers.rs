//! Dossiers about invented cases: what may leave is in them, nothing else is, and what is planted afterwards is caught.

use super::{
    OnFile, Tried,
    cases::{PROFILES, Planted, case},
    table::design_allows,
    tried,
};
use crate::{
    DossierError, Kind,
    check::{check_by, read::read},
    model::{Attached, Block, Pictured, Provenance, Text, fixtures::field},
    write,
};
use casework::private::Private;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_the_design_withholds_is_in_the_file_and_planted_leaks_are_caught(case in case(), pick in any::<prop::sample::Index>()) {
        let Some(Tried { mut composed, warrant, planted, files }) = tried(&case) else { return Ok(()) };
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        let passed = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
        prop_assert!(passed.is_ok(), "{passed:?}");
        let reading = read(&written.bytes, "").unwrap();
        let mut said: String = reading.pages.iter().flatten().map(String::as_str).collect();
        said.push_str(&String::from_utf8_lossy(&reading.attachments.concat()));
        let squeezed: String = said.chars().filter(|c| !c.is_whitespace()).collect();
        for one in &planted {
            let allowed = design_allows(&case, one);
            let there = squeezed.contains(&one.word);
            prop_assert!(allowed || !there, "{} lets out {}.{}", PROFILES[case.profile], one.kind, one.field);
            if one.kind == "person" && one.field == "full_name" && allowed {
                prop_assert!(there, "a name that may be there is not");
            }
        }
        let registers = matches!(PROFILES[case.profile], "embassy" | "host-police" | "home-police");
        for file in &files {
            let digest = crate::write::picture_digest(&file.image).unwrap();
            let there = reading.images.contains(&digest)
                || reading.attachments.iter().any(|attached| **attached == *file.image);
            let allowed = design_allows(&case, &file.of) && (file.of.kind == "person" || registers);
            prop_assert_eq!(there, allowed, "{} and {}.{}", PROFILES[case.profile], file.of.kind, file.of.field);
        }
        // Now with pictures that may not leave: under their own name, passed off as another's, and as files that go along.
        let not: Vec<&OnFile> = files.iter().filter(|file| !design_allows(&case, &file.of)).collect();
        let may: Vec<&OnFile> = files.iter().filter(|file| design_allows(&case, &file.of)).collect();
        if !not.is_empty() {
            let leak = pick.get(&not);
            let mut names = vec![leak.from()];
            names.extend((!may.is_empty()).then(|| pick.get(&may).from()));
            for from in names {
                composed.dossier.blocks.push(Block::Figure(leak.figure(from.clone())));
                let written = write(&composed.dossier, &Kind::Open).unwrap();
                let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
                prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
                composed.dossier.blocks.pop();
                let name = "annex-999.pdf".to_owned();
                composed.dossier.attached.push(Attached::new(name, "application/pdf".to_owned(), leak.image.clone(), from.clone()));
                composed.dossier.pictured.push(Pictured { from, words: Private::new(String::new()) });
                let written = write(&composed.dossier, &Kind::Open).unwrap();
                let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
                prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
                composed.dossier.attached.pop();
                composed.dossier.pictured.pop();
            }
        }
        // Now with a leak, as if the composing had been at fault: under its own name, and passed off as the app's words.
        let hidden: Vec<&Planted> = planted.iter().filter(|one| !design_allows(&case, one)).collect();
        if hidden.is_empty() {
            return Ok(());
        }
        let leak = pick.get(&hidden);
        let from = Provenance::Answer { record: leak.record, field: field(&leak.field) };
        composed.dossier.blocks.push(Block::Paragraph(Text::new(&leak.word, "zxx", from)));
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
        prop_assert!(matches!(caught, Err(DossierError::NotAllowed { .. })), "{caught:?}");
        composed.dossier.blocks.pop();
        let distinctive: Vec<&Planted> = hidden.into_iter().filter(|one| warrant.withheld.iter().any(|w| w.value.reveal() == &one.word)).collect();
        if !distinctive.is_empty() {
            let leak = pick.get(&distinctive);
            composed.dossier.blocks.push(Block::Paragraph(Text::new(format!("said {} once", leak.word), "zxx", Provenance::Word("dos-test".to_owned()))));
            let written = write(&composed.dossier, &Kind::Open).unwrap();
            let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
            prop_assert!(matches!(caught, Err(DossierError::Withheld { .. })), "{caught:?}");
            // The same in the words of an annex that is shown as pictures.
            composed.dossier.blocks.pop();
            let words = Private::new(format!("letter about {}, signed", leak.word));
            composed.dossier.pictured.push(Pictured { from: Provenance::App, words });
            let written = write(&composed.dossier, &Kind::Open).unwrap();
            let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
            prop_assert!(matches!(caught, Err(DossierError::Withheld { .. })), "{caught:?}");
        }
    }
}
