//! Corrections of entries that last: interviews, statements, determinations, the way of evidence from hand to hand. Owns the
//! deed that puts a whole new entry beside the old one; refuses to touch the old one, and a second correction of it.

use crate::{
    Desk,
    books::known,
    draft::{Draft, Typed},
    failure::DeskError,
    views::{CorrectionInput, RecordPage},
    writing::deed,
};
use casework::ids::RecordId;

impl Desk {
    /// Makes the entry that corrects another: what is typed, and for the rest what the other says. Both stay in sight. A field
    /// that is typed empty is left out of the correction.
    ///
    /// # Errors
    /// [`DeskError::NotLasting`] for a record whose fields are changed in place; [`DeskError::CorrectedAlready`];
    /// [`DeskError::WrongUse`] when nothing is said; as [`Desk::add_record`]. Nothing is written then.
    pub fn correct(&mut self, input: &CorrectionInput) -> Result<RecordPage, DeskError> {
        let id = RecordId::from_canonical(&input.id).map_err(|_| DeskError::WrongUse)?;
        let opened = self.open_record(&input.record);
        let (old, form) = self.logged(opened)?;
        if self.records(&[id])?.is_empty() {
            let by = form.lasting.clone().ok_or(DeskError::NotLasting)?;
            if input.fields.is_empty() {
                return Err(DeskError::WrongUse);
            }
            if !self.pointing_at(old.id, form.id.as_str(), by.as_str())?.is_empty() {
                return Err(DeskError::CorrectedAlready);
            }
            let said = |name: &str| input.fields.iter().any(|one| one.field == name);
            let about = if said("people") {
                let typed = input.fields.iter().filter(|one| one.field == "people");
                let typed: Vec<String> = typed.map(|one| one.text.clone()).collect();
                self.meant_for(form.id.as_str(), &typed, &[])?
            } else {
                old.links("people").collect()
            };
            let (typing, numbering) = (self.typing(self.lang)?, self.numbering()?);
            let mut draft = Draft::new(&self.house, self, &typing, &numbering);
            draft.make(id, form.id.as_str(), &about)?;
            for one in input.fields.iter().filter(|one| one.field != "people") {
                if one.field == "reference" || by == one.field.as_str() {
                    return Err(DeskError::NoSuchField);
                }
                let typed = Typed { text: &one.text, standing: None, reading: one.reading.as_deref() };
                draft.write(&form, id, &one.field, typed)?;
            }
            let kept = |name: &str| !said(name) && name != "people" && name != "reference" && by != name;
            for field in form.fields.iter().filter(|field| kept(field.id.as_str())) {
                let live = old.answers.get(&field.id).map_or(&[][..], Vec::as_slice);
                for one in live.iter().take(if field.many { usize::MAX } else { 1 }) {
                    draft.put(&form, id, &field.id, one.answer.clone(), one.as_typed.clone())?;
                }
            }
            draft.put(&form, id, &by, known(&old.id.to_string()), None)?;
            draft.complete(&form, id)?;
            let (births, entries) = (draft.births, draft.entries);
            self.do_deed(deed(&input.deed)?, "record-correct", births, entries)?;
        }
        self.record(id)
    }
}
