//! Deeds of the past, and which of them can be taken back. Owns finding them; what taking back means is the desk's.

use crate::{
    Register, codes,
    error::Result,
    history::{Past, past},
    loading, log,
    names::{self, Known},
};
use casework::{ids::RecordId, private::Private};
use chrono::{DateTime, Utc};
use journal::{ChangeId, DeedId, DeviceId, Write};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{HashMap, HashSet};

/// How far back taking back looks.
const LOOKED_AT: usize = 1000;

/// A deed as the log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Its name.
    pub id: DeedId,
    /// Its code.
    pub act: String,
    /// The officer.
    pub author: RecordId,
    /// The laptop.
    pub device: DeviceId,
    /// When, by that laptop's clock.
    pub at: DateTime<Utc>,
    /// The deed it takes back.
    pub undoes: Option<DeedId>,
}

/// A change of a deed, with what it took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The change.
    pub change: Past,
    /// What it replaced in its own field, of what is here.
    pub replaced: Vec<Before>,
}

/// What stood in a field before a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The change that wrote it.
    pub id: ChangeId,
    /// What it said.
    pub write: Write,
    /// What was typed, when it differs.
    pub as_typed: Option<Private<String>>,
}

impl Register {
    /// The latest deeds, of one officer where one is given, newest first.
    ///
    /// # Errors
    /// [`crate::RegisterError::Disk`], [`crate::RegisterError::Damaged`].
    pub fn deeds(&self, author: Option<RecordId>, limit: usize) -> Result<Vec<Deed>> {
        let mut read = self.conn.prepare_cached(sql!("deeds"))?;
        let author = author.map(|id| id.0);
        let author = author.as_ref().map(|id| &id.as_bytes()[..]);
        let mut rows = read.query(params![author, i64::try_from(limit).unwrap_or(i64::MAX)])?;
        let mut deeds = Vec::new();
        while let Some(row) = rows.next()? {
            deeds.push(Deed {
                id: codes::deed(&row.get::<_, Vec<u8>>(0)?)?,
                act: row.get(1)?,
                author: codes::record(&row.get::<_, Vec<u8>>(2)?)?,
                device: codes::device(&row.get::<_, Vec<u8>>(3)?)?,
                at: codes::moment(row.get(4)?),
                undoes: row.get::<_, Option<Vec<u8>>>(5)?.as_deref().map(codes::deed).transpose()?,
            });
        }
        Ok(deeds)
    }

    /// The latest deed of an officer on this laptop that stands, for taking it back: no undoing, and not undone itself.
    ///
    /// # Errors
    /// As [`Register::deeds`].
    pub fn last_undoable(&self, author: RecordId) -> Result<Option<Deed>> {
        let deeds = self.own_deeds(author)?;
        let (standing, depth) = (standing(&deeds), depths(&deeds));
        Ok(deeds.into_iter().find(|deed| standing.contains(&deed.id) && even(&depth, deed)))
    }

    /// The latest undoing of an officer on this laptop that stands, for doing the deed again; none once anything else was
    /// done after it.
    ///
    /// # Errors
    /// As [`Register::deeds`].
    pub fn last_redoable(&self, author: RecordId) -> Result<Option<Deed>> {
        let deeds = self.own_deeds(author)?;
        let (standing, depth) = (standing(&deeds), depths(&deeds));
        let since = deeds.into_iter().take_while(|deed| deed.undoes.is_some());
        Ok(since.filter(|deed| standing.contains(&deed.id)).find(|deed| !even(&depth, deed)))
    }

    /// The changes of a deed, in the order in which it wrote them, each with what it replaced.
    ///
    /// # Errors
    /// As [`Register::deeds`].
    pub fn changes_of(&self, deed: DeedId) -> Result<Vec<Written>> {
        let mut read = self.conn.prepare_cached(sql!("deed_changes"))?;
        let mut rows = read.query([&deed.0.as_bytes()[..]])?;
        let mut written = Vec::new();
        while let Some(row) = rows.next()? {
            let change = past(row)?;
            let replaced = replaced(&self.conn, row.get(1)?)?;
            written.push(Written { change, replaced });
        }
        Ok(written)
    }

    fn own_deeds(&self, author: RecordId) -> Result<Vec<Deed>> {
        let device = self.who.map(|(device, _)| device);
        let deeds = self.deeds(Some(author), LOOKED_AT)?;
        Ok(deeds.into_iter().filter(|deed| Some(deed.device) == device).collect())
    }
}

fn replaced(conn: &Connection, change: i64) -> Result<Vec<Before>> {
    let mut read = conn.prepare_cached(sql!("change_content_in_field_of"))?;
    let mut found = Vec::new();
    let targets = log::targets_of(conn, change)?;
    for id in loading::replaced(&mut Known::new(conn)?, targets.into_iter().map(Ok))? {
        let Some(batch) = names::find_batch(conn, id.batch)? else { continue };
        let target = codes::change(batch, id.index)?;
        let content: Option<(String, Option<String>, Option<String>)> =
            read.query_row([target, change], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        if let Some((standing, value, as_typed)) = content {
            let write = codes::write(&standing, value)?;
            found.push(Before { id, write, as_typed: as_typed.map(Private::new) });
        }
    }
    Ok(found)
}

/// The deeds that stand: those that no standing deed undoes. `deeds` come newest first, so an undoing comes before what it
/// undoes.
fn standing(deeds: &[Deed]) -> HashSet<DeedId> {
    let mut undone = HashSet::new();
    let mut standing = HashSet::new();
    for deed in deeds {
        if !undone.contains(&deed.id) {
            standing.insert(deed.id);
            undone.extend(deed.undoes);
        }
    }
    standing
}

/// How many undoings deep a deed is: 0 for a deed, 1 for its undoing, 2 for its doing again.
fn depths(deeds: &[Deed]) -> HashMap<DeedId, u32> {
    let mut depths = HashMap::new();
    for deed in deeds.iter().rev() {
        let below = deed.undoes.map(|undone| depths.get(&undone).copied().unwrap_or(0));
        depths.insert(deed.id, below.map_or(0, |depth| depth + 1));
    }
    depths
}

fn even(depths: &HashMap<DeedId, u32>, deed: &Deed) -> bool {
    depths.get(&deed.id).is_some_and(|depth| depth % 2 == 0)
}
