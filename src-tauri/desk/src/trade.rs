//! Cases on their way to other systems: a file of HTCDS 2.0, a workbook, lines of JSON. Owns that each person in it has said
//! yes to that recipient, that the ledger has it before the disk, and that what is left out is counted; refuses the seals,
//! counselling, and an override.

mod case;
mod records;
mod standard;

use crate::{
    Desk,
    failure::DeskError,
    loose::{self, Readable},
    reading::count,
    statistics::{Measure, Period},
    views::{CaseExport, CasesExported, Counted, ExportSummary},
};
use case::Case;
use casework::{
    disclosure::{self, Admission, Allowance, ConsentStanding},
    form::Form,
    ids::{FieldId, RecordId},
    profile::Profile,
    record::Record,
};
use dossier::compose::{CaseFile, Leaving, PersonFile};
use journal::ChangeId;
use register::{Disclosure, Shown};
use sha2::{Digest as _, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// The shape of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Htcds,
    Xlsx,
    Jsonl,
}

impl Kind {
    fn named(text: &str) -> Result<Self, DeskError> {
        match text {
            "htcds" => Ok(Self::Htcds),
            "xlsx" => Ok(Self::Xlsx),
            "jsonl" => Ok(Self::Jsonl),
            _ => Err(DeskError::WrongUse),
        }
    }
}

/// A file before it is written, with what is to be said of it.
struct Prepared {
    bytes: Vec<u8>,
    people: Vec<RecordId>,
    fields: BTreeSet<String>,
    changes: Vec<ChangeId>,
    summary: ExportSummary,
}

/// What a file tells of itself while it is made.
#[derive(Default)]
struct Tally {
    fields: BTreeSet<String>,
    records: BTreeMap<String, u32>,
    beside: BTreeMap<String, u32>,
    absent: BTreeMap<String, u32>,
}

impl Desk {
    /// Says what an export would hold and what stays here, and writes nothing.
    ///
    /// # Errors
    /// As [`Desk::export_cases`], but for the reason.
    pub fn export_summary(&self, input: &CaseExport) -> Result<ExportSummary, DeskError> {
        let kind = Kind::named(&input.kind)?;
        Ok(self.prepare_export(kind, input, false)?.summary)
    }

    /// Writes cases to `path`, whole or not at all, after the ledger and the audit have it: only people who consented to this
    /// recipient, and of them only what its profile shows. HTCDS is CSV where the name ends so, else XLSX.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`], [`DeskError::WrongUse`] for a kind, a profile or a purpose that is none, [`DeskError::BadPeriod`],
    /// [`DeskError::Nobody`]; [`DeskError::NoConsent`] when nobody may be in it, which is audited; [`DeskError::Paper`] for
    /// more than a sheet holds; [`DeskError::Vault`] or [`DeskError::Register`] when the disk refuses. Nothing has left then.
    pub fn export_cases(&mut self, input: &CaseExport, path: &Path) -> Result<CasesExported, DeskError> {
        let kind = Kind::named(&input.kind)?;
        let reason = input.reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        let prepared = self.prepare_export(kind, input, csv)?;
        if prepared.people.is_empty() {
            let entry = self.audit_entry("refusal", "", &input.profile);
            self.register.audit(&entry)?;
            return Err(DeskError::NoConsent);
        }
        let hash: [u8; 32] = Sha256::digest(&prepared.bytes).into();
        let draft = loose::begin(path, &prepared.bytes)?;
        let disclosure = Disclosure {
            at: self.now(),
            recipient: self.house.profile(&input.profile)?.word(self.words()),
            profile: input.profile.clone(),
            language: self.lang.tag().to_owned(),
            hash,
            people: prepared.people,
            fields: prepared.fields.into_iter().collect(),
            author: self.officer,
            reason: Some(reason.to_owned()),
            code: self.copy_code(&hash)?,
        };
        let whom = [Some(input.profile.as_str()), input.purpose.as_deref()];
        let whom = whom.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let entry = self.audit_entry("export", &input.kind, &whom);
        let shown = Shown { changes: prepared.changes, ..Shown::default() };
        let copy = self.register.disclose(&disclosure, Some(&shown), &entry)?;
        let readable = Readable { sort: "cases", mark: &copy.to_string(), bytes: &prepared.bytes };
        self.put_readable(draft, path, &readable)?;
        Ok(CasesExported {
            path: path.display().to_string(),
            sha256: crate::handover::hex(&hash),
            copy: u32::try_from(copy).unwrap_or(u32::MAX),
            summary: prepared.summary,
        })
    }

    fn prepare_export(&self, kind: Kind, input: &CaseExport, csv: bool) -> Result<Prepared, DeskError> {
        let profile = self.house.profile(&input.profile)?;
        if profile.id == "person" {
            // What is on record about one is nothing for the other, and its seals are the person's own.
            return Err(DeskError::WrongUse);
        }
        let asked = self.people_to_export(input)?;
        if asked.is_empty() {
            return Err(DeskError::Nobody);
        }
        let records = self.case_of(&asked)?;
        let admissions = self.admissions(&asked, profile, input.purpose.as_deref(), &records)?;
        let file = CaseFile {
            forms: &self.house.forms,
            people: admissions
                .iter()
                .map(|(id, allowance)| PersonFile { id: *id, allowance: allowance.clone(), photo: None })
                .collect(),
            records: &records,
        };
        let leaving = Leaving::of(&file, profile);
        let people: Vec<RecordId> = asked.iter().copied().filter(|id| leaving.admits(*id)).collect();
        let mut tally = Tally::default();
        let case = Case::of(self, &leaving, &people, &records);
        let bytes = match kind {
            Kind::Htcds => case.standard(csv, &mut tally)?,
            Kind::Xlsx => case.workbook(&mut tally)?,
            Kind::Jsonl => case.lines(&mut tally)?,
        };
        let mut left_out: BTreeMap<&str, u32> = BTreeMap::new();
        for (_, allowance) in admissions.iter().filter(|(_, allowance)| !allowance.admission.is_in()) {
            *left_out.entry(allowance.admission.word_key()).or_default() += 1;
        }
        let words = self.words();
        let counted = |id: &str, word: String, count: u32| Counted { id: id.to_owned(), word, count };
        let fields = |counts: &BTreeMap<String, u32>| {
            counts.iter().map(|(id, count)| counted(id, self.label_of(id), *count)).collect()
        };
        let kind_word = |id: &String| words.get(&format!("record-{id}")).into_owned();
        let summary = ExportSummary {
            people: count(people.len()),
            records: tally.records.iter().map(|(id, count)| counted(id, kind_word(id), *count)).collect(),
            left_out: left_out
                .into_iter()
                .map(|(id, count)| counted(id, words.get(id).into_owned(), count))
                .collect(),
            beside: fields(&tally.beside),
            absent: fields(&tally.absent),
        };
        let changes = case.changes(&tally.fields);
        Ok(Prepared { bytes, people, fields: tally.fields, changes, summary })
    }

    /// What each person has said to this recipient. Only a plain yes takes a person along: no legal basis and no override
    /// stands for it here. With a purpose the yes has to name it.
    fn admissions<'p>(
        &self,
        people: &[RecordId],
        profile: &'p Profile,
        purpose: Option<&str>,
        records: &[Record],
    ) -> Result<Vec<(RecordId, Allowance<'p>)>, DeskError> {
        let purposes = self.house.form("consent")?.field("purposes").ok_or(DeskError::Fault("purposes"))?;
        if purpose.is_some_and(|purpose| !purposes.options.iter().any(|one| one == purpose)) {
            return Err(DeskError::WrongUse);
        }
        let mut consents: BTreeMap<RecordId, Vec<&Record>> = BTreeMap::new();
        for record in records.iter().filter(|record| record.kind == "consent") {
            for person in record.links("people") {
                consents.entry(person).or_default().push(record);
            }
        }
        let of = |id: &RecordId| {
            let said = consents.get(id).map_or(&[][..], Vec::as_slice);
            let mut allowance = Allowance::of(*id, profile, said, &self.house.forms, false);
            let covers = |purpose: &str| match &allowance.standing {
                ConsentStanding::Given { record, .. } => {
                    said.iter().any(|one| one.id == *record && disclosure::is_for(one, purpose))
                }
                _ => false,
            };
            let plain = allowance.admission == Admission::ByConsent && purpose.is_none_or(covers);
            if allowance.admission.is_in() && !plain {
                allowance.admission = Admission::NotAsked;
            }
            (*id, allowance)
        };
        Ok(people.iter().map(of).collect())
    }

    fn people_to_export(&self, input: &CaseExport) -> Result<Vec<RecordId>, DeskError> {
        let mut people = if input.records.is_empty() {
            self.register.ids_of_kind(&self.house.form("person")?.id, register::Page::ALL)?
        } else {
            self.people_asked_for(&input.records)?
        };
        if input.from.is_some() || input.to.is_some() {
            let period =
                Period::between(input.from.as_deref().unwrap_or(""), input.to.as_deref().unwrap_or(""))?;
            let (from, before) = period.bounds()?;
            let cohort = self.cohort(Measure::Helped, &from, &before)?;
            let helped: BTreeSet<RecordId> =
                cohort.keys().map(|place| self.register.at_place(*place)).collect::<Result<_, _>>()?;
            people.retain(|id| helped.contains(id));
        }
        people.sort_unstable();
        people.dedup();
        Ok(people)
    }

    /// `form.field` in words.
    fn label_of(&self, id: &str) -> String {
        let words = self.words();
        if let Some(form) = self.house.forms.named(id) {
            return words.get(&form.word_key()).into_owned();
        }
        let found = id.split_once('.').and_then(|(form, field)| {
            let form: &Form = self.house.forms.named(form)?;
            let field = form.field(FieldId::new(field).ok()?.as_str())?;
            Some(format!("{}: {}", words.get(&form.word_key()), form.label(field, words)))
        });
        found.unwrap_or_else(|| id.to_owned())
    }
}
