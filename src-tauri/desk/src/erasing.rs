//! Erasing somebody for good: a right of theirs, or the end of a retention rule. Owns what goes with a person and that it
//! goes on every laptop it reaches; refuses an erasure without a reason.

use crate::{Desk, books::known, failure::DeskError, reading::count, undoing::removal, views::ErasedView};
use casework::ids::{FieldId, KindId, RecordId};
use journal::{ChangeId, Write};
use register::{Birth, NewWrite, Replaces};
use std::collections::BTreeSet;

/// The most changes that one change of the log names.
const NAMED_AT_ONCE: usize = 1000;

impl Desk {
    /// Erases a record, and with a person everything that is about nobody else, removed or not: every value it ever had, and
    /// why it was removed, here at once and on every laptop that this reaches. Only the shell of the log stays, so that what
    /// others wrote still proves itself. It cannot be taken back.
    ///
    /// # Errors
    /// [`DeskError::NotFound`], [`DeskError::ReasonNeeded`], [`DeskError::Register`]. Nothing is erased then.
    pub fn erase(&mut self, reference: &str, reason: &str) -> Result<ErasedView, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let id = self.resolve(reference)?;
        let records = self.goes_with(id)?;
        let scope = self.register.kind_and_scope(id)?.ok_or(DeskError::NotFound)?.1;
        let mut changes: Vec<ChangeId> = Vec::new();
        for record in &records {
            let past = self.register.history(*record, None)?;
            let says = |one: &&register::Past| !one.field.is_of_the_log() || one.as_typed.is_some();
            changes.extend(past.iter().filter(says).map(|one| one.id));
        }
        let naming = self.register.pointing_even_removed(id)?;
        for other in naming.into_iter().filter(|one| !records.contains(one)) {
            let past = self.register.history(other, None)?;
            let names = |one: &&register::Past| {
                let text = one.write.answer().and_then(casework::answer::Answer::known);
                text.is_some_and(|text| *text.reveal() == id.to_string())
            };
            changes.extend(past.iter().filter(names).map(|one| one.id));
        }
        let erasure = self.new_id();
        let kind = KindId::new("erasure").map_err(|_| DeskError::Fault("kind"))?;
        let mut writes: Vec<NewWrite> = records.iter().map(|record| removal(*record)).collect();
        writes.extend(changes.chunks(NAMED_AT_ONCE).map(|part| NewWrite {
            record: erasure,
            field: FieldId::erased(),
            write: Write::Answered(known("erased")),
            as_typed: None,
            replaces: Replaces::Exactly(part.to_vec()),
        }));
        let deed = self.new_deed();
        self.commit((deed, "erase"), None, vec![Birth { record: erasure, kind, scope }], writes)?;
        let attachments = self.drop_unnamed_files()?;
        self.forget_drafts()?;
        // Pages and a table that were prepared before may show them still.
        (self.preview, self.table) = (None, None);
        let entry = self.audit_entry("erase", &id.to_string(), reason);
        self.register.audit(&entry)?;
        Ok(ErasedView { records: count(records.len()), changes: count(changes.len()), attachments })
    }

    /// A record, and every record that is about it alone. What was removed has not gone: it stands in the log like the rest.
    fn goes_with(&self, id: RecordId) -> Result<BTreeSet<RecordId>, DeskError> {
        let mut records = BTreeSet::from([id]);
        let erased = self.register.even_removed(id)?.ok_or(DeskError::NotFound)?;
        self.for_the_role(&erased.kind)?;
        if erased.kind == "person" {
            for other in self.register.pointing_even_removed(id)? {
                let Some(about) = self.register.even_removed(other)? else { continue };
                let mut people = about.links("people").peekable();
                if people.peek().is_some() && people.all(|one| one == id) {
                    records.insert(other);
                }
            }
        }
        Ok(records)
    }

    /// Files that no change names any more: the key that opens them goes, and with it what they hold.
    pub(crate) fn drop_unnamed_files(&mut self) -> Result<u32, DeskError> {
        let unnamed = self.register.unnamed_attachments()?;
        for digest in &unnamed {
            self.register.drop_attachment(digest)?;
        }
        Ok(count(unnamed.len()))
    }
}
