//! What may be shown of which record. Owns asking casework for every person a record is about; refuses a field as soon as one
//! of them has not allowed it.

use super::{notice::Notice, sheet::Sheet};
use crate::check::{Allowed, Freedom, Secret, Withheld};
use casework::{
    answer::Answer,
    corrections,
    disclosure::{Allowance, ConsentStanding},
    form::{Field, FieldKind, Form, Forms},
    ids::{FieldId, GroupId, RecordId},
    private::Private,
    profile::{self, Profile},
    record::Record,
    values::Value,
    words::Words,
};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    sync::Arc,
};

/// A person of the case, admitted or not.
#[derive(Clone)]
pub struct PersonFile<'a> {
    /// The person's record.
    pub id: RecordId,
    /// What may be shown of them, and whether they are in it at all.
    pub allowance: Allowance<'a>,
    /// The photograph as JPEG or plain PNG.
    pub photo: Option<Arc<[u8]>>,
}

impl fmt::Debug for PersonFile<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonFile({})", self.id)
    }
}

/// A case as it stands.
#[derive(Debug, Clone)]
pub struct CaseFile<'a> {
    /// Every form.
    pub forms: &'a Forms,
    /// The people, in the order to show; those who are left out belong here as well, so that their names are looked for.
    pub people: Vec<PersonFile<'a>>,
    /// Every record about them, and every record those point at.
    pub records: &'a [Record],
}

/// A file of the case that goes along.
#[derive(Clone)]
pub struct Annex {
    /// The record that names it.
    pub document: RecordId,
    /// The field of it that holds the file.
    pub field: FieldId,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// What can be shown of it.
    pub content: AnnexContent,
}

/// What can be shown of an annex.
#[derive(Clone)]
pub enum AnnexContent {
    /// Its pages as pictures (JPEG or plain PNG).
    Pages {
        /// The pictures.
        pictures: Vec<Arc<[u8]>>,
        /// The file as it came in and its media type, where it may go along: a PDF.
        original: Option<(Arc<[u8]>, &'static str)>,
        /// Its words, as far as it has them as text.
        words: Private<String>,
    },
    /// Nothing: it stands in the register alone, with the key of the word that says why.
    Unseen(&'static str),
}

impl fmt::Debug for Annex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Annex({})", self.document)
    }
}

/// What an officer orders: this copy for this recipient.
#[derive(Debug, Clone)]
pub struct Order {
    /// The dossier's reference.
    pub reference: String,
    /// The recipient's name as shown.
    pub recipient: String,
    /// The recipient's own record, by which "own" placements and services are known.
    pub recipient_record: Option<RecordId>,
    /// The movement that it is asked for, which is thereby the recipient's own.
    pub flight: Option<RecordId>,
    /// Which copy.
    pub copy: u32,
    /// Of how many.
    pub copies: u32,
    /// When it is made.
    pub made_at: DateTime<Utc>,
    /// The last day it is valid, as shown.
    pub valid_until: String,
    /// The reason of an override, which prints on the cover.
    pub override_reason: Option<String>,
    /// True in a training vault.
    pub training: bool,
    /// The files that go along.
    pub annexes: Vec<Annex>,
    /// Who makes the copy, to be signed once it is written (see [`crate::stamp`]).
    pub stamp: Option<String>,
    /// A single sheet instead of a whole dossier.
    pub sheet: Option<Sheet>,
    /// A notice about an earlier copy instead of a dossier.
    pub notice: Option<Notice>,
}

/// The rule for one dossier.
pub(crate) struct Rule<'a> {
    pub(crate) forms: &'a Forms,
    pub(crate) profile: &'a Profile,
    records: BTreeMap<RecordId, &'a Record>,
    people: Vec<&'a PersonFile<'a>>,
    by_id: BTreeMap<RecordId, &'a PersonFile<'a>>,
    all_people: Vec<&'a PersonFile<'a>>,
    admitted: BTreeSet<RecordId>,
    recipient: Option<RecordId>,
    flight: Option<RecordId>,
    /// The dossier's own reference, which is the case's: whoever gets the dossier gets its number.
    reference: String,
    /// Every field that may be shown, worked out once.
    shown: BTreeSet<(RecordId, FieldId)>,
    /// Records that shown fields of records about people point at.
    reached: BTreeSet<RecordId>,
    /// The files that go along, as far as they may.
    annexes: Vec<&'a Annex>,
    /// Entries in whose place a later one stands.
    corrected: BTreeSet<RecordId>,
}

/// Fields of a consent that the extract shows.
const EXTRACT: [&str; 5] = ["people", "outcome", "answered_on", "way", "groups"];

impl<'a> Rule<'a> {
    pub(crate) fn new(file: &'a CaseFile<'a>, profile: &'a Profile, order: &'a Order) -> Self {
        let mut rule = Self::bare(file, profile, order.recipient_record, &order.reference);
        rule.flight = order.flight;
        for record in file.records {
            let fields = rule.form(record).into_iter().flat_map(|form| &form.fields);
            let shown: Vec<_> = fields
                .filter(|field| rule.decide(record, field))
                .map(|field| (record.id, field.id.clone()))
                .collect();
            rule.shown.extend(shown);
        }
        rule.reached = rule.reach();
        let may = |annex: &&Annex| rule.shown.contains(&(annex.document, annex.field.clone()));
        rule.annexes = order
            .annexes
            .iter()
            .filter(|_| profile.annex_register && order.sheet.is_none() && order.notice.is_none())
            .filter(may)
            .collect();
        rule
    }

    /// The rule with nothing worked out yet.
    pub(crate) fn bare(
        file: &'a CaseFile<'a>,
        profile: &'a Profile,
        recipient: Option<RecordId>,
        reference: &str,
    ) -> Self {
        let people: Vec<_> = file.people.iter().filter(|person| person.allowance.admission.is_in()).collect();
        Self {
            forms: file.forms,
            profile,
            records: file.records.iter().map(|record| (record.id, record)).collect(),
            admitted: people.iter().map(|person| person.id).collect(),
            by_id: people.iter().map(|person| (person.id, *person)).collect(),
            people,
            all_people: file.people.iter().collect(),
            recipient,
            flight: None,
            reference: reference.to_owned(),
            shown: BTreeSet::new(),
            reached: BTreeSet::new(),
            annexes: Vec::new(),
            corrected: corrections::corrected(file.records),
        }
    }

    /// The people who are in it.
    pub(crate) fn people(&self) -> impl Iterator<Item = &'a PersonFile<'a>> {
        self.people.iter().copied()
    }

    /// The files that go along. One that is about somebody outside the dossier is not among them.
    pub(crate) fn annexes(&self) -> &[&'a Annex] {
        &self.annexes
    }

    /// True when a later entry stands in its place, whether or not that one is about anybody in the dossier.
    pub(crate) fn is_corrected(&self, record: RecordId) -> bool {
        self.corrected.contains(&record)
    }

    /// How many are left out.
    pub(crate) fn left_out(&self) -> usize {
        self.all_people.len() - self.people.len()
    }

    pub(crate) fn record(&self, id: RecordId) -> Option<&'a Record> {
        self.records.get(&id).copied()
    }

    pub(crate) fn form(&self, record: &Record) -> Option<&'a Form> {
        self.forms.get(&record.kind)
    }

    pub(crate) fn is_admitted(&self, id: RecordId) -> bool {
        self.admitted.contains(&id)
    }

    /// The profile's fixed list of what is withheld.
    pub(crate) fn withheld_groups(&self) -> Vec<GroupId> {
        let groups = profile::groups();
        let withheld = self
            .profile
            .withholds(&groups)
            .filter(|group| !(self.profile.consent_extract && **group == "consents"));
        withheld.cloned().collect()
    }

    /// The people a record is about.
    pub(crate) fn subjects(record: &Record) -> Vec<RecordId> {
        if record.kind == "person" { vec![record.id] } else { record.links("people").collect() }
    }

    /// The groups disclosed: what the profile shows, and consents where it has the extract of them.
    pub(crate) fn disclosed_groups(&self) -> Vec<GroupId> {
        let withheld = self.withheld_groups();
        profile::groups().into_iter().filter(|group| !withheld.contains(group)).collect()
    }

    /// True when one of its fields may be shown and something stands in it. Whom it is about is no such thing: a name under
    /// "health" with nothing beside it would tell that there is something.
    pub(crate) fn is_in(&self, record: &Record) -> bool {
        let tells = |field: &&Field| field.id != "people" && field.id != "reference";
        self.form(record).is_some_and(|form| {
            form.fields
                .iter()
                .filter(tells)
                .any(|field| record.answers.contains_key(&field.id) && self.shows(record, field))
        })
    }

    /// True when `field` of `record` may be shown.
    pub(crate) fn shows(&self, record: &Record, field: &Field) -> bool {
        self.shown.contains(&(record.id, field.id.clone()))
    }

    /// Decides it: everybody in the dossier whom the record is about allows it, and nobody
    /// outside the dossier can be named in it.
    pub(crate) fn decide(&self, record: &Record, field: &Field) -> bool {
        if self.is_extract(record, field) {
            return true;
        }
        if field.sealed && self.profile.id != "person" {
            return false;
        }
        let theirs = |one| self.recipient == Some(one);
        let own = self.flight == Some(record.id)
            || record.links("holder").chain(record.links("provider")).any(theirs);
        let about = self.form(record).and_then(Form::people);
        if record.kind != "person" && about.is_none() {
            // A site, an organisation, a suspect: nobody's own, shown where the profile shows its group.
            return self.people.iter().any(|person| person.allowance.shows(&record.kind, field, own));
        }
        let subjects = Self::subjects(record);
        let inside = |id: &RecordId| self.admitted.contains(id);
        let all_inside = subjects.iter().all(inside);
        let may_name_others = record.kind == "document"
            || matches!(field.kind, FieldKind::Paragraph | FieldKind::Text | FieldKind::File);
        if !subjects.iter().any(inside) || (may_name_others && !all_inside) {
            return false;
        }
        let mut concerned = subjects.iter().filter_map(|id| self.by_id.get(id));
        concerned.all(|person| person.allowance.shows(&record.kind, field, own))
    }

    fn is_extract(&self, record: &Record, field: &Field) -> bool {
        self.profile.consent_extract
            && record.kind == "consent"
            && EXTRACT.iter().any(|name| field.id == *name)
            && record.first("recipient") == Some(self.profile.id.as_str())
            && Self::subjects(record).iter().any(|id| self.admitted.contains(id))
    }

    /// True when the record that a shown field points at may be named there.
    pub(crate) fn names(&self, target: &Record) -> bool {
        match target.kind.as_str() {
            "person" => self.is_admitted(target.id),
            // Who has somebody, who decided, who pays: the field that says so is allowed, and so is the name in it.
            "organisation" => true,
            _ => {
                let title = self.form(target).and_then(|form| form.field(form.title.as_str()));
                title.is_some_and(|title| self.shows(target, title))
            }
        }
    }

    /// Records of a kind that are in it: about people in it, or pointed at from such.
    pub(crate) fn of_kind(&self, kind: &str) -> Vec<&'a Record> {
        let in_it = |record: &&Record| {
            let about = self.form(record).and_then(Form::people).is_some();
            self.is_in(record) && (about || self.reached.contains(&record.id))
        };
        self.records.values().copied().filter(|record| record.kind == kind).filter(in_it).collect()
    }

    /// Records that shown fields of records about people point at, directly or by one more step.
    fn reach(&self) -> BTreeSet<RecordId> {
        let links = |record: &Record| -> Vec<RecordId> {
            let Some(form) = self.form(record) else { return Vec::new() };
            let shown = form
                .fields
                .iter()
                .filter(|field| field.kind == FieldKind::Record && self.shows(record, field));
            shown.flat_map(|field| record.links(field.id.as_str()).collect::<Vec<_>>()).collect()
        };
        let about_people =
            |record: &&&Record| record.kind == "person" || self.form(record).and_then(Form::people).is_some();
        let mut reached: BTreeSet<RecordId> =
            self.records.values().filter(about_people).flat_map(|record| links(record)).collect();
        let further: Vec<RecordId> =
            reached.iter().filter_map(|id| self.record(*id)).flat_map(links).collect();
        reached.extend(further);
        reached
    }

    /// How many of the people in it have allowed a group one by one.
    pub(crate) fn separately(&self, group: &GroupId) -> usize {
        let allows = |person: &&&PersonFile<'_>| matches!(&person.allowance.standing, ConsentStanding::Given { groups, .. } if groups.contains(group));
        self.people.iter().filter(allows).count()
    }

    /// Every answer that may be shown.
    pub(crate) fn allowed(&self) -> Allowed {
        let mut allowed = Allowed::default();
        for record in self.records.values() {
            let Some(form) = self.form(record) else { continue };
            for field in form.fields.iter().filter(|field| self.shows(record, field)) {
                let free = matches!(field.kind, FieldKind::Paragraph | FieldKind::Text);
                allowed.allow(record.id, field.id.clone(), if free { Freedom::Free } else { Freedom::Fixed });
            }
        }
        self.files(&mut allowed);
        allowed
    }

    /// The very bytes of photographs and annexes.
    fn files(&self, allowed: &mut Allowed) {
        let hex = |bytes: &[u8]| -> String {
            Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
        };
        if let Ok(photo) = FieldId::new("photo") {
            for person in &self.people {
                person.photo.iter().for_each(|bytes| allowed.file(person.id, photo.clone(), &hex(bytes)));
            }
        }
        for annex in &self.annexes {
            if let AnnexContent::Pages { pictures, original, .. } = &annex.content {
                for bytes in pictures.iter().chain(original.iter().map(|(bytes, _)| bytes)) {
                    allowed.file(annex.document, annex.field.clone(), &hex(bytes));
                }
            }
        }
    }

    /// Names and numbers on record that may not be shown. Authorities and the office's own people are no secret in themselves:
    /// their names stand in many a sentence that may leave.
    pub(crate) fn withheld(&self, words: &Words) -> Vec<Withheld> {
        let mut withheld = Vec::new();
        let public = |record: &&&Record| record.kind == "organisation" || record.kind == "officer";
        for record in self.records.values().filter(|record| !public(record)) {
            let Some(form) = self.form(record) else { continue };
            for field in form.fields.iter().filter(|field| !self.shows(record, field)) {
                let secret = match field.kind {
                    FieldKind::Name => Secret::Name,
                    FieldKind::DocumentNumber | FieldKind::Phone | FieldKind::Mrz => Secret::Number,
                    _ => continue,
                };
                let live = record.answers.get(&field.id).into_iter().flatten();
                withheld.extend(live.filter_map(|one| match &one.answer {
                    Answer::Known(text) => Some(Withheld {
                        record: record.id,
                        field: field.id.clone(),
                        group: field.group.clone(),
                        value: shown(field, text.reveal(), words).into(),
                        secret,
                    }),
                    _ => None,
                }));
            }
        }
        withheld.retain(|one| one.value.reveal() != &self.reference);
        withheld
    }
}

/// A canonical value as shown; text that is not canonical shows as it is, and `vault check` reports it.
pub(crate) fn shown(field: &Field, canonical: &str, words: &Words) -> String {
    Value::read(field, canonical).map_or_else(|_| canonical.to_owned(), |value| value.display(words))
}
