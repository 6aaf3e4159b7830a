//! Reading records as they stand. Owns finding them by id, kind, link, reference and name; refuses to hide a live value, and
//! leaves what they mean to the rules.

use crate::{
    Register, codes,
    error::{RegisterError, Result},
    history::Conflict,
    names,
};
use casework::{
    ids::{FieldId, KindId, RecordId},
    record::{LiveAnswer, Record},
};
use rusqlite::{Connection, OptionalExtension, Statement, params};
use std::collections::{BTreeMap, BTreeSet};

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How many to pass over.
    pub offset: usize,
    /// How many to give at most.
    pub limit: usize,
}

impl Page {
    /// All of it.
    pub const ALL: Self = Self { offset: 0, limit: usize::MAX };

    pub(crate) fn limits(self) -> (i64, i64) {
        (i64::try_from(self.limit).unwrap_or(i64::MAX), i64::try_from(self.offset).unwrap_or(i64::MAX))
    }
}

impl Register {
    /// The record with its live answers, the one to show first at the head of each list; none when it has not arrived or is
    /// removed. In a field that holds a set each element stands once. A retraction is no answer.
    ///
    /// # Errors
    /// [`RegisterError::Disk`], [`RegisterError::Damaged`].
    pub fn record(&self, id: RecordId) -> Result<Option<Record>> {
        let Some((kind, scope, removal)) = self.outline(id)? else { return Ok(None) };
        if removal == "removed" { Ok(None) } else { self.with_answers(id, kind, scope).map(Some) }
    }

    /// The same for several, in the order asked for; those that have not arrived or are removed are left out.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn records(&self, ids: &[RecordId]) -> Result<Vec<Record>> {
        ids.iter().filter_map(|id| self.record(*id).transpose()).collect()
    }

    /// The record whether it is removed or not, for showing what was removed.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn even_removed(&self, id: RecordId) -> Result<Option<Record>> {
        let Some((kind, scope, _)) = self.outline(id)? else { return Ok(None) };
        self.with_answers(id, kind, scope).map(Some)
    }

    /// The kind and scope of a record that has arrived, removed or not.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn kind_and_scope(&self, id: RecordId) -> Result<Option<(KindId, RecordId)>> {
        crate::commit::place(&self.conn, id)
    }

    /// The records of a kind, in the order in which their names were given; removed ones are left out.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn of_kind(&self, kind: &KindId, page: Page) -> Result<Vec<Record>> {
        self.records(&self.ids_of_kind(kind, page)?)
    }

    /// How many records of a kind there are; removed ones do not count.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn count_of_kind(&self, kind: &str) -> Result<u32> {
        let mut read = self.conn.prepare_cached(sql!("record_count_of_kind"))?;
        Ok(read.query_row([kind], |row| row.get(0))?)
    }

    /// Their ids alone.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn ids_of_kind(&self, kind: &KindId, page: Page) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("record_ids_of_kind"))?;
        let (limit, offset) = page.limits();
        ids(&mut read, params![kind.as_str(), limit, offset])
    }

    /// The records that name `target`, of one kind and by one field where those are given, each once and ordered by id.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn pointing_at(
        &self,
        target: RecordId,
        kind: Option<&KindId>,
        field: Option<&FieldId>,
    ) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("link_pointing_at"))?;
        let (kind, field) = (kind.map(KindId::as_str), field.map(FieldId::as_str));
        ids(&mut read, params![&target.0.as_bytes()[..], kind, field])
    }

    /// The records that name `target` by any field, removed or not, each once and ordered by id.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn pointing_even_removed(&self, target: RecordId) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("link_pointing_even_removed"))?;
        ids(&mut read, [&target.0.as_bytes()[..]])
    }

    /// The records with exactly this reference; several when two laptops gave the same.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn by_reference(&self, text: &str) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("reference_find"))?;
        ids(&mut read, [text])
    }

    /// The last reference that begins with `row` and goes on with a digit, by length and then by text, so that 10000 comes
    /// after 9999. Those of removed records count, so that no number is given twice.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn last_reference(&self, row: &str) -> Result<Option<String>> {
        let mut read = self.conn.prepare_cached(sql!("reference_last"))?;
        Ok(read.query_row([row], |row| row.get(0)).optional()?)
    }

    /// Every reference that an office gave, whichever laptop gave it and whether its record stands or not.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn references_of(&self, office: &str) -> Result<Vec<String>> {
        let mut read = self.conn.prepare_cached(sql!("reference_of_office"))?;
        let rows = read.query_map([office], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Records of which a name has a word that begins like `text`, and goes on like it; any kind when `kinds` is empty.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn find_by_name(&self, text: &str, kinds: &[&str], page: Page) -> Result<Vec<RecordId>> {
        let folded = (self.interpreter.fold)(text);
        let mut read = self.conn.prepare_cached(sql!("name_key_find"))?;
        let (limit, offset) = page.limits();
        // One string for the list of kinds, each between bars: a statement has a fixed number of places.
        let kinds: String = kinds.iter().flat_map(|kind| ["|", kind]).chain(["|"]).collect();
        ids(&mut read, params![folded, kinds, limit, offset])
    }

    /// Records that something names and that have not arrived.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn placeholders(&self) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("record_placeholders"))?;
        ids(&mut read, [])
    }

    /// Records that were removed on one laptop and edited on another.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn edited_apart(&self) -> Result<Vec<RecordId>> {
        let mut read = self.conn.prepare_cached(sql!("record_edited_apart"))?;
        ids(&mut read, [])
    }

    /// Fields with several live values that differ.
    ///
    /// # Errors
    /// As [`Register::record`].
    pub fn conflicts(&self) -> Result<Vec<Conflict>> {
        let mut read = self.conn.prepare_cached(sql!("open_conflict_all"))?;
        let mut rows = read.query([])?;
        let mut conflicts = Vec::new();
        while let Some(row) = rows.next()? {
            let record = codes::record(&row.get::<_, Vec<u8>>(0)?)?;
            conflicts.push(Conflict { record, field: names::field_id(row.get(1)?)? });
        }
        Ok(conflicts)
    }

    fn outline(&self, id: RecordId) -> Result<Option<(KindId, RecordId, String)>> {
        let mut read = self.conn.prepare_cached(sql!("record_outline"))?;
        let found: Option<(String, Vec<u8>, String)> = read
            .query_row([&id.0.as_bytes()[..]], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let Some((kind, scope, removal)) = found else { return Ok(None) };
        let kind = KindId::new(kind)
            .map_err(|_| RegisterError::Damaged("a kind's name is not of the allowed shape"))?;
        Ok(Some((kind, codes::record(&scope)?, removal)))
    }

    fn with_answers(&self, id: RecordId, kind: KindId, scope: RecordId) -> Result<Record> {
        let mut answers: BTreeMap<FieldId, Vec<LiveAnswer>> = BTreeMap::new();
        for (field, live) in live_answers(&self.conn, id)? {
            answers.entry(field).or_default().push(live);
        }
        for (field, live) in &mut answers {
            if self.interpreter.read(Some(&kind), field).is_some_and(|reading| reading.many) {
                let mut seen = BTreeSet::new();
                live.retain(|one| seen.insert(one.answer.clone()));
            }
        }
        Ok(Record { id, kind, scope, answers })
    }
}

fn live_answers(conn: &Connection, id: RecordId) -> Result<Vec<(FieldId, LiveAnswer)>> {
    let mut read = conn.prepare_cached(sql!("record_answers"))?;
    let mut rows = read.query([&id.0.as_bytes()[..]])?;
    let mut answers = Vec::new();
    while let Some(row) = rows.next()? {
        let write = codes::write(&row.get::<_, String>(1)?, row.get(2)?)?;
        let Some(answer) = write.answer().cloned() else { continue };
        let change = codes::change_id(&row.get::<_, Vec<u8>>(4)?, row.get(5)?)?;
        let live = LiveAnswer {
            change: change.to_string(),
            answer,
            as_typed: row.get::<_, Option<String>>(3)?.map(Into::into),
            at: codes::moment(row.get(6)?),
            author: codes::record(&row.get::<_, Vec<u8>>(7)?)?,
            device: codes::device(&row.get::<_, Vec<u8>>(8)?)?.to_string(),
        };
        answers.push((names::field_id(row.get(0)?)?, live));
    }
    Ok(answers)
}

pub(crate) fn ids(read: &mut Statement<'_>, parameters: impl rusqlite::Params) -> Result<Vec<RecordId>> {
    let mut rows = read.query(parameters)?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(codes::record(&row.get::<_, Vec<u8>>(0)?)?);
    }
    Ok(ids)
}
