//! Kinds of record that one role alone reads and writes: counselling. Owns leaving them out of every list and refusing them by
//! name, which is logged. A role prevents accidents; it is no wall between people who share one key.

use crate::{Desk, failure::DeskError};
use casework::{ids::KindId, record::Record};

impl Desk {
    /// Refuses a kind that is another role's. A kind without a role is everybody's.
    pub(crate) fn for_the_role(&self, kind: &KindId) -> Result<(), DeskError> {
        match self.house.forms.get(kind).and_then(|form| form.role.as_deref()) {
            None => Ok(()),
            Some(role) if self.has_role(role)? => Ok(()),
            Some(_) => Err(DeskError::NotCounsellor),
        }
    }

    /// The records without those of another role. Nothing says that there are any.
    pub(crate) fn readable(&self, mut records: Vec<Record>) -> Result<Vec<Record>, DeskError> {
        let kept =
            |record: &Record| self.house.forms.get(&record.kind).is_some_and(|form| form.role.is_some());
        if records.iter().any(kept) {
            let mut allowed = Vec::with_capacity(records.len());
            for record in records {
                match self.for_the_role(&record.kind) {
                    Ok(()) => allowed.push(record),
                    Err(DeskError::NotCounsellor) => {}
                    Err(error) => return Err(error),
                }
            }
            records = allowed;
        }
        Ok(records)
    }

    /// Writes a refusal of this kind into the audit, by code alone.
    pub(crate) fn logged<T>(&mut self, done: Result<T, DeskError>) -> Result<T, DeskError> {
        if matches!(done, Err(DeskError::NotCounsellor)) {
            let entry = self.audit_entry("refusal", "", "counsellor");
            self.register.audit(&entry)?;
        }
        done
    }

    fn has_role(&self, role: &str) -> Result<bool, DeskError> {
        let me = self.register.record(self.officer)?;
        Ok(me.is_some_and(|me| me.first("role") == Some(role)))
    }
}
