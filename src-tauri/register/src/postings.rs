//! Where words stand, in places alone, so that the many who have a common word are gone through without reading anybody.
//! Owns the way from a word to records and back; refuses to say which word answers which.

use crate::{
    Known, Place, Register, codes,
    error::{RegisterError, Result},
    names,
};
use casework::{
    finding::{Sort, Term},
    ids::{FieldId, KindId, RecordId},
};
use rusqlite::{CachedStatement, OptionalExtension};

/// A word's place in this file; it means nothing outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordPlace(pub(crate) i64);

/// A field's place in this file; it means nothing outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPlace(i64);

/// A field of a record in which a word stands.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The record.
    pub record: Place,
    /// Its kind.
    pub kind: &'a str,
    /// The field.
    pub field: FieldPlace,
}

/// What a line needs of a record, without who wrote it.
pub struct Card {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: KindId,
    /// What is known of it, field by field.
    pub known: Vec<(FieldId, String)>,
}

/// Statements that one search asks again and again.
pub struct Postings<'a> {
    stands: CachedStatement<'a>,
    words: CachedStatement<'a>,
    word: CachedStatement<'a>,
}

impl Known {
    /// Its place.
    pub const fn place(&self) -> WordPlace {
        WordPlace(self.number)
    }
}

impl Register {
    /// The statements of one search.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn postings(&self) -> Result<Postings<'_>> {
        Ok(Postings {
            stands: self.conn.prepare_cached(sql!("term_in_record"))?,
            words: self.conn.prepare_cached(sql!("term_numbers"))?,
            word: self.conn.prepare_cached(sql!("term_at"))?,
        })
    }

    /// Hands out where a word stands until `take` has enough and says false. Removed records are passed over.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], and what `take` gives.
    pub fn each_standing<E: From<RegisterError>>(
        &self,
        word: WordPlace,
        take: &mut dyn FnMut(Standing<'_>) -> std::result::Result<bool, E>,
    ) -> std::result::Result<(), E> {
        let disk = |error: rusqlite::Error| E::from(RegisterError::from(error));
        let mut read = self.conn.prepare_cached(sql!("term_users")).map_err(disk)?;
        let mut rows = read.query([word.0]).map_err(disk)?;
        while let Some(row) = rows.next().map_err(disk)? {
            let standing = Standing {
                record: Place(row.get(0).map_err(disk)?),
                field: FieldPlace(row.get(1).map_err(disk)?),
                kind: row.get_ref(2).map_err(disk)?.as_str().map_err(|error| disk(error.into()))?,
            };
            if !take(standing)? {
                break;
            }
        }
        Ok(())
    }

    /// A field by its place.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn field_at(&self, place: FieldPlace) -> Result<FieldId> {
        names::field_of(&self.conn, place.0)
    }

    /// The place of a record; none when it was never named.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn place_of(&self, record: RecordId) -> Result<Option<Place>> {
        Ok(names::find_record(&self.conn, record)?.map(Place))
    }

    /// What a line in a list needs of the record at a place; none when it has not arrived.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn card_at(&self, place: Place) -> Result<Option<Card>> {
        let mut head = self.conn.prepare_cached(sql!("record_head"))?;
        let head: Option<(Vec<u8>, String)> =
            head.query_row([place.0], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((uuid, kind)) = head else { return Ok(None) };
        let kind = KindId::new(kind)
            .map_err(|_| RegisterError::Damaged("a kind's name is not of the allowed shape"))?;
        let mut read = self.conn.prepare_cached(sql!("record_card_at"))?;
        let mut rows = read.query([place.0])?;
        let mut known = Vec::new();
        while let Some(row) = rows.next()? {
            known.push((names::field_id(row.get(0)?)?, row.get(1)?));
        }
        Ok(Some(Card { id: codes::record(&uuid)?, kind, known }))
    }
}

impl Postings<'_> {
    /// The field of a record in which a word stands, if it does.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn stands_in(&mut self, word: WordPlace, record: Place) -> Result<Option<FieldPlace>> {
        let found = self.stands.query_row([word.0, record.0], |row| row.get(0)).optional()?;
        Ok(found.map(FieldPlace))
    }

    /// The words of a record with their fields, in no order.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn words_in(&mut self, record: Place) -> Result<Vec<(WordPlace, FieldPlace)>> {
        let rows =
            self.words.query_map([record.0], |row| Ok((WordPlace(row.get(0)?), FieldPlace(row.get(1)?))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A word by its place.
    ///
    /// # Errors
    /// [`RegisterError::Disk`].
    pub fn word(&mut self, place: WordPlace) -> Result<Term> {
        let term = self.word.query_row([place.0], |row| {
            let name = row.get_ref(0)?.as_str().is_ok_and(|sort| sort == Sort::Name.id());
            let sort = if name { Sort::Name } else { Sort::Number };
            Ok(Term { sort, key: row.get(1)?, loose: row.get(2)? })
        })?;
        Ok(term)
    }
}
