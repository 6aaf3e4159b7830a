//! What goes along with a dossier besides words: photographs of people, and annexes. Owns which bytes stand for which answer;
//! refuses a file whose words name what the recipient may not have, and never drops one without saying so.

use crate::{
    Desk,
    drawing::{Asked, Undrawn},
    failure::DeskError,
    show::link,
    views::DossierAnnex,
};
use casework::{
    form::FieldKind,
    ids::{FieldId, RecordId},
    private::Private,
    profile::Profile,
    record::Record,
};
use dossier::{
    check::{self, Print, Warrant},
    compose::{Annex, AnnexContent},
    model::{Dossier, Provenance},
};
use paperwork::{Limits, pictures};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// A PDF of more pages than this is not drawn.
const PAGES: usize = 60;
/// More pages than this are not drawn for one dossier.
const ALL_PAGES: usize = 240;
/// How large a page is drawn: 150 pixels to the inch.
const SCALE: f32 = 150.0 / 72.0;

/// What came of the files of a case.
pub(super) struct Annexed {
    /// Those that go along, or stand in the register.
    pub(super) annexes: Vec<Annex>,
    /// Each file with whether it goes along, for the officer.
    pub(super) shown: Vec<DossierAnnex>,
    /// The very bytes of what goes along.
    pub(super) prints: Vec<Print>,
}

impl Desk {
    /// The photograph of a person as the vault's small picture: written anew, without what a camera wrote, and as large as the
    /// frame on the page at 200 pixels to the inch. None for a person without a photograph that can be shown.
    pub(super) fn portrait(&self, person: &Record) -> Result<Option<Arc<[u8]>>, DeskError> {
        let Some(digest) = person.first("photo") else { return Ok(None) };
        Ok(self.register.attachment(digest)?.and_then(|file| file.thumbnail).map(Arc::from))
    }

    /// The bytes that each person's photograph stands for, asked of the vault by the records alone.
    pub(super) fn portrait_prints(&self, records: &[Record]) -> Result<Vec<Print>, DeskError> {
        let mut prints = Vec::new();
        for record in records.iter().filter(|record| record.kind == "person") {
            let field = FieldId::new("photo").map_err(|_| DeskError::Fault("photo"))?;
            for digest in record.all("photo") {
                let small = self.register.attachment(digest)?.and_then(|file| file.thumbnail);
                prints.extend(small.map(|bytes| print(record.id, &field, &bytes)));
            }
        }
        Ok(prints)
    }

    /// Every file that the recipient may have, drawn; and those that the profile would show but that are also about somebody
    /// else.
    pub(super) fn annexes(
        &self,
        profile: &Profile,
        records: &[Record],
        warrant: &Warrant,
    ) -> Result<Annexed, DeskError> {
        let mut all = Annexed { annexes: Vec::new(), shown: Vec::new(), prints: Vec::new() };
        if !profile.annex_register {
            return Ok(all);
        }
        let mut drawn = 0;
        for record in records.iter().filter(|record| record.kind != "person" && record.kind != "consent") {
            let form = self.house.form_of(&record.kind)?;
            let files = form.fields.iter().filter(|field| field.kind == FieldKind::File);
            for field in files.filter(|field| profile.shows(&record.kind, field).is_some()) {
                let Some(digest) = record.first(field.id.as_str()) else { continue };
                let from = Provenance::Answer { record: record.id, field: field.id.clone() };
                if warrant.allowed.freedom(&from).is_none() {
                    all.shown.push(self.annex_view(record, 0, Some("annex-others")));
                    continue;
                }
                let content = self.draw(digest, ALL_PAGES.saturating_sub(drawn))?;
                if let AnnexContent::Pages { pictures, original, .. } = &content {
                    drawn += pictures.len();
                    let bytes = pictures.iter().chain(original.iter().map(|(bytes, _)| bytes));
                    all.prints.extend(bytes.map(|bytes| print(record.id, &field.id, bytes)));
                }
                let (pages, why) = match &content {
                    AnnexContent::Pages { pictures, .. } => (pictures.len(), None),
                    AnnexContent::Unseen(why) => (0, Some(*why)),
                };
                all.shown.push(self.annex_view(record, pages, why));
                let field = field.id.clone();
                all.annexes.push(Annex { document: record.id, field, sha256: digest.to_owned(), content });
            }
        }
        Ok(all)
    }

    /// Takes out every annex whose own words hold what the recipient may not have; true when there was one.
    pub(super) fn without_others(&self, all: &mut Annexed, warrant: &Warrant, dossier: &Dossier) -> bool {
        let tells = |annex: &Annex| match &annex.content {
            AnnexContent::Pages { words, .. } => check::tells_of_others(warrant, dossier, words.reveal()),
            AnnexContent::Unseen(_) => false,
        };
        let before = all.annexes.len();
        let telling: Vec<RecordId> =
            all.annexes.iter().filter(|annex| tells(annex)).map(|annex| annex.document).collect();
        all.annexes.retain(|annex| !telling.contains(&annex.document));
        for one in
            all.shown.iter_mut().filter(|one| telling.iter().any(|id| one.document.id == id.to_string()))
        {
            one.included = false;
            one.pages = 0;
            self.words().get("annex-names-others").into_owned().clone_into(&mut one.why);
        }
        all.annexes.len() < before
    }

    /// A file as pictures of its pages.
    fn draw(&self, digest: &str, room: usize) -> Result<AnnexContent, DeskError> {
        let (known, bytes) = match self.file(digest) {
            Ok(found) => found,
            Err(DeskError::FileElsewhere) => return Ok(AnnexContent::Unseen("annex-elsewhere")),
            Err(other) => return Err(other),
        };
        if known.media_type != "application/pdf" {
            if !paperwork::files::can_be_drawn(&bytes) {
                return Ok(AnnexContent::Unseen("annex-kind"));
            }
            return Ok(match self.foreign(&bytes, Asked::Print) {
                Ok(_) if room == 0 => AnnexContent::Unseen("annex-too-long"),
                Ok(picture) => AnnexContent::Pages {
                    pictures: vec![picture.into()],
                    original: None,
                    words: Private::new(String::new()),
                },
                Err(why) => AnnexContent::Unseen(unseen(why)),
            });
        }
        let pages = match self.foreign(&bytes, Asked::PageCount).map(|said| number(&said)) {
            Ok(pages) if pages > PAGES.min(room) => return Ok(AnnexContent::Unseen("annex-too-long")),
            Ok(0) => return Ok(AnnexContent::Unseen("annex-damaged")),
            Ok(pages) => pages,
            Err(why) => return Ok(AnnexContent::Unseen(unseen(why))),
        };
        let mut pictures = Vec::with_capacity(pages);
        for page in 1..=pages {
            let page = u32::try_from(page).unwrap_or(u32::MAX);
            let drawn = self.foreign(&bytes, Asked::Page { page, scale: SCALE });
            let png = match drawn {
                Ok(png) => png,
                Err(why) => return Ok(AnnexContent::Unseen(unseen(why))),
            };
            match pictures::printable(&png, &Limits::default()) {
                Ok(Some(picture)) => pictures.push(Arc::from(picture)),
                _ => return Ok(AnnexContent::Unseen("annex-damaged")),
            }
        }
        let words = match self.foreign(&bytes, Asked::Words).map(String::from_utf8) {
            Ok(Ok(words)) => words,
            Ok(Err(_)) => return Ok(AnnexContent::Unseen("annex-damaged")),
            Err(why) => return Ok(AnnexContent::Unseen(unseen(why))),
        };
        let original = Some((Arc::from(bytes.as_slice()), "application/pdf"));
        Ok(AnnexContent::Pages { pictures, original, words: Private::new(words) })
    }

    fn annex_view(&self, record: &Record, pages: usize, why: Option<&'static str>) -> DossierAnnex {
        let words = self.words();
        DossierAnnex {
            document: link(record, &self.house, words),
            included: why.is_none(),
            pages: crate::reading::count(pages),
            why: words.get(why.unwrap_or("annex-in")).into_owned(),
        }
    }
}

/// Why a file is not shown, as the dictionary has it.
const fn unseen(why: Undrawn) -> &'static str {
    match why {
        Undrawn::Locked => "annex-locked",
        Undrawn::TooWide | Undrawn::TooLarge | Undrawn::Stopped => "annex-too-large",
        Undrawn::Unreadable => "annex-damaged",
    }
}

/// A number in ASCII; what is none counts as no pages.
fn number(said: &[u8]) -> usize {
    std::str::from_utf8(said).ok().and_then(|said| said.parse().ok()).unwrap_or(0)
}

fn print(record: RecordId, field: &FieldId, bytes: &[u8]) -> Print {
    Print { record, field: field.clone(), sha256: super::hex(&Sha256::digest(bytes)) }
}
