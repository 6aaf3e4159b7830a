//! Taking in what other laptops wrote. Owns one transaction for all of it, in whatever order it comes, read back before it
//! counts; refuses to leave anything half there, to hide a fork, and to move the clock for a file that failed.

use crate::{
    Register,
    arrival::Arrival,
    aside,
    commit::{read_clock, write_clock},
    erase,
    error::{RegisterError, Result},
    loading::{Loader, load},
    log, names,
    open::LIFE_ENDS,
    project::{self, Stood},
    revoke, state,
    touched::{Place, Touched},
};
use casework::ids::{FieldId, RecordId};
use journal::{Batch, BatchHash, FeedCheck, FeedId, Hlc, Leaf, StateDigest, Step};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use std::collections::{BTreeSet, HashMap, hash_map::Entry};

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absorbed {
    /// Batches that are in the log now and were not before.
    pub new: usize,
    /// Batches that were here already.
    pub known: usize,
    /// Batches that were here and of which more is known now: filled in or erased.
    pub completed: usize,
    /// Batches that wait for one before them, in the whole register.
    pub waiting: usize,
    /// Batches that were refused: nobody's app writes what they say of their place.
    pub refused: Vec<BatchHash>,
    /// Feeds that have more than one end now: a laptop was cloned or put back to a backup.
    pub forks: Vec<FeedId>,
    /// Batches whose clock is more than a day ahead of this laptop's.
    pub clock_ahead: Vec<BatchHash>,
    /// True when the present life of this laptop has written something that it never wrote here: begin another life.
    /// [`Register::life_ends`] says so until one has begun, also when the program ends in between.
    pub own_life_elsewhere: bool,
    /// Fields that came into contact with this import and need an officer.
    pub conflicts: Vec<(RecordId, FieldId)>,
    /// Records that this import names and that have not arrived.
    pub placeholders: Vec<RecordId>,
    /// Changes that lost what they said, because an erasure came along.
    pub erased: usize,
    /// New batches that stand aside, because their laptop was revoked before it wrote them.
    pub quarantined: usize,
    /// The number under which it can be set aside; none when it was only looked at or brought nothing new.
    pub import: Option<i64>,
    /// The addresses of files that came and that nothing names, because what named them was erased here: they are not kept.
    pub unnamed_files: Vec<String>,
    /// The state after it.
    pub digest: StateDigest,
}

#[derive(Default)]
struct Work {
    touched: Touched,
    /// The feeds that were met, each with its ends.
    feeds: HashMap<FeedId, FeedCheck>,
    /// True when some batch may wait for one before it.
    some_wait: bool,
    added: Vec<i64>,
    known: usize,
    completed: usize,
    refused: Vec<BatchHash>,
    forks: Vec<FeedId>,
    clock_ahead: Vec<BatchHash>,
    own_life_elsewhere: bool,
    erased: usize,
    fresh: Vec<i64>,
    moved: bool,
    waited: bool,
    unnamed_files: Vec<String>,
}

/// Whether an import counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apply {
    /// It is taken in.
    Now,
    /// It is only looked at: what would come of it is told, and nothing is kept.
    Look,
}

impl Register {
    /// Takes in batches, all or none. What is here already changes nothing; what lacks its predecessor waits.
    ///
    /// # Errors
    /// The first error of `batches`, or [`RegisterError::Disk`] or [`RegisterError::Damaged`] of this register. Nothing is
    /// taken in then, and the clock does not move.
    pub fn absorb<E: From<RegisterError>>(
        &mut self,
        now_ms: u64,
        batches: impl Iterator<Item = std::result::Result<Batch, E>>,
    ) -> std::result::Result<Absorbed, E> {
        self.absorb_from(now_ms, None, Apply::Now, batches)
    }

    /// As [`Register::absorb`], of a bundle that can be set aside later; or only to see what would come of it.
    ///
    /// # Errors
    /// As [`Register::absorb`].
    pub fn absorb_from<E: From<RegisterError>>(
        &mut self,
        now_ms: u64,
        arrival: Option<&Arrival>,
        apply: Apply,
        batches: impl Iterator<Item = std::result::Result<Batch, E>>,
    ) -> std::result::Result<Absorbed, E> {
        self.conn.execute_batch(sql!("cache_of_an_import")).map_err(RegisterError::from)?;
        let taken = self.take_in(now_ms, arrival, apply, batches);
        self.conn.execute_batch(sql!("cache_as_usual")).map_err(RegisterError::from)?;
        taken
    }

    fn take_in<E: From<RegisterError>>(
        &mut self,
        now_ms: u64,
        arrival: Option<&Arrival>,
        apply: Apply,
        batches: impl Iterator<Item = std::result::Result<Batch, E>>,
    ) -> std::result::Result<Absorbed, E> {
        let tx = self
            .conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| E::from(error.into()))?;
        let some_wait = waiting(&tx)? > 0;
        let mut work = Work { some_wait, ..Work::default() };
        let mut clock = read_clock(&tx)?;
        for batch in batches {
            let batch = batch?;
            let met = Hlc::witness(clock, batch.header().at, now_ms);
            clock = met.next;
            if met.ahead {
                work.clock_ahead.push(batch.id());
            }
            work.take(&tx, batch, self.who)?;
            if work.touched.is_heavy() {
                project::refresh(&tx, &self.interpreter, &mut work.touched, Stood::Before)?;
            }
        }
        if let Some(whole) = arrival.and_then(|arrival| arrival.again.as_ref()) {
            clock = Hlc::witness(clock, whole.at, now_ms).next;
            work.known += usize::try_from(whole.batches).unwrap_or(usize::MAX);
        }
        write_clock(&tx, clock)?;
        project::refresh(&tx, &self.interpreter, &mut work.touched, Stood::Before)?;
        work.moved |= work.touched.unsure;
        if work.moved {
            state::rebuild(&tx, &self.interpreter)?;
        }
        read_back(&tx, &mut work.added)?;
        let mut import = None;
        if let Some(arrival) = arrival {
            let whole = work.refused.is_empty() && !work.waited;
            let kept = arrival.keep(&tx, now_ms, &work.fresh, whole)?;
            (import, work.unnamed_files) = (kept.import, kept.unnamed_files);
        }
        let absorbed = work.report(&tx, import)?;
        if apply == Apply::Look {
            tx.rollback().map_err(|error| E::from(error.into()))?;
            return Ok(Absorbed { import: None, ..absorbed });
        }
        if absorbed.own_life_elsewhere {
            tx.execute(sql!("setting_put"), [LIFE_ENDS, ""]).map_err(RegisterError::from)?;
        }
        tx.commit().map_err(|error| E::from(error.into()))?;
        if absorbed.erased > 0 {
            self.checkpoint()?;
        }
        Ok(absorbed)
    }
}

impl Work {
    fn take(
        &mut self,
        conn: &Connection,
        batch: Batch,
        who: Option<(journal::DeviceId, journal::Incarnation)>,
    ) -> Result<()> {
        let mut ready = vec![batch];
        while let Some(batch) = ready.pop() {
            let id = batch.id();
            let batch = match self.touched.find_batch(conn, id)? {
                Some(number) => {
                    let batch = erase::screened(conn, number, batch)?;
                    if log::has(conn, id)? {
                        self.complete(conn, number, batch)?;
                        continue;
                    }
                    batch
                }
                None => batch,
            };
            let header = batch.header();
            let feed = header.feed();
            let check = match self.feeds.entry(feed) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(new) => new.insert(FeedCheck::resume(log::heads(conn, &feed.0)?)),
            };
            let before = match header.prev {
                Some(prev) if !check.ends_at(prev) => seq_in_feed(conn, prev, feed)?,
                _ => None,
            };
            let step = check.accept(id, header, |hash| before.filter(|_| header.prev == Some(*hash)));
            match step {
                Step::Next | Step::Fork => {
                    self.own_life_elsewhere |= who == Some((header.device, header.incarnation));
                    if step == Step::Fork {
                        self.forks.push(feed);
                    }
                    let number = log::append(conn, &batch, &mut self.touched)?;
                    self.moved |= revoke::note(conn, number, &batch, &mut self.touched)?;
                    self.erased += erase::carry_out(conn, number, &batch, &mut self.touched)?;
                    self.added.push(number);
                    self.fresh.push(number);
                    if self.some_wait {
                        ready.extend(released(conn, id)?);
                    }
                }
                Step::Gap { .. } => self.wait(conn, batch)?,
                Step::Broken => self.refused.push(id),
                Step::Duplicate => self.known += 1,
            }
        }
        Ok(())
    }

    /// Joins another copy of a batch that is here.
    fn complete(&mut self, conn: &Connection, number: i64, copy: Batch) -> Result<()> {
        let erases = copy.leaves().iter().any(|leaf| matches!(leaf, Leaf::Erased { .. }));
        if !erases && has_seed(conn, number)? {
            self.known += 1;
            return Ok(());
        }
        self.touched.settle(conn)?;
        let mine = load(conn, number)?;
        let mut joined = mine.clone().joined(copy);
        if conn.prepare_cached(sql!("seed_given_up_find"))?.exists([number])? {
            joined = joined.unseeded();
        }
        if joined == mine {
            self.known += 1;
        } else {
            log::replace_places(conn, &joined, &mut self.touched)?;
            self.erased += erase::carry_out(conn, number, &joined, &mut self.touched)?;
            self.moved |= revoke::note(conn, number, &joined, &mut self.touched)?;
            self.added.push(number);
            self.completed += 1;
        }
        Ok(())
    }

    fn wait(&mut self, conn: &Connection, batch: Batch) -> Result<()> {
        let Some(prev) = batch.header().prev else { return Ok(()) };
        (self.waited, self.some_wait) = (true, true);
        let mut find = conn.prepare_cached(sql!("waiting_find"))?;
        let kept: Option<Vec<u8>> = find.query_row([&batch.id().0[..]], |row| row.get(0)).optional()?;
        let whole = match kept {
            Some(body) => Batch::decode(&body)?.joined(batch),
            None => batch,
        };
        conn.prepare_cached(sql!("waiting_put"))?.execute(params![
            &whole.id().0[..],
            &prev.0[..],
            whole.encode()
        ])?;
        Ok(())
    }

    /// The cells that this import touched and that need an officer, and the records without a kind.
    fn unsettled(&self, conn: &Connection) -> Result<(BTreeSet<Place>, BTreeSet<i64>)> {
        if !self.moved {
            return Ok((self.touched.contested.clone(), self.touched.unborn.clone()));
        }
        // Something stepped aside, and every projection was made anew since.
        let (mut contested, mut unborn) = (BTreeSet::new(), BTreeSet::new());
        let mut in_conflict = conn.prepare_cached(sql!("open_conflict_find"))?;
        let mut is_unborn = conn.prepare_cached(sql!("record_is_placeholder"))?;
        for at in self.touched.done() {
            if in_conflict.exists([at.0, at.1])? {
                contested.insert(at);
            }
            if is_unborn.exists([at.0])? {
                unborn.insert(at.0);
            }
        }
        Ok((contested, unborn))
    }

    fn report(mut self, conn: &Connection, import: Option<i64>) -> Result<Absorbed> {
        let mut quarantined = 0;
        let none_aside = !conn.prepare_cached(sql!("aside_any"))?.exists([])?;
        for number in self.fresh.iter().filter(|_| !none_aside) {
            quarantined += usize::from(aside::has(conn, *number)?);
        }
        let (contested, unborn) = self.unsettled(conn)?;
        let mut conflicts = Vec::new();
        for (record, field) in contested {
            conflicts.push((names::record_of(conn, record)?, names::field_of(conn, field)?));
        }
        let placeholders =
            unborn.into_iter().map(|record| names::record_of(conn, record)).collect::<Result<_>>()?;
        self.forks.sort_unstable();
        self.forks.dedup();
        Ok(Absorbed {
            new: self.added.len().saturating_sub(self.completed),
            known: self.known,
            completed: self.completed,
            waiting: waiting(conn)?,
            refused: self.refused,
            forks: self.forks,
            clock_ahead: self.clock_ahead,
            own_life_elsewhere: self.own_life_elsewhere,
            conflicts,
            placeholders,
            erased: self.erased,
            quarantined,
            import,
            unnamed_files: self.unnamed_files,
            digest: state::kept_digest(conn)?,
        })
    }
}

/// Proves that what was written is what came, batch by batch in the order in which the file keeps them.
fn read_back(conn: &Connection, numbers: &mut [i64]) -> Result<()> {
    numbers.sort_unstable();
    Loader::new(conn)?.each(numbers, &mut |_| Ok(()))
}

/// How many batches wait for one before them.
fn waiting(conn: &Connection) -> Result<usize> {
    let count: i64 = conn.query_row(sql!("waiting_count"), [], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or(usize::MAX))
}

/// The place of `hash` in `feed`; 0, which nothing follows, when it is here and in another feed.
fn seq_in_feed(conn: &Connection, hash: BatchHash, feed: FeedId) -> Result<Option<u64>> {
    let Some(seq) = log::seq_of(conn, hash)? else { return Ok(None) };
    let mut find = conn.prepare_cached(sql!("batch_in_feed"))?;
    Ok(Some(if find.exists(params![&hash.0[..], &feed.0[..]])? { seq } else { 0 }))
}

fn has_seed(conn: &Connection, number: i64) -> Result<bool> {
    let mut read = conn.prepare_cached(sql!("batch_has_seed"))?;
    Ok(read.exists([number])?)
}

/// The batches that waited for `id`, which wait no longer.
fn released(conn: &Connection, id: BatchHash) -> Result<Vec<Batch>> {
    let mut read = conn.prepare_cached(sql!("waiting_release"))?;
    let mut rows = read.query([&id.0[..]])?;
    let mut batches = Vec::new();
    while let Some(row) = rows.next()? {
        batches.push(Batch::decode(&row.get::<_, Vec<u8>>(0)?)?);
    }
    Ok(batches)
}
