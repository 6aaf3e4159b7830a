//! A second opinion on what a recipient may have. Owns reading profile and consents anew, from the records alone; refuses to
//! ask the rule by which the dossier was composed, so that a fault in one of them is caught by the other.

use super::{Allowed, Freedom, Secret, Withheld};
use casework::{
    answer::Answer,
    form::{Field, FieldKind, Forms},
    ids::{FieldId, RecordId},
    profile::{Cover, Profile},
    record::Record,
    values::Value,
    words::Words,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of the second opinion: the case as it stands, and the order without anything that was composed.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// Every form.
    pub forms: &'a Forms,
    /// The recipient's profile.
    pub profile: &'a Profile,
    /// Every record of the case.
    pub records: &'a [Record],
    /// The people that were asked for.
    pub people: &'a [RecordId],
    /// The recipient's own record.
    pub recipient: Option<RecordId>,
    /// The movement that was asked for: the recipient's own as well.
    pub flight: Option<RecordId>,
    /// True when an officer overrides a consent that was never asked for.
    pub overridden: bool,
    /// The reference on the cover, which goes to everybody who gets the dossier.
    pub reference: &'a str,
    /// Of the answers that are files: which bytes each stands for.
    pub prints: &'a [Print],
}

/// The bytes that an answer stands for: a photograph, a page of an annex, a file that goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// The record.
    pub record: RecordId,
    /// Its field.
    pub field: FieldId,
    /// The SHA-256 of the bytes, in hexadecimal.
    pub sha256: String,
}

/// What may leave and what may not.
#[derive(Debug, Clone, Default)]
pub struct Warrant {
    /// The people who may be in it.
    pub people: BTreeSet<RecordId>,
    /// The answers that may be in it.
    pub allowed: Allowed,
    /// The distinctive values that may not.
    pub withheld: Vec<Withheld>,
}

/// What one person has said: whether there is a yes, whether there is a no, and the groups named with the yes.
#[derive(Debug, Default, Clone)]
struct Said {
    yes: bool,
    no: bool,
    unsettled: bool,
    groups: BTreeSet<String>,
}

impl Warrant {
    /// Works it out. The values to look for are written in the language of `words`.
    pub fn of(request: &Request<'_>, words: &Words) -> Self {
        let said: BTreeMap<RecordId, Said> =
            request.people.iter().map(|person| (*person, said(request, *person))).collect();
        let by_law = request.profile.legal_basis.is_some();
        let enters = |said: &Said| !said.no && (said.yes || by_law || request.overridden);
        let people: BTreeSet<RecordId> =
            said.iter().filter(|(_, said)| enters(said)).map(|(person, _)| *person).collect();
        let mut warrant = Self { people, ..Self::default() };
        for record in request.records {
            let Some(form) = request.forms.get(&record.kind) else { continue };
            for field in &form.fields {
                if may(request, &warrant.people, &said, record, field) {
                    let free = matches!(field.kind, FieldKind::Paragraph | FieldKind::Text);
                    let freedom = if free { Freedom::Free } else { Freedom::Fixed };
                    warrant.allowed.allow(record.id, field.id.clone(), freedom);
                } else if !matches!(record.kind.as_str(), "organisation" | "officer") {
                    warrant.withheld.extend(secrets(record, field, words, request.reference));
                }
            }
        }
        for print in request.prints {
            warrant.allowed.file(print.record, print.field.clone(), &print.sha256);
        }
        warrant
    }
}

/// The words of the last day on which a person said anything about this recipient.
fn said(request: &Request<'_>, person: RecordId) -> Said {
    let Some(form) = request.forms.named("consent") else { return Said::default() };
    let mut last = String::new();
    let mut said = Said::default();
    for record in request.records.iter().filter(|record| record.kind == "consent") {
        let about = record.links("people").any(|id| id == person)
            && record.all("recipient").any(|to| to == request.profile.id);
        if !about {
            continue;
        }
        let day: String = record.sort_key(form, "answered_on").unwrap_or_default().chars().take(10).collect();
        if day < last {
            continue;
        }
        if day > last {
            said = Said::default();
            last = day;
        }
        let outcomes: BTreeSet<&str> = record.all("outcome").collect();
        if outcomes.len() == 1 && outcomes.contains("given") {
            said.yes = true;
            said.groups.extend(record.all("groups").map(str::to_owned));
        } else if outcomes.len() == 1 && (outcomes.contains("refused") || outcomes.contains("withdrawn")) {
            said.no = true;
        } else {
            // Two answers side by side are no yes; that day has none then.
            said.unsettled = true;
        }
    }
    if said.unsettled {
        said.yes = false;
        said.groups.clear();
    }
    said
}

/// Whether an answer may leave.
fn may(
    request: &Request<'_>,
    people: &BTreeSet<RecordId>,
    said: &BTreeMap<RecordId, Said>,
    record: &Record,
    field: &Field,
) -> bool {
    let named: Vec<RecordId> =
        if record.kind == "person" { vec![record.id] } else { record.links("people").collect() };
    let inside: Vec<RecordId> = named.iter().copied().filter(|id| people.contains(id)).collect();
    let extract = record.kind == "consent"
        && matches!(field.id.as_str(), "people" | "outcome" | "answered_on" | "way" | "groups")
        && record.first("recipient") == Some(request.profile.id.as_str());
    if extract {
        return request.profile.consent_extract && !inside.is_empty();
    }
    let group = field.group.as_str();
    let closed = field.sealed || matches!(group, "acts-compelled" | "counselling");
    if closed && request.profile.id != "person" {
        return false;
    }
    let path = format!("{}.{}", record.kind, field.id);
    let line = request
        .profile
        .shows
        .iter()
        .find(|line| line.group == *group && (line.only.is_empty() || line.only.contains(&path)));
    let Some(line) = line else { return false };
    let theirs = || {
        ["holder", "provider"].iter().any(|name| record.links(name).any(|id| Some(id) == request.recipient))
    };
    let asked = request.flight == Some(record.id);
    if line.own && !asked && (request.recipient.is_none() || !theirs()) {
        return false;
    }
    let agrees = |id: &RecordId| {
        let said = said.get(id).cloned().unwrap_or_default();
        let asked_and_given = said.yes && said.groups.contains(group);
        let by_override = !said.yes && request.profile.legal_basis.is_none();
        !(closed && by_override) && (line.cover == Cover::Recipient || asked_and_given)
    };
    let has_people = request.forms.get(&record.kind).is_some_and(|form| form.people().is_some());
    if record.kind != "person" && !has_people {
        return people.iter().any(agrees);
    }
    let tells = record.kind == "document"
        || matches!(field.kind, FieldKind::Paragraph | FieldKind::Text | FieldKind::File);
    let whole = !tells || inside.len() == named.len();
    whole && !inside.is_empty() && inside.iter().all(agrees)
}

/// The values of a withheld field that are distinctive enough to be looked for.
fn secrets<'a>(
    record: &'a Record,
    field: &'a Field,
    words: &'a Words,
    reference: &'a str,
) -> impl Iterator<Item = Withheld> + 'a {
    let secret = match field.kind {
        FieldKind::Name => Some(Secret::Name),
        FieldKind::DocumentNumber | FieldKind::Phone | FieldKind::Mrz => Some(Secret::Number),
        _ => None,
    };
    let known = record.answers.get(&field.id).into_iter().flatten().filter_map(|one| match &one.answer {
        Answer::Known(text) => Some(text.reveal().as_str()),
        _ => None,
    });
    secret.into_iter().flat_map(move |secret| {
        known.clone().filter_map(move |text| {
            let value =
                Value::read(field, text).map_or_else(|_| text.to_owned(), |value| value.display(words));
            (value != reference).then(|| Withheld {
                record: record.id,
                field: field.id.clone(),
                group: field.group.clone(),
                value: value.into(),
                secret,
            })
        })
    })
}

#[cfg(test)]
mod tests;
