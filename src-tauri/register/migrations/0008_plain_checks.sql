-- The same tables with the same promises. SQLite builds a small table in memory for each row that it holds against "IN" and
-- three or more words, which cost a quarter of every import; words one by one cost nothing.

-- Rows that point at a change lose it and find it again before this transaction ends.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE change_before AS SELECT id, record, field, standing, value, as_typed, salt, proof FROM change;
DROP TABLE change;

-- id = batch * 1048576 + place. "proof" is the leaf's hash when it is withheld, the payload's when it is erased.
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  record INTEGER REFERENCES record_name (id),
  field INTEGER REFERENCES field_name (id),
  standing TEXT NOT NULL CHECK (
    standing = 'known' OR standing = 'unknown' OR standing = 'not-asked' OR standing = 'declined'
    OR standing = 'retracted' OR standing = 'withheld' OR standing = 'erased'
  ),
  value TEXT,
  as_typed TEXT,
  salt BLOB CHECK (length(salt) = 16),
  proof BLOB CHECK (length(proof) = 32),
  CHECK ((standing = 'known') = (value IS NOT NULL)),
  CHECK ((standing = 'withheld' OR standing = 'erased') = (proof IS NOT NULL)),
  CHECK ((standing = 'withheld' OR standing = 'erased') = (record IS NULL)),
  CHECK ((record IS NULL) = (field IS NULL)),
  CHECK (proof IS NULL OR (as_typed IS NULL AND salt IS NULL))
) STRICT;

INSERT INTO change (id, record, field, standing, value, as_typed, salt, proof)
SELECT id, record, field, standing, value, as_typed, salt, proof FROM change_before ORDER BY id;
DROP TABLE change_before;

CREATE INDEX change_of_record ON change (record, field) WHERE record IS NOT NULL;
CREATE INDEX change_hidden ON change (id) WHERE proof IS NOT NULL;
CREATE INDEX change_naming_file ON change (value) WHERE length(value) = 64;

CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER change_as_written
BEFORE UPDATE OF id, record, field, standing, value, as_typed, proof ON change
WHEN NEW.id <> OLD.id OR NOT (NEW.standing = 'erased' OR OLD.standing = 'withheld')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TABLE answer_before AS SELECT record, field, change, standing, value, sort_key, as_typed FROM answer;
DROP TABLE answer;

-- Every live value. "sort_key" is empty where the value sorts as it reads.
CREATE TABLE answer (
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  change INTEGER NOT NULL,
  standing TEXT NOT NULL CHECK (
    standing = 'known' OR standing = 'unknown' OR standing = 'not-asked' OR standing = 'declined'
    OR standing = 'retracted'
  ),
  value TEXT,
  sort_key TEXT,
  as_typed TEXT,
  PRIMARY KEY (record, field, change),
  CHECK ((standing = 'known') = (value IS NOT NULL))
) STRICT, WITHOUT ROWID;

INSERT INTO answer (record, field, change, standing, value, sort_key, as_typed)
SELECT record, field, change, standing, value, sort_key, as_typed FROM answer_before ORDER BY record, field, change;
DROP TABLE answer_before;

CREATE TABLE record_before AS SELECT id, kind, scope, removal FROM record;
DROP TABLE record;

-- Every record that has a live answer; one without a kind was named before it arrived.
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  kind TEXT,
  scope INTEGER,
  removal TEXT NOT NULL CHECK (removal = 'present' OR removal = 'removed' OR removal = 'edited-apart'),
  CHECK ((kind IS NULL) = (scope IS NULL))
) STRICT;

INSERT INTO record (id, kind, scope, removal) SELECT id, kind, scope, removal FROM record_before ORDER BY id;
DROP TABLE record_before;

CREATE INDEX record_of_kind ON record (kind, id);
CREATE INDEX record_removed ON record (removal, id) WHERE removal <> 'present';
