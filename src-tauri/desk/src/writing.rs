//! Deeds that write: an answer, a value taken out, a record made for one person or for many. Owns the deed as a whole: each
//! is one transaction and one entry of the log, and one undo takes it back.

use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    views::{AnswerInput, FieldView, NewRecord, RecordPage, Saved},
};
use casework::{
    form::Form,
    ids::{FieldId, RecordId},
    record::Record,
};
use journal::DeedId;
use std::collections::BTreeSet;
use uuid::Uuid;

impl Desk {
    /// Writes an answer: the raw text is parsed here and nowhere else. Writing what is there already changes nothing.
    /// In a field that holds a set this adds one element.
    ///
    /// # Errors
    /// [`DeskError::Unread`] with the place, or the readings to choose from; [`DeskError::NotFound`],
    /// [`DeskError::NoSuchField`], [`DeskError::WrongLink`]; [`DeskError::TooEarly`], [`DeskError::TooLow`],
    /// [`DeskError::TooHigh`] for a limit of the form; [`DeskError::NotCounsellor`], which is logged.
    pub fn record_answer(&mut self, input: &AnswerInput) -> Result<Saved, DeskError> {
        let mut saved = self.record_answers(std::slice::from_ref(&input.record), &[], input)?;
        saved.pop().ok_or(DeskError::NotFound)
    }

    /// Writes the same answer into several records, as one deed: each is read and checked as it would be alone, and one that
    /// refuses keeps all of them as they were. A rescue stands for its people where the field is theirs and not its own;
    /// the record that `input` names is left out of account.
    ///
    /// # Errors
    /// As [`Desk::record_answer`]; [`DeskError::NeedsPeople`] when the exceptions leave nobody.
    pub fn record_answers(
        &mut self,
        records: &[String],
        except: &[String],
        input: &AnswerInput,
    ) -> Result<Vec<Saved>, DeskError> {
        let meant = self.meant_by_field(records, except, &input.field)?;
        if meant.is_empty() {
            return Err(DeskError::NeedsPeople);
        }
        let opened: Result<Vec<_>, _> = meant.iter().map(|id| self.open_record(&id.to_string())).collect();
        let opened = self.logged(opened)?;
        let typing = self.typing(self.lang)?;
        let numbering = self.numbering()?;
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        let typed = Typed {
            text: &input.text,
            standing: input.standing.as_deref(),
            reading: input.reading.as_deref(),
        };
        for (record, form) in &opened {
            draft.write(form, record.id, &input.field, typed)?;
        }
        let stands = |entry: &crate::draft::Entry| {
            let Some((record, form)) = opened.iter().find(|(record, _)| record.id == entry.record) else {
                return false;
            };
            let live = record.answers.get(&entry.field).map_or(&[][..], Vec::as_slice);
            let many = form.field(entry.field.as_str()).is_some_and(|field| field.many);
            (many || live.len() == 1) && live.iter().any(|one| one.answer == entry.answer)
        };
        let entries: Vec<_> = draft.entries.into_iter().filter(|entry| !stands(entry)).collect();
        if !entries.is_empty() {
            self.do_deed(deed(&input.deed)?, "record-answer", Vec::new(), entries)?;
        }
        let mut saved = Vec::new();
        for (record, form) in &opened {
            saved.push(self.saved(record.id, form, &input.field)?);
        }
        Ok(saved)
    }

    pub(crate) fn meant_by_field(
        &self,
        records: &[String],
        except: &[String],
        field: &str,
    ) -> Result<Vec<RecordId>, DeskError> {
        let own = self.house.form("rescue")?.field(field).is_some();
        self.meant(records, except, !own)
    }

    /// The records that are meant when one of `kind` is made about a selection.
    ///
    /// # Errors
    /// As [`Desk::people_meant`], and [`DeskError::NoSuchKind`].
    pub fn meant_for(
        &self,
        kind: &str,
        about: &[String],
        except: &[String],
    ) -> Result<Vec<RecordId>, DeskError> {
        let people = self.house.form(kind)?.people();
        self.meant(about, except, people.is_some_and(|field| !field.to.iter().any(|to| to == "rescue")))
    }

    pub(crate) fn meant(
        &self,
        about: &[String],
        except: &[String],
        people: bool,
    ) -> Result<Vec<RecordId>, DeskError> {
        let without = except.iter().map(|text| self.resolve(text)).collect::<Result<Vec<_>, _>>()?;
        let mut meant = Vec::new();
        for text in about {
            let id = self.resolve(text)?;
            let kind = self.register.kind_and_scope(id)?.map(|(kind, _)| kind);
            let is_rescue = kind.is_some_and(|kind| kind == "rescue");
            meant.extend(if people && is_rescue { self.people_of(id)? } else { vec![id] });
        }
        let mut seen = BTreeSet::new();
        meant.retain(|id| !without.contains(id) && seen.insert(*id));
        Ok(meant)
    }

    /// Takes one value out of a field, named by the change that wrote it.
    ///
    /// # Errors
    /// [`DeskError::NoSuchValue`] when it is no longer there; [`DeskError::Lasting`] where entries stay as they were written.
    pub fn retract(&mut self, record: &str, field: &str, change: &str, id: &str) -> Result<Saved, DeskError> {
        let opened = self.open_record(record);
        let (record, form) = self.logged(opened)?;
        let field_id = FieldId::new(field).map_err(|_| DeskError::NoSuchField)?;
        let live = record.answers.get(&field_id).map_or(&[][..], Vec::as_slice);
        if !live.iter().any(|one| one.change == change) {
            return Err(DeskError::NoSuchValue);
        }
        if form.lasting.is_some() {
            return Err(DeskError::Lasting { form: form.id, field: field_id });
        }
        self.take_back(deed(id)?, record.id, &field_id, change)?;
        self.saved(record.id, &form, field)
    }

    /// Makes a record about one person or many: one movement for twenty-seven is one record.
    ///
    /// # Errors
    /// As [`Desk::record_answer`], and [`DeskError::NeedsPeople`] or [`DeskError::NeedsField`]. Nothing is written then.
    pub fn add_record(&mut self, input: &NewRecord) -> Result<RecordPage, DeskError> {
        let id = RecordId::from_canonical(&input.id).map_err(|_| DeskError::WrongUse)?;
        let allowed = self.house.form(&input.kind).and_then(|form| self.for_the_role(&form.id));
        self.logged(allowed)?;
        if self.records(&[id])?.is_empty() {
            let about = self.meant_for(&input.kind, &input.about, &[])?;
            let typing = self.typing(self.lang)?;
            let numbering = self.numbering()?;
            let mut draft = Draft::new(&self.house, self, &typing, &numbering);
            let form = draft.make(id, &input.kind, &about)?;
            for field in &input.fields {
                let typed = Typed { text: &field.text, standing: None, reading: field.reading.as_deref() };
                draft.write(form, id, &field.field, typed)?;
            }
            draft.complete(form, id)?;
            let (births, entries) = (draft.births, draft.entries);
            self.do_deed(deed(&input.deed)?, "record-add", births, entries)?;
        }
        self.record(id)
    }

    /// The record that an officer means by a reference or an id.
    ///
    /// # Errors
    /// [`DeskError::NotFound`], [`DeskError::SeveralFound`].
    pub fn resolve(&self, text: &str) -> Result<RecordId, DeskError> {
        match RecordId::from_canonical(text.trim()) {
            Ok(id) => self.register.kind_and_scope(id)?.map(|_| id).ok_or(DeskError::NotFound),
            Err(_) => self.find_reference(text.trim()),
        }
    }

    /// The records that a selection means, each once: a rescue stands for its people, and the exceptions are left out.
    ///
    /// # Errors
    /// [`DeskError::NotFound`], [`DeskError::SeveralFound`].
    pub fn people_meant(&self, about: &[String], except: &[String]) -> Result<Vec<RecordId>, DeskError> {
        self.meant(about, except, true)
    }

    pub(crate) fn open_record(&self, text: &str) -> Result<(Record, Form), DeskError> {
        let id = self.resolve(text)?;
        let record = self.existing(id, None)?;
        let form = self.house.form_of(&record.kind)?.clone();
        Ok((record, form))
    }

    /// A field as it stands. What is sealed is opened with it, which is in the audit first.
    pub(crate) fn saved(&mut self, record: RecordId, form: &Form, field: &str) -> Result<Saved, DeskError> {
        let record = self.existing(record, None)?;
        let definition = form.field(field).ok_or(DeskError::NoSuchField)?;
        if definition.sealed {
            let entry = self.audit_entry("sealed-open", &record.id.to_string(), field);
            self.register.audit(&entry)?;
        }
        let mut show = self.show(&[std::slice::from_ref(&record)])?;
        show.unsealed = true;
        let live = record.answers.get(&definition.id).map_or(&[][..], Vec::as_slice);
        let field: FieldView = show.field(form, definition, live);
        let at = self.now().with_timezone(&self.zone()?).format("%H:%M").to_string();
        Ok(Saved { field, at })
    }
}

/// A deed's id as the window made it, so that a call made twice is one deed.
pub(crate) fn deed(text: &str) -> Result<DeedId, DeskError> {
    Uuid::try_parse(text).map(DeedId).map_err(|_| DeskError::WrongUse)
}
