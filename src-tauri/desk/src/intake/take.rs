//! Taking the open list in: one deed for the rescue, the people and their papers, so that one undo takes it all back.
//! Owns that nothing is lost: a text that could not be read stays with the person, word for word.

use super::{
    OpenRoster, forms,
    group::{Group, groups},
    look::flag_text,
};
use crate::{
    Desk,
    draft::{Draft, Typed},
    failure::DeskError,
    reading::count,
    show,
    views::{RosterTaken, RosterTarget, SkippedRow},
    writing,
};
use casework::{answer::Answer, form::Form, ids::RecordId, private::Private};
use paperwork::roster::{Outcome, Preview, PreviewCell, PreviewRow};
use std::collections::BTreeMap;

/// What came of a list, before it is put in words.
pub(super) struct Taken {
    pub(super) rescue: Option<RecordId>,
    pub(super) people: u32,
    pub(super) values: u32,
    pub(super) flags: Vec<SkippedRow>,
}

/// A rescue that the list itself names, found or made once for all rows that name it.
type Named = BTreeMap<String, RecordId>;

impl Desk {
    /// Takes in the open list: into a rescue that exists, or into a new one. A column of rescues in the list goes first.
    ///
    /// # Errors
    /// [`DeskError::NoRoster`], [`DeskError::RosterUnanswered`], [`DeskError::RosterNoName`], [`DeskError::RosterEmpty`],
    /// and what a deed can fail of. Nothing is written then, and the list stays open.
    pub fn take_roster(&mut self, target: &RosterTarget) -> Result<RosterTaken, DeskError> {
        let open = self.roster.take().ok_or(DeskError::NoRoster)?;
        let existing = target.rescue.as_ref().map(|text| self.resolve(text)).transpose();
        let new = self.new_id();
        let into = |draft: &mut Draft<'_, Self>, existing: Option<RecordId>| {
            if let Some(id) = existing {
                return Ok(Some(id));
            }
            let form = draft.make(new, "rescue", &[])?;
            for field in &target.new_rescue {
                let typed = Typed { text: &field.text, standing: None, reading: field.reading.as_deref() };
                draft.write(form, new, &field.field, typed)?;
            }
            draft.complete(form, new)?;
            Ok(Some(new))
        };
        let taken =
            existing.and_then(|existing| self.take(&open, &target.deed, |draft| into(draft, existing)));
        let taken = match taken {
            Ok(taken) => taken,
            Err(error) => {
                self.roster = Some(open);
                return Err(error);
            }
        };
        let rescue = taken.rescue.ok_or(DeskError::Fault("rescue"))?;
        let record = self.existing(rescue, Some("rescue"))?;
        Ok(RosterTaken {
            rescue: show::link(&record, &self.house, self.words()),
            people: taken.people,
            values: taken.values,
            flags: taken.flags,
        })
    }

    /// Takes the list in as one deed; `into` says which rescue its people belong to, if any.
    pub(super) fn take(
        &mut self,
        open: &OpenRoster,
        deed: &str,
        into: impl FnOnce(&mut Draft<'_, Self>) -> Result<Option<RecordId>, DeskError>,
    ) -> Result<Taken, DeskError> {
        let preview = self.looked_through(open)?;
        self.can_take(open, &preview)?;
        let deed = writing::deed(deed)?;
        let typing = self.typing(self.lang)?;
        let numbering = self.numbering()?;
        let mut draft = Draft::new(&self.house, self, &typing, &numbering);
        let rescue = into(&mut draft)?;
        let of_the_standard = open.standard.is_some();
        let forms = forms(&self.house, of_the_standard)?;
        let mut named = Named::new();
        let taken: Vec<&PreviewRow> = preview.rows.iter().filter(|row| !row.unnamed).collect();
        for row in &taken {
            let into = self.rescue_named(&mut draft, row, &mut named)?.or(rescue);
            self.take_row(&mut draft, row, into, &forms)?;
        }
        let (births, entries) = (draft.births, draft.entries);
        let values = count(entries.len());
        let people = count(taken.len());
        let flags = self.left_flags(open, &preview);
        if of_the_standard {
            self.do_deed(deed, "htcds-import", births, entries)?;
        } else {
            let mapping = serde_json::to_string(&open.mapping).map_err(|_| DeskError::Fault("mapping"))?;
            self.do_deed(deed, "roster-import", births, entries)?;
            let now = self.now();
            self.register.put_roster_mapping(&open.mapping.fingerprint(), &mapping, now)?;
        }
        Ok(Taken { rescue, people, values, flags })
    }

    fn can_take(&self, open: &OpenRoster, preview: &Preview) -> Result<(), DeskError> {
        let unanswered = |one: &paperwork::roster::ColumnQuestion| match one {
            paperwork::roster::ColumnQuestion::WhichOrder { column, .. } => {
                !open.answers.orders.contains_key(column)
            }
            paperwork::roster::ColumnQuestion::WhichP { column, .. } => {
                !open.answers.letters.contains_key(column)
            }
        };
        let name =
            |target: &paperwork::roster::Target| target.fields().iter().any(|slot| slot.field == "full_name");
        if !open.mapping.columns.iter().any(|column| name(&column.target)) {
            return Err(DeskError::RosterNoName);
        }
        if preview.questions.iter().any(unanswered) {
            return Err(DeskError::RosterUnanswered);
        }
        if preview.rows.iter().all(|row| row.unnamed) {
            return Err(DeskError::RosterEmpty);
        }
        Ok(())
    }

    fn take_row(
        &self,
        draft: &mut Draft<'_, Self>,
        row: &PreviewRow,
        rescue: Option<RecordId>,
        forms: &[&Form],
    ) -> Result<(), DeskError> {
        let (person_form, with) = forms.split_first().ok_or(DeskError::NoSuchKind)?;
        let person = self.new_id();
        draft.make(person, "person", rescue.as_slice())?;
        let mut unread = Vec::new();
        let mut remark = None;
        let mut own =
            Group::of(person_form, row.cells.iter().filter(|cell| cell.field.form == person_form.id));
        own.retain_what_holds(&mut unread);
        for cell in own.cells {
            match &cell.outcome {
                Outcome::Read { answer, .. } if cell.field.field == "remarks" => {
                    remark = answer.known().map(|text| text.reveal().clone());
                }
                Outcome::Read { answer, .. } => {
                    draft.put(
                        person_form,
                        person,
                        &cell.field.field,
                        answer.clone(),
                        as_typed(cell, answer),
                    )?;
                }
                _ => {}
            }
        }
        for form in with {
            for mut group in groups(form, row) {
                group.retain_what_holds(&mut unread);
                if !group.is_whole() {
                    unread.extend(group.cells.iter().copied());
                    continue;
                }
                let record = self.new_id();
                draft.make(record, form.id.as_str(), &[person])?;
                for cell in group.cells {
                    if let Outcome::Read { answer, .. } = &cell.outcome {
                        draft.put(form, record, &cell.field.field, answer.clone(), as_typed(cell, answer))?;
                    }
                }
            }
        }
        let line = |cell: &&PreviewCell| {
            let form = forms.iter().find(|form| form.id == cell.field.form)?;
            let field = form.field(cell.field.field.as_str())?;
            Some(format!("{}: {}", form.label(field, self.words()), cell.typed.reveal()))
        };
        let lines: Vec<String> = remark.into_iter().chain(unread.iter().filter_map(line)).collect();
        if !lines.is_empty() {
            draft.write(person_form, person, "remarks", Typed::text(&lines.join("\n")))?;
        }
        Ok(())
    }

    /// The rescue that a row names in a column of its own: one that exists by reference or name, else a new one.
    fn rescue_named(
        &self,
        draft: &mut Draft<'_, Self>,
        row: &PreviewRow,
        named: &mut Named,
    ) -> Result<Option<RecordId>, DeskError> {
        let is_rescue =
            |cell: &&PreviewCell| cell.field.field == "rescue" && matches!(cell.outcome, Outcome::Named);
        let Some(cell) = row.cells.iter().find(is_rescue) else { return Ok(None) };
        let text = cell.typed.reveal().trim();
        if let Some(known) = named.get(text) {
            return Ok(Some(*known));
        }
        let id = match self.rescue_called(text)? {
            Some(found) => found,
            None => {
                let id = self.new_id();
                let form = draft.make(id, "rescue", &[])?;
                draft.write(form, id, "name", Typed::text(text))?;
                id
            }
        };
        named.insert(text.to_owned(), id);
        Ok(Some(id))
    }

    fn rescue_called(&self, text: &str) -> Result<Option<RecordId>, DeskError> {
        let called = |link: &crate::views::RecordLink| link.title == text || link.reference == text;
        let found = self.candidates(&["rescue"], text)?.into_iter().find(called);
        Ok(found.and_then(|link| RecordId::from_canonical(&link.id).ok()))
    }

    fn left_flags(&self, open: &OpenRoster, preview: &Preview) -> Vec<SkippedRow> {
        let words = self.words();
        let label = |flag: &paperwork::roster::Flag| {
            let slot = flag.field.as_ref()?;
            let form = self.house.forms.get(&slot.form)?;
            Some(format!("{}: ", form.label(form.field(slot.field.as_str())?, words)))
        };
        let text = |flag: &paperwork::roster::Flag| {
            let said = format!("{}{}", label(flag).unwrap_or_default(), flag_text(flag, words));
            match open.standard.as_ref().and_then(|standard| standard.origin(flag.place)) {
                Some(origin) => format!("{origin}: {said}"),
                None => said,
            }
        };
        preview.flags().iter().map(|flag| SkippedRow { row: flag.place.row, why: text(flag) }).collect()
    }
}

/// What stood in the cell, when it differs from the canonical value.
fn as_typed(cell: &PreviewCell, answer: &Answer<Private<String>>) -> Option<Private<String>> {
    let same = answer.known().is_some_and(|canonical| canonical == &cell.typed);
    (!same).then(|| cell.typed.clone())
}
