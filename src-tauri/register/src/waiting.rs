//! What is still open, asked of the projections alone: no record is read to find out that it is closed. Owns the questions
//! and their columns; refuses to say what open means. Each answer may hold more than is open, never less: where laptops
//! differ, or a day is known to a month, the rule that reads the record decides.

use crate::{
    Register, codes,
    error::Result,
    finding::Place,
    reading::{Page, ids},
};
use casework::ids::RecordId;
use rusqlite::{OptionalExtension, ToSql, params};

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

    /// A page of the records of a kind, the latest day first, of several the one that is shown; those without a day come last.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn latest_of_kind(&self, kind: &str, day: &str, page: Page) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("latest_of_kind"))?;
        let (limit, offset) = page.limits();
        ids(&mut read, params![kind, self.column(day)?, limit, offset])
    }

    /// Whom records of a kind name by `people` whose day may lie before another. Read from the figures, of which a day is one.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn named_before(&self, kind: &str, day: &str, before: &str, people: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("named_before"))?;
        ids(&mut read, params![kind, self.column(day)?, before, self.column(people)?])
    }

    /// Records of a kind that none of these journeys has surely carried away, or of which a record of the kind `unless`
    /// says something else; each with its place, in the order of their ids.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn not_gone(
        &self,
        kind: &str,
        journeys: Journeys<'_>,
        unless: &str,
    ) -> Result<Vec<(Place, RecordId)>> {
        let mut read = self.conn.prepare_cached(sql!("not_gone"))?;
        let [sort, day, people] = self.columns(journeys)?;
        let row: [&dyn ToSql; 8] =
            [&journeys.kind, &sort, &journeys.sort.1, &day, &journeys.before, &people, &kind, &unless];
        let mut rows = read.query(row.as_slice())?;
        let mut there = Vec::new();
        while let Some(row) = rows.next()? {
            there.push((Place(row.get(0)?), codes::record(&row.get::<_, Vec<u8>>(1)?)?));
        }
        Ok(there)
    }

    /// Hands out what the records of a kind point at by a field, record by record; what removed ones say does not count.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn each_link_of(&self, kind: &str, by: &str, take: &mut dyn FnMut(Place, Place)) -> Result<()> {
        self.each_link(sql!("link_of_kind"), kind, by, take)
    }

    /// Hands out what points at the records of a kind by a field, target by target; whether what points is removed is not
    /// asked, and removed targets do not count.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn each_link_to(&self, kind: &str, by: &str, take: &mut dyn FnMut(Place, Place)) -> Result<()> {
        self.each_link(sql!("link_to_kind"), kind, by, take)
    }

    fn each_link(
        &self,
        statement: &str,
        kind: &str,
        by: &str,
        take: &mut dyn FnMut(Place, Place),
    ) -> Result<()> {
        let mut read = self.conn.prepare_cached(statement)?;
        let mut rows = read.query(params![kind, self.column(by)?])?;
        while let Some(row) = rows.next()? {
            take(Place(row.get(0)?), Place(row.get(1)?));
        }
        Ok(())
    }

    /// The records of some kinds that name `target` by a field, each once and ordered by id.
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn pointing_of_kinds(&self, target: RecordId, by: &str, kinds: &[&str]) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("link_pointing_of_kinds"))?;
        // One string for the list of kinds, each between bars: a statement has a fixed number of places.
        let kinds = format!("|{}|", kinds.join("|"));
        ids(&mut read, params![&target.0.as_bytes()[..], self.column(by)?, kinds])
    }

    /// What is known of a field that holds one value. Where values contradict each other it is any of them: whoever asks has
    /// looked at [`Register::conflicts`].
    ///
    /// # Errors
    /// As [`Register::open_of_kind`].
    pub fn shown_at(&self, place: Place, field: &str) -> Result<Option<String>> {
        let mut read = self.conn.prepare_cached(sql!("answer_shown"))?;
        Ok(read.query_row(params![place.0, self.column(field)?], |row| row.get(0)).optional()?)
    }

    fn columns(&self, journeys: Journeys<'_>) -> Result<[i64; 3]> {
        Ok([self.column(journeys.sort.0)?, self.column(journeys.day)?, self.column(journeys.people)?])
    }

    /// The number of a field; one that nothing was ever written into has a number that no row has.
    fn column(&self, field: &str) -> Result<i64> {
        Ok(self.number_of(field)?.unwrap_or(-1))
    }
}
