//! Invented cases for every recipient, in every language, against the table of the design written down once more. Every value
//! is a word of its own: one that is in the file and not allowed there is a leak, whoever let it through.

mod cases;
mod dossiers;
mod notices;
mod table;

use super::{Print, Request, Warrant};
use crate::{
    compose::{Annex, AnnexContent, CaseFile, Composed, Notice, Order, PersonFile, compose},
    model::{
        Figure, Provenance, Text,
        fixtures::{at, field, photo, record as id},
    },
};
use cases::{Case, PROFILES, Planted, build};
use casework::{
    disclosure::Allowance, form::Forms, private::Private, profile::Profile, record::Record, words::Words,
};
use std::sync::Arc;

/// A file on record: whose answer it is, and the very bytes.
struct OnFile {
    of: Planted,
    image: Arc<[u8]>,
}

impl OnFile {
    fn from(&self) -> Provenance {
        Provenance::Answer { record: self.of.record, field: field(&self.of.field) }
    }

    fn figure(&self, from: Provenance) -> Figure {
        Figure::new(self.image.clone(), Text::app("."), from)
    }
}

struct Tried {
    composed: Composed,
    warrant: Warrant,
    planted: Vec<Planted>,
    files: Vec<OnFile>,
}

fn tried(case: &Case) -> Option<Tried> {
    tried_as(case, &|_| None)
}

fn tried_as(case: &Case, notice: &dyn Fn(&[Planted]) -> Option<Notice>) -> Option<Tried> {
    let forms = Forms::shipped().unwrap();
    let profiles = Profile::shipped(&forms).unwrap();
    let profile = profiles.iter().find(|one| one.id == PROFILES[case.profile]).unwrap();
    let (records, planted) = build(case, &forms);
    let (files, planted): (Vec<_>, Vec<_>) = planted.into_iter().partition(|one| one.word.is_empty());
    let shaded = |(shade, of): (usize, Planted)| {
        let image = photo(u8::try_from(10 + shade * 11).unwrap()).image().clone();
        OnFile { of, image }
    };
    let files: Vec<OnFile> = files.into_iter().enumerate().map(shaded).collect();
    let print = |file: &OnFile| Print {
        record: file.of.record,
        field: field(&file.of.field),
        sha256: file.figure(Provenance::App).sha256().to_owned(),
    };
    let prints: Vec<Print> = files.iter().map(print).collect();
    let annex = |file: &OnFile| Annex {
        document: file.of.record,
        field: field(&file.of.field),
        sha256: "ab".repeat(32),
        content: AnnexContent::Pages {
            pictures: vec![file.image.clone()],
            original: Some((file.image.clone(), "application/pdf")),
            words: Private::new(String::new()),
        },
    };
    let consents: Vec<&Record> = records.iter().filter(|record| record.kind == "consent").collect();
    let ids = [id(1), id(2), id(3)];
    let people = ids.map(|person| PersonFile {
        id: person,
        allowance: Allowance::of(person, profile, &consents, &forms, case.overridden),
        photo: files.iter().find(|file| file.of.record == person).map(|file| file.image.clone()),
    });
    let notice = notice(&planted);
    if notice.is_none() && !people.iter().any(|one| one.allowance.admission.is_in()) {
        return None;
    }
    let file = CaseFile { forms: &forms, people: people.to_vec(), records: &records };
    let order = Order {
        reference: "PNH-2023-RA07".to_owned(),
        recipient: "Recipient".to_owned(),
        recipient_record: None,
        flight: None,
        copy: 1,
        copies: 1,
        made_at: at(),
        valid_until: "2026".to_owned(),
        override_reason: case.overridden.then(|| "urgent".to_owned()),
        training: false,
        annexes: files.iter().filter(|file| file.of.kind != "person").map(annex).collect(),
        stamp: None,
        sheet: None,
        notice,
    };
    let words = Words::new(case.lang);
    let composed = compose(&file, profile, &words, None, &order);
    let request = Request {
        forms: &forms,
        profile,
        records: &records,
        people: &ids,
        recipient: None,
        flight: None,
        overridden: case.overridden,
        reference: "PNH-2023-RA07",
        prints: &prints,
    };
    Some(Tried { composed, warrant: Warrant::of(&request, &words), planted, files })
}
