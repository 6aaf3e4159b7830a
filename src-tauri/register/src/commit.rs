//! Deeds. Owns turning what an officer did into batches, one for each scope it touched, in one transaction with everything
//! that follows from it; refuses half a deed.

use crate::{
    Register,
    audit::{self, AuditEntry},
    codes, erase,
    error::{RegisterError, Result},
    log,
    names::{self, KIND, REMOVED},
    project::{self, Stood},
    revoke, state,
    touched::Touched,
};
use casework::{
    answer::Answer,
    ids::{FieldId, KindId, RecordId},
    private::Private,
};
use journal::{
    Batch, BatchHash, Change, ChangeId, DeedId, DeviceId, Draft, FeedId, Head, Hlc, Incarnation, Salt, Write,
};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The most changes put into one batch; a larger deed has several.
const IN_ONE_BATCH: usize = 20_000;

/// A record that a deed makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Birth {
    /// Its name, made by whoever calls.
    pub record: RecordId,
    /// Its kind.
    pub kind: KindId,
    /// The scope it lives in for ever.
    pub scope: RecordId,
}

/// Which live changes a write takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replaces {
    /// What the field asks for: in a scalar every live value; in a set an added element replaces nothing but standings
    /// such as "unknown", and a standing or a retraction replaces every element. A write to [`FieldId::removed`] that is
    /// no retraction names every live change of the record, so that an edit made apart from it shows.
    Live,
    /// The live changes that hold this answer: the removal of an element from a set.
    Holding(Answer<Private<String>>),
    /// Exactly these.
    Exactly(Vec<ChangeId>),
}

/// One answer that a deed writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWrite {
    /// The record, which exists or is born in the same deed.
    pub record: RecordId,
    /// The field.
    pub field: FieldId,
    /// What it says.
    pub write: Write,
    /// What was typed, when it differs.
    pub as_typed: Option<Private<String>>,
    /// What it takes the place of.
    pub replaces: Replaces,
}

/// What an officer did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDeed {
    /// What the caller calls it; committing the same one twice is doing it once. The log names it by the clock.
    pub id: DeedId,
    /// A short code, never personal data: `record-answer`.
    pub act: String,
    /// The officer.
    pub author: RecordId,
    /// The deed it takes back.
    pub undoes: Option<DeedId>,
    /// Milliseconds since 1970 (UTC) by the clock of whoever calls.
    pub now_ms: u64,
    /// Records it makes.
    pub births: Vec<Birth>,
    /// What it writes.
    pub writes: Vec<NewWrite>,
}

/// What became of a deed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Its name in the log.
    pub deed: DeedId,
    /// Its batches, one or more for each scope.
    pub batches: Vec<BatchHash>,
    /// The clock of the last of them.
    pub at: Hlc,
    /// True when the deed was in the log already, so that nothing was written now.
    pub repeated: bool,
}

impl Register {
    /// Writes a deed, durably: log, projections and the audit's row in one transaction. `seed` gives sixteen fresh random
    /// bytes for a batch; where nothing speaks against it the seed follows from that of the batch before instead. Changes
    /// that a write to [`FieldId::erased`] names lose what they said at once.
    ///
    /// # Errors
    /// [`RegisterError::NoIdentity`], [`RegisterError::NoRecord`], [`RegisterError::Twice`], [`RegisterError::Nothing`],
    /// [`RegisterError::Journal`] over a limit, [`RegisterError::Disk`]. Nothing is written then, and no clock moves.
    pub fn commit(
        &mut self,
        deed: &NewDeed,
        seed: &mut dyn FnMut() -> [u8; 16],
        audit: Option<&AuditEntry>,
    ) -> Result<Committed> {
        let who = self.who.ok_or(RegisterError::NoIdentity)?;
        let work = self.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if let Some(done) = repeated(&work, deed.id)? {
            return Ok(done);
        }
        let mut touched = Touched::default();
        let mut batches = Vec::new();
        let (mut erased, mut moved) = (0, false);
        let mut at = read_clock(&work)?;
        let mut name = None;
        for (scope, changes) in by_scope(&work, &self.interpreter, deed)? {
            let mut changes = changes.into_iter().peekable();
            while changes.peek().is_some() {
                let part = changes.by_ref().take(IN_ONE_BATCH).collect();
                at = Hlc::tick(at, deed.now_ms);
                touched.settle(&work)?;
                let name = *name.get_or_insert_with(|| DeedId::of(who.0, who.1, at));
                let draft = draft(&work, (deed, name), who, (scope, self.interpreter.schema), at)?;
                if revoke::is_late(&work, who.0, feed_of(&draft), draft.seq)? {
                    return Err(RegisterError::Revoked);
                }
                let salts = next_seed(&work, &draft, seed)?;
                let batch = Batch::assemble(draft, part, salts)?;
                let number = log::append(&work, &batch, &mut touched)?;
                moved |= revoke::note(&work, number, &batch, &mut touched)?;
                erased += erase::carry_out(&work, number, &batch, &mut touched)?;
                batches.push(batch.id());
            }
        }
        let Some(name) = name else { return Err(RegisterError::Nothing) };
        work.prepare_cached(sql!("asked_deed_add"))?
            .execute([&deed.id.0.as_bytes()[..], &name.0.as_bytes()[..]])?;
        project::refresh(&work, &self.interpreter, &mut touched, Stood::Before)?;
        write_clock(&work, at)?;
        if let Some(entry) = audit {
            audit::append(&work, entry)?;
        }
        if moved || touched.unsure {
            state::rebuild(&work, &self.interpreter)?;
        }
        work.commit()?;
        if erased > 0 {
            self.checkpoint()?;
        }
        Ok(Committed { deed: name, batches, at, repeated: false })
    }
}

fn feed_of(draft: &Draft) -> FeedId {
    FeedId::of(draft.device, draft.incarnation, draft.scope)
}

/// The seed of a new batch: the one that follows from the batch before it in its feed, or a fresh one for the first batch and
/// after each bundle and each erasure, as [`Salt::following`] asks for.
fn next_seed(conn: &Connection, draft: &Draft, fresh: &mut dyn FnMut() -> [u8; 16]) -> Result<Salt> {
    let Some(prev) = draft.prev else { return Ok(Salt(fresh())) };
    let mut read = conn.prepare_cached(sql!("seed_before"))?;
    let before: Option<Option<Vec<u8>>> = read.query_row([&prev.0[..]], |row| row.get(0)).optional()?;
    match before.flatten() {
        Some(seed) => Ok(codes::salt(&seed)?.following()),
        None => Ok(Salt(fresh())),
    }
}

fn repeated(conn: &Connection, asked: DeedId) -> Result<Option<Committed>> {
    let mut find = conn.prepare_cached(sql!("asked_deed_find"))?;
    let known: Option<Vec<u8>> = find.query_row([&asked.0.as_bytes()[..]], |row| row.get(0)).optional()?;
    // A register of the first layout has deeds under the name that they were asked by.
    let deed = known.as_deref().map(codes::deed).transpose()?.unwrap_or(asked);
    let mut read = conn.prepare_cached(sql!("deed_batches"))?;
    let mut rows = read.query([&deed.0.as_bytes()[..]])?;
    let (mut batches, mut at) = (Vec::new(), Hlc::default());
    while let Some(row) = rows.next()? {
        batches.push(codes::batch(&row.get::<_, Vec<u8>>(0)?)?);
        at = at.max(codes::hlc(row.get(1)?, row.get(2)?)?);
    }
    Ok((!batches.is_empty()).then_some(Committed { deed, batches, at, repeated: true }))
}

pub(crate) fn read_clock(conn: &Connection) -> Result<Hlc> {
    let mut read = conn.prepare_cached(sql!("clock_get"))?;
    let (ms, tick) = read.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    codes::hlc(ms, tick)
}

pub(crate) fn write_clock(conn: &Connection, at: Hlc) -> Result<()> {
    let (ms, tick) = codes::clock(at)?;
    conn.prepare_cached(sql!("clock_set"))?.execute([ms, tick])?;
    Ok(())
}

fn draft(
    conn: &Connection,
    (deed, name): (&NewDeed, DeedId),
    (device, incarnation): (DeviceId, Incarnation),
    (scope, schema): (RecordId, u32),
    at: Hlc,
) -> Result<Draft> {
    let feed = FeedId::of(device, incarnation, scope);
    let last: Option<Head> = log::heads(conn, &feed.0)?.pop();
    Ok(Draft {
        schema,
        device,
        incarnation,
        scope,
        seq: last.map_or(1, |head| head.seq.saturating_add(1)),
        prev: last.map(|head| head.batch),
        at,
        deed: name,
        act: deed.act.clone(),
        author: deed.author,
        undoes: deed.undoes,
    })
}

/// The changes of a deed by scope, in the order in which they were given.
fn by_scope(
    conn: &Connection,
    interpreter: &crate::Interpreter,
    deed: &NewDeed,
) -> Result<BTreeMap<RecordId, Vec<Change>>> {
    let mut scopes: BTreeMap<RecordId, Vec<Change>> = BTreeMap::new();
    let mut places: HashMap<RecordId, (KindId, RecordId)> = HashMap::new();
    for birth in &deed.births {
        places.insert(birth.record, (birth.kind.clone(), birth.scope));
        let kind = Write::Answered(Answer::Known(Private::new(birth.kind.as_str().to_owned())));
        let replaces = match names::find_record(conn, birth.record)? {
            Some(number) => live(conn, (number, KIND))?.into_iter().map(|one| one.id).collect(),
            None => Vec::new(),
        };
        let change =
            Change { record: birth.record, field: FieldId::kind(), write: kind, as_typed: None, replaces };
        scopes.entry(birth.scope).or_default().push(change);
    }
    let mut written = BTreeSet::new();
    for write in &deed.writes {
        if write.field == FieldId::kind() {
            return Err(RegisterError::LogField(write.field.clone()));
        }
        let (kind, scope) = match places.get(&write.record) {
            Some(place) => place.clone(),
            None => {
                let place = place(conn, write.record)?.ok_or(RegisterError::NoRecord(write.record))?;
                places.insert(write.record, place.clone());
                place
            }
        };
        let many = interpreter.read(Some(&kind), &write.field).is_some_and(|reading| reading.many);
        if !written.insert((write.record, &write.field)) && !many {
            return Err(RegisterError::Twice { record: write.record, field: write.field.clone() });
        }
        let change = Change {
            record: write.record,
            field: write.field.clone(),
            write: write.write.clone(),
            as_typed: write.as_typed.clone(),
            replaces: replaced(conn, write, many)?,
        };
        scopes.entry(scope).or_default().push(change);
    }
    Ok(scopes)
}

/// The kind and scope of a record that was made here or has arrived.
pub(crate) fn place(conn: &Connection, record: RecordId) -> Result<Option<(KindId, RecordId)>> {
    let mut read = conn.prepare_cached(sql!("record_place"))?;
    let found: Option<(String, Vec<u8>)> =
        read.query_row([&record.0.as_bytes()[..]], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((kind, scope)) = found else { return Ok(None) };
    let kind =
        KindId::new(kind).map_err(|_| RegisterError::Damaged("a kind's name is not of the allowed shape"))?;
    Ok(Some((kind, codes::record(&scope)?)))
}

struct Live {
    id: ChangeId,
    write: Write,
}

fn live(conn: &Connection, cell: (i64, i64)) -> Result<Vec<Live>> {
    let mut read = conn.prepare_cached(sql!("answer_live"))?;
    let mut rows = read.query(params![cell.0, cell.1])?;
    let mut live = Vec::new();
    while let Some(row) = rows.next()? {
        live.push(Live {
            id: codes::change_id(&row.get::<_, Vec<u8>>(0)?, row.get(1)?)?,
            write: codes::write(&row.get::<_, String>(2)?, row.get(3)?)?,
        });
    }
    Ok(live)
}

fn replaced(conn: &Connection, write: &NewWrite, many: bool) -> Result<Vec<ChangeId>> {
    if let Replaces::Exactly(ids) = &write.replaces {
        return Ok(ids.clone());
    }
    let Some(record) = names::find_record(conn, write.record)? else { return Ok(Vec::new()) };
    let Some(field) = names::find_field(conn, &write.field)? else { return Ok(Vec::new()) };
    if field == REMOVED && write.write != Write::Retracted {
        return every_live(conn, record);
    }
    let adds = many && matches!(write.write, Write::Answered(Answer::Known(_)));
    let stays = |one: &Live| adds && matches!(one.write, Write::Answered(Answer::Known(_)));
    let live = live(conn, (record, field))?.into_iter().filter(|one| match &write.replaces {
        Replaces::Holding(answer) => one.write.answer() == Some(answer),
        Replaces::Live | Replaces::Exactly(_) => !stays(one),
    });
    Ok(live.map(|one| one.id).collect())
}

fn every_live(conn: &Connection, record: i64) -> Result<Vec<ChangeId>> {
    let mut read = conn.prepare_cached(sql!("answer_every_live"))?;
    let mut rows = read.query([record])?;
    let mut ids = Vec::new();
    while let Some(row) = rows.next()? {
        ids.push(codes::change_id(&row.get::<_, Vec<u8>>(0)?, row.get(1)?)?);
    }
    Ok(ids)
}
