//! Records made by mistake. Owns the deed that takes them off the pages, which leaves a tombstone in the log and which one undo
//! takes back; refuses what others rest on: a case, an entry that lasts, what a copy outside shows, what another record names.

use crate::{Desk, failure::DeskError, show, undoing::removal, views::RecordLink, writing::deed};
use casework::{
    ids::{KindId, RecordId},
    private::Private,
    record::Record,
};
use register::NewWrite;

/// Why a record is not removed; each has words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// A person about whom something is on record: erasure is the way there.
    Person,
    /// An entry that lasts, or an officer: correction is the way there, or the list of officers.
    Entry,
    /// A copy that left shows it: correction and a notice are the way there.
    Copy,
    /// Another record names it.
    Named,
}

impl Stays {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Person => "person-stays",
            Self::Entry => "entry-stays",
            Self::Copy => "copy-shows",
            Self::Named => "still-named",
        }
    }
}

impl Desk {
    /// Removes records made by mistake, as one deed: all of them, or none when one of them stays. A rescue means itself and
    /// not its people. The log keeps what they said, an edit made apart from the removal is shown, and undo brings them back.
    /// The reason is in the audit, and goes with the deed to every laptop, where the record's history shows it.
    ///
    /// # Errors
    /// [`DeskError::ReasonNeeded`]; [`DeskError::Stays`] with the first one that is refused; [`DeskError::Nobody`] when the
    /// exceptions leave nothing; [`DeskError::NotFound`]; [`DeskError::NotCounsellor`], which is logged.
    pub fn remove(
        &mut self,
        records: &[String],
        except: &[String],
        reason: &str,
        id: &str,
    ) -> Result<Vec<RecordLink>, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::ReasonNeeded);
        }
        let meant = self.meant(records, except, false)?;
        if meant.is_empty() {
            return Err(DeskError::Nobody);
        }
        let mut gone: Vec<Record> = Vec::with_capacity(meant.len());
        for one in &meant {
            let opened = self.open_record(&one.to_string());
            gone.push(self.logged(opened)?.0);
        }
        for record in &gone {
            if let Some(why) = self.stays_for(record, &meant)? {
                let reference = casework::naming::reference(record);
                let record = if reference.is_empty() { record.id.to_string() } else { reference.to_owned() };
                return Err(DeskError::Stays { why, record });
            }
        }
        let links = gone.iter().map(|record| show::link(record, &self.house, self.words())).collect();
        let write =
            |one: &RecordId| NewWrite { as_typed: Some(Private::new(reason.to_owned())), ..removal(*one) };
        let writes = meant.iter().map(write).collect();
        self.commit((deed(id)?, "record-remove"), None, Vec::new(), writes)?;
        for one in &meant {
            let entry = self.audit_entry("record-remove", &one.to_string(), reason);
            self.register.audit(&entry)?;
        }
        Ok(links)
    }

    /// Why `record` stays; nothing when it may go together with `meant`.
    fn stays_for(&self, record: &Record, meant: &[RecordId]) -> Result<Option<Stays>, DeskError> {
        if self.is_of_the_officers(&record.kind) || self.house.form_of(&record.kind)?.lasting.is_some() {
            return Ok(Some(Stays::Entry));
        }
        if self.register.is_shown_by_a_copy(record.id)? {
            return Ok(Some(Stays::Copy));
        }
        let naming = self.register.pointing_at(record.id, None, None)?;
        if naming.iter().all(|other| meant.contains(other)) {
            return Ok(None);
        }
        Ok(Some(if record.kind == "person" { Stays::Person } else { Stays::Named }))
    }

    fn is_of_the_officers(&self, kind: &KindId) -> bool {
        kind.as_str() == "officer"
    }
}
