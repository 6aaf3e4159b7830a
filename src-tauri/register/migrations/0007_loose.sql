-- Readable copies that an officer wrote to a place outside the vault, until they were seen to be gone or are settled. Where
-- one lay is forgotten with that.
CREATE TABLE loose_copy (
  number INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  sort TEXT NOT NULL,
  mark TEXT NOT NULL,
  path TEXT,
  size INTEGER NOT NULL CHECK (size >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  author TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('open', 'gone', 'changed', 'deleted', 'settled')),
  closed_ms INTEGER,
  reason TEXT,
  CHECK ((standing = 'open') = (path IS NOT NULL)),
  CHECK ((standing = 'open') = (closed_ms IS NULL)),
  CHECK ((standing = 'settled') = (reason IS NOT NULL))
) STRICT;

CREATE INDEX loose_copy_open ON loose_copy (number) WHERE standing = 'open';

CREATE TRIGGER loose_copy_no_delete BEFORE DELETE ON loose_copy
BEGIN SELECT raise(ABORT, 'what left is never forgotten'); END;

CREATE TRIGGER loose_copy_closed_once BEFORE UPDATE ON loose_copy WHEN OLD.standing <> 'open'
BEGIN SELECT raise(ABORT, 'closed once'); END;
