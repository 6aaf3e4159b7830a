//! A file of HTCDS 2.0 among the lists: read by its own titles, and from there on a list like any other. Owns where its
//! cells stood, and that a row which says "no consent" is not ticked; refuses to pass for the standard what is not.

use super::OpenRoster;
use crate::{
    Desk,
    failure::DeskError,
    show,
    views::{CasesTaken, RosterPreview},
};
use casework::{private::Private, words::Words};
use paperwork::{
    Column, Grid, Place,
    htcds::{Codes, Origin},
    roster::Answers,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a file of the standard says beside its list.
pub(super) struct Standard {
    origins: BTreeMap<(u32, Column), Origin>,
    refused: BTreeSet<u32>,
    lost: Vec<Origin>,
}

impl Standard {
    /// Where a cell of the list stood in the file, as `C7 prs_Gender`.
    pub(super) fn origin(&self, place: Place) -> Option<String> {
        let origin = self.origins.get(&(place.row, place.column?))?;
        let column = origin.place.column.map(|column| column.to_string()).unwrap_or_default();
        Some(format!("{column}{} {}", origin.place.row, origin.name))
    }

    /// The letter in the file of the first cell of a column.
    pub(super) fn letter(&self, column: Column) -> Option<String> {
        let mut cells = self.origins.iter().filter(|((_, at), _)| *at == column);
        cells.next().and_then(|(_, origin)| origin.place.column).map(|column| column.to_string())
    }

    /// Rows that say themselves that there is no consent.
    pub(super) fn refused(&self) -> impl Iterator<Item = u32> {
        self.refused.iter().copied()
    }

    pub(super) fn notes(&self, words: &Words) -> Vec<String> {
        let mut notes = vec![words.get("htcds-read").into_owned()];
        if !self.refused.is_empty() {
            notes.push(words.fill("htcds-refused", &[("count", &self.refused.len().to_string())]));
        }
        if !self.lost.is_empty() {
            let rows: Vec<String> = self.lost.iter().take(20).map(|one| one.place.row.to_string()).collect();
            let count = self.lost.len().to_string();
            notes.push(words.fill("htcds-lost", &[("count", &count), ("rows", &rows.join(", "))]));
        }
        notes
    }
}

impl Desk {
    /// Reads a file of HTCDS 2.0 in the same way as a list. Nothing is written yet.
    ///
    /// # Errors
    /// As [`Desk::open_roster`], and [`DeskError::NotStandard`] when its titles are not the standard's.
    pub fn open_cases(&mut self, bytes: &[u8], name: &str) -> Result<RosterPreview, DeskError> {
        let preview = self.open_roster(bytes, name)?;
        if self.roster.as_ref().is_some_and(|open| open.standard.is_some()) {
            return Ok(preview);
        }
        self.drop_roster();
        Err(DeskError::NotStandard)
    }

    /// Takes in the open list as one deed: into a rescue, or each person as a case of its own.
    ///
    /// # Errors
    /// As [`Desk::take_roster`].
    pub fn take_cases(&mut self, rescue: Option<&str>, deed: &str) -> Result<CasesTaken, DeskError> {
        let open = self.roster.take().ok_or(DeskError::NoRoster)?;
        let into = rescue.map(|text| self.resolve(text)).transpose();
        let taken = into.and_then(|into| self.take(&open, deed, |_| Ok(into)));
        let taken = match taken {
            Ok(taken) => taken,
            Err(error) => {
                self.roster = Some(open);
                return Err(error);
            }
        };
        let record = taken.rescue.map(|id| self.existing(id, Some("rescue"))).transpose()?;
        Ok(CasesTaken {
            rescue: record.map(|record| show::link(&record, &self.house, self.words())),
            people: taken.people,
            values: taken.values,
            flags: taken.flags,
        })
    }

    pub(super) fn of_the_standard(
        &self,
        source: Private<String>,
        grid: &Grid,
    ) -> Result<Option<OpenRoster>, DeskError> {
        let codes = Codes::shipped().map_err(|_| DeskError::Fault("codes"))?;
        let forms = super::forms(&self.house, true)?;
        Ok(codes.translate(grid, &forms).map(|read| OpenRoster {
            source,
            mapping: read.proposal.mapping.clone(),
            grid: read.grid,
            proposal: read.proposal,
            standard: Some(Standard {
                origins: read.origins,
                refused: read.refused.clone(),
                lost: read.lost,
            }),
            answers: Answers { leave_out: read.refused, ..Answers::default() },
        }))
    }
}
