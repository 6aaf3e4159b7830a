//! Terms and figures: what records are found and counted by. Owns asking them; refuses to
//! say which word answers which, and what a figure means.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    names,
};
use casework::{
    finding::{self, Sort, Term},
    ids::{FieldId, KindId, RecordId},
};
use rusqlite::{Row, params};

/// A word that some record is found by. Its number means nothing outside this file.
#[derive(Clone, PartialEq, Eq)]
pub struct Known {
    pub(crate) number: i64,
    /// The folded word.
    pub key: String,
    /// The same for every usual spelling.
    pub loose: String,
    /// In how many fields it stands.
    pub uses: u64,
}

/// A field of a record in which a word stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The record.
    pub record: RecordId,
    /// Its kind.
    pub kind: KindId,
    /// The field.
    pub field: FieldId,
}

/// A word of one record.
#[derive(Clone, PartialEq, Eq)]
pub struct OwnTerm {
    /// The word.
    pub term: Term,
    /// The field in which it stands.
    pub field: FieldId,
}

/// A record's place in this file, for counting many; it means nothing outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub(crate) i64);

impl Place {
    /// The place as a number to keep beside a table that was released from this file.
    pub const fn number(self) -> i64 {
        self.0
    }
}

/// A column of figures, and the part of it that is asked for: from a value on, up to another and without that.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// The kind of record.
    pub kind: &'a str,
    /// The field.
    pub field: &'a str,
    /// The first value.
    pub from: &'a str,
    /// The first value that is past it.
    pub before: &'a str,
}

impl<'a> Column<'a> {
    /// All of a column.
    pub const fn whole(kind: &'a str, field: &'a str) -> Self {
        Self { kind, field, from: "", before: "\u{10FFFF}" }
    }
}

impl Register {
    /// Words on record that begin like `term`, as written or by their spelling key, at most `limit` of each.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn terms_beginning(&self, term: &Term, limit: usize) -> Result<Vec<Known>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        for (statement, key) in [(sql!("term_beginning"), &term.key), (sql!("term_spelt"), &term.loose)] {
            let mut read = self.conn.prepare_cached(statement)?;
            let rows = read.query_map(params![term.sort.id(), key, limit], known)?;
            found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        found.sort_unstable_by_key(|one| one.number);
        found.dedup_by_key(|one| one.number);
        Ok(found)
    }

    /// Words on record that share enough pairs of letters with `term` to be it with a slip.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn terms_alike(&self, term: &Term) -> Result<Vec<Known>> {
        let letters = term.loose.chars().count();
        let slips = finding::slips(letters);
        let pairs: Vec<String> = finding::bigrams(&term.loose).iter().map(|pair| quoted(pair)).collect();
        let bound = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let mut read = self.conn.prepare_cached(sql!("term_alike"))?;
        let rows = read.query_map(
            params![
                format!("[{}]", pairs.join(",")),
                bound(letters.saturating_sub(slips)),
                bound(letters + slips),
                bound(finding::shared_at_least(&term.loose)),
            ],
            known,
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Numbers that several fields hold, up to `most` of them: a number that hundreds hold says nothing.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn numbers_shared(&self, most: u32) -> Result<Vec<Known>> {
        let mut read = self.conn.prepare_cached(sql!("term_shared"))?;
        let rows = read.query_map([most], known)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Hands out where a word stands until `take` has enough and says false. Removed records are passed over.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`], and what `take` gives.
    pub fn each_use<E: From<RegisterError>>(
        &self,
        term: &Known,
        take: &mut dyn FnMut(Use) -> std::result::Result<bool, E>,
    ) -> std::result::Result<(), E> {
        self.each_standing::<E>(term.place(), &mut |one| {
            let kind = KindId::new(one.kind)
                .map_err(|_| RegisterError::Damaged("a kind's name is not of the allowed shape"))?;
            take(Use { record: self.at_place(one.record)?, kind, field: self.field_at(one.field)? })
        })
    }

    /// The words by which a record is found.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn terms_of(&self, record: RecordId) -> Result<Vec<OwnTerm>> {
        let mut read = self.conn.prepare_cached(sql!("term_of_record"))?;
        let mut rows = read.query([&record.0.as_bytes()[..]])?;
        let mut terms = Vec::new();
        while let Some(row) = rows.next()? {
            let sort = if row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)? == "name" {
                Sort::Name
            } else {
                Sort::Number
            };
            let term = Term { sort, key: row.get(2)?, loose: row.get(3)? };
            terms.push(OwnTerm { term, field: names::field_id(row.get(4)?)? });
        }
        Ok(terms)
    }

    /// What is known of a record, field by field, without who wrote it: for a line in a list.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn card(&self, record: RecordId) -> Result<Vec<(FieldId, String)>> {
        let mut read = self.conn.prepare_cached(sql!("record_card"))?;
        let mut rows = read.query([&record.0.as_bytes()[..]])?;
        let mut card = Vec::new();
        while let Some(row) = rows.next()? {
            card.push((names::field_id(row.get(0)?)?, row.get(1)?));
        }
        Ok(card)
    }

    /// The records that a field of `record` points at.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn named_by(&self, record: RecordId, field: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("link_named_by"))?;
        ids(&mut read, params![&record.0.as_bytes()[..], field])
    }

    /// The records of a kind whose figure in a field is `value`, at most `limit`.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn holders(&self, kind: &str, field: &str, value: &str, limit: usize) -> Result<Vec<RecordId>> {
        let Some(field) = self.number_of(field)? else { return Ok(Vec::new()) };
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut read = self.conn.prepare_cached(sql!("figure_holders"))?;
        ids(&mut read, params![kind, field, value, limit])
    }

    /// Hands out the figures of a column, ordered by value. Removed records are among them: see [`Register::removed_places`].
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn each_figure(&self, column: Column<'_>, take: &mut dyn FnMut(&str, Place)) -> Result<()> {
        let Some(field) = self.number_of(column.field)? else { return Ok(()) };
        let mut read = self.conn.prepare_cached(sql!("figure_column"))?;
        let mut rows = read.query(params![column.kind, field, column.from, column.before])?;
        while let Some(row) = rows.next()? {
            take(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?, Place(row.get(1)?));
        }
        Ok(())
    }

    /// Hands out what the records of a column point at by another of their fields.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn each_target(
        &self,
        column: Column<'_>,
        by: &str,
        take: &mut dyn FnMut(&str, Place, Place),
    ) -> Result<()> {
        let (Some(field), Some(by)) = (self.number_of(column.field)?, self.number_of(by)?) else {
            return Ok(());
        };
        let mut read = self.conn.prepare_cached(sql!("figure_targets"))?;
        let mut rows = read.query(params![column.kind, field, column.from, column.before, by])?;
        while let Some(row) = rows.next()? {
            let value = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            take(value, Place(row.get(1)?), Place(row.get(2)?));
        }
        Ok(())
    }

    /// The places of removed records.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn removed_places(&self) -> Result<Vec<Place>> {
        let mut read = self.conn.prepare_cached(sql!("record_removed_all"))?;
        let rows = read.query_map([], |row| row.get(0).map(Place))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The places that records of a kind point at by a field, each once; what removed ones say does not count.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn targets_of_kind(&self, kind: &str, by: &str) -> Result<Vec<Place>> {
        let Some(by) = self.number_of(by)? else { return Ok(Vec::new()) };
        let mut read = self.conn.prepare_cached(sql!("link_targets_of_kind"))?;
        let rows = read.query_map(params![kind, by], |row| row.get(0).map(Place))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The places of the records of a kind that are not removed.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn places_of_kind(&self, kind: &str) -> Result<Vec<Place>> {
        let mut read = self.conn.prepare_cached(sql!("record_rows_of_kind"))?;
        let rows = read.query_map([kind], |row| row.get(0).map(Place))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The record at a place.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn at_place(&self, place: Place) -> Result<RecordId> {
        names::record_of(&self.conn, place.0)
    }

    pub(crate) fn number_of(&self, field: &str) -> Result<Option<i64>> {
        FieldId::new(field).map_or(Ok(None), |id| names::find_field(&self.conn, &id))
    }
}

fn known(row: &Row<'_>) -> rusqlite::Result<Known> {
    let uses: i64 = row.get(3)?;
    Ok(Known {
        number: row.get(0)?,
        key: row.get(1)?,
        loose: row.get(2)?,
        uses: u64::try_from(uses).unwrap_or(0),
    })
}

fn ids(read: &mut rusqlite::Statement<'_>, parameters: impl rusqlite::Params) -> Result<Vec<RecordId>> {
    let mut rows = read.query(parameters)?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(codes::record(&row.get::<_, Vec<u8>>(0)?)?);
    }
    Ok(ids)
}

/// A pair of letters as a JSON text.
fn quoted(pair: &str) -> String {
    let escaped: String = pair
        .chars()
        .flat_map(|c| match c {
            '"' | '\\' => vec!['\\', c],
            _ => vec![c],
        })
        .collect();
    format!("\"{escaped}\"")
}
