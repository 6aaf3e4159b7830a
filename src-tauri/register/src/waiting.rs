//! What is still open, asked of the projections alone: no record is read to find out that it is closed. Owns the questions
//! and their columns; refuses to say what open means. Each answer may hold more than is open, never less: where laptops
//! differ, or a day is known to a month, the rule that reads the record decides.

use crate::{
    Register,
    error::Result,
    reading::{Page, ids},
};
use casework::ids::RecordId;
use rusqlite::{ToSql, params};

/// Journeys of one sort that began, or ended, before a day.
#[derive(Debug, Clone, Copy)]
pub struct Journeys<'a> {
    /// The kind of record.
    pub kind: &'a str,
    /// The field with its sort, and the sort.
    pub sort: (&'a str, &'a str),
    /// The field with the day.
    pub day: &'a str,
    /// The first day that is too late, `YYYY-MM-DD`.
    pub before: &'a str,
    /// The field with whom it carried.
    pub people: &'a str,
}

/// The steps that follow an arrival, each a record of its own.
#[derive(Debug, Clone, Copy)]
pub struct Steps<'a> {
    /// The kind of record.
    pub kind: &'a str,
    /// The field that says which step it is.
    pub step: &'a str,
    /// The field that says that it is done.
    pub done: &'a str,
    /// Every step there is.
    pub all: &'a [String],
}

impl Register {
    /// Records of a kind that `closing` does not close: it has no known answer, or, where a day is given, one that may be
    /// that day or later. Where a link is named, only those that point at something by it.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn open_of_kind(
        &self,
        kind: &str,
        closing: &str,
        from: Option<&str>,
        link: Option<&str>,
    ) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("open_of_kind"))?;
        let link = link.map(|field| self.column(field)).transpose()?;
        ids(&mut read, params![kind, self.column(closing)?, from, link])
    }

    /// Records of a kind whose day may be `from` or later.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn dated_from(&self, kind: &str, day: &str, from: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("dated_from"))?;
        ids(&mut read, params![kind, self.column(day)?, from])
    }

    /// A page of the records of a kind, the latest day first; those without a day come last.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn latest_of_kind(&self, kind: &str, day: &str, page: Page) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("latest_of_kind"))?;
        let (limit, offset) = page.limits();
        ids(&mut read, params![kind, self.column(day)?, limit, offset])
    }

    /// Whom records of a kind name by `people` whose day may lie before another.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn named_before(&self, kind: &str, day: &str, before: &str, people: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("named_before"))?;
        ids(&mut read, params![kind, self.column(day)?, before, self.column(people)?])
    }

    /// Records of a kind that none of these journeys has surely carried away, or of which a record of the kind `unless`
    /// says something else.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn not_gone(&self, kind: &str, journeys: Journeys<'_>, unless: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("not_gone"))?;
        let [sort, day, people] = self.columns(journeys)?;
        let row: [&dyn ToSql; 8] =
            [&journeys.kind, &sort, &journeys.sort.1, &day, &journeys.before, &people, &kind, &unless];
        ids(&mut read, row.as_slice())
    }

    /// Whom one of these journeys carried while not every step is done for them.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn unfollowed(&self, journeys: Journeys<'_>, steps: Steps<'_>) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("carried_unfollowed"))?;
        let [sort, day, people] = self.columns(journeys)?;
        let (step, done) = (self.column(steps.step)?, self.column(steps.done)?);
        // One string for the list of steps, each between bars: a statement has a fixed number of places.
        let all = format!("|{}|", steps.all.join("|"));
        let count = i64::try_from(steps.all.len()).unwrap_or(i64::MAX);
        let row: [&dyn ToSql; 11] = [
            &journeys.kind,
            &sort,
            &journeys.sort.1,
            &day,
            &journeys.before,
            &people,
            &steps.kind,
            &step,
            &done,
            &all,
            &count,
        ];
        ids(&mut read, row.as_slice())
    }

    fn columns(&self, journeys: Journeys<'_>) -> Result<[i64; 3]> {
        Ok([self.column(journeys.sort.0)?, self.column(journeys.day)?, self.column(journeys.people)?])
    }

    /// The number of a field; one that nothing was ever written into has a number that no row has.
    fn column(&self, field: &str) -> Result<i64> {
        Ok(self.number_of(field)?.unwrap_or(-1))
    }
}
