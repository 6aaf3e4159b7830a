//! Taking a deed back, and doing it again. Owns what undoing means: new changes that restore what stood before, never a
//! deletion from the log. Refuses to take back what somebody has changed since.

use crate::{Desk, failure::DeskError, views::Undone};
use casework::{
    ids::{FieldId, RecordId},
    private::Private,
};
use journal::{ChangeId, Write};
use register::{Before, Deed, NewWrite, Past, Replaces, Written};
use std::collections::{BTreeMap, BTreeSet};

/// Deeds that cannot be taken back: the vault's making, and which laptops there are.
const STANDS: [&str; 5] = ["vault-made", "office-found", "device-enrol", "device-join", "device-revoke"];

impl Desk {
    /// Takes back the latest deed of this officer on this laptop that stands.
    ///
    /// # Errors
    /// [`DeskError::NothingToUndo`], also when it is one about laptops, which cannot be taken back; [`DeskError::ChangedSince`] when any of its values has been changed since.
    pub fn undo(&mut self) -> Result<Undone, DeskError> {
        let deed = self.register.last_undoable(self.officer)?;
        let deed = deed.filter(|deed| !STANDS.contains(&deed.act.as_str()));
        self.reverse(&deed.ok_or(DeskError::NothingToUndo)?, "undo")
    }

    /// Does again the deed that was taken back last, as long as nothing else was done since.
    ///
    /// # Errors
    /// [`DeskError::NothingToUndo`]; [`DeskError::ChangedSince`].
    pub fn redo(&mut self) -> Result<Undone, DeskError> {
        let undoing = self.register.last_redoable(self.officer)?;
        self.reverse(&undoing.ok_or(DeskError::NothingToUndo)?, "redo")
    }

    fn reverse(&mut self, deed: &Deed, act: &str) -> Result<Undone, DeskError> {
        let written = self.register.changes_of(deed.id)?;
        let writes = self.restoring(&written)?;
        let changes = crate::reading::count(writes.len());
        let id = self.new_deed();
        self.commit((id, act), Some(deed.id), Vec::new(), writes)?;
        let shown = if deed.undoes.is_some() { self.original_act(deed)? } else { deed.act.clone() };
        let at = deed.at.with_timezone(&self.zone()?).format("%Y-%m-%d %H:%M").to_string();
        Ok(Undone { deed: self.words().get(&format!("act-{shown}")).into_owned(), at, changes })
    }

    /// The writes that put back what stood before a deed. A record that the deed made is removed, as long as it says nothing
    /// but what the deed wrote; everywhere else the replaced values come back.
    fn restoring(&self, written: &[Written]) -> Result<Vec<NewWrite>, DeskError> {
        let born: BTreeSet<RecordId> = written
            .iter()
            .filter(|one| one.change.field == FieldId::kind())
            .map(|one| one.change.record)
            .collect();
        let mut writes = Vec::new();
        for record in &born {
            let own = |past: &Past| {
                written.iter().any(|one| one.change.field == past.field && one.change.write == past.write)
            };
            let log = |past: &Past| past.field == FieldId::removed();
            let past = self.register.history(*record, None)?;
            if !past
                .iter()
                .filter(|past| past.live && !log(past))
                .all(|past| own(past) || past.write == Write::Retracted)
            {
                return Err(DeskError::ChangedSince);
            }
            writes.push(removal(*record));
        }
        let mut fields: BTreeMap<(RecordId, &FieldId), Vec<&Written>> = BTreeMap::new();
        for one in written.iter().filter(|one| !born.contains(&one.change.record)) {
            fields.entry((one.change.record, &one.change.field)).or_default().push(one);
        }
        for ((record, field), written) in fields {
            let kind = self.register.kind_and_scope(record)?.map(|(kind, _)| kind);
            let form = kind.and_then(|kind| self.house.forms.get(&kind));
            let many = form.and_then(|form| form.field(field.as_str())).is_some_and(|field| field.many);
            let live =
                self.register.history(record, Some(field))?.into_iter().filter(|past| past.live).collect();
            writes.extend(Touched { record, field, many, written, live }.restoring()?);
        }
        if writes.is_empty() { Err(DeskError::ChangedSince) } else { Ok(writes) }
    }

    /// What the deed at the end of a chain of undoings was.
    fn original_act(&self, deed: &Deed) -> Result<String, DeskError> {
        let deeds = self.register.deeds(Some(self.officer), 1000)?;
        let mut act = deed.act.clone();
        let mut next = deed.undoes;
        while let Some(found) = next.and_then(|id| deeds.iter().find(|deed| deed.id == id)) {
            act.clone_from(&found.act);
            next = found.undoes;
        }
        Ok(act)
    }
}

/// What a deed wrote to one field of one record.
struct Touched<'a> {
    record: RecordId,
    field: &'a FieldId,
    many: bool,
    written: Vec<&'a Written>,
    /// The live changes of the field now.
    live: Vec<Past>,
}

impl Touched<'_> {
    /// The writes that put back what stood before. A value counts as untouched when the field says what the deed wrote,
    /// whichever change says it: another deed may have come between and been taken back.
    fn restoring(&self) -> Result<Vec<NewWrite>, DeskError> {
        if self.many { self.elements() } else { self.value() }
    }

    fn value(&self) -> Result<Vec<NewWrite>, DeskError> {
        let says = |past: &Past| self.written.iter().any(|one| one.change.write == past.write);
        if self.live.is_empty() || !self.live.iter().all(says) {
            return Err(DeskError::ChangedSince);
        }
        let now: Vec<ChangeId> = self.live.iter().map(|past| past.id).collect();
        let before: Vec<&Before> = self.written.iter().flat_map(|one| &one.replaced).collect();
        let mut said: Vec<&Before> = before.into_iter().filter(|one| one.write != Write::Retracted).collect();
        said.dedup_by(|a, b| a.write == b.write);
        if *self.field == FieldId::removed() && !said.is_empty() {
            // A removal names every value of its record, as it stands now.
            return Ok(vec![removal(self.record)]);
        }
        if said.is_empty() {
            return Ok(vec![self.write(Write::Retracted, None, now)]);
        }
        Ok(said
            .into_iter()
            .map(|one| self.write(one.write.clone(), one.as_typed.clone(), now.clone()))
            .collect())
    }

    fn elements(&self) -> Result<Vec<NewWrite>, DeskError> {
        let holding = |write: &Write| -> Vec<ChangeId> {
            self.live.iter().filter(|past| past.write == *write).map(|past| past.id).collect()
        };
        let mut writes = Vec::new();
        for one in &self.written {
            let now = holding(&one.change.write);
            if now.is_empty() && one.change.write != Write::Retracted {
                return Err(DeskError::ChangedSince);
            }
            let back = one.replaced.iter().filter(|before| before.write != Write::Retracted);
            let gone = back.filter(|before| holding(&before.write).is_empty());
            let restored: Vec<NewWrite> = gone
                .map(|before| self.write(before.write.clone(), before.as_typed.clone(), now.clone()))
                .collect();
            if restored.is_empty() && one.change.write != Write::Retracted {
                writes.push(self.write(Write::Retracted, None, now));
            }
            writes.extend(restored);
        }
        Ok(writes)
    }

    fn write(&self, write: Write, as_typed: Option<Private<String>>, replaces: Vec<ChangeId>) -> NewWrite {
        let (record, field) = (self.record, self.field.clone());
        NewWrite { record, field, write, as_typed, replaces: Replaces::Exactly(replaces) }
    }
}

/// Removes a record.
pub(crate) fn removal(record: RecordId) -> NewWrite {
    NewWrite {
        record,
        field: FieldId::removed(),
        write: Write::Answered(crate::books::known("removed")),
        as_typed: None,
        replaces: Replaces::Live,
    }
}
