-- What lets a bundle that comes again cost next to nothing. All of it is local and follows from the log; whatever may make
-- it untrue takes it away, in the same statement, so that no deed of a later version can forget to.

-- Bundles that were taken in wholly, by the hash of what their senders signed, with what is reported of them again.
-- "vouching" says which of the feeds' ends in it could be checked then, "at" is the latest clock in it.
CREATE TABLE whole (
  print BLOB PRIMARY KEY CHECK (length(print) = 32),
  vouching BLOB NOT NULL CHECK (length(vouching) = 32),
  batches INTEGER NOT NULL CHECK (batches >= 0),
  unvouched INTEGER NOT NULL CHECK (unvouched >= 0),
  at_ms INTEGER NOT NULL,
  at_tick INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The digest of the state, until a batch comes, a batch becomes another one, or one steps aside or back.
CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TRIGGER state_ends_with_a_batch AFTER INSERT ON batch
BEGIN DELETE FROM state; END;

CREATE TRIGGER state_ends_with_a_seed AFTER UPDATE OF seed ON batch
BEGIN DELETE FROM state; END;

-- An erasure that steps back among what counts asks for more than it did, of what comes again.
CREATE TRIGGER whole_ends_aside AFTER INSERT ON aside
BEGIN DELETE FROM state; DELETE FROM whole; END;

CREATE TRIGGER whole_ends_back AFTER DELETE ON aside
BEGIN DELETE FROM state; DELETE FROM whole; END;

