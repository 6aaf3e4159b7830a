CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT raise(ABORT, 'the audit has no gaps'); END;

CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit is append-only'); END;

CREATE TRIGGER batch_as_written
BEFORE UPDATE OF id, feed, seq, prev, at_ms, at_tick, deed, act, author, undoes, schema ON batch
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER batch_stays BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER change_as_written
BEFORE UPDATE OF id, record, field, standing, value, as_typed, proof, replaces ON change
WHEN NEW.id <> OLD.id OR NOT (NEW.standing = 'erased' OR OLD.standing = 'withheld')
  OR (NEW.replaces IS NOT OLD.replaces AND OLD.standing <> 'withheld')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER change_of_record_follows AFTER UPDATE OF record ON change WHEN NEW.record IS NOT OLD.record
BEGIN
  DELETE FROM change_of_record WHERE record = OLD.record AND change = OLD.id;
  INSERT INTO change_of_record (record, change) SELECT NEW.record, NEW.id WHERE NEW.record IS NOT NULL;
END;

CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER disclosed_no_delete BEFORE DELETE ON disclosed
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER disclosed_no_update BEFORE UPDATE ON disclosed
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER disclosure_no_delete BEFORE DELETE ON disclosure
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER disclosure_no_update BEFORE UPDATE ON disclosure
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER loose_copy_closed_once BEFORE UPDATE ON loose_copy WHEN OLD.standing <> 'open'
BEGIN SELECT raise(ABORT, 'closed once'); END;

CREATE TRIGGER loose_copy_no_delete BEFORE DELETE ON loose_copy
BEGIN SELECT raise(ABORT, 'what left is never forgotten'); END;

CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER released_table_no_delete BEFORE DELETE ON released_table
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER released_table_no_update BEFORE UPDATE ON released_table
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END;

CREATE TRIGGER replacement_as_written BEFORE UPDATE ON replacement
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER replacement_stays BEFORE DELETE ON replacement
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER state_ends_with_a_batch AFTER INSERT ON batch
BEGIN DELETE FROM state; END;

CREATE TRIGGER state_ends_with_a_seed AFTER UPDATE OF seed ON batch
BEGIN DELETE FROM state; END;

CREATE TRIGGER whole_ends_aside AFTER INSERT ON aside
BEGIN DELETE FROM state; DELETE FROM whole; END;

CREATE TRIGGER whole_ends_back AFTER DELETE ON aside
BEGIN DELETE FROM state; DELETE FROM whole; END;

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

CREATE TABLE aside (
  batch INTEGER PRIMARY KEY REFERENCES batch (id),
  why TEXT NOT NULL CHECK (why IN ('revoked', 'set-aside'))
) STRICT;

CREATE TABLE asked_deed (
  asked BLOB PRIMARY KEY CHECK (length(asked) = 16),
  deed BLOB NOT NULL CHECK (length(deed) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachment (
  digest TEXT PRIMARY KEY,
  address TEXT NOT NULL UNIQUE CHECK (length(address) = 64),
  key BLOB NOT NULL CHECK (length(key) = 32),
  size INTEGER NOT NULL CHECK (size >= 0),
  media_type TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL,
  thumbnail BLOB
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL CHECK (length(at) = 24 AND at LIKE '____-__-__T__:__:__.___Z'),
  actor TEXT NOT NULL,
  act TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE batch (
  id INTEGER PRIMARY KEY REFERENCES batch_name (id),
  feed INTEGER NOT NULL REFERENCES feed (id),
  seq INTEGER NOT NULL CHECK (seq > 0),
  prev INTEGER REFERENCES batch_name (id),
  at_ms INTEGER NOT NULL,
  at_tick INTEGER NOT NULL,
  deed BLOB NOT NULL CHECK (length(deed) = 16),
  act TEXT NOT NULL,
  author INTEGER NOT NULL REFERENCES record_name (id),
  undoes BLOB CHECK (length(undoes) = 16),
  schema INTEGER NOT NULL,
  seed BLOB CHECK (length(seed) = 16),
  CHECK ((seq = 1) = (prev IS NULL))
) STRICT;

CREATE TABLE batch_name (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32)
) STRICT;

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
  proof BLOB CHECK (length(proof) = 32), replaces TEXT,
  CHECK ((standing = 'known') = (value IS NOT NULL)),
  CHECK ((standing = 'withheld' OR standing = 'erased') = (proof IS NOT NULL)),
  CHECK ((standing = 'withheld' OR standing = 'erased') = (record IS NULL)),
  CHECK ((record IS NULL) = (field IS NULL)),
  CHECK (proof IS NULL OR (as_typed IS NULL AND salt IS NULL))
) STRICT;

CREATE TABLE change_of_record (
  record INTEGER NOT NULL,
  change INTEGER NOT NULL,
  PRIMARY KEY (record, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  at_ms INTEGER NOT NULL,
  at_tick INTEGER NOT NULL
) STRICT;

CREATE TABLE disclosed (
  copy INTEGER NOT NULL REFERENCES disclosed_copy (copy),
  change INTEGER NOT NULL REFERENCES change (id),
  record INTEGER NOT NULL REFERENCES record_name (id),
  field INTEGER NOT NULL REFERENCES field_name (id),
  PRIMARY KEY (copy, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosed_copy (
  copy INTEGER PRIMARY KEY REFERENCES disclosure (copy),
  by_override INTEGER NOT NULL CHECK (by_override IN (0, 1))
) STRICT;

CREATE TABLE disclosed_person (
  person INTEGER NOT NULL REFERENCES record_name (id),
  copy INTEGER NOT NULL REFERENCES disclosed_copy (copy),
  PRIMARY KEY (person, copy)
) STRICT, WITHOUT ROWID;

CREATE TABLE disclosure (
  copy INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  recipient TEXT NOT NULL,
  profile TEXT NOT NULL,
  language TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  people TEXT NOT NULL,
  fields TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT,
  code TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE disclosure_receipt (
  copy INTEGER NOT NULL REFERENCES disclosure (copy),
  at_ms INTEGER NOT NULL,
  receipt BLOB NOT NULL,
  PRIMARY KEY (copy, at_ms)
) STRICT;

CREATE TABLE draft (
  record BLOB NOT NULL CHECK (length(record) = 16),
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  kept_at_ms INTEGER NOT NULL,
  PRIMARY KEY (record, field)
) STRICT;

CREATE TABLE feed (
  id INTEGER PRIMARY KEY,
  name BLOB NOT NULL UNIQUE CHECK (length(name) = 16),
  device BLOB NOT NULL CHECK (length(device) = 16),
  incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
  scope INTEGER NOT NULL REFERENCES record_name (id)
) STRICT;

CREATE TABLE field_name (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE figure (
  kind TEXT NOT NULL,
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (kind, field, value, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE head (
  feed INTEGER NOT NULL REFERENCES feed (id),
  batch INTEGER NOT NULL REFERENCES batch (id),
  PRIMARY KEY (feed, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE head_signature (
  batch INTEGER PRIMARY KEY REFERENCES batch (id),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TABLE import (
  id INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  sender BLOB NOT NULL CHECK (length(sender) = 16)
) STRICT;

CREATE TABLE import_batch (
  batch INTEGER PRIMARY KEY REFERENCES batch (id),
  import INTEGER NOT NULL REFERENCES import (id)
) STRICT;

CREATE TABLE incarnation (
  ordinal INTEGER PRIMARY KEY,
  incarnation BLOB NOT NULL UNIQUE CHECK (length(incarnation) = 16),
  since_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE interpretation (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  fingerprint TEXT NOT NULL
) STRICT;

CREATE TABLE link (
  target INTEGER NOT NULL,
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  PRIMARY KEY (target, record, field)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE name_key (
  folded TEXT NOT NULL,
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  PRIMARY KEY (folded, record, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  copy INTEGER PRIMARY KEY REFERENCES disclosed_copy (copy),
  about INTEGER NOT NULL REFERENCES disclosure (copy)
) STRICT;

CREATE TABLE notice_sent (
  copy INTEGER PRIMARY KEY REFERENCES notice (copy),
  at_ms INTEGER NOT NULL,
  author TEXT NOT NULL
) STRICT;

CREATE TABLE notice_told (
  copy INTEGER NOT NULL REFERENCES notice (copy),
  item BLOB NOT NULL CHECK (length(item) = 32),
  PRIMARY KEY (copy, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE open_conflict (
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  PRIMARY KEY (record, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_device (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  device BLOB NOT NULL CHECK (length(device) = 16),
  keys BLOB NOT NULL
) STRICT;

CREATE TABLE peer_summary (
  device BLOB NOT NULL CHECK (length(device) = 16),
  incarnation BLOB NOT NULL CHECK (length(incarnation) = 16),
  summary BLOB NOT NULL,
  PRIMARY KEY (device, incarnation)
) STRICT;

CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  kind TEXT,
  scope INTEGER,
  removal TEXT NOT NULL CHECK (removal = 'present' OR removal = 'removed' OR removal = 'edited-apart'),
  CHECK ((kind IS NULL) = (scope IS NULL))
) STRICT;

CREATE TABLE record_name (
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16)
) STRICT;

CREATE TABLE reference (
  text TEXT NOT NULL,
  record INTEGER NOT NULL,
  field INTEGER NOT NULL,
  PRIMARY KEY (text, record, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE released_table (
  number INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  threshold INTEGER NOT NULL CHECK (threshold > 1),
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;

CREATE TABLE replacement (
  target INTEGER NOT NULL,
  by INTEGER NOT NULL REFERENCES change (id),
  PRIMARY KEY (target, by)
) STRICT, WITHOUT ROWID;

CREATE TABLE revocation (
  change INTEGER PRIMARY KEY REFERENCES change (id),
  device BLOB NOT NULL CHECK (length(device) = 16)
) STRICT;

CREATE TABLE roster_mapping (
  fingerprint TEXT PRIMARY KEY,
  mapping TEXT NOT NULL,
  used_at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE seed_cut (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  batch INTEGER NOT NULL
) STRICT;

CREATE TABLE seed_given_up (
  batch INTEGER PRIMARY KEY REFERENCES batch (id)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  sort TEXT NOT NULL CHECK (sort IN ('name', 'number')),
  key TEXT NOT NULL,
  loose TEXT NOT NULL,
  uses INTEGER NOT NULL CHECK (uses >= 0),
  UNIQUE (sort, key)
) STRICT;

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

CREATE TABLE trusted_device (
  device BLOB PRIMARY KEY CHECK (length(device) = 16),
  card BLOB NOT NULL,
  label TEXT NOT NULL,
  trusted_at_ms INTEGER NOT NULL,
  revoked_at_ms INTEGER
) STRICT;

CREATE TABLE waiting (
  hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
  prev BLOB NOT NULL CHECK (length(prev) = 32),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE wanted_file (
  device BLOB NOT NULL CHECK (length(device) = 16),
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  PRIMARY KEY (device, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE whole (
  print BLOB PRIMARY KEY CHECK (length(print) = 32),
  vouching BLOB NOT NULL CHECK (length(vouching) = 32),
  batches INTEGER NOT NULL CHECK (batches >= 0),
  unvouched INTEGER NOT NULL CHECK (unvouched >= 0),
  at_ms INTEGER NOT NULL,
  at_tick INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_after ON batch (prev);

CREATE INDEX batch_of_deed ON batch (deed);

CREATE INDEX batch_of_feed ON batch (feed, seq);

CREATE INDEX batch_of_import ON import_batch (import);

CREATE INDEX batch_undoing ON batch (undoes) WHERE undoes IS NOT NULL;

CREATE INDEX change_hidden ON change (id) WHERE proof IS NOT NULL;

CREATE INDEX change_naming_file ON change (value) WHERE length(value) = 64;

CREATE INDEX link_of ON link (record, field);

CREATE INDEX loose_copy_open ON loose_copy (number) WHERE standing = 'open';

CREATE INDEX notice_about ON notice (about);

CREATE INDEX record_of_kind ON record (kind, id);

CREATE INDEX record_removed ON record (removal, id) WHERE removal <> 'present';

CREATE INDEX revocation_of_device ON revocation (device);

CREATE INDEX term_loose ON term (sort, loose);

CREATE INDEX term_use_of ON term_use (record, field, term);

CREATE INDEX waiting_for ON waiting (prev);
