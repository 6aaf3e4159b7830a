//! Projections. Owns keeping them from the log, change by change and in any order.

use crate::{
    codes,
    error::{RegisterError, Result},
    finding,
    interpret::{Interpreter, Reading, Role},
    names::{self, KIND, REMOVED},
};
use casework::ids::{FieldId, KindId, RecordId};
use journal::{BatchHash, Change};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry};

/// Cells whose answers changed, so that what follows from them has to be worked out again; and the numbers of fields met on
/// the way. It belongs to one transaction: numbers given in one that fails are given again.
#[derive(Debug, Default)]
pub(crate) struct Touched {
    /// Fields by record.
    pub(crate) cells: BTreeMap<i64, BTreeSet<i64>>,
    fields: HashMap<FieldId, i64>,
    batches: HashMap<BatchHash, i64>,
    /// True while a batch is taken in that no projection reads.
    pub(crate) aside: bool,
    /// True while a batch is taken in that nothing here has named before.
    pub(crate) unnamed: bool,
}

/// The most batches whose numbers are kept in mind: some megabytes.
const BATCHES: usize = 100_000;

impl Touched {
    pub(crate) fn mark(&mut self, record: i64, field: i64) {
        self.cells.entry(record).or_default().insert(field);
    }

    /// The number of a batch, whether it has arrived or not.
    pub(crate) fn batch(&mut self, conn: &Connection, id: BatchHash) -> Result<i64> {
        if let Some(number) = self.batches.get(&id) {
            return Ok(*number);
        }
        let number = names::batch(conn, id)?;
        if self.batches.len() >= BATCHES {
            self.batches.clear();
        }
        self.batches.insert(id, number);
        Ok(number)
    }

    /// The number of a field.
    pub(crate) fn field(&mut self, conn: &Connection, id: &FieldId) -> Result<i64> {
        if let Some(number) = self.fields.get(id) {
            return Ok(*number);
        }
        let number = names::field(conn, id)?;
        self.fields.insert(id.clone(), number);
        Ok(number)
    }
}

/// Takes in an open change: what it replaced in its own field goes, and it stands unless something replaced it already.
pub(crate) fn opened(
    conn: &Connection,
    change: i64,
    (record, field): (i64, i64),
    content: &Change,
    targets: &[i64],
    touched: &mut Touched,
) -> Result<()> {
    if touched.aside {
        return Ok(());
    }
    for target in targets {
        conn.prepare_cached(sql!("answer_drop"))?.execute([record, field, *target])?;
    }
    let stands = touched.unnamed
        || !conn.prepare_cached(sql!("change_is_replaced"))?.exists([change, record, field])?;
    if stands {
        let (standing, value) = codes::standing(&content.write);
        let as_typed = content.as_typed.as_ref().map(|text| text.reveal().as_str());
        conn.prepare_cached(sql!("answer_add"))?
            .execute(params![record, field, change, standing, value, as_typed])?;
    }
    touched.mark(record, field);
    Ok(())
}

/// Takes in an erased change: what it replaced stays replaced. What it said is unknown, so its targets go wherever they
/// stand; only answers are ever erased, and an answer replaces in its own field alone.
pub(crate) fn erased(conn: &Connection, _change: i64, targets: &[i64], touched: &mut Touched) -> Result<()> {
    if touched.aside {
        return Ok(());
    }
    targets.iter().try_for_each(|target| forget(conn, *target, touched))
}

/// Takes a change out of the answers, if it is there.
pub(crate) fn forget(conn: &Connection, change: i64, touched: &mut Touched) -> Result<()> {
    let mut find = conn.prepare_cached(sql!("change_cell"))?;
    let cell: Option<(i64, i64)> =
        find.query_row([change], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    if let Some((record, field)) = cell {
        conn.prepare_cached(sql!("answer_drop"))?.execute([record, field, change])?;
        touched.mark(record, field);
    }
    Ok(())
}

/// What the record's own row says.
#[derive(Clone, PartialEq, Eq)]
struct Standing {
    kind: Option<KindId>,
    scope: Option<i64>,
    removal: &'static str,
}

/// What may be left of a cell's earlier answers in the narrow projections.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stale {
    /// Nothing: the record was not here before.
    Nothing,
    /// Rows of the same role.
    SameRole,
    /// Rows of any role: the kind of the record was another, or not known.
    AnyRole,
}

/// Works out everything that follows from the answers of the cells in `touched`.
pub(crate) fn refresh(conn: &Connection, interpreter: &Interpreter, touched: &Touched) -> Result<()> {
    let mut names: HashMap<i64, FieldId> = HashMap::new();
    for (record, fields) in &touched.cells {
        let was = standing(conn, *record)?;
        let (kind, scope) = match &was {
            Some(was) if !fields.contains(&KIND) => (was.kind.clone(), was.scope),
            _ => kind_and_scope(conn, *record)?,
        };
        let gone = fields.contains(&REMOVED) || was.as_ref().is_some_and(|was| was.removal != "present");
        let removal = if gone { removal(conn, *record)? } else { "present" };
        let is = Standing { kind, scope, removal };
        put_standing(conn, *record, was.as_ref(), &is)?;
        let (stale, fields) = match was {
            None => (Stale::Nothing, fields.clone()),
            Some(was) if was.kind == is.kind => (Stale::SameRole, fields.clone()),
            Some(_) => (Stale::AnyRole, fields | &fields_of(conn, *record)?),
        };
        for field in fields {
            let id = match names.entry(field) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(names::field_of(conn, field)?),
            };
            refresh_cell(conn, interpreter, is.kind.as_ref(), (*record, field, id), stale)?;
        }
    }
    Ok(())
}

/// A record has a row exactly while it has a live answer.
fn put_standing(conn: &Connection, record: i64, was: Option<&Standing>, is: &Standing) -> Result<()> {
    if is.kind.is_none() && fields_of(conn, record)?.is_empty() {
        conn.prepare_cached(sql!("record_drop"))?.execute([record])?;
    } else if was != Some(is) {
        let row = params![record, is.kind.as_ref().map(KindId::as_str), is.scope, is.removal];
        conn.prepare_cached(sql!("record_put"))?.execute(row)?;
    }
    Ok(())
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

struct Row {
    change: i64,
    standing: String,
    value: Option<String>,
    sort_key: Option<String>,
}

fn refresh_cell(
    conn: &Connection,
    interpreter: &Interpreter,
    kind: Option<&KindId>,
    (record, field, id): (i64, i64, &FieldId),
    stale: Stale,
) -> Result<()> {
    let reading = interpreter.read(kind, id);
    let mut read = conn.prepare_cached(sql!("answer_of_cell"))?;
    let rows = read.query_map([record, field], |row| {
        Ok(Row { change: row.get(0)?, standing: row.get(1)?, value: row.get(2)?, sort_key: row.get(3)? })
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for row in &rows {
        let key = match (kind, reading, &row.value) {
            (Some(kind), Some(_), Some(value)) if !id.is_of_the_log() => {
                (interpreter.sort_key)(kind, id, value)
            }
            _ => None,
        };
        if key != row.sort_key {
            conn.prepare_cached(sql!("answer_set_sort_key"))?
                .execute(params![record, field, row.change, key])?;
        }
    }
    if contradicts(reading, field, &rows) {
        conn.prepare_cached(sql!("open_conflict_put"))?.execute([record, field])?;
    } else if stale != Stale::Nothing {
        conn.prepare_cached(sql!("open_conflict_drop"))?.execute([record, field])?;
    }
    let role = reading.map_or(Role::Plain, |reading| reading.role);
    clear(conn, role, (record, field), stale)?;
    if stale != Stale::Nothing && !id.is_of_the_log() {
        finding::clear(conn, record, field)?;
    }
    if let (Some(kind), Some(_)) = (kind, reading)
        && !id.is_of_the_log()
    {
        let values: Vec<&str> = rows.iter().filter_map(|row| row.value.as_deref()).collect();
        finding::derive(conn, interpreter, kind, (record, field, id), &values)?;
    }
    for value in rows.iter().filter_map(|row| row.value.as_deref()) {
        derive(conn, interpreter, role, (record, field), value)?;
    }
    Ok(())
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

fn clear(conn: &Connection, role: Role, (record, field): (i64, i64), stale: Stale) -> Result<()> {
    let roles = [Role::Link, Role::Reference, Role::Name];
    let is_stale = |one: &Role| match stale {
        Stale::Nothing => false,
        Stale::SameRole => *one == role,
        Stale::AnyRole => true,
    };
    for one in roles.into_iter().filter(is_stale) {
        let statement = match one {
            Role::Link => sql!("link_drop"),
            Role::Reference => sql!("reference_drop"),
            Role::Name | Role::Plain => sql!("name_key_drop"),
        };
        conn.prepare_cached(statement)?.execute([record, field])?;
    }
    Ok(())
}

fn derive(
    conn: &Connection,
    interpreter: &Interpreter,
    role: Role,
    (record, field): (i64, i64),
    value: &str,
) -> Result<()> {
    match role {
        Role::Plain => {}
        Role::Link => {
            // Text that is no id stays an answer in sight; it just points nowhere.
            if let Ok(target) = RecordId::from_canonical(value) {
                let target = names::record(conn, target)?;
                conn.prepare_cached(sql!("link_put"))?.execute([target, record, field])?;
            }
        }
        Role::Reference => {
            conn.prepare_cached(sql!("reference_put"))?.execute(params![value, record, field])?;
        }
        Role::Name => {
            let folded = (interpreter.fold)(value);
            for key in from_each_word(&folded) {
                conn.prepare_cached(sql!("name_key_put"))?.execute(params![key, record, field])?;
            }
        }
    }
    Ok(())
}

/// A text from each of its words on: "siti nur aini", "nur aini", "aini".
fn from_each_word(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.char_indices().scan(true, |after_space, (at, letter)| {
        let begins = *after_space && !letter.is_whitespace();
        *after_space = letter.is_whitespace();
        Some(begins.then_some(at))
    });
    starts.flatten().filter_map(move |at| text.get(at..))
}

#[cfg(test)]
mod tests {
    use super::from_each_word;

    #[test]
    fn a_name_is_found_from_each_word() {
        let keys: Vec<_> = from_each_word("siti  nur aini").collect();
        assert_eq!(keys, ["siti  nur aini", "nur aini", "aini"]);
        assert_eq!(from_each_word("").count(), 0);
    }
}
