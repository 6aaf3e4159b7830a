-- Words and numbers by which records are found, each kept once, and who has them. The small table of distinct words is
-- what spellings and slips are looked for in; the large one is only ever asked by a word's number.

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  sort TEXT NOT NULL CHECK (sort IN ('name', 'number')),
  key TEXT NOT NULL,
  loose TEXT NOT NULL,
  uses INTEGER NOT NULL CHECK (uses >= 0),
  UNIQUE (sort, key)
) STRICT;

CREATE INDEX term_loose ON term (sort, loose);

CREATE TABLE term_pair (
  pair TEXT NOT NULL,
  length INTEGER NOT NULL,
  term INTEGER NOT NULL,
  PRIMARY KEY (pair, length, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE term_use (
  term INTEGER NOT NULL,
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  PRIMARY KEY (term, record, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX term_use_of ON term_use (record, field, term);

-- What is counted: one narrow row for each value that a statistic or a comparison asks for, in order of the value.
CREATE TABLE figure (
  kind TEXT NOT NULL,
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (kind, field, value, record)
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_of ON figure (record, field);

-- Tables that were released to the public or to another ministry, with whom each cell counted, so that no later one gives
-- away by its difference what an earlier one held back.
CREATE TABLE released_table (
  number INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold > 1),
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE TRIGGER released_table_no_delete BEFORE DELETE ON released_table
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER released_table_no_update BEFORE UPDATE ON released_table
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

-- The projections above are made from the log when the register is opened next.
DELETE FROM interpretation;

