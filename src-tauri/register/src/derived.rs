//! The narrow projections: links, references, names, words and figures. Owns what the answers of a cell put into each, and
//! writing what a transaction adds and takes away in the order in which the file keeps it; refuses to read what stood there
//! before, which follows from the answers that stood before.

use crate::{
    error::Result,
    interpret::{Interpreter, Reading, Role},
    names,
};
use casework::{
    finding::{self, Sort, Term},
    ids::{FieldId, KindId, RecordId},
};
use rusqlite::{CachedStatement, Connection, OptionalExtension, ToSql, params};

/// The most rows that are collected before they are written; few in tests, so that they meet the seam.
const MANY: usize = if cfg!(test) { 9 } else { 50_000 };

/// One thing that a cell puts into a narrow projection.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Entry {
    Link(RecordId),
    Reference(String),
    Name(String),
    Word(Term),
    Figure(String),
}

/// What a cell with these values puts into the narrow projections, ascending and each once; nothing where the kind of its record or the
/// field is not known.
pub(crate) fn entries(
    interpreter: &Interpreter,
    (kind, reading): (Option<&KindId>, Option<Reading>),
    field: &FieldId,
    values: &[&str],
) -> Vec<Entry> {
    let mut entries = Vec::new();
    let (Some(kind), Some(reading)) = (kind, reading) else { return entries };
    if field.is_of_the_log() {
        return entries;
    }
    for &value in values {
        match reading.role {
            Role::Plain => {}
            // Text that is no id stays an answer in sight; it just points nowhere.
            Role::Link => entries.extend(RecordId::from_canonical(value).ok().map(Entry::Link)),
            Role::Reference => entries.push(Entry::Reference(value.to_owned())),
            Role::Name => {
                let folded = (interpreter.fold)(value);
                entries.extend(from_each_word(&folded).map(|key| Entry::Name(key.to_owned())));
            }
        }
        entries.extend((interpreter.terms)(kind, field, value).into_iter().map(Entry::Word));
        entries.extend((interpreter.figure)(kind, field, value).map(Entry::Figure));
    }
    entries.sort_unstable();
    // Of one word with two spelling keys the first counts, as it does in the file.
    entries.dedup_by(|a, b| match (&*a, &*b) {
        (Entry::Word(a), Entry::Word(b)) => (a.sort, &a.key) == (b.sort, &b.key),
        (a, b) => a == b,
    });
    entries
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

/// A word that a field begins to have, or ceases to.
struct Used {
    term: Term,
    record: i64,
    field: i64,
    comes: bool,
}

/// Rows on their way into the narrow projections and out of them, true for those that come.
#[derive(Default)]
pub(crate) struct Derived {
    links: Vec<((i64, i64, i64), bool)>,
    references: Vec<((String, i64, i64), bool)>,
    names: Vec<((String, i64, i64), bool)>,
    words: Vec<Used>,
    figures: Vec<((KindId, i64, String, i64), bool)>,
    rows: usize,
}

/// Rows in the order of the file, each once; of one that comes and goes the last word counts.
fn in_order<K: Ord>(mut rows: Vec<(K, bool)>) -> Vec<(K, bool)> {
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.dedup_by(|later, earlier| {
        let same = later.0 == earlier.0;
        if same {
            earlier.1 = later.1;
        }
        same
    });
    rows
}

impl Derived {
    /// Notes that a cell begins to put something down, or ceases to.
    pub(crate) fn note(
        &mut self,
        conn: &Connection,
        (kind, record, field): (&KindId, i64, i64),
        entry: Entry,
        comes: bool,
    ) -> Result<()> {
        self.rows += 1;
        match entry {
            Entry::Link(target) => {
                self.links.push(((names::record(conn, target)?, record, field), comes));
            }
            Entry::Reference(text) => {
                self.references.push(((text, record, field), comes));
            }
            Entry::Name(folded) => {
                self.names.push(((folded, record, field), comes));
            }
            Entry::Figure(value) => {
                self.figures.push(((kind.clone(), field, value, record), comes));
            }
            Entry::Word(term) => self.words.push(Used { term, record, field, comes }),
        }
        Ok(())
    }

    /// True when enough is collected that it should be written before more comes.
    pub(crate) const fn is_heavy(&self) -> bool {
        self.rows > MANY
    }

    /// Writes all of it, each table in its own order.
    pub(crate) fn flush(&mut self, conn: &Connection) -> Result<()> {
        let Self { links, references, names, mut words, figures, rows: _ } = std::mem::take(self);
        let mut link = Pair::of(conn, sql!("link_put"), sql!("link_drop"))?;
        for ((target, record, field), comes) in in_order(links) {
            link.run(comes, params![target, record, field])?;
        }
        let mut reference = Pair::of(conn, sql!("reference_put"), sql!("reference_drop"))?;
        for ((text, record, field), comes) in in_order(references) {
            reference.run(comes, params![text, record, field])?;
        }
        let mut name = Pair::of(conn, sql!("name_key_put"), sql!("name_key_drop"))?;
        for ((folded, record, field), comes) in in_order(names) {
            name.run(comes, params![folded, record, field])?;
        }
        let mut figure = Pair::of(conn, sql!("figure_put"), sql!("figure_drop"))?;
        for ((kind, field, value, record), comes) in in_order(figures) {
            figure.run(comes, params![kind.as_str(), field, value, record])?;
        }
        let mut table = Words::new(conn)?;
        let mut by_number = Vec::new();
        words.sort_by(|a, b| (a.term.sort, &a.term.key).cmp(&(b.term.sort, &b.term.key)));
        for uses in words.chunk_by(|a, b| (a.term.sort, &a.term.key) == (b.term.sort, &b.term.key)) {
            let number = table.count(uses)?;
            by_number.extend(uses.iter().map(|one| (number, one.record, one.field, one.comes)));
        }
        by_number.sort_unstable();
        let mut used = Pair::of(conn, sql!("term_use_put"), sql!("term_use_drop"))?;
        for (term, record, field, comes) in by_number {
            used.run(comes, params![term, record, field])?;
        }
        Ok(())
    }
}

/// The table of words, by statements that are at hand for many after one another.
struct Words<'c> {
    conn: &'c Connection,
    find: CachedStatement<'c>,
    add: CachedStatement<'c>,
    set_uses: CachedStatement<'c>,
    drop: CachedStatement<'c>,
    pairs: Pair<'c>,
}

impl<'c> Words<'c> {
    fn new(conn: &'c Connection) -> Result<Self> {
        Ok(Self {
            conn,
            find: conn.prepare_cached(sql!("term_find"))?,
            add: conn.prepare_cached(sql!("term_add"))?,
            set_uses: conn.prepare_cached(sql!("term_set_uses"))?,
            drop: conn.prepare_cached(sql!("term_drop"))?,
            pairs: Pair::of(conn, sql!("term_pair_put"), sql!("term_pair_drop"))?,
        })
    }

    /// Counts how many have a word now, of which these are all that come or go, and gives its number. One that nobody has any more goes, with its pairs of letters.
    fn count(&mut self, uses: &[Used]) -> Result<i64> {
        // Of one word with two spelling keys the first counts, as it does in the file.
        let Some(Used { term: Term { sort, key, loose }, .. }) = uses.first() else { return Ok(0) };
        let come = uses.iter().filter(|one| one.comes).count();
        let more = length(come) - length(uses.len() - come);
        let found: Option<(i64, i64)> =
            self.find.query_row(params![sort.id(), key], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let now = found.map_or(0, |(_, uses)| uses) + more;
        let number = match found {
            Some((number, _)) => number,
            None => {
                self.add.execute(params![sort.id(), key, loose, now.max(0)])?;
                self.conn.last_insert_rowid()
            }
        };
        if now <= 0 {
            self.drop.execute([number])?;
            self.spell(*sort, loose, number, false)?;
        } else if found.is_none() {
            self.spell(*sort, loose, number, true)?;
        } else if more != 0 {
            self.set_uses.execute([number, now])?;
        }
        Ok(number)
    }

    /// Puts the pairs of letters of a name down, or takes them away.
    fn spell(&mut self, sort: Sort, loose: &str, number: i64, comes: bool) -> Result<()> {
        let letters = length(loose.chars().count());
        let pairs = if sort == Sort::Name { finding::bigrams(loose) } else { Vec::new() };
        pairs.into_iter().try_for_each(|pair| self.pairs.run(comes, params![pair, letters, number]))
    }
}

fn length(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What puts a row down, and what takes it away.
struct Pair<'c> {
    put: CachedStatement<'c>,
    drop: CachedStatement<'c>,
}

impl<'c> Pair<'c> {
    fn of(conn: &'c Connection, put: &str, drop: &str) -> Result<Self> {
        Ok(Self { put: conn.prepare_cached(put)?, drop: conn.prepare_cached(drop)? })
    }

    fn run(&mut self, comes: bool, row: &[&dyn ToSql]) -> Result<()> {
        let statement = if comes { &mut self.put } else { &mut self.drop };
        statement.execute(row)?;
        Ok(())
    }
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
