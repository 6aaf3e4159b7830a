//! Projections. Owns keeping them from the log, cell by cell and in any order.

use crate::{
    answers::{Answers, Row},
    codes,
    derived::{Derived, Entry, entries},
    error::{RegisterError, Result},
    interpret::{Interpreter, Reading},
    names::{self, KIND, REMOVED},
    touched::{Cell, Place, Touched},
};
use casework::ids::{FieldId, KindId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeSet, HashMap};

/// What the projections hold of the cells that are worked out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stood {
    /// What followed from the answers as they stood before.
    Before,
    /// The answers, made anew by another way, and nothing that follows from them.
    Nothing,
}

/// What the record's own row says.
#[derive(Clone, PartialEq, Eq)]
struct Standing {
    kind: Option<KindId>,
    scope: Option<i64>,
    removal: &'static str,
}

/// A cell before and after.
struct Met {
    field: i64,
    before: Vec<Row>,
    after: Vec<Row>,
}

/// Writes the answers that `touched` collected, and works out everything that follows from them.
pub(crate) fn refresh(
    conn: &Connection,
    interpreter: &Interpreter,
    touched: &mut Touched,
    stood: Stood,
) -> Result<()> {
    touched.settle(conn)?;
    let mut work = Work {
        conn,
        interpreter,
        touched,
        stood,
        answers: Answers::new(conn)?,
        fields: HashMap::new(),
        derived: Derived::default(),
    };
    let mut cells = work.touched.take().into_iter().peekable();
    while let Some(((record, field), cell)) = cells.next() {
        let mut of_record = vec![(field, cell)];
        while let Some(((_, field), cell)) = cells.next_if(|((other, _), _)| *other == record) {
            of_record.push((field, cell));
        }
        work.record(record, of_record)?;
        if work.derived.is_heavy() {
            work.derived.flush(conn)?;
        }
    }
    work.derived.flush(conn)
}

struct Work<'a> {
    conn: &'a Connection,
    interpreter: &'a Interpreter,
    touched: &'a mut Touched,
    stood: Stood,
    answers: Answers<'a>,
    fields: HashMap<i64, FieldId>,
    derived: Derived,
}

impl Work<'_> {
    /// The cells of one record, ascending.
    fn record(&mut self, record: i64, mut cells: Vec<(i64, Cell)>) -> Result<()> {
        let was = standing(self.conn, record)?;
        // A record has a row exactly while it has a live answer.
        let new = was.is_none() && self.stood == Stood::Before;
        let mut before = match (cells.first(), cells.last()) {
            (Some((first, _)), Some((last, _))) if !new => self.answers.between(record, (*first, *last))?,
            _ => Vec::new(),
        }
        .into_iter()
        .peekable();
        let mut of = |field: i64| -> Vec<Row> {
            while before.next_if(|(other, _)| *other < field).is_some() {}
            std::iter::from_fn(|| before.next_if(|(other, _)| *other == field)).map(|(_, row)| row).collect()
        };
        let mut met = Vec::with_capacity(cells.len());
        // The kind comes first: by it the others are read.
        let born = cells.first().is_some_and(|(field, _)| *field == KIND).then(|| cells.remove(0));
        let (kind, scope) = match (born, &was) {
            (None, Some(was)) => (was.kind.clone(), was.scope),
            (born, _) => {
                if let Some((field, cell)) = born {
                    met.push(self.apply((record, field), cell, None, of(field))?);
                }
                kind_and_scope(self.conn, record)?
            }
        };
        let touches_removal = cells.iter().any(|(field, _)| *field == REMOVED);
        for (field, cell) in cells {
            met.push(self.apply((record, field), cell, kind.as_ref(), of(field))?);
        }
        let gone = touches_removal || was.as_ref().is_some_and(|was| was.removal != "present");
        let removal = if gone { removal(self.conn, record)? } else { "present" };
        let is = Standing { kind, scope, removal };
        let unborn = put_standing(self.conn, record, was.as_ref(), &is)?;
        if unborn {
            self.touched.unborn.insert(record)
        } else {
            self.touched.unborn.remove(&record)
        };
        let was_kind = was.as_ref().and_then(|was| was.kind.clone());
        if was.is_some() && was_kind != is.kind {
            let seen: BTreeSet<i64> = met.iter().map(|one| one.field).collect();
            for field in fields_of(self.conn, record)?.difference(&seen) {
                let before = self.answers.between(record, (*field, *field))?;
                let before = before.into_iter().map(|(_, row)| row).collect();
                met.push(self.apply((record, *field), Cell::default(), is.kind.as_ref(), before)?);
            }
        }
        met.into_iter().try_for_each(|one| self.derive(record, one, was_kind.as_ref(), is.kind.as_ref()))
    }

    /// Writes the answers of a cell, with what each sorts by.
    fn apply(&mut self, at: Place, cell: Cell, kind: Option<&KindId>, before: Vec<Row>) -> Result<Met> {
        let id = self.field(at.1)?;
        let reading = self.interpreter.read(kind, &id);
        let key = |value: Option<&str>| match (kind, reading, value) {
            (Some(kind), Some(_), Some(value)) if !id.is_of_the_log() => {
                (self.interpreter.sort_key)(kind, &id, value)
            }
            _ => None,
        };
        let mut after = Vec::with_capacity(before.len() + cell.added.len());
        let mut dropped = Vec::new();
        for row in &before {
            if cell.drops(row.change) {
                dropped.push(row.change);
            } else {
                let mut row = row.clone();
                let sort_key = key(row.value.as_deref());
                self.answers.sort(at, &mut row, sort_key)?;
                after.push(row);
            }
        }
        for added in &cell.added {
            if self.answers.stands(at, added)? {
                let sort_key = key(codes::standing(&added.write).1);
                after.push(match dropped.pop() {
                    Some(old) => self.answers.turn(at, old, added, sort_key)?,
                    None => self.answers.add(at, added, sort_key)?,
                });
            }
        }
        dropped.into_iter().try_for_each(|change| self.answers.drop(at, change))?;
        Ok(Met { field: at.1, before, after })
    }

    /// What follows from a cell besides its answers.
    fn derive(&mut self, record: i64, met: Met, was: Option<&KindId>, is: Option<&KindId>) -> Result<()> {
        let at = (record, met.field);
        let id = self.field(met.field)?;
        let (reading_was, reading_is) = (self.interpreter.read(was, &id), self.interpreter.read(is, &id));
        let nothing = self.stood == Stood::Nothing;
        let in_conflict = contradicts(reading_is, met.field, &met.after);
        if in_conflict {
            self.touched.contested.insert(at)
        } else {
            self.touched.contested.remove(&at)
        };
        if nothing || in_conflict != contradicts(reading_was, met.field, &met.before) {
            let statement = if in_conflict { sql!("open_conflict_put") } else { sql!("open_conflict_drop") };
            self.conn.prepare_cached(statement)?.execute([at.0, at.1])?;
        }
        let (values_was, values_is) = (values(&met.before), values(&met.after));
        if !nothing && was == is && values_was == values_is {
            return Ok(());
        }
        let old = if nothing {
            Vec::new()
        } else {
            entries(self.interpreter, (was, reading_was), &id, &values_was)
        };
        let new = entries(self.interpreter, (is, reading_is), &id, &values_is);
        let stays = |entry: &Entry, others: &[Entry]| was == is && others.binary_search(entry).is_ok();
        for (kind, entries, others, comes) in [(was, &old, &new, false), (is, &new, &old, true)] {
            let Some(kind) = kind else { continue };
            for entry in entries.iter().filter(|entry| !stays(entry, others)) {
                self.derived.note(self.conn, (kind, record, met.field), entry.clone(), comes)?;
            }
        }
        Ok(())
    }

    fn field(&mut self, number: i64) -> Result<FieldId> {
        if let Some(id) = self.fields.get(&number) {
            return Ok(id.clone());
        }
        let id = names::field_of(self.conn, number)?;
        self.fields.insert(number, id.clone());
        Ok(id)
    }
}

fn values(rows: &[Row]) -> Vec<&str> {
    rows.iter().filter_map(|row| row.value.as_deref()).collect()
}

/// A record has a row exactly while it has a live answer. True when it has some and no kind.
fn put_standing(conn: &Connection, record: i64, was: Option<&Standing>, is: &Standing) -> Result<bool> {
    if is.kind.is_none() && fields_of(conn, record)?.is_empty() {
        conn.prepare_cached(sql!("record_drop"))?.execute([record])?;
        return Ok(false);
    }
    if was != Some(is) {
        let row = params![record, is.kind.as_ref().map(KindId::as_str), is.scope, is.removal];
        conn.prepare_cached(sql!("record_put"))?.execute(row)?;
    }
    Ok(is.kind.is_none())
}

fn standing(conn: &Connection, record: i64) -> Result<Option<Standing>> {
    let mut read = conn.prepare_cached(sql!("record_standing"))?;
    let mut rows = read.query([record])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let removal = match row.get::<_, String>(2)?.as_str() {
        "present" => "present",
        "removed" => "removed",
        "edited-apart" => "edited-apart",
        _ => return Err(RegisterError::Damaged("a record has no such standing")),
    };
    Ok(Some(Standing { kind: row.get::<_, Option<String>>(0)?.and_then(kind), scope: row.get(1)?, removal }))
}

/// A kind by its name; text that cannot be one is a kind that nobody knows.
fn kind(text: String) -> Option<KindId> {
    KindId::new(text).ok()
}

/// The kind and scope that the newest `$kind` gives.
fn kind_and_scope(conn: &Connection, record: i64) -> Result<(Option<KindId>, Option<i64>)> {
    let mut read = conn.prepare_cached(sql!("record_kind"))?;
    let found: Option<(String, i64)> =
        read.query_row([record], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let found = found.and_then(|(text, scope)| kind(text).map(|kind| (kind, scope)));
    Ok(found.map_or((None, None), |(kind, scope)| (Some(kind), Some(scope))))
}

/// As [`journal::merge::removal`] has it.
fn removal(conn: &Connection, record: i64) -> Result<&'static str> {
    let mut read = conn.prepare_cached(sql!("record_removal"))?;
    let (gone, back, unseen): (bool, bool, bool) =
        read.query_row([record], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(match (gone, back || unseen) {
        (false, _) => "present",
        (true, true) => "edited-apart",
        (true, false) => "removed",
    })
}

fn fields_of(conn: &Connection, record: i64) -> Result<BTreeSet<i64>> {
    let mut read = conn.prepare_cached(sql!("answer_fields"))?;
    let fields = read.query_map([record], |row| row.get(0))?;
    Ok(fields.collect::<rusqlite::Result<_>>()?)
}

/// As [`journal::merge::verdict`] has it; a field that this app does not know is nobody's to settle yet, and how a record
/// stands with regard to its removal is told by its own row.
fn contradicts(reading: Option<Reading>, field: i64, rows: &[Row]) -> bool {
    let scalar = reading.is_some_and(|reading| !reading.many) && field != REMOVED;
    scalar
        && rows.split_first().is_some_and(|(first, rest)| {
            rest.iter().any(|row| (&row.standing, &row.value) != (&first.standing, &first.value))
        })
}
