//! The cells of a row that make one record. Owns telling a second record of a kind from the first, and what of a record
//! cannot stand: a value beside another that it contradicts, a record without what its form requires.

use casework::{form::Form, validity};
use paperwork::roster::{Outcome, PreviewCell, PreviewRow};

/// One record of a row.
pub(super) struct Group<'r> {
    form: &'r Form,
    pub(super) cells: Vec<&'r PreviewCell>,
}

impl<'r> Group<'r> {
    pub(super) fn of(form: &'r Form, cells: impl Iterator<Item = &'r PreviewCell>) -> Self {
        Self { form, cells: cells.collect() }
    }

    /// Moves out what was not read, and what the form's limits do not allow beside the rest.
    pub(super) fn retain_what_holds(&mut self, unread: &mut Vec<&'r PreviewCell>) {
        let cells = std::mem::take(&mut self.cells);
        for cell in cells {
            match &cell.outcome {
                Outcome::Read { .. } => self.cells.push(cell),
                Outcome::Refused(_) | Outcome::Broken => unread.push(cell),
                Outcome::Named | Outcome::Nothing => {}
            }
        }
        let breach = |cells: &[&PreviewCell]| {
            validity::breach(self.form, |field| {
                cells.iter().find(|cell| cell.field.field == *field).and_then(|cell| known(cell))
            })
        };
        while let Some(found) = breach(&self.cells) {
            let Some(at) = self.cells.iter().position(|cell| cell.field.field == found.field) else { break };
            unread.push(self.cells.remove(at));
        }
    }

    /// True when there is something in it, and everything that its form requires.
    pub(super) fn is_whole(&self) -> bool {
        let has = |field: &&casework::form::Field| self.cells.iter().any(|cell| cell.field.field == field.id);
        let required = self.form.fields.iter().filter(|field| field.required && field.id != "people");
        !self.cells.is_empty() && required.into_iter().all(|field| has(&field))
    }
}

fn known<'r>(cell: &&'r PreviewCell) -> Option<&'r str> {
    match &cell.outcome {
        Outcome::Read { answer, .. } => answer.known().map(|text| text.reveal().as_str()),
        _ => None,
    }
}

/// The records of one kind in a row: a second answer to a field that holds one begins the next.
pub(super) fn groups<'r>(form: &'r Form, row: &'r PreviewRow) -> Vec<Group<'r>> {
    let mut groups: Vec<Group<'r>> = Vec::new();
    let said = |cell: &&PreviewCell| cell.field.form == form.id && !matches!(cell.outcome, Outcome::Nothing);
    for cell in row.cells.iter().filter(said) {
        let many = form.field(cell.field.field.as_str()).is_some_and(|field| field.many);
        match groups.last_mut() {
            Some(last) if many || last.cells.iter().all(|one| one.field != cell.field) => {
                last.cells.push(cell)
            }
            _ => groups.push(Group { form, cells: vec![cell] }),
        }
    }
    groups
}
