//! What a field said before, and what it says behind its seal. Owns bringing an earlier value back, which is a new edit
//! like any other, and that each opening of a seal is in the audit; refuses to take anything out of the log.

use crate::{
    Desk,
    books::field_id,
    draft::Entry,
    failure::DeskError,
    views::{FieldView, Saved},
    writing::deed,
};
use journal::ChangeId;

impl Desk {
    /// Writes an earlier value of a field again. In a field that holds a set this adds the element.
    ///
    /// # Errors
    /// [`DeskError::NoSuchValue`] when no change of that name wrote a value there; [`DeskError::NotCounsellor`], which is
    /// logged.
    pub fn restore(&mut self, record: &str, field: &str, change: &str, id: &str) -> Result<Saved, DeskError> {
        let opened = self.open_record(record);
        let (record, form) = self.logged(opened)?;
        let definition = form.field(field).ok_or(DeskError::NoSuchField)?;
        let change: ChangeId = change.parse().map_err(|_| DeskError::NoSuchValue)?;
        let past = self.register.history(record.id, Some(&field_id(field)?))?;
        let found = past.into_iter().find(|past| past.id == change).ok_or(DeskError::NoSuchValue)?;
        let answer = found.write.answer().ok_or(DeskError::NoSuchValue)?.clone();
        let live = record.answers.get(&definition.id).map_or(&[][..], Vec::as_slice);
        let stands = (definition.many || live.len() == 1) && live.iter().any(|one| one.answer == answer);
        if !stands {
            let (record, field) = (record.id, definition.id.clone());
            let entry = Entry { record, field, answer, as_typed: found.as_typed };
            self.do_deed(deed(id)?, "value-restored", Vec::new(), vec![entry])?;
        }
        self.saved(record.id, &form, field)
    }

    /// A sealed field with what is in it. The opening is in the audit before a word is given.
    ///
    /// # Errors
    /// [`DeskError::NotFound`], [`DeskError::NoSuchField`]; [`DeskError::NotCounsellor`], which is logged.
    pub fn open_sealed(&mut self, record: &str, field: &str) -> Result<FieldView, DeskError> {
        let opened = self.open_record(record);
        let (record, form) = self.logged(opened)?;
        Ok(self.saved(record.id, &form, field)?.field)
    }
}
