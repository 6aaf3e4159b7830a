-- What each copy that left showed: the changes, never a value. Copies from before this have no row in disclosed_copy, and
-- what they showed is not known.
CREATE TABLE disclosed_copy (
  copy INTEGER PRIMARY KEY REFERENCES disclosure (copy),
  by_override INTEGER NOT NULL CHECK (by_override IN (0, 1))
) STRICT;

CREATE TABLE disclosed_person (
  person INTEGER NOT NULL REFERENCES record_name (id),
  copy INTEGER NOT NULL REFERENCES disclosed_copy (copy),
  PRIMARY KEY (person, copy)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosed (
  copy INTEGER NOT NULL REFERENCES disclosed_copy (copy),
  change INTEGER NOT NULL REFERENCES change (id),
  record INTEGER NOT NULL REFERENCES record_name (id),
  field INTEGER NOT NULL REFERENCES field_name (id),
  PRIMARY KEY (copy, change)
) STRICT, WITHOUT ROWID;

-- A copy that corrects another one, and what of it was told: a hash for each thing.
CREATE TABLE notice (
  copy INTEGER PRIMARY KEY REFERENCES disclosed_copy (copy),
  about INTEGER NOT NULL REFERENCES disclosure (copy)
) STRICT;

CREATE TABLE notice_told (
  copy INTEGER NOT NULL REFERENCES notice (copy),
  item BLOB NOT NULL CHECK (length(item) = 32),
  PRIMARY KEY (copy, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice_sent (
  copy INTEGER PRIMARY KEY REFERENCES notice (copy),
  at_ms INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;

CREATE INDEX notice_about ON notice (about);

CREATE TRIGGER disclosed_no_update BEFORE UPDATE ON disclosed
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER disclosed_no_delete BEFORE DELETE ON disclosed
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;
