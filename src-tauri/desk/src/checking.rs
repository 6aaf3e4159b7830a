//! Looking after the vault: is everything sound, and what was done. Owns asking; refuses to mend anything by itself.

use crate::{
    Desk,
    books::field_id,
    failure::DeskError,
    reading::count,
    views::{AuditLine, CheckView, PastChange},
};
use casework::{
    form::Form,
    ids::{FieldId, RecordId},
    record::Record,
    words::Words,
};
use register::{AuditRow, Key};

impl Desk {
    /// Checks the database's pages, the log's chains and proofs, the audit, and every projection against the log.
    ///
    /// # Errors
    /// [`DeskError::Register`] when something is damaged beyond reading.
    pub fn check(&mut self) -> Result<CheckView, DeskError> {
        let path = vault::register_path(self.vault.folder());
        let found = self.register.check(&path, Key(self.vault.data_key().expose()))?;
        let files = self.check_files()?;
        let differing = found.wrong.iter().map(|one| format!("{one:?}").to_lowercase());
        let differing: Vec<String> = differing.chain(files.damaged).collect();
        Ok(CheckView {
            sound: differing.is_empty(),
            files: files.read,
            files_elsewhere: files.elsewhere,
            batches: u32::try_from(found.batches).unwrap_or(u32::MAX),
            audit: u32::try_from(found.audit.count).unwrap_or(u32::MAX),
            differing,
            digest: found.state.to_string(),
        })
    }

    /// Every change of a record, or of one field of it, oldest first.
    ///
    /// # Errors
    /// [`DeskError::NotFound`], [`DeskError::NoSuchField`]; [`DeskError::NotCounsellor`], which is logged.
    pub fn history(&mut self, record: RecordId, field: Option<&str>) -> Result<Vec<PastChange>, DeskError> {
        let current = self.existing(record, None);
        let current = self.logged(current)?;
        let form = self.house.form_of(&current.kind)?;
        let wanted = field.map(field_id).transpose()?;
        let past = self.register.history(record, wanted.as_ref())?;
        self.shown(&current, form, &past)
    }

    fn shown(
        &self,
        current: &Record,
        form: &Form,
        past: &[register::Past],
    ) -> Result<Vec<PastChange>, DeskError> {
        let show = self.show(&[std::slice::from_ref(current)])?;
        let words = self.words();
        let own = self.register.identity().map(|(device, _)| device.to_string());
        let authors = self.records(&past.iter().map(|one| one.author).collect::<Vec<_>>())?;
        let author = |id: RecordId| {
            let found = authors.iter().find(|record| record.id == id);
            found.map_or_else(|| show.linked(id).title, |record| show.link(record).title)
        };
        let origin = |one: &register::Past| match one.act.as_str() {
            _ if own.as_ref().is_some_and(|own| one.device.to_string() != *own) => "bundle",
            "roster-import" | "htcds-import" => "import",
            _ => "typed",
        };
        let laptop = |one: &register::Past| {
            let id = one.device.to_string();
            show.laptops.get(&id).cloned().unwrap_or(id)
        };
        let taken_back = || words.get("value-taken-back").into_owned();
        let change = |one: &register::Past| {
            let (field, display, as_typed, restorable) = if one.field == FieldId::removed() {
                let reason = one.as_typed.as_ref().map(|reason| reason.reveal().clone());
                let display = match one.write.answer() {
                    None => taken_back(),
                    Some(_) => reason.unwrap_or_else(|| act(words, &one.act)),
                };
                (words.get("act-record-remove"), display, None, false)
            } else {
                let definition = form.field(one.field.as_str())?;
                let display = match one.write.answer() {
                    None => taken_back(),
                    Some(answer) => match answer.known() {
                        Some(_) if show.hides(definition) => words.get("answer-sealed").into_owned(),
                        Some(text) => show.text(definition, text.reveal()),
                        None => words.get(&format!("val-{}", answer.standing())).into_owned(),
                    },
                };
                let as_typed = one.as_typed.as_ref().filter(|_| !show.hides(definition));
                let restorable = !one.live && one.write.answer().is_some();
                (
                    form.label(definition, words),
                    display,
                    as_typed.map(|text| text.reveal().clone()),
                    restorable,
                )
            };
            Some(PastChange {
                change: one.id.to_string(),
                field_id: one.field.to_string(),
                as_typed,
                origin: words.get(&format!("origin-{}", origin(one))).into_owned(),
                restorable,
                field: field.into_owned(),
                display,
                author: author(one.author),
                device: laptop(one),
                at: show.moment(one.at),
                deed: act(words, &one.act),
                live: one.live,
            })
        };
        Ok(past.iter().filter_map(change).collect())
    }

    /// Changes of any records as they are shown; those of kinds and fields that this app does not know are left out.
    pub(crate) fn past_changes(&self, past: Vec<register::Past>) -> Result<Vec<PastChange>, DeskError> {
        let mut shown = Vec::new();
        let mut records: Vec<RecordId> = past.iter().map(|one| one.record).collect();
        records.sort_unstable();
        records.dedup();
        for record in records {
            let Some(current) = self.register.record(record)? else { continue };
            let Some(form) = self.house.forms.get(&current.kind) else { continue };
            let of_it: Vec<_> = past.iter().filter(|one| one.record == record).cloned().collect();
            shown.extend(self.shown(&current, form, &of_it)?);
        }
        Ok(shown)
    }

    /// The audit, oldest first: codes and ids, never contents.
    ///
    /// # Errors
    /// [`DeskError::Register`].
    pub fn audit_rows(&self) -> Result<Vec<AuditLine>, DeskError> {
        let line = |row: AuditRow| AuditLine {
            seq: u32::try_from(row.seq).unwrap_or(u32::MAX),
            at: row.at,
            actor: row.actor,
            act: row.act,
            object: row.object,
            detail: row.detail,
        };
        Ok(self.register.audit_entries(0, usize::MAX)?.into_iter().map(line).collect())
    }

    /// Proves that the audit has not been changed, and says how many rows it has.
    ///
    /// # Errors
    /// [`DeskError::Register`] when it has.
    pub fn audit_verify(&self) -> Result<u32, DeskError> {
        Ok(count(usize::try_from(self.register.audit_verify()?.count).unwrap_or(usize::MAX)))
    }
}

/// A deed in words; the code itself for a deed of a newer app.
fn act(words: &Words, code: &str) -> String {
    let key = format!("act-{code}");
    if words.has(&key) { words.get(&key).into_owned() } else { code.to_owned() }
}
