//! Notices about invented copies, by the same cases and the same table as dossiers: what is withdrawn, erased or not allowed
//! today is in none of them, and a notice that leaks is caught.

use super::{
    Tried,
    cases::{Planted, case},
    table::design_allows,
    tried_as,
};
use crate::{
    DossierError, Kind,
    check::{check_by, read::read},
    compose::{Change, Notice, Said},
    model::{Block, Provenance, Text, fixtures::field},
    write,
};
use casework::ids::KindId;
use proptest::prelude::*;

fn said(at: usize) -> Said {
    [Said::Corrected, Said::Withdrawn, Said::Erased][at % 3]
}

fn notice(planted: &[Planted]) -> Option<Notice> {
    let change = |(at, one): (usize, &Planted)| Change {
        record: one.record,
        kind: KindId::new(one.kind.as_str()).unwrap(),
        field: field(&one.field),
        places: one.subjects.iter().map(|person| person + 1).collect(),
        said: said(at),
    };
    Some(Notice {
        copy: 12,
        code: "7Q2M-09XC-ABCD-EFGH".to_owned(),
        left_on: "5 September 2023".to_owned(),
        people: 3,
        changes: planted.iter().enumerate().map(change).collect(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_notice_holds_nothing_withdrawn_erased_or_withheld_and_planted_leaks_are_caught(
        case in case(),
        pick in any::<prop::sample::Index>(),
    ) {
        let Some(Tried { mut composed, warrant, planted, .. }) = tried_as(&case, &notice) else { return Ok(()) };
        let written = write(&composed.dossier, &Kind::Open).unwrap();
        let passed = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
        prop_assert!(passed.is_ok(), "{passed:?}");
        let reading = read(&written.bytes, "").unwrap();
        let mut text: String = reading.pages.iter().flatten().map(String::as_str).collect();
        text.push_str(&String::from_utf8_lossy(&reading.attachments.concat()));
        let squeezed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for (at, one) in planted.iter().enumerate() {
            let may = said(at) == Said::Corrected && design_allows(&case, one);
            prop_assert!(may || !squeezed.contains(&one.word), "{:?} {}.{} is told", said(at), one.kind, one.field);
        }
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
        let distinctive = |one: &&Planted| warrant.withheld.iter().any(|held| held.value.reveal() == &one.word);
        if let Some(leak) = hidden.into_iter().find(distinctive) {
            composed.dossier.blocks.push(Block::Paragraph(Text::app(format!("withdrawn: {}", leak.word))));
            let written = write(&composed.dossier, &Kind::Open).unwrap();
            let caught = check_by(&warrant, &composed.dossier, &written, &Kind::Open);
            prop_assert!(matches!(caught, Err(DossierError::Withheld { .. })), "{caught:?}");
        }
    }
}
