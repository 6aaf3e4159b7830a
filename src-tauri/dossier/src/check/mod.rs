//! The check before release. Owns the three questions: is every text of the model allowed; does the file, read by code that
//! shares nothing with the writer, say what the model says and nothing else; is any value that must be withheld in it.
//! Refuses to repair: a dossier that fails is not released, and the error names page, group and field, never a value.

mod read;
mod scan;
mod warrant;

pub use scan::{Secret, Withheld};
pub use warrant::{Print, Request, Warrant};

use crate::{
    DossierError,
    lay::{Item, Laid, MarkKind, Page},
    model::{Block, Dossier, Part, Provenance, Text},
    write::{Kind, Written},
};
use casework::ids::{FieldId, RecordId};
use std::collections::{BTreeMap, BTreeSet};

/// Whether an answer is a value of its own or free text, in which a name or number of somebody else may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freedom {
    /// A value: a name, a date, a number. What equals it may stand anywhere in the dossier.
    Fixed,
    /// Free text. What stands in it is not thereby allowed.
    Free,
}

/// What the recipient may have: answers by record and field, and of the answers that are files their very bytes.
#[derive(Debug, Clone, Default)]
pub struct Allowed {
    answers: BTreeMap<(RecordId, FieldId), Freedom>,
    files: BTreeSet<(RecordId, FieldId, String)>,
}

impl Allowed {
    /// Allows one answer.
    pub fn allow(&mut self, record: RecordId, field: FieldId, freedom: Freedom) {
        self.answers.insert((record, field), freedom);
    }

    /// Says which bytes an answer stands for, by their SHA-256 in hexadecimal. Without effect for an answer that is not
    /// allowed.
    pub fn file(&mut self, record: RecordId, field: FieldId, sha256: &str) {
        if self.answers.contains_key(&(record, field.clone())) {
            self.files.insert((record, field, sha256.to_owned()));
        }
    }

    /// True when an allowed answer stands for these bytes.
    pub fn holds(&self, from: &Provenance, sha256: &str) -> bool {
        match from {
            Provenance::Answer { record, field } => {
                self.files.contains(&(*record, field.clone(), sha256.to_owned()))
            }
            Provenance::Word(_) | Provenance::App => false,
        }
    }

    /// How free the text of an answer is; nothing when it is not allowed.
    pub fn freedom(&self, from: &Provenance) -> Option<Freedom> {
        match from {
            Provenance::Answer { record, field } => self.answers.get(&(*record, field.clone())).copied(),
            Provenance::Word(_) | Provenance::App => Some(Freedom::Fixed),
        }
    }

    /// How many answers are allowed.
    pub fn len(&self) -> usize {
        self.answers.len()
    }

    /// True when nothing is.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }
}

/// Passes a written dossier, or says why it must not leave.
///
/// # Errors
/// [`DossierError::NotAllowed`], [`DossierError::Differs`], [`DossierError::Withheld`] or [`DossierError::Unreadable`].
pub fn check(
    dossier: &Dossier,
    written: &Written,
    kind: &Kind,
    allowed: &Allowed,
    withheld: &[Withheld],
) -> Result<(), DossierError> {
    let pages = pages_of_pieces(&written.laid);
    provenance(dossier, allowed, &pages)?;
    pictures(dossier, allowed, &written.laid)?;
    let password = match kind {
        Kind::Open => "",
        Kind::Locked { password, .. } => password.reveal().as_str(),
    };
    let reading = read::read(&written.bytes, password)?;
    plan(dossier, &written.laid)?;
    text(&written.laid, &reading)?;
    about(dossier, kind, &reading)?;
    scan::scan(dossier, allowed, withheld, &pages, &reading)
}

/// Passes a written dossier by a second opinion that shares nothing with how it was composed: its people, its answers, and
/// the values that must be absent are worked out anew.
///
/// # Errors
/// As [`check`]; [`DossierError::NotAllowed`] as well for a person who may not be in it.
pub fn check_by(
    warrant: &Warrant,
    dossier: &Dossier,
    written: &Written,
    kind: &Kind,
) -> Result<(), DossierError> {
    if let Some(record) = dossier.people.iter().copied().find(|id| !warrant.people.contains(id)) {
        let field = FieldId::new("people").map_err(|_| DossierError::Fault("field"))?;
        return Err(DossierError::NotAllowed { page: 1, record, field });
    }
    check(dossier, written, kind, &warrant.allowed, &warrant.withheld)
}

/// The words of a foreign PDF, for [`tells_of_others`]: what its pages say as text, and what it says of itself.
///
/// # Errors
/// [`DossierError::Unreadable`] when it is no PDF, or a locked one.
pub fn words_of(pdf: &[u8]) -> Result<String, DossierError> {
    read::words(pdf)
}

/// True when `words` hold a value that the recipient may not have and that no allowed answer of the dossier shares.
pub fn tells_of_others(warrant: &Warrant, dossier: &Dossier, words: &str) -> bool {
    scan::tells(dossier, &warrant.allowed, &warrant.withheld, words)
}

/// The first page (from 1) on which each text of the body stands.
fn pages_of_pieces(laid: &Laid) -> BTreeMap<usize, usize> {
    let mut pages = BTreeMap::new();
    for (index, page) in laid.pages.iter().enumerate() {
        for mark in &page.marks {
            if let MarkKind::Body(parts) = &mark.kind {
                parts.iter().for_each(|(piece, _)| {
                    pages.entry(*piece).or_insert(index + 1);
                });
            }
        }
    }
    pages
}

fn provenance(
    dossier: &Dossier,
    allowed: &Allowed,
    pages: &BTreeMap<usize, usize>,
) -> Result<(), DossierError> {
    let (mut piece, mut found) = (0, None);
    dossier.walk(&mut |part, text| {
        let page = if part == Part::Body { pages.get(&piece).copied().unwrap_or(1) } else { 1 };
        piece += usize::from(part == Part::Body);
        for run in &text.0 {
            if let (None, Provenance::Answer { record, field }) = (allowed.freedom(run.from()), run.from()) {
                found.get_or_insert(DossierError::NotAllowed { page, record: *record, field: field.clone() });
            }
        }
    });
    found.map_or(Ok(()), Err)
}

/// Every picture comes from an allowed answer and is the very one that the answer stands for; so is every file that goes along.
fn pictures(dossier: &Dossier, allowed: &Allowed, laid: &Laid) -> Result<(), DossierError> {
    let drawn = |page: &Page| page.items.iter().filter(|item| matches!(item, Item::Image { .. })).count();
    let pages =
        laid.pages.iter().enumerate().flat_map(|(index, page)| std::iter::repeat_n(index + 1, drawn(page)));
    let figures = dossier.figures();
    if pages.clone().count() != figures.len() {
        return Err(DossierError::Differs { page: 0, part: "pictures" });
    }
    let pictures =
        figures.into_iter().zip(pages).map(|(figure, page)| (figure.from(), figure.sha256(), page));
    // What goes along is read as well as seen: its words stand beside it.
    let read = |from: &Provenance| dossier.pictured.iter().any(|one| one.from == *from);
    if !dossier.attached.iter().all(|file| read(file.from())) {
        return Err(DossierError::Differs { page: 0, part: "attachment" });
    }
    let files = dossier.attached.iter().map(|file| (file.from(), file.sha256(), 0));
    for (from, sha256, page) in pictures.chain(files) {
        if allowed.holds(from, sha256) {
            continue;
        }
        return Err(match from {
            Provenance::Answer { record, field } => {
                DossierError::NotAllowed { page, record: *record, field: field.clone() }
            }
            Provenance::Word(_) | Provenance::App => DossierError::Differs { page, part: "pictures" },
        });
    }
    Ok(())
}

/// The plan of the pages holds every character of the model's body exactly once.
fn plan(dossier: &Dossier, laid: &Laid) -> Result<(), DossierError> {
    let body = dossier.body();
    let mut covered: Vec<Vec<(usize, usize)>> = vec![Vec::new(); body.len()];
    for (index, page) in laid.pages.iter().enumerate() {
        for mark in &page.marks {
            let MarkKind::Body(parts) = &mark.kind else { continue };
            for (piece, range) in parts {
                let piece =
                    covered.get_mut(*piece).ok_or(DossierError::Differs { page: index + 1, part: "text" })?;
                piece.push((range.start, range.end));
            }
        }
    }
    let differs = DossierError::Differs { page: 0, part: "text" };
    for (text, mut parts) in body.iter().zip(covered) {
        parts.sort_unstable();
        let plain = text.plain();
        let mut at = 0;
        for (start, end) in parts.into_iter().chain([(plain.len(), plain.len())]) {
            // Only line feeds may stand between what is drawn.
            let between = plain.get(at..start).ok_or(differs.clone())?;
            if between.chars().any(|c| c != '\n') {
                return Err(differs);
            }
            at = end;
        }
    }
    Ok(())
}

/// What was read equals what was planned, page by page and mark by mark.
fn text(laid: &Laid, reading: &read::Reading) -> Result<(), DossierError> {
    if reading.pages.len() != laid.pages.len() {
        return Err(DossierError::Differs { page: 0, part: "pages" });
    }
    let images: Vec<[u8; 32]> =
        laid.images.iter().map(|image| crate::write::picture_digest(image).unwrap_or_default()).collect();
    if !reading.images.iter().all(|image| images.contains(image)) {
        return Err(DossierError::Differs { page: 0, part: "pictures" });
    }
    for (index, (page, read)) in laid.pages.iter().zip(&reading.pages).enumerate() {
        let planned = page.items.iter().filter_map(|item| match item {
            Item::Image { image, .. } => images.get(*image).copied(),
            _ => None,
        });
        if !reading.pictures.get(index).is_some_and(|drawn| drawn.iter().copied().eq(planned)) {
            return Err(DossierError::Differs { page: index + 1, part: "pictures" });
        }
        let planned: Vec<_> = page.marks.iter().filter(|mark| !mark.text.is_empty()).collect();
        if planned.len() != read.len() {
            return Err(DossierError::Differs { page: index + 1, part: "text" });
        }
        for (mark, read) in planned.into_iter().zip(read) {
            // Arabic is drawn in another order than it is read: there the characters must be the same, and the order stands in
            // the ActualText, which is compared on its own.
            let same = if mark.rtl { sorted(&mark.text) == sorted(read) } else { mark.text == *read };
            if !same {
                let part = if mark.kind == MarkKind::Frame { "running text" } else { "text" };
                return Err(DossierError::Differs { page: index + 1, part });
            }
        }
    }
    Ok(())
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}

/// What stands on no page: title, metadata, attachment, bookmarks, what is read aloud.
fn about(dossier: &Dossier, kind: &Kind, reading: &read::Reading) -> Result<(), DossierError> {
    let differs = |part| Err(DossierError::Differs { page: 0, part });
    let title = dossier.meta.title.plain().replace('\n', " ");
    let packet = crate::write::packet(dossier, &title, matches!(kind, Kind::Open));
    if reading.title != title || reading.other_metadata || reading.packet != packet.as_bytes() {
        return differs("metadata");
    }
    let stamp = dossier.stamp.as_ref().filter(|_| matches!(kind, Kind::Open));
    let mut attached = vec![dossier.twin()];
    attached.extend(stamp.map(|stamp| stamp.clone().into_bytes()));
    attached.extend(dossier.attached.iter().map(|file| file.content().to_vec()));
    attached.sort_unstable();
    let mut found = reading.attachments.clone();
    found.sort_unstable();
    if found != attached {
        return differs("attachment");
    }
    let mut headings = Vec::new();
    dossier.blocks.iter().for_each(|block| collect_headings(block, &mut headings));
    if reading.bookmarks != headings {
        return differs("bookmarks");
    }
    let (mut alternatives, mut spoken) = (Vec::new(), Vec::new());
    dossier.walk(&mut |part, text: &Text| match part {
        Part::Alt => alternatives.push(text.plain()),
        Part::Body => {
            spoken.push(text.plain());
            spoken.extend(text.0.iter().map(|run| run.text().to_owned()));
        }
        Part::Frame => {}
    });
    let said = reading.actual.iter().all(|actual| spoken.contains(actual));
    if reading.alternatives == alternatives && said { Ok(()) } else { differs("text") }
}

fn collect_headings(block: &Block, headings: &mut Vec<String>) {
    match block {
        Block::Cover(cover) => headings.push(cover.title.text.plain().replace('\n', " ")),
        Block::Heading { label, .. } => headings.push(label.text.plain().replace('\n', " ")),
        Block::Together(blocks) => blocks.iter().for_each(|block| collect_headings(block, headings)),
        _ => {}
    }
}

#[cfg(test)]
mod tests;
