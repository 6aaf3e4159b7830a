//! The answers of one cell as rows. Owns reading and writing them one by one, by statements that are kept at hand for many
//! cells after one another; refuses to know which of them stand.

use crate::{
    codes,
    error::Result,
    touched::{Added, Place},
};
use rusqlite::{CachedStatement, Connection, params};

/// A live answer, as far as something follows from it.
#[derive(Clone)]
pub(crate) struct Row {
    pub(crate) change: i64,
    pub(crate) standing: &'static str,
    pub(crate) value: Option<String>,
    pub(crate) sort_key: Option<String>,
}

/// Reads and writes answers.
pub(crate) struct Answers<'c> {
    between: CachedStatement<'c>,
    add: CachedStatement<'c>,
    drop: CachedStatement<'c>,
    turn: CachedStatement<'c>,
    sort: CachedStatement<'c>,
    replaced: CachedStatement<'c>,
}

impl<'c> Answers<'c> {
    pub(crate) fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            between: conn.prepare_cached(sql!("answer_between"))?,
            add: conn.prepare_cached(sql!("answer_add"))?,
            drop: conn.prepare_cached(sql!("answer_drop"))?,
            turn: conn.prepare_cached(sql!("answer_turn"))?,
            sort: conn.prepare_cached(sql!("answer_set_sort_key"))?,
            replaced: conn.prepare_cached(sql!("change_is_replaced"))?,
        })
    }

    /// The answers of a record from one field to another, each with its field; by field and then by the number of their change.
    pub(crate) fn between(&mut self, record: i64, (first, last): (i64, i64)) -> Result<Vec<(i64, Row)>> {
        let mut rows = self.between.query([record, first, last])?;
        let mut answers = Vec::new();
        while let Some(row) = rows.next()? {
            let standing = codes::word(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
            let answer = Row { change: row.get(1)?, standing, value: row.get(3)?, sort_key: row.get(4)? };
            answers.push((row.get(0)?, answer));
        }
        Ok(answers)
    }

    /// True unless something that came earlier replaced it.
    pub(crate) fn stands(&mut self, (record, field): Place, added: &Added) -> Result<bool> {
        Ok(!added.doubtful || !self.replaced.exists([added.change, record, field])?)
    }

    pub(crate) fn add(&mut self, at: Place, added: &Added, sort_key: Option<String>) -> Result<Row> {
        let (standing, value) = codes::standing(&added.write);
        self.add.execute(params![at.0, at.1, added.change, standing, value, sort_key, typed(added)])?;
        Ok(row(added, sort_key))
    }

    /// Puts an answer down in place of another one.
    pub(crate) fn turn(
        &mut self,
        at: Place,
        old: i64,
        added: &Added,
        sort_key: Option<String>,
    ) -> Result<Row> {
        let (standing, value) = codes::standing(&added.write);
        self.turn.execute(params![at.0, at.1, added.change, standing, value, sort_key, typed(added), old])?;
        Ok(row(added, sort_key))
    }

    pub(crate) fn drop(&mut self, (record, field): Place, change: i64) -> Result<()> {
        self.drop.execute([record, field, change])?;
        Ok(())
    }

    /// Sets what an answer sorts by, where that is something else now.
    pub(crate) fn sort(
        &mut self,
        (record, field): Place,
        row: &mut Row,
        sort_key: Option<String>,
    ) -> Result<()> {
        if sort_key != row.sort_key {
            self.sort.execute(params![record, field, row.change, sort_key])?;
            row.sort_key = sort_key;
        }
        Ok(())
    }
}

fn typed(added: &Added) -> Option<&str> {
    added.as_typed.as_ref().map(|text| text.reveal().as_str())
}

fn row(added: &Added, sort_key: Option<String>) -> Row {
    let (standing, value) = codes::standing(&added.write);
    Row { change: added.change, standing, value: value.map(str::to_owned), sort_key }
}
